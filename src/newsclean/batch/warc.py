"""WARC files: their HTML responses as records; what is broken is counted and passed over.

The reader stops at the first damaged byte, so after an error the next place where a record may begin is looked up and
reading goes on from there. That needs a stream that can seek; of any other the rest is given up, and counted.
"""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from newsclean.batch.errors import SourceError
from newsclean.batch.records import Failure, Record
from newsclean.model.errors import OptionError
from newsclean.model.hosts import find_host, is_below

MAX_BODY_BYTES = 10 * 1024 * 1024
"""A body longer than this, on the wire or decoded, is not read: the record becomes a `Failure`."""
HTML_TYPES = frozenset(("text/html", "application/xhtml+xml", ""))
_GZIP, _ZSTD, _LZ4, _PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18", b"WARC/1."
_SCAN_BYTES = 1 << 20
_HTTP_OK: Final = 200
_DATE = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d(?:T[\d:]*Z?)?)?)?)?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcFilter:
    """Which responses to read, decided by their headers before the body is touched.

    `hosts`: names, each with everything below it ("bbc.co.uk" takes "www.bbc.co.uk"); empty takes all. `since` and
    `until`: the beginning of an ISO 8601 date, both inclusive ("2026-03" takes all of March).

    Raises:
        OptionError: `since` or `until` is no date.
    """

    hosts: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    max_body_bytes: int = MAX_BODY_BYTES

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            if not _DATE.match(getattr(self, name)):
                raise OptionError(f"{name} must be the beginning of a date, as 2026-03, not {getattr(self, name)!r}")

    def find_reason(self, url: str, date: str) -> str | None:
        """Why a response is passed over (`host`, `date`), or None where it is wanted.

        >>> WarcFilter(hosts=("example.com",)).find_reason("https://news.example.com/a", "2026-03-01T10:00:00Z")
        >>> WarcFilter(until="2026-02").find_reason("https://example.com/a", "2026-03-01T10:00:00Z")
        'date'
        """
        if self.hosts and not any(is_below(find_host(url), host) for host in self.hosts):
            return "host"
        if date[: len(self.since)] < self.since or date[: len(self.until)] > self.until:
            return "date"
        return None


def read_warc(
    source: str | Path | BinaryIO,
    *,
    wanted: WarcFilter | None = None,
    dropped: Counter[str] | None = None,
    name: str | None = None,
) -> Iterator[Record]:
    """The HTML responses of a WARC file (plain, gzip, zstd, lz4) as records, in the order of the file.

    `dropped` counts what is passed over: `broken`, `host`, `date`, `status` (not 200), `not_html`, `not_http`; damage
    that runs over several records counts at least once. `name` stands for the file in `Record.source`, its last part in
    `Record.meta`. The record's id is WARC-Record-ID.

    Raises:
        SourceError: The file cannot be opened, or fastwarc is not installed.
    """
    label = name or str(source if isinstance(source, str | Path) else getattr(source, "name", "stream"))
    reader = _Reader(wanted or WarcFilter(), Counter() if dropped is None else dropped, label)
    if not isinstance(source, str | Path):
        yield from reader.read(source if source.seekable() else _Counted(source))
        return
    try:
        stream = open(source, "rb")  # noqa: SIM115 (closed below, after the last record)
    except OSError as exc:
        raise SourceError(f"cannot open {source}: {exc.strerror}") from exc
    with stream:
        yield from reader.read(stream)


class _Counted:
    """A stream that cannot seek, but knows where it stands: fastwarc asks for that."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        """As of any stream."""
        data = self._stream.read(size)
        self._position += len(data)
        return data

    def tell(self) -> int:
        """How much was read."""
        return self._position

    def seekable(self) -> bool:
        """No."""
        return False


class _Reader:
    """Reads one file; holds what must be known to go on after damage."""

    def __init__(self, wanted: WarcFilter, dropped: Counter[str], label: str) -> None:
        self._wanted = wanted
        self._dropped = dropped
        self._label = label
        self._count = 0
        self._position = 0  # where the last record began
        self._count_any = 0  # records met since the last start
        self._blamed = False  # the last record is counted as broken already
        self._owing = False  # damage was met that is not counted yet, as it may lie in the record tried next

    def read(self, stream: BinaryIO | _Counted) -> Iterator[Record]:
        """All records, over any damage."""
        start: int | None = 0
        retried = False
        while start is not None:
            self._count_any = 0
            try:
                yield from self._read_run(stream)
                break
            except (OSError, ValueError, EOFError):
                self._settle(retried and self._count_any == 0)
            start = None if isinstance(stream, _Counted) else _seek_record(stream, max(start, self._position) + 1)
            retried = True
        self._pay()

    def _settle(self, immediate: bool) -> None:
        """Count the damage just met where it surely is the tried record's, else wait for what comes next."""
        if immediate:
            self._dropped["broken"] += 1
        self._owing = not immediate and not self._blamed

    def _pay(self) -> None:
        if self._owing:
            self._dropped["broken"] += 1
        self._owing = False

    def _read_run(self, stream: BinaryIO | _Counted) -> Iterator[Record]:
        warc = _import_fastwarc()
        for raw in warc.ArchiveIterator(stream, record_types=warc.WarcRecordType.any_type, parse_http=False):
            self._count_any += 1
            self._pay()
            self._blamed = False
            self._position = max(self._position, raw.stream_pos)
            if raw.record_type == warc.WarcRecordType.response:
                record = self._read_response(raw)
                if record is not None:
                    yield record

    def _read_response(self, raw: Any) -> Record | None:
        url = (raw.headers.get("WARC-Target-URI") or "").strip("<> ")
        date = raw.headers.get("WARC-Date") or ""
        reason = self._wanted.find_reason(url, date)
        if reason is None:
            raw.parse_http()
            reason = _find_http_reason(raw)
        if reason is not None:
            self._dropped[reason] += 1
            return None
        body, failure = self._read_body(raw)
        if body is None and failure is None:
            self._dropped["broken"] += 1
            self._blamed = True
            return None
        index, self._count = self._count, self._count + 1
        return Record(
            id=raw.headers.get("WARC-Record-ID") or f"{self._label}#{index}",
            body=body,
            url=url or None,
            content_type=_header(raw, "Content-Type") or None,
            meta=self._meta(raw, date),
            source=self._label,
            index=index,
            failure=failure,
        )

    def _read_body(self, raw: Any) -> tuple[bytes | None, Failure | None]:
        """The decoded body, or a failure, or neither where the record is damaged."""
        limit = self._wanted.max_body_bytes
        length = raw.content_length
        if length > limit:
            return None, Failure("input", "InputTooLarge", f"{length} bytes, more than {limit}")
        try:
            body = raw.reader.read(length) if length else b""
        except (OSError, ValueError, EOFError):
            return None, None
        if len(body) < length:
            return None, None
        try:
            if "chunked" in _header(raw, "Transfer-Encoding").lower():
                body = join_chunks(body)
            return decode_body(body, _header(raw, "Content-Encoding"), limit), None
        except ValueError as exc:
            return None, Failure("read", "BadContentEncoding", str(exc))

    def _meta(self, raw: Any, date: str) -> Mapping[str, str]:
        fields = {
            "warc_file": Path(self._label).name,
            "warc_record_id": raw.headers.get("WARC-Record-ID"),
            "warc_date": date,
            "warc_payload_digest": raw.headers.get("WARC-Payload-Digest"),
            "warc_truncated": raw.headers.get("WARC-Truncated"),
        }
        return {key: value for key, value in fields.items() if value}


def decode_body(body: bytes, encodings: str, limit: int) -> bytes:
    """The body without its Content-Encoding; as it is where it only claims to have one.

    Raises:
        ValueError: The body is damaged, is longer than `limit` when decoded, or has an encoding nobody knows.
    """
    for name in reversed([part.strip().lower() for part in encodings.split(",")][:2]):
        if name in ("", "identity"):
            continue
        if name in ("gzip", "x-gzip", "deflate"):
            body = _inflate(body, limit)
        elif name == "br":
            body = _decode_brotli(body, limit)
        else:
            raise ValueError(f"unknown content encoding {name[:40]!r}")
    return body


def join_chunks(body: bytes) -> bytes:
    r"""The body of a chunked response in one piece; as it is where the chunks were joined already.

    >>> join_chunks(b"5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n")
    b'hello!'
    """
    parts: list[bytes] = []
    position = 0
    while (end := body.find(b"\r\n", position, position + 64)) >= 0:
        try:
            size = int(body[position:end].partition(b";")[0], 16)
        except ValueError:
            break
        if size < 0:
            break
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        position = end + 2 + size + 2
    return b"".join(parts) if position >= len(body) and parts else body


def find_record_start(stream: BinaryIO, start: int) -> int | None:
    """The offset of the next place from `start` on where a record may begin, or None; moves the stream."""
    stream.seek(0)
    magic = stream.read(4)
    if magic.startswith(_GZIP[:2]):
        return _scan(stream, start, _GZIP, 0)
    if magic in (_ZSTD, _LZ4):
        return _scan(stream, start, magic, 0)
    return _scan(stream, start, b"\n" + _PLAIN, 1)


def _scan(stream: BinaryIO, start: int, mark: bytes, skip: int) -> int | None:
    base = max(0, start - skip)
    while True:
        stream.seek(base)
        window = stream.read(_SCAN_BYTES)
        at = window.find(mark)
        while at >= 0:
            if mark != _GZIP or _is_packed_record(window[at : at + 2048]):
                return base + at + skip
            at = window.find(mark, at + 1)
        if len(window) < _SCAN_BYTES:
            return None
        base += len(window) - 2048


def _is_packed_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(data, 16).startswith(_PLAIN[:5])
    except zlib.error:
        return False


def _seek_record(stream: BinaryIO, start: int) -> int | None:
    found = find_record_start(stream, start)
    if found is not None:
        stream.seek(found)
    return found


def _find_http_reason(raw: Any) -> str | None:
    headers = raw.http_headers
    if headers is None or headers.status_code is None:
        return "not_http"
    if headers.status_code != _HTTP_OK:
        return "status"
    kind = _header(raw, "Content-Type").partition(";")[0].strip().lower()
    return None if kind in HTML_TYPES else "not_html"


def _header(raw: Any, name: str) -> str:
    value = raw.http_headers.get(name)
    return value if isinstance(value, str) else ""


def _inflate(body: bytes, limit: int) -> bytes:
    if not body:
        return body
    for window_bits in (47, -15):  # gzip and zlib by their heads, then deflate without one
        decoder = zlib.decompressobj(window_bits)
        try:
            decoded = decoder.decompress(body, limit + 1)
        except zlib.error:
            continue
        if len(decoded) > limit:
            raise ValueError(f"more than {limit} bytes when decoded")
        if not decoder.eof:
            raise ValueError("the compressed body is cut short")
        return decoded
    if body.startswith(_GZIP):
        raise ValueError("the compressed body is damaged")
    return body


def _decode_brotli(body: bytes, limit: int) -> bytes:
    from fastwarc.stream_io import BrotliReader

    try:
        decoded: bytes = BrotliReader(io.BytesIO(body)).read(limit + 1)
    except (OSError, ValueError, EOFError):
        if body.lstrip()[:1] == b"<":
            return body
        raise ValueError("the compressed body is damaged") from None
    if len(decoded) > limit:
        raise ValueError(f"more than {limit} bytes when decoded")
    return decoded


def _import_fastwarc() -> Any:
    try:
        from fastwarc import warc
    except ImportError as exc:
        raise SourceError("reading WARC files needs fastwarc: pip install newsclean[warc]") from exc
    return warc
