"""What speaks for a line of plain text being the article's: named features of the line and of the lines around it.

There is no markup: only length, rhythm, punctuation and words. What each is worth was learned from labelled pages by
tools/learn_plain.py and stands in line_weights.json.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from ..lexicon.match import Match
from .features import count_words

WORD_EDGES = (2, 3, 4, 6, 8, 11, 15, 20, 28, 40, 60, 90)
MEAN_EDGES = (2, 4, 6, 9, 13, 18, 25, 35)
SHARE_EDGES = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
DISTANCE_EDGES = (-80, -40, -20, -10, -5, -2, 0, 1, 2, 4, 8, 16, 40, 80)
LONG_WORDS = 12
SURE = frozenset(("ad", "related", "promo", "furniture", "comments", "tags", "author_bio"))
MAX_OPENER_CHARS = 160
SENTENCE_ENDS = tuple('.!?…。！？।؟"”»’」')

_INSIDE = re.compile(r"[.!?…][\"'”’»)]*\s|[。！？।؟]")
_DATE = re.compile(r"\d{1,2}[:.]\d{2}|\b(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_ODD = re.compile(r"[|©@›»•→▸]|https?:|www\.")
_PRICE = re.compile(r"[$€£¥]\s?\d|\d\s?[€£]")


def is_sure_noise(line: str, match: Match | None) -> bool:
    """True where a line's own words say that it is noise, whatever stands around it."""
    if match is None or match.reason not in SURE or not any(c.isalpha() for c in line):
        return False
    if match.how == "line":
        return len(line) > 3
    return match.how == "opener" and match.reason in ("ad", "related", "comments") and len(line) < MAX_OPENER_CHARS


class TextLines:
    """A text's lines with what was measured of them once."""

    def __init__(self, lines: Sequence[str], phrases: Sequence[Match | None]) -> None:
        self.lines = lines
        self.words = [count_words(line) for line in lines]
        self.ends = [line.endswith(SENTENCE_ENDS) for line in lines]
        self.phrases = phrases
        self.times = Counter(lines)
        self.prose = [
            w >= LONG_WORDS and e and self._phrase(i) < 2
            for i, (w, e) in enumerate(zip(self.words, self.ends, strict=True))
        ]
        self.core = self._find_core()

    def _phrase(self, i: int) -> int:
        match = self.phrases[i]
        return 0 if match is None else 2 if match.how in ("line", "opener") else 1

    def _find_core(self) -> tuple[int, int]:
        """First and last line of the stretch where most prose stands: gain a line's words, pay for each other line."""
        best = (0.0, 0, 0)
        gain, start = 0.0, 0
        for i, prose in enumerate(self.prose):
            if gain <= 0:
                gain, start = 0.0, i
            gain += min(self.words[i], 60) if prose else -2.0 - (6.0 if self._phrase(i) == 2 else 0.0)
            if gain > best[0]:
                best = (gain, start, i)
        return best[1], best[2]

    def features(self, i: int) -> list[str]:
        """The features of one line."""
        line, size = self.lines[i], bisect_right(WORD_EDGES, self.words[i])
        match = self.phrases[i]
        phrase = f"{match.reason}-{match.how}" if match else "none"
        distance = self._distance(i)
        inside = min(3, len(_INSIDE.findall(line))) if self.words[i] > 5 else 0
        found = [
            f"size{size}", f"size{size}end{self.ends[i]:d}", f"inside{inside}", f"phrase-{phrase}", f"at{distance}",
            f"at{distance}size{size // 2}", f"last-{_kind_of(line[-1])}", f"first-{_kind_of(line[0])}",
            f"at{distance}end{self.ends[i]:d}",
        ]  # fmt: skip
        if self.times[line] > 1:
            found.append(f"times{min(3, self.times[line])}size{size // 3}")
        found += [name for name, pattern in (("date", _DATE), ("odd", _ODD), ("price", _PRICE)) if pattern.search(line)]
        words = line.split()
        if len(words) > 2:
            found.append(
                f"capitals{bisect_right(SHARE_EDGES, sum(w[:1].isupper() for w in words) / len(words))}size{size // 3}"
            )
        for width in (2, 6):
            found += self._around(i, width)
        for step in (-2, -1, 1, 2):
            found.append(f"next{step}:{self._short(i + step)}")
        found.append(f"between:{self._short(i - 1)}|{self._short(i + 1)}|{size // 3}")
        return found

    def _around(self, i: int, width: int) -> list[str]:
        near = range(max(0, i - width), min(len(self.lines), i + width + 1))
        mean = sum(self.words[j] for j in near if j != i) / max(1, len(near) - 1)
        prose = sum(self.prose[j] for j in near if j != i) / max(1, len(near) - 1)
        return [f"mean{width}:{bisect_right(MEAN_EDGES, mean)}", f"prose{width}:{bisect_right(SHARE_EDGES, prose)}"]

    def _distance(self, i: int) -> str:
        first, last = self.core
        if first <= i <= last:
            return "inside"
        if i < first:
            return f"before{bisect_right(DISTANCE_EDGES, first - i)}"
        return f"after{bisect_right(DISTANCE_EDGES, i - last)}"

    def _short(self, i: int) -> str:
        if not 0 <= i < len(self.lines):
            return "none"
        if self._phrase(i) == 2:
            return "phrase"
        return f"{min(4, bisect_right(WORD_EDGES, self.words[i]) // 2)}{self.ends[i]:d}"


def _kind_of(char: str) -> str:
    if char.isdigit():
        return "digit"
    if char.isalpha():
        return "upper" if char.isupper() else "letter"
    return char if char in '.,:;!?…"”»’)]|-–' else "other"
