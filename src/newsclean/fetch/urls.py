"""Addresses as browsers read them, reduced to http and https: one normal form, or an error."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, unquote, urljoin

from .addresses import Address, parse_address
from .errors import BadUrl

MAX_URL_CHARS = 8192
MAX_HOST_CHARS = 253
MAX_LABEL_CHARS = 63
MAX_PORT = 65535
DEFAULT_PORTS = {"http": 80, "https": 443}

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_NEWLINES = re.compile(r"[\t\n\r]")
_EDGES = "".join(map(chr, range(0x21)))
_SURROGATE = re.compile("[\ud800-\udfff]")
_HOST = re.compile(r"[a-z0-9_\-]+(\.[a-z0-9_\-]+)*")
_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")
_USERINFO = re.compile(r"^(\s*(?:[A-Za-z][A-Za-z0-9+.\-]*:)?[/\\]{2,}|)[^/?#\\]*@")
_PATH_SAFE = "/%:@!$&'()*+,;=~-._[]|"
_QUERY_SAFE = _PATH_SAFE + "?{}\\^`"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `url` has no fragment and no credentials, `host` no brackets and no final dot."""

    url: str
    scheme: str
    host: str
    port: int
    address: Address | None = None
    credentials: tuple[str, str] | None = None

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port, which cookies and credentials never leave."""
        return self.scheme, self.host, self.port


def parse_url(text: str) -> Target:
    """The target of an absolute address.

    >>> parse_url(" HTTP://Example.com/a b#c ").url
    'http://example.com/a%20b'

    Raises:
        BadUrl: it is not absolute, not http(s), or cannot be read.
    """
    text = _clean(text)
    match = _SCHEME.match(text)
    if not match or text[match.end() : match.end() + 2] != "//":
        hint = "" if match and "." not in match[1] else f"Write https://{show_url(text).lstrip('/')[:60]}"
        if match and match[1].lower() not in DEFAULT_PORTS:
            raise BadUrl(f"only http and https are fetched, not {match[1][:20]}:", url=text, hint=hint)
        raise BadUrl("not an absolute http(s) address", url=text, hint=hint)
    scheme = match[1].lower()
    if scheme not in DEFAULT_PORTS:
        raise BadUrl(f"only http and https are fetched, not {scheme[:20]}:", url=text)
    rest = text[match.end() + 2 :]
    end = next((at for at, char in enumerate(rest) if char in "/?#"), len(rest))
    userinfo, _, hostport = rest[:end].rpartition("@")
    host, port, address = _parse_authority(hostport, scheme, text)
    shown = f"[{host}]" if isinstance(address, IPv6Address) else host
    if port != DEFAULT_PORTS[scheme]:
        shown += f":{port}"
    url = f"{scheme}://{shown}{_quote_path(rest[end:])}"
    return Target(url, scheme, host, port, address, _parse_userinfo(userinfo))


def join_url(base: Target, reference: str) -> Target:
    """The target of a reference in a response from `base`; credentials in it are dropped.

    Raises:
        BadUrl: it leads to no http(s) address.
    """
    reference = _clean(reference)
    if not reference:
        raise BadUrl("an empty address", url=base.url)
    if reference.startswith("//"):
        reference = f"{base.scheme}:{reference}"
    try:
        target = parse_url(reference if _SCHEME.match(reference) else urljoin(base.url, reference))
    except ValueError as exc:
        raise BadUrl(f"an address that cannot be read ({exc})", url=reference) from exc
    return Target(target.url, target.scheme, target.host, target.port, target.address)


def show_url(text: object) -> str:
    """An address as it may stand in a message: one line, no credentials, at most 200 characters.

    >>> show_url("http://me:secret@example.com/")
    'http://example.com/'
    """
    line = re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", "?", str(text)[:MAX_URL_CHARS])
    return drop_credentials(line)[:200]


def drop_credentials(url: str) -> str:
    """An address without the user name and password before its host; a broken one loses all that may be some.

    >>> drop_credentials("http://me:se@cret@example.com/a@b")
    'http://example.com/a@b'
    """
    return _USERINFO.sub(r"\1", url, count=1)


def _clean(text: str) -> str:
    if not isinstance(text, str):
        raise BadUrl(f"an address must be a str, not {type(text).__name__}")
    text = _NEWLINES.sub("", text[: MAX_URL_CHARS + 2].strip(_EDGES))
    if len(text) > MAX_URL_CHARS:
        raise BadUrl(f"an address of more than {MAX_URL_CHARS:,} characters", url=text[:200])
    if _SURROGATE.search(text):
        raise BadUrl("an address with half a character in it", url=show_url(text))
    before_query = re.split(r"[?#]", text, maxsplit=1)[0]
    # Browsers take \ for /, urllib does not: where that would change the host, nobody shall guess.
    if "\\" in before_query:
        match = re.match(r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?(?:[/\\]{2}[^/\\?#]*)?", before_query)
        authority = match[0] if match else ""
        after = before_query[len(authority) : len(authority) + 1]
        if "\\" in authority or (authority and after == "\\") or text.startswith("\\"):
            raise BadUrl("an address with a backslash beside its host", url=text)
        text = before_query.replace("\\", "/") + text[len(before_query) :]
    return text


def _parse_authority(text: str, scheme: str, url: str) -> tuple[str, int, Address | None]:
    if text.startswith("["):
        inside, closed, after = text[1:].partition("]")
        address = parse_address(inside)
        if not closed or address is None or "%" in inside or ":" not in inside or (after and after[0] != ":"):
            raise BadUrl("an IPv6 address that cannot be read", url=url)
        return str(address), _parse_port(after[1:], scheme, url), address
    host, _, port = text.partition(":")
    if not host:
        raise BadUrl("an address without a host", url=url)
    ascii_host = _parse_host(host, url)
    number = _parse_ipv4(ascii_host, url)
    return (str(number) if number else ascii_host), _parse_port(port, scheme, url), number


def _parse_port(text: str, scheme: str, url: str) -> int:
    if not text:
        return DEFAULT_PORTS[scheme]
    if not (text.isascii() and text.isdigit()) or len(text) > 6 or not 0 < int(text) <= MAX_PORT:
        raise BadUrl(f"no port: {text[:10]!r}", url=url)
    return int(text)


def _parse_host(text: str, url: str) -> str:
    try:
        host = unquote(text, errors="strict") if "%" in text and text.isascii() else text
        if not host.isascii():
            import idna

            host = idna.encode(host[: MAX_HOST_CHARS + 1], uts46=True, transitional=False).decode("ascii")
        host = host.lower().removesuffix(".")
        for label in host.split("."):
            if label.startswith("xn--"):
                _check_punycode(label.removeprefix("xn--"))
    except ValueError as exc:  # idna.IDNAError and UnicodeError are ValueErrors
        raise BadUrl(f"a host name that cannot be read: {text[:60]!r}", url=url) from exc
    if not _HOST.fullmatch(host) or len(host) > MAX_HOST_CHARS:
        raise BadUrl(f"a host name that cannot be read: {text[:60]!r}", url=url)
    if any(len(label) > MAX_LABEL_CHARS for label in host.split(".")):
        raise BadUrl(f"a part of a host name over {MAX_LABEL_CHARS} characters", url=url)
    return host


def _check_punycode(text: str) -> None:
    """Looser than IDNA 2008, which knows no symbols though such domains exist."""
    label = text.encode("ascii").decode("punycode")
    odd = any(unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Cs", "Lu", "Zs") for char in label)
    if label.isascii() or odd or label.encode("punycode").decode("ascii") != text:
        raise ValueError("not a name")


def _parse_ipv4(host: str, url: str) -> IPv4Address | None:
    """The address of a host that ends in a number, in any spelling that a resolver takes; None for a name."""
    parts = host.split(".")
    if not _NUMBER.fullmatch(parts[-1]):
        return None
    values = [_parse_number(part) for part in parts] if len(parts) <= 4 else [None]
    last = values.pop()
    if last is None or last >= 256 ** (4 - len(values)) or any(value is None or value > 255 for value in values):
        raise BadUrl(f"an IPv4 address that cannot be read: {host[:60]!r}", url=url)
    number = last
    for at, value in enumerate(values):
        assert value is not None
        number += value << (8 * (3 - at))
    return IPv4Address(number)


def _parse_number(text: str) -> int | None:
    if not _NUMBER.fullmatch(text) or len(text) > 20:
        return None
    try:
        if text[:2].lower() == "0x":
            return int(text[2:] or "0", 16)
        return int(text, 8 if len(text) > 1 and text[0] == "0" else 10)
    except ValueError:
        return None


def _quote_path(text: str) -> str:
    text = text.split("#", 1)[0]
    path, mark, query = text.partition("?")
    return (quote(path, safe=_PATH_SAFE) or "/") + mark + quote(query, safe=_QUERY_SAFE)


def _parse_userinfo(text: str) -> tuple[str, str] | None:
    if not text:
        return None
    name, _, password = text.partition(":")
    return unquote(name), unquote(password)
