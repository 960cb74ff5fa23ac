"""What a block stands as among its siblings: its element, or the box around it that holds nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..model.draft import Block, Node

MIN_BOXES = 3
"""Boxes of one make that hold one block each, before they are seen through."""
_NO_DIGITS = str.maketrans("", "", "0123456789")
_CLOSED = frozenset(("aside", "nav", "footer", "form", "figure", "blockquote", "body"))
"""What stands alone in one of these still stands apart."""
_ITEMS = frozenset(("li", "td", "th", "dd", "dt"))
"""An item is one of its list, also where it is the only one."""


def mark_units(texts: list[Block]) -> None:
    """Set each block's `unit`: a paragraph in a box of its own stands as the box, where the page has several such boxes.

    A box without names says nothing; one with names that no other has is there for a reason (an offer, a note on the author).
    """
    own = [(block, [(box, make_of(box)) for box in _own_boxes(block.node)]) for block in texts if _is_alone(block.node)]
    boxes = Counter([make for _, around in own for _, make in around])
    for block in texts:
        block.unit = block.node
    for block, around in own:
        for box, make in around:
            if box.names and boxes[make] < MIN_BOXES:
                break
            block.unit = box


def _is_alone(node: Node) -> bool:
    """Whether the element around a node may be a box of its own: quicker than to begin to look, and mostly False."""
    parent = node.parent
    return parent is not None and parent.last - parent.first <= 1


def _own_boxes(node: Node) -> Iterator[Node]:
    """The elements around a node that hold no other block, from within."""
    if node.last - node.first > 1 or node.tag in _ITEMS:
        return
    parent = node.parent
    while parent is not None and parent.last - parent.first <= 1 and parent.tag not in _CLOSED:
        yield parent
        if parent.tag in _ITEMS:
            return
        parent = parent.parent


def make_of(box: Node) -> tuple[str, str]:
    """What boxes of one make have in common: tag and names, but for numbers."""
    return box.tag, box.names.translate(_NO_DIGITS)


def own_names(block: Block) -> str:
    """The names of the block's element and of the boxes around it that hold nothing else."""
    node, unit = block.node, block.unit
    names = node.names
    while node is not unit and node.parent is not None:
        node = node.parent
        names = f"{names} {node.names}" if node.names else names
    return names


def index_of(block: Block) -> int:
    """The block's place on the page, to look for one among others by it."""
    return block.index
