"""The name of the site, as it calls itself."""

from __future__ import annotations

from ..model.draft import Claim, Draft
from ..text.spaces import clean_line
from .title import site_names


def mark_site_name(draft: Draft) -> None:
    """Claim `site_name`: the surest claimed name that is no page title; a bare host name only where nothing else is."""
    believable = set(site_names(draft))
    claims = [c for c in draft.claims.get("site_name", ()) if isinstance(c.value, str) and c.value in believable]
    if not claims:
        draft.claims["refused_site_name"] = draft.claims.pop("site_name", [])
        return
    best = max(claims, key=lambda c: (c.confidence, not _is_host(c.value)))
    if _is_host(best.value):
        named = [c for c in claims if not _is_host(c.value) and c.confidence >= best.confidence - 0.15]
        best = max(named, key=lambda c: c.confidence) if named else best
    draft.claim(Claim("site_name", clean_line(best.value, 100), best.source, best.path, best.raw, 0.96))


def _is_host(name: str) -> bool:
    return " " not in name and "." in name
