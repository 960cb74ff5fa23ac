"""Fetches the records that have only a URL, a few at a time, in their order, one request to a host at a time."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol

from newsclean.batch.records import Failure, Record
from newsclean.model.errors import NewscleanError
from newsclean.model.hosts import find_host

MAX_RETRY_WAIT_S = 60.0
"""A host that asks for a longer pause is not asked again in this run."""


class Fetched(Protocol):
    """What a batch needs of `newsclean.fetch`'s page."""

    @property
    def url(self) -> str:
        """The final address."""
        ...

    @property
    def headers(self) -> Any:
        """Of the response."""
        ...

    @property
    def body(self) -> bytes:
        """As received, unpacked."""
        ...


Fetch = Callable[[str], Fetched]


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPace:
    """How a batch fetches: `jobs` requests at a time, to one host one at a time and `delay_s` apart."""

    jobs: int = 8
    delay_s: float = 1.0


def fetch_records(
    records: Iterable[Record], fetch: Fetch | None = None, pace: FetchPace | None = None
) -> Iterator[Record]:
    """The records, in their order, those that have only a URL with their page, or with the failure to get it."""
    pace = pace or FetchPace()
    hosts = _Hosts(fetch or _make_fetcher(pace.delay_s), pace.delay_s)
    window: deque[Record | Future[Record]] = deque()
    with ThreadPoolExecutor(pace.jobs, thread_name_prefix="newsclean-fetch") as executor:
        try:
            for record in records:
                window.append(executor.submit(hosts.fetch, record) if needs_fetch(record) else record)
                while window and (len(window) > 2 * pace.jobs or not isinstance(window[0], Future)):
                    yield _result(window.popleft())
            while window:
                yield _result(window.popleft())
        finally:
            hosts.stop.set()
            executor.shutdown(wait=False, cancel_futures=True)


def needs_fetch(record: Record) -> bool:
    """True where the record has a URL and nothing else to clean."""
    return record.url is not None and record.body is None and record.path is None and record.failure is None


class _Hosts:
    """When each host was last asked, and the lock that its next request waits for."""

    def __init__(self, fetch: Fetch, delay_s: float) -> None:
        # A fetcher that pauses by itself does so only until the batch is ended, and has tried again where that helps.
        own: threading.Event | None = getattr(fetch, "stop", None)
        self.stop = own or threading.Event()
        self.stop.clear()
        self._retries = own is None
        self._fetch = fetch
        self._delay_s = delay_s
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._free_at: dict[str, float] = {}

    def fetch(self, record: Record) -> Record:
        """The record with its page, or with a failure."""
        assert record.url is not None
        host = find_host(record.url)
        with self._guard:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            return self._fetch_twice(record, host)

    def _fetch_twice(self, record: Record, host: str) -> Record:
        for last in (False, True):
            if self.stop.wait(max(0.0, self._free_at.get(host, 0.0) - time.monotonic())):
                break
            try:
                return self._fetch_once(record, host)
            except NewscleanError as exc:
                pause = getattr(exc, "retry_after_s", None)
                if last or not self._retries or pause is None or pause > MAX_RETRY_WAIT_S:
                    return dataclasses.replace(record, failure=Failure("fetch", type(exc).__name__, str(exc)[:500]))
                self._free_at[host] = time.monotonic() + pause
        return dataclasses.replace(record, failure=Failure("fetch", "Interrupted", "the batch was ended"))

    def _fetch_once(self, record: Record, host: str) -> Record:
        assert record.url is not None
        try:
            page = self._fetch(record.url)
        finally:
            self._free_at[host] = time.monotonic() + self._delay_s
        meta = dict(record.meta) if page.url == record.url else {**record.meta, "url_asked": record.url}
        hops = getattr(page, "hops", ())
        if hops:
            meta["redirects"] = [f"{status} {url}" for url, status in hops]
        content_type = {str(key).lower(): str(value) for key, value in page.headers.items()}.get("content-type")
        return dataclasses.replace(record, body=page.body, url=page.url, content_type=content_type, meta=meta)


def _result(entry: Record | Future[Record]) -> Record:
    return entry.result() if isinstance(entry, Future) else entry


def _make_fetcher(delay_s: float) -> Fetch:
    from newsclean.fetch.politeness import PoliteFetcher

    return PoliteFetcher(delay_s=delay_s)
