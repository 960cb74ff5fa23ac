"""Hosts of addresses, for what holds on one site and the sites below it."""

from __future__ import annotations

from urllib.parse import urlsplit

MAX_URL_CHARS = 2048
"""Of a longer address so much is read."""


def find_host(url: str | None) -> str:
    """The host of an address in lower case, "" where there is none.

    >>> find_host("https://News.Example.com:8080/a"), find_host("https://["), find_host(None)
    ('news.example.com', '', '')
    """
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""


def find_path(url: str) -> str:
    """The path of the first `MAX_URL_CHARS` of an address; of one that cannot be read all of these.

    >>> find_path("https://example.com/a/b?c"), find_path("http://[")
    ('/a/b', 'http://[')
    """
    url = url[:MAX_URL_CHARS]
    try:
        return urlsplit(url).path
    except ValueError:
        return url


def is_below(host: str, parent: str) -> bool:
    """Whether a host is another or one of its subdomains.

    >>> is_below("www.skerrypost.example", "skerrypost.example"), is_below("otherskerrypost.example", "skerrypost.example")
    (True, False)
    """
    return host == parent or host.endswith("." + parent)
