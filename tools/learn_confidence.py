"""Learns what makes a body sure, from the arena's gold texts, and writes src/newsclean/body/confidence.json.

    python tools/learn_confidence.py FOLDS [--check]      FOLDS as tools/learn_body.py --folds wrote them; needs scikit-learn

Each page is read with the tables that were learned without its site, its body held against the gold, and a logistic
regression told which pages came out above 0.9. The reliability table is of the folds left out, sites never shared.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from arena import ARENA, read_bytes, records
from learn_body import FOLDS, fold_of
from sklearn.linear_model import LogisticRegression

from newsclean.body import score
from newsclean.body.confidence import FEATURES, confidence_row
from newsclean.pipeline.assemble import assemble
from newsclean.pipeline.presets import ARTICLE
from newsclean.read import read_html

OUT = Path(__file__).resolve().parents[1] / "src" / "newsclean" / "body" / "confidence.json"
GOOD_F1 = 0.9
WEIGHT = {"scrapinghub": 1.0, "fundus": 1.0, "fundus-eval": 1.0, "magic": 0.7, "newspaper4k": 0.7, "daniel": 0.25}
"""Weight of a page of each set; the noisy gold of one counts less."""
DANIEL_STEP = 6
"""Of that set's pages every sixth is read."""
PENALTY = 1.0
EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)


@dataclass(frozen=True)
class Row:
    """A page: its set, fold, features, and the F1 of its body."""

    dataset: str
    fold: int
    features: list[float]
    f1: float


def read_rows(folds: Path) -> Iterator[Row]:
    """Every page with a gold text and a body."""
    sys.path.insert(0, str(ARENA))
    import score as arena_score

    tables = {f: score.Tables(json.loads((folds / f"{f}.json").read_text("utf-8"))) for f in range(FOLDS)}
    for number, record in enumerate(records(set(WEIGHT))):
        if record.get("same_as") or not record["gold"].get("body"):
            continue
        if record["dataset"] == "daniel" and number % DANIEL_STEP:
            continue
        fold = fold_of(record["site"])
        vars(score)["load_tables"] = lambda chosen=tables[fold]: chosen
        draft = read_html(read_bytes(record), url=record.get("url"))
        ARTICLE.run(draft)
        body = draft.with_role("body")
        if body:
            row = {"body": assemble(draft).text}
            f1 = arena_score.score_page(record, row, rouge=False)["body_page_f1"]
            yield Row(record["dataset"], fold, confidence_row(draft, body), f1)


def reliability(said: np.ndarray, good: np.ndarray, weight: np.ndarray) -> None:
    """Print, for each band of confidence, the pages, the mean confidence and the share that came out good."""
    print("| confidence | pages | mean confidence | share with F1 above 0.9 |\n| --- | --- | --- | --- |")
    for low, high in pairwise(EDGES):
        here = (said >= low) & (said < high)
        if here.any():
            mean, share = np.average(said[here], weights=weight[here]), np.average(good[here], weights=weight[here])
            print(f"| {low:.2f} – {high:.2f} | {int(here.sum())} | {mean:.2f} | {share:.2f} |")
    print(f"log-loss {-np.average(np.log(np.where(good, said, 1 - said)), weights=weight):.4f}")


def main() -> None:
    """Fit by sites, print how true it is, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folds", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing into the package")
    arguments = parser.parse_args()
    rows = list(read_rows(arguments.folds))
    x = np.array([r.features[1:] for r in rows])
    good = np.array([r.f1 > GOOD_F1 for r in rows])
    weight = np.array([WEIGHT[r.dataset] for r in rows])
    fold = np.array([r.fold for r in rows])
    said = np.zeros(len(rows))
    for f in range(FOLDS):
        model = LogisticRegression(C=PENALTY, max_iter=1000).fit(
            x[fold != f], good[fold != f], sample_weight=weight[fold != f]
        )
        said[fold == f] = model.predict_proba(x[fold == f])[:, 1]
    reliability(said, good, weight)
    model = LogisticRegression(C=PENALTY, max_iter=1000).fit(x, good, sample_weight=weight)
    values = [float(model.intercept_[0]), *(float(v) for v in model.coef_[0])]
    weights = {name: round(value, 3) for name, value in zip(FEATURES, values, strict=True)}
    print(json.dumps(weights, indent=1))
    if not arguments.check:
        OUT.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
