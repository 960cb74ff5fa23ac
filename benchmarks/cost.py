"""What newsclean costs beside time a page: import, first page, the command from cold, memory. python benchmarks/cost.py."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from pages import make_page, make_sized

ROUNDS = 5
_WITH_BYTECODE = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_MEMORY = """
import resource, sys
import newsclean
page = open(sys.argv[1], "rb").read()
newsclean.from_html("<p>The tables are read at the first page.</p>")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if sys.argv[2] == "parse":
    import lxml.html
    tree = lxml.html.document_fromstring(page)
else:
    newsclean.from_html(page)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def seconds(*command: str) -> float:
    """The least CPU time of a command in several rounds; the first one, which writes bytecode, does not count."""
    best = float("inf")
    for number in range(ROUNDS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_WITH_BYTECODE)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if number:
            best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def peak(path: Path, what: str) -> float:
    """MiB that the resident memory grew over a page."""
    command = [sys.executable, "-c", _MEMORY, str(path), what]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Prints the table in Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small.html"), Path(folder, "large.html")
        small.write_bytes(make_page())
        large.write_bytes(make_sized(9_900_000))
        bare = seconds(sys.executable, "-c", "pass")
        rows = [
            ("import newsclean", f"{1000 * (seconds(sys.executable, '-c', 'import newsclean') - bare):.0f} ms"),
            (
                "the command, from cold, one page",
                f"{1000 * seconds(sys.executable, '-m', 'newsclean', str(small)):.0f} ms",
            ),
            ("of that, Python alone", f"{1000 * bare:.0f} ms"),
            ("peak memory over a page of 10 MB", f"{peak(large, 'newsclean'):.0f} MiB"),
            ("of that, lxml's tree", f"{peak(large, 'parse'):.0f} MiB"),
        ]
    print("| | |\n|---|---|")
    for name, value in rows:
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main()
