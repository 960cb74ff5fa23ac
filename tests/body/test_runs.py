"""Paragraphs of the article's own make that scored as nearly text."""

from __future__ import annotations

import pytest

from newsclean.body.features import count_words
from newsclean.body.runs import same_template
from newsclean.body.units import mark_units
from newsclean.read import read_html

from .pages import PROSE, paragraphs


@pytest.mark.parametrize(("below", "is_rest"), [((3, 4, 5), True), ((3, 4), False), ((7,), False)])
def test_rest_of_the_article_and_offer_below_it(below: tuple[int, ...], is_rest: bool) -> None:
    """Several paragraphs below the article's last are its rest; one or two in the same make are an offer."""
    gap = "".join(f'<div class="tile"><a href="/{i}">More from the harbour, part {i}</a></div>' for i in range(3))
    inside = f'<div class="story">{paragraphs(0, 1, 2)}{gap}{paragraphs(*below)}</div>'
    texts = read_html(f"<html><body>{inside}</body></html>").blocks
    mark_units(texts)
    for block in texts:
        block.words = count_words(block.text)
        block.score = 2.0 if block.text in PROSE[:3] else -0.5 if block.text in PROSE else -4.0
    chosen = same_template(texts, [b.text in PROSE[:3] for b in texts], 0.0)
    found = [b.text for b, inside in zip(texts, chosen, strict=True) if inside]
    assert found == [*PROSE[:3], *([PROSE[i] for i in below] if is_rest else [])]
