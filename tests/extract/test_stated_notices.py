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


BACKSTORY = "Two reporters spent four months with the mill's account books and spoke to thirty former workers."
PRINCIPLES = "https://example.com/principles"


def disclosures(data: dict[str, object], after: str = "") -> list[tuple[str, str]]:
    """Kind and text of the disclosures of a page with the data."""
    item = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The mill turns again", **data}
    html = (
        f'<html lang="en"><head><script type="application/ld+json">{json.dumps(item)}</script></head><body><article>'
        f"<h1>The mill turns again</h1>{PARAGRAPHS}{after}</article></body></html>"
    )
    return [(d.kind, d.text) for d in newsclean.from_html(html, url="https://www.skerrypost.example/mill").disclosures]


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
        ({"isAccessibleForFree": True, "publishingPrinciples": PRINCIPLES}, []),
        ({"publishingPrinciples": {"@type": "CreativeWork", "url": PRINCIPLES}}, []),
        ({"publishingPrinciples": "We tell facts from views and correct mistakes in the open."}, []),
        (
            {
                "publishingPrinciples": {
                    "text": "This article was written with the help of AI and checked by an editor."
                }
            },
            [("ai", "This article was written with the help of AI and checked by an editor.")],
        ),
        ({"isBasedOn": "https://agency.example/release/17"}, [("source", "https://agency.example/release/17")]),
        (
            {"isBasedOn": {"@type": "Report", "name": "Mills of the North, 2026"}},
            [("source", "Mills of the North, 2026")],
        ),
        ({"isBasedOn": "https://skerrypost.example/mill-2025"}, []),
        ({"isBasedOn": "/mill-2025"}, []),
        ({"backstory": BACKSTORY}, [("other", BACKSTORY)]),
        ({"backstory": {"@type": "CreativeWork", "text": BACKSTORY}}, [("other", BACKSTORY)]),
        ({"backstory": "https://example.com/how-we-work-on-long-stories"}, []),
    ],
)
def test_data_alone(data: dict[str, object], expected: list[tuple[str, str]]) -> None:
    """What the data says and the page does not print is a disclosure; a site's principles are none."""
    assert disclosures(data) == expected


def test_printed_too() -> None:
    """A correction that the page prints stands once."""
    printed = disclosures({"correction": CORRECTION}, f'<p class="note"><em>Correction: {CORRECTION}</em></p>')
    assert printed == [("correction", f"Correction: {CORRECTION}")]


@pytest.mark.parametrize(
    ("free", "access"), [(True, "free"), (False, "stub"), ("False", "stub"), ("http://schema.org/True", "free")]
)
def test_access(free: object, access: str) -> None:
    """Whether the text costs is a field of its own and no disclosure; a short text of a paid page is its beginning."""
    item = json.dumps({"@type": "NewsArticle", "headline": "The mill turns again", "isAccessibleForFree": free})
    html = f'<script type="application/ld+json">{item}</script><article><h1>The mill turns again</h1>{PARAGRAPHS}</article>'
    html += '<div class="paywall"><p>Subscribe to read on.</p></div>'
    document = newsclean.from_html(html)
    assert (document.access, document.disclosures) == (access, ())


LINKED = '<p>The new oak paddles came from <a rel="{rel}" href="https://shop.example/oak">a yard in the hills</a>, the miller said.</p>'


@pytest.mark.parametrize(
    ("rel", "after", "kinds"),
    [
        ("sponsored", "", ["affiliate"]),
        ("noopener Sponsored nofollow", "", ["affiliate"]),
        ("nofollow", "", []),
        ("unsponsored", "", []),
        ("sponsored", "<p><em>We may earn a commission if you buy through our links.</em></p>", ["affiliate"]),
    ],
)
def test_links_marked_as_paid(rel: str, after: str, kinds: list[str]) -> None:
    """A link of the text that is marked as paid for is a disclosure, unless a printed one says so."""
    found = disclosures({}, LINKED.format(rel=rel) + after)
    assert [kind for kind, _ in found] == kinds
    assert (found == [("affiliate", "rel=sponsored")]) == (bool(kinds) and not after)


def test_paid_links_outside_the_text_say_nothing() -> None:
    """An advertisement below the article with such a link tells nothing of the article."""
    assert disclosures({}, "</article><aside class='ad'>" + LINKED.format(rel="sponsored") + "</aside>") == []
