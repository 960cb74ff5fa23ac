"""Boxes that hold one block each."""

from __future__ import annotations

import pytest

from newsclean.body.units import mark_units, own_names
from newsclean.read import read_html

from .pages import PROSE, clean, lines, page, paragraphs


@pytest.mark.parametrize("box", ["<div>{}</div>", '<div class="c1"><div class="c2 x9">{}</div></div>'])
def test_paragraphs_in_boxes_of_their_own_are_siblings(box: str) -> None:
    """What stands as the paragraph is its outermost box, so that all share a parent."""
    draft = read_html(page("".join(box.format(paragraphs(n)) for n in range(4))))
    blocks = [b for b in draft.blocks if b.text in PROSE]
    mark_units(draft.blocks)
    assert len({b.unit.parent for b in blocks}) == 1
    assert all(b.unit is not b.node for b in blocks)


def test_box_of_its_own_make_stays_closed() -> None:
    """A box whose names no other box has is not seen through: a note on the author is none of the paragraphs."""
    draft = read_html(page(f'<div class="story">{paragraphs(0, 1, 2)}<div class="note">{paragraphs(3)}</div></div>'))
    mark_units(draft.blocks)
    block = next(b for b in draft.blocks if b.text == PROSE[3])
    assert (block.unit, own_names(block)) == (block.node, "")


def test_article_of_boxes_is_whole() -> None:
    """An article that wraps each paragraph twice is read like one that does not."""
    inside = "".join(f'<div class="b-row"><div class="b-cell">{paragraphs(n)}</div></div>' for n in range(6))
    assert lines(clean(f"<section>{inside}</section>")) == list(PROSE[:6])
