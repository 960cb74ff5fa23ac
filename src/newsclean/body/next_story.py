"""A further article on the same page, below the first: an `<article>` of its own, with a headline of its own."""

from __future__ import annotations

from ..model.draft import Block
from .trimming import MIN_WORDS_ABOVE

MAX_ABOVE_HEADLINE = 4
"""Kicker, picture, date: so many blocks an article has above its headline."""


def without_next_story(texts: list[Block], chosen: list[bool]) -> list[bool]:
    """The choice up to the `<article>` that a first-level headline begins, where enough text stands above it.

    One article over several `<article>`s has one headline; several of its sections may have first-level ones, inside it.
    """
    above, last = 0, -1
    for i, block in enumerate(texts):
        home = block.node.within("article") if block.level == 1 and above >= MIN_WORDS_ABOVE else None
        if home is not None and last < home.first and block.index - home.first <= MAX_ABOVE_HEADLINE:
            return _cut(texts, chosen, i)
        if chosen[i]:
            above, last = above + block.words, block.index
    return chosen


def _cut(texts: list[Block], chosen: list[bool], end: int) -> list[bool]:
    for block, is_in in zip(texts[end:], chosen[end:], strict=True):
        if is_in:
            block.rule = "in a further article of the page"
    return [*chosen[:end], *[False] * (len(chosen) - end)]
