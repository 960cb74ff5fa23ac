from __future__ import annotations

import os
import pickle
import random
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

import pytest

import newsclean
from newsclean.batch.map import map_records, parse_page
from newsclean.batch.pool import PoolOptions
from newsclean.batch.records import Record
from newsclean.model.errors import InputTypeError, OptionError


@pytest.fixture(scope="module")
def pages(site: ModuleType) -> list[Record]:
    made = [site.make_page(number, paragraphs=2 + number % 4) for number in range(12)]
    return [Record(page.url, page.body, page.url, page.content_type) for page in made]


@pytest.fixture(scope="module")
def expected(pages: list[Record]) -> dict[str, str]:
    cleaner = newsclean.Cleaner()
    return {page.id: clean(cleaner, page) for page in pages}


def clean(cleaner: newsclean.Cleaner, page: Record) -> str:
    return cleaner.from_html(page.body, page.url, content_type=page.content_type).to_json()


@pytest.mark.parametrize("jobs", [0, 1, 3])
@pytest.mark.parametrize("ordered", [True, False])
def test_workers_give_the_same_documents(
    pages: list[Record], expected: dict[str, str], jobs: int, ordered: bool
) -> None:
    """However many workers there are, each page gives the document it gives alone."""
    results = newsclean.Cleaner().map(pages, jobs=jobs, ordered=ordered)
    found = [(result.id, result.document.to_json()) for result in results if result.document is not None]
    assert dict(found) == expected
    assert not ordered or found == list(expected.items())


def test_sixteen_threads_give_the_same_bytes(pages: list[Record], expected: dict[str, str]) -> None:
    """One cleaner serves many threads, and gives each what it gives alone."""
    cleaner = newsclean.Cleaner()
    work = [page for page in pages for _ in range(6)]
    random.Random(1).shuffle(work)
    with ThreadPoolExecutor(16) as threads:
        found = list(threads.map(lambda page: clean(cleaner, page), work))
    assert found == [expected[page.id] for page in work]


def test_the_order_of_the_pages_changes_nothing(pages: list[Record], expected: dict[str, str]) -> None:
    """A hundred runs over the pages in a hundred orders give the same bytes (tools/check_determinism.py does more)."""
    cleaner, rng = newsclean.Cleaner(), random.Random(2)
    few = pages[:12:4]
    for _ in range(100):
        rng.shuffle(few)
        assert [clean(cleaner, page) for page in few] == [expected[page.id] for page in few]


def test_documents_and_results_pickle(pages: list[Record]) -> None:
    """Results go through a pipe as they are."""
    for result in map_records(newsclean.Cleaner(), pages[:3], options=PoolOptions(jobs=0)):
        assert pickle.loads(pickle.dumps(result)) == result
        assert result.ok


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="needs /proc")
def test_memory_stays_flat(pages: list[Record]) -> None:
    """Cleaning the same pages again and again takes no more memory (tools/check_determinism.py does 10,000)."""
    cleaner = newsclean.Cleaner()

    def run(times: int) -> float:
        for _ in range(times):
            for page in pages:
                clean(cleaner, page)
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    first = run(4)
    assert run(20) - first < 5


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a", Record("3", "<p>a", index=3)),
        (b"<p>a", Record("3", b"<p>a", index=3)),
        (("https://e.com/a", "<p>a"), Record("https://e.com/a", "<p>a", "https://e.com/a", index=3)),
        ((None, "<p>a"), Record("3", "<p>a", index=3)),
        ({"text": "a"}, Record("3", "a", index=3, is_text=True)),
        ({"html": "<p>a"}, Record("3", "<p>a", index=3)),
        (
            {"id": 1, "url": "https://e.com", "body": b"", "content_type": "text/html", "meta": {"a": 1}},
            Record("1", b"", "https://e.com", "text/html", {"a": 1}, index=3),
        ),
        (Record("x", b"<p>"), Record("x", b"<p>")),
    ],
)
def test_pages_in_every_shape(page: Any, expected: Record) -> None:
    """A page is bytes, text, a pair, a mapping or a record."""
    assert parse_page(page, 3) == expected


def test_what_is_no_page() -> None:
    """Another type is the caller's mistake, and is raised."""
    with pytest.raises(InputTypeError, match="not int"):
        parse_page(7, 0)  # type: ignore[arg-type]


def test_a_page_without_body_is_a_failure() -> None:
    """A record that has nothing to clean fails alone."""
    (result,) = map_records(newsclean.Cleaner(), [Record("a")], options=PoolOptions(jobs=0))
    assert not result.ok
    assert result.failure is not None
    assert result.failure.name == "NoBody"


@pytest.mark.parametrize("wrong", [{"jobs": -1}, {"timeout_s": -1}, {"memory_mb": -1}, {"start_method": "spoon"}])
def test_numbers_out_of_range_are_told(wrong: dict[str, Any]) -> None:
    """A pool that could not work at all says so, instead of giving no results."""
    with pytest.raises(OptionError):
        PoolOptions(**wrong)
