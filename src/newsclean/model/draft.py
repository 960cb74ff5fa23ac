"""What the chain works on: nodes, blocks with roles, claims, and the draft that holds them.

Made and dropped inside one call. Nothing here is public output; the public values are in `document.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Literal

from .document import Provenance

Role = Literal["body", "heading", "title", "kicker", "dek", "byline", "caption", "disclosure", "removed"]
BlockKind = Literal["text", "image", "embed"]
Ledger = Literal["near", "full", "off"]
Span = tuple[int, int, str, str]
"""First piece, piece after the last, kind, and the address or the names."""
Source = Literal["json-ld", "meta", "microdata", "dom", "site-rule", "plug-in", "trafilatura", "http", "url"]


_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
_NAME_WORD = re.compile(r"[a-z]+")

MAX_SPACED_CHARS = 1500
"""A longer block is text, and its elements are parts of its sentences."""
_WITHIN_WORDS = frozenset(("sub", "sup", "rt", "rb"))
_ENDS = frozenset(".!?:;,)]”»")

NEAR_BEFORE, NEAR_AFTER = 25, 40
"""ledger="near": so many blocks before the article's first and after its last block are accounted for."""


class Node:
    """An element that can hold blocks: its tag, names and place. Inline elements without blocks have none.

    names: class, id, role and data-component values in lower case, space between; one string object per distinct value.
    first, last: the blocks inside are `blocks[first:last]`.
    """

    __slots__ = ("_words", "depth", "element", "first", "hidden", "last", "names", "parent", "tag")

    def __init__(self, tag: str, names: str, parent: Node | None, element: Any, first: int, hidden: bool) -> None:
        self.tag = tag
        self.names = names
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent is not None else 0
        self.element = element
        self.first = first
        self.last = first
        self.hidden = hidden
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words in its names, in letters a–z: "article-body" has two. Found once, for many steps ask."""
        words = self._words
        if words is None:
            words = self._words = frozenset(_NAME_WORD.findall(self.names))
        return words

    def ancestors(self) -> Iterator[Node]:
        """This node, its parent, and so on up to the root."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def within(self, *tags: str) -> Node | None:
        """The nearest of this node and its ancestors that has one of the tags."""
        node: Node | None = self
        while node is not None:
            if node.tag in tags:
                return node
            node = node.parent
        return None


class Inherited(dict[Node, bool]):
    """Node → what the nearest element around it that says anything says, itself first; False where none does."""

    def __init__(self, says: Callable[[Node], bool | None]) -> None:
        super().__init__()
        self.says = says

    def __missing__(self, node: Node) -> bool:
        above = self.get(node.parent) if node.parent is not None else False
        if above is not None:
            said = self.says(node)
            here = self[node] = above if said is None else said
            return here
        chain: list[Node] = []
        walker: Node | None = node
        found: bool | None = None
        while walker is not None:
            found = self.get(walker)
            if found is None:
                chain.append(walker)
                found = self.says(walker)
            if found is not None:
                break
            walker = walker.parent
        self.update(dict.fromkeys(chain, bool(found)))
        return bool(found)


class Block:
    """A run of text, an image or an embed, with its place in the page and the role that the chain gave it.

    text: white space folded; empty for an image. kind "image": `attributes` has the img's attributes (and
    `srcsets` of its `<source>`s); kind "embed": `attributes` has tag, src and so on.
    pieces: the raw text pieces; spans: (first piece, piece after the last, kind, url), for `links_and_marks`.
    inner: names of the inline element that holds the whole text ("" where none does).
    link_chars: characters of text inside links, so that link_share = link_chars / len(text), 0–1.
    part: 0, 1, … where one element's text was split at <br><br>.
    unit: the outermost element that holds this block and nothing else; what stands beside it are its siblings.
    rule: the structural rule that decided whether it is body, "" where its score did.
    """

    __slots__ = (
        "attributes", "hidden", "index", "inner", "kind", "level", "link_chars", "node", "part", "pieces", "reason",
        "role", "rule", "score", "shape", "spans", "step", "tag", "terms", "text", "unit", "words",
    )  # fmt: skip

    def __init__(self, index: int, text: str, node: Node, tag: str, kind: BlockKind = "text") -> None:
        self.index = index
        self.text = text
        self.node = node
        self.unit = node
        self.tag = tag
        self.kind: BlockKind = kind
        self.inner = ""
        self.hidden = node.hidden
        self.link_chars = 0
        self.part = 0
        self.pieces: Sequence[str] = ()
        self.spans: Sequence[Span] = ()
        self.attributes: Mapping[str, str] = _NO_ATTRIBUTES
        self.role: Role | None = None
        self.reason = ""
        self.step = ""
        self.level = 0
        self.shape = ""
        self.rule = ""
        self.score = 0.0
        self.terms: Sequence[tuple[str, float]] = ()
        self.words = 0

    @property
    def link_share(self) -> float:
        """Share of the text's characters inside links, 0–1."""
        return min(1.0, self.link_chars / len(self.text)) if self.text else 0.0

    def count_link_chars(self) -> int:
        """Characters of the text inside links, counted from pieces and spans."""
        return min(len(self.text), count_linked(self.pieces, self.spans))

    def links(self) -> list[str]:
        """The addresses of the links in the text, in their order."""
        return [url for _, _, kind, url in self.spans if kind == "a"]

    def spaced(self) -> str:
        """The text with a space where two elements meet that no word runs through; the same object where none do.

        Style sheets set them apart, where the markup does not: `<span>Ann Lee</span><span>4 March</span>`. "4<sup>th</sup>",
        "CO<sub>2</sub>" and "<b>i</b>Phone" stay.
        """
        pieces = self.pieces
        if len(pieces) < 2 or len(self.text) > MAX_SPACED_CHARS:
            return self.text
        meets = [i for i, (before, after) in enumerate(pairwise(pieces), 1) if _is_parted(before, after)]
        if not meets:
            return self.text
        within = {edge for first, after, kind, _ in self.spans if kind in _WITHIN_WORDS for edge in (first, after)}
        parted = {i for i in meets if i not in within}
        return " ".join("".join([f" {p}" if i in parted else p for i, p in enumerate(pieces)]).split())

    def __repr__(self) -> str:
        return f"<{self.index} {self.tag} {self.role} {self.reason} {self.text[:60]!r}>"


def _is_parted(before: str, after: str) -> bool:
    """Whether no word runs from one piece into the next.

    >>> _is_parted("Ann Lee", "Reporter"), _is_parted("Listen", "4 min"), _is_parted("i", "Phone"), _is_parted("on Monday.", "Reuters")
    (True, True, False, True)
    """
    last, first = before[-1:], after[:1]
    if first.isdigit():
        return (last.isdigit() and len(before) + len(after) > 2) or (last.isalpha() and len(before) > 1)
    return first.isupper() and (last.isdigit() or last in _ENDS or (last.islower() and before[-2:-1].isalpha()))


@dataclass(frozen=True, slots=True)
class Claim:
    """A value for a field, where it comes from, as it stood there, and how sure its source is (0–1)."""

    field: str
    value: Any
    source: Source
    path: str = ""
    raw: str = ""
    confidence: float = 0.5

    def to_provenance(self, others: tuple[Claim, ...] = ()) -> Provenance:
        """The public form, with the claims that lost."""
        return Provenance(
            source=self.source, path=self.path, raw=self.raw, confidence=self.confidence,
            others=tuple(o.to_provenance() for o in others),
        )  # fmt: skip


@dataclass(slots=True)
class Draft:
    """Blocks with their roles so far, and claims so far. Steps change it through `give`, `take`, `claim`, `split`."""

    blocks: list[Block]
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    url: str | None = None
    base_url: str | None = None
    is_text: bool = False
    focus: Literal["balanced", "precision", "recall"] = "balanced"
    now: datetime | None = None
    root: Any = None
    explain: bool = False
    ledger: Ledger = "full"
    kind: str = ""
    confidence: float = 0.0
    step: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def give(self, block: Block, role: Role, reason: str = "") -> None:
        """Give a block its role; `reason` is the removal reason or the disclosure kind."""
        block.role = role
        block.reason = reason
        block.step = self.step

    def remove(self, block: Block, reason: str) -> None:
        """Give a block the role `removed` with a removal reason of DOCUMENT.md."""
        self.give(block, "removed", reason)

    def take(self, block: Block) -> None:
        """Take a block's role away, so that a later step may give one."""
        block.role = None
        block.reason = ""
        block.step = self.step

    def claim(self, claim: Claim) -> None:
        """Add a claim for a field; `best` and `assemble` pick the winner."""
        self.claims.setdefault(claim.field, []).append(claim)

    def best(self, name: str) -> Claim | None:
        """The claim for a field with the highest confidence (the first of equals), or None."""
        claims = self.claims.get(name)
        return max(claims, key=lambda c: c.confidence) if claims else None

    def value(self, name: str) -> Any:
        """The best claim's value, or None."""
        best = self.best(name)
        return best.value if best else None

    @property
    def language(self) -> str | None:
        """The page's language, as far as the steps so far know it (BCP 47), or None."""
        value = self.value("language")
        return value if isinstance(value, str) else None

    def with_role(self, *roles: Role) -> list[Block]:
        """The blocks that have one of the roles, in page order."""
        return [b for b in self.blocks if b.role in roles]

    def find_accounted(self, ledger: Ledger) -> range:
        """Indexes of the blocks among which removed ones go into the ledger: all, those near the article's, or none."""
        if ledger == "full":
            return range(len(self.blocks))
        if ledger == "off":
            return range(0)
        placed = [b.index for b in self.blocks if b.role is not None and b.role != "removed"]
        first, last = (placed[0] - NEAR_BEFORE, placed[-1] + NEAR_AFTER) if placed else (0, NEAR_AFTER)
        return range(max(0, first), min(last + 1, len(self.blocks)))

    def split(self, block: Block, offset: int) -> Block:
        """Cut a text block in two at `offset`; returns the second half, which follows it with no role.

        Links and marks stay with their half. Block indexes and node ranges after it move by one.
        """
        head, tail = block.text[:offset].rstrip(), block.text[offset:].lstrip()
        second = Block(block.index + 1, tail, block.node, block.tag)
        second.inner, second.level, second.shape, second.part = block.inner, block.level, block.shape, block.part + 1
        second.hidden = block.hidden
        pieces, spans = block.pieces, block.spans
        at, inside = _piece_at(pieces, len("".join(head.split())))
        cut = at + (1 if inside else 0)
        block.pieces = [*pieces[:at], pieces[at][:inside]] if inside else pieces[:at]
        second.pieces = [pieces[at][inside:], *pieces[at + 1 :]] if inside else pieces[at:]
        block.spans = [(a, min(b, cut), kind, value) for a, b, kind, value in spans if a < cut]
        second.spans = [(max(a - at, 0), b - at, kind, value) for a, b, kind, value in spans if b > at]
        block.text = head
        for half in (block, second):
            half.link_chars = half.count_link_chars()
        self._insert(second)
        return second

    def _insert(self, block: Block) -> None:
        """Put a block at its index; what follows moves by one."""
        nodes = {id(node): node for b in self.blocks for node in b.node.ancestors()}
        inside = {id(node) for node in block.node.ancestors()}
        for key, node in nodes.items():
            node.first += node.first >= block.index and key not in inside
            node.last += node.last >= block.index if key in inside else node.last > block.index
        for later in self.blocks[block.index :]:
            later.index += 1
        self.blocks.insert(block.index, block)


def count_linked(pieces: Sequence[str], spans: Sequence[Span]) -> int:
    """Characters of the pieces inside links.

    >>> count_linked(["a ", "link", "."], [(1, 2, "a", "/x"), (1, 2, "b", "")])
    4
    """
    changes = [0] * (len(pieces) + 1)
    for first, after, kind, _ in spans:
        if kind == "a":
            changes[min(first, len(pieces))] += 1
            changes[min(after, len(pieces))] -= 1
    total = depth = 0
    for piece, change in zip(pieces, changes, strict=False):
        depth += change
        total += len(piece) if depth else 0
    return total


def _piece_at(pieces: Sequence[str], chars: int) -> tuple[int, int]:
    """The piece, and the place in it, after which `chars` characters that are no white space have gone by."""
    for number, piece in enumerate(pieces):
        size = len("".join(piece.split()))
        if size > chars or (size == chars and size):
            seen = 0
            for place, char in enumerate(piece):
                if seen == chars:
                    return number, place
                seen += not char.isspace()
            return number + 1, 0
        chars -= size
    return len(pieces), 0
