"""The score gate: newsclean over a fixed sample of the arena, held against the pinned scores of `score_floors.json`.

    python tools/score_gate.py            # compare; 1 where a score is worse than pinned
    python tools/score_gate.py --pin      # raise the pinned scores to what is reached now; never lowers one

A pinned score is lowered only by hand, in `score_floors.json`, with the reason in the changelog. The arena (public
pages with gold texts and fields, `../shared/arena`) is no part of the repository; where it is missing the gate says so
and passes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib
import json
import os
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ARENA = ROOT.parent / "shared" / "arena"
FLOORS = Path(__file__).with_name("score_floors.json")

MAX_PAGES = 100
"""Pages of each data set, chosen by a hash of their id, so that the choice is the same everywhere."""

MARGIN = 0.002
"""What a score may fall below its pin: other versions of the detection libraries move it by about so much."""

MAX_ERRORS_SHOWN = 5

HIGHER = tuple(
    "body_f1 body_p body_r exact para_f1 para_match must snip_f1 snip_p snip_r title title_ci authors date date_near "
    "dek headings sections".split()
)
LOWER = tuple("error empty title_in_body dek_in_body dek_false headings_false date_wrong".split())

Scores = dict[str, dict[str, float]]


def choose_pages() -> list[dict[str, Any]]:
    """The sample: the manifest's records, at most MAX_PAGES of each data set."""
    by_set: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with (ARENA / "data" / "manifest.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            by_set[record["dataset"]].append(record)
    chosen: list[dict[str, Any]] = []
    for name in sorted(by_set):
        ranked = sorted(by_set[name], key=lambda r: hashlib.sha1(r["id"].encode()).hexdigest())
        chosen += ranked[:MAX_PAGES]
    return chosen


def score_record(record: dict[str, Any]) -> tuple[str, dict[str, Any], str | None]:
    """The data set, the arena's scores of one page, and the error where there was one."""
    if str(ARENA) not in sys.path:
        sys.path.insert(0, str(ARENA))
    score = importlib.import_module("score")
    row: dict[str, Any] = {"error": None}
    try:
        row |= clean(record)
    except Exception as exc:  # noqa: BLE001 - whatever it is, it is counted, and the count must be 0
        row["error"] = f"{type(exc).__name__}: {exc}"
    scored: dict[str, Any] = score.score_page(record, row, rouge=False)
    return record["dataset"], scored, f"{record['id']}: {row['error']}" if row["error"] else None


def clean(record: dict[str, Any]) -> dict[str, Any]:
    """What newsclean makes of a page, in the arena's words."""
    import newsclean

    raw = gzip.decompress((ARENA / "data" / record["html"]).read_bytes())
    document = newsclean.from_html(raw, url=record.get("url"), options=newsclean.Options(plugins=False))
    return {
        "title": document.title,
        "authors": [author.name for author in document.authors],
        "date": document.published,
        "dek": document.dek,
        "body": document.text,
        "headings": [section.heading for section in document.sections if section.heading],
    }


def measure() -> Scores:
    """Mean scores of each data set, to four places."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    errors: list[str] = []
    with ProcessPoolExecutor(os.cpu_count() or 1) as pool:
        for name, row, error in pool.map(score_record, choose_pages(), chunksize=8):
            rows[name].append(row)
            if error is not None:
                errors.append(error)
    for error in errors[:MAX_ERRORS_SHOWN]:
        print(f"ERROR: {error}")
    print(f"score gate: {sum(map(len, rows.values()))} pages, {len(errors)} errors")
    sys.path.insert(0, str(ARENA))
    summarise = importlib.import_module("score").summarise
    scores: Scores = {}
    for name, found in rows.items():
        summary = summarise(found, boot=0)
        scores[name] = {key: round(summary[key]["mean"], 4) for key in (*HIGHER, *LOWER) if key in summary}
    return scores


def find_losses(scores: Scores, floors: Scores) -> list[str]:
    """Each score that is worse than its pin, or missing."""
    losses = []
    for name, pins in floors.items():
        for key, pin in pins.items():
            now = scores.get(name, {}).get(key)
            if now is None:
                losses.append(f"{name} {key}: pinned at {pin}, not measured")
            elif now > pin + MARGIN if key in LOWER else now < pin - MARGIN:
                losses.append(f"{name} {key}: {now}, pinned at {pin}")
    return losses


def raise_floors(scores: Scores, floors: Scores) -> Scores:
    """The pins, each at the better of what it was and what is reached now."""
    raised: Scores = {}
    for name in sorted({*scores, *floors}):
        now, pins = scores.get(name, {}), floors.get(name, {})
        raised[name] = {}
        for key in (*HIGHER, *LOWER):
            values = [table[key] for table in (now, pins) if key in table]
            if values:
                raised[name][key] = min(values) if key in LOWER else max(values)
    return raised


def show(scores: Scores, floors: Scores) -> None:
    """A line for each data set; a score beside its pin where they differ."""
    for name, table in sorted(scores.items()):
        cells = []
        for key, now in table.items():
            pin = floors.get(name, {}).get(key)
            cells.append(f"{key} {now:.3f}" + ("" if pin is None or abs(pin - now) < MARGIN else f" (pin {pin:.3f})"))
        print(f"{name:12} " + " · ".join(cells))


def main() -> int:
    """Compare or pin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="raise the pinned scores to what is reached now")
    arguments = parser.parse_args()
    if not (ARENA / "data" / "manifest.jsonl").exists():
        print("=" * 100)
        print(f"SCORE GATE NOT RUN: there is no arena at {ARENA}. Nothing was measured; scores may have fallen.")
        print("=" * 100)
        return 0
    floors: Scores = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    scores = measure()
    show(scores, floors)
    if arguments.pin:
        FLOORS.write_text(json.dumps(raise_floors(scores, floors), indent=1) + "\n", "utf-8")
        return 0
    losses = find_losses(scores, floors)
    for loss in losses:
        print(f"WORSE: {loss}")
    print(
        f"score gate: {'FAILED, ' if losses else ''}{len(losses)} of {sum(map(len, floors.values()))} scores are worse"
    )
    return 1 if losses or not floors else 0


if __name__ == "__main__":
    sys.exit(main())
