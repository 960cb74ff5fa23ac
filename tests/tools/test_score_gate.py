"""The score gate: it fails where a score is worse, and a pin only ever rises."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def load(name: str) -> ModuleType:
    """A script of `tools/` as a module."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GATE = load("score_gate")
PINS = {"set": {"body_f1": 0.95, "empty": 0.01}}


@pytest.mark.parametrize(
    ("scores", "losses"),
    [
        ({"set": {"body_f1": 0.95, "empty": 0.01}}, 0),
        ({"set": {"body_f1": 0.99, "empty": 0.0}}, 0),
        ({"set": {"body_f1": 0.949, "empty": 0.011}}, 0),
        ({"set": {"body_f1": 0.94, "empty": 0.01}}, 1),
        ({"set": {"body_f1": 0.95, "empty": 0.02}}, 1),
        ({"set": {"body_f1": 0.90, "empty": 0.02}}, 2),
        ({"set": {"body_f1": 0.95}}, 1),
        ({}, 2),
    ],
)
def test_losses(scores: dict[str, dict[str, float]], losses: int) -> None:
    """Worse by more than the margin, in whichever direction is worse, or not measured at all."""
    assert len(GATE.find_losses(scores, PINS)) == losses


def test_pins_only_rise() -> None:
    """Pinning keeps the better of old and new for each score."""
    scores = {"set": {"body_f1": 0.9, "empty": 0.0}, "new": {"title": 0.5}}
    assert GATE.raise_floors(scores, PINS) == {"set": {"body_f1": 0.95, "empty": 0.0}, "new": {"title": 0.5}}


def test_a_missing_arena_is_said_out_loud(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the pages nothing is measured, and nobody can overlook it."""
    monkeypatch.setattr(GATE, "ARENA", Path("/nowhere"))
    monkeypatch.setattr(sys, "argv", ["score_gate.py"])
    assert GATE.main() == 0
    assert "SCORE GATE NOT RUN" in capsys.readouterr().out


def test_long_functions_are_found(tmp_path: Path) -> None:
    """Docstring, comments and blank lines do not count; 41 lines of code are one too many."""
    shape = load("check_shape")
    body = '    """Doc.\n\n    More.\n    """\n' + "    # why\n\n" * 20 + "    x = 1\n" * 40
    good, bad = tmp_path / "good.py", tmp_path / "utils.py"
    good.write_text(f"def f():\n{body}", encoding="utf-8")
    bad.write_text(f"def f():\n{body}    y = 2\n", encoding="utf-8")
    assert list(shape.find_faults(good)) == []
    assert [fault.partition(": ")[2] for fault in shape.find_faults(bad)] == [
        "the name utils says nothing",
        "f has 41 lines, more than 40",
    ]
