"""The fuzz target over its corpus, as the nightly run takes it for minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from .fuzz_page import corpus, run


def test_the_corpus_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fixture pages and changed ones keep every promise."""
    monkeypatch.chdir(tmp_path)
    tried, faults = run(corpus([])[::4], seconds=8)
    assert tried > 10
    assert not faults
