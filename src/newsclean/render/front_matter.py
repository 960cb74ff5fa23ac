"""The metadata of a document as YAML front matter: every string a JSON string, which YAML reads the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newsclean.model.document import Author, Document

from .characters import clean_line, clean_print
from .safe_url import safe_url

_PLAIN_FIELDS = (
    "title", "kicker", "dek", "byline", "authors", "dateline", "published", "modified", "site_name", "category", "tags",
    "language", "direction", "access", "kind", "confidence", "url", "canonical_url", "lead_image", "disclosures",
    "warnings", "variants", "fingerprint",
)  # fmt: skip
# YAML 1.1 reads the first as line ends, even in quotes; readers that know no front matter would make a link of "](".
_NOT_BARE = re.compile(r"[\x85\u2028\u2029]|(?<=\])\(")


def to_front_matter(document: Document) -> str:
    """The fields that have a value between two lines of `---`."""
    lines = [line for name, value in _metadata(document) for line in _entry(name, value)]
    return "\n".join(["---", *lines, "---", ""])


def _metadata(document: Document) -> Iterator[tuple[str, Any]]:
    special = {
        "authors": [_author(a) for a in document.authors],
        "lead_image": safe_url(document.lead_image.url) if document.lead_image else None,
        "disclosures": list(dict.fromkeys(d.kind for d in document.disclosures)),
        "url": safe_url(document.url),
        "canonical_url": safe_url(document.canonical_url),
        "variants": {clean_line(k): safe_url(v) for k, v in document.variants.items() if safe_url(v)},
    }
    for name in _PLAIN_FIELDS:
        value = special[name] if name in special else getattr(document, name)
        if value is not None and value != "" and value != () and value != [] and value != {}:
            yield name, value


def _author(author: Author) -> dict[str, str]:
    values = {"name": author.name, "url": safe_url(author.url), "role": author.role, "kind": author.kind}
    return {name: value for name, value in values.items() if value}


def _entry(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{name}:"
        yield from (f"  {_scalar(key)}: {_scalar(item)}" for key, item in value.items())
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield f"{name}:"
        for item in value:
            yield f"  - {_flow(item)}"
    else:
        yield f"{name}: {_scalar(value)}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_scalar(item)}" for key, item in value.items()) + "}"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    text = json.dumps(clean_print(value), ensure_ascii=False)
    return _NOT_BARE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
