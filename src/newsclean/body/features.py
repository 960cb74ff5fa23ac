"""What a block's score is made of: small whole numbers (bins), one per feature, each with a learned table of its own.

Every number here is cheap: dictionary look-ups, counts and comparisons. What the bins mean is in `FEATURES`; what they
are worth was learned from labelled pages by tools/learn_body.py and stands in body_tables.json.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from ..lexicon.match import lines_of
from ..model.draft import Block, Draft, Node
from .name_words import NameWeights, PageNames, own_element
from .units import mark_units

WORD_EDGES = (1, 2, 3, 4, 6, 8, 11, 15, 20, 28, 40, 60, 90, 150)
"""Lower edges of the length bins, in words (a word is two characters where there are no spaces)."""

SHARE_EDGES = (0.01, 0.1, 0.25, 0.5, 0.8, 0.98)
MASS_EDGES = (0.02, 0.1, 0.25, 0.5, 0.75, 0.95)
COUNT_EDGES = (1, 2, 4, 8, 16)
PARENT_WORD_EDGES = (5, 15, 30, 80, 200, 500, 1200)
NEAR_LINK_EDGES = (0.1, 0.5, 0.95)
NAME_EDGES = (-6.0, -4.0, -3.0, -2.0, -1.4, -0.9, -0.5, -0.2, 0.2, 0.5, 0.9, 1.4, 2.0, 3.0, 4.0, 6.0)
DISTANCE_EDGES = (-20, -5, -2, 0, 1, 2, 3, 5, 8, 12, 20, 40, 80)

MAX_LEVELS = 7

LONG_WORDS = 12
"""From here on a block with few links counts as running text."""

MAX_TEXT_LINK_SHARE = 0.4
MAX_NOISE_SCORE = -6.0
"""Log-odds, at most, of a block in a box of readers' comments, in a consent box, or of a menu in one piece, whatever its words."""
MIN_WORD_CHARS = 12
"""Words longer than this on average: a script without spaces."""

_ODD = ("©", "|", "@", "›", "»", "•", "→", "http:", "https:", "www.")
_DIGIT = re.compile("[0-9]")
_SENTENCE_INSIDE = re.compile(r"[.!?…。！？।؟](?:(?<=[。！？।؟])|[\"'”’»)]*\s)")
"""Begins with a set: a search that begins with alternatives takes more than twice as long."""
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


def count_words(text: str) -> int:
    """Words of a text; in scripts without spaces half its characters."""
    words = text.count(" ") + 1
    return words if words * MIN_WORD_CHARS > len(text) else max(words, len(text) // 2)


class PageFacts:
    """What the blocks of one page have in common; made once per page.

    texts, shares, lengths: the visible text blocks, their link shares, and the bins of their lengths.
    """

    def __init__(self, draft: Draft, weights: NameWeights) -> None:
        self.texts = [b for b in draft.blocks if b.kind == "text" and not b.hidden and b.role != "removed"]
        self.shares = [min(1.0, b.link_chars / len(b.text)) if b.link_chars else 0.0 for b in self.texts]
        self.lines = lines_of(draft)
        self.names = PageNames(weights)
        self.above: dict[Node, float] = {}
        self.node_words: defaultdict[Node, int] = defaultdict(int)
        self.node_linked: defaultdict[Node, float] = defaultdict(float)
        self.long_siblings: defaultdict[tuple[Node | None, str], int] = defaultdict(int)
        self.copies = Counter([b.text for b in self.texts])
        self.title_index = next((b.index for b in draft.blocks if b.role == "title"), None)
        description = draft.value("description")
        self.description = " ".join(description.split()) if isinstance(description, str) else ""
        article_body = draft.value("article_body")
        self.article_body = " ".join(article_body.split()) if isinstance(article_body, str) else ""
        if len(self.article_body) < 200:
            self.article_body = ""
        self._measure()
        self.core = self._find_core()
        self.places = Places(self.core)

    def _measure(self) -> None:
        self.mass = 0.0
        self.scores: defaultdict[Node, float] = defaultdict(float)
        node_words, node_linked = self.node_words, self.node_linked
        mark_units(self.texts)
        for block, share in zip(self.texts, self.shares, strict=True):
            block.words = words = count_words(block.text)
            linked = words * share
            holder: Node | None = block.unit
            for _ in range(3):
                if holder is None:
                    break
                node_words[holder] += words
                if linked:
                    node_linked[holder] += linked
                holder = holder.parent
            if words >= LONG_WORDS and share < MAX_TEXT_LINK_SHARE:
                self._measure_long(block, words)
        self.lengths = [bisect_right(WORD_EDGES, b.words) for b in self.texts]

    def _measure_long(self, block: Block, words: int) -> None:
        node, unit = block.node, block.unit
        self.long_siblings[unit.parent, node.tag] += 1
        speaks = self.names_above(unit.parent) + self.names_parent(unit.parent) + self.names.own(*own_element(block))
        weight = words * (1.0 if speaks > 0 else 0.5 if speaks > -2.0 else 0.1)
        self.mass += weight
        holder: Node | None = unit
        for share in (0.6, 1.0, 0.6, 0.3):
            # text bare in the node itself counts less than that of its children, as lines of one box do
            if holder is None:
                break
            self.scores[holder] += weight * share
            holder = holder.parent

    def _find_core(self) -> Node | None:
        return max(self.scores, key=lambda n: (self.scores[n], n.depth)) if self.scores else None

    def names_parent(self, node: Node | None) -> float:
        """What the names of a parent weigh."""
        return self.names[node.tag, node.names][1] if node is not None else 0.0

    def names_above(self, parent: Node | None) -> float:
        """What the names of all elements above a parent weigh."""
        above, names = self.above, self.names
        walker = parent.parent if parent is not None else None
        chain: list[Node] = []
        while walker is not None and walker not in above:
            chain.append(walker)
            walker = walker.parent
        value = above[walker] if walker is not None else 0.0
        for node in reversed(chain):
            value += names[node.tag, node.names][2]
            above[node] = value
        return value

    def linked_share(self, node: Node) -> float:
        """Share of a container's words that are links, 0–1."""
        return self.node_linked[node] / (self.node_words[node] or 1)

    def place(self, node: Node) -> tuple[int, int]:
        """(levels from the core up to the common ancestor, levels from there down to the node)."""
        return self.places[node]


class Places(dict[Node, tuple[int, int]]):
    """Node → (levels from a container up to the ancestor it shares with the node, levels from there down), as asked for.

    Levels beyond `MAX_LEVELS` are told as so many, and as many up where there is no container.
    """

    def __init__(self, container: Node | None) -> None:
        holders = container.ancestors() if container else ()
        super().__init__((node, (min(i, MAX_LEVELS), 0)) for i, node in enumerate(holders))

    def below(self, parent: Node | None) -> tuple[int, int]:
        """The place of what stands right below a parent, unless it has a place already."""
        up, down = self[parent] if parent is not None else (MAX_LEVELS, -1)
        return up, down + (down < MAX_LEVELS)

    def __missing__(self, node: Node) -> tuple[int, int]:
        chain = [node]
        walker = node.parent
        while walker is not None and walker not in self:
            chain.append(walker)
            walker = walker.parent
        up, down = self[walker] if walker is not None else (MAX_LEVELS, -1)
        for item in reversed(chain):
            down += down < MAX_LEVELS
            self[item] = (up, down)
        return up, down


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
    ("stands in articleBody", "tag"), ("emphasis", "length of the block after"),
)  # fmt: skip
"""Features that are read together: a table over both their bins."""

_INDEX = {name: i for i, (name, _) in enumerate(FEATURES)}
PAIR_PLACES = tuple((_INDEX[a], _INDEX[b], FEATURES[_INDEX[b]][1]) for a, b in PAIRS)


def block_columns(facts: PageFacts) -> list[Sequence[int]]:
    """The bins of `facts.texts`, a column for each feature.

    By columns and not by rows, since a comprehension over one feature costs a fraction of a call for each block.
    """
    found = _text_columns(facts) | _short_columns(facts) | _holder_columns(facts) | _near_columns(facts)
    return [found[name] for name, _ in FEATURES]


def pair_columns(columns: list[Sequence[int]], places: Sequence[tuple[int, int, int]]) -> list[Sequence[int]]:
    """The columns, and for each pair (place, place, bins of the second) one that numbers the cells of its table."""
    return columns + [[i * size + j for i, j in zip(columns[a], columns[b], strict=True)] for a, b, size in places]


def block_rows(facts: PageFacts) -> list[list[int]]:
    """For each of `facts.texts` its bins: the features', then the pairs'."""
    return [list(row) for row in zip(*pair_columns(block_columns(facts), PAIR_PLACES), strict=True)]


def _text_columns(facts: PageFacts) -> dict[str, Sequence[int]]:
    """What stands in the text itself."""
    blocks, lengths = facts.texts, facts.lengths
    texts = [b.text for b in blocks]
    inside, last = _SENTENCE_INSIDE.findall, _LAST_CHAR.get
    copies = [facts.copies[text] for text in texts]
    emphasis = {inner: _emphasis(inner) for inner in {b.inner for b in blocks}}
    return {
        "length": lengths,
        "link share": [bisect_right(SHARE_EDGES, share) for share in facts.shares],
        "sentences inside": [min(len(inside(t)), 4) if n > 5 else 0 for t, n in zip(texts, lengths, strict=True)],
        "last character": [last(t[-1], 5 if t[-1].isdigit() else 0) for t in texts],
        "tag": [_TAGS.get(b.tag, 0) for b in blocks],
        "copies on the page": [1 if c == 1 else 2 + (n > 7) for c, n in zip(copies, lengths, strict=True)],
        "stands in articleBody": _in_article_body(texts, lengths, facts.article_body),
        "is the description": _is_description(texts, facts.description),
        "odd characters": _odd_characters(texts, lengths),
        "first character": [_first_character(text) for text in texts],
        "emphasis": [emphasis[b.inner] for b in blocks],
    }


def _short_columns(facts: PageFacts) -> dict[str, Sequence[int]]:
    """Digits, and where the block stands."""
    blocks, title = facts.texts, facts.title_index
    find_digit = _DIGIT.search
    return {
        "digits": [
            0 if n > 7 or (b.text.isascii() and not find_digit(b.text)) else _digits(b.text)
            for b, n in zip(blocks, facts.lengths, strict=True)
        ],
        "side of the main container": sides_of(blocks, facts.core),
        "distance from the title": [14] * len(blocks)
        if title is None
        else _count_passed(blocks, [title + edge for edge in DISTANCE_EDGES]),
    }


def sides_of(blocks: list[Block], container: Node | None) -> list[int]:
    """0 none; 1–3 before the container (far … near); 4 inside; 5–7 after it (near … far); counted in blocks."""
    if container is None:
        return [0] * len(blocks)
    first, last = container.first, container.last
    return _count_passed(blocks, [0, first - 20, first - 5, first, last, last + 5, last + 20])


def _count_passed(blocks: list[Block], edges: list[int]) -> list[int]:
    """For each block how many of the edges, places on the page, are its own or before it."""
    places = [b.index for b in blocks]
    result: list[int] = []
    for count, edge in enumerate(edges):
        result += [count] * (bisect_left(places, edge) - len(result))
    return result + [len(edges)] * (len(blocks) - len(result))


def _holder_columns(facts: PageFacts) -> dict[str, Sequence[int]]:
    """What the elements around the block say; the same for all children of one element."""
    texts, places = facts.texts, facts.places
    parents = [b.unit.parent for b in texts]
    one_of = dict(zip(parents, texts, strict=True))
    shared = {parent: (*_holder_bins(b.unit, facts), *places.below(parent)) for parent, b in one_of.items()}
    rows = [
        (*shared[parent][:6], *places[b.unit]) if b.unit in places else shared[parent]
        for parent, b in zip(parents, texts, strict=True)
    ]
    columns: list[Sequence[int]] = list(zip(*rows, strict=True)) or [()] * 8
    siblings = facts.long_siblings
    elements = list(map(own_element, texts))
    own_bins = {element: bisect_right(NAME_EDGES, facts.names.own(*element)) for element in set(elements)}
    return {
        "names of its element": [own_bins[element] for element in elements],
        "running text among its siblings": [
            bisect_right(COUNT_EDGES, siblings[key]) if (key := (parent, b.node.tag)) in siblings else 0
            for parent, b in zip(parents, texts, strict=True)
        ],
        **dict(zip(_HELD, columns, strict=True)),
    }


_HELD = (
    "names of its parent", "names above", "text of the parent", "link share of the parent", "link share of the grandparent",
    "share of the page's text in the parent", "levels up to the main container", "levels down from there",
)  # fmt: skip
"""What `_holder_bins` gives, and the block's place."""


def _holder_bins(node: Node, facts: PageFacts) -> tuple[int, ...]:
    parent = node.parent or node
    grandparent = parent.parent or parent
    return (
        bisect_right(NAME_EDGES, facts.names_parent(node.parent)),
        bisect_right(NAME_EDGES, facts.names_above(node.parent)),
        bisect_right(PARENT_WORD_EDGES, facts.node_words[parent]),
        bisect_right(SHARE_EDGES, facts.linked_share(parent)),
        bisect_right(SHARE_EDGES, facts.linked_share(grandparent)),
        bisect_right(MASS_EDGES, facts.scores.get(parent, 0.0) / facts.mass if facts.mass else 0.0),
    )


def _near_columns(facts: PageFacts) -> dict[str, Sequence[int]]:
    """What stands before and after."""
    lengths = facts.lengths
    short = [length // 2 for length in lengths]
    third = [length // 3 for length in lengths]
    linked = [bisect_right(NEAR_LINK_EDGES, share) for share in facts.shares]
    count = len(lengths)
    return {
        "length of the block before": [7, *short][:count],
        "links of the block before": [4, *linked][:count],
        "length of the block after": [*short, 7][1:],
        "links of the block after": [*linked, 4][1:],
        "length two before": [5, 5, *third][:count],
        "length two after": [*third, 5, 5][2:],
    }


def _in_article_body(texts: list[str], lengths: list[int], article_body: str) -> list[int]:
    """0 none declared; 1 too short to tell; 2 not in it; 3 in it."""
    if not article_body:
        return [0] * len(texts)
    return [
        1 if n < 3 else 3 if t[:40] in article_body or (len(t) > 80 and t[-40:] in article_body) else 2
        for t, n in zip(texts, lengths, strict=True)
    ]


def _is_description(texts: list[str], description: str) -> list[int]:
    """0 none declared; 1 no; 2 begins alike; 3 is it."""
    if len(description) < 30:
        return [0] * len(texts)
    begin, size = description[:30], len(description)
    return [1 if t[:30] != begin else 3 if abs(len(t) - size) < 10 else 2 for t in texts]


def _odd_characters(texts: list[str], lengths: list[int]) -> list[int]:
    """0 none; 1 in a long text; 2 in a short one."""
    whole = "\n".join(texts)
    odd = [mark for mark in _ODD if mark in whole]
    result = [0] * len(texts)
    for i, text in enumerate(texts) if odd else ():
        for mark in odd:
            if mark in text:
                result[i] = 1 if lengths[i] > 7 else 2
                break
    return result


def _first_character(text: str) -> int:
    first = text[0]
    if first.isupper():
        return 4 if text.isupper() else 1
    return 2 if first.islower() else 3 if first.isdigit() else 0


def _digits(text: str) -> int:
    return min(3, sum(map(str.isdigit, text)) * 6 // len(text))


def _emphasis(inner: str) -> int:
    """0 no covering inline element; 1 all a link; 2 all bold; 3 all italic; 4 another."""
    if not inner:
        return 0
    words = inner.split(" ")
    if "a" in words:
        return 1
    if "strong" in words or "b" in words:
        return 2
    return 3 if "em" in words or "i" in words else 4
