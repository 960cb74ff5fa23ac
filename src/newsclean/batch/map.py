"""Records in, results out, for a Python loop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsclean.batch.pool import Outcome, Pool, PoolOptions
from newsclean.batch.records import Failure, Record, Result
from newsclean.batch.work import CleanRecord, Cleans
from newsclean.model.document import Document
from newsclean.model.errors import InputTypeError

Page = Record | Mapping[str, Any] | tuple[str | None, bytes | str] | bytes | str


def map_records(cleaner: Cleans, pages: Iterable[Page], *, options: PoolOptions | None = None) -> Iterator[Result]:
    """One result for each page, lazily, in their order unless `options.ordered` is False; never raises for a bad page.

    A page is a `Record`, a mapping with its fields (`html` goes for `body`; `text` is a text that was already
    flattened), a pair (url, page), or the page itself.
    """
    pool: Pool[Record, Document] = Pool(CleanRecord(cleaner), options or PoolOptions())
    for outcome in pool.map(_records(pages)):
        yield to_result(outcome)


def to_result(outcome: Outcome[Record, Document]) -> Result:
    """The outcome of a pool as a public value."""
    record = outcome.item
    return Result(record.id, record.url, outcome.value, outcome.failure, record.meta)


def make_cleaner(**options: Any) -> Cleans:
    """A cleaner with the default chain; the keywords are those of `newsclean.Options`."""
    from newsclean.api import Cleaner
    from newsclean.model.options import Options

    cleaner: Cleans = Cleaner(Options(**options))
    return cleaner


def parse_page(page: Page, number: int) -> Record:
    """A page in any of the accepted shapes as a record; the number is its id where it has none.

    >>> parse_page(("https://example.com/a", "<p>Hello"), 0).url
    'https://example.com/a'
    """
    match page:
        case Record():
            return page
        case bytes() | str():
            return Record(str(number), page, index=number)
        case (url, body):
            return Record(str(number) if url is None else url, body, url, index=number)
        case Mapping():
            return _parse_mapping(page, number)
    raise InputTypeError(f"a page is a Record, a mapping, a pair (url, page), bytes or str, not {type(page).__name__}")


def _parse_mapping(page: Mapping[str, Any], number: int) -> Record:
    url = page.get("url")
    identity = page.get("id", number if url is None else url)
    body = page.get("body", page.get("html"))
    is_text = body is None and page.get("text") is not None
    return Record(
        str(identity), page["text"] if is_text else body, url, page.get("content_type"), page.get("meta") or {},
        index=number, is_text=is_text,
    )  # fmt: skip


def _records(pages: Iterable[Page]) -> Iterator[Record]:
    for number, page in enumerate(pages):
        try:
            yield parse_page(page, number)
        except InputTypeError as exc:
            yield Record(str(number), index=number, failure=Failure("input", "InputTypeError", str(exc)))
