"""A folder of pages that were fetched before, kept and asked for anew by the rules of HTTP (RFC 9111).

requests-cache decides what is fresh, and sends If-None-Match and If-Modified-Since for what is not. What it stores has been
read here before, within the limits: it would itself unpack whatever comes.
"""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path
from typing import Any

import requests
from urllib3 import HTTPHeaderDict, HTTPResponse

from newsclean.model.errors import OptionError

from .body import read_page_body
from .deadline import Meter
from .options import FetchOptions, Headers
from .session import Guard, GuardedAdapter

FRESH_S = 3600
"""How long a page counts as fresh whose server does not say."""

KEPT_STATUSES = (200, 301, 308)
UNPACKED = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that are no longer true of a body that has been read."""


class PageCache:
    """Answers from the folder `options.cache` where it may, and else by way of the guard; close it.

    Raises:
        OptionError: requests-cache is not installed, or the folder cannot be used.
    """

    def __init__(self, options: FetchOptions, guard: Guard, meter: Meter) -> None:
        assert options.cache is not None
        try:
            from requests_cache import CachedSession
            from requests_cache.backends.sqlite import SQLiteCache
        except ImportError as exc:
            raise OptionError("a cache needs requests-cache: pip install 'newsclean[cache]'") from exc
        self._folder = Path(options.cache)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # As JSON, since a pickle could run whatever code someone puts into the folder.
            backend = SQLiteCache(self._folder / "pages.sqlite", serializer="json", wal=True)
            self._session: requests.Session = CachedSession(
                backend=backend, cache_control=True, expire_after=FRESH_S, allowable_codes=KEPT_STATUSES
            )
        except (OSError, sqlite3.Error) as exc:
            raise self._broken(exc) from exc
        self._session.trust_env = False
        adapter = _ReadingAdapter(guard, meter, options.max_bytes)
        self._session.mount("http://", adapter)
        self._session.mount("https://", adapter)

    def send(self, request: requests.PreparedRequest, **settings: Any) -> requests.Response:
        """The response, kept or new; redirects are not followed."""
        try:
            return self._session.send(request, stream=True, allow_redirects=False, **settings)
        except sqlite3.Error as exc:
            raise self._broken(exc) from exc

    def close(self) -> None:
        """Lets go of the folder."""
        self._session.close()

    def _broken(self, exc: Exception) -> OptionError:
        return OptionError(f"cache: the folder {self._folder} cannot be used ({exc})")


class _ReadingAdapter(GuardedAdapter):
    """A guarded adapter whose responses are read to their end, unpacked."""

    def __init__(self, guard: Guard, meter: Meter, max_bytes: int) -> None:
        self._meter = meter
        self._max_bytes = max_bytes
        super().__init__(guard)

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """The response, in memory; one that is no page has an empty body."""
        response = super().send(request, *args, **{**kwargs, "stream": True})
        raw: Any = response.raw
        headers = Headers((str(name), str(value)) for name, value in raw.headers.items())
        try:
            body = b""
            if response.status_code == requests.codes.ok:
                body, _ = read_page_body(raw, headers, self._max_bytes, self._meter)
        finally:
            response.close()
        kept = HTTPHeaderDict([pair for pair in headers if pair[0].lower() not in UNPACKED])
        response.headers.clear()
        response.headers.update(kept)
        response.raw = HTTPResponse(
            io.BytesIO(body),
            kept,
            response.status_code,
            version=11,
            reason=response.reason,
            preload_content=False,
            request_url=request.path_url,
        )
        return response
