"""What Scrapy is told: see docs/crawlers/scrapy.md."""

from __future__ import annotations

from newsclean.integrations.scrapy import Addon, NewscleanPipeline, ResponseMiddleware

__all__ = ["Addon", "NewscleanPipeline", "ResponseMiddleware"]
