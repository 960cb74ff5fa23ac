"""Hidden elements: text that no reader sees is not text."""

from __future__ import annotations

from ..model.draft import Draft


def mark_hidden(draft: Draft) -> None:
    """Blocks inside hidden elements → `hidden`, unless the whole page is hidden (until a script shows it)."""
    shown = sum(len(b.text) for b in draft.blocks if not b.hidden)
    for block in draft.blocks:
        if block.hidden and block.role is None and shown:
            draft.remove(block, "hidden")
