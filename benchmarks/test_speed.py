"""Times by shape of page: pytest benchmarks --benchmark-only (needs pytest-benchmark)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("pytest_benchmark")
sys.path.insert(0, str(Path(__file__).parent))

import lxml.html
from pages import SHAPES, make_page, make_sized

import newsclean

PAGES = {name: make_page(**shape) for name, shape in SHAPES.items()}
PAGES |= {f"{size // 1000} kB": make_sized(size) for size in (10_000, 100_000, 1_000_000)}


@pytest.mark.parametrize("name", PAGES)
def test_newsclean(benchmark, name):
    """The whole document: body, fields, disclosures, ledger."""
    cleaner = newsclean.Cleaner()
    document = benchmark(cleaner.from_html, PAGES[name], url="https://tide.example/a/harbour")
    assert document.title


@pytest.mark.parametrize("name", PAGES)
def test_bare_parse(benchmark, name):
    """What lxml takes to parse the page: the yardstick."""
    benchmark(lxml.html.document_fromstring, PAGES[name])
