"""Which lines above the body of a plain text are its headline and its dek.

What each feature is worth was learned from labelled pages by tools/learn_plain.py and stands in line_weights.json.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ..text.similarity import squeeze
from .lines import SHARE_EDGES, WORD_EDGES, TextLines, has_date, is_odd, kind_of

ABOVE_EDGES = (0, 1, 2, 3, 4, 6, 9, 13, 20, 30)
KNOWN_EDGES = (0.01, 0.2, 0.4, 0.6, 0.8)
MAX_BEFORE = 40
"""Lines above the body in which headline and dek are looked for."""
MAX_WORDS = 90
MIN_CHARS = 6
MIN_CRUMB_LETTERS = 15
CRUMB_LINES = 12

_CREDIT = re.compile(
    r"©|\(c\)|/\s?(?:dpa|afp|ap|reuters|getty|imago)|\bgetty\b|\bcredit\b|\bfoto\b|\bphoto\b|^\(.*\)$", re.I
)


def head_candidates(lines: TextLines, first: int) -> list[int]:
    """The lines that may be headline or dek, `first` being the first paragraph: those above it and that itself."""
    near = range(max(0, first - MAX_BEFORE), min(first + 2, len(lines.lines)))
    return [i for i in near if lines.words[i] <= MAX_WORDS and len(lines.lines[i]) >= MIN_CHARS]


def head_features(lines: TextLines, i: int, first: int) -> list[str]:
    """The features of one such line."""
    line, size, match = lines.lines[i], bisect_right(WORD_EDGES, lines.words[i]), lines.phrases[i]
    half = size // 2
    above = bisect_right(ABOVE_EDGES, first - i) if i <= first else -1
    known = bisect_right(KNOWN_EDGES, lines.known_share(i))
    words = line.split()
    capitals = bisect_right(SHARE_EDGES, sum(w[:1].isupper() for w in words) / len(words)) if len(words) > 2 else 9
    found = [
        f"size{size}", f"above{above}", f"above{above}size{half}", f"last-{kind_of(line[-1])}", f"first-{kind_of(line[0])}",
        f"end{lines.ends[i]:d}size{half}", f"known{known}", f"known{known}size{half}", f"capitals{capitals}",
        f"phrase-{match.reason}-{match.how}" if match else "no-phrase", f"next{lines.near(i + 1)}", f"next2{lines.near(i + 2)}",
        f"previous{lines.near(i - 1)}", f"next{lines.near(i + 1)}size{half}", f"previous{lines.near(i - 1)}size{half}",
    ]  # fmt: skip
    found += _flags(lines, i, half)
    return found


def _flags(lines: TextLines, i: int, half: int) -> list[str]:
    texts = lines.lines
    line = texts[i]
    near = texts[max(0, i - CRUMB_LINES) : i + CRUMB_LINES]
    flags = {
        f"times{half}": lines.times[line] > 1,
        "crumb": any(is_crumb_of(other, line) for other in near),
        f"date{half}": has_date(line),
        "date-next": i + 1 < len(texts) and has_date(texts[i + 1]),
        "date-next2": i + 2 < len(texts) and has_date(texts[i + 2]),
        "date-previous": i > 0 and has_date(texts[i - 1]),
        "odd": is_odd(line),
        "credit": _CREDIT.search(line) is not None,
        "upper": line.isupper(),
        "colon": ":" in line,
    }
    return [name for name, holds in flags.items() if holds]


def is_crumb_of(line: str, title: str) -> bool:
    """True where the line ends with the title, whole or cut short: a breadcrumb."""
    if line == title or len(line) < MIN_CRUMB_LETTERS:
        return False
    trail, whole = squeeze(line), squeeze(title)
    if trail != whole and trail.endswith(whole):
        return True
    cut = line.rstrip(" .…")
    if cut == line.rstrip():
        return False
    tail = squeeze(cut)
    start = whole[:MIN_CRUMB_LETTERS]
    at = tail.find(start)
    return at >= 0 and len(start) == MIN_CRUMB_LETTERS and whole.startswith(tail[at:])


def best_line(scores: Sequence[tuple[int, float]], floor: float) -> int | None:
    """The line with the highest score above the floor, the first of equals, or None."""
    best = max(scores, key=lambda pair: pair[1], default=None)
    return best[0] if best is not None and best[1] > floor else None
