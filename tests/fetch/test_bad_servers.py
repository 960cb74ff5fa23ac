"""What a bad server does, case by case, and what must come of it."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable

import brotli
import pytest

from newsclean.fetch.errors import (
    BadResponse,
    BadUrl,
    BlockedAddress,
    FetchError,
    FetchTimeout,
    HttpStatus,
    NotHtml,
    TooLarge,
    TooManyRedirects,
    Unreachable,
)
from newsclean.fetch.fetcher import FetchOptions, fetch_page

PAGE = b"<!DOCTYPE html><html><head><title>Ferry</title></head><body><p>The ferry sailed at noon.</p></body></html>"
CAP = 1_000_000
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
OPTIONS = FetchOptions(timeout_s=1.0, max_bytes=CAP, allow_networks=("127.0.0.1/32",))
LIMIT_S = 6.0  # generous: a machine may be busy; a fetch that ignores its deadline takes for ever


def drip_headers(request):
    request.drip(HEAD + b"X-Slow: " + b"x" * 10_000)


def drip_body(request):
    request.send(HEAD + b"\r\n")
    request.drip(b"<p>" + b"x" * 10_000)


def chunk_each_second(request):
    request.send(CHUNKED)
    while not request.stop.wait(0.3):
        request.send(b"3\r\n<p>\r\n")


def redirect_then_drip(request):
    if request.target.endswith("/after"):
        return request.answer()
    request.send(b"HTTP/1.1 302 Found\r\nLocation: " + request.target.encode() + b"/after\r\n\r\n")
    request.drip(b"x" * 10_000)
    return None


def interim_flood(request):
    request.forever(b"HTTP/1.1 100 Continue\r\n\r\n")


def early_hints(request):
    request.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n")
    request.answer()


def endless_headers(request):
    request.send(HEAD)
    request.send(b"X-Long: " + b"x" * 10_000_000)


def many_header_lines(request):
    request.send(HEAD + b"".join(b"Set-Cookie: c%d=1\r\n" % number for number in range(2000)) + b"\r\n" + PAGE)


def endless_error_page(request):
    request.send(b"HTTP/1.1 500 Oh\r\nContent-Type: text/html\r\n\r\n")
    request.forever(b"x" * 65536)


def endless_body(request):
    request.send(HEAD + b"\r\n")
    request.forever(b"<p>words and words</p>" * 1000)


def redirect_then_endless(request):
    if request.target.endswith("/after"):
        return request.answer()
    request.send(b"HTTP/1.1 302 Found\r\nLocation: " + request.target.encode() + b"/after\r\n\r\n")
    request.forever(b"x" * 65536)
    return None


def raw(data: bytes) -> Callable[[object], None]:
    return lambda request: request.send(data)


def raw_forever(data: bytes, piece: bytes) -> Callable[[object], None]:
    def handle(request):
        request.send(data)
        request.forever(piece)

    return handle


def answer(status: str = "200 OK", body: bytes = PAGE, **headers: str) -> Callable[[object], None]:
    return lambda request: request.answer(status, body, **headers)


def redirect(location: str, status: str = "302 Found") -> Callable[[object], None]:
    return lambda request: request.redirect(location, status)


def once(location: str, status: str = "302 Found") -> Callable[[object], None]:
    """A redirect below the case's own path, which then answers."""
    return lambda request: request.answer() if request.target.endswith("/b") else request.redirect(location, status)


def two_cycle(request):
    request.redirect("/two_cycle/b" if not request.target.endswith("/b") else "/two_cycle/a")


def endless_new_paths(request):
    request.redirect(f"/endless_new_paths/{time.monotonic_ns()}")


def cookie_loop(request):
    request.redirect(request.target, Set_Cookie=f"n={time.monotonic_ns()}")


def cookie_wall(request):
    if "seen=1" in request.headers.get("cookie", ""):
        return request.answer()
    return request.redirect(request.target, Set_Cookie="seen=1; Path=/; Secure; Domain=.test")


def gzip_bomb(name: str, pieces: int = 1000) -> Callable[[object], None]:
    """A gzip stream that unfolds to `pieces` MB."""

    def handle(request):
        packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
        first = packer.compress(b"<p>" + b" " * 999_997) + packer.flush(zlib.Z_FULL_FLUSH)
        piece = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
        body = first + piece * (pieces - 1)
        request.answer(body=body, Content_Encoding=name)

    return handle


def brotli_bomb(request):
    packer = brotli.Compressor(quality=1)
    body = b"".join(packer.process(b" " * 1_000_000) for _ in range(100)) + packer.finish()
    request.answer(body=body, Content_Encoding="br")


def deflate_raw(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


GZIPPED = gzip.compress(PAGE)
LONG = gzip.compress(b"<p>" + bytes(range(256)) * 4000)
OK = PAGE

CASES = {
    # ok
    "plain": (answer(), OK),
    "gzip": (answer(body=GZIPPED, Content_Encoding="gzip"), OK),
    "deflate": (answer(body=zlib.compress(PAGE), Content_Encoding="deflate"), OK),
    "deflate_without_wrapper": (answer(body=deflate_raw(PAGE), Content_Encoding="deflate"), OK),
    "brotli": (answer(body=brotli.compress(PAGE), Content_Encoding="br"), OK),
    "gzip_two_members": (answer(body=gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:]), Content_Encoding="gzip"), OK),
    "gzip_padded": (answer(body=GZIPPED + b"\0" * 20, Content_Encoding="gzip"), OK),
    "redirect_once": (once("/redirect_once/b"), OK),
    "redirect_308_relative": (once("b", "308 Permanent Redirect"), OK),
    "http10": (raw(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE), OK),
    "chunked": (raw(CHUNKED + b"%x;ext=1\r\n%s\r\n0\r\nTrailer: 1\r\n\r\n" % (len(PAGE), PAGE)), OK),
    "early_hints": (early_hints, OK),
    "cookie_wall": (cookie_wall, OK),
    # slow
    "headers_a_byte_at_a_time": (drip_headers, FetchTimeout),
    "body_a_byte_at_a_time": (drip_body, FetchTimeout),
    "chunk_each_second": (chunk_each_second, FetchTimeout),
    "redirect_body_drip": (redirect_then_drip, OK),
    "interim_100_flood": (interim_flood, BadResponse),
    "silence": (lambda request: request.stop.wait(5), FetchTimeout),
    "retry_after_429_3600": (answer("429 Too Many Requests", Retry_After="3600"), HttpStatus),
    # big
    "declared_2GB": (raw(HEAD + b"Content-Length: 2000000000\r\n\r\n<p>"), TooLarge),
    "endless_body": (endless_body, TooLarge),
    "error_page_endless": (endless_error_page, HttpStatus),
    "redirect_body_endless": (redirect_then_endless, OK),
    "chunk_size_huge": (raw(CHUNKED + b"ffffffffffffffffff\r\n<p>few words</p>"), BadResponse),
    "chunk_size_huge_and_fed": (raw_forever(CHUNKED + b"ffffffffffffffffff\r\n", b"x" * 65536), TooLarge),
    "chunk_extension_endless": (raw_forever(CHUNKED + b"5;", b"x" * 65536), TooLarge),
    "trailer_endless": (raw_forever(CHUNKED + b"3\r\n<p>\r\n0\r\n", b"X-T: 1\r\n" * 1000), TooLarge),
    "header_10MB": (endless_headers, TooLarge),
    "set_cookie_2000": (many_header_lines, TooLarge),
    # bomb
    "gzip_1GB": (gzip_bomb("gzip"), TooLarge),
    "gzip_twice": (answer(body=gzip.compress(GZIPPED), Content_Encoding="gzip, gzip"), OK),
    "gzip_twice_bomb": (
        answer(body=gzip.compress(gzip.compress(b" " * 5_000_000)), Content_Encoding="gzip, gzip"),
        TooLarge,
    ),
    "gzip_three_times": (answer(body=GZIPPED, Content_Encoding="gzip, gzip, gzip"), BadResponse),
    "x_gzip_label": (answer(body=GZIPPED, Content_Encoding="X-GZIP"), OK),
    "truncated_gzip": (answer(body=LONG[: len(LONG) // 2], Content_Encoding="gzip"), BadResponse),
    "damaged_gzip": (answer(body=GZIPPED[:20] + b"\xff" * 20 + GZIPPED[40:], Content_Encoding="gzip"), BadResponse),
    "gzip_label_plain_body": (answer(Content_Encoding="gzip"), OK),
    "charset_as_encoding": (answer(Content_Encoding="UTF-8"), OK),
    "unknown_encoding": (answer(Content_Encoding="rot13"), BadResponse),
    "brotli_1GB": (brotli_bomb, TooLarge),
    "truncated_brotli": (answer(body=brotli.compress(PAGE)[:-5], Content_Encoding="br"), BadResponse),
    # redirect
    "two_cycle": (two_cycle, TooManyRedirects),
    "endless_new_paths": (endless_new_paths, TooManyRedirects),
    "cookie_loop": (cookie_loop, TooManyRedirects),
    "to_file": (redirect("file:///etc/passwd"), BadUrl),
    "to_ftp": (redirect("ftp://127.0.0.1/"), BadUrl),
    "to_javascript": (redirect("javascript:alert(1)"), BadUrl),
    "to_dict": (redirect("dict://127.0.0.1:11211/stats"), BadUrl),
    "to_no_host": (redirect("http:///path"), BadUrl),
    "to_empty": (redirect(""), BadUrl),
    "to_nowhere": (answer("302 Found", b""), BadResponse),
    "to_broken_ipv6": (redirect("http://[::1"), BadUrl),
    "to_space_in_host": (redirect("http://exa mple.test/"), BadUrl),
    "to_backslash_host": (redirect("http:\\\\127.0.0.2\\"), BadUrl),
    "to_backslash_userinfo": (redirect("http://127.0.0.1\\@127.0.0.2/"), BadUrl),
    "to_1MB": (lambda request: request.redirect("/" + "x" * 1_000_000), TooLarge),
    "to_60kB": (lambda request: request.redirect("/" + "x" * 60_000), BadUrl),
    "to_private_10": (redirect("http://10.0.0.1/"), BlockedAddress),
    "to_nat64": (redirect("http://[64:ff9b::7f00:2]/"), BlockedAddress),
    # ssrf
    "link_header_canonical": (answer(Link="<http://127.0.0.2/>; rel=canonical"), OK),
    # label
    "charset_header_beats_meta": (answer(Content_Type="text/html; charset=windows-1251"), OK),
    "no_charset_utf8": (answer(Content_Type="text/html"), OK),
    "charset_python_codec": (answer(Content_Type="text/html; charset=rot13"), OK),
    "charset_quoted": (answer(Content_Type='text/html; charset="utf-8"'), OK),
    "no_content_type": (raw(b"HTTP/1.1 200 OK\r\n\r\n" + PAGE), OK),
    "no_content_type_pdf": (raw(b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7 ..."), NotHtml),
    "html_as_octet_stream": (answer(Content_Type="application/octet-stream"), OK),
    "zip_as_octet_stream": (answer(body=b"PK\x03\x04aaaa", Content_Type="application/octet-stream"), NotHtml),
    "xhtml_as_xml": (answer(Content_Type="application/xml"), OK),
    "feed_as_xml": (answer(body=b"<?xml version='1.0'?><rss><channel/></rss>", Content_Type="text/xml"), NotHtml),
    "json_as_text": (answer(body=b'{"a": [1]}', Content_Type="text/x-unknown"), NotHtml),
    "plain_text": (answer(body=b"The ferry sailed.", Content_Type="text/plain"), b"The ferry sailed."),
    "nonsense_type": (answer(Content_Type="html"), OK),
    "video_endless": (raw_forever(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n", b"\0" * 65536), NotHtml),
    "pdf": (answer(Content_Type="application/pdf"), NotHtml),
    "json": (answer(Content_Type="application/ld+json"), NotHtml),
    "feed": (answer(Content_Type="application/rss+xml"), NotHtml),
    "image": (answer(Content_Type="image/png"), NotHtml),
    "attachment": (answer(Content_Disposition="attachment; filename=a.html"), OK),
    # frame
    "length_too_long": (raw(HEAD + b"Content-Length: 5000\r\n\r\n" + PAGE), BadResponse),
    "length_too_short": (raw(HEAD + b"Content-Length: 50\r\n\r\n" + PAGE), PAGE[:50]),
    "length_word": (raw(HEAD + b"Content-Length: many\r\n\r\n" + PAGE), OK),
    "two_lengths": (raw(HEAD + b"Content-Length: 5\r\nContent-Length: 105\r\n\r\n" + PAGE), BadResponse),
    "two_lengths_alike": (raw(HEAD + b"Content-Length: %d\r\n" % len(PAGE) * 2 + b"\r\n" + PAGE), OK),
    "chunk_negative": (raw(CHUNKED + b"-5\r\n<p>few\r\n0\r\n\r\n"), BadResponse),
    "chunk_minus_one": (raw(CHUNKED + b"-1\r\n<p>few\r\n0\r\n\r\n"), BadResponse),
    "chunk_word": (raw(CHUNKED + b"zz\r\n<p>few\r\n0\r\n\r\n"), BadResponse),
    "chunk_cut": (raw(CHUNKED + b"50\r\n<p>few"), BadResponse),
    "unknown_transfer_coding": (raw(HEAD + b"Transfer-Encoding: gzip\r\n\r\n" + GZIPPED), BadResponse),
    "header_nul_and_latin1": (raw(HEAD + b"X-Odd: a\0b\xe9\r\n\r\n" + PAGE), OK),
    "http09": (raw(PAGE), BadResponse),
    "status_garbage": (raw(b"HTTP/1.1 OK fine\r\n\r\n" + PAGE), BadResponse),
    "status_999": (answer("999 Denied"), HttpStatus),
    "switching_protocols": (raw(b"HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n"), BadResponse),
    "nothing": (raw(b""), BadResponse),
    # status
    "403": (answer("403 Forbidden"), HttpStatus),
    "410": (answer("410 Gone"), HttpStatus),
    "502": (answer("502 Bad Gateway"), HttpStatus),
    "304": (answer("304 Not Modified", b""), HttpStatus),
    "204": (raw(b"HTTP/1.1 204 No Content\r\n\r\n"), HttpStatus),
    "206": (answer("206 Partial Content", Content_Range="bytes 0-105/900"), HttpStatus),
    "206_whole": (answer("206 Partial Content", Content_Range=f"bytes 0-{len(PAGE) - 1}/{len(PAGE)}"), OK),
    "202_challenge": (answer("202 Accepted"), OK),
}


@pytest.mark.parametrize("name", CASES)
def test_case(net, name):
    """Each behaviour ends in time with the page or the right error, and nothing reaches the canary."""
    handler, expected = CASES[name]
    net.site.handlers[name] = handler
    began = time.monotonic()
    check(net.site.url(f"/{name}/a" if expected == OK else f"/{name}"), expected, OPTIONS)
    assert time.monotonic() - began < LIMIT_S
    assert net.canary.connections == 0


def check(url, expected, options):
    if isinstance(expected, bytes):
        page = fetch_page(url, options=options)
        assert page.body == expected
        return page
    with pytest.raises(FetchError) as caught:
        fetch_page(url, options=options)
    assert type(caught.value) is expected, repr(caught.value)
    assert caught.value.url
    assert str(caught.value).isprintable()
    return caught.value


REFUSED = {
    "direct_octal": "http://0177.0.0.2:{port}/",
    "direct_short": "http://127.2:{port}/",
    "direct_decimal": "http://2130706434:{port}/",
    "direct_hex": "http://0x7f.0.0.0x2:{port}/",
    "direct_trailing_dot": "http://127.0.0.2.:{port}/",
    "direct_fullwidth": "http://１２７.０.０.２:{port}/",
    "direct_percent": "http://%31%32%37.0.0.2:{port}/",
    "direct_mapped": "http://[::ffff:127.0.0.2]:{port}/",
    "direct_compatible": "http://[::127.0.0.2]:{port}/",
    "direct_nat64": "http://[64:ff9b::7f00:2]:{port}/",
    "direct_6to4": "http://[2002:7f00:2::]:{port}/",
    "direct_upper_localhost": "http://LOCALHOST:{port}/",
    "direct_name_to_private": "http://private.test:{port}/",
    "direct_name_trailing_dot": "http://private.test.:{port}/",
    "direct_mixed_answers": "http://mixed.test:{port}/",
    "direct_metadata": "http://169.254.169.254/latest/meta-data/",
}


@pytest.mark.parametrize("allowed", [(), ("127.0.0.1/32",)])
@pytest.mark.parametrize("name", REFUSED)
def test_private_addresses_are_refused_before_a_packet_is_sent(net, name, allowed):
    """However an address is spelled or resolved, a private one is refused and never connected to."""
    net.names |= {
        "private.test": [["127.0.0.2"]],
        "localhost": [["127.0.0.2"]],
        "mixed.test": [["127.0.0.1", "127.0.0.2"]],
    }
    url = REFUSED[name].format(port=net.canary.port)
    check(url, BlockedAddress, FetchOptions(timeout_s=1.0, allow_networks=allowed))
    assert net.canary.connections == 0
    assert net.site.connections == 0


def test_rebinding_cannot_move_a_name_between_check_and_connection(net):
    """A name is looked up once for each connection, and the vetted address is the one connected to."""
    net.names["rebinding.test"] = [["127.0.0.1"], ["127.0.0.2"]]
    check(net.site.url("/a", "rebinding.test"), PAGE, OPTIONS)
    check(net.site.url("/a", "rebinding.test"), BlockedAddress, OPTIONS)
    assert net.canary.connections == 0


def test_rebinding_between_hops_is_seen(net):
    """A name that was public at the first hop is vetted anew at the second."""
    net.names["rebinding.test"] = [["127.0.0.1"], ["127.0.0.2"]]
    net.site.handlers["a"] = lambda request: request.redirect(f"http://rebinding.test:{net.canary.port}/")
    check(net.site.url("/a", "rebinding.test"), BlockedAddress, OPTIONS)
    assert net.canary.connections == 0


@pytest.mark.parametrize(
    "send",
    [
        pytest.param(lambda request, url: request.redirect(url), id="redirect"),
        pytest.param(lambda request, url: request.redirect(url.removeprefix("http:")), id="redirect_scheme_relative"),
        pytest.param(
            lambda request, url: request.redirect(url.replace("127.0.0.2", "inside.test")), id="redirect_name"
        ),
        pytest.param(
            lambda request, url: request.answer(body=f'<meta http-equiv="refresh" content="0; url={url}">'.encode()),
            id="meta_refresh",
        ),
        pytest.param(lambda request, url: request.answer(Refresh=f"0; url={url}"), id="refresh_header"),
    ],
)
def test_every_hop_is_vetted(net, send):
    """Redirects, meta refreshes and Refresh headers to a private address end in an error that names the hops."""
    net.names["inside.test"] = [["127.0.0.2"]]
    net.site.handlers["a"] = lambda request: send(request, net.canary.url("/secret"))
    error = check(net.site.url("/a"), BlockedAddress, OPTIONS)
    assert error.hops[0][0] == net.site.url("/a")
    assert net.canary.connections == 0


def test_private_hosts_can_be_allowed(net):
    """With allow_private_hosts the very same address is fetched."""
    check(net.canary.url("/a"), PAGE, FetchOptions(timeout_s=1.0, allow_private_hosts=True))
    check(net.canary.url("/a"), PAGE, FetchOptions(timeout_s=1.0, allow_networks=("127.0.0.0/8",)))


URLS = [
    ("{site}/a b", PAGE),
    (" {site}/a\n", PAGE),
    ("{site}/café?q=naïve#part", PAGE),
    ("http://127.0.0.1:99999/", BadUrl),
    ("http://127.0.0.1:0/", BadUrl),
    ("http://" + "a" * 64 + ".test/", BadUrl),
    ("http://" + "a." * 130 + "test/", BadUrl),
    ("http://xn--/", BadUrl),
    ("http://a\u0338\u200d.test/", BadUrl),
    ("127.0.0.1/a", BadUrl),
    ("example.com/a", BadUrl),
    ("//", BadUrl),
    ("javascript:alert(1)", BadUrl),
    ("file:///etc/passwd", BadUrl),
    ("http://127.0.0.1/\ud800", BadUrl),
    ("http://[::1", BadUrl),
    ("http://[fe80::1%25lo]/", BadUrl),
    ("http://127.0.0.1/" + "x" * 10_000, BadUrl),
    ("http://nowhere.test/", Unreachable),
]


@pytest.mark.parametrize(("url", "expected"), URLS)
def test_urls(net, url, expected):
    """Addresses are read as browsers read them, and refused where they cannot be."""
    check(url.format(site=net.site.url("")), expected, OPTIONS)


def test_refused_connection(net):
    """A port where nobody listens is unreachable."""
    net.site.close()
    check(net.site.url("/"), Unreachable, OPTIONS)


def test_slow_resolver(net, monkeypatch):
    """A look-up that hangs ends at the deadline."""
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kwargs: time.sleep(3))
    began = time.monotonic()
    check("http://slow.test/", FetchTimeout, FetchOptions(timeout_s=0.3))
    assert time.monotonic() - began < 2.5
