"""Other addresses of an article that its page declares or links."""

from __future__ import annotations

import pytest

import newsclean

PAGE = """<html lang="en"><head><title>The long way</title>{head}</head><body><article><h1>The long way</h1>
<p>The boats have carried grain down the river for two hundred years, and this spring the last was sold to a buyer.</p>
<p>A buyer from the coast wants to keep three of them afloat, and has asked the town for a place at the quay now.</p>
{body}</article></body></html>"""
SITE = "https://river.example"


def find(url: str, head: str = "", body: str = "") -> dict[str, str]:
    return dict(newsclean.from_html(PAGE.format(head=head, body=body), SITE + url).variants)


DECLARED = {
    '<link rel="amphtml" href="/amp/a">': {"amp": SITE + "/amp/a"},
    '<link rel="next" href="/a?page=2">': {"next": SITE + "/a?page=2"},
    '<link rel="alternate" media="print" href="/print/a">': {"print": SITE + "/print/a"},
    '<link rel="alternate" media="only screen and (max-width: 640px)" href="//m.river.example/a">': {
        "mobile": "https://m.river.example/a"
    },
    '<link rel="alternate" media="handheld" href="/m/a">': {"mobile": SITE + "/m/a"},
    '<link rel="alternate" hreflang="fr" href="/fr/a"><link rel="alternate" hreflang="pt-br" href="/pt/a">': {
        "fr": SITE + "/fr/a",
        "pt-BR": SITE + "/pt/a",
    },
    '<link rel="alternate" hreflang="en" href="/a"><link rel="alternate" hreflang="x-default" href="/world/a">': {},
    '<link rel="canonical" href="/en/a"><link rel="alternate" hreflang="en" href="/en/a">': {},
    '<link rel="alternate" hreflang="de" type="application/rss+xml" href="/feed">': {},
    '<link rel="alternate" type="application/json+oembed" href="/oembed">': {},
    '<link rel="amphtml" href="/amp/a"><link rel="amphtml" href="/amp/b">': {"amp": SITE + "/amp/a"},
    '<link rel="alternate" media="print" href="/p"><link rel="next" href="/a/2"><link rel="amphtml" href="/amp">': {
        "print": SITE + "/p",
        "next": SITE + "/a/2",
        "amp": SITE + "/amp",
    },
    '<base href="https://river.example/news/"><link rel="amphtml" href="amp">': {"amp": SITE + "/news/amp"},
    '<link rel="amphtml" href="javascript:void(0)">': {},
    '<link rel="next" href="/a">': {},
    '<link rel="next" href="javascript:void(0)">': {},
}


@pytest.mark.parametrize("head", DECLARED)
def test_declared(head: str) -> None:
    """What the head declares, absolute; not the page itself."""
    assert find("/a", head) == DECLARED[head]


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("/a", "/a?page=2"),
        ("/a?page=2", "?page=3"),
        ("/news/a/", "/news/a/2/"),
        ("/news/a", "/news/a/2"),
        ("/news/a/2", "/news/a/3"),
        ("/news/a", "/news/a/page/2"),
        ("/news/a.html", "/news/a-2.html"),
        ("/news/a-2.html", "a-3.html"),
        ("/news/a.html", "/news/a_2.html"),
        ("/news/a.html", "/news/a,seite-2.html"),
        ("/news/a?page=1", "/news/a?page=2"),
    ],
)
def test_numbered_pages(url: str, href: str) -> None:
    """A link to this address with the number that comes next is the next page."""
    body = f'<p><a href="{url}">1</a> <a href="{href}">2</a> <a href="/elsewhere/2">More</a></p>'
    assert find(url, body=body)["next"].endswith(href.removeprefix("?"))


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("/news/a", "/news/b?page=2"),
        ("/news/a", "/news/a?page=3"),
        ("/news/a", "/news/a?comments=2"),
        ("/news/a?page=3", "/news/a?page=2"),
        ("/news/a", "/news/another-2.html"),
        ("/news/a", "https://other.example/news/a/2"),
        ("/story-12.html", "/story-14.html"),
    ],
)
def test_other_numbers(url: str, href: str) -> None:
    """Numbers in other addresses, and pages before or further on, are not the next page."""
    assert "next" not in find(url, body=f'<p>See <a href="{href}">this</a> for more of it.</p>')


def test_a_link_with_the_relation() -> None:
    """The relation may stand at the link in the body."""
    assert find("/a", body='<p><a rel="nofollow next" href="/b">Next</a></p>') == {"next": SITE + "/b"}
