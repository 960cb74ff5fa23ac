"""Ads and their labels."""

from __future__ import annotations

from ..model.draft import Draft
from .verdict import mark_reason


def mark_ads(draft: Draft) -> None:
    """Blocks that words, names and place say are this → `ad`."""
    mark_reason(draft, "ad")
