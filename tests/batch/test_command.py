from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from newsclean import cli
from newsclean.batch.summary import Progress

Captured = pytest.CaptureFixture[str]
PAGES = Path(__file__).parents[2] / "fixtures" / "crawl" / "pages"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A list of two pages and a line that is none."""
    path = tmp_path / "pages.jsonl"
    lines = [json.dumps({"id": f"p{n}", "html": (PAGES / f"{n}.html").read_text("utf-8")}) for n in (0, 1)]
    path.write_text("\n".join([*lines, "no page"]), "utf-8")
    return path


def test_failed_pages_end_with_5_and_a_summary(tmp_path: Path, pages: Path, capsys: Captured) -> None:
    """Where a page failed, the exit code is 5, the summary says why, and so it is when the run is resumed."""
    command = ["batch", str(pages), "-o", str(tmp_path / "out"), "--jobs", "1"]
    assert cli.main(command) == 5
    assert "3 records in" in (said := capsys.readouterr().err)
    assert "failures: BadLine 1" in said
    assert cli.main([*command, "--resume"]) == 5
    assert "3 done before (1 failed)" in capsys.readouterr().err


def test_stats(tmp_path: Path, capsys: Captured) -> None:
    """`--stats` counts kinds and reasons, and gives pages per second and core; without it two lines are enough."""
    command = ["batch", str(PAGES), "--jobs", "1", "-o"]
    assert cli.main([*command, str(tmp_path / "a"), "--stats"]) == 0
    said = capsys.readouterr().err
    assert "kinds: article 12" in said
    assert "removed: " in said
    assert "pages/s and core" in said
    assert cli.main([*command, str(tmp_path / "b")]) == 0
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert cli.main([*command, str(tmp_path / "c"), "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def test_what_was_passed_over_is_told_where_nothing_else_came(tmp_path: Path, capsys: Captured) -> None:
    """A filter that takes nothing of an archive shows itself without `--stats`."""
    pytest.importorskip("fastwarc")
    archive = str(PAGES.parent / "example.warc.gz")
    assert cli.main(["batch", archive, "-o", str(tmp_path / "out"), "--host", "other.example"]) == 0
    assert "passed over: host 12" in capsys.readouterr().err


def test_fingerprints_are_made_where_asked_for(pages: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`--fingerprint` fills the field, which is empty otherwise."""
    for switches, filled in ((["--fingerprint"], True), ([], False)):
        assert cli.main(["batch", str(pages), "-o", "-", "--jobs", "0", "--quiet", *switches]) == 5
        lines = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
        assert [bool(line["document"]["fingerprint"]) for line in lines[:2]] == [filled] * 2


@pytest.mark.parametrize(
    "switches",
    [
        ["--jobs", "-1"],
        ["--shard-records", "0"],
        ["--page-timeout", "-1"],
        ["--since", "March"],
        ["--until", "2026-3"],
        ["--precision", "--recall"],
    ],
)
def test_values_that_make_no_sense(tmp_path: Path, switches: list[str], capsys: Captured) -> None:
    """They are told before anything is begun."""
    assert cli.main(["batch", str(PAGES), "-o", str(tmp_path / "out"), *switches]) == 2
    assert not (tmp_path / "out").exists()


def test_a_bar_on_a_terminal() -> None:
    """On a terminal rich draws pages, failures and rate."""
    console = pytest.importorskip("rich.console")
    from newsclean.cli.progress_bar import show_bar

    screen = io.StringIO()
    with show_bar(console.Console(file=screen, force_terminal=True, width=100)) as show:
        show(Progress(done=50, failed=0, skipped=10, seconds=10, total=200))
        show(Progress(done=150, failed=3, skipped=10, seconds=30, total=200))
    assert "60/200 pages, 0 failed, 5.0/s" in screen.getvalue()
    assert "3 failed" in screen.getvalue().rpartition("160/200")[2]


def test_lines_elsewhere(capsys: Captured) -> None:
    """Where there is no terminal, a plain line comes every ten seconds."""
    from newsclean.cli.batch import _open_progress

    with _open_progress() as show:
        for seconds in (1, 11, 12, 15, 23):
            show(Progress(done=seconds, failed=1, skipped=0, seconds=seconds))
    assert capsys.readouterr().err.splitlines() == [
        "newsclean: 11 done, 1 failed, 1.0 pages/s",
        "newsclean: 23 done, 1 failed, 1.0 pages/s",
    ]
