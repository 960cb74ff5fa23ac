"""Two texts → runs of words that both have, or only one of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from ..model.difference import Run

MAX_CELLS = 90_000
"""Where more pairs than this would have to be compared between two anchors (300 words by 300), the whole stretch counts
as replaced: the time stays linear, and nobody reads a word-by-word comparison of two different texts."""

_TOKEN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"  # no spaces between words: each sign alone
    r"|[^\W_]+(?:['’][^\W_]+)*|\s+|."
)

Stretch = tuple[int, int, int, int]
"""`a[i:j]` and `b[k:l]` as (i, j, k, l)."""


def diff_words(before: str, after: str) -> tuple[Run, ...]:
    """The runs in order: those that are not added make `before`, those that are not removed make `after`.

    >>> [(run.kind, run.text) for run in diff_words("It cost 30 euros.", "It cost 35 euros.")]
    [('same', 'It cost '), ('removed', '30'), ('added', '35'), ('same', ' euros.')]
    """
    a, b = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[tuple[str, str, str]] = []
    for same, (i, j, k, m) in diff_sequences(a, b):
        one, two = "".join(a[i:j]), "".join(b[k:m])
        # white space alone between two changes would cut them to pieces
        is_kept = same and (not one.isspace() or not pieces or m == len(b))
        pieces.append(("same", one, one) if is_kept else ("changed", one, two))
    return tuple(_to_runs(pieces))


def _to_runs(pieces: list[tuple[str, str, str]]) -> Iterator[Run]:
    for kind, group in groupby(pieces, key=lambda piece: piece[0]):
        members = list(group)
        before, after = "".join(m[1] for m in members), "".join(m[2] for m in members)
        if kind == "same" or before == after:
            yield Run("same", before)
            continue
        if before:
            yield Run("removed", before)
        if after:
            yield Run("added", after)


def diff_sequences(a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[tuple[bool, Stretch]]:
    """The stretches of both sequences in order, each with whether it is the same in both; none is empty in both.

    Anchored first at the elements that each sequence has once (Bram Cohen's patience diff), compared between those.
    """
    start = _common_start(a, b)
    end = _common_end(a, b, start)
    if start:
        yield True, (0, start, 0, start)
    yield from _middle(a, b, (start, len(a) - end, start, len(b) - end))
    if end:
        yield True, (len(a) - end, len(a), len(b) - end, len(b))


def _common_start(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    most = min(len(a), len(b))
    return next((n for n in range(most) if a[n] != b[n]), most)


def _common_end(a: Sequence[Hashable], b: Sequence[Hashable], start: int) -> int:
    most = min(len(a), len(b)) - start
    return next((n for n in range(most) if a[-1 - n] != b[-1 - n]), most)


def _middle(a: Sequence[Hashable], b: Sequence[Hashable], stretch: Stretch) -> Iterator[tuple[bool, Stretch]]:
    i, end_a, k, end_b = stretch
    if (end_a - i) * (end_b - k) <= MAX_CELLS:
        yield from _compared(a, b, stretch)
        return
    for x, y in _anchors(a[i:end_a], b[k:end_b]):
        yield from _compared(a, b, (i, stretch[0] + x, k, stretch[2] + y))
        yield True, (stretch[0] + x, stretch[0] + x + 1, stretch[2] + y, stretch[2] + y + 1)
        i, k = stretch[0] + x + 1, stretch[2] + y + 1
    yield from _compared(a, b, (i, end_a, k, end_b))


def _compared(a: Sequence[Hashable], b: Sequence[Hashable], stretch: Stretch) -> Iterator[tuple[bool, Stretch]]:
    i, j, k, m = stretch
    if i == j and k == m:
        return
    if (j - i) * (m - k) > MAX_CELLS or i == j or k == m:
        yield False, stretch
        return
    matcher = SequenceMatcher(None, a[i:j], b[k:m], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        yield tag == "equal", (i + i1, i + i2, k + j1, k + j2)


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places (in a, in b) of elements that both have exactly once, as many as can be had in the same order."""
    in_a, in_b = Counter(a), Counter(b)
    where = {item: n for n, item in enumerate(b) if in_b[item] == 1}
    pairs = [(n, where[item]) for n, item in enumerate(a) if in_a[item] == 1 and item in where]
    tails: list[int] = []  # of the rising runs of each length, the least last place in b
    ends: list[int] = []
    came: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        came.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [number]
    chosen: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = came[at]
    return chosen[::-1]
