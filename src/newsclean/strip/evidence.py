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
_TOKEN = re.compile(r"[a-z]{2,}")
_NUMBER = re.compile(r"\d+")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_PRICE = re.compile(r"[$€£¥]\s?\d|\d\s?[€£]|\d\s?%")
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "”", '"', "»")


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
        self.language = draft.language or _language(draft)
        self.lines = lines_of(draft)
        self.matches: dict[int, Match | None] = {}
        self.indexes = [b.index for b in self.texts]
        self.place = {index: i for i, index in enumerate(self.indexes)}
        self.names: dict[tuple[str, str], tuple[str, ...]] = {}
        self.hints: dict[str, tuple[str, ...]] = {}
        self.labels: dict[Node, tuple[Block | None, str]] = {}
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
        """The noise phrase that the block is or holds, looked up once."""
        index = block.index
        if index not in self.matches:
            self.matches[index] = self.lines.classify(block.text, self.language, "removed")
        return self.matches[index]

    def own_features(self, block: Block) -> list[str]:
        """Features of the block's words, place and neighbours."""
        return [*self.spot_features(*self.spot(block)), *self.word_features(block)]

    def spot(self, block: Block) -> tuple[int, int, str]:
        """The block's size and link share as bins, and the side of the article on which it stands, and how far off."""
        linked = bisect_right(SHARE_EDGES, block.link_share)
        return bisect_right(CHAR_EDGES, len(block.text)), linked, self._side(block.index)

    def spot_features(self, size: int, linked: int, side: str) -> tuple[str, ...]:
        """Features of size, links and place."""
        return f"size{size}", f"link{linked}", f"size{size}link{linked}", f"side{side}", f"side{side[0]}link{linked}"

    def word_features(self, block: Block) -> list[str]:
        """Features of the block's words and neighbours."""
        text, match, at = block.text, self.match(block), self.place[block.index]
        found = [f"phrase-{match.reason}-{match.how}" if match else "no-phrase"]
        if text.endswith(_ENDS):
            found.append(f"sentence{min(bisect_right(CHAR_EDGES, len(text)), 8)}")
        if self.counts[text] > 1:
            found.append("repeated")
        if _NUMBER.search(text):
            found.append("clock" if _CLOCK.search(text) else "number")
            if _PRICE.search(text):
                found.append("price")
        if text[0] in "#@":
            found.append("hash" + text[0])
        found.append("before-" + (self._short(self.texts[at - 1]) if at else "none"))
        found.append("after-" + (self._short(self.texts[at + 1]) if at + 1 < len(self.texts) else "none"))
        found.extend(self._labels(block))
        if block.inner:
            found.extend("inner-" + t for t in set(_TOKEN.findall(block.inner)))
        return found

    def _side(self, index: int) -> str:
        if index < self.first:
            return f"A{bisect_right(DISTANCE_EDGES, self.first - index)}"
        if index < self.start:
            return f"B{bisect_right(DISTANCE_EDGES, self.start - index)}"
        if index <= self.last:
            return "C"
        return f"D{bisect_right(DISTANCE_EDGES, index - self.last)}"

    def _short(self, block: Block) -> str:
        """What the block is to its neighbours."""
        found = self.shorts.get(block.index)
        if found is None:
            found = self.shorts[block.index] = self._find_short(block)
        return found

    def _find_short(self, block: Block) -> str:
        if block.role not in (None, "removed"):
            return block.role
        match = self.match(block)
        if match is not None and match.how == "line":
            return match.reason
        return f"text{bisect_right(SHARE_EDGES, block.link_share)}{min(2, len(block.text) // 60)}"

    def _labels(self, block: Block) -> list[str]:
        """What the first line of each container around the block says of it."""
        found: list[str] = []
        node: Node | None = block.node
        for level in range(LABEL_LEVELS):
            if node is None or node.tag in ("body", "html", "#root"):
                break
            first, reason = self._label(node)
            if reason and first is not block:
                found.append(f"label{level}-{reason}")
                found.append(f"label-{reason}")
                break
            node = node.parent
        return found

    def _label(self, node: Node) -> tuple[Block | None, str]:
        """A container's first line, and of what kind of noise it is the label; the same for all blocks inside."""
        found = self.labels.get(node)
        if found is None:
            at = bisect_left(self.indexes, node.first)
            first = self.texts[at] if at < len(self.texts) and self.indexes[at] < node.last else None
            match = self.match(first) if first is not None and len(first.text) < MAX_LABEL_CHARS else None
            found = first, match.reason if match is not None and match.how in ("line", "opener") else ""
            self.labels[node] = found
        return found

    def node_features(self, node: Node) -> tuple[str, ...]:
        """Features of a container: its tag, names and hints."""
        key = (node.tag, node.names)
        found = self.names.get(key)
        if found is None:
            tokens = dict.fromkeys(_TOKEN.findall(node.names))
            hints = find_hints(node.names, self.hints)
            found = self.names[key] = (f"<{node.tag}", *map(".".__add__, tokens), *map("?".__add__, hints))
        return found

    def box_features(self, node: Node) -> tuple[str, ...]:
        """Features of what a container holds: how many texts, how much of them is links."""
        first, last = node.first, min(node.last, len(self.draft.blocks))
        chars = self.chars_before[last] - self.chars_before[first] or 1
        share = bisect_right(SHARE_EDGES, (self.linked_before[last] - self.linked_before[first]) / chars)
        count = bisect_right(COUNT_EDGES, self.texts_before[last] - self.texts_before[first])
        return f"box{count}link{share}", f"boxlink{share}"


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


def _language(draft: Draft) -> str | None:
    value = draft.value("language")
    return value if isinstance(value, str) else None
