"""robots.txt by RFC 9309, and what single fetches and crawlers do about it."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from newsclean.fetch.errors import BlockedAddress, FetchError, RobotsDisallowed, Unreachable
from newsclean.fetch.fetcher import FetchOptions, fetch_page
from newsclean.fetch.robots import MAX_AGE_S, MAX_FAILURE_AGE_S, RobotsCache, RobotsRules, parse_robots
from tests.fetch.bad_server import PAGE, Net, Request

ALLOWED = ("127.0.0.1/32",)
OBEY = FetchOptions(timeout_s=4.0, allow_networks=ALLOWED, ignore_robots=False)
RULES = b"User-agent: *\nDisallow: /private/\nDisallow: /*.pdf$\n\nUser-agent: newsclean\nDisallow: /not-you\n"

Answer = Callable[[Request], None]


def rules(body: bytes = RULES, status: str = "200 OK", **headers: str) -> Answer:
    return lambda request: request.answer(status, body, Content_Type="text/plain", **headers)


def asked(net: Net) -> list[str]:
    return [request.target for request in net.site.seen]


@pytest.mark.parametrize(
    ("path", "allowed"), [("/a", True), ("/not-you", False), ("/not-you/either", False), ("/private/x", True)]
)
def test_the_group_that_names_newsclean_counts(net: Net, path: str, allowed: bool) -> None:
    """Of all groups the one for the crawler's own name is obeyed, and robots.txt is asked first."""
    net.site.handlers["robots.txt"] = rules()
    if allowed:
        assert fetch_page(net.site.url(path), options=OBEY).body == PAGE
        assert asked(net) == ["/robots.txt", path]
        return
    with pytest.raises(RobotsDisallowed, match="forbids") as caught:
        fetch_page(net.site.url(path), options=OBEY)
    assert asked(net) == ["/robots.txt"]
    assert "publisher" in caught.value.hint


@pytest.mark.parametrize(("path", "allowed"), [("/a.pdf", False), ("/a.pdf?x", True), ("/private/x", False)])
def test_wildcards_for_another_agent(net: Net, path: str, allowed: bool) -> None:
    """An agent that no group names obeys the group for all, with its wildcards."""
    net.site.handlers["robots.txt"] = rules()
    options = FetchOptions(timeout_s=4.0, allow_networks=ALLOWED, ignore_robots=False, user_agent="courier/2.0")
    if allowed:
        fetch_page(net.site.url(path), options=options)
    else:
        with pytest.raises(RobotsDisallowed):
            fetch_page(net.site.url(path), options=options)


FORBID = b"User-agent: *\nDisallow: /\n"
ANSWERS: dict[str, tuple[Answer, bool]] = {
    "404": (rules(FORBID, "404 Not Found"), True),
    "401": (rules(FORBID, "401 Unauthorized"), True),
    "429": (rules(FORBID, "429 Too Many Requests"), True),
    "500": (rules(b"", "500 Internal Server Error"), False),
    "503": (rules(b"", "503 Busy"), False),
    "forbids": (rules(FORBID), False),
    "empty": (rules(b""), True),
    "an_html_page": (lambda request: request.answer(), True),
    "byte_order_mark": (rules(b"\xef\xbb\xbf" + FORBID), False),
    "carriage_returns": (rules(FORBID.replace(b"\n", b"\r")), False),
    "gzip": (rules(gzip.compress(FORBID), Content_Encoding="gzip"), False),
    "broken_gzip": (rules(gzip.compress(FORBID)[:12], Content_Encoding="gzip"), False),
    "no_http": (lambda request: request.send(b"nonsense"), False),
    "hangs_up": (lambda request: request.send(b""), False),
    "past_500_KiB": (rules(b"#" * 600_000 + b"\n" + FORBID), True),
    "within_500_KiB": (rules(b"#" * 499_000 + b"\n" + FORBID), False),
    "bomb": (rules(gzip.compress(FORBID + b"\n" * 50_000_000), Content_Encoding="gzip"), False),
    "endless": (
        lambda request: (request.send(b"HTTP/1.1 200 OK\r\n\r\n" + FORBID), request.forever(b"# more\n" * 1000)), False
    ),
    "nul_bytes": (rules(b"\0" * 1000 + b"\n" + FORBID), False),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_what_becomes_of_an_answer(net: Net, name: str) -> None:
    """4xx allows, 5xx and what cannot be read forbid; more than 500 KiB need not be read."""
    net.site.handlers["robots.txt"], allowed = ANSWERS[name]
    if allowed:
        assert fetch_page(net.site.url("/a"), options=OBEY).body == PAGE
    else:
        with pytest.raises(RobotsDisallowed):
            fetch_page(net.site.url("/a"), options=OBEY)
        assert "/a" not in asked(net)


@pytest.mark.parametrize(("hops", "allowed"), [(1, False), (5, False), (6, True)])
def test_redirects_of_robots(net: Net, hops: int, allowed: bool) -> None:
    """Five redirects are followed, to other hosts too; more make it unavailable, which allows."""

    def answer(request: Request) -> None:
        done = int(request.query or 0)
        if done < hops:
            request.redirect(f"/robots.txt?{done + 1}")
        else:
            request.answer(body=FORBID, Content_Type="text/plain")

    net.site.handlers["robots.txt"] = answer
    if allowed:
        fetch_page(net.site.url("/a"), options=OBEY)
    else:
        with pytest.raises(RobotsDisallowed):
            fetch_page(net.site.url("/a"), options=OBEY)


def test_robots_cannot_lead_inside(net: Net) -> None:
    """A robots.txt that redirects to a private address is not followed there."""
    net.site.handlers["robots.txt"] = lambda request: request.redirect(net.canary.url("/robots.txt"))
    with pytest.raises(RobotsDisallowed, match="127"):
        fetch_page(net.site.url("/a"), options=OBEY)
    assert net.canary.connections == 0


def test_each_origin_on_the_way_is_asked(net: Net) -> None:
    """A redirect to another host obeys that host's robots.txt."""
    net.site.handlers["a"] = lambda request: request.redirect(net.other.url("/b"))
    net.other.handlers["robots.txt"] = rules(FORBID)
    with pytest.raises(RobotsDisallowed) as caught:
        fetch_page(net.site.url("/a"), options=OBEY)
    assert caught.value.url == net.other.url("/b")
    assert [request.target for request in net.other.seen] == ["/robots.txt"]


@pytest.mark.parametrize(("url", "error"), [("http://10.0.0.1/", BlockedAddress), ("http://no.test/", Unreachable)])
def test_a_host_out_of_reach_is_told_as_such(net: Net, url: str, error: type[FetchError]) -> None:
    """Where not even robots.txt can be asked for, the error says why the page cannot be had."""
    with pytest.raises(error):
        fetch_page(url, options=FetchOptions(timeout_s=2.0, ignore_robots=False))


def test_a_silent_robots_leaves_time_to_say_so(net: Net) -> None:
    """A robots.txt that never comes is a no, within the deadline of the fetch."""
    net.site.handlers["robots.txt"] = lambda request: request.stop.wait(5)
    options = FetchOptions(timeout_s=1.0, allow_networks=ALLOWED, ignore_robots=False)
    with pytest.raises(RobotsDisallowed, match="could not be read"):
        fetch_page(net.site.url("/a"), options=options)


@pytest.mark.parametrize("ignore", [None, True])
def test_a_single_page_is_fetched_without_asking(net: Net, ignore: bool | None) -> None:
    """Unless told to, one page is fetched as a browser would."""
    net.site.handlers["robots.txt"] = rules(FORBID)
    options = FetchOptions(timeout_s=4.0, allow_networks=ALLOWED, ignore_robots=ignore)
    assert fetch_page(net.site.url("/a"), options=options).body == PAGE
    assert asked(net) == ["/a"]


def test_rules_are_kept_a_day(net: Net) -> None:
    """Within a day robots.txt is asked for once; one that could not be read is tried again after ten minutes."""
    now = [0.0]
    cache = RobotsCache(clock=lambda: now[0])
    origin = ("http", "paper.example", 80)
    cache.keep(origin, parse_robots(200, FORBID))
    now[0] = MAX_AGE_S - 1
    assert cache.find(origin) is not None
    now[0] = MAX_AGE_S + 1
    assert cache.find(origin) is None
    cache.keep(origin, RobotsRules(failure="the server answered 503"))
    now[0] += MAX_FAILURE_AGE_S + 1
    assert cache.find(origin) is None

    robots = RobotsCache()
    for path in ("/a", "/b"):
        fetch_page(net.site.url(path), options=OBEY, robots=robots)
    assert asked(net) == ["/robots.txt", "/a", "/b"]


def test_credentials_are_not_sent_for_robots(net: Net) -> None:
    """robots.txt is public: nobody logs in for it."""
    options = FetchOptions(
        timeout_s=4.0, allow_networks=ALLOWED, ignore_robots=False, headers=(("Authorization", "Bearer s3cret"),)
    )
    fetch_page(net.site.url("/a"), options=options)
    assert ["authorization" in request.headers for request in net.site.seen] == [False, True]
