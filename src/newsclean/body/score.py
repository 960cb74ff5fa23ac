"""The additive score: the sum of what each feature's table says of a block."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from ..model.draft import Draft
from .context import CONTEXT, CONTEXT_PAIRS, context_rows
from .features import FEATURES, PAIRS, NameWeights, PageFacts, block_rows

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
    rows = block_rows(draft, facts)
    first = [model.base + sum([table[i] for table, i in zip(model.tables, row, strict=True)]) for row in rows]
    again = context_rows(facts, first)
    for block, row in zip(facts.texts, again, strict=True):
        block.score = model.context_base + sum([table[i] for table, i in zip(model.context, row, strict=True)])
    if draft.explain:
        for block, row, context in zip(facts.texts, rows, again, strict=True):
            block.terms = [(name, t[i]) for name, t, i in zip(CONTEXT_TERMS, model.context, context, strict=True)]
            block.terms += [(f"first: {name}", t[i]) for name, t, i in zip(FIRST_TERMS, model.tables, row, strict=True)]
    return facts


FIRST_TERMS = (*(name for name, _ in FEATURES), *(f"{a} × {b}" for a, b in PAIRS))
CONTEXT_TERMS = (*(name for name, _ in CONTEXT), *(f"{a} × {b}" for a, b in CONTEXT_PAIRS))
