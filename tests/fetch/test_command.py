"""Fetching by the command, as a user meets it."""

from __future__ import annotations

import json

import pytest

import newsclean
from newsclean.cli import main
from tests.fetch.bad_server import Net

ALLOW = ["--allow-network", "127.0.0.1/32"]
PROSE = "<p>The {0} of the two ferries sailed at noon, with sixty cars and a hundred walkers on board, the harbour said.</p>"
BODY = "".join(PROSE.format(word) for word in ("first", "second", "third"))
HEAD = '<!doctype html><html lang="en"><head><title>Two ferries sail</title></head><body>'
STORY = f"{HEAD}<article><h1>Two ferries sail</h1>{BODY}</article></body></html>"
CHECK = f"""{HEAD.replace("Two ferries sail", "Just a moment...")}<h1>Checking your browser</h1><p>Please verify you are
human. Enable JavaScript and cookies to continue.</p><div id="challenge-form" class="cf-challenge"></div></body></html>"""


def test_a_page_is_fetched_and_its_way_told(net: Net, capsys: pytest.CaptureFixture[str]) -> None:
    """A redirect ends in the document, and the provenance has the chain."""
    net.site.handlers |= {
        "a": lambda r: r.redirect("/story"),
        "story": lambda r: r.answer(body=STORY.encode()),
        "robots.txt": lambda r: r.answer("404 Not Found"),
    }
    assert main([net.site.url("/a"), *ALLOW, "-f", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["title"] == "Two ferries sail"
    assert data["url"] == net.site.url("/a")
    assert data["provenance"]["url"]["raw"] == f"200 {net.site.url('/story')}"
    assert data["provenance"]["url"]["path"] == f"302 {net.site.url('/a')}"
    assert [request.target for request in net.site.seen] == ["/robots.txt", "/a", "/story"]


def test_robots_counts_unless_ignored(net: Net, capsys: pytest.CaptureFixture[str]) -> None:
    """The command asks robots.txt; --ignore-robots does not, and the error says so."""
    net.site.handlers |= {
        "robots.txt": lambda r: r.answer(body=b"User-agent: *\nDisallow: /\n", Content_Type="text/plain"),
        "a": lambda r: r.answer(body=STORY.encode()),
    }
    assert main([net.site.url("/a"), *ALLOW]) == 3
    assert "--ignore-robots" in capsys.readouterr().err
    assert main([net.site.url("/a"), *ALLOW, "--ignore-robots"]) == 0


def test_an_error_says_what_to_do(net: Net, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, the hint in it, and exit code 3; nothing on standard output."""
    net.site.handlers["a"] = lambda r: r.answer("503 Busy", Retry_After="90")
    for arguments in ([net.canary.url("/")], [net.site.url("/a"), *ALLOW, "--ignore-robots"]):
        assert main(arguments) == 3
        out, err = capsys.readouterr()
        assert out == ""
        assert len(err.splitlines()) == 1
    assert "asks to wait 90 s" in err
    assert net.canary.connections == 0


def test_headers_are_sent(net: Net, capsys: pytest.CaptureFixture[str]) -> None:
    """--header, --user-agent and --contact reach the server; a header without a colon is a usage error."""
    net.site.handlers["a"] = lambda r: r.answer(body=STORY.encode())
    base = [net.site.url("/a"), *ALLOW, "--ignore-robots"]
    assert main([*base, "--header", "Accept-Language: da", "--contact", "mail@example.org"]) == 0
    headers = net.site.seen[-1].headers
    assert headers["accept-language"] == "da"
    assert headers["user-agent"].endswith("(+mail@example.org)")
    assert main([*base, "--header", "nonsense"]) == 2
    assert "colon" in capsys.readouterr().err


def test_pages_are_followed(net: Net, capsys: pytest.CaptureFixture[str]) -> None:
    """--follow-pages joins, and says so."""
    more = STORY.replace("ferries sailed", "boats came back").replace(
        "<title>", '<link rel="next" href="/never"><title>'
    )
    net.site.handlers |= {
        "a": lambda r: r.answer(body=STORY.replace("<title>", '<link rel="next" href="/b"><title>').encode()),
        "b": lambda r: r.answer(body=more.encode()),
        "never": lambda r: r.answer("404 Not Found"),
        "robots.txt": lambda r: r.answer("404 Not Found"),
    }
    assert main([net.site.url("/a"), *ALLOW, "--follow-pages", "-f", "json"]) == 0
    out, err = capsys.readouterr()
    assert "boats came back" in json.loads(out)["sections"][0]["blocks"][-1]["text"]
    assert "page 3 of the article is missing" in err
    assert [request.target for request in net.site.seen].count("/robots.txt") == 1


def test_a_block_page_with_status_200_is_fetched_and_told(net: Net, capsys: pytest.CaptureFixture[str]) -> None:
    """It is no fetch error: the verdict and the exit code say that it is no article."""
    net.site.handlers["a"] = lambda r: r.answer(body=CHECK.encode())
    document = newsclean.from_url(net.site.url("/a"), allow_networks=("127.0.0.1/32",))
    assert document.kind not in ("article", "live_blog")
    assert main([net.site.url("/a"), *ALLOW, "--ignore-robots"]) == 4
    assert "not an article" in capsys.readouterr().err
