from __future__ import annotations

from types import ModuleType

import pytest

import newsclean
from newsclean.batch.errors import BatchError
from newsclean.batch.records import Failure, Record

pa = pytest.importorskip("pyarrow")

from newsclean.batch.arrow import BATCH_BYTES, RECORD_SCHEMA, SCHEMA, clean_batch, read_batch, to_batches  # noqa: E402
from newsclean.batch.single import RowCleaner  # noqa: E402


@pytest.fixture(scope="module")
def records(site: ModuleType) -> list[Record]:
    pages = [site.make_page(number) for number in range(8)]
    return [Record(str(n), p.body, p.url, p.content_type, {"n": str(n)}, index=n) for n, p in enumerate(pages)]


def test_records_go_into_batches_and_back(records: list[Record]) -> None:
    """Records survive Arrow, in batches of the size asked for."""
    batches = list(to_batches(records, rows=3))
    assert [batch.num_rows for batch in batches] == [3, 3, 2]
    assert all(batch.schema.equals(RECORD_SCHEMA) for batch in batches)
    found = [record for batch in batches for record in read_batch(batch)]
    assert [(r.id, r.body, r.url, r.content_type, r.meta) for r in found] == [
        (r.id, r.body, r.url, r.content_type, r.meta) for r in records
    ]


@pytest.mark.parametrize("timeout_s", [0.0, 10.0])
def test_a_batch_is_cleaned_row_by_row(records: list[Record], timeout_s: float) -> None:
    """Each row has the document that the cleaner gives alone, with the record's meta in `extra`."""
    (batch,) = to_batches(records)
    with RowCleaner(timeout_s=timeout_s) as rows:
        cleaned = clean_batch(batch, rows)
    assert cleaned.schema.equals(SCHEMA)
    for record, row in zip(records, cleaned.to_pylist(), strict=True):
        document = newsclean.from_html(record.body, record.url, content_type=record.content_type)
        found = newsclean.Document.from_json(row["document"])
        assert found.extra == {"n": record.id}
        assert (row["title"], row["text"], found.sections) == (document.title, document.text, document.sections)


def test_strings_in_a_column_named_html() -> None:
    """The least that a batch needs is a column of pages; a missing page is an empty one."""
    batch = pa.RecordBatch.from_pydict({"html": ["<h1>Rain</h1><p>It rained in Bergen.</p>", None]})
    rows = clean_batch(batch).to_pylist()
    assert [(row["id"], row["kind"] == "empty") for row in rows] == [("0", False), ("1", True)]


def test_a_batch_without_pages() -> None:
    """A batch with other columns is told so."""
    with pytest.raises(BatchError, match="'body' or 'html'"):
        clean_batch(pa.RecordBatch.from_pydict({"page": ["<p>"]}))


def test_a_refused_page_is_a_row_with_an_error() -> None:
    """What newsclean refuses is a row with the reason."""
    batch = pa.RecordBatch.from_pydict({"id": ["a", "b"], "body": [b"%PDF-1.7 " + bytes(2000), b"<p>Rain."]})
    rows = clean_batch(batch).to_pylist()
    assert (rows[0]["id"], rows[0]["error_kind"], rows[0]["error_name"]) == ("a", "input", "NotHtml")
    assert rows[1]["error_kind"] is None


def test_a_page_that_its_source_could_not_get(records: list[Record]) -> None:
    """The error of a source goes through Arrow and comes out as the row's, with the record's meta."""
    failed = Record("x", url="https://e.com", meta={"a": "b"}, failure=Failure("read", "BadContentEncoding", "damaged"))
    (batch,) = to_batches([records[0], failed])
    good, bad = clean_batch(batch).to_pylist()
    assert good["error_kind"] is None
    assert (bad["error_kind"], bad["error_name"], bad["error_message"]) == ("read", "BadContentEncoding", "damaged")
    assert (bad["id"], bad["document"], bad["meta"]) == ("x", None, [("a", "b")])


TEXT = "Rain in Bergen\n\nIt rained in Bergen on Monday, as it does on most days, and nobody was surprised by that.\n"


def test_texts_that_were_already_flattened() -> None:
    """A text goes the way of texts, from a record of its own and from a column; a page beside it comes first."""
    expected = newsclean.from_text(TEXT).text
    (batch,) = to_batches([Record("a", TEXT, is_text=True), Record("b", TEXT.encode(), is_text=True)])
    assert [row["text"] for row in clean_batch(batch).to_pylist()] == [expected] * 2
    assert clean_batch(pa.RecordBatch.from_pydict({"text": [TEXT]})).to_pylist()[0]["text"] == expected
    both = pa.RecordBatch.from_pydict({"html": ["<h1>Wind</h1><p>It blew in Cork on Monday."], "text": [TEXT]})
    assert "Bergen" not in clean_batch(both).to_pylist()[0]["text"]


def test_large_pages_go_into_small_batches() -> None:
    """A batch is cut by its bytes, too."""
    records = [Record(str(n), bytes(BATCH_BYTES // 3)) for n in range(8)]
    assert [batch.num_rows for batch in to_batches(records)] == [4, 4]
