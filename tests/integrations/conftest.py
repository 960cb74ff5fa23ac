from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from newsclean.batch.map import make_cleaner
from newsclean.batch.single import RowCleaner
from newsclean.batch.warc import read_warc

ROOT = Path(__file__).parents[2]
PAGES = 40


@pytest.fixture(scope="session")
def site() -> ModuleType:
    """The invented news site of `tools/make_crawl_site.py`."""
    spec = importlib.util.spec_from_file_location("make_crawl_site", ROOT / "tools" / "make_crawl_site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_crawl_site"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def warcs(site: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two WARC files with the pages of the site, one of them with a damaged record."""
    folder = tmp_path_factory.mktemp("warcs")
    pages = [site.make_page(number) for number in range(PAGES)]
    half = site.to_warc(pages[: PAGES // 2])
    (folder / "a.warc.gz").write_bytes(half)
    (folder / "b.warc.gz").write_bytes(b"\x1f\x8b\x08 damaged" + site.to_warc(pages)[len(half) :])
    return sorted(folder.iterdir())


@pytest.fixture(scope="session")
def expected(warcs: list[Path]) -> dict[str, str]:
    """For each address of the WARC files the document, as JSON, that newsclean gives by itself."""
    rows = RowCleaner(make_cleaner())
    found = {record.url or "": rows(record)["document"] for path in warcs for record in read_warc(path)}
    assert len(found) == PAGES
    return found
