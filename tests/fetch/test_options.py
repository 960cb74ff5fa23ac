"""What a fetch may be told, and what it makes of nonsense."""

from __future__ import annotations

import pickle
from dataclasses import fields

import pytest

import newsclean
from newsclean.api import FetchLimits
from newsclean.fetch.fetcher import FetchOptions, fetch_page
from tests.fetch.bad_server import PAGE, Net


def test_from_url_takes_every_option() -> None:
    """What FetchOptions has, from_url has as an argument."""
    assert set(FetchLimits.__annotations__) == {field.name for field in fields(FetchOptions)}


@pytest.mark.parametrize(
    "nonsense",
    [
        {"timeout_s": 0},
        {"timeout_s": -1},
        {"timeout_s": "20"},
        {"timeout_s": float("nan")},
        {"connect_timeout_s": 0},
        {"max_bytes": 0},
        {"max_redirects": 11},
        {"max_redirects": -1},
        {"max_redirects": "5"},
        {"allow_networks": "127.0.0.0/8"},
        {"allow_networks": ("localhost",)},
        {"allow_networks": ("10.0.0.0/33",)},
        {"user_agent": "a\r\nX-Injected: 1"},
        {"user_agent": "grüß"},
        {"contact": "a\nb"},
        {"headers": (("X-A", "1\r\nX-Injected: 1"),)},
        {"headers": (("X A", "1"),)},
        {"headers": (("", "1"),)},
        {"headers": {"X:A": "1"}},
    ],
    ids=str,
)
def test_nonsense_is_an_option_error(nonsense: dict[str, object]) -> None:
    """A value outside its range is named before anything is sent."""
    name = next(iter(nonsense))
    with pytest.raises(newsclean.OptionError, match="header" if name in ("headers", "user_agent", "contact") else name):
        newsclean.from_url("http://127.0.0.1:1/", **nonsense)  # type: ignore[arg-type]


def test_headers_may_be_a_mapping(net: Net) -> None:
    """As a user would write them."""
    options = FetchOptions(allow_networks=("127.0.0.1/32",), headers={"Accept-Language": "da"})  # type: ignore[arg-type]
    assert fetch_page(net.site.url("/a"), options=options).body == PAGE
    assert net.site.seen[0].headers["accept-language"] == "da"
    assert pickle.loads(pickle.dumps(options)) == options


def test_secrets_are_not_shown() -> None:
    """Headers and proxy may hold passwords, and stay out of logs."""
    options = FetchOptions(headers=(("Authorization", "Bearer s3cret"),), proxy="http://me:s3cret@10.0.0.1:3128")
    assert "s3cret" not in repr(options)


def test_ipv6_networks_can_be_allowed() -> None:
    """Both families, and networks written with host bits."""
    networks = FetchOptions(allow_networks=("::1/128", "10.1.2.3/8")).networks()
    assert [str(network) for network in networks] == ["::1/128", "10.0.0.0/8"]
