"""What a block's score is made of: small whole numbers (bins), one per feature, each with a learned table of its own.

Every number here is cheap: dictionary look-ups, counts and comparisons. What the bins mean is in `FEATURES`; what they
are worth was learned from labelled pages by tools/learn_body.py and stands in body_tables.json.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from ..lexicon.match import lines_of
from ..model.draft import Block, Draft, Node

WORD_EDGES = (1, 2, 3, 4, 6, 8, 11, 15, 20, 28, 40, 60, 90, 150)
"""Lower edges of the length bins, in words (a word is two characters where there are no spaces)."""

SHARE_EDGES = (0.01, 0.1, 0.25, 0.5, 0.8, 0.98)
MASS_EDGES = (0.02, 0.1, 0.25, 0.5, 0.75, 0.95)
COUNT_EDGES = (1, 2, 4, 8, 16)
NAME_EDGES = (-6.0, -4.0, -3.0, -2.0, -1.4, -0.9, -0.5, -0.2, 0.2, 0.5, 0.9, 1.4, 2.0, 3.0, 4.0, 6.0)
DISTANCE_EDGES = (-20, -5, -2, 0, 1, 2, 3, 5, 8, 12, 20, 40, 80)

LONG_WORDS = 12
"""From here on a block with few links counts as running text."""

MAX_TEXT_LINK_SHARE = 0.4
MIN_WORD_CHARS = 12
"""Words longer than this on average: a script without spaces."""

_NAME_TOKEN = re.compile(r"[a-z]{2,}")
_ODD = re.compile(r"[©|@›»•→]|https?:|www\.")
_SENTENCE_INSIDE = re.compile(r"[.!?…][\"'”’»)]*\s|[。！？।؟]")
_LAST_CHAR = {
    **dict.fromkeys(".!?…。！？।؟", 1), **dict.fromkeys("\"”»'’」)", 2), **dict.fromkeys(":：", 3),
    **dict.fromkeys(",;،、", 4),
}  # fmt: skip
_TAGS = {
    tag: i
    for i, tag in enumerate(
        ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "figcaption", "blockquote", "button", "label",
         "dt", "dd", "section", "article", "header", "footer", "aside", "pre", "body", "span", "a", "address", "caption",
         "legend", "summary", "center", "form", "ul", "main"), 1,
    )
}  # fmt: skip


def bin_of(value: float, edges: tuple[float, ...]) -> int:
    """How many of the edges lie at or below the value."""
    return bisect_right(edges, value)


def count_words(text: str) -> int:
    """Words of a text; in scripts without spaces half its characters."""
    words = text.count(" ") + 1
    return words if words * MIN_WORD_CHARS > len(text) else max(words, len(text) // 2)


def name_tokens(names: str) -> list[str]:
    """The words in a node's names: letters only, two and more."""
    return _NAME_TOKEN.findall(names)


@dataclass(slots=True)
class NameWeights:
    """Learned weights of the words in names, for the block's own element, its parent, and all above."""

    own: dict[str, float] = field(default_factory=dict)
    parent: dict[str, float] = field(default_factory=dict)
    above: dict[str, float] = field(default_factory=dict)


class PageFacts:
    """What the blocks of one page have in common; made once per page."""

    def __init__(self, draft: Draft, weights: NameWeights) -> None:
        self.texts = [b for b in draft.blocks if b.kind == "text" and not b.hidden and b.role != "removed"]
        self.weights = weights
        self.lines = lines_of(draft)
        self.own_cache: dict[str, float] = {}
        self.parent_cache: dict[Node, float] = {}
        self.above_cache: dict[Node, float] = {}
        self.place_cache: dict[Node, tuple[int, int]] = {}
        self.node_words: Counter[Node] = Counter()
        self.node_linked: Counter[Node] = Counter()
        self.long_siblings: Counter[tuple[Node | None, str]] = Counter()
        self.copies = Counter(b.text for b in self.texts)
        title = next((b.index for b in draft.blocks if b.role == "title"), None)
        self.title_index = title
        description = draft.value("description")
        self.description = " ".join(description.split()) if isinstance(description, str) else ""
        article_body = draft.value("article_body")
        self.article_body = " ".join(article_body.split()) if isinstance(article_body, str) else ""
        if len(self.article_body) < 200:
            self.article_body = ""
        self._measure()
        self.core = self._find_core()
        self.core_line = {node: i for i, node in enumerate(self.core.ancestors())} if self.core else {}

    def _measure(self) -> None:
        self.mass = 0.0
        self.scores: Counter[Node] = Counter()
        for block in self.texts:
            block.words = words = count_words(block.text)
            linked = words * block.link_share
            node: Node = block.node
            parent = node.parent
            self.node_words[node] += words
            self.node_linked[node] += linked  # type: ignore[assignment]
            if parent is not None:
                self.node_words[parent] += words
                self.node_linked[parent] += linked  # type: ignore[assignment]
                if parent.parent is not None:
                    self.node_words[parent.parent] += words
                    self.node_linked[parent.parent] += linked  # type: ignore[assignment]
            if words >= LONG_WORDS and block.link_share < MAX_TEXT_LINK_SHARE:
                self.long_siblings[parent, node.tag] += 1
                speaks = self.names_above(node) + self.names_parent(block) + self.names_own(block)
                weight = words * (1.0 if speaks > 0 else 0.5 if speaks > -2.0 else 0.1)
                self.mass += weight
                holder: Node | None = node
                for share in (0.6, 1.0, 0.6, 0.3):
                    # text bare in the node itself counts less than that of its children, as lines of one box do
                    if holder is None:
                        break
                    self.scores[holder] += weight * share  # type: ignore[assignment]
                    holder = holder.parent

    def _find_core(self) -> Node | None:
        return max(self.scores, key=lambda n: (self.scores[n], n.depth)) if self.scores else None

    def names_own(self, block: Block) -> float:
        """What the names of the block's own element weigh."""
        key = block.node.tag + " " + block.node.names + " " + block.inner
        value = self.own_cache.get(key)
        if value is None:
            value = sum(self.weights.own.get(t, 0.0) for t in own_tokens(block))
            self.own_cache[key] = value
        return value

    def names_parent(self, block: Block) -> float:
        """What the names of its parent weigh."""
        node = block.node.parent
        if node is None:
            return 0.0
        value = self.parent_cache.get(node)
        if value is None:
            value = sum(self.weights.parent.get(t, 0.0) for t in node_tokens(node))
            self.parent_cache[node] = value
        return value

    def names_above(self, node: Node) -> float:
        """Sum over all ancestors from the grandparent up."""
        start = node.parent.parent if node.parent is not None else None
        return self._above(start)

    def _above(self, node: Node | None) -> float:
        if node is None:
            return 0.0
        value = self.above_cache.get(node)
        if value is None:
            chain = []
            walker: Node | None = node
            while walker is not None and walker not in self.above_cache:
                chain.append(walker)
                walker = walker.parent
            value = self.above_cache[walker] if walker is not None else 0.0
            for item in reversed(chain):
                value += sum(self.weights.above.get(t, 0.0) for t in node_tokens(item))
                self.above_cache[item] = value
        return value

    def place(self, node: Node) -> tuple[int, int]:
        """(levels from the core up to the common ancestor, levels from there down to the node)."""
        found = self.place_cache.get(node)
        if found is None:
            down, walker = 0, node
            while walker not in self.core_line and walker.parent is not None:
                walker = walker.parent
                down += 1
            found = self.place_cache[node] = (self.core_line.get(walker, 9), down)
        return found


def own_tokens(block: Block) -> list[str]:
    """The words that speak for a block itself: its tag, names and covering inline elements."""
    return ["<" + block.node.tag, *name_tokens(block.node.names), *("_" + t for t in name_tokens(block.inner))]


def node_tokens(node: Node) -> list[str]:
    """The words that speak for a container: its tag and names."""
    return ["<" + node.tag, *name_tokens(node.names)]


FEATURES: tuple[tuple[str, int], ...] = (
    ("length", 15), ("link share", 7), ("sentences inside", 5), ("last character", 6), ("tag", 36),
    ("names of its element", 17), ("names of its parent", 17), ("names above", 17),
    ("levels up to the main container", 8), ("levels down from there", 8), ("side of the main container", 8),
    ("running text among its siblings", 6), ("text of the parent", 8), ("link share of the parent", 7),
    ("link share of the grandparent", 7), ("share of the page's text in the parent", 7),
    ("distance from the title", 15), ("stands in articleBody", 4), ("copies on the page", 4),
    ("is the description", 4), ("odd characters", 3), ("first character", 5), ("digits", 4),
    ("length of the block before", 8), ("links of the block before", 5), ("length of the block after", 8),
    ("links of the block after", 5), ("emphasis", 5), ("length two before", 6), ("length two after", 6),
    ("phrase", 20),
)  # fmt: skip
"""(name, number of bins) in the order of a block's row."""

PAIRS: tuple[tuple[str, str], ...] = (
    ("length", "tag"), ("length", "last character"), ("length", "link share"),
    ("levels up to the main container", "length"), ("levels up to the main container", "side of the main container"),
    ("levels up to the main container", "levels down from there"), ("names of its element", "length"),
    ("tag", "levels up to the main container"), ("length of the block before", "length of the block after"),
    ("link share", "levels up to the main container"), ("distance from the title", "length"),
    ("names above", "levels up to the main container"), ("names of its parent", "levels up to the main container"),
    ("running text among its siblings", "length"), ("stands in articleBody", "levels up to the main container"),
    ("stands in articleBody", "tag"), ("emphasis", "length of the block after"), ("phrase", "length"),
)  # fmt: skip
"""Features that are read together: a table over both their bins."""

_INDEX = {name: i for i, (name, _) in enumerate(FEATURES)}
_PAIR_PLACES = tuple((_INDEX[a], _INDEX[b], FEATURES[_INDEX[b]][1]) for a, b in PAIRS)


def block_rows(draft: Draft, facts: PageFacts) -> list[list[int]]:
    """For each of `facts.texts` its bins: the features', then the pairs'."""
    texts = facts.texts
    lengths = [bin_of(b.words, WORD_EDGES) for b in texts]
    rows = [_row(b, lengths[i], facts) for i, b in enumerate(texts)]
    short = [length // 2 for length in lengths]
    linked = [0 if b.link_share < 0.1 else 1 if b.link_share < 0.5 else 2 if b.link_share < 0.95 else 3 for b in texts]
    before, after = _INDEX["length of the block before"], _INDEX["length of the block after"]
    for i, j in pairwise(range(len(texts))):
        rows[j][before], rows[j][before + 1] = short[i], linked[i]
        rows[i][after], rows[i][after + 1] = short[j], linked[j]
    for i in range(len(texts) - 2):
        rows[i + 2][_INDEX["length two before"]] = lengths[i] // 3
        rows[i][_INDEX["length two after"]] = lengths[i + 2] // 3
    for row in rows:
        row.extend([row[a] * size + row[b] for a, b, size in _PAIR_PLACES])
    return rows


def _row(block: Block, length: int, facts: PageFacts) -> list[int]:
    text, node, link_share = block.text, block.node, block.link_share
    parent = node.parent or node
    grandparent = parent.parent or parent
    up, down = facts.place(node)
    words = facts.node_words
    sentences = len(_SENTENCE_INSIDE.findall(text)) if length > 5 else 0
    return [
        length,
        bin_of(link_share, SHARE_EDGES) if link_share else 0,
        min(sentences, 4),
        _LAST_CHAR.get(text[-1], 5 if text[-1].isdigit() else 0),
        _TAGS.get(block.tag, 0),
        bin_of(facts.names_own(block), NAME_EDGES),
        bin_of(facts.names_parent(block), NAME_EDGES),
        bin_of(facts.names_above(node), NAME_EDGES),
        min(up, 7),
        min(down, 7),
        _side(block, facts.core),
        bin_of(facts.long_siblings[node.parent, node.tag], COUNT_EDGES),
        bin_of(words[parent], (5, 15, 30, 80, 200, 500, 1200)),
        bin_of(facts.node_linked[parent] / (words[parent] or 1), SHARE_EDGES),
        bin_of(facts.node_linked[grandparent] / (words[grandparent] or 1), SHARE_EDGES),
        bin_of(facts.scores[parent] / facts.mass if facts.mass else 0.0, MASS_EDGES),
        14 if facts.title_index is None else bin_of(block.index - facts.title_index, DISTANCE_EDGES),
        _in_article_body(text, length, facts.article_body),
        min(facts.copies[text], 2) + (1 if facts.copies[text] > 1 and length > 7 else 0),
        _is_description(text, facts.description),
        0 if not _ODD.search(text) else 1 if length > 7 else 2,
        _first_character(text),
        0 if length > 7 else min(3, sum(map(str.isdigit, text)) * 6 // len(text)),
        7, 4, 7, 4,
        _emphasis(block),
        5, 5,
        block.attributes.get("phrase", 0),  # type: ignore[list-item]
    ]  # fmt: skip


def _side(block: Block, core: Node | None) -> int:
    """0 no core; 1–3 before it (far … near); 4 inside; 5–7 after it (near … far); counted in blocks."""
    if core is None:
        return 0
    if block.index < core.first:
        return 1 if block.index < core.first - 20 else 2 if block.index < core.first - 5 else 3
    if block.index >= core.last:
        return 5 if block.index < core.last + 5 else 6 if block.index < core.last + 20 else 7
    return 4


def _in_article_body(text: str, length: int, article_body: str) -> int:
    """0 none declared; 1 too short to tell; 2 not in it; 3 in it."""
    if not article_body:
        return 0
    if length < 3:
        return 1
    return 3 if text[:40] in article_body or (len(text) > 80 and text[-40:] in article_body) else 2


def _is_description(text: str, description: str) -> int:
    """0 none declared; 1 no; 2 begins alike; 3 is it."""
    if len(description) < 30:
        return 0
    if text[:30] != description[:30]:
        return 1
    return 3 if abs(len(text) - len(description)) < 10 else 2


def _first_character(text: str) -> int:
    first = text[0]
    if first.isupper():
        return 4 if text.isupper() else 1
    return 2 if first.islower() else 3 if first.isdigit() else 0


def _emphasis(block: Block) -> int:
    """0 plain; 1 all a link; 2 all bold; 3 all italic; 4 another covering inline element."""
    inner = block.inner
    if not inner:
        return 0
    words = inner.split(" ")
    if "a" in words:
        return 1
    if "strong" in words or "b" in words:
        return 2
    return 3 if "em" in words or "i" in words else 4
