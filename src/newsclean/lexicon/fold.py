"""Folding: what makes two lines the same phrase."""

from __future__ import annotations

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
_MARKS = (
    ("’", ""),
    ("‘", ""),
    ("“", " "),
    ("”", " "),
    ("„", " "),
    ("–", " "),
    ("—", " "),
    ("…", " "),
    ("•", " "),
    ("ß", "ss"),
)
"""What texts in letters of Latin-1 have besides; each is replaced sooner than a table of more than 256 characters is read."""


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation but ":" and "©" as words of their own, every number as "0".

    >>> fold("Editor’s note: updated at 17:45")
    'editors note : updated at 0 : 0'
    >>> fold("PUBLICITÉ")
    'publicite'
    >>> fold("تُرجم آلياً") == fold("ترجم اليا")
    True
    """
    return " ".join(_fold_latin(text) or _fold_any(text).split())


def _fold_latin(text: str) -> list[str]:
    """The words of a text in letters of Latin-1, by a table over bytes; none where it has others."""
    if not text.isascii():
        for mark, folded in _MARKS:
            text = text.replace(mark, folded)
    try:
        text = text.encode("latin-1").translate(_TABLE, _TABLE_DROPS).decode("latin-1")
    except UnicodeEncodeError:
        return []
    if "00" in text:
        text = _ZEROS.sub("0", text)
    if _SEVERAL in text:
        return []
    return text.replace(":", " : ").replace("©", " © ").split()


def _fold_any(text: str) -> str:
    """Folded, but for the spaces; line breaks stay."""
    text = unicodedata.normalize("NFKD", text.casefold())
    text = _DROPPED.sub("", _ACCENTS.sub("", text).replace("ı", "i"))
    text = unicodedata.normalize("NFC", text)
    text = _BREAKS.sub(" ", _DIGITS.sub("0", text).replace("_", " "))
    return text.replace(":", " : ").replace("©", " © ")


_SEVERAL = "\x81"
"""Stands for a character of which folding makes several, or one beyond Latin-1: ½, µ."""


def _latin_table() -> bytes:
    """What folding makes of each character of Latin-1; line breaks stay."""
    chars = [chr(code) if code != ord("\n") else " " for code in range(256)]
    folded = [part.strip(" ") or " " for part in _fold_any("\n".join(chars)).split("\n")]
    folded[ord("\n")] = "\n"
    return b"".join((part if len(part) == 1 and part < "\u0100" else _SEVERAL).encode("latin-1") for part in folded)


_TABLE, _TABLE_DROPS = _latin_table(), "'`\u00ad".encode("latin-1")


def fold_lines(texts: list[str]) -> list[str]:
    """Many short texts folded, none of which has a line break; each as `fold` would."""
    plain = [text for text in texts if text.isascii()]
    other = [text for text in texts if not text.isascii()]
    ascii_text = "\n".join(plain).encode("ascii").translate(_TABLE, _TABLE_DROPS).decode("ascii")
    folded = iter(_fold_spaces(_ZEROS.sub("0", ascii_text).replace(":", " : ")).split("\n"))
    rest = iter(_fold_spaces(_fold_any("\n".join(other))).split("\n"))
    return [next(folded if text.isascii() else rest) for text in texts]


def _fold_spaces(text: str) -> str:
    """Every run of spaces as one, none at the ends of lines."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ")


class _FoldedCharacters(dict[int, str]):
    """Code → what folding makes of the character alone, found when a text has it first; a sign where neighbours matter."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        first = unicodedata.normalize("NFKD", char.casefold())[0]
        # marks join the letter before them; so do the vowels and endings that Korean syllables are made of
        joins = unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff"
        folded = self[code] = _SEVERAL if joins else _fold_any(char)
        return folded


class FoldedWords(dict[str, str]):
    """What folding made of the words of one page: in each of its lines stand words that were folded before.

    >>> FoldedWords().split("Größe: 17,5 m")
    ['grosse', ':', '0', '0', 'm']
    """

    def __init__(self) -> None:
        super().__init__()
        self._characters = _FoldedCharacters()

    def split(self, text: str) -> list[str]:
        """The words of the folded text."""
        found = _fold_latin(text)
        if found:
            return found
        words = text.split()
        other: list[str] = []
        for word in words:
            if word in self:
                continue
            if word.isascii():
                self[word] = word.lower() if word.isalpha() else " ".join(_fold_latin(word))
            else:
                other.append(word)
        if other:
            self.update(zip(other, self._fold("\n".join(other)).split("\n"), strict=True))
        return " ".join([self[word] for word in words]).split()

    def _fold(self, text: str) -> str:
        """As `_fold_any`, each character worked out once for the page."""
        folded = text.translate(self._characters)
        return _fold_any(text) if _SEVERAL in folded else _ZEROS.sub("0", folded)


def is_unspaced(text: str) -> bool:
    """True where the text has letters of a script that writes words without spaces.

    Chinese, Japanese, Thai; Korean too, whose particles stick to the word.

    >>> is_unspaced("広告"), is_unspaced("реклама")
    (True, False)
    """
    return _UNSPACED.search(text) is not None
