"""The command as a process: what it writes arrives, and its exit code, though it ends without clearing up."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean
from newsclean import __main__, cli

PAGE = Path(__file__).resolve().parents[1] / "fixtures/pages/night-ferry/source.html"


def run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """The process after `python -m newsclean` with the arguments and a standard input."""
    command = [sys.executable, "-m", "newsclean", *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


def test_a_page_goes_through_pipes_whole() -> None:
    """The JSON that a pipe gets is complete, from standard input and from a file."""
    title = newsclean.from_html(PAGE.read_bytes()).title
    for process in (run("-", "-f", "json", text=PAGE.read_text("utf-8")), run(str(PAGE), "-f", "json")):
        assert process.returncode == 0
        assert json.loads(process.stdout)["title"] == title


@pytest.mark.parametrize(("arguments", "code"), [(("--no-such",), 2), (("/no/such/file.html",), 2), (("schema",), 0)])
def test_exit_codes_arrive(arguments: tuple[str, ...], code: int) -> None:
    """What `main` returns is the process's exit code, of a page and of a subcommand."""
    assert run(*arguments).returncode == code


@pytest.mark.parametrize(("first", "collects"), [("page.html", False), ("batch", True)])
def test_only_subcommands_collect_garbage(monkeypatch: pytest.MonkeyPatch, first: str, collects: bool) -> None:
    """The garbage collector rests for a single page and works for what may go on for days."""
    seen: list[bool] = []
    monkeypatch.setattr(sys, "argv", ["newsclean", first])
    monkeypatch.setattr(cli, "main", lambda: seen.append(gc.isenabled()) or 0)
    monkeypatch.setattr(__main__.os, "_exit", lambda code: None)
    try:
        __main__.run()
    finally:
        gc.enable()
    assert seen == [collects]
