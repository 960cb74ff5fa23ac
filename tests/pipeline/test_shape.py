"""What the body's blocks become: boxes, pull quotes and tables with their captions."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.model.document import Box, DocumentBlock, Image, ListBlock, Paragraph, Quote, Table

SENTENCES = [
    "The harbour master, who has run the port for eleven years, had not expected to see it before summer.",
    "Two ships moored at the new quay before noon, and a third waited outside for the tide to turn, she said.",
    "The council paid for the piles and the state for the crane, and neither wants to speak of the lamps.",
    "Ferries to the islands will call at it from April on, the shipping line wrote to the mayor on Monday.",
]
FACTS = (
    "<h3>Facts: the quay</h3><p>Length: 120 metres</p>"
    "<ul><li>Built in 1911 from granite blocks</li><li>Rebuilt in 1952 and again in 2026</li></ul>"
)


def shaped(middle: str) -> list[DocumentBlock]:
    """The blocks that stand between four paragraphs, kept whatever they are; there is no section but the first."""
    paragraphs = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    paragraphs.insert(2, middle)
    html = f"<html lang=en><body><article><h1>Quay rebuilt</h1>{''.join(paragraphs)}</article></body></html>"
    (section,) = newsclean.from_html(html, options=newsclean.Options(keep=("aside", "blockquote", "#box"))).sections
    return [b for b in section.blocks if not (isinstance(b, Paragraph) and b.text in SENTENCES)]


@pytest.mark.parametrize(
    "tag",
    ["aside", 'div id=box class="fact-box"', 'div id=box class="m-faktaruta"', 'section id=box class="article_boxout"'],
)
def test_an_aside_of_the_article_is_a_box(tag: str) -> None:
    """Its heading is its title and opens no section; what stands in it keeps its shape."""
    (box,) = shaped(f"<{tag}>{FACTS}</{tag.split()[0]}>")
    assert isinstance(box, Box)
    assert box.title == "Facts: the quay"
    assert [type(block) for block in box.blocks] == [Paragraph, ListBlock]


def test_the_parts_of_a_box_are_no_boxes() -> None:
    """An element in a box that is named after it makes no box in the box."""
    (box,) = shaped(f'<div id=box class="boxout"><div class="boxout__content">{FACTS}</div></div>')
    assert isinstance(box, Box)
    assert [type(block) for block in box.blocks] == [Paragraph, ListBlock]


def test_a_picture_in_an_aside_is_no_box() -> None:
    """Nothing but a picture stands in it."""
    image = '<img src="https://a.example/quay.jpg" width="900" height="600" alt="The quay">'
    (block,) = shaped(f"<aside><figure>{image}</figure></aside>")
    assert isinstance(block, Image)


def test_a_box_that_holds_most_of_the_text_is_a_layout() -> None:
    """An element named as a box around the whole article makes none."""
    html = f'<article><h1>Quay</h1><div class="infobox">{"".join(f"<p>{s}</p>" for s in SENTENCES)}</div></article>'
    (section,) = newsclean.from_html(html).sections
    assert {type(block) for block in section.blocks} == {Paragraph}


@pytest.mark.parametrize(
    ("html", "pull"),
    [
        ('<aside class="pullquote"><p>“Nobody sleeps when the tide is high”</p></aside>', True),
        ('<div class="c-pull_quote"><blockquote><p>“Nobody sleeps at high tide”</p></blockquote></div>', True),
        ("<blockquote><p>“Nobody here sleeps when the tide is high,” said the foreman.</p></blockquote>", False),
        ("<aside><blockquote><p>“Nobody sleeps at high tide,” the foreman said.</p></blockquote></aside>", False),
    ],
)
def test_pull_quotes_are_told_from_quotes(html: str, pull: bool) -> None:
    """A quote that is named as pulled out is; one in an aside of its own is no box."""
    (quote,) = shaped(html)
    assert isinstance(quote, Quote)
    assert quote.pull is pull


@pytest.mark.parametrize("caption", ["Cost by part", "Table 1: what the parts cost, in millions", "Results"])
def test_a_table_keeps_its_caption(caption: str) -> None:
    """The caption goes with the rows, whatever its words would be elsewhere, and none of both is lost."""
    rows = "<tr><th>Part</th><th>Cost</th></tr><tr><td>Quay</td><td>60</td></tr><tr><td>Crane</td><td>40</td></tr>"
    (table,) = shaped(f"<table><caption>{caption}</caption>{rows}</table>")
    assert table == Table((("Quay", "60"), ("Crane", "40")), ("Part", "Cost"), caption)


@pytest.mark.parametrize(
    ("inside", "text", "cite"),
    [
        ("<p>“Nobody here sleeps.”</p><cite>— Per Nes</cite>", "“Nobody here sleeps.”", "Per Nes"),
        ("<p>“Nobody here sleeps.”</p><footer>Per Nes, foreman</footer>", "“Nobody here sleeps.”", "Per Nes, foreman"),
        ("<p>“Nobody here sleeps.</p><p>Not one of us does.”</p>", "“Nobody here sleeps.\nNot one of us does.”", None),
    ],
)
def test_whose_quote_it_is(inside: str, text: str, cite: str | None) -> None:
    """The line that names the speaker is no part of the quote; further paragraphs are."""
    assert shaped(f"<blockquote>{inside}</blockquote>") == [Quote(text, cite)]
