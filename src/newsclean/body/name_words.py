"""The words in class names and ids, and what they weigh.

A name that is run together from several words ("articlebody", "storytext") is read as those, unless many sites have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.draft import Block, Node
from .units import own_names

MIN_PART_LETTERS = 4
"""Of a word that is looked for inside of another: shorter ones stand in most words by chance."""
MAX_PARTS = 3

_NAME_TOKEN = re.compile(r"[a-z]{2,}")
_UTILITY = re.compile(
    r"[:\[\]!/@()%]|^-|^(?:[mp][xytrbl]?|[whdzg]|gap|space|text|leading|tracking|font|bg|border|rounded|flex|grid|col|row|max|min"
    r"|top|left|right|bottom|inset|order|justify|items|self|basis|grow|shrink|opacity|shadow|duration|transition|hidden|block"
    r"|inline|relative|absolute|sticky|fixed|overflow|object|aspect|float|clear|align|m[se]|p[se]|f[sw]|lh)-(?:[a-z]{0,2}-)?\d"
)
"""Names that say how an element looks (md:px-4, leading-[1.2], col-md-8) say nothing of what it holds."""


class NameTokens(dict[str, list[str]]):
    """Single names → the words in them: letters only, two and more; none in those that only say how an element looks.

    >>> NameTokens().of("story-body md:px-4 col-md-8 flex-[1]")
    ['story', 'body']
    """

    def of(self, names: str) -> list[str]:
        """The words of all names of a node."""
        if ":" in names or "-" in names or "[" in names:
            return [token for name in names.split(" ") for token in self[name]]
        return _NAME_TOKEN.findall(names)

    def __missing__(self, name: str) -> list[str]:
        parts = name.replace("-", " ").replace("_", " ").split()
        if name.isascii() and "".join(parts).isalpha():
            found = [part for part in parts if len(part) > 1 and name[0] != "-"]
        else:
            found = [] if _UTILITY.search(name) else _NAME_TOKEN.findall(name)
        self[name] = found
        return found


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
    """Learned weights of the words in names, for the block's own element, its parent, and all above."""

    own: dict[str, float] = field(default_factory=dict)
    parent: dict[str, float] = field(default_factory=dict)
    above: dict[str, float] = field(default_factory=dict)
    known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.known = whole_words((*self.own, *self.parent, *self.above))

    def read(self, tokens: list[str]) -> list[str]:
        """The words, those that no table knows taken apart."""
        known, whole = self.known, 2 * MIN_PART_LETTERS
        result: list[str] = []
        for token in tokens:
            if len(token) < whole or token in known:
                result.append(token)
            else:
                result += split_token(token, known) or (token,)
        return result


def own_tokens(block: Block, tokens: NameTokens) -> list[str]:
    """The words that speak for a block itself: its tag, names and covering inline elements."""
    found = ["<" + block.node.tag, *tokens.of(own_names(block))]
    return found + ["_" + t for t in tokens.of(block.inner)] if block.inner else found


def node_tokens(node: Node, tokens: NameTokens) -> list[str]:
    """The words that speak for a container: its tag and names."""
    return ["<" + node.tag, *tokens.of(node.names)]
