"""Learn what each feature says of the kind of noise: python tools/learn_noise.py ARENA [--folds 5].

Reads the hand labels of ARENA/labels and the pages of ARENA/data; prints the mean recall over the reasons, cross-validated
by site; writes src/newsclean/strip/noise_weights.json. Needs numpy and scipy. Same input, same file.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from newsclean.pipeline.presets import ARTICLE
from newsclean.read import read_html
from newsclean.strip.evidence import PageEvidence

REASONS = {
    "A": "ad", "R": "related", "N": "promo", "G": "furniture", "U": "author_bio", "V": "tags", "M": "comments",
    "W": "navigation", "P": "credit", "D": "dateline_only",
}  # fmt: skip
OUTPUT = Path(__file__).parents[1] / "src/newsclean/strip/noise_weights.json"
MIN_SITES = 3
L2 = 0.002
"""Chosen by cross-validation over 0.00003 to 0.004."""
STEPS_MAX = 150
MIN_WEIGHT = 0.08
STEPS = frozenset(("ad", "related", "promo", "furniture", "author_bio", "tags", "comments", "navigation", "rest"))
"""The steps that the verdicts are for; those before them have run when a sample is taken."""


class Sample(NamedTuple):
    """A labelled noise block."""

    site: str
    page: str
    reason: int
    features: list[str]


def read_samples(arena: Path) -> list[Sample]:
    """The labelled noise blocks of all pages."""
    sys.path.insert(0, str(arena))
    from segment import decode, parse, segment

    codes = list(REASONS)
    manifest = {r["id"]: r for r in map(json.loads, (arena / "data/manifest.jsonl").open(encoding="utf-8"))}
    samples = []
    for line in (arena / "labels/labels-dev.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        page = manifest[record["id"]]
        raw = gzip.decompress((arena / "data" / page["html"]).read_bytes())
        labels = {i: c for a, b, c in record["labels"] for i in range(a, b + 1)}
        by_text: dict[str, list[str]] = defaultdict(list)
        for block in segment(parse(decode(raw))):
            if block.index in labels:
                by_text[block.text].append(labels[block.index])
        draft = read_html(raw, url=page.get("url"))
        for step in ARTICLE:
            if step.name in STEPS:
                break
            draft.step = step.name
            step.run(draft)
        for code, features in page_samples(draft, by_text):
            if code in REASONS:
                samples.append(Sample(page["site"], record["id"], codes.index(code), features))
    return samples


def page_samples(draft: Any, by_text: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    """(label, features) of the blocks that no step has claimed."""
    evidence = PageEvidence(draft)
    found = []
    for block in evidence.texts:
        queue = by_text.get(block.text)
        if not queue:
            continue
        code = queue.pop(0) if len(queue) > 1 else queue[0]
        if block.role is not None:
            continue
        features = [*evidence.own_features(block), *_at_level(0, evidence.node_features(block.node))]
        parent = block.node.parent
        if parent is not None:
            features += _at_level(1, evidence.node_features(parent))
            features += evidence.box_features(parent.parent or parent)
            node = parent.parent
            while node is not None:
                features += _at_level(2, evidence.node_features(node))
                node = node.parent
        found.append((code, features))
    return found


def _at_level(level: int, features: tuple[str, ...]) -> list[str]:
    """A container's features with where it stands: 0 the block's own element, 1 its parent, 2 all above."""
    return [f"{level}{f if f[0] in '<?' else '.' + f}" for f in features if len(f) > 1]


def fit(samples: list[Sample]) -> tuple[list[float], dict[str, list[float]]]:
    """Softmax regression with class weights: base and rows."""
    sites: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for feature in sample.features:
            sites[feature].add(sample.site)
    kept = sorted(f for f, s in sites.items() if len(s) >= MIN_SITES)
    number = {f: i for i, f in enumerate(kept)}
    cells = [(i, number[f]) for i, s in enumerate(samples) for f in s.features if f in number]
    shape = (len(samples), len(kept))
    matrix = sparse.csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=shape)
    wanted = np.array([s.reason for s in samples])
    weight = _weights(samples, wanted)
    target = np.eye(len(REASONS))[wanted]

    def loss(values: Any) -> tuple[float, Any]:
        rows, base = values[: -len(REASONS)].reshape(len(kept), -1), values[-len(REASONS) :]
        scores = matrix @ rows + base
        scores -= scores.max(1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(1, keepdims=True)
        error = (chances - target) * weight[:, None]
        cost = -(weight * np.log(chances[np.arange(len(wanted)), wanted] + 1e-12)).sum() + L2 * (rows * rows).sum() / 2
        return float(cost), np.concatenate([(matrix.T @ error + L2 * rows).ravel(), error.sum(0)])

    start = np.zeros((len(kept) + 1) * len(REASONS))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS_MAX}).x
    rows, base = found[: -len(REASONS)].reshape(len(kept), -1), found[-len(REASONS) :]
    table = {f: [round(float(v), 2) for v in rows[i]] for f, i in number.items() if np.abs(rows[i]).max() >= MIN_WEIGHT}
    return [round(float(v), 2) for v in base], table


def _weights(samples: list[Sample], wanted: Any) -> Any:
    """Each page counts for a reason by the root of its blocks; the reasons count alike."""
    pages = Counter((s.page, s.reason) for s in samples)
    weight = np.array([pages[s.page, s.reason] ** -0.5 for s in samples])
    for reason in range(len(REASONS)):
        weight[wanted == reason] /= max(1.0, weight[wanted == reason].sum())
    return weight / weight.sum()


def choose(base: list[float], rows: dict[str, list[float]], features: list[str]) -> int:
    """The number of the reason with the highest sum."""
    totals = np.array(base)
    for feature in features:
        if feature in rows:
            totals = totals + rows[feature]
    return int(totals.argmax())


def main() -> None:
    """Cross-validate, then learn from all and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arena", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    samples = read_samples(args.arena)
    codes = list(REASONS)
    sites = sorted({s.site for s in samples})
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    mixed: Counter[tuple[str, str]] = Counter()
    allowed = {"M": "MG", "W": "WR"}
    for fold in range(args.folds if args.folds > 1 else 0):
        held = set(sites[fold :: args.folds])
        base, rows = fit([s for s in samples if s.site not in held])
        for sample in samples:
            if sample.site in held:
                code, got = codes[sample.reason], codes[choose(base, rows, sample.features)]
                seen[code] += 1
                right[code] += got in allowed.get(code, code)
                mixed[code, got] += 1
    if seen:
        table = {c: round(right[c] / seen[c], 3) for c in codes if seen[c]}
        print(table, "mean of A R N G U V M W", round(sum(table[c] for c in "ARNGUVMW") / 8, 4))
        print([(k, n) for k, n in mixed.most_common(60) if k[0] != k[1]])
    base, rows = fit(samples)
    data = {"reasons": list(REASONS.values()), "base": base, "rows": dict(sorted(rows.items()))}
    OUTPUT.write_text(
        json.dumps(data, separators=(",", ":"), ensure_ascii=False).replace('],"', '],\n"') + "\n", encoding="utf-8"
    )
    print(len(samples), "samples,", len(rows), "features →", OUTPUT)


if __name__ == "__main__":
    main()
