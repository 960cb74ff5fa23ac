"""The docs: their Python runs, their commands and settings are such, and no option is missing from them."""

from __future__ import annotations

import ast
import doctest
import re
import shlex
import tomllib
from dataclasses import fields
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
import pytest

import newsclean
from newsclean import cli
from newsclean.api import FetchLimits
from newsclean.model.document import Document
from newsclean.model.options import Options

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
README = DOCS.parent / "README.md"


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page that are of a language, without sessions (those are doctests)."""
    text = page.read_text(encoding="utf-8")
    return [b for b in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL) if ">>>" not in b]


def words_in_code(name: str) -> set[str]:
    """Everything that a page of the docs sets as code."""
    return set(re.findall(r"`([^`\n]+)`", (DOCS / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_in_the_docs_runs(page: Path) -> None:
    """Each session shown is a doctest."""
    test = doctest.DocTestParser().get_doctest(page.read_text(encoding="utf-8"), {}, page.name, str(page), 0)
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """Each relative link names a page there is."""
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_every_option_is_documented() -> None:
    """`docs/options.md` has each field of Options and each argument of from_url."""
    names = {field.name for field in fields(Options)} | set(FetchLimits.__annotations__)
    assert names - words_in_code("options.md") == set()


def test_every_field_is_documented() -> None:
    """`docs/document.md` has each field of the document."""
    assert {field.name for field in fields(Document)} - words_in_code("document.md") == set()


@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_every_switch_is_documented(command: str) -> None:
    """`docs/cli.md` has each command, and each option by all its names."""
    known = words_in_code("cli.md") | {command}
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert f"newsclean {command}".strip() in text
    switches = {
        switch
        for param in cli.build_command(command).params
        if isinstance(param, click.Option)
        for switch in (*param.opts, *param.secondary_opts)
    }
    assert switches - known == set()


@pytest.mark.parametrize("page", [*PAGES, README], ids=lambda page: page.name)
def test_code_that_is_no_session_is_python(page: Path) -> None:
    """Each block parses, and takes from newsclean only what is there. What needs an engine runs in tests/integrations."""
    for block in blocks(page, "python"):
        tree = ast.parse(block)
        names = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute) and ast.unparse(n.value) == "newsclean"}
        assert {name for name in names if not _is_there(name)} == set()


def _is_there(name: str) -> bool:
    return hasattr(newsclean, name) or find_spec(f"newsclean.{name}") is not None


def test_the_first_code_of_the_crawlers_page_runs(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """It cleans the twelve pages that come with the repository."""
    monkeypatch.chdir(DOCS.parent)
    exec(blocks(DOCS / "crawlers" / "index.md", "python")[0], {"__name__": "__main__"})
    assert len(capsys.readouterr().out.splitlines()) == 12


@pytest.mark.parametrize("page", [*PAGES, README], ids=lambda page: page.name)
def test_commands_have_the_options_that_are_shown(page: Path) -> None:
    """Each `newsclean …` in a block is parsed as the command itself would."""
    shown = re.findall(
        r"^(?:\$ )?newsclean ([^\n#|]+)", "\n".join(re.findall(r"```.*?```", page.read_text("utf-8"), re.S)), re.M
    )
    for line in shown:
        arguments = shlex.split(line)
        name = arguments.pop(0) if arguments[0] in cli.COMMANDS else ""
        command = cli.build_command(name)
        command.make_parser(click.Context(command)).parse_args(arguments)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_settings_are_toml(page: Path) -> None:
    """Each block of TOML can be read."""
    for block in blocks(page, "toml"):
        tomllib.loads(block)
