"""Texts changed through bytes."""

from __future__ import annotations

import pytest

from newsclean.model.alphabets import ALPHABETS, Table, change_text, make_table


def table_of(alphabet: str) -> Table:
    """Upper case becomes lower, commas go."""
    return make_table(alphabet, lambda lines: lines.casefold().replace(",", ""))


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("A, B\nÇa – “va”", "a b\nça – “va”"),
        ("Straße", "strasse"),
        ("Привет, Мир", "привет мир"),
        ("Łódź → Gdańsk", "łódź - gdańsk"),
        ("Αθήνα", "αθήνα"),
        ("港口 罢工", None),
        ("", ""),
    ],
)
def test_a_text_is_changed_by_the_alphabet_that_has_its_letters(text: str, changed: str | None) -> None:
    """Signs that an alphabet lacks are changed alone; a letter that none has leaves the text to others."""
    assert change_text(text, table_of, lambda char: "-" if char == "→" else None) == changed


def test_every_alphabet_has_a_table_of_256() -> None:
    """A byte is a character of the table, whatever becomes of it."""
    assert {len(table_of(alphabet).made) for alphabet in ALPHABETS} == {256}
