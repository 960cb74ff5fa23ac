"""A fuzz target: `python -m tests.fuzz.fuzz_page [SECONDS] [CORPUS …]`, with atheris where it is installed.

Atheris keeps the changes that reach new lines of newsclean, and stops at the first fault. Without it the corpus is changed at
random, the same way each time. What breaks a promise is written to `fuzz-crash-<hash>` in the current folder, to become a
fixture. The corpus is the fixture pages unless folders are named.
"""

from __future__ import annotations

import hashlib
import importlib.util
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from .properties import check_page

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "pages"
MAX_BYTES = 20_000
TOKEN_SHARE = 0.5  # of atheris's changes are those of `change`, the rest its own
TOKENS = tuple(
    "< > </ <!-- --> <p> </p> <div> <b> <a href=' <table> <svg> <script> </script> <style> <title> <template> <select> &# &lt; \" ' \0 "
    "<h1> <br> <img src= display:none class= javascript: ]]> <![CDATA[ <?xml <meta charset= {\"@type\":".split()
)  # fmt: skip


def corpus(folders: list[str]) -> list[bytes]:
    """The pages to begin with, cut to a size that is quick."""
    roots = [Path(folder) for folder in folders] or [FIXTURES]
    return [path.read_bytes()[:MAX_BYTES] for root in roots for path in sorted(root.rglob("*")) if path.is_file()]


def change(page: bytes, pages: list[bytes], chance: random.Random) -> bytes:
    """The page with a few random changes: bytes lost, doubled, replaced, tokens put in, a piece of another page."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(page) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            page = page[:at] + page[at + chance.randint(1, 400) :]
        elif kind == 1:
            page = page[:at] + page[at : at + 300] * chance.randint(2, 6) + page[at:]
        elif kind == 2:
            page = page[:at] + chance.randbytes(chance.randint(1, 4)) + page[at:]
        elif kind == 3:
            page = page[:at] + chance.choice(TOKENS).encode() * chance.choice((1, 1, 2, 30)) + page[at:]
        else:
            other = chance.choice(pages)
            start = chance.randrange(len(other) + 1)
            page = page[:at] + other[start : start + 500] + page[at:]
    return page[: 2 * MAX_BYTES]


def changed(pages: list[bytes], seed: int = 0) -> Iterator[bytes]:
    """Every page as it is, then changed ones without end."""
    yield from pages
    chance = random.Random(seed)
    while True:
        yield change(chance.choice(pages), pages, chance)


def run(pages: list[bytes], seconds: float, seed: int = 0) -> tuple[int, list[Path]]:
    """How many pages were tried, and the files that hold those that broke a promise."""
    until, tried, faults = time.monotonic() + seconds, 0, []
    for page in changed(pages, seed):
        if time.monotonic() > until:
            break
        tried += 1
        try:
            check_page(page)
        except Exception as error:  # noqa: BLE001 - whatever comes out is what is looked for
            path = Path(f"fuzz-crash-{hashlib.sha256(page).hexdigest()[:12]}")
            path.write_bytes(page)
            faults.append(path)
            print(path, type(error).__name__, " ".join(str(error).split())[:200])
    return tried, faults


def main(arguments: list[str]) -> int:
    """1 where a promise broke."""
    seconds = float(arguments[0]) if arguments else 60.0
    pages = corpus(arguments[1:])
    if importlib.util.find_spec("atheris") is None:
        tried, faults = run(pages, seconds)
        print(f"{tried} pages, {len(faults)} faults")
        return 1 if faults else 0
    fuzz_with_atheris(pages, seconds, [Path(folder) for folder in arguments[1:]] or [FIXTURES])
    return 0


def fuzz_with_atheris(pages: list[bytes], seconds: float, folders: list[Path]) -> None:
    """Ends the process: 0 where all held. New pages go to a folder of their own, not among the fixtures."""
    import atheris

    def mutate(page: bytes, size: int, seed: int) -> bytes:
        chance = random.Random(seed)
        changed = change(page, pages, chance) if chance.random() < TOKEN_SHARE else atheris.Mutate(page, size)
        return bytes(changed[:size])

    check_page(pages[0])  # loads what newsclean loads at first use, so that it is watched too
    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as found:
        options = [f"-max_total_time={int(seconds)}", f"-max_len={2 * MAX_BYTES}", "-artifact_prefix=fuzz-crash-"]
        atheris.Setup([sys.argv[0], *options, found, *map(str, folders)], check_page, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
