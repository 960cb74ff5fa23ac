"""The additive score: the sum of what each feature's table says of a block."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from ..model.draft import Draft
from .context import CONTEXT, CONTEXT_PAIRS, context_columns
from .features import FEATURES, PAIRS, NameWeights, PageFacts, block_columns

TABLES_FILE = "body_tables.json"


class Tables:
    """The learned tables of both looks: a base and one list of floats per feature and pair; log-odds of being body."""

    __slots__ = ("base", "context", "context_base", "names", "tables")

    def __init__(self, data: dict[str, Any]) -> None:
        self.base: float = data["base"]
        self.tables: list[list[float]] = data["tables"]
        self.context_base: float = data["context_base"]
        self.context: list[list[float]] = data["context"]
        self.names = NameWeights(**data["names"])


@cache
def load_tables() -> Tables:
    """The tables that ship with the package; read once, never changed."""
    text = resources.files(__package__).joinpath(TABLES_FILE).read_text("utf-8")
    return Tables(json.loads(text))


def score_blocks(draft: Draft) -> PageFacts:
    """Set each text block's `score` (log-odds of being body) and, where the draft explains, its `terms`."""
    model = load_tables()
    facts = PageFacts(draft, model.names)
    columns = block_columns(facts)
    first = _add_up(model.base, model.tables, columns)
    again = context_columns(facts, first)
    for block, score in zip(facts.texts, _add_up(model.context_base, model.context, again), strict=True):
        block.score = score
    if draft.explain:
        for block, row, context in zip(facts.texts, zip(*columns, strict=True), zip(*again, strict=True), strict=True):
            block.terms = [(name, t[i]) for name, t, i in zip(CONTEXT_TERMS, model.context, context, strict=True)]
            block.terms += [(f"first: {name}", t[i]) for name, t, i in zip(FIRST_TERMS, model.tables, row, strict=True)]
    return facts


def _add_up(base: float, tables: list[list[float]], columns: list[Sequence[int]]) -> list[float]:
    """For each block the base and what each table says of its bin."""
    terms = [map(table.__getitem__, column) for table, column in zip(tables, columns, strict=True)]
    return [base + sum(row) for row in zip(*terms, strict=True)]


FIRST_TERMS = (*(name for name, _ in FEATURES), *(f"{a} × {b}" for a, b in PAIRS))
CONTEXT_TERMS = (*(name for name, _ in CONTEXT), *(f"{a} × {b}" for a, b in CONTEXT_PAIRS))
