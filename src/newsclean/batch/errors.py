"""What can go wrong with a batch as a whole; one bad page is never an error here but a `Failure`.

BatchError                  exit code 1
├── WorkerStartError        a worker process could not be started
├── SourceError             exit code 2; a source that cannot be opened, or of an unknown kind
├── ManifestError           exit code 2; the folder holds another run, or one that is still going on
└── PageError              inside a worker: this page has no document, and the `Failure` that says why
"""

from __future__ import annotations

from typing import ClassVar

from newsclean.batch.records import Failure
from newsclean.model.errors import NewscleanError


class BatchError(NewscleanError):
    """A batch that cannot go on."""


class WorkerStartError(BatchError):
    """A worker process could not be started; the message has its reason."""


class SourceError(BatchError):
    """A source that cannot be opened, or whose kind is not known."""

    exit_code: ClassVar[int] = 2


class ManifestError(BatchError):
    """The output folder holds another run, or one that is still going on."""

    exit_code: ClassVar[int] = 2


class PageError(BatchError):
    """A page that has no document; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure
