from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "crawlers" / "index.md").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where examples run: as in the repository, but what they write goes elsewhere."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_python_examples_run(folder: Path) -> None:
    """The examples in Python run as they stand, and clean the twelve pages."""
    pytest.importorskip("fastwarc")
    pytest.importorskip("pyarrow")
    said = ""
    blocks = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    for block in blocks:
        (folder / "example.py").write_text(block, "utf-8")
        done = subprocess.run([sys.executable, "example.py"], capture_output=True, text=True, check=True, timeout=60)
        said += done.stdout
    assert len(blocks) == 3
    assert said.count("after all") == 12
    assert "12 records in" in said
