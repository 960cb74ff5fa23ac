"""The lines of a page, looked up once."""

from __future__ import annotations

import pytest

from newsclean.lexicon.fold import fold, fold_lines, fold_texts, fold_words
from newsclean.lexicon.index import make_index, read_index
from newsclean.lexicon.match import PageLines, classify_line
from newsclean.lexicon.phrases import read_phrases, read_rows

LINES = [
    "Anzeige", "Also read: Ministers meet", "PUBLICITÉ", "Editor’s note: updated at 17:45", "広告", "관련 기사",
    "© 2026 The Example Tide", "Größe: 17,5 m", "don't_miss 1'000", "", "  ", "читайте также: мост открыт",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_page_remembers_what_a_line_is(line: str) -> None:
    """A line asked for twice on one page gets the answer that it gets alone."""
    lines = PageLines()
    for _ in range(2):
        assert lines.find(line, "de") == PageLines().find(line, "de")
        assert lines.classify(line, "de") == classify_line(line, "de")


@pytest.mark.parametrize("line", LINES)
def test_folding_is_one(line: str) -> None:
    """Word by word, many lines at a time, or alone: a line folds the same."""
    assert " ".join(fold_words(line)) == fold(line)
    assert list(map(" ".join, fold_texts([line, *LINES]))) == list(map(fold, [line, *LINES]))
    assert fold_lines([line, "x", line]) == [fold(line), "x", fold(line)]


def test_every_phrase_finds_itself() -> None:
    """A phrase that stands alone is found as what its file says, whatever index it went into."""
    for phrase in read_phrases()[::7]:
        text = " … ".join(phrase.parts)
        found = PageLines().find(text, phrase.language, phrase.role)
        assert any(match.reason == phrase.reason for match in found) or len(text) > 110, (phrase, found)


@pytest.mark.parametrize(
    ("line", "language", "reason"),
    [
        ("Diğer ekonomi haberleri", "tr", "related"),
        ("Support independent journalism", "en", "promo"),
        ("Jetzt zwei Monate gratis abonnieren", "de", "promo"),
        ("Diğer", "tr", None),
        ("Photo", "fr", None),
        ("Support came late that winter, when nobody in town had any patience left for journalism", "en", None),
        ("Diğer ekonomi haberleri Ankara'dan", "tr", None),
    ],
)
def test_a_whole_line_may_have_a_gap(line: str, language: str, reason: str | None) -> None:
    """A phrase with a gap is the line that begins and ends so, with a few words between; its first part alone is none."""
    found = [m.reason for m in PageLines().find(line, language, "removed") if m.how == "line" and "…" in m.phrase]
    assert (found[0] if found else None) == reason


def test_the_index_is_what_the_files_of_the_languages_give() -> None:
    """Where it fails a phrase was changed: run tools/index_phrases.py."""
    assert read_index() == make_index(read_rows())
