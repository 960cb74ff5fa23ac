"""Readers' comments below an article: prose like the article's, and often more of it, so that scores do not tell them."""

from __future__ import annotations

import re

from ..model.draft import Block, Node

MIN_WORDS_BEFORE = 40
"""Words of scored text that must stand before and outside of a box, so that a name alone hides no article: a page may
call itself `has-comments`, and a forum is nothing but comments."""

MIN_PROSE_WORDS = 8
"""Of a block that counts among them."""

_NAME = re.compile(
    r"(?:^|[ _-])(?:comments|comment[_-]?(?:list|section|area|thread|threads|container|wrapper|wrap|box|block|body|text|item|content|"
    r"message|feed|stream|tree|group|respond)|disqus[a-z_-]{0,20}|livefyre|spotim|viafoura|kommentare|kommentarer|commentaires|"
    r"comentarios|commenti|reacties|yorumlar|komentarze|komentare)(?:$|[ _-])"
)
"""Class names and ids of the boxes that hold readers' comments, of one or of all."""

_PARTS = ("omment", "disqus", "livefyre", "spotim", "viafoura", "comentarios", "reacties", "yorumlar", "komentar")
"""One of these is in every name that the pattern finds; to look for them first takes a third of its time."""


def find_comments(texts: list[Block]) -> set[int]:
    """The places of the blocks that stand in a box named for readers' comments, below the article's text."""
    boxes = _Boxes()
    is_below: dict[Node, bool] = {}
    found: set[int] = set()
    words = 0
    for place, block in enumerate(texts):
        box = boxes[block.node]
        if box is not None and is_below.setdefault(box, words >= MIN_WORDS_BEFORE):
            found.add(place)
        elif block.words >= MIN_PROSE_WORDS and block.score > 0:
            words += block.words
    return found


class _Boxes(dict[Node, Node | None]):
    """Node → the outermost element around it that is named for comments, itself among them."""

    def __init__(self) -> None:
        super().__init__()
        self._named: dict[str, bool] = {}

    def __missing__(self, node: Node) -> Node | None:
        line = [node]
        walker = node.parent
        while walker is not None and walker not in self:
            line.append(walker)
            walker = walker.parent
        found = self[walker] if walker is not None else None
        for each in reversed(line):
            if found is None and each.names and each.tag not in ("html", "body") and self._is_named(each.names):
                found = each
            self[each] = found
        return found

    def _is_named(self, names: str) -> bool:
        known = self._named.get(names)
        if known is None:
            known = any(map(names.__contains__, _PARTS)) and _NAME.search(names) is not None
            self._named[names] = known
        return known
