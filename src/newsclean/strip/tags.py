"""Topics and tags."""

from __future__ import annotations

from ..model.draft import Draft
from .verdict import mark_reason


def mark_tags(draft: Draft) -> None:
    """Blocks that words, names and place say are this → `tags`."""
    mark_reason(draft, "tags")
