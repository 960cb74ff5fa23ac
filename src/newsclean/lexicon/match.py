"""A line → the phrase it is: dictionaries by whole line, first word, last word and rarest word, read once."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from ..model.draft import Draft
from .fold import fold_texts, fold_words, is_unspaced
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

LINES_AT_ONCE = 1000
"""Lines whose words are held at the same time: few pages have more, and those of a very long one would fill 100 MB."""

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


@dataclass(slots=True)
class _Entry:
    """A phrase as it is looked for in a line that has a space before and behind it.

    needles: its parts, each with the spaces that bound it, none in scripts without; opening, closing: how the line begins
    and ends with its first and last. weight: what its way to stand in the line is worth. most: the length of text up to
    which it counts.
    """

    phrase: Phrase
    needles: tuple[str, ...]
    opening: str
    closing: str
    letters: int
    weight: float
    most: int
    order: int
    printed: str


class _Shelf:
    """Phrases under a key of theirs. How each is looked for is worked out when the first line has its key: few ever do."""

    __slots__ = ("_index", "_made", "keys", "numbers")

    def __init__(self, index: Index, numbers: Numbers) -> None:
        self._index = index
        self.numbers = numbers
        self.keys = frozenset(numbers)
        self._made: dict[str, list[_Entry]] = {}

    def under(self, key: str) -> list[_Entry]:
        """The phrases under a key that is in `keys`, in their order."""
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


_Found = tuple[list[_Entry], int]
"""The phrases of a line, and the length of its folded form where it has any."""
_NOTHING: _Found = ([], 0)


class PageLines:
    """The phrases in the lines of one page: each line is folded and looked up once, whoever asks and how often.

    texts: those that will be asked for, as far as they are known, with the form of each in which it is read; folded
    together they cost a third.
    """

    __slots__ = ("_found", "_itself", "_strongest")

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self._itself: dict[str, bool] = {}
        self._strongest: dict[tuple[str, str | None, str], Match | None] = {}
        forms = texts or {}
        known = list(forms)
        self._found: dict[str, _Found] = {}
        for start in range(0, len(known), LINES_AT_ONCE):
            lines = known[start : start + LINES_AT_ONCE]
            read = [_cut(forms[line]) for line in lines]
            self._found.update(zip(lines, map(_look_up, lines, fold_texts(read)), strict=True))

    def classify(self, text: str, language: str | None = None, role: str = "") -> Match | None:
        """The strongest phrase that the text is or holds, or None; as `classify_line`."""
        entries, length = self._found.get(text) or self._add(text)
        if not entries:
            return None
        key = (text, language, role)
        if key not in self._strongest:
            self._strongest[key] = _find_strongest(_with_role(entries, role), length, _own_language(language))
        return self._strongest[key]

    def classify_all(self, texts: list[str], language: str | None = None, role: str = "") -> list[Match | None]:
        """The strongest phrase of each text."""
        found = self._found
        return [self.classify(text, language, role) if text not in found or found[text][0] else None for text in texts]

    def find(self, text: str, language: str | None = None, role: str = "") -> list[Match]:
        """Every phrase that the text is or holds, whole lines first."""
        entries, length = self._found.get(text) or self._add(text)
        if not entries:
            return []
        own = _own_language(language)
        return [_to_match(entry, _strength(entry, length, own)) for entry in _with_role(entries, role)]

    def speaks_of_itself(self, text: str) -> bool:
        """As the function of `this_text`."""
        found = self._itself.get(text)
        if found is None:
            found = self._itself[text] = speak_of_itself(fold_words(text))
        return found

    def _add(self, text: str) -> _Found:
        found = self._found[text] = _look_up(text, fold_words(_cut(text)))
        return found


def lines_of(draft: Draft) -> PageLines:
    """The page's lines, made once and kept for all steps."""
    lines: PageLines | None = draft.facts.get(FACT)
    if lines is None:
        known = {b.text: b.spaced() for b in draft.blocks if b.text and not b.hidden}
        lines = draft.facts[FACT] = PageLines(known)
    return lines


def classify_line(text: str, language: str | None = None, role: str = "") -> Match | None:
    """The strongest phrase that the text is or holds, or None; `role` limits it to "removed" or "disclosure".

    language: the page's, if known: of phrases equally strong, its own wins.

    >>> classify_line("Anzeige").reason, classify_line("Also read: Ministers meet").reason
    ('ad', 'related')
    """
    return PageLines().classify(text, language, role)


_order = attrgetter("order")


def _cut(text: str) -> str:
    if len(text) > MAX_LINE_CHARS:
        return f"{text[: MAX_LINE_CHARS // 2]} {text[-MAX_LINE_CHARS // 2 :]}"
    return text


def _with_role(entries: list[_Entry], role: str) -> list[_Entry]:
    return [entry for entry in entries if entry.phrase.role == role] if role else entries


def _find_strongest(entries: list[_Entry], length: int, own: str) -> Match | None:
    """The first of those that weigh most."""
    if not entries:
        return None
    strengths = [_strength(entry, length, own) for entry in entries]
    most = max(strengths)
    return _to_match(entries[strengths.index(most)], most)


def _own_language(language: str | None) -> str:
    own = (language or "")[:2].lower()
    return "no" if own in ("nb", "nn") else own


def _strength(entry: _Entry, length: int, own: str) -> float:
    share, language = entry.letters / length, entry.phrase.language
    strength = entry.weight + 0.15 * (share if share < 1 else 1.0)
    strength += 0.05 if language == own else 0.02 if language == "en" else 0.0
    return round(0.2 + strength, 3)


def _to_match(entry: _Entry, strength: float) -> Match:
    phrase = entry.phrase
    return Match(phrase.role, phrase.reason, phrase.how, strength, phrase.language, entry.printed)


def _look_up(text: str, words: list[str]) -> _Found:
    """The phrases of a text of these folded words that fit its length, and the length of its folded form."""
    if not words:
        return _NOTHING
    line = " ".join(words)
    unspaced = not line.isascii() and is_unspaced(line)
    found = _candidates(line, words, unspaced=unspaced)
    if not found:
        return _NOTHING  # as most lines
    size = len(_cut(text))
    return [entry for entry in found if size <= entry.most], len(line)


def _candidates(line: str, words: list[str], *, unspaced: bool) -> list[_Entry]:
    """The phrases that a line is or holds."""
    lines, openers, closers, inside = _tables()
    first, last = words[0], words[-1]
    found: list[_Entry] = []
    if line in lines.keys:
        found += lines.under(line)
    if last == ":" and line[:-2] in lines.keys:
        found += lines.under(line[:-2])
    if first in openers.keys or unspaced or (len(words) > 1 and f"{first} {words[1]}" in openers.keys):
        found += _opening(openers, line, words, unspaced)
    if last in closers.keys or unspaced:
        found += _closing(closers, line, dict.fromkeys((last, line[-2:])) if unspaced else (last,))
    if unspaced:
        words = words + [line[m.start() : m.end() + 1] for m in _pair_starts().finditer(line)]
    if not inside.keys.isdisjoint(words):
        found += _inside(inside, line, words)
    return found


@functools.cache
def _pair_starts() -> re.Pattern[str]:
    """Where two characters may stand under which a phrase without spaces is kept: so few do that all others are passed over."""
    pairs = [key for key in _tables().inside.numbers if len(key) == 2]
    first, second = ("".join(sorted({re.escape(pair[at]) for pair in pairs})) for at in (0, 1))
    return re.compile(f"[{first}](?=[{second}])")


def _opening(openers: _Shelf, line: str, words: list[str], unspaced: bool) -> list[_Entry]:
    """The phrases that open the line, in the order of the files."""
    keys, first = openers.keys, words[0]
    found = openers.under(first) if first in keys else []
    if len(words) > 1 and (key := f"{first} {words[1]}") in keys:
        found = sorted(found + openers.under(key), key=_order) if found else openers.under(key)
    if unspaced and (key := line[:2]) != first and key in keys:
        found = found + openers.under(key)
    padded = f" {line} "
    return found and [
        entry
        for entry in found
        if padded.startswith(entry.opening)
        and _has_parts(entry, padded)
        and (entry.phrase.how == "opener" or _is_whole(entry, line))
    ]


def _closing(closers: _Shelf, line: str, keys: Iterable[str]) -> list[_Entry]:
    """The phrases that close the line."""
    padded = f" {line} "
    return [
        entry
        for key in keys
        if key in closers.keys
        for entry in closers.under(key)
        if padded.endswith(entry.closing) and _has_parts(entry, padded)
    ]


def _inside(inside: _Shelf, line: str, keys: list[str]) -> list[_Entry]:
    """The phrases that stand in the line, in the order of their keys there."""
    padded = f" {line} "
    known = inside.keys.intersection(keys)
    return [
        entry
        for key in (sorted(known, key=keys.index) if len(known) > 1 else known)
        for entry in inside.under(key)
        if entry.needles[0] in padded and _has_parts(entry, padded)
    ]


def _has_parts(entry: _Entry, padded: str) -> bool:
    """The parts stand in the line in order, as whole words in scripts that space their words."""
    at = 0
    for needle in entry.needles:
        at = padded.find(needle, at)
        if at < 0:
            return False
        at += len(needle) - needle.startswith(" ")
    return True


def _is_whole(entry: _Entry, line: str) -> bool:
    """The line ends as the phrase does, and what stands in the gaps is short."""
    last = entry.phrase.parts[-1]
    return line.endswith(last) and len(line) - entry.letters <= MAX_GAP_CHARS * (len(entry.phrase.parts) - 1)


def _to_entry(order: int, phrase: Phrase) -> _Entry:
    parts = phrase.parts
    needles = tuple(f" {part} " if is_spaced(part) else part for part in parts)
    opening = needles[0] if is_spaced(parts[0]) else f" {parts[0]}"
    closing = needles[-1] if is_spaced(parts[-1]) else f"{parts[-1]} "
    whole = phrase.how == "line" and len(parts) == 1
    most = MAX_LINE_CHARS + 1 if whole or phrase.role == "disclosure" else MAX_CHARS.get(phrase.reason, 200)
    weight = 0.2 * _RANK[phrase.how]
    return _Entry(phrase, needles, opening, closing, sum(map(len, parts)), weight, most, order, " … ".join(parts))


@functools.cache
def _tables() -> _Tables:
    """Read at the first look-up and never changed after."""
    index = read_index()
    return _Tables(*(_Shelf(index, getattr(index, name)) for name in _Tables._fields))
