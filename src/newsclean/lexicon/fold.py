"""Folding: what makes two lines the same phrase."""

from __future__ import annotations

import functools
import re
import unicodedata

from ..model.alphabets import Table, change_text, make_table

_DROPPED = re.compile(
    "['’‘ʼ`´\u00ad\u0591-\u05bd\u05bf-\u05c7\u061c\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]+"
)
"""Apostrophes, soft hyphens and marks of direction; Hebrew and Arabic vowel signs, with the hamza that many do not write."""
_BREAKS = re.compile(r"[^\n\w:©\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]+")
_DIGITS = re.compile(r"\d+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_UNSPACED = re.compile("[^\0-\u0dff\u0e80-\u2e7f\ufb00-\U0010ffff]")
"""Thai, and from the CJK radicals to the compatibility ideographs; a class of what it is not takes a third of the time to compile."""
_ZEROS = re.compile("00+")
_OTHER_SCRIPT = re.compile("[\u0590-\u1cff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefe]")
"""Hebrew to Vedic signs, the CJK radicals to Korean, and compatibility forms: no alphabet has them."""


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation but ":" and "©" as words of their own, every number as "0".

    >>> fold("Editor’s note: updated at 17:45")
    'editors note : updated at 0 : 0'
    >>> fold("PUBLICITÉ")
    'publicite'
    >>> fold("تُرجم آلياً") == fold("ترجم اليا")
    True
    """
    return " ".join(fold_words(text))


def _fold_any(text: str) -> str:
    """Folded, but for the spaces; line breaks stay."""
    text = unicodedata.normalize("NFKD", text.casefold())
    text = _DROPPED.sub("", _ACCENTS.sub("", text).replace("ı", "i"))
    text = unicodedata.normalize("NFC", text)
    text = _BREAKS.sub(" ", _DIGITS.sub("0", text).replace("_", " "))
    return text.replace(":", " : ").replace("©", " © ")


def fold_words(text: str) -> list[str]:
    """The words of the folded text.

    >>> fold_words("Größe: 17,5 m")
    ['grosse', ':', '0', '0', 'm']
    """
    folded = _fold_alphabet(text)
    return (_fold_any(text) if folded is None else folded).split()


def fold_texts(texts: list[str]) -> list[list[str]]:
    """The words of each of many folded texts, all folded as one, but for those in scripts that no alphabet has."""
    if not texts or any(map("\n".__contains__, texts)):
        return list(map(fold_words, texts))
    other: set[str] = set()
    folded = _fold_alphabet("\n".join(texts))
    if folded is None:
        other.update([text for text in texts if not text.isascii() and _OTHER_SCRIPT.search(text)])
        folded = _fold_alphabet("\n".join([text for text in texts if text not in other]))
    if folded is None:
        return list(map(fold_words, texts))
    if not other:
        return list(map(str.split, folded.split("\n")))
    lines = iter(folded.split("\n"))
    rest = iter(_fold_any("\n".join([text for text in texts if text in other])).split("\n"))
    return [next(rest if text in other else lines).split() for text in texts]


def _fold_alphabet(text: str) -> str | None:
    """Folded, but for the spaces, where an alphabet has all its letters; line breaks stay."""
    folded = change_text(text, _table, _fold_character)
    return _ZEROS.sub("0", folded) if folded and "00" in folded else folded


@functools.cache
def _table(alphabet: str) -> Table:
    return make_table(alphabet, _fold_any)


def _fold_character(char: str) -> str | None:
    """What folding makes of the character alone; None where its neighbours matter."""
    first = unicodedata.normalize("NFKD", char.casefold())[0]
    # marks join the letter before them; so do the vowels and endings that Korean syllables are made of
    return None if unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff" else _fold_any(char)


def fold_lines(texts: list[str]) -> list[str]:
    """Many short texts folded, none of which has a line break; each as `fold` would."""
    plain = [text for text in texts if text.isascii()]
    other = [text for text in texts if not text.isascii()]
    folded = iter(_fold_spaces(_fold_alphabet("\n".join(plain)) or "").split("\n"))
    rest = iter(_fold_spaces(_fold_any("\n".join(other))).split("\n"))
    return [next(folded if text.isascii() else rest) for text in texts]


def _fold_spaces(text: str) -> str:
    """Every run of spaces as one, none at the ends of lines."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ")


def is_unspaced(text: str) -> bool:
    """True where the text has letters of a script that writes words without spaces.

    Chinese, Japanese, Thai; Korean too, whose particles stick to the word.

    >>> is_unspaced("広告"), is_unspaced("реклама")
    (True, False)
    """
    return _UNSPACED.search(text) is not None
