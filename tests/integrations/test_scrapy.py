from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import newsclean

pytest.importorskip("scrapy")
pytestmark = [pytest.mark.integration, pytest.mark.enable_socket]
PAGES = 200

SPIDER = """
import json, sys
import scrapy
from scrapy.crawler import CrawlerProcess

class NewsSpider(scrapy.Spider):
    name = "news"

    async def start(self):
        yield scrapy.Request(sys.argv[1] + "/news/0.html")

    def parse(self, response):
        yield {"address": response.url}
        yield from response.follow_all(css="footer a")

if __name__ == "__main__":
    settings = {
        "ADDONS": {"newsclean.scrapy.Addon": 400}, "LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False,
        "ROBOTSTXT_OBEY": False, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "DOWNLOAD_DELAY": 0,
        "FEEDS": {sys.argv[2]: {"format": "jsonlines"}}, **json.loads(sys.argv[3]),
    }
    process = CrawlerProcess(settings)
    crawler = process.create_crawler(NewsSpider)
    process.crawl(crawler)
    process.start()
    stats = {key: value for key, value in crawler.stats.get_stats().items() if key.startswith(("newsclean", "item"))}
    print(json.dumps(stats))
"""


@pytest.fixture(scope="module")
def address(site: ModuleType) -> Iterator[str]:
    """A local server with two hundred pages of the site; a page of another kind stands among them."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            number = int(Path(self.path).stem)
            if number >= PAGES:
                self.send_error(404)
                return
            page = site.make_page(number, paragraphs=4)
            self.send_response(200)
            self.send_header("Content-Type", page.content_type)
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def crawl(tmp_path: Path, address: str, **settings: Any) -> tuple[list[dict[str, Any]], dict[str, int]]:
    script, feed = tmp_path / "spider.py", tmp_path / "items.jsonl"
    script.write_text(SPIDER)
    command = [sys.executable, str(script), address, str(feed), json.dumps(settings)]
    process = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert process.returncode == 0, process.stderr
    assert not process.stderr, process.stderr
    return [json.loads(line) for line in feed.read_text().splitlines()], json.loads(process.stdout)


@pytest.mark.parametrize("jobs", [0, 2])
def test_a_site_is_crawled_through_the_add_on(tmp_path: Path, address: str, site: ModuleType, jobs: int) -> None:
    """Each item gets the document that newsclean gives for the same bytes alone, in the reactor and in workers."""
    items, stats = crawl(tmp_path, address, NEWSCLEAN_JOBS=jobs)
    assert len(items) == PAGES
    assert stats["newsclean/documents"] == stats["item_scraped_count"] == PAGES
    cleaner = newsclean.Cleaner()
    for item in items:
        assert set(item) == {"address", "article"}
        page = site.make_page(int(Path(item["address"]).stem), paragraphs=4)
        document = cleaner.from_html(page.body, item["address"], content_type=page.content_type)
        assert newsclean.Document.from_dict(item["article"]).to_json() == document.to_json()


def test_fields_and_dropped_kinds(tmp_path: Path, address: str) -> None:
    """Settings choose which attributes go where, and which kinds of documents are dropped."""
    items, stats = crawl(tmp_path, address, NEWSCLEAN_FIELDS={"headline": "title", "writers": "authors"})
    assert set(items[0]) == {"address", "headline", "writers"}
    assert items[0]["writers"][0]["name"]
    (tmp_path / "items.jsonl").unlink()
    items, stats = crawl(tmp_path, address, NEWSCLEAN_DROP_KINDS=["article"], CLOSESPIDER_PAGECOUNT=20)
    assert not items
    assert stats["item_dropped_count"] == stats["newsclean/kind/article"]


def test_failures_stand_in_the_item(tmp_path: Path, address: str) -> None:
    """A page that newsclean refuses leaves its reason in the item."""
    items, stats = crawl(tmp_path, address, NEWSCLEAN_OPTIONS={"max_bytes": 100}, CLOSESPIDER_PAGECOUNT=20)
    assert all(item["article_error"].startswith("InputTooLarge: ") for item in items)
    assert stats["newsclean/failed/input"] == len(items)


def test_an_encoding_given_to_the_response_counts() -> None:
    """The response's own encoding comes before the header's, and its guess is not used."""
    from scrapy.http import HtmlResponse

    from newsclean.integrations.scrapy import to_record

    response = HtmlResponse("https://e.com/", body=b"<p>a", headers={"Content-Type": "text/html; charset=utf-8"})
    assert to_record(response).content_type == "text/html; charset=utf-8"
    assert to_record(response.replace(encoding="koi8-r")).content_type == "text/html; charset=koi8-r"
    assert to_record(HtmlResponse("file:///a.html", body=b"<p>a")).content_type is None
