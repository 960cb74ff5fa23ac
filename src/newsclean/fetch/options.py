"""What a fetch may do, and what it returns."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import metadata
from typing import Protocol

from newsclean.model.errors import OptionError

MAX_REDIRECTS = 10
"""More than this cannot be asked for."""

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Hops = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """What a fetch may do. Frozen, picklable; a value outside its range raises `OptionError`.

    Attributes:
        timeout_s: Seconds for everything: looking up, connecting, each redirect, the body.
        connect_timeout_s: Of these, at most so many for one connection.
        max_bytes: Of the body, on the wire and decompressed.
        max_redirects: 0 to 10; a meta refresh counts as one.
        user_agent: The whole header; None: newsclean's own, with `contact`.
        contact: An address or URL where the crawler's owner can be reached.
        ignore_robots: False: robots.txt is asked first. True: it is not. None: it is not for a single page; the
            command and batches ask it.
        allow_private_hosts: Every address may be fetched from, private networks and this machine, too.
        allow_networks: Only these may, beside the public ones, as ("10.1.0.0/16",).
        headers: More headers, as (name, value). Those that are credentials go to the host asked for alone.
        ca_bundle: A file or folder of certificates to trust instead of the public ones. Verification is never off.
        proxy: The proxy to use, as "http://10.0.0.1:3128". The proxy then looks up the hosts' addresses.
        use_environment: Whether HTTP_PROXY, NO_PROXY and .netrc are read.
        cache: A folder where pages are kept, to be asked for anew only as HTTP says (needs `newsclean[cache]`). What
            is fetched with credentials is not kept.
    """

    timeout_s: float = 20.0
    connect_timeout_s: float = 10.0
    max_bytes: int = 10_000_000
    max_redirects: int = 5
    user_agent: str | None = None
    contact: str | None = None
    ignore_robots: bool | None = None
    allow_private_hosts: bool = False
    allow_networks: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)  # they may be secret
    ca_bundle: str | None = None
    proxy: str | None = field(default=None, repr=False)
    use_environment: bool = False
    cache: str | None = None

    def __post_init__(self) -> None:
        for name in ("timeout_s", "connect_timeout_s", "max_bytes"):
            value: object = getattr(self, name)
            if not isinstance(value, int | float) or not value > 0:
                raise OptionError(f"{name} must be a number above 0, not {value!r:.40}")
        redirects: object = self.max_redirects
        if not isinstance(redirects, int) or not 0 <= redirects <= MAX_REDIRECTS:
            raise OptionError(f"max_redirects must be 0 to {MAX_REDIRECTS}, not {redirects!r:.40}")
        networks: object = self.allow_networks
        if isinstance(networks, str):
            raise OptionError("allow_networks must be a tuple of networks, not a str")
        self.networks()
        self._check_headers()

    def _check_headers(self) -> None:
        given: object = self.headers
        if isinstance(given, Mapping):
            object.__setattr__(self, "headers", tuple(given.items()))
        for name, _ in self.headers:
            if not _HEADER_NAME.fullmatch(name):
                raise OptionError(f"a header cannot have the name {name!r:.60}")
        for text in (self.user_agent, self.contact, *(part for pair in self.headers for part in pair)):
            if text is not None and not (text.isascii() and text.isprintable()):
                raise OptionError(f"a header must be printable ASCII, not {text!r:.60}")

    def networks(self) -> tuple[Network, ...]:
        """`allow_networks`, parsed."""
        try:
            return tuple(ipaddress.ip_network(text, strict=False) for text in self.allow_networks)
        except ValueError as exc:
            raise OptionError(f"allow_networks: {exc}") from exc

    def agent(self) -> str:
        """The User-Agent that is sent, as `newsclean/1.0 (+https://example.org/bot)`."""
        if self.user_agent is not None:
            return self.user_agent
        try:
            version = metadata.version("newsclean")
        except metadata.PackageNotFoundError:
            version = "0"
        return f"newsclean/{version}" + (f" (+{self.contact})" if self.contact else "")


class Headers(tuple[tuple[str, str], ...]):
    """A response's headers as pairs of name and value, in their order, repeated ones repeated.

    >>> Headers([("Content-Type", "text/html")]).get("content-type")
    'text/html'
    """

    __slots__ = ()

    def items(self) -> tuple[tuple[str, str], ...]:
        """The pairs, for those who expect a mapping."""
        return tuple(self)

    def get(self, name: str) -> str | None:
        """The value of a header, whatever the case of its name; several are joined by a comma."""
        found = self.all(name)
        return ", ".join(found) if found else None

    def all(self, name: str) -> list[str]:
        """Every value of a header."""
        return [value for key, value in self if key.lower() == name.lower()]


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as it came, decompressed but not decoded.

    Attributes:
        url_asked: The address as it was given, without credentials.
        url: The address that answered, without fragment and credentials.
        status: Its HTTP status.
        headers: Its headers; `headers.get("content-type")` ignores case.
        body: Its bytes.
        hops: Addresses and statuses that led there, the first one asked for; empty without a redirect.
        content_type: The Content-Type header as it came, which may name a charset; None where there is none.
        notes: What was put right on the way, as sentences.
    """

    url_asked: str
    url: str
    status: int
    headers: Headers
    body: bytes
    hops: Hops = ()
    content_type: str | None = None
    notes: tuple[str, ...] = ()


class Fetcher(Protocol):
    """How to hand in a fetcher of one's own: any function of this form, which raises `FetchError`s."""

    def __call__(self, url: str, *, options: FetchOptions) -> FetchedPage:
        """The page at an address."""
        ...
