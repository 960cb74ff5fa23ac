"""Pages kept in a folder by the rules of HTTP."""

from __future__ import annotations

import gzip
import pickle
import sqlite3
from pathlib import Path

import pytest

from newsclean.fetch.errors import BlockedAddress, HttpStatus, NotHtml, TooLarge
from newsclean.fetch.fetcher import FetchOptions, fetch_page
from newsclean.model.errors import OptionError
from tests.fetch.bad_server import PAGE, Net, Request

pytest.importorskip("requests_cache")


def options(folder: Path, **more: object) -> FetchOptions:
    return FetchOptions(timeout_s=5.0, allow_networks=("127.0.0.1/32",), cache=str(folder), **more)  # type: ignore[arg-type]


def revalidated(request: Request) -> None:
    """An answer that must be asked for anew, and is the same."""
    if request.headers.get("if-none-match") == '"v1"':
        request.send(b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\nConnection: close\r\n\r\n')
    else:
        request.answer(body=gzip.compress(PAGE), Content_Encoding="gzip", ETag='"v1"', Cache_Control="no-cache")


def test_a_fresh_page_is_not_asked_for_again(net: Net, tmp_path: Path) -> None:
    """What the server calls fresh comes from the folder, with its headers and the hops that led there."""
    net.site.handlers |= {
        "a": lambda r: r.redirect("/b", "301 Moved Permanently"),
        "b": lambda r: r.answer(
            body="<p>Паром".encode("windows-1251"),
            Content_Type="text/html; charset=windows-1251",
            Cache_Control="max-age=60",
        ),
    }
    first = fetch_page(net.site.url("/a"), options=options(tmp_path))
    second = fetch_page(net.site.url("/a"), options=options(tmp_path))
    assert [request.target for request in net.site.seen] == ["/a", "/b"]
    assert (second.body, second.content_type, second.hops) == (first.body, first.content_type, first.hops)


def test_a_stale_page_is_asked_for_with_its_mark(net: Net, tmp_path: Path) -> None:
    """The server says 304, and the page is the one kept, unpacked."""
    net.site.handlers["a"] = revalidated
    for _ in range(2):
        page = fetch_page(net.site.url("/a"), options=options(tmp_path))
        assert (page.status, page.body) == (200, PAGE)
    assert [request.headers.get("if-none-match") for request in net.site.seen] == [None, '"v1"']


@pytest.mark.parametrize("control", ["no-store", "max-age=0", "no-cache"])
def test_what_may_not_be_kept_is_asked_for_again(net: Net, tmp_path: Path, control: str) -> None:
    """The server's word counts."""
    net.site.handlers["a"] = lambda r: r.answer(Cache_Control=control)
    for _ in range(2):
        fetch_page(net.site.url("/a"), options=options(tmp_path))
    assert len(net.site.seen) == 2


def test_what_is_fetched_with_credentials_is_not_kept(net: Net, tmp_path: Path) -> None:
    """A page that may be meant for one reader is neither stored nor given to another."""
    net.site.handlers["a"] = lambda r: r.answer(body=b"<p>secret", Cache_Control="max-age=60")
    secret = options(tmp_path, headers=(("Authorization", "Bearer s3cret"),))
    fetch_page(net.site.url("/a"), options=secret)
    fetch_page(net.site.url("/a").replace("//", "//me:s3cret@"), options=options(tmp_path))
    fetch_page(net.site.url("/a"), options=options(tmp_path))
    assert len(net.site.seen) == 3
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"s3cret" not in stored


def test_limits_hold_with_a_cache(net: Net, tmp_path: Path) -> None:
    """Bombs, other kinds, statuses and private hosts are refused as without, and nothing of them is kept."""
    net.site.handlers |= {
        "bomb": lambda r: r.answer(body=gzip.compress(b" " * 50_000_000), Content_Encoding="gzip"),
        "pdf": lambda r: r.answer(Content_Type="application/pdf"),
        "gone": lambda r: r.answer("410 Gone"),
        "inside": lambda r: r.redirect(net.canary.url("/")),
    }
    cases = {"/bomb": TooLarge, "/pdf": NotHtml, "/gone": HttpStatus, "/inside": BlockedAddress}
    for path, error in cases.items():
        for _ in range(2):
            with pytest.raises(error):
                fetch_page(net.site.url(path), options=options(tmp_path, max_bytes=1_000_000))
    assert len(net.site.seen) == 2 * len(cases)
    assert net.canary.connections == 0


def test_the_folder_holds_no_pickles(net: Net, tmp_path: Path) -> None:
    """Pages are kept as JSON: whoever can write to the folder cannot make newsclean run code."""
    net.site.handlers["a"] = lambda r: r.answer(Cache_Control="max-age=60")
    fetch_page(net.site.url("/a"), options=options(tmp_path))
    with sqlite3.connect(tmp_path / "pages.sqlite") as base:
        values = [value for (value,) in base.execute("select value from responses")]
        assert all(value.lstrip().startswith((b"{", "{")[isinstance(value, str)]) for value in values)
        base.execute("update responses set value = ?", (pickle.dumps(Trap(tmp_path / "sprung")),))
    base.close()
    assert fetch_page(net.site.url("/a"), options=options(tmp_path)).body == PAGE
    assert not (tmp_path / "sprung").exists()


class Trap:
    """A pickle that writes a file when it is read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def test_a_folder_that_cannot_be_used(net: Net, tmp_path: Path) -> None:
    """A file in the folder's place, or one that is no database, is told as an option's error."""
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(OptionError, match="cannot be used"):
        fetch_page(net.site.url("/a"), options=options(file))
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "pages.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(OptionError, match="cannot be used"):
        fetch_page(net.site.url("/a"), options=options(broken))
