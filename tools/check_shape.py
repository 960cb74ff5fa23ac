"""Caps that the linter does not hold: 500 lines a module, 40 a function, and no module by a name that says nothing.

Docstrings, comments and blank lines of a function do not count, nor does its signature.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src"
MAX_MODULE_LINES = 500
MAX_FUNCTION_LINES = 40
NAMELESS = frozenset(("utils", "util", "helpers", "helper", "common", "base", "misc"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


def find_faults(path: Path) -> Iterator[str]:
    """What is wrong with the shape of a module, as "path:line: reason"."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    if path.stem in NAMELESS:
        yield f"{path}:1: the name {path.stem} says nothing"
    if len(lines) > MAX_MODULE_LINES:
        yield f"{path}:1: {len(lines)} lines, more than {MAX_MODULE_LINES}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            size = count_lines(node, lines)
            if size > MAX_FUNCTION_LINES:
                yield f"{path}:{node.lineno}: {node.name} has {size} lines, more than {MAX_FUNCTION_LINES}"


def count_lines(node: Function, lines: list[str]) -> int:
    """Lines of code in a function's body."""
    body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
    if not body:
        return 0
    inside = lines[body[0].lineno - 1 : node.end_lineno]
    return sum(1 for line in inside if line.strip() and not line.strip().startswith("#"))


def main() -> int:
    """Print every fault; 1 where there is one."""
    faults = [fault for path in sorted(SOURCE.rglob("*.py")) for fault in find_faults(path)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
