"""What Ray Data is told: see docs/crawlers/ray.md."""

from __future__ import annotations

from newsclean.integrations.ray import Cleaner, read_warcs

__all__ = ["Cleaner", "read_warcs"]
