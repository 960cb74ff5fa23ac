"""Each case of bad servers and bad addresses ends in time, with the page or the right error."""

from __future__ import annotations

import copy
import time

import pytest

from newsclean.fetch.errors import FetchError
from newsclean.fetch.fetcher import FetchOptions, fetch_page
from tests.fetch.addresses import NAMES, SSRF, URL
from tests.fetch.answers import FRAME, LABEL, STATUS
from tests.fetch.bad_server import Net
from tests.fetch.cases import CAP, GROUPS, Case

ALL: dict[str, dict[str, Case]] = {
    **GROUPS, "label": LABEL, "frame": FRAME, "status": STATUS, "ssrf": SSRF, "url": URL
}  # fmt: skip
CASES = [pytest.param(case, name, id=f"{group}-{name}") for group, cases in ALL.items() for name, case in cases.items()]
OPTIONS = FetchOptions(timeout_s=1.0, max_bytes=CAP, allow_networks=("127.0.0.1/32",))
SLOW = {
    # On a busy machine a second is not enough to count megabytes.
    "trailer_endless", "header_lines_endless", "header_lines_without_colon_endless", "interim_headers_endless",
    "gzip_empty_members_endless", "gzip_1GB", "deflate_1GB", "zstd_1GB", "brotli_1GB", "gzip_in_many_members",
}  # fmt: skip
LIMIT_S = 6.0
"""Generous, as a machine may be busy: a fetch that ignores its deadline takes for ever."""


@pytest.mark.parametrize(("case", "name"), CASES)
def test_case(net: Net, case: Case, name: str) -> None:
    """Each ends in time with the page or an error that says where and what to do; nothing reaches the canary."""
    net.names |= copy.deepcopy(NAMES)
    if case.handler:
        net.site.handlers[name] = case.handler
    url = case.url.format(port=net.canary.port, site=net.site.url(""), site_port=net.site.port)
    options = FetchOptions(timeout_s=5.0, max_bytes=CAP, allow_networks=("127.0.0.1/32",)) if name in SLOW else OPTIONS
    began = time.monotonic()
    check(net.site.url(f"/{name}/a") if case.handler else url, case, options)
    assert time.monotonic() - began < LIMIT_S
    assert net.canary.connections == 0
    assert net.other.connections == 0


def check(url: str, case: Case, options: FetchOptions) -> None:
    if isinstance(case.expected, bytes):
        assert fetch_page(url, options=options).body == case.expected
        return
    with pytest.raises(FetchError) as caught:
        fetch_page(url, options=options)
    error = caught.value
    assert type(error) is case.expected, repr(error)
    assert error.url or not url.strip(), "an error names the address"
    assert len(error.url) <= 200
    assert str(error).isprintable()
    assert error.hint
    assert error.hint.isprintable()
    if case.status:
        assert error.status == case.status
    if case.status and case.status in (301, 302):
        assert error.hops[0] == (url, case.status)


@pytest.mark.parametrize("name", SSRF)
def test_private_addresses_are_refused_without_any_exception(net: Net, name: str) -> None:
    """However an address is spelled or resolved, with no network allowed nothing is connected to."""
    net.names |= copy.deepcopy(NAMES)
    case = SSRF[name]
    check(case.url.format(port=net.canary.port), case, FetchOptions(timeout_s=1.0))
    assert net.canary.connections == 0
    assert net.site.connections == 0


LISTED = {
    "ok": "plain gzip redirect_once redirect_308_relative http10",
    "slow": "headers_a_byte_at_a_time body_a_byte_at_a_time chunk_each_second redirect_body_drip interim_100_flood "
    "retry_after_429_3600",
    "big": "declared_2GB error_page_endless redirect_body_endless chunk_size_huge chunk_extension_endless header_10MB "
    "set_cookie_2000",
    "bomb": "gzip_1GB gzip_twice x_gzip_label truncated_gzip gzip_label_plain_body unknown_encoding brotli_1GB",
    "redirect": "two_cycle endless_new_paths cookie_loop to_file to_ftp to_javascript to_dict to_no_host to_empty "
    "to_broken_ipv6 to_space_in_host to_backslash_host to_1MB to_private_10 to_nat64",
    "ssrf": "direct_octal direct_short direct_trailing_dot direct_name_to_private direct_mixed_answers direct_fullwidth "
    "direct_upper_localhost",
    "url": "space port_99999 long_label bad_idna no_scheme javascript surrogate",
    "label": "charset_header_beats_meta no_charset_utf8 charset_python_codec charset_quoted no_content_type "
    "html_as_octet_stream video_endless attachment",
    "frame": "length_too_long length_too_short length_word two_lengths chunk_negative header_nul_and_latin1 http09 "
    "status_garbage status_999",
    "status": "403 410 502 304 206",
}
"""The cases that were asked for. Of the rest, `test_hops.py` has direct_rebinding, redirect_name, redirect_rebinding,
redirect_scheme_relative, meta_refresh, refresh_header and link_header_canonical, `test_leaks.py` cookie_domain_tld."""


@pytest.mark.parametrize("group", LISTED)
def test_every_listed_case_is_there(group: str) -> None:
    """No case of the list is missing."""
    assert set(LISTED[group].split()) <= set(ALL[group])
