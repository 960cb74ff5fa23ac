from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from newsclean.batch.fetching import FetchPace, fetch_records
from newsclean.batch.records import Failure, Record
from newsclean.model.errors import FetchError


class Page:
    """What a fetch gives."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.headers = {"content-type": "text/html; charset=utf-8"}
        self.body = url.encode()


class Busy(FetchError):
    """A host that asks for a pause."""

    def __init__(self, retry_after_s: float | None) -> None:
        super().__init__("busy")
        self.retry_after_s = retry_after_s


QUICK = FetchPace(jobs=4, delay_s=0)


def test_pages_come_in_order_beside_records_that_need_none() -> None:
    """Fetched records keep their places among those that bring their page, a path or a failure."""

    def fetch(url: str) -> Page:
        time.sleep(0.02 if url.endswith("0") else 0)
        return Page(url)

    failure = Failure("read", "BadLine")
    records = [
        *(Record(str(n), url=f"https://h{n}.com/{n}") for n in range(20)),
        Record("body", b"<p>", "https://e.com"),
        Record("path", path="x.html"),
        Record("failed", url="https://e.com", failure=failure),
        *(Record(str(n), url=f"https://h{n}.com/{n}") for n in range(20, 30)),
    ]
    found = list(fetch_records(records, fetch, QUICK))
    assert [record.id for record in found] == [record.id for record in records]
    assert found[20:23] == records[20:23]
    assert found[5].body == b"https://h5.com/5"
    assert found[5].content_type == "text/html; charset=utf-8"


def test_one_request_to_a_host_at_a_time() -> None:
    """However many requests run, no host has two of them."""
    running: Counter[str] = Counter()
    guard, most = threading.Lock(), []

    def fetch(url: str) -> Page:
        host = url.split("/")[2]
        with guard:
            running[host] += 1
            most.append(running[host])
        time.sleep(0.002)
        with guard:
            running[host] -= 1
        return Page(url)

    list(fetch_records([Record(str(n), url=f"https://h{n % 3}.com/{n}") for n in range(40)], fetch, QUICK))
    assert max(most) == 1


def test_requests_to_a_host_keep_their_distance() -> None:
    """Between two requests to one host lies the delay that the pace asks for."""
    times: list[float] = []

    def fetch(url: str) -> Page:
        times.append(time.monotonic())
        return Page(url)

    list(fetch_records([Record(str(n), url=f"https://h.com/{n}") for n in range(4)], fetch, FetchPace(delay_s=0.05)))
    assert all(later - earlier >= 0.05 for earlier, later in pairwise(times))


@pytest.mark.parametrize(("pause", "asked"), [(0.01, 2), (None, 1), (3600, 1)])
def test_a_host_that_asks_for_a_pause_is_asked_once_more(pause: float | None, asked: int) -> None:
    """Retry-After is kept, once and not for long; then the failure stands in the record."""
    calls: list[str] = []

    def fetch(url: str) -> Page:
        calls.append(url)
        raise Busy(pause)

    (record,) = fetch_records([Record("a", url="https://h.com")], fetch, QUICK)
    assert record.failure == Failure("fetch", "Busy", "busy")
    assert len(calls) == asked


def test_leaving_early_does_not_wait() -> None:
    """Closing the records cancels what is not fetched yet, and wakes what waits for a host."""
    records = (Record(str(n), url=f"https://h.com/{n}") for n in range(100))
    found = fetch_records(records, Page, FetchPace(jobs=2, delay_s=30))
    assert next(found).body is not None
    found.close()  # type: ignore[attr-defined]
    assert not [thread for thread in threading.enumerate() if "fetch" in thread.name and _alive_after_join(thread)]


def _alive_after_join(thread: threading.Thread) -> bool:
    thread.join(5)
    return thread.is_alive()


def test_hosts_are_asked_side_by_side_and_not_far_ahead() -> None:
    """As many requests run as there are jobs, and of a long list no more is taken than they are busy with."""
    together = threading.Barrier(QUICK.jobs)
    taken: list[int] = []

    def fetch(url: str) -> Page:
        together.wait(timeout=5)
        return Page(url)

    def records() -> Iterator[Record]:
        for number in range(400):
            taken.append(number)
            yield Record(str(number), url=f"https://h{number}.com/")

    found = fetch_records(records(), fetch, QUICK)
    assert [next(found).failure for _ in range(QUICK.jobs)] == [None] * QUICK.jobs
    assert len(taken) <= 3 * QUICK.jobs + 1
    together.abort()
    found.close()  # type: ignore[attr-defined]
