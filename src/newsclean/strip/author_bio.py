"""Notes on the author."""

from __future__ import annotations

from ..model.draft import Draft
from .verdict import mark_reason


def mark_author_bio(draft: Draft) -> None:
    """Blocks that words, names and place say are this → `author_bio`."""
    mark_reason(draft, "author_bio")
