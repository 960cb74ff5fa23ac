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
        ("<p class=label><a href=#story>On to the story</a></p>", None),
        ("<div class=section><a href=/>Front</a><a href=/transport>Transport</a></div>", None),
        (f"<div class=topic>News › {TITLE}</div>", None),
        ("<div class=article-title-header>Life on the fjord –</div>", "Life on the fjord"),
        ("<section><h3><a href=/coast>Coast</a></h3></section>", "Coast"),
        ("<ul><li class=section><a href=/a>News</a>" + "<li class=section><a href=/b>Coast</a>" * 5 + "</ul>", None),
        ("<h2><a href=/other>Fog shuts the airport for hours</a></h2>", None),
        ("<div class='section authors'>Maura Ellison</div>", None),
        ("<figure><img src=/a.jpg><figcaption class=label>Private</figcaption></figure>", None),
        ("<div class=category>87</div>", None),
        ("<ol class=breadcrumb><li><a href=/>Tide</a><li><a href=/coast>Coast</a></ol>", None),
        ("<ul class=crumbs><li class=section><a href=/coast>Coast</a></ul>", "Coast"),
    ],
)
def test_labels(before: str, expected: str | None) -> None:
    """A named label right above the headline is the kicker; dates, names, trails and captions are none."""
    assert _kicker(before) == expected


def test_a_label_in_the_line_of_dates() -> None:
    """The name of a label goes before the names of the box that it stands in."""
    below = (
        "<p>The county voted for the money in June.</p><div class=header-meta><span class=subject>Coast</span></div>"
    )
    assert _kicker("", f"<h1>{TITLE}</h1>{below}") == "Coast"


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("<div class=category><a href=/coast>Coast</a></div>", "Coast"),
        ("<h2 class=category>A grey morning</h2>", None),
        ("<p>4 March</p><p>3 min</p><div class=category>Coast</div>", None),
    ],
)
def test_labels_below(below: str, expected: str | None) -> None:
    """Below the headline only the next lines may be its label, and a heading that the text begins with is none."""
    assert _kicker("", f"<h1>{TITLE}</h1>{below}") == expected


def test_a_kicker_inside_the_headline() -> None:
    """A named inline element that opens the headline is the kicker, and no part of the title."""
    html = f"<h1><span class=kicker>Transport</span> {TITLE}</h1>"
    page = f"<html lang=en><body><article>{html}<div>{TEXT}</div></article></body></html>"
    doc = newsclean.from_html(page, url="https://fjordpost.example/a")
    assert (doc.kicker, doc.title) == ("Transport", TITLE)
