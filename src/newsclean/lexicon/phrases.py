"""Reads the phrase files, one a language (`en.txt`, `de.txt`, …).

A file holds tables, `[removed REASON]` or `[disclosure KIND]`, in the words of docs/document.md, and in them phrases,
one a line or parted by ` | `:

    anzeige             the whole line
    lesen sie auch …    the line opens with it
    … anzeige           the line closes with it
    … provision …       it stands anywhere in the line; a "…" between two words is a gap
    # kommentare        "#" is any number;  "quelle :…" wants the colon;  a line that starts with "//" is a comment

Case, accents, apostrophes, hyphens and punctuation do not matter (`fold.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Literal

from .fold import fold

How = Literal["line", "opener", "closer", "contains"]

LANGUAGES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "da", "fi", "pl", "cs", "ru", "uk", "tr", "el", "ja", "zh",
    "ko", "ar", "hi", "id", "hu", "ro", "bg", "fa", "he", "ca", "th", "vi",
)  # fmt: skip
"""In the order in which a phrase of two languages is looked up where the page names no language."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: what it says of a line (`role`, `reason`), how it stands in the line, and its folded parts."""

    role: Literal["removed", "disclosure"]
    reason: str
    language: str
    how: How
    parts: tuple[str, ...]


def read_phrases() -> list[Phrase]:
    """All phrases of all languages, in the order of the files and of `LANGUAGES`."""
    folder = resources.files(__package__)
    phrases: list[Phrase] = []
    for language in LANGUAGES:
        text = folder.joinpath(f"{language}.txt").read_text(encoding="utf-8")
        phrases.extend(parse_phrases(text, language))
    return phrases


def parse_phrases(text: str, language: str) -> Iterator[Phrase]:
    r"""The phrases of one file's text.

    >>> [(p.how, p.parts) for p in parse_phrases("[removed ad]\nanzeige | … ad by …", "de")]
    [('line', ('anzeige',)), ('contains', ('ad by',))]
    """
    role, reason = "", ""
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            role, _, reason = line[1:-1].partition(" ")
        elif line and not line.startswith("//"):
            for entry in line.split(" | "):
                yield _parse_entry(entry.strip(), role, reason, language)


def _parse_entry(entry: str, role: str, reason: str, language: str) -> Phrase:
    opens, closes = entry.startswith("…"), entry.endswith("…")
    parts = tuple(fold(part.replace("#", "0")) for part in entry.strip("… ").split("…"))
    if not all(parts) or role not in ("removed", "disclosure"):
        raise ValueError(f"{language}: {entry!r} is no phrase of [{role} {reason}]")
    how: How = "contains" if opens and closes else "closer" if opens else "opener" if closes else "line"
    return Phrase("removed" if role == "removed" else "disclosure", reason, language, how, parts)
