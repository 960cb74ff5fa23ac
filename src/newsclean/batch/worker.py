"""The inside of a worker process: takes chunks of items, sends back one message for each item, in order.

A page's deadline is kept by the kernel (an alarm that ends the process), so that it holds inside C code, too, and needs
nobody to watch. The memory cap is a limit on the address space, counted from what the worker took at its start.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from newsclean.batch.errors import PageError
from newsclean.batch.records import Failure
from newsclean.model.errors import FetchError, NewscleanError

HAS_ALARM = hasattr(signal, "setitimer")
TIMEOUT_EXIT = -signal.SIGALRM if HAS_ALARM else 1
"""The exit code of a worker that its deadline ended: by signal, or by faulthandler where there is no alarm."""
MAX_MESSAGE_CHARS = 500


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may take: seconds, and MiB on top of what the worker took at its start; 0 means no limit."""

    timeout_s: float = 10.0
    memory_mb: int = 1024


class Message(NamedTuple):
    """One item's outcome on its way to the parent; `last` says that the worker ends itself after it.

    `cpu_s` is the processor time that the worker took since its last message.
    """

    value: Any
    failure: Failure | None
    last: bool = False
    cpu_s: float = 0.0


def worker_main(
    connection: Connection, work: Callable[[Any], Any], limits: Limits, inherited: Connection | None = None
) -> None:
    """Serve chunks until the pipe closes or sends None. The first message says that the worker is ready.

    `inherited` is the parent's end, which a fork copies: while it is open here, the end of the parent does not show.
    """
    if inherited is not None:
        inherited.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    cap_memory(limits.memory_mb)
    connection.send(Message(os.getpid(), None))
    since_s = time.process_time()
    with contextlib.suppress(EOFError, OSError):  # the parent is gone: so is the reason to work
        while (chunk := connection.recv()) is not None:
            for item in chunk:
                message = _answer(work, item, limits.timeout_s)
                now_s = time.process_time()
                _send(connection, message._replace(cpu_s=now_s - since_s))
                since_s = now_s
                if message.last:
                    return


def call_safely(work: Callable[[Any], Any], item: Any) -> Message:
    """The outcome of `work(item)`, never an exception."""
    try:
        return Message(work(item), None)
    except PageError as exc:
        return Message(None, exc.failure)
    except MemoryError:
        return Message(None, Failure("memory", "OutOfMemory", "the page took more memory than allowed"), last=True)
    except FetchError as exc:
        return Message(None, _failure("fetch", exc))
    except NewscleanError as exc:
        return Message(None, _failure("error" if type(exc) is NewscleanError else "input", exc))
    except Exception as exc:  # noqa: BLE001 (one page must never end the batch, whatever a plug-in raises)
        return Message(None, _failure("error", exc))


def cap_memory(memory_mb: int) -> None:
    """Limit this process to `memory_mb` MiB of address space more than it has now, where the system can."""
    if not memory_mb or not sys.platform.startswith("linux"):
        return
    import resource

    with open("/proc/self/statm", encoding="ascii") as statm:
        taken = int(statm.read().split()[0]) * resource.getpagesize()
    cap = taken + memory_mb * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        cap = min(cap, hard)
    resource.setrlimit(resource.RLIMIT_AS, (cap, hard))


def _answer(work: Callable[[Any], Any], item: Any, timeout_s: float) -> Message:
    _start_deadline(timeout_s)
    try:
        return call_safely(work, item)
    finally:
        _stop_deadline(timeout_s)


def _start_deadline(timeout_s: float) -> None:
    if not timeout_s:
        return
    if HAS_ALARM:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, timeout_s)
    else:
        faulthandler.dump_traceback_later(timeout_s, exit=True)


def _stop_deadline(timeout_s: float) -> None:
    if not timeout_s:
        return
    if HAS_ALARM:
        signal.setitimer(signal.ITIMER_REAL, 0)
    else:
        faulthandler.cancel_dump_traceback_later()


def _send(connection: Connection, message: Message) -> None:
    try:
        connection.send(message)
    except OSError:
        raise
    except Exception as exc:  # noqa: BLE001 (a value that does not pickle is this page's fault alone)
        connection.send(Message(None, _failure("error", exc), message.last))


def _failure(kind: Any, exc: Exception) -> Failure:
    return Failure(kind, type(exc).__name__, str(exc)[:MAX_MESSAGE_CHARS])
