from __future__ import annotations

import gzip
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from newsclean.batch.errors import BatchError, ManifestError
from newsclean.batch.manifest import NAME
from newsclean.batch.records import Failure, Record
from newsclean.batch.run import BatchOptions, run_batch
from newsclean.batch.sources import Sources
from newsclean.batch.summary import Progress, Summary, to_text
from newsclean.model.document import Document, Paragraph, Removal, Section
from newsclean.model.errors import NotHtml

EXAMPLES = Path(__file__).parents[2] / "fixtures" / "crawl"


class StubCleaner:
    """Stands for a `newsclean.Cleaner`: the words of a page are its text, and some words are traps."""

    def from_html(self, html: bytes | str, url: str | None = None, *, content_type: str | None = None) -> Document:
        text = html.decode() if isinstance(html, bytes) else html
        if "HANG" in text:
            time.sleep(100)
        if "REFUSE" in text:
            raise NotHtml("no page")
        removed = (Removal("ad", "buy"),) * text.count("AD")
        warnings = ("slow: 3 s",) if "WARN" in text else ()
        return Document("article", url=url, sections=(Section((Paragraph(text),)),), removed=removed, warnings=warnings)


def make_records(count: int, traps: dict[int, str] | None = None) -> list[Record]:
    traps = traps or {}
    return [
        Record(f"id-{n}", f"page {n} {traps.get(n, '')}".strip().encode(), f"https://e.com/{n}") for n in range(count)
    ]


def read_lines(folder: Path) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    for path in sorted(folder.glob("part-*.jsonl*")):
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        if path.suffix == ".zst":
            data = pytest.importorskip("pyarrow").CompressedInputStream(io.BytesIO(data), "zstd").read()
        lines += [json.loads(line) for line in data.splitlines()]
    return lines


def test_every_record_has_a_line(tmp_path: Path) -> None:
    """Documents and failures stand in the order of the input, and the summary counts them."""
    records = make_records(50, {7: "HANG", 20: "REFUSE", 21: "AD AD WARN"})
    records[30] = Record("id-30", url="https://e.com/30", failure=Failure("fetch", "TlsError", "expired"))
    records[31] = Record("id-31", path=str(tmp_path / "none.html"))
    records[32] = Record("id-32", path=str(EXAMPLES / "pages" / "0.html"), meta={"from": "disk"})
    summary = run_batch(StubCleaner(), records, tmp_path / "out", options=BatchOptions(jobs=2, timeout_s=0.5))
    lines = read_lines(tmp_path / "out")
    assert [line["id"] for line in lines] == [f"id-{n}" for n in range(50)]
    errors = {line["id"]: (line["error"]["kind"], line["error"]["name"]) for line in lines if line["error"]}
    assert errors == {
        "id-7": ("timeout", "PageTimeout"),
        "id-20": ("input", "NotHtml"),
        "id-30": ("fetch", "TlsError"),
        "id-31": ("read", "FileNotFoundError"),
    }
    assert all((line["error"] is None) != (line["document"] is None) for line in lines)
    assert Document.from_dict(lines[5]["document"]).text == "page 5"
    assert lines[32]["document"]["extra"] == {"from": "disk"}
    assert (summary.records, summary.documents, summary.failed, summary.restarts) == (50, 46, 4, 1)
    assert (summary.kinds, summary.reasons, summary.warnings) == ({"article": 46}, {"ad": 2}, {"slow": 1})
    assert summary.failures == dict.fromkeys(("PageTimeout", "NotHtml", "TlsError", "FileNotFoundError"), 1)
    assert summary.exit_code == 5
    assert "50 records" in to_text(summary)
    assert lines[30]["meta"] == {}
    assert lines[32]["meta"] == {"from": "disk"}
    assert summary.cpu_s > 0


@pytest.mark.parametrize("form", ["jsonl", "jsonl.gz", "jsonl.zst"])
def test_lines_in_every_packing(tmp_path: Path, form: Any) -> None:
    """All packings hold the same lines, in shards of the size asked for, and the same bytes each time."""
    options = BatchOptions(format=form, shard_records=10)
    summary = run_batch(StubCleaner(), make_records(25), tmp_path / "a", options=options)
    assert summary.shards == tuple(f"part-{number:05d}.{form}" for number in range(3))
    assert [line["id"] for line in read_lines(tmp_path / "a")] == [f"id-{n}" for n in range(25)]
    run_batch(StubCleaner(), make_records(25), tmp_path / "b", options=options)
    for shard in summary.shards:
        assert (tmp_path / "a" / shard).read_bytes() == (tmp_path / "b" / shard).read_bytes()


def test_parquet(tmp_path: Path) -> None:
    """Parquet shards have the published schema, and the whole document in one column."""
    parquet = pytest.importorskip("pyarrow.parquet")
    from newsclean.batch.arrow import SCHEMA

    options = BatchOptions(format="parquet", shard_records=10)
    run_batch(StubCleaner(), make_records(25, {3: "REFUSE", 4: "AD"}), tmp_path / "out", options=options)
    table = parquet.read_table(tmp_path / "out")
    assert table.schema.equals(SCHEMA)
    rows = table.to_pylist()
    assert [row["id"] for row in rows] == [f"id-{n}" for n in range(25)]
    assert (rows[3]["error_name"], rows[3]["document"]) == ("NotHtml", None)
    assert rows[4]["removed"] == [{"reason": "ad", "text": "buy"}]
    assert Document.from_json(rows[4]["document"]).text == rows[4]["text"] == "page 4 AD"


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_text_that_is_no_unicode_ends_nothing(tmp_path: Path, form: Any) -> None:
    """Lone surrogates, which JSON can hold, in an id, an address, meta or an error cost no more than themselves."""
    pytest.importorskip("pyarrow")
    wrong = "\ud800"
    records = [
        Record("a" + wrong, "page", meta={"k" + wrong: wrong}),
        Record("b" + wrong, failure=Failure("read", "BadLine", wrong), meta={"n": 1}),
        Record("c", "page", "https://e.com/" + wrong),
        *make_records(3),
    ]
    summary = run_batch(StubCleaner(), records, tmp_path, options=BatchOptions(jobs=1, format=form))
    assert summary.records == 6
    assert summary.documents >= 4
    if form == "parquet":
        rows = pytest.importorskip("pyarrow.parquet").read_table(tmp_path).to_pylist()
        assert [row["id"] for row in rows] == ["a?", "b?", "c", "id-0", "id-1", "id-2"]
        assert rows[1]["meta"] == [("n", "1")]
    else:
        assert [line["id"] for line in read_lines(tmp_path)][3:] == ["id-0", "id-1", "id-2"]


def test_a_stream_takes_lines(tmp_path: Path) -> None:
    """Lines can go to standard output, which can be neither resumed nor Parquet."""
    out = io.BytesIO()
    assert run_batch(StubCleaner(), make_records(5), out, options=BatchOptions(jobs=0)).exit_code == 0
    assert len(out.getvalue().splitlines()) == 5
    for options in (BatchOptions(format="parquet"), BatchOptions(resume=True)):
        with pytest.raises(BatchError, match="stream"):
            run_batch(StubCleaner(), make_records(5), out, options=options)


def test_progress_is_told(tmp_path: Path) -> None:
    """Progress comes at least at the end, and knows the total where the sources do."""
    seen: list[Progress] = []
    sources = Sources([str(EXAMPLES / "pages")])
    run_batch(StubCleaner(), sources, tmp_path, options=BatchOptions(jobs=0), progress=seen.append)
    assert (seen[-1].done, seen[-1].total) == (12, 12)


def test_no_more_workers_than_records(tmp_path: Path) -> None:
    """Where the sources know how many records there are, the others would have nothing to do."""
    summary = run_batch(
        StubCleaner(), Sources([str(EXAMPLES / "pages" / "0.html")]), tmp_path, options=BatchOptions(jobs=9)
    )
    assert (summary.jobs, summary.documents) == (1, 1)


def test_resume_does_what_is_missing(tmp_path: Path) -> None:
    """A second run does only what the first left out; with other sources or formats it is refused."""
    run_batch(StubCleaner(), make_records(25), tmp_path, options=BatchOptions(jobs=0, shard_records=10))
    summary = run_batch(StubCleaner(), make_records(40), tmp_path, options=BatchOptions(jobs=0, resume=True))
    assert (summary.records, summary.skipped, summary.shards) == (15, 25, ("part-00003.jsonl",))
    assert [line["id"] for line in read_lines(tmp_path)] == [f"id-{n}" for n in range(40)]
    assert summary.exit_code == 0
    for options in (BatchOptions(), BatchOptions(format="jsonl.gz", resume=True)):
        with pytest.raises(ManifestError):
            run_batch(StubCleaner(), make_records(40), tmp_path, options=options)


def test_failures_of_an_earlier_run_count(tmp_path: Path) -> None:
    """A run that is resumed ends with 5 where pages failed before it was, too."""
    records = make_records(20, {3: "REFUSE", 8: "REFUSE"})
    run_batch(StubCleaner(), records[:10], tmp_path, options=BatchOptions(jobs=0, shard_records=5))
    summary = run_batch(StubCleaner(), records, tmp_path, options=BatchOptions(jobs=0, resume=True))
    assert (summary.failed, summary.failed_before, summary.exit_code) == (0, 2, 5)
    assert "10 done before (2 failed)" in to_text(summary)


def test_a_list_that_has_changed_is_another_run(tmp_path: Path) -> None:
    """Records are known by their numbers: where a line was put in, going on would lose one."""
    pages = tmp_path / "pages.jsonl"
    pages.write_text("".join(f'{{"id": "{n}", "html": "<p>{n}"}}\n' for n in range(5)))
    run_batch(StubCleaner(), Sources([str(pages)]), tmp_path / "out", options=BatchOptions(jobs=0))
    resumed = run_batch(StubCleaner(), Sources([str(pages)]), tmp_path / "out", options=BatchOptions(resume=True))
    assert (resumed.records, resumed.skipped) == (0, 5)
    pages.write_text('{"id": "new", "html": ""}\n' + pages.read_text())
    with pytest.raises(ManifestError, match="other sources"):
        run_batch(StubCleaner(), Sources([str(pages)]), tmp_path / "out", options=BatchOptions(resume=True))


def test_fetched_pages_are_cleaned(tmp_path: Path) -> None:
    """Records that have only a URL are fetched, and the failure to do so is theirs alone."""

    class Page:
        def __init__(self, url: str) -> None:
            self.url, self.headers, self.body = (
                url + "?moved",
                {"Content-Type": "text/html"},
                b"page of " + url.encode(),
            )

    def fetch(url: str) -> Page:
        if url.endswith("1"):
            raise NotHtml("a film")
        return Page(url)

    from newsclean.batch.fetching import FetchPace

    records = [Record(f"id-{n}", url=f"https://e{n}.com/{n}") for n in range(4)]
    options = BatchOptions(jobs=2, fetch=fetch, pace=FetchPace(delay_s=0))
    run_batch(StubCleaner(), records, tmp_path, options=options)
    lines = read_lines(tmp_path)
    assert [line["id"] for line in lines] == [f"id-{n}" for n in range(4)]
    assert lines[1]["error"] == {"kind": "fetch", "name": "NotHtml", "message": "a film"}
    assert lines[2]["document"]["url"] == "https://e2.com/2?moved"
    assert lines[2]["document"]["extra"] == {"url_asked": "https://e2.com/2"}


RUNNER = """
import sys, time
from newsclean.batch.records import Record
from newsclean.batch.run import BatchOptions, run_batch
from newsclean.model.document import Document

class Slow:
    def from_html(self, html, url=None, *, content_type=None):
        time.sleep(0.003)
        return Document("article", title=html)

records = (Record(f"id-{n}", str(n)) for n in range(400))
options = BatchOptions(jobs=2, shard_records=13, resume=True, ordered=sys.argv[2] == "ordered")
summary = run_batch(Slow(), records, sys.argv[1], options=options)
print(summary.records, summary.skipped, summary.interrupted, summary.exit_code)
"""


def start(script: Path, out: Path, order: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, str(script), str(out), order], stdout=subprocess.PIPE, text=True)


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    script = tmp_path / "runner.py"
    script.write_text(RUNNER)
    return script


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("order", ["ordered", "unordered"])
def test_killed_ten_times_every_record_is_there_once(tmp_path: Path, runner: Path, order: str) -> None:
    """Whenever a run is killed, the resumed one loses no record and doubles none."""
    rng = random.Random(order)
    out, killed = tmp_path / "out", 0
    for _ in range(10):
        process = start(runner, out, order)
        wait_for_a_shard(process, out)
        time.sleep(rng.uniform(0, 0.1))
        killed += process.poll() is None
        process.kill()
        process.communicate()
    assert killed >= 5
    process = start(runner, out, order)
    output, _ = process.communicate()
    assert process.returncode == 0
    assert output.split()[2:] == ["False", "0"]
    counts = Counter(line["id"] for line in read_lines(out))
    assert counts == Counter(f"id-{n}" for n in range(400))
    assert all(line["document"]["title"] == line["id"][3:] for line in read_lines(out))


def wait_for_a_shard(process: subprocess.Popen[str], out: Path) -> None:
    """Wait until the run has written something, or is over."""
    before = manifest_size(out)
    while process.poll() is None and manifest_size(out) == before:
        time.sleep(0.005)


def manifest_size(out: Path) -> int:
    path = out / NAME
    return path.stat().st_size if path.exists() else 0


@pytest.mark.skipif(os.name != "posix", reason="needs SIGINT")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_keeps_what_is_finished(tmp_path: Path, runner: Path, number: int) -> None:
    """Ctrl-C and SIGTERM end the workers, write the open shard, and the run can be resumed from there."""
    out = tmp_path / "out"
    process = start(runner, out, "ordered")
    wait_for_a_shard(process, out)
    wait_for_a_shard(process, out)
    process.send_signal(number)
    output, _ = process.communicate()
    assert output.split()[2:] == ["True", "130"]
    done = len(read_lines(out))
    assert done == int(output.split()[0])
    assert 0 < done < 400
    output, _ = start(runner, out, "ordered").communicate()
    assert output.split() == [str(400 - done), str(done), "False", "0"]
    assert [line["id"] for line in read_lines(out)] == [f"id-{n}" for n in range(400)]


def test_exit_codes() -> None:
    """0 where all went well, 5 where records failed, 130 after Ctrl-C."""
    assert [
        Summary(failed=failed, interrupted=ended).exit_code for failed, ended in ((0, False), (1, False), (1, True))
    ] == [
        0,
        5,
        130,
    ]


def read_rss_mb() -> float:
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="needs /proc")
@pytest.mark.parametrize("ordered", [True, False])
def test_memory_stays_flat_over_many_records(tmp_path: Path, ordered: bool) -> None:
    """The source is read no faster than results are written, so that many records take what some take."""
    seen: list[float] = []

    def records() -> Any:
        for number in range(8_000):
            if number in (1_000, 7_500):
                seen.append(read_rss_mb())
            yield Record(str(number), "x" * 1000, f"https://e.com/{number}")

    options = BatchOptions(jobs=1, ordered=ordered)
    assert run_batch(StubCleaner(), records(), tmp_path, options=options).documents == 8_000
    assert seen[1] - seen[0] < 10
