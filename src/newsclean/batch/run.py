"""A whole batch: sources in, shards out."""

from __future__ import annotations

import dataclasses
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from newsclean.batch.errors import BatchError
from newsclean.batch.fetching import Fetch, FetchPace, fetch_records
from newsclean.batch.interrupt import Interruptible
from newsclean.batch.manifest import Manifest
from newsclean.batch.pool import Outcome, Pool, PoolOptions
from newsclean.batch.records import Record, Result
from newsclean.batch.rows import to_line, to_row
from newsclean.batch.shards import ShardWriter, StreamWriter, Writer
from newsclean.batch.sinks import Format
from newsclean.batch.summary import Progress, Summary
from newsclean.batch.work import CleanRecord, Cleans, LineWork, Row, TableWork
from newsclean.model.errors import OptionError

PROGRESS_INTERVAL_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """How a batch is run.

    `jobs` worker processes clean one page each at a time; a page gets `timeout_s` seconds and `memory_mb` MiB on top of
    what the worker took at its start. `jobs=0` cleans in this process, without those limits. `ordered` keeps the order
    of the input. `shard_records` is how many records go into one file: what is lost, and done again, when a run is
    killed. `resume` goes on where a killed run stopped; without it a folder that holds a run is refused. `fetch` gets
    the page of a URL (default: `newsclean.fetch.fetcher.fetch_page`), `pace` says how fast. `learn_sites` reads the
    pages twice: first to learn what each site says on many pages, then to clean them without it.
    """

    jobs: int = 1
    timeout_s: float = 10.0
    memory_mb: int = 1024
    ordered: bool = True
    start_method: str | None = None
    format: Format = "jsonl"
    shard_records: int = 5000
    resume: bool = False
    learn_sites: bool = False
    fetch: Fetch | None = None
    pace: FetchPace = field(default_factory=FetchPace)

    def __post_init__(self) -> None:
        if self.shard_records < 1:
            raise OptionError(f"shard_records must be 1 or more, not {self.shard_records!r}")
        _ = self.pool  # which checks its own

    @property
    def pool(self) -> PoolOptions:
        """Those of them that the pool takes."""
        return PoolOptions(self.jobs, self.timeout_s, self.memory_mb, self.ordered, self.start_method)


def run_batch(
    cleaner: Cleans,
    records: Iterable[Record],
    out: str | Path | BinaryIO,
    *,
    options: BatchOptions | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Clean every record and write the results into the folder `out`; the counts of what was done.

    `records` is `newsclean.batch.sources.Sources(names, …)`, or any iterable of `Record`. `out` is a folder, made where
    there is none, or an open binary stream that takes JSON lines (then there is no resuming). `progress` is called
    about five times a second, and at the end, from this thread. Ctrl-C (or SIGTERM) ends the workers, keeps what is
    finished, and comes back with `Summary.interrupted`; `Summary.exit_code` is 0, 5 (some records failed) or 130
    (interrupted). No more workers are started than there are records, where their number is known.

    Raises:
        BatchError: The folder holds another run, a source cannot be opened, or the workers cannot start.
    """
    options = options or BatchOptions()
    total: int | None = getattr(records, "total", None)
    if total is not None:
        options = dataclasses.replace(options, jobs=min(options.jobs, max(total, 1)))
    counts = _Counts(progress, total)
    interrupted = False
    with ExitStack() as stack:
        writer = _open_writer(stack, out, options, _identify(cleaner, records, options))
        failed_before = writer.failed_before
        guard = stack.enter_context(Interruptible())
        try:
            cleaner = _learn(cleaner, records, options, writer, counts)
            pool: Pool[Record, Row] = Pool(_choose_work(cleaner, options), options.pool)
            fresh = _skip_done(records, writer, counts)
            outcomes = stack.enter_context(closing(pool.map(fetch_records(fresh, options.fetch, options.pace))))
            for outcome in outcomes:
                with guard.held():
                    writer.add(outcome.item, _to_data(outcome, options.format), failed=outcome.failure is not None)
                    counts.add(outcome, pool)
        except KeyboardInterrupt:
            interrupted = True
        with guard.held():
            writer.finish()
    counts.report()
    return dataclasses.replace(
        counts.summary(),
        jobs=options.jobs,
        interrupted=interrupted,
        dropped=dict(getattr(records, "dropped", {})),
        shards=tuple(writer.written) if isinstance(writer, ShardWriter) else (),
        failed_before=failed_before,
    )


def _learn(
    cleaner: Cleans, records: Iterable[Record], options: BatchOptions, writer: Writer, counts: _Counts
) -> Cleans:
    """The cleaner with what the pages of each site have in common, learned now or by the run that is resumed."""
    if not options.learn_sites:
        return cleaner
    from newsclean.batch.learn import learn_profiles, load_profiles, save_profiles, with_profiles

    folder = writer.folder if isinstance(writer, ShardWriter) else None
    profiles = load_profiles(folder) if folder is not None and options.resume else None
    if profiles is None:
        profiles = learn_profiles(cleaner, records, options.pool, counts.report_learning)
        getattr(records, "dropped", Counter()).clear()  # else each would be counted twice
        if folder is not None:
            save_profiles(profiles, folder)
    counts.sites = len(profiles)
    return with_profiles(cleaner, profiles)


@dataclass(slots=True)
class _Counts:
    """What a running batch counts."""

    progress: Callable[[Progress], None] | None
    total: int | None
    began: float = field(default_factory=time.monotonic)
    began_cpu: float = field(default_factory=time.process_time)
    reported: float = 0.0
    records: int = 0
    failed: int = 0
    skipped: int = 0
    restarts: int = 0
    cpu_s: float = 0.0
    sites: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome[Record, Row], pool: Pool[Record, Row]) -> None:
        """Count one result, and what the pool has counted by now."""
        self.records += 1
        self.restarts, self.cpu_s = pool.restarts, pool.cpu_s
        if outcome.failure is not None or outcome.value is None:
            self.failed += 1
            self.failures[outcome.failure.name if outcome.failure else "Unknown"] += 1
        else:
            tally = outcome.value.tally
            self.kinds[tally.kind] += 1
            self.reasons.update(tally.reasons)
            self.warnings.update(tally.warnings)
        if time.monotonic() - self.reported > PROGRESS_INTERVAL_S:
            self.report()

    def report(self) -> None:
        """Tell how far the batch is."""
        self.reported = time.monotonic()
        if self.progress is not None:
            seconds = self.reported - self.began
            self.progress(Progress(self.records, self.failed, self.skipped, seconds, self.total))

    def report_learning(self, done: int) -> None:
        """Tell how far the first pass is."""
        now = time.monotonic()
        if self.progress is not None and now - self.reported > PROGRESS_INTERVAL_S:
            self.reported = now
            self.progress(Progress(done, 0, 0, now - self.began, learning=True))

    def summary(self) -> Summary:
        """The counts as a value."""
        return Summary(
            records=self.records,
            documents=self.records - self.failed,
            failed=self.failed,
            skipped=self.skipped,
            restarts=self.restarts,
            cpu_s=self.cpu_s,
            sites=self.sites,
            seconds=time.monotonic() - self.began,
            parent_cpu_s=time.process_time() - self.began_cpu,
            kinds=dict(self.kinds),
            reasons=dict(self.reasons),
            warnings=dict(self.warnings),
            failures=dict(self.failures),
        )


def _open_writer(
    stack: ExitStack, out: str | Path | BinaryIO, options: BatchOptions, identity: dict[str, Any]
) -> Writer:
    if isinstance(out, str | Path):
        manifest = stack.enter_context(closing(Manifest(Path(out), identity, resume=options.resume)))
        return ShardWriter(manifest, options.format, options.shard_records)
    if options.format != "jsonl" or options.resume:
        raise BatchError("a stream takes plain JSON lines, and cannot be resumed")
    return StreamWriter(out)


def _identify(cleaner: Cleans, records: Iterable[Record], options: BatchOptions) -> dict[str, Any]:
    """What must be the same for a run to be resumed."""
    chain = [getattr(step, "name", repr(step)) for step in getattr(cleaner, "chain", ())]
    settings: dict[str, Any] = {
        "options": repr(getattr(cleaner, "options", None)),
        "chain": chain,
        "format": options.format,
    }
    if options.learn_sites:
        settings["learn_sites"] = True
    return {**settings, "sources": getattr(records, "identity", None)}


def _choose_work(cleaner: Cleans, options: BatchOptions) -> Callable[[Record], Row]:
    clean = CleanRecord(cleaner)
    return TableWork(clean) if options.format == "parquet" else LineWork(clean)


def _skip_done(records: Iterable[Record], writer: Writer, counts: _Counts) -> Iterator[Record]:
    for number, record in enumerate(records):
        placed = record if record.source else dataclasses.replace(record, index=number)
        if writer.is_done(placed):
            counts.skipped += 1
        else:
            yield placed


def _to_data(outcome: Outcome[Record, Row], form: Format) -> Any:
    if outcome.failure is None and outcome.value is not None:
        return outcome.value.data
    result = Result(outcome.item.id, outcome.item.url, failure=outcome.failure, meta=outcome.item.meta)
    return to_row(result) if form == "parquet" else to_line(result)
