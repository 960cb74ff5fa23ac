"""Where a page sends its reader by itself: `Refresh` headers and `<meta http-equiv="refresh">`."""

from __future__ import annotations

import html
import re

SCANNED_BYTES = 4096
"""Pages that only send on say so at once."""

MAX_DELAY_S = 5.0
"""After longer pauses a page means to be read first; news pages reload themselves after minutes."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_SILENT = re.compile(r"<(script|style|noscript|template|title|textarea)\b.*?(?:</\1|\Z)", re.S | re.I)
_META = re.compile(r"<meta\s([^>]{0,2000})>", re.I)
_ATTRIBUTE = re.compile(r"(?<![a-z\-])([a-z\-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)
_CONTENT = re.compile(r"\s*([0-9]{0,6}(?:\.[0-9]{0,6})?)[\s;,]*(?:url\s*=\s*)?(.*)", re.I | re.S)


def find_refresh(body: bytes, header: str | None = None) -> str | None:
    """The address a page sends its reader to at once, as written; None where it does not.

    >>> find_refresh(b'<meta http-equiv=refresh content="0; URL=/new">')
    '/new'
    """
    if header:
        return parse_refresh(header)
    start = body[:SCANNED_BYTES].decode("latin-1")
    if "refresh" not in start.lower():
        return None
    start = _SILENT.sub("", _COMMENT.sub("", start))
    for match in _META.finditer(start):
        attributes = {
            name.lower(): double or single or bare for name, double, single, bare in _ATTRIBUTE.findall(match[1])
        }
        if attributes.get("http-equiv", "").strip().lower() == "refresh":
            return parse_refresh(html.unescape(attributes.get("content", "")))
    return None


def parse_refresh(text: str) -> str | None:
    """The address in a refresh's value; None where it has none or waits longer than `MAX_DELAY_S`.

    >>> parse_refresh("900; url=/again") is None
    True
    """
    match = _CONTENT.match(text[:SCANNED_BYTES])
    if not match:
        return None
    delay, url = match[1], match[2].strip().strip("\"'").strip()
    if not url or (delay not in ("", ".") and float(delay) > MAX_DELAY_S):
        return None
    return url
