"""The kicker: the label above the headline, not the way there, a date, or a picture's line."""

from __future__ import annotations

import pytest

import newsclean

TITLE = "Night ferries return to the northern fjord"
TEXT = (
    "<p>The first ferry left the quay at Sundal at a quarter past eleven on Friday with nine cars on its deck.</p>" * 3
)


def _kicker(before: str, title: str = f"<h1>{TITLE}</h1>") -> str | None:
    html = f"<html lang=en><body><article>{before}{title}<div>{TEXT}</div></article></body></html>"
    return newsclean.from_html(html, url="https://fjordpost.example/a").kicker


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("<p class=kicker>Analysis</p>", "Analysis"),
        ("<span class=overline>Public transport</span>", "Public transport"),
        ("<div class=article-label><a href=/opinion>Opinion</a></div>", "Opinion"),
        ("<div class=dachzeile>Verkehr</div>", "Verkehr"),
        ("", None),
        ("<p class=kicker>4 March 2024</p>", None),
        ("<p class=kicker>By Maura Ellison</p>", None),
        ("<p class=kicker>Home</p>", None),
        ("<div class=section><a href=/>Front</a><a href=/transport>Transport</a></div>", None),
        (f"<div class=topic>News › {TITLE}</div>", None),
        ("<figure><img src=/a.jpg><figcaption class=label>Private</figcaption></figure>", None),
    ],
)
def test_labels(before: str, expected: str | None) -> None:
    """A named label right above the headline is the kicker; dates, names, trails and captions are none."""
    assert _kicker(before) == expected


def test_a_kicker_inside_the_headline() -> None:
    """A named inline element that opens the headline is the kicker, and no part of the title."""
    html = f"<h1><span class=kicker>Transport</span> {TITLE}</h1>"
    page = f"<html lang=en><body><article>{html}<div>{TEXT}</div></article></body></html>"
    doc = newsclean.from_html(page, url="https://fjordpost.example/a")
    assert (doc.kicker, doc.title) == ("Transport", TITLE)
