"""Spaces and invisible characters: one line of readable text from whatever a page holds."""

from __future__ import annotations

_DROPPED = dict.fromkeys(
    [
        *range(0x09), *range(0x0B, 0x0D), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0),
        0xAD, 0x61C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF,
        *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF, *range(0xE0000, 0xE0080), *range(0xD800, 0xE000),
    ]
)  # fmt: skip
"""Controls, marks of direction, tag characters, lone surrogates and what is none; ZWJ and ZWNJ stay, they join letters."""


def clean_line(text: str, max_chars: int = 2000) -> str:
    r"""One line without invisible or control characters, at most `max_chars` long.

    >>> clean_line("Rail\u200b strike \u202eends\x07")
    'Rail strike ends'
    """
    if len(text) > 4 * max_chars:
        text = text[: 4 * max_chars]
    line = " ".join(text.split())
    if not line.isprintable():  # as none of what is dropped is
        line = " ".join(text.translate(_DROPPED).split())
    return line[:max_chars]


def clean_lines(text: str, max_chars: int = 10_000) -> str:
    r"""Several lines, each cleaned, empty ones left out.

    >>> clean_lines("one \n\n two")
    'one\ntwo'
    """
    lines = (clean_line(line) for line in text[: 4 * max_chars].splitlines())
    return "\n".join(line for line in lines if line)[:max_chars]
