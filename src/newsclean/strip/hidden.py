"""Hidden elements: text that no reader sees is not text."""

from __future__ import annotations

from ..model.draft import Draft


def mark_hidden(draft: Draft) -> None:
    """Blocks inside hidden elements → `hidden`, unless the whole page is hidden (until a script shows it)."""
    hidden = [b for b in draft.blocks if b.hidden and b.role is None]
    if hidden and any(b.text for b in draft.blocks if not b.hidden):
        for block in hidden:
            draft.remove(block, "hidden")
