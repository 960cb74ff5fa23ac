"""Learn which lines of a plain text are the article's: python tools/learn_plain.py ARENA [--bodies FILE] [--folds 5].

Flattens the arena's pages to lines as ARENA/flatten.py does (near, full), marks those that the hand labels call body, or
where a page has none those that its gold body holds, and learns a weight per feature (logistic regression). Prints
the body F1 of the lines chosen, cross-validated by site; writes src/newsclean/body/line_weights.json.

--bodies: newsclean's own output for the arena's HTML pages (ARENA/run.py): the pages of all other sets are then learned from
as well, by what was kept of them as HTML. Needs numpy and scipy. Same input, same file.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from newsclean.body.lines import LONG_WORDS, TextLines, is_sure_noise
from newsclean.body.plain_head import head_candidates, head_features
from newsclean.lexicon.match import Match, PageLines

OUTPUT = Path(__file__).parents[1] / "src/newsclean/body/line_weights.json"
MEASURED = ("scrapinghub", "fundus", "fundus-eval")
"""The sets whose gold the body F1 is measured against."""
BODY_CODES = frozenset("BHIQ")
MIN_SITES = 4
MIN_WORD_SITES = 6
"""Of a single word: fewer would teach what the news was about."""
L2 = 1.5e-4
"""Chosen by cross-validation over 0.0001 to 0.01: with less, what is learned of a site is worth little on others."""
WORD_L2 = 3e-4
"""The same for single words, which without it say much on the sites learned from and nothing on others."""
HEAD_L2 = 3e-4
"""The same for headline and dek: with 0.001 half the deks are missed."""
MIN_HEAD_SITES = 3
MIN_WEIGHT = 0.04
MIN_CONFIDENCE = 0.85
MIN_BODY_WORDS = 80
"""Of a page that is labelled by its own HTML body: one that is sure and long enough."""
MAX_BLOCKS = 1500
NEAR_BEFORE, NEAR_AFTER = 12, 15
"""As in flatten.py."""
FAR = 70
"""Of a page labelled by its HTML body, lines farther from the article are left out: there are enough of them."""


class Model(NamedTuple):
    """Log-odds: a base and a weight per feature."""

    base: float
    weights: dict[str, float]


class Group(NamedTuple):
    """Lines of one site: features, what they should be, what each counts."""

    site: str
    features: list[list[str]]
    wanted: list[bool]
    weights: list[float]


class Head(NamedTuple):
    """A line that may be headline or dek: its features and its hand label."""

    features: list[str]
    code: str


class Page(NamedTuple):
    """A flattened page: its lines, their features and words, which lines are the article's, and the gold body."""

    site: str
    mode: str
    measured: str
    lines: list[str]
    features: list[list[str]]
    words: list[int]
    wanted: list[bool]
    gold: str
    head: list[Head]


def read_pages(arena: Path, bodies: Path | None) -> list[Page]:
    """Each page twice: its lines near the article, and all its lines."""
    sys.path.insert(0, str(arena))
    from segment import decode, parse, segment

    codes = {r["id"]: r["labels"] for r in map(json.loads, (arena / "labels/labels-dev.jsonl").open(encoding="utf-8"))}
    own = _read_bodies(bodies) if bodies else {}
    pages: list[Page] = []
    for line in (arena / "data/manifest.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        if record.get("same_as") or not (record["id"] in codes or record["id"] in own or _has_gold(record)):
            continue
        blocks = segment(parse(decode(gzip.decompress((arena / "data" / record["html"]).read_bytes()))))
        if len(blocks) <= MAX_BLOCKS:
            pages += _to_pages(record, blocks, codes.get(record["id"]), own.get(record["id"], ""))
    return pages


def _has_gold(record: dict[str, Any]) -> bool:
    return record["dataset"] in (*MEASURED, "daniel", "magic")


def _read_bodies(path: Path) -> dict[str, str]:
    rows = map(json.loads, path.open(encoding="utf-8"))
    return {
        row["id"]: row["body"]
        for row in rows
        if row.get("kind") == "article"
        and (row.get("confidence") or 0) > MIN_CONFIDENCE
        and len((row["body"] or "").split()) >= MIN_BODY_WORDS
    }


def _to_pages(record: dict[str, Any], blocks: list[Any], labels: list[Any] | None, body: str) -> Iterator[Page]:
    from sheet import gold_text, marks

    gold = gold_text(record["gold"]) if _has_gold(record) else ""
    hit = marks(blocks, gold or body)
    long_hits = [b.index for b in blocks if hit[b.index] and len(b.text) > 60]
    if labels is not None:
        code = {i: c for first, last, c in labels for i in range(first, last + 1)}
        body_codes = [i for i, c in code.items() if c in "BH"]
        long_hits = long_hits or sorted(body_codes)
    if not long_hits:
        return
    first, last = long_hits[0], long_hits[-1]
    if labels is not None:
        hit = [code.get(b.index) in BODY_CODES for b in blocks]
    else:
        hit = [hit[b.index] and first - 3 <= b.index <= last + 3 for b in blocks]
    far = FAR if labels is None and not gold else MAX_BLOCKS
    known = PageLines()
    for mode, low, high in (("near", first - NEAR_BEFORE, last + NEAR_AFTER), ("full", 0, len(blocks))):
        chosen, phrases, above = _choose(blocks[max(0, low) : high + 1], known)
        lines = TextLines([b.text for b in chosen], phrases, above)
        near = [i for i, b in enumerate(chosen) if first - far <= b.index <= last + far]
        yield Page(
            record["site"],
            mode,
            record["dataset"] if record["dataset"] in MEASURED else "",
            [chosen[i].text for i in near],
            [lines.features(i) for i in near],
            [lines.words[i] for i in near],
            [hit[chosen[i].index] for i in near],
            gold,
            _to_heads(lines, [code.get(b.index, "") for b in chosen]) if labels is not None else [],
        )


def _to_heads(lines: TextLines, codes: list[str]) -> list[Head]:
    body = [i for i, c in enumerate(codes) if c == "B"]
    first = next((i for i in body if lines.words[i] >= LONG_WORDS), body[0] if body else None)
    if first is None:
        return []
    return [Head(head_features(lines, i, first), codes[i]) for i in head_candidates(lines, first)]


def _choose(blocks: list[Any], known: PageLines) -> tuple[list[Any], list[Match | None], list[str]]:
    """The lines that `newsclean.body.plain` scores, with their phrases and the kind of noise right above each."""
    chosen: list[Any] = []
    phrases: list[Match | None] = []
    above: list[str] = []
    label = ""
    for block in blocks:
        if not any(c.isalnum() for c in block.text):
            continue
        match = known.classify(block.text, None, "removed")
        if match is not None and is_sure_noise(block.text, match):
            label = match.reason
            continue
        chosen.append(block)
        phrases.append(match)
        above.append(label)
        label = ""
    return chosen, phrases, above


def fit_body(pages: list[Page]) -> Model:
    """Each line weighted by the root of its words, each page alike."""
    weights = []
    for page in pages:
        own = np.sqrt(np.minimum(page.words, 60))
        weights.append(own / own.sum())
    return fit(
        [Group(p.site, p.features, p.wanted, w.tolist()) for p, w in zip(pages, weights, strict=True)], L2, MIN_SITES
    )


def fit_head(pages: list[Page], code: str) -> Model:
    """Each candidate line alike."""
    groups = [
        Group(p.site, [h.features for h in p.head], [h.code == code for h in p.head], [1.0] * len(p.head))
        for p in pages
    ]
    return fit(groups, HEAD_L2, MIN_HEAD_SITES)


def fit(groups: list[Group], penalty: float, min_sites: int) -> Model:
    """Logistic regression: the base and a weight for each feature that enough sites have."""
    sites: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for features in group.features:
            for feature in features:
                sites[feature].add(group.site)
    kept = sorted(f for f, s in sites.items() if len(s) >= (MIN_WORD_SITES if f.startswith("w:") else min_sites))
    number = {f: i for i, f in enumerate(kept)}
    rows: list[int] = []
    columns: list[int] = []
    for row, features in enumerate(f for group in groups for f in group.features):
        places = [number[f] for f in features if f in number]
        rows += [row] * len(places)
        columns += places
    target = np.array([w for group in groups for w in group.wanted], dtype=float)
    weight = np.array([w for group in groups for w in group.weights])
    weight /= weight.sum()
    matrix = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(target), len(kept)))
    price = np.array([WORD_L2 if f.startswith("w:") else penalty for f in kept])
    turned = matrix.T.tocsr()

    def loss(values: Any) -> tuple[float, Any]:
        scores = matrix @ values[:-1] + values[-1]
        chances = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        cost = -(weight * (target * np.log(chances + 1e-12) + (1 - target) * np.log(1 - chances + 1e-12))).sum()
        error = weight * (chances - target)
        slope = np.concatenate([turned @ error + price * values[:-1], [error.sum()]])
        return float(cost + (price * values[:-1] ** 2).sum() / 2), slope

    found = minimize(loss, np.zeros(len(kept) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    table = {f: round(float(found[i]), 2) for f, i in number.items() if abs(found[i]) >= MIN_WEIGHT}
    return Model(round(float(found[-1]), 3), table)


def body_f1(pages: list[Page], model: Model) -> dict[tuple[str, str], list[float]]:
    """Per mode and set: the body F1 (four-word runs) of the lines above zero."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for page in pages:
        if page.measured and page.gold:
            scores = [model.base + sum(model.weights.get(f, 0.0) for f in fs) for fs in page.features]
            text = "\n\n".join(line for line, s in zip(page.lines, scores, strict=True) if s > 0)
            one, two = _count_runs(page.gold), _count_runs(text)
            found[page.mode, page.measured].append(2 * (one & two).total() / max(1, one.total() + two.total()))
    return found


def _count_runs(text: str) -> Counter[tuple[str, ...]]:
    from sheet import words

    found = words(text)
    return Counter(tuple(found[i : i + 4]) for i in range(max(1, len(found) - 3))) if found else Counter()


def main() -> None:
    """Cross-validate, then learn from all and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arena", type=Path)
    parser.add_argument("--bodies", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    pages = read_pages(args.arena, args.bodies)
    sites = sorted({p.site for p in pages})
    random.Random(1).shuffle(sites)
    results: dict[tuple[str, str], list[float]] = defaultdict(list)
    for fold in range(args.folds if args.folds > 1 else 0):
        held = set(sites[fold :: args.folds])
        model = fit_body([p for p in pages if p.site not in held])
        for key, values in body_f1([p for p in pages if p.site in held], model).items():
            results[key] += values
    for (mode, name), values in sorted(results.items()):
        print(f"{mode:5} {name:12} {len(values):4} pages  body F1, cross-validated {sum(values) / len(values):.4f}")
    models = {"body": fit_body(pages), "title": fit_head(pages, "T"), "dek": fit_head(pages, "S")}
    data = {name: {"base": m.base, "weights": dict(sorted(m.weights.items()))} for name, m in models.items()}
    OUTPUT.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(len(pages), "pages,", {name: len(m.weights) for name, m in models.items()}, "features →", OUTPUT)


if __name__ == "__main__":
    main()
