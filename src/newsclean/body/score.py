"""The additive score: the sum of what each feature's table says of a block."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from ..model.data_files import read_data
from ..model.draft import Draft
from .context import CONTEXT, CONTEXT_PAIRS, CONTEXT_PLACES, context_columns
from .features import FEATURES, PAIR_PLACES, PAIRS, PageFacts, block_columns, pair_columns
from .name_words import NameWeights

TABLES_FILE = "body_tables.json"

PairTable = list[list[float]]
"""What a pair of features is worth, by the bin of the first, then of the second."""


class Tables:
    """The learned tables of both looks: a base and one list of floats per feature and pair; log-odds of being body."""

    __slots__ = ("base", "context", "context_base", "context_pairs", "names", "pairs", "tables")

    def __init__(self, data: dict[str, Any]) -> None:
        self.base: float = data["base"]
        self.tables: list[list[float]] = data["tables"]
        self.pairs = _by_first(self.tables, PAIR_PLACES)
        self.context_base: float = data["context_base"]
        self.context: list[list[float]] = data["context"]
        self.context_pairs = _by_first(self.context, CONTEXT_PLACES)
        self.names = NameWeights(**data["names"])


@cache
def load_tables() -> Tables:
    """The tables that ship with the package; read once, never changed."""
    text = read_data(__package__, TABLES_FILE)
    return Tables(json.loads(text))


def score_blocks(draft: Draft) -> PageFacts:
    """Set each text block's `score` (log-odds of being body) and, where the draft explains, its `terms`."""
    model = load_tables()
    facts = PageFacts(draft, model.names)
    columns = block_columns(facts)
    first = _add_up(model.base, model.tables, model.pairs, columns, PAIR_PLACES)
    again = context_columns(facts, first)
    scores = _add_up(model.context_base, model.context, model.context_pairs, again, CONTEXT_PLACES)
    for block, score in zip(facts.texts, scores, strict=True):
        block.score = score
    if draft.explain:
        rows = zip(*pair_columns(columns, PAIR_PLACES), strict=True)
        contexts = zip(*pair_columns(again, CONTEXT_PLACES), strict=True)
        for block, row, context in zip(facts.texts, rows, contexts, strict=True):
            block.terms = [(name, t[i]) for name, t, i in zip(CONTEXT_TERMS, model.context, context, strict=True)]
            block.terms += [(f"first: {name}", t[i]) for name, t, i in zip(FIRST_TERMS, model.tables, row, strict=True)]
    return facts


def _add_up(
    base: float,
    tables: list[list[float]],
    pairs: list[PairTable],
    columns: list[Sequence[int]],
    places: Sequence[tuple[int, int, int]],
) -> list[float]:
    """For each block the base and what each table says of its bin, then each pair's table of its two."""
    terms: list[Iterable[float]] = [map(t.__getitem__, column) for t, column in zip(tables, columns, strict=False)]
    terms += [
        [table[i][j] for i, j in zip(columns[a], columns[b], strict=True)]
        for table, (a, b, _) in zip(pairs, places, strict=True)
    ]
    return [base + sum(row) for row in zip(*terms, strict=True)]


def _by_first(tables: list[list[float]], places: Sequence[tuple[int, int, int]]) -> list[PairTable]:
    """The tables of the pairs, which come last, each as one list for each bin of the pair's first feature."""
    last = tables[len(tables) - len(places) :]
    return [
        [table[at : at + size] for at in range(0, len(table), size)]
        for table, (_, _, size) in zip(last, places, strict=True)
    ]


FIRST_TERMS = (*(name for name, _ in FEATURES), *(f"{a} × {b}" for a, b in PAIRS))
CONTEXT_TERMS = (*(name for name, _ in CONTEXT), *(f"{a} × {b}" for a, b in CONTEXT_PAIRS))
