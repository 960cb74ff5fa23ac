"""The additive score: the sum of what each feature's table says of a block."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from ..model.data_files import read_data
from ..model.draft import Draft
from .context import CONTEXT, CONTEXT_PAIRS, CONTEXT_PLACES, context_columns
from .features import FEATURES, PAIR_PLACES, PAIRS, PageFacts, block_columns, pair_columns
from .looks import Look
from .name_words import NameWeights

TABLES_FILE = "body_tables.json"

FIRST_GROUPS = (
    ("length", "last character", "link share"), ("length", "tag"), ("names of its element", "length"),
    ("distance from the title", "length"), ("levels up to the main container", "running text among its siblings", "length"),
    ("levels up to the main container", "side of the main container", "levels down from there"),
    ("stands in articleBody", "tag", "levels up to the main container"), ("link share", "levels up to the main container"),
    ("names above", "levels up to the main container"), ("names of its parent", "levels up to the main container"),
    ("text of the parent", "share of the page's text in the parent"),
    ("link share of the parent", "link share of the grandparent"), ("sentences inside", "first character", "odd characters"),
    ("copies on the page", "is the description", "digits"),
    ("length of the block before", "emphasis", "length of the block after"),
    ("links of the block before", "links of the block after"), ("length two before", "length two after"),
)  # fmt: skip
"""In the order in which `first_scores` reads them."""

CONTEXT_GROUPS = (
    ("first score", "siblings"), ("first score", "template"), ("siblings", "template"), ("phrase", "first score"),
    ("phrase", "size"), ("first score", "size"), ("article's share of its container", "siblings", "size"),
    ("first score", "levels up to the article"), ("two before", "two after"), ("first score", "two after"),
    ("side of the article", "levels up to the article", "levels down from there"),
    ("parent's text", "levels up to the article"), ("grandparent's text",),
)  # fmt: skip
"""In the order in which `context_scores` reads them."""


class Tables:
    """The learned tables of both looks, and the weights of the words in names."""

    __slots__ = ("context", "first", "names")

    def __init__(self, data: dict[str, Any]) -> None:
        self.first = Look(data["base"], data["tables"], FEATURES, PAIRS, FIRST_GROUPS)
        self.context = Look(data["context_base"], data["context"], CONTEXT, CONTEXT_PAIRS, CONTEXT_GROUPS)
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
    first = first_scores(model.first, columns)
    again = context_columns(facts, first)
    for block, score in zip(facts.texts, context_scores(model.context, again), strict=True):
        block.score = score
    if draft.explain:
        rows = zip(*pair_columns(columns, PAIR_PLACES), strict=True)
        contexts = zip(*pair_columns(again, CONTEXT_PLACES), strict=True)
        for block, row, context in zip(facts.texts, rows, contexts, strict=True):
            block.terms = [
                (name, t[i]) for name, t, i in zip(CONTEXT_TERMS, model.context.tables, context, strict=True)
            ]
            found = zip(FIRST_TERMS, model.first.tables, row, strict=True)
            block.terms += [(f"first: {name}", t[i]) for name, t, i in found]
    return facts


def first_scores(look: Look, columns: list[Sequence[int]]) -> list[float]:
    """For each block what the first look says; `columns` has its bins in the order of `FEATURES`."""
    (
        by_end, by_tag, by_own, by_distance, by_running, by_place, by_declared, by_links, by_above, by_parent, by_mass,
        by_linked, by_marks, by_copies, by_near, by_near_links, by_far,
    ) = look.joint  # fmt: skip
    base = look.base
    return [
        base + by_end[length][last][links] + by_tag[length][tag] + by_own[own][length] + by_distance[distance][length]
        + by_running[up][running][length] + by_place[up][side][down] + by_declared[declared][tag][up]
        + by_links[links][up] + by_above[above][up] + by_parent[parent][up] + by_mass[text][mass]
        + by_linked[linked][linked_above] + by_marks[inside][first][odd] + by_copies[copies][described][digits]
        + by_near[before][emphasis][after] + by_near_links[links_before][links_after] + by_far[two_before][two_after]
        for (
            length, links, inside, last, tag, own, parent, above, up, down, side, running, text, linked, linked_above, mass,
            distance, declared, copies, described, odd, first, digits, before, links_before, after, links_after, emphasis,
            two_before, two_after,
        ) in zip(*columns, strict=True)
    ]  # fmt: skip


def context_scores(look: Look, columns: list[Sequence[int]]) -> list[float]:
    """For each block what the second look says; `columns` has its bins in the order of `CONTEXT`."""
    (
        by_siblings, by_template, by_kin, by_phrase, by_phrase_size, by_size, by_share, by_level, by_near, by_after, by_place,
        by_held, by_held_above,
    ) = look.joint  # fmt: skip
    base = look.base
    return [
        base + by_siblings[score][siblings] + by_template[score][template] + by_kin[siblings][template]
        + by_phrase[phrase][score] + by_phrase_size[phrase][size] + by_size[score][size] + by_share[share][siblings][size]
        + by_level[score][up] + by_near[before][after] + by_after[score][after] + by_place[side][up][down]
        + by_held[held][up] + by_held_above[held_above]
        for (
            score, siblings, template, held, held_above, before, after, up, down, side, share, size, phrase,
        ) in zip(*columns, strict=True)
    ]  # fmt: skip


FIRST_TERMS = (*(name for name, _ in FEATURES), *(f"{a} × {b}" for a, b in PAIRS))
CONTEXT_TERMS = (*(name for name, _ in CONTEXT), *(f"{a} × {b}" for a, b in CONTEXT_PAIRS))
