from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDS = {
    "scrapy": ("scrapy",),
    "webpoet": ("web_poet", "scrapy_poet", "zyte_common_items"),
    "datatrove": ("datatrove", "orjson"),
    "spark": ("pyspark",),
    "ray": ("ray",),
}
"""Page of the docs → what its examples import."""
SHOWS = {
    "scrapy": r"'item_scraped_count': 12",
    "webpoet": r"'item_scraped_count': 12",
    "datatrove": r"kind_article: 12",
    "spark": r"\|article\|",
    "ray": r"2026-03-\d\dT08:15:00\+01:00",
}
"""Page of the docs → what its last example writes to a terminal, or to its log."""


@pytest.mark.integration
@pytest.mark.parametrize("page", NEEDS)
def test_the_example_runs(page: str, tmp_path: Path) -> None:
    """Each page's examples run as they stand, on the pages in `fixtures/crawl`."""
    missing = [module for module in NEEDS[page] if importlib.util.find_spec(module) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    text = (ROOT / "docs" / "crawlers" / f"{page}.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    said = "".join(run(block, tmp_path) for block in blocks if "import" in block)
    assert re.search(SHOWS[page], said), said[-3000:]


def run(block: str, folder: Path) -> str:
    (folder / "example.py").write_text(block, "utf-8")
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run(
        [sys.executable, "example.py"], cwd=folder, env=environment, capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout + done.stderr
