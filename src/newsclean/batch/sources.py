"""Where records come from: WARC files, folders of pages, JSON lines, lists of URLs, single pages and URLs, stdin.

A source only lists: pages of folders are read in the worker, URLs are fetched by `newsclean.batch.fetching`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from newsclean.batch.errors import SourceError
from newsclean.batch.records import Failure, Record
from newsclean.batch.warc import WarcFilter, read_warc

MAX_LINE_BYTES = 32 * 1024 * 1024
"""A longer line of a list is one failed record, and is not held in memory."""
STDIN = "-"
_URL = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_WARC_NAME = re.compile(r"\.w?arc(?:\.(?:gz|zst|lz4))?\Z", re.IGNORECASE)
_PAGE_NAME = re.compile(r"\.x?html?(?:\.gz)?\Z", re.IGNORECASE)


class Sources:
    """All records of some sources, one source after the other; can be iterated more than once, except stdin.

    `dropped` counts what was passed over, by reason. `total` is the number of records where it is known beforehand.
    """

    def __init__(
        self, names: Sequence[str], *, wanted: WarcFilter | None = None, stdin: BinaryIO | None = None
    ) -> None:
        if not names:
            raise SourceError("no source given")
        self.names = tuple(names)
        self.dropped: Counter[str] = Counter()
        self._wanted = wanted or WarcFilter()
        self._stdin = stdin
        self._folders = {name: list_pages(Path(name)) for name in self.names if _is_folder(name)}
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
            if pages is None and not _is_single(name):
                return None
            if pages is not None and any(_WARC_NAME.search(page) for page in pages):
                return None
            count += 1 if pages is None else len(pages)
        return count

    @property
    def identity(self) -> dict[str, str]:
        """What must be the same for a run to be resumed: the names, the filter, and which files the folders hold."""
        marks = {name: _digest(self._folders[name]) if name in self._folders else "" for name in self.names}
        return marks | {"filter": repr(self._wanted)}

    def _check(self, name: str) -> None:
        if name == STDIN:
            if self._stdin is None:
                raise SourceError("standard input is not open")
        elif not _URL.match(name) and not Path(name).exists():
            raise SourceError(f"no such file, folder or URL: {name}")

    def _open(self, name: str) -> Iterator[Record]:
        if name == STDIN:
            assert self._stdin is not None
            return read_list(self._stdin, name)
        if _URL.match(name):
            return iter((Record(name, url=name, source=name),))
        if name in self._folders:
            return self._read_folder(name)
        if _WARC_NAME.search(name):
            return read_warc(name, wanted=self._wanted, dropped=self.dropped)
        if _PAGE_NAME.search(name):
            return iter((Record(name, path=name, source=name),))
        return _read_list_file(name)

    def _read_folder(self, name: str) -> Iterator[Record]:
        index = 0
        for page in self._folders[name]:
            path = Path(name, page)
            if _WARC_NAME.search(page):
                yield from read_warc(path, wanted=self._wanted, dropped=self.dropped)
            else:
                yield Record(page, path=str(path), source=name, index=index)
                index += 1


def list_pages(folder: Path) -> list[str]:
    """The HTML and WARC files below a folder, as paths relative to it, sorted; no hidden ones."""
    found = []
    for path in folder.rglob("*"):
        relative = path.relative_to(folder).as_posix()
        wanted = _PAGE_NAME.search(relative) or _WARC_NAME.search(relative)
        if wanted and path.is_file() and not relative.startswith(".") and "/." not in relative:
            found.append(relative)
    return sorted(found)


def read_list(stream: BinaryIO, name: str, folder: Path | None = None) -> Iterator[Record]:
    """The lines of a list as records: each a URL or a JSON object; blank lines and those with # in front are skipped.

    Of an object these keys are read: `id`, `url`, `html` or `body` (text), `path` (a file at or below `folder`),
    `content_type`, `meta`. A line that is neither gives a record with a failure.
    """
    index = 0
    for line in _lines(stream):
        text = line.decode("utf-8-sig", "replace").strip()
        if text and not text.startswith("#"):
            yield _parse_line(text, name, index, folder)
            index += 1


def _parse_line(text: str, name: str, index: int, folder: Path | None) -> Record:
    identity = f"{name}#{index}"
    if _URL.match(text):
        return Record(text, url=text, source=name, index=index)
    try:
        if len(text) >= MAX_LINE_BYTES:
            raise ValueError(f"longer than {MAX_LINE_BYTES} bytes")
        fields = json.loads(text)
        if not isinstance(fields, dict):
            raise ValueError("neither a URL nor a JSON object")
        return _parse_fields(fields, name, index, folder)
    except (ValueError, TypeError, RecursionError) as exc:
        return Record(identity, source=name, index=index, failure=Failure("read", "BadLine", str(exc)[:200]))


def _parse_fields(fields: dict[str, Any], name: str, index: int, folder: Path | None) -> Record:
    url, body, path = fields.get("url"), fields.get("html", fields.get("body")), fields.get("path")
    content_type, meta = fields.get("content_type"), fields.get("meta") or {}
    for value in (url, body, path, content_type):
        if value is not None and not isinstance(value, str):
            raise TypeError("url, html, body, path and content_type are strings")
    if not isinstance(meta, dict):
        raise TypeError("meta is an object")
    if body is None and path is None and url is None:
        raise ValueError("neither url nor html, body or path")
    identity = fields.get("id", url if url is not None else f"{name}#{index}")
    where = None if path is None or body is not None else _find_below(folder, path)
    return Record(str(identity), body, url, content_type, meta, where, name, index)


def _find_below(folder: Path | None, path: str) -> str:
    if folder is None:
        raise ValueError("a path needs a list that is a file")
    whole = (folder / path).resolve()
    if not whole.is_relative_to(folder.resolve()):
        raise ValueError("the path leads out of the folder of the list")
    return str(whole)


def _read_list_file(name: str) -> Iterator[Record]:
    with _open_file(name) as stream:
        head = stream.peek(64)[:64].lstrip() if hasattr(stream, "peek") else b""
        if head[:1] == b"<" or b"\0" in head:
            raise SourceError(f"{name} is no list of URLs or JSON lines; pages end in .html, archives in .warc.gz")
        yield from read_list(stream, name, Path(name).parent)


@contextmanager
def _open_file(name: str) -> Iterator[Any]:
    try:
        stream = gzip.open(name) if name.lower().endswith(".gz") else open(name, "rb")  # noqa: SIM115
    except OSError as exc:
        raise SourceError(f"cannot open {name}: {exc.strerror}") from exc
    with stream:
        yield stream


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, each cut to MAX_LINE_BYTES."""
    while line := stream.readline(MAX_LINE_BYTES):
        yield line
        while len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES)


def _digest(pages: Iterable[str]) -> str:
    return hashlib.blake2b("\n".join(pages).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def _is_folder(name: str) -> bool:
    return name != STDIN and not _URL.match(name) and Path(name).is_dir()


def _is_single(name: str) -> bool:
    return bool(_URL.match(name)) or (name != STDIN and bool(_PAGE_NAME.search(name)))
