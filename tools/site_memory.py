"""What site memory is worth: python tools/site_memory.py ARENA [--min-pages 3] [--labels].

For every site of the arena with so many pages: cleans them, learns a profile from the documents, cleans them again with
it. Prints, per data set, body F1, precision and recall against the gold text without and with the profile, the words
that left the body, and how many of those the gold has (lost) or lacks (leaks cut). With labels the same is counted in
hand-labelled blocks. Needs the arena (public pages with gold texts), which is no part of the repository.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import newsclean

OPTIONS = newsclean.Options(ledger="full", plugins=False)
BODY_CODES = frozenset("BHI")


class Row(NamedTuple):
    """One page: F1, precision and recall without and with the profile; words that left, which the gold lacks or has."""

    scores: tuple[tuple[float, float, float], tuple[float, float, float]]
    cut: int
    lost: int


def read_sites(arena: Path, min_pages: int) -> dict[str, list[dict[str, Any]]]:
    """Manifest records by site, for sites with enough pages."""
    sites: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (arena / "data/manifest.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        if not record.get("same_as"):
            sites[newsclean.site_of(record.get("url")) or record["site"]].append(record)
    return {site: records for site, records in sites.items() if len(records) >= min_pages}


def count_grams(words: list[str]) -> Counter[tuple[str, ...]]:
    """Four-word runs, by which body F1 is counted."""
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def score(gold: list[str], text: list[str]) -> tuple[float, float, float]:
    """F1, precision, recall of a text against the gold one."""
    a, b = count_grams(gold), count_grams(text)
    common = (a & b).total()
    f1, p, r = 2 * common / max(1, a.total() + b.total()), common / max(1, b.total()), common / max(1, a.total())
    return f1, p, r


def clean(pages: list[Any], records: list[dict[str, Any]], cleaner: newsclean.Cleaner) -> list[newsclean.Document]:
    """The documents of pages (bytes) or flattened texts (str)."""
    return [
        cleaner.from_text(page, record.get("url"))
        if isinstance(page, str)
        else cleaner.from_html(page, record.get("url"))
        for page, record in zip(pages, records, strict=True)
    ]


def main() -> None:
    """Clean twice, compare, print a table and the lines that were lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arena", type=Path)
    parser.add_argument("--min-pages", type=int, default=3)
    parser.add_argument("--sites", default="", help="only these, by comma")
    parser.add_argument("--text", action="store_true", help="flatten the pages to lines first, menus and all")
    parser.add_argument("--show", type=int, default=40, help="so many of the lines taken are printed")
    args = parser.parse_args()
    sys.path.insert(0, str(args.arena))
    from segment import decode, parse, segment
    from sheet import gold_text, words

    wanted = set(filter(None, args.sites.split(",")))
    rows: dict[str, list[Row]] = defaultdict(list)
    shown: list[str] = []
    for site, records in sorted(read_sites(args.arena, args.min_pages).items()):
        if wanted and site not in wanted:
            continue
        pages: list[Any] = [gzip.decompress((args.arena / "data" / r["html"]).read_bytes()) for r in records]
        if args.text:
            pages = ["\n\n".join(b.text for b in segment(parse(decode(p)))) for p in pages]
        before = clean(pages, records, newsclean.Cleaner(OPTIONS))
        profile = newsclean.SiteProfile().learn(*before)
        after = clean(pages, records, newsclean.Cleaner(replace(OPTIONS, site_profile=profile)))
        for record, old, new in zip(records, before, after, strict=True):
            gold = words(gold_text(record["gold"]) or "")
            if len(gold) < 40:
                continue
            taken = [r.text for r in new.removed if r.reason == "boilerplate"]
            gone = [t for t in taken if t in old.text.split("\n\n") or t in old.text.split("\n")]
            runs = set(count_grams(gold))
            lost = sum(len(words(t)) for t in gone if set(count_grams(words(t))) & runs)
            cut = sum(len(words(t)) for t in gone) - lost
            row = Row((score(gold, words(old.text)), score(gold, words(new.text))), cut, lost)
            rows[record["dataset"]].append(row)
            for text in gone:
                mark = "LOST" if set(count_grams(words(text))) & runs else "cut "
                shown.append(f"{mark} {site} {profile.count(text)}/{len(profile)} {text[:150]}")
    print(f"{'set':14}{'pages':>6}  body F1          precision        recall           words cut, lost; pages touched")
    for name, found in sorted(rows.items()):
        mean = [sum(f.scores[k][m] for f in found) / len(found) for m in range(3) for k in (0, 1)]
        cells = "  ".join(f"{a:.4f} {b:.4f} " for a, b in zip(mean[::2], mean[1::2], strict=True))
        touched = sum(f.cut + f.lost > 0 for f in found)
        print(f"{name:14}{len(found):6}  {cells}  {sum(f.cut for f in found)}, {sum(f.lost for f in found)}; {touched}")
    for line in sorted(shown, key=lambda s: (not s.startswith("LOST"), s))[: args.show]:
        print(line)


if __name__ == "__main__":
    main()
