"""A response's body, read in pieces and never further than the limits."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from .codings import GZIP_MAGIC, parse_codings, undo_codings
from .content_type import SNIFF_BYTES, check_labelled_start, check_start, check_type
from .deadline import READ_BYTES, Meter
from .errors import BadResponse, TooLarge
from .options import Headers

PAGE_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<!--")
"""What no compressed stream begins with, other than by a rare chance."""


def read_page_body(raw: Any, headers: Headers, max_bytes: int, meter: Meter) -> tuple[bytes, tuple[str, ...]]:
    """The body of a page, decompressed, and notes of what was put right.

    Args:
        raw: the response, its body unread: anything with `read(amount, decode_content=False)`.
        headers: its headers.
        max_bytes: of the body, on the wire and decompressed.
        meter: the fetch's deadline.

    Raises:
        TooLarge: it is larger than `max_bytes`; no more than that was read.
        NotHtml: it is no page.
        BadResponse: it breaks off or is damaged.
    """
    unsure = check_type(headers.get("content-type"))
    declared = (headers.get("content-length") or "").split(",")[0].strip()
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > max_bytes:
        raise _too_large(max_bytes)
    codings = parse_codings(headers.get("content-encoding"))
    pieces = _read_pieces(raw, max_bytes, meter)
    notes: tuple[str, ...] = ()
    if codings:
        first = next(pieces, b"")
        pieces = itertools.chain((first,), pieces)
        if _is_plain(first, codings[-1]):
            notes = (f"Content-Encoding said {codings[-1]}, the body was plain",)
            codings = codings[:-1]
    body = bytearray()
    for piece in undo_codings(pieces, codings):
        checked = len(body) >= SNIFF_BYTES
        body += piece
        if not checked:
            (check_start if unsure else check_labelled_start)(bytes(body[:SNIFF_BYTES]))
        if len(body) > max_bytes:
            raise _too_large(max_bytes)
        meter.left_s()
    return bytes(body), notes


def read_any_body(raw: Any, headers: Headers, max_bytes: int, meter: Meter) -> bytes:
    """The body of any response, decompressed.

    Raises:
        TooLarge: it is larger than `max_bytes`.
        BadResponse: it breaks off or is damaged.
    """
    body = bytearray()
    for piece in undo_codings(_read_pieces(raw, max_bytes, meter), parse_codings(headers.get("content-encoding"))):
        body += piece
        if len(body) > max_bytes:
            raise _too_large(max_bytes)
        meter.left_s()
    return bytes(body)


def read_text(raw: Any, headers: Headers, max_bytes: int, meter: Meter) -> bytes:
    """The first `max_bytes` of a text such as robots.txt, whatever its type says; what follows is not read."""
    body = bytearray()
    try:
        pieces = undo_codings(_read_pieces(raw, max_bytes, meter), parse_codings(headers.get("content-encoding")))
        for piece in pieces:
            body += piece
            if len(body) >= max_bytes:
                break
    except TooLarge:
        pass
    return bytes(body[:max_bytes])


def _read_pieces(raw: Any, max_bytes: int, meter: Meter) -> Iterator[bytes]:
    received = 0
    while True:
        meter.left_s()
        try:
            piece: bytes = raw.read(READ_BYTES, decode_content=False)
        except ValueError as exc:  # http.client, told a negative chunk size
            raise BadResponse(f"a body that cannot be read ({exc})") from exc
        if not piece:
            return
        received += len(piece)
        if received > max_bytes:
            raise _too_large(max_bytes)
        yield piece


def _is_plain(start: bytes, coding: str) -> bool:
    """Whether bytes labelled as compressed are a page's text instead; a browser would fail, a reader would not mind.

    Some servers label so, and recorders of HTTP traffic keep the label of what they have unpacked.
    """
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if coding == "gzip":  # which has a mark of its own
        return not start.startswith(GZIP_MAGIC) and text.startswith(b"<")
    return text[:9].lower().startswith(PAGE_STARTS)


def _too_large(max_bytes: int) -> TooLarge:
    return TooLarge(f"a body of more than {max_bytes:,} bytes", hint="Raise the limit (max_bytes, --max-bytes)")
