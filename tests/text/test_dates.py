"""Dates of many languages, as a table: language, text, ISO 8601 (empty for none)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsclean.lexicon import dates as words
from newsclean.text.dates import find_dates, order_of, parse_date, parse_iso

ROWS = [line.split("\t") for line in (Path(__file__).parent / "dates.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("language", "text", "iso"), ROWS)
def test_date_of_a_text(language: str, text: str, iso: str) -> None:
    """Each text has the date of the table, with the offset and the precision that it has."""
    found = parse_date(text, words, language)
    assert (found.iso if found else "") == iso


def test_table_is_wide() -> None:
    """At least 300 texts in 20 languages."""
    assert len(ROWS) >= 300
    assert len({row[0] for row in ROWS}) >= 20


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-03-06", None),
        ("March 6, 2026", None),
        ("2026-03-04T23:00:00Z", "2026-03-04T23:00:00+00:00"),
        ("March 4, 2026", "2026-03-04"),
    ],
)
def test_future_is_refused(text: str, iso: str | None) -> None:
    """A date later than the clock that was passed in is none, but for another zone's day."""
    found = parse_date(text, words, "en", datetime(2026, 3, 4, 12, tzinfo=UTC))
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("language", "country", "order"),
    [
        ("en", "us", "mdy"),
        ("en", "uk", "dmy"),
        ("en-GB", None, "dmy"),
        ("de", "us", "dmy"),
        ("ja", None, "ymd"),
        (None, None, "dmy"),
    ],
)
def test_order(language: str | None, country: str | None, order: str) -> None:
    """The language orders numbers, for English the country too."""
    assert order_of(language, country, words) == order


def test_several_dates_keep_their_places() -> None:
    """All dates of a line are found in order, each with its own clock and place."""
    line = "Published 4 March 2026 08:15, updated 5 March 2026 at 17:30"
    found = find_dates(line, words, "en")
    assert [d.iso for d in found] == ["2026-03-04T08:15", "2026-03-05T17:30"]
    assert line[found[1].start : found[1].end] == "5 March 2026 at 17:30"


@pytest.mark.parametrize("text", ["-" * 100_000, "1" * 100_000, "2026-" * 50_000, "march " * 50_000])
def test_baits_are_cut(text: str) -> None:
    """Hostile strings are cut before any pattern sees them."""
    assert parse_date(text, words, "en") is None
    assert parse_iso(text) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("10:05 12.03.2026 (обновлено: 11:40 12.03.2026)", ["2026-03-12T10:05", "2026-03-12T11:40"]),
        ("12.03.2026, 10:05", ["2026-03-12T10:05"]),
        ("10:05, March 12, 2026", ["2026-03-12T10:05"]),
    ],
)
def test_a_clock_that_touches_is_the_dates_own(line: str, found: list[str]) -> None:
    """A clock right before a date wins over one farther behind it, which is the next date's."""
    assert [d.iso[:16] for d in find_dates(line, words, "ru")] == found
