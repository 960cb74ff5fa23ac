"""What speaks for a block being this or that kind of noise: named features of its words, its place, and its containers.

What each is worth was learned from labelled pages by tools/learn_noise.py and stands in noise_weights.json.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate

from ..lexicon.match import Match, lines_of
from ..lexicon.names import find_hints
from ..model.draft import Block, Draft, Inherited, Node

SHARE_EDGES = (0.01, 0.3, 0.7, 0.95)
CHAR_EDGES = (3, 8, 15, 25, 40, 65, 100, 160, 260, 420)
DISTANCE_EDGES = (2, 4, 8, 16, 32, 64, 128)
COUNT_EDGES = (2, 3, 5, 9, 17, 40)
LABEL_LEVELS = 4
"""So many containers up, the first line of a box is asked whether it is a label."""
MAX_LABEL_CHARS = 80

_ARTICLE_NAMES = re.compile(r"article|story|entry|post|comment|card|teaser")
_FOOT_NAMES = re.compile(r"(?:^|[ _-])(?:site-?|page-?|global-?|main-?)?(?:footer|colophon)(?:$|[ _-])")
_ROOTS = ("body", "html")
_NO_BOXES = ("body", "html", "#root")
_TOKEN = re.compile(r"[a-z]{2,}")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_PRICE = re.compile(r"[$€£¥]\s?\d|\d\s?[€£]|\d\s?%")
_ENDS = '.!?…。！？।؟”"»'


class PageEvidence:
    """The evidence of one page; containers and name strings are looked at once."""

    def __init__(self, draft: Draft, texts: list[Block] | None = None) -> None:
        self.draft = draft
        self.texts = texts if texts is not None else [b for b in draft.blocks if b.kind == "text" and not b.hidden]
        body = [b.index for b in self.texts if b.role in ("body", "heading")]
        title = next((b.index for b in self.texts if b.role == "title"), None)
        self.first = title if title is not None and (not body or title < body[0]) else body[0] if body else 0
        self.start = body[0] if body else self.first
        self.last = body[-1] if body else self.first
        self.matches = lines_of(draft).classify_all([b.text for b in self.texts], draft.language, "removed")
        self.indexes = [b.index for b in self.texts]
        self.place = dict(zip(self.indexes, range(len(self.texts)), strict=True))
        self.names: dict[tuple[str, str], tuple[str, ...]] = {}
        self.labels: dict[Node, tuple[Block | None, str]] = {}
        self.labels_above: dict[Node | None, tuple[tuple[int, Block | None, str], ...]] = {}
        self.shorts: dict[int, str] = {}
        self.own = Inherited(_says_own)
        self.feet = Inherited(_says_foot)
        self.crumbs = Inherited(lambda node: True if "crumb" in node.names else None)
        self.counts = Counter([b.text for b in self.texts])
        # running sums over the page's blocks: a container's own are the difference of two; other blocks have no text
        self.texts_before = list(accumulate([b.kind == "text" for b in draft.blocks], initial=0))
        self.chars_before = list(accumulate([len(b.text) for b in draft.blocks], initial=0))
        self.linked_before = list(accumulate([b.link_chars for b in draft.blocks], initial=0))

    def is_foot(self, node: Node) -> bool:
        """Inside the site's own foot, not the article's."""
        return self.feet[node] and not self.own[node]

    def match(self, block: Block) -> Match | None:
        """The noise phrase that the block is or holds."""
        return self.matches[self.place[block.index]]

    def own_features(self, block: Block) -> list[str]:
        """Features of the block's words, place and neighbours."""
        return [*self.spot_features(*self.spot(block)), *self.word_features(block)]

    def spot(self, block: Block) -> tuple[int, int, str]:
        """The block's size and link share as bins, and the side of the article on which it stands, and how far off."""
        return bisect_right(CHAR_EDGES, len(block.text)), _link_bin(block), self._side(block.index)

    def spot_features(self, size: int, linked: int, side: str) -> tuple[str, ...]:
        """Features of size, links and place."""
        return f"size{size}", f"link{linked}", f"size{size}link{linked}", f"side{side}", f"side{side[0]}link{linked}"

    def word_features(self, block: Block) -> list[str]:
        """Features of the block's words and neighbours."""
        text, at = block.text, self.place[block.index]
        match = self.matches[at]
        found = [
            f"phrase-{match.reason}-{match.how}" if match else "no-phrase",
            "before-" + (self.shorts.get(at - 1) or self._short(at - 1)),
            "after-" + (self.shorts.get(at + 1) or self._short(at + 1)),
        ]
        if text[-1] in _ENDS:
            found.append(f"sentence{min(bisect_right(CHAR_EDGES, len(text)), 8)}")
        if self.counts[text] > 1:
            found.append("repeated")
        if _DIGIT.search(text):
            found.append("clock" if _CLOCK.search(text) else "number")
            if _PRICE.search(text):
                found.append("price")
        if text[0] in "#@":
            found.append("hash" + text[0])
        if block.node.tag not in _NO_BOXES:
            found += self._label_features(block)
        if block.inner:
            found.extend(["inner-" + token for token in set(_TOKEN.findall(block.inner))])
        return found

    def _side(self, index: int) -> str:
        if index < self.first:
            return f"A{bisect_right(DISTANCE_EDGES, self.first - index)}"
        if index < self.start:
            return f"B{bisect_right(DISTANCE_EDGES, self.start - index)}"
        if index <= self.last:
            return "C"
        return f"D{bisect_right(DISTANCE_EDGES, index - self.last)}"

    def _short(self, at: int) -> str:
        """What the text at a place is to its neighbours, kept."""
        found = self.shorts[at] = self._find_short(at)
        return found

    def _find_short(self, at: int) -> str:
        if not 0 <= at < len(self.texts):
            return "none"
        block, match = self.texts[at], self.matches[at]
        if block.role not in (None, "removed"):
            return block.role
        if match is not None and match.how == "line":
            return match.reason
        return f"text{_link_bin(block)}{min(2, len(block.text) // 60)}"

    def _label_features(self, block: Block) -> tuple[str, ...]:
        """What the first line of the nearest container that has a label says of the block."""
        node = block.node
        if node.first != block.index:  # else it begins with the block itself
            first, reason = self._label(node)
            if reason and first is not block:
                return f"label0-{reason}", f"label-{reason}"
        above = self.labels_above.get(node.parent)
        if above is None:
            above = self.labels_above[node.parent] = self._labels_above(node)
        for level, first, reason in above:
            if first is not block:
                return f"label{level}-{reason}", f"label-{reason}"
        return ()

    def _labels_above(self, node: Node) -> tuple[tuple[int, Block | None, str], ...]:
        """The labels of the containers around a node: how many levels up, the line, what noise it is the label of."""
        found: list[tuple[int, Block | None, str]] = []
        for level in range(1, LABEL_LEVELS):
            if node.parent is None or node.parent.tag in _NO_BOXES:
                break
            node = node.parent
            first, reason = self._label(node)
            if reason:
                found.append((level, first, reason))
        return tuple(found)

    def _label(self, node: Node) -> tuple[Block | None, str]:
        """A container's first line, and of what kind of noise it is the label; the same for all blocks inside."""
        found = self.labels.get(node)
        if found is None:
            at = bisect_left(self.indexes, node.first)
            first = self.texts[at] if at < len(self.texts) and self.indexes[at] < node.last else None
            match = self.matches[at] if first is not None and len(first.text) < MAX_LABEL_CHARS else None
            found = first, match.reason if match is not None and match.how in ("line", "opener") else ""
            self.labels[node] = found
        return found

    def node_features(self, node: Node) -> tuple[str, ...]:
        """Features of a container: its tag, with "<"; the words of its names, bare; and the hints in them, with "?"."""
        key = (node.tag, node.names)
        found = self.names.get(key)
        if found is None:
            hints = find_hints(node.names) if node.names else ()
            found = self.names[key] = (f"<{node.tag}", *node.words, *map("?".__add__, hints))
        return found

    def box_features(self, node: Node) -> tuple[str, ...]:
        """Features of what a container holds: how many texts, how much of them is links."""
        first, last = node.first, min(node.last, len(self.draft.blocks))
        chars = self.chars_before[last] - self.chars_before[first] or 1
        share = bisect_right(SHARE_EDGES, (self.linked_before[last] - self.linked_before[first]) / chars)
        count = bisect_right(COUNT_EDGES, self.texts_before[last] - self.texts_before[first])
        return f"box{count}link{share}", f"boxlink{share}"


def _link_bin(block: Block) -> int:
    return bisect_right(SHARE_EDGES, block.link_share) if block.link_chars else 0


def _says_own(node: Node) -> bool | None:
    if node.tag in _ROOTS:
        return None
    return True if node.tag == "article" or (node.names and _ARTICLE_NAMES.search(node.names)) else None


def _says_foot(node: Node) -> bool | None:
    if node.tag in _ROOTS:
        return None
    names = node.names
    named = ("foot" in names or "colophon" in names) and _FOOT_NAMES.search(names)
    return True if node.tag == "footer" or named else None
