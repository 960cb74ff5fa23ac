"""From blocks to the article: what structure decides where single blocks cannot."""

from __future__ import annotations

import pytest

from .pages import PROSE, TITLE, clean, lines, page, paragraphs
from newsclean import from_html

AD = '<div class="ad-slot"><div>Advertisement</div><a href="https://shop.example/x">Buy two lamps, pay for one</a></div>'
RELATED = (
    '<div class="related"><h3>More from this section</h3><ul>'
    + "".join(f'<li><a href="/n/{i}">{t}</a></li>' for i, t in enumerate(
        ("Storm takes the roof of the old gym", "Mayor wants a bypass by next year", "Swans return to the mill pond")))
    + "</ul></div>"
)  # fmt: skip
PLAYER = '<div class="player">' + "".join(f"<span><div>Option {i}</div></span>" for i in range(40)) + "</div>"

WHOLE = [
    pytest.param(
        f'<div class="part">{paragraphs(0, 1)}</div>{AD}<div class="part">{paragraphs(2, 3)}</div>{AD}'
        f'<div class="part">{paragraphs(4, 5)}</div>',
        [0, 1, 2, 3, 4, 5], id="containers split by ads",
    ),
    pytest.param(
        f"<article>{paragraphs(0, 1, 2)}</article><article>{paragraphs(3, 4)}</article>"
        f"<article>{paragraphs(5, 6)}</article>{RELATED}",
        [0, 1, 2, 3, 4, 5, 6], id="one text over three article elements",
    ),
    pytest.param(
        f'<div class="desktop">{paragraphs(0, 1, 2, 3)}</div><div class="mobile">{paragraphs(0, 1, 2, 3)}</div>',
        [0, 1, 2, 3], id="responsive copies",
    ),
    pytest.param(
        f'<div class="story">{PROSE[0]}<br><br>{PROSE[1]}<br><br>{AD}{PROSE[2]}<br><br>{PROSE[3]}</div>',
        [0, 1, 2, 3], id="paragraphs by br",
    ),
    pytest.param(
        f'<div class="story">{paragraphs(0)}<p><a href="/n/7">{PROSE[1]}</a></p>{paragraphs(2, 3, 4)}</div>{RELATED}',
        [0, 1, 2, 3, 4], id="a whole-link paragraph among the body's",
    ),
    pytest.param(
        f'<ul class="layout"><li><div><div><div><div class="story">{paragraphs(0, 1, 2, 3)}</div></div></div></div></li>'
        + "".join(f"<li><div><div><a href='/x{i}'>Story {i}</a></div></div></li>" for i in range(30)) + "</ul>",
        [0, 1, 2, 3], id="a page laid out in a list",
    ),
    pytest.param(
        f'<div class="row"><div class="copy">{paragraphs(0, 1, 2, attributes="class=par")}</div></div>{PLAYER}'
        f'<div class="row"><div class="copy">{paragraphs(3, 4, 5, 6, 7, attributes="class=par")}</div></div>',
        [0, 1, 2, 3, 4, 5, 6, 7], id="a player of forty lines between paragraphs of one make",
    ),
    pytest.param(f"{paragraphs(0)}", [0], id="one paragraph"),
    pytest.param(f"<p><br>{PROSE[0]}</p><p>The council said so.</p>", [0, "The council said so."], id="tiny, br first"),
    pytest.param(
        f'<div class="photo"><div class="photo-caption caption">{paragraphs(0, 1, 2, 3)}</div></div>',
        [0, 1, 2, 3], id="a text that stands in a photo's box",
    ),
    pytest.param(
        f"<div class='story'><p>It is over.</p>{paragraphs(0, 1, 2, 3)}<p>Or so they say.</p></div>",
        ["It is over.", 0, 1, 2, 3, "Or so they say."], id="short first and last paragraph",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "wanted"), WHOLE)
def test_article_is_whole(inside: str, wanted: list[int | str]) -> None:
    """The article's paragraphs, all of them, once, in order, and nothing else."""
    assert lines(clean(inside)) == [PROSE[x] if isinstance(x, int) else x for x in wanted]


def test_second_article_is_another() -> None:
    """The next story of an endless page, headline and all, is not this one's text."""
    second = f'<article class="story"><h1>Mill pond to be drained</h1>{paragraphs(5, 6, 7)}</article>'
    inside = f'<article class="story">{paragraphs(0, 1, 2, 3, 4)}</article>{RELATED * 9}'
    assert lines(clean(inside, after=second)) == [PROSE[n] for n in (0, 1, 2, 3, 4)]


CONSENT = (
    '<div class="qx7"><div class="k2"><h3>We value your privacy</h3>'
    + "".join(f"<p>{t}</p>" for t in (
        "We and our 812 partners store cookies and similar data on your device to show advertising that fits your profile.",
        "By clicking you consent to the processing of your personal data by our vendors under the IAB framework (TCF 2.2).",
        "Some vendors rely on legitimate interest; you may object or withdraw your consent at any time in the privacy centre.",
        "Under the GDPR you have a right of access, of erasure, and of complaint to the data protection authority in charge.",
        "Your choice is stored in a cookie and is passed on to every partner that takes part in the consent framework.",
        "More on the purposes of processing, the cookies and their life time stands in our privacy policy and vendor list.",
        "If you opt out, advertising will be shown that has not been chosen for you, as often as it was before you did."))
    + "</div></div>"
)  # fmt: skip


def test_consent_box_is_no_article() -> None:
    """Of two runs of prose a consent box is not the article, long as it may be."""
    inside = f'<div class="story">{paragraphs(0, 1, 2)}</div>{PLAYER}'
    assert lines(clean(inside, after=CONSENT)) == [PROSE[n] for n in (0, 1, 2)]


def test_only_paragraph_is_no_dek() -> None:
    """Short news of one paragraph has a body and no dek, even where the description repeats it."""
    head = f'<meta name="description" content="{PROSE[0]}">'
    document = clean(f'<div class="story"><p class="lead">{PROSE[0]}</p></div>{RELATED}', head=head)
    assert (lines(document), document.dek) == ([PROSE[0]], None)


def test_drop_cap_is_joined() -> None:
    """A first letter in an element of its own belongs to its word."""
    inside = f'<div class="story"><p><span class="dropcap">T</span>{PROSE[0][1:]}</p>{paragraphs(1, 2)}</div>'
    assert lines(clean(inside))[0] == PROSE[0]


def test_pull_quote_stands_once() -> None:
    """A pull quote that repeats a sentence of the body does not stand in the text twice."""
    inside = f'<div class="story">{paragraphs(0, 1)}<blockquote class="pullquote">{PROSE[2]}</blockquote>{paragraphs(2, 3)}</div>'
    assert lines(clean(inside)) == [PROSE[n] for n in (0, 1, 2, 3)]


LISTS = [
    pytest.param("<ul><li><span>Boats at six, seven and nine</span></li><li><span>No bicycles on Sundays</span></li></ul>", id="span in li"),
    pytest.param("<ul><li><p>Boats at six, seven and nine</p></li><li><p>No bicycles on Sundays</p></li></ul>", id="p in li"),
    pytest.param("<ol><li>Boats at six, seven and nine</li><li>No bicycles on Sundays</li></ol>", id="ordered"),
]  # fmt: skip


@pytest.mark.parametrize("made", LISTS)
def test_list_of_the_text_is_kept(made: str) -> None:
    """A list between paragraphs is a list block with all its items."""
    document = clean(f'<div class="story">{paragraphs(0, 1)}{made}{paragraphs(2, 3)}</div>')
    blocks = document.sections[0].blocks
    assert [b.to_dict()["type"] if hasattr(b, "to_dict") else type(b).__name__ for b in blocks][2] in ("list", "ListBlock")
    assert [item.text for item in blocks[2].items] == ["Boats at six, seven and nine", "No bicycles on Sundays"]  # type: ignore[union-attr]


def test_data_table_and_layout_table() -> None:
    """A table of figures is a table block; one that lays the page out leaves its paragraphs alone."""
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("Ferry", "4.10"), ("Bridge", "0.00"), ("Bus", "2.80")))
    data = f"<table><tr><th>Way</th><th>Price</th></tr>{rows}</table>"
    inside = f'<table class="layout"><tr><td class="story">{paragraphs(0, 1, 2)}{data}{paragraphs(3)}</td></tr></table>'
    blocks = clean(inside).sections[0].blocks
    assert [type(b).__name__ for b in blocks] == ["Paragraph", "Paragraph", "Paragraph", "Table", "Paragraph"]


SCRIPTS = [
    ("zh", "渡轮将重新开航", ("洛马林镇议会周二投票决定，重新开放自春季洪水以来一直停运的渡轮。", "港务长表示，码头的修复工作比原计划多花了四个月的时间。", "第一班船将于早上六点出发，票价与洪水之前相同。")),
    ("ja", "渡し船が再開へ", ("ローワー・マーリング町議会は火曜日、春の洪水以来運休していた渡し船の再開を決めた。", "桟橋の修理には予定より四か月長くかかったと、港長は記者団に語った。", "始発は午前六時で、運賃は水害の前と変わらない。")),
    ("ar", "العبارة تعود إلى العمل", ("صوت مجلس البلدة يوم الثلاثاء على إعادة تشغيل العبارة المتوقفة منذ فيضانات الربيع.", "واستغرقت إصلاحات الرصيف أربعة أشهر أكثر مما كان مخططا له، بحسب مدير الميناء.", "وسينطلق القارب الأول في السادسة صباحا، وستبقى أسعار التذاكر كما كانت.")),
    ("he", "המעבורת חוזרת לשוט", ("מועצת העיירה הצביעה ביום שלישי בעד החזרת המעבורת שהושבתה מאז השיטפונות באביב.", "תיקון המזח נמשך ארבעה חודשים יותר מהמתוכנן, אמר מנהל הנמל לעיתונאים.", "הסירה הראשונה תצא בשש בבוקר, ומחיר הכרטיסים יישאר כפי שהיה.")),
    ("hi", "नौका फिर चलेगी", ("नगर परिषद ने मंगलवार को उस नौका को फिर से चलाने का फैसला किया जो बसंत की बाढ़ के बाद से बंद थी।", "बंदरगाह अधिकारी ने पत्रकारों को बताया कि घाट की मरम्मत में योजना से चार महीने अधिक लगे।", "पहली नाव सुबह छह बजे चलेगी और टिकट का दाम पहले जितना ही रहेगा।")),
    ("th", "เรือข้ามฟากกลับมาให้บริการ", ("สภาเมืองลงมติเมื่อวันอังคารให้เปิดเรือข้ามฟากที่หยุดให้บริการตั้งแต่น้ำท่วมเมื่อฤดูใบไม้ผลิ", "นายท่ากล่าวกับผู้สื่อข่าวว่าการซ่อมท่าเรือใช้เวลานานกว่าที่วางแผนไว้สี่เดือน", "เรือเที่ยวแรกจะออกเวลาหกโมงเช้าและค่าโดยสารจะเท่าเดิม")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "texts"), SCRIPTS, ids=[s[0] for s in SCRIPTS])
def test_scripts_without_spaces_or_from_right_to_left(language: str, title: str, texts: tuple[str, ...]) -> None:
    """A short article is found whole in scripts other than Latin, without a declared language."""
    assert lines(clean("".join(f"<p>{t}</p>" for t in texts), title=title)) == list(texts), language


def test_captions_stand_on_their_image() -> None:
    """A caption and its credit are not in the text."""
    figure = '<figure><img src="/i/ferry.jpg" width="900" height="600"><figcaption>The old ferry at its stage. Photo: Ulla Tarn</figcaption></figure>'
    document = clean(f'<div class="story">{paragraphs(0)}{figure}{paragraphs(1, 2)}</div>')
    assert lines(document) == [PROSE[n] for n in (0, 1, 2)]


def test_focus_is_one_dial() -> None:
    """`recall` keeps what `balanced` keeps, and `balanced` what `precision` keeps."""
    import newsclean

    html = page(f'<div class="story">{paragraphs(0, 1, 2)}<div>Opening hours: six to nine</div></div>{RELATED}')
    found = [
        set(lines(from_html(html, options=newsclean.Options(focus=focus))))  # type: ignore[arg-type]
        for focus in ("precision", "balanced", "recall")
    ]
    assert found[0] <= found[1] <= found[2]
    assert TITLE not in found[2]
