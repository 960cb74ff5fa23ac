"""What goes into a batch and what comes out: one `Record` in, one `Result` out, whatever happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from newsclean.model.document import Document

FailureKind = Literal["timeout", "memory", "crash", "fetch", "read", "input", "error"]


@dataclass(frozen=True, slots=True)
class Record:
    """A page to clean.

    `id` names the record in the output and need not be unique. `body` is the page as received; `path` is read in the
    worker where `body` is None (a name that ends in `.gz` is unpacked). `meta` goes into `Document.extra` as it is.
    `is_text` says that the body is no HTML but text that a scraper already flattened. `failure` is set by a source that
    could not get the page: the record then passes through unread. `source` and `index` say where the record stands; a
    resumed run knows by them what is done.
    """

    id: str
    body: bytes | str | None = None
    url: str | None = None
    content_type: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    path: str | None = None
    source: str = ""
    index: int = 0
    failure: Failure | None = None
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a record has no document.

    `kind` is coarse (`timeout` and `memory`: the worker was ended; `crash`: it died; `fetch`, `read`: the page was not
    got; `input`: newsclean refused it; `error`: a step that may not fail did). `name` is the class of the error.
    """

    kind: FailureKind
    name: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one record: exactly one of `document` and `failure` is set."""

    id: str
    url: str | None = None
    document: Document | None = None
    failure: Failure | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """True where there is a document."""
        return self.document is not None
