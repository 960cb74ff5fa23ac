"""A line → the phrase it is: dictionaries by whole line, first word, last word and rarest word, built once."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .fold import fold, is_unspaced
from .phrases import How, Phrase, read_phrases

MAX_LINE_CHARS = 1600
"""A longer text is prose: only its two ends are looked at."""

_RANK: Mapping[How, int] = {"line": 3, "opener": 2, "closer": 1, "contains": 0}

MAX_CHARS: Mapping[str, int] = {
    "ad": 120, "related": 240, "promo": 420, "furniture": 150, "author_bio": 900, "tags": 300, "comments": 260,
    "navigation": 420, "credit": 260, "breadcrumb": 200,
}  # fmt: skip
"""By removal reason, the length up to which an opener, closer or contained phrase makes a line noise: beyond it stands
prose that happens to say so (longest notices of each kind seen on news pages, rounded up)."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a phrase says of a line: `role` and `reason` as in a draft, `how` it stands there, `strength` 0–1."""

    role: str
    reason: str
    how: How
    strength: float
    language: str
    phrase: str


@dataclass(frozen=True, slots=True)
class _Tables:
    lines: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    openers: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    closers: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    inside: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))


def classify_line(text: str, language: str | None = None, role: str = "") -> Match | None:
    """The strongest phrase that the text is or holds, or None; `role` limits it to "removed" or "disclosure".

    language: the page's, if known: of phrases equally strong, its own wins.

    >>> classify_line("Anzeige").reason, classify_line("Also read: Ministers meet").reason
    ('ad', 'related')
    """
    return max(find_matches(text, language, role), key=lambda m: m.strength, default=None)


def find_matches(text: str, language: str | None = None, role: str = "") -> list[Match]:
    """Every phrase that the text is or holds, whole lines first."""
    if not text:
        return []
    if len(text) > MAX_LINE_CHARS:
        text = f"{text[: MAX_LINE_CHARS // 2]} {text[-MAX_LINE_CHARS // 2 :]}"
    line = fold(text)
    own = (language or "")[:2].lower()
    own = "no" if own in ("nb", "nn") else own
    size = len(text)
    return [
        _to_match(phrase, line, own)
        for phrase in _candidates(line)
        if (not role or phrase.role == role) and (phrase.role == "disclosure" or _fits(phrase, size))
    ]


def _fits(phrase: Phrase, size: int) -> bool:
    return phrase.how == "line" or size <= MAX_CHARS.get(phrase.reason, 200)


def _to_match(phrase: Phrase, line: str, own: str) -> Match:
    length = sum(map(len, phrase.parts))
    strength = 0.2 * _RANK[phrase.how] + 0.15 * min(1.0, length / max(1, len(line)))
    strength += 0.05 if phrase.language == own else 0.02 if phrase.language == "en" else 0.0
    return Match(
        phrase.role, phrase.reason, phrase.how, round(0.2 + strength, 3), phrase.language, " … ".join(phrase.parts)
    )


def _candidates(line: str) -> Iterator[Phrase]:
    tables = _tables()
    yield from tables.lines.get(line, ())
    if line.endswith(" :"):
        yield from tables.lines.get(line[:-2], ())
    unspaced = is_unspaced(line)
    words = line.split()
    if not words:
        return
    padded = f" {line} "
    for key in dict.fromkeys((words[0], line[:2] if unspaced else "")):
        yield from (p for p in tables.openers.get(key, ()) if _has_parts(p, line, padded, at_start=True))
    for key in dict.fromkeys((words[-1], line[-2:] if unspaced else "")):
        yield from (p for p in tables.closers.get(key, ()) if _ends_with(p, line, padded))
    keys: Iterable[str] = words
    if unspaced:
        keys = [*words, *(line[i : i + 2] for i in range(len(line) - 1))]
    inside = tables.inside
    for key in dict.fromkeys(keys):
        if key in inside:
            yield from (p for p in inside[key] if _has_parts(p, line, padded, at_start=False))


def _has_parts(phrase: Phrase, line: str, padded: str, *, at_start: bool) -> bool:
    """The parts stand in the line in order, as whole words in scripts that space their words."""
    at = 0
    for number, part in enumerate(phrase.parts):
        spaced = not is_unspaced(part)
        where, needle = (padded, f" {part} ") if spaced else (line, part)
        found = where.find(needle, at)
        if found < 0 or (at_start and number == 0 and found > 0):
            return False
        at = found + len(needle) - spaced
    return True


def _ends_with(phrase: Phrase, line: str, padded: str) -> bool:
    last = phrase.parts[-1]
    ends = line.endswith(last) if is_unspaced(last) else padded.endswith(f" {last} ")
    return ends and _has_parts(phrase, line, padded, at_start=False)


@functools.cache
def _tables() -> _Tables:
    """Built at the first look-up and never changed after."""
    tables = _Tables()
    for phrase in read_phrases():
        first, last = phrase.parts[0], phrase.parts[-1]
        if phrase.how == "line":
            tables.lines[first].append(phrase)
        elif phrase.how == "opener":
            tables.openers[_key(first, 0)].append(phrase)
        elif phrase.how == "closer":
            tables.closers[_key(last, -1)].append(phrase)
        else:
            longest = max(phrase.parts, key=len)
            key = longest[:2] if is_unspaced(longest) else max(longest.split(), key=len)
            tables.inside[key].append(phrase)
    return tables


def _key(part: str, place: int) -> str:
    if is_unspaced(part):
        return part[:2] if place == 0 else part[-2:]
    return part.split()[place]
