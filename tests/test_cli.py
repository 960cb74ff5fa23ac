"""The command: what it prints where, and what it ends with."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean import cli
from newsclean.cli import clean
from newsclean.fetch.errors import Unreachable
from newsclean.model.document import Document


@pytest.fixture
def page(tmp_path: Path, bridge_html: str) -> str:
    """The path of a page on disk."""
    path = tmp_path / "bridge.html"
    path.write_text(bridge_html, encoding="utf-8")
    return str(path)


Captured = pytest.CaptureFixture[str]


def test_json_comes_in_a_pipe(page: str, capsys: Captured) -> None:
    """Without a terminal the whole document comes as JSON, and stderr stays empty."""
    assert cli.main([page, "-u", "https://coastcourier.example/b"]) == 0
    printed = capsys.readouterr()
    document = Document.from_json(printed.out)
    assert document == newsclean.from_html(Path(page).read_bytes(), url="https://coastcourier.example/b")
    assert printed.err == ""


def test_text_comes_on_a_terminal(page: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a reader gets words."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert cli.main([page]) == 0
    assert capsys.readouterr().out.startswith("Harbour bridge opens to cyclists\n")


@pytest.mark.parametrize(
    ("fmt", "start"),
    [
        ("text", "Harbour bridge opens"),
        ("json", '{\n  "kind": "article"'),
        ("jsonl", '{"kind": "article"'),
        ("markdown", "---\n"),
        ("html", "<!"),
    ],
)
def test_formats(fmt: str, start: str, page: str, capsys: Captured) -> None:
    """Each format prints the document and ends in one newline."""
    assert cli.main([page, "-f", fmt]) == 0
    out = capsys.readouterr().out
    assert out.lower().startswith(start.lower())
    assert out.endswith("\n")
    assert not out.endswith("\n\n")
    assert fmt != "jsonl" or out.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "start"), [("a.json", "{"), ("a.md", "---"), ("a.txt", "Harbour"), ("a.html", "<!"), ("a.data", "{")]
)
def test_the_name_of_the_output_file_chooses_the_format(
    name: str, start: str, page: str, tmp_path: Path, capsys: Captured
) -> None:
    """`-o a.md` writes Markdown, and nothing goes to standard output."""
    assert cli.main([page, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert capsys.readouterr().out == ""


def test_standard_input(bridge_html: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads bytes, so that the page's own charset counts."""
    data = bridge_html.replace('charset="utf-8"', 'charset="windows-1252"').replace("Mara Lind", "Måra Lind")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode("cp1252")), encoding="utf-8"))
    assert cli.main(["-", "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["authors"][0]["name"] == "Måra Lind"


def test_plain_text(tmp_path: Path, capsys: Captured, bridge_html: str) -> None:
    """`--text` takes the file as it stands, markup and all."""
    path = tmp_path / "a.txt"
    path.write_text("The council met & agreed on <b>nothing</b> at all on Monday, its clerk said.\n", encoding="utf-8")
    cli.main(["--text", str(path), "-f", "json", "-q"])
    assert "& agreed on <b>nothing</b> at all" in capsys.readouterr().out


def test_fields(page: str, capsys: Captured) -> None:
    """Only the fields asked for, in the order asked for; `text` is one of them."""
    assert cli.main([page, "--fields", "title,text,authors"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["title", "text", "authors"]
    assert "nine thousand riders" in data["text"]


@pytest.mark.parametrize(
    ("flags", "has_ledger", "has_provenance"),
    [([], True, True), (["--no-ledger"], False, True), (["--no-provenance"], True, False), (["--ledger"], True, True)],
)
def test_ledger_and_provenance_in_json(
    flags: list[str], has_ledger: bool, has_provenance: bool, page: str, capsys: Captured
) -> None:
    """JSON is the whole document unless a part is left out on purpose."""
    assert cli.main([page, "-f", "json", *flags]) == 0
    data = json.loads(capsys.readouterr().out)
    assert bool(data["removed"]) is has_ledger
    assert ("provenance" in data) is has_provenance


def test_ledger_and_provenance_beside_text(page: str, capsys: Captured) -> None:
    """Beside text they go to stderr, so that the text stays clean."""
    assert cli.main([page, "-f", "text", "--full-ledger", "--provenance"]) == 0
    printed = capsys.readouterr()
    assert "Imprint and privacy" not in printed.out
    assert any(line.startswith("removed ") and "Imprint and privacy" in line for line in printed.err.splitlines())
    assert any(line.startswith("from ") and "title" in line for line in printed.err.splitlines())


def test_what_is_no_article_ends_with_four(tmp_path: Path, capsys: Captured) -> None:
    """The document is printed all the same, the verdict on stderr."""
    path = tmp_path / "empty.html"
    path.write_bytes(b"")
    assert cli.main([str(path), "-f", "json"]) == 4
    printed = capsys.readouterr()
    assert json.loads(printed.out)["kind"] == "empty"
    assert printed.err.splitlines()[-1] == "newsclean: not an article: empty"
    assert cli.main([str(path), "-f", "json", "--quiet"]) == 4
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.html"], "there is no file nowhere.html; a URL begins with https://"),
        (["./nowhere"], "there is no file ./nowhere"),
        (["."], "is a folder; `newsclean batch` reads folders"),
        (["a", "b"], "unexpected extra argument"),
        (["a", "--formt", "json"], "No such option"),
        (["a", "-f", "pdf"], "'pdf' is not one of"),
        (["{page}", "--fields", "titel"], "no field titel; there are access, authors"),
        (["{page}", "--fields", ","], "no field named"),
        (["{page}", "--fields", "title", "-f", "text"], "--fields goes with -f json or jsonl"),
        (["https://example.com/a", "--text"], "--text: only for a file or standard input"),
        (["https://example.com/a", "-u", "https://example.com/b"], "--url: only for a file or standard input"),
        (["{page}", "--cache", "pages", "--render"], "--cache, --render: only for a URL"),
        (["{page}", "--max-bytes", "0"], "'--max-bytes': 0 is not in the range"),
        (["https://example.com/a", "--timeout", "0"], "'--timeout': 0.0 is not in the range"),
        (["{page}", "--header", "Accept"], "--header takes a name, a colon and a value, not 'Accept'"),
        (["{page}", "--url", "example.com/a"], "--url: an address begins with https://"),
        (["{page}", "--charset", "utf-5"], "no encoding of the web is called 'utf-5'"),
        (["{page}", "--precision", "--recall"], "--precision and --recall exclude each other"),
        (["{page}", "--rules", "no/rules.toml"], "no/rules.toml: No such file"),
        (["schema", "x"], "unexpected extra argument"),
        (["diff", "{page}"], "missing argument"),
        (["diff", "-", "-"], "standard input can be one of the two"),
        (["diff", "{page}", "{page}", "--proxy", "http://10.0.0.1"], "--proxy: only for a URL"),
        (["diff", "https://a.example", "https://b.example", "--text"], "--text: only for a file"),
        (["explain", "{page}", "-f", "html", "--find", "x"], "--find, --role and --details go with -f text"),
        (["explain", "{page}", "--role", "bodie"], "no block is bodie; there are title"),
        (["explain", "https://example.com/a", "--text"], "--text: only for a file or standard input"),
        (["explain", "{page}", "--ignore-robots"], "--ignore-robots: only for a URL"),
    ],
)
def test_wrong_usage_ends_with_two(arguments: list[str], message: str, page: str, capsys: Captured) -> None:
    """One line on stderr says what is wrong."""
    assert cli.main([argument.format(page=page) for argument in arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message.lower() in printed.err.lower()
    assert len(printed.err.splitlines()) == 1


def test_no_argument_shows_the_help(capsys: Captured) -> None:
    """A newcomer who types the bare name learns how to go on."""
    assert cli.main([]) == 2
    assert "Usage: newsclean" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (newsclean.NotHtml("this is a PDF"), 1, "newsclean: this is a PDF"),
        (Unreachable("no\nsuch host \x1b[31m\u202e"), 3, "newsclean: no such host \ufffd[31m\ufffd"),
        (Unreachable("no such host", hint="Try again later"), 3, "newsclean: no such host. Try again later."),
        (newsclean.InputTooLarge(""), 1, "newsclean: InputTooLarge"),
        (PermissionError(13, "Permission denied", "a.html"), 1, "newsclean: a.html: Permission denied"),
        (KeyboardInterrupt(), 130, "newsclean: interrupted"),
        (MemoryError(), 1, "newsclean: out of memory"),
    ],
)
def test_errors_are_one_line(
    error: BaseException, code: int, line: str, page: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback, nothing that could steer a terminal, and the code of the error's kind."""

    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(clean, "find_document", fail)
    assert cli.main([page]) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.lstrip("\n") == line + "\n"  # click ends the line in which ^C stands


def test_addresses_are_fetched_with_the_options_given(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """Fetch options reach the fetcher, and robots.txt is asked unless told otherwise."""
    asked: list[dict[str, Any]] = []

    def fetch(self: newsclean.Cleaner, url: str, **limits: Any) -> Document:
        asked.append({"url": url, **limits})
        return Document("article", title="Rain")

    monkeypatch.setattr(newsclean.Cleaner, "from_url", fetch)
    assert cli.main(["https://example.com/a", "--timeout", "3", "--allow-network", "10.1.0.0/16"]) == 0
    assert cli.main(["https://example.com/b", "--ignore-robots", "--allow-private-hosts"]) == 0
    assert asked[0]["timeout_s"] == 3
    assert asked[0]["allow_networks"] == ("10.1.0.0/16",)
    assert asked[0]["ignore_robots"] is False
    assert asked[1]["ignore_robots"] is True
    assert asked[1]["allow_private_hosts"] is True


@pytest.mark.parametrize(("flag", "focus"), [("--precision", "precision"), ("--recall", "recall"), ("-q", "balanced")])
def test_focus(flag: str, focus: str, page: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """The two dials reach the options."""
    seen: list[str] = []

    def note(self: newsclean.Cleaner, *_: Any, **__: Any) -> Document:
        seen.append(self.options.focus)
        return Document("article")

    monkeypatch.setattr(newsclean.Cleaner, "from_html", note)
    assert cli.main([page, flag]) == 0
    assert seen == [focus]


def test_warnings_go_to_stderr(page: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """What a step could not do is said, one line each, and `-q` keeps it quiet."""
    document = Document("article", warnings=("step x failed: late",))
    monkeypatch.setattr(newsclean.Cleaner, "from_html", lambda self, *_, **__: document)
    assert cli.main([page]) == 0
    assert capsys.readouterr().err == "newsclean: warning: step x failed: late\n"
    assert cli.main([page, "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_version(capsys: Captured) -> None:
    """`--version` prints name and version."""
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"newsclean {newsclean.__version__}\n"


@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_help_fits_a_terminal(command: str, capsys: Captured) -> None:
    """Every command has help, no line of it wider than 80 columns."""
    assert cli.main([*filter(None, [command]), "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"Usage: newsclean {command}".rstrip())
    assert max(map(len, out.splitlines())) <= 80


def test_help_names_every_command(capsys: Captured) -> None:
    """The main help leads to all the others."""
    cli.main(["--help"])
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in cli.COMMANDS)


def test_schema(capsys: Captured) -> None:
    """The schema printed is one that every field of a document is in."""
    assert cli.main(["schema"]) == 0
    assert {"title", "sections", "removed"} <= set(json.loads(capsys.readouterr().out)["properties"])


def test_batch_of_a_folder(tmp_path: Path, page: str, capsys: Captured) -> None:
    """A folder of pages becomes JSON lines, one a page, with a summary on stderr."""
    out = tmp_path / "out"
    assert cli.main(["batch", str(Path(page).parent), "-o", str(out), "--jobs", "1"]) == 0
    lines = [line for path in sorted(out.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    assert sum("Harbour bridge opens to cyclists" in line for line in lines) == 1
    assert "1 record in" in capsys.readouterr().err


def test_explain_as_text(page: str, capsys: Captured) -> None:
    """One line a block, then the fields; no escape sequence in a pipe."""
    assert cli.main(["explain", page]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Harbour bridge opens to cyclists\narticle, confidence ")
    assert "Navigation" in out
    assert "from dom" in out
    assert "\x1b" not in out


def test_explain_in_colour(page: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal roles have colours, unless NO_COLOR is set; the words are the same."""
    cli.main(["explain", page])
    plain = capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    cli.main(["explain", page])
    coloured = capsys.readouterr().out
    assert "\x1b[32m" in coloured
    assert [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines()] == plain.splitlines()


def test_explain_without_rich(page: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where rich is not installed the terminal gets plain text."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("newsclean.cli.command.find_spec", lambda name: None)
    assert cli.main(["explain", page]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_explain_as_html_and_json(page: str, tmp_path: Path, capsys: Captured) -> None:
    """`-o` chooses the format by its name; JSON has the blocks beside the document."""
    report = tmp_path / "report.html"
    assert cli.main(["explain", page, "-o", str(report)]) == 0
    assert report.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert capsys.readouterr() == ("", "")
    assert cli.main(["explain", page, "-f", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["document"]["title"] == "Harbour bridge opens to cyclists"
    assert {"label", "score", "terms", "decisions", "path"} <= set(data["blocks"][0])


def test_explain_single_blocks(page: str, capsys: Captured) -> None:
    """`--find` answers for one paragraph, `--role` lists those of a kind."""
    assert cli.main(["explain", page, "--find", "nine thousand  RIDERS"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].lstrip().startswith("Body ")
    assert lines[1].strip().startswith("Kept as body")
    assert cli.main(["explain", page, "--role", "heading", "--role", "title"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["Title", "Heading"]
    assert cli.main(["explain", page, "--find", "no such words"]) == 0
    assert capsys.readouterr() == ("", "newsclean: no such block\n")


def test_explain_a_plain_text(tmp_path: Path, capsys: Captured) -> None:
    """`--text` works here as it does there."""
    path = tmp_path / "a.txt"
    path.write_text(
        "Rain in Bergen\nIt rained on <b>Monday</b>, as it does on most days, the office said.\n", encoding="utf-8"
    )
    assert cli.main(["explain", "--text", str(path), "--details"]) == 0
    out = capsys.readouterr().out
    assert "<b>Monday</b>" in out
    assert "at line 1" in out


def test_explain_and_diff_fetch(page: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """An address is fetched by the options given, in both commands."""
    asked: list[tuple[str, Any]] = []

    def fetch(self: newsclean.Cleaner, url: str, **limits: Any) -> Document:
        asked.append((url, limits["timeout_s"]))
        return self.from_html(Path(page).read_bytes(), url)

    monkeypatch.setattr(newsclean.Cleaner, "from_url", fetch)
    assert cli.main(["explain", "https://example.com/a", "--timeout", "3", "-f", "json"]) == 0
    assert cli.main(["diff", "https://example.com/b", page, "--timeout", "4", "-f", "json"]) == 0
    assert asked == [("https://example.com/a", 3), ("https://example.com/b", 4)]


def test_diff_of_two_pages(page: str, tmp_path: Path, capsys: Captured) -> None:
    """Changed words in brackets; the exit code is 0 all the same."""
    other = tmp_path / "other.html"
    other.write_text(Path(page).read_text(encoding="utf-8").replace("nine thousand", "ten thousand"), encoding="utf-8")
    assert cli.main(["diff", page, str(other)]) == 0
    assert "about [-nine-]{+ten+} thousand riders" in capsys.readouterr().out
    assert cli.main(["diff", page, page]) == 0
    assert capsys.readouterr() == ("", "newsclean: no difference\n")


def test_diff_of_page_and_document(page: str, tmp_path: Path, capsys: Captured) -> None:
    """A document as JSON stands for its page."""
    stored = tmp_path / "stored.json"
    cli.main([page, "-o", str(stored)])
    assert cli.main(["diff", str(stored), page, "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["same"] is True
    stored.write_text('{"title": 3}', encoding="utf-8")
    assert cli.main(["diff", str(stored), page]) == 1
    assert "title: expected str, got int" in capsys.readouterr().err


def test_diff_in_colour(page: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal colours say what brackets say in a pipe."""
    other = tmp_path / "other.html"
    other.write_text(Path(page).read_text(encoding="utf-8").replace("nine thousand", "ten thousand"), encoding="utf-8")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert cli.main(["diff", page, str(other)]) == 0
    out = capsys.readouterr().out
    assert "\x1b[9;31mnine\x1b[0m\x1b[32mten\x1b[0m" in out
    assert "[-" not in out


def run_in_shell(script: str) -> subprocess.CompletedProcess[str]:
    """A shell script in which `$NEWSCLEAN` is the command of this interpreter."""
    source = str(Path(newsclean.__file__).parents[1])
    env = {**os.environ, "PYTHONPATH": source, "NEWSCLEAN": f"{sys.executable} -W error -m newsclean"}
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, env=env)


def test_a_reader_that_leaves_is_no_error(page: str) -> None:
    """`newsclean … | head -n 1` ends quietly."""
    done = run_in_shell(f"set -o pipefail; for i in 1 2 3; do $NEWSCLEAN {page} -f json; done | head -n 1")
    assert (done.stdout, done.stderr) == ("{\n", "")


def test_output_is_utf8_whatever_the_locale(page: str) -> None:
    """A pipe gets UTF-8 even where the locale is plain ASCII."""
    done = run_in_shell(f"sed -i 's/Mara/Måra/' {page}; LC_ALL=C PYTHONUTF8=0 $NEWSCLEAN {page} -f text")
    assert done.returncode == 0
    assert "By Måra Lind" in done.stdout


@pytest.mark.parametrize(("content", "message"), [("{", "not JSON"), ("%PDF-1.4", "this is a PDF"), ("{}", "Document")])
def test_diff_says_which_of_the_two_cannot_be_read(
    content: str, message: str, page: str, tmp_path: Path, capsys: Captured
) -> None:
    """A broken document, or no page, is told by its name."""
    (tmp_path / "broken").write_text(content)
    assert cli.main(["diff", page, str(tmp_path / "broken")]) == 1
    said = capsys.readouterr().err
    assert str(tmp_path / "broken") in said
    assert message in said
