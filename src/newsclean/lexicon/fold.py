"""Folding: what makes two lines the same phrase."""

from __future__ import annotations

import functools
import re
import unicodedata

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
_ASCII = {
    code: None if char in "'`" else "0" if char.isdigit() else char if char.isalpha() or char == ":" else " "
    for code, char in enumerate(map(chr, range(128)))
}
"""What folding makes of the characters of a text in ASCII; strings of ASCII are translated at the speed of a copy."""


_WESTERN_DROPPED = "'`‘’\u00ad".encode("cp1252")
_NO_CHARACTER = b"\x81"
"""Of Windows-1252: a text that holds it after the translation cannot be decoded."""

_ASCII_LINES = {**_ASCII, ord("\n"): "\n"}


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation but ":" and "©" as words of their own, every number as "0".

    >>> fold("Editor’s note: updated at 17:45")
    'editors note : updated at 0 : 0'
    >>> fold("PUBLICITÉ")
    'publicite'
    >>> fold("تُرجم آلياً") == fold("ترجم اليا")
    True
    """
    return " ".join(_fold_ascii(text) if text.isascii() else _fold_western(text) or _fold_any(text).split())


def _fold_ascii(text: str) -> list[str]:
    return _part(text.lower().translate(_ASCII))


def _fold_western(text: str) -> list[str]:
    """The words of a text in the letters and marks of Western Europe, by a table over bytes; none where it has others."""
    try:
        return _part(text.replace("ß", "ss").encode("cp1252").translate(_western(), _WESTERN_DROPPED).decode("cp1252"))
    except UnicodeError:
        return []


def _part(text: str) -> list[str]:
    """The words of a text whose characters are folded."""
    if "00" in text:
        text = _ZEROS.sub("0", text)
    return text.replace(":", " : ").replace("©", " © ").split()


@functools.cache
def _western() -> bytes:
    """What folding makes of each character of Windows-1252; no character where it makes several or none of that set."""
    high = [bytes((code,)).decode("cp1252", "ignore") for code in range(128, 256)]
    folded = [
        part.strip(" ") or " " * len(char)
        for part, char in zip(_fold_any("\n".join(high)).split("\n"), high, strict=True)
    ]
    return bytes(ord((_ASCII[code] or " ").lower()) for code in range(128)) + b"".join(
        part.encode("cp1252", "ignore") if len(part) == 1 and part != "μ" else _NO_CHARACTER for part in folded
    )


def _fold_any(text: str) -> str:
    """Folded, but for the spaces; line breaks stay."""
    text = unicodedata.normalize("NFKD", text.casefold())
    text = _DROPPED.sub("", _ACCENTS.sub("", text).replace("ı", "i"))
    text = unicodedata.normalize("NFC", text)
    text = _BREAKS.sub(" ", _DIGITS.sub("0", text).replace("_", " "))
    return text.replace(":", " : ").replace("©", " © ")


def fold_lines(texts: list[str]) -> list[str]:
    """Many short texts folded, none of which has a line break; each as `fold` would."""
    plain = [text for text in texts if text.isascii()]
    other = [text for text in texts if not text.isascii()]
    ascii_text = _ZEROS.sub("0", "\n".join(plain).lower().translate(_ASCII_LINES)).replace(":", " : ")
    folded = iter(_fold_spaces(ascii_text).split("\n"))
    rest = iter(_fold_spaces(_fold_any("\n".join(other))).split("\n"))
    return [next(folded if text.isascii() else rest) for text in texts]


def _fold_spaces(text: str) -> str:
    """Every run of spaces as one, none at the ends of lines."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ")


class FoldedWords(dict[str, str]):
    """What folding made of the words of one page: in each of its lines stand words that were folded before.

    >>> FoldedWords().split("Größe: 17,5 m")
    ['grosse', ':', '0', '0', 'm']
    """

    def split(self, text: str) -> list[str]:
        """The words of the folded text."""
        found = _fold_ascii(text) if text.isascii() else _fold_western(text)
        if found:
            return found
        words = text.split()
        other: list[str] = []
        for word in words:
            if word in self:
                continue
            if word.isascii():
                self[word] = word.lower() if word.isalpha() else " ".join(_fold_ascii(word))
            else:
                other.append(word)
        if other:
            self.update(zip(other, _fold_any("\n".join(other)).split("\n"), strict=True))
        return " ".join([self[word] for word in words]).split()


def is_unspaced(text: str) -> bool:
    """True where the text has letters of a script that writes words without spaces.

    Chinese, Japanese, Thai; Korean too, whose particles stick to the word.

    >>> is_unspaced("広告"), is_unspaced("реклама")
    (True, False)
    """
    return _UNSPACED.search(text) is not None
