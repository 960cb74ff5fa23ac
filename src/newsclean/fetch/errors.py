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
]


class BadUrl(FetchError):
    """An address that is not http or https, or cannot be read."""


class BlockedAddress(FetchError):
    """A host whose address is not public; nothing was sent to it."""


class Unreachable(FetchError):
    """A host that does not exist, refuses the connection, or cannot be reached."""


class TlsError(FetchError):
    """A connection that cannot be trusted or encrypted."""


class FetchTimeout(FetchError):
    """A fetch that was not done when its deadline passed."""


class TooManyRedirects(FetchError):
    """More redirects than allowed, or a circle of them."""


class HttpStatus(FetchError):
    """An answer that is no page; `retry_after_s` is the pause the server asks for, None where it asks for none."""

    retry_after_s: float | None = None


class BadResponse(FetchError):
    """An answer that is no HTTP, breaks off, or cannot be decompressed."""


class TooLarge(FetchError):
    """An answer larger than the limits."""


class NotHtml(FetchError, errors.NotHtml):
    """An answer of another kind than a page; its body was not read, or no further than its first bytes."""


class RobotsDisallowed(FetchError):
    """An address that the host's robots.txt asks crawlers not to fetch."""


class RenderError(FetchError):
    """A page that could not be rendered in a browser."""
