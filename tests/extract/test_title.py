"""The printed headline against what metadata claims."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.extract.title import mark_title, strip_site_name
from newsclean.read import read_html

BODY = "<p>The ships will be loaded again from Tuesday, the harbour master said on Monday evening.</p>"


def _title(head: str, body: str) -> str | None:
    draft = read_html(f"<html><head>{head}</head><body>{body}{BODY}</body></html>", url="https://dailytide.example/a")
    mark_title(draft)
    value = draft.value("title")
    return value if isinstance(value, str) else None


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "<title>Strike ends in the harbour | Daily Tide</title>",
            "<h1>Strike ends in the harbour</h1>",
            "Strike ends in the harbour",
        ),
        (
            "<title>Harbour strike: all you need to know</title>",
            "<ol class=breadcrumb><li><h1>Harbour strike: all you need to know</h1></li></ol>"
            "<article><h2 class=headline>Nine days, and then a handshake</h2></article>",
            "Harbour strike: all you need to know",
        ),
        (
            "<meta property='og:title' content='Nine days, and then a handshake'>",
            "<div>Nine days, and then a handshake</div>",
            "Nine days, and then a handshake",
        ),
        (
            "<title>Nine days of strike - Politics - Daily Tide</title>",
            "<p class=head>Nine days of strike</p>",
            "Nine days of strike",
        ),
        (
            "<meta property='og:site_name' content='Daily Tide'>",
            "<h1>Daily Tide</h1><h1>Nine days of strike in the harbour</h1>",
            "Nine days of strike in the harbour",
        ),
        (
            "<title>Only the claim says it – Daily Tide</title><meta property='og:site_name' content='Daily Tide'>",
            "",
            "Only the claim says it",
        ),
        (
            "<title>The Daily Tide, tide.example</title><meta property='og:site_name' content='The Daily Tide'>",
            "<table><tr><td class=date>16.12.2011</td></tr><tr><td class=title_big>The ships sail again</td></tr></table>",
            "The ships sail again",
        ),
        (
            "<meta property='og:title' content='The ships sail again'>",
            "<h1><span class=kicker>Harbour</span> The ships sail again</h1>",
            "The ships sail again",
        ),
        (  # <title> runs kicker and headline together, which says nothing against two lines
            "<title>Harbour: The ships sail again | Daily Tide</title><meta property='og:title' content='The ships sail again'>",
            "<h3><span class=a>Harbour</span> <span class=b>- </span> <span>The ships sail again</span></h3>",
            "The ships sail again",
        ),
        (  # a colon in an element of its own, which only its style parts from the next
            "<title>Nine days</title>",
            "<h1><span class=a>Harbour in Averin</span><span class=b>:</span><span>The ships sail again</span></h1>",
            "Harbour in Averin: The ships sail again",
        ),
        (  # a subtitle below the headline, in its element
            "<meta property='og:title' content='The ships sail again'>",
            "<h1>The ships sail again<br><small>Nine days of talks end with a handshake</small></h1>",
            "The ships sail again",
        ),
        (  # two lines of one headline
            "<meta property='og:title' content='The ships sail again after nine days'>",
            "<h1>The ships sail again<br>after nine days</h1>",
            "The ships sail again after nine days",
        ),
        (  # a badge for subscribers
            "<meta property='og:title' content='The ships sail again'>",
            "<h1><i class=plus>+</i> The ships sail again</h1>",
            "The ships sail again",
        ),
        (  # sections between bars
            "<title>罢工九天后港口重新开放_新闻_潮汐网</title><meta property='og:site_name' content='潮汐网'>",
            "",
            "罢工九天后港口重新开放",
        ),
        (
            "<title>Ships sail - and the crane too - Daily Tide</title><meta property='og:site_name' content='Daily Tide'>",
            "",
            "Ships sail - and the crane too",
        ),
    ],
)
def test_printed_headline(head: str, body: str, title: str) -> None:
    """What a reader sees as the headline is the title, without kicker and site name."""
    assert _title(head, body) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Strike ends | The Daily Tide", "Strike ends"),
        ("The Daily Tide: Strike ends", "The Daily Tide: Strike ends"),
        ("The Daily Tide » Strike ends", "Strike ends"),
        ("Strike ends - at last", "Strike ends - at last"),
        ("Why the Daily Tide turned", "Why the Daily Tide turned"),
    ],
)
def test_strip_site_name(text: str, title: str) -> None:
    """The site's name goes where it stands at an end by itself, and stays in a sentence."""
    assert strip_site_name(text, ("The Daily Tide",)) == title


def test_a_heading_at_the_end_of_a_trail_is_none() -> None:
    """A search title that ends the breadcrumb loses against the headline that the page prints below."""
    html = (
        "<html><head><title>Ferries: the night boats return</title><meta property='og:title' content='Night ferries are back'>"
        "</head><body><section><div><a href=/>News</a> | <a href=/coast>Coast</a> |</div><h1>Ferries: the night boats return</h1>"
        "</section><article><h2>Night ferries are back</h2><p>The first ferry left the quay at Sundal on Friday night with "
        "nine cars on its deck.</p><p>The county council voted for the money in June, against its own office.</p></article>"
        "</body></html>"
    )
    assert newsclean.from_html(html, url="https://fjordpost.example/a").title == "Night ferries are back"
