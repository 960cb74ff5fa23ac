"""What publishers print around articles, in many languages: each line is the noise that it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean.lexicon.match import classify_line

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("noise.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
LANGUAGES = "en de fr es it pt nl sv no da fi pl cs ru uk tr el ja zh ko ar hi id".split()
REASONS = "ad related promo furniture author_bio tags comments navigation credit".split()


@pytest.mark.parametrize(("language", "reason", "line"), ROWS)
def test_reason(language: str, reason: str, line: str) -> None:
    """A line that is nothing but noise has its reason."""
    match = classify_line(line, language, "removed")
    assert (match.reason if match else None) == reason


def test_every_language_has_every_reason() -> None:
    """The table above has a line of each reason for each language that the phrases are meant to cover."""
    assert {(language, reason) for language, reason, _ in ROWS} >= {(a, b) for a in LANGUAGES for b in REASONS}
