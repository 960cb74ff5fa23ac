"""Notices that name who made the text: the page signs so."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclean

ROWS = [
    line.split("\t") for line in Path(__file__).with_name("makers.tsv").read_text(encoding="utf-8").splitlines() if line
]
PARAGRAPHS = (
    "<p>The old mill turned again on Monday, after nine years in which the wheel stood still and the pond filled with reeds.</p>"
    "<p>Two villages paid for the oak of the new paddles, and the miller learned the trade from a neighbour of ninety.</p>"
)


@pytest.mark.parametrize(("language", "name", "notice"), ROWS)
def test_maker(language: str, name: str, notice: str) -> None:
    """The notice is one on AI, whole, and who is named in it is the author."""
    html = f'<html lang="{language}"><body><article><h1>The mill turns again</h1><div>{PARAGRAPHS}</div><p>{notice}</p></article>'
    document = newsclean.from_html(html)
    assert [(d.kind, d.text) for d in document.disclosures] == [("ai", notice)]
    assert [author.name for author in document.authors] == [name]


@pytest.mark.parametrize(
    "notice",
    [
        "This article was translated by machine.",
        "This summary was written with the help of AI and checked by our editors.",
    ],
)
def test_no_maker(notice: str) -> None:
    """A notice that names nobody gives no author."""
    document = newsclean.from_html(
        f"<html lang='en'><body><article><h1>The mill turns again</h1>{PARAGRAPHS}<p>{notice}</p>"
    )
    assert [d.kind for d in document.disclosures] == ["ai"]
    assert document.authors == ()
