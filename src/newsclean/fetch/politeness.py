"""Fetching many pages with manners: robots.txt, pauses for each host, and patience with busy servers."""

from __future__ import annotations

import functools
import random
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from .errors import FetchError, HttpStatus
from .failures import RETRYABLE
from .fetcher import fetch_page
from .options import FetchedPage, Fetcher, FetchOptions
from .robots import Origin, RobotsCache
from .urls import parse_url

DELAY_S = 1.0
RETRIES = 2
MAX_WAIT_S = 60.0
"""A server that asks for a longer pause is left alone: its page is an error, with the pause in it."""

MAX_CRAWL_DELAY_S = 30.0
BACKOFF_S = 2.0
"""The first pause where a server names none; each further one is twice as long."""


class HostTimes:
    """When each origin may be asked next; one may serve many threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._free_at: dict[Origin, float] = {}

    def reserve(self, origin: Origin, delay_s: float) -> float:
        """The seconds to wait before asking; the next who reserves waits `delay_s` longer."""
        with self._lock:
            now = self._clock()
            start = max(now, self._free_at.get(origin, now))
            self._free_at[origin] = start + delay_s
            return start - now

    def postpone(self, origin: Origin, pause_s: float) -> None:
        """Nobody asks the origin for so many seconds."""
        with self._lock:
            self._free_at[origin] = max(self._free_at.get(origin, 0.0), self._clock() + pause_s)


class PoliteFetcher:
    """A `Fetcher` for many pages, to be made once and called from any number of threads.

    It obeys robots.txt unless `ignore_robots` is True, leaves `delay_s` (or the site's Crawl-delay, if longer) between
    two requests to a host, and asks again after 408, 425, 429, 500, 502, 503 and 504: after the pause in Retry-After,
    or after a growing one. Whoever sets `stop` ends its pauses, and each fetch that is pausing with an error.
    """

    def __init__(
        self,
        *,
        delay_s: float = DELAY_S,
        retries: int = RETRIES,
        max_wait_s: float = MAX_WAIT_S,
        options: FetchOptions | None = None,
        fetch: Fetcher | None = None,
        times: HostTimes | None = None,
    ) -> None:
        self.robots = RobotsCache()
        self.stop = threading.Event()
        self.options = options or FetchOptions()
        self._delay_s = delay_s
        self._retries = retries
        self._max_wait_s = max_wait_s
        self._fetch = fetch or functools.partial(fetch_page, robots=self.robots)
        self._times = times or HostTimes()

    def __call__(self, url: str, *, options: FetchOptions | None = None) -> FetchedPage:
        """The page at an address, when its host may be asked for it; `options` in place of the fetcher's own."""
        options = _obey(options or self.options)
        origin = parse_url(url).origin
        for attempt in range(self._retries + 1):
            self._wait(origin, options)
            try:
                return self._fetch(url, options=options)
            except FetchError as error:
                pause_s = self._find_pause(error, attempt)
                if pause_s is None:
                    raise
                self._times.postpone(origin, pause_s)
        raise AssertionError("the last attempt returns or raises")

    def _wait(self, origin: Origin, options: FetchOptions) -> None:
        rules = self.robots.find(origin)
        asked_s = rules.find_delay(options.agent()) if rules and not options.ignore_robots else None
        wait_s = self._times.reserve(origin, max(self._delay_s, min(asked_s or 0.0, MAX_CRAWL_DELAY_S)))
        if self.stop.wait(wait_s):
            raise FetchError("stopped while waiting for its turn", hint="Fetch it in another run")

    def _find_pause(self, error: FetchError, attempt: int) -> float | None:
        """The seconds to wait before asking again, None where that would not help."""
        if not isinstance(error, HttpStatus) or error.status not in RETRYABLE or attempt >= self._retries:
            return None
        pause_s = error.retry_after_s
        if pause_s is None:
            # Jitter, so that many crawlers turned away at once do not come back at once.
            pause_s = BACKOFF_S * 2**attempt * random.uniform(0.5, 1.5)  # noqa: S311
        return pause_s if pause_s <= self._max_wait_s else None


def _obey(options: FetchOptions) -> FetchOptions:
    if options.ignore_robots is not None:
        return options
    return replace(options, ignore_robots=False)
