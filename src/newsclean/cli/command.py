"""What every subcommand is made of: grouped help, results to stdout, messages to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from newsclean.report.lines import Line


class Command(click.Command):
    """A command whose help has its options in groups, and text after them as it stands."""

    def __init__(self, groups: Mapping[str, Sequence[click.Option]], **settings: Any) -> None:
        self.groups = groups
        self.after = settings.pop("after", "")
        self.usages: tuple[str, ...] = settings.pop("usages", ())
        arguments = settings.pop("arguments", [])
        params = [*arguments, *(option for options in groups.values() for option in options)]
        super().__init__(params=params, context_settings={"help_option_names": ["-h", "--help"]}, **settings)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each way to call the command."""
        if not self.usages:
            super().format_usage(ctx, formatter)
        for number, usage in enumerate(self.usages):
            formatter.write_usage(ctx.command_path, usage, prefix="   or: " if number else None)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options in their groups."""
        groups = dict(self.groups)
        help_option = self.get_help_option(ctx)
        if help_option is not None:
            groups["General"] = [*groups.get("General", ()), help_option]
        for title, options in groups.items():
            with formatter.section(title):
                formatter.write_dl([record for o in options if (record := o.get_help_record(ctx))])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what comes after the options, its lines as they are."""
        if self.after:
            formatter.write_paragraph()
            formatter.write(self.after)


def write(text: str, output: str | None) -> None:
    """Write a result as UTF-8, ending in one newline."""
    data = (text.rstrip("\n") + "\n").encode("utf-8", "replace")
    if output is not None and output != "-":
        Path(output).write_bytes(data)
        return
    stream = sys.stdout.buffer
    stream.write(data)
    stream.flush()


def shows_colours(output: str | None) -> bool:
    """Whether styled lines go to a terminal, and rich is there to style them."""
    return output in (None, "-") and sys.stdout.isatty() and find_spec("rich") is not None


def write_lines(lines: Iterable[Line], output: str | None) -> None:
    """Write styled lines: in colour to a terminal, where rich is installed, else plain."""
    from newsclean.report.lines import to_plain

    if not shows_colours(output):
        write(to_plain(lines), output)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True)


def say(message: str, prefix: str = "newsclean: ") -> None:
    """One line on stderr, without what could steer a terminal."""
    line = " ".join(message.splitlines()).rstrip()
    safe = "".join(c if c.isprintable() else "\ufffd" for c in line)
    click.echo(prefix + safe, err=True)


def cut(text: str, chars: int = 100) -> str:
    """The text on one line, an ellipsis for what is beyond `chars`."""
    line = " ".join(text.split())
    return line if len(line) <= chars else line[: chars - 1] + "…"
