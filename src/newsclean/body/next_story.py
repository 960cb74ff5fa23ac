"""A further article on the same page, below the first: an `<article>` of its own, with a headline of its own."""

from __future__ import annotations

from ..model.draft import Block, Node
from .trimming import MIN_WORDS_ABOVE
from .units import make_of

MAX_ABOVE_HEADLINE = 4
"""Kicker, picture, date: so many blocks an article has above its headline."""


def find_next_story(texts: list[Block], chosen: list[bool], title: Node | None) -> int:
    """The place of the headline that begins a further `<article>` below enough text; the number of blocks where none does.

    One article over several `<article>`s has one headline; several of its sections may have first-level ones, inside it.
    A second-level one begins a further article where the first is an `<article>` of the same make, headline and all, and
    no other of that make goes without.
    """
    own = title.within("article") if title is not None else None
    above, last = 0, -1
    for i, block in enumerate(texts):
        home = block.node.within("article") if block.level in (1, 2) and above >= MIN_WORDS_ABOVE else None
        if home is not None and last < home.first and block.index - home.first <= MAX_ABOVE_HEADLINE:
            if block.level == 1:
                return i
            if own is not None and _is_next(home, own):
                if not _is_in_parts(own, texts):
                    return i
                own = None  # parts of one article: no second-level heading begins another
        if chosen[i]:
            above, last = above + (0 if block.level else block.words), block.index
    return len(texts)


def _is_in_parts(own: Node, texts: list[Block]) -> bool:
    """Whether one of the elements behind the headline's, of the same make, begins without a headline of its own."""
    begins: dict[Node, bool] = {}
    for block in texts:
        other = block.node.within("article")
        if other is not None and block.index - other.first <= MAX_ABOVE_HEADLINE and _is_next(other, own):
            begins[other] = begins.get(other, False) or block.level in (1, 2)
    return not all(begins.values())


def _is_next(home: Node, own: Node) -> bool:
    """Whether an element of the same make as the headline's stands behind that."""
    return own.last <= home.first and make_of(own) == make_of(home)
