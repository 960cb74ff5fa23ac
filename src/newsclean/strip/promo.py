"""Newsletters, subscriptions, apps, donations, tip lines."""

from __future__ import annotations

from ..model.draft import Draft
from .verdict import mark_reason


def mark_promo(draft: Draft) -> None:
    """Blocks that words, names and place say are this → `promo`."""
    mark_reason(draft, "promo")
