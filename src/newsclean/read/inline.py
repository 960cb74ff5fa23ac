"""Links and marks of a block as offsets into its text; computed only for blocks that end in the document."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.document import Link, Mark
from ..model.draft import Block
from .tags import MARKS
from .urls import absolute_url


def piece_offsets(pieces: Sequence[str]) -> list[tuple[int, int]]:
    """For each raw piece, where its words start and end in the folded text.

    >>> piece_offsets(["Mr ", " Justice", "!"])
    [(0, 2), (3, 10), (10, 11)]
    """
    offsets: list[tuple[int, int]] = []
    at, gap = 0, False
    for piece in pieces:
        words = piece.split()
        if not words:
            gap = gap or bool(piece)
            offsets.append((at, at))
            continue
        if at and (gap or piece[0].isspace()):
            at += 1
        start = at
        at += sum(map(len, words)) + len(words) - 1
        offsets.append((start, at))
        gap = piece[-1].isspace()
    return offsets


def links_and_marks(block: Block, base_url: str | None) -> tuple[tuple[Link, ...], tuple[Mark, ...]]:
    """The block's links with absolute http, https or mailto addresses, and its marks, by place."""
    if not block.spans:
        return (), ()
    offsets = piece_offsets(block.pieces)
    starts, ends = _word_edges(offsets)
    length = len(block.text)
    links: list[Link] = []
    marks: dict[Mark, None] = {}  # each once, in order: one span after another may say the same of the same words
    for first, after, kind, value in block.spans:
        start, end = starts[first], ends[after]
        if start >= end or end > length:
            continue
        if kind == "a" and (url := absolute_url(value, base_url)):
            links.append(Link(start, end, url))
        elif kind in MARKS:
            marks[Mark(start, end, MARKS[kind])] = None  # type: ignore[arg-type]
    return tuple(sorted(links, key=_place)), tuple(sorted(marks, key=_place))


def _word_edges(offsets: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """For each piece, where the first word at or behind it starts, and where the last word before it ends.

    Looked up once: spans that hold one another would each go through all of their pieces.
    """
    ends, last = [0], 0
    for start, end in offsets:
        last = end if end > start else last
        ends.append(last)
    starts, following = [], offsets[-1][1] if offsets else 0
    for start, end in reversed([*offsets, (0, 0)]):
        following = start if end > start else following
        starts.append(following)
    starts.reverse()
    return starts, ends


def _place(span: Link | Mark) -> tuple[int, int]:
    return span.start, -span.end
