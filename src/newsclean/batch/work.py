"""What a worker does with one record. The callables pickle: they are sent to each worker once, at its start."""

from __future__ import annotations

import dataclasses
import gzip
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from newsclean.batch.errors import PageError
from newsclean.batch.records import Failure, Record, Result
from newsclean.batch.rows import to_line, to_row, to_valid
from newsclean.model.document import Document

MAX_BODY_BYTES = 64 * 1024 * 1024
"""No file is read, and no gzip unpacked, beyond this; what newsclean accepts is `Options.max_bytes`, far less."""


class Cleans(Protocol):
    """What a batch needs of `newsclean.Cleaner`."""

    def from_html(self, html: bytes | str, url: str | None = None, *, content_type: str | None = None) -> Document:
        """The document of a page."""
        ...

    def from_text(self, text: bytes | str, url: str | None = None) -> Document:
        """The document of a text that was already flattened."""
        ...


@dataclass(frozen=True, slots=True)
class Tally:
    """What a summary counts of one document."""

    kind: str
    reasons: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One result as its sink wants it, with what the summary counts."""

    data: Any
    tally: Tally


@dataclass(frozen=True, slots=True)
class CleanRecord:
    """Record to document."""

    cleaner: Cleans

    def __call__(self, record: Record) -> Document:
        """The document of the record.

        Raises:
            PageError: The source could not get the page, or its file cannot be read.
        """
        body, url = read_body(record), to_valid(record.url)
        if record.is_text:
            document = self.cleaner.from_text(body, url)
        else:
            document = self.cleaner.from_html(body, url, content_type=record.content_type)
        if record.meta:
            document = dataclasses.replace(document, extra={**document.extra, **record.meta})
        return document


@dataclass(frozen=True, slots=True)
class LineWork:
    """Record to a line of JSON."""

    clean: CleanRecord

    def __call__(self, record: Record) -> Row:
        """The line, as bytes that end in a newline."""
        document = self.clean(record)
        return Row(to_line(Result(record.id, record.url, document, meta=record.meta)), tally_document(document))


@dataclass(frozen=True, slots=True)
class TableWork:
    """Record to a row of the Arrow schema."""

    clean: CleanRecord

    def __call__(self, record: Record) -> Row:
        """The row, as a dict of columns."""
        document = self.clean(record)
        return Row(to_row(Result(record.id, record.url, document, meta=record.meta)), tally_document(document))


def read_body(record: Record) -> bytes | str:
    """The page of a record, from its file where it has no body.

    Raises:
        PageError: There is none.
    """
    if record.failure is not None:
        raise PageError(record.failure)
    if record.body is not None:
        return record.body
    if record.path is None:
        raise PageError(Failure("read", "NoBody", "the record has neither body nor path"))
    try:
        return _read_file(record.path)
    except (OSError, EOFError, ValueError) as exc:
        raise PageError(Failure("read", type(exc).__name__, str(exc))) from exc


def tally_document(document: Document) -> Tally:
    """What the summary counts of a document; of a warning, the words before its colon."""
    reasons: Counter[str] = Counter(removal.reason for removal in document.removed)
    return Tally(document.kind, dict(reasons), tuple(warning.partition(":")[0] for warning in document.warnings))


def _read_file(path: str) -> bytes:
    with open(path, "rb") as plain:
        if plain.peek(2)[:2] != b"\x1f\x8b":
            return plain.read(MAX_BODY_BYTES)
        with gzip.open(plain) as packed:
            return packed.read(MAX_BODY_BYTES)
