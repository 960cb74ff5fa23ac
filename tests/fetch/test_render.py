"""Pages that only scripts build, in a real headless browser.

`tools/browser_tests.sh` installs what they need, and names the browser in NEWSCLEAN_BROWSER; without it they are skipped.
"""

from __future__ import annotations

import importlib.util
import json
import os
import time
from collections.abc import Callable

import pytest

import newsclean
from newsclean.fetch import render_page as module
from newsclean.fetch.errors import RenderError
from newsclean.fetch.fetcher import FetchOptions, fetch_page
from newsclean.fetch.options import FetchedPage, Headers
from newsclean.fetch.render_page import render_page
from tests.fetch.bad_server import Net, Request

BROWSER = os.environ.get("NEWSCLEAN_BROWSER")
needs_browser = pytest.mark.skipif(
    not BROWSER or importlib.util.find_spec("playwright") is None, reason="NEWSCLEAN_BROWSER names no browser"
)

SHELL = b"""<!doctype html><html lang="en"><head><title>River Post</title><script src="/app.js" defer></script></head>
<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>"""
APP = """
(async () => {
  const story = await (await fetch('/story.json')).json();
  document.title = story.title + ' | River Post';
  document.getElementById('root').innerHTML = '<main><article><h1>' + story.title + '</h1>'
    + story.paragraphs.map(text => '<p>' + text + '</p>').join('') + '</article></main>';
  fetch('CANARY/steal').catch(() => {});
  new Image().src = 'CANARY/pixel';
  new Image().src = '/pixel';
  navigator.sendBeacon('/beacon', 'x');
  fetch('/post', {method: 'POST', body: 'x'}).catch(() => {});
  document.body.insertAdjacentHTML('beforeend', '<iframe src="/frame"></iframe><iframe src="CANARY/frame"></iframe>');
  try { new WebSocket('CANARY/socket'.replace('http', 'ws')); } catch (error) {}
})();
"""
STORY = {
    "title": "The ferry has a new engine",
    "paragraphs": [
        "The ferry got a new engine on Monday, after the old one had run for thirty-one years without a long stop.",
        "Its crew of six tried it on the way to the outer islands, and said that it was quieter than they had expected.",
        "The harbour office wants to replace the engines of two more ferries before the summer, if the council agrees.",
    ],
}
ALLOWED = ("127.0.0.1/32",)


def serve(net: Net) -> None:
    """A page whose article is built by script, which then tries what it should not."""
    app = APP.replace("CANARY", net.canary.url("")).encode()
    net.site.handlers |= {
        "a": lambda r: r.answer(body=SHELL),
        "app.js": lambda r: r.answer(body=app, Content_Type="text/javascript"),
        "story.json": lambda r: r.answer(body=json.dumps(STORY).encode(), Content_Type="application/json"),
    }


@needs_browser
def test_an_article_built_by_script(net: Net) -> None:
    """Rendered, the page has its article; the browser reached nothing but the site's documents and data."""
    serve(net)
    bare = newsclean.from_url(net.site.url("/a"), allow_networks=ALLOWED)
    assert bare.kind == "script_shell"
    document = newsclean.from_url(net.site.url("/a"), allow_networks=ALLOWED, render=True, timeout_s=30)
    assert document.kind == "article"
    assert document.title == STORY["title"]
    assert document.text == "\n\n".join(STORY["paragraphs"])
    assert document.warnings[0].startswith("rendered in a browser, 2 requests answered")
    assert [request.target for request in net.site.seen] == ["/a", "/a", "/app.js", "/story.json"]
    assert net.canary.connections == 0


@needs_browser
def test_a_page_with_text_is_not_rendered(net: Net, monkeypatch: pytest.MonkeyPatch, bridge_html: str) -> None:
    """Only where the HTML holds no text a browser is started."""
    net.site.handlers["a"] = lambda r: r.answer(body=bridge_html.encode())
    monkeypatch.setattr(module, "render_page", lambda *args, **kwargs: pytest.fail("a browser was started"))
    assert newsclean.from_url(net.site.url("/a"), allow_networks=ALLOWED, render=True).kind == "article"


def script(text: str) -> Callable[[Request], None]:
    page = f"<!doctype html><html><head><title>t</title></head><body><script>{text}</script></body></html>"
    return lambda request: request.answer(body=page.encode())


TRICKS = {
    "dialogs": ("alert(1); confirm(2); document.body.innerHTML = '<p>built</p>'", "built"),
    "pop_up": ("window.open('CANARY/x'); document.body.innerHTML = '<p>built</p>'", "built"),
    "polls_for_ever": (
        "setInterval(() => fetch('/data'), 50); document.body.innerHTML = '<p>built</p>'", "built"
    ),
    "redirected_inside": (
        "fetch('/inside').catch(() => { document.body.innerHTML = '<p>refused</p>' })", "refused"
    ),
    "service_worker": (
        "document.body.innerHTML = '<p>built</p>'; navigator.serviceWorker && navigator.serviceWorker.register('/sw.js')",
        "built",
    ),
}  # fmt: skip


@needs_browser
@pytest.mark.parametrize("name", TRICKS)
def test_what_scripts_try(net: Net, name: str) -> None:
    """Dialogs, windows, polling, redirects inside and workers neither stop the rendering nor get out."""
    text, expected = TRICKS[name]
    net.site.handlers |= {
        "a": script(text.replace("CANARY", net.canary.url(""))),
        "inside": lambda r: r.redirect(net.canary.url("/")),
    }
    options = FetchOptions(timeout_s=20.0, allow_networks=ALLOWED)
    rendered = render_page(fetch_page(net.site.url("/a"), options=options), options=options)
    assert f"<p>{expected}</p>".encode() in rendered.body
    assert net.canary.connections == 0


@needs_browser
@pytest.mark.parametrize("text", ["while (true) {}", "setTimeout(() => { while (true) {} }, 50)"])
def test_a_script_that_never_ends(net: Net, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """It is stopped, and the error says that the page cannot be rendered."""
    monkeypatch.setattr(module, "START_S", 12.0)
    net.site.handlers["a"] = script(text)
    options = FetchOptions(timeout_s=3.0, allow_networks=ALLOWED)
    began = time.monotonic()
    with pytest.raises(RenderError) as caught:
        render_page(fetch_page(net.site.url("/a"), options=options), options=options)
    assert time.monotonic() - began < 25
    assert caught.value.hint


@needs_browser
def test_a_page_that_grows_is_cut(net: Net) -> None:
    """What a script builds counts against max_bytes, too."""
    net.site.handlers["a"] = script("document.body.innerHTML = '<p>' + 'word '.repeat(100000) + '</p>'")
    options = FetchOptions(timeout_s=20.0, allow_networks=ALLOWED, max_bytes=10_000)
    rendered = render_page(fetch_page(net.site.url("/a"), options=options), options=options)
    assert 9_000 < len(rendered.body) <= 10_000


PAGE = FetchedPage("https://paper.example/a", "https://paper.example/a", 200, Headers(), SHELL)


def test_without_playwright(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(RenderError, match="playwright") as caught:
        render_page(PAGE)
    assert "newsclean[render]" in caught.value.hint


def test_without_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """So it does where no Chromium is found."""
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: object())
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    with pytest.raises(RenderError, match="Chromium") as caught:
        render_page(PAGE)
    assert caught.value.hint


def test_a_browser_that_does_not_start() -> None:
    """A program that is no browser is a RenderError, in time."""
    pytest.importorskip("playwright")
    with pytest.raises(RenderError):
        render_page(PAGE, options=FetchOptions(timeout_s=5.0), browser="/bin/false")
