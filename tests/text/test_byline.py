"""Bylines of many languages, as a table: language, line, authors."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean.lexicon import bylines as words
from newsclean.lexicon import dates as date_words
from newsclean.text.byline import parse_byline
from newsclean.text.dates import find_dates

ROWS = [line.split("\t") for line in (Path(__file__).parent / "bylines.tsv").read_text(encoding="utf-8").splitlines()]


def _authors(line: str, *, sure: bool = True) -> list[str]:
    dates = [(d.start, d.end) for d in find_dates(line, date_words)]
    byline = parse_byline(line, words, sure=sure, dates=dates)
    return [a.name for a in byline.authors or byline.sources] if byline else []


@pytest.mark.parametrize(("language", "line", "authors"), ROWS)
def test_authors_of_a_line(language: str, line: str, authors: str) -> None:
    """Each line names just the authors of the table."""
    assert "; ".join(_authors(line)) == authors, language


def test_table_is_wide() -> None:
    """At least 300 lines in 20 languages."""
    assert len(ROWS) >= 300
    assert len({row[0] for row in ROWS}) >= 20


@pytest.mark.parametrize(
    ("line", "kind", "role"),
    [
        ("By Maura Ellison, Political Correspondent", "person", "Political Correspondent"),
        ("Von Chefreporter Jörg Steinbach", "person", "Chefreporter"),
        ("AFP", "organisation", None),
        ("By NRK", "organisation", None),
        ("By Daily Tide Reporter", "organisation", None),
        ("Tideline Redaktion", "organisation", None),
    ],
)
def test_kind_and_role(line: str, kind: str, role: str | None) -> None:
    """People and organisations are told apart, and a role stays with its person."""
    byline = parse_byline(line, words, sure=True)
    assert byline is not None
    assert (byline.authors[0].kind, byline.authors[0].role) == (kind, role)


@pytest.mark.parametrize(
    "line", ["With reporting by Tom O’Keefe", "Photo by Tom O’Keefe", "Übersetzung: Malte Brandt", "责任编辑：王晓峰"]
)
def test_credits_are_no_authors(line: str) -> None:
    """Who helped, photographed, translated or edited is a credit."""
    byline = parse_byline(line, words, sure=True)
    assert byline is not None
    assert byline.credits
    assert not byline.authors


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "3 hours ago",
        "Share this story",
        "Berlin",
        "https://example.org/people/1",
        "Staff",
        "The ministers met again.",
        "",
    ],
)
def test_unsure_lines_name_nobody(line: str) -> None:
    """Without evidence, furniture, places, times and sentences name nobody."""
    assert _authors(line, sure=False) == []


def test_long_bait_is_cut() -> None:
    """A hostile string is cut before the grammar sees it."""
    assert parse_byline("By " + "-" * 200_000, words, sure=True) is None


def test_several_words_that_nothing_opens_name_nobody() -> None:
    """Behind a date, places and topics stand as names would; a number is no name either."""
    assert _authors("Marling, Tessin", sure=True) == []
    assert _authors("harbourmaster | 0", sure=True) == ["harbourmaster"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("March 14, 2026 admin", []),
        ("5. November 2021 webmaster", []),
        ("Posted by admin", ["admin"]),
        ("04.01.2012 12:23 msk", []),
        ("zuletzt bearbeitet", []),
        ("zuletzt aktualisiert 4. März 2026", []),
    ],
)
def test_accounts_and_labels_name_nobody(line: str, authors: list[str]) -> None:
    """In a line known as a byline, an account signs only behind "by"; zones and labels of dates never do."""
    assert _authors(line) == authors


def test_openers_are_no_places() -> None:
    """Behind "By" single words are names."""
    assert _authors("By Regan, Eskow", sure=True) == ["Regan", "Eskow"]
