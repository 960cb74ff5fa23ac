"""Boxes and pull quotes: what is part of the article, but set apart from its running text.

A box around nothing but a block quote or pictures is that quote, those pictures.
"""

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
    kinds: dict[Node, Kind | None] = {}
    held: dict[Node, list[Block]] = defaultdict(list)
    for block in members:
        for node in block.node.ancestors():
            if node not in kinds:
                kinds[node] = _kind_of(node)
            if kinds[node] is not None:
                held[node].append(block)
    limit = MAX_SHARE * sum(len(block.text) for block in members)
    return {
        node: kind
        for node, blocks in held.items()
        if (kind := kinds[node]) is not None
        and sum(len(block.text) for block in blocks) <= limit
        and not (kind == "box" and all(not block.text or block.node.within("blockquote") for block in blocks))
    }


def _kind_of(node: Node) -> Kind | None:
    names = node.names.replace("_", "-")
    if _PULL.search(names):
        return "pull"
    return "box" if node.tag == "aside" or _BOX.search(names) else None
