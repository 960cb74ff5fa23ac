"""Why a page could not be fetched.

FetchError                  exit code 3; carries url, status, hops, hint
├── BadUrl                  no http(s) address, or one that cannot be read
├── BlockedAddress          the host is, or resolves to, an address that is not public
├── Unreachable             no such host, connection refused, network down
├── TlsError                no trusted, encrypted connection
├── FetchTimeout            the deadline for the whole fetch has passed
├── TooManyRedirects        more redirects than allowed, or a circle
├── HttpStatus              the server answered, but not with the page
├── BadResponse             what came is no HTTP, breaks off, or cannot be decompressed
├── TooLarge                more than `max_bytes`, on the wire or decompressed, or endless headers
├── NotHtml                 PDF, image, video, JSON, feed … (a `newsclean.NotHtml`, too)
├── RobotsDisallowed        robots.txt asks crawlers to stay away
└── RenderError             no browser to render with, or it failed
"""

from __future__ import annotations

from typing import ClassVar

from newsclean.model import errors
from newsclean.model.errors import FetchError

__all__ = [
    "BadResponse",
    "BadUrl",
    "BlockedAddress",
    "FetchError",
    "FetchTimeout",
    "HttpStatus",
    "NotHtml",
    "RenderError",
    "RobotsDisallowed",
    "TlsError",
    "TooLarge",
    "TooManyRedirects",
    "Unreachable",
    "find_advice",
]


def find_advice(error: FetchError) -> str:
    """What can be done about an error: its own hint, or else what helps against its kind."""
    return error.hint or str(getattr(error, "advice", ""))


class BadUrl(FetchError):
    """An address that is not http or https, or cannot be read."""

    advice: ClassVar[str] = "Check the address"


class BlockedAddress(FetchError):
    """A host whose address is not public; nothing was sent to it."""

    advice: ClassVar[str] = "Allow it by name (allow_networks), if you trust where the address comes from"


class Unreachable(FetchError):
    """A host that does not exist, refuses the connection, or cannot be reached."""

    advice: ClassVar[str] = "Check the address, or try again later"


class TlsError(FetchError):
    """A connection that cannot be trusted or encrypted."""

    advice: ClassVar[str] = "Open it in a browser; name a private authority's file (ca_bundle)"


class FetchTimeout(FetchError):
    """A fetch that was not done when its deadline passed."""

    advice: ClassVar[str] = "Try again later, or give it more time (timeout_s)"


class TooManyRedirects(FetchError):
    """More redirects than allowed, or a circle of them."""

    advice: ClassVar[str] = "Open it in a browser: it may ask for consent or a log-in"


class HttpStatus(FetchError):
    """An answer that is no page; `retry_after_s` is the pause the server asks for, None where it asks for none."""

    advice: ClassVar[str] = "Open it in a browser, and hand over the HTML (from_html)"

    retry_after_s: float | None = None


class BadResponse(FetchError):
    """An answer that is no HTTP, breaks off, or cannot be decompressed."""

    advice: ClassVar[str] = "Try again later, or hand over the HTML yourself (from_html)"


class TooLarge(FetchError):
    """An answer larger than the limits."""

    advice: ClassVar[str] = "No page of words is so large; hand over a part of it (from_html)"


class NotHtml(FetchError, errors.NotHtml):
    """An answer of another kind than a page; its body was not read, or no further than its first bytes."""

    advice: ClassVar[str] = "Fetch it with another tool, and hand over its text (from_text) if it has any"


class RobotsDisallowed(FetchError):
    """An address that the host's robots.txt asks crawlers not to fetch."""

    advice: ClassVar[str] = "Ask the publisher, or ignore it knowingly (ignore_robots=True, --ignore-robots)"


class RenderError(FetchError):
    """A page that could not be rendered in a browser."""

    advice: ClassVar[str] = "Install newsclean[render] and a Chromium, or hand over the HTML (from_html)"
