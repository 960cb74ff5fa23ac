"""Plug-ins: they enter as the built-in steps do, and cost a warning at worst."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsclean.api import Cleaner
from newsclean.model.draft import Block, Claim, Draft, Node
from newsclean.model.options import Options
from newsclean.pipeline import plugins
from newsclean.pipeline.chain import Chain, Step
from newsclean.pipeline.plugins import Plugin, with_plugins

EXAMPLE = Path(__file__).resolve().parents[1] / "plugin_example"
SOURCE = Path(__file__).resolve().parents[2] / "src"
ONE = Chain((Step("one", lambda draft: None, gives=("body",)),))


def draft_of(*texts: str) -> Draft:
    """A draft with one body block for each text."""
    root = Node("body", "", None, None, 0, False)
    draft = Draft([Block(index, text, root, "p") for index, text in enumerate(texts)])
    for block in draft.blocks:
        draft.give(block, "body")
    return draft


def run_plugin(step_function: Any) -> Draft:
    """The draft after a chain with one plug-in step."""
    plugin = Plugin("test", lambda chain: chain.after("one", Step("two", step_function)))
    chain, warnings = with_plugins(ONE, (plugin,))
    assert warnings == ()
    return chain.run(draft_of("Rain fell.", "Sun shone."))


@pytest.mark.parametrize(
    ("plugin", "warning"),
    [
        (Plugin("p", None, "ImportError: no module"), "plug-in p left out: ImportError: no module"),
        (Plugin("p", lambda chain: chain.after("zero", Step("x", print))), "plug-in p left out: ChainError: no step"),
        (Plugin("p", lambda chain: None), "plug-in p left out: TypeError: it returned NoneType, not a chain"),  # type: ignore[arg-type, return-value]
        (Plugin("p", lambda chain: 1 / 0), "plug-in p left out: ZeroDivisionError"),  # type: ignore[arg-type, return-value]
    ],
)
def test_a_plugin_that_cannot_be_added_is_a_warning(plugin: Plugin, warning: str) -> None:
    """The chain stays as it is, and each document says what is missing."""
    chain, warnings = with_plugins(ONE, (plugin,))
    assert chain == ONE
    assert len(warnings) == 1
    assert warnings[0].startswith(warning)


def test_plugins_extend_the_chain_in_order() -> None:
    """A plug-in sees the steps of those before it."""
    first = Plugin("a", lambda chain: chain.after("one", Step("two", print)))
    second = Plugin("b", lambda chain: chain.after("two", Step("three", print)))
    chain, warnings = with_plugins(ONE, (first, second))
    assert chain.names == ("one", "two", "three")
    assert warnings == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("minutes", 3),
        ("minutes", {"a": [1, 2.5, None, True, "x"]}),
    ],
)
def test_json_values_in_extra_are_kept(field: str, value: object) -> None:
    """A plug-in may add whatever JSON can say."""
    draft = run_plugin(lambda draft: draft.extra.update({field: value}))
    assert draft.extra == {field: value}
    assert draft.warnings == []


@pytest.mark.parametrize("value", [object(), {1, 2}, float("nan"), float("inf"), b"x", {1: "x"}, [[object()]], (1, 2)])
def test_other_values_in_extra_are_taken_out(value: object) -> None:
    """What JSON cannot say would break the document's output."""
    draft = run_plugin(lambda draft: draft.extra.update(bad=value, good=1))
    assert draft.extra == {"good": 1}
    assert draft.warnings == ["step two: extra['bad'] is no JSON value; it was taken out"]


@pytest.mark.parametrize(("role", "reason"), [("noise", ""), ("removed", "boring"), ("disclosure", "secret"), (7, "")])
def test_unknown_roles_are_taken_back(role: Any, reason: str) -> None:
    """A role or reason that the document does not know never reaches it."""
    draft = run_plugin(lambda draft: draft.give(draft.blocks[0], role, reason))
    assert draft.blocks[0].role is None
    assert draft.blocks[1].role == "body"
    assert "does not exist" in draft.warnings[0]


@pytest.mark.parametrize(
    "claim",
    [
        Claim("title", 12, "plug-in"),
        Claim("title", "x", "plug-in", confidence="high"),  # type: ignore[arg-type]
        Claim("authors", ("Mara Lind",), "plug-in"),
        Claim("tags", "rain", "plug-in"),
        Claim("lead_image", "https://example.com/a.jpg", "plug-in"),
    ],
)
def test_claims_of_the_wrong_type_are_taken_out(claim: Claim) -> None:
    """A field has its declared type whatever a plug-in claims."""
    draft = run_plugin(lambda draft: draft.claim(claim))
    assert draft.claims[claim.field] == []
    assert "is no Claim" in draft.warnings[0]


def test_a_good_claim_and_removal_are_kept() -> None:
    """What the contract allows passes unchanged."""

    def improve(draft: Draft) -> None:
        draft.claim(Claim("title", "Weather", "plug-in", confidence=0.9))
        draft.remove(draft.blocks[1], "promo")

    draft = run_plugin(improve)
    assert draft.value("title") == "Weather"
    assert [b.role for b in draft.blocks] == ["body", "removed"]
    assert draft.warnings == []


def test_what_a_failing_plugin_left_is_checked_too() -> None:
    """A step that raises half-way leaves no rubbish."""

    def fail(draft: Draft) -> None:
        draft.extra["bad"] = object()
        raise ValueError("late")

    draft = run_plugin(fail)
    assert draft.extra == {}
    assert draft.warnings[-1] == "step two failed: ValueError: late"


def test_options_can_leave_plugins_out(monkeypatch: pytest.MonkeyPatch, bridge_html: str) -> None:
    """`Options(plugins=False)` cleans with the chain as it is, and without a plug-in's warnings."""
    monkeypatch.setattr(plugins, "find_plugins", lambda: (Plugin("p", None, "broken"),))
    assert "plug-in p left out: broken" in Cleaner().from_html(bridge_html).warnings
    assert "plug-in p left out: broken" in Cleaner().from_text("Rain fell.").warnings
    assert Cleaner(Options(plugins=False)).from_html(bridge_html).warnings == ()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the example distribution was installed into, by pip, as any distribution is."""
    target = tmp_path_factory.mktemp("site")
    copy = tmp_path_factory.mktemp("plugin")
    (copy / "src").mkdir()
    for name in ("pyproject.toml", "src/newsclean_reading_time.py"):
        (copy / name).write_bytes((EXAMPLE / name).read_bytes())
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--no-index", "--no-build-isolation", "--target", str(target), str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


def clean_in_process(site: Path, html: str, *arguments: str) -> dict[str, Any]:
    """The document that a fresh `newsclean - -f json` prints with `site` on the path."""
    paths = os.pathsep.join((str(site), str(SOURCE)))
    command = [sys.executable, "-W", "error", "-m", "newsclean", "-", "-f", "json", *arguments]
    done = subprocess.run(
        command, input=html.encode(), capture_output=True, check=True, env={**os.environ, "PYTHONPATH": paths}
    )
    document: dict[str, Any] = json.loads(done.stdout)
    return document


PUZZLE = "Today's crossword: seventeen across has given our readers more trouble than any other clue this month."


def test_the_example_distribution_adds_a_field_and_a_removal(installed: Path, bridge_html: str) -> None:
    """Installed by pip and nothing else, it takes part in the next run, and `--no-plugins` leaves it out."""
    html = bridge_html.replace("<h2>What comes next</h2>", f"<p>{PUZZLE}</p>\n<h2>What comes next</h2>")
    document = clean_in_process(installed, html)
    assert document["extra"] == {"reading_time_min": 1}
    assert [(r["reason"], r["step"]) for r in document["removed"] if r["text"] == PUZZLE] == [
        ("promo", "crossword_note")
    ]
    assert PUZZLE not in json.dumps(document["sections"])
    plain = clean_in_process(installed, html, "--no-plugins")
    assert plain["extra"] == {}
    assert PUZZLE in json.dumps(plain["sections"])
