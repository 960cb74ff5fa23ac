from __future__ import annotations

import gzip
import io
import json
import random
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from newsclean.batch.errors import SourceError
from newsclean.batch.lists import MAX_LINE_BYTES, read_list
from newsclean.batch.records import Record
from newsclean.batch.sources import Sources, list_pages
from newsclean.batch.warc import WarcFilter

EXAMPLES = Path(__file__).parents[2] / "fixtures" / "crawl"


def parse(text: str, folder: Path | None = None) -> list[Record]:
    return list(read_list(io.BytesIO(text.encode()), "list", folder))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("https://example.com/a", Record("https://example.com/a", url="https://example.com/a", source="list")),
        (" HTTP://example.com/a\r", Record("HTTP://example.com/a", url="HTTP://example.com/a", source="list")),
        (
            '{"url": "https://example.com/a"}',
            Record("https://example.com/a", url="https://example.com/a", source="list"),
        ),
        ('{"html": "<p>a"}', Record("list#0", "<p>a", source="list")),
        ('{"text": "a"}', Record("list#0", "a", source="list", is_text=True)),
        ('{"html": "<p>a", "text": "a"}', Record("list#0", "<p>a", source="list")),
        ('{"id": 7, "body": "<p>a"}', Record("7", "<p>a", source="list")),
        (
            '{"id": "x", "url": "https://e.com", "html": "", "content_type": "text/html", "meta": {"k": 1}}',
            Record("x", "", "https://e.com", "text/html", {"k": 1}, source="list"),
        ),
    ],
)
def test_lines(line: str, expected: Record) -> None:
    """A line is a URL or a JSON object."""
    assert parse(line) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "example.com/a",
        "{",
        "[1]",
        "{}",
        '{"url": 5}',
        '{"html": "<p>", "meta": 3}',
        "[" * 100_000,
        '{"path": "a.html"}',
    ],
)
def test_bad_lines_are_failures(line: str) -> None:
    """A line that cannot be read is a record with a failure, so that nothing is lost."""
    (record,) = parse(line)
    assert record.failure is not None
    assert (record.id, record.failure.name) == ("list#0", "BadLine")


def test_a_line_that_is_no_address_is_told_as_such() -> None:
    """In a list of addresses nobody wants to hear of JSON's syntax."""
    (record,) = parse("example.com/a")
    assert record.failure is not None
    assert record.failure.message == "neither a URL nor a JSON object"


def test_blank_lines_and_comments_do_not_count() -> None:
    """Numbers go over the records, not over the lines."""
    records = parse("\ufeff# pages\n\nhttps://example.com/a\n\n# more\nhttps://example.com/b")
    assert [(record.id[-1], record.index) for record in records] == [("a", 0), ("b", 1)]


def test_an_endless_line_is_one_failure() -> None:
    """A line without an end is not held in memory, and the next is read."""
    stream = io.BytesIO(b'{"html": "' + b"x" * (2 * MAX_LINE_BYTES) + b'"}\nhttps://example.com/a\n')
    records = list(read_list(stream, "list"))
    assert [record.failure is None for record in records] == [False, True]


@pytest.mark.parametrize(
    ("path", "good"), [("pages/0.html", True), ("../crawl/pages/0.html", True), ("../x.html", False)]
)
def test_paths_stay_below_the_folder_of_the_list(path: str, good: bool) -> None:
    """A list names files beside it, and none elsewhere on the disk."""
    (record,) = parse(json.dumps({"path": path}), EXAMPLES)
    assert (record.failure is None) == good


def test_folders(tmp_path: Path) -> None:
    """A folder gives its pages, also packed ones and those in folders below, in the order of their names."""
    for name in ("b.html", "a/z.htm", "a/x.html.gz", "a.xhtml", "notes.txt", ".hidden.html", ".git/c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"<p>")
    assert list_pages(tmp_path) == ["a.xhtml", "a/x.html.gz", "a/z.htm", "b.html"]
    sources = Sources([str(tmp_path)])
    assert [(record.id, record.index) for record in sources] == [
        ("a.xhtml", 0),
        ("a/x.html.gz", 1),
        ("a/z.htm", 2),
        ("b.html", 3),
    ]
    assert sources.total == 4


def test_every_kind_by_its_name(tmp_path: Path) -> None:
    """WARC files, folders, lists, packed lists, pages, URLs and standard input are told apart by their names."""
    (tmp_path / "urls.txt").write_text("https://example.com/1\nhttps://example.com/2\n")
    (tmp_path / "more.jsonl.gz").write_bytes(gzip.compress(b'{"html": "<p>3"}\n'))
    names = [
        str(EXAMPLES / "example.warc.gz"),
        str(EXAMPLES / "pages"),
        str(EXAMPLES / "pages" / "0.html"),
        str(tmp_path / "urls.txt"),
        str(tmp_path / "more.jsonl.gz"),
        "https://example.com/4",
        "-",
    ]
    sources = Sources(names, stdin=io.BytesIO(b"https://example.com/5\n"))
    found = [record.source for record in sources]
    assert found == [names[0]] * 12 + [names[1]] * 12 + [names[2]] + [names[3]] * 2 + names[4:]
    assert sources.total is None


def test_filters_and_counts_reach_the_warc_files(site: ModuleType) -> None:
    """The filter holds for WARC files, and what they pass over is counted in one place."""
    sources = Sources([str(EXAMPLES / "example.warc.gz")], wanted=WarcFilter(since="2026-03-11"))
    assert len(list(sources)) == 2
    assert sources.dropped == {"date": 10}


def test_a_source_named_twice_is_read_once(tmp_path: Path) -> None:
    """No record is doubled where a name is given again, or a folder and a WARC file in it."""
    shutil.copy(EXAMPLES / "example.warc.gz", tmp_path)
    names = [str(tmp_path), str(tmp_path / "example.warc.gz"), str(tmp_path)]
    records = list(Sources(names))
    assert len(records) == 12
    assert len({(record.source, record.index) for record in records}) == 12


@pytest.mark.parametrize("packing", ["plain", "gzip", "zstd"])
@pytest.mark.parametrize("seekable", [True, False])
def test_streams(packing: str, seekable: bool) -> None:
    """Open streams, standard input among them, are WARC files or lists by their first bytes, packed or not."""
    pack = {
        "plain": lambda data: data,
        "gzip": gzip.compress,
        "zstd": lambda data: pytest.importorskip("pyarrow").Codec("zstd").compress(data).to_pybytes(),
    }[packing]
    warc = gzip.decompress((EXAMPLES / "example.warc.gz").read_bytes())
    make = io.BytesIO if seekable else OnlyRead
    assert len(list(Sources([make(pack(warc))]))) == 12  # type: ignore[list-item]
    sources = Sources(["-", make(pack(LIST))], stdin=make(pack(LIST)))  # type: ignore[list-item, arg-type]
    assert [(record.source, record.body) for record in sources] == [
        (source, f"<p>{n}") for source in ("-", "stream") for n in range(2)
    ]


LIST = b'{"html": "<p>0"}\n{"html": "<p>1"}\n'


class OnlyRead:
    """The least that a stream has."""

    def __init__(self, data: bytes) -> None:
        self._stream = io.BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        return self._stream.read(min(size, 700) if size > 0 else size)


def test_a_packed_list_that_breaks_off(tmp_path: Path) -> None:
    """What can be read is read, and the rest is one failed record."""
    lines = b"".join(b'{"html": "<p>%d"}\n' % random.Random(n).getrandbits(64) for n in range(3000))
    (tmp_path / "pages.jsonl.gz").write_bytes(gzip.compress(lines)[:-5000])
    *records, last = Sources([str(tmp_path / "pages.jsonl.gz")])
    assert len(records) > 1000
    assert all(record.failure is None for record in records[:-1])
    assert last.failure is not None
    assert last.failure.name == "BrokenList"


@pytest.mark.parametrize("names", [[], ["no/such/file.txt"], ["-"]])
def test_sources_that_cannot_be_opened(names: list[str]) -> None:
    """What is missing is told before any work begins."""
    with pytest.raises(SourceError):
        Sources(names)


@pytest.mark.parametrize("content", [b"<!doctype html><p>a page", b"\x89PNG\r\n\x1a\n\0\0"])
def test_a_file_that_is_no_list(tmp_path: Path, content: bytes) -> None:
    """A page under a strange name is not taken for a list of bad lines."""
    (tmp_path / "page.php").write_bytes(content)
    with pytest.raises(SourceError, match="no list"):
        list(Sources([str(tmp_path / "page.php")]))


def test_the_identity_of_a_folder_is_its_listing(tmp_path: Path) -> None:
    """A folder that got another file is another source, as the numbers of its pages have moved."""
    (tmp_path / "b.html").write_bytes(b"<p>")
    before = Sources([str(tmp_path)]).identity
    assert Sources([str(tmp_path)]).identity == before
    (tmp_path / "a.html").write_bytes(b"<p>")
    assert Sources([str(tmp_path)]).identity != before
