"""Boxes and pull quotes: what is part of the article, but set apart from its running text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Literal

from ..model.draft import Block, Node

Kind = Literal["box", "pull"]

MAX_SHARE = 0.5
"""An element that holds more of the body than this is a layout."""
_BOX = re.compile(
    r"facts?-?(?:box|file)|fakta-?(?:box|boks|ruta|rute)|fakten-?(?:box|kasten)|info-?(?:box|boks|kasten)|box-?out\b"
    r"|explainer-?box|encadre|recuadro|riquadro|kadertekst"
)
_PULL = re.compile(r"pull-?quote|quote-?pull")


def find_set_apart(members: list[Block]) -> dict[Node, Kind]:
    """The elements among the body that are pull quotes (by their names) or boxes (by their names, or an aside)."""
    total = sum(len(block.text) for block in members) or 1
    held: dict[Node, list[Block]] = defaultdict(list)
    for block in members:
        for node in block.node.ancestors():
            if node.names or node.tag == "aside":
                held[node].append(block)
    found: dict[Node, Kind] = {}
    for node, blocks in held.items():
        kind = _kind_of(node, blocks)
        if kind is not None and sum(len(block.text) for block in blocks) <= MAX_SHARE * total:
            found[node] = kind
    return found


def _kind_of(node: Node, blocks: list[Block]) -> Kind | None:
    names = node.names.replace("_", "-")
    if _PULL.search(names):
        return "pull"
    # an aside around a block quote is that quote
    is_aside = node.tag == "aside" and not all(block.node.within("blockquote") for block in blocks)
    return "box" if is_aside or _BOX.search(names) else None
