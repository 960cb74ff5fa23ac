"""Pauses between requests to a host, and patience with busy servers."""

from __future__ import annotations

import datetime
import threading
import time

import pytest

from newsclean.batch.fetching import FetchPace, fetch_records
from newsclean.batch.records import Record
from newsclean.fetch.errors import FetchError, FetchTimeout, HttpStatus, RobotsDisallowed
from newsclean.fetch.failures import RETRYABLE, parse_retry_after
from newsclean.fetch.options import FetchedPage, FetchOptions, Headers
from newsclean.fetch.politeness import BACKOFF_S, HostTimes, PoliteFetcher
from newsclean.fetch.robots import parse_robots
from newsclean.fetch.urls import parse_url
from tests.fetch.bad_server import Net

URL = "https://paper.example/a"
OPTIONS = FetchOptions(timeout_s=4.0, allow_networks=("127.0.0.1/32",))


class Clock:
    """A time that passes only where someone waits; stands in for the fetcher's `stop`."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> bool:
        if seconds > 0:
            self.waits.append(round(seconds, 3))
        self.now += max(0.0, seconds)
        return False


class Server:
    """A fetcher that answers with errors, in their order, and then with a page."""

    def __init__(self, *errors: FetchError) -> None:
        self.errors = list(errors)
        self.options: list[FetchOptions] = []

    def __call__(self, url: str, *, options: FetchOptions) -> FetchedPage:
        self.options.append(options)
        if self.errors:
            raise self.errors.pop(0)
        return FetchedPage(url, url, 200, Headers(), b"<p>Words")


def polite(server: Server, clock: Clock, **settings: object) -> PoliteFetcher:
    fetcher = PoliteFetcher(fetch=server, times=HostTimes(clock), **settings)  # type: ignore[arg-type]
    fetcher.stop = clock  # type: ignore[assignment]
    return fetcher


def busy(status: int = 503, pause_s: float | None = None) -> HttpStatus:
    error = HttpStatus("busy", status=status)
    error.retry_after_s = pause_s
    return error


def test_a_host_is_left_alone_between_requests() -> None:
    """Between two requests to one host lies the delay; another host does not wait."""
    clock = Clock()
    fetch = polite(Server(), clock, delay_s=2.0)
    for url in (URL, URL, "https://other.example/", URL):
        fetch(url)
    assert clock.waits == [2.0, 2.0]


def test_a_longer_crawl_delay_counts() -> None:
    """What robots.txt asks for is kept, up to half a minute."""
    clock = Clock()
    fetch = polite(Server(), clock, delay_s=1.0)
    fetch.robots.keep(parse_url(URL).origin, parse_robots(200, b"User-agent: *\nCrawl-delay: 7\n"))
    fetch(URL)
    fetch(URL)
    fetch.robots.keep(parse_url(URL).origin, parse_robots(200, b"User-agent: *\nCrawl-delay: 86400\n"))
    fetch(URL)
    fetch(URL)
    assert clock.waits == [7.0, 7.0, 30.0]


@pytest.mark.parametrize("status", sorted(RETRYABLE))
def test_a_busy_server_is_asked_again_when_it_says(status: int) -> None:
    """After the pause that the server asks for, the page is had."""
    clock = Clock()
    server = Server(busy(status, 5.0))
    polite(server, clock, delay_s=0.0)(URL)
    assert clock.waits == [5.0]
    assert len(server.options) == 2


def test_pauses_grow_with_some_chance() -> None:
    """Where the server names no pause, it grows, and no two crawlers keep step."""
    first, second = set(), set()
    for _ in range(20):
        clock = Clock()
        polite(Server(busy(), busy()), clock, delay_s=0.0)(URL)
        first.add(clock.waits[0])
        second.add(clock.waits[1])
    assert len(first) > 10
    assert min(first) >= BACKOFF_S * 0.5
    assert max(first) <= BACKOFF_S * 1.5
    assert max(second) > max(first)


@pytest.mark.parametrize("error", [HttpStatus("no", status=404), HttpStatus("no", status=403), FetchTimeout("late")])
def test_what_will_not_change_is_not_asked_again(error: FetchError) -> None:
    """Only statuses that may be another one later are tried again."""
    server = Server(error)
    with pytest.raises(type(error)):
        polite(server, Clock())(URL)
    assert len(server.options) == 1


def test_a_long_pause_ends_it() -> None:
    """A server that asks for an hour is left alone, and the error says how long."""
    server = Server(busy(429, 3600.0))
    with pytest.raises(HttpStatus) as caught:
        polite(server, Clock())(URL)
    assert caught.value.retry_after_s == 3600
    assert len(server.options) == 1


def test_retries_end() -> None:
    """After `retries` more attempts the error is the caller's."""
    server = Server(*(busy(503, 1.0) for _ in range(9)))
    with pytest.raises(HttpStatus):
        polite(server, Clock(), retries=3)(URL)
    assert len(server.options) == 4


def test_robots_is_on_by_default() -> None:
    """A polite fetcher asks robots.txt unless told not to."""
    server = Server()
    fetch = polite(server, Clock())
    fetch(URL)
    fetch(URL, options=FetchOptions(ignore_robots=True))
    assert [options.ignore_robots for options in server.options] == [False, True]


def test_who_stops_it_ends_its_pauses(net: Net) -> None:
    """A fetch that waits for its turn ends at once when the batch does."""
    fetch = PoliteFetcher(delay_s=60.0, options=OPTIONS)
    fetch(net.site.url("/a"))
    threading.Timer(0.2, fetch.stop.set).start()
    began = time.monotonic()
    with pytest.raises(FetchError, match="stopped"):
        fetch(net.site.url("/b"))
    assert time.monotonic() - began < 5


def test_a_batch_obeys_robots_and_asks_for_it_once(net: Net) -> None:
    """A batch's pages are fetched with manners: one robots.txt, what it forbids is a failure."""
    rules = b"User-agent: *\nDisallow: /no\n"
    net.site.handlers["robots.txt"] = lambda request: request.answer(body=rules, Content_Type="text/plain")
    records = [Record(name, url=net.site.url(f"/{name}")) for name in ("a", "no", "b")]
    fetch = PoliteFetcher(delay_s=0.0, options=OPTIONS)
    found = list(fetch_records(records, fetch, FetchPace(delay_s=0.0)))
    assert [request.target for request in net.site.seen] == ["/robots.txt", "/a", "/b"]
    assert [bool(record.body) for record in found] == [True, False, True]
    assert found[1].failure is not None
    assert found[1].failure.name == RobotsDisallowed.__name__


def test_a_batch_tells_the_redirects(net: Net) -> None:
    """The record has the address asked for, and the way from there."""
    net.site.handlers["a"] = lambda request: request.redirect("/b")
    fetch = PoliteFetcher(delay_s=0.0, options=OPTIONS)
    (found,) = fetch_records([Record("a", url=net.site.url("/a"))], fetch, FetchPace(delay_s=0.0))
    assert found.url == net.site.url("/b")
    assert found.meta == {"url_asked": net.site.url("/a"), "redirects": [f"302 {net.site.url('/a')}"]}


def test_a_batch_does_not_repeat_what_the_fetcher_has_repeated(net: Net) -> None:
    """A busy server is asked as often as `retries` says, not as often again by the batch."""
    net.site.handlers["a"] = lambda request: request.answer("503 Busy", Retry_After="0")
    fetch = PoliteFetcher(delay_s=0.0, retries=1, options=OPTIONS)
    list(fetch_records([Record("a", url=net.site.url("/a"))], fetch, FetchPace(delay_s=0.0)))
    assert [request.target for request in net.site.seen] == ["/robots.txt", "/a", "/a"]


NOW = datetime.datetime(2026, 3, 1, 12, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sun, 01 Mar 2026 12:01:00 GMT", 60.0),
        ("Sunday, 01-Mar-26 12:01:00 GMT", 60.0),
        ("Sun, 01 Mar 2026 13:01:00 +0100", 60.0),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("", None),
        ("9" * 50, 999_999_999.0),
        ("Sun, 99 Mar 2026 12:01:00 GMT", None),
    ],
)
def test_retry_after(text: str, expected: float | None) -> None:
    """Seconds and dates are read, anything else is no pause."""
    assert parse_retry_after(text, NOW) == expected
