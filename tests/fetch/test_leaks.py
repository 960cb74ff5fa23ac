"""What must not leave: credentials, cookies, and what the environment holds."""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest
import requests

from newsclean.fetch.errors import FetchError, Unreachable
from newsclean.fetch.fetcher import FetchOptions, fetch_page, use_session
from tests.fetch.bad_server import PAGE, Net

SECRETS = (("Authorization", "Bearer s3cret"), ("Cookie", "id=s3cret"), ("X-Api-Key", "s3cret"), ("Referer", "x"))
ALLOWED = ("127.0.0.1/32",)
OPTIONS = FetchOptions(timeout_s=2.0, allow_networks=ALLOWED)
WITH_SECRETS = FetchOptions(timeout_s=2.0, allow_networks=ALLOWED, headers=SECRETS)


def sent(net: Net) -> str:
    """Everything that the second origin was told."""
    return str([(request.target, request.query, request.headers) for request in net.other.seen])


def test_own_headers_go_to_the_host_asked_for(net: Net) -> None:
    """A caller's headers reach the first host, its redirects to itself, and no other port."""
    net.site.handlers |= {"a": lambda r: r.redirect("/b"), "b": lambda r: r.redirect(net.other.url("/c"))}
    assert fetch_page(net.site.url("/a"), options=WITH_SECRETS).body == PAGE
    assert [request.headers["authorization"] for request in net.site.seen] == ["Bearer s3cret"] * 2
    assert "s3cret" not in sent(net)
    assert net.other.seen[0].headers["referer"] == "x"


def test_another_name_for_the_same_place_is_another_host(net: Net) -> None:
    """Credentials are bound to the name, not to the address."""
    net.names["alias.test"] = [["127.0.0.1"]]
    net.site.handlers["a"] = lambda r: r.redirect(net.site.url("/b", "alias.test"))
    fetch_page(net.site.url("/a"), options=WITH_SECRETS)
    assert "s3cret" not in str(net.site.seen[1].headers)


def test_who_was_sent_away_comes_back_with_nothing(net: Net) -> None:
    """The other host chooses the way back, so the credentials do not go along it."""
    net.site.handlers["a"] = lambda r: r.redirect(net.other.url("/c"))
    net.other.handlers["c"] = lambda r: r.redirect(net.site.url("/delete-everything"))
    fetch_page(net.site.url("/a"), options=WITH_SECRETS)
    assert net.site.seen[-1].target == "/delete-everything"
    assert "s3cret" not in str(net.site.seen[-1].headers)


def test_credentials_in_the_address(net: Net) -> None:
    """They go to their host as a log-in, and stand neither in the page's addresses nor in an error."""
    url = net.site.url("/a").replace("http://", "http://me:s3cret@")
    net.site.handlers |= {"a": lambda r: r.redirect(net.other.url("/c")), "gone": lambda r: r.answer("410 Gone")}
    page = fetch_page(url, options=OPTIONS)
    assert net.site.seen[0].headers["authorization"].startswith("Basic ")
    assert "authorization" not in net.other.seen[0].headers
    assert "s3cret" not in str((page.url_asked, page.url, page.hops))
    with pytest.raises(FetchError) as caught:
        fetch_page(url.replace("/a", "/gone"), options=OPTIONS)
    assert "s3cret" not in "".join(traceback.format_exception(caught.value)) + caught.value.url + caught.value.hint


@pytest.mark.parametrize(
    "url",
    ["me:s3cret@host/a", "http://me:s3cret@", "htps://me:s3cret@host/", "http://me:s3@cret@[::1", "//me:s3cret@h/"],
)
def test_credentials_in_a_broken_address_are_not_shown(url: str) -> None:
    """An address that cannot be read is shown without what may be a password."""
    with pytest.raises(FetchError) as caught:
        fetch_page(url)
    assert "cret" not in str(caught.value) + caught.value.url + caught.value.hint


def test_credentials_in_a_redirect_are_dropped(net: Net) -> None:
    """A server cannot make the client log in elsewhere."""
    net.site.handlers["a"] = lambda r: r.redirect(net.other.url("/c").replace("http://", "http://you:hidden@"))
    fetch_page(net.site.url("/a"), options=OPTIONS)
    assert "authorization" not in net.other.seen[0].headers


def test_nothing_is_told_of_where_one_came_from(net: Net) -> None:
    """No Referer is sent, and no cookie that was not set."""
    net.site.handlers["a"] = lambda r: r.redirect(net.other.url("/c"))
    fetch_page(net.site.url("/a?token=s3cret"), options=OPTIONS)
    headers = net.other.seen[0].headers
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


@pytest.mark.parametrize("domain", ["test", ".test", "co.test", "b.test", "a.test", "127.0.0.1", ""])
def test_cookie_domain_tld(net: Net, domain: str) -> None:
    """Whatever domain a cookie claims, a public suffix or its own, it goes back to its origin alone."""
    net.names |= {"a.test": [["127.0.0.1"]], "b.test": [["127.0.0.1"]]}
    scope = f"; Domain={domain}" if domain else ""
    net.site.handlers["a"] = lambda r: r.redirect(net.other.url("/c", "b.test"), Set_Cookie=f"id=s3cret; Path=/{scope}")
    net.other.handlers["c"] = lambda r: r.redirect(net.other.url("/d", "a.test"))
    fetch_page(net.site.url("/a", "a.test"), options=OPTIONS)
    assert len(net.other.seen) == 2
    assert "s3cret" not in sent(net)


def test_cookies_do_not_outlive_a_fetch(net: Net) -> None:
    """The next fetch begins without them."""
    net.site.handlers["a"] = lambda r: r.answer(Set_Cookie="id=s3cret")
    fetch_page(net.site.url("/a"), options=OPTIONS)
    fetch_page(net.site.url("/a"), options=OPTIONS)
    assert "cookie" not in net.site.seen[1].headers


def test_the_environment_is_not_read(net: Net, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Proxies and .netrc count only when asked for."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password s3cret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, net.other.url())
    for fetch in (fetch_page, use_session(requests.Session())):
        assert fetch(net.site.url("/a"), options=OPTIONS).body == PAGE
    assert net.other.connections == 0
    assert all("authorization" not in request.headers for request in net.site.seen)
    asked = FetchOptions(timeout_s=2.0, allow_networks=ALLOWED, use_environment=True)
    assert fetch_page(net.site.url("/a"), options=asked).body == PAGE
    assert net.other.connections == 1


def test_a_proxy_is_used_and_its_password_not_shown(net: Net) -> None:
    """The proxy gets the whole address; one that cannot be reached is an error without its password."""
    options = FetchOptions(timeout_s=2.0, proxy=net.other.url(""))
    assert fetch_page("http://paper.test/a", options=options).body == PAGE
    assert net.other.seen[0].target == "http://paper.test/a"
    net.other.close()
    broken = FetchOptions(timeout_s=2.0, proxy=net.other.url("").replace("http://", "http://me:s3cret@"))
    with pytest.raises(Unreachable) as caught:
        fetch_page("http://paper.test/a", options=broken)
    assert "s3cret" not in "".join(traceback.format_exception(caught.value)) + repr(broken)


def test_a_session_keeps_its_log_in_to_the_host_asked_for(net: Net) -> None:
    """Headers and log-in of a session handed in do not follow to other hosts, its cookies by their domains alone."""
    session = requests.Session()
    session.auth = ("me", "s3cret")
    session.headers["X-Api-Key"] = "s3cret"
    session.cookies.set("id", "s3cret", domain="elsewhere.test")
    net.site.handlers["a"] = lambda r: r.redirect(net.other.url("/c"))
    assert fetch_page(net.site.url("/a"), options=OPTIONS, session=session).body == PAGE
    assert net.site.seen[0].headers["x-api-key"] == "s3cret"
    assert net.site.seen[0].headers["authorization"].startswith("Basic ")
    assert "authorization" not in sent(net)
    assert "s3cret" not in sent(net)
