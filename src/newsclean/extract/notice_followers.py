"""What goes along with a notice: the text below its label, the rest of its box, its sentence, its list of sources."""

from __future__ import annotations

import re

from ..model.draft import Block, Draft, Node
from .notice_places import notice_box
from .notice_view import MAX_HEAD_CHARS, View, is_text
from .notices import Place, find_notice

MAX_LINK_SHARE = 0.6
"""A line mostly of link text is a menu entry or a teaser."""
MAX_BOX_BLOCKS = 4
"""A box named after notices with at most so many text blocks is one notice."""
_RIGHTS_LINE = re.compile(r"(?:copyright|©|ⓒ|\(c\)|all rights reserved)", re.IGNORECASE)
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "”", '"', "»", ")", "）", ":")
_NO_LABELS = frozenset(("credit", "licence", "syndication", "affiliate", "sponsored"))
"""Short notices of these kinds are whole: what follows them is no part of them."""


def take_along(draft: Draft, block: Block, kind: str, view: View) -> None:
    """What belongs to a notice becomes a disclosure too."""
    _follow(draft, block, kind, view)
    _join(draft, block, kind)


def _follow(draft: Draft, block: Block, kind: str, view: View) -> None:
    """A bare label takes the block after it along; a label of sources takes its list."""
    colon = block.text.rstrip().endswith((":", "："))
    if len(block.text) > MAX_HEAD_CHARS or kind == "credit" or not is_bare_label(block, view):
        return
    if kind in _NO_LABELS and not colon:
        return
    following = [b for b in draft.blocks[block.index + 1 : block.index + 80] if is_text(b)]
    first = following[0] if following else block
    if first.role not in (None, "body") or (first.level and first.role is not None):
        draft.take(block)
        return
    own = (
        find_notice(first.text, view.language, Place("foot", styled=True, edge=True), view.lines)
        if kind == "other"
        else None
    )
    draft.give(block, "disclosure", own or kind)
    draft.give(first, "disclosure", own or kind)
    if kind != "source":
        first.shape = "continued"
    else:
        home = first.node.within("ul", "ol", "dl") or first.node.parent
        for item in following[1:]:
            if item.level or item.role not in (None, "body") or not _is_inside(item, home):
                break
            if view.lines.classify(item.text, view.language, "removed") is not None and len(item.text) < MAX_HEAD_CHARS:
                continue
            draft.give(item, "disclosure", kind)


def _goes_along(block: Block) -> bool:
    return block.role in (None, "body", "heading") and block.link_share <= MAX_LINK_SHARE


def _join(draft: Draft, block: Block, kind: str) -> None:
    """What goes on with the notice becomes part of it: the rest of its box, of its sentence, its © line."""
    box = notice_box(block)
    inside = [b for b in draft.blocks[box.first : box.last] if is_text(b)] if box is not None else []
    if 1 < len(inside) <= MAX_BOX_BLOCKS and all(_goes_along(b) or b is block for b in inside):
        for other in inside:
            if other is not block:
                draft.give(other, "disclosure", kind)
        for other in inside[1:]:
            other.shape = "continued"
        return
    following = next((b for b in draft.blocks[block.index + 1 : block.index + 4] if is_text(b)), None)
    if following is None or following.role not in (None, "body") or following.node.parent is not block.node.parent:
        return
    goes_on = following.text[:1].islower() and not block.text.endswith(_ENDS)
    if goes_on or (kind == "licence" and _RIGHTS_LINE.match(following.text)):
        draft.give(following, "disclosure", kind)
        following.shape = "continued"


def _is_inside(block: Block, home: Node | None) -> bool:
    """Whether a block stands in the element of the list, or in what a reader opens ("Show sources")."""
    return home is not None and (block.node.within("details") is not None or home in block.node.ancestors())


def is_bare_label(block: Block, view: View) -> bool:
    """Whether a block only says what follows it ("Sources:")."""
    # a whole line with a gap ("Name … geändert") is a notice, no label
    whole = any(
        m.how == "line" and "…" not in m.phrase for m in view.lines.find(block.text, view.language, "disclosure")
    )
    return block.text.rstrip().endswith((":", "：")) or (
        whole and block.text.count(" ") < 4 and not block.text.endswith(".")
    )
