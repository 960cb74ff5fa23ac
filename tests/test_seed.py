"""The article that started it all, where its text is at hand: beside the repository, in `../shared/seed`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsclean

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed"
TEXTS = sorted(SEED.glob("*.txt"))


@pytest.mark.skipif(not TEXTS, reason="no seed texts beside the repository")
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_seed(path: Path) -> None:
    """Title, dek, authors, sections, disclosures and the ledger's lines and reasons are exactly those expected."""
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    document = newsclean.from_text(path.read_text(encoding="utf-8"))
    assert document.title == expected["title"]
    assert document.dek == expected["dek"]
    assert [author.name for author in document.authors] == expected["authors"]
    assert [
        {"heading": section.heading, "paragraphs": [getattr(block, "text", None) for block in section.blocks]}
        for section in document.sections
    ] == expected["sections"]
    assert [{"kind": notice.kind, "text": notice.text} for notice in document.disclosures] == expected["disclosures"]
    assert [
        {"line": int(removal.path.removeprefix("line ")), "text": removal.text, "reason": removal.reason}
        for removal in document.removed
    ] == expected["removed"]
