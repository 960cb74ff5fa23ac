"""One result as a line of JSON and as a row of the Arrow schema; failed records have both, too."""

from __future__ import annotations

import dataclasses
import json
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
    r"""`{"id": …, "url": …, "error": null, "document": {…}}` and a newline; of error and document, one is null.

    >>> to_line(Result("a", failure=Failure("timeout", "PageTimeout", "after 5 s")))
    b'{"id":"a","url":null,"error":{"kind":"timeout","name":"PageTimeout","message":"after 5 s"},"document":null}\n'
    """
    error = None if result.failure is None else dataclasses.asdict(result.failure)
    document = "null" if result.document is None else to_json(result.document)
    head = f'{{"id":{_json(result.id)},"url":{_json(result.url)},"error":{_json(error)},"document":'
    return f"{head}{document}}}\n".encode("utf-8", "replace")


def to_row(result: Result) -> dict[str, Any]:
    """The columns of `newsclean.batch.arrow.SCHEMA`; a failed record has only id, url and the error's three."""
    row: dict[str, Any] = {"id": result.id, "url": result.url}
    if result.failure is not None:
        row |= failure_columns(result.failure)
    if result.document is not None:
        row |= _document_columns(result.document)
    return row


def failure_columns(failure: Failure) -> dict[str, str]:
    """The three columns of an error."""
    return {"error_kind": failure.kind, "error_name": failure.name, "error_message": failure.message}


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
        "document": to_json(document),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
