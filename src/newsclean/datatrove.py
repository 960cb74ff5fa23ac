"""What datatrove is told: see docs/crawlers/datatrove.md."""

from __future__ import annotations

from newsclean.integrations.datatrove import NewscleanStep, NewscleanWarcReader

__all__ = ["NewscleanStep", "NewscleanWarcReader"]
