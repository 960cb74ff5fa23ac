"""Plain text: headline, dek, headings and body are found by shape, rhythm and words alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclean
from newsclean.body.lines import TextLines, tokens_of
from newsclean.body.plain_head import is_crumb_of
from newsclean.read import read_html

PAGES = Path(__file__).resolve().parents[2] / "fixtures" / "pages"
SIBLINGS = ("lamps-en", "lampen-de", "lampes-fr")

STORY = """Home News Sport Culture

Harbour ferry returns after two winters in the dock

The boat was rebuilt by apprentices, and the crossing now takes four minutes longer than it used to.

By Hanna Osterlind

The harbour ferry left its berth on Monday for the first time in two years, with twelve passengers and a dog on board.

Its engine was replaced by an electric one that is charged at the pier, and the crossing is now so quiet that the gulls stay.

{heading}

The islanders crossed in their own boats while the ferry was away, and those who had none asked their neighbours.

“It was good for the neighbours but bad for the milk,” said the grocer, who had rowed the crates across every morning.

{middle}

From June the ferry will cross every hour, in the evenings too, and the ticket will cost as much as it did before the repair.

The town pays half of the cost and the region the other half, under a contract that both signed for five years.
"""


def clean(heading: str = "The island waited long", middle: str = "") -> newsclean.Document:
    """The document of the story with one heading and a few lines in the middle."""
    return newsclean.from_text(STORY.format(heading=heading, middle=middle))


def test_parts_of_a_bare_text() -> None:
    """Headline, dek and byline stand above the body and are no part of it."""
    document = clean()
    assert document.title == "Harbour ferry returns after two winters in the dock"
    assert document.dek is not None
    assert document.dek.startswith("The boat was rebuilt")
    assert [a.name for a in document.authors] == ["Hanna Osterlind"]
    assert document.text.startswith("The harbour ferry left its berth")
    assert document.text.endswith("for five years.")
    assert [r.text for r in document.removed] == ["Home News Sport Culture"]


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("The island waited long", True),
        ("“As quiet as a cat”", True),
        ("„So leise wie eine Katze“", True),
        ("»Stille som en kat«", True),
        ("What did the islanders do?", True),
        ("They waited.", False),
        ("and they waited", False),
        ("– They waited", False),
    ],
)
def test_headings_by_shape(line: str, is_heading: bool) -> None:
    """A short line that is no sentence, with a paragraph below it, is a heading, whatever quote marks it has."""
    assert (line in [s.heading for s in clean(heading=line).sections]) is is_heading


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisement", "ad"),
        ("Also read", "related"),
        ("Read more: Ten islands without a bridge", "related"),
        ("Sign up for our newsletter", "promo"),
    ],
)
def test_noise_between_paragraphs(line: str, reason: str) -> None:
    """A line that says what it is leaves the body with that reason, and both paragraphs around it stay."""
    document = clean(middle=line)
    assert (reason, line) in [(r.reason, r.text) for r in document.removed]
    assert line not in document.text
    assert document.text == clean().text


def test_a_short_paragraph_between_long_ones_stays() -> None:
    """A sentence of a few words is not taken out of the middle of the article."""
    assert "The milk has been on time ever since." in clean(middle="The milk has been on time ever since.").text


def test_who_sells_the_ads_is_no_author() -> None:
    """A label with "by NAME" names nobody who writes."""
    document = newsclean.from_text(STORY.format(heading="The island waited", middle="") + "\n\nAds by NordicMedia")
    assert [a.name for a in document.authors] == ["Hanna Osterlind"]
    assert ("ad", "Ads by NordicMedia") in [(r.reason, r.text) for r in document.removed]


@pytest.mark.parametrize("slug", SIBLINGS)
def test_flattened_html_gives_the_same_document(slug: str) -> None:
    """The lines of an HTML page, without any markup, say what the page said with it."""
    html = (PAGES / slug / "source.html").read_bytes()
    draft = read_html(html, url=None, content_type=None, charset=None)
    lines = [b.text for b in draft.blocks if b.text and not b.hidden]
    flat, page = newsclean.from_text("\n\n".join(lines)), newsclean.from_html(html)
    for name in ("title", "dek", "authors", "text"):
        assert getattr(flat, name) == getattr(page, name), name
    assert [s.heading for s in flat.sections] == [s.heading for s in page.sections]
    assert [(d.kind, d.text) for d in flat.disclosures] == [(d.kind, d.text) for d in page.disclosures]


@pytest.mark.parametrize(
    ("line", "is_crumb"),
    [
        ("Home News Harbour ferry returns after two winters", True),
        ("Home News Harbour ferry returns after…", True),
        ("Harbour ferry returns after two winters", False),
        ("Home News Harbour bridge returns after…", False),
        ("Home", False),
    ],
)
def test_breadcrumbs_end_with_the_title(line: str, is_crumb: bool) -> None:
    """Whole or cut short, with something before it."""
    assert is_crumb_of(line, "Harbour ferry returns after two winters") is is_crumb


def test_words_are_told_apart_in_every_script() -> None:
    """Endings and case do not count; where no spaces part the words, pairs of characters do."""
    assert tokens_of("Маяка, маяку") == ["маяка", "маяку"]
    assert tokens_of("смотрителя СМОТРИТЕЛЬ") == ["смотри", "смотри"]
    assert tokens_of("灯台が点灯") == ["灯台", "台が", "が点", "点灯"]


def test_words_of_the_article_are_known() -> None:
    """A line with the article's words is nearer to it than one on something else."""
    texts = [line for line in STORY.split("\n\n") if "{" not in line] + [
        "The ferry and its crossing",
        "Ten best soup recipes",
    ]
    lines = TextLines(texts, [None] * len(texts))
    assert lines.known_share(len(texts) - 2) > 0.5 > lines.known_share(len(texts) - 1)


def test_empty_and_odd_texts() -> None:
    """Nothing raises, and nothing is made up, where there is no article."""
    for text in ("", "\n\n", "—", "Home", "1\n2\n3", "a" * 5000):
        document = newsclean.from_text(text)
        assert document.title is None or document.title in text
        assert document.warnings == ()


def test_a_list_is_found_without_prose() -> None:
    """A plan of short lines is the article where the only sentences on the page are teasers."""
    meals = [f"{n} cups of beans with {n + 1} eggs and a slice of bread" for n in range(2, 26)]
    lines = ["Home", "Sport", "Rowing", "What a rower eats in spring", "All meals of the month:", *meals]
    lines += ["Read also", "The captain of the eight told us why she will not row this year. Read the whole talk here."]
    text = newsclean.from_text("\n\n".join(lines)).text
    assert sum(meal in text for meal in meals) >= 0.8 * len(meals)
    assert "Home" not in text.split("\n")
