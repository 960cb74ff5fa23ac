"""What a fetch may cost: each ends in time, and under 64 MiB more memory, measured in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable

import brotli
import pytest

from newsclean.fetch.errors import FetchTimeout, TooLarge
from tests.fetch.bad_server import Net, Request
from tests.fetch.cases import CHUNKED, HEAD, ZSTD, gzip_headed

CLIENT = """
import json, re, sys, time
from newsclean.fetch.errors import FetchError
from newsclean.fetch.fetcher import FetchOptions, fetch_page

def peak_mib():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\\s+([0-9]+) kB", status.read())[1]) / 1024

def forget_peak():
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")

warm, url, timeout_s = sys.argv[1], sys.argv[2], float(sys.argv[3])
options = FetchOptions(timeout_s=timeout_s, allow_networks=("127.0.0.1/32",))
fetch_page(warm, options=options)
forget_peak()
before, began = peak_mib(), time.monotonic()
try:
    ended = len(fetch_page(url, options=options).body)
except FetchError as exc:
    ended = type(exc).__name__
print(json.dumps([ended, peak_mib() - before, time.monotonic() - began]))
"""
MAX_MIB = 64
GRACE_S = 3.0
"""For a busy machine."""


def gzip_10_gb(request: Request) -> None:
    """10 GB of spaces, a megabyte packed once and sent ten thousand times."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    request.send(gzip_headed(packer.compress(b"<p>") + packer.flush(zlib.Z_FULL_FLUSH)))
    piece = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    for _ in range(10_000):
        request.send(piece)


def gzip_10_gb_twice(request: Request) -> None:
    """The same, packed once more: some sixty bytes a megabyte."""
    inner, outer = (zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16) for _ in range(2))
    request.send(HEAD + b"Content-Encoding: gzip, gzip\r\n\r\n")
    request.send(
        outer.compress(inner.compress(b"<p>") + inner.flush(zlib.Z_FULL_FLUSH)) + outer.flush(zlib.Z_FULL_FLUSH)
    )
    packed = inner.compress(b" " * 1_000_000) + inner.flush(zlib.Z_FULL_FLUSH)
    piece = outer.compress(packed) + outer.flush(zlib.Z_FULL_FLUSH)
    for _ in range(100):
        request.send(piece * 100)


def brotli_1_gb(request: Request) -> None:
    """A gigabyte by brotli."""
    packer = brotli.Compressor(quality=1)
    request.send(HEAD + b"Content-Encoding: br\r\n\r\n")
    for _ in range(1000):
        request.send(packer.process(b" " * 1_000_000) + packer.flush())


def zstd_1_gb(request: Request) -> None:
    """A gigabyte by zstd, with the widest window that is allowed."""
    packer = ZSTD.ZstdCompressor(options={ZSTD.CompressionParameter.window_log: 23})
    request.send(HEAD + b"Content-Encoding: zstd\r\n\r\n")
    for _ in range(1000):
        request.send(packer.compress(b" " * 1_000_000, packer.FLUSH_BLOCK))


def page_50_mb(request: Request) -> None:
    request.answer(body=b"<p>" + b"words " * 8_400_000)


def page_50_mb_unannounced(request: Request) -> None:
    request.send(HEAD + b"\r\n<p>")
    for _ in range(50):
        request.send(b"words " * 170_000)


def page_just_within(request: Request) -> None:
    request.answer(body=b"<p>" + b"w" * 9_999_997)


def endless_chunks(request: Request) -> None:
    request.send(CHUNKED)
    request.forever(b"1f4\r\n" + b"words" * 100 + b"\r\n")


def endless(request: Request) -> None:
    request.send(HEAD + b"\r\n")
    request.forever(b"words and more words " * 3000)


def endless_error_pages(request: Request) -> None:
    request.send(b"HTTP/1.1 302 Found\r\nLocation: /endless\r\n\r\n")
    request.forever(b"x" * 65536)


def slow_loris(request: Request) -> None:
    request.drip(HEAD + b"X-Slow: " + b"x" * 10_000, 0.1)


def slow_body(request: Request) -> None:
    request.send(HEAD + b"\r\n")
    request.drip(b"<p>" * 10_000, 0.1)


def long_header(request: Request) -> None:
    request.send(HEAD + b"X-Long: " + b"x" * 10_000_000)


CASES: dict[str, tuple[Callable[[Request], None], object, float]] = {
    "page_50_mb": (page_50_mb, TooLarge, 20),
    "page_50_mb_unannounced": (page_50_mb_unannounced, TooLarge, 20),
    "page_just_within": (page_just_within, 10_000_000, 20),
    "endless_body": (endless, TooLarge, 20),
    "endless_chunks": (endless_chunks, TooLarge, 20),
    "endless_redirect": (endless_error_pages, TooLarge, 20),
    "gzip_10_gb": (gzip_10_gb, TooLarge, 20),
    "gzip_10_gb_twice": (gzip_10_gb_twice, TooLarge, 20),
    "brotli_1_gb": (brotli_1_gb, TooLarge, 20),
    "zstd_1_gb": (zstd_1_gb, TooLarge, 20),
    "slow_loris": (slow_loris, FetchTimeout, 2),
    "slow_body": (slow_body, FetchTimeout, 2),
    "header_10_mb": (long_header, TooLarge, 20),
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is measured as Linux counts it")
@pytest.mark.parametrize("name", CASES)
def test_cost(net: Net, name: str) -> None:
    """With the default cap of 10 MB, memory stays under the limit and time within the deadline."""
    handler, expected, timeout_s = CASES[name]
    net.site.handlers |= {name: handler, "endless": endless}
    out = subprocess.run(
        [sys.executable, "-c", CLIENT, net.site.url("/warm"), net.site.url(f"/{name}"), str(timeout_s)],
        capture_output=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    ).stdout
    ended, mib, seconds = json.loads(out)
    assert ended == (expected.__name__ if isinstance(expected, type) else expected)
    assert mib < MAX_MIB, f"{mib:.0f} MiB"
    assert seconds < timeout_s + GRACE_S
