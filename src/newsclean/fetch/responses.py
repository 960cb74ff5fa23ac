"""The parts of a response that somebody else fetched, with requests, httpx or Scrapy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from newsclean.model.errors import InputTypeError


def is_response(source: Any) -> bool:
    """Whether it has an address and a body."""
    return getattr(source, "url", None) is not None and find_body(source) is not None


def find_body(response: Any) -> object:
    """The raw body, or None: requests and httpx call it `content`, Scrapy `body`."""
    for name in ("content", "body"):
        body = getattr(response, name, None)
        if isinstance(body, bytes | bytearray | memoryview):
            return body
    return None


def find_header(headers: Any, name: str) -> str | None:
    """A header's value whatever the case of its name, or None; Scrapy's names and values are bytes.

    Raises:
        InputTypeError: the headers are no mapping.
    """
    if headers is None:
        return None
    items: Callable[[], Iterable[tuple[Any, Any]]] | None = getattr(headers, "items", None)
    if items is None:
        raise InputTypeError(f"headers must be a mapping, not {type(headers).__name__}")
    for key, value in items():
        if _to_str(key).lower() == name:
            if isinstance(value, list | tuple):
                value = value[-1] if value else ""
            return _to_str(value)
    return None


def _to_str(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def find_status(response: Any) -> int | None:
    """The HTTP status, or None where the response has none."""
    status = getattr(response, "status_code", getattr(response, "status", None))
    return status if isinstance(status, int) else None
