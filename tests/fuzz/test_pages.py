"""Made-up pages: no promise breaks, whatever they are made of."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .properties import check_forms, check_page
from .strategies import PAGES

SCALE = int(os.environ.get("NEWSCLEAN_FUZZ_SCALE", "1"))
"""The nightly run tries so many times as many pages."""

MANY = settings(
    max_examples=120 * SCALE, deadline=None, derandomize=SCALE == 1, suppress_health_check=list(HealthCheck)
)


@MANY
@given(PAGES)
def test_pages(page: str) -> None:
    """Nothing but newsclean's errors is raised, output is safe, JSON goes round, text and bytes and tree agree."""
    check_forms(page)


@MANY
@given(PAGES, st.integers(0, 4000), st.binary(max_size=6))
def test_torn_pages(page: str, at: int, junk: bytes) -> None:
    """The same of pages with bytes put in and the rest cut off."""
    data = page.encode("utf-8", "surrogatepass")
    check_page(data[:at] + junk + data[at : at + 3000])


@MANY
@given(st.binary(max_size=400))
def test_bytes(data: bytes) -> None:
    """The same of bytes that are no page at all."""
    check_page(data)
