"""Noise that its own words give away, before the body is scored."""

from __future__ import annotations

from ..model.draft import Draft


def mark_sure_noise(draft: Draft) -> None:
    """Lines that are a noise phrase whole → their reason."""
