"""The command `newsclean`: the only room that prints. Results go to stdout, messages to stderr.

Exit codes: 0 ok, 1 failed, 2 usage, 3 fetch failed, 4 not an article, 5 part of a batch failed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

import click

from newsclean.model.errors import NewscleanError

from .batch import batch_command
from .clean import clean_command
from .command import say
from .diff import diff_command
from .explain import explain_command
from .rules import rules_command
from .schema import schema_command

FAILED, USAGE, INTERRUPTED = 1, 2, 130

COMMANDS: dict[str, tuple[str, Callable[[], click.Command]]] = {
    "batch": ("many pages: URLs, folders, JSON lines, WARC; resumable", batch_command),
    "diff": ("what changed between two versions of a page", diff_command),
    "explain": ("what became of each block of a page, and why", explain_command),
    "rules": ("list, check and try out site rules", rules_command),
    "schema": ("print the JSON Schema of a document", schema_command),
}
"""Subcommands: help line and builder. What a command needs is imported when it is called."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    subcommand = arguments.pop(0) if arguments and arguments[0] in COMMANDS else ""
    name = f"newsclean {subcommand}".rstrip()
    try:
        code = build_command(subcommand).main(arguments, prog_name=name, standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as exc:
        if isinstance(exc, click.exceptions.NoArgsIsHelpError):
            click.echo(exc.format_message(), err=True)
        else:
            say(f"{exc.format_message().rstrip('.')} (see {name} --help)")
        return USAGE
    except NewscleanError as exc:
        hint = getattr(exc, "hint", "")
        say((str(exc) or type(exc).__name__) + (f". {hint}." if hint else ""))
        return exc.exit_code
    except BrokenPipeError:  # `newsclean … | head`: the reader has what it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as exc:
        say(f"{exc.filename}: {exc.strerror}" if exc.filename else str(exc))
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        say("interrupted")
        return INTERRUPTED
    except MemoryError:
        say("out of memory")
        return FAILED
    return code if isinstance(code, int) else 0


def build_command(name: str = "") -> click.Command:
    """The subcommand of that name, or `newsclean SOURCE` itself."""
    return COMMANDS[name][1]() if name else clean_command({name: line for name, (line, _) in COMMANDS.items()})
