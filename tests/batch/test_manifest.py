from __future__ import annotations

import json
import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsclean.batch.errors import ManifestError
from newsclean.batch.manifest import NAME, Manifest, Spans

RUN: Mapping[str, str] = {"options": "plain"}


def commit(folder: Path, *shards: str) -> None:
    manifest = Manifest(folder, RUN, resume=True)
    for shard in shards:
        (folder / shard).write_text("x")
        number = int(shard[5:10])
        manifest.commit(shard, {"source": Spans([(number * 10, number * 10 + 10)])})
    manifest.close()


@pytest.mark.parametrize("seed", range(20))
def test_spans_are_a_set_of_numbers(seed: int) -> None:
    """However numbers and ranges come in, the spans hold just those, in as few ranges as can be."""
    rng = random.Random(seed)
    spans, numbers = Spans(), set()
    for _ in range(60):
        start = rng.randrange(100)
        end = start + rng.randrange(1, 6)
        spans.add_range(start, end)
        numbers.update(range(start, end))
        assert len(spans) == len(numbers)
    assert {number for number in range(120) if number in spans} == numbers
    assert all(first[1] < second[0] for first, second in zip(spans.ranges, spans.ranges[1:], strict=False))


def test_what_is_committed_is_done(tmp_path: Path) -> None:
    """A manifest that is opened again knows the shards and their records."""
    commit(tmp_path, "part-00000.jsonl", "part-00001.jsonl")
    manifest = Manifest(tmp_path, RUN, resume=True)
    assert manifest.shards == ["part-00000.jsonl", "part-00001.jsonl"]
    assert [manifest.is_done("source", index) for index in (0, 19, 20)] == [True, True, False]
    assert not manifest.is_done("other", 0)
    manifest.close()


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_line_that_was_cut_short_does_not_count(tmp_path: Path, cut: int) -> None:
    """After a kill inside a write, the half line is dropped, its shard deleted, and new lines are whole."""
    commit(tmp_path, "part-00000.jsonl", "part-00001.jsonl")
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes()[:-cut])
    commit(tmp_path, "part-00001.jsonl")
    assert [json.loads(line).get("shard") for line in path.read_text().splitlines()] == [
        None,
        "part-00000.jsonl",
        "part-00001.jsonl",
    ]


def test_leftovers_are_deleted(tmp_path: Path) -> None:
    """A shard without a line, and one not finished, are done again; other files of the folder stay."""
    commit(tmp_path, "part-00000.jsonl")
    for name in ("part-00001.jsonl", "part-00002.jsonl.tmp", "notes.txt"):
        (tmp_path / name).write_text("x")
    Manifest(tmp_path, RUN, resume=True).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME, "notes.txt", "part-00000.jsonl"]


def test_a_folder_with_a_run_is_refused(tmp_path: Path) -> None:
    """Without resume nothing that is finished is touched."""
    commit(tmp_path, "part-00000.jsonl")
    with pytest.raises(ManifestError, match="holds a run already"):
        Manifest(tmp_path, RUN, resume=False)
    assert (tmp_path / "part-00000.jsonl").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """What a batch writes into must be a folder."""
    (tmp_path / "out").write_text("a file")
    for folder in (tmp_path / "out", tmp_path / "out" / "below"):
        with pytest.raises(ManifestError, match="is no folder"):
            Manifest(folder, RUN, resume=False)


def test_a_run_that_finished_nothing_is_begun_anew(tmp_path: Path) -> None:
    """A folder in which nothing was finished is as good as empty, whatever its run was."""
    commit(tmp_path)
    Manifest(tmp_path, {"options": "other"}, resume=False).close()


def test_another_run_is_refused(tmp_path: Path) -> None:
    """A run is only resumed with the sources and options it was begun with."""
    commit(tmp_path, "part-00000.jsonl")
    with pytest.raises(ManifestError, match="other sources or options"):
        Manifest(tmp_path, {"options": "other"}, resume=True)


def test_two_runs_in_one_folder(tmp_path: Path) -> None:
    """While a run is going on, a second one into the same folder is refused."""
    pytest.importorskip("fcntl")
    first = Manifest(tmp_path, RUN, resume=False)
    with pytest.raises(ManifestError, match="another run is writing"):
        Manifest(tmp_path, RUN, resume=True)
    first.close()


@pytest.mark.parametrize("content", [b"garbage\n", b'{"newsclean": 1}\n{"shard": 3}\n', b"[]\n[]\n"])
def test_a_damaged_manifest_is_told(tmp_path: Path, content: bytes) -> None:
    """A manifest that is no manifest stops the run before it deletes anything."""
    (tmp_path / NAME).write_bytes(content)
    (tmp_path / "part-00000.jsonl").write_text("x")
    with pytest.raises(ManifestError):
        Manifest(tmp_path, RUN, resume=True)
    assert (tmp_path / "part-00000.jsonl").exists()


def test_a_lost_shard_is_told(tmp_path: Path) -> None:
    """A finished shard that is gone cannot be made good by resuming."""
    commit(tmp_path, "part-00000.jsonl")
    (tmp_path / "part-00000.jsonl").unlink()
    with pytest.raises(ManifestError, match="lacks part-00000"):
        Manifest(tmp_path, RUN, resume=True)


def test_failed_records_are_remembered(tmp_path: Path) -> None:
    """A manifest that is opened again knows how many error records its shards hold."""
    manifest = Manifest(tmp_path, RUN, resume=True)
    for number, failed in enumerate((2, 0, 3)):
        (tmp_path / f"part-0000{number}.jsonl").write_text("x")
        manifest.commit(f"part-0000{number}.jsonl", {"source": Spans([(number, number + 1)])}, failed)
    manifest.close()
    manifest = Manifest(tmp_path, RUN, resume=True)
    assert manifest.failed == 5
    manifest.close()
