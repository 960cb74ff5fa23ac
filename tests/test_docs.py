"""The docs: their Python runs, and no option is missing from them."""

from __future__ import annotations

import doctest
import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from newsclean import cli
from newsclean.api import FetchLimits
from newsclean.model.document import Document
from newsclean.model.options import Options

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = sorted(DOCS.glob("*.md"))


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
