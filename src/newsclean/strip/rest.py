"""Every visible block that no step has given a role gets a reason: the ledger accounts for the whole page."""

from __future__ import annotations

from ..model.draft import Draft
from .verdict import verdicts_of


def mark_rest(draft: Draft) -> None:
    """Blocks left without a role → `credit`, `dateline_only` where they are that, else `low_score`."""
    verdicts = verdicts_of(draft)
    for block in draft.blocks:
        if block.role is None and block.kind == "text":
            reason = verdicts.get(block.index, "")
            draft.remove(block, reason if reason in ("credit", "dateline_only") else "low_score")
