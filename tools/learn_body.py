"""Learns the body score's tables from the arena's dev pages and writes src/newsclean/body/body_tables.json.

    python tools/learn_body.py [--check]      needs numpy and scipy; --check only cross-validates

The score is additive: a table per feature and per pair of features (newsclean/body/features.py). Tables are fitted by
cyclic Newton boosting on log-loss (Lou, Caruana & Gehrke 2012, "Intelligible models"; the pairs as in GA2M, 2013); the
weights of class-name words by logistic regression, out of fold by site for the rows that the tables learn from, with
a strong penalty and scaled afterwards, so that the sums keep the size that the bins are made for. A page counts less
the more pages its site has, and a short word (px, md, sc) only where many sites have it. Each page is learned from
twice, the second time as if half of its class-name words were unknown, as on a site that has words of its own.
Seeded by construction: nothing random, the folds and the unknown words are hashes. Prints what each feature is worth.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse
from arena import align, gold_text, hand_codes, hand_labels, read_bytes, records
from scipy.optimize import minimize

from newsclean.body.context import CONTEXT, CONTEXT_PAIRS, context_rows
from newsclean.body.features import FEATURES, PAIRS, PageFacts, block_rows
from newsclean.body.name_words import NameWeights, element_tokens, own_tokens, split_token, whole_words
from newsclean.body.score import CONTEXT_TERMS, FIRST_TERMS
from newsclean.model.draft import Block, Draft
from newsclean.pipeline.chain import Chain
from newsclean.pipeline.presets import ARTICLE
from newsclean.read import read_html

OUT = Path(__file__).resolve().parents[1] / "src" / "newsclean" / "body" / "body_tables.json"
FOLDS = 5
MIN_SITES = 6
MIN_SITES_SHORT = {2: 20, 3: 8}
"""Sites that must have a name word; by its letters, where short ones are mostly parts of made-up names."""
NAME_PENALTY = 10.0
MIN_NAME_WEIGHT = 0.02
ROUNDS = 40
LEARNING_RATE = 0.25
SMOOTHING = 20.0
"""With 60 rounds and 8 the log-loss on pages learned from is a tenth lower, out of fold it is higher."""
UNKNOWN_SHARE = 0.5
"""Of the name words of a page, when it is learned from the second time."""
PAGE_WEIGHT = {"scrapinghub": 1.0, "fundus": 1.0, "fundus-eval": 1.0, "magic": 0.7, "readability": 0.4,
               "newspaper4k": 0.5, "daniel": 0.15, "trafilatura": 0.5, "hand": 2.0}  # fmt: skip
BEFORE_BODY = Chain(ARTICLE.steps[: ARTICLE.names.index("body")])
SHARINGS = 4
"""How often bins share with their neighbours at each step: a kernel as wide as two bins to each side. Out of fold the
log-loss falls by a fifth; from 3 to 9 it is all the same."""
ORDERED = {
    **dict.fromkeys(
        ("length", "link share", "sentences inside", "names of its element", "names of its parent", "names above",
         "levels up to the main container", "levels down from there", "running text among its siblings",
         "text of the parent", "link share of the parent", "link share of the grandparent",
         "share of the page's text in the parent", "digits", "first score", "levels up to the article",
         "article's share of its container", "size"), 0,
    ),
    **dict.fromkeys(
        ("distance from the title", "length of the block before", "length of the block after",
         "links of the block before", "links of the block after", "length two before", "length two after"), 1,
    ),
    **dict.fromkeys(("siblings", "template", "parent's text", "grandparent's text", "two before", "two after"), 1),
}  # fmt: skip
"""Features whose bins are in order → how many bins at the end are not (there is no block before, no sibling)."""
POSITIVE = frozenset(("B", "H", "I", "Q"))


@dataclass
class Page:
    """One page: its draft, the label and weight of each of its text blocks, its site and data set."""

    draft: Draft
    texts: list[Block]
    label: np.ndarray
    weight: np.ndarray
    site: str
    dataset: str
    fold: int = 0
    rows: list[list[int]] = field(default_factory=list)


def label_page(record: dict[str, Any], hand: dict[int, str] | None) -> Page | None:
    """The page with its labels, or None where the record has none."""
    raw = read_bytes(record)
    draft = read_html(raw, url=record.get("url"))
    BEFORE_BODY.run(draft)
    facts = PageFacts(draft, NameWeights())
    texts, gold, dataset = facts.texts, record["gold"], record["dataset"]
    if not texts:
        return None
    label = np.zeros(len(texts), np.int8)
    known = np.ones(len(texts), bool)
    if hand:
        codes = hand_codes(raw, texts, hand)
        label[:] = [c in POSITIVE for c in codes]
        # blocks far from the article have no label: they are noise; notices and captions are nobody's fault
        known[:] = [c is None or not (c.startswith("X") or c in ("S",)) for c in codes]
        dataset = "hand"
    elif gold_text(gold):
        label[:] = align(texts, gold_text(gold))
    elif gold.get("must"):
        fold = [" ".join(b.text.split()) for b in texts]
        good = [any(m in t or (len(t) > 30 and t in m) for m in gold["must"]) for t in fold]
        bad = [any(m in t for m in gold.get("must_not") or []) for t in fold]
        label[:] = good
        known[:] = np.logical_xor(good, bad)
    else:
        return None
    words = np.array([b.words for b in texts], float)
    weight = np.sqrt(words + 1) * known
    total = weight.sum()
    if not total or not label.any():
        return None
    weight *= 100 * PAGE_WEIGHT[dataset] / total
    draft.root = None
    for block in draft.blocks:
        block.node.element = None
    return Page(draft, texts, label, weight, record["site"], record["dataset"])


def load_pages() -> list[Page]:
    """All labelled pages; hand labels before gold."""
    hand = hand_labels()
    pages = []
    for record in records(set(PAGE_WEIGHT)):
        if record.get("same_as"):
            continue
        page = label_page(record, hand.get(record["id"]))
        if page is not None:
            page.fold = fold_of(page.site)
            pages.append(page)
    count = Counter((p.dataset, p.site) for p in pages)
    for page in pages:
        page.weight = page.weight / count[page.dataset, page.site] ** 0.5
    return pages


def token_lists(page: Page) -> list[list[str]]:
    """Each block's words: own plain, parent's with "^", those above with "~"."""
    found = []
    for block in page.texts:
        tokens = own_tokens(block)
        parent = block.unit.parent
        if parent is not None:
            tokens += ["^" + t for t in element_tokens(parent.tag, parent.names)]
            above = parent.parent
            while above is not None:
                tokens += ["~" + t for t in element_tokens(above.tag, above.names)]
                above = above.parent
        found.append(tokens)
    return found


class TokenModel:
    """Logistic regression on name words; `fit` on the pages outside a fold."""

    def __init__(self, pages: list[Page]) -> None:
        lists = [token_lists(p) for p in pages]
        self.vocabulary = vocabulary(pages, lists)
        known_words = whole_words(t.lstrip("^~") for t in self.vocabulary)
        # blocks with the same words are one row: [weight of those that are none, weight of those that are body]
        rows: dict[tuple[int, tuple[int, ...]], list[float]] = {}
        for page, tokens in zip(pages, lists, strict=True):
            for words, label, weight in zip(tokens, page.label, page.weight, strict=True):
                read = [part for w in words for part in ((w,) if w in self.vocabulary else parts(w, known_words))]
                known = tuple(sorted(self.vocabulary[w] for w in read if w in self.vocabulary))
                if weight > 0:
                    rows.setdefault((page.fold, known), [0.0, 0.0])[int(label)] += float(weight)
        self.row_folds = np.array([fold for fold, _ in rows])
        self.sides = np.array(list(rows.values()))
        places = np.cumsum([0] + [len(known) for _, known in rows])
        columns = [i for _, known in rows for i in known]
        shape = (len(rows), len(self.vocabulary))
        self.matrix = sparse.csr_matrix((np.ones(len(columns)), columns, places), shape=shape)

    def fit(self, without: int | None) -> NameWeights:
        """The weights that the pages outside a fold give."""
        keep = self.row_folds != (-1 if without is None else without)
        matrix, none, body = self.matrix[keep], self.sides[keep, 0], self.sides[keep, 1]
        found = logistic(matrix, none, body, NAME_PENALTY)
        sums = sparse.csr_matrix((matrix @ found[1:])[:, None])
        values = found[1:] * logistic(sums, none, body, 0.0)[1]
        sides: dict[str, dict[str, float]] = {"": {}, "^": {}, "~": {}}
        for token, value in zip(self.vocabulary, values, strict=True):
            if abs(value) >= MIN_NAME_WEIGHT:
                word = token.lstrip("^~")
                sides[token[: -len(word)]][word] = round(float(value), 2)
        return NameWeights(*sides.values())


@cache
def parts(token: str, known: frozenset[str]) -> tuple[str, ...]:
    """The words that one is run together from, marked as it is."""
    word = token.lstrip("^~")
    return tuple(token[: -len(word)] + part for part in split_token(word, known))


def half_known(weights: NameWeights, page: str) -> NameWeights:
    """The weights of the words that are not among a page's unknown ones; tags are always known."""

    def is_known(token: str) -> bool:
        return token[0] == "<" or hashlib.sha1((page + token.lstrip("_")).encode()).digest()[0] >= UNKNOWN_SHARE * 256

    sides = (weights.own, weights.parent, weights.above)
    return NameWeights(*({token: v for token, v in side.items() if is_known(token)} for side in sides))


def vocabulary(pages: list[Page], lists: list[list[list[str]]]) -> dict[str, int]:
    """The words that enough sites have → their columns."""
    sites: dict[str, set[str]] = defaultdict(set)
    for page, tokens in zip(pages, lists, strict=True):
        for token in {t for block in tokens for t in block}:
            sites[token].add(page.site)
    kept = sorted(t for t, s in sites.items() if len(s) >= MIN_SITES_SHORT.get(len(t.lstrip("^~_")), MIN_SITES))
    return {t: i for i, t in enumerate(kept)}


def logistic(matrix: sparse.csr_matrix, none: np.ndarray, body: np.ndarray, penalty: float) -> np.ndarray:
    """Bias and weights of a logistic regression on rows with a weight for each of the two answers."""
    turned = matrix.T.tocsr()

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ values[1:] + values[0]
        slope = (body + none) / (1 + np.exp(-scores)) - body
        value = (body * np.logaddexp(0, -scores) + none * np.logaddexp(0, scores)).sum()
        value += penalty / 2 * (values[1:] ** 2).sum()
        return float(value), np.concatenate([[slope.sum()], turned @ slope + penalty * values[1:]])

    start = np.zeros(matrix.shape[1] + 1)
    options = {"maxiter": 200, "ftol": 1e-7}
    found: np.ndarray = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return found


@dataclass
class Model:
    """One look: a base and a table a column."""

    base: float
    tables: list[np.ndarray]

    def score(self, rows: np.ndarray) -> np.ndarray:
        """The log-odds of each row."""
        found: np.ndarray = self.base + sum(t[rows[:, f]] for f, t in enumerate(self.tables))
        return found


def boost(rows: np.ndarray, label: np.ndarray, weight: np.ndarray, tables: Tables) -> Model:
    """Cyclic Newton boosting of one table a column; ordered bins share what they learn with their neighbours."""
    kept = weight > 0
    rows, label, weight = np.asfortranarray(rows[kept]), label[kept], weight[kept]
    share = float((label * weight).sum() / weight.sum())
    base = float(np.log(share / (1 - share)))
    found = [np.zeros(a * b) for a, b in tables.shapes]
    score = np.full(len(label), base)
    for turn in range(ROUNDS):
        # single features first, so that pairs learn only what they add
        for f in range(tables.singles if turn < ROUNDS // 3 else len(found)):
            p = 1 / (1 + np.exp(-score))
            column = rows[:, f]
            gradient = tables.mixed(f, np.bincount(column, weight * (label - p), len(found[f])))
            hessian = tables.mixed(f, np.bincount(column, weight * p * (1 - p), len(found[f])))
            step = LEARNING_RATE * gradient / (hessian + (SMOOTHING if f < tables.singles else 3 * SMOOTHING))
            found[f] += step
            score += step[column]
    return Model(base, found)


class Tables:
    """The shapes of a look's tables, and which of their bins are neighbours."""

    def __init__(self, features: tuple[tuple[str, int], ...], pairs: tuple[tuple[str, str], ...]) -> None:
        count = dict(features)
        self.singles = len(features)
        self.shapes = [(size, 1) for _, size in features] + [(count[a], count[b]) for a, b in pairs]
        mixers = {name: _mixer(size, size - ORDERED.get(name, size)) for name, size in features}
        one = np.eye(1)
        self.mixers = [(mixers[name], one) for name, _ in features] + [(mixers[a], mixers[b]) for a, b in pairs]

    def mixed(self, column: int, values: np.ndarray) -> np.ndarray:
        """The sums of each bin, shared with its neighbours along each ordered feature."""
        down, across = self.mixers[column]
        result: np.ndarray = (down @ values.reshape(self.shapes[column]) @ across.T).ravel()
        return result


def _mixer(size: int, ordered: int) -> np.ndarray:
    """How bins share: a quarter to each side, `SHARINGS` times, among the first `ordered`; the others keep all."""
    once = np.eye(ordered) / 2 + (np.eye(ordered, k=1) + np.eye(ordered, k=-1)) / 4
    if ordered:
        once[0, 0] = once[-1, -1] = 0.75
    result = np.eye(size)
    result[:ordered, :ordered] = np.linalg.matrix_power(once, SHARINGS)
    return result


def first_look(rows: np.ndarray, label: np.ndarray, weight: np.ndarray) -> Model:
    """The first look's model."""
    return boost(rows, label, weight, Tables(FEATURES, PAIRS))


def second_look(rows: np.ndarray, label: np.ndarray, weight: np.ndarray) -> Model:
    """The second look's model."""
    return boost(rows, label, weight, Tables(CONTEXT, CONTEXT_PAIRS))


def write_tables(path: Path, first: Model, second: Model, names: NameWeights) -> None:
    """The model as small JSON: the same numbers give the same bytes."""
    data = {
        "base": round(first.base, 3),
        "tables": [[round(float(v), 2) + 0.0 for v in t] for t in first.tables],
        "context_base": round(second.base, 3),
        "context": [[round(float(v), 2) + 0.0 for v in t] for t in second.tables],
        "names": {"own": names.own, "parent": names.parent, "above": names.above},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, sort_keys=True, separators=(",", ":")) + "\n", "utf-8")


def fold_of(site: str) -> int:
    """The fold that a site belongs to: a hash of its name."""
    return int(hashlib.sha1(site.encode()).hexdigest(), 16) % FOLDS


def report(pages: list[Page], scores: list[np.ndarray]) -> None:
    """Word-weighted precision, recall and F1 of single blocks, mean over pages, a line a data set."""
    found: dict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
    for page, score in zip(pages, scores, strict=True):
        words = np.array([b.words for b in page.texts], float) * (page.weight > 0)
        said = score > 0
        true = page.label > 0
        hit = (words * said * true).sum()
        p, r = hit / max(1, (words * said).sum()), hit / max(1, (words * true).sum())
        found[page.dataset].append(
            (p, r, 2 * p * r / (p + r) if hit else 0.0, float(bool((said == true)[words > 0].all())))
        )
    for name, values in found.items():
        p, r, f1, exact = np.mean(values, axis=0)
        print(f"{name:14} {len(values):4} pages  P {p:.3f}  R {r:.3f}  F1 {f1:.3f}  exact {exact:.3f}")


def main() -> None:
    """Cross-validate, report, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing into the package")
    parser.add_argument("--folds", type=Path, help="write the tables learned without each fold here, for honest runs")
    arguments = parser.parse_args()
    pages = load_pages()
    print(len(pages), "pages", sum(len(p.texts) for p in pages), "blocks")
    learn(pages, arguments.folds, None if arguments.check else OUT)


def learn(pages: list[Page], folds: Path | None, out: Path | None) -> None:
    """Cross-validate both looks, print what they are worth, and write the tables."""
    tokens = TokenModel(pages)
    print(len(tokens.vocabulary), "name words")
    names = {fold: tokens.fit(fold) for fold in range(FOLDS)}
    weights = [w for n, p in enumerate(pages) for w in (names[p.fold], half_known(names[p.fold], f"{p.site}{n}"))]
    pages = [p for p in pages for _ in range(2)]
    label = np.concatenate([p.label for p in pages]).astype(float)
    weight = np.concatenate([p.weight for p in pages])
    home = np.concatenate([np.full(len(p.texts), p.fold) for p in pages])
    facts = [PageFacts(p.draft, w) for p, w in zip(pages, weights, strict=True)]
    rows = [np.array(block_rows(f), np.int32) for f in facts]
    stacked = np.concatenate(rows)
    first = {f: first_look(stacked[k], label[k], weight[k]) for f in range(FOLDS) for k in [home != f]}
    scores = [first[p.fold].score(r) for p, r in zip(pages, rows, strict=True)]
    report(pages[::2], scores[::2])
    again = [np.array(context_rows(f, s.tolist()), np.int32) for f, s in zip(facts, scores, strict=True)]
    context = np.concatenate(again)
    second = {f: second_look(context[k], label[k], weight[k]) for f in range(FOLDS) for k in [home != f]}
    report(pages[::2], [second[p.fold].score(r) for p, r in zip(pages[::2], again[::2], strict=True)])
    if folds:
        for fold in range(FOLDS):
            write_tables(folds / f"{fold}.json", first[fold], second[fold], names[fold])
    if out:
        models = first_look(stacked, label, weight), second_look(context, label, weight)
        worth(models[0], stacked, weight, FIRST_TERMS)
        worth(models[1], context, weight, CONTEXT_TERMS)
        write_tables(out, *models, tokens.fit(None))
        print(out.stat().st_size, "bytes")


def worth(model: Model, rows: np.ndarray, weight: np.ndarray, terms: tuple[str, ...]) -> None:
    """Print the mean size of each table's say, in log-odds."""
    say = [float(np.average(np.abs(t[rows[:, f]]), weights=weight)) for f, t in enumerate(model.tables)]
    for value, term in sorted(zip(say, terms, strict=True), reverse=True):
        print(f"{value:6.3f}  {term}")


if __name__ == "__main__":
    main()
