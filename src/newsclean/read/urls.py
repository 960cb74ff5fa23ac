"""Addresses as a page writes them → absolute ones that are safe to hand on."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

MAX_URL_CHARS = 2048
_DROPPED = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_PLAIN = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:/[\w.~!$&'()*+,=:@%/-]*)?"
    r"(?:\?[\w.~!$&'()*+,=:@%/?-]+)?(?:#[\w.~!$&'()*+,=:@%/?-]+)?",
    re.ASCII,
)
"""What most pages write: an absolute address that joining and cleaning would leave as it is."""
_SCHEMES = ("http", "https", "mailto")


def absolute_url(url: str | None, base_url: str | None) -> str | None:
    r"""The absolute http, https or mailto address, or None where there is none.

    >>> absolute_url(" /a b", "https://example.com/x")
    'https://example.com/a%20b'
    >>> absolute_url("java\\nscript:alert(1)", None) is None
    True
    """
    if not url or len(url) > MAX_URL_CHARS:
        return None
    if _PLAIN.fullmatch(url):
        return url
    url = _DROPPED.sub("", url) if " " not in url.strip() else _DROPPED.sub("", url.strip().replace(" ", "%20"))
    if url.startswith("#"):
        return None
    try:
        joined = urljoin(base_url, url) if base_url else url
        parts = urlsplit(joined)
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or (parts.scheme != "mailto" and not parts.hostname):
        return None
    return joined if len(joined) <= MAX_URL_CHARS else None
