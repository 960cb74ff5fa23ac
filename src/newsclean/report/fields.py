"""The document's fields as words, each with where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.document import Author, Document, Image, Provenance

FIELDS = (
    "kind", "confidence", "title", "kicker", "dek", "byline", "authors", "dateline", "published", "modified", "site_name",
    "category", "tags", "language", "direction", "access", "lead_image", "url", "canonical_url",
)  # fmt: skip
"""In the order in which a reader asks for them."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field's name, its values as words (none where the page has none), and its provenance."""

    name: str
    values: tuple[str, ...]
    provenance: Provenance | None = None


def list_fields(document: Document) -> Iterator[Field]:
    """The fields in their order, those without a value too; last what else has a provenance (the encoding)."""
    for name in FIELDS:
        yield Field(name, field_values(document, name), document.provenance.get(name))
    for name, origin in document.provenance.items():
        if name not in FIELDS:
            yield Field(name, (origin.raw,), origin)


def field_values(document: Document, name: str) -> tuple[str, ...]:
    """The values of a field as words: one, several of a list, or none."""
    value = getattr(document, name)
    if value is None or value == "":
        return ()
    if isinstance(value, float):
        return (f"{value:.2f}",)
    if isinstance(value, tuple):
        return tuple(_to_words(item) for item in value)
    return tuple(value.split("\n")) if name == "dek" else (_to_words(value),)


def _to_words(value: object) -> str:
    if isinstance(value, Author):
        notes = [value.role or "", "" if value.kind == "person" else value.kind]
        return f"{value.name} ({', '.join(filter(None, notes))})" if any(notes) else value.name
    if isinstance(value, Image):
        return value.url
    return str(value)
