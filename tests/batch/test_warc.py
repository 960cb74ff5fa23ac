from __future__ import annotations

import gzip
import io
import json
import random
import zlib
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

import newsclean
from newsclean.batch.errors import SourceError
from newsclean.batch.records import Record
from newsclean.batch.run import BatchOptions, run_batch
from newsclean.batch.sources import Sources
from newsclean.batch.warc import WarcFilter, decode_body, join_chunks, read_warc

pytest.importorskip("fastwarc")
HTML = "Content-Type: text/html; charset=koi8-r"


def make_record(number: int, body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    http = "\r\n".join((f"HTTP/1.1 {status}", *(headers or (HTML,)))).encode() + b"\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.example.com/{number}\r\n"
        f"WARC-Date: 2026-03-{1 + number:02d}T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(http) if length is None else length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


GOOD = [make_record(number, b"<p>%d</p>" % number) for number in range(5)]
PACKED = [gzip.compress(record) for record in GOOD]


def read(data: bytes, wanted: WarcFilter | None = None) -> tuple[list[Record], Counter[str]]:
    dropped: Counter[str] = Counter()
    return list(read_warc(io.BytesIO(data), wanted=wanted, dropped=dropped)), dropped


def numbers(records: list[Record]) -> list[int]:
    return [int((record.url or "").rpartition("/")[2]) for record in records]


def with_third(record: bytes, *, packed: bool = True) -> bytes:
    if packed:
        return b"".join([*PACKED[:2], record, *PACKED[3:]])
    return b"".join([*GOOD[:2], record, *GOOD[3:]])


def damaged(record: bytes, start: int, end: int) -> bytes:
    return record[:start] + bytes(end - start) + record[end:]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"".join(GOOD), id="plain"),
        pytest.param(b"".join(PACKED), id="a gzip member for each record"),
        pytest.param(gzip.compress(b"".join(GOOD)), id="one gzip member for all"),
    ],
)
def test_every_response_is_read(data: bytes) -> None:
    """Body, address, Content-Type, id and date of each response are in its record, however the file is packed."""
    records, dropped = read(data)
    assert numbers(records) == [0, 1, 2, 3, 4]
    assert not dropped
    assert records[3] == Record(
        id="<urn:uuid:3>",
        body=b"<p>3</p>",
        url="https://www.example.com/3",
        content_type="text/html; charset=koi8-r",
        meta={"warc_file": "stream", "warc_record_id": "<urn:uuid:3>", "warc_date": "2026-03-04T10:00:00Z"},
        source="stream",
        index=3,
    )


def test_zstd_is_read() -> None:
    """Files packed with zstd are read like those packed with gzip, over damage too."""
    codec = pytest.importorskip("pyarrow").Codec("zstd")
    packed = [codec.compress(record).to_pybytes() for record in GOOD]
    assert numbers(read(b"".join(packed))[0]) == [0, 1, 2, 3, 4]
    packed[2] = packed[2][:100]
    records, dropped = read(b"".join(packed))
    assert (numbers(records), dropped) == ([0, 1, 3, 4], {"broken": 1})


NOISE = random.Random(1).randbytes(200_000)
LARGE = [gzip.compress(make_record(number, NOISE)) for number in range(5)]


@pytest.mark.parametrize(
    ("data", "expected", "broken"),
    [
        pytest.param(b"".join(PACKED)[:-20], [0, 1, 2, 3], 1, id="cut short at the end"),
        pytest.param(with_third(damaged(PACKED[2], 40, 60)), [0, 1, 3, 4], 1, id="damaged inside"),
        pytest.param(with_third(PACKED[2][:60]), [0, 1, 3, 4], 1, id="a member cut short"),
        pytest.param(with_third(GOOD[2]), [0, 1, 3, 4], 1, id="a record that is not packed"),
        pytest.param(with_third(b"\0" * 5000), [0, 1, 3, 4], 1, id="zeros"),
        pytest.param(PACKED[0][:60] + PACKED[1] + PACKED[2][:60] + PACKED[3], [1, 3], 2, id="twice"),
        pytest.param(b"".join((LARGE[0], damaged(LARGE[1], 90_000, 90_009), LARGE[2])), [0, 2], 1, id="in a body"),
        pytest.param(b"".join((LARGE[0], LARGE[1][:90_000], LARGE[2])), [0, 2], 1, id="a body cut short"),
        pytest.param(with_third(b"garbage\r\n\r\n" * 9, packed=False), [0, 1, 3, 4], 1, id="garbage between"),
        pytest.param(b"garbage\r\n\r\n" * 9, [], 1, id="nothing but garbage"),
        pytest.param(b"", [], 0, id="empty"),
    ],
)
def test_damage_costs_only_what_is_damaged(data: bytes, expected: list[int], broken: int) -> None:
    """The file is read to its end, each damaged record is passed over and counted, once."""
    records, dropped = read(data)
    assert numbers(records) == expected
    assert dropped["broken"] == broken


@pytest.mark.parametrize("length", [500, 60])
def test_a_wrong_length_costs_at_most_one_record(length: int) -> None:
    """After a record whose length is wrong the next ones are found again."""
    records, dropped = read(with_third(make_record(2, b"<p>2</p>", length=length), packed=False))
    assert set(numbers(records)) >= {0, 1, 3, 4}
    assert dropped["broken"] == 1


def test_a_stream_that_cannot_seek_is_given_up_at_damage() -> None:
    """Without seeking, what was read before the damage is kept and the rest counts as broken."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *where: int) -> int:
            raise OSError("a pipe")

        tell = seek

    dropped: Counter[str] = Counter()
    records = list(read_warc(Pipe(with_third(PACKED[2][:60])), dropped=dropped))
    assert (numbers(records), dropped) == ([0, 1], {"broken": 1})


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (make_record(2, b"gone", status="404 Not Found"), "status"),
        (make_record(2, b"%PDF-1.7", "Content-Type: application/pdf"), "not_html"),
        (make_record(2, b"{}", "Content-Type: application/json; charset=utf-8"), "not_html"),
    ],
)
def test_what_is_no_page_is_passed_over(record: bytes, reason: str) -> None:
    """Responses that are no HTML page are counted by their reason."""
    records, dropped = read(with_third(gzip.compress(record)))
    assert numbers(records) == [0, 1, 3, 4]
    assert dropped == {reason: 1}


@pytest.mark.parametrize("packed", [True, False])
def test_a_huge_record_is_one_failure(packed: bool) -> None:
    """A body of 100 MB is not read, and the records after it are."""
    record = make_record(2, b"x" * 100_000_000)
    records, dropped = read(with_third(gzip.compress(record, 1) if packed else record, packed=packed))
    assert numbers(records) == [0, 1, 2, 3, 4]
    assert records[2].body is None
    assert records[2].failure is not None
    assert records[2].failure.name == "InputTooLarge"
    assert not dropped


def test_an_empty_body_is_a_record() -> None:
    """An empty page is for the cleaner to judge, it is not dropped."""
    records, dropped = read(with_third(gzip.compress(make_record(2, b""))))
    assert records[2].body == b""
    assert not dropped


@pytest.mark.parametrize(
    ("wanted", "expected", "reason"),
    [
        (WarcFilter(hosts=("example.com",)), [0, 1, 2, 3, 4], "host"),
        (WarcFilter(hosts=("www.example.com", "other.org")), [0, 1, 2, 3, 4], "host"),
        (WarcFilter(hosts=("ample.com",)), [], "host"),
        (WarcFilter(since="2026-03-03"), [2, 3, 4], "date"),
        (WarcFilter(until="2026-03-03"), [0, 1, 2], "date"),
        (WarcFilter(since="2026-03-02", until="2026-03-04T09"), [1, 2], "date"),
        (WarcFilter(since="2026-04"), [], "date"),
    ],
)
def test_filters(wanted: WarcFilter, expected: list[int], reason: str) -> None:
    """Only the wanted hosts and dates are read, the others are counted."""
    records, dropped = read(b"".join(PACKED), wanted)
    assert numbers(records) == expected
    assert dropped[reason] == 5 - len(expected)


PAGE = b"<p>" + b"word " * 100


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE, wbits=-15)),
        ("identity", PAGE),
        ("gzip", PAGE),
        ("br", PAGE),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE))),
    ],
)
def test_content_encodings(encoding: str, body: bytes) -> None:
    """Known encodings are taken off, and one that is only claimed does no harm."""
    assert decode_body(body, encoding, 10_000) == PAGE


@pytest.mark.parametrize(
    ("encoding", "body", "message"),
    [
        ("gzip", gzip.compress(PAGE)[:-30], "cut short|damaged"),
        ("gzip", gzip.compress(NOISE[:2000])[:1000], "cut short|damaged"),
        ("gzip", gzip.compress(bytes(1_000_000)), "more than 10000 bytes"),
        ("made-up", PAGE, "unknown"),
        ("br", b"\xff\xff\xff\xff", "damaged"),
    ],
)
def test_bad_content_encodings(encoding: str, body: bytes, message: str) -> None:
    """A damaged body and a decompression bomb are refused, and give a record with a failure."""
    with pytest.raises(ValueError, match=message):
        decode_body(body, encoding, 10_000)
    record = make_record(2, body, HTML, f"Content-Encoding: {encoding}")
    records, dropped = read(with_third(gzip.compress(record)), WarcFilter(max_body_bytes=10_000))
    assert numbers(records) == [0, 1, 2, 3, 4]
    assert records[2].failure is not None
    assert records[2].failure.name == "BadContentEncoding"
    assert not dropped


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", b"abcde"),
        (b"3\r\nabc\r\n2\r\nde\r\n", b"abcde"),
        (b"<p>joined already</p>\r\n", b"<p>joined already</p>\r\n"),
        (b"", b""),
        (b"-5\r\nabc", b"-5\r\nabc"),
    ],
)
def test_chunks(body: bytes, expected: bytes) -> None:
    """Chunked bodies are joined, others are left as they are."""
    assert join_chunks(body) == expected


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A file that cannot be opened is an error of the batch."""
    with pytest.raises(SourceError, match="cannot open"):
        list(read_warc(tmp_path / "none.warc.gz"))


def test_the_example_file(site: ModuleType) -> None:
    """The example in `fixtures/` is what its tool makes."""
    path = Path(__file__).parents[2] / "fixtures" / "crawl" / "example.warc.gz"
    assert [record.body for record in read_warc(path)] == [site.make_page(number).body for number in range(12)]


def test_a_file_of_everything_that_goes_wrong(tmp_path: Path) -> None:
    """A batch over a WARC file of bad records goes to its end, with a line for each page and the right counts."""
    request = b"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    no_http = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: dns:example.com\r\n"
        b"Content-Type: text/dns\r\nContent-Length: 3\r\n\r\n1.2\r\n\r\n"
    )
    cut = make_record(7, b"<p>seven").replace(b"WARC-Date", b"WARC-Truncated: length\r\nWARC-Date")
    records = [
        request,
        make_record(0, b"<h1>Rain</h1><p>It rained in Bergen on Monday.</p>", "Content-Type: text/html"),
        make_record(1, b""),
        make_record(2, b"%PDF-1.7", "Content-Type: application/pdf"),
        make_record(3, gzip.compress(NOISE)[:-9], HTML, "Content-Encoding: gzip"),
        make_record(4, b"<p>plain", HTML, "Content-Encoding: gzip"),
        make_record(5, b"x" * 100_000_000),
        make_record(6, b"gone", status="404 Not Found"),
        cut,
        no_http,
    ]
    packed = [gzip.compress(record, 1) for record in records]
    packed.insert(3, PACKED[0][:70])
    packed.append(gzip.compress(make_record(8, NOISE))[:-1000])
    (tmp_path / "bad.warc.gz").write_bytes(b"".join(packed))
    sources = Sources([str(tmp_path / "bad.warc.gz")])
    summary = run_batch(newsclean.Cleaner(), sources, tmp_path / "out", options=BatchOptions(jobs=1))
    (shard,) = (tmp_path / "out").glob("part-*")
    lines = [json.loads(line) for line in shard.read_bytes().splitlines()]
    assert [int(line["url"][-1]) for line in lines] == [0, 1, 3, 4, 5, 7]
    assert [line["error"] and line["error"]["name"] for line in lines] == [
        None, None, "BadContentEncoding", None, "InputTooLarge", None,
    ]  # fmt: skip
    assert lines[1]["document"]["kind"] == "empty"
    assert lines[5]["meta"]["warc_truncated"] == lines[5]["document"]["extra"]["warc_truncated"] == "length"
    assert lines[4]["meta"]["warc_date"] == "2026-03-06T10:00:00Z"
    assert summary.dropped == {"broken": 2, "not_html": 1, "status": 1, "not_http": 1}
    assert (summary.records, summary.failed, summary.exit_code, summary.restarts) == (6, 2, 5, 0)
