"""Folding: what makes two lines the same phrase."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile("['’‘ʼ`´\u00ad\u061c\u0640\u200b-\u200f\u2060\ufeff]+")
_BREAKS = re.compile(r"[^\w:©\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]+")
_COLON = re.compile(r"\s*[:©]\s*")
_DIGITS = re.compile(r"\d+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u2e80-\ufaff]")


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation but ":" and "©" as words of their own, every number as "0".

    >>> fold("Editor’s note: updated at 17:45")
    'editors note : updated at 0 : 0'
    >>> fold("PUBLICITÉ")
    'publicite'
    """
    text = text.casefold()
    if not text.isascii():
        text = _DROPPED.sub("", _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).replace("ı", "i"))
        text = unicodedata.normalize("NFC", text)
    elif "'" in text or "`" in text:
        text = _DROPPED.sub("", text)
    text = _BREAKS.sub(" ", _DIGITS.sub("0", text).replace("_", " "))
    if ":" in text or "©" in text:
        text = _COLON.sub(_spaced, text)
    return " ".join(text.split())


def is_unspaced(text: str) -> bool:
    """True where the text has letters of a script that writes words without spaces.

    Chinese, Japanese, Thai; Korean too, whose particles stick to the word.

    >>> is_unspaced("広告"), is_unspaced("реклама")
    (True, False)
    """
    return _UNSPACED.search(text) is not None


def _spaced(match: re.Match[str]) -> str:
    return f" {match.group().strip()} "
