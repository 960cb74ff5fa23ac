"""A page whose article is built by script, rendered in a headless browser that has no network of its own.

The browser runs below a process of its own (`newsclean.fetch.browser`): a script that never ends can be stopped with it,
and a caller's event loop is not in its way.
"""

from __future__ import annotations

import base64
import dataclasses
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from typing import Any

from .errors import RenderError
from .options import FetchedPage, FetchOptions, Headers

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
START_S = 30.0
"""What a browser may take to start, on a busy machine, beside the time for the page."""


def render_page(page: FetchedPage, *, options: FetchOptions | None = None, browser: str | None = None) -> FetchedPage:
    """The page as it stands after its scripts have run, as UTF-8.

    Args:
        page: a page already fetched, one whose verdict is `script_shell`.
        options: as for `fetch_page`; the deadline counts from when the browser has started.
        browser: the Chromium to use; None: the first that the system has.

    Raises:
        RenderError: playwright or a browser is missing, or the page cannot be rendered.
    """
    options = options or FetchOptions()
    if importlib.util.find_spec("playwright") is None:
        raise _failed(page, "playwright is not installed", "pip install 'newsclean[render]'")
    path = browser or find_browser()
    if path is None:
        raise _failed(page, "no Chromium is installed", "Install one, such as Debian's chromium")
    task = {
        "url": page.url,
        "content_type": page.content_type,
        "body": base64.b64encode(page.body).decode("ascii"),
        "browser": path,
        "options": dataclasses.asdict(replace(options, cache=None)),
    }
    result = _run(page, task, options.timeout_s + START_S)
    if "error" in result:
        raise _failed(page, result["error"], result.get("hint", ""))
    notes = (*page.notes, f"rendered in a browser, {result['answered']} requests answered", *result["refused"])
    content_type = "text/html; charset=utf-8"
    headers = Headers((name, value) for name, value in page.headers if name.lower() != "content-type")
    headers = Headers((*headers, ("Content-Type", content_type)))
    body = result["html"].encode("utf-8", "replace")[: options.max_bytes]
    return replace(page, body=body, headers=headers, content_type=content_type, notes=notes)


def find_browser() -> str | None:
    """The path of the system's Chromium, None where there is none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def _run(page: FetchedPage, task: dict[str, Any], seconds: float) -> dict[str, Any]:
    # The child shall find the same newsclean, wherever this one was imported from.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-m", "newsclean.fetch.browser"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    ) as child:
        try:
            out, _ = child.communicate(json.dumps(task).encode(), timeout=seconds)
            result: dict[str, Any] = json.loads(out)
        except subprocess.TimeoutExpired:
            raise _failed(page, f"its scripts did not end after {seconds:.0f} s", "") from None
        except ValueError as exc:
            raise _failed(page, "the browser's process died", "Try again later") from exc
        finally:
            _kill(child)
    return result


def _kill(child: subprocess.Popen[bytes]) -> None:
    """Ends the child and what it started; the browser goes when its pipe closes."""
    if child.poll() is None:
        if os.name == "posix":
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()


def _failed(page: FetchedPage, message: str, hint: str) -> RenderError:
    return RenderError(message, url=page.url, status=page.status, hops=page.hops, hint=hint or RenderError.advice)
