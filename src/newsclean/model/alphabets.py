"""Texts changed character by character through bytes: a tenth of the time that a look-up for each character takes.

An alphabet is a code page of Python's: each of its characters is a byte, and none joins the one before.
"""

from __future__ import annotations

import codecs
import functools
from collections.abc import Callable
from typing import Any, NamedTuple

ALPHABETS = ("cp1252", "cp1251", "cp1250", "cp1253", "cp1254")
"""In the order in which one is sought for a letter."""
MAX_TRIES = 24
"""So many characters that an alphabet lacks are looked at in a text."""


class Table(NamedTuple):
    """What becomes of the characters of an alphabet: their bytes, those that are dropped, the characters made of the others.

    several: the characters of which more than one are made; they stay until the end.
    """

    codes: Any
    drops: bytes
    made: str
    several: tuple[tuple[str, str], ...]

    def change(self, text: str) -> str:
        """The text with what its characters become; line breaks stay. Raises: UnicodeEncodeError at one that is not in the alphabet."""
        data = codecs.charmap_encode(text, "strict", self.codes)[0].translate(None, self.drops)
        text = codecs.charmap_decode(data, "strict", self.made)[0]
        for char, made in self.several:
            text = text.replace(char, made)
        return text


def make_table(name: str, change: Callable[[str], str]) -> Table:
    """The table of an alphabet, by what a function makes of its characters, one a line."""
    chars = bytes(range(256)).decode(name, "replace").replace("\n", " ")
    made = change("\n".join(chars)).split("\n")
    drops = bytes([code for code, part in enumerate(made) if not part])
    several = {char: part for char, part in zip(chars, made, strict=True) if len(part) > 1}
    kept = "".join([char if char in several else part or " " for char, part in zip(chars, made, strict=True)])
    at = ord("\n")
    return Table(
        codecs.charmap_build(f"{chars[:at]}\n{chars[at + 1 :]}"),
        drops.replace(b"\n", b""),
        f"{kept[:at]}\n{kept[at + 1 :]}",
        tuple(several.items()),
    )


def change_text(text: str, table: Callable[[str], Table], change: Callable[[str], str | None]) -> str | None:
    """The text changed by the table of an alphabet that has its letters; None where none has them all.

    table: alphabet → its table. change: what becomes of a character that an alphabet lacks, None where its neighbours matter.
    """
    name = ALPHABETS[0]
    for _ in range(MAX_TRIES):
        try:
            return table(name).change(text)
        except UnicodeEncodeError as error:
            char: str = error.object[error.start]
        made = change(char)
        if made is not None and made.isascii() and made == made.lower():
            text = text.replace(char, made)
            continue
        other = _alphabets_by_letter().get(char)
        if other is None or other == name:
            return None
        name = other
    return None


@functools.cache
def _alphabets_by_letter() -> dict[str, str]:
    """Character beyond ASCII → the first alphabet that has it."""
    found: dict[str, str] = {}
    for name in reversed(ALPHABETS):
        found.update(dict.fromkeys(bytes(range(128, 256)).decode(name, "ignore"), name))
    return found
