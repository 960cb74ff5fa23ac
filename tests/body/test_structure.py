"""From blocks to the article: what structure decides where single blocks cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import Options, from_html
from newsclean.model.document import ListBlock
from newsclean.pipeline.presets import ARTICLE
from newsclean.read import read_html

from .pages import PROSE, TITLE, clean, lines, page, paragraphs

AD = '<div class="ad-slot advertisement"><div>Advertisement</div><a href="https://shop.example/x">Buy lamps</a></div>'
RELATED = (
    '<div class="related"><h3>More from this section</h3><ul>'
    + "".join(f'<li><a href="/n/{i}">{t}</a></li>' for i, t in enumerate(
        ("Storm takes the roof of the old gym", "Mayor wants a bypass by next year", "Swans return to the mill pond")))
    + "</ul></div>"
)  # fmt: skip
PLAYER = '<div class="player">' + "".join(f"<div><button>Option {i}</button></div>" for i in range(40)) + "</div>"

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
    pytest.param(
        f'<div class="story">{PROSE[0]}<br>{PROSE[1]}<br>Who pays<br>{PROSE[2]}<br>{PROSE[3]}<br>{PROSE[4]}</div>',
        [0, 1, "Who pays", 2, 3, 4], id="typed into one element with a heading",
    ),
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
    document = clean(f'<div class="story"><p class="lead">{PROSE[0]}</p></div>{RELATED}', head=head, dek="")
    assert (lines(document), document.dek) == ([PROSE[0]], None)


def test_only_paragraph_printed_twice_is_no_dek() -> None:
    """Its other copy (for the printer, for small screens) is no body that a dek could stand above."""
    copy = f"<p>{PROSE[0]} {PROSE[2]}</p>"
    document = clean(f'<div class="lead">{copy}</div><div class="printable">{copy}</div>', dek="")
    assert (lines(document), document.dek, document.kind) == ([f"{PROSE[0]} {PROSE[2]}"], None, "article")


def test_drop_cap_is_joined() -> None:
    """A first letter in an element of its own belongs to its word."""
    inside = f'<div class="story"><p><span class="dropcap">T</span>{PROSE[0][1:]}</p>{paragraphs(1, 2)}</div>'
    assert lines(clean(inside))[0] == PROSE[0]


def test_pull_quote_stands_once() -> None:
    """A pull quote that repeats a sentence of the body does not stand in the text twice."""
    inside = f'<div class="story">{paragraphs(0, 1)}<blockquote class="pullquote">{PROSE[2]}</blockquote>{paragraphs(2, 3)}</div>'
    assert lines(clean(inside)) == [PROSE[n] for n in (0, 1, 2, 3)]


ITEMS = ("Boats at six, seven and nine", "No bicycles on Sundays")
LISTS = [
    pytest.param("<ul>" + "".join(f"<li><span>{x}</span></li>" for x in ITEMS) + "</ul>", id="span in li"),
    pytest.param("<ul>" + "".join(f"<li><p>{x}</p></li>" for x in ITEMS) + "</ul>", id="p in li"),
    pytest.param("<ol>" + "".join(f"<li>{x}</li>" for x in ITEMS) + "</ol>", id="ordered"),
]


@pytest.mark.parametrize("made", LISTS)
def test_list_of_the_text_is_kept(made: str) -> None:
    """A list between paragraphs is a list block with all its items."""
    document = clean(f'<div class="story">{paragraphs(0, 1)}{made}{paragraphs(2, 3)}</div>')
    made_list = document.sections[0].blocks[2]
    assert isinstance(made_list, ListBlock)
    assert tuple(item.text for item in made_list.items) == ITEMS


def test_list_by_role_is_kept() -> None:
    """Elements that only `role` calls a list are one, short as its items are."""
    items = "".join(f'<div role="listitem"><span>{x}</span></div>' for x in ITEMS)
    text = clean(f'<div class="story">{paragraphs(0, 1)}<div role="list">{items}</div>{paragraphs(2, 3)}</div>').text
    assert all(item in text for item in ITEMS)


def test_entries_of_a_live_blog_below_its_introduction() -> None:
    """Many short entries of the introduction's make are the article, though each alone is hardly text."""
    entries = "".join(
        f'<div class="entry"><time>1{n}:05</time><p>Boat {n} is in. The quay is full, say those who wait.</p></div>'
        for n in range(9)
    )
    text = clean(f'<div class="live"><p>{PROSE[0]}</p>{entries}</div>').text
    assert all(f"Boat {n} is in" in text for n in range(9))


def test_heading_above_an_ad_goes_on_below_it() -> None:
    """A label of an ad between a heading and the next container does not take the heading."""
    ad = '<div class="ad"><span>Advertisement</span></div>'
    parts = (
        f"<p>{PROSE[0]}</p>",
        f"<p>{PROSE[1]}</p><p>{PROSE[2]}</p><h3>Uneasy</h3>",
        f"<p>{PROSE[3]}</p><p>{PROSE[4]}</p>",
    )
    inside = ad.join(f'<div class="text-block">{part}</div>' for part in parts)
    assert [s.heading for s in clean(inside).sections] == [None, "Uneasy"]


def test_data_table_and_layout_table() -> None:
    """A table of figures is a table block; one that lays the page out leaves its paragraphs alone."""
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("Ferry", "4.10"), ("Bridge", "0.00"), ("Bus", "2.80"))
    )
    data = f"<table><tr><th>Way</th><th>Price</th></tr>{rows}</table>"
    inside = f'<table class="layout"><tr><td class="story">{paragraphs(0, 1, 2)}{data}{paragraphs(3)}</td></tr></table>'
    blocks = clean(inside).sections[0].blocks
    assert [type(b).__name__ for b in blocks] == ["Paragraph", "Paragraph", "Paragraph", "Table", "Paragraph"]


SCRIPTS = [
    line.split("\t") for line in Path(__file__).with_name("scripts.tsv").read_text(encoding="utf-8").splitlines()
]
"""Language, title, three paragraphs."""


@pytest.mark.parametrize("made", SCRIPTS, ids=lambda made: made[0])
def test_scripts_without_spaces_or_from_right_to_left(made: list[str]) -> None:
    """A short article is found whole in scripts other than Latin, without a declared language."""
    _, title, *texts = made
    assert lines(clean("".join(f"<p>{t}</p>" for t in texts), title=title, dek="")) == texts


def test_captions_stand_on_their_image() -> None:
    """A caption and its credit are not in the text."""
    caption = "<figcaption>The old ferry at its stage. Photo: Ulla Tarn</figcaption>"
    figure = f'<figure><img src="/i/ferry.jpg" width="900" height="600">{caption}</figure>'
    document = clean(f'<div class="story">{paragraphs(0)}{figure}{paragraphs(1, 2)}</div>')
    assert lines(document) == [PROSE[n] for n in (0, 1, 2)]


def test_focus_is_one_dial() -> None:
    """`recall` keeps what `balanced` keeps, and `balanced` what `precision` keeps."""
    html = page(f'<div class="story">{paragraphs(0, 1, 2)}<div>Opening hours: six to nine</div></div>{RELATED}')
    found = [
        set(lines(from_html(html, options=Options(focus=focus))))  # type: ignore[arg-type]
        for focus in ("precision", "balanced", "recall")
    ]
    assert found[0] <= found[1] <= found[2]
    assert TITLE not in found[2]


HEADED = [
    pytest.param("<h2>{}</h2>", "Prices", "a heading with its text", id="one word"),
    pytest.param("<p><strong>{}</strong></p>", "What it will cost", "a bold line above text", id="bold paragraph"),
    pytest.param('<div class="zwischentitel">{}</div>', "Who pays for the boat", "a line named as a heading", id="named"),
    pytest.param("<p>{}</p>", "NEVER ON A SUNDAY", "a line in capitals above text", id="capitals"),
    pytest.param('<p class="zw">{}</p>', "Kein Boot am Sonntag", "short lines of one make, above text", id="own make"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "text", "rule"), HEADED)
def test_heading_without_heading_tag(tag: str, text: str, rule: str) -> None:
    """Each kind of heading opens a section, and the block says which rule made it one."""
    inside = (
        f'<div class="story">{paragraphs(0, 1)}{tag.format(text)}{paragraphs(2, 3)}'
        f"{tag.format(text + ' II')}{paragraphs(4, 5)}</div>"
    )
    draft = read_html(page(inside).encode())
    ARTICLE.run(draft)
    assert [(b.text, b.rule) for b in draft.with_role("heading")] == [(text, rule), (text + " II", rule)]
    assert [len(s.blocks) for s in clean(inside).sections] == [2, 2, 2]


OF_ONE_MAKE = [
    pytest.param(["Who pays", "“We were not asked”", "Never on a Sunday?"], 3, id="one is a quote"),
    pytest.param(["Who pays", "Prices " * 13, "Never on a Sunday"], 3, id="one is longer than most"),
    pytest.param(["Who pays", "The boat is old.", "Never on a Sunday"], 0, id="one is a sentence"),
    pytest.param(["Every two hours", "Every two hours", "Every two hours"], 0, id="the same line again"),
]


@pytest.mark.parametrize(("texts", "count"), OF_ONE_MAKE)
def test_lines_of_one_make(texts: list[str], count: int) -> None:
    """Most of a make's lines say whether all of them are headings; a sentence among them, or one line for all, says not."""
    parts = (f'<div class="zw">{text.strip()}</div>{paragraphs(i)}' for i, text in enumerate(texts, 1))
    sections = clean(f'<div class="story">{paragraphs(0)}{"".join(parts)}{paragraphs(4, 5)}</div>').sections
    assert [s.heading for s in sections if s.heading] == [text.strip() for text in texts][:count]


def test_lines_without_names_are_of_one_make_by_their_depth() -> None:
    """Where no element has a name, lines that stand in another depth than the paragraphs are headings."""
    parts = "".join(
        f"<p>{line}</p><div><div>{paragraphs(i, i + 1)}</div></div>"
        for i, line in ((2, "Who pays for the boat"), (4, "Never on a Sunday"))
    )
    sections = clean(f"<div><div><div>{paragraphs(0, 1)}</div></div>{parts}</div>").sections
    assert [s.heading for s in sections] == [None, "Who pays for the boat", "Never on a Sunday"]


@pytest.mark.parametrize("tag", ["font", "center", "span"])
def test_bold_line_typed_into_one_element_with_its_text(tag: str) -> None:
    """Old pages set their text in one `<font>`, parted by `<br>`; sub-headings are bold there."""
    parts = [PROSE[0], PROSE[1], "<b>What it will cost</b>", PROSE[2], PROSE[3]]
    inside = f"<table><tr><td><{tag}><div>{PROSE[4]}</div>{'<br><br>'.join(parts)}</{tag}></td></tr></table>"
    assert [section.heading for section in clean(inside, dek="").sections] == [None, "What it will cost"]


def test_handle_of_a_panel_is_a_heading() -> None:
    """A link to a place on the page opens the text below it; one that leads elsewhere is none of the text."""
    inside = (
        f'<div class="copy">{paragraphs(0, 1, 2)}</div><div class="tta"><div class="tta-heading"><h4 class="tta-title">'
        f'<a href="{{}}">What it will cost</a></h4></div><div class="tta-body"><div>{paragraphs(3, 4, 5)}</div></div></div>'
    )
    assert clean(inside.format("#cost")).sections[-1].heading == "What it will cost"
    assert "What it will cost" not in clean(inside.format("/n/8")).text


def test_questions_of_an_interview_are_text() -> None:
    """A question is body, whatever its tag."""
    inside = f'<div class="story">{paragraphs(0)}<h4>Q: Who pays?</h4>{paragraphs(1)}<h4>Q: And when?</h4>{paragraphs(2)}</div>'
    assert [s.heading for s in clean(inside).sections] == [None]


def test_popular_list_in_the_page_s_layout_list_is_out() -> None:
    """An outer list that lays out columns does not carry its other columns into the text."""
    popular = "".join(
        f'<li><a href="/p/{i}"><div class="no">{i}</div><h5 class="b">{PROSE[i][:40]}</h5></a></li>' for i in range(8)
    )
    inside = (
        f'<ul><li class="left"><div class="archives">{paragraphs(0, 1, 2, 3, 4)}</div></li>'
        f'<li class="right"><div class="popular">Most Popular</div><ul>{popular}</ul></li></ul>'
    )
    assert lines(clean(inside)) == [PROSE[n] for n in range(5)]


def test_text_below_the_headline_outweighs_more_text_far_away() -> None:
    """Short news right below its headline is the article, not the longer terms of use at the page's end."""
    terms = f'<div class="terms">{"".join(f"<p>{PROSE[n]} {PROSE[n - 1]}</p>" for n in (3, 4, 5, 6, 7))}</div>'
    assert lines(clean(f'<div class="story">{paragraphs(0, 1)}</div>{PLAYER}', after=terms)) == [PROSE[0], PROSE[1]]


def test_list_of_results_in_the_declared_body() -> None:
    """Lines of one or two words are the article where the element named as its body holds nothing else."""
    names = [f"{home} {n}, {guest} {m}" for n, home in enumerate(("Tessin", "Marling", "Rieve", "Holm", "Aagard"))
             for m, guest in enumerate(("Lorck", "Quast", "Brunau", "Tolk", "Sande", "Wiek"))]  # fmt: skip
    made = "".join(f"<li>{name}</li>" for name in names)
    assert lines(clean(f'<div class="article-body-text"><ul>{made}</ul></div>{RELATED}')) == names


def test_dek_of_a_whole_article_is_its_text() -> None:
    """What is longer than any dek and all there is was the text."""
    text = " ".join(PROSE[:7])
    document = clean(f'<div class="article-intro"><p class="dek intro">{text}</p></div>{RELATED}', dek="")
    assert (lines(document), document.dek) == ([text], None)


def teaser(n: int, words: str) -> str:
    """A box with a linked headline, a time and a summary of another story."""
    return f'<div class="stream-item-{n}"><h4><a href="/n/{n}">{words[:40]}</a></h4><p>{words}</p></div>'


def test_teasers_below_a_short_article_are_out() -> None:
    """Boxes of one make, each with a linked headline, outweigh short news above them and are none of it."""
    teasers = "".join(teaser(n, f"{PROSE[n]} {PROSE[n - 1]}") for n in (3, 4, 5, 6, 7))
    inside = f'<div class="story">{paragraphs(0, 1)}</div><div class="stream">{teasers}</div>'
    assert lines(clean(inside)) == [PROSE[0], PROSE[1]]


def test_linked_headlines_among_the_article_s_paragraphs_stay() -> None:
    """What the article is about may have linked headlines: its paragraphs go on below."""
    things = "".join(teaser(n, f"{PROSE[n]} {PROSE[n - 1]}") for n in (3, 4, 5))
    inside = f'<div class="story">{paragraphs(0, 1)}{things}{paragraphs(6, 7)}</div>'
    assert [PROSE[n] in clean(inside).text for n in (0, 3, 4, 5, 7)] == [True] * 5


def test_text_kept_for_subscribers_is_text() -> None:
    """Boxes that only subscribers see hold the article."""
    boxes = f'<div class="subscriber-preview">{paragraphs(0, 1)}</div><div class="subscriber-only">{paragraphs(2, 3, 4)}</div>'
    boxes += f'<div class="ads">Advertisement</div><div class="subscriber-only">{paragraphs(5, 6, 7)}</div>'
    document = clean(f'<div class="asset"><div class="asset-content subscriber-premium">{boxes}</div></div>', dek="")
    assert lines(document) == list(PROSE)


def test_last_paragraphs_in_a_box_of_the_text_s_make() -> None:
    """In the element around the text, paragraphs in boxes made like the others are text, also behind a picture."""

    def widget(kind: str, inside: str) -> str:
        return f'<div class="elementor-element elementor-widget-{kind}"><div class="elementor-widget-container">{inside}</div></div>'

    picture = "<figure><img src=/a.jpg><figcaption>The landing stage, seen from the quay.</figcaption></figure>"
    last = "<p>Przeciwnicy uważają, że pieniądze lepiej było wydać na szkołę.</p><p>Decyzja zapadnie przed końcem roku.</p>"
    text = (
        widget("text", paragraphs(0, 1, 2))
        + widget("text", paragraphs(3, 4))
        + widget("image", picture)
        + widget("text", last)
    )
    page = f"<section>{widget('content', text)}</section><section>{widget('share', '<span>Share</span>')}</section>"
    assert lines(clean(page, dek=""))[-1] == "Decyzja zapadnie przed końcem roku."


def test_heading_owns_the_text_in_the_next_box_of_its_boxs_make() -> None:
    """A page of components parts a heading from its text by a picture: both stand in boxes of one make."""
    first = f'<div class="cmp-t"><div class="cmp-b">{paragraphs(0, 1, 2)}<h2 class="cmp-h">The new timetable</h2></div></div>'
    picture = '<div class="cmp-i"><figure><img src="/a.jpg"><figcaption>The stage in May</figcaption></figure></div>'
    second = f'<div class="cmp-t"><div class="cmp-b">{paragraphs(3, 4, 5)}</div></div>'
    assert [s.heading for s in clean(f'<div class="cmp">{first}{picture}{second}</div>').sections][1:] == [
        "The new timetable"
    ]
