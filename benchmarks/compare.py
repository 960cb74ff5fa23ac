"""Time newsclean beside its peers on the same pages, in one process: python benchmarks/compare.py [FOLDER].

FOLDER holds pages as .html or .html.gz; without it the made pages are taken. CPU time, the peers by turns page by page,
the best of the rounds for each page; ratios to lxml's bare parse and to newsclean. A peer that is not installed is left out, and named.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import platform
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pages import SHAPES, make_page

URL = "https://tide.example/2026/03/02/harbour"
Run = Callable[[bytes, str], Any]


def _lxml() -> Run:
    html = importlib.import_module("lxml.html")
    return lambda raw, text: html.document_fromstring(raw)


def _newsclean() -> Run:
    cleaner = importlib.import_module("newsclean").Cleaner()
    return lambda raw, text: cleaner.from_html(raw, url=URL)


def _resiliparse() -> Run:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda raw, text: extract(text, main_content=True)


def _trafilatura() -> Run:
    extract = importlib.import_module("trafilatura").bare_extraction
    return lambda raw, text: extract(text, url=URL, with_metadata=True)


def _readability() -> Run:
    document = importlib.import_module("readability").Document
    return lambda raw, text: document(text).summary()


def _newspaper() -> Run:
    article = importlib.import_module("newspaper").Article
    return lambda raw, text: article(URL, fetch_images=False).download(input_html=text).parse()


PEERS: tuple[tuple[str, str, Callable[[], Run]], ...] = (
    ("lxml, parse alone", "lxml", _lxml),
    ("newsclean, the whole document", "newsclean", _newsclean),
    ("Resiliparse, main text only", "resiliparse", _resiliparse),
    ("trafilatura with metadata", "trafilatura", _trafilatura),
    ("readability-lxml, article HTML only", "readability-lxml", _readability),
    ("newspaper4k", "newspaper4k", _newspaper),
)


def read_pages(folder: Path | None, limit: int) -> list[bytes]:
    """The pages of a folder, evenly chosen, or the made ones."""
    if folder is None:
        return [make_page(**shape) for shape in SHAPES.values()]
    paths = sorted([*folder.rglob("*.html"), *folder.rglob("*.html.gz")])
    chosen = paths[:: max(1, len(paths) // limit)][:limit]
    return [gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in chosen]


def measure(pages: list[bytes], rounds: int, only: frozenset[str]) -> tuple[dict[str, float], dict[str, int]]:
    """(mean seconds a page, pages that raised) by peer."""
    runs: dict[str, Run] = {}
    for name, package, make in PEERS:
        if only and package not in only:
            continue
        try:
            runs[name] = make()
        except ImportError as exc:
            print(f"left out: {package} ({exc})")
    total, failed = dict.fromkeys(runs, 0.0), dict.fromkeys(runs, 0)
    for raw in pages:
        text = raw.decode("utf-8", "replace")
        best: dict[str, float] = {}
        for _ in range(rounds):
            for name, run in runs.items():
                start = time.process_time()
                try:
                    run(raw, text)
                except Exception:  # noqa: BLE001 - a peer that raises is counted, whatever it raises
                    failed[name] += 1
                best[name] = min(best.get(name, 1e9), time.process_time() - start)
        for name, seconds in best.items():
            total[name] += seconds
    return {name: seconds / len(pages) for name, seconds in total.items()}, failed


def main() -> None:
    """Prints the table in Markdown."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", nargs="?", type=Path)
    ap.add_argument("--pages", type=int, default=50)
    ap.add_argument("--rounds", type=int, default=3)
    ap.add_argument("--peers", default="", help="only these packages, as trafilatura,resiliparse")
    args = ap.parse_args()
    pages = read_pages(args.folder, args.pages)
    only = frozenset(("lxml", "newsclean", *args.peers.split(",")) if args.peers else ())
    times, failed = measure(pages, args.rounds, only)
    size = sum(map(len, pages)) / len(pages) / 1000
    print(f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {len(pages)} pages, {size:.0f} kB mean\n")
    print("| | version | ms a page | times a bare parse | times newsclean | raised |\n|---|---|---|---|---|---|")
    base, own = times[PEERS[0][0]], times[PEERS[1][0]]
    for name, package, _ in PEERS:
        if name in times:
            ratios = f"{times[name] / base:.1f} | {times[name] / own:.2f}"
            print(f"| {name} | {version(package)} | {times[name] * 1000:.2f} | {ratios} | {failed[name]} |")


if __name__ == "__main__":
    main()
