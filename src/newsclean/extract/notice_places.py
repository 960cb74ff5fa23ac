"""Where a notice stands: the article's containers, the site's own foot, and what class names say of a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.draft import Block, Draft, Inherited, Node

NAME_LEVELS = 3
"""So many containers up, class names are asked for a notice."""
CORE_LEVELS = 3
"""So many containers around the body's main one are the article's own."""
MAX_HOME_BLOCKS = 30
"""The container that holds both headline and text may be the whole page: of what follows the text in it, so many text
blocks are the article's own."""

_NAME_KINDS = (
    ("affiliate", "affiliate"), ("errata", "correction"), ("erratum", "correction"), ("correction", "correction"),
    ("rettelse", "correction"), ("korrektur", "correction"), ("editors-note", "update"), ("editor-note", "update"),
    ("editorsnote", "update"), ("article-copyright", "licence"), ("copyright", "licence"), ("licence", "licence"),
    ("license", "licence"), ("advertorial", "sponsored"), ("ai-disclaimer", "ai"), ("aidisclaimer", "ai"),
    ("ai-disclosure", "ai"), ("ai-notice", "ai"), ("ai-label", "ai"), ("ai-hinweis", "ai"), ("ki-hinweis", "ai"),
    ("disclosure", ""), ("disclaimer", ""), ("notice", ""), ("footnote", ""), ("hinweis", ""), ("merknad", ""),
    ("huomautus", ""), ("opmerking", ""), ("avertissement", ""), ("avvertenza", ""), ("uwaga", ""), ("poznamka", ""),
    ("agencies", "credit"),
)  # fmt: skip
"""Part of a class name → the kind of a short notice there ("" where its words must say the kind)."""
_PARTS = tuple(part for part, _ in _NAME_KINDS if not any(other != part and other in part for other, _ in _NAME_KINDS))
"""A class name without any of these parts speaks for nothing, as nearly all do."""
_OWN_PARTS = ("article", "print-", "story", "entry-", "post-")
_SOURCES = re.compile(
    r"(?:^|[ _-])(?:references?|citations?|bibliography|footnotes?|literature|quellenverzeichnis)(?:$|[ _-])"
)
"""Class names of a list of sources."""
_ENDS = frozenset(("article", "main", "body"))
"""What an article's own containers end at."""
_ITEMS = ("li", "dd", "tr")
_CREDITS = re.compile(r"(?:^|[ _-])credits(?:$|[ _-])")


def find_homes(core: Node | None, title: Block | None, last: Block) -> tuple[set[Node], set[Node]]:
    """The article's own containers, and those wider ones that hold headline and text.

    The first: around its main container, and from its last paragraph up to the `<article>`.
    """
    homes: set[Node] = set()
    for node in last.node.ancestors():
        if node.tag == "body":
            break
        if node.tag in ("article", "main"):
            homes.add(node)
            break
    walker = core
    for _ in range(CORE_LEVELS):
        if walker is not None and walker.tag not in ("body", "html"):
            homes.add(walker)
            walker = walker.parent
    return homes, _shared(title, last)


def _shared(title: Block | None, last: Block) -> set[Node]:
    above = set(title.node.ancestors()) if title is not None else set()
    shared: set[Node] = set()
    for node in last.node.ancestors():
        if node.tag in ("body", "html", "#root"):
            break
        shared.add(node)
        if node in above:
            break
    return shared


class SiteWide(dict[Node, bool]):
    """Node → whether it stands inside the site's own footer, header or cookie box, not the article's."""

    def __init__(self) -> None:
        super().__init__()
        self._own = Inherited(_is_own)
        self._wide = Inherited(_is_wide)

    def __missing__(self, node: Node) -> bool:
        found = self[node] = self._wide[node] and not self._own[node]
        return found


def _is_own(node: Node) -> bool | None:
    """True for what is the article's own; None says nothing of what is around it."""
    if node.tag == "article":
        return True
    return (node.tag != "body" and any(map(node.names.__contains__, _OWN_PARTS))) or None


def _is_wide(node: Node) -> bool | None:
    """True for what is the site's own; None says nothing of what is around it."""
    return node.tag in ("nav", "footer") or "footer" in node.names or "cookie" in node.names or None


class NamedKinds(dict[str, str | None]):
    """Class names → the kind of notice that they speak for; "" for any; None for none. Each string is read once."""

    def __missing__(self, names: str) -> str | None:
        kinds = (kind for part, kind in _NAME_KINDS if part in names)
        found = self[names] = next(kinds, None) if _is_named(names) else None
        return found

    def find(self, block: Block) -> str | None:
        """What the class names of the block, its parent or grandparent speak for."""
        walker: Node | None = block.node
        for _ in range(NAME_LEVELS):
            if walker is None or walker.tag in _ENDS:
                return None
            kind = self[walker.names]
            if kind is not None:
                return kind
            walker = walker.parent
        return None


def _is_named(names: str) -> bool:
    return any(map(names.__contains__, _PARTS))


def notice_box(block: Block) -> Node | None:
    """The outermost of the nearest containers that class names call a notice."""
    found: Node | None = None
    for node in _levels(block.node):
        if _is_named(node.names):
            found = node
    return found


def _levels(node: Node) -> Iterator[Node]:
    """The node and what holds it, up to the article or a few levels."""
    walker: Node | None = node
    for _ in range(NAME_LEVELS):
        if walker is None or walker.tag in _ENDS:
            return
        yield walker
        walker = walker.parent


def find_lists(draft: Draft, after: int) -> dict[int, str]:
    """`id` of a block → `source` or `credit`, for the items of lists that class names call so, after the block `after`."""
    known: dict[str, str] = {}
    listed = Inherited(lambda node: bool(_list_kind(node, known)) if node.tag in _ITEMS else None)
    blocks = [b for b in draft.blocks[after + 1 :] if b.kind == "text" and not b.hidden and listed[b.node]]
    items = [(block, block.node.within(*_ITEMS)) for block in blocks]
    return {id(block): _list_kind(item, known) for block, item in items if item is not None}


def _list_kind(item: Node, known: dict[str, str]) -> str:
    """What the outermost of the names around an item that say anything says; `known` keeps what each name says."""
    found = ""
    walker: Node | None = item
    for _ in range(NAME_LEVELS):
        if walker is None or walker.tag in _ENDS:
            break
        if names := walker.names:
            kind = known.get(names)
            if kind is None:
                kind = known[names] = "source" if _SOURCES.search(names) else "credit" if _CREDITS.search(names) else ""
            found = kind or found
        walker = walker.parent
    return found
