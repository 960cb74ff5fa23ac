"""What Spark is told: see docs/crawlers/spark.md."""

from __future__ import annotations

from newsclean.integrations.spark import PAGE_SCHEMA, SCHEMA, clean_batches, read_warcs

__all__ = ["PAGE_SCHEMA", "SCHEMA", "clean_batches", "read_warcs"]
