from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.batch.errors import BatchError
from newsclean.batch.learn import NAME, _sample, load_profiles
from newsclean.batch.records import Record
from newsclean.batch.run import BatchOptions, run_batch
from newsclean.batch.sources import Sources

APPEAL = "The Bergen Courier is read by people who walk to the harbour before breakfast and want to know why."
WORDS = ("harbour", "tram", "library", "bridge", "market", "school", "ferry", "archive")


def make_page(number: int) -> str:
    word = WORDS[number % len(WORDS)]
    paragraphs = "".join(
        f"<p>The {word} number {number} of the city was opened on day {n} of the month, and {n + number} people came to "
        f"see what had been built in its {n + 3} rooms.</p>"
        for n in range(5)
    )
    title = f"The {word} is open again {number}"
    body = f"<h1>{title}</h1><div class=story>{paragraphs}<p>{APPEAL}</p></div>"
    return f"<!doctype html><title>{title}</title><body><article>{body}</article></body>"


def make_records(count: int, host: str = "courier.example") -> list[Record]:
    return [Record(f"p{n}", make_page(n), f"https://{host}/{n}") for n in range(count)]


def read_texts(folder: Path) -> dict[str, str]:
    lines = [json.loads(line) for path in sorted(folder.glob("part-*")) for line in path.read_bytes().splitlines()]
    return {line["id"]: newsclean.Document.from_dict(line["document"]).text for line in lines}


@pytest.mark.parametrize("jobs", [0, 2])
def test_what_a_site_repeats_is_learned_and_taken_out(tmp_path: Path, jobs: int) -> None:
    """Without learning the site's own line stands in every body, with it in none; nothing else is lost."""
    records = make_records(8)
    run_batch(newsclean.Cleaner(), records, tmp_path / "plain", options=BatchOptions(jobs=jobs))
    options = BatchOptions(jobs=jobs, learn_sites=True)
    summary = run_batch(newsclean.Cleaner(), records, tmp_path / "learned", options=options)
    plain, learned = read_texts(tmp_path / "plain"), read_texts(tmp_path / "learned")
    assert all(APPEAL in text for text in plain.values())
    assert {key: text.replace(APPEAL, "").strip() for key, text in plain.items()} == learned
    assert (summary.records, summary.sites, summary.reasons["boilerplate"]) == (8, 1, 8)


def test_a_resumed_run_goes_on_with_what_was_learned(tmp_path: Path) -> None:
    """The profiles stand beside the shards, and are not learned again."""
    records = make_records(8)
    options = BatchOptions(jobs=0, learn_sites=True, resume=True, shard_records=4)
    run_batch(newsclean.Cleaner(), records, tmp_path, options=options)
    profiles = load_profiles(tmp_path)
    assert profiles is not None
    assert profiles["courier.example"].repeats(APPEAL)
    (tmp_path / NAME).write_text("{}")
    summary = run_batch(newsclean.Cleaner(), [*records, *make_records(9)[8:]], tmp_path, options=options)
    assert (summary.records, summary.skipped, summary.sites) == (1, 8, 0)
    (tmp_path / NAME).write_text("damaged")
    with pytest.raises(BatchError, match="damaged"):
        run_batch(newsclean.Cleaner(), records, tmp_path, options=options)


@pytest.mark.parametrize(
    ("records", "message"),
    [
        (iter(make_records(3)), "twice"),
        (Sources(["-"], stdin=io.BytesIO(b"")), "twice"),
        ([Record("a", url="https://e.com/")], "fetch them first"),
    ],
)
def test_what_cannot_be_read_twice(tmp_path: Path, records: Any, message: str) -> None:
    """Streams and addresses are refused instead of giving empty results, or being fetched twice."""
    with pytest.raises(BatchError, match=message):
        run_batch(newsclean.Cleaner(), records, tmp_path, options=BatchOptions(jobs=0, learn_sites=True))


def test_large_sites_are_sampled() -> None:
    """Of a site with many pages some hundred are looked at, in whatever order they come; small sites are all."""
    large = [Record(str(n), "", f"https://large.example/{n}") for n in range(3000)]
    small = make_records(30, "small.example")
    forth, back = (list(_sample(records)) for records in (large + small, (large + small)[::-1]))
    assert 64 <= sum(record in large for record in forth) < 500
    assert sum(record in small for record in forth) == 30
    assert len({r.id for r in forth} & {r.id for r in back}) >= 64
