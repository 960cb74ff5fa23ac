"""Which kind of noise a block is: a sum of learned weights, one row per feature, one column per reason."""

from __future__ import annotations

import functools
import json
import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.data_files import read_data
from ..model.draft import Block, Draft, Node
from .evidence import PageEvidence
from .phrases import is_labelled_link

_NEVER_IN_FOOT = frozenset(("tags", "author_bio", "comments", "credit", "dateline_only"))
"""What no site's foot holds: a verdict of these there means a menu, an imprint, a date of the site."""
_OUTWEIGHS: Mapping[tuple[str, str], frozenset[str]] = {
    ("related", "line"): frozenset(("ad", "dateline_only", "credit", "furniture", "promo", "author_bio", "navigation")),
    ("related", "opener"): frozenset(("ad", "promo", "tags", "author_bio", "dateline_only", "credit", "furniture")),
    ("ad", "line"): frozenset(("furniture", "related", "promo", "author_bio", "tags")),
    ("ad", "opener"): frozenset(("author_bio",)),
    ("ad", "contains"): frozenset(("promo",)),
    ("ad", "closer"): frozenset(("related",)),
    ("promo", "line"): frozenset(("ad", "furniture")),
    ("promo", "opener"): frozenset(("ad",)),
    ("author_bio", "line"): frozenset(("ad", "promo")),
    ("tags", "line"): frozenset(("furniture", "related", "promo")),
    ("navigation", "line"): frozenset(("promo", "ad")),
    ("navigation", "opener"): frozenset(("promo", "ad")),
    ("navigation", "contains"): frozenset(("promo",)),
    ("furniture", "line"): frozenset(("author_bio",)),
    ("furniture", "opener"): frozenset(("promo", "ad", "dateline_only")),
    ("comments", "opener"): frozenset(("promo", "dateline_only")),
}
"""What a phrase says, by its reason and how it stands in the line, → the verdicts that give way to it: on pages of sites
that nothing was learned from, the phrase was right where the two differed, by three to one or more."""
_READING = re.compile(r"read|lese|lectur|lettur|leitur|lees|las|luku|czyt|cten|чтени|читан|okuma|αναγνωσ")
"""In a phrase: it says how long the text takes to read, which goes with its date; "Listen, 4 min" is a player."""
FACT = "noise"
"""Where a page's verdicts are kept among `draft.facts`."""


_LANE = 32
"""Bits for a reason in a row."""


@dataclass(frozen=True, slots=True)
class _Model:
    """The learned weights: a row is one number that holds a weight for each reason side by side.

    So two rows are added by one addition, and the sum of many costs little more than looking them up.
    """

    reasons: tuple[str, ...]
    base: int
    rows: dict[str, int]
    levels: tuple[dict[str, int], ...]
    """The rows of a container's features by where it stands: the block's own element, its parent, all above."""
    lanes: struct.Struct
    halves: int
    """Half of what a lane can hold, in each: it makes weights positive, whatever was borrowed from the next."""

    def strongest(self, row: int) -> str:
        """The reason with the largest weight, the first of equals."""
        weights = self.lanes.unpack((row + self.halves).to_bytes(self.lanes.size, "little"))
        return self.reasons[weights.index(max(weights))]


def _sum_of(features: Iterable[str], rows: dict[str, int]) -> int:
    """What the features weigh together."""
    return sum(filter(None, map(rows.get, features)))


class _Sums:
    """What places and containers weigh on one page, each summed once."""

    def __init__(self, page: PageEvidence, model: _Model) -> None:
        self.page = page
        self.model = model
        self.above: dict[Node, int] = {}
        self.boxes: dict[Node, int] = {}
        self.containers: dict[tuple[int, str, str], int] = {}
        self.places: dict[Node | None, int] = {}
        self.spots: dict[tuple[int, int, str], int] = {}

    def spot_of(self, spot: tuple[int, int, str]) -> int:
        """The weights of a size, a share of links and a place; kept."""
        found = self.spots[spot] = _sum_of(self.page.spot_features(*spot), self.model.rows)
        return found

    def container(self, node: Node, level: int) -> int:
        """The weights of a container's tag and names."""
        key = (level, node.tag, node.names)
        found = self.containers.get(key)
        if found is None:
            found = self.containers[key] = _sum_of(self.page.node_features(node), self.model.levels[level])
        return found

    def place_in(self, parent: Node | None) -> int:
        """What every block of a parent begins with: the base, the parent's weights and what all around it weighs."""
        found = self.places.get(parent)
        if found is None:
            found = self.model.base
            if parent is not None:
                found += self.container(parent, 1) + self.around(parent)
            self.places[parent] = found
        return found

    def around(self, parent: Node) -> int:
        """What the box around a parent weighs, by what it holds and all above it; a root has none around it but itself."""
        box = parent.parent
        if box is None:
            return _sum_of(self.page.box_features(parent), self.model.rows)
        found = self.boxes.get(box)
        if found is None:
            found = self.boxes[box] = _sum_of(self.page.box_features(box), self.model.rows) + self.all_above(box)
        return found

    def all_above(self, node: Node) -> int:
        """The weights of a container and all above it."""
        chain: list[Node] = []
        walker: Node | None = node
        while walker is not None and walker not in self.above:
            chain.append(walker)
            walker = walker.parent
        total = self.above[walker] if walker is not None else 0
        for item in reversed(chain):
            total += self.container(item, 2)
            self.above[item] = total
        return total

    def reason(self, block: Block) -> str:
        """The reason that most speaks for."""
        node = block.node
        spot = self.page.spot(block)
        row = self.spots.get(spot) or self.spot_of(spot)
        row += self.place_in(node.parent) + self.container(node, 0)
        return self.model.strongest(row + _sum_of(self.page.word_features(block), self.model.rows))


def find_verdicts(draft: Draft) -> dict[int, str]:
    """For the visible text blocks without a role that the ledger accounts for: index → the reason that most speaks for."""
    page = PageEvidence(draft)
    sums = _Sums(page, _model())
    accounted = draft.find_accounted("full" if draft.explain else draft.ledger)
    return {
        block.index: _name(sums.reason(block), block, page)
        for block in page.texts
        if block.role is None and block.index in accounted
    }


def verdicts_of(draft: Draft) -> dict[int, str]:
    """The page's verdicts, found once and kept for the steps that follow; not to be changed."""
    found: dict[int, str] | None = draft.facts.get(FACT)
    if found is None:
        found = draft.facts[FACT] = find_verdicts(draft)
    return found


def mark_reason(draft: Draft, *reasons: str) -> None:
    """Remove the blocks without a role whose verdict is one of the reasons."""
    for index, reason in verdicts_of(draft).items():
        if reason in reasons:
            block = draft.blocks[index]
            if block.role is None:
                draft.remove(block, reason)


def _name(reason: str, block: Block, page: PageEvidence) -> str:
    """The reason, unless a whole phrase or the place says another outright."""
    if reason == "navigation" and page.crumbs[block.node]:
        return "breadcrumb"
    if ("©" in block.text or reason in _NEVER_IN_FOOT) and page.is_foot(block.node):
        return "navigation"
    match = page.match(block)
    if match is None:
        return "related" if reason == "promo" and is_labelled_link(block) else reason
    if reason == match.reason:
        return reason
    if match.reason == "navigation" and "©" in block.text:
        return "navigation"
    if reason == "dateline_only" and match.reason == "furniture" and _READING.search(match.phrase):
        return reason
    inside = reason == "navigation" and page.start < block.index < page.last  # no menu stands between paragraphs
    return match.reason if inside or reason in _OUTWEIGHS.get((match.reason, match.how), ()) else reason


@functools.cache
def _model() -> _Model:
    data = json.loads(read_data(__package__, "noise_weights.json"))
    rows = {name: _to_row(weights) for name, weights in data["rows"].items()}
    reasons = tuple(data["reasons"])
    levels = tuple({name[1:].lstrip("."): row for name, row in rows.items() if name[0] == level} for level in "012")
    halves = sum([1 << _LANE * place + _LANE - 1 for place in range(len(reasons))])
    return _Model(reasons, _to_row(data["base"]), rows, levels, struct.Struct(f"<{len(reasons)}I"), halves)


def _to_row(weights: list[float]) -> int:
    """In whole hundredths, whose sum does not depend on their order: reasons that weigh the same stay equal."""
    return sum([round(100 * weight) << _LANE * place for place, weight in enumerate(weights)])
