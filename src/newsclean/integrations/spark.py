"""Spark: `df.mapInArrow(clean_batches, SCHEMA)`. Nothing here imports pyspark; they run in its workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from newsclean.batch.arrow import RECORD_SCHEMA, clean_batch, to_batches
from newsclean.batch.arrow import SCHEMA as ARROW_SCHEMA
from newsclean.batch.single import RowCleaner
from newsclean.batch.warc import WarcFilter, read_warc
from newsclean.batch.work import Cleans

TIMEOUT_S = 10.0


def clean_batches(
    batches: Iterable[pa.RecordBatch], cleaner: Cleans | None = None, timeout_s: float = TIMEOUT_S
) -> Iterator[pa.RecordBatch]:
    """Batches of pages to batches of `SCHEMA`; one worker process for a partition, with a deadline for each page.

    Columns read: `body` or `html`, and, where there are any, `id`, `url`, `content_type`, `meta`. For other options
    give `functools.partial(clean_batches, cleaner=newsclean.Cleaner(…))`; `timeout_s=0` needs no worker process.
    """
    with RowCleaner(cleaner, timeout_s=timeout_s) as rows:
        for batch in batches:
            yield clean_batch(batch, rows)


def read_warcs(batches: Iterable[pa.RecordBatch], wanted: WarcFilter | None = None) -> Iterator[pa.RecordBatch]:
    """Batches with a column `path` (WARC files that each worker can open) to batches of `RECORD_SCHEMA`."""
    for batch in batches:
        for path in batch.column("path").to_pylist():
            yield from to_batches(read_warc(path, wanted=wanted))


def to_ddl(schema: pa.Schema) -> str:
    """An Arrow schema in the words of Spark SQL.

    >>> to_ddl(pa.schema([("id", pa.string()), ("tags", pa.list_(pa.string()))]))
    'id STRING, tags ARRAY<STRING>'
    """
    return ", ".join(f"{field.name} {_to_sql_type(field.type)}" for field in schema)


def _to_sql_type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"ARRAY<{_to_sql_type(kind.value_type)}>"
    if pa.types.is_map(kind):
        return f"MAP<{_to_sql_type(kind.key_type)}, {_to_sql_type(kind.item_type)}>"
    if pa.types.is_struct(kind):
        return f"STRUCT<{', '.join(f'{field.name}: {_to_sql_type(field.type)}' for field in kind)}>"
    return {"string": "STRING", "double": "DOUBLE", "binary": "BINARY"}[str(kind)]


SCHEMA = to_ddl(ARROW_SCHEMA)
"""What `clean_batches` gives, as Spark SQL."""
PAGE_SCHEMA = to_ddl(RECORD_SCHEMA)
"""What `read_warcs` gives, as Spark SQL."""
