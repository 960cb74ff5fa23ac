"""The words in class names and ids, and what they weigh.

A name that is run together from several words ("articlebody", "storytext") is read as those, unless many sites have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.draft import Block
from .units import own_names

MIN_PART_LETTERS = 4
"""Of a word that is looked for inside of another: shorter ones stand in most words by chance."""
MAX_PARTS = 3

Sides = tuple[float, float, float]
"""What something in names weighs in a block's own element, in its parent, and in each element above."""

_NAME_TOKEN = re.compile(r"[a-z]{2,}")
_UTILITY = re.compile(
    r"-|[^:\[\]!/@()%]*[:\[\]!/@()%]"
    r"|(?:[mp][xytrbl]?|[whdzg]|gap|space|text|leading|tracking|font|bg|border|rounded|flex|grid|col|row|max|min"
    r"|top|left|right|bottom|inset|order|justify|items|self|basis|grow|shrink|opacity|shadow|duration|transition|hidden|block"
    r"|inline|relative|absolute|sticky|fixed|overflow|object|aspect|float|clear|align|m[se]|p[se]|f[sw]|lh)-(?:[a-z]{0,2}-)?\d"
)
"""Names that say how an element looks (md:px-4, leading-[1.2], col-md-8) say nothing of what it holds."""


def split_names(names: str) -> list[str]:
    """The single names of an element, or their words where no name has a sign of one that says how an element looks."""
    return names.split(" ") if ":" in names or "-" in names or "[" in names else _NAME_TOKEN.findall(names)


def name_tokens(name: str) -> list[str]:
    """The words in a single name: letters only, two and more; none in those that only say how an element looks.

    >>> name_tokens("story-body"), name_tokens("md:px-4"), name_tokens("col-md-8"), name_tokens("flex-[1]")
    (['story', 'body'], [], [], [])
    """
    is_plain = name.replace("-", "").replace("_", "").isalpha() and name[0] != "-"
    return _NAME_TOKEN.findall(name) if is_plain or not _UTILITY.match(name) else []


def split_token(token: str, known: frozenset[str], most: int = MAX_PARTS) -> list[str]:
    """The known words, at most so many, that a word is run together from, the first as long as can be; [] if it is not.

    >>> split_token("storybodytext", frozenset(("story", "body", "text", "storybook")))
    ['story', 'body', 'text']
    """
    if token in known:
        return [token]
    for end in range(len(token) - MIN_PART_LETTERS, MIN_PART_LETTERS - 1, -1) if most > 1 else ():
        if token[:end] in known:
            rest = split_token(token[end:], known, most - 1)
            if rest:
                return [token[:end], *rest]
    return []


def whole_words(tokens: Iterable[str]) -> frozenset[str]:
    """Those that may be parts of others."""
    return frozenset(t for t in tokens if len(t) >= MIN_PART_LETTERS and t.isalpha())


@dataclass(slots=True)
class NameWeights:
    """Learned weights of the words in names, for the block's own element, its parent, and all above.

    sides: word → its three weights.
    """

    own: dict[str, float] = field(default_factory=dict)
    parent: dict[str, float] = field(default_factory=dict)
    above: dict[str, float] = field(default_factory=dict)
    known: frozenset[str] = field(init=False)
    sides: dict[str, Sides] = field(init=False)

    def __post_init__(self) -> None:
        own, parent, above = self.own, self.parent, self.above
        words = dict.fromkeys((*own, *parent, *above))
        self.known = whole_words(words)
        self.sides = {w: (own.get(w, 0.0), parent.get(w, 0.0), above.get(w, 0.0)) for w in words}

    def read(self, name: str) -> list[str]:
        """The words in a single name that a table knows; what is run together from such counts as they do."""
        found: list[str] = []
        for token in name_tokens(name):
            if token in self.sides:
                found.append(token)
            elif len(token) >= 2 * MIN_PART_LETTERS:
                found += split_token(token, self.known)
        return found


class PageNames(dict[tuple[str, str], Sides]):
    """(tag, names) → what they weigh, for the elements of one page."""

    def __init__(self, weights: NameWeights) -> None:
        super().__init__()
        self._weights = weights
        self._names: dict[str, list[Sides]] = {}

    def __missing__(self, element: tuple[str, str]) -> Sides:
        tag, names = element
        own, parent, above = self._weights.sides.get("<" + tag, (0.0, 0.0, 0.0))
        for name in split_names(names):
            known = self._names.get(name)
            for sides in self._read(name) if known is None else known:
                own += sides[0]
                parent += sides[1]
                above += sides[2]
        found = self[element] = own, parent, above
        return found

    def own(self, tag: str, names: str, inner: str) -> float:
        """What a block's own element weighs, with the inline elements that cover its text."""
        value = self[tag, names][0]
        weights = self._weights.own
        for name in split_names(inner):
            for token in name_tokens(name):
                value += weights.get("_" + token, 0.0)
        return value

    def joined(self) -> str:
        """All names that were asked for, those of an element a line."""
        return "\n".join([names for _, names in self])

    def _read(self, name: str) -> list[Sides]:
        sides = self._weights.sides
        found = self._names[name] = [sides[word] for word in self._weights.read(name)]
        return found


def own_element(block: Block) -> tuple[str, str, str]:
    """What speaks for a block itself: its tag, the names of its own element and its covering inline elements."""
    node = block.node
    return node.tag, node.names if block.unit is node else own_names(block), block.inner


def own_tokens(block: Block) -> list[str]:
    """The words that speak for a block itself."""
    tag, names, inner = own_element(block)
    return element_tokens(tag, names) + ["_" + token for name in split_names(inner) for token in name_tokens(name)]


def element_tokens(tag: str, names: str) -> list[str]:
    """The words that speak for a container."""
    return ["<" + tag, *(token for name in split_names(names) for token in name_tokens(name))]
