"""Further copies of title, dek and paragraphs."""

from __future__ import annotations

from ..model.draft import Draft


def mark_duplicates(draft: Draft) -> None:
    """Copies of what the document already has → `duplicate_title`, `duplicate_dek`, `duplicate_block`."""
