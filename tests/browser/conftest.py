"""Debian's Chromium, driven by playwright. tools/browser_tests.sh names both; without it these tests are skipped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser without a window."""
    path = os.environ.get("NEWSCLEAN_BROWSER")
    if not path:
        pytest.skip("NEWSCLEAN_BROWSER names no browser; see tools/browser_tests.sh")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe_script() -> str:
    """The source of axe-core, an engine that checks pages for accessibility."""
    path = Path(os.environ.get("NEWSCLEAN_AXE", ""))
    if not path.is_file():
        pytest.skip("there is no axe-core")
    return path.read_text(encoding="utf-8")
