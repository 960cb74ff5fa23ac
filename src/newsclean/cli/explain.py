"""`newsclean explain`: what became of each block of a page, and why."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .command import Command, say, write, write_lines
from .options import check_sources, fetch_limits, make_cleaner, page_options, read_source

if TYPE_CHECKING:
    from newsclean.model.explanation import ExplainedBlock, Explanation

FORMATS = ("text", "html", "json")
SUFFIXES = {".html": "html", ".htm": "html", ".json": "json", ".txt": "text"}


def explain_command() -> click.Command:
    """The command `newsclean explain`."""
    return Command(
        page_options(_output_options()),
        name="explain",
        arguments=[click.Argument(["source"], required=True)],
        callback=_explain,
        no_args_is_help=True,
        help="Show what became of each block of a page, and why.\n\n"
        "SOURCE is a URL, an HTML file, or - for standard input. With -o report.html, one self-contained page to look "
        "at in a browser.",
    )


def _output_options() -> list[click.Option]:
    return [
        click.Option(["-f", "--format"], type=click.Choice(FORMATS), help="Default: by the name of -o, else text."),
        click.Option(["-o", "--output"], metavar="PATH", help="Write here instead of to standard output."),
        click.Option(["--find"], metavar="TEXT", help="Only blocks that hold these words, with all reasons."),
        click.Option(["--role"], multiple=True, metavar="NAME", help="Only body, promo, … blocks. Repeatable."),
        click.Option(["--details"], is_flag=True, help="The reasons below each block."),
    ]


def _explain(source: str, **given: Any) -> int:
    """Explain one page."""
    from newsclean.report.lines import explanation_lines

    fmt = _choose_format(given)
    check_sources([source], given)
    explanation = _find_explanation(source, given)
    if fmt == "html":
        write(explanation.to_html(), given["output"])
        _say_where(given)
    elif fmt == "json":
        write(explanation.to_json(indent=2), given["output"])
    else:
        blocks = _choose_blocks(explanation, given)
        if blocks is not None and not blocks:
            say("no such block")
            return 0
        details = given["details"] or given["find"] is not None
        write_lines(explanation_lines(explanation, details=details, blocks=blocks), given["output"])
    if not given["quiet"]:
        for warning in explanation.document.warnings:
            say(f"warning: {warning}")
    return 0


def _choose_format(given: Mapping[str, Any]) -> str:
    fmt = given["format"] or SUFFIXES.get(Path(given["output"] or "").suffix.lower(), "text")
    if fmt != "text" and (given["find"] is not None or given["role"] or given["details"]):
        raise click.UsageError("--find, --role and --details go with -f text")
    return str(fmt)


def _find_explanation(source: str, given: Mapping[str, Any]) -> Explanation:
    from newsclean.api import is_url

    cleaner = make_cleaner(given)
    if is_url(source):
        return cleaner.explain(source, **fetch_limits(given))
    data = read_source(source, cleaner.options.max_bytes)
    return cleaner.explain(data, given["url"], text=given["text"], charset=given["charset"])


def _choose_blocks(explanation: Explanation, given: Mapping[str, Any]) -> list[ExplainedBlock] | None:
    """The blocks asked for; None where none are singled out."""
    if given["find"] is None and not given["role"]:
        return None
    known = explanation.counts()
    unknown = [name for name in given["role"] if name not in known]
    if unknown:
        raise click.UsageError(f"no block is {', '.join(unknown)}; there are {', '.join(known)}")
    found = explanation.blocks if given["find"] is None else explanation.find(given["find"])
    return [block for block in found if not given["role"] or block.label in given["role"]]


def _say_where(given: Mapping[str, Any]) -> None:
    if given["output"] not in (None, "-") and not given["quiet"] and sys.stderr.isatty():
        say(f"{given['output']} is ready; open it in a browser")
