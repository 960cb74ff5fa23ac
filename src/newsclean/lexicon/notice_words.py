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
from .fold import fold, is_unspaced

LANGUAGES = frozenset("en de fr es it pt nl sv no da fi pl cs ru uk tr el ja zh ko ar hi id".split())
"""Those that have a file."""
_UNSPACED = frozenset(("ja", "zh", "ko"))


class _Words(NamedTuple):
    """Single words → their groups, and longer entries, as they stand in a line, with theirs."""

    single: dict[str, tuple[str, ...]]
    longer: tuple[tuple[str, str], ...]


def groups_of(text: str, language: str | None) -> frozenset[str]:
    """The groups that the words of a text belong to; none in a language that has no file, English where none is known.

    >>> sorted(groups_of("Parts of this piece were produced by an AI tool.", "en"))
    ['machine', 'made', 'text']
    """
    own = (language or "en")[:2].lower()
    own = "no" if own in ("nb", "nn") else own
    if own not in LANGUAGES:
        return frozenset()
    words = _read(own)
    line = fold(text)
    found = {group for word in line.split() for group in words.single.get(word, ())}
    padded = f" {line} "
    found.update(group for entry, group in words.longer if entry in padded)
    return frozenset(found)


@functools.cache
def _read(language: str) -> _Words:
    single: dict[str, tuple[str, ...]] = {}
    longer: list[tuple[str, str]] = []
    for line in read_data(__package__, f"notice_words/{language}.txt").splitlines():
        group, _, entries = line.partition(": ")
        for entry in map(fold, entries.split(" | ")):
            if language in _UNSPACED and (is_unspaced(entry) or entry.isascii()):
                longer.append((entry, group))
            elif " " in entry:
                longer.append((f" {entry} ", group))
            else:
                single[entry] = (*single.get(entry, ()), group)
    return _Words(single, tuple(longer))
