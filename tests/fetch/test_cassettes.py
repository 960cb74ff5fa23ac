"""Recorded exchanges: the guarded pools can be recorded and replayed (pytest-recording), and guard while they are.

To record anew, against the server below: `pytest tests/fetch/test_cassettes.py --record-mode=rewrite`
"""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import vcr

import newsclean
from newsclean.fetch.errors import BlockedAddress, HttpStatus, RobotsDisallowed
from newsclean.fetch.fetcher import FetchOptions, fetch_page
from tests.fetch.bad_server import PAGE, Net, Origin, Request

HOST = "http://paper.example"
STORY = """<!doctype html><html lang="ru"><head><title>Паром ушёл в полдень | Вестник залива</title></head><body>
<article><h1>Паром ушёл в полдень</h1><p>Паром отошёл от причала ровно в полдень, и на берегу остались провожающие.</p>
<p>Капитан сказал, что рейс займёт три часа, если ветер не переменится к вечеру, как обещали синоптики.</p></article>
</body></html>"""


def story(request: Request) -> None:
    request.answer(
        body=gzip.compress(STORY.encode("windows-1251"), mtime=0),
        Content_Type="text/html; charset=windows-1251",
        Content_Encoding="gzip",
    )


HANDLERS = {
    "old": lambda r: r.redirect("/moved", "301 Moved Permanently"),
    "moved": lambda r: r.redirect("/story", "302 Found", Set_Cookie="seen=1"),
    "story": story,
    "busy": lambda r: r.answer("503 Busy", b"", Retry_After="120"),
    "robots.txt": lambda r: r.answer(body=b"User-agent: *\nDisallow: /desk\n", Content_Type="text/plain"),
}


def rename(request: Any) -> Any:
    """The recorded server's host in place of the one that was recorded from."""
    request.uri = HOST + request.uri.partition(urlsplit(request.uri).netloc)[2]
    return request


@pytest.fixture(scope="module")
def vcr_config() -> dict[str, Any]:
    """How the cassettes are kept."""
    return {
        "before_record_request": rename,
        "filter_headers": ["Host", "User-Agent", "Accept-Encoding"],
    }


@pytest.fixture
def paper(record_mode: str) -> Iterator[str]:
    """The address of the server, which runs only where it is recorded."""
    if record_mode == "none":
        yield HOST
        return
    origin = Origin(handlers=dict(HANDLERS))
    yield origin.url("")
    origin.close()


@pytest.fixture
def allowed(record_mode: str) -> tuple[str, ...]:
    """What may be connected to: nothing at all where exchanges are replayed."""
    return () if record_mode == "none" else ("127.0.0.1/32",)


@pytest.mark.vcr
def test_a_story_from_a_cassette(paper: str, allowed: tuple[str, ...]) -> None:
    """Redirects, a legacy charset and gzip come out of a recording as off the wire."""
    document = newsclean.from_url(paper + "/old", allow_networks=allowed)
    assert document.title == "Паром ушёл в полдень"
    assert document.text.startswith("Паром отошёл от причала")
    assert document.provenance["url"].path == f"301 {paper}/old → 302 {paper}/moved"
    assert document.provenance["encoding"].raw == "windows-1251"


@pytest.mark.vcr
def test_a_busy_server_from_a_cassette(paper: str, allowed: tuple[str, ...]) -> None:
    """So do a status and the pause it asks for."""
    with pytest.raises(HttpStatus) as caught:
        fetch_page(paper + "/busy", options=FetchOptions(allow_networks=allowed))
    assert (caught.value.status, caught.value.retry_after_s) == (503, 120.0)


@pytest.mark.vcr
def test_robots_from_a_cassette(paper: str, allowed: tuple[str, ...]) -> None:
    """robots.txt is an exchange like any other."""
    options = FetchOptions(allow_networks=allowed, ignore_robots=False)
    assert fetch_page(paper + "/story", options=options).body.decode("windows-1251") == STORY
    with pytest.raises(RobotsDisallowed):
        fetch_page(paper + "/desk/1", options=options)


def test_recording_and_replaying(net: Net, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is recorded through the guard is replayed without a look-up or a connection."""
    net.names["paper.test"] = [["127.0.0.1"]]
    cassette = tmp_path / "a.yaml"
    url, options = net.site.url("/a", "paper.test"), FetchOptions(allow_networks=("127.0.0.1/32",))
    with vcr.use_cassette(str(cassette), record_mode="once") as tape:
        assert fetch_page(url, options=options).body == PAGE
        assert len(tape) == 1
    net.site.close()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args: pytest.fail("a look-up"))
    with vcr.use_cassette(str(cassette), record_mode="none") as tape:
        assert fetch_page(url, options=options).body == PAGE
        assert tape.play_count == 1


def test_the_guard_holds_while_recording(net: Net, tmp_path: Path) -> None:
    """A recorder does not open the way to private addresses."""
    net.names["inside.test"] = [["127.0.0.2"]]
    for url in (net.canary.url("/a"), net.canary.url("/a", "inside.test")):
        with vcr.use_cassette(str(tmp_path / "b.yaml"), record_mode="new_episodes") as tape:
            with pytest.raises(BlockedAddress):
                fetch_page(url, options=FetchOptions(allow_networks=("127.0.0.1/32",)))
            assert len(tape) == 0
    assert net.canary.connections == 0
