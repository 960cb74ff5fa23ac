"""Where each phrase is kept: under the whole line, its first words, its last word, or its rarest.

`phrases.json` holds all of it ready-made, so that no process folds twenty thousand phrases when it starts.
tools/index_phrases.py writes it from the files of the languages; a test compares the two.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import NamedTuple

from ..model.data_files import read_data
from .fold import fold, is_unspaced
from .languages import FUNCTION_WORDS
from .phrases import Phrase, Row

INDEX_FILE = "phrases.json"
_GAP = "…"

Numbers = dict[str, int | list[int]]
"""Key → the number of the phrase under it, or of all of them in their order."""


class Index(NamedTuple):
    """All phrases, and where they are found.

    kinds: role, reason, language and how, each once; kind_of: the place of each phrase's there; parts: its folded parts.
    lines: by the whole line. openers: by the first two words, or the one that there is; in scripts without spaces, by two
    characters; whole lines with a gap are among them. closers: by the last word or two characters. inside: by the word that
    tells most.
    """

    kinds: list[list[str]]
    kind_of: list[int]
    parts: list[str]
    lines: Numbers
    openers: Numbers
    closers: Numbers
    inside: Numbers

    def phrase(self, number: int) -> Phrase:
        """The phrase of that number."""
        return Phrase._make((*self.kinds[self.kind_of[number]], tuple(self.parts[number].split(_GAP))))


def read_index() -> Index:
    """The index that comes with the package."""
    return Index(**json.loads(read_data(__package__, INDEX_FILE)))


def make_index(rows: list[Row]) -> Index:
    """The index of phrases, numbered as they come."""
    kinds: dict[tuple[str, ...], int] = {}
    kind_of = [kinds.setdefault(row[:4], len(kinds)) for row in rows]
    small = frozenset(fold(word) for words in FUNCTION_WORDS.values() for word in words)
    counts = Counter([word for *_, parts in rows for part in parts for word in part.split(" ")])
    made = Index(list(map(list, kinds)), kind_of, [_GAP.join(parts) for *_, parts in rows], {}, {}, {}, {})
    for number, (_, _, _, how, parts) in enumerate(rows):
        if how == "line" and len(parts) == 1:
            _put(made.lines, parts[0], number)
        elif how in ("line", "opener"):
            first = parts[0]
            _put(made.openers, " ".join(first.split(" ", 2)[:2]) if is_spaced(first) else first[:2], number)
        elif how == "closer":
            last = parts[-1]
            _put(made.closers, last.split(" ")[-1] if is_spaced(last) else last[-2:], number)
        else:
            _put(made.inside, _telling(parts, small, counts), number)
    return made


def _telling(parts: tuple[str, ...], small: frozenset[str], counts: Counter[str]) -> str:
    """The word that tells most: the longest that is no small word of a language, of equals the rarest in phrases.

    Of a phrase whose longest part is in a script without spaces its first two characters.
    """
    longest = max(parts, key=len)
    if not is_spaced(longest):
        return longest[:2]
    words = [word for part in parts if is_spaced(part) for word in part.split(" ")]
    return max(words, key=lambda word: (word not in small, len(word), -counts[word]))


def _put(numbers: Numbers, key: str, number: int) -> None:
    there = numbers.get(key)
    if there is None:
        numbers[key] = number
    elif isinstance(there, int):
        numbers[key] = [there, number]
    else:
        there.append(number)


def is_spaced(part: str) -> bool:
    """Whether the words of a part of a phrase are parted by spaces."""
    return part.isascii() or not is_unspaced(part)
