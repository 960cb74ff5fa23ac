"""The words that notices are made of, in groups, by language.

A notice can be put in more ways than phrases can be listed. What all have in common is what they speak of: an AI notice
names the machine, the making, and the text or those who checked it. `notice_words/` has a file a language, in it a line a
group:

    machine: ai | artificial intelligence | …

Case, accents and punctuation do not matter (`fold.py`). An entry is a whole word or several; in scripts that write words
without spaces, any part of the line.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from ..model.data_files import read_data
from .fold import fold, fold_words, is_unspaced

LANGUAGES = frozenset("en de fr es it pt nl sv no da fi pl cs ru uk tr el ja zh ko ar hi id".split())
"""Those that have a file."""
_UNSPACED = frozenset(("ja", "zh", "ko"))


class _Words(NamedTuple):
    """Single words → their groups; entries of several by their first word, as they stand in a line, with theirs; parts of words."""

    single: dict[str, tuple[str, ...]]
    several: dict[str, list[tuple[str, str]]]
    parts: list[tuple[str, str]]


def groups_of(text: str, language: str | None) -> frozenset[str]:
    """The groups that the words of a text belong to; none in a language that has no file, English where none is known.

    >>> sorted(groups_of("Parts of this piece were produced by an AI tool.", "en"))
    ['machine', 'made', 'text']
    """
    own = (language or "en")[:2].lower()
    own = "no" if own in ("nb", "nn") else own
    if own not in LANGUAGES:
        return frozenset()
    single, several, parts = _read(own)
    words = fold_words(text)
    found: set[str] = set()
    for word in single.keys() & words:
        found.update(single[word])
    firsts = several.keys() & words
    if firsts or parts:
        line = f" {' '.join(words)} "
        for first in firsts:
            found.update([group for entry, group in several[first] if entry in line])
        found.update([group for part, group in parts if part in line])
    return frozenset(found)


@functools.cache
def _read(language: str) -> _Words:
    made = _Words({}, {}, [])
    for line in read_data(__package__, f"notice_words/{language}.txt").splitlines():
        group, _, entries = line.partition(": ")
        for entry in map(fold, entries.split(" | ")):
            if language in _UNSPACED and (is_unspaced(entry) or entry.isascii()):
                made.parts.append((entry, group))
            elif " " in entry:
                made.several.setdefault(entry.split()[0], []).append((f" {entry} ", group))
            else:
                made.single[entry] = (*made.single.get(entry, ()), group)
    return made
