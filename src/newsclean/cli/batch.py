"""`newsclean batch`: many pages in, shards of results out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from .command import Command, say
from .options import cleaning_options, fetch_limits, fetch_options, make_cleaner, quiet_option

if TYPE_CHECKING:
    from newsclean.api import Cleaner
    from newsclean.batch.summary import Progress


def batch_command() -> click.Command:
    """The command `newsclean batch`."""
    return Command(
        {"Output": _batch_output_options(), "Work": _batch_work_options(), "Cleaning": cleaning_options(),
         "Fetching": _batch_fetch_options(), "General": [quiet_option()]},
        name="batch",
        arguments=[click.Argument(["sources"], nargs=-1, required=True)],
        callback=_batch,
        no_args_is_help=True,
        help="Clean many pages into JSON lines or Parquet; no page can stop the rest.\n\n"
        "SOURCES are lists of URLs, folders of pages, JSON lines, WARC files, single pages or URLs, or - for a list on "
        "standard input.",
    )  # fmt: skip


def _batch_output_options() -> list[click.Option]:
    formats = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet")
    return [
        click.Option(["-o", "--output"], metavar="FOLDER", required=True, help="Shards go here; - is standard output."),
        click.Option(["-f", "--format"], type=click.Choice(formats), default="jsonl", help="Default: jsonl."),
        click.Option(["--resume"], is_flag=True, help="Go on where a run into this folder stopped."),
        click.Option(
            ["--shard-records"], type=click.IntRange(1), default=5000, metavar="N", help="Records in a file (5000)."
        ),
        click.Option(["--unordered"], is_flag=True, help="Results as they come, not in the order of the input."),
        click.Option(["--ledger/--no-ledger"], default=None, help="Keep what was removed and why (default: yes)."),
        click.Option(["--full-ledger"], is_flag=True, help="The ledger of whole pages, menus and footers too."),
        click.Option(
            ["--learn-sites"], is_flag=True, help="Read the pages twice: what sites repeat leaves the bodies."
        ),
        click.Option(["--fingerprint"], is_flag=True, help="Fill the field by which near-duplicates are found."),
        click.Option(["--stats"], is_flag=True, help="Counts of kinds, reasons and warnings at the end."),
    ]


def _batch_work_options() -> list[click.Option]:
    return [
        click.Option(
            ["-j", "--jobs"], type=click.IntRange(0), metavar="N", help="Worker processes (default: one a core)."
        ),
        click.Option(
            ["--page-timeout"], type=click.FloatRange(0), default=10.0, metavar="SEC", help="For one page (10)."
        ),
        click.Option(["--memory"], type=click.IntRange(0), default=1024, metavar="MB", help="For one page (1024)."),
        click.Option(["--max-bytes"], type=click.IntRange(1), metavar="N", help="Largest page."),
        click.Option(["--host"], multiple=True, metavar="NAME", help="WARC: only this host and below it. Repeatable."),
        click.Option(["--since"], default="", metavar="DATE", help="WARC: only from this date on, as 2026-03."),
        click.Option(["--until"], default="", metavar="DATE", help="WARC: only up to this date."),
    ]


def _batch_fetch_options() -> list[click.Option]:
    pace = click.Option(
        ["--delay"], type=click.FloatRange(0), default=1.0, metavar="SEC", help="Between requests to a host (1)."
    )
    again = click.Option(
        ["--retries"], type=click.IntRange(0, 10), default=2, metavar="N", help="After 429, 503 and the like (2)."
    )
    return [pace, again, *(option for option in fetch_options() if option.name != "max_bytes")]


def _batch(sources: tuple[str, ...], **given: Any) -> int:
    """Clean all records of the sources."""
    from newsclean.batch.fetching import FetchPace
    from newsclean.batch.run import BatchOptions, run_batch
    from newsclean.batch.sources import Sources
    from newsclean.batch.summary import to_text
    from newsclean.batch.warc import WarcFilter

    wanted = WarcFilter(hosts=given["host"], since=given["since"], until=given["until"])
    records = Sources(sources, wanted=wanted, stdin=sys.stdin.buffer)
    options = BatchOptions(
        jobs=(os.cpu_count() or 1) if given["jobs"] is None else given["jobs"],
        timeout_s=given["page_timeout"],
        memory_mb=given["memory"],
        ordered=not given["unordered"],
        format=given["format"],
        shard_records=given["shard_records"],
        resume=given["resume"],
        learn_sites=given["learn_sites"],
        fetch=_batch_fetch(given),
        pace=FetchPace(delay_s=given["delay"]),
    )
    out = sys.stdout.buffer if given["output"] == "-" else given["output"]
    cleaner = _make_cleaner(given)
    with ExitStack() as stack:
        show = None if given["quiet"] else stack.enter_context(_open_progress())
        summary = run_batch(cleaner, records, out, options=options, progress=show)
    if not given["quiet"]:
        lines = to_text(summary).splitlines()
        for line in lines if given["stats"] or summary.exit_code or not summary.records else lines[:2]:
            say(line)
        if summary.interrupted and given["output"] != "-":
            say("interrupted; --resume goes on from here")
    return summary.exit_code


def _make_cleaner(given: Mapping[str, Any]) -> Cleaner:
    from newsclean.api import Cleaner

    cleaner = make_cleaner(given)
    return Cleaner(replace(cleaner.options, fingerprint=True)) if given["fingerprint"] else cleaner


def _batch_fetch(given: Mapping[str, Any]) -> Callable[[str], Any]:
    from newsclean.fetch.options import FetchOptions
    from newsclean.fetch.politeness import PoliteFetcher

    options = FetchOptions(**fetch_limits(given))
    return PoliteFetcher(delay_s=given["delay"], retries=given["retries"], options=options)


@contextmanager
def _open_progress() -> Iterator[Callable[[Progress], None]]:
    """What shows how a batch gets on: a bar on a terminal where rich is installed, else a line every ten seconds."""
    if sys.stderr.isatty():
        try:
            from .progress_bar import show_bar
        except ImportError:  # rich is an extra
            pass
        else:
            with show_bar() as show:
                yield show
            return
    yield _Lines()


class _Lines:
    """A line every ten seconds."""

    every_s = 10.0

    def __init__(self) -> None:
        self.next_s = self.every_s

    def __call__(self, progress: Progress) -> None:
        if progress.seconds < self.next_s:
            return
        self.next_s = progress.seconds + self.every_s
        if progress.learning:
            say(f"learning from {progress.done} pages")
            return
        total = "" if progress.total is None else f" of {progress.total}"
        say(f"{progress.done}{total} done, {progress.failed} failed, {progress.pages_per_s:.1f} pages/s")
