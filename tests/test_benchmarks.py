"""The benchmarks' own reading and printing: they run seldom, and must run then."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"


def run(name: str, *arguments: str) -> str:
    """What a benchmark prints."""
    command = [sys.executable, str(BENCHMARKS / name), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=BENCHMARKS.parent).stdout


def test_accuracy_prints_the_means(tmp_path: Path) -> None:
    """A row for each set that was scored, a dash for a measure that was not taken."""
    measures = {"pages": 2, "body_f1": {"mean": 0.9876, "low": 0.9, "high": 1.0, "n": 2}}
    file = tmp_path / "scores.json"
    file.write_text(json.dumps({"split": "all", "results": {"newsclean": {"scrapinghub": measures}}}), "utf-8")
    printed = run("accuracy.py", str(file))
    assert "| newsclean | 0.988 | – | – | – |" in printed
    assert "fundus" not in printed


def test_compare_prints_ratios(tmp_path: Path) -> None:
    """Each peer's time stands beside the bare parse's and newsclean's own, which are once themselves."""
    (tmp_path / "a.html").write_text(
        "<h1>Ferry late</h1>" + "<p>The ferry came an hour late on Monday.</p>" * 9, "utf-8"
    )
    rows = [
        line.split(" | ")
        for line in run("compare.py", str(tmp_path), "--rounds", "1", "--peers", "lxml").splitlines()
        if "|" in line
    ]
    by_name = {row[0].strip("| "): row for row in rows}
    assert by_name["lxml, parse alone"][3] == "1.0"
    assert by_name["newsclean, the whole document"][4] == "1.00"
