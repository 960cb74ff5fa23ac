"""Cookies for the length of one fetch: some sites redirect until they see the cookie they set."""

from __future__ import annotations

from collections.abc import Iterable

from .urls import Target

MAX_COOKIES = 50
MAX_COOKIE_CHARS = 4096
MAX_HEADER_CHARS = 8192


class HopCookies:
    """What each origin has set, sent back to that very scheme, host and port alone, whatever `Domain` says."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int], dict[str, str]] = {}

    def keep(self, target: Target, set_cookies: Iterable[str]) -> None:
        """Takes over what a response sets or deletes."""
        jar = self._kept.setdefault(target.origin, {})
        for line in set_cookies:
            pair, _, attributes = line.partition(";")
            name, equals, value = (part.strip() for part in pair.partition("="))
            if not equals or not name or len(pair) > MAX_COOKIE_CHARS or not _is_plain(pair):
                continue
            if "max-age=0" in attributes.lower().replace(" ", ""):
                jar.pop(name, None)
            elif name in jar or len(jar) < MAX_COOKIES:
                jar[name] = value

    def header(self, target: Target) -> str:
        """The Cookie header for a request, "" where there is nothing to send."""
        jar = self._kept.get(target.origin, {})
        return "; ".join(f"{name}={value}" for name, value in jar.items())[:MAX_HEADER_CHARS]


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()
