"""Whether the same pages give the same bytes, whatever ran before and beside, and whether memory stays flat.

    python tools/check_determinism.py FOLDER [--pages 20] [--runs 100] [--threads 16] [--long 10000]

FOLDER holds pages (.html, .html.gz). `--runs` shuffled runs over `--pages` of them, then the same with `--threads`
threads over one cleaner, then `--long` pages one after the other while the memory is watched. Ends with 1 where
something differs, or the memory grows by more than 20 MB.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import pickle
import random
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path

import newsclean

MAX_GROWTH_MB = 20.0
"""Fragments of the heap come and go; a leak of 2 kB a page would show."""


def main() -> int:
    """Check, print what was found; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for name, default in (("--pages", 20), ("--runs", 100), ("--threads", 16), ("--long", 10_000)):
        parser.add_argument(name, type=int, default=default)
    given = parser.parse_args()
    files = sorted(path for path in given.folder.rglob("*.htm*") if path.is_file())
    cleaner, rng = newsclean.Cleaner(), random.Random(7)
    few = [read(file) for file in rng.sample(files, min(given.pages, len(files)))]
    expected = [digest(newsclean.Cleaner(), page) for page in few]
    checks: dict[str, Callable[[], bool]] = {
        f"{given.runs} shuffled runs over {len(few)} pages": lambda: shuffle(cleaner, few, expected, given.runs, rng),
        f"{given.threads} threads over one cleaner": lambda: run_threads(cleaner, few, expected, given.threads),
        f"{given.long} pages": lambda: stay_flat(cleaner, files, given.long),
    }
    good = True
    for name, check in checks.items():
        passed = check()
        good = good and passed
        print(f"{name}: {'ok' if passed else 'DIFFERENT'}", flush=True)
    return 0 if good else 1


def read(path: Path) -> bytes:
    """The page in a file."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def digest(cleaner: newsclean.Cleaner, page: bytes) -> str:
    """A hash of the document's bytes, after it went through pickle."""
    document = pickle.loads(pickle.dumps(cleaner.from_html(page, "https://www.example.com/a")))
    return hashlib.blake2b(document.to_json().encode("utf-8"), digest_size=16).hexdigest()


def shuffle(cleaner: newsclean.Cleaner, pages: list[bytes], expected: list[str], runs: int, rng: random.Random) -> bool:
    """Whether every page gives what it gave alone, in `runs` orders."""
    order = list(range(len(pages)))
    for _ in range(runs):
        rng.shuffle(order)
        if any(digest(cleaner, pages[at]) != expected[at] for at in order):
            return False
    return True


def run_threads(cleaner: newsclean.Cleaner, pages: list[bytes], expected: list[str], threads: int) -> bool:
    """Whether every page gives what it gave alone, beside others."""
    work = [at for at in range(len(pages)) for _ in range(threads)]
    random.Random(3).shuffle(work)
    with ThreadPoolExecutor(threads) as executor:
        found = executor.map(lambda at: digest(cleaner, pages[at]), work)
        return all(one == expected[at] for one, at in zip(found, work, strict=True))


def stay_flat(cleaner: newsclean.Cleaner, files: list[Path], count: int) -> bool:
    """Whether the memory after `count` pages is that after the first tenth of them, which has met the large ones."""
    marks = []
    for number, path in enumerate(islice(cycle(files), count)):
        if number and number % (count // 10) == 0:
            marks.append(read_rss_mb())
        cleaner.from_html(read(path))
    marks.append(read_rss_mb())
    print("  MB: " + " ".join(f"{mark:.0f}" for mark in marks))
    return marks[-1] - marks[0] <= MAX_GROWTH_MB


def read_rss_mb() -> float:
    """The resident memory of this process."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    sys.exit(main())
