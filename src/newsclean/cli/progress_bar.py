"""A progress bar on standard error, by rich: pages done, failed ones, pages a second, time left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from newsclean.batch.summary import Progress


@contextmanager
def show_bar(console: Console | None = None) -> Iterator[Callable[[Progress], None]]:
    """What to call with the progress of a batch; the bar stays, as it was last, when the batch is over.

    It is drawn when it is called and by no thread of its own: workers are forked, and a fork beside threads is unsafe.
    """
    columns = (
        SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Bar(*columns, console=console or Console(stderr=True), auto_refresh=False) as bar:
        task = bar.add_task("0 pages", total=None)

        def show(progress: Progress) -> None:
            bar.update(
                task, completed=progress.done + progress.skipped, total=progress.total, description=_say(progress)
            )
            bar.refresh()

        yield show


def _say(progress: Progress) -> str:
    """The words beside the bar.

    >>> _say(Progress(done=120, failed=2, skipped=30, seconds=60, total=200))
    '150/200 pages, [red]2 failed[/], 2.0/s'
    """
    if progress.learning:
        return f"learning from {progress.done} pages"
    total = "" if progress.total is None else f"/{progress.total}"
    failed = f"[red]{progress.failed} failed[/]" if progress.failed else "0 failed"
    return f"{progress.done + progress.skipped}{total} pages, {failed}, {progress.pages_per_s:.1f}/s"
