"""Short lines that stand where a dek stands and are none: dates and bylines."""

from __future__ import annotations

from ..lexicon import bylines as byline_words
from ..lexicon import dates as date_words
from ..text.byline import has_opening
from ..text.dates import find_dates
from .date_candidates import words_beside

MAX_LINE_CHARS = 100
"""A shorter text with a date or a "By" is a byline."""
MAX_DATE_CHARS = 160
MAX_DATE_LETTERS = 24
"""A line with a date and no more letters besides, but for labels, is a date line ("Updated at 8:16 pm on …")."""
ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "”", '"', "»", "’")
"""What a sentence ends with."""


def is_byline(text: str) -> bool:
    """A line that opens like a byline and is dated right behind, or is short and no sentence."""
    if not has_opening(text, byline_words):
        return False
    return is_dated(text[:MAX_LINE_CHARS]) or (len(text) <= MAX_LINE_CHARS and not text.endswith(ENDS))


def is_date_line(text: str) -> bool:
    """Whether nothing but a date and its label stands in the text."""
    if len(text) > MAX_DATE_CHARS or not any(map(str.isdigit, text)):
        return False
    dates = find_dates(text, date_words)
    return bool(dates) and sum(map(len, words_beside(text, dates))) <= MAX_DATE_LETTERS


def is_dated(text: str) -> bool:
    """Whether a date stands in the text."""
    return any(map(str.isdigit, text)) and bool(find_dates(text, date_words))
