"""Structured data that is broken or lies loses to a page that is clear."""

from __future__ import annotations

import datetime

import pytest

import newsclean

PARAGRAPHS = (
    "<p>The strike in the harbour ended on Monday after nine days of talks between the union and the owners.</p>"
    "<p>Ships will be loaded again from Tuesday, the harbour master said, and the queue will take a week to clear.</p>"
    "<p>Both sides called the agreement fair, though neither would say in public what had been given up for it.</p>"
)
HEAD = "<h1>Harbour strike ends after nine days</h1><p class=byline>By Maura Ellison</p><p class=date>4 March 2024, 08:15</p>"


def _page(data: str = "", body: str = HEAD, head: str = "", end: str = "", **options: object) -> newsclean.Document:
    script = f"<script type='application/ld+json'>{data}</script>" if data else ""
    html = f"<html lang=en><head>{head}{script}</head><body><article>{body}<div>{PARAGRAPHS}</div></article>{end}</body></html>"
    return newsclean.from_html(html, url="https://dailytide.example/a", options=newsclean.Options(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "headline": 5, "author": [null, 3, {"name": []}], "datePublished": {"a": 1}}',
        '{"@type": "NewsArticle", "headline": "Harbour strike ends after nine days", "author": "admin"',
        '{"@type": "NewsArticle", "headline": "Win a car! Ten tips", "author": {"name": "3 hours ago"}}',
        '{"@type": "NewsArticle", "headline": "Daily Tide", "author": {"name": "https://facebook.com/dailytide"}}',
        '[[[{"@type": ["NewsArticle"], "datePublished": "0000-00-00T00:00:00Z", "author": "Staff"}]]]',
        "not json at all",
    ],
)
def test_the_page_is_clear(data: str) -> None:
    """Whatever the JSON-LD says, headline, writer and date are those that a reader sees."""
    doc = _page(data)
    assert doc.title == "Harbour strike ends after nine days"
    assert [a.name for a in doc.authors] == ["Maura Ellison"]
    assert (doc.published or "").startswith("2024-03-04")


@pytest.mark.parametrize(
    "name",
    ["Staff", "Staff Reporter", "admin", "3 hours ago", "08:15", "London", "https://www.facebook.com/dailytide",
     "@dailytide", "Daily Tide", "editor@dailytide.example", "5", "Posted by"],
)  # fmt: skip
def test_no_author_rather_than_a_wrong_one(name: str) -> None:
    """Placeholders, times, places, addresses and the site itself are no authors where the page prints none."""
    body = "<h1>Harbour strike ends after nine days</h1>"
    head = f"<meta property='og:site_name' content='Daily Tide'><meta name=author content='{name}'>"
    assert _page(body=body, head=head).authors == ()


@pytest.mark.parametrize(
    "end",
    [
        "<section class=related><h3>More</h3><div class=card><a href=/b>Fog shuts airport</a>"
        "<span class=author>Tom Brandt</span></div></section>",
        "<section class=comments><div class=comment><span class=author>Rita Vale</span> 5 March 2024</div></section>",
        "<footer><p>© 2031 Daily Tide</p></footer>",
    ],
)
def test_neighbours_sign_nothing(end: str) -> None:
    """Writers and dates of teasers, comments and the footer are not the article's."""
    doc = _page(body="<h1>Harbour strike ends after nine days</h1>", end=end)
    assert (doc.authors, doc.published) == ((), None)


def test_a_person_quoted_is_no_author() -> None:
    """Neither the speaker of a quote nor a caption's subject signs the article."""
    quote = "<blockquote><p>“It was a fair fight.”</p><cite>Rita Vale, union leader</cite></blockquote>"
    assert _page(body=f"<h1>Harbour strike ends after nine days</h1>{quote}").authors == ()


@pytest.mark.parametrize(
    ("now", "published"),
    [
        (datetime.datetime(2024, 3, 5, tzinfo=datetime.UTC), "2024-03-04T08:15:00+01:00"),
        (datetime.datetime(2023, 3, 5, tzinfo=datetime.UTC), None),
    ],
)
def test_the_future_is_refused_against_the_given_clock(now: datetime.datetime, published: str | None) -> None:
    """A date after `Options.now` is none."""
    head = "<meta property='article:published_time' content='2024-03-04T08:15:00+01:00'>"
    assert _page(body="<h1>Harbour strike ends after nine days</h1>", head=head, now=now).published == published


def test_fields_are_cut() -> None:
    """A title has at most 1,000 characters, an author list at most 100 names, wherever they come from."""
    names = ",".join(
        f'{{"@type": "Person", "name": "Maura Ellison {chr(65 + i // 26)}{chr(97 + i % 26)}la"}}' for i in range(300)
    )
    doc = _page(f'{{"@type": "NewsArticle", "headline": "{"strike " * 400}", "author": [{names}]}}', body="<p>x</p>")
    assert len(doc.title or "") <= 1000
    assert len(doc.authors) <= 100
    assert all(len(p.raw) <= 2000 for p in doc.provenance.values())
