"""Links to other stories."""

from __future__ import annotations

from ..model.draft import Draft
from .verdict import mark_reason


def mark_related(draft: Draft) -> None:
    """Blocks that words, names and place say are this → `related`."""
    mark_reason(draft, "related")
