"""A document as plain text that is safe to print on a terminal."""

from __future__ import annotations

from newsclean.model.document import Document

from .characters import clean_line, clean_print


def to_text(document: Document, *, header: bool = True, disclosures: bool = True) -> str:
    """Title, dek, byline and date, the text, then the disclosures, a blank line between.

    Controls, escape sequences and bidi overrides are left out.
    """
    parts: list[str] = []
    if header:
        parts.extend(header_parts(document))
    parts.append(clean_print(document.text))
    if disclosures:
        parts.extend(f"[{d.kind}] {clean_line(d.text)}" for d in document.disclosures)
    text = "\n\n".join(part for part in parts if part.strip())
    return text + "\n" if text else ""


def header_parts(document: Document) -> list[str]:
    """What stands above the text: kicker and title, dek, byline and date; each clean, none empty."""
    top = [document.kicker, document.title]
    credit = [document.byline or ", ".join(a.name for a in document.authors), document.published]
    dek = "\n".join(clean_line(line) for line in (document.dek or "").split("\n"))
    parts = [_joined("\n", top), dek.strip(), _joined(" · ", credit)]
    return [part for part in parts if part]


def _joined(separator: str, values: list[str | None]) -> str:
    return separator.join(line for line in (clean_line(v) for v in values if v) if line)
