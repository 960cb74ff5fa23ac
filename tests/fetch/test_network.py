"""Below HTTP: names, connections, TLS, a session and a fetcher of the caller's own."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import trustme

import newsclean
from newsclean.fetch.errors import BlockedAddress, FetchTimeout, NotHtml, TlsError, TooLarge, Unreachable
from newsclean.fetch.fetcher import FetchOptions, fetch_page, use_session
from newsclean.fetch.options import FetchedPage, Headers
from tests.fetch.bad_server import PAGE, Net, Origin

OPTIONS = FetchOptions(timeout_s=2.0, allow_networks=("127.0.0.1/32",))
QUICK = FetchOptions(timeout_s=0.5, allow_networks=("127.0.0.1/32",))


def test_refused_connection(net: Net) -> None:
    """A port where nobody listens is unreachable."""
    net.site.close()
    with pytest.raises(Unreachable):
        fetch_page(net.site.url("/"), options=OPTIONS)


def test_slow_resolver(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look-up that hangs ends at the deadline."""
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kwargs: time.sleep(3))
    began = time.monotonic()
    with pytest.raises(FetchTimeout):
        fetch_page("http://slow.test/", options=FetchOptions(timeout_s=0.3))
    assert time.monotonic() - began < 2.5


def test_a_connection_that_is_never_accepted() -> None:
    """A server whose queue is full lets the connection wait until the deadline."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = []
        for _ in range(3):
            client = socket.socket()
            client.setblocking(False)
            client.connect_ex(full.getsockname())
            waiting.append(client)
        with pytest.raises(FetchTimeout):
            fetch_page(f"http://127.0.0.1:{full.getsockname()[1]}/", options=QUICK)
        for client in waiting:
            client.close()


def test_the_next_address_is_tried(net: Net) -> None:
    """A host of which one address does not answer is reached at another."""
    net.names["two.test"] = [["127.0.0.2", "127.0.0.1"]]  # on the first nobody listens at the site's port
    options = FetchOptions(timeout_s=2.0, allow_networks=("127.0.0.0/8",))
    assert fetch_page(net.site.url("/a", "two.test"), options=options).body == PAGE


@pytest.fixture
def authority() -> trustme.CA:
    """An authority that nobody trusts."""
    return trustme.CA()


@pytest.fixture
def tls_site(authority: trustme.CA) -> Iterator[Origin]:
    """An origin for paper.test with that authority's certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("paper.test").configure_cert(context)
    origin = Origin(tls=context)
    yield origin
    origin.close()


def test_tls_is_verified(net: Net, tls_site: Origin) -> None:
    """A certificate that nobody vouches for is an error, and nothing is sent."""
    net.names["paper.test"] = [["127.0.0.1"]]
    with pytest.raises(TlsError, match="certificate") as caught:
        fetch_page(tls_site.url("/a", "paper.test"), options=OPTIONS)
    assert "ca_bundle" in caught.value.hint
    assert tls_site.seen == []


def test_an_authority_of_ones_own(net: Net, tls_site: Origin, authority: trustme.CA, tmp_path: Path) -> None:
    """With ca_bundle its certificate is good, for its own name alone, and the guard is the same."""
    net.names |= {"paper.test": [["127.0.0.1"]], "other.test": [["127.0.0.1"]], "inside.test": [["127.0.0.2"]]}
    bundle = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(bundle))
    options = FetchOptions(timeout_s=2.0, allow_networks=("127.0.0.1/32",), ca_bundle=str(bundle))
    assert fetch_page(tls_site.url("/a", "paper.test"), options=options).body == PAGE
    with pytest.raises(TlsError, match=r"match|valid for"):
        fetch_page(tls_site.url("/a", "other.test"), options=options)
    with pytest.raises(BlockedAddress):
        fetch_page(f"https://inside.test:{net.canary.port}/", options=options)
    tls_site.handlers["down"] = lambda r: r.redirect(net.site.url("/a"))
    secret = FetchOptions(
        timeout_s=2.0,
        allow_networks=("127.0.0.1/32",),
        ca_bundle=str(bundle),
        headers=(("Authorization", "Bearer s3cret"),),
    )
    fetch_page(tls_site.url("/down", "paper.test"), options=secret)
    assert "authorization" in tls_site.seen[-1].headers
    assert "authorization" not in net.site.seen[-1].headers


def test_no_tls_behind_https() -> None:
    """A server that talks plain HTTP where https is asked for is a TLS error, and not tried again without."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def talk() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(9999)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")

        threading.Thread(target=talk, daemon=True).start()
        with pytest.raises(TlsError):
            fetch_page(f"https://127.0.0.1:{server.getsockname()[1]}/", options=OPTIONS)


def test_a_handshake_that_stalls() -> None:
    """A server that accepts and is silent, or drips, keeps nobody past the deadline."""
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connection, _ = server.accept()
            with connection:
                # The start of a handshake record of 16 kB, byte by byte.
                for byte in b"\x16\x03\x03\x40\x00\x02" + b"\0" * 1000:
                    if stop.wait(0.05):
                        return
                    connection.send(bytes([byte]))

        threading.Thread(target=drip, daemon=True).start()
        began = time.monotonic()
        with pytest.raises(FetchTimeout):
            fetch_page(f"https://127.0.0.1:{server.getsockname()[1]}/", options=QUICK)
        assert time.monotonic() - began < 2.5
        stop.set()


def test_a_session_handed_in_is_held_to_the_limits(net: Net) -> None:
    """Through a session redirects are vetted, and size and kind of a page checked, as without."""
    net.site.handlers |= {
        "large": lambda r: r.answer(body=PAGE * 1000),
        "inside": lambda r: r.redirect(net.canary.url("/")),
        "pdf": lambda r: r.answer(Content_Type="application/pdf"),
    }
    fetch = use_session(requests.Session())
    options = FetchOptions(timeout_s=2.0, allow_networks=("127.0.0.1/32",), max_bytes=10_000)
    assert fetch(net.site.url("/a"), options=options).body == PAGE
    for path, error in (("/large", TooLarge), ("/inside", BlockedAddress), ("/pdf", NotHtml)):
        with pytest.raises(error):
            fetch(net.site.url(path), options=options)
    assert net.canary.connections == 0


def test_a_fetcher_of_ones_own() -> None:
    """Any function from address and options to a page will do, and nothing else is asked."""

    def fetch(url: str, *, options: FetchOptions) -> FetchedPage:
        assert options.timeout_s == 7
        return FetchedPage(url, url + "#final", 200, Headers([("Content-Type", "text/html")]), PAGE, ((url, 301),))

    document = newsclean.from_url("https://paper.example/a", fetcher=fetch, timeout_s=7)
    assert document.title == "Ferry"
    assert document.provenance["url"].path == "301 https://paper.example/a"


def test_the_user_agent_names_a_contact(net: Net) -> None:
    """The User-Agent says who it is, and where its owner can be reached."""
    options = FetchOptions(timeout_s=2.0, allow_networks=("127.0.0.1/32",), contact="https://example.org/bot")
    fetch_page(net.site.url("/a"), options=options)
    assert net.site.seen[0].headers["user-agent"].startswith("newsclean/")
    assert net.site.seen[0].headers["user-agent"].endswith(" (+https://example.org/bot)")
