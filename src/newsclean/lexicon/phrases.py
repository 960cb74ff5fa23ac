"""Reads the phrase files, one a language (`en.txt`, `de.txt`, …).

A file holds tables, `[removed REASON]` or `[disclosure KIND]`, in the words of docs/document.md, and in them phrases,
one a line or parted by ` | `:

    anzeige             the whole line
    lesen sie auch …    the line opens with it
    … anzeige           the line closes with it
    … provision …       it stands anywhere in the line
    jetzt … abonnieren  the whole line; a "…" between two words is a gap, of a few words in a whole line
    # kommentare        "#" is any number;  "quelle :…" wants the colon;  a line that starts with "//" is a comment

Case, accents, apostrophes, hyphens and punctuation do not matter (`fold.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from ..model.data_files import read_data
from .fold import fold_lines

_ROLES = ("removed", "disclosure")

How = Literal["line", "opener", "closer", "contains"]

_Written = tuple[str, str, str, How, list[str]]
"""Role, reason, language, and the entry as it is written: how it stands in the line, and its parts."""

LANGUAGES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "da", "fi", "pl", "cs", "ru", "uk", "tr", "el", "ja", "zh",
    "ko", "ar", "hi", "id", "hu", "ro", "bg", "fa", "he", "ca", "th", "vi",
)  # fmt: skip
"""In the order in which a phrase of two languages is looked up where the page names no language."""


Row = tuple[str, str, str, How, tuple[str, ...]]
"""The fields of a `Phrase`, in their order."""


class Phrase(NamedTuple):
    """A phrase: what it says of a line (`role`, `reason`), how it stands in the line, and its folded parts."""

    role: Literal["removed", "disclosure"]
    reason: str
    language: str
    how: How
    parts: tuple[str, ...]


def read_phrases() -> list[Phrase]:
    """All phrases of all languages, in the order of the files and of `LANGUAGES`."""
    return list(map(Phrase._make, read_rows()))


def read_rows() -> list[Row]:
    """The same as plain tuples, which thousands of phrases cost less to make and to keep."""
    entries: list[_Written] = []
    for language in LANGUAGES:
        entries.extend(_entries(read_data(__package__, f"{language}.txt"), language))
    return _fold_all(entries)


def parse_phrases(text: str, language: str) -> list[Phrase]:
    r"""The phrases of one file's text.

    >>> [(p.how, p.parts) for p in parse_phrases("[removed ad]\nanzeige | … ad by …", "de")]
    [('line', ('anzeige',)), ('contains', ('ad by',))]
    """
    return list(map(Phrase._make, _fold_all(list(_entries(text, language)))))


def _entries(text: str, language: str) -> Iterator[_Written]:
    role, reason = "", ""
    for line in text.replace("#", "0").splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            role, _, reason = line[1:-1].partition(" ")
        elif line and not line.startswith("//"):
            for entry in line.split(" | "):
                entry = entry.strip()
                opens, closes = entry.startswith("…"), entry.endswith("…")
                how: How = "contains" if opens and closes else "closer" if opens else "opener" if closes else "line"
                yield role, reason, language, how, entry.strip("… ").split("…")


def _fold_all(entries: list[_Written]) -> list[Row]:
    """The phrases of entries; their parts are folded in one go, which takes a fifth of the time."""
    folded = iter(fold_lines([part for entry in entries for part in entry[4]]))
    rows: list[Row] = []
    for role, reason, language, how, parts in entries:
        found = (next(folded),) if len(parts) == 1 else tuple([next(folded) for _ in parts])
        if "" in found or role not in _ROLES:
            raise ValueError(f"{language}: {'…'.join(parts)!r} is no phrase of [{role} {reason}]")
        rows.append((role, reason, language, how, found))
    return rows
