"""Agencies and initials alone: below the text a credit, above it the byline."""

from __future__ import annotations

import pytest

import newsclean

TEXT = (
    "<p>The old mill turned again on Monday, after nine years in which the wheel stood still and the pond filled with reeds.</p>"
    "<p>Three hundred people came to see it, and the miller gave each of them a bag of flour from the first hour of work.</p>"
    "<p>The county paid for the wheel, and the village for the roof, which is of slate from the quarry behind the church.</p>"
)


@pytest.mark.parametrize("above", ["<p>SDA/sep</p>", "<p><em>(dpa)</em></p>", "<div>Reuters/AFP</div>"])
def test_agencies_above_the_text_are_no_credit(above: str) -> None:
    """What opens the article signs it; a notice of credits stands below."""
    html = f"<html lang=de><body><article><h1>Mill reopens</h1>{above}{TEXT}</article></body></html>"
    assert newsclean.from_html(html).disclosures == ()


def test_a_desk_named_as_the_author_signs() -> None:
    """A word that is no name is one where its element is named for the author."""
    html = (
        f'<html lang=en><body><article><h1>Mill reopens</h1><span class="author">Newsroom</span>{TEXT}</article></html>'
    )
    (author,) = newsclean.from_html(html).authors
    assert (author.name, author.kind) == ("Newsroom", "organisation")
