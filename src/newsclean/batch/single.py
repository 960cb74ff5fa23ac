"""One record at a time, for engines that bring their own loop: in this process, or in one killable worker."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from newsclean.batch.map import make_cleaner
from newsclean.batch.pool import Worker
from newsclean.batch.records import Record, Result
from newsclean.batch.rows import to_row
from newsclean.batch.work import CleanRecord, Cleans, Row, TableWork
from newsclean.batch.worker import Limits, Message, call_safely


class RowCleaner:
    """Record to row of `newsclean.batch.arrow.SCHEMA`, never an exception for a bad page.

    With `timeout_s` 0 it works in this process, without deadline and memory cap. `close()` ends the worker.
    """

    def __init__(self, cleaner: Cleans | None = None, *, timeout_s: float = 0.0, memory_mb: int = 1024) -> None:
        self._work = TableWork(CleanRecord(cleaner if cleaner is not None else make_cleaner()))
        self._worker: Worker[Record, Row] | None = None
        if timeout_s:
            self._worker = Worker(self._work, Limits(timeout_s, memory_mb))

    def __call__(self, record: Record) -> dict[str, Any]:
        """The row; that of a failed record has the columns `error_…`."""
        if self._worker is None:
            message = call_safely(self._work, record)
        else:
            outcome = self._worker.call(record)
            message = Message(outcome.value, outcome.failure)
        if message.failure is not None:
            return to_row(Result(record.id, record.url, failure=message.failure, meta=record.meta))
        row: dict[str, Any] = message.value.data
        return row

    def close(self) -> None:
        """End the worker, if there is one; it starts anew at the next call."""
        if self._worker is not None:
            self._worker.stop()

    def __enter__(self) -> RowCleaner:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
