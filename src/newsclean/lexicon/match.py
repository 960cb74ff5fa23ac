"""A line → the phrase it is: dictionaries by whole line, first word, last word and rarest word, read once."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from operator import attrgetter
from typing import NamedTuple

from ..model.draft import Draft
from .fold import FoldedWords, is_unspaced
from .index import Index, Numbers, is_spaced, read_index
from .phrases import How, Phrase
from .this_text import speak_of_itself

MAX_LINE_CHARS = 1600
"""A longer text is prose: only its two ends are looked at."""

_RANK: Mapping[How, int] = {"line": 3, "opener": 2, "closer": 1, "contains": 0}

MAX_CHARS: Mapping[str, int] = {
    "ad": 120, "related": 240, "promo": 420, "furniture": 150, "author_bio": 900, "tags": 300, "comments": 400,
    "navigation": 420, "credit": 260, "breadcrumb": 200,
}  # fmt: skip
"""By removal reason, the length up to which an opener, closer or contained phrase makes a line noise: beyond it stands
prose that happens to say so (longest notices of each kind seen on news pages, rounded up)."""

MAX_GAP_CHARS = 40
"""The gap of a whole line ("support … journalism") holds a few words; with more it is a sentence that ends so by chance."""

FACT = "lines"
"""Where a page's `PageLines` are kept among `draft.facts`."""


class Match(NamedTuple):
    """What a phrase says of a line: `role` and `reason` as in a draft, `how` it stands there, `strength` 0–1."""

    role: str
    reason: str
    how: How
    strength: float
    language: str
    phrase: str


class _Entry(NamedTuple):
    """A phrase as it is looked for: its parts with the spaces that bound them (none in scripts without), and its rank."""

    phrase: Phrase
    needles: tuple[tuple[str, bool], ...]
    letters: int
    order: int
    printed: str


class _Shelf:
    """Phrases under a key of theirs. How each is looked for is worked out when the first line has its key: few ever do."""

    __slots__ = ("_index", "_made", "numbers")

    def __init__(self, index: Index, numbers: Numbers) -> None:
        self._index = index
        self.numbers = numbers
        self._made: dict[str, list[_Entry]] = {}

    def under(self, key: str) -> list[_Entry]:
        """The phrases under a key that is in `numbers`, in their order."""
        made = self._made.get(key)
        if made is None:
            found = self.numbers[key]
            numbers = [found] if isinstance(found, int) else found
            made = self._made[key] = [_to_entry(number, self._index.phrase(number)) for number in numbers]
        return made


class _Tables(NamedTuple):
    """A shelf for each way in which a phrase is found."""

    lines: _Shelf
    openers: _Shelf
    closers: _Shelf
    inside: _Shelf


class PageLines:
    """The phrases in the lines of one page: each line is folded and looked up once, whoever asks and how often."""

    __slots__ = ("_found", "_itself", "_words")

    def __init__(self) -> None:
        self._found: dict[str, tuple[list[_Entry], int]] = {}
        self._itself: dict[str, bool] = {}
        self._words = FoldedWords()

    def classify(self, text: str, language: str | None = None, role: str = "") -> Match | None:
        """The strongest phrase that the text is or holds, or None; as `classify_line`."""
        entries, length = self._entries(text, role)
        if not entries:
            return None
        own = _own_language(language)
        return _to_match(max(entries, key=lambda entry: _strength(entry, length, own)), length, own)

    def find(self, text: str, language: str | None = None, role: str = "") -> list[Match]:
        """Every phrase that the text is or holds, whole lines first."""
        entries, length = self._entries(text, role)
        own = _own_language(language) if entries else ""
        return [_to_match(entry, length, own) for entry in entries]

    def speaks_of_itself(self, text: str) -> bool:
        """As the function of `this_text`."""
        found = self._itself.get(text)
        if found is None:
            found = self._itself[text] = speak_of_itself(self._words.split(text))
        return found

    def _entries(self, text: str, role: str) -> tuple[list[_Entry], int]:
        """The phrases of a line that speak for a role and fit its length, and the length of its folded form."""
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = self._look_up(text)
        entries, length = found
        if not entries:
            return found
        size = len(_cut(text))
        fitting = [
            entry
            for entry in entries
            if (not role or entry.phrase.role == role)
            and (entry.phrase.role == "disclosure" or _fits(entry.phrase, size))
        ]
        return fitting, length

    def _look_up(self, text: str) -> tuple[list[_Entry], int]:
        """The phrases of a line, and the length of its folded form."""
        words = self._words.split(_cut(text))
        if not words:
            return [], 0
        line = " ".join(words)
        return _candidates(line, words), len(line)


def lines_of(draft: Draft) -> PageLines:
    """The page's lines, made once and kept for all steps."""
    lines: PageLines | None = draft.facts.get(FACT)
    if lines is None:
        lines = draft.facts[FACT] = PageLines()
    return lines


def classify_line(text: str, language: str | None = None, role: str = "") -> Match | None:
    """The strongest phrase that the text is or holds, or None; `role` limits it to "removed" or "disclosure".

    language: the page's, if known: of phrases equally strong, its own wins.

    >>> classify_line("Anzeige").reason, classify_line("Also read: Ministers meet").reason
    ('ad', 'related')
    """
    return PageLines().classify(text, language, role)


def find_matches(text: str, language: str | None = None, role: str = "") -> list[Match]:
    """Every phrase that the text is or holds, whole lines first."""
    return PageLines().find(text, language, role)


_order = attrgetter("order")


def _cut(text: str) -> str:
    if len(text) > MAX_LINE_CHARS:
        return f"{text[: MAX_LINE_CHARS // 2]} {text[-MAX_LINE_CHARS // 2 :]}"
    return text


def _fits(phrase: Phrase, size: int) -> bool:
    return (phrase.how == "line" and len(phrase.parts) == 1) or size <= MAX_CHARS.get(phrase.reason, 200)


def _own_language(language: str | None) -> str:
    own = (language or "")[:2].lower()
    return "no" if own in ("nb", "nn") else own


def _strength(entry: _Entry, length: int, own: str) -> float:
    phrase = entry.phrase
    strength = 0.2 * _RANK[phrase.how] + 0.15 * min(1.0, entry.letters / max(1, length))
    strength += 0.05 if phrase.language == own else 0.02 if phrase.language == "en" else 0.0
    return round(0.2 + strength, 3)


def _to_match(entry: _Entry, length: int, own: str) -> Match:
    phrase = entry.phrase
    return Match(phrase.role, phrase.reason, phrase.how, _strength(entry, length, own), phrase.language, entry.printed)


def _candidates(line: str, words: list[str]) -> list[_Entry]:
    tables = _tables()
    lines, closers, inside = tables.lines, tables.closers, tables.inside
    found: list[_Entry] = []
    if line in lines.numbers:
        found += lines.under(line)
    if words[-1] == ":" and line[:-2] in lines.numbers:
        found += lines.under(line[:-2])
    unspaced = not line.isascii() and is_unspaced(line)
    padded = f" {line} "
    openers = _openers(tables.openers, line, words, unspaced)
    if openers:
        found += [
            entry
            for entry in openers
            if _has_parts(entry, line, padded, at_start=True)
            and (entry.phrase.how == "opener" or _is_whole(entry, line))
        ]
    for key in dict.fromkeys((words[-1], line[-2:])) if unspaced else (words[-1],):
        if key in closers.numbers:
            found += [e for e in closers.under(key) if _ends_with(e, line, padded)]
    keys = [*words, *(line[m.start() : m.end() + 1] for m in _pair_starts().finditer(line))] if unspaced else words
    known = inside.numbers.keys() & keys
    for key in sorted(known, key=keys.index):
        found += [e for e in inside.under(key) if _has_parts(e, line, padded, at_start=False)]
    return found


@functools.cache
def _pair_starts() -> re.Pattern[str]:
    """Where two characters may stand under which a phrase without spaces is kept: so few do that all others are passed over."""
    pairs = [key for key in _tables().inside.numbers if len(key) == 2]
    first, second = ("".join(sorted({re.escape(pair[at]) for pair in pairs})) for at in (0, 1))
    return re.compile(f"[{first}](?=[{second}])")


def _openers(openers: _Shelf, line: str, words: list[str], unspaced: bool) -> list[_Entry]:
    """The phrases that may open the line, in the order of the files."""
    keys, first = openers.numbers, words[0]
    found = openers.under(first) if first in keys else []
    if len(words) > 1 and (key := f"{first} {words[1]}") in keys:
        found = sorted(found + openers.under(key), key=_order) if found else openers.under(key)
    if unspaced and (key := line[:2]) != first and key in keys:
        found = found + openers.under(key)
    return found


def _has_parts(entry: _Entry, line: str, padded: str, *, at_start: bool) -> bool:
    """The parts stand in the line in order, as whole words in scripts that space their words."""
    at = 0
    for needle, spaced in entry.needles:
        found = (padded if spaced else line).find(needle, at)
        if found < 0 or (at_start and found > 0):
            return False
        at_start = False
        at = found + len(needle) - spaced
    return True


def _is_whole(entry: _Entry, line: str) -> bool:
    """The line ends as the phrase does, and what stands in the gaps is short."""
    last = entry.phrase.parts[-1]
    return line.endswith(last) and len(line) - entry.letters <= MAX_GAP_CHARS * (len(entry.phrase.parts) - 1)


def _ends_with(entry: _Entry, line: str, padded: str) -> bool:
    needle, spaced = entry.needles[-1]
    return (padded if spaced else line).endswith(needle) and _has_parts(entry, line, padded, at_start=False)


def _to_entry(order: int, phrase: Phrase) -> _Entry:
    needles = tuple((f" {part} ", True) if is_spaced(part) else (part, False) for part in phrase.parts)
    return _Entry(phrase, needles, sum(map(len, phrase.parts)), order, " … ".join(phrase.parts))


@functools.cache
def _tables() -> _Tables:
    """Read at the first look-up and never changed after."""
    index = read_index()
    return _Tables(*(_Shelf(index, getattr(index, name)) for name in _Tables._fields))
