"""A pool of worker processes that a bad page can hurt only once.

Unlike `concurrent.futures`, a worker that dies takes exactly one item with it: the one it was at. The others of its
chunk go to a new worker. Each worker has one chunk at a time, so that neither side ever waits for the other with a
full pipe, and no more is read from the source than the workers can take: memory stays flat.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from newsclean.batch.errors import WorkerStartError
from newsclean.batch.records import Failure
from newsclean.batch.worker import TIMEOUT_EXIT, Limits, Message, call_safely, worker_main
from newsclean.model.errors import OptionError

T = TypeVar("T")
V = TypeVar("V")

START_TIMEOUT_S = 60.0
"""A worker that is not ready by then never will be: importing the package takes well below a second."""
STOP_TIMEOUT_S = 2.0
CHUNK_PAGES = 16
CHUNK_BYTES = 1_000_000
CHUNK_WAIT_S = 0.2
"""A source that needs longer for a chunk is slow: what it has given by then goes out."""
WINDOW_CHUNKS = 4
"""Ordered output keeps at most this many chunks for each worker while it waits for a slow page."""


@dataclass(frozen=True, slots=True)
class PoolOptions:
    """How a pool works. `jobs=0` works in this process, without deadline and memory cap.

    `start_method` is one of `fork`, `forkserver`, `spawn`; None takes Python's own choice for the platform, but never
    `fork` while other threads run. `timeout_s` and `memory_mb`: 0 means no limit.

    Raises:
        OptionError: a number is below 0, or the start method is unknown.
    """

    jobs: int = 1
    timeout_s: float = 10.0
    memory_mb: int = 1024
    ordered: bool = True
    start_method: str | None = None

    def __post_init__(self) -> None:
        for name in ("jobs", "timeout_s", "memory_mb"):
            if not getattr(self, name) >= 0:
                raise OptionError(f"{name} must be 0 or more, not {getattr(self, name)!r}")
        if self.start_method is not None and self.start_method not in multiprocessing.get_all_start_methods():
            raise OptionError(f"this system has no start method {self.start_method!r:.40}")

    @property
    def limits(self) -> Limits:
        """What one page may take."""
        return Limits(self.timeout_s, self.memory_mb)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T, V]):
    """An item and what came of it; `value` means nothing where there is a `failure`."""

    item: T
    value: V | None
    failure: Failure | None


class Worker(Generic[T, V]):
    """One worker process and the pipe to it. Not for several threads at once."""

    def __init__(self, work: Callable[[T], V], limits: Limits, start_method: str | None = None) -> None:
        self._work = work
        self._limits = limits
        self._start_method = start_method
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self.restarts = 0

    @property
    def pipe(self) -> Connection:
        """The parent's end of the pipe to the process, which has been started."""
        assert self._pipe is not None
        return self._pipe

    def launch(self) -> None:
        """Start the process without waiting for it."""
        method = choose_start_method(self._start_method)
        context = multiprocessing.get_context(method)
        self._pipe, theirs = context.Pipe()
        arguments = (theirs, self._work, self._limits, self._pipe if method == "fork" else None)
        process = context.Process(target=worker_main, args=arguments, daemon=True)  # type: ignore[attr-defined]
        try:
            process.start()
        except Exception as exc:  # pickling runs foreign code
            self._pipe.close()
            raise WorkerStartError(f"cannot start a worker: {exc}") from exc
        finally:
            theirs.close()  # else the end of the worker would not show, and later workers would inherit it
        self._process = process

    def await_ready(self) -> None:
        """Wait until the process says that it is ready."""
        try:
            if not self.pipe.poll(START_TIMEOUT_S):
                raise EOFError
            self.pipe.recv()
        except (EOFError, OSError) as exc:
            self.stop()
            raise WorkerStartError("a worker ended before it was ready; its error is on the standard error") from exc

    def restart(self) -> None:
        """End what is left of the process and start a new one."""
        self.stop()
        self.restarts += 1
        self.launch()
        self.await_ready()

    def send(self, items: list[T]) -> None:
        """Hand over a chunk; only when the last one is answered."""
        try:
            self.pipe.send(items)
        except OSError:  # it died while idle, at nobody's fault
            self.restart()
            self.pipe.send(items)

    def receive(self) -> Message | None:
        """The next message, or None where the process has died."""
        try:
            message: Message = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return message

    def cause_of_death(self) -> Failure:
        """Why the process ended, told by its exit code."""
        assert self._process is not None
        self._process.join(STOP_TIMEOUT_S)
        code = self._process.exitcode
        if code == TIMEOUT_EXIT:
            return Failure("timeout", "PageTimeout", f"not done after {self._limits.timeout_s:g} s")
        if code is not None and code < 0:
            return Failure("crash", "WorkerCrash", f"the worker was ended by {signal.Signals(-code).name}")
        return Failure("crash", "WorkerCrash", f"the worker ended with exit code {code}")

    def call(self, item: T) -> Outcome[T, V]:
        """Clean one item; starts the process if need be."""
        if self._process is None:
            self.launch()
            self.await_ready()
        self.send([item])
        message = self.receive()
        if message is None:
            outcome: Outcome[T, V] = Outcome(item, None, self.cause_of_death())
            self.restart()
            return outcome
        if message.last:
            self.restart()
        return Outcome(item, message.value, message.failure)

    def stop(self) -> None:
        """End the process, at once where it is busy."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(STOP_TIMEOUT_S)
        self._pipe = self._process = None


@dataclass(slots=True)
class _Desk(Generic[T, V]):
    """A worker and the items it has yet to answer, each with its number in the order of the input."""

    worker: Worker[T, V]
    todo: deque[tuple[int, T]] = field(default_factory=deque)


class Pool(Generic[T, V]):
    """Calls `work` on items in worker processes; `work` must pickle.

    `restarts` counts workers started anew; `cpu_s` is the processor time of the workers, but for pages they died of.
    """

    def __init__(self, work: Callable[[T], V], options: PoolOptions) -> None:
        self._work = work
        self._options = options
        self._desks: list[_Desk[T, V]] = []
        self._again: deque[list[tuple[int, T]]] = deque()
        self.restarts = 0
        self.cpu_s = 0.0

    def map(self, items: Iterable[T]) -> Generator[Outcome[T, V], None, None]:
        """One outcome for each item, in the order of the input where the options say so; lazy.

        Closing the generator, or an exception in it, ends the workers.
        """
        if self._options.jobs == 0:
            yield from self._map_here(items)
            return
        chunks = _chunks(items)
        try:
            self._open()
            released = self._run(chunks)
            yield from _in_order(released) if self._options.ordered else (outcome for _, outcome in released)
        finally:
            self._close()

    def _map_here(self, items: Iterable[T]) -> Iterator[Outcome[T, V]]:
        for item in items:
            since_s = time.process_time()
            message = call_safely(self._work, item)
            self.cpu_s += time.process_time() - since_s
            yield Outcome(item, message.value, message.failure)

    def _open(self) -> None:
        options = self._options
        for _ in range(options.jobs):
            worker = Worker(self._work, options.limits, options.start_method)
            worker.launch()
            self._desks.append(_Desk(worker))
        for desk in self._desks:
            desk.worker.await_ready()

    def _close(self) -> None:
        for desk in self._desks:
            desk.worker.stop()
        self._desks.clear()
        self._again.clear()

    def _run(self, chunks: Iterator[list[tuple[int, T]]]) -> Iterator[tuple[int, Outcome[T, V]]]:
        ahead = next(chunks, None)
        while True:
            for desk in self._desks:
                if not desk.todo and self._may_go_on(ahead):
                    ahead = self._hand_out(desk, ahead, chunks)
            busy = {desk.worker.pipe: desk for desk in self._desks if desk.todo}
            if not busy:
                return
            for pipe in wait(list(busy)):
                yield from self._collect(busy[pipe])  # type: ignore[index]

    def _may_go_on(self, ahead: list[tuple[int, T]] | None) -> bool:
        """False where a slow page holds up the order and enough is waiting behind it."""
        if not self._options.ordered or ahead is None or self._again:
            return True
        oldest = min((desk.todo[0][0] for desk in self._desks if desk.todo), default=ahead[0][0])
        return ahead[0][0] - oldest < WINDOW_CHUNKS * CHUNK_PAGES * self._options.jobs

    def _hand_out(
        self, desk: _Desk[T, V], ahead: list[tuple[int, T]] | None, chunks: Iterator[list[tuple[int, T]]]
    ) -> list[tuple[int, T]] | None:
        chunk = self._again.popleft() if self._again else ahead
        if chunk is None:
            return None
        desk.todo.extend(chunk)
        desk.worker.send([item for _, item in chunk])
        return next(chunks, None) if chunk is ahead else ahead

    def _collect(self, desk: _Desk[T, V]) -> Iterator[tuple[int, Outcome[T, V]]]:
        message = desk.worker.receive()
        number, item = desk.todo.popleft()
        if message is None:
            message = Message(None, desk.worker.cause_of_death(), last=True)
        self.cpu_s += message.cpu_s
        if message.last:
            if desk.todo:
                self._again.append(list(desk.todo))
                desk.todo.clear()
            desk.worker.restart()
            self.restarts += 1
        yield number, Outcome(item, message.value, message.failure)


def choose_start_method(wanted: str | None) -> str:
    """How a worker is started: as wanted, else Python's choice, but no fork beside threads: their locks stay locked."""
    if wanted is not None:
        return wanted
    method = multiprocessing.get_context().get_start_method()
    if method == "fork" and threading.active_count() > 1:
        return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return method


def _chunks(items: Iterable[T]) -> Iterator[list[tuple[int, T]]]:
    """Numbered items in chunks that grow from one to CHUNK_PAGES, so that the first results come soon."""
    chunk: list[tuple[int, T]] = []
    limit, size, began = 1, 0, time.monotonic()
    for number, item in enumerate(items):
        chunk.append((number, item))
        size += _size(item)
        if len(chunk) >= limit or size >= CHUNK_BYTES or time.monotonic() - began > CHUNK_WAIT_S:
            yield chunk
            limit, size = min(CHUNK_PAGES, limit * 2), 0
            chunk, began = [], time.monotonic()
    if chunk:
        yield chunk


def _size(item: Any) -> int:
    body = getattr(item, "body", None)
    return len(body) if isinstance(body, bytes | str) else 0


def _in_order(numbered: Iterator[tuple[int, Outcome[T, V]]]) -> Iterator[Outcome[T, V]]:
    waiting: dict[int, Outcome[T, V]] = {}
    following = 0
    for number, outcome in numbered:
        waiting[number] = outcome
        while following in waiting:
            yield waiting.pop(following)
            following += 1
