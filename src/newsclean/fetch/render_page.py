"""A page whose article is built by script, rendered in a headless browser that has no network of its own.

Every request of the browser is answered from here, by way of the same guard as any other fetch: private addresses stay
out of a script's reach, too.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .body import read_any_body
from .deadline import Meter
from .errors import FetchError, RenderError, TooManyRedirects
from .failures import BELOW, tell_failure
from .options import FetchedPage, FetchOptions, Headers
from .session import Transport
from .urls import join_url, parse_url, show_url

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SETTLE_S = 3.0
"""How long a page may be quiet before it is taken as it is, at most."""

MAX_REQUESTS = 100
WANTED = frozenset({"document", "script", "xhr", "fetch"})
"""What builds text; pictures, fonts, style sheets and sockets are refused."""

SENT_ON = frozenset({"accept", "accept-language", "content-type", "referer", "x-requested-with"})
"""Of the browser's request headers."""

KEPT = frozenset({"content-type", "access-control-allow-origin", "access-control-allow-credentials"})
"""Of the response headers, those that a script's work depends on."""

ARGUMENTS = (
    "--disable-background-networking", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--dns-prefetch-disable", "--disable-features=DnsOverHttps",
)  # fmt: skip


def render_page(page: FetchedPage, *, options: FetchOptions | None = None, browser: str | None = None) -> FetchedPage:
    """The page as it stands after its scripts have run, as UTF-8.

    Args:
        page: a page already fetched, one whose verdict is `script_shell`.
        options: as for `fetch_page`; the deadline counts from here on.
        browser: the Chromium to use; None: the first that the system has.

    Raises:
        RenderError: playwright or a browser is missing, or the page cannot be rendered.
    """
    options = options or FetchOptions()
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as exc:
        raise _failed(page, "playwright is not installed", "pip install 'newsclean[render]'") from exc
    path = browser or find_browser()
    if path is None:
        raise _failed(page, "no Chromium is installed", "Install one, such as Debian's chromium")
    network = _Network(page, options)
    try:
        with _dead_end() as dead_end, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=path,
                args=list(ARGUMENTS),
                # Chromium's own sandbox does not work for root.
                chromium_sandbox=os.name == "posix" and os.geteuid() != 0,
                proxy={"server": dead_end, "bypass": "<-loopback>"},
                timeout=options.timeout_s * 1000,
            )
            try:
                html = _run(chromium, page, network, options)
            finally:
                chromium.close()
    except Error as exc:
        raise _failed(page, f"the browser failed ({str(exc).splitlines()[0][:120]})", "Try again later") from exc
    body = html.encode("utf-8", "replace")[: options.max_bytes]
    notes = (*page.notes, f"rendered in a browser, {network.answered} requests answered", *network.refused[:5])
    content_type = "text/html; charset=utf-8"
    headers = Headers((name, value) for name, value in page.headers if name.lower() != "content-type")
    headers = Headers((*headers, ("Content-Type", content_type)))
    return replace(page, body=body, headers=headers, content_type=content_type, notes=notes)


def find_browser() -> str | None:
    """The path of the system's Chromium, None where there is none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


@contextlib.contextmanager
def _dead_end() -> Iterator[str]:
    """A proxy that refuses every connection, for whatever slips past the routes: a port held, but not listened on."""
    with socket.socket() as hole:
        hole.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{hole.getsockname()[1]}"


def _run(chromium: Any, page: FetchedPage, network: _Network, options: FetchOptions) -> str:
    context = chromium.new_context(
        user_agent=options.agent(), java_script_enabled=True, service_workers="block", accept_downloads=False
    )
    tab = context.new_page()
    tab.set_default_timeout(network.meter.left_s() * 1000)
    context.route("**/*", network.answer)
    context.route_web_socket("**/*", lambda web_socket: web_socket.close())
    tab.goto(page.url, wait_until="domcontentloaded")
    _settle(tab, min(SETTLE_S, network.meter.left_s()))
    return str(tab.content())


def _settle(tab: Any, seconds: float) -> None:
    from playwright.sync_api import TimeoutError as NotQuiet

    try:
        tab.wait_for_load_state("networkidle", timeout=seconds * 1000)
    except NotQuiet:
        return  # a page that polls is never quiet; it is taken as it is


class _Network:
    """What the browser gets instead of a network."""

    def __init__(self, page: FetchedPage, options: FetchOptions) -> None:
        self.meter = Meter(options.timeout_s, options.max_bytes)
        self.answered = 0
        self.refused: list[str] = []
        self._page = page
        self._options = options
        self._given = False

    def answer(self, route: Any) -> None:
        """Answers one request of the browser's, or refuses it."""
        request = route.request
        if not self._given and request.is_navigation_request() and request.url.split("#")[0] == self._page.url:
            self._given = True
            kind = self._page.content_type or "text/html"
            route.fulfill(status=200, headers={"content-type": kind}, body=self._page.body)
            return
        if request.method != "GET" or request.resource_type not in WANTED or self.answered >= MAX_REQUESTS:
            route.abort()
            return
        try:
            status, headers, body = self._fetch(request)
        except BELOW as exc:
            self._refuse(route, tell_failure(exc, self.meter))
        except FetchError as exc:
            self._refuse(route, exc)
        else:
            self.answered += 1
            route.fulfill(status=status, headers=headers, body=body)

    def _refuse(self, route: Any, error: FetchError) -> None:
        self.refused.append(f"{show_url(route.request.url)}: {error}")
        route.abort()

    def _fetch(self, request: Any) -> tuple[int, dict[str, str], bytes]:
        target = parse_url(request.url)
        sent = {name: value for name, value in request.headers.items() if name.lower() in SENT_ON}
        sent |= {"User-Agent": self._options.agent(), "Accept-Encoding": "gzip, deflate", "Connection": "close"}
        transport = Transport(self._options, self.meter)
        try:
            # Redirects are followed here: the browser would go after them by itself.
            for _ in range(self._options.max_redirects + 1):
                response = transport.send(target, sent, None)
                headers = Headers(response.raw.headers.items())
                location = headers.get("location")
                if not (location and 300 <= response.status_code < 400):
                    body = read_any_body(response.raw, headers, self._options.max_bytes, self.meter)
                    return response.status_code, _keep_headers(headers), body
                response.close()
                target = join_url(target, location)
            raise TooManyRedirects(f"more than {self._options.max_redirects} redirects")
        finally:
            transport.close()


def _keep_headers(headers: Headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers if name.lower() in KEPT}


def _failed(page: FetchedPage, message: str, hint: str) -> RenderError:
    return RenderError(message, url=page.url, hops=page.hops, hint=hint)
