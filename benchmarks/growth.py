"""Time against size and shape: python benchmarks/growth.py [--out docs/benchmarks].

One curve each for bytes, nesting, blocks, links and JSON-LD blocks, on made pages. Written are `growth.json`, the
numbers, and `growth.svg`, a plot with both axes logarithmic, where a linear curve has the slope of the dashed lines.
Beside each curve stands its exponent over the last steps: 1 is linear, 2 quadratic.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Callable
from pathlib import Path

from pages import make_page, make_sized

import newsclean

MAX_BYTES = 60_000_000
COLOURS = ("#1f6f8b", "#c8553d", "#3a7d44", "#8e5572", "#b8860b")

AXES: dict[str, tuple[tuple[int, ...], Callable[[int], bytes]]] = {
    "bytes": ((10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 50_000_000), make_sized),
    "levels of nesting": ((10, 30, 100, 300, 1000, 3000, 10_000, 30_000), lambda n: make_page(depth=n)),
    "blocks": ((100, 300, 1000, 3000, 10_000, 19_000), lambda n: make_page(paragraphs=n, words=6)),
    "links": ((100, 300, 1000, 3000, 10_000, 19_000), lambda n: make_page(links=n)),
    "JSON-LD blocks": ((1, 3, 10, 30, 100, 300, 1000), lambda n: make_page(jsonld=n)),
}
Points = list[tuple[int, float]]


def measure(sizes: tuple[int, ...], make: Callable[[int], bytes], rounds: int) -> Points:
    """(size, best CPU seconds) for each size."""
    cleaner = newsclean.Cleaner(newsclean.Options(max_bytes=MAX_BYTES, timeout_s=None))
    points: Points = []
    for size in sizes:
        page = make(size)
        best = math.inf
        for _ in range(rounds if len(page) < 3_000_000 else 1):
            start = time.process_time()
            cleaner.from_html(page, url="https://tide.example/a")
            best = min(best, time.process_time() - start)
        points.append((size, best))
    return points


def exponent(points: Points) -> float:
    """The slope over the last three points in the logarithmic plot: 1 is linear, 2 quadratic, 0 flat."""
    (n, s), (m, t) = points[-3], points[-1]
    return math.log(t / s) / math.log(m / n)


def plot(curves: dict[str, Points]) -> str:
    """The curves as SVG."""
    width, height, pad = 720, 420, 56
    most = max(size for points in curves.values() for size, _ in points)
    slow, fast = 100.0, 0.001

    def place(size: float, seconds: float) -> str:
        x = pad + (width - 2 * pad) * math.log10(size) / math.log10(most)
        y = height - pad - (height - 2 * pad) * math.log10(seconds / fast) / math.log10(slow / fast)
        return f"{x:.1f},{y:.1f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">'
    ]
    parts.append(f'<rect width="{width}" height="{height}" fill="white"/>')
    for power in range(-3, 3):
        x, y = place(1, 10**power).split(",")
        parts.append(
            f'<path d="M{x},{y}H{width - pad}" stroke="#ddd"/><text x="4" y="{float(y) + 4}">{10**power:g} s</text>'
        )
    for power in range(int(math.log10(most)) + 1):
        x, y = place(10**power, fast).split(",")
        parts.append(f'<path d="M{x},{y}V{pad}" stroke="#eee"/>')
        parts.append(f'<text x="{x}" y="{height - 34}" text-anchor="middle">{10**power:,}</text>')
    for cost in (1e-7, 1e-5):
        ends = [n for n in (10**k for k in range(9)) if fast <= cost * n <= slow and n <= most]
        line = " ".join(place(n, cost * n) for n in ends)
        parts.append(f'<polyline points="{line}" fill="none" stroke="#999" stroke-dasharray="4 4"/>')
    for number, (name, points) in enumerate(curves.items()):
        colour = COLOURS[number % len(COLOURS)]
        line = " ".join(place(*point) for point in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(
            f'<text x="{pad + 8}" y="{pad + 16 * number}" fill="{colour}">{name} (exponent {exponent(points):.2f})</text>'
        )
    return "\n".join([*parts, "</svg>\n"])


def main() -> None:
    """Measures, prints, and writes the two files."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--out", type=Path)
    ap.add_argument("--rounds", type=int, default=3)
    ap.add_argument("--quick", action="store_true", help="without the largest size of each curve")
    args = ap.parse_args()
    newsclean.from_html(make_page())  # the tables are read at the first page
    curves: dict[str, Points] = {}
    for name, (sizes, make) in AXES.items():
        curves[name] = measure(sizes[:-1] if args.quick else sizes, make, args.rounds)
        row = ", ".join(f"{size:,}: {seconds:.3f} s" for size, seconds in curves[name])
        print(f"{name}: {row}; exponent {exponent(curves[name]):.2f}", flush=True)
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
        (args.out / "growth.json").write_text(json.dumps(curves, indent=1) + "\n", encoding="utf-8")
        (args.out / "growth.svg").write_text(plot(curves), encoding="utf-8")


if __name__ == "__main__":
    main()
