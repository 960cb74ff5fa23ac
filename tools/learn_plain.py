"""Learn which lines of a plain text are the article's: python tools/learn_plain.py ARENA [--folds 5].

Flattens the arena's pages to lines as ARENA/flatten.py does (near, full), marks those that the gold body holds, and learns
a weight per feature (logistic regression); prints line accuracy cross-validated by site; writes
src/newsclean/body/line_weights.json. Needs numpy and scipy. Same input, same file.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from newsclean.body.lines import TextLines, is_sure_noise
from newsclean.lexicon.match import classify_line

OUTPUT = Path(__file__).parents[1] / "src/newsclean/body/line_weights.json"
DATASETS = ("scrapinghub", "fundus", "fundus-eval")
MIN_SITES = 4
L2 = 1e-3
"""Chosen by cross-validation over 0.00003 to 0.01."""
MIN_WEIGHT = 0.04


class Page(NamedTuple):
    """A flattened page: features of each line, words of each line, and which lines the gold holds."""

    site: str
    features: list[list[str]]
    words: list[int]
    wanted: list[bool]


def read_pages(arena: Path) -> list[Page]:
    """Each page twice: its lines near the article, and all its lines."""
    sys.path.insert(0, str(arena))
    from segment import decode, parse, segment
    from sheet import gold_text, marks

    pages = []
    for line in (arena / "data/manifest.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        if record["dataset"] not in DATASETS or record.get("same_as"):
            continue
        blocks = segment(parse(decode(gzip.decompress((arena / "data" / record["html"]).read_bytes()))))
        hit = marks(blocks, gold_text(record["gold"]))
        long_hits = [b.index for b in blocks if hit[b.index] and len(b.text) > 60]
        if not long_hits:
            continue
        first, last = long_hits[0], long_hits[-1]
        for low, high in ((first - 12, last + 15), (0, len(blocks))):
            chosen = [b for b in blocks if low <= b.index <= high]
            phrases = [classify_line(b.text, None, "removed") for b in chosen]
            both = [(b, m) for b, m in zip(chosen, phrases, strict=True) if not is_sure_noise(b.text, m)]
            chosen = [b for b, _ in both]
            lines = TextLines([b.text for b in chosen], [m for _, m in both])
            wanted = [hit[b.index] and first - 3 <= b.index <= last + 3 for b in chosen]
            features = [lines.features(i) for i in range(len(chosen))]
            pages.append(Page(record["site"], features, lines.words, wanted))
    return pages


def fit(pages: list[Page]) -> tuple[float, dict[str, float]]:
    """Logistic regression, each line weighted by the root of its words, each page alike."""
    sites: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for features in page.features:
            for feature in features:
                sites[feature].add(page.site)
    kept = sorted(f for f, s in sites.items() if len(s) >= MIN_SITES)
    number = {f: i for i, f in enumerate(kept)}
    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    wanted: list[bool] = []
    for page in pages:
        own = np.sqrt(np.minimum(page.words, 60))
        own /= own.sum()
        for features, weight, hit in zip(page.features, own, page.wanted, strict=True):
            places = [number[f] for f in features if f in number]
            rows += [len(wanted)] * len(places)
            columns += places
            weights.append(float(weight))
            wanted.append(hit)
    matrix = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(wanted), len(kept)))
    weight = np.array(weights) / sum(weights)
    target = np.array(wanted, dtype=float)

    def loss(values: Any) -> tuple[float, Any]:
        scores = matrix @ values[:-1] + values[-1]
        chances = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        cost = -(weight * (target * np.log(chances + 1e-12) + (1 - target) * np.log(1 - chances + 1e-12))).sum()
        error = weight * (chances - target)
        slope = np.concatenate([matrix.T @ error + L2 * values[:-1], [error.sum()]])
        return float(cost + L2 * (values[:-1] ** 2).sum() / 2), slope

    found = minimize(loss, np.zeros(len(kept) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    table = {f: round(float(found[i]), 2) for f, i in number.items() if abs(found[i]) >= MIN_WEIGHT}
    return round(float(found[-1]), 3), table


def accuracy(pages: list[Page], base: float, table: dict[str, float]) -> tuple[float, float]:
    """Word-weighted precision and recall, mean over pages."""
    precisions, recalls = [], []
    for page in pages:
        chosen = [base + sum(table.get(f, 0.0) for f in fs) > 0 for fs in page.features]
        good = sum(w for w, c, h in zip(page.words, chosen, page.wanted, strict=True) if c and h)
        precisions.append(good / max(1, sum(w for w, c in zip(page.words, chosen, strict=True) if c)))
        recalls.append(good / max(1, sum(w for w, h in zip(page.words, page.wanted, strict=True) if h)))
    return sum(precisions) / len(pages), sum(recalls) / len(pages)


def main() -> None:
    """Cross-validate, then learn from all and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arena", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    pages = read_pages(args.arena)
    sites = sorted({p.site for p in pages})
    results = []
    for fold in range(args.folds if args.folds > 1 else 0):
        held = set(sites[fold :: args.folds])
        base, table = fit([p for p in pages if p.site not in held])
        results.append(accuracy([p for p in pages if p.site in held], base, table))
    if results:
        print("precision, recall:", [round(sum(r[k] for r in results) / len(results), 4) for k in (0, 1)])
    base, table = fit(pages)
    text = json.dumps({"base": base, "weights": dict(sorted(table.items()))}, ensure_ascii=False, indent=0)
    OUTPUT.write_text(text + "\n", encoding="utf-8")
    print(len(pages), "pages,", len(table), "features →", OUTPUT)


if __name__ == "__main__":
    main()
