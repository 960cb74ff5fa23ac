"""Microdata and rel=author links → claims."""

from __future__ import annotations

from typing import Any

import lxml.etree as etree
import pytest

from newsclean.model.document import Author
from newsclean.read.microdata import read_microdata, read_signers

URL = "https://news.example/2024/bridge"


def tree(body: str) -> Any:
    """The root of a page with this body."""
    return etree.fromstring(f"<html><body>{body}</body></html>", etree.HTMLParser())


def article(inside: str) -> dict[str, Any]:
    """The values claimed by a marked-up article with this inside."""
    root = tree(f'<div itemscope itemtype="https://schema.org/NewsArticle">{inside}</div>')
    return {claim.field: claim.value for claim in reversed(read_microdata(root, URL))}


@pytest.mark.parametrize(
    ("inside", "field", "expected"),
    [
        ('<h1 itemprop="headline">Bridge <i>reopens</i></h1>', "title", "Bridge reopens"),
        ('<h1 itemprop="HeadLine name">Bridge</h1>', "title", "Bridge"),
        ('<time itemprop="datePublished" datetime="2024-05-17">Friday</time>', "published", "2024-05-17"),
        ('<time itemprop="datePublished">17 May 2024</time>', "published", "17 May 2024"),
        ('<meta itemprop="datePublished" content="2024-05-17">', "published", "2024-05-17"),
        ('<span itemprop="author">Ada Lind</span>', "authors", (Author("Ada Lind"),)),
        ('<a itemprop="author" href="/ada">Ada Lind</a>', "authors", (Author("Ada Lind"),)),
        ('<p itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/ada">'
         '<b itemprop="name">Ada Lind</b></a></p>', "authors", (Author("Ada Lind", "https://news.example/ada"),)),
        ('<p itemprop="author" itemscope>Ada Lind</p>', "authors", (Author("Ada Lind"),)),
        ('<p itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="News"></p>',
         "site_name", "News"),
        ('<b itemprop="keywords">rail</b><b itemprop="keywords">strike</b>', "tags", ("rail", "strike")),
        ('<div itemscope itemtype="http://schema.org/Comment"><b itemprop="author">Troll</b></div>', "authors", None),
    ],
)  # fmt: skip
def test_properties(inside: str, field: str, expected: Any) -> None:
    """Properties belong to the nearest item around them and have the value that HTML gives them."""
    assert article(inside).get(field) == expected


def test_body_element() -> None:
    """The body is claimed as the element itself."""
    assert article('<div itemprop="articleBody" class="b"><p>Text</p></div>')["body_element"].get("class") == "b"


def test_several_articles() -> None:
    """Several articles without a body are a list of teasers and believed less."""
    one = '<div itemscope itemtype="http://schema.org/Article"><h2 itemprop="headline">T</h2></div>'
    single, several = (read_microdata(tree(one * n), URL)[0].confidence for n in (1, 4))
    assert several < single


def test_loose_properties() -> None:
    """Properties without an item count as an article if there is a headline."""
    assert read_microdata(tree('<h1 itemprop="headline">T</h1>'), URL)[0].value == "T"
    assert read_microdata(tree('<h1 itemprop="colour">T</h1>'), URL) == []


def test_self_containing_items() -> None:
    """Thousands of nested items end."""
    assert isinstance(read_microdata(tree('<div itemscope itemprop="author">' * 3000), URL), list)


@pytest.mark.parametrize(
    ("names", "expected"),
    [(["Ada"], ("Ada",)), (["Ada", "Bo", "Ada"], ("Ada", "Bo")), (["A", "B", "C", "D"], None), ([""], None)],
)
def test_signers(names: list[str], expected: tuple[str, ...] | None) -> None:
    """A few rel=author links sign the article; many are those of a list."""
    claims = read_signers(tree("".join(f'<a rel="nofollow author" href="/x">{n}</a>' for n in names)), URL)
    assert (tuple(a.name for a in claims[0].value) if claims else None) == expected
