"""What the bins of features are worth: learned tables, added up beforehand where they are read together.

One look-up for each table would be most of what scoring takes. So where a look is made, the tables of a few features become
one, and a block's score is the sum of what a few such groups say.
"""

from __future__ import annotations

from typing import Any

Group = tuple[str, ...]
"""Features that are looked up at once; of a pair among them the first comes first."""


class Look:
    """A base and the tables of one look; log-odds of being body.

    tables: of each feature by its bins, then of each pair, by the bins of the first and of the second in each.
    joint: for each group a list in lists, by the bins of its features: the sum of the tables of these features and their
    pairs, without those that a group before it has.
    """

    __slots__ = ("base", "joint", "tables")

    def __init__(
        self,
        base: float,
        tables: list[list[float]],
        features: tuple[tuple[str, int], ...],
        pairs: tuple[tuple[str, str], ...],
        groups: tuple[Group, ...],
    ) -> None:
        self.base = base
        self.tables = tables
        sizes = dict(features)
        left: dict[Group, list[float]] = dict(zip([*((name,) for name in sizes), *pairs], tables, strict=True))
        self.joint = [_join(group, sizes, left) for group in groups]
        if left:
            raise ValueError(f"no group has {', '.join(map(' × '.join, left))}")


def _join(group: Group, sizes: dict[str, int], left: dict[Group, list[float]]) -> Any:
    """A group's table; the tables that are in it are taken out of `left`."""
    own = [left.pop((name,), [0.0] * sizes[name]) for name in group]
    shared = [
        [(i, _by_first(left.pop((a, b)), sizes[b])) for i, a in enumerate(group[:at]) if (a, b) in left]
        for at, b in enumerate(group)
    ]
    return _nest(0.0, (), own, shared)


def _nest(
    said: float, bins: tuple[int, ...], own: list[list[float]], shared: list[list[tuple[int, list[list[float]]]]]
) -> Any:
    """What the features of a group say by the bins of those that are left, where the others have said so much."""
    at = len(bins)
    lines = [own[at], *(rows[bins[i]] for i, rows in shared[at])]
    sums = [said + sum(values) for values in zip(*lines, strict=True)]
    if at + 1 == len(own):
        return sums
    return [_nest(value, (*bins, i), own, shared) for i, value in enumerate(sums)]


def _by_first(table: list[float], size: int) -> list[list[float]]:
    """The table of a pair as one list for each bin of the first; `size` is the number of the second's."""
    return [table[at : at + size] for at in range(0, len(table), size)]
