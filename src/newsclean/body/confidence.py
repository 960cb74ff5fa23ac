"""How likely the body is right: the probability that its F1 against a careful reader's text is above 0.9.

A logistic sum over few numbers of the page, learned site by site by tools/learn_confidence.py; docs/score.md has the
reliability table.
"""

from __future__ import annotations

import json
import math
from functools import cache
from itertools import pairwise

from ..model.data_files import read_data
from ..model.draft import Block, Draft

WEIGHTS_FILE = "confidence.json"
NO_ARTICLE = 0.0
MAX_CONFIDENCE = 0.99
DOUBT_SCORE = 1.5
"""A block whose score lies nearer to 0 than this (log-odds) is doubtful."""
FAR_BLOCKS = 12
MIN_PROSE_WORDS = 9
MAX_SCORE = 8.0

FEATURES = (
    "base", "mean probability", "doubtful share", "words left out in doubt", "length", "short", "gaps", "prose left out",
    "template share", "all in one container", "has title", "other kind",
)  # fmt: skip


def find_confidence(draft: Draft) -> float:
    """0–1, to three places; 0 where the page has no body."""
    body = draft.with_role("body")
    if not body or not sum(b.words for b in body):
        return NO_ARTICLE
    if draft.is_text:
        return round(min(MAX_CONFIDENCE, _mean_probability(body)), 3)
    total = sum(w * x for w, x in zip(load_weights(), confidence_row(draft, body), strict=True))
    return round(min(MAX_CONFIDENCE, 1 / (1 + math.exp(-total))), 3)


def confidence_row(draft: Draft, body: list[Block]) -> list[float]:
    """The numbers of FEATURES for a page with a body."""
    words = sum(b.words for b in body) or 1
    texts = draft.facts["page"].texts if "page" in draft.facts else []
    near = [b for b in texts if b.role not in ("body", "heading", "title", "dek", "byline", "caption", "disclosure")]
    left_out = sum(b.words for b in near if b.score > -DOUBT_SCORE)
    prose = sum(b.words for b in near if b.words >= MIN_PROSE_WORDS and b.link_share < 0.3 and b.score > -4)
    homes: dict[object, int] = {}
    makes: dict[object, int] = {}
    for block in body:
        homes[block.node.parent] = homes.get(block.node.parent, 0) + block.words
        make = (block.node.tag, block.node.names)
        makes[make] = makes.get(make, 0) + block.words
    return [
        1.0,
        _mean_probability(body),
        sum(b.words for b in body if b.score < DOUBT_SCORE) / words,
        min(1.0, left_out / words),
        min(8.0, math.log(1 + words)) / 8,
        1.0 if words < 60 else 0.0,
        min(6, sum(b.index - a.index > FAR_BLOCKS for a, b in pairwise(body))) / 6,
        min(1.0, prose / words),
        max(makes.values()) / words,
        max(homes.values()) / words,
        1.0 if draft.with_role("title") else 0.0,
        0.0 if draft.kind == "article" else 1.0,
    ]


def _mean_probability(body: list[Block]) -> float:
    """The mean of what single scores say, weighted by words."""
    words = sum(b.words for b in body) or 1
    return sum(b.words / (1 + math.exp(-max(-MAX_SCORE, min(MAX_SCORE, b.score)))) for b in body) / words


@cache
def load_weights() -> list[float]:
    """One weight a feature; read once, never changed."""
    data = json.loads(read_data(__package__, WEIGHTS_FILE))
    return [float(data[name]) for name in FEATURES]
