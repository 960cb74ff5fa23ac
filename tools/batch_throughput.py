"""How fast a batch is with one worker and with two, and beside trafilatura on the same pages in the same run.

    python tools/batch_throughput.py FOLDER [--pages N]

FOLDER holds pages (.html, .html.gz). Wall clock tells little on a machine that does other things, too, so the
processor time is given beside it: with two cores to itself a batch of two workers takes half of what workers and parent
take together, and one of one worker what its worker takes.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import tempfile
import time
from pathlib import Path

import newsclean
from newsclean.batch.run import BatchOptions, run_batch
from newsclean.batch.sources import Sources
from newsclean.batch.summary import Summary


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, help="only so many, spread evenly over the folder")
    arguments = parser.parse_args()
    files = sorted(path for path in arguments.folder.rglob("*.htm*") if path.is_file())
    files = files[:: max(1, len(files) // arguments.pages)] if arguments.pages else files
    with tempfile.TemporaryDirectory() as work:
        pages = Path(work, "pages")
        for number, file in enumerate(files):
            (pages / str(number % 100)).mkdir(parents=True, exist_ok=True)
            shutil.copy(file, pages / str(number % 100) / f"{number}{''.join(file.suffixes[-2:])}")
        print(f"{len(files)} pages, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        print("| | seconds | pages/s | processor time: workers, parent (s) | pages/s and core |")
        print("| --- | --- | --- | --- | --- |")
        one, two = (_run(pages, Path(work, f"out{jobs}"), jobs) for jobs in (1, 2))
        _run_trafilatura(pages)
    expected = 2 * one.cpu_s / (two.cpu_s + two.parent_cpu_s)
    print(f"two workers to one: {one.seconds / two.seconds:.2f} by the clock, {expected:.2f} by processor time")


def _run(pages: Path, out: Path, jobs: int) -> Summary:
    summary = run_batch(newsclean.Cleaner(), Sources([str(pages)]), out, options=BatchOptions(jobs=jobs))
    print(
        f"| newsclean, {jobs} worker{'s' * (jobs > 1)} | {summary.seconds:.1f} | {summary.pages_per_s:.1f} | "
        f"{summary.cpu_s:.1f}, {summary.parent_cpu_s:.1f} | {summary.pages_per_s_core:.1f} |"
    )
    return summary


def _run_trafilatura(pages: Path) -> None:
    """Trafilatura with metadata in this process, reading the files included, as the workers do."""
    from trafilatura import bare_extraction

    began, began_cpu, count = time.monotonic(), time.process_time(), 0
    for path in pages.rglob("*.htm*"):
        if path.is_file():
            body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            bare_extraction(body, with_metadata=True)
            count += 1
    seconds, cpu_s = time.monotonic() - began, time.process_time() - began_cpu
    print(f"| trafilatura | {seconds:.1f} | {count / seconds:.1f} | {cpu_s:.1f}, – | {count / cpu_s:.1f} |")


if __name__ == "__main__":
    main()
