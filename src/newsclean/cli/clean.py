"""`newsclean SOURCE`: one page in, one document out."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .command import Command, cut, say, write
from .options import check_sources, find_document, page_options, version_option

if TYPE_CHECKING:
    from newsclean.model.document import Document, Provenance

NOT_AN_ARTICLE = 4
ARTICLE_KINDS = frozenset(("article", "live_blog"))
"""Kinds that promise a body; any other ends with exit code 4."""

FORMATS = ("text", "json", "jsonl", "markdown", "html")
SUFFIXES = {".txt": "text", ".json": "json", ".jsonl": "jsonl", ".md": "markdown", ".html": "html", ".htm": "html"}

_EPILOG = """\
Examples:
  newsclean https://example.com/a
  newsclean page.html -u https://example.com/a -f markdown
  curl -s https://example.com/a | newsclean - -f json
  newsclean --text scraped.txt

Exit codes: 0 ok, 1 failed, 2 usage, 3 fetch failed, 4 not an article,
5 part of a batch failed
"""


def clean_command(subcommands: Mapping[str, str]) -> click.Command:
    """The command `newsclean SOURCE`; its help lists the subcommands, each with its line."""
    width = max(map(len, subcommands))
    commands = "".join(f"  {name:{width}}  {line}\n" for name, line in subcommands.items())
    return Command(
        page_options(_output_options(), version_option()),
        name="newsclean",
        arguments=[click.Argument(["source"], required=True)],
        callback=_clean,
        no_args_is_help=True,
        usages=("[OPTIONS] SOURCE", "COMMAND [ARGS]..."),
        help="Turn a news page into a clean, typed document.\n\n"
        "SOURCE is a URL, an HTML file, or - for standard input.",
        after=f"Commands:\n{commands}\n{_EPILOG}",
    )


def _output_options() -> list[click.Option]:
    return [
        click.Option(
            ["-f", "--format"],
            type=click.Choice(FORMATS),
            help="Default: by the name of -o; else text on a terminal, json in a pipe.",
        ),
        click.Option(["-o", "--output"], metavar="PATH", help="Write here instead of to standard output."),
        click.Option(["--fields"], metavar="LIST", help="Only these in json, e.g. title,authors,disclosures,text."),
        click.Option(
            ["--ledger/--no-ledger"], default=None, help="Say what was removed and why (json has it by default)."
        ),
        click.Option(["--full-ledger"], is_flag=True, help="The ledger of the whole page, menus and footer too."),
        click.Option(
            ["--provenance/--no-provenance"],
            default=None,
            help="Say for each field where it came from (json has it by default).",
        ),
    ]


def _clean(source: str, **given: Any) -> int:
    """Clean one page and print it."""
    fields = _parse_fields(given["fields"])
    fmt = _choose_format(given["format"], given["output"], fields)
    check_sources([source], given)
    document = find_document(source, given)
    write(_render(document, fmt, given, fields), given["output"])
    if fmt not in ("json", "jsonl"):
        _print_notes(document, given)
    if given["quiet"]:
        return 0 if document.kind in ARTICLE_KINDS else NOT_AN_ARTICLE
    for warning in document.warnings:
        say(f"warning: {warning}")
    if document.kind not in ARTICLE_KINDS:
        say(f"not an article: {document.kind}")
        return NOT_AN_ARTICLE
    return 0


def _parse_fields(text: str | None) -> tuple[str, ...]:
    if text is None:
        return ()
    from dataclasses import fields

    from newsclean.model.document import Document

    known = {f.name for f in fields(Document)} | {"text"}
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise click.UsageError(f"no field {', '.join(unknown) or 'named'}; there are {', '.join(sorted(known))}")
    return names


def _choose_format(given: str | None, output: str | None, fields: tuple[str, ...]) -> str:
    if fields and given not in (None, "json", "jsonl"):
        raise click.UsageError("--fields goes with -f json or jsonl")
    if given or fields:
        return given or "json"
    if output is not None:
        return SUFFIXES.get(Path(output).suffix.lower(), "json")
    return "text" if sys.stdout.isatty() else "json"


def _render(document: Document, fmt: str, given: Mapping[str, Any], fields: tuple[str, ...]) -> str:
    if fmt == "text":
        return document.to_text()
    if fmt == "markdown":
        return document.to_markdown()
    if fmt == "html":
        return document.to_html(full_page=True)
    data = document.to_dict()
    if fields:
        data = {name: document.text if name == "text" else data[name] for name in fields}
    elif given["provenance"] is False:
        del data["provenance"]
    return json.dumps(data, ensure_ascii=False, indent=2 if fmt == "json" else None)


def _print_notes(document: Document, given: Mapping[str, Any]) -> None:
    """Ledger and provenance beside a text, Markdown or HTML: on stderr, where asked for."""
    if given["ledger"] or given["full_ledger"]:
        for removal in document.removed:
            say(f"removed  {removal.reason:15} {cut(removal.text)}", prefix="")
    if given["provenance"]:
        for name, origin in document.provenance.items():
            say(f"from  {name:15} {_origin(origin)}", prefix="")


def _origin(origin: Provenance) -> str:
    losers = f" ({len(origin.others)} others)" if origin.others else ""
    return f"{origin.source} {origin.path} {cut(origin.raw)}{losers}"
