"""Share bars, print, players, counts."""

from __future__ import annotations

from ..model.draft import Draft
from .verdict import mark_reason


def mark_furniture(draft: Draft) -> None:
    """Blocks that words, names and place say are this → `furniture`."""
    mark_reason(draft, "furniture")
