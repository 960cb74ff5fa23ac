"""Every error that leaves newsclean.

NewscleanError                      exit code 1
├── InputTypeError (TypeError)      not a page, text, tree or response
├── InputTooLarge                   more than the limit, decoded
├── NotHtml                         PDF, image, archive, video, feed …
├── DocumentError (ValueError)      a dict or JSON text that is not a document
├── OptionError (ValueError)        an option has a value outside its range
├── ChainError (ValueError)         a chain that cannot be built: unknown name, unmet need
├── RuleError (ValueError)          a site rule that does not validate
└── FetchError                      exit code 3; its kinds live in newsclean.fetch.errors
"""

from __future__ import annotations

from typing import ClassVar


class NewscleanError(Exception):
    """The root of all errors raised by newsclean; `exit_code` is what the command ends with."""

    exit_code: ClassVar[int] = 1


class InputTypeError(NewscleanError, TypeError):
    """The input is of a type that newsclean cannot read."""

    exit_code: ClassVar[int] = 2


class InputTooLarge(NewscleanError):
    """The input is larger than `Options.max_bytes`."""


class NotHtml(NewscleanError):
    """The input is a file of another kind (PDF, image, archive, video, feed)."""


class DocumentError(NewscleanError, ValueError):
    """A dict or JSON text that is not a document, or a document that cannot be written.

    place: where in the document, such as "sections[0].blocks[2].text"; reason: what is wrong there.
    """

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{place}: {reason}" if place else reason)
        self.reason = reason
        self.place = place

    def within(self, key: str) -> DocumentError:
        """The same error seen from one step further out: `key` is a field name or "[index]"."""
        dot = "." if self.place and not self.place.startswith("[") else ""
        return DocumentError(self.reason, f"{key}{dot}{self.place}")


class OptionError(NewscleanError, ValueError):
    """An option has a value outside its range."""

    exit_code: ClassVar[int] = 2


class ChainError(NewscleanError, ValueError):
    """A chain that cannot be built: an unknown step name, a doubled one, or an unmet need."""

    exit_code: ClassVar[int] = 2


class RuleError(NewscleanError, ValueError):
    """A site rule that does not validate; the message names file, key and reason."""

    exit_code: ClassVar[int] = 2


class FetchError(NewscleanError):
    """A page that could not be fetched; subclasses say why.

    Attributes:
        url: The address that failed, which after redirects is not the one asked for.
        status: Its HTTP status, None where none was received.
        hops: Addresses and statuses that led there, the one asked for first.
        hint: What can be done about it, "" where nothing can.
    """

    exit_code: ClassVar[int] = 3

    def __init__(
        self,
        message: str = "",
        *,
        url: str = "",
        status: int | None = None,
        hops: tuple[tuple[str, int], ...] = (),
        hint: str = "",
    ) -> None:
        super().__init__(message)
        self.url = url
        self.status = status
        self.hops = hops
        self.hint = hint
