"""The command `newsclean`: the only module that prints. Results go to stdout, messages to stderr.

Exit codes: 0 ok, 1 failed, 2 usage, 3 fetch failed, 4 not an article, 5 part of a batch failed.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsclean import __version__
from newsclean.model.errors import NewscleanError
from newsclean.model.options import MAX_BYTES, Options

if TYPE_CHECKING:
    from newsclean.api import Cleaner
    from newsclean.model.document import Document, Provenance

FAILED, USAGE, NOT_AN_ARTICLE, INTERRUPTED = 1, 2, 4, 130
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


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    name = "newsclean"
    build = _clean_command
    if arguments and arguments[0] in _COMMANDS:
        name, build = f"newsclean {arguments[0]}", _COMMANDS[arguments.pop(0)][1]
    try:
        code = build().main(arguments, prog_name=name, standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as exc:
        if isinstance(exc, click.exceptions.NoArgsIsHelpError):
            click.echo(exc.format_message(), err=True)
        else:
            _say(f"{exc.format_message()} (see {name} --help)")
        return USAGE
    except NewscleanError as exc:
        hint = getattr(exc, "hint", "")
        _say((str(exc) or type(exc).__name__) + (f". {hint}." if hint else ""))
        return exc.exit_code
    except BrokenPipeError:  # `newsclean … | head`: the reader has what it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as exc:
        _say(f"{exc.filename}: {exc.strerror}" if exc.filename else str(exc))
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        _say("interrupted")
        return INTERRUPTED
    except MemoryError:
        _say("out of memory")
        return FAILED
    return code if isinstance(code, int) else 0


# ---------------------------------------------------------------------------------------------------- newsclean SOURCE


class _Command(click.Command):
    """A command whose help has its options in groups, and text after them as it stands."""

    def __init__(self, groups: Mapping[str, Sequence[click.Option]], **settings: Any) -> None:
        self.groups = groups
        self.after = settings.pop("after", "")
        self.usages: tuple[str, ...] = settings.pop("usages", ())
        arguments = settings.pop("arguments", [])
        params = [*arguments, *(option for options in groups.values() for option in options)]
        super().__init__(params=params, context_settings={"help_option_names": ["-h", "--help"]}, **settings)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if not self.usages:
            super().format_usage(ctx, formatter)
        for number, usage in enumerate(self.usages):
            formatter.write_usage(ctx.command_path, usage, prefix="   or: " if number else None)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        groups = dict(self.groups)
        help_option = self.get_help_option(ctx)
        if help_option is not None:
            groups["General"] = [*groups.get("General", ()), help_option]
        for title, options in groups.items():
            with formatter.section(title):
                formatter.write_dl([record for o in options if (record := o.get_help_record(ctx))])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.after:
            formatter.write_paragraph()
            formatter.write(self.after)


def _clean_command() -> click.Command:
    width = max(map(len, _COMMANDS))
    commands = "".join(f"  {name:{width}}  {text}\n" for name, (text, _) in _COMMANDS.items())
    return _Command(
        {
            "Output": _output_options(),
            "Input": _input_options(),
            "Cleaning": _cleaning_options(),
            "Fetching": _fetch_options(),
            "General": [_quiet_option(), _version_option()],
        },
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
            ["-f", "--format"], type=click.Choice(FORMATS), help="Default: text on a terminal, json in a pipe or file."
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


def _input_options() -> list[click.Option]:
    return [
        click.Option(["-u", "--url"], metavar="URL", help="Address of a page read from a file or standard input."),
        click.Option(["--text"], is_flag=True, help="SOURCE is plain text that a scraper already flattened."),
        click.Option(["--charset"], metavar="NAME", help="Override the detected character encoding."),
    ]


def _cleaning_options() -> list[click.Option]:
    return [
        click.Option(["--precision", "focus"], flag_value="precision", help="When in doubt, cut."),
        click.Option(["--recall", "focus"], flag_value="recall", help="When in doubt, keep."),
        click.Option(["--plugins/--no-plugins"], default=True, help="Use installed plug-ins (default: yes)."),
    ]


def _fetch_options() -> list[click.Option]:
    return [
        click.Option(["--timeout"], type=float, metavar="SEC", help="For the whole fetch (default: 20)."),
        click.Option(["--max-bytes"], type=int, metavar="N", help="Largest page (default: 10,000,000)."),
        click.Option(["--user-agent"], metavar="TEXT", help="Instead of newsclean's own."),
        click.Option(["--contact"], metavar="TEXT", help="An address or URL that the User-Agent names."),
        click.Option(["--ignore-robots"], is_flag=True, help="Fetch what robots.txt forbids."),
        click.Option(["--allow-private-hosts"], is_flag=True, help="Fetch from private networks, too."),
        click.Option(
            ["--allow-network"],
            multiple=True,
            metavar="NET",
            help="… from this one only, e.g. 10.1.0.0/16. Repeatable.",
        ),
    ]


def _quiet_option() -> click.Option:
    return click.Option(["-q", "--quiet"], is_flag=True, help="No warnings and no verdict, only errors.")


def _version_option() -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(f"newsclean {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show, help="Show the version."
    )


def _clean(source: str, **given: Any) -> int:
    """Clean one page and print it."""
    fields = _parse_fields(given["fields"])
    fmt = _choose_format(given["format"], given["output"], fields)
    document = _document(source, given)
    _write(_render(document, fmt, given, fields), given["output"])
    if fmt not in ("json", "jsonl"):
        _print_notes(document, given)
    if given["quiet"]:
        return 0 if document.kind in ARTICLE_KINDS else NOT_AN_ARTICLE
    for warning in document.warnings:
        _say(f"warning: {warning}")
    if document.kind not in ARTICLE_KINDS:
        _say(f"not an article: {document.kind}")
        return NOT_AN_ARTICLE
    return 0


def _document(source: str, given: Mapping[str, Any]) -> Document:
    from newsclean.api import is_url

    cleaner = _cleaner(given)
    if is_url(source):
        if given["text"] or given["url"]:
            raise click.UsageError("--text and --url are for a file or standard input")
        return cleaner.from_url(source, **_fetch_limits(given))
    data = _read_source(source, cleaner.options.max_bytes)
    if given["text"]:
        return cleaner.from_text(data, given["url"], charset=given["charset"])
    return cleaner.from_html(data, given["url"], charset=given["charset"])


def _cleaner(given: Mapping[str, Any]) -> Cleaner:
    from newsclean.api import Cleaner

    ledger: Any = "full" if given["full_ledger"] else "off" if given["ledger"] is False else "near"
    return Cleaner(
        Options(
            focus=given["focus"] or "balanced",
            ledger=ledger,
            plugins=given["plugins"],
            max_bytes=MAX_BYTES if given["max_bytes"] is None else given["max_bytes"],
        )
    )


def _fetch_limits(given: Mapping[str, Any]) -> dict[str, Any]:
    limits: dict[str, Any] = {
        "timeout_s": given["timeout"],
        "max_bytes": given["max_bytes"],
        "ignore_robots": given["ignore_robots"],
        "allow_private_hosts": given["allow_private_hosts"],
        "allow_networks": given["allow_network"],
        "user_agent": given["user_agent"],
        "contact": given["contact"],
    }
    return {name: value for name, value in limits.items() if value is not None}


def _read_source(source: str, max_bytes: int) -> bytes:
    """The bytes of a file or of standard input, one more than allowed where there are more."""
    if source == "-":
        return sys.stdin.buffer.read(max_bytes + 1)
    path = Path(source)
    if path.is_dir():
        raise click.UsageError(f"{source} is a folder; `newsclean batch` reads folders")
    if not path.exists():
        hint = "" if "/" in source or not source.count(".") else "; a URL begins with https://"
        raise click.UsageError(f"there is no file {source}{hint}")
    with path.open("rb") as file:
        return file.read(max_bytes + 1)


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
            _say(f"removed  {removal.reason:15} {_cut(removal.text)}", prefix="")
    if given["provenance"]:
        for name, origin in document.provenance.items():
            _say(f"from  {name:15} {_origin(origin)}", prefix="")


def _origin(origin: Provenance) -> str:
    losers = f" ({len(origin.others)} others)" if origin.others else ""
    return f"{origin.source} {origin.path} {_cut(origin.raw)}{losers}"


def _cut(text: str, chars: int = 100) -> str:
    line = " ".join(text.split())
    return line if len(line) <= chars else line[: chars - 1] + "…"


# --------------------------------------------------------------------------------------------------------- subcommands


def _schema_command() -> click.Command:
    def show() -> int:
        from newsclean.render.json_schema import to_json_schema

        _write(json.dumps(to_json_schema(), ensure_ascii=False, indent=2), None)
        return 0

    return _Command({}, name="schema", callback=show, help="Print the JSON Schema of a document.")


def _batch_command() -> click.Command:
    return _Command(
        {"Output": _batch_output_options(), "Work": _batch_work_options(), "Cleaning": _cleaning_options(),
         "Fetching": _batch_fetch_options(), "General": [_quiet_option()]},
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
        click.Option(["--shard-records"], type=int, default=5000, metavar="N", help="Records in a file (5000)."),
        click.Option(["--unordered"], is_flag=True, help="Results as they come, not in the order of the input."),
        click.Option(["--ledger/--no-ledger"], default=None, help="Keep what was removed and why (default: yes)."),
        click.Option(["--full-ledger"], is_flag=True, help="The ledger of whole pages, menus and footers too."),
        click.Option(["--stats"], is_flag=True, help="Counts of kinds, reasons and warnings at the end."),
    ]


def _batch_work_options() -> list[click.Option]:
    return [
        click.Option(["-j", "--jobs"], type=int, metavar="N", help="Worker processes (default: one for each core)."),
        click.Option(["--page-timeout"], type=float, default=10.0, metavar="SEC", help="For one page (10)."),
        click.Option(["--memory"], type=int, default=1024, metavar="MB", help="For one page (1024)."),
        click.Option(["--max-bytes"], type=int, metavar="N", help="Largest page."),
        click.Option(["--host"], multiple=True, metavar="NAME", help="WARC: only this host and below it. Repeatable."),
        click.Option(["--since"], default="", metavar="DATE", help="WARC: only from this date on, as 2026-03."),
        click.Option(["--until"], default="", metavar="DATE", help="WARC: only up to this date."),
    ]


def _batch_fetch_options() -> list[click.Option]:
    pace = click.Option(["--delay"], type=float, default=1.0, metavar="SEC", help="Between requests to a host (1).")
    return [pace, *(option for option in _fetch_options() if option.name != "max_bytes")]


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
        fetch=_batch_fetch(given),
        pace=FetchPace(delay_s=given["delay"]),
    )
    out = sys.stdout.buffer if given["output"] == "-" else given["output"]
    show = None if given["quiet"] else _Progress()
    summary = run_batch(_cleaner(given), records, out, options=options, progress=show)
    if not given["quiet"]:
        lines = to_text(summary).splitlines()
        for line in lines if given["stats"] or summary.failed else lines[:2]:
            _say(line)
    return summary.exit_code


def _batch_fetch(given: Mapping[str, Any]) -> Callable[[str], Any]:
    def fetch(url: str) -> Any:
        from newsclean.fetch.fetcher import fetch_page
        from newsclean.fetch.options import FetchOptions

        return fetch_page(url, options=FetchOptions(**_fetch_limits(given)))

    return fetch


class _Progress:
    """Shows how a batch gets on: one line rewritten on a terminal, a line every ten seconds elsewhere."""

    every_s = 10.0

    def __init__(self) -> None:
        self.is_terminal = sys.stderr.isatty()
        self.next_s = 0.0 if self.is_terminal else self.every_s

    def __call__(self, progress: Any) -> None:
        if progress.seconds < self.next_s:
            return
        total = "" if progress.total is None else f" of {progress.total}"
        line = f"{progress.done}{total} done, {progress.failed} failed, {progress.pages_per_s:.1f} pages/s"
        if self.is_terminal:
            click.echo(f"\r{line}\033[K", err=True, nl=False)
        else:
            self.next_s = progress.seconds + self.every_s
            _say(line)


_COMMANDS: dict[str, tuple[str, Callable[[], click.Command]]] = {
    "batch": ("many pages: URLs, folders, JSON lines, WARC; resumable", _batch_command),
    "schema": ("print the JSON Schema of a document", _schema_command),
}
"""Subcommands: help line and builder. A builder imports what its command needs when the command is called."""


# -------------------------------------------------------------------------------------------------------------- output


def _write(text: str, output: str | None) -> None:
    """Write a result as UTF-8, ending in one newline."""
    data = (text.rstrip("\n") + "\n").encode("utf-8", "replace")
    if output is not None and output != "-":
        Path(output).write_bytes(data)
        return
    stream = sys.stdout.buffer
    stream.write(data)
    stream.flush()


def _say(message: str, prefix: str = "newsclean: ") -> None:
    """One line on stderr, without what could steer a terminal."""
    line = " ".join(message.splitlines()).rstrip()
    safe = "".join(c if c.isprintable() else "\ufffd" for c in line)
    click.echo(prefix + safe, err=True)
