"""Which addresses may be connected to: the public ones, and those the caller allows."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from .options import Network

Address = IPv4Address | IPv6Address

# From the IANA special-purpose registries. `ipaddress.is_global` alone will not do: Python 3.11.7 takes
# 64:ff9b::7f00:2, 2002:7f00:2::, 224.0.0.1 and 192.88.99.1 for public.
REFUSED_V4 = tuple(
    (IPv4Network(network), reason)
    for network, reason in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a provider's customers"),
        ("127.0.0.0/8", "this machine"),
        ("169.254.0.0/16", "link-local, cloud metadata"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "benchmarks"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
REFUSED_V6 = tuple(
    (IPv6Network(network), reason)
    for network, reason in (
        ("::/128", "this network"),
        ("::1/128", "this machine"),
        ("64:ff9b:1::/48", "local translation"),
        ("100::/64", "discard"),
        ("2001::/23", "protocol assignments"),
        ("2001:db8::/32", "documentation"),
        ("3fff::/20", "documentation"),
        ("5f00::/16", "segment routing"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)
# Prefixes that hold an IPv4 address, and how many bits stand to the right of it.
EMBEDDING = tuple(
    (IPv6Network(network), shift)
    for network, shift in (("::ffff:0:0/96", 0), ("::/96", 0), ("64:ff9b::/96", 0), ("2002::/16", 80))
)
MAPPED = IPv6Network("::ffff:0:0/96")
TRANSLATED = IPv6Network("64:ff9b::/96")
GLOBAL_UNICAST = IPv6Network("2000::/3")


def parse_address(text: str) -> Address | None:
    """The address a text spells, None where it spells none; a mapped IPv4 address comes out as IPv4.

    >>> parse_address("::ffff:127.0.0.1")
    IPv4Address('127.0.0.1')
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.scope_id is None and address in MAPPED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def find_refusal(address: Address, allowed: Iterable[Network] = ()) -> str | None:
    """Why an address may not be connected to; None where it may.

    >>> find_refusal(ipaddress.ip_address("2002:7f00:1::"))
    'it holds 127.0.0.1 (this machine)'
    >>> find_refusal(ipaddress.ip_address("93.184.216.34")) is None
    True
    """
    if any(address.version == network.version and address in network for network in allowed):
        return None
    if isinstance(address, IPv4Address):
        return _find_reason(address)
    if address.scope_id is not None:
        return "it names an interface of this machine"
    for prefix, shift in EMBEDDING:
        if address in prefix and int(address) > 1:
            inner = IPv4Address((int(address) >> shift) & 0xFFFFFFFF)
            reason = _find_reason(inner)
            if reason:
                return f"it holds {inner} ({reason.removeprefix('it is not public: ')})"
    return _find_reason(address)


def _find_reason(address: Address) -> str | None:
    refused: tuple[tuple[Network, str], ...] = REFUSED_V4 if isinstance(address, IPv4Address) else REFUSED_V6
    for network, reason in refused:
        if address in network:
            return f"it is not public: {reason}"
    if isinstance(address, IPv6Address) and address not in GLOBAL_UNICAST and address not in TRANSLATED:
        return "it is not public: reserved"
    return None
