"""What tests of several rooms share: the folder of shipped pages, a small page to clean, an invented site to crawl."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def fixture_pages() -> Path:
    """The folder of pages that ship with the repository."""
    return ROOT / "fixtures" / "pages"


@pytest.fixture(scope="session")
def bridge_html() -> str:
    """A short, well-made news page."""
    return BRIDGE_HTML


@pytest.fixture(scope="session")
def site() -> ModuleType:
    """The invented news site of `tools/make_crawl_site.py`."""
    spec = importlib.util.spec_from_file_location("make_crawl_site", ROOT / "tools" / "make_crawl_site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_crawl_site"] = module
    spec.loader.exec_module(module)
    return module


BRIDGE_HTML = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Harbour bridge opens to cyclists | Coast Courier</title>
<meta property="og:site_name" content="Coast Courier"></head>
<body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<main><article>
<h1>Harbour bridge opens to cyclists</h1>
<p class="byline">By <a rel="author" href="/staff/mara-lind">Mara Lind</a></p>
<p>The new harbour bridge opened to cyclists on Monday after four years of work and two long delays.</p>
<p>City engineers said that the crossing will carry about nine thousand riders on a summer day, twice the number that
the ferry takes now, and that the ferry will go on until the end of the year.</p>
<h2>What comes next</h2>
<p>A second ramp will be built on the eastern side before the end of next year, the council said in a statement.</p>
<p>Residents of the old quay had asked for it since the first drawings were shown to them in the town hall.</p>
</article></main>
<footer><p>Imprint and privacy</p></footer>
</body></html>
"""
