"""A server that behaves as badly as it is told to, on raw sockets, with a second origin and a canary beside it."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

PAGE = b"<!DOCTYPE html><html><head><title>Ferry</title></head><body><p>The ferry sailed at noon.</p></body></html>"


@dataclass
class Request:
    """What a client asked, and the way to answer it byte by byte."""

    connection: socket.socket
    stop: threading.Event
    target: str
    headers: dict[str, str]
    query: str = ""

    def send(self, data: bytes) -> None:
        """Sends bytes as they are."""
        self.connection.sendall(data)

    def answer(self, status: str = "200 OK", body: bytes = PAGE, **headers: str) -> None:
        """Sends a well-formed answer; header names are written with `_` for `-`."""
        named = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), "Connection": "close"}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
        self.send(f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body)

    def redirect(self, location: str, status: str = "302 Found", **headers: str) -> None:
        """Sends a redirect."""
        self.answer(status, b"", Location=location, **headers)

    def drip(self, data: bytes, pause_s: float = 0.05) -> None:
        """Sends bytes one by one."""
        for byte in data:
            if self.stop.is_set():
                return
            self.send(bytes([byte]))
            time.sleep(pause_s)

    def each(self, pieces: Iterable[bytes], pause_s: float) -> None:
        """Sends pieces with a pause after each."""
        for piece in pieces:
            if self.stop.wait(pause_s):
                return
            self.send(piece)

    def forever(self, piece: bytes) -> None:
        """Sends a piece until the client goes away."""
        while not self.stop.is_set():
            self.send(piece)


Handler = Callable[[Request], None]


@dataclass
class Origin:
    """One listening socket; `handlers` answer by the first part of the path, `seen` keeps every request."""

    host: str = "127.0.0.1"
    tls: ssl.SSLContext | None = None
    handlers: dict[str, Handler] = field(default_factory=dict)
    seen: list[Request] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        self.stop = threading.Event()
        self._socket = socket.create_server((self.host, 0))
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str = "/", host: str | None = None) -> str:
        """An address of this origin, under its own host or another name for it."""
        return f"http{'s' if self.tls else ''}://{host or self.host}:{self.port}{path}"

    def close(self) -> None:
        """Ends it, and whatever it is still sending."""
        self.stop.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _serve(self) -> None:
        while not self.stop.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), contextlib.ExitStack() as stack:
            stack.enter_context(connection)
            connection.settimeout(10)
            if self.tls:
                connection = stack.enter_context(self.tls.wrap_socket(connection, server_side=True))
            data = b""
            while b"\r\n\r\n" not in data:
                piece = connection.recv(65536)
                if not piece:
                    return
                data += piece
            lines = data.decode("latin-1").split("\r\n")
            path, _, query = lines[0].split(" ")[1].partition("?")
            pairs = (line.split(": ", 1) for line in lines[1:] if ": " in line)
            headers = {name.lower(): value for name, value in pairs}
            request = Request(connection, self.stop, path, headers, query)
            self.seen.append(request)
            handler = self.handlers.get(path.split("/")[1], Request.answer)
            handler(request)
            connection.shutdown(socket.SHUT_WR)
            # Reset connections would hide what was sent: the client closes first.
            connection.recv(1)


@dataclass
class Net:
    """The site under test, a second origin, a canary that nobody may reach, and names that resolve as told."""

    site: Origin
    other: Origin
    canary: Origin
    names: dict[str, list[list[str]]]

    def close(self) -> None:
        """Ends all three."""
        for origin in (self.site, self.other, self.canary):
            origin.close()
