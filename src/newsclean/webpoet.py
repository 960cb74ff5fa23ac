"""What web-poet is told: see docs/crawlers/webpoet.md."""

from __future__ import annotations

from newsclean.integrations.webpoet import ArticlePage, DocumentPage

__all__ = ["ArticlePage", "DocumentPage"]
