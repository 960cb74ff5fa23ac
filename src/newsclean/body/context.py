"""The second look: what a block's siblings, template, neighbours and container say, once each has a first score.

Same make as the first: bins, learned tables, a sum. It is here that structure speaks: paragraphs of one container go
together, the fifth teaser of a list falls with the other four, a live blog's entries share their template.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from ..lexicon.match import PageLines
from ..model.draft import Block, Node
from .features import MAX_TEXT_LINK_SHARE, PageFacts, bin_of

SCORE_EDGES = (-6.0, -4.0, -3.0, -2.2, -1.6, -1.1, -0.7, -0.3, 0.0, 0.3, 0.7, 1.1, 1.6, 2.2, 3.0, 4.0, 6.0)
MEAN_EDGES = (-4.0, -2.5, -1.5, -0.8, -0.3, 0.0, 0.3, 0.8, 1.5, 2.5, 4.0)
_NONE = len(MEAN_EDGES) + 1
_MEAN_BINS = _NONE + 1
MAX_SCORE = 5.0
"""A first score beyond this says no more in a mean."""

CONTEXT: tuple[tuple[str, int], ...] = (
    ("first score", len(SCORE_EDGES) + 1), ("siblings", _MEAN_BINS), ("template", _MEAN_BINS),
    ("parent's text", _MEAN_BINS), ("grandparent's text", _MEAN_BINS), ("two before", _MEAN_BINS),
    ("two after", _MEAN_BINS), ("levels up to the article", 8), ("levels down from there", 8), ("side of the article", 8),
    ("article's share of its container", 8), ("size", 5), ("phrase", 23),
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
_PLACES = tuple((_INDEX[a], _INDEX[b], CONTEXT[_INDEX[b]][1]) for a, b in CONTEXT_PAIRS)


MIN_PHRASE_SCORE = -3.0
"""Phrases are looked up only for blocks that may be body: the rest is lost anyway."""

_REASONS = (
    "ad", "related", "promo", "furniture", "author_bio", "tags", "comments", "navigation", "credit", "breadcrumb",
)  # fmt: skip


class _Mean:
    """A weighted mean from which one member can be left out."""

    __slots__ = ("total", "weight")

    def __init__(self) -> None:
        self.total = 0.0
        self.weight = 0.0

    def add(self, score: float, weight: float) -> None:
        self.total += score * weight
        self.weight += weight

    def bin_without(self, score: float, weight: float) -> int:
        left = self.weight - weight
        return bin_of((self.total - score * weight) / left, MEAN_EDGES) if left > 1e-6 else _NONE


def context_rows(facts: PageFacts, scores: list[float]) -> list[list[int]]:
    """For each of `facts.texts` its bins of the second look, given the first scores."""
    texts = facts.texts
    capped = [max(-MAX_SCORE, min(MAX_SCORE, s)) for s in scores]
    weights = [math.sqrt(b.words) for b in texts]
    siblings: defaultdict[object, _Mean] = defaultdict(_Mean)
    templates: defaultdict[object, _Mean] = defaultdict(_Mean)
    parents: defaultdict[object, _Mean] = defaultdict(_Mean)
    keys = [_keys(b) for b in texts]
    for (sibling, template, parent, grandparent), score, weight in zip(keys, capped, weights, strict=True):
        siblings[sibling].add(score, weight)
        templates[template].add(score, weight)
        parents[parent].add(score, weight)
        if grandparent is not parent:
            parents[grandparent].add(score, weight)
    article, share = _article(texts, scores)
    line = {node: i for i, node in enumerate(article.ancestors())} if article else {}
    rows = []
    for i, block in enumerate(texts):
        score, weight = capped[i], weights[i]
        sibling, template, parent, grandparent = keys[i]
        up, down = _place(block.node, line)
        row = [
            bin_of(scores[i], SCORE_EDGES),
            siblings[sibling].bin_without(score, weight),
            templates[template].bin_without(score, weight),
            parents[parent].bin_without(score, weight),
            parents[grandparent].bin_without(score, weight),
            _window(capped, weights, range(max(0, i - 2), i)),
            _window(capped, weights, range(i + 1, min(len(texts), i + 3))),
            min(up, 7),
            min(down, 7),
            _side(block, article),
            bin_of(share, (0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99)),
            bin_of(block.words, (3, 7, 14, 40)),
            _phrase(block.text, facts.lines) if scores[i] > MIN_PHRASE_SCORE else 0,
        ]
        row.extend([row[a] * size + row[b] for a, b, size in _PLACES])
        rows.append(row)
    return rows


def _phrase(text: str, lines: PageLines) -> int:
    """0 no known phrase; else its reason, doubled by whether the phrase is the line's own or only stands in it."""
    match = lines.classify(text)
    if match is None:
        return 0
    reason = _REASONS.index(match.reason) if match.role == "removed" else len(_REASONS)
    return 1 + 2 * reason + (match.how in ("contains", "closer"))


def _keys(block: Block) -> tuple[object, object, object, object]:
    node = block.node
    parent = node.parent or node
    return (
        (parent, node.tag, block.level),
        (node.tag, node.names, parent.tag, parent.names, block.inner[:20]),
        parent,
        parent.parent or parent,
    )


def _window(scores: list[float], weights: list[float], places: Iterable[int]) -> int:
    total = weight = 0.0
    for i in places:
        total += scores[i] * weights[i]
        weight += weights[i]
    return bin_of(total / weight, MEAN_EDGES) if weight else _NONE


def _article(texts: list[Block], scores: list[float]) -> tuple[Node | None, float]:
    """The container of the text that scored well, and the share of that text which it holds itself."""
    held: defaultdict[Node, float] = defaultdict(float)
    total = 0.0
    for block, score in zip(texts, scores, strict=True):
        if score <= 0 or block.link_share > MAX_TEXT_LINK_SHARE:
            continue
        weight = block.words / (1 + math.exp(-score))
        total += weight
        node: Node | None = block.node
        for factor in (0.6, 1.0, 0.6, 0.3):
            if node is None:
                break
            held[node] += weight * factor
            node = node.parent
    if not held:
        return None, 0.0
    article = max(held, key=lambda n: (held[n], n.depth))
    return article, min(1.0, held[article] / total)


def _place(node: Node, line: dict[Node, int]) -> tuple[int, int]:
    down = 0
    walker = node
    while walker not in line and walker.parent is not None:
        walker = walker.parent
        down += 1
    return line.get(walker, 7), down


def _side(block: Block, article: Node | None) -> int:
    """0 none; 1–3 before the article's container (far … near); 4 inside; 5–7 after it (near … far)."""
    if article is None:
        return 0
    if block.index < article.first:
        return 1 if block.index < article.first - 20 else 2 if block.index < article.first - 5 else 3
    if block.index >= article.last:
        return 5 if block.index < article.last + 5 else 6 if block.index < article.last + 20 else 7
    return 4
