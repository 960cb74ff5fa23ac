"""Who wrote, where the page says so in a box about the author alone: `<div class="author-bio"><h3>Ann Lee</h3>…`."""

from __future__ import annotations

import re

from ..model.document import Author
from ..model.draft import Block, Claim, Draft, Node
from ..text.similarity import squeeze
from .byline_links import has_author_link
from .byline_signs import is_full_name
from .places import Span, path_of

BLOCKS_BEHIND = 40
"""How far behind the text the box may stand."""
MAX_BOX_BLOCKS = 10
"""What holds more is a list of authors, or the page."""
MAX_NAME_CHARS = 40

_WORD = re.compile(r"[a-z]+")
_AUTHOR = frozenset("author authors autor autorin auteur autore".split())
_BOX = frozenset("bio biography box about info card profile description details infos".split())
_COMMENT = frozenset("comment comments commentlist reply teaser related recommended".split())


def find_boxed_author(draft: Draft, span: Span) -> Claim | None:
    """A claim for the only person that boxes about the author name, as a heading or else as a link; None for several."""
    headings: dict[str, Block] = {}
    links: dict[str, Block] = {}
    for block in draft.blocks[span.last + 1 : span.last + 1 + BLOCKS_BEHIND] if span.last >= 0 else ():
        if block.kind != "text" or block.hidden or len(block.text) > MAX_NAME_CHARS:
            continue
        names = headings if block.level else links
        if (block.level or has_author_link(block)) and is_full_name(block.text) and _is_boxed(block.node):
            names.setdefault(squeeze(block.text), block)
    found = headings or links
    if len(found) != 1:
        return None
    block = next(iter(found.values()))
    return Claim("authors", (Author(block.text),), "dom", path_of(block), block.text, 0.9)


def _is_boxed(node: Node) -> bool:
    """Whether a small box around the node is named for the author, and none for comments or teasers."""
    boxed = False
    current: Node | None = node
    for _ in range(5):
        if current is None:
            break
        names = set(_WORD.findall(current.names))
        if names & _COMMENT:
            return False
        small = current.last - current.first <= MAX_BOX_BLOCKS
        boxed = boxed or (small and bool(names & _AUTHOR) and bool(names & _BOX))
        current = current.parent
    return boxed
