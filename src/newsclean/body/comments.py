"""Readers' comments below an article: prose like the article's, and often more of it, so that scores do not tell them.

Their box says what it holds, by its name or by the line that opens it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from ..model.draft import Block, Node
from .features import MAX_TEXT_LINK_SHARE
from .units import index_of, make_of

COMMENT = "in a box of readers' comments"
"""The rule that says so of a block."""

MIN_WORDS_BEFORE = 40
"""Words of scored text that must stand before and outside of a box, so that a name alone hides no article: a page may
call itself `has-comments`, and a forum is nothing but comments."""

MIN_SHORT_WORDS_BEFORE = 12
"""The same for a box whose names do not say that an article around it has comments: short news may have long ones."""

MIN_PROSE_WORDS = 8
"""Of a block that counts among them."""

MIN_WORDS_BEFORE_POSTS = 150
"""The same for a box that only its first line calls comments, and in which no stamp tells one post from the next: bars
with their number stand above the text as well."""
MIN_STAMPS = 2
MAX_STAMP_WORDS = 12
"""Lines of one make with a number in them, each above prose: when a post was written, and by whom."""
MAX_OPENING_WORDS, MAX_OPENING_CHARS = 5, 40
MAX_OPENING_LINK_SHARE = 0.5

_NAME = re.compile(
    r"(?:^|[ _-])(?:comments|comment[_-]?(?:list|section|area|thread|threads|container|wrapper|wrap|box|block|body|text|item|content|"
    r"message|feed|stream|tree|group|respond)|disqus[a-z_-]{0,20}|livefyre|spotim|viafoura|kommentare|kommentarer|commentaires|"
    r"comentarios|commenti|reacties|yorumlar|komentarze|komentare)(?:$|[ _-])"
)
"""Class names and ids of the boxes that hold readers' comments, of one or of all."""

_STATE = re.compile(
    r"(?:has|have|with|no|show|allow)[_-]?comment|comments?[_-](?:open|closed|enabled|disabled|on|off)(?:$|[ _-])"
)
"""Names that say of something else whether it has comments."""

_DIGIT = re.compile("[0-9]")
_PARTS = ("omment", "disqus", "livefyre", "spotim", "viafoura", "comentarios", "reacties", "yorumlar", "komentar")
"""One of these is in every name that the pattern finds; to look for them first takes a third of its time."""

_OPENING = re.compile(
    r"\b(?:comments?|komment(?:are?|arer|ek|it|tia)|commentaires?|comentarios?|comentários?|comentaris|commenti|reacties|yorum(?:lar)?|"
    r"komentar(?:ze|zy|e|i|y|ji|jev)?|komentáře|bình luận|комментари[ийев]*|коментар[иійів]*|σχόλια)\b|"
    r"コメント|评论|評論|留言|댓글|تعليقات|التعليقات|תגובות|टिप्पणि"
)
"""The words for comments, in small letters: a line of few words with one of them opens them."""


def find_comments(texts: list[Block], names: str) -> set[int]:
    """The places of the blocks that stand in a box of readers' comments, below the article's text.

    names: those of all elements around the blocks.

    The posts of a box that only its first line tells get the rule `COMMENT`: no name says later what they are.
    """
    parts = [part for part in _PARTS if part in names]
    boxes = _Boxes(parts)
    is_below: dict[Node, bool] = {}
    asked: dict[Node, bool] = {}
    found: set[int] = set()
    words, last, end = 0, -1, 0
    for place, block in enumerate(texts):
        box = boxes[block.node] if parts else None
        if box is not None and is_below.setdefault(box, _is_below(box, words)):
            found.add(place)
        elif block.index < end:
            found.add(place)
            if block.words >= MIN_PROSE_WORDS and block.link_share < MAX_TEXT_LINK_SHARE:
                block.rule = COMMENT
        elif block.words >= MIN_PROSE_WORDS and block.score > 0:
            words += block.words
            last = block.index
        elif words >= MIN_WORDS_BEFORE and _opens(block):
            end = _find_end(texts, place, last, words, asked)
    return found


def _is_below(box: Node, words: int) -> bool:
    """Whether so many words of text before a box named for comments are enough for it to stand below the article."""
    return words >= MIN_WORDS_BEFORE or (words >= MIN_SHORT_WORDS_BEFORE and _STATE.search(box.names) is None)


def _opens(block: Block) -> bool:
    """Whether a line says that comments follow; one that is a link leads to them."""
    text = block.text
    return (
        len(text) <= MAX_OPENING_CHARS
        and block.words <= MAX_OPENING_WORDS
        and block.link_share < MAX_OPENING_LINK_SHARE
        and block.tag not in ("button", "a")
        and _OPENING.search(text.lower()) is not None
    )


def _find_end(texts: list[Block], place: int, last: int, words: int, asked: dict[Node, bool]) -> int:
    """Where the box ends that a line opens and that holds none of the article's text (`last` is that text's last block).

    asked: the boxes that an earlier line was not found to open, and whether they hold prose; a later line has less below it.
    """
    node: Node | None = texts[place].node
    while node is not None and node.first > last:
        has_prose = asked.get(node)
        if has_prose is None:
            posts = texts[place + 1 : bisect_left(texts, node.last, place + 1, key=index_of)]
            has_prose = asked[node] = any(b.words >= MIN_PROSE_WORDS for b in posts)
            if has_prose and (words >= MIN_WORDS_BEFORE_POSTS or _has_stamps(posts)):
                return node.last
        if has_prose:
            return 0
        node = node.parent
    return 0


def _has_stamps(posts: list[Block]) -> bool:
    """Whether lines of one make, with a number in them, part the prose into posts."""
    makes = Counter(
        make_of(block.node)
        for block, after in pairwise(posts)
        if block.words <= MAX_STAMP_WORDS and after.words > block.words and _DIGIT.search(block.text)
    )
    return max(makes.values(), default=0) >= MIN_STAMPS


class _Boxes(dict[Node, Node | None]):
    """Node → the outermost element around it that is named for comments, itself among them."""

    def __init__(self, parts: list[str]) -> None:
        """`parts`: those of `_PARTS` that are in the page's names."""
        super().__init__()
        self._named = _Named(parts)

    def __missing__(self, node: Node) -> Node | None:
        line = [node]
        walker = node.parent
        while walker is not None and walker not in self:
            line.append(walker)
            walker = walker.parent
        found = self[walker] if walker is not None else None
        for each in reversed(line):
            if found is None and self._named[each.names] and each.tag not in ("html", "body"):
                found = each
            self[each] = found
        return found


class _Named(dict[str, bool]):
    """Names of an element → whether one is that of readers' comments."""

    def __init__(self, parts: list[str]) -> None:
        super().__init__()
        self._parts = parts

    def __missing__(self, names: str) -> bool:
        found = self[names] = any(map(names.__contains__, self._parts)) and _NAME.search(names) is not None
        return found
