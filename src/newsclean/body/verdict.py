"""What kind of page this is, and how sure the body is."""

from __future__ import annotations

import math

from ..model.draft import Draft

MIN_ARTICLE_WORDS = 20


def mark_kind(draft: Draft) -> None:
    """Set `draft.kind` and `draft.confidence` from the blocks that the body step chose."""
    body = draft.with_role("body")
    words = sum(b.words for b in body)
    if not any(b.text for b in draft.blocks):
        draft.kind = (
            "script_shell" if draft.root is not None and next(draft.root.iter("script"), None) is not None else "empty"
        )
        draft.confidence = 0.0
        return
    draft.kind = "article" if words else "index"
    sure = sum(b.words * min(1.0, 1 / (1 + math.exp(-b.score))) for b in body) / words if words else 0.0
    draft.confidence = round(min(0.99, sure), 3)
