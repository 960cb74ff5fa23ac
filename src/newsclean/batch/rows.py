"""One result as a line of JSON and as a row of the Arrow schema; failed records have both, too."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

from newsclean.batch.records import Failure, Result
from newsclean.model.codec import to_dict, to_json
from newsclean.model.document import Document

DOCUMENT_COLUMNS = (
    "kind", "confidence", "canonical_url", "title", "kicker", "dek", "byline", "dateline", "published", "modified",
    "site_name", "category", "language", "direction", "access", "fingerprint",
)  # fmt: skip
"""Columns that are document fields as they are."""


def to_line(result: Result) -> bytes:
    r"""`{"id": …, "url": …, "meta": {…}, "error": null, "document": {…}}` and a newline.

    Of error and document, one is null. `meta` is the record's, which a document has in `extra`, too.

    >>> to_line(Result("a", failure=Failure("crash", "WorkerCrash")))
    b'{"id":"a","url":null,"meta":{},"error":{"kind":"crash","name":"WorkerCrash","message":""},"document":null}\n'
    """
    error = None if result.failure is None else dataclasses.asdict(result.failure)
    document = "null" if result.document is None else to_json(result.document)
    head = (
        f'{{"id":{_json(result.id)},"url":{_json(result.url)},"meta":{_json(dict(result.meta))},"error":{_json(error)}'
    )
    return f'{head},"document":{document}}}\n'.encode("utf-8", "replace")


def to_row(result: Result) -> dict[str, Any]:
    """The columns of `newsclean.batch.arrow.SCHEMA`; a failed record has only id, url, meta and the error's three."""
    row: dict[str, Any] = {"id": to_valid(result.id), "url": to_valid(result.url), "meta": to_strings(result.meta)}
    if result.failure is not None:
        row |= failure_columns(result.failure)
    if result.document is not None:
        row |= _document_columns(result.document)
    return row


def failure_columns(failure: Failure) -> dict[str, str]:
    """The three columns of an error."""
    return {"error_kind": failure.kind, "error_name": failure.name, "error_message": to_valid(failure.message) or ""}


def to_strings(meta: Mapping[str, Any]) -> dict[str, str]:
    """The meta of a record with all its values as valid strings, those that are no strings as JSON.

    >>> to_strings({"day": "2026-03-04", "depth": 2, "tags": ["a"]})
    {'day': '2026-03-04', 'depth': '2', 'tags': '["a"]'}
    """
    return {
        to_valid(str(key)) or "": to_valid(value if isinstance(value, str) else _json(value)) or ""
        for key, value in meta.items()
    }


def to_valid(text: str | None) -> str | None:
    r"""The text without lone surrogates, which JSON can hold and Arrow refuses.

    >>> to_valid("a\ud800"), to_valid("ą")
    ('a?', 'ą')
    """
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")


def _document_columns(document: Document) -> dict[str, Any]:
    columns = {name: getattr(document, name) for name in DOCUMENT_COLUMNS}
    image = document.lead_image
    return columns | {
        "authors": [to_dict(author) for author in document.authors],
        "tags": list(document.tags),
        "lead_image": None if image is None else image.url,
        "text": document.text,
        "disclosures": [{"kind": found.kind, "text": found.text} for found in document.disclosures],
        "removed": [{"reason": gone.reason, "text": gone.text} for gone in document.removed],
        "warnings": list(document.warnings),
        "document": to_valid(to_json(document)),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
