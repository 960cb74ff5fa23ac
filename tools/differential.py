"""Compares what newsclean makes of each page in different forms and with different options: the words must be the same.

    python tools/differential.py            # a sample of the arena, chosen by a hash of the page's id
    python tools/differential.py --all      # every page of it

Prints the pages that differ; 1 where any does. The arena (`../shared/arena`) is no part of the repository; where it is
missing the comparison says so and passes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html

import newsclean

DATA = Path(__file__).resolve().parents[2] / "shared" / "arena" / "data"
SAMPLE = 60
"""Pages, which take some ten seconds."""

_PLAIN = newsclean.Options(timeout_s=None, plugins=False)
_FULL = newsclean.Options(timeout_s=None, plugins=False, ledger="full")
_OFF = newsclean.Options(timeout_s=None, plugins=False, ledger="off", fingerprint=True)


def find_differences(page: bytes, url: str) -> Iterator[str]:
    """The names of the comparisons in which the page's words are not the same."""
    document = newsclean.from_html(page, url, options=_PLAIN)
    for name, options in (("ledger full", _FULL), ("ledger off", _OFF)):
        if newsclean.from_html(page, url, options=options).text != document.text:
            yield name
    encoding = document.provenance.get("encoding")
    text = page.decode("utf-8", "replace") if encoding is None or encoding.raw == "utf-8" else None
    if text is not None and newsclean.from_html(text.lstrip("\ufeff"), url, options=_PLAIN).text != document.text:
        yield "str and bytes"
    if text is not None:
        tree = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
        if newsclean.from_html(tree, url, options=_PLAIN).text.split() != document.text.split():
            yield "tree and bytes"
    if newsclean.Document.from_json(document.to_json()) != document:
        yield "JSON round trip"


def choose_pages(number: int | None) -> list[dict[str, Any]]:
    """The arena's records, or so many of them, the same ones everywhere."""
    with (DATA / "manifest.jsonl").open(encoding="utf-8") as file:
        records: list[dict[str, Any]] = [json.loads(line) for line in file]
    return sorted(records, key=lambda record: hashlib.sha1(record["id"].encode()).hexdigest())[:number]


def main(arguments: list[str]) -> int:
    """1 where a page differs."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--all", action="store_true", help="every page, which takes some ten minutes")
    if not DATA.exists():
        print(f"no arena at {DATA}: nothing compared")
        return 0
    records, found = choose_pages(None if ap.parse_args(arguments).all else SAMPLE), Counter[str]()
    for record in records:
        try:
            names = list(find_differences(gzip.decompress((DATA / record["html"]).read_bytes()), record["url"]))
        except newsclean.NewscleanError as error:
            names = [type(error).__name__]
        found.update(names)
        for name in names:
            print(record["id"], name)
    print(f"{len(records)} pages, {dict(found)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
