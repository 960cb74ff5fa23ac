"""A file name made from a title, good on every system."""

from __future__ import annotations

import re
import unicodedata

from .characters import clean_line

MAX_NAME_BYTES = 120
_FORBIDDEN = re.compile(r'[/\\:*?"<>|]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|\s|$)")


def safe_file_name(title: str | None, *, fallback: str = "untitled", max_bytes: int = MAX_NAME_BYTES) -> str:
    """The title as a file name without ending: no separators, controls, reserved names or dots at the ends.

    max_bytes: of its UTF-8 form; it is cut between characters.

    >>> safe_file_name("Ja/nein: „Was nun?“")
    'Ja-nein- „Was nun-“'
    >>> safe_file_name("../../etc/passwd")
    'etc-passwd'
    """
    name = unicodedata.normalize("NFC", clean_line((title or "")[: max_bytes * 4]))
    name = _FORBIDDEN.sub("-", name)
    name = name.encode()[:max_bytes].decode(errors="ignore").strip(" .-~")
    if _RESERVED.match(name):
        name = f"_{name}".encode()[:max_bytes].decode(errors="ignore").rstrip(" .-~")
    return name or fallback
