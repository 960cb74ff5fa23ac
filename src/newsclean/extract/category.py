"""The section of the site that the article stands in ("Politics")."""

from __future__ import annotations

import re

from ..model.draft import Block, Claim, Draft
from ..text.similarity import squeeze
from ..text.spaces import clean_line
from .home import HOME_NAMES
from .places import article_span, name_words, path_of
from .title import site_names

MAX_CHARS = 50
BLOCKS_BEFORE = 15
MAX_TRAIL_CHARS = 250
MAX_CRUMBS = 5
"""More links than these beside one to the home page are a menu."""
_TRAIL_SIGNS = frozenset((">", ">>", "»", "›", "→", "/", "::"))
_TRAIL = re.compile(r"(?:(?<!\s)\s+)?[»›>/|→]\s*")
_CRUMBS = frozenset({"breadcrumb", "breadcrumbs", "crumb", "crumbs", "breadcrumblist"})
_NO_SECTIONS = HOME_NAMES | frozenset(
    "frontpage news article articles default uncategorized none allgemein 正文".split()
)
"""What a trail begins or ends with that is no section, as `squeeze` leaves it."""


def mark_category(draft: Draft) -> None:
    """Claim `category`: the surest claimed section, else the last link of the breadcrumb."""
    refused = {squeeze(n) for n in site_names(draft)} | {squeeze(str(draft.value("title") or ""))}
    for claim in sorted(draft.claims.get("category", ()), key=lambda c: -c.confidence):
        value = clean_line(claim.value, 300).split(",")[0].strip() if isinstance(claim.value, str) else ""
        if _is_section(value, refused):
            draft.claim(Claim("category", value, claim.source, claim.path, claim.raw, 0.95))
            return
    draft.claims["refused_category"] = draft.claims.pop("category", [])
    for block in _crumbs(draft):
        section = next((p for p in reversed(_parts(block)) if _is_section(p, refused)), None)
        if section:
            draft.claim(Claim("category", section, "dom", path_of(block), block.text[:300], 0.9))
            return


def _parts(block: Block) -> list[str]:
    """The sections of a trail in one element, its links or what stands between signs; the last is the narrowest."""
    links = [clean_line("".join(block.pieces[a:b]), 300) for a, b, kind, _ in block.spans if kind == "a"]
    return links if len(links) > 1 else [p.strip() for p in _TRAIL.split(clean_line(block.text, 300))]


def _is_section(value: str, refused: set[str]) -> bool:
    squeezed = squeeze(value)
    if not 1 < len(value) <= MAX_CHARS or squeezed in refused or squeezed in _NO_SECTIONS:
        return False
    return any(map(str.isalpha, value)) and "http" not in value


def _is_trail(block: Block, *, named: bool) -> bool:
    """Whether the line is a way through the site: by its name, or by a link to the home page and a sign of a trail behind it."""
    if named and block.link_share > 0.5:
        return True
    links = [(a, b, value) for a, b, kind, value in block.spans if kind == "a"]
    if not 1 < len(links) <= MAX_CRUMBS or len(block.text) > MAX_TRAIL_CHARS:
        return False
    first, after, _ = links[0]
    between = "".join(block.pieces[after : links[1][0]]).strip()
    return (named or between in _TRAIL_SIGNS) and squeeze("".join(block.pieces[first:after])) in _NO_SECTIONS


def _crumbs(draft: Draft) -> list[Block]:
    """Blocks of the breadcrumb near the title, the last first."""
    span = article_span(draft)
    near = draft.blocks[max(0, span.start - BLOCKS_BEFORE) : span.start + 2]
    found = [
        b
        for b in near
        if b.kind == "text" and b.role != "title" and _is_trail(b, named=not _CRUMBS.isdisjoint(name_words(b.node, 4)))
    ]
    return found[::-1]
