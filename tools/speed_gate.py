"""The speed gate: what does not depend on the machine, held against pinned numbers.

    python tools/speed_gate.py            # 1 where a number is beyond its limit
    python tools/speed_gate.py --show     # the numbers alone

Three kinds: Python calls for each element of a made page, the same on every machine; time as a multiple of lxml's bare
parse of the same page in the same run, with a wide margin; and growth, the time of a page ten times as large as a
multiple, which a quadratic step sends towards a hundred.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import lxml.html

import newsclean

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
_PAGES: Any = importlib.import_module("pages")
SHAPES, make_page = _PAGES.SHAPES, _PAGES.make_page

MAX_CALLS = {"short story": 90.0, "news page": 50.0, "long read": 68.0, "front page": 63.0}
"""Python function calls for each element of the page, about a third above what is reached."""

MAX_RATIO = 60.0
"""Times lxml's bare parse on the made news page, whose markup is dense; reached is about 42."""

MAX_GROWTH = 30.0
"""Time of ten times the page, as a multiple: a linear program takes ten, a quadratic one a hundred."""

ROUNDS = 5


def count_calls(run: Callable[[], Any]) -> int:
    """Calls of Python functions while it runs."""
    calls = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls


def best_time(run: Callable[[], Any]) -> float:
    """The least CPU time of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def measure() -> dict[str, tuple[float, float]]:
    """(measured, limit) by name."""
    cleaner = newsclean.Cleaner(newsclean.Options(timeout_s=None))
    found: dict[str, tuple[float, float]] = {}
    for name, limit in MAX_CALLS.items():
        page = make_page(**SHAPES[name])
        cleaner.from_html(page)
        elements = sum(1 for _ in lxml.html.document_fromstring(page).iter())
        found[f"calls an element, {name}"] = (count_calls(lambda page=page: cleaner.from_html(page)) / elements, limit)  # type: ignore[misc]
    page = make_page(**SHAPES["news page"])
    ratio = best_time(lambda: cleaner.from_html(page)) / best_time(lambda: lxml.html.document_fromstring(page))
    found["times a bare parse, news page"] = (ratio, MAX_RATIO)
    shapes: dict[str, Callable[[int], bytes]] = {
        "paragraphs": lambda n: make_page(paragraphs=n),
        "links": lambda n: make_page(links=n),
        "teasers": lambda n: make_page(teasers=n),
        "parts of the article": lambda n: make_page(parts=n),
        "counts of comments": lambda n: make_page(counts=n),
    }
    for name, make in shapes.items():
        small, large = make(300), make(3000)
        growth = best_time(lambda page=large: cleaner.from_html(page)) / best_time(  # type: ignore[misc]
            lambda page=small: cleaner.from_html(page)  # type: ignore[misc]
        )
        found[f"growth at ten times the {name}"] = (growth, MAX_GROWTH)
    return found


def main() -> int:
    """Prints each number beside its limit; 1 where one is beyond."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--show", action="store_true")
    args = ap.parse_args()
    beyond = 0
    for name, (value, limit) in measure().items():
        beyond += value > limit
        print(f"{'!' if value > limit else ' '} {name}: {value:.1f} (at most {limit:g})")
    return 0 if args.show else int(beyond > 0)


if __name__ == "__main__":
    sys.exit(main())
