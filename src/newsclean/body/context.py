"""The second look: what a block's siblings, template, neighbours and container say, once each has a first score.

Same make as the first: bins, learned tables, a sum. It is here that structure speaks: paragraphs of one container go
together, the fifth teaser of a list falls with the other four, a live blog's entries share their template.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from ..lexicon.match import Match, PageLines
from ..model.draft import Block, Node
from .features import MAX_TEXT_LINK_SHARE, PageFacts, Places, pair_columns, sides_of

SCORE_EDGES = (-6.0, -4.0, -3.0, -2.2, -1.6, -1.1, -0.7, -0.3, 0.0, 0.3, 0.7, 1.1, 1.6, 2.2, 3.0, 4.0, 6.0)
MEAN_EDGES = (-4.0, -2.5, -1.5, -0.8, -0.3, 0.0, 0.3, 0.8, 1.5, 2.5, 4.0)
ARTICLE_EDGES = (0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99)
SIZE_EDGES = (3, 7, 14, 40)
MIN_WEIGHT = 1e-6
_NONE = len(MEAN_EDGES) + 1
_MEAN_BINS = _NONE + 1
MAX_SCORE = 5.0
"""A first score beyond this says no more in a mean."""

CONTEXT: tuple[tuple[str, int], ...] = (
    ("first score", len(SCORE_EDGES) + 1), ("siblings", _MEAN_BINS), ("template", _MEAN_BINS),
    ("parent's text", _MEAN_BINS), ("grandparent's text", _MEAN_BINS), ("two before", _MEAN_BINS),
    ("two after", _MEAN_BINS), ("levels up to the article", 8), ("levels down from there", 8), ("side of the article", 8),
    ("article's share of its container", 8), ("size", 5), ("phrase", 24),
)  # fmt: skip
"""(name, bins) of the second look's features, in row order."""

CONTEXT_PAIRS: tuple[tuple[str, str], ...] = (
    ("first score", "siblings"), ("first score", "template"), ("two before", "two after"),
    ("first score", "levels up to the article"), ("levels up to the article", "levels down from there"),
    ("first score", "size"), ("siblings", "size"), ("parent's text", "levels up to the article"),
    ("side of the article", "levels up to the article"), ("first score", "two after"), ("siblings", "template"),
    ("phrase", "first score"), ("phrase", "size"),
)  # fmt: skip

_INDEX = {name: i for i, (name, _) in enumerate(CONTEXT)}
CONTEXT_PLACES = tuple((_INDEX[a], _INDEX[b], CONTEXT[_INDEX[b]][1]) for a, b in CONTEXT_PAIRS)


MIN_PHRASE_SCORE = -3.0
"""Phrases are looked up only for blocks that may be body: the rest is lost anyway."""

_REASONS = (
    "ad", "related", "promo", "furniture", "author_bio", "tags", "comments", "navigation", "credit", "breadcrumb",
)  # fmt: skip


class _Means:
    """Weighted means of the scores of groups, from each of which one member can be left out."""

    def __init__(self, scores: list[float], weights: list[float]) -> None:
        self.weighted = [score * weight for score, weight in zip(scores, weights, strict=True)]
        self.weights = weights

    def bins(self, keys: Iterable[object]) -> list[int]:
        """For each block the bin of the mean of the blocks with its key, itself left out."""
        numbers: dict[object, int] = {}
        groups = [numbers.setdefault(key, len(numbers)) for key in keys]
        totals, sizes = [0.0] * len(numbers), [0.0] * len(numbers)
        for group, weighted, weight in zip(groups, self.weighted, self.weights, strict=True):
            totals[group] += weighted
            sizes[group] += weight
        return self.bins_in(groups, totals, sizes)

    def held_bins(self, parents: list[Node], grandparents: list[Node]) -> tuple[list[int], list[int]]:
        """For each block the bins of the means of what its parent holds and its grandparent, itself left out.

        A block counts for both.
        """
        totals: defaultdict[Node, float] = defaultdict(float)
        sizes: defaultdict[Node, float] = defaultdict(float)
        rows = zip(parents, grandparents, self.weighted, self.weights, strict=True)
        for parent, grandparent, weighted, weight in rows:
            totals[parent] += weighted
            sizes[parent] += weight
            if grandparent is not parent:
                totals[grandparent] += weighted
                sizes[grandparent] += weight
        return self.bins_in(parents, totals, sizes), self.bins_in(grandparents, totals, sizes)

    def bins_in(self, keys: Sequence[Any], totals: Any, sizes: Any) -> list[int]:
        """For each block the bin of its group's mean, itself left out; `totals` and `sizes` are the groups' by key."""
        return [
            bisect_right(MEAN_EDGES, (totals[key] - weighted) / left)
            if (left := sizes[key] - weight) > MIN_WEIGHT
            else _NONE
            for key, weighted, weight in zip(keys, self.weighted, self.weights, strict=True)
        ]

    def window(self, before: bool) -> list[int]:
        """For each block the bin of the mean of the two before it, or after it."""
        weighted, weights, count = self.weighted, self.weights, len(self.weights)
        if before:
            pairs = zip([0.0, 0.0, *weighted], [0.0, *weighted], [0.0, 0.0, *weights], [0.0, *weights], strict=False)
        else:
            rest = [0.0, 0.0]
            pairs = zip(weighted[1:] + rest, weighted[2:] + rest, weights[1:] + rest, weights[2:] + rest, strict=False)
        return [
            bisect_right(MEAN_EDGES, (a + b) / weight) if (weight := v + w) else _NONE
            for a, b, v, w in islice(pairs, count)
        ]


def context_columns(facts: PageFacts, scores: list[float]) -> list[Sequence[int]]:
    """The bins of `facts.texts` at the second look, given the first scores: a column for each feature."""
    texts = facts.texts
    capped = [MAX_SCORE if s > MAX_SCORE else -MAX_SCORE if s < -MAX_SCORE else s for s in scores]
    means = _Means(capped, list(map(math.sqrt, [b.words for b in texts])))
    parents = [b.unit.parent or b.unit for b in texts]
    grandparents = [parent.parent or parent for parent in parents]
    held, held_above = means.held_bins(parents, grandparents)
    article, share = _article(texts, scores, facts.shares)
    places = Places(article)
    below = {parent: places.below(parent) for parent in {b.unit.parent for b in texts}}
    levels = [places.get(b.unit) or below[b.unit.parent] for b in texts]
    up, down = zip(*levels, strict=True) if levels else ((), ())
    return [
        [bisect_right(SCORE_EDGES, score) for score in scores],
        means.bins([(parent, b.node.tag, b.level) for parent, b in zip(parents, texts, strict=True)]),
        means.bins([_template(b) for b in texts]),
        held,
        held_above,
        means.window(before=True),
        means.window(before=False),
        up,
        down,
        sides_of(texts, article),
        [bisect_right(ARTICLE_EDGES, share)] * len(texts),
        [bisect_right(SIZE_EDGES, b.words) for b in texts],
        [_phrase(b, facts.lines) if s > MIN_PHRASE_SCORE else 0 for b, s in zip(texts, scores, strict=True)],
    ]


def context_rows(facts: PageFacts, scores: list[float]) -> list[list[int]]:
    """For each of `facts.texts` its bins of the second look, given the first scores."""
    return [list(row) for row in zip(*pair_columns(context_columns(facts, scores), CONTEXT_PLACES), strict=True)]


_TOPICS = frozenset(("ai", "sponsored", "affiliate", "correction", "update", "licence"))
"""Kinds of disclosure that are in the news themselves: a text that does not speak of itself may report on them."""


def _phrase(block: Block, lines: PageLines) -> int:
    """0 no known phrase; 1–22 its reason, doubled by whether the phrase is the line's own or only stands in it; 23 in passing."""
    match = lines.classify(block.text)
    if match is None or (
        match.reason in _TOPICS and match.how == "contains" and not lines.speaks_of_itself(block.text)
    ):
        return 0
    if is_in_passing(match, block):
        return len(_REASONS) * 2 + 3
    reason = _REASONS.index(match.reason) if match.role == "removed" else len(_REASONS)
    return 1 + 2 * reason + (match.how in ("contains", "closer"))


def is_in_passing(match: Match, block: Block) -> bool:
    """Whether a phrase of noise only stands in a text so long that it does not tell what the text is."""
    return match.role == "removed" and match.how in ("contains", "closer") and block.words >= SIZE_EDGES[-1]


def _template(block: Block) -> tuple[str, ...]:
    """What blocks made by one template have in common."""
    node = block.node
    parent = node.parent or node
    return node.tag, node.names, parent.tag, parent.names, block.inner[:20]


def _article(texts: list[Block], scores: list[float], shares: list[float]) -> tuple[Node | None, float]:
    """The container of the text that scored well, and the share of that text which it holds itself."""
    held: defaultdict[Node, float] = defaultdict(float)
    total = 0.0
    for block, score, link_share in zip(texts, scores, shares, strict=True):
        if score <= 0 or link_share > MAX_TEXT_LINK_SHARE:
            continue
        weight = block.words / (1 + math.exp(-score))
        total += weight
        node: Node | None = block.unit
        for factor in (0.6, 1.0, 0.6, 0.3):
            if node is None:
                break
            held[node] += weight * factor
            node = node.parent
    if not held:
        return None, 0.0
    article = max(held, key=lambda n: (held[n], n.depth))
    return article, min(1.0, held[article] / total)
