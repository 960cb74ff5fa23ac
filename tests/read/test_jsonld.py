"""JSON-LD however broken → claims."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsclean.model.document import Author
from newsclean.model.draft import Claim
from newsclean.read.jsonld import read_json, read_jsonld

URL = "https://news.example/2024/bridge"
GOOD = '{"@type": "NewsArticle", "headline": "Bridge reopens"}'


def read(*blocks: Any) -> list[Claim]:
    """The claims of blocks given as JSON texts or values."""
    texts = [b if isinstance(b, str) else json.dumps(b) for b in blocks]
    return read_jsonld(texts, [URL], ["Bridge reopens | News"], URL)


def best(claims: list[Claim], field: str) -> Any:
    """The value of the best claim for a field, or None."""
    return max(
        (c for c in claims if c.field == field), key=lambda c: c.confidence, default=Claim("", None, "dom")
    ).value


def article(**properties: Any) -> dict[str, Any]:
    """A news article with these properties."""
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bridge reopens", **properties}


@pytest.mark.parametrize(
    "text",
    [
        GOOD + ";",
        GOOD + "\x00",
        "\ufeff" + GOOD,
        "<!--\n" + GOOD + "\n-->",
        "//<![CDATA[\n" + GOOD + "\n//]]>",
        "/*<![CDATA[*/" + GOOD + "/*]]>*/",
        GOOD[:-1] + ",}",
        GOOD[:-1] + ', "url": "https://x.example/a" } // end',
        "/* made by a plug-in */ " + GOOD,
        GOOD.replace("Bridge reopens", "Bridge\nreopens"),
        GOOD.replace("Bridge reopens", "Bridge\treopens"),
        GOOD.replace('"', "&quot;"),
        GOOD + "\n" + '{"@type": "WebSite", "name": "News"}',
        GOOD + "," + GOOD,
        GOOD[:-1],
        GOOD.replace('"@type"', "'@type'"),
        GOOD.replace("Bridge reopens", "Bridge <b>reopens</b>"),
        "[[[" + GOOD + "]]]",
        '{"@graph": [' + GOOD + "]}",
    ],
)
def test_broken_blocks(text: str) -> None:
    """What is wrong with a block does not hide the headline in it."""
    assert best(read(text), "title") == "Bridge reopens"


@pytest.mark.parametrize(
    "text",
    ["", "42", "null", "not json", "[" * 100_000, '{"a":' * 100_000, '{"@type": "NewsArticle", "headline": ' + "[" * 900,
     '"' + '\\"' * 50_000, "{" + "/*" * 50_000, "{" + '"\\"' * 20_000, '{"a": ' + "9" * 5000 + "}", "x" * 2_000_000],
)  # fmt: skip
def test_hopeless_blocks(text: str) -> None:
    """A block that cannot be read claims nothing, raises nothing and costs no other block."""
    assert read(text) == []
    assert best(read(text, GOOD, text), "title") == "Bridge reopens"


def test_depth() -> None:
    """Deep nesting is refused before it is parsed, brackets in reach are not."""
    assert read_json("[" * 65 + "]" * 65) is None
    assert read_json("[" * 60 + "]" * 60) is not None
    assert read_json(json.dumps([{"a": 1}] * 500)) == [{"a": 1}] * 500


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ada Lind", (Author("Ada Lind"),)),
        ([[["Ada Lind"]]], (Author("Ada Lind"),)),
        ([{"@type": "Person", "name": "Ada Lind", "url": "/ada", "jobTitle": "Editor"}],
         (Author("Ada Lind", "https://news.example/ada", "Editor"),)),
        ({"name": ["Ada Lind", "Bo Ek"]}, (Author("Ada Lind"), Author("Bo Ek"))),
        ([{"name": "Ada Lind"}, "ada lind", 7, None, True, {}, []], (Author("Ada Lind"),)),
        ({"@type": "Organization", "name": "Nordic Agency"}, (Author("Nordic Agency", kind="organisation"),)),
        ({"@type": ["Thing", "http://schema.org/NewsMediaOrganization"], "name": "NA"}, (Author("NA", kind="organisation"),)),
        ({"givenName": "Ada", "familyName": "Lind"}, (Author("Ada Lind"),)),
        ({"@list": [{"@id": "#ada"}]}, (Author("Ada &c", role="Reporter"),)),
        ("https://social.example/ada", None),
        ({"name": {"@value": "Ada Lind"}}, (Author("Ada Lind"),)),
        (True, None),
        (5, None),
    ],
)  # fmt: skip
def test_authors(author: Any, expected: tuple[Author, ...] | None) -> None:
    """Authors come out of strings, objects, lists in lists and references; other types are passed over."""
    person = {"@type": "Person", "@id": "#ada", "name": "Ada &amp;c", "jobTitle": {"name": "Reporter"}}
    assert best(read({"@graph": [article(author=author), person]}), "authors") == expected


@pytest.mark.parametrize(
    ("properties", "field", "expected"),
    [
        ({"datePublished": "2024-05-17T10:00:00+02:00"}, "published", "2024-05-17T10:00:00+02:00"),
        ({"datePublished": ["2024-05-17", None]}, "published", "2024-05-17"),
        ({"datePublished": 1e999}, "published", None),
        ({"dateModified": " 2024-05-18 "}, "modified", "2024-05-18"),
        ({"headline": {"@value": "Other"}}, "title", "Other"),
        ({"headline": "News", "name": "Bridge reopens", "publisher": {"name": "News"}}, "title", "Bridge reopens"),
        ({"headline": "Bridge\\u0000 &amp; pier\u001b[2J"}, "title", "Bridge\\u0000 & pier[2J"),
        ({"headline": "A \ud800 B"}, "title", "A B"),
        ({"headline": None, "name": None}, "title", None),
        ({"publisher": "News"}, "site_name", "News"),
        ({"publisher": [1, {"name": [1]}, {"name": "News"}]}, "site_name", "News"),
        ({"keywords": "rail, strike; x"}, "tags", ("rail", "strike; x")),
        ({"keywords": [1, None, "rail", ["strike"]]}, "tags", ("rail", "strike")),
        ({"articleSection": ["Politics", "World"]}, "category", "Politics"),
        ({"inLanguage": {"@type": "Language", "alternateName": "pt_br"}}, "language", "pt-BR"),
        ({"isAccessibleForFree": "False"}, "access", "metered"),
        ({"isAccessibleForFree": True}, "access", "free"),
        ({"isAccessibleForFree": "http://schema.org/True"}, "access", "free"),
        ({"hasPart": {"cssSelector": ".pay"}, "isAccessibleForFree": False}, "paywall_selector", ".pay"),
        ({"articleBody": "<p>One &amp; two.</p><p>Three.</p>"}, "article_body", "One & two.\nThree."),
        ({"correction": {"text": "An earlier version was wrong."}}, "correction", "An earlier version was wrong."),
        ({"sponsor": {"name": "Acme"}}, "sponsor", "Acme"),
        ({"url": "javascript:alert(1)"}, "canonical_url", None),
        ({"mainEntityOfPage": {"@id": URL}}, "canonical_url", URL),
        ({"mainEntityOfPage": "http://[::1"}, "canonical_url", None),
        ({}, "ld_type", "NewsArticle"),
    ],
)
def test_properties(properties: dict[str, Any], field: str, expected: Any) -> None:
    """Each property becomes the claim of its field, clean and of the declared type whatever the data says."""
    assert best(read(article(**properties)), field) == expected


def test_image() -> None:
    """The first usable image is taken with its size and caption."""
    image = [None, {"url": None}, 4, {"@type": "ImageObject", "url": "/a.jpg", "width": "640px", "height": {"value": 480},
                                       "caption": "The bridge"}]  # fmt: skip
    found = best(read(article(image=image)), "lead_image")
    assert (found.url, found.width, found.height, found.caption) == (
        "https://news.example/a.jpg",
        640,
        480,
        "The bridge",
    )


def test_article_among_teasers() -> None:
    """The item with the page's address wins over teasers; a teaser alone is believed less."""
    teasers = [{"@type": "NewsArticle", "headline": f"Other {n}", "url": f"https://news.example/{n}"} for n in range(5)]
    own = {"@type": "Article", "headline": "New title", "url": URL + "/"}
    assert best(read([*teasers, own]), "title") == "New title"
    assert max(c.confidence for c in read(teasers) if c.field == "title") < 0.5
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": teasers[0]}]}
    assert read(listed) == []


def test_references_in_circles() -> None:
    """Items that refer to themselves or each other end."""
    graph = {"@graph": [article(**{"@id": "#a", "author": {"@id": "#a"}, "isPartOf": {"@id": "#b"}}),
                        {"@id": "#b", "mainEntity": {"@id": "#a"}}]}  # fmt: skip
    assert best(read(graph), "title") == "Bridge reopens"


def test_site_and_breadcrumb() -> None:
    """The site's name and the trail come from the items beside the article."""
    crumbs = {"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"}, {"item": {"name": "Politics"}}]}
    claims = read(GOOD, {"@graph": [{"@type": "WebSite", "name": "News"}, crumbs]})
    assert best(claims, "site_name") == "News"
    assert best(claims, "breadcrumb") == ("Home", "Politics")
