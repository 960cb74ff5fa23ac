"""Lines and the kinds of disclosure they are, in many languages, with the news about such things that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean.extract.notices import Place, find_notice, names_rights, states_rights
from newsclean.lexicon.phrases import read_phrases

ROWS = [
    line.split("\t")
    for line in (Path(__file__).with_name("notices.tsv")).read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PLACES = {"head": Place("head"), "body": Place("body"), "foot": Place("foot")}


@pytest.mark.parametrize(("language", "place", "kind", "text"), ROWS)
def test_kind(language: str, place: str, kind: str, text: str) -> None:
    """A notice has its kind; a paragraph that reports on such a thing has none."""
    assert (find_notice(text, language, PLACES[place]) or "-") == kind


def test_every_language_has_every_kind() -> None:
    """The table has a notice of each kind for each language that the phrases are meant to cover, and news that is none."""
    kinds = ("ai", "sponsored", "affiliate", "syndication", "credit", "correction", "update", "interest", "opinion")
    kinds += ("licence", "source", "other", "-")
    languages = "en de fr es it pt nl sv no da fi pl cs ru uk tr el ja zh ko ar hi id".split()
    assert {(row[0], row[2]) for row in ROWS} >= {(a, b) for a in languages for b in kinds}


def test_news_that_comes_in_is_text() -> None:
    """A paragraph that a time opens and that goes on to tell is news; at the end of a text it tells of a change."""
    told = "Update vom 3. Mai 2020, 16:05 Uhr: Die Rückkehr der Fähre stimmt am anderen Ufer viele froh, der Bürgermeister "
    told += "sagte auf dem Markt, er habe darauf drei lange Jahre gewartet, und nun sei sie endlich da."
    assert find_notice(told, "de", Place("body", styled=True)) is None
    assert find_notice(told, "de", Place("body", last=True)) == "update"


def test_prose_that_speaks_of_advertising_is_text() -> None:
    """Set apart or not, a long sentence that only holds such words is none of a sponsor's."""
    told = "Das Gericht stellt klar, dass nicht jeder Beitrag, der eine Marke zeigt, gekennzeichnet werden muss; was bezahlt "
    told += "wird, ist Werbung, und was nicht bezahlt wird, kann es sein, wenn der Zweck allein der Verkauf war."
    assert find_notice(told, "de", Place("body", styled=True)) is None


def test_short_words_of_another_language_do_not_count() -> None:
    """A short word that is a label of sources in Swedish says nothing on an English page."""
    assert find_notice("Källa", "sv", Place("foot")) == "source"
    assert find_notice("Källa", "en", Place("foot")) is None


def test_no_phrase_is_only_a_number() -> None:
    """Numbers fold to "0": a phrase without letters would be in every line that has a number."""
    assert not [
        p for p in read_phrases() if p.how != "line" and not any(c.isalpha() or c == "©" for c in "".join(p.parts))
    ]


@pytest.mark.parametrize(
    ("text", "names", "states"),
    [
        ("© 2026 The Skerry Post", True, False),
        ("Licensed under CC BY 4.0", True, True),
        ("C Jones, Flint", False, False),
    ],
)
def test_rights(text: str, names: bool, states: bool) -> None:
    """A footer's © names a right; a licence states what may be done with the text."""
    assert (names_rights(text), states_rights(text)) == (names, states)
