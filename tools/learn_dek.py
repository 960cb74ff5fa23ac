"""Learns what each feature says of a block being the dek and writes src/newsclean/extract/dek_weights.json.

    python tools/learn_dek.py [--folds 10]      needs numpy, scipy and scikit-learn; --folds 1 does not cross-validate

The samples are the blocks that extract/dek_features.py looks at on the hand-labelled pages; the code S is the dek. The
score is a sum of weights (logistic regression), cross-validated by site. Same input, same file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from arena import ARENA, hand_labels, read_bytes, records
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from newsclean.extract.dek import APART, BAR, may_be_dek
from newsclean.extract.dek_features import DekEvidence
from newsclean.extract.places import article_span
from newsclean.model.draft import Block
from newsclean.pipeline.chain import Chain
from newsclean.pipeline.presets import ARTICLE
from newsclean.read import read_html
from newsclean.text.similarity import squeeze

OUT = Path(__file__).resolve().parents[1] / "src" / "newsclean" / "extract" / "dek_weights.json"
MIN_SITES = 4
STRENGTH = 0.05
"""Inverse of the penalty; chosen by cross-validation over 0.03 to 1."""
MIN_WEIGHT = 0.03
NEVER = -99.0
BEFORE_DEK = Chain(ARTICLE.steps[: ARTICLE.names.index("dek")])


class Sample(NamedTuple):
    """A block that may be a dek: its page's site, the page, whether it is one, its features, its text, what is added.

    `lift` is what the score gets besides, in log-odds; None where the block is none whatever its score.
    """

    site: str
    page: str
    is_dek: bool
    features: list[str]
    text: str
    lift: float | None


def read_samples() -> list[Sample]:
    """The candidates of all hand-labelled pages that have a title."""
    labels = hand_labels()
    samples = []
    for record in records():
        if record["id"] not in labels:
            continue
        raw = read_bytes(record)
        draft = read_html(raw, url=record.get("url"))
        BEFORE_DEK.run(draft)
        span = article_span(draft)
        if span.title < 0:
            continue
        deks = dek_texts(raw, labels[record["id"]])
        evidence = DekEvidence(draft, span)
        samples += [
            Sample(
                record["site"],
                record["id"],
                any(squeeze(b.text) in d for d in deks),
                evidence.features(b),
                b.text,
                lift_of(evidence, b),
            )
            for b in evidence.candidates
            if not evidence.repeats_title(b.text)
        ]
    return samples


def lift_of(evidence: DekEvidence, block: Block) -> float | None:
    """What extract/dek.py adds to the block's score; None where it takes no such block."""
    if not may_be_dek(evidence, block) or evidence.is_plain(block):
        return None
    return APART * evidence.is_set_apart(block)


def dek_texts(raw: bytes, labels: dict[int, str]) -> list[str]:
    """The squeezed texts of the page that are labelled as its dek."""
    sys.path.insert(0, str(ARENA))
    from segment import decode, parse, segment

    return [squeeze(b.text) for b in segment(parse(decode(raw))) if labels.get(b.index) == "S"]


def fit(samples: list[Sample]) -> tuple[float, dict[str, float]]:
    """Base and weights; a page counts alike however many blocks it has."""
    sites: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for feature in sample.features:
            sites[feature].add(sample.site)
    kept = sorted(f for f, s in sites.items() if len(s) >= MIN_SITES)
    number = {f: i for i, f in enumerate(kept)}
    cells = [(i, number[f]) for i, s in enumerate(samples) for f in set(s.features) if f in number]
    shape = (len(samples), len(kept))
    matrix: Any = sparse.csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=shape)
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(matrix, [s.is_dek for s in samples])
    weights = {f: round(float(w), 2) for f, w in zip(kept, model.coef_[0], strict=True) if abs(w) >= MIN_WEIGHT}
    return round(float(model.intercept_[0]), 2), weights


def score(model: tuple[float, dict[str, float]], features: list[str]) -> float:
    """Log-odds of being the dek."""
    return model[0] + sum(model[1].get(f, 0.0) for f in dict.fromkeys(features))


def cross_validate(samples: list[Sample], folds: int) -> None:
    """Prints how often the best block is a dek where there is one, and how often one is found where there is none."""
    sites = sorted({s.site for s in samples})
    scored: dict[str, list[tuple[float, Sample]]] = defaultdict(list)
    for fold in range(folds):
        held = set(sites[fold::folds])
        model = fit([s for s in samples if s.site not in held])
        for sample in samples:
            if sample.site in held:
                lift = NEVER if sample.lift is None else sample.lift
                scored[sample.page].append((score(model, sample.features) + lift, sample))
    with_dek = [rows for rows in scored.values() if any(s.is_dek for _, s in rows)]
    without = [rows for rows in scored.values() if not any(s.is_dek for _, s in rows)]
    for bar in (-1.4, -1.2, BAR, -0.8, -0.6, -0.3):
        best = [max(rows, key=lambda r: r[0]) for rows in with_dek]
        hit = sum(value >= bar and s.is_dek for value, s in best)
        wrong = sum(value >= bar and not s.is_dek for value, s in best)
        false = sum(max(rows, key=lambda r: r[0])[0] >= bar for rows in without)
        left = sum(any(s.is_dek and v < bar for v, s in rows) for rows in with_dek)
        print(
            f"bar {bar:5}: of {len(with_dek)} found {hit} wrong {wrong} parts left {left}; of {len(without)} false {false}"
        )
    show(with_dek, without)


def show(with_dek: list[list[tuple[float, Sample]]], without: list[list[tuple[float, Sample]]]) -> None:
    """Prints the pages that go wrong at the bar."""
    for rows in with_dek:
        value, best = max(rows, key=lambda r: r[0])
        if value < BAR or not best.is_dek:
            top, dek = max((r for r in rows if r[1].is_dek), key=lambda r: r[0])
            print("MISS", best.page[:60], f"{value:.1f}", best.text[:70], "||", f"{top:.1f}", dek.text[:70])
    for rows in without:
        value, best = max(rows, key=lambda r: r[0])
        if value >= BAR:
            print("FALSE", best.page[:60], f"{value:.1f}", best.text[:90])


def main() -> None:
    """Cross-validate, then learn from all and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=10)
    args = parser.parse_args()
    samples = read_samples()
    if args.folds > 1:
        cross_validate(samples, args.folds)
    base, weights = fit(samples)
    OUT.write_text(json.dumps({"base": base, "weights": weights}, indent=0, ensure_ascii=False) + "\n", "utf-8")
    print(len(samples), "samples,", len(weights), "features →", OUT)


if __name__ == "__main__":
    main()
