"""Whether the text is free, metered, or only the beginning of a paid one."""

from __future__ import annotations

from ..model.draft import Claim, Draft
from .places import article_span, name_words

STUB_CHARS = 1200
"""A body shorter than this, behind a paywall, is its teaser."""
BLOCKS_BEHIND = 10
_WALLS = frozenset(
    "paywall regwall piano subscribewall premiumwall paidcontent subscription subscriber abonnement "
    "abowall plusinfo".split()
)


def mark_access(draft: Draft) -> None:
    """Claim `access`: what is declared, corrected by how much of the text is there."""
    declared = draft.value("access")
    walled = _has_wall(draft)
    body = sum(len(b.text) for b in draft.blocks if b.role == "body")
    if declared in ("metered", "stub", "locked") or (walled and declared != "free"):
        value = "stub" if body < STUB_CHARS and (walled or declared != "metered") else "metered"
    elif declared == "free":
        value = "free"
    else:
        return
    claim = draft.best("access")
    if claim is not None and value == declared:
        draft.claim(Claim("access", value, claim.source, claim.path, claim.raw, 0.95))
    else:
        draft.claim(Claim("access", value, "dom", "body", f"{declared or ''} {body} characters".strip(), 0.95))


def _has_wall(draft: Draft) -> bool:
    span = article_span(draft)
    if span.last < 0:
        return False
    return any(
        not b.hidden and b.role not in ("body", "heading") and not _WALLS.isdisjoint(name_words(b.node, 4))
        for b in draft.blocks[span.first : span.last + BLOCKS_BEHIND]
    )
