"""datatrove: a reader that keeps bytes and headers, and a step that fills text and metadata."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from datatrove.data import Document, DocumentsPipeline, Media, MediaType
from datatrove.io import DataFileLike, DataFolderLike
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.readers.base import BaseDiskReader

from newsclean.batch.arrow import clean_batch, to_batches
from newsclean.batch.records import Record
from newsclean.batch.single import RowCleaner
from newsclean.batch.warc import WarcFilter, read_warc
from newsclean.batch.work import Cleans

PAGE = "page"
"""The id of the medium that holds a page's bytes between reader and step."""
BATCH_PAGES = 32
"""Pages that are cleaned, and held, at once."""


class NewscleanWarcReader(BaseDiskReader):  # type: ignore[misc,unused-ignore]
    """The HTML responses of WARC files, as bytes with their Content-Type, so that the page's own charset is honoured.

    One file is one unit of work: give as many tasks as there are files. `wanted` filters by host and date before a
    body is read. What is passed over is counted in the stats, as `dropped_…`.
    """

    name = "📰 newsclean WARC"

    def __init__(
        self,
        data_folder: DataFolderLike,
        paths_file: DataFileLike | None = None,
        *,
        wanted: WarcFilter | None = None,
        limit: int = -1,
        skip: int = 0,
        glob_pattern: str | None = None,
    ) -> None:
        super().__init__(data_folder, paths_file, limit=limit, skip=skip, glob_pattern=glob_pattern)
        self.wanted = wanted

    def read_file(self, filepath: str) -> Iterator[Document]:
        """The pages of one file, each with its bytes in a medium and no text yet."""
        dropped: Counter[str] = Counter()
        with self.data_folder.open(filepath, "rb") as stream:
            for record in read_warc(stream, wanted=self.wanted, dropped=dropped, name=filepath):
                yield _to_document(record)
        for reason, count in dropped.items():
            self.stat_update(f"dropped_{reason}", value=count)


class NewscleanStep(PipelineStep):  # type: ignore[misc,unused-ignore]
    """Cleans pages: `text` becomes the article's, `metadata` gets its fields, and `document`, the whole as JSON.

    A page is a document with a medium as `NewscleanWarcReader` gives it, or with HTML as its text (any other reader).
    Failed pages are dropped and counted, or kept without text and with `error_…` in `metadata` where `keep_failed`.
    """

    name = "📰 newsclean"
    type = "🛢 - EXTRAC"

    def __init__(
        self,
        cleaner: Cleans | None = None,
        *,
        timeout_s: float = 10.0,
        memory_mb: int = 1024,
        keep_failed: bool = False,
    ) -> None:
        super().__init__()
        self.cleaner = cleaner
        self.timeout_s = timeout_s
        self.memory_mb = memory_mb
        self.keep_failed = keep_failed

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """The documents of `data`, cleaned."""
        documents = iter(data or ())
        with RowCleaner(self.cleaner, timeout_s=self.timeout_s, memory_mb=self.memory_mb) as clean:
            while pages := list(islice(documents, BATCH_PAGES)):
                with self.track_time("batch"):
                    batches = to_batches(_to_record(page) for page in pages)
                    rows = [row for batch in batches for row in clean_batch(batch, clean).to_pylist()]
                for page, row in zip(pages, rows, strict=True):
                    if self._keep(row):
                        _fill(page, row)
                        self.update_doc_stats(page)
                        yield page

    def _keep(self, row: dict[str, Any]) -> bool:
        """Count a page, and say whether it goes on."""
        failed = row["error_kind"] is not None
        kept = self.keep_failed or not failed
        self.stat_update("total", f"failed_{row['error_kind']}" if failed else f"kind_{row['kind']}")
        self.stat_update("forwarded" if kept else "dropped")
        return kept


def _to_document(record: Record) -> Document:
    body = record.body.encode("utf-8", "replace") if isinstance(record.body, str) else record.body
    medium = Media(PAGE, MediaType.DOCUMENT, record.url or "", media_bytes=body)
    metadata: dict[str, Any] = {
        "url": record.url,
        "content_type": record.content_type,
        "record_meta": dict(record.meta),
    }
    if record.failure is not None:
        metadata["failure"] = record.failure
    return Document("", record.id, [medium], metadata)


def _to_record(document: Document) -> Record:
    metadata = document.metadata
    pages = [medium for medium in document.media if medium.id == PAGE]
    return Record(
        id=document.id,
        body=pages[0].media_bytes if pages else document.text,
        url=metadata.get("url"),
        content_type=metadata.get("content_type"),
        meta=metadata.pop("record_meta", {}),
        failure=metadata.pop("failure", None),
    )


def _fill(document: Document, row: dict[str, Any]) -> None:
    document.media = [medium for medium in document.media if medium.id != PAGE]
    document.text = row.pop("text") or ""
    failed = row["error_kind"] is not None
    row["meta"] = dict(row["meta"] or ())
    document.metadata |= {key: value for key, value in row.items() if key != "id" and _belongs(key, failed)}


def _belongs(column: str, failed: bool) -> bool:
    """A cleaned page has no columns of an error, a failed one no others."""
    return column in ("url", "meta") or column.startswith("error_") == failed
