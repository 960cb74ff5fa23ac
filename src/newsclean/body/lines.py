"""What speaks for a line of plain text being the article's: named features of the line and of the lines around it.

There is no markup: only length, rhythm, punctuation and words. What each feature is worth was learned from labelled pages
by tools/learn_plain.py and stands in line_weights.json. A second look, with the first one's scores of the lines around, was
tried and brought nothing (cross-validated by site), nor did a price on each change between article and rest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from ..lexicon.match import Match
from ..text.scripts import UNSPACED
from .features import count_words

WORD_EDGES = (2, 3, 4, 6, 8, 11, 15, 20, 28, 40, 60, 90)
MEAN_EDGES = (2, 4, 6, 9, 13, 18, 25, 35)
SHARE_EDGES = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
DISTANCE_EDGES = (-80, -40, -20, -10, -5, -2, 0, 1, 2, 4, 8, 16, 40, 80)
LONG_WORDS = 12
SURE = frozenset(("ad", "related", "promo", "furniture", "comments", "tags", "author_bio"))
MAX_OPENER_CHARS = 160
SENTENCE_ENDS = tuple('.!?…。！？।؟"”“»«’‘」')
"""Quote marks that open in one language close in another."""

_INSIDE = re.compile(r"[.!?…][\"'”’»)]*\s|[。！？।؟]")
_DATE = re.compile(r"\d{1,2}[:.]\d{2}|\b(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_ODD = re.compile(r"[|©@›»•→▸]|https?:|www\.")
_PRICE = re.compile(r"[$€£¥]\s?\d|\d\s?[€£]")
_TOKEN = re.compile(r"[^\W\d_]+")
_QUOTE = re.compile('["“”„«»「」]')
COMMON_WORDS = 40
"""So many of the words that most of a page's paragraphs hold are its little words: "the", "der", "на"."""
MIN_COMMON_LINES = 3
WORD_SHARE_EDGES = (0.01, 0.15, 0.3, 0.45, 0.6, 0.8)
MIN_WORD_CHARS = 3
"""Of words so long it was learned what they are worth where enough sites have them: "newsle", "foto", "click"."""
STEM_CHARS = 6
"""Words that begin with as many letters alike count as one: endings change within a text."""
MAX_READ_CHARS = 600
"""Of a line, the words in this much are compared with the page's."""


def is_sure_noise(line: str, match: Match | None) -> bool:
    """True where a line's own words say that it is noise, whatever stands around it."""
    if match is None or match.reason not in SURE or not any(map(str.isalpha, line)):
        return False
    if match.how == "line":
        return len(line) > 3
    return match.how == "opener" and match.reason in ("ad", "related", "comments") and len(line) < MAX_OPENER_CHARS


def tokens_of(line: str) -> list[str]:
    """Words in lower case, without most endings; pairs of characters in scripts without spaces."""
    words: list[str] = _TOKEN.findall(line.casefold())
    if not UNSPACED.search(line):
        return [w[:STEM_CHARS] for w in words]
    flat = "".join(words)
    return [flat[i : i + 2] for i in range(max(1, len(flat) - 1))]


class TextLines:
    """A text's lines with what was measured of them once.

    labels: for each line the kind of sure noise that stood right above it, "" where none did.
    """

    def __init__(
        self, lines: Sequence[str], phrases: Sequence[Match | None], labels: Sequence[str] | None = None
    ) -> None:
        self.lines = lines
        self.labels = labels or [""] * len(lines)
        self.words = [count_words(line) for line in lines]
        self.ends = [line.endswith(SENTENCE_ENDS) for line in lines]
        self.phrases = phrases
        self.times = Counter(lines)
        self.prose = [
            w >= LONG_WORDS and e and self._phrase(i) < 2
            for i, (w, e) in enumerate(zip(self.words, self.ends, strict=True))
        ]
        self.core = self._find_core()
        self.tokens = [tokens_of(line[:MAX_READ_CHARS]) for line in lines]
        self._read_words()
        self.short = [self._short(i) for i in range(len(lines))]
        later = [i for i in range(self.core[0] + 1, len(lines)) if self.labels[i] == "comments"]
        self.comments = later[0] if later else len(lines)

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

    def _read_words(self) -> None:
        """The page's little words, and how many of the core's paragraphs hold each other word."""
        first, last = self.core
        inside: Counter[str] = Counter()
        prose = 0
        for i in range(first, min(last + 1, len(self.lines))):
            if self.prose[i]:
                prose += 1
                inside.update(list(dict.fromkeys(self.tokens[i])))  # in order: equals are cut off where they tie
        self.common = {w for w, n in inside.most_common(COMMON_WORDS) if n >= max(MIN_COMMON_LINES, prose / 6)}
        self.topic = {w: n for w, n in inside.items() if w not in self.common and len(w) > 1}

    def features(self, i: int) -> list[str]:
        """The features of one line."""
        line, size = self.lines[i], bisect_right(WORD_EDGES, self.words[i])
        match = self.phrases[i]
        phrase = f"{match.reason}-{match.how}" if match else "none"
        distance = self._distance(i)
        inside = min(3, len(_INSIDE.findall(line))) if self.words[i] > 5 else 0
        found = [
            f"size{size}", f"size{size}end{self.ends[i]:d}", f"inside{inside}", f"phrase-{phrase}", f"at{distance}",
            f"at{distance}size{size // 2}", f"last-{kind_of(line[-1])}", f"first-{kind_of(line[0])}",
            f"at{distance}end{self.ends[i]:d}", f"phrase-{phrase}size{size // 3}",
        ]  # fmt: skip
        if self.labels[i]:
            found.append(f"below-{self.labels[i]}{size // 3}")
        if i >= self.comments:
            found.append(f"comments{size // 3}")
        if self.times[line] > 1:
            found.append(f"times{min(3, self.times[line])}size{size // 3}")
        found += [name for name, pattern in (("date", _DATE), ("odd", _ODD), ("price", _PRICE)) if pattern.search(line)]
        words = line.split()
        if len(words) > 2:
            found.append(
                f"capitals{bisect_right(SHARE_EDGES, sum(w[:1].isupper() for w in words) / len(words))}size{size // 3}"
            )
        found += self._wording(i, size)
        for width in (2, 6, 15):
            found += self._around(i, width)
        for step in (-3, -2, -1, 1, 2, 3):
            found.append(f"next{step}:{self.near(i + step)}")
        found.append(f"between:{self.near(i - 1)}|{self.near(i + 1)}|{size // 3}")
        found.append(f"after:{self.near(i + 1)}|{self.near(i + 2)}|{size // 3}")
        found.append(f"before:{self.near(i - 1)}|{self.near(i - 2)}|{size // 3}")
        return found

    def _wording(self, i: int, size: int) -> list[str]:
        """How much of the line are the page's little words, and how much the words of its other paragraphs."""
        tokens, line, third = self.tokens[i], self.lines[i], size // 3
        if not tokens:
            return ["wordless"]
        little = sum(w in self.common for w in tokens) / len(tokens)
        known = bisect_right(WORD_SHARE_EDGES, self.known_share(i))
        words = [f"w:{w}" for w in dict.fromkeys(tokens) if w not in self.common and len(w) >= MIN_WORD_CHARS]
        return [
            *words,
            f"little{bisect_right(WORD_SHARE_EDGES, little)}size{third}",
            f"known{known}size{third}",
            f"known{known}little{bisect_right((0.15, 0.35), little)}",
            f"quote{min(2, len(_QUOTE.findall(line)))}size{third}",
            f"comma{min(2, line.count(',') + line.count('，') + line.count('、'))}size{third}",
        ]

    def known_share(self, i: int) -> float:
        """Share of the line's words, little ones aside, that other paragraphs of the core have too; 0.5 without words."""
        content = {w for w in self.tokens[i] if w not in self.common and len(w) > 1}
        if not content:
            return 0.5
        own = 1 if self.prose[i] and self.core[0] <= i <= self.core[1] else 0
        return sum(self.topic.get(w, 0) > own for w in content) / len(content)

    def _around(self, i: int, width: int) -> list[str]:
        near = range(max(0, i - width), min(len(self.lines), i + width + 1))
        mean = sum(self.words[j] for j in near if j != i) / max(1, len(near) - 1)
        prose = sum(self.prose[j] for j in near if j != i) / max(1, len(near) - 1)
        m, p = bisect_right(MEAN_EDGES, mean), bisect_right(SHARE_EDGES, prose)
        return [
            f"mean{width}:{m}",
            f"prose{width}:{p}",
            f"prose{width}:{p}size{bisect_right(WORD_EDGES, self.words[i]) // 3}",
        ]

    def _distance(self, i: int) -> str:
        first, last = self.core
        if first <= i <= last:
            return "inside"
        if i < first:
            return f"before{bisect_right(DISTANCE_EDGES, first - i)}"
        return f"after{bisect_right(DISTANCE_EDGES, i - last)}"

    def near(self, i: int) -> str:
        """The shape of a line in a word: its size, whether it ends like a sentence, whether it is a noise phrase."""
        return self.short[i] if 0 <= i < len(self.lines) else "none"

    def _short(self, i: int) -> str:
        if self._phrase(i) == 2:
            return "phrase"
        return f"{min(4, bisect_right(WORD_EDGES, self.words[i]) // 2)}{self.ends[i]:d}"


def has_date(line: str) -> bool:
    """Whether a clock time, a year or a date in digits stands in the line."""
    return _DATE.search(line) is not None


def is_odd(line: str) -> bool:
    """Whether the line has signs that prose seldom has: bars, arrows, addresses."""
    return _ODD.search(line) is not None


def kind_of(char: str) -> str:
    """What sort of character a line begins or ends with."""
    if char.isdigit():
        return "digit"
    if char.isalpha():
        return "upper" if char.isupper() else "letter"
    return char if char in '.,:;!?…"”»’)]|-–' else "other"
