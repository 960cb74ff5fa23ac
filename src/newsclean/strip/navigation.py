"""What the site says on every page: menus, breadcrumbs, footers, legal lines, cookie boxes."""

from __future__ import annotations

from ..model.draft import Draft
from .verdict import mark_reason


def mark_navigation(draft: Draft) -> None:
    """Blocks that words, names and place say are this → `navigation` or `breadcrumb`."""
    mark_reason(draft, "navigation", "breadcrumb")
