"""Meta elements, links, title and root attributes → claims."""

from __future__ import annotations

from typing import Any

import lxml.etree as etree
import pytest

from newsclean.model.document import Author
from newsclean.model.draft import Claim
from newsclean.read.claims import read_claims

URL = "https://news.example/2024/bridge"


def read(head: str, root: str = "<html>") -> dict[str, Any]:
    """The best value for each field of a page with this head."""
    tree = etree.fromstring(f"{root}<head>{head}</head><body><p>x</p></body></html>", etree.HTMLParser())
    claims: dict[str, Claim] = {}
    for claim in read_claims(tree, URL):
        if claim.field not in claims or claims[claim.field].confidence < claim.confidence:
            claims[claim.field] = claim
    return {field: claim.value for field, claim in claims.items()}


@pytest.mark.parametrize(
    ("head", "field", "expected"),
    [
        ("<title>Bridge &amp; pier\n | News</title>", "title", "Bridge & pier | News"),
        ("<title></title><title>Second</title>", "title", "Second"),
        ('<meta property="og:title" content="Bridge"><title>Bridge | News</title>', "title", "Bridge"),
        ('<meta name="OG:Title" value="Bridge">', "title", "Bridge"),
        ('<meta property="og:title">', "title", None),
        ('<meta property="og:title" content="Tom &amp;amp; <b>Jerry</b>">', "title", "Tom & Jerry"),
        ('<meta name="description" content=" One.  Two. ">', "description", "One. Two."),
        ('<meta name="author" content="Ada Lind">', "authors", (Author("Ada Lind"),)),
        ('<meta name="citation_author" content="A Lind"><meta name="citation_author" content="B Ek">', "authors",
         (Author("A Lind"), Author("B Ek"))),
        ('<meta property="article:author" content="https://social.example/ada">', "authors", None),
        ('<meta property="article:author" content="https://social.example/ada">', "author_url", "https://social.example/ada"),
        ('<meta name="twitter:creator" content="@ada">', "authors", None),
        ('<meta property="article:published_time" content="2024-05-17T10:00">', "published", "2024-05-17T10:00"),
        ('<meta name="DC.date.issued" content="2024-05-17">', "published", "2024-05-17"),
        ('<meta name="DC:Date" content="2024-05-17">', "published", "2024-05-17"),
        ('<meta name="parsely-pub-date" content="2024-05-17">', "published", "2024-05-17"),
        ('<meta name="sailthru.date" content="2024-05-17">', "published", "2024-05-17"),
        ('<meta name="pubdate" content="17 mai 2024">', "published", "17 mai 2024"),
        ('<meta property="og:updated_time" content="2024-05-18">', "modified", "2024-05-18"),
        ('<meta property="og:site_name" content="News">', "site_name", "News"),
        ('<meta property="article:section" content="Politics">', "category", "Politics"),
        ('<meta property="article:tag" content="a, b"><meta property="article:tag" content="c">', "tags", ("a, b", "c")),
        ('<meta name="news_keywords" content="rail, strike">', "tags", ("rail", "strike")),
        ('<meta property="og:locale" content="de_AT">', "language", "de-AT"),
        ('<meta http-equiv="Content-Language" content="sv, en">', "language", "sv"),
        ('<link rel="canonical" href="/2024/bridge">', "canonical_url", URL),
        ('<link rel="canonical" href="data:text/html,x">', "canonical_url", None),
        ('<base href="https://other.example/a/"><link rel="amphtml" href="amp">', "amp_url", "https://other.example/a/amp"),
        ('<link rel="alternate" media="print" href="/print">', "print_url", "https://news.example/print"),
        ('<link rel="next" href="?p=2">', "next_url", URL + "?p=2"),
        ('<meta property="article:content_tier" content="locked">', "access", "metered"),
        ('<meta property="og:type" content="article">', "og_type", "article"),
    ],
)  # fmt: skip
def test_names(head: str, field: str, expected: Any) -> None:
    """Each vocabulary's name gives its field; addresses in the place of names do not."""
    assert read(head).get(field) == expected


def test_image() -> None:
    """Open Graph's size and alt go with its first image."""
    found = read(
        '<meta property="og:image" content="/a.jpg"><meta property="og:image:width" content="1200">'
        '<meta property="og:image:height" content="x"><meta property="og:image:alt" content="Bridge">'
        '<meta property="og:image" content="/b.jpg"><meta property="og:image:width" content="9">'
    )["lead_image"]
    assert (found.url, found.width, found.height, found.alt) == ("https://news.example/a.jpg", 1200, None, "Bridge")


@pytest.mark.parametrize(
    ("root", "language", "direction"),
    [
        ('<html lang="fa-ir" dir="RTL">', "fa-IR", "rtl"),
        ('<html xml:lang="zh-hant">', "zh-Hant", None),
        ('<html lang="English">', None, None),
        ('<html lang="' + "x" * 5000 + '">', None, None),
    ],
)
def test_root(root: str, language: str | None, direction: str | None) -> None:
    """Language and direction are read from the root in their usual form, or not at all."""
    found = read("", root)
    assert (found.get("language"), found.get("direction")) == (language, direction)


@pytest.mark.parametrize(
    "bait", ["-" * 200_000, "&#" + "9" * 20_000 + ";", "<a " * 50_000, "&lt;" * 50_000, "\u202e\x1b" * 9999]
)
def test_long_values(bait: str) -> None:
    """Whatever a value holds, it is cut, clean and claimed without an error."""
    escaped = bait.replace("&", "&amp;").replace("<", "&lt;").replace("\x1b", "")
    names = ("author", "description", "og:title", "keywords", "date", "og:locale", "og:image", "og:url")
    found = read("".join(f'<meta name="{name}" content="{escaped}">' for name in names))
    assert len(found.get("title", "")) <= 1000
    assert len(found.get("published", "")) <= 100
    assert "\u202e" not in str(found)
