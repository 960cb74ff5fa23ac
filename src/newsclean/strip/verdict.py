"""Which kind of noise a block is: a sum of learned weights, one row per feature, one column per reason."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib import resources
from operator import add

from ..model.draft import Block, Draft, Node
from .evidence import PageEvidence

FACT = "noise"
"""Where a page's verdicts are kept among `draft.facts`."""


@dataclass(frozen=True, slots=True)
class _Model:
    reasons: tuple[str, ...]
    base: list[float]
    rows: dict[str, list[float]]


def find_verdicts(draft: Draft) -> dict[int, str]:
    """For each visible text block without a role: index → the reason that most speaks for."""
    model = _model()
    page = PageEvidence(draft)
    above: dict[Node, list[float]] = {}
    verdicts: dict[int, str] = {}
    for block in page.texts:
        if block.role is None:
            totals = _totals(block, page, model, above)
            verdicts[block.index] = _name(model.reasons[totals.index(max(totals))], block, page)
    return verdicts


def verdicts_of(draft: Draft) -> dict[int, str]:
    """The page's verdicts, found once and kept for the steps that follow."""
    found = draft.facts.get(FACT)
    if found is None:
        found = draft.facts[FACT] = find_verdicts(draft)
    return dict(found)


def mark_reason(draft: Draft, *reasons: str) -> None:
    """Remove the blocks without a role whose verdict is one of the reasons."""
    verdicts = draft.facts.get(FACT) or verdicts_of(draft)
    for block in draft.blocks:
        if block.role is None and verdicts.get(block.index) in reasons:
            draft.remove(block, verdicts[block.index])


def _totals(block: Block, page: PageEvidence, model: _Model, above: dict[Node, list[float]]) -> list[float]:
    rows, parent = model.rows, block.node.parent
    totals = model.base
    features = [*page.own_features(block), *page.node_features(block.node, 0)]
    if parent is not None:
        features += page.node_features(parent, 1)
        features += page.box_features(parent.parent or parent)
        if parent.parent is not None:
            totals = list(map(add, totals, _above(parent.parent, page, model, above)))
    for feature in features:
        row = rows.get(feature)
        if row is not None:
            totals = list(map(add, totals, row))
    return totals


def _above(node: Node, page: PageEvidence, model: _Model, above: dict[Node, list[float]]) -> list[float]:
    """The sum over a container and all above it."""
    chain: list[Node] = []
    walker: Node | None = node
    while walker is not None and walker not in above:
        chain.append(walker)
        walker = walker.parent
    totals = above[walker] if walker is not None else [0.0] * len(model.reasons)
    for item in reversed(chain):
        for feature in page.node_features(item, 2):
            row = model.rows.get(feature)
            if row is not None:
                totals = list(map(add, totals, row))
        above[item] = totals
    return above[node]


def _name(reason: str, block: Block, page: PageEvidence) -> str:
    if reason == "navigation":
        for node in block.node.ancestors():
            if "crumb" in node.names:
                return "breadcrumb"
    return reason


@functools.cache
def _model() -> _Model:
    data = json.loads(resources.files(__package__).joinpath("noise_weights.json").read_text(encoding="utf-8"))
    return _Model(tuple(data["reasons"]), data["base"], data["rows"])
