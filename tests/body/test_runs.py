"""Paragraphs of the article's own make that scored as nearly text."""

from __future__ import annotations

import pytest

from newsclean.body.features import count_words
from newsclean.body.runs import same_template
from newsclean.body.units import mark_units
from newsclean.read import read_html

from .pages import PROSE, paragraphs, texts_of


@pytest.mark.parametrize(("below", "is_rest"), [((3, 4, 5), True), ((3, 4), False), ((7,), False)])
def test_rest_of_the_article_and_offer_below_it(below: tuple[int, ...], is_rest: bool) -> None:
    """Several paragraphs below the article's last are its rest; one or two in the same make are an offer."""
    gap = "".join(f'<div class="tile"><a href="/{i}">More from the harbour, part {i}</a></div>' for i in range(3))
    inside = f'<div class="story">{paragraphs(0, 1, 2)}{gap}{paragraphs(*below)}</div>'
    assert _choose(inside) == [*PROSE[:3], *([PROSE[i] for i in below] if is_rest else [])]


@pytest.mark.parametrize(
    ("name", "parent", "below", "is_rest"),
    [
        ("part", "row", "{}", True),
        ("part", "row", "{} <a href='/letter'>Sign up here.</a>", False),
        ("offer", "row", "{}", False),
        ("part", "offers", "{}", False),
    ],
)
def test_rest_of_the_article_in_a_part_made_like_the_first(name: str, parent: str, below: str, is_rest: bool) -> None:
    """An ad cuts the article into parts of one make: a paragraph without links in the next is its rest."""
    line = below.format(PROSE[3])
    inside = (
        f'<div class="row"><aside><a href="/1">Tides</a></aside><div class="part">{paragraphs(0, 1, 2)}</div></div>'
        f'<div class="ad">Advertisement</div>'
        f'<div class="{parent}"><aside><a href="/2">Ferries</a></aside><div class="{name}"><p>{line}</p></div></div>'
    )
    found = _choose(inside)
    assert tuple(found[:3]) == PROSE[:3]
    assert len(found) == (4 if is_rest else 3)


def _choose(inside: str) -> list[str]:
    """The texts that are the article's where the first three of `PROSE` surely are and the others nearly."""
    texts = read_html(f"<html><body>{inside}</body></html>").blocks
    mark_units(texts)
    for block in texts:
        block.words = count_words(block.text)
        block.score = 2.0 if block.text in PROSE[:3] else -0.5 if block.text.startswith(tuple(PROSE)) else -4.0
    return texts_of(texts, same_template(texts, [b.text in PROSE[:3] for b in texts], 0.0))
