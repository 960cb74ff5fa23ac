from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datatrove")
pytestmark = [pytest.mark.integration, pytest.mark.filterwarnings("ignore"), pytest.mark.enable_socket]


def run(warcs: list[Path], out: Path, workers: int) -> list[dict[str, Any]]:
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.writers import JsonlWriter

    from newsclean.integrations.datatrove import NewscleanStep, NewscleanWarcReader

    reader = NewscleanWarcReader(str(warcs[0].parent), glob_pattern="*.warc.gz")
    pipeline = [reader, NewscleanStep(timeout_s=20, keep_failed=True), JsonlWriter(str(out / "data"))]
    executor = LocalPipelineExecutor(pipeline, tasks=2, workers=workers, logging_dir=str(out / "logs"))
    executor.run()
    lines = []
    for path in sorted((out / "data").glob("*.jsonl.gz")):
        lines += [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    return lines


@pytest.mark.parametrize("workers", [1, 2])
def test_warc_files_to_documents(warcs: list[Path], expected: dict[str, str], tmp_path: Path, workers: int) -> None:
    """One task for each WARC file gives the same bytes that newsclean gives alone, in one process and in two."""
    lines = run(warcs, tmp_path, workers)
    found = {line["metadata"]["url"]: line["metadata"] for line in lines}
    assert {url: row.get("document") or row["error_name"] for url, row in found.items()} == expected
    for line in lines:
        assert line["metadata"]["meta"]["warc_date"] > "2026-03"
        assert "media_bytes" not in json.dumps(line)
        assert (
            bool(line.get("text")) == (line["metadata"].get("kind") == "article") != ("error_name" in line["metadata"])
        )


def test_finished_tasks_are_skipped(warcs: list[Path], tmp_path: Path) -> None:
    """A second run does nothing, as datatrove knows which tasks are complete."""
    run(warcs, tmp_path, 1)
    written = {path: path.stat().st_mtime_ns for path in (tmp_path / "data").iterdir()}
    run(warcs, tmp_path, 1)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "data").iterdir()} == written


def test_html_of_another_reader() -> None:
    """HTML in the text, as other readers give it, is cleaned too."""
    from datatrove.data import Document

    from newsclean.integrations.datatrove import NewscleanStep

    html = "<h1>Rain in Bergen</h1>" + "<p>It rained in Bergen on Monday, as it does on most days of March.</p>" * 3
    (found,) = NewscleanStep(timeout_s=0).run(iter([Document(html, "a", metadata={"url": "https://e.com/a"})]))
    assert found.metadata["url"] == "https://e.com/a"
    assert "<p>" not in found.text
    assert found.metadata["title"] == "Rain in Bergen"


@pytest.mark.parametrize("keep", [True, False])
def test_failed_pages(keep: bool) -> None:
    """Failed pages are counted, and dropped or kept with the reason."""
    from datatrove.data import Document, Media

    from newsclean.integrations.datatrove import PAGE, NewscleanStep

    step = NewscleanStep(timeout_s=0, keep_failed=keep)
    found = list(step.run(iter([Document("", "a", [Media(PAGE, 3, "", media_bytes=b"%PDF-1.7 " + bytes(2000))])])))
    assert [document.metadata["error_name"] for document in found] == ["NotHtml"] * keep
    assert step.stats["failed_input"].total == 1
