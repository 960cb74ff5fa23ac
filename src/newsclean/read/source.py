"""What callers hand in as a page → bytes or text."""

from __future__ import annotations

import sys
from typing import Any

import lxml.etree as etree
import lxml.html

from ..model.errors import InputTooLarge, InputTypeError


def to_markup(source: object, max_bytes: int) -> bytes | str:
    """The page's bytes or text: bytes and str as they are, a parsed tree (lxml, BeautifulSoup) serialised.

    A tree is only read, so that the caller's stays as it is.

    Raises:
        InputTypeError: it is no page.
        InputTooLarge: it has more than `max_bytes`.
    """
    markup = _to_markup(source)
    size = len(markup)
    if isinstance(markup, str) and size <= max_bytes < 4 * size:  # a character takes one to four bytes
        size = len(markup.encode("utf-8", "surrogatepass"))
    if size > max_bytes:
        raise InputTooLarge(f"the page has {size:,} bytes, more than max_bytes={max_bytes:,}")
    return markup


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
        text: str = lxml.html.tostring(tree, encoding="unicode", with_tail=False)
    except (etree.LxmlError, ValueError, TypeError, AssertionError) as exc:
        raise InputTypeError(f"the tree cannot be serialised: {exc}") from exc
    return text
