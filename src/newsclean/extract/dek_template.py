"""How a block is made beside the paragraphs of the text: its element and names, its look, its box."""

from __future__ import annotations

import re

from ..model.draft import Block, Node

KIN_BLOCKS = 4
"""Of so many paragraphs that follow, two made as the first say that it is one of them, whatever stands between."""
BODY_BLOCKS = 6
"""The body step may have taken a dek for the body's beginning: so many of its first blocks are looked at."""
SMALL_BOX = 6
"""A named box of more blocks than this holds more than a dek, and its name says nothing."""
WORD = re.compile(r"[a-z]+")
"""A word of class names in lower case."""
_EMPHASIS_NAMES = frozenset("bold medium semibold strong fett gras negrita italic".split())


class BodyTemplate:
    """What the first paragraphs of a page's text have in common, to compare a block with."""

    def __init__(self, body: list[Block]) -> None:
        self.body = body
        self.parents = {b.node.parent for b in body[1:] if b.node.parent is not None}

    def of(self, block: Block) -> str:
        """How the block stands to the next paragraph of the body: same element and names, same parent, elsewhere."""
        following = next((b for b in self.body if b.index > block.index), None)
        if following is None:
            return "alone"
        if following.node is block.node:
            return "part"
        same_names = following.tag == block.tag and following.node.names == block.node.names
        if following.node.parent is block.node.parent:
            return "same" if same_names else "sibling " + ("tag" if following.tag == block.tag else "other")
        inside = block.node.parent in self.parents
        return f"apart{' named alike' if same_names else ''}{' inside' if inside else ''}"

    def emphasis(self, block: Block) -> str:
        """Whether the whole text is set off, and whether the next paragraph's is too."""
        own = is_emphasis(block)
        following = next((b for b in self.body if b.index > block.index), None)
        if following is not None and is_emphasis(following):
            return f"{own} too"
        return f"{own}"

    def is_made_as_text(self, block: Block) -> bool:
        """Whether the paragraphs that follow are made alike, or it is all the text there is."""
        below = [b for b in self.body if b.index > block.index]
        if not below:
            return block.role == "body"
        template, around = self.of(block), tuple(below[0].node.ancestors())
        return (
            template in ("same", "part")
            or block.node in around
            or (template.startswith("apart named alike") and block.node.parent in around)
            or sum(_is_made_alike(block.node, b.node) for b in below[:KIN_BLOCKS]) >= min(2, len(below))
        )

    def has_own_box(self, block: Block) -> bool:
        """Whether a few lines share a box in which no paragraph of the body's kind stands."""
        parent = block.node.parent
        return (
            parent is not None
            and parent.last - parent.first <= SMALL_BOX
            and not any(b.node.parent is parent for b in self.body[BODY_BLOCKS:])
            and parent.last <= (self.body[-1].index if self.body else 0)
        )


def _is_made_alike(a: Node, b: Node) -> bool:
    """Whether two elements and all that wraps each of them are the same up to one that holds both, but for numbers in names."""
    left: Node | None = a
    right: Node | None = b
    while left is not None and right is not None and left is not right:
        if left.tag != right.tag or (left.names != right.names and left.words != right.words):
            return False
        left, right = left.parent, right.parent
    return left is right


def is_emphasis(block: Block) -> bool:
    """Whether an inline element sets the whole text off."""
    if block.inner and not {"strong", "b", "em", "i"}.isdisjoint(block.inner.split()):
        return True
    return bool(block.node.names) and not _EMPHASIS_NAMES.isdisjoint(WORD.findall(block.node.names))
