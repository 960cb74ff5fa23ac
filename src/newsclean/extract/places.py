"""Where a block stands: the names around it and a short path for provenance."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..model.draft import Block, Draft, Node

_WORD = re.compile(r"[a-z]+")


def path_of(block: Block) -> str:
    """Tag and first name of the block's element and of its parent, as a selector ("header.article-head > h1")."""
    parts: list[str] = []
    node: Node | None = block.node
    while node is not None and len(parts) < 2 and node.tag != "#root":
        name = node.names.split(" ", 1)[0] if node.names else ""
        parts.append(f"{node.tag}.{name}" if name else node.tag)
        node = node.parent
    return " > ".join(reversed(parts))


def name_words(node: Node, levels: int = 3) -> set[str]:
    """The words in the names of a node and of its next ancestors."""
    words: set[str] = set()
    for _ in range(levels):
        if node.names:
            words |= node.words
        if node.parent is None:
            break
        node = node.parent
    return words


def own_words(block: Block) -> set[str]:
    """The words in the names of the block's element and of the inline elements that hold its whole text.

    An element without names has its parent's.
    """
    node = block.node
    named = node if node.names or node.parent is None else node.parent
    return {*named.words, *_WORD.findall(block.inner)} if block.inner else set(named.words)


class Span(NamedTuple):
    """Where the article stands among `draft.blocks`: its title, its first and its last body block (-1 for none)."""

    title: int
    first: int
    last: int

    @property
    def start(self) -> int:
        """The title, or the first body block where there is no title; 0 for a page without either."""
        return self.title if self.title >= 0 else max(self.first, 0)


def article_span(draft: Draft) -> Span:
    """The article's place; body blocks before the title count only where there is no other."""
    title = next((b.index for b in draft.blocks if b.role == "title"), -1)
    body = [b.index for b in draft.blocks if b.role == "body"]
    behind = [i for i in body if i > title] or body
    return Span(title, behind[0] if behind else -1, body[-1] if body else -1)
