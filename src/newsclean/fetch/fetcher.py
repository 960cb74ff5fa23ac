"""An address in, a page out: every hop vetted, everything within one deadline."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import Any

import requests

from newsclean.model.errors import OptionError

from .body import read_page_body, read_text
from .codings import accepted_codings
from .cookies import HopCookies
from .deadline import Meter
from .errors import (
    BadResponse,
    BadUrl,
    BlockedAddress,
    FetchError,
    RobotsDisallowed,
    TlsError,
    TooManyRedirects,
    Unreachable,
    find_advice,
)
from .failures import BELOW, tell_failure, tell_status
from .options import FetchedPage, Fetcher, FetchOptions, Headers, Hops
from .refresh import find_refresh
from .robots import ALLOW_ALL, MAX_ROBOTS_BYTES, MAX_ROBOTS_REDIRECTS, RobotsCache, RobotsRules, parse_robots
from .session import Transport
from .urls import Target, drop_credentials, join_url, parse_url, show_url

__all__ = ["FetchError", "FetchOptions", "FetchedPage", "Fetcher", "fetch_page", "use_session"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"
SAFE_HEADERS = frozenset({"accept", "accept-language", "cache-control", "dnt", "referer"})
"""Of the caller's headers, those that follow to other hosts; any other may be a credential."""

MAX_ROBOTS_S = 10.0


def fetch_page(
    url: str,
    *,
    options: FetchOptions | None = None,
    robots: RobotsCache | None = None,
    session: requests.Session | None = None,
) -> FetchedPage:
    """The page at an address, as its server sent it, decompressed.

    Args:
        url: an absolute http or https address; credentials in it go to its own host alone.
        options: what the fetch may do.
        robots: what is known of robots.txt files, where many pages are fetched (see `FetchOptions.ignore_robots`).
        session: a session of your own to send the requests; see `use_session`.

    Raises:
        FetchError: there is no page to be had; the subclasses in `newsclean.fetch.errors` say why.
        OptionError: the cache cannot be used.
    """
    options = options or FetchOptions()
    meter = Meter(options.timeout_s, options.max_bytes)
    walk = _Walk(options, meter, robots, session)
    try:
        return walk.fetch(url)
    except FetchError as exc:
        raise walk.told(exc) from exc.__cause__
    except OptionError:  # a ValueError, but not from below
        raise
    except BELOW as exc:
        raise walk.told(tell_failure(exc, meter)) from exc
    finally:
        walk.transport.close()


def use_session(session: requests.Session) -> Fetcher:
    """A fetcher that sends its requests through a session, such as one with a log-in or a cache.

    Hosts are vetted before each request, redirects followed here, and the limits kept between reads. The session's
    headers and log-in go to the host asked for alone, its cookies wherever their domains allow; the environment's
    proxies and .netrc are left out unless `use_environment` is set. What only a socket of newsclean's own can promise
    is lost: that the vetted address is the one connected to, and that a server that drips its headers is cut off at
    the deadline.
    """
    return functools.partial(fetch_page, session=session, robots=RobotsCache())


class _Walk:
    """One fetch: where it is, and how it came there."""

    def __init__(
        self, options: FetchOptions, meter: Meter, robots: RobotsCache | None, session: requests.Session | None
    ) -> None:
        self.transport = Transport(options, meter, session)
        self._options = options
        self._meter = meter
        self._robots = robots or RobotsCache()
        self._session = session
        self._cookies = HopCookies()
        self._hops: Hops = ()
        self._seen: set[tuple[str, str]] = set()
        self._at = ""
        self._start: Target | None = None
        self._at_home = True
        self._status: int | None = None

    def told(self, error: FetchError) -> FetchError:
        """The error, saying where it happened."""
        error.url = show_url(error.url or self._at)
        error.hops = error.hops or self._hops
        error.hint = find_advice(error)
        error.status = error.status or self._status
        return error

    def fetch(self, url: str) -> FetchedPage:
        """The page, whatever the redirects on the way."""
        self._at = show_url(url)
        target = self._start = parse_url(url)
        refreshed = False
        while True:
            self._at, self._status = target.url, None
            self._check_robots(target)
            response = self._send(target)
            try:
                following = self._follow(target, response)
                page = None if following else self._read(url, target, response)
            finally:
                response.close()
            if page and not refreshed:
                following = self._find_refresh(target, page)
                refreshed = True
            if following:
                target = following
            elif page:
                return page

    def _send(self, target: Target) -> requests.Response:
        cookie = self._cookies.header(target)
        if (target.url, cookie) in self._seen:
            raise TooManyRedirects("redirected in a circle", status=self._hops[-1][1])
        self._seen.add((target.url, cookie))
        assert self._start is not None
        # Who has once been sent elsewhere comes back with nothing: the way back was chosen by another host.
        self._at_home = home = self._at_home and target.origin == self._start.origin
        headers = {
            "User-Agent": self._options.agent(),
            "Accept": ACCEPT,
            "Accept-Encoding": accepted_codings(),
            "Connection": "close",
        }
        headers |= {name: value for name, value in self._options.headers if home or name.lower() in SAFE_HEADERS}
        if cookie and self._session is None:  # a session has its own jar
            headers["Cookie"] = "; ".join(filter(None, (headers.get("Cookie"), cookie)))
        response = self.transport.send(target, headers, self._start.credentials if home else None, is_home=home)
        self._status = response.status_code
        self._cookies.keep(target, _read_headers(response).all("set-cookie"))
        return response

    def _follow(self, target: Target, response: requests.Response) -> Target | None:
        """Where a redirect leads, None for an answer that is none."""
        if response.status_code not in REDIRECTS:
            return None
        locations = _read_headers(response).all("location")
        self._add_hop(target, response.status_code)
        if not locations:
            raise BadResponse("a redirect without an address", status=response.status_code)
        try:
            return join_url(target, _fix_utf8(locations[0]))
        except BadUrl as exc:
            exc.args = (f"redirected to {exc.args[0]}",)
            raise

    def _find_refresh(self, target: Target, page: FetchedPage) -> Target | None:
        """Where a page sends its reader, None where that leads nowhere new: the page at hand is better than none."""
        reference = find_refresh(page.body, page.headers.get("refresh"))
        if reference is None or len(self._hops) >= self._options.max_redirects:
            return None
        try:
            following = join_url(target, reference)
        except BadUrl:
            return None
        if (following.url, self._cookies.header(following)) in self._seen:
            return None
        self._add_hop(target, page.status)
        return following

    def _add_hop(self, target: Target, status: int) -> None:
        self._hops = (*self._hops, (target.url, status))
        if len(self._hops) > self._options.max_redirects:
            raise TooManyRedirects(
                f"more than {self._options.max_redirects} redirects",
                hint="Raise the limit (max_redirects)",
                status=status,
            )

    def _read(self, url_asked: str, target: Target, response: requests.Response) -> FetchedPage:
        headers = _read_headers(response)
        status = response.status_code
        if not _is_page_status(status, headers):
            raise tell_status(status, response.reason or "", headers.get("retry-after"))
        body, notes = read_page_body(response.raw, headers, self._options.max_bytes, self._meter)
        content_type = headers.get("content-type")
        return FetchedPage(
            drop_credentials(url_asked), target.url, status, headers, body, self._hops, content_type, notes
        )

    def _check_robots(self, target: Target) -> None:
        if self._options.ignore_robots is not False:
            return
        rules = self._robots.find(target.origin)
        if rules is None:
            rules = self._load_robots(target)
            self._robots.keep(target.origin, rules)
        if not rules.allows(target.url, self._options.agent()):
            reason = f"robots.txt could not be read ({rules.failure})" if rules.failure else "robots.txt forbids it"
            raise RobotsDisallowed(
                reason, hint="Ask the publisher, or ignore it knowingly (ignore_robots=True, --ignore-robots)"
            )

    def _load_robots(self, target: Target) -> RobotsRules:
        meter = Meter(min(MAX_ROBOTS_S, self._meter.left_s() / 2), MAX_ROBOTS_BYTES)
        transport = Transport(replace(self._options, cache=None), meter, self._session)
        places = [join_url(target, "/robots.txt")]
        try:
            return self._ask_robots(transport, places, meter)
        except BELOW as exc:
            error = tell_failure(exc, meter)
        except FetchError as exc:
            error = exc
        finally:
            transport.close()
        if isinstance(error, Unreachable | TlsError | BlockedAddress) and len(places) == 1:
            raise error  # the page will fare no better
        return RobotsRules(failure=str(error))

    def _ask_robots(self, transport: Transport, places: list[Target], meter: Meter) -> RobotsRules:
        headers = {"User-Agent": self._options.agent(), "Accept-Encoding": accepted_codings(), "Connection": "close"}
        for _ in range(MAX_ROBOTS_REDIRECTS + 1):
            response = transport.send(places[-1], headers, None)
            try:
                found = _read_headers(response)
                locations = found.all("location")
                if response.status_code not in REDIRECTS or not locations:
                    read = 200 <= response.status_code < 300
                    body = read_text(response.raw, found, MAX_ROBOTS_BYTES, meter) if read else b""
                    return parse_robots(response.status_code, body)
                places.append(join_url(places[-1], _fix_utf8(locations[0])))
            finally:
                response.close()
        return ALLOW_ALL  # too many redirects: unavailable, which allows


def _is_page_status(status: int, headers: Headers) -> bool:
    if status == requests.codes.partial_content:
        # Unasked, and harmless where the part is the whole.
        first, _, rest = (headers.get("content-range") or "").removeprefix("bytes").strip().partition("-")
        last, _, size = rest.partition("/")
        return not rest or (first == "0" and last.isdigit() and size == str(int(last[:20]) + 1))
    return 200 <= status < 300 and status not in (requests.codes.no_content, requests.codes.reset_content)


def _read_headers(response: requests.Response) -> Headers:
    raw: Any = response.raw
    pairs = raw.headers.items() if raw is not None else response.headers.items()
    return Headers((_to_line(name), _to_line(value)) for name, value in pairs)


def _to_line(text: object) -> str:
    """A header's text without control characters, which a document could not hold."""
    return "".join(char for char in str(text) if char >= " " and char != "\x7f").strip()


def _fix_utf8(text: str) -> str:
    """A header that http.client read as Latin-1, read as UTF-8 where it is."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
