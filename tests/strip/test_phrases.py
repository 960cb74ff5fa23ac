"""Lines of the body that their own words give away as noise."""

from __future__ import annotations

import pytest

from .stories import clean, kept

ROWS = [
    ("en", "promo", "Get Skerry Business on the go by clicking here"),
    ("en", "promo", "Weekend Tide: Sign up for our weekly harbour newsletter to read it before anyone else does."),
    ("en", "promo", "We want to hear from you: have you crossed the bay at night? Tell us what you saw."),
    ("en", "author_bio", "Reach the reporters on Mastodon at marks.example and jons.example"),
    ("en", "ad", "View the latest boat and trailer deals"),
    ("de", "promo", "Das neue Heft ist ab Freitag im Handel erhältlich."),
    ("de", "promo", "Hat Ihnen dieser Artikel gefallen? Dann unterstützen Sie die Skerry Post mit einer Spende!"),
    ("fr", "promo", "Cet article vous a plu ? Faites un don à la Skerry Post."),
    ("pl", "promo", "Spodobał Ci się ten artykuł? Wesprzyj Skerry Post."),
    ("de", "ad", "Jetzt bei Hafenstrom abschließen"),
    ("pl", "related", "Więcej z portu - zobacz wideo!"),
]


@pytest.mark.parametrize(("language", "reason", "line"), ROWS)
def test_noise_in_the_body(language: str, reason: str, line: str) -> None:
    """Such a line leaves the body although it stands among the paragraphs, and its kind is in the ledger."""
    document = clean(middle=f"<p>{line}</p>", language=language)
    assert kept(document)
    found = {r.text: r.reason for r in document.removed}
    assert line in found
    assert found[line] in (reason, "promo", "related", "ad")


def test_a_link_in_an_element_named_for_other_stories() -> None:
    """A linked line between paragraphs leaves the body where its element's name says that it leads to another story."""
    link = "<a href=/b>Two harbours share one crane</a>"
    assert "share one crane" not in clean(middle=f"<p class=c-recirculation-link>{link}</p>").text


def test_a_link_in_brackets() -> None:
    """A line that is a link within square brackets leads to another story; words in brackets are text."""
    assert "share one crane" not in clean(middle="<p><i>[<a href=/b>Two harbours share one crane</a>]</i></p>").text
    assert "share one crane" in clean(middle="<p>[Two harbours share one crane.]</p>").text


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "This entry was posted on Monday, 9 March 2015 at 4:05 pm and is filed under {}."),
        ("de", "Dieser Beitrag wurde am Montag, 9. März 2015 um 16:05 Uhr unter {} veröffentlicht."),
        ("fr", "Cette entrée a été publiée dans {} le 9 mars 2015 par Mara."),
        ("es", "Esta entrada fue publicada en {} por Mara."),
        ("de", "Schlagworte: {}, {}"),
    ],
)
def test_lines_with_links_to_topics_are_no_text(language: str, line: str) -> None:
    """What publishing software writes below a text, with links to its topics, leaves the body."""
    document = clean(middle=f"<p>{line.replace('{}', '<a href=/t/1>Harbour</a>')}</p>", language=language)
    assert kept(document)
    assert line.split("{}")[0] not in document.text


@pytest.mark.parametrize(
    "line",
    [
        "The harbour sold nine thousand copies of its newsletter in the first year, and it asked the readers what they wanted.",
        "She signed up for the night shift in March, and the letter she got was new to her.",
        "Support came late that winter.",
        "The captain gave an answer by clicking his tongue, and the crew knew what that meant here.",
    ],
)
def test_prose_with_such_words_stays(line: str) -> None:
    """News about newsletters, deals and offers is text."""
    assert line in clean(middle=f"<p>{line}</p>").text


@pytest.mark.parametrize(
    "line",
    [
        '<b>More:</b> <a href="/a">The lighthouse gets a new lamp</a>',
        '<b>Zum Kai:</b> <a href="/a">Die Laterne des Turms wird getauscht</a>',
        'Auf Deck：<a href="/a">灯塔在二十年后换上了新的灯具并且比以前更加明亮了</a>',
    ],
)
def test_a_label_and_nothing_but_a_link_leads_to_another_story(line: str) -> None:
    """A short label, a colon, and a link to the end of the line is no text of the article, whatever the label says."""
    document = clean(middle=f"<p>{line}</p>")
    assert kept(document)
    assert "href" not in document.text
    assert len(document.text.split("\n\n")) == len(clean().text.split("\n\n"))


@pytest.mark.parametrize(
    "line",
    [
        'The verdict: <a href="/a">the council lost the case</a> on every count, and it will appeal.',
        'Source: <a href="/a">harbour office</a>',
    ],
)
def test_a_colon_with_more_than_a_link_stays(line: str) -> None:
    """A sentence that only holds a link, or a link of two words, is not such a line."""
    assert line.split(":")[0] in clean(middle=f"<p>{line}</p>").text


@pytest.mark.parametrize(
    "line",
    [
        '<a href="/a">The lighthouse gets a new lamp »</a>',
        '&gt;&gt; <a href="/a">The lighthouse gets a new lamp</a> &lt;&lt;',
        '→ <a href="/a">Die Laterne des Turms wird getauscht</a>',
        'Read more <a href="/a">The lighthouse gets a new lamp</a>',
        'Lire aussi <a href="/a">Le phare du cap change de lanterne</a>',
    ],
)
def test_a_link_that_arrows_or_words_point_to_leads_to_another_story(line: str) -> None:
    """A link alone in its line, set off by arrows or behind "Read more", is no text of the article."""
    document = clean(middle=f"<p>{line}</p>")
    assert kept(document)
    assert len(document.text.split("\n\n")) == len(clean().text.split("\n\n"))


@pytest.mark.parametrize(
    "line",
    ["<p>&gt; The crew said so in its letter.</p>", '<p>« <a href="/a">Le phare du cap change de lanterne</a> »</p>'],
)
def test_arrows_that_point_nowhere_and_quotation_marks_stay(line: str) -> None:
    """A line without a link, or a link in quotation marks, is text."""
    assert len(clean(middle=line).text.split("\n\n")) == len(clean().text.split("\n\n")) + 1


def test_a_box_that_an_offer_opens_leaves_with_it() -> None:
    """What stands below "Join the … WhatsApp channel" in its box is of the offer, not of the article."""
    box = (
        "<div><h3>Join the Skerry Post WhatsApp community!</h3><p>You will get the best stories of the bay every day.</p>"
        "<p>Nobody will see your number, and you can leave whenever you like to.</p></div>"
    )
    document = clean(middle=box)
    assert kept(document)
    assert "best stories" not in document.text
    assert "whenever you like" not in document.text


def test_a_line_of_dashes_is_no_text() -> None:
    """A rule that is typed ("___") between paragraphs is none of their words."""
    assert "___" not in clean(middle="<p>___</p>").text


def test_the_box_that_a_label_opens_leaves_with_it() -> None:
    """A story in a box that says "Next story", however deep the label stands in it, is none of this one."""
    box = (
        "<div><div><p>Next story</p></div><h3>The lighthouse gets a new lamp</h3>"
        "<p>The lighthouse on the cape gets a new lamp, after twenty years in which the old one was mended every winter.</p></div>"
    )
    document = clean(middle=box)
    assert kept(document)
    assert "lighthouse" not in document.text


def test_a_part_of_the_text_may_begin_with_a_label() -> None:
    """A box of the make of the text's other boxes is the text's, though "Also read" stands first in it."""
    parts = "".join(f'<div class="art-part"><p>{text}</p></div>' for text in PARTS[:2])
    last = f'<div class="art-part"><h3>Also read</h3><p>{PARTS[3]}</p><p>{PARTS[2]}</p></div>'
    assert PARTS[3] in clean(last=parts + last).text


PARTS = (
    "The pilots on the outer skerries have kept a log since 1911, and every boat that ever went past them is named in it.",
    "Most of its pages were written at night, when nothing moved but the light of the lamp on the other side of the sound.",
    "The county wants to have all of them read by a machine, so that anybody may look for the boat of his grandfather.",
    "Two of the books are lost, those of the winters after the war, in which nobody at the station could write at all.",
)


@pytest.mark.parametrize(
    "line",
    [
        "<div class=x7><span>Listen to this article</span><span>4 min</span></div>",
        "<div class=x7><span>Escuchar</span><span>3 min</span></div>",
        "<p>Listen to this article · 4 min</p>",
    ],
)
def test_labels_of_a_player_that_touch_are_read_apart(line: str) -> None:
    """Elements that style sheets part are two labels, and a line that says little more than "Listen" is none of the text."""
    document = clean(middle=line)
    assert kept(document)
    assert "min" not in document.text.split()
    assert [e.reason for e in document.removed if " min" in e.text or "4 min" in e.text or "3 min" in e.text] == [
        "furniture"
    ]
