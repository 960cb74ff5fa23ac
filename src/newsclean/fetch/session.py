"""Connections that go only to vetted addresses and end at the deadline, under requests and urllib3.

The pools override `_new_conn()` and set up the connection that comes out, instead of naming a connection class of their
own: recorders of HTTP traffic (vcrpy) put their classes in that place, and would otherwise see nothing.
"""

from __future__ import annotations

import functools
import queue
import socket
import threading
from typing import TYPE_CHECKING, Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from .addresses import Address, find_refusal, parse_address
from .deadline import Meter
from .errors import BlockedAddress, FetchTimeout, Unreachable
from .options import FetchOptions
from .response import GuardedResponse
from .urls import Target

if TYPE_CHECKING:
    from .cache import PageCache

IMPERSONAL_HEADERS = frozenset(
    {"accept", "accept-encoding", "accept-language", "cache-control", "connection", "dnt", "user-agent"}
)
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

    def request_url(self, request: requests.PreparedRequest, proxies: Any) -> str:
        """As the adapter's own, which would make `/a` of `//a`; those may be two pages."""
        url = super().request_url(request, proxies)
        asked = request.path_url
        return asked if asked.startswith("//") and url == "/" + asked.lstrip("/") else url

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
        self._cache: PageCache | None = None

    def send(
        self, target: Target, headers: dict[str, str], credentials: tuple[str, str] | None, *, is_home: bool = True
    ) -> requests.Response:
        """The response, its body unread. `is_home`: whether a session's own headers and log-in may go there."""
        if target.address is not None:
            self._guard.check(target.address, target.host)
        timeout = (min(self._options.connect_timeout_s, self.meter.left_s()), self.meter.left_s())
        request = requests.Request("GET", target.url, headers=headers)
        if credentials:
            request.auth = credentials
        if self._session is not None:
            return self._send_by(self._session, request, target, is_home, timeout)
        proxies = self._find_proxies(target)
        if self._options.use_environment and not credentials:
            request.auth = requests.utils.get_netrc_auth(target.url)
        verify: bool | str = self._options.ca_bundle or True
        prepared = request.prepare()
        if self._options.cache and not _is_personal(prepared):
            return self._open_cache().send(prepared, timeout=timeout, verify=verify, proxies=proxies)
        return self._adapter.send(prepared, stream=True, timeout=timeout, verify=verify, proxies=proxies)

    def _open_cache(self) -> PageCache:
        if self._cache is None:
            from .cache import PageCache

            self._cache = PageCache(self._options, self._guard, self.meter)
        return self._cache

    def _send_by(
        self,
        session: requests.Session,
        request: requests.Request,
        target: Target,
        is_home: bool,
        timeout: tuple[float, float],
    ) -> requests.Response:
        # The session's own sockets are out of reach: what can be done is to vet the host before each request.
        self._guard.vet(target.host, target.port)
        if not self._options.use_environment and not (request.auth or session.auth):
            request.auth = _as_it_is  # keeps requests from looking into .netrc
        if is_home:
            prepared = session.prepare_request(request)
        else:
            prepared = request.prepare()
            prepared.prepare_cookies(session.cookies)
        proxies = {**session.proxies, **self._find_proxies(target)}
        return session.send(prepared, stream=True, timeout=timeout, allow_redirects=False, proxies=proxies)

    def close(self) -> None:
        """Closes every connection."""
        self._adapter.close()
        if self._cache is not None:
            self._cache.close()

    def _find_proxies(self, target: Target) -> dict[str, str]:
        if self._options.proxy:
            return {"http": self._options.proxy, "https": self._options.proxy}
        if self._options.use_environment:
            return dict(requests.utils.get_environ_proxies(target.url))
        return {}


def _is_personal(request: requests.PreparedRequest) -> bool:
    """Whether the answer may be meant for the caller alone."""
    return any(name.lower() not in IMPERSONAL_HEADERS for name in request.headers)


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request
