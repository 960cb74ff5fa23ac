"""Characters that may not leave newsclean: controls, surrogates and, in one-line or terminal text, bidi overrides."""

from __future__ import annotations

# Separators that str.split() folds become a space, so that no two words are joined; the rest of C0, C1 goes.
_SPACES = dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85), " ")
_CONTROLS = dict.fromkeys(
    c for c in (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF) if c not in _SPACES
)
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000))
_INVISIBLE = dict.fromkeys((*range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF, *range(0xE0000, 0xE0080)))

_CLEAN: dict[int, str | None] = {**_CONTROLS, **_SURROGATES, **_SPACES}
_CLEAN_PRINT: dict[int, str | None] = {**_CLEAN, **_INVISIBLE}


def clean(text: str) -> str:
    r"""The text without controls and surrogates; tabs and newlines stay, every line end is a newline.

    >>> clean("a\x1b[1mb\r\nc")
    'a[1mb\nc'
    """
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN)


def clean_print(text: str) -> str:
    """As `clean`, and without bidi overrides and isolates, word joiners, BOMs and tag characters."""
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN_PRINT)


def clean_line(text: str) -> str:
    r"""As `clean_print`, on one line: white space folded.

    >>> clean_line(" one\n two\u202e ")
    'one two'
    """
    return " ".join(clean_print(text).split())
