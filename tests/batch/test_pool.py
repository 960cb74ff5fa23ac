from __future__ import annotations

import faulthandler
import os
import signal
import threading
import time
from typing import Any

import pytest

from newsclean.batch.errors import WorkerStartError
from newsclean.batch.pool import CHUNK_PAGES, WINDOW_CHUNKS, Pool, PoolOptions, Worker, _chunks, choose_start_method
from newsclean.batch.records import Record
from newsclean.batch.worker import Limits

DEADLINE_S = 0.5


def misbehave(item: Any) -> Any:
    """The item itself, unless it names a way to go wrong."""
    match item:
        case "sleep":
            time.sleep(100)
        case "hold the interpreter":
            return sum(1 for _ in iter(int, 1))
        case "grow":
            return bytes(4 << 30)
        case "exit":
            os._exit(7)
        case "segfault":
            faulthandler.disable()
            os.kill(os.getpid(), signal.SIGSEGV)
        case "raise":
            raise ValueError("no")
        case "recurse":
            return misbehave_deeply(item)
        case "unpicklable":
            return lambda: 0
    return item


def misbehave_deeply(item: Any) -> Any:
    return misbehave_deeply(item)


BAD = {
    "sleep": ("timeout", "PageTimeout"),
    "hold the interpreter": ("timeout", "PageTimeout"),
    "grow": ("memory", "OutOfMemory"),
    "exit": ("crash", "WorkerCrash"),
    "segfault": ("crash", "WorkerCrash"),
    "raise": ("error", "ValueError"),
    "recurse": ("error", "RecursionError"),
    "unpicklable": ("error", "AttributeError"),
}
FATAL = ("sleep", "hold the interpreter", "grow", "exit", "segfault")


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("ordered", [True, False])
def test_a_bad_item_costs_one_failure_and_at_most_one_restart(bad: str, ordered: bool) -> None:
    """Whatever an item does, it alone fails, and a worker is started anew only where one died."""
    items = [*range(20), bad, *range(20, 60)]
    pool: Pool[Any, Any] = Pool(misbehave, PoolOptions(jobs=2, timeout_s=DEADLINE_S, memory_mb=512, ordered=ordered))
    outcomes = list(pool.map(items))
    failures = [outcome for outcome in outcomes if outcome.failure is not None]
    assert [outcome.item for outcome in failures] == [bad]
    assert (failures[0].failure.kind, failures[0].failure.name) == BAD[bad]  # type: ignore[union-attr]
    assert sorted(map(str, (outcome.item for outcome in outcomes))) == sorted(map(str, items))
    assert all(outcome.value == outcome.item for outcome in outcomes if outcome.failure is None)
    assert pool.restarts == (bad in FATAL)


def test_order_is_kept_over_restarts() -> None:
    """Ordered output has the order of the input also where workers die in between."""
    items = [*range(30), "exit", *range(30), "sleep", "segfault", *range(30)]
    pool: Pool[Any, Any] = Pool(misbehave, PoolOptions(jobs=3, timeout_s=DEADLINE_S))
    assert [outcome.item for outcome in pool.map(items)] == items


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_every_start_method_works(method: str) -> None:
    """Deadline and results are the same however a worker is started."""
    pool: Pool[float, None] = Pool(time.sleep, PoolOptions(jobs=2, timeout_s=DEADLINE_S, start_method=method))
    kinds = [outcome.failure and outcome.failure.kind for outcome in pool.map([0, 0, 100, 0])]
    assert kinds == [None, None, "timeout", None]


def test_no_fork_beside_other_threads() -> None:
    """While other threads run, their locks could stay locked in a forked child."""
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        assert choose_start_method(None) != "fork"
        assert choose_start_method("fork") == "fork"
    finally:
        release.set()
        thread.join()


@pytest.mark.parametrize("ordered", [True, False])
def test_no_more_is_read_than_the_workers_take(ordered: bool) -> None:
    """While nobody takes results, or while a slow item holds up the order, the source is left alone."""
    read: list[int] = []

    def source() -> Any:
        for number in range(100_000):
            read.append(number)
            yield number

    pool: Pool[Any, Any] = Pool(misbehave, PoolOptions(jobs=2, ordered=ordered))
    results = pool.map(source())
    for _ in range(100):
        next(results)
    assert len(read) < 100 + 2 * 2 * WINDOW_CHUNKS * CHUNK_PAGES
    results.close()


def test_a_slow_item_does_not_pile_up_the_others() -> None:
    """Ordered output waits for a slow item with a bounded number of results behind it."""
    read: list[Any] = []

    def source() -> Any:
        for item in ["sleep", *range(5000)]:
            read.append(item)
            yield item

    pool: Pool[Any, Any] = Pool(misbehave, PoolOptions(jobs=2, timeout_s=DEADLINE_S))
    results = pool.map(source())
    assert next(results).failure is not None
    assert len(read) <= 2 * WINDOW_CHUNKS * CHUNK_PAGES + 4 * CHUNK_PAGES
    results.close()


def test_closing_the_results_ends_the_workers() -> None:
    """No process is left when the loop over the results is left early."""
    pool: Pool[Any, Any] = Pool(lambda_free_pid, PoolOptions(jobs=2, start_method="fork"))
    results = pool.map(range(1000))
    pids = {next(results).value for _ in range(50)}
    results.close()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def lambda_free_pid(item: Any) -> int:
    return os.getpid()


def test_an_error_of_the_source_comes_through() -> None:
    """A source that breaks ends the loop with its own error, after the workers are ended."""

    def source() -> Any:
        yield 1
        raise KeyError("source")

    pool: Pool[Any, Any] = Pool(misbehave, PoolOptions(jobs=1))
    with pytest.raises(KeyError, match="source"):
        list(pool.map(source()))


def test_work_that_does_not_pickle_is_told_at_once() -> None:
    """A pool that cannot start says so instead of starting workers over and over."""
    pool: Pool[Any, Any] = Pool(lambda item: item, PoolOptions(jobs=1, start_method="spawn"))
    with pytest.raises(WorkerStartError, match="cannot start"):
        list(pool.map([1]))


def test_without_jobs_the_work_is_done_here() -> None:
    """`jobs=0` starts no process, and still turns errors into failures."""
    pool: Pool[Any, Any] = Pool(misbehave, PoolOptions(jobs=0))
    assert [outcome.failure and outcome.failure.name for outcome in pool.map([1, "raise", 2])] == [
        None,
        "ValueError",
        None,
    ]


def test_one_worker_called_item_by_item() -> None:
    """A worker used alone gives an outcome for each call and is there again after a bad one."""
    worker: Worker[Any, Any] = Worker(misbehave, Limits(DEADLINE_S, 512))
    try:
        kinds = [(o := worker.call(item)).failure and o.failure.kind for item in (1, "exit", 2, "grow", "sleep", 3)]
    finally:
        worker.stop()
    assert kinds == [None, "crash", None, "memory", "timeout", None]
    assert worker.restarts == 3


def test_chunks_grow_until_they_are_heavy() -> None:
    """The first results come soon, and no worker is handed many megabytes at once."""
    light, heavy = [Record(str(n), "x") for n in range(40)], [Record(str(n), "x" * 600_000) for n in range(7)]
    assert [len(chunk) for chunk in _chunks(light)] == [1, 2, 4, 8, 16, 9]
    assert [len(chunk) for chunk in _chunks(heavy)] == [1, 2, 2, 2]
