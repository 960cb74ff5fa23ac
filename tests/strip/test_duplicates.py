"""Copies of title and dek in the body."""

from __future__ import annotations

import pytest

from .stories import clean, kept

DEK = "The last boat will leave at midnight again, and the harbour pays for the lamps on the landing stage."


@pytest.mark.parametrize(
    "line",
    [
        DEK,
        DEK.replace("again,", "again –"),
        DEK[:60] + "…",
        f"HARBOUR TOWN, 4 Jan (Bay News) - {DEK}",
        f"ГАЗА, 4 янв - Вести, Н. Орлов. {DEK}",
    ],
)
def test_deks_again(line: str) -> None:
    """The dek said again leaves the body: word for word, with another dash, cut short, or behind a dateline."""
    document = clean(head=f'<p class="dek">{DEK}</p>', first=f"<p>{line}</p>")
    assert document.dek == DEK
    assert kept(document)
    assert [r.text for r in document.removed if r.reason == "duplicate_dek"] == [line]


@pytest.mark.parametrize(
    "line",
    [
        f"{DEK} Nobody had believed it, and the bakery on the quay will open at four for those who come off the boat.",
        f"Nobody had believed it when the mayor said: {DEK}",
    ],
)
def test_paragraphs_that_hold_the_dek_stay(line: str) -> None:
    """A paragraph that says the dek and more is text."""
    document = clean(head=f'<p class="dek">{DEK}</p>', first=f"<p>{line}</p>")
    assert line in document.text


def test_a_dateline_before_the_dek_is_read() -> None:
    """The dateline of a first paragraph that is the dek's copy is kept as a field."""
    document = clean(head=f'<p class="dek">{DEK}</p>', first=f"<p>HARBOUR TOWN (Reuters) - {DEK}</p>")
    assert document.dateline == "HARBOUR TOWN (Reuters)"
