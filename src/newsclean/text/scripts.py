"""Which script a text is written in."""

from __future__ import annotations

import re
from collections import Counter

UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""A character of a script written without spaces between words."""
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""A character that is a syllable or a word (Chinese, Japanese, Korean)."""
# one pattern for all who ask: to compile so wide a class takes two milliseconds

_RANGES = (
    (0x0370, 0x03FF, "greek"), (0x1F00, 0x1FFF, "greek"), (0x0400, 0x052F, "cyrillic"), (0x0530, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"), (0x0600, 0x077F, "arabic"), (0x08A0, 0x08FF, "arabic"), (0x0900, 0x097F, "devanagari"),
    (0x0980, 0x09FF, "bengali"), (0x0B80, 0x0BFF, "tamil"), (0x0E00, 0x0E7F, "thai"), (0x10A0, 0x10FF, "georgian"),
    (0x3040, 0x30FF, "kana"), (0x3400, 0x9FFF, "han"), (0xAC00, 0xD7A3, "hangul"), (0x1100, 0x11FF, "hangul"),
)  # fmt: skip

SAMPLE_CHARS = 600
"""So many characters, spread over the text, tell its script."""
_KANA_SHARE = 0.08
"""Of the letters of a Japanese text; in Chinese there is next to none."""


def main_script(text: str) -> str:
    """The script of most letters: "latin", "cyrillic", "han", …; "" for no letters.

    >>> main_script("Забастовка окончена")
    'cyrillic'
    """
    text = text[:: max(1, len(text) // SAMPLE_CHARS)]
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else ""
    counts: Counter[str] = Counter()
    for c, times in Counter(text).items():
        if c.isalpha():
            counts[_script(ord(c))] += times
    if not counts:
        return ""
    if counts["kana"] > _KANA_SHARE * counts.total():
        return "kana"
    return counts.most_common(1)[0][0]


def _script(code: int) -> str:
    if code < 0x0370:
        return "latin"
    return next((name for low, high, name in _RANGES if low <= code <= high), "latin")
