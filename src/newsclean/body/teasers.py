"""Teasers of other stories below an article: boxes of one make, each with a linked headline of its own and some prose."""

from __future__ import annotations

from collections import Counter

from ..model.draft import Block, Node
from .trimming import MIN_WORDS_ABOVE
from .units import make_of

MIN_TEASERS = 3
MAX_TEASER_BLOCKS = 8
MAX_LEVELS = 6
"""Elements between a block and the teaser that holds it."""
MIN_LINK_SHARE = 0.8


def without_teasers(texts: list[Block], chosen: list[bool]) -> list[bool]:
    """The choice without teasers that stand below its text, in no element that holds paragraphs of it.

    A list of things that the article is about has linked headlines too: it stands among the article's paragraphs.
    """
    teasers = _find_teasers(texts)
    if not teasers:
        return chosen
    inside = [i for i, is_in in enumerate(chosen) if is_in and _holder(texts[i].node, teasers) is not None]
    if not inside:
        return chosen
    text = [i for i, is_in in enumerate(chosen) if is_in and i not in inside]
    above = [i for i in text if i < inside[0]]
    homes = {texts[i].unit.parent for i in above}
    is_below = sum(texts[i].words for i in above) >= MIN_WORDS_ABOVE
    if not is_below or any(texts[i].unit.parent in homes for i in text if i > inside[0]):
        return chosen
    result = list(chosen)
    for i in inside:
        teaser = _holder(texts[i].node, teasers)
        if teaser is not None and teaser not in homes and teaser.parent not in homes:
            result[i] = False
            texts[i].rule = "in a teaser with a headline of its own"
    return result


def _find_teasers(texts: list[Block]) -> set[Node]:
    """The small boxes around linked headlines that have several of their make on the page."""
    boxes: set[Node] = set()
    for block in texts:
        if block.level and block.link_share >= MIN_LINK_SHARE:
            box = block.node.parent
            while box is not None and box.last - box.first < 2:
                box = box.parent
            if box is not None and box.last - box.first <= MAX_TEASER_BLOCKS:
                boxes.add(box)
    makes = Counter([make_of(box) for box in boxes])
    return {box for box in boxes if makes[make_of(box)] >= MIN_TEASERS}


def _holder(node: Node, boxes: set[Node]) -> Node | None:
    """The nearest of the boxes around a node."""
    walker: Node | None = node
    for _ in range(MAX_LEVELS):
        if walker is None or walker in boxes:
            return walker
        walker = walker.parent
    return None
