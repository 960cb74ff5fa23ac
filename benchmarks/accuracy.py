"""newsclean's rows for the accuracy tables, from a run of the arena: python benchmarks/accuracy.py SCORES.json.

SCORES.json is what the arena's `score.py DATA OUT --json SCORES.json` wrote: `results`, by extractor, data set and measure.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

COLUMNS = {
    "scrapinghub": "body_f1 body_p body_r exact",
    "fundus": "body_f1 para_f1 exact headings sections title authors date dek dek_in_body title_in_body",
    "fundus-eval": "rouge_lsum para_match body_f1",
    "trafilatura": "snip_f1 snip_p snip_r title authors date",
    "daniel": "body_f1 para_f1 exact title",
    "magic": "body_f1",
    "readability": "body_f1",
    "postlight": "must title authors date date_near dek dek_in_body",
    "htmldate": "date date_wrong",
    "goose3": "must title",
}


def find_measures(scores: Any, dataset: str, name: str) -> dict[str, float]:
    """The means of one extractor's measures on one set; empty where it was not run there."""
    found: dict[str, Any] = scores["results"].get(name, {}).get(dataset, {})
    return {measure: value["mean"] for measure, value in found.items() if isinstance(value, dict)}


def main() -> None:
    """Prints a table for each set."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("scores", type=Path)
    ap.add_argument("--name", default="newsclean")
    args = ap.parse_args()
    scores = json.loads(args.scores.read_text("utf-8"))
    for dataset, columns in COLUMNS.items():
        measures = find_measures(scores, dataset, args.name)
        if measures:
            names = columns.split()
            cells = [f"{measures[c]:.3f}" if measures.get(c) is not None else "–" for c in names]
            print(f"\n**{dataset}**\n\n| | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
            print(f"| {args.name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
