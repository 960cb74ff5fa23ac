"""The README says what is so: its commands, its output, its Python."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def find_block(mark: str) -> str:
    """The fenced block that follows a comment."""
    found = re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found, mark
    return found[1]


def test_the_output_shown_is_the_output() -> None:
    """The first command prints what stands below it, ledger and all."""
    command = shlex.split(find_block("command: first").splitlines()[-1])
    done = subprocess.run(
        [sys.executable, "-m", "newsclean", *command[1:]],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert done.stdout + "\n" + done.stderr == find_block("output: first")


def test_the_python_shown_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The session in the README is a doctest."""
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(README, {}, "README", "README.md", 0)
    failed, tried = doctest.DocTestRunner().run(test)
    assert tried > 5
    assert failed == 0


def test_two_commands_do_all_the_setting_up() -> None:
    """There are two marked commands; the first cleans a page, the second ends with the tests."""
    commands = re.findall(r"<!-- command: (\w+) -->", README)
    assert commands == ["first", "second"]
    assert "newsclean fixtures/pages/" in find_block("command: first")
    assert find_block("command: second").splitlines()[-1].endswith("-m pytest")


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)", README))))
def test_links_lead_somewhere(link: str) -> None:
    """Each relative link is a file of the repository."""
    assert (ROOT / link).exists()
