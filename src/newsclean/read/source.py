"""What callers hand in as a page → bytes or text."""

from __future__ import annotations

import re
import sys
from typing import Any

import lxml.etree as etree

from ..model.errors import InputTooLarge, InputTypeError

MAX_SCAN = 4
"""A page of up to so many times the limit is looked through for what may be cut before it is refused."""

_LONG_VALUE = re.compile(r"(=\s{0,9})(?:\"([^\"]{65536,})\"|'([^']{65536,})')")
_LONG_VALUE_BYTES = re.compile(_LONG_VALUE.pattern.encode())
"""An attribute's value that alone is longer than a whole tag may be (64 KiB): inlined images, state of scripts."""


def to_markup(source: object, max_bytes: int) -> bytes | str:
    """The page's bytes or text: bytes and str as they are, a parsed tree (lxml, BeautifulSoup) serialised.

    A tree is only read, so that the caller's stays as it is. Of a page over the limit the attributes that no reader
    would miss, those longer than any tag may be, are emptied before its size counts.

    Raises:
        InputTypeError: it is no page.
        InputTooLarge: it has more than `max_bytes`.
    """
    markup = _to_markup(source)
    size = _count_bytes(markup, max_bytes)
    if max_bytes < size <= MAX_SCAN * max_bytes:
        markup = _without_long_values(markup)
        size = _count_bytes(markup, max_bytes)
    if size > max_bytes:
        raise InputTooLarge(f"the page has {size:,} bytes, more than max_bytes={max_bytes:,}")
    return markup


def _count_bytes(markup: bytes | str, max_bytes: int) -> int:
    """Its size in bytes, counted only as far as the limit asks."""
    size = len(markup)
    if isinstance(markup, str) and size <= max_bytes < 4 * size:  # a character takes one to four bytes
        size = len(markup.encode("utf-8", "surrogatepass"))
    return size


def _without_long_values(markup: bytes | str) -> bytes | str:
    if isinstance(markup, str):
        return _LONG_VALUE.sub(r'\1""', markup)
    return _LONG_VALUE_BYTES.sub(rb'\1""', markup)


def _to_markup(source: object) -> bytes | str:
    if isinstance(source, bytes):
        return source
    if isinstance(source, str):
        return str(source)
    if isinstance(source, bytearray | memoryview):
        return bytes(source)
    if isinstance(source, etree._Element | etree._ElementTree):
        return _serialise(source)
    soup: Any = sys.modules.get("bs4")  # a BeautifulSoup can only be handed in where bs4 is loaded
    if soup is not None and isinstance(source, soup.Tag):
        return str(source.decode())
    raise InputTypeError(
        f"a page is str, bytes, an lxml tree or a BeautifulSoup, not {type(source).__name__}"
        + ("; read the file first, or use from_response" if hasattr(source, "read") else "")
    )


def _serialise(tree: Any) -> str:
    try:
        from lxml.html import tostring  # half of lxml's import, and most pages come as bytes

        text: str = tostring(tree, encoding="unicode", with_tail=False)
    except (etree.LxmlError, ValueError, TypeError, AssertionError) as exc:
        raise InputTypeError(f"the tree cannot be serialised: {exc}") from exc
    return text
