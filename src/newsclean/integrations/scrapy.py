"""Scrapy: one line in the settings, `ADDONS = {"newsclean.scrapy.Addon": 400}`, and each item gets its document.

Settings: NEWSCLEAN_FIELD (where the document goes, "article"), NEWSCLEAN_FIELDS (instead: {item field: document
attribute}), NEWSCLEAN_RESPONSE_FIELD (where an item carries its response, "response"), NEWSCLEAN_OPTIONS (keywords of
`newsclean.Options`), NEWSCLEAN_JOBS (worker processes; 0 cleans in the reactor's thread, which waits meanwhile),
NEWSCLEAN_TIMEOUT_S, NEWSCLEAN_MEMORY_MB, NEWSCLEAN_DROP_KINDS (kinds of documents whose items are dropped).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from queue import SimpleQueue
from typing import Any

from itemadapter import ItemAdapter
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.threads import deferToThreadPool
from twisted.python.threadpool import ThreadPool

from newsclean.batch.map import make_cleaner
from newsclean.batch.pool import Outcome, Worker
from newsclean.batch.records import Failure, Record
from newsclean.batch.work import CleanRecord
from newsclean.batch.worker import Limits, call_safely
from newsclean.model.document import Document

PIPELINE_PRIORITY = 100
MIDDLEWARE_PRIORITY = 50
"""Next to the spider, so that other middleware sees the items as the spider made them."""


class Addon:
    """Turns the item pipeline and the middleware on; both can still be set, or unset, by hand."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Called by Scrapy."""
        settings.setdefault_in_component_priority_dict("ITEM_PIPELINES", NewscleanPipeline, PIPELINE_PRIORITY)
        settings.setdefault_in_component_priority_dict("SPIDER_MIDDLEWARES", ResponseMiddleware, MIDDLEWARE_PRIORITY)


class ResponseMiddleware:
    """Gives each item the response it came from, in NEWSCLEAN_RESPONSE_FIELD; the pipeline takes it out again."""

    def __init__(self, field: str) -> None:
        self._field = field

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ResponseMiddleware:
        """Called by Scrapy."""
        return cls(crawler.settings.get("NEWSCLEAN_RESPONSE_FIELD", "response"))

    def process_spider_output(self, response: Response, result: Iterable[Any]) -> Iterator[Any]:
        """Called by Scrapy."""
        for found in result:
            yield self._with_response(found, response)

    async def process_spider_output_async(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Called by Scrapy."""
        async for found in result:
            yield self._with_response(found, response)

    def _with_response(self, found: Any, response: Response) -> Any:
        if not isinstance(found, Request) and ItemAdapter.is_item(found):
            adapter = ItemAdapter(found)
            if adapter.get(self._field) is None:
                _put(adapter, self._field, response)
        return found


class NewscleanPipeline:
    """Cleans the response of each item and puts the document into the item.

    An item without a response passes unchanged (stat `newsclean/no_response`). Where a page has no document, the item
    gets the reason in the field NEWSCLEAN_FIELD + "_error".
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self._crawler = crawler
        self._field: str = settings.get("NEWSCLEAN_FIELD", "article")
        self._fields: dict[str, str] = settings.getdict("NEWSCLEAN_FIELDS")
        self._response_field: str = settings.get("NEWSCLEAN_RESPONSE_FIELD", "response")
        self._drop_kinds = frozenset(settings.getlist("NEWSCLEAN_DROP_KINDS"))
        self._jobs = settings.getint("NEWSCLEAN_JOBS", 1)
        self._work = CleanRecord(make_cleaner(**settings.getdict("NEWSCLEAN_OPTIONS")))
        self._limits = Limits(
            settings.getfloat("NEWSCLEAN_TIMEOUT_S", 10), settings.getint("NEWSCLEAN_MEMORY_MB", 1024)
        )
        self._workers: SimpleQueue[Worker[Record, Document]] = SimpleQueue()
        self._threads: ThreadPool | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> NewscleanPipeline:
        """Called by Scrapy."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Called by Scrapy."""
        if self._jobs:
            for _ in range(self._jobs):
                self._workers.put(Worker(self._work, self._limits))
            self._threads = ThreadPool(self._jobs, self._jobs, "newsclean")
            self._threads.start()

    def close_spider(self) -> None:
        """Called by Scrapy."""
        if self._threads is not None:
            self._threads.stop()
        while not self._workers.empty():
            self._workers.get().stop()

    async def process_item(self, item: Any) -> Any:
        """Called by Scrapy.

        Raises:
            DropItem: The document's kind is one of NEWSCLEAN_DROP_KINDS.
        """
        adapter = ItemAdapter(item)
        response = adapter.get(self._response_field)
        if not isinstance(response, Response):
            self._count("no_response")
            return item
        _take_out(adapter, self._response_field)
        record = to_record(response)
        if self._threads is None:
            message = call_safely(self._work, record)
            self._fill(adapter, message.value, message.failure)
        else:
            outcome = await self._clean_in_worker(self._threads, record)
            self._fill(adapter, outcome.value, outcome.failure)
        return item

    async def _clean_in_worker(self, threads: ThreadPool, record: Record) -> Outcome[Record, Document]:
        from twisted.internet import reactor  # must not be imported before Scrapy has chosen one

        outcome: Outcome[Record, Document]
        outcome = await maybe_deferred_to_future(deferToThreadPool(reactor, threads, self._call_worker, record))
        return outcome

    def _call_worker(self, record: Record) -> Outcome[Record, Document]:
        worker = self._workers.get()
        try:
            return worker.call(record)
        finally:
            self._workers.put(worker)

    def _fill(self, adapter: ItemAdapter, document: Document | None, failure: Failure | None) -> None:
        if document is None:
            failure = failure or Failure("error", "Unknown")
            self._count(f"failed/{failure.kind}")
            _put(adapter, f"{self._field}_error", f"{failure.name}: {failure.message}")
            return
        self._count("documents")
        self._count(f"kind/{document.kind}")
        if document.kind in self._drop_kinds:
            raise DropItem(f"{document.kind}: {document.url}")
        if not self._fields:
            _put(adapter, self._field, document.to_dict())
        for field, attribute in self._fields.items():
            _put(adapter, field, _to_plain(getattr(document, attribute)))

    def _count(self, name: str) -> None:
        if self._crawler.stats is not None:
            self._crawler.stats.inc_value(f"newsclean/{name}")


def to_record(response: Response) -> Record:
    """The response as a record: its body as received, and its Content-Type.

    An encoding that the response was given, by a middleware or by `response.replace(encoding=…)`, takes the place of
    the one in its header.
    """
    header = response.headers.get("Content-Type")
    content_type = header.decode("latin-1") if header else None
    given = getattr(response, "_encoding", None)  # `encoding` would guess where nothing is given
    if isinstance(given, str):
        content_type = f"{(content_type or 'text/html').partition(';')[0]}; charset={given}"
    return Record(response.url, response.body, response.url, content_type)


def _put(adapter: ItemAdapter, field: str, value: Any) -> None:
    try:
        adapter[field] = value
    except KeyError:  # an item class that does not declare the field
        return


def _take_out(adapter: ItemAdapter, field: str) -> None:
    try:
        del adapter[field]
    except (KeyError, AttributeError, TypeError):  # fields of dataclasses and attrs items stay
        adapter[field] = None


def _to_plain(value: Any) -> Any:
    from newsclean.model.codec import to_dict

    if isinstance(value, tuple):
        return [_to_plain(part) for part in value]
    return to_dict(value) if hasattr(value, "__dataclass_fields__") else value
