"""Reads the arena's pages and turns its gold and hand labels into a label per block.

Gold texts are aligned in order: a block is body where its words stand in the gold text at a place that keeps the order of
the other body blocks, so that a menu word which the article also holds is no body.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclean.model.draft import Block

ARENA = Path(__file__).resolve().parents[2] / "shared" / "arena"
NGRAM = 4
MIN_COVERAGE = 0.6
MAX_PLACES = 6
_WORD = re.compile(r"[぀-ヿ㐀-鿿฀-๿]|[^\W_]+")


def words(text: str) -> list[str]:
    """Words in lower case; each character of a script without spaces is a word."""
    return _WORD.findall(text.casefold())


def records(datasets: set[str] | None = None) -> Iterator[dict[str, Any]]:
    """The manifest's records, of the given data sets."""
    with (ARENA / "data" / "manifest.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if datasets is None or record["dataset"] in datasets:
                yield record


def read_bytes(record: dict[str, Any]) -> bytes:
    """The page's raw bytes."""
    with gzip.open(ARENA / "data" / record["html"]) as file:
        return file.read()


def hand_labels() -> dict[str, dict[int, str]]:
    """Page id → {number of the arena's block: code}."""
    found: dict[str, dict[int, str]] = {}
    for path in sorted((ARENA / "labels").glob("labels-*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                found[row["id"]] = {i: code for a, b, code in row["labels"] for i in range(a, b + 1)}
    return found


def hand_codes(raw: bytes, blocks: list[Block], labels: dict[int, str]) -> list[str | None]:
    """For each of our blocks the hand label of the arena's block that holds its words."""
    if str(ARENA) not in sys.path:
        sys.path.insert(0, str(ARENA))
    import segment

    theirs = segment.segment(segment.parse(segment.decode(raw)))
    codes: list[str | None] = []
    at = 0
    for block in blocks:
        code = None
        text = block.text.replace("\n", " ")
        for j in range(at, min(at + 60, len(theirs))):
            if text == theirs[j].text or (len(text) > 3 and text in theirs[j].text):
                code, at = labels.get(theirs[j].index), j
                break
        codes.append(code)
    return codes


def gold_text(gold: dict[str, Any]) -> str:
    """The gold body with its headings."""
    if gold.get("body"):
        return str(gold["body"])
    parts: list[str] = []
    for section in gold.get("sections") or []:
        parts += [section.get("heading") or "", *section["paragraphs"]]
    return "\n".join(p for p in parts if p)


def align(blocks: list[Block], text: str) -> list[bool]:
    """For each block whether the gold text holds it, in order."""
    gold = words(text)
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n in range(1, NGRAM + 1):
        for i in range(len(gold) - n + 1):
            places[tuple(gold[i : i + n])].append(i)
    spans: list[tuple[int, int, int, int]] = []  # block, first, after, weight
    for k, block in enumerate(blocks):
        w = words(block.text)
        if not w:
            continue
        n = min(NGRAM, len(w))
        grams = [tuple(w[i : i + n]) for i in range(len(w) - n + 1)]
        hits = [i for i, g in enumerate(grams) if g in places]
        if len(hits) < MIN_COVERAGE * len(grams):
            continue
        first = hits[0]
        found = places[grams[first]][:MAX_PLACES]
        spans.extend((k, place - first, place - first + len(w), len(w)) for place in found)
    return _best_chain(spans, len(blocks))


def _best_chain(spans: list[tuple[int, int, int, int]], count: int) -> list[bool]:
    """The heaviest set of spans, one a block, in order in both texts (a little overlap is allowed)."""
    best: list[tuple[int, int]] = []  # weight, previous span
    for i, (k, first, _, weight) in enumerate(spans):
        top, previous = 0, -1
        for j in range(i - 1, -1, -1):
            if spans[j][0] < k and spans[j][2] <= first + 2 and best[j][0] > top:
                top, previous = best[j][0], j
        best.append((top + weight, previous))
    marks = [False] * count
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while at >= 0:
        marks[spans[at][0]] = True
        at = best[at][1]
    return marks
