"""Redirects, refreshes and names that resolve anew: each hop is vetted like the first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import requests

import newsclean
from newsclean.fetch.errors import BlockedAddress, HttpStatus, TooManyRedirects
from newsclean.fetch.fetcher import FetchOptions, fetch_page
from newsclean.fetch.refresh import find_refresh
from tests.fetch.bad_server import PAGE, Net, Request

OPTIONS = FetchOptions(timeout_s=2.0, allow_networks=("127.0.0.1/32",))


def meta(url: str, pause: str = "0") -> bytes:
    """A page that sends on."""
    return f'<html><head><meta http-equiv="Refresh" content="{pause}; url={url}"></head></html>'.encode()


def test_direct_rebinding(net: Net) -> None:
    """A name is looked up once for each connection, and the vetted address is the one connected to."""
    net.names["rebinding.test"] = [["127.0.0.1"], ["127.0.0.2"]]
    assert fetch_page(net.site.url("/a", "rebinding.test"), options=OPTIONS).body == PAGE
    with pytest.raises(BlockedAddress):
        fetch_page(net.site.url("/a", "rebinding.test"), options=OPTIONS)
    assert net.canary.connections == 0


def test_redirect_rebinding(net: Net) -> None:
    """A name that was public at the first hop is vetted anew at the second."""
    net.names["rebinding.test"] = [["127.0.0.1"], ["127.0.0.2"]]
    net.site.handlers["a"] = lambda request: request.redirect(f"http://rebinding.test:{net.canary.port}/")
    with pytest.raises(BlockedAddress):
        fetch_page(net.site.url("/a", "rebinding.test"), options=OPTIONS)
    assert net.canary.connections == 0


SENDERS: dict[str, Callable[[Request, str], None]] = {
    "redirect": lambda request, url: request.redirect(url),
    "redirect_name": lambda request, url: request.redirect(url.replace("127.0.0.2", "inside.test")),
    "redirect_scheme_relative": lambda request, url: request.redirect(url.removeprefix("http:")),
    "redirect_octal": lambda request, url: request.redirect(url.replace("127.0.0.2", "0177.2")),
    "redirect_utf8_name": lambda request, url: request.send(
        b"HTTP/1.1 302 F\r\nLocation: " + url.replace("127.0.0.2", "groß.test").encode() + b"\r\n\r\n"
    ),
    "meta_refresh": lambda request, url: request.answer(body=meta(url)),
    "meta_refresh_scheme_relative": lambda request, url: request.answer(body=meta(url.removeprefix("http:"))),
    "refresh_header": lambda request, url: request.answer(Refresh=f"0; url={url}"),
}


@pytest.mark.parametrize("name", SENDERS)
def test_every_hop_is_vetted(net: Net, name: str) -> None:
    """Redirects, meta refreshes and Refresh headers to a private address end in an error that names the hops."""
    net.names |= {"inside.test": [["127.0.0.2"]], "xn--gro-7ka.test": [["127.0.0.2"]]}
    net.site.handlers["a"] = lambda request: SENDERS[name](request, net.canary.url("/secret"))
    with pytest.raises(BlockedAddress) as caught:
        fetch_page(net.site.url("/a"), options=OPTIONS)
    assert caught.value.hops[0][0] == net.site.url("/a")
    assert caught.value.url.endswith("/secret")
    assert net.canary.connections == 0


PULLS = {
    "link_header_canonical": {"Link": "<{canary}>; rel=canonical, <{canary}>; rel=preload"},
    "alt_svc": {"Alt_Svc": 'h2="127.0.0.2:{port}"'},
    "content_location": {"Content_Location": "{canary}"},
    "location_on_200": {"Location": "{canary}"},
    "source_map": {"SourceMap": "{canary}"},
}


@pytest.mark.parametrize("name", PULLS)
def test_headers_that_are_no_redirect_lead_nowhere(net: Net, name: str) -> None:
    """Addresses in other headers are not fetched."""
    headers = {key: value.format(canary=net.canary.url(), port=net.canary.port) for key, value in PULLS[name].items()}
    net.site.handlers["a"] = lambda request: request.answer(**headers)
    page = fetch_page(net.site.url("/a"), options=OPTIONS)
    assert page.body == PAGE
    assert page.url == net.site.url("/a")
    assert net.canary.connections == 0


def test_private_hosts_can_be_allowed(net: Net) -> None:
    """With allow_private_hosts, or its network, the very same address is fetched."""
    for options in (
        FetchOptions(timeout_s=2.0, allow_private_hosts=True),
        FetchOptions(timeout_s=2.0, allow_networks=("127.0.0.0/8",)),
    ):
        assert fetch_page(net.canary.url("/a"), options=options).body == PAGE


def test_the_chain_is_told(net: Net) -> None:
    """A page knows the address asked for, those on the way with their statuses, and its own."""
    net.site.handlers |= {
        "a": lambda request: request.redirect("/b#part", "301 Moved Permanently"),
        "b": lambda request: request.answer(body=meta("/c")),
    }
    page = fetch_page(net.site.url("/a"), options=OPTIONS)
    assert page.url_asked == net.site.url("/a")
    assert page.hops == ((net.site.url("/a"), 301), (net.site.url("/b"), 200))
    assert (page.url, page.status) == (net.site.url("/c"), 200)
    assert page.headers.get("CONTENT-type") == "text/html; charset=utf-8"


def test_a_refresh_is_followed_once(net: Net) -> None:
    """A page that sends on to one that sends on ends at the second."""
    net.site.handlers |= {
        "a": lambda request: request.answer(body=meta("/b")),
        "b": lambda request: request.answer(body=meta("/c")),
    }
    assert fetch_page(net.site.url("/a"), options=OPTIONS).url == net.site.url("/b")


@pytest.mark.parametrize("target", ["/a", "/back", "javascript:void(0)", "http://[::1"])
def test_a_refresh_that_leads_nowhere_new_leaves_the_page(net: Net, target: str) -> None:
    """A page that reloads itself, sends back to where the reader came from, or nowhere, is the page."""
    net.site.handlers |= {
        "a": lambda request: request.answer(body=meta(target)),
        "back": lambda request: request.redirect("/a"),
    }
    page = fetch_page(net.site.url("/back"), options=OPTIONS)
    assert page.url == net.site.url("/a")


def test_a_refresh_counts_as_a_redirect(net: Net) -> None:
    """Where no redirect is allowed, a refresh is not followed either."""
    net.site.handlers["a"] = lambda request: request.answer(body=meta("/b"))
    options = FetchOptions(timeout_s=2.0, allow_networks=("127.0.0.1/32",), max_redirects=0)
    assert fetch_page(net.site.url("/a"), options=options).url == net.site.url("/a")
    net.site.handlers["r"] = lambda request: request.redirect("/b")
    with pytest.raises(TooManyRedirects):
        fetch_page(net.site.url("/r"), options=options)


def test_the_error_behind_a_redirect_names_its_own_address(net: Net) -> None:
    """An error after a redirect has the address that failed, and the one before it among its hops."""
    net.site.handlers |= {
        "a": lambda request: request.redirect("/gone"),
        "gone": lambda request: request.answer("410 Gone"),
    }
    with pytest.raises(HttpStatus) as caught:
        fetch_page(net.site.url("/a"), options=OPTIONS)
    assert caught.value.url == net.site.url("/gone")
    assert caught.value.status == 410
    assert caught.value.hops == ((net.site.url("/a"), 302),)


REFRESHES = [
    ('<meta http-equiv="refresh" content="0; url=/new">', "/new"),
    ("<META HTTP-EQUIV=refresh CONTENT='1;URL=\"/new\"'>", "/new"),
    ("<meta content='0,/new' http-equiv=refresh>", "/new"),
    ('<meta http-equiv="refresh" content="0;url=/a?b=1&amp;c=2">', "/a?b=1&c=2"),
    ('<meta http-equiv="refresh" content="300">', None),
    ('<meta http-equiv="refresh" content="60; url=/again">', None),
    ('<noscript><meta http-equiv="refresh" content="0; url=/no-script"></noscript>', None),
    ('<!-- <meta http-equiv="refresh" content="0; url=/old"> -->', None),
    ('<script>"<meta http-equiv=refresh content=0;url=/x>"</script>', None),
    ('<meta name="refresh" content="0; url=/x">', None),
]


@pytest.mark.parametrize(("markup", "expected"), REFRESHES)
def test_refreshes_as_pages_write_them(markup: str, expected: str | None) -> None:
    """Only a refresh that a browser with scripts would follow at once is one."""
    assert find_refresh(markup.encode()) == expected


def test_the_document_tells_how_it_was_had(net: Net) -> None:
    """Provenance has the chain, the final status and address, and the headers but for cookies."""
    net.site.handlers |= {
        "a": lambda request: request.redirect("/b"),
        "b": lambda request: request.answer(Last_Modified="Sun, 01 Mar 2026 12:00:00 GMT", Set_Cookie="id=s3cret"),
    }
    url = net.site.url("/a").replace("//", "//me:s3cret@")
    document = newsclean.from_url(url, timeout_s=2.0, allow_networks=("127.0.0.1/32",))
    assert document.url == net.site.url("/a")
    assert document.provenance["url"].path == f"302 {net.site.url('/a')}"
    assert document.provenance["url"].raw == f"200 {net.site.url('/b')}"
    headers = document.provenance["headers"].raw.splitlines()
    assert "Last-Modified: Sun, 01 Mar 2026 12:00:00 GMT" in headers
    assert "Content-Type: text/html; charset=utf-8" in headers
    assert "s3cret" not in document.to_json()


def test_a_response_tells_the_same(net: Net) -> None:
    """A response that the caller got by requests has its chain and headers, too."""
    net.site.handlers["a"] = lambda request: request.redirect("/b")
    document = newsclean.from_response(requests.get(net.site.url("/a"), timeout=5))
    assert document.provenance["url"].path == f"302 {net.site.url('/a')}"
    assert document.provenance["url"].raw == f"200 {net.site.url('/b')}"
    assert "text/html" in document.provenance["headers"].raw
