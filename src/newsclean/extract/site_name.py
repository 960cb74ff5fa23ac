"""The name of the site, as it calls itself."""

from __future__ import annotations

import re

from ..model.draft import Claim, Draft
from ..model.hosts import find_host
from ..text.similarity import squeeze
from ..text.spaces import clean_line
from .home import HOME_NAMES, leads_home
from .title import site_names

MAX_TITLE_CHARS = 400
MAX_NAME_CHARS = 40
"""A longer part is a headline."""
MIN_LABEL_CHARS = 4
MAX_HEAD_BLOCKS = 60
"""The site's logo stands among the first blocks."""

_SEPARATOR = re.compile(r"\s[|\-–—·•»:]\s|[|｜_]|\s»|»\s|：")


def mark_site_name(draft: Draft) -> None:
    """Claim `site_name`: the surest claimed name that is no page title; a bare host name only where nothing else is."""
    believable = set(site_names(draft))
    claims = [c for c in draft.claims.get("site_name", ()) if isinstance(c.value, str) and c.value in believable]
    if not claims:
        draft.claims["refused_site_name"] = draft.claims.pop("site_name", [])
        if (found := _find_in_title(draft)) is not None:
            draft.claim(found)
        return
    best = max(claims, key=lambda c: (c.confidence, not _is_host(c.value)))
    if _is_host(best.value):
        named = [c for c in claims if not _is_host(c.value) and c.confidence >= best.confidence - 0.15]
        best = max(named, key=lambda c: c.confidence) if named else best
    draft.claim(Claim("site_name", clean_line(best.value, 100), best.source, best.path, best.raw, 0.96))


def _find_in_title(draft: Draft) -> Claim | None:
    """The first or last part of `<title>`, where the address or a link to the home page says that it is the site."""
    claim = next((c for c in draft.claims.get("title", ()) if c.path == "title" and isinstance(c.value, str)), None)
    parts = [clean_line(p) for p in _SEPARATOR.split(str(claim.value)[:MAX_TITLE_CHARS])] if claim is not None else []
    if claim is None or len(parts) < 2:
        return None
    titles = {squeeze(c.value) for c in draft.claims["title"] if isinstance(c.value, str) and c.confidence >= 0.5}
    homes = _home_links(draft) - titles
    label = squeeze(max(find_host(draft.url).removeprefix("www.").split(".")[:-1], key=len, default=""))
    for part in (parts[-1], parts[0]):
        name = squeeze(part)
        if 1 < len(part) <= MAX_NAME_CHARS and (name in homes or _is_label(name, label)):
            return Claim("site_name", part, claim.source, claim.path, claim.raw, 0.91)
    return None


def _home_links(draft: Draft) -> set[str]:
    """The squeezed texts of the page's first links to its home page."""
    links = (b for b in draft.blocks[:MAX_HEAD_BLOCKS] if b.kind == "text" and b.link_share > 0.9)
    return {squeeze(b.text) for b in links if any(map(leads_home, b.links()))} - HOME_NAMES


def _is_label(name: str, label: str) -> bool:
    """Whether a name is what the host is called, but for an article or the like ("The Daily Tide", dailytide.example)."""
    short, long = sorted((name, label), key=len)
    return len(short) >= MIN_LABEL_CHARS and short in long and len(short) >= 0.6 * len(long)


def _is_host(name: str) -> bool:
    return " " not in name and "." in name
