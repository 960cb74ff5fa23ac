"""What a batch did, counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Progress:
    """A glance at a running batch; `total` is None where the sources do not know it.

    While it is `learning`, in a first pass over the pages, nothing is written yet.
    """

    done: int
    failed: int
    skipped: int
    seconds: float
    total: int | None = None
    learning: bool = False

    @property
    def pages_per_s(self) -> float:
        """Records finished per second of this run."""
        return self.done / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class Summary:
    """What a batch did.

    `records` were finished in this run (`documents` + `failed`); `skipped` were finished by earlier ones, which wrote
    `failed_before` error records. `cpu_s` is the processor time that the workers took, `parent_cpu_s` that of this
    process beside them (reading, fetching, writing; with `jobs=0` it does the cleaning, too). `dropped` counts what the
    sources passed over, by reason (`host`, `date`, `not_html`, `broken`, …). `kinds`, `reasons` and `warnings` count
    document kinds, reasons of removals and warnings; `failures` counts failed records by error name. `sites` have a
    profile that was learned.
    """

    records: int = 0
    documents: int = 0
    failed: int = 0
    skipped: int = 0
    failed_before: int = 0
    restarts: int = 0
    sites: int = 0
    seconds: float = 0.0
    cpu_s: float = 0.0
    parent_cpu_s: float = 0.0
    jobs: int = 1
    interrupted: bool = False
    kinds: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)
    warnings: Mapping[str, int] = field(default_factory=dict)
    failures: Mapping[str, int] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)
    shards: tuple[str, ...] = ()

    @property
    def pages_per_s(self) -> float:
        """Records finished per second."""
        return self.records / self.seconds if self.seconds else 0.0

    @property
    def pages_per_s_core(self) -> float:
        """Records finished per second of processor time, the parent's included: what one core does when it is free."""
        taken_s = self.cpu_s if self.jobs == 0 else self.cpu_s + self.parent_cpu_s
        return self.records / taken_s if taken_s else 0.0

    @property
    def exit_code(self) -> int:
        """0: every record has a document; 5: some failed, in this run or an earlier one; 130: interrupted."""
        if self.interrupted:
            return 130
        return 5 if self.failed or self.failed_before else 0


def to_text(summary: Summary) -> str:
    """The summary as lines for people, ending in a newline.

    >>> done = Summary(records=30, documents=29, failed=1, seconds=1.5, cpu_s=1.4, parent_cpu_s=0.1,
    ...                failures={"PageTimeout": 1})
    >>> print(to_text(done), end="")
    30 records in 1.5 s: 29 documents, 1 failed, 0 done before (0 failed), 0 workers restarted
    20.0 pages/s with 1 worker, 20.0 pages/s and core (processor time: workers 1.4 s, parent 0.1 s)
    failures: PageTimeout 1
    """
    lines = [
        f"{_count(summary.records, 'record')} in {summary.seconds:.1f} s: {_count(summary.documents, 'document')}, "
        f"{summary.failed} failed, {summary.skipped} done before ({summary.failed_before} failed), "
        f"{_count(summary.restarts, 'worker')} restarted",
        f"{summary.pages_per_s:.1f} pages/s with {_count(summary.jobs, 'worker')}, {summary.pages_per_s_core:.1f} pages/s and core "
        f"(processor time: workers {summary.cpu_s:.1f} s, parent {summary.parent_cpu_s:.1f} s)",
    ]
    tables = {
        "kinds": summary.kinds, "removed": summary.reasons, "warnings": summary.warnings,
        "failures": summary.failures, "passed over": summary.dropped,
    }  # fmt: skip
    if summary.sites:
        lines.append(f"learned from other pages: {_count(summary.sites, 'site')}")
    for name, counts in tables.items():
        if counts:
            ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            lines.append(f"{name}: " + ", ".join(f"{key} {count}" for key, count in ordered))
    return "\n".join(lines) + "\n"


def _count(number: int, noun: str) -> str:
    """A number and what it counts.

    >>> _count(1, "page"), _count(0, "page")
    ('1 page', '0 pages')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
