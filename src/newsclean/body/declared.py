"""What to do where hardly anything scored as text: the element that says by its name that it holds the article's body."""

from __future__ import annotations

import math
import re
from collections import defaultdict

from ..model.draft import Block, Node

MIN_WORDS = 50
"""With so many words chosen the score is trusted."""
MIN_GAIN = 2.0
"""The element must hold so many times the words that were chosen."""
MIN_SHARE = 0.8
"""Of nested elements named so the innermost with this share of the words is it."""
MAX_LINK_SHARE = 0.5
MIN_SCORE = -2.5
"""Where some text was chosen, what joins it has at least this score: the rest is what stands around the short news."""
MAX_NESTED = 8
"""Of elements named so that stand in one another as many are looked at."""
_BODY_NAMES = re.compile(
    r"(?:article|story|entry|post|news|text)[-_ ]?(?:body|content|text)|(?:body|content)[-_](?:text|copy)"
)


def with_declared(texts: list[Block], chosen: list[bool]) -> list[bool]:
    """The choice with all text of the element named as the article's body, where there is little else.

    Lists of winners, of results, of ingredients: lines of one or two words that no score takes for text.
    """
    words = count_chosen(texts, chosen)
    if words >= MIN_WORDS:
        return chosen
    body = _declared(texts, max(MIN_WORDS, MIN_GAIN * words))
    if body is None:
        return chosen
    result = list(chosen)
    bar = MIN_SCORE if words else -math.inf
    for i, block in enumerate(texts):
        is_inside = body.first <= block.index < body.last and block.link_share < MAX_LINK_SHARE
        if is_inside and not chosen[i] and block.score > bar:
            result[i] = True
            block.rule = "in the element named as the article's body"
    return result


def _declared(texts: list[Block], min_words: float) -> Node | None:
    held: defaultdict[Node, float] = defaultdict(float)
    known: dict[Node, tuple[Node, ...]] = {}
    for block in texts:
        for node in _named_around(block.node, known):
            held[node] += block.words * (1 - block.link_share)
    if not held:
        return None
    best = max(held, key=lambda n: (held[n], n.depth))
    if held[best] < min_words:
        return None
    return max((n for n in held if held[n] >= MIN_SHARE * held[best]), key=lambda n: (n.depth, held[n]))


def _named_around(node: Node, known: dict[Node, tuple[Node, ...]]) -> tuple[Node, ...]:
    """The innermost few elements around a node that are named so; `known` keeps what was found for other nodes."""
    line: list[Node] = []
    walker: Node | None = node
    while walker is not None and walker not in known:
        line.append(walker)
        walker = walker.parent
    found = known[walker] if walker is not None else ()
    for each in reversed(line):
        if each.names and _BODY_NAMES.search(each.names):
            found = (each, *found[: MAX_NESTED - 1])
        known[each] = found
    return found


def count_chosen(texts: list[Block], chosen: list[bool]) -> int:
    """The words of the chosen blocks."""
    return sum(b.words for b, inside in zip(texts, chosen, strict=True) if inside)
