"""Lists of pages as records: a URL or a JSON object on each line, plain or packed with gzip or zstd."""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from newsclean.batch.errors import SourceError
from newsclean.batch.records import Failure, Record

MAX_LINE_BYTES = 32 * 1024 * 1024
"""A longer line of a list is one failed record, and is not held in memory."""
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
URL = re.compile(r"https?://\S+\Z", re.IGNORECASE)


def read_list(stream: BinaryIO, name: str, folder: Path | None = None) -> Iterator[Record]:
    """The lines of a list as records: each a URL or a JSON object; blank lines and those with # in front are skipped.

    Of an object these keys are read: `id`, `url`, `html` or `body` (the page), `text` (one that a scraper already
    flattened), `path` (a file at or below `folder`), `content_type`, `meta`. A line that is neither gives a record with
    a failure, and so does the end of a packed list that breaks off.
    """
    index = 0
    try:
        for line in _lines(stream):
            text = line.decode("utf-8-sig", "replace").strip()
            if text and not text.startswith("#"):
                yield _parse_line(text, name, index, folder)
                index += 1
    except (OSError, EOFError, zlib.error) as exc:
        failure = Failure("read", "BrokenList", f"the list cannot be read any further: {exc}"[:200])
        yield Record(f"{name}#{index}", source=name, index=index, failure=failure)


def unpack(stream: BinaryIO, head: bytes) -> BinaryIO:
    """The stream as it is, or unpacked where its head says that it is packed.

    Raises:
        SourceError: It is packed with zstd, and pyarrow is not installed.
    """
    if head.startswith(GZIP):
        return io.BufferedReader(gzip.GzipFile(fileobj=stream))
    if head.startswith(ZSTD):
        return io.BufferedReader(_import_pyarrow().CompressedInputStream(stream, "zstd"))
    return stream


def unpack_head(head: bytes) -> bytes:
    """The first bytes of what a head holds packed; the head itself where it is not packed.

    >>> unpack_head(gzip.compress(b"WARC/1.0 and more"))[:6], unpack_head(b"https://")
    (b'WARC/1', b'https://')
    """
    if head.startswith(GZIP):
        try:
            return zlib.decompressobj(31).decompress(head, 512)
        except zlib.error:
            return b""
    if head.startswith(ZSTD):
        try:
            data: bytes = _import_pyarrow().CompressedInputStream(io.BytesIO(head), "zstd").read(64)
        except OSError:
            return b""
        return data
    return head


def _import_pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as exc:
        raise SourceError("reading lists packed with zstd needs pyarrow: pip install newsclean[parquet]") from exc
    return pyarrow


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, each cut to MAX_LINE_BYTES."""
    while line := stream.readline(MAX_LINE_BYTES):
        yield line
        while len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES)


def _parse_line(text: str, name: str, index: int, folder: Path | None) -> Record:
    identity = f"{name}#{index}"
    if URL.match(text):
        return Record(text, url=text, source=name, index=index)
    try:
        if len(text) >= MAX_LINE_BYTES:
            raise ValueError(f"longer than {MAX_LINE_BYTES} bytes")
        if not text.startswith("{"):
            raise ValueError("neither a URL nor a JSON object")
        fields = json.loads(text)
        return _parse_fields(fields, name, index, folder)
    except (ValueError, TypeError, RecursionError) as exc:
        return Record(identity, source=name, index=index, failure=Failure("read", "BadLine", str(exc)[:200]))


def _parse_fields(fields: dict[str, Any], name: str, index: int, folder: Path | None) -> Record:
    url, body, path = fields.get("url"), fields.get("html", fields.get("body")), fields.get("path")
    is_text = body is None and fields.get("text") is not None
    body = fields["text"] if is_text else body
    content_type, meta = fields.get("content_type"), fields.get("meta") or {}
    for value in (url, body, path, content_type):
        if value is not None and not isinstance(value, str):
            raise TypeError("url, html, body, text, path and content_type are strings")
    if not isinstance(meta, dict):
        raise TypeError("meta is an object")
    if body is None and path is None and url is None:
        raise ValueError("neither url nor html, body, text or path")
    identity = fields.get("id", url if url is not None else f"{name}#{index}")
    where = None if path is None or body is not None else _find_below(folder, path)
    return Record(str(identity), body, url, content_type, meta, where, name, index, is_text=is_text)


def _find_below(folder: Path | None, path: str) -> str:
    if folder is None:
        raise ValueError("a path needs a list that is a file")
    whole = (folder / path).resolve()
    if not whole.is_relative_to(folder.resolve()):
        raise ValueError("the path leads out of the folder of the list")
    return str(whole)
