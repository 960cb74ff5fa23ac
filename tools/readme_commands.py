"""Prints a set-up command of the README: `python tools/readme_commands.py first` or `second`.

The commands stand in fenced blocks right after a comment `<!-- command: NAME -->`, so that what is run is what is read.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
_COMMAND = re.compile(r"<!-- command: (\w+) -->\n```sh\n(.*?)```", re.DOTALL)


def find_commands(text: str) -> dict[str, str]:
    """The commands of a README by name."""
    return {name: command.strip() for name, command in _COMMAND.findall(text)}


def main(argv: list[str]) -> int:
    """Print the command that is asked for."""
    commands = find_commands(README.read_text("utf-8"))
    if len(argv) != 1 or argv[0] not in commands:
        print(f"usage: readme_commands.py {'|'.join(commands)}", file=sys.stderr)
        return 2
    print(commands[argv[0]])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
