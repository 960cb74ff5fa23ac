"""Every visible block that no step has given a role gets a reason."""

from __future__ import annotations

from ..model.draft import Draft


def mark_rest(draft: Draft) -> None:
    """Blocks left without a role → removed, with the reason that structure and neighbours speak for."""
    for block in draft.blocks:
        if block.role is None and block.kind == "text":
            draft.remove(block, "low_score")
