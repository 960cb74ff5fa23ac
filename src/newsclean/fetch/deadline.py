"""One deadline and one byte count for a whole fetch, kept where the bytes come in."""

from __future__ import annotations

import io
import socket
import time
from typing import TYPE_CHECKING

from .errors import FetchTimeout, TooLarge

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_HEAD_BYTES = 256 * 1024
"""Of status line, headers and interim responses; browsers stop at the same size."""

READ_BYTES = 64 * 1024


class Meter:
    """How long a fetch may still take, and how many bytes the current response may still send."""

    def __init__(self, timeout_s: float, max_bytes: int) -> None:
        self._ends_at = time.monotonic() + timeout_s
        self._timeout_s = timeout_s
        # Chunk framing is not body: twice the body, and a chunk of one byte costs six.
        self._max_wire_bytes = 8 * max_bytes + MAX_HEAD_BYTES + READ_BYTES
        self._received = 0
        self._in_head = True

    @property
    def expired(self) -> bool:
        """Whether the deadline has passed."""
        return time.monotonic() >= self._ends_at

    def left_s(self) -> float:
        """The seconds left.

        Raises:
            FetchTimeout: none is left.
        """
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise self.timeout()
        return left

    def timeout(self) -> FetchTimeout:
        """The error that says the deadline has passed."""
        return FetchTimeout(f"not done after {self._timeout_s:g} s", hint="Give it more time (timeout_s, --timeout)")

    def start_response(self) -> None:
        """From here on a new response's bytes are counted, its head first."""
        self._received = 0
        self._in_head = True

    def end_head(self) -> None:
        """The head is complete."""
        self._in_head = False

    def count(self, received: int) -> None:
        """Counts bytes off the wire.

        Raises:
            TooLarge: they are more than any page within the limits has.
        """
        self._received += received
        if self._in_head and self._received > MAX_HEAD_BYTES + READ_BYTES:
            raise TooLarge(f"headers of more than {MAX_HEAD_BYTES // 1024} KiB")
        if self._received > self._max_wire_bytes:
            raise TooLarge("more bytes on the wire than any page within max_bytes has")


class MeteredReader(io.RawIOBase):
    """A socket's bytes, each read given only the time that is left: a server that drips cannot prolong it."""

    def __init__(self, sock: socket.socket, raw: io.RawIOBase, meter: Meter) -> None:
        super().__init__()
        self._sock = sock
        self._raw = raw
        self._meter = meter

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        """As `io.RawIOBase.readinto`; raises `FetchTimeout` or `TooLarge`."""
        self._sock.settimeout(self._meter.left_s())
        try:
            received = self._raw.readinto(buffer)
        except TimeoutError as exc:
            raise self._meter.timeout() from exc
        self._meter.count(received or 0)
        return received

    def close(self) -> None:
        """Closes the socket's own reader, which lets the socket go."""
        if not self.closed:
            self._raw.close()
        super().close()
