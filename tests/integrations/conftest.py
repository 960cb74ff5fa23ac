from __future__ import annotations

import gzip
from pathlib import Path
from types import ModuleType

import pytest

from newsclean.batch.map import make_cleaner
from newsclean.batch.single import RowCleaner
from newsclean.batch.warc import read_warc

PAGES = 40
BROKEN_PAGE = "https://news.example.com/broken"


@pytest.fixture(scope="session")
def warcs(site: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two WARC files with the pages of the site; one has a damaged record, and a page whose packing is damaged."""
    folder = tmp_path_factory.mktemp("warcs")
    pages = [site.make_page(number) for number in range(PAGES)]
    half = site.to_warc(pages[: PAGES // 2])
    broken = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08 damaged"
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {BROKEN_PAGE}\r\nWARC-Date: 2026-03-01T09:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:broken>\r\nContent-Type: application/http\r\nContent-Length: {len(broken)}\r\n\r\n"
    )
    record = gzip.compress(head.encode() + broken + b"\r\n\r\n")
    (folder / "a.warc.gz").write_bytes(half)
    (folder / "b.warc.gz").write_bytes(b"\x1f\x8b\x08 damaged" + record + site.to_warc(pages)[len(half) :])
    return sorted(folder.iterdir())


@pytest.fixture(scope="session")
def expected(warcs: list[Path]) -> dict[str, str]:
    """For each address of the WARC files the document, as JSON, that newsclean gives by itself, or the error's name."""
    rows = RowCleaner(make_cleaner())
    cleaned = [rows(record) for path in warcs for record in read_warc(path)]
    found = {row["url"]: row.get("document") or row["error_name"] for row in cleaned}
    assert len(found) == PAGES + 1
    assert found[BROKEN_PAGE] == "BadContentEncoding"
    return found
