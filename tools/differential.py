"""Compares what newsclean makes of each page in different forms and with different options: the words must be the same.

    python tools/differential.py DATA [EVERY]

DATA: the arena's folder with manifest.jsonl; EVERY: take one page of so many (1). Prints the pages that differ; exits 1 if any.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lxml.html

import newsclean

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


def main(arguments: list[str]) -> int:
    """1 where a page differs."""
    folder, every = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 1
    seen, found = 0, Counter[str]()
    for number, line in enumerate((folder / "manifest.jsonl").open(encoding="utf-8")):
        record = json.loads(line)
        if number % every:
            continue
        seen += 1
        try:
            names = list(find_differences(gzip.decompress((folder / record["html"]).read_bytes()), record["url"]))
        except newsclean.NewscleanError as error:
            names = [type(error).__name__]
        found.update(names)
        for name in names:
            print(record["id"], name)
    print(f"{seen} pages, {dict(found)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
