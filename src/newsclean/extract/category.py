"""The section of the site that the article stands in ("Politics")."""

from __future__ import annotations

from ..model.draft import Block, Claim, Draft
from ..text.similarity import squeeze
from ..text.spaces import clean_line
from .places import article_span, name_words, path_of
from .title import site_names

MAX_CHARS = 50
BLOCKS_BEFORE = 15
_CRUMBS = frozenset({"breadcrumb", "breadcrumbs", "crumb", "crumbs", "breadcrumblist"})
_HOME = frozenset(
    {"home", "homepage", "startseite", "accueil", "inicio", "início", "stronaglowna", "stronagłówna", "главная", "αρχική", "forside", "etusivu",
     "hem", "start", "frontpage", "news", "article", "articles", "default", "uncategorized", "none", "allgemein", "首页", "首頁", "ホーム", "正文"}
)  # fmt: skip


def mark_category(draft: Draft) -> None:
    """Claim `category`: the surest claimed section, else the last link of the breadcrumb."""
    refused = {squeeze(n) for n in site_names(draft)} | {squeeze(str(draft.value("title") or ""))}
    for claim in sorted(draft.claims.get("category", ()), key=lambda c: -c.confidence):
        if isinstance(claim.value, str) and _is_section(claim.value, refused):
            draft.claim(Claim("category", clean_line(claim.value, MAX_CHARS), claim.source, claim.path, claim.raw, 0.95))
            return
    draft.claims["refused_category"] = draft.claims.pop("category", [])
    block = _last_crumb(draft, refused)
    if block is not None:
        draft.claim(Claim("category", clean_line(block.text, MAX_CHARS), "dom", path_of(block), block.text, 0.9))


def _is_section(value: str, refused: set[str]) -> bool:
    squeezed = squeeze(value)
    return 1 < len(value) <= MAX_CHARS and squeezed not in refused and squeezed not in _HOME and any(c.isalpha() for c in value) and "http" not in value


def _last_crumb(draft: Draft, refused: set[str]) -> Block | None:
    span = article_span(draft)
    crumbs = [
        b
        for b in draft.blocks[max(0, span.start - BLOCKS_BEFORE) : span.start + 2]
        if b.kind == "text" and b.role != "title" and b.link_share > 0.5 and not _CRUMBS.isdisjoint(name_words(b.node, 4))
    ]
    return next((b for b in reversed(crumbs) if _is_section(b.text, refused)), None)
