"""Addresses that may stand in a link: http, https and mailto, whatever they are disguised as."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

MAX_URL_CHARS = 2048
_SCHEMES = frozenset(("http", "https", "mailto"))
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]{0,30}):")
# Browsers drop tabs and newlines anywhere in an address; the rest is invisible and serves only to mislead.
_DROPPED = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F), 0x2060,
     *range(0x2066, 0x206A), 0xFEFF, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000), *range(0xE0000, 0xE0080))
)  # fmt: skip
_ENCODED = {ord(c): f"%{ord(c):02X}" for c in ' "<>\\^`{|}'} | {0xA0: "%C2%A0", 0x3000: "%E3%80%80"}

_BRACKETS = {ord("["): "%5B", ord("]"): "%5D"}
"""Only the host of an address may hold them; elsewhere "](" could be taken for a link of Markdown."""


def safe_url(url: str | None) -> str | None:
    r"""The address, fit for an attribute or a Markdown link, or None where it is not absolute http, https or mailto.

    >>> safe_url(" https://example.com/a b ")
    'https://example.com/a%20b'
    >>> safe_url("java\tscript:alert(1)") is None
    True
    """
    if not url or len(url) > MAX_URL_CHARS:
        return None
    url = url.translate(_DROPPED).strip()
    match = _SCHEME.match(url)
    if match is None or match[1].lower() not in _SCHEMES:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if not (parts.path if parts.scheme == "mailto" else host):
        return None
    behind = url.find(parts.netloc) + len(parts.netloc)
    return url[:behind].translate(_ENCODED) + url[behind:].translate(_ENCODED | _BRACKETS)
