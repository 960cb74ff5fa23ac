"""Where records come from: WARC files, folders of pages, JSON lines, lists of URLs, single pages and URLs, streams.

A source only lists: pages of folders are read in the worker, URLs are fetched by `newsclean.batch.fetching`.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from newsclean.batch.errors import SourceError
from newsclean.batch.lists import URL, ZSTD, read_list, unpack, unpack_head
from newsclean.batch.records import Record
from newsclean.batch.warc import WarcFilter, read_warc

STDIN = "-"
HEAD_BYTES = 256 * 1024
"""How much of a stream is looked at, at most, to tell what it is: zstd gives nothing before a block of 128 KiB is whole."""
MARK_BYTES = 64 * 1024
"""How much of the beginning and of the end of a file tells it from another."""
_WARC_NAME = re.compile(r"\.w?arc(?:\.(?:gz|zst|lz4))?\Z", re.IGNORECASE)
_PAGE_NAME = re.compile(r"\.x?html?(?:\.gz)?\Z", re.IGNORECASE)


class Sources:
    """All records of some sources, one source after the other; can be iterated more than once, except streams.

    A source is the name of a folder or of a file, a URL, `-` for `stdin`, or an open binary stream. One that is named
    twice is read once. `dropped` counts what was passed over, by reason. `total` is the number of records where it is
    known beforehand.

    Raises:
        SourceError: There is none, or one of them does not exist.
    """

    def __init__(
        self,
        names: Sequence[str | Path | BinaryIO],
        *,
        wanted: WarcFilter | None = None,
        stdin: BinaryIO | None = None,
    ) -> None:
        if not names:
            raise SourceError("no source given")
        self.dropped: Counter[str] = Counter()
        self._wanted = wanted or WarcFilter()
        self._streams: dict[str, BinaryIO] = {} if stdin is None else {STDIN: stdin}
        self.names = tuple(dict.fromkeys(self._name(source) for source in names))
        self._folders = {name: list_pages(Path(name)) for name in self.names if self._is_folder(name)}
        for name in self.names:
            self._check(name)

    def __iter__(self) -> Iterator[Record]:
        for name in self.names:
            yield from self._open(name)

    @property
    def total(self) -> int | None:
        """How many records there are, or None where only reading would tell."""
        count = 0
        for name in self.names:
            pages = self._folders.get(name)
            if pages is None and not self._is_single(name):
                return None
            if pages is not None and any(_WARC_NAME.search(page) for page in pages):
                return None
            count += 1 if pages is None else len(pages)
        return count

    @property
    def reads_once(self) -> bool:
        """True where a stream is among the sources."""
        return any(name in self._streams for name in self.names)

    @property
    def identity(self) -> dict[str, str]:
        """What must be the same for a run to be resumed: the names, the filter, the folders' files, the lists' content.

        Records are known by their numbers, so that a line put into a list would make another one be passed over.
        """
        return {name: self._mark(name) for name in self.names} | {"filter": repr(self._wanted)}

    def _name(self, source: str | Path | BinaryIO) -> str:
        if isinstance(source, str | Path):
            return str(source)
        name = str(getattr(source, "name", "stream"))
        while name in self._streams:
            name += "'"
        self._streams[name] = source
        return name

    def _is_folder(self, name: str) -> bool:
        return name not in self._streams and not URL.match(name) and Path(name).is_dir()

    def _is_single(self, name: str) -> bool:
        return name not in self._streams and bool(URL.match(name) or _PAGE_NAME.search(name))

    def _check(self, name: str) -> None:
        if name in self._streams:
            return
        if name == STDIN:
            raise SourceError("standard input is not open")
        if not URL.match(name) and not Path(name).exists():
            raise SourceError(f"no such file, folder or URL: {name}")

    def _mark(self, name: str) -> str:
        pages = self._folders.get(name)
        if pages is not None:
            marks = [_mark_file(Path(name, page)) if _WARC_NAME.search(page) else "" for page in pages]
            return _digest(f"{page}\n{mark}" for page, mark in zip(pages, marks, strict=True))
        return "" if name in self._streams or self._is_single(name) else _mark_file(Path(name))

    def _open(self, name: str) -> Iterator[Record]:
        if name in self._streams:
            return self._read_stream(self._streams[name], name, None)
        if URL.match(name):
            return iter((Record(name, url=name, source=name),))
        if name in self._folders:
            return self._read_folder(name)
        if _WARC_NAME.search(name):
            return read_warc(name, wanted=self._wanted, dropped=self.dropped)
        if _PAGE_NAME.search(name):
            return iter((Record(name, path=name, source=name),))
        return self._read_file(name)

    def _read_folder(self, name: str) -> Iterator[Record]:
        index = 0
        for page in self._folders[name]:
            path = Path(name, page)
            if _WARC_NAME.search(page):
                if str(path) not in self.names:  # else it has a turn of its own
                    yield from read_warc(path, wanted=self._wanted, dropped=self.dropped)
            else:
                yield Record(page, path=str(path), source=name, index=index)
                index += 1

    def _read_file(self, name: str) -> Iterator[Record]:
        try:
            stream = open(name, "rb")  # noqa: SIM115 (closed below, after the last record)
        except OSError as exc:
            raise SourceError(f"cannot open {name}: {exc.strerror}") from exc
        with stream:
            yield from self._read_stream(stream, name, Path(name).parent)

    def _read_stream(self, stream: BinaryIO, name: str, folder: Path | None) -> Iterator[Record]:
        """The records of a WARC file or of a list, whichever its first bytes say it is."""
        stream, head = _look_into(stream)
        start = unpack_head(head)
        if start.startswith(b"WARC/"):
            return read_warc(stream, wanted=self._wanted, dropped=self.dropped, name=name)
        if start.lstrip()[:1] == b"<" or b"\0" in start:
            raise SourceError(f"{name} is no list of URLs or JSON lines; pages end in .html, archives in .warc.gz")
        return read_list(unpack(stream, head), name, folder)


def list_pages(folder: Path) -> list[str]:
    """The HTML and WARC files below a folder, as paths relative to it, sorted; no hidden ones."""
    found = []
    for path in folder.rglob("*"):
        relative = path.relative_to(folder).as_posix()
        wanted = _PAGE_NAME.search(relative) or _WARC_NAME.search(relative)
        if wanted and path.is_file() and not relative.startswith(".") and "/." not in relative:
            found.append(relative)
    return sorted(found)


class _Refilled(io.RawIOBase):
    """What was read of a stream already, and then the rest of it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head[: len(buffer)]
        self._head = self._head[len(data) :]
        data = data or self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _look_into(stream: BinaryIO) -> tuple[BinaryIO, bytes]:
    """A stream that stands at its beginning, and its first bytes: no more than have come, as it may be a slow pipe."""
    if hasattr(stream, "seekable") and stream.seekable():
        position = stream.tell()
        head = stream.read(HEAD_BYTES)
        stream.seek(position)
        return stream, head
    head = getattr(stream, "read1", stream.read)(HEAD_BYTES)
    while head.startswith(ZSTD) and len(head) < HEAD_BYTES and (more := stream.read(HEAD_BYTES)):
        head += more
    return io.BufferedReader(_Refilled(head, stream)), head


def _mark_file(path: Path) -> str:
    """What tells a file's content from another's without reading all of it."""
    try:
        with open(path, "rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            parts = [file.read(MARK_BYTES)]
            file.seek(max(0, size - MARK_BYTES))
            parts.append(file.read(MARK_BYTES))
    except OSError:  # told when it is read
        return ""
    return f"{size} {hashlib.blake2b(b''.join(parts), digest_size=8).hexdigest()}"


def _digest(lines: Iterable[str]) -> str:
    return hashlib.blake2b("\n".join(lines).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
