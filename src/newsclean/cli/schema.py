"""`newsclean schema`: the JSON Schema of a document."""

from __future__ import annotations

import json

import click

from .command import Command, write


def schema_command() -> click.Command:
    """The command `newsclean schema`."""

    def show() -> int:
        from newsclean.render.json_schema import to_json_schema

        write(json.dumps(to_json_schema(), ensure_ascii=False, indent=2), None)
        return 0

    return Command({}, name="schema", callback=show, help="Print the JSON Schema of a document.")
