"""Content codings undone piece by piece, so that a bomb costs no more than the piece it explodes in."""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .errors import BadResponse

MAX_CODINGS = 2
PIECE_BYTES = 64 * 1024
ZSTD_WINDOW_LOG = 23
"""8 MiB, the window that RFC 8878 asks decoders to support."""

GZIP_MAGIC = b"\x1f\x8b"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
NO_CODINGS = frozenset({"", "identity", "none", "binary", "8bit", "utf-8", "utf8", "iso-8859-1"})
"""What stands in Content-Encoding where nothing is compressed; some servers write the charset there."""

HINT_CUT = "Try again later"

Decoder = Callable[[Iterable[bytes]], Iterator[bytes]]


def accepted_codings() -> str:
    """The Accept-Encoding to send: what can be undone here."""
    return ", ".join(["gzip", "deflate", *(name for name in ("br", "zstd") if _find_library(name))])


def parse_codings(header: str | None) -> list[str]:
    """The codings in the order they were applied.

    >>> parse_codings("x-gzip, identity")
    ['gzip']

    Raises:
        BadResponse: one is unknown, or they are more than `MAX_CODINGS`.
    """
    names = [name.strip().lower() for name in (header or "")[:1000].split(",")]
    names = [name.removeprefix("x-") for name in names if name not in NO_CODINGS]
    for name in names:
        if name not in ("gzip", "deflate", "br", "zstd"):
            raise BadResponse(f"compressed in an unknown way: {name[:40]!r}")
        if name in ("br", "zstd") and not _find_library(name):
            library = "brotli (1.2 or later)" if name == "br" else "backports.zstd"
            raise BadResponse(f"compressed as {name}, though not asked for", hint=f"Install {library}")
    if len(names) > MAX_CODINGS:
        raise BadResponse(f"compressed {len(names)} times over")
    return names


def undo_codings(pieces: Iterable[bytes], codings: list[str]) -> Iterator[bytes]:
    """The bytes as they were before the codings, in pieces of at most 64 KiB or a piece of input.

    Raises:
        BadResponse: they break off or are damaged (while iterating).
    """
    for name in reversed(codings):
        pieces = _DECODERS[name](pieces)
    return iter(pieces)


def _undo_gzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    return _inflate(pieces, "gzip", lambda start: zlib.decompressobj(zlib.MAX_WBITS | 16))


def _undo_deflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    return _inflate(pieces, "deflate", lambda start: zlib.decompressobj(_find_window(start)))


def _find_window(start: bytes) -> int:
    """A zlib wrapper, as the standard says, or none, as some servers understood it."""
    wrapped = len(start) >= 2 and start[0] & 0x0F == 8 and (start[0] << 8 | start[1]) % 31 == 0
    return zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS


def _inflate(pieces: Iterable[bytes], name: str, make: Callable[[bytes], Any]) -> Iterator[bytes]:
    inflater: Any = None
    for piece in pieces:
        data = piece
        while data:
            if inflater is None or (inflater.eof and name == "gzip" and data.startswith(GZIP_MAGIC)):
                inflater = make(data)
            elif inflater.eof:
                break  # what follows the last member is padding
            yield from _inflate_piece(inflater, data, name)
            data = inflater.unused_data
    if inflater is not None and not inflater.eof:
        raise BadResponse(f"{name} data that breaks off", hint=HINT_CUT)


def _inflate_piece(inflater: Any, data: bytes, name: str) -> Iterator[bytes]:
    while not inflater.eof:
        try:
            out = inflater.decompress(data, PIECE_BYTES)
        except zlib.error as exc:
            raise BadResponse(f"damaged {name} data ({exc})", hint=HINT_CUT) from exc
        data = inflater.unconsumed_tail
        if out:
            yield out
        elif not data:
            return


def _undo_brotli(pieces: Iterable[bytes]) -> Iterator[bytes]:
    library = _find_library("br")
    inflater: Any = library.Decompressor()
    for piece in pieces:
        data = piece
        while not inflater.is_finished():
            try:
                out = inflater.process(data, output_buffer_limit=PIECE_BYTES)
            except library.error as exc:
                raise BadResponse(f"damaged br data ({exc})", hint=HINT_CUT) from exc
            data = b""
            if out:
                yield out
            elif inflater.can_accept_more_data():
                break  # only when nothing more comes out: it may take more long before
        if inflater.is_finished():
            return
    raise BadResponse("br data that breaks off", hint=HINT_CUT)


def _undo_zstd(pieces: Iterable[bytes]) -> Iterator[bytes]:
    library = _find_library("zstd")
    options = {library.DecompressionParameter.window_log_max: ZSTD_WINDOW_LOG}
    inflater: Any = None
    for piece in pieces:
        data = piece
        while data:
            if inflater is None or (inflater.eof and data.startswith(ZSTD_MAGIC)):
                inflater = library.ZstdDecompressor(options=options)
            elif inflater.eof:
                break  # what follows the last frame is padding
            yield from _inflate_zstd_piece(inflater, data, library)
            data = inflater.unused_data if inflater.eof else b""
    if inflater is None or not inflater.eof:
        raise BadResponse("zstd data that breaks off", hint=HINT_CUT)


def _inflate_zstd_piece(inflater: Any, data: bytes, library: Any) -> Iterator[bytes]:
    while not inflater.eof and (data or not inflater.needs_input):
        try:
            out = inflater.decompress(data, PIECE_BYTES)
        except library.ZstdError as exc:
            raise BadResponse(f"damaged zstd data ({exc})", hint=HINT_CUT) from exc
        data = b""
        if out:
            yield out


_DECODERS: dict[str, Decoder] = {
    "gzip": _undo_gzip,
    "deflate": _undo_deflate,
    "br": _undo_brotli,
    "zstd": _undo_zstd,
}


def _find_library(coding: str) -> Any:
    """The module that undoes a coding with a limit on what comes out of one call, None where it is not installed."""
    names = {"br": ("brotli",), "zstd": ("compression.zstd", "backports.zstd")}.get(coding, ())
    for name in names:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        if coding != "br" or hasattr(module.Decompressor, "can_accept_more_data"):
            return module
    return None
