"""Where a batch writes: a folder of numbered shards, each there whole or not at all, or one stream."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from newsclean.batch.manifest import Manifest, Spans
from newsclean.batch.records import Record
from newsclean.batch.sinks import Format, Sink, open_sink


class Writer(Protocol):
    """Takes all results of a batch; `failed_before` error records were written by earlier runs."""

    failed_before: int

    def add(self, record: Record, data: Any, *, failed: bool) -> None:
        """Take one result."""

    def finish(self) -> None:
        """Write what is not written yet."""

    def is_done(self, record: Record) -> bool:
        """True where an earlier run wrote the record."""


class StreamWriter:
    """Lines of JSON to an open stream; nothing to resume."""

    failed_before = 0

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def add(self, record: Record, data: bytes, *, failed: bool) -> None:
        """Write one line."""
        self._stream.write(data)

    def finish(self) -> None:
        """Flush."""
        self._stream.flush()

    def is_done(self, record: Record) -> bool:
        """Never: a stream remembers nothing."""
        return False


class ShardWriter:
    """`part-00000.jsonl`, `part-00001.jsonl`, … in the folder of a manifest, `shard_records` in each."""

    def __init__(self, manifest: Manifest, form: Format, shard_records: int) -> None:
        self._manifest = manifest
        self._form = form
        self._shard_records = shard_records
        self._number = len(manifest.shards)
        self._sink: Sink | None = None
        self._records: dict[str, Spans] = {}
        self._count = 0
        self._failed = 0
        self.written: list[str] = []
        self.failed_before = manifest.failed

    @property
    def folder(self) -> Path:
        """Where the shards are."""
        return self._manifest.folder

    def add(self, record: Record, data: Any, *, failed: bool) -> None:
        """Take one result; the shard that is full by it is finished."""
        if self._sink is None:
            self._sink = open_sink(self._unfinished, self._form)
        self._sink.write(data)
        self._records.setdefault(record.source, Spans()).add(record.index)
        self._count += 1
        self._failed += failed
        if self._count >= self._shard_records:
            self.finish()

    def finish(self) -> None:
        """Give the shard its name, then write it into the manifest."""
        if self._sink is None:
            return
        self._sink.close()
        publish(self._unfinished, self._manifest.folder / self._name)
        self._manifest.commit(self._name, self._records, self._failed)
        self.written.append(self._name)
        self._sink, self._records, self._count, self._failed = None, {}, 0, 0
        self._number += 1

    def is_done(self, record: Record) -> bool:
        """True where a finished shard holds the record."""
        return self._manifest.is_done(record.source, record.index)

    @property
    def _name(self) -> str:
        return f"part-{self._number:05d}.{self._form}"

    @property
    def _unfinished(self) -> Path:
        return self._manifest.folder / f"{self._name}.tmp"


def publish(unfinished: Path, final: Path) -> None:
    """Have a file on the disk, and then under its final name, for good."""
    _sync(unfinished, os.O_RDWR)
    os.replace(unfinished, final)
    if os.name == "posix":
        _sync(final.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
