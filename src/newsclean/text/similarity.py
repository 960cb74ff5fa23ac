"""How alike two lines are, whatever their quotes, dashes, case, spaces or a cut end."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable
from operator import add

from ..model.alphabets import Table, change_text, make_table
from ..model.draft import Draft
from .scripts import UNSPACED

_WORD = re.compile(r"[^\W_]+")
_CUT_END = re.compile(r"(?:(?<!\s)\s+)?(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$")
_ASCII_WORDS = (
    "".join(char.lower() if char.isalnum() else " " for char in map(chr, range(128))).encode("ascii").ljust(256)
)
"""A table over bytes: strings are translated by one look-up for each character that they hold."""
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_MAX_CHARS = 3000
_MIN_CUT_CHARS = 20
"""A cut line this short says too little to be called the beginning of another."""
_FACT = "likeness"
"""Where a page's `Likeness` is kept among `draft.facts`."""


def squeeze(text: str) -> str:
    """Letters and digits alone, case folded: what stays when typography goes.

    >>> squeeze("“It’s over” – again!")
    'itsoveragain'
    """
    if text.isascii():
        return text.encode("ascii").translate(_ASCII_WORDS, _NO_LETTERS).decode("ascii")
    # without its spaces a text is a few long runs of letters, not one for each word
    return "".join(_WORD.findall(text.replace(" ", ""))).casefold()


def find_words(text: str) -> list[str]:
    """The words of a text in folded case: runs of letters and digits.

    >>> find_words("Rail-strike: “day 2”")
    ['rail', 'strike', 'day', '2']
    """
    return (
        text.encode("ascii").translate(_ASCII_WORDS).decode("ascii").split()
        if text.isascii()
        else _WORD.findall(text.casefold())
    )


def squeeze_all(texts: list[str]) -> list[str]:
    """Each text as `squeeze` makes it, all in one go."""
    changed = _change_lines(texts, _squeezed, _squeeze_character)
    return list(map(squeeze, texts)) if changed is None else changed


def find_all_words(texts: list[str]) -> list[list[str]]:
    """The words of each text as `find_words` gives them, all in one go."""
    changed = _change_lines(texts, _spaced, _space_character)
    return list(map(find_words, texts)) if changed is None else list(map(str.split, changed))


def _change_lines(texts: list[str], table: Callable[[str], Table], change: Callable[[str], str]) -> list[str] | None:
    """Each text as `change_text` makes it; None where it makes nothing of them all."""
    if not texts or any(map("\n".__contains__, texts)):
        return None
    changed = change_text("\n".join(texts), table, change)
    return None if changed is None else changed.split("\n")


def _squeeze_character(char: str) -> str:
    return char.casefold() if char.isalnum() else ""


def _space_character(char: str) -> str:
    return "".join([part if part.isalnum() else " " for part in char.casefold()])


@functools.cache
def _squeezed(alphabet: str) -> Table:
    return make_table(alphabet, lambda lines: "\n".join(map(_squeeze_character, lines.split("\n"))))


@functools.cache
def _spaced(alphabet: str) -> Table:
    return make_table(alphabet, lambda lines: "\n".join(map(_space_character, lines.split("\n"))))


def first_letter(text: str) -> str:
    """The character that `squeeze` begins with, "" where nothing is left; most lines that differ do so there.

    >>> first_letter("“Élan”, he said")
    'é'
    """
    for char in text:
        if char.isalnum():
            return char.casefold()[0]
    return ""


class Likeness:
    """How alike the lines of one page are: letters and words of each are found once, however often it is compared."""

    __slots__ = ("_letters", "_sets", "_words")

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}
        self._words: dict[str, list[str]] = {}
        self._sets: dict[str, frozenset[str]] = {}

    def squeeze_all(self, texts: list[str]) -> None:
        """Find the letters of texts that will be asked for: together they cost half."""
        new = [text for text in dict.fromkeys(texts) if text not in self._letters]
        self._letters.update(zip(new, squeeze_all(new), strict=True))

    def squeeze(self, text: str) -> str:
        """As the function `squeeze`."""
        found = self._letters.get(text)
        if found is None:
            found = self._letters[text] = squeeze(text)
        return found

    def words(self, text: str) -> list[str]:
        """The words in folded case."""
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = find_words(text[:_MAX_CHARS])
        return found

    def same_line(self, a: str, b: str) -> bool:
        """As the function `same_line`."""
        if a == b:
            return bool(a)
        if first_letter(a[:_MAX_CHARS]) != first_letter(b[:_MAX_CHARS]):
            return False
        x, y = self.squeeze(a[:_MAX_CHARS]), self.squeeze(b[:_MAX_CHARS])
        if not x or not y:
            return False
        if x == y:
            return True
        if len(x) > len(y):
            a, b, x, y = b, a, y, x
        return len(x) >= _MIN_CUT_CHARS and y.startswith(x) and _CUT_END.search(a) is not None

    def similarity(self, a: str, b: str, least: float = 0.0) -> float:
        """As the function `similarity`."""
        if least and self._is_far(a, b, least):
            return 0.0
        one, two = self._grams(a, b)
        total = one.total() + two.total()
        return 2 * (one & two).total() / total if one and two else 0.0

    def contained_share(self, small: str, large: str, least: float = 0.0) -> float:
        """As the function `contained_share`."""
        if least and self._is_far(small, large, least, both=False):
            return 0.0
        one, two = self._grams(small, large)
        return (one & two).total() / one.total() if one and two else 0.0

    def _grams(self, a: str, b: str) -> tuple[Counter[str], Counter[str]]:
        """What is counted in both: words, or pairs of characters where words are few or not told apart by spaces."""
        one, two = self.words(a), self.words(b)
        if len(one) > 2 and len(two) > 2 and not UNSPACED.search(a, 0, _MAX_CHARS):
            return Counter(one), Counter(two)
        return _pairs("".join(one)), _pairs("".join(two))

    def _is_far(self, a: str, b: str, least: float, *, both: bool = True) -> bool:
        """True where too few words of a stand in b for that share, of both or of a: cheaper than to count how often."""
        one, two = self.words(a), self.words(b)
        if len(one) < 3 or len(two) < 3 or not (a.isascii() or not UNSPACED.search(a, 0, _MAX_CHARS)):
            return False  # pairs of characters are compared
        least *= (len(one) + len(two)) / 2 if both else len(one)
        if min(len(one), len(two)) < least:
            return True
        known = self._sets.get(b)
        if known is None:
            known = self._sets[b] = frozenset(two)
        return sum(map(known.__contains__, one)) < least


def likeness_of(draft: Draft) -> Likeness:
    """The page's, made once and kept for all steps."""
    likeness: Likeness | None = draft.facts.get(_FACT)
    if likeness is None:
        likeness = draft.facts[_FACT] = Likeness()
    return likeness


def same_line(a: str, b: str) -> bool:
    """True if both say the same, or one is the other cut short with an ellipsis.

    >>> same_line("Strike ends – at last", "“Strike Ends - At Last”")
    True
    >>> same_line("The harbour strike ends after…", "The harbour strike ends after nine long days")
    True
    """
    return Likeness().same_line(a, b)


def similarity(a: str, b: str, least: float = 0.0) -> float:
    """Share of words that both lines have (Dice), 0–1.

    least: a smaller share may be given as 0.0, which is found sooner.

    >>> similarity("Rail strike ends on Monday", "Rail strike ends Monday") > 0.85
    True
    >>> similarity("Rail strike", ""), similarity("Rail strike ends", "Air strike begins at noon", least=0.5)
    (0.0, 0.0)
    """
    return Likeness().similarity(a, b, least)


def contained_share(small: str, large: str, least: float = 0.0) -> float:
    """Share of the small line's words that the large one has too, 0–1.

    least: a smaller share may be given as 0.0, which is found sooner.

    >>> contained_share("rail strike ends", "The rail strike ends on Monday")
    1.0
    """
    return Likeness().contained_share(small, large, least)


def _pairs(flat: str) -> Counter[str]:
    return Counter(map(add, flat, flat[1:])) if len(flat) > 1 else Counter([flat] if flat else ())
