"""Which records are done: a file of JSON lines beside the shards, and the only truth about them.

The first line says what the run is; each further line one finished shard and the records in it. A shard is renamed to
its name before its line is written, so after a kill there may be a shard without a line, never a line without its
shard; on resume shards without a line are deleted and their records done again. A line cut short does not count.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newsclean.batch.errors import ManifestError

NAME = "_manifest.jsonl"
VERSION = 1


class Spans:
    """A set of whole numbers that grows mostly at its end, kept as ranges.

    >>> spans = Spans()
    >>> for number in (0, 1, 2, 5): spans.add(number)
    >>> spans.ranges, 5 in spans, 3 in spans
    ([[0, 3], [5, 6]], True, False)
    """

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in ranges:
            self.add_range(start, end)

    def add(self, number: int) -> None:
        """Put one number in."""
        self.add_range(number, number + 1)

    def add_range(self, start: int, end: int) -> None:
        """Put all numbers from `start` to `end - 1` in."""
        first = bisect_right(self._ends, start - 1)
        last = bisect_right(self._starts, end)
        if first < last:
            start, end = min(start, self._starts[first]), max(end, self._ends[last - 1])
        self._starts[first:last], self._ends[first:last] = [start], [end]

    def __contains__(self, number: int) -> bool:
        at = bisect_right(self._starts, number) - 1
        return at >= 0 and number < self._ends[at]

    def __len__(self) -> int:
        return sum(self._ends) - sum(self._starts)

    @property
    def ranges(self) -> list[list[int]]:
        """The ranges, each with its start and the number after its end."""
        return [list(pair) for pair in zip(self._starts, self._ends, strict=True)]


class Manifest:
    """The manifest of one output folder, locked while it is open."""

    def __init__(self, folder: Path, identity: Mapping[str, Any], *, resume: bool) -> None:
        """Open or begin it.

        Raises:
            ManifestError: There is one with shards and `resume` is False, or it is of another run, or of one still
                going on; or `folder` is a file.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as exc:
            raise ManifestError(f"{folder} is no folder; a batch writes its shards into one") from exc
        self.folder = folder
        self.shards: list[str] = []
        self.failed = 0
        self._done: dict[str, Spans] = {}
        self._file = open(folder / NAME, "a+b")  # noqa: SIM115 (open as long as the run, to hold the lock)
        try:
            self._lock()
            self._begin({"newsclean": VERSION, "run": dict(identity)}, resume)
        except BaseException:
            self._file.close()
            raise

    def is_done(self, source: str, index: int) -> bool:
        """True where a finished shard holds the record."""
        spans = self._done.get(source)
        return spans is not None and index in spans

    def commit(self, shard: str, records: Mapping[str, Spans], failed: int = 0) -> None:
        """Write down that a shard stands under its name, which records are in it, and how many of them failed."""
        entry = {
            "shard": shard,
            "records": {source: spans.ranges for source, spans in records.items()},
            "failed": failed,
        }
        self._append(entry)
        self._add(entry)

    def close(self) -> None:
        """Close the file, which unlocks it."""
        self._file.close()

    def _begin(self, header: dict[str, Any], resume: bool) -> None:
        self._file.seek(0)
        lines = self._file.read().split(b"\n")
        whole = [line for line in lines[:-1] if line]  # what follows the last line end was cut short
        if not whole or (len(whole) == 1 and not resume):
            self._file.truncate(0)
            self._append(header)
        elif not resume:
            raise ManifestError(f"{self.folder} holds a run already; resume it, or name another folder")
        else:
            self._read(whole, header)
            self._file.truncate(sum(len(line) + 1 for line in lines[:-1]))
        self._clear_leftovers()

    def _read(self, lines: list[bytes], header: dict[str, Any]) -> None:
        try:
            found = json.loads(lines[0])
            entries = [json.loads(line) for line in lines[1:]]
            for entry in entries:
                self._add(entry)
        except (ValueError, KeyError, TypeError) as exc:
            raise ManifestError(f"{self.folder / NAME} is damaged: {exc}") from exc
        if found != json.loads(json.dumps(header)):
            raise ManifestError(f"{self.folder} holds a run with other sources or options; name another folder")

    def _add(self, entry: Mapping[str, Any]) -> None:
        self.shards.append(entry["shard"])
        self.failed += int(entry.get("failed", 0))
        for source, ranges in entry["records"].items():
            spans = self._done.setdefault(source, Spans())
            for start, end in ranges:
                spans.add_range(start, end)

    def _append(self, entry: dict[str, Any]) -> None:
        self._file.seek(0, os.SEEK_END)
        self._file.write(json.dumps(entry, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def _clear_leftovers(self) -> None:
        finished = set(self.shards)
        for path in self.folder.glob("part-*"):
            if path.name not in finished:
                path.unlink()
        missing = [name for name in self.shards if not (self.folder / name).exists()]
        if missing:
            raise ManifestError(f"{self.folder} lacks {missing[0]}, which its manifest says is finished")

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # no such lock on Windows
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as exc:
            raise ManifestError(f"another run is writing to {self.folder}") from exc
