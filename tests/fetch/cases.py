"""What a bad server does, case by case in groups, and what must come of it.

A case's own path is `/group_name/a`; below it, `/group_name/…/b` answers with the page where the case redirects.
"""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli

from newsclean.fetch.errors import (
    BadResponse,
    BadUrl,
    BlockedAddress,
    FetchError,
    FetchTimeout,
    HttpStatus,
    TooLarge,
    TooManyRedirects,
    Unreachable,
)
from tests.fetch.bad_server import PAGE, Request

CAP = 1_000_000
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"

Handler = Callable[[Request], None]


@dataclass(frozen=True)
class Case:
    """What the server does, or the address that is asked for, and the body or error that must come of it."""

    expected: bytes | type[FetchError]
    handler: Handler | None = None
    url: str = ""
    status: int | None = None


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


def raw(data: bytes) -> Handler:
    return lambda request: request.send(data)


def raw_forever(data: bytes, piece: bytes) -> Handler:
    def handle(request):
        request.send(data)
        request.forever(piece)

    return handle


def answer(status: str = "200 OK", body: bytes = PAGE, **headers: str) -> Handler:
    return lambda request: request.answer(status, body, **headers)


def redirect(location: str, status: str = "302 Found") -> Handler:
    return lambda request: request.redirect(location, status)


def once(location: str, status: str = "302 Found") -> Handler:
    """A redirect below the case's own path, which then answers."""
    return lambda request: request.answer() if request.target.endswith("/b") else request.redirect(location, status)


def hops(number: int, pause_s: float = 0.0) -> Handler:
    """So many redirects, then the page."""

    def handle(request):
        done = int(request.query or 0)
        time.sleep(pause_s)
        if done < number:
            return request.redirect(f"{request.target}?{done + 1}")
        return request.answer()

    return handle


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


def gzip_bomb(name: str, pieces: int = 1000) -> Handler:
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


def deflate_bomb(request):
    packer = zlib.compressobj(9)
    piece = packer.compress(b"<p>" + b" " * 999_997) + packer.flush(zlib.Z_FULL_FLUSH)
    rest = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    request.answer(body=piece + rest * 999, Content_Encoding="deflate")


def zstd_bomb(request):
    packer = ZSTD.ZstdCompressor(options={ZSTD.CompressionParameter.window_log: 20})
    body = b"".join(packer.compress(b" " * 1_000_000) for _ in range(1000)) + packer.flush()
    request.answer(body=body, Content_Encoding="zstd")


def once_to_404(location: str) -> Handler:
    def handle(request):
        if request.target.endswith("/a"):
            request.redirect(location)
        elif "x-injected" in request.headers:
            request.answer()
        else:
            request.answer("404 Not Found")

    return handle


def deflate_raw(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def one_byte_a_chunk(request):
    request.send(CHUNKED + b"".join(b"1\r\n%c\r\n" % byte for byte in PAGE) + b"0\r\n\r\n")


def keeps_connection_open(request):
    request.answer()
    request.stop.wait(5)


def early_close(request):
    request.send(HEAD + b"Connection: keep-alive\r\nContent-Length: 106\r\n\r\n" + PAGE)


def slow_interim(request):
    request.each([b"HTTP/1.1 102 Processing\r\n\r\n"] * 50, 0.3)


def slow_trailers(request):
    request.send(CHUNKED + b"3\r\n<p>\r\n0\r\n")
    request.each([b"X-T: 1\r\n"] * 50, 0.3)


def slow_redirects(request):
    request.each([b""], 0.4)
    request.redirect(f"{request.target}?{time.monotonic_ns()}")


def half_a_head(request):
    request.send(HEAD)
    request.stop.wait(5)


def zstd_library():
    import importlib

    try:
        return importlib.import_module("compression.zstd")
    except ImportError:
        return importlib.import_module("backports.zstd")


ZSTD = zstd_library()
GZIPPED = gzip.compress(PAGE)
LONG = gzip.compress(b"<p>" + bytes(range(256)) * 4000)
OK = PAGE
RUNS = PAGE + b"\n" * 500_000
"""A few bytes of it, compressed, unfold to many."""

WIDE = gzip.compress(PAGE)[:3] + b"\x08" + gzip.compress(PAGE)[4:10] + b"x" * 500_000 + b"\0" + gzip.compress(PAGE)[10:]
"""A gzip member whose header has a file name of half a megabyte."""

ENDLESS_NAME = gzip.compress(PAGE)[:3] + b"\x08" + gzip.compress(PAGE)[4:10]
CYRILLIC = "<p>Паром ушёл в полдень.</p>".encode("windows-1251")
AS_UTF8 = "<p>Паром ушёл в полдень.</p>".encode()
WITH_MARK = b"\xef\xbb\xbf" + PAGE


def gzip_headed(data: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + data


GROUPS: dict[str, dict[str, Case]] = {
    "ok": {
        "plain": Case(OK, answer()),
        "gzip": Case(OK, answer(body=GZIPPED, Content_Encoding="gzip")),
        "gzip_chunked": Case(
            OK, raw(CHUNKED[:-2] + b"Content-Encoding: gzip\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(GZIPPED), GZIPPED))
        ),
        "deflate": Case(OK, answer(body=zlib.compress(PAGE), Content_Encoding="deflate")),
        "deflate_without_wrapper": Case(OK, answer(body=deflate_raw(PAGE), Content_Encoding="deflate")),
        "brotli": Case(OK, answer(body=brotli.compress(PAGE), Content_Encoding="br")),
        "brotli_of_long_runs": Case(RUNS, answer(body=brotli.compress(RUNS), Content_Encoding="br")),
        "zstd_of_long_runs": Case(RUNS, answer(body=ZSTD.compress(RUNS), Content_Encoding="zstd")),
        "zstd": Case(OK, answer(body=ZSTD.compress(PAGE), Content_Encoding="zstd")),
        "zstd_two_frames": Case(
            OK, answer(body=ZSTD.compress(PAGE[:50]) + ZSTD.compress(PAGE[50:]), Content_Encoding="zstd")
        ),
        "gzip_two_members": Case(
            OK, answer(body=gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:]), Content_Encoding="gzip")
        ),
        "gzip_padded": Case(OK, answer(body=GZIPPED + b"\0" * 20, Content_Encoding="gzip")),
        "gzip_garbage_behind": Case(OK, answer(body=GZIPPED + b"<!-- cached -->", Content_Encoding="gzip")),
        "gzip_empty_members": Case(OK, answer(body=gzip.compress(b"") * 5000 + GZIPPED, Content_Encoding="gzip")),
        "redirect_once": Case(OK, once("/redirect_once/b")),
        "redirect_301": Case(OK, once("/redirect_301/b", "301 Moved Permanently")),
        "redirect_303": Case(OK, once("/redirect_303/b", "303 See Other")),
        "redirect_307": Case(OK, once("/redirect_307/b", "307 Temporary Redirect")),
        "redirect_308_relative": Case(OK, once("b", "308 Permanent Redirect")),
        "redirect_dot_dot": Case(OK, once("../redirect_dot_dot/./c/../b")),
        "redirect_with_fragment": Case(OK, once("b#comments")),
        "redirect_with_query": Case(OK, hops(1)),
        "redirect_five": Case(OK, hops(5)),
        "redirect_lower_case_header": Case(
            OK,
            lambda request: (
                request.answer()
                if request.target.endswith("/b")
                else request.send(b"HTTP/1.1 302 F\r\nlocation:b\r\n\r\n")
            ),
        ),
        "redirect_empty_reason": Case(
            OK,
            lambda request: (
                request.answer()
                if request.target.endswith("/b")
                else request.send(b"HTTP/1.1 302\r\nLocation: b\r\n\r\n")
            ),
        ),
        "http10": Case(OK, raw(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE)),
        "chunked": Case(OK, raw(CHUNKED + b"%x;ext=1\r\n%s\r\n0\r\nTrailer: 1\r\n\r\n" % (len(PAGE), PAGE))),
        "one_byte_a_chunk": Case(OK, one_byte_a_chunk),
        "keeps_connection_open": Case(OK, keeps_connection_open),
        "keep_alive_early_close": Case(OK, early_close),
        "garbage_behind_the_length": Case(OK, raw(HEAD + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE + b"junk")),
        "early_hints": Case(OK, early_hints),
        "cookie_wall": Case(OK, cookie_wall),
        "203": Case(OK, answer("203 Non-Authoritative Information")),
    },
    "slow": {
        "headers_a_byte_at_a_time": Case(FetchTimeout, drip_headers),
        "body_a_byte_at_a_time": Case(FetchTimeout, drip_body),
        "chunk_each_second": Case(FetchTimeout, chunk_each_second),
        "redirect_body_drip": Case(OK, redirect_then_drip),
        "redirects_slowly": Case(FetchTimeout, slow_redirects),
        "interim_100_flood": Case(BadResponse, interim_flood),
        "interim_slowly": Case(FetchTimeout, slow_interim),
        "trailers_slowly": Case(FetchTimeout, slow_trailers),
        "silence": Case(FetchTimeout, lambda request: request.stop.wait(5)),
        "half_a_head": Case(FetchTimeout, half_a_head),
        "no_end_and_no_length": Case(
            FetchTimeout, lambda request: (request.send(HEAD + b"\r\n" + PAGE), request.stop.wait(5))
        ),
        "gzip_body_drip": Case(FetchTimeout, lambda request: request.drip(gzip_headed(LONG))),
        "error_page_drip": Case(
            HttpStatus,
            lambda request: (request.send(b"HTTP/1.1 503 Busy\r\n\r\n"), request.drip(b"x" * 999)),
            status=503,
        ),
        "retry_after_429_3600": Case(HttpStatus, answer("429 Too Many Requests", Retry_After="3600"), status=429),
    },
    "big": {
        "declared_2GB": Case(TooLarge, raw(HEAD + b"Content-Length: 2000000000\r\n\r\n<p>"), status=200),
        "declared_past_64_bits": Case(TooLarge, raw(HEAD + b"Content-Length: " + b"9" * 400 + b"\r\n\r\n<p>")),
        "endless_body": Case(TooLarge, endless_body, status=200),
        "error_page_endless": Case(HttpStatus, endless_error_page, status=500),
        "error_page_declared_2GB": Case(
            HttpStatus, raw(b"HTTP/1.1 404 Gone\r\nContent-Length: 2000000000\r\n\r\n<p>"), status=404
        ),
        "redirect_body_endless": Case(OK, redirect_then_endless),
        "chunk_size_huge": Case(BadResponse, raw(CHUNKED + b"ffffffffffffffffff\r\n<p>few words</p>")),
        "chunk_size_huge_and_fed": Case(TooLarge, raw_forever(CHUNKED + b"ffffffffffffffffff\r\n", b"x" * 65536)),
        "chunk_extension_endless": Case(TooLarge, raw_forever(CHUNKED + b"5;", b"x" * 65536)),
        "trailer_endless": Case(TooLarge, raw_forever(CHUNKED + b"3\r\n<p>\r\n0\r\n", b"X-T: 1\r\n" * 1000)),
        "trailer_line_endless": Case(TooLarge, raw_forever(CHUNKED + b"3\r\n<p>\r\n0\r\nX-T: ", b"x" * 65536)),
        "header_10MB": Case(TooLarge, endless_headers),
        "header_lines_endless": Case(TooLarge, raw_forever(HEAD, b"Set-Cookie: a=1\r\n" * 1000)),
        "header_lines_without_colon_endless": Case(TooLarge, raw_forever(HEAD, b"nonsense\r\n" * 1000)),
        "header_names_10000": Case(
            TooLarge, raw(HEAD + b"".join(b"X-%d: 1\r\n" % number for number in range(10_000)) + b"\r\n" + PAGE)
        ),
        "interim_headers_endless": Case(TooLarge, raw_forever(b"HTTP/1.1 103 Hints\r\n", b"Link: </a>\r\n" * 1000)),
        "status_line_1MB": Case(TooLarge, raw(b"HTTP/1.1 200 " + b"x" * 1_000_000 + b"\r\n\r\n" + PAGE)),
        "set_cookie_2000": Case(OK, many_header_lines),
        "content_type_60kB": Case(OK, answer(Content_Type="text/html; x=" + "a" * 60_000)),
    },
    "bomb": {
        "gzip_1GB": Case(TooLarge, gzip_bomb("gzip"), status=200),
        "deflate_1GB": Case(TooLarge, deflate_bomb),
        "gzip_twice": Case(OK, answer(body=gzip.compress(GZIPPED), Content_Encoding="gzip, gzip")),
        "gzip_in_brotli": Case(OK, answer(body=brotli.compress(GZIPPED), Content_Encoding="gzip, br")),
        "gzip_in_two_headers": Case(
            OK,
            raw(HEAD + b"Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(GZIPPED)),
        ),
        "gzip_twice_bomb": Case(
            TooLarge, answer(body=gzip.compress(gzip.compress(b" " * 5_000_000)), Content_Encoding="gzip, gzip")
        ),
        "gzip_three_times": Case(BadResponse, answer(body=GZIPPED, Content_Encoding="gzip, gzip, gzip")),
        "gzip_in_many_members": Case(TooLarge, answer(body=gzip.compress(b" " * 99_999) * 50, Content_Encoding="gzip")),
        "gzip_empty_members_endless": Case(TooLarge, raw_forever(gzip_headed(b""), gzip.compress(b"") * 3000)),
        "gzip_name_500kB": Case(OK, answer(body=WIDE, Content_Encoding="gzip")),
        "gzip_name_endless": Case(TooLarge, raw_forever(gzip_headed(ENDLESS_NAME), b"x" * 65536)),
        "x_gzip_label": Case(OK, answer(body=GZIPPED, Content_Encoding="X-GZIP")),
        "truncated_gzip": Case(BadResponse, answer(body=LONG[: len(LONG) // 2], Content_Encoding="gzip")),
        "gzip_empty": Case(b"", answer(body=b"", Content_Encoding="gzip")),
        "damaged_gzip": Case(
            BadResponse, answer(body=GZIPPED[:20] + b"\xff" * 20 + GZIPPED[40:], Content_Encoding="gzip")
        ),
        "gzip_wrong_checksum": Case(BadResponse, answer(body=GZIPPED[:-8] + b"\0" * 8, Content_Encoding="gzip")),
        "gzip_label_plain_body": Case(OK, answer(Content_Encoding="gzip")),
        "deflate_label_plain_body": Case(OK, answer(Content_Encoding="deflate")),
        "brotli_label_plain_body": Case(OK, answer(Content_Encoding="br")),
        "zstd_label_plain_body": Case(OK, answer(Content_Encoding="zstd")),
        "charset_as_encoding": Case(OK, answer(Content_Encoding="UTF-8")),
        "unknown_encoding": Case(BadResponse, answer(Content_Encoding="rot13"), status=200),
        "brotli_1GB": Case(TooLarge, brotli_bomb),
        "brotli_3MB_in_14_bytes": Case(TooLarge, answer(body=brotli.compress(b" " * 3_000_000), Content_Encoding="br")),
        "truncated_brotli": Case(BadResponse, answer(body=brotli.compress(PAGE)[:-5], Content_Encoding="br")),
        "zstd_1GB": Case(TooLarge, zstd_bomb),
        "truncated_zstd": Case(BadResponse, answer(body=ZSTD.compress(PAGE)[:-5], Content_Encoding="zstd")),
        "zstd_window_too_wide": Case(
            BadResponse,
            answer(
                body=ZSTD.compress(b"a" * 100, options={ZSTD.CompressionParameter.window_log: 10})[:4]
                + b"\x04\xb0"
                + b"x" * 90,
                Content_Encoding="zstd",
            ),
        ),
    },
    "redirect": {
        "two_cycle": Case(TooManyRedirects, two_cycle, status=302),
        "to_itself": Case(TooManyRedirects, redirect("a")),
        "to_itself_with_fragment": Case(TooManyRedirects, lambda request: request.redirect(f"a#{time.monotonic_ns()}")),
        "endless_new_paths": Case(TooManyRedirects, endless_new_paths, status=302),
        "twenty_one_hops": Case(TooManyRedirects, hops(21)),
        "cookie_loop": Case(TooManyRedirects, cookie_loop, status=302),
        "to_file": Case(BadUrl, redirect("file:///etc/passwd"), status=302),
        "to_ftp": Case(BadUrl, redirect("ftp://127.0.0.1/"), status=302),
        "to_data": Case(BadUrl, redirect("data:text/html,<p>words"), status=302),
        "to_javascript": Case(BadUrl, redirect("javascript:alert(1)"), status=302),
        "to_dict": Case(BadUrl, redirect("dict://127.0.0.1:11211/stats"), status=302),
        "to_gopher": Case(BadUrl, redirect("gopher://127.0.0.2:6379/_INFO"), status=302),
        "to_no_host": Case(BadUrl, redirect("http:///path"), status=302),
        "to_empty": Case(BadUrl, redirect(""), status=302),
        "to_nowhere": Case(BadResponse, answer("302 Found", b""), status=302),
        "moved_to_nowhere": Case(BadResponse, answer("301 Moved Permanently"), status=301),
        "to_broken_ipv6": Case(BadUrl, redirect("http://[::1")),
        "to_zone": Case(BadUrl, redirect("http://[fe80::1%25eth0]/")),
        "to_space_in_host": Case(BadUrl, redirect("http://exa mple.test/")),
        "to_line_break": Case(HttpStatus, once_to_404("b%0d%0aX-Injected: 1"), status=404),
        "to_backslash_host": Case(BadUrl, redirect("http:\\\\127.0.0.2\\")),
        "to_backslash_userinfo": Case(BadUrl, redirect("http://127.0.0.1\\@127.0.0.2/")),
        "to_userinfo": Case(BlockedAddress, redirect("http://127.0.0.1@127.0.0.2/")),
        "to_port_0": Case(BadUrl, redirect("http://127.0.0.1:0/")),
        "to_port_word": Case(BadUrl, redirect("http://127.0.0.1:http/")),
        "to_1MB": Case(TooLarge, lambda request: request.redirect("/" + "x" * 1_000_000)),
        "to_60kB": Case(BadUrl, lambda request: request.redirect("/" + "x" * 60_000)),
        "to_private_10": Case(BlockedAddress, redirect("http://10.0.0.1/")),
        "to_nat64": Case(BlockedAddress, redirect("http://[64:ff9b::7f00:2]/")),
        "to_6to4": Case(BlockedAddress, redirect("http://[2002:7f00:2::]/")),
        "to_unknown_host": Case(Unreachable, redirect("http://nowhere.test/")),
        "300_multiple_choices": Case(HttpStatus, answer("300 Multiple Choices", Location="b"), status=300),
        "304_with_location": Case(HttpStatus, answer("304 Not Modified", b"", Location="b"), status=304),
        "305_use_proxy": Case(HttpStatus, answer("305 Use Proxy", b"", Location="http://127.0.0.2/"), status=305),
    },
}
