"""Ray Data: `ds.map_batches(Cleaner, batch_format="pyarrow", concurrency=n)`. Nothing here imports ray."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from newsclean.batch.arrow import SCHEMA, clean_batch, to_batches
from newsclean.batch.single import RowCleaner
from newsclean.batch.warc import WarcFilter, read_warc
from newsclean.batch.work import Cleans

TIMEOUT_S = 10.0


class Cleaner:
    """An actor that cleans Arrow tables: one worker process for an actor, with a deadline for each page.

    Options go into `fn_constructor_kwargs={"cleaner": newsclean.Cleaner(…), "timeout_s": 5}`.
    """

    def __init__(self, cleaner: Cleans | None = None, timeout_s: float = TIMEOUT_S, memory_mb: int = 1024) -> None:
        self._rows = RowCleaner(cleaner, timeout_s=timeout_s, memory_mb=memory_mb)

    def __call__(self, table: pa.Table) -> pa.Table:
        """A table of `newsclean.batch.arrow.SCHEMA`, a row for each page, in order."""
        batches = [clean_batch(batch, self._rows) for batch in table.to_batches()]
        return pa.Table.from_batches(batches, schema=SCHEMA)

    def __del__(self) -> None:
        # An actor ends without any call but this one.
        if hasattr(self, "_rows"):
            self._rows.close()


def read_warcs(row: dict[str, Any], wanted: WarcFilter | None = None) -> Iterator[dict[str, Any]]:
    """For `ds.flat_map`: a row with a `path` to one row for each page of that WARC file."""
    for batch in to_batches(read_warc(row["path"], wanted=wanted)):
        yield from batch.to_pylist()
