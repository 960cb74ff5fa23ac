"""The docs: their Python runs, their commands and settings are such, and no option is missing from them.

Examples of many pages: tests/batch; of engines: tests/integrations; of the README: tests/test_readme.py.
"""

from __future__ import annotations

import ast
import doctest
import io
import json
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
from newsclean.fetch.options import FetchedPage, Headers
from newsclean.model.document import Document
from newsclean.model.options import Options

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
README = DOCS.parent / "README.md"
CRAWL = DOCS.parent / "fixtures" / "crawl"


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page that are of a language, without sessions (those are doctests)."""
    text = page.read_text(encoding="utf-8")
    return [b for b in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL) if ">>>" not in b]


def shown(page: Path) -> list[tuple[str, str]]:
    """The commands in the blocks of a page, each with what is piped into it. The first of the README has its own test."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    code = "\n".join(block for language, block in found if language in ("", "sh"))
    return re.findall(r"^(?:\$ |(.*\| ))?(newsclean .+)", code, re.MULTILINE)


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in found}


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
    """Each relative link names a page there is, and a heading of it."""
    for link, anchor in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", page.read_text(encoding="utf-8")):
        target = page.parent / link if link else page
        assert target.exists(), link
        assert not anchor or anchor in headings(target), (link, anchor)


@pytest.mark.parametrize("page", [*PAGES, README], ids=lambda page: page.name)
def test_files_named_are_there(page: Path) -> None:
    """Each path of the repository that is set as code leads somewhere."""
    named = re.findall(r"`((?:src|tests|tools|fixtures|benchmarks)/[\w./-]+)`(?! of )", page.read_text("utf-8"))
    assert [path for path in named if not (DOCS.parent / path).exists()] == []


def test_every_option_is_documented() -> None:
    """`docs/options.md` has each field of Options and each argument of from_url."""
    names = {field.name for field in fields(Options)} | set(FetchLimits.__annotations__)
    assert names - words_in_code("options.md") == set()


def test_every_extra_is_documented() -> None:
    """`docs/index.md` has each extra that is for users."""
    extras = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert set(extras) - {"dev", "docs", "fuzz", "peers"} - words_in_code("index.md") == set()


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


def test_the_plug_in_shown_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `docs/chain.md` shows adds its step to the chain."""
    found: dict[str, Any] = {}
    exec(blocks(DOCS / "chain.md", "python")[0], found)
    assert "reading_time" in found["add_steps"](newsclean.ARTICLE).names
    document = newsclean.Cleaner(chain=found["add_steps"](newsclean.ARTICLE)).from_html("<p>Rain fell on Bergen.</p>")
    assert document.extra == {"reading_time_min": 1}


def test_the_site_memory_runs_as_shown() -> None:
    """All blocks of `docs/sites-memory.md`, one after the other, on the pages that come with the repository."""
    pages = [(f"https://news.example.com/{n}", (CRAWL / "pages" / f"{n}.html").read_bytes()) for n in range(4)]
    first, second, third = (newsclean.SiteProfile().learn(newsclean.from_html(html, url)) for url, html in pages[:3])
    found: dict[str, Any] = {"pages": pages, "url": pages[3][0], "html": pages[3][1], "more": []}
    found.update(first=first, second=second, third=third)
    for block in blocks(DOCS / "sites-memory.md", "python"):
        exec(block, found)
    assert len(found["profile"]) == 4
    assert list(found["profiles"]) == ["news.example.com"]
    assert len(found["whole"]) == 3


def test_the_fetch_shown_runs(stocked: Path) -> None:
    """The first block of `docs/fetching.md` takes its arguments."""
    found: dict[str, Any] = {}
    exec(blocks(DOCS / "fetching.md", "python")[0], found)
    assert found["document"].title


@pytest.fixture
def stocked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: it has every file that the docs name, and each address answers with the same page."""
    page = (CRAWL / "pages" / "0.html").read_bytes()

    def fetch(url: str, **_: Any) -> FetchedPage:
        return FetchedPage(url, url, 200, Headers([("Content-Type", "text/html")]), page)

    monkeypatch.setattr("newsclean.fetch.fetcher.fetch_page", fetch)
    monkeypatch.setattr("newsclean.fetch.politeness.fetch_page", fetch)
    monkeypatch.chdir(tmp_path)
    Path("fixtures").symlink_to(CRAWL.parent)
    Path("pages").symlink_to(CRAWL / "pages")
    for name in ("crawl.warc.gz", "CC-NEWS-20260301000000-00001.warc.gz"):
        Path(name).symlink_to(CRAWL / "example.warc.gz")
    Path("page.html").write_bytes(page)
    Path("scraped.txt").write_text("Ferry returns\n\nThe ferry sailed at noon, as it had done for a hundred years.\n")
    Path("urls.txt").write_text("https://a.example/1\nhttps://b.example/1\n")
    Path("pages.jsonl").write_text(json.dumps({"id": "1", "html": page.decode()}) + "\n")
    Path("monday.json").write_text(newsclean.from_html(page).to_json())
    return tmp_path


@pytest.mark.parametrize("page", [page for page in (*PAGES, README) if shown(page)], ids=lambda page: page.name)
def test_commands_run_as_shown(
    page: Path, stocked: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each `newsclean …` in a block ends with 0; what a pipe would bring comes from the file of that name."""
    for before, command in shown(page):
        named = re.search(r"[\w.-]+\Z", before.strip(" |"))
        piped = Path(named[0]).read_bytes() if named else b""
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(piped)))
        arguments = shlex.split(command, comments=True)
        assert cli.main(arguments[1:]) == 0, (command, capfd.readouterr().err)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_settings_are_toml(page: Path) -> None:
    """Each block of TOML can be read."""
    for block in blocks(page, "toml"):
        tomllib.loads(block)
