"""Readers' comments and their forms."""

from __future__ import annotations

from ..model.draft import Draft
from .verdict import mark_reason


def mark_comments(draft: Draft) -> None:
    """Blocks that words, names and place say are this → `comments`."""
    mark_reason(draft, "comments")
