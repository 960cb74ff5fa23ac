"""The fixture pages: each gives the document that its `expected.json` says, and every output of it holds together."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import newsclean

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = sorted(path.parent for path in (ROOT / "fixtures" / "pages").glob("*/expected.json"))


def load_tool() -> ModuleType:
    """`tools/expect_page.py`, which writes the files that are compared here."""
    spec = importlib.util.spec_from_file_location("expect_page", ROOT / "tools" / "expect_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = load_tool()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_page(folder: Path) -> None:
    """Words, fields, roles and reasons are those expected; `all` is what every source of the page gives alike."""
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    documents = TOOL.clean_page(folder, expected["url"])
    assert documents
    for name, document in documents.items():
        wanted = expected["all"] if "all" in expected else expected["documents"][name]
        summary = TOOL.to_summary(document)
        assert {key: summary.get(key) for key in wanted} == wanted


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_outputs_hold_together(folder: Path) -> None:
    """The document comes back from its JSON, no output is without its title, and no paragraph of the body stands elsewhere.

    A jump list repeats headings.
    """
    for document in TOOL.clean_page(folder, None).values():
        assert newsclean.Document.from_json(document.to_json()) == document
        for output in (document.to_text(), document.to_markdown(), document.to_html()):
            assert document.title is None or document.title.split()[0] in output
        body = set(document.text.split("\n\n")) - {section.heading for section in document.sections}
        others = {removal.text for removal in document.removed if not removal.reason.startswith("duplicate")}
        assert body.isdisjoint(others | {notice.text for notice in document.disclosures})
