"""`newsclean diff`: what changed between two versions of a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from .command import Command, say, shows_colours, write, write_lines
from .options import check_sources, clean_data, fetch_limits, make_cleaner, page_options, read_source

if TYPE_CHECKING:
    from newsclean.model.document import Document

FORMATS = ("text", "json")


def diff_command() -> click.Command:
    """The command `newsclean diff`."""
    return Command(
        page_options(_output_options()),
        name="diff",
        arguments=[click.Argument(["before"], required=True), click.Argument(["after"], required=True)],
        callback=_diff,
        no_args_is_help=True,
        help="Show what changed between two versions of a page: fields, sections, words.\n\n"
        "BEFORE and AFTER are URLs, HTML files, documents as JSON, or - for standard input.",
        after="Exit code: 0, whether they differ or not; see `same` in -f json.\n",
    )


def _output_options() -> list[click.Option]:
    return [
        click.Option(["-f", "--format"], type=click.Choice(FORMATS), default="text", help="Default: text."),
        click.Option(["-o", "--output"], metavar="PATH", help="Write here instead of to standard output."),
    ]


def _diff(before: str, after: str, **given: Any) -> int:
    """Compare two documents."""
    from newsclean.api import diff
    from newsclean.report.diff_lines import difference_lines

    if before == after == "-":
        raise click.UsageError("standard input can be one of the two, not both")
    check_sources([before, after], given)
    difference = diff(_find_version(before, given), _find_version(after, given))
    if given["format"] == "json":
        write(difference.to_json(indent=2), given["output"])
    elif difference.same:
        if not given["quiet"]:
            say("no difference")
    else:
        marks = not shows_colours(given["output"])
        write_lines(difference_lines(difference, marks=marks), given["output"])
    return 0


def _find_version(source: str, given: Mapping[str, Any]) -> Document:
    """The document of a source; a file that begins with a brace is one already."""
    from newsclean.api import is_url
    from newsclean.model.document import Document
    from newsclean.model.errors import DocumentError, InputTooLarge, NotHtml

    cleaner = make_cleaner(given)
    if is_url(source):
        return cleaner.from_url(source, **fetch_limits(given))
    data = read_source(source, cleaner.options.max_bytes)
    try:
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and not given["text"]:
            return Document.from_json(data.decode("utf-8-sig", "replace"))
        return clean_data(cleaner, data, given)
    except (DocumentError, NotHtml, InputTooLarge) as exc:  # of two sources, which one it was
        raise type(exc)(f"{source}: {exc}") from exc
