"""Notes on the author."""

from __future__ import annotations

from ..model.draft import Draft
from .byline_copies import mark_notes_on_authors
from .verdict import mark_reason


def mark_author_bio(draft: Draft) -> None:
    """Blocks that words, names and place say are this → `author_bio`."""
    mark_notes_on_authors(draft)
    mark_reason(draft, "author_bio")
