"""The tables of a look, added up by groups, say what they say one by one."""

from __future__ import annotations

import random

import pytest

from newsclean.body.context import CONTEXT, CONTEXT_PLACES
from newsclean.body.features import FEATURES, PAIR_PLACES, pair_columns
from newsclean.body.looks import Look
from newsclean.body.score import context_scores, first_scores, load_tables


@pytest.mark.parametrize("second", [False, True])
def test_groups_say_what_the_tables_say(second: bool) -> None:
    """Whatever its bins, a block's score is the base and what each feature's and each pair's table says."""
    model = load_tables()
    look, features, places = (
        (model.context, CONTEXT, CONTEXT_PLACES) if second else (model.first, FEATURES, PAIR_PLACES)
    )
    chance = random.Random(7)
    columns = [[chance.randrange(bins) for _ in range(200)] for _, bins in features]
    rows = zip(*pair_columns(columns, places), strict=True)
    wanted = [look.base + sum(table[i] for table, i in zip(look.tables, row, strict=True)) for row in rows]
    assert (context_scores if second else first_scores)(look, columns) == pytest.approx(wanted)


def test_a_pair_without_a_group_is_told() -> None:
    """A table that no group has would be lost."""
    features = (("a", 2), ("b", 2))
    tables = [[0.0, 1.0], [0.0, 2.0], [0.0, 0.0, 0.0, 4.0]]
    assert Look(0.0, tables, features, (("a", "b"),), (("a", "b"),)).joint == [[[0.0, 2.0], [1.0, 7.0]]]
    with pytest.raises(ValueError, match="a × b"):
        Look(0.0, tables, features, (("a", "b"),), (("a",), ("b",)))
