"""An HTTP response read through the meter: what servers may send is bounded, what they garble is passed over.

http.client drops every header that follows a line without a colon, and gives up at a hundred lines however small they
are; browsers do neither.
"""

from __future__ import annotations

import http.client
import io
import re
import socket
from collections import Counter
from collections.abc import Callable
from typing import Any

from .deadline import READ_BYTES, Meter, MeteredReader

MAX_INTERIM_RESPONSES = 10
MAX_LIKE_HEADERS = 20
"""Of headers that share a name, so many are read; some sites set hundreds of cookies."""

MAX_TRAILER_LINES = 100
"""As http.client has it for headers."""

_HEADER = re.compile(rb"[!-9;-~]+:|[ \t]")
_EMPTY = frozenset((b"\r\n", b"\n", b""))


class GuardedResponse(http.client.HTTPResponse):
    """A response read through the meter, with an end to interim responses and no guessing about its length."""

    def __init__(self, sock: socket.socket, *args: Any, meter: Meter, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self._meter = meter
        meter.start_response()
        raw: io.RawIOBase = self.fp.detach()
        self.fp: Any = io.BufferedReader(MeteredReader(sock, raw, meter), READ_BYTES)

    def begin(self) -> None:
        """Reads the head.

        Raises:
            http.client.HTTPException: it is none, or does not say clearly where the body ends.
        """
        head = _Head(self.fp)
        self.fp = head
        try:
            super().begin()
        finally:
            if self.fp is head:  # begin() drops its file where there is no body
                self.fp = head.file
        self._meter.end_head()
        coding = (self.headers.get("transfer-encoding") or "").strip().lower()
        if coding not in ("", "identity", "chunked"):
            raise http.client.HTTPException(f"unknown transfer coding {coding[:40]!r}")
        if self.status == http.client.SWITCHING_PROTOCOLS:
            raise http.client.HTTPException("switched protocols unasked")
        if not self.chunked:
            self._settle_length()

    def _settle_length(self) -> None:
        lengths = ",".join(self.headers.get_all("content-length", []))
        found = {length.strip() for length in lengths.split(",")}
        if len(found) > 1:
            raise http.client.HTTPException("two lengths that differ")
        length = found.pop()
        if "," in lengths and length.isascii() and length.isdigit() and self.length is None and len(length) < 20:
            self.length = int(length)  # the same one twice in one line, which http.client cannot read

    def _read_status(self) -> tuple[str, int, str]:
        read_status: Callable[[], tuple[str, int, str]] = super()._read_status  # type: ignore[misc]
        for _ in range(MAX_INTERIM_RESPONSES):
            version, status, reason = read_status()
            self.fp.in_headers = True
            if not 100 <= status < 200 or status == http.client.SWITCHING_PROTOCOLS:
                return version, status, reason
            http.client._read_headers(self.fp)  # type: ignore[attr-defined]
            self.fp.start_over()
        raise http.client.HTTPException(f"more than {MAX_INTERIM_RESPONSES} interim responses")

    def _read_and_discard_trailer(self) -> None:
        for _ in range(MAX_TRAILER_LINES):
            if self.fp.readline(http.client._MAXLINE + 1) in _EMPTY:  # type: ignore[attr-defined]
                return
        raise http.client.HTTPException(f"got more than {MAX_TRAILER_LINES} trailers")


class _Head:
    """A response's file while its head is read: lines that are no headers are left out, and endless repeats."""

    def __init__(self, file: io.BufferedReader) -> None:
        self.file = file
        self.start_over()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def start_over(self) -> None:
        """A new head begins."""
        self.in_headers = False
        self._counts: Counter[bytes] = Counter()
        self._keeps = True

    def readline(self, limit: int = -1) -> bytes:
        """The next line that may stand in a head."""
        while True:
            line = self.file.readline(limit)
            if not self.in_headers or line in _EMPTY or len(line) > http.client._MAXLINE:  # type: ignore[attr-defined]
                return line
            if self._wants(line):
                text = line.rstrip(b"\r\n")
                # The parser of http.client takes a bare return for the end of a line.
                return text.replace(b"\r", b" ") + b"\r\n" if b"\r" in text else line

    def _wants(self, line: bytes) -> bool:
        start = _HEADER.match(line)
        if start is None:
            return False
        if start[0] not in (b" ", b"\t"):
            name = start[0].lower()
            self._counts[name] += 1
            self._keeps = self._counts[name] <= MAX_LIKE_HEADERS
        return self._keeps
