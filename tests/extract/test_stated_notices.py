"""Notices that only the page's structured data holds."""

from __future__ import annotations

import json

import pytest

import newsclean

PARAGRAPHS = (
    "<p>The old mill turned again on Monday, after nine years in which the wheel stood still and the pond filled with reeds.</p>"
    "<p>Two villages paid for the oak of the new paddles, and the miller learned the trade from a neighbour of ninety.</p>"
)
CORRECTION = "An earlier version of this article said that the wheel stood still for eleven years."
AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def disclosures(data: dict[str, object], after: str = "") -> list[tuple[str, str]]:
    """Kind and text of the disclosures of a page with the data."""
    item = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The mill turns again", **data}
    html = (
        f'<html lang="en"><head><script type="application/ld+json">{json.dumps(item)}</script></head><body><article>'
        f"<h1>The mill turns again</h1>{PARAGRAPHS}{after}</article></body></html>"
    )
    return [(d.kind, d.text) for d in newsclean.from_html(html).disclosures]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({}, []),
        ({"correction": CORRECTION}, [("correction", CORRECTION)]),
        ({"correction": {"@type": "CorrectionComment", "text": CORRECTION}}, [("correction", CORRECTION)]),
        ({"correction": []}, []),
        ({"sponsor": {"@type": "Organization", "name": "Hearthline Floors"}}, [("sponsored", "Hearthline Floors")]),
        ({"@type": "AdvertiserContentArticle"}, [("sponsored", "AdvertiserContentArticle")]),
        ({"digitalSourceType": AI}, [("ai", AI)]),
        ({"digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"}, []),
        ({"isAccessibleForFree": True, "publishingPrinciples": "https://example.com/principles"}, []),
    ],
)
def test_data_alone(data: dict[str, object], expected: list[tuple[str, str]]) -> None:
    """What the data says and the page does not print is a disclosure; a site's principles are none."""
    assert disclosures(data) == expected


def test_printed_too() -> None:
    """A correction that the page prints stands once."""
    printed = disclosures({"correction": CORRECTION}, f'<p class="note"><em>Correction: {CORRECTION}</em></p>')
    assert printed == [("correction", f"Correction: {CORRECTION}")]
