"""The tokens of a written date and the word tables that its grammar asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

Order = Literal["dmy", "mdy", "ymd"]

_UNITS = "年月日号號时時点點分秒년월일시분초"
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_TOKEN = re.compile(rf"\d+|[{_UNITS}]|[^\s\d!-/:-@\[-`{{-~…“”‘’«»„–—―·•、。，：；（）「」【】／｜،؛।।{_UNITS}]+|\S")
_THAI_ABBREVIATION = re.compile(r"[ก-๎]{1,4}\.[ก-ฮ]\.")
_FIRST_YEAR = re.compile(r"(?<=令和|平成|昭和|民國|民国)元年")
_TWO_WORD_MONTHS = re.compile(r"(كانون|تشرين) (الثاني|الأول|الاول)")


class DateWords(Protocol):
    """Word tables; the module `newsclean.lexicon.dates` is one."""

    def __hash__(self) -> int: ...
    @property
    def MONTHS(self) -> Mapping[str, str]: ...
    @property
    def SOLAR_HIJRI_MONTHS(self) -> str: ...
    @property
    def DAY_WORDS(self) -> frozenset[str]: ...
    @property
    def AM_WORDS(self) -> frozenset[str]: ...
    @property
    def PM_WORDS(self) -> frozenset[str]: ...
    @property
    def CLOCK_WORDS(self) -> frozenset[str]: ...
    @property
    def ZONES(self) -> Mapping[str, str]: ...
    @property
    def SEASONAL_ZONES(self) -> Mapping[str, int]: ...
    @property
    def DAY_FIRST_COUNTRIES(self) -> frozenset[str]: ...
    @property
    def YEAR_FIRST_LANGUAGES(self) -> frozenset[str]: ...


class Token(NamedTuple):
    """A word in lower case, a number (-1 for none) or a sign, with its place."""

    text: str
    start: int
    end: int
    number: int

    @property
    def is_number(self) -> bool:
        return self.number >= 0


@dataclass(frozen=True, slots=True)
class DateContext:
    """The tables and the order that one text is read with."""

    words: DateWords
    months: Mapping[str, int]
    solar: Mapping[str, int]
    order: Order
    persian: bool


def ascii_digits(text: str) -> str:
    """The text with the decimal digits of every script as 0–9; its length stays."""
    return text if text.isascii() else _OTHER_DIGIT.sub(lambda m: str(unicodedata.decimal(m[0])), text)


def without_accents(word: str) -> str:
    """The word without the accents of Latin and Greek letters; the marks of other scripts stay, they are letters.

    >>> without_accents("μαρτίου"), without_accents("août")
    ('μαρτιου', 'aout')
    """
    if word.isascii():
        return word
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare)


def joined(text: str) -> str:
    """Month names of two words or with dots inside as one word; the text keeps its length."""
    if text.isascii():
        return text
    text = _FIRST_YEAR.sub("1年", text)
    if max(text) >= "\u0e00" and "." in text:
        text = _THAI_ABBREVIATION.sub(lambda m: m[0].replace(".", "").ljust(len(m[0])), text)
    return _TWO_WORD_MONTHS.sub("\\1ـ\\2", text)


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, digits apart from letters."""
    found = []
    for m in _TOKEN.finditer(text):
        word = m[0]
        number = int(word) if word.isascii() and word.isdigit() and len(word) <= 8 else -1
        found.append(Token(word.lower() if number < 0 else word, *m.span(), number))
    return found
