"""A line whose elements touch, with the spaces that their style shows between them."""

from __future__ import annotations

from itertools import pairwise

from ..model.draft import Block

MAX_CHARS = 1500
"""A longer block is text, and its elements are parts of its sentences."""
_WITHIN_WORDS = frozenset(("sub", "sup"))


def spaced(block: Block) -> str:
    """The block's text with a space where two elements meet that no word runs through; the same object where none do.

    Pages made by scripts write `<span>Ann Lee</span><span>4 March 2026</span>`, and part them by style: a digit meets
    a digit or a letter, or a small letter a capital. "4<sup>th</sup>", "CO<sub>2</sub>" and "<b>i</b>Phone" stay.
    """
    pieces = block.pieces
    if len(pieces) < 2 or len(block.text) > MAX_CHARS:
        return block.text
    meets = [i for i, (a, b) in enumerate(pairwise(pieces), 1) if _part(a, b)]
    if not meets:
        return block.text
    inside = {edge for a, b, kind, _ in block.spans if kind in _WITHIN_WORDS for edge in (a, b)}
    breaks = {i for i in meets if i not in inside}
    return (
        " ".join("".join(f" {p}" if i in breaks else p for i, p in enumerate(pieces)).split()) if breaks else block.text
    )


def _part(before: str, after: str) -> bool:
    """Whether no word runs from one piece into the next."""
    last, first = before[-1:], after[:1]
    if not last.isalnum() or not first.isalnum():
        return False
    if first.isdigit():
        return last.isdigit() or len(before) > 1
    return first.isupper() and (last.isdigit() or (last.islower() and before[-2:-1].isalpha()))
