"""What a fetch leaves in the document: the way to the page, and what its server said of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsclean.model.document import Provenance
from newsclean.model.draft import Draft

from .urls import drop_credentials

MAX_HEADERS_CHARS = 4000
"""Of a response's headers, so much is kept."""


def note_http(draft: Draft, url: str, status: int | None, hops: Iterable[tuple[Any, int]], headers: Any) -> None:
    """Redirects, final address and status go into the provenance of `url`, the headers into that of `headers`.

    Args:
        draft: the page's.
        url: the address that answered.
        status: its status; None: nothing is noted.
        hops: addresses and statuses that led there.
        headers: of the answer, with `items()`; names and values may be bytes, values lists, as in Scrapy.
    """
    if status is None:
        return
    draft.facts["status"] = status
    url = drop_credentials(url)
    path = " → ".join(f"{code} {drop_credentials(str(hop))}" for hop, code in hops)
    provenance = draft.facts.setdefault("provenance", {})
    provenance["url"] = Provenance(source="http", path=path, raw=f"{status} {url}", confidence=1.0)
    pairs = [(_to_line(name), _to_line(value)) for name, value in headers.items()] if headers is not None else []
    # A cookie may be a key to an account.
    raw = "\n".join(f"{name}: {value}" for name, value in pairs if name.lower() != "set-cookie")
    if raw:
        provenance["headers"] = Provenance(source="http", path=url, raw=raw[:MAX_HEADERS_CHARS], confidence=1.0)


def _to_line(value: Any) -> str:
    parts = value if isinstance(value, list | tuple) else (value,)
    text = ", ".join(part.decode("latin-1") if isinstance(part, bytes) else str(part) for part in parts)
    return "".join(char for char in text if char.isprintable())
