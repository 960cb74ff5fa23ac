"""Provenance: every field says where it comes from, as it stood there, and who lost."""

from __future__ import annotations

import pytest

import newsclean

HEAD = """
<title>Harbour strike ends after nine days - Daily Tide</title>
<link rel=canonical href="https://dailytide.example/harbour/strike-ends">
<meta property="og:title" content="Nine-day strike is over">
<meta property="og:site_name" content="Daily Tide">
<meta property="og:image" content="https://img.dailytide.example/quay.jpg">
<meta property="article:section" content="Economy">
<meta name=news_keywords content="harbour, strike">
<meta name=keywords content="news, harbour">
<meta name=author content="Daily Tide">
<meta property="article:published_time" content="2024-03-04T08:15:00+01:00">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Harbour strike ends after nine days", "datePublished": "2024-03-04T08:15:00+01:00",
 "dateModified": "2024-03-04T10:30:00+01:00", "author": {"@type": "Person", "name": "Maura Ellison"},
 "isAccessibleForFree": true, "keywords": ["harbour", "strike", "wages"], "inLanguage": "en-GB",
 "publisher": {"@type": "Organization", "name": "Daily Tide Ltd"}}</script>
"""
BODY = """
<p class=kicker>Wage talks</p><h1>Harbour strike ends after nine days</h1>
<p class=standfirst>After nine days of talks the union and the owners shake hands on a new wage.</p>
<p class=byline>By Maura Ellison</p><p class=date>Updated 4 March 2024, 10:30</p>
<figure><img src="/quay.jpg" width=1200 height=800 alt="The quay"><figcaption>The quay on Monday</figcaption></figure>
<div class=text>
<p>PORT AVERIN (Reuters) - The strike in the harbour ended on Monday after nine days of talks between the sides.</p>
<p>Ships will be loaded again from Tuesday, the harbour master said, and the queue will take a week to clear.</p>
<p>Both sides called the agreement fair, though neither would say in public what had been given up for it.</p></div>
"""
PAGE = f"<html lang=en dir=ltr><head>{HEAD}</head><body><article>{BODY}</article></body></html>"


@pytest.fixture(scope="module")
def document() -> newsclean.Document:
    """The document of the made page."""
    return newsclean.from_html(PAGE, url="https://dailytide.example/harbour/strike-ends?utm_source=x")


@pytest.mark.parametrize(
    ("field", "source", "path", "raw"),
    [
        ("title", "dom", "h1", "Harbour strike ends after nine days"),
        ("kicker", "dom", "p.kicker", "Wage talks"),
        ("dek", "dom", "p.standfirst", "After nine days"),
        ("byline", "dom", "p.byline", "By Maura Ellison"),
        ("authors", "dom", "p.byline", "By Maura Ellison"),
        ("dateline", "dom", "p", "PORT AVERIN (Reuters)"),
        ("published", "json-ld", "json-ld[0].datePublished", "2024-03-04T08:15:00+01:00"),
        ("modified", "json-ld", "json-ld[0].dateModified", "2024-03-04T10:30:00+01:00"),
        ("site_name", "meta", "meta[og:site_name]", "Daily Tide"),
        ("category", "meta", "meta[article:section]", "Economy"),
        ("tags", "meta", "meta[news_keywords]", "harbour, strike"),
        ("canonical_url", "meta", "link[canonical]", "https://dailytide.example/harbour/strike-ends"),
        ("language", "meta", "html[lang]", "en"),
        ("access", "json-ld", "json-ld[0].isAccessibleForFree", "True"),
        ("lead_image", "dom", "figure", "quay.jpg"),
    ],
)
def test_each_field_says_where_it_comes_from(
    document: newsclean.Document, field: str, source: str, path: str, raw: str
) -> None:
    """Source, place and raw text of the winner; a confidence between 0 and 1; every loser the same."""
    assert getattr(document, field)
    provenance = document.provenance[field]
    assert (provenance.source, path in provenance.path, raw in provenance.raw) == (source, True, True), provenance
    for one in (provenance, *provenance.others):
        assert 0 < one.confidence <= 1
        assert one.source
    assert all(other.confidence <= provenance.confidence for other in provenance.others)


@pytest.mark.parametrize(
    ("field", "loser"),
    [
        ("title", "Nine-day strike is over"),
        ("authors", "Daily Tide"),
        ("site_name", "Daily Tide Ltd"),
        ("tags", "news, harbour"),
        ("published", "2024-03-04T08:15:00+01:00"),
        ("lead_image", "https://img.dailytide.example/quay.jpg"),
    ],
)
def test_losers_stay(document: newsclean.Document, field: str, loser: str) -> None:
    """What another source said is kept beside the winner."""
    assert any(loser in other.raw for other in document.provenance[field].others)


def test_no_field_without_provenance(document: newsclean.Document) -> None:
    """Every field that is filled in has provenance, and none that is empty has a winner's."""
    fields = (
        "title kicker dek byline authors dateline published modified site_name category tags canonical_url language"
    )
    for field in (*fields.split(), "access", "lead_image"):
        assert bool(getattr(document, field)) == (field in document.provenance), field


TITLE = "Harbour strike ends after nine days"
TEXT = (
    "<p>AVERIN (Reuters) - The strike in the harbour ended on Monday after nine days of talks between the sides.</p>"
    "<p>Ships will be loaded again from Tuesday, the harbour master said, and the queue will take a week to clear.</p>"
    "<p>Both sides called the agreement fair, though neither would say in public what had been given up for it.</p>"
)
CARD = "<figure><img src=/quay.jpg width=1200 height=800><figcaption>The quay</figcaption></figure>"
AUTHOR = "<div class=author-bio><h4>Priya Raman</h4><p>She writes on ports and on the people in them.</p></div>"


def _meta(name: str, value: str) -> str:
    return f"<meta property='{name}' content='{value}'>"


def _data(rest: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {rest}}}</script>'


def _page(*, head: str = "", before: str = "", after: str = "", end: str = "", html: str = "") -> newsclean.Document:
    page = (
        f"<html {html}><head>{head}</head><body><article itemscope itemtype='https://schema.org/Article'>{before}<h1>{TITLE}</h1>"
        f"{after}<div class=text>{TEXT}</div>{end}</article></body></html>"
    )
    return newsclean.from_html(page, url="https://dailytide.example/harbour/a")


Place = tuple[str, str, str]
"""Source, path, raw text."""


@pytest.mark.parametrize(
    ("field", "page", "winner", "losers"),
    [
        (
            "title",
            {"head": _meta("og:title", "Strike is over") + _data('"headline": "Nine days"')},
            ("dom", "article > h1", TITLE),
            [("meta", "meta[og:title]", "Strike is over"), ("json-ld", "json-ld[0].headline", "Nine days")],
        ),
        (
            "title",
            {"head": f"<title>{TITLE} | Daily Tide</title>"},
            ("dom", "article > h1", TITLE),
            [("meta", "title", f"{TITLE} | Daily Tide")],
        ),
        ("kicker", {"before": "<p class=kicker>Wages:</p>"}, ("dom", "article > p.kicker", "Wages:"), []),
        (
            "dek",
            {"after": "<p class=standfirst>Union and owners shake hands on a new wage.</p>"},
            ("dom", "article > p.standfirst", "Union and owners shake hands on a new wage."),
            [],
        ),
        (
            "byline",
            {"after": "<p class=byline>By Maura Ellison</p>"},
            ("dom", "article > p.byline", "By Maura Ellison"),
            [],
        ),
        (
            "authors",
            {"after": "<p class=byline>By Maura Ellison</p>", "head": _meta("author", "Tom Vale")},
            ("dom", "article > p.byline", "By Maura Ellison"),
            [("meta", "meta[author]", "Tom Vale")],
        ),
        (
            "authors",
            {"head": _data('"author": {"@type": "Person", "name": "Priya Raman"}') + _meta("author", "Tom Vale")},
            ("json-ld", "json-ld[0].author", "Priya Raman"),
            [("meta", "meta[author]", "Tom Vale")],
        ),
        (
            "authors",
            {"head": "<meta itemprop=author content='Priya Raman'>" + _meta("author", "Tom Vale")},
            ("meta", "meta[author]", "Tom Vale"),
            [],
        ),
        ("authors", {"end": AUTHOR}, ("dom", "div.author-bio > h4", "Priya Raman"), []),
        ("dateline", {}, ("dom", "div.text > p", TEXT[3:83]), []),
        (
            "published",
            {
                "head": _data('"datePublished": "2024-03-04T08:15:00+01:00"')
                + _meta("article:published_time", "2024-03-01T08:15:00+01:00")
            },
            ("json-ld", "json-ld[0].datePublished", "2024-03-04T08:15:00+01:00"),
            [("meta", "meta[article:published_time]", "2024-03-01T08:15:00+01:00")],
        ),
        (
            "published",
            {"after": "<p class=date>4 March 2024</p>", "head": _meta("date", "2024-03-09")},
            ("dom", "article > p.date", "4 March 2024"),
            [("meta", "meta[date]", "2024-03-09")],
        ),
        (
            "modified",
            {"after": "<p class=date>Updated 4 March 2024</p>"},
            ("dom", "article > p.date", "Updated 4 March 2024"),
            [],
        ),
        (
            "modified",
            {
                "head": _meta("article:modified_time", "2024-03-05T08:15:00+01:00")
                + _data('"dateModified": "2024-03-06"')
            },
            ("json-ld", "json-ld[0].dateModified", "2024-03-06"),
            [("meta", "meta[article:modified_time]", "2024-03-05T08:15:00+01:00")],
        ),
        (
            "site_name",
            {"head": _meta("og:site_name", "Daily Tide") + _data('"publisher": {"name": "Tide Ltd"}')},
            ("meta", "meta[og:site_name]", "Daily Tide"),
            [("json-ld", "json-ld[0].publisher", "Tide Ltd")],
        ),
        (
            "site_name",
            {"head": f"<title>{TITLE} | The Daily Tide</title>"},
            ("meta", "title", f"{TITLE} | The Daily Tide"),
            [],
        ),
        (
            "category",
            {"head": _meta("article:section", "Economy") + _data('"articleSection": "Ports"')},
            ("meta", "meta[article:section]", "Economy"),
            [("json-ld", "json-ld[0].articleSection", "Ports")],
        ),
        (
            "category",
            {"before": "<p class=breadcrumb><a href=/>Home</a> <a href=/e>Economy</a></p>"},
            ("dom", "article > p.breadcrumb", "Home Economy"),
            [],
        ),
        (
            "tags",
            {"head": _data('"keywords": ["harbour", "strike"]') + "<meta name=keywords content='news, port'>"},
            ("json-ld", "json-ld[0].keywords", "harbour, strike"),
            [("meta", "meta[keywords]", "news, port")],
        ),
        (
            "canonical_url",
            {"head": "<link rel=canonical href=/a>" + _meta("og:url", "https://dailytide.example/b")},
            ("meta", "link[canonical]", "/a"),
            [("meta", "meta[og:url]", "https://dailytide.example/b")],
        ),
        (
            "language",
            {"html": "lang=en-GB", "head": _data('"inLanguage": "de"')},
            ("meta", "html[lang]", "en-GB"),
            [("json-ld", "json-ld[0].inLanguage", "de")],
        ),
        ("language", {}, ("dom", "text", "en"), []),
        (
            "access",
            {"head": _data('"isAccessibleForFree": false') + _meta("article:content_tier", "metered")},
            ("meta", "meta[article:content_tier]", "metered"),
            [("json-ld", "json-ld[0].isAccessibleForFree", "False")],
        ),
        (
            "lead_image",
            {"head": _meta("og:image", "https://img.example/q.jpg"), "after": CARD},
            ("dom", "article > figure", "https://dailytide.example/quay.jpg"),
            [("meta", "meta[og:image]", "https://img.example/q.jpg")],
        ),
        (
            "lead_image",
            {"head": _meta("og:image", "https://img.example/q.jpg")},
            ("meta", "meta[og:image]", "https://img.example/q.jpg"),
            [],
        ),
    ],
)
def test_winner_and_losers(field: str, page: dict[str, str], winner: Place, losers: list[Place]) -> None:
    """Exactly where the winner comes from and who lost, from each kind of source; the winner is not among the losers."""
    provenance = _page(**page).provenance[field]
    assert (provenance.source, provenance.path, provenance.raw) == winner
    assert sorted((o.source, o.path, o.raw) for o in provenance.others) == sorted(losers)
