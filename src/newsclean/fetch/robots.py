"""robots.txt by RFC 9309: what may be fetched, and how fast."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MAX_ROBOTS_BYTES = 512 * 1024
"""More than this of a robots.txt is not read; the RFC asks for 500 KiB."""

MAX_ROBOTS_REDIRECTS = 5
MAX_AGE_S = 24 * 3600.0
MAX_FAILURE_AGE_S = 600.0
"""How long a robots.txt that could not be read counts as a no."""

MAX_ORIGINS = 10_000

Origin = tuple[str, str, int]

_TOKEN = re.compile(r"[A-Za-z_\-]+")


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """What one origin's robots.txt says; `failure` tells why it could not be read, which forbids everything."""

    parsed: Any = None
    failure: str = ""

    def allows(self, url: str, agent: str) -> bool:
        """Whether a crawler of that User-Agent may fetch an address."""
        if self.failure:
            return False
        return self.parsed is None or bool(self.parsed.can_fetch(url, parse_token(agent)))

    def find_delay(self, agent: str) -> float | None:
        """The seconds between requests that are asked for, None where none are."""
        delay = self.parsed.crawl_delay(parse_token(agent)) if self.parsed is not None else None
        return float(delay) if delay else None


ALLOW_ALL = RobotsRules()


def parse_robots(status: int, body: bytes) -> RobotsRules:
    """The rules of an answer to a request for robots.txt: 4xx allows everything, 5xx nothing."""
    if status >= 500:
        return RobotsRules(failure=f"the server answered {status}")
    if not 200 <= status < 300:
        return ALLOW_ALL
    from protego import Protego

    text = body[:MAX_ROBOTS_BYTES].decode("utf-8-sig", "replace")
    return RobotsRules(parsed=Protego.parse(text))


def parse_token(agent: str) -> str:
    """The product token of a User-Agent, by which robots.txt names it.

    >>> parse_token("newsclean/1.0 (+https://example.org)")
    'newsclean'
    """
    match = _TOKEN.match(agent)
    return match[0] if match else agent


class RobotsCache:
    """Rules by origin, each kept for a day; one may serve many threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: dict[Origin, tuple[float, RobotsRules]] = {}

    def find(self, origin: Origin) -> RobotsRules | None:
        """The rules of an origin, None where they are not known or too old."""
        with self._lock:
            kept = self._kept.get(origin)
        if kept is None:
            return None
        since, rules = kept
        fresh = self._clock() - since < (MAX_FAILURE_AGE_S if rules.failure else MAX_AGE_S)
        return rules if fresh else None

    def keep(self, origin: Origin, rules: RobotsRules) -> None:
        """Remembers the rules of an origin; the one known longest makes room."""
        with self._lock:
            self._kept.pop(origin, None)
            while len(self._kept) >= MAX_ORIGINS:
                del self._kept[next(iter(self._kept))]
            self._kept[origin] = (self._clock(), rules)
