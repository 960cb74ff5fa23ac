"""Connections that go only to vetted addresses and end at the deadline, under requests and urllib3.

The pools override `_new_conn()` and set up the connection that comes out, instead of naming a connection class of their
own: recorders of HTTP traffic (vcrpy) put their classes in that place, and would otherwise see nothing.
"""

from __future__ import annotations

import functools
import http.client
import io
import queue
import socket
import threading
from collections.abc import Callable
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from .addresses import Address, find_refusal, parse_address
from .deadline import READ_BYTES, Meter, MeteredReader
from .errors import BlockedAddress, FetchTimeout, Unreachable
from .options import FetchOptions
from .urls import Target

MAX_INTERIM_RESPONSES = 10
HINT_PRIVATE = "Allow it by name (allow_networks, --allow-network), if you trust where the address comes from"

SockAddr = tuple[socket.AddressFamily, tuple[Any, ...]]


class Guard:
    """Decides where connections may go, and makes them."""

    def __init__(self, options: FetchOptions, meter: Meter) -> None:
        self.meter = meter
        self._networks = options.networks()
        self._allow_all = options.allow_private_hosts
        self._connect_timeout_s = options.connect_timeout_s
        self.proxied = False

    def check(self, address: Address, host: str) -> None:
        """Passes if the address may be connected to.

        Raises:
            BlockedAddress: it may not.
        """
        reason = None if self._allow_all else find_refusal(address, self._networks)
        if reason:
            named = str(address) if host == str(address) else f"{host} ({address})"
            raise BlockedAddress(f"{named} is not fetched from: {reason}", hint=HINT_PRIVATE)

    def vet(self, host: str, port: int) -> list[SockAddr]:
        """Where the host is, all of which may be connected to.

        Raises:
            BlockedAddress: one of its addresses may not be connected to.
            Unreachable: it has none.
        """
        answers = self._resolve(host, port)
        for _, place in answers:
            address = parse_address(str(place[0]).split("%")[0])
            if address is None:
                raise BlockedAddress(f"{host} resolves to no address", hint=HINT_PRIVATE)
            self.check(address, host)
        return answers

    def connect(self, host: str, port: int) -> socket.socket:
        """A socket to the host. It is looked up once; every answer is vetted before a packet goes to any of them."""
        answers = self._resolve(host, port) if self.proxied else self.vet(host, port)
        error: OSError | None = None
        for family, place in answers:
            try:
                return self._connect(family, place)
            except OSError as exc:
                error = exc
        if isinstance(error, TimeoutError):
            raise FetchTimeout(f"{host} does not answer", hint="Try again later") from error
        raise Unreachable(f"{host} cannot be reached ({error})", hint="Check the address, or try again later")

    def _connect(self, family: socket.AddressFamily, place: tuple[Any, ...]) -> socket.socket:
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(min(self._connect_timeout_s, self.meter.left_s()))
            sock.connect(place)
            # For the TLS handshake and the request; reads get what is left, each time anew.
            sock.settimeout(self.meter.left_s())
        except BaseException:
            sock.close()
            raise
        return sock

    def _resolve(self, host: str, port: int) -> list[SockAddr]:
        literal = parse_address(host)
        if literal is not None:
            family = socket.AF_INET if literal.version == 4 else socket.AF_INET6
            return [(family, (str(literal), port))]
        # A look-up cannot be timed out, so it is left to a thread that nobody waits for longer than the deadline.
        answers: queue.SimpleQueue[list[SockAddr] | Exception] = queue.SimpleQueue()
        threading.Thread(target=_look_up, args=(host, port, answers), name="newsclean-resolve", daemon=True).start()
        try:
            answer = answers.get(timeout=self.meter.left_s())
        except queue.Empty:
            raise FetchTimeout(f"{host} was not looked up in time", hint="Try again later") from None
        if isinstance(answer, Exception):
            raise Unreachable(f"{host} is not known ({answer})", hint="Check the host's name") from answer
        if not answer:
            raise Unreachable(f"{host} has no address", hint="Check the host's name")
        return answer


def _look_up(host: str, port: int, answers: queue.SimpleQueue[list[SockAddr] | Exception]) -> None:
    try:
        found = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
        answers.put([(family, place) for family, _, _, _, place in found])
    except Exception as exc:  # noqa: BLE001 - whatever a resolver raises is told in the thread that waits
        answers.put(exc)


class GuardedResponse(http.client.HTTPResponse):
    """A response read through the meter, with an end to interim responses and no guessing about its length."""

    def __init__(self, sock: socket.socket, *args: Any, meter: Meter, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self._meter = meter
        meter.start_response()
        raw: io.RawIOBase = self.fp.detach()
        self.fp: Any = io.BufferedReader(MeteredReader(sock, raw, meter), READ_BYTES)

    def _read_status(self) -> tuple[str, int, str]:
        read_status: Callable[[], tuple[str, int, str]] = super()._read_status  # type: ignore[misc]
        for _ in range(MAX_INTERIM_RESPONSES):
            version, status, reason = read_status()
            if not 100 <= status < 200 or status == http.client.SWITCHING_PROTOCOLS:
                return version, status, reason
            http.client._read_headers(self.fp)  # type: ignore[attr-defined]
        raise http.client.HTTPException(f"more than {MAX_INTERIM_RESPONSES} interim responses")

    def begin(self) -> None:
        """Reads the head.

        Raises:
            http.client.HTTPException: it is none, or does not say clearly where the body ends.
        """
        super().begin()
        self._meter.end_head()
        coding = (self.headers.get("transfer-encoding") or "").strip().lower()
        if coding not in ("", "identity", "chunked"):
            raise http.client.HTTPException(f"unknown transfer coding {coding[:40]!r}")
        if self.status == http.client.SWITCHING_PROTOCOLS:
            raise http.client.HTTPException("switched protocols unasked")
        lengths = ",".join(self.headers.get_all("content-length", []))
        if len({length.strip() for length in lengths.split(",")}) > 1 and not self.chunked:
            raise http.client.HTTPException("two lengths that differ")


def _guard_connection(connection: Any, guard: Guard) -> Any:
    connection._new_conn = functools.partial(_connect, connection, guard)
    connection.response_class = functools.partial(GuardedResponse, meter=guard.meter)
    return connection


def _connect(connection: Any, guard: Guard) -> socket.socket:
    return guard.connect(connection._dns_host, connection.port)


class GuardedHTTPPool(HTTPConnectionPool):
    """urllib3's pool, its connections made by a guard."""

    def __init__(self, *args: Any, guard: Guard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._guard = guard

    def _new_conn(self) -> Any:
        return _guard_connection(super()._new_conn(), self._guard)


class GuardedHTTPSPool(HTTPSConnectionPool):
    """urllib3's pool for TLS, its connections made by a guard."""

    def __init__(self, *args: Any, guard: Guard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._guard = guard

    def _new_conn(self) -> Any:
        return _guard_connection(super()._new_conn(), self._guard)


class GuardedAdapter(HTTPAdapter):
    """A requests adapter whose pools are guarded; it may be mounted on any session."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """As the adapter's own, with guarded pools."""
        super().init_poolmanager(*args, **kwargs)
        _guard_pools(self.poolmanager, self._guard)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        """As the adapter's own; the proxy, which the caller chose, may be anywhere."""
        manager = super().proxy_manager_for(proxy, **kwargs)
        self._guard.proxied = True
        _guard_pools(manager, self._guard)
        return manager


def _guard_pools(manager: Any, guard: Guard) -> None:
    manager.pool_classes_by_scheme = {
        "http": functools.partial(GuardedHTTPPool, guard=guard),
        "https": functools.partial(GuardedHTTPSPool, guard=guard),
    }


class Transport:
    """Sends single GET requests, follows nothing, and keeps no cookies; close it."""

    def __init__(self, options: FetchOptions, meter: Meter, session: requests.Session | None = None) -> None:
        self.meter = meter
        self._options = options
        self._session = session
        self._guard = Guard(options, meter)
        self._adapter = GuardedAdapter(self._guard)

    def send(self, target: Target, headers: dict[str, str], credentials: tuple[str, str] | None) -> requests.Response:
        """The response, its body unread."""
        if target.address is not None:
            self._guard.check(target.address, target.host)
        timeout = (min(self._options.connect_timeout_s, self.meter.left_s()), self.meter.left_s())
        request = requests.Request("GET", target.url, headers=headers)
        if credentials:
            request.auth = credentials
        if self._session is not None:
            # The session's own sockets are out of reach: what can be done is to vet the host before each request.
            self._guard.vet(target.host, target.port)
            prepared = self._session.prepare_request(request)
            return self._session.send(prepared, stream=True, timeout=timeout, allow_redirects=False)
        proxies = self._find_proxies(target)
        if self._options.use_environment and not credentials:
            request.auth = requests.utils.get_netrc_auth(target.url)
        verify: bool | str = self._options.ca_bundle or True
        return self._adapter.send(request.prepare(), stream=True, timeout=timeout, verify=verify, proxies=proxies)

    def close(self) -> None:
        """Closes every connection."""
        self._adapter.close()

    def _find_proxies(self, target: Target) -> dict[str, str]:
        if self._options.proxy:
            return {"http": self._options.proxy, "https": self._options.proxy}
        if self._options.use_environment:
            return dict(requests.utils.get_environ_proxies(target.url))
        return {}
