"""Arrow in, Arrow out: what Parquet files, Spark, Ray, datatrove and anything else with Arrow batches rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from newsclean.batch.errors import BatchError
from newsclean.batch.records import Failure, Record
from newsclean.batch.rows import failure_columns, to_strings, to_valid
from newsclean.batch.single import RowCleaner
from newsclean.batch.work import Cleans

BATCH_BYTES = 32 * 1024 * 1024
"""Bodies of a batch together; engines hold several batches at once."""
_TEXT = pa.string()
_AUTHOR = pa.struct([("name", _TEXT), ("url", _TEXT), ("role", _TEXT), ("kind", _TEXT)])

SCHEMA = pa.schema(
    [
        pa.field("id", _TEXT, nullable=False),
        ("url", _TEXT),
        ("meta", pa.map_(_TEXT, _TEXT)),
        ("error_kind", _TEXT),
        ("error_name", _TEXT),
        ("error_message", _TEXT),
        ("kind", _TEXT),
        ("confidence", pa.float64()),
        ("canonical_url", _TEXT),
        ("title", _TEXT),
        ("kicker", _TEXT),
        ("dek", _TEXT),
        ("byline", _TEXT),
        ("authors", pa.list_(_AUTHOR)),
        ("dateline", _TEXT),
        ("published", _TEXT),
        ("modified", _TEXT),
        ("site_name", _TEXT),
        ("category", _TEXT),
        ("tags", pa.list_(_TEXT)),
        ("language", _TEXT),
        ("direction", _TEXT),
        ("access", _TEXT),
        ("lead_image", _TEXT),
        ("text", _TEXT),
        ("disclosures", pa.list_(pa.struct([("kind", _TEXT), ("text", _TEXT)]))),
        ("removed", pa.list_(pa.struct([("reason", _TEXT), ("text", _TEXT)]))),
        ("warnings", pa.list_(_TEXT)),
        ("fingerprint", _TEXT),
        ("document", _TEXT),
    ]
)
"""The columns of a cleaned page, published: names and types do not change. `document` is the whole document as JSON,
for `newsclean.Document.from_json`; the others are there to filter and read without parsing it. `meta` is the record's:
of a WARC record `warc_file`, `warc_record_id`, `warc_date`, `warc_payload_digest`, `warc_truncated`."""

RECORD_SCHEMA = pa.schema(
    [
        pa.field("id", _TEXT, nullable=False),
        ("url", _TEXT),
        ("content_type", _TEXT),
        ("body", pa.binary()),
        ("text", _TEXT),
        ("meta", pa.map_(_TEXT, _TEXT)),
        ("error_kind", _TEXT),
        ("error_name", _TEXT),
        ("error_message", _TEXT),
    ]
)
"""The columns of a page to clean. `clean_batch` needs only `body` (or `html`), binary or string, or `text`.

`text` is a page that a scraper already flattened; it counts where `body` is null. A row with `error_kind` is a page
that its source could not get; `clean_batch` passes the error on."""


def clean_batch(batch: pa.RecordBatch, cleaner: Cleans | RowCleaner | None = None) -> pa.RecordBatch:
    """The pages of an Arrow batch as documents: one row of SCHEMA for each, in order; failed pages have `error_…`.

    Columns read: `body` or `html` (binary or string) or `text`, and, where there are any, the others of RECORD_SCHEMA. A
    `RowCleaner` brings a deadline for each page, and keeps its worker from batch to batch.

    Raises:
        BatchError: The batch has no column `body`, `html` or `text`.
    """
    clean = cleaner if isinstance(cleaner, RowCleaner) else RowCleaner(cleaner)
    return to_table_batch([clean(record) for record in read_batch(batch)])


def to_table_batch(rows: list[dict[str, Any]]) -> pa.RecordBatch:
    """Rows, as `newsclean.batch.rows.to_row` gives them, as a batch of SCHEMA."""
    return pa.RecordBatch.from_pylist(
        [{**row, "meta": list((row.get("meta") or {}).items())} for row in rows], schema=SCHEMA
    )


def read_batch(batch: pa.RecordBatch) -> Iterator[Record]:
    """The rows of a batch as records; a row without an id gets its number.

    Raises:
        BatchError: The batch has no column `body`, `html` or `text`.
    """
    names = set(batch.schema.names)
    page = next((name for name in ("body", "html", "text") if name in names), None)
    if page is None:
        raise BatchError(f"a batch needs a column 'body' or 'html', or 'text'; it has {', '.join(sorted(names))}")
    columns = {name: batch.column(name) for name in names & {page, *RECORD_SCHEMA.names}}
    for index in range(batch.num_rows):
        row = {name: column[index].as_py() for name, column in columns.items()}
        is_text = row.get("text") is not None and (page == "text" or row[page] is None)
        body = row["text"] if is_text else row[page]
        yield Record(
            id=str(row["id"]) if row.get("id") is not None else str(index),
            body=b"" if body is None else body,
            is_text=is_text,
            url=row.get("url"),
            content_type=row.get("content_type"),
            meta=dict(row.get("meta") or {}),
            index=index,
            failure=_read_failure(row),
        )


def _to_column(record: Record) -> bytes | str | None:
    """The body as its column wants it: a text as a string, a page as bytes."""
    body = record.body
    if record.is_text:
        return to_valid(body.decode("utf-8", "replace") if isinstance(body, bytes) else body)
    return body.encode("utf-8", "replace") if isinstance(body, str) else body


def _read_failure(row: Mapping[str, Any]) -> Failure | None:
    if row.get("error_kind") is None:
        return None
    return Failure(row["error_kind"], row.get("error_name") or "Unknown", row.get("error_message") or "")


def to_batches(records: Iterable[Record], *, rows: int = 64) -> Iterator[pa.RecordBatch]:
    """Records with bodies as batches of RECORD_SCHEMA, at most `rows` in each, and fewer where their bodies are large."""
    pending: list[Mapping[str, Any]] = []
    size = 0
    for record in records:
        size += len(record.body or b"")
        pending.append(
            {
                "id": to_valid(record.id),
                "url": to_valid(record.url),
                "content_type": to_valid(record.content_type),
                "text" if record.is_text else "body": _to_column(record),
                "meta": list(to_strings(record.meta).items()),
                **({} if record.failure is None else failure_columns(record.failure)),
            }
        )
        if len(pending) == rows or size > BATCH_BYTES:
            yield pa.RecordBatch.from_pylist(pending, schema=RECORD_SCHEMA)
            pending, size = [], 0
    if pending:
        yield pa.RecordBatch.from_pylist(pending, schema=RECORD_SCHEMA)
