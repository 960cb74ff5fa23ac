"""Files for results: JSON lines (plain, gzip, zstd) and Parquet. The same results give the same bytes."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any, Literal, Protocol

from newsclean.batch.errors import BatchError

Format = Literal["jsonl", "jsonl.gz", "jsonl.zst", "parquet"]
FORMATS: tuple[Format, ...] = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet")
GZIP_LEVEL = 6
ROW_GROUP = 1000
"""Rows of Parquet written at once, and held in memory until then."""


class Sink(Protocol):
    """Takes the results of one shard."""

    def write(self, data: Any) -> None:
        """Take one result: a line for JSON, a row for Parquet."""

    def close(self) -> None:
        """Finish the file."""


class LineSink:
    """Lines of JSON, in one of three packings."""

    def __init__(self, path: Path, packing: str) -> None:
        self._file = open(path, "wb")  # noqa: SIM115 (closed by close)
        self._stream: Any = self._file
        if packing == "gz":
            self._stream = gzip.GzipFile("", "wb", GZIP_LEVEL, self._file, mtime=0)
        elif packing == "zst":
            self._stream = _import_pyarrow("zstd").CompressedOutputStream(self._file, "zstd")

    def write(self, data: bytes) -> None:
        """Write one line; it brings its line end."""
        self._stream.write(data)

    def close(self) -> None:
        """Finish the packing and close the file."""
        if self._stream is not self._file:
            self._stream.close()
        self._file.close()


class TableSink:
    """Parquet with the published schema."""

    def __init__(self, path: Path) -> None:
        _import_pyarrow("Parquet")
        import pyarrow.parquet

        from newsclean.batch.arrow import SCHEMA

        self._rows: list[dict[str, Any]] = []
        self._writer = pyarrow.parquet.ParquetWriter(path, SCHEMA, compression="zstd")

    def write(self, data: dict[str, Any]) -> None:
        """Take one row."""
        self._rows.append(data)
        if len(self._rows) >= ROW_GROUP:
            self._flush()

    def close(self) -> None:
        """Write the rest and the footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        from newsclean.batch.arrow import to_table_batch

        if self._rows:
            self._writer.write_batch(to_table_batch(self._rows))
        self._rows = []


def open_sink(path: Path, form: Format) -> Sink:
    """A sink that writes to a new file.

    Raises:
        BatchError: The format is unknown, or what it needs is not installed.
    """
    if form not in FORMATS:
        raise BatchError(f"{form!r} is none of {', '.join(FORMATS)}")
    if form == "parquet":
        return TableSink(path)
    return LineSink(path, form.partition(".")[2])


def _import_pyarrow(purpose: str) -> Any:
    try:
        import pyarrow
    except ImportError as exc:
        raise BatchError(f"writing {purpose} needs pyarrow: pip install newsclean[parquet]") from exc
    return pyarrow
