"""What went wrong below, told as one of newsclean's errors."""

from __future__ import annotations

import datetime
import email.utils
import http.client
import ssl
from collections.abc import Iterator

import requests
import urllib3.exceptions

from .deadline import Meter
from .errors import BadResponse, BadUrl, FetchError, FetchTimeout, HttpStatus, TlsError, TooLarge, Unreachable

RETRYABLE = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that may be another one a little later."""

BELOW = (
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
    # http.client parses numbers as they come, and reads on from files that it has closed.
    ValueError,
    AttributeError,
)
"""What requests, urllib3 and http.client raise at bad servers."""

HINTS = {
    401: "Log in with a browser or your own session, and hand over the HTML (from_html)",
    403: "The site refuses this client: hand over the HTML yourself (from_html), or try your own session",
    404: "Check the address",
    410: "The page was taken down: an archive may have it",
    451: "The page is withheld for legal reasons where you are",
    304: "Nothing has changed since the copy that your headers name",
}
HINT_LATER = "Try again later"


def tell_failure(exc: BaseException, meter: Meter) -> FetchError:
    """The error to raise for one that came from below."""
    causes = tuple(_find_causes(exc))
    for cause in causes:
        if isinstance(cause, FetchError):
            return cause
    if meter.expired:
        return meter.timeout()
    if any(isinstance(cause, TimeoutError | urllib3.exceptions.TimeoutError | requests.Timeout) for cause in causes):
        return FetchTimeout("the server does not answer", hint=HINT_LATER)
    reason = _find_reason(causes)
    if any(isinstance(cause, ssl.SSLError | ssl.CertificateError | requests.exceptions.SSLError) for cause in causes):
        return TlsError(f"no trusted connection ({reason})", hint="Name a private authority's file (ca_bundle)")
    if any(isinstance(cause, requests.exceptions.InvalidURL) for cause in causes):
        return BadUrl(f"an address that cannot be read ({reason})")
    if isinstance(causes[-1], http.client.LineTooLong) or "got more than" in reason:
        return TooLarge(f"headers or framing beyond the limits ({reason})")
    if any(isinstance(cause, ConnectionRefusedError | requests.exceptions.ProxyError) for cause in causes):
        return Unreachable(f"no connection ({reason})", hint=HINT_LATER)
    return BadResponse(f"not an answer that can be read ({reason})", hint=HINT_LATER)


def tell_status(status: int, reason: str, retry_after: str | None) -> HttpStatus:
    """The error for a status that is no page's."""
    error = HttpStatus(f"the server answered {status} {_to_line(reason)}".rstrip(), status=status)
    error.hint = HINTS.get(status, HINT_LATER if status in RETRYABLE else "")
    if status in RETRYABLE and retry_after:
        error.retry_after_s = parse_retry_after(retry_after, datetime.datetime.now(datetime.UTC))
        if error.retry_after_s is not None:
            error.hint = f"The server asks to wait {error.retry_after_s:.0f} s"
    return error


def parse_retry_after(text: str, now: datetime.datetime) -> float | None:
    """The seconds a Retry-After header asks for, None where it cannot be read.

    >>> parse_retry_after("120", datetime.datetime.now(datetime.UTC))
    120.0
    """
    text = text.strip()[:100]
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = email.utils.parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=datetime.UTC)
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


def _find_causes(exc: BaseException) -> Iterator[BaseException]:
    """An error and those it was made from, the innermost last; requests and urllib3 also keep them in their args."""
    seen: set[int] = set()
    current: object = exc
    while isinstance(current, BaseException) and id(current) not in seen:
        seen.add(id(current))
        yield current
        inner = [getattr(current, "reason", None), *current.args, current.__cause__, current.__context__]
        current = next((each for each in inner if isinstance(each, BaseException)), None)


def _find_reason(causes: tuple[BaseException, ...]) -> str:
    innermost = causes[-1]
    return _to_line(str(innermost) or type(innermost).__name__)


def _to_line(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text[:120])
