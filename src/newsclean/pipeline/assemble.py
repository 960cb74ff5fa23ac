"""Roles and winning claims → the document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..model.document import Direction, Disclosure, Document, Provenance, Removal
from ..model.draft import Block, Claim, Draft
from ..read.paths import find_paths
from .shape import to_sections

MAX_LOOKED_UP = 3000
"""On pages of more blocks their paths are worked out together: the parser counts an element's siblings anew each time."""
_RTL = frozenset(("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "iw"))
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$")
_PLAIN_FIELDS = ("title", "kicker", "dek", "byline", "dateline", "site_name", "category", "canonical_url")
_CLAIMED = (*_PLAIN_FIELDS, "authors", "published", "modified", "tags", "language", "access", "lead_image")


def assemble(draft: Draft) -> Document:
    """The document of a draft whose chain has run; the draft is not changed."""
    winners, provenance = _winners(draft)
    values: dict[str, Any] = {name: winners[name].value for name in winners}
    published, modified = values.pop("published", None), values.pop("modified", None)
    language = values.pop("language", None)
    return Document(
        kind=draft.kind or "article",  # type: ignore[arg-type]
        confidence=draft.confidence,
        url=draft.url,
        published=published,
        modified=modified,
        language=language,
        direction=_direction(draft, language),
        sections=to_sections(draft),
        disclosures=(*_disclosures(draft), *draft.facts.get("stated", ())),
        removed=tuple(_removals(draft)),
        provenance=provenance,
        warnings=tuple(draft.warnings),
        variants=draft.facts.get("variants", {}),
        extra=dict(draft.extra),
        **values,
    )


def _winners(draft: Draft) -> tuple[dict[str, Claim], dict[str, Provenance]]:
    winners: dict[str, Claim] = {}
    provenance: dict[str, Provenance] = {}
    for name in _CLAIMED:
        claims = [c for c in draft.claims.get(name, ()) if _is_valid(c)]
        if not claims:
            continue
        best = max(claims, key=lambda c: c.confidence)
        winners[name] = best
        # a step that took a claim over made it surer: the same claim is no loser
        won = (best.source, best.path, best.raw)
        provenance[name] = best.to_provenance(tuple(c for c in claims if (c.source, c.path, c.raw) != won))
    encoding, how = draft.facts.get("encoding", ("", ""))
    if encoding:
        provenance["encoding"] = Provenance(source=how, raw=encoding, confidence=1.0)
    provenance.update(draft.facts.get("provenance", {}))
    return winners, provenance


def _is_valid(claim: Claim) -> bool:
    if claim.field in ("published", "modified"):
        return isinstance(claim.value, str) and _ISO.match(claim.value) is not None
    return bool(claim.value)


def _direction(draft: Draft, language: str | None) -> Direction | None:
    declared = draft.value("direction")
    if declared in ("ltr", "rtl"):
        return declared  # type: ignore[no-any-return]
    if language:
        return "rtl" if language.split("-")[0].lower() in _RTL else "ltr"
    return None


def _disclosures(draft: Draft) -> Iterable[Disclosure]:
    parts: list[Block] = []
    for block in draft.with_role("disclosure"):
        if parts and block.shape == "continued":
            parts.append(block)
            continue
        if parts:
            yield _disclosure(draft, parts)
        parts = [block]
    if parts:
        yield _disclosure(draft, parts)


def _disclosure(draft: Draft, parts: list[Block]) -> Disclosure:
    return Disclosure(parts[0].reason, "\n".join(b.text for b in parts), block_path(draft, parts[0]))  # type: ignore[arg-type]


def _removals(draft: Draft) -> Iterable[Removal]:
    for index in draft.find_accounted(draft.ledger):
        block = draft.blocks[index]
        if block.role == "removed" and block.text:
            yield Removal(block.reason or "low_score", block.text, block.step, block_path(draft, block))  # type: ignore[arg-type]


def block_path(draft: Draft, block: Block) -> str:
    """Where a block stands: an XPath of its element, or "line N" of a plain text."""
    if draft.is_text:
        return f"line {block.index}"
    element = block.node.element
    if element is None or draft.root is None:
        return ""
    if len(draft.blocks) <= MAX_LOOKED_UP:
        path: str = draft.root.getroottree().getpath(element)
        return path
    paths: dict[Any, str] | None = draft.facts.get("paths")
    if paths is None:
        paths = draft.facts["paths"] = find_paths([b.node.element for b in draft.blocks])
    return paths.get(element, "")
