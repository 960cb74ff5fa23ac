"""The process that drives the browser for `render_page`: a task as JSON on stdin, its result as JSON on stdout.

Every request of the browser is answered from here, by way of the same guard as any other fetch: private addresses stay
out of a script's reach, too.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import socket
import sys
from collections.abc import Iterator
from typing import Any

from .body import read_any_body
from .deadline import Meter
from .errors import FetchError, FetchTimeout, TooManyRedirects
from .failures import BELOW, tell_failure
from .options import FetchOptions, Headers
from .session import Transport
from .urls import join_url, parse_url, show_url

SETTLE_S = 3.0
"""How long a page may go on loading before it is taken as it is, at most."""

MAX_REQUESTS = 100
MAX_REFUSED_NOTES = 5
WANTED = frozenset({"document", "script", "xhr", "fetch"})
"""What builds text; pictures, fonts, style sheets and sockets are refused."""

SENT_ON = frozenset({"accept", "accept-language", "content-type", "referer", "x-requested-with"})
"""Of the browser's request headers."""

KEPT = frozenset({"content-type", "access-control-allow-origin", "access-control-allow-credentials"})
"""Of the response headers, those that a script's work depends on."""

ARGUMENTS = (
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--disable-gpu",
    "--disable-quic", "--disable-sync", "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--dns-prefetch-disable", "--disable-features=DnsOverHttps", "--js-flags=--max-old-space-size=512",
)  # fmt: skip
READ_PAGE = "limit => '<!DOCTYPE html>' + document.documentElement.outerHTML.slice(0, limit)"


def main() -> None:
    """Reads a task, renders its page, writes the result."""
    task = json.load(sys.stdin)
    options = task["options"]
    for name in ("allow_networks", "headers"):
        options[name] = tuple(tuple(entry) if isinstance(entry, list) else entry for entry in options[name])
    json.dump(_render(task, FetchOptions(**options)), sys.stdout)


def _render(task: dict[str, Any], options: FetchOptions) -> dict[str, Any]:
    from playwright.sync_api import Error, sync_playwright

    try:
        with _dead_end() as dead_end, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=task["browser"],
                args=list(ARGUMENTS),
                # Chromium's own sandbox does not work for root.
                chromium_sandbox=os.name == "posix" and os.geteuid() != 0,
                proxy={"server": dead_end, "bypass": "<-loopback>"},
            )
            try:
                network = _Network(task, options)
                html = _load(chromium, network, options)
            finally:
                chromium.close()
    except Error as exc:
        return {"error": f"the browser failed ({str(exc).splitlines()[0][:120]})"}
    except FetchTimeout as exc:
        return {"error": str(exc), "hint": exc.hint}
    return {"html": html, "answered": network.answered, "refused": network.refused[:MAX_REFUSED_NOTES]}


@contextlib.contextmanager
def _dead_end() -> Iterator[str]:
    """A proxy that refuses every connection, for whatever slips past the routes: a port held, but not listened on."""
    with socket.socket() as hole:
        hole.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{hole.getsockname()[1]}"


def _load(chromium: Any, network: _Network, options: FetchOptions) -> str:
    context = chromium.new_context(user_agent=options.agent(), service_workers="block", accept_downloads=False)
    context.route("**/*", network.answer)
    context.route_web_socket("**/*", lambda web_socket: web_socket.close())
    tab = context.new_page()
    tab.set_default_timeout(network.meter.left_s() * 1000)
    tab.goto(network.url, wait_until="domcontentloaded")
    _settle(tab, min(SETTLE_S, network.meter.left_s()))
    return str(tab.evaluate(READ_PAGE, options.max_bytes))


def _settle(tab: Any, seconds: float) -> None:
    from playwright.sync_api import TimeoutError as NotQuiet

    try:
        tab.wait_for_load_state("networkidle", timeout=seconds * 1000)
    except NotQuiet:
        return  # a page that polls is never quiet; it is taken as it is


class _Network:
    """What the browser gets instead of a network."""

    def __init__(self, task: dict[str, Any], options: FetchOptions) -> None:
        self.url: str = task["url"]
        self.meter = Meter(options.timeout_s, options.max_bytes)
        self.answered = 0
        self.refused: list[str] = []
        self._body = base64.b64decode(task["body"])
        self._kind: str = task["content_type"] or "text/html"
        self._options = options
        self._given = False

    def answer(self, route: Any) -> None:
        """Answers one request of the browser's, or refuses it."""
        request = route.request
        is_navigation = request.is_navigation_request()
        if is_navigation and not self._given and request.url.split("#")[0] == self.url:
            self._given = True
            route.fulfill(status=200, headers={"content-type": self._kind}, body=self._body)
            return
        wanted = request.method == "GET" and request.resource_type in WANTED
        wanted = wanted and not (is_navigation and _is_elsewhere(request))
        if not wanted or self.answered >= MAX_REQUESTS:
            route.abort()
            return
        try:
            status, headers, body = self._fetch(request)
        except FetchError as exc:
            self._refuse(route, exc)
        except BELOW as exc:
            self._refuse(route, tell_failure(exc, self.meter))
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


def _is_elsewhere(request: Any) -> bool:
    """Whether a navigation is a frame's inside the page, or a new window's, which has no frame yet."""
    from playwright.sync_api import Error

    try:
        return request.frame.parent_frame is not None
    except Error:
        return True


def _keep_headers(headers: Headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers if name.lower() in KEPT}


if __name__ == "__main__":
    main()
