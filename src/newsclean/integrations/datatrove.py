"""datatrove: a reader that keeps bytes and headers, and a step that fills text and metadata."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from datatrove.data import Document, DocumentsPipeline, Media, MediaType
from datatrove.io import DataFileLike, DataFolderLike
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.readers.base import BaseDiskReader

from newsclean.batch.records import Record
from newsclean.batch.single import RowCleaner
from newsclean.batch.warc import WarcFilter, read_warc
from newsclean.batch.work import Cleans

PAGE = "page"
"""The id of the medium that holds a page's bytes between reader and step."""
ERROR_KIND = "error_kind"


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
        from collections import Counter

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
        with RowCleaner(self.cleaner, timeout_s=self.timeout_s, memory_mb=self.memory_mb) as clean:
            for document in data or ():
                self.stat_update("total")
                with self.track_time():
                    row = clean(_to_record(document))
                failed = row.get(ERROR_KIND) is not None
                self.stat_update(f"failed_{row[ERROR_KIND]}" if failed else f"kind_{row['kind']}")
                if failed and not self.keep_failed:
                    self.stat_update("dropped")
                    continue
                _fill(document, row)
                self.stat_update("forwarded")
                self.update_doc_stats(document)
                yield document


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
    document.text = row.pop("text", "")
    document.metadata |= {key: value for key, value in row.items() if key != "id"}
