"""Microdata and `rel=author` links → claims, by way of the same items as JSON-LD."""

from __future__ import annotations

from itertools import islice
from typing import Any

import lxml.etree as etree

from ..model.document import Author
from ..model.draft import Claim
from .schema_org import Item, Place, article_claims, article_rank, find_types
from .urls import absolute_url
from .values import MAX_AUTHOR_CHARS, MAX_DEPTH, clean_value

MAX_PROPERTIES = 3000
MAX_SIGNED_LINKS = 100
MAX_SIGNERS = 3  # more distinct rel=author links are those of a list of teasers
MICRODATA_WEIGHT = 0.95
SECOND_ARTICLE_WEIGHT = 0.5  # several articles marked up: a list of teasers, or the article and its neighbours

# a quarter of the cost of //*[@itemprop]; the parents of more are found in the time of their square
_PROPERTIES: Any = etree.XPath(f"(//@itemprop)[position() <= {MAX_PROPERTIES}]/..")
_URL_ATTRIBUTE = {
    "a": "href", "area": "href", "link": "href", "img": "src", "audio": "src", "video": "src", "source": "src",
    "iframe": "src", "embed": "src", "track": "src", "object": "data",
}  # fmt: skip
_BODY_PROPERTIES = ("articlebody", "text", "reviewbody")
# Property names are matched in any case; schema.org writes them so.
_CASED = {
    name.lower(): name
    for name in [
        "headline",
        "alternativeHeadline",
        "description",
        "abstract",
        "articleSection",
        "dateline",
        "datePublished",
        "uploadDate",
        "dateCreated",
        "dateModified",
        "author",
        "creator",
        "publisher",
        "sourceOrganization",
        "isPartOf",
        "keywords",
        "isAccessibleForFree",
        "mainEntityOfPage",
        "inLanguage",
        "image",
        "thumbnailUrl",
        "articleBody",
        "name",
        "url",
        "jobTitle",
        "sameAs",
        "givenName",
        "familyName",
        "caption",
        "creditText",
        "width",
        "height",
        "sponsor",
        "correction",
        "isBasedOn",
        "editor",
        "translator",
        "contributor",
        "license",
        "genre",
        "copyrightNotice",
        "legalName",
        "alternateName",
        "cssSelector",
        "hasPart",
    ]
}


def read_microdata(root: Any, base_url: str | None) -> list[Claim]:
    """The claims of the article marked up with `itemprop`, and the element of its body as `body_element`."""
    elements = _PROPERTIES(root)
    scopes: dict[Any, Item] = {}
    bodies: dict[int, Any] = {}
    loose: Item = {}
    for element in elements:
        scope = _scope_of(element)
        item = loose if scope is None else scopes.setdefault(scope, _new_item(scope))
        _add(item, element, scopes, bodies, base_url)
    articles = [item for item in scopes.values() if article_rank(item) and not item.get("#nested")]
    articles.sort(key=lambda i: -(article_rank(i) + ("headline" in i or "name" in i) + ("articleBody" in i)))
    if not articles and "headline" in loose:
        articles = [loose]
    claims: list[Claim] = []
    rivals = [i for i in articles if article_rank(i) > 1]
    weight = MICRODATA_WEIGHT if len(rivals) <= 1 or "articleBody" in rivals[0] else SECOND_ARTICLE_WEIGHT
    for item in articles[:1]:
        name = next(iter(find_types(item)), "item")
        place = Place("microdata", f"microdata[{name}]", weight, base_url, _itself)
        claims.extend(c for c in article_claims(item, place) if c.field != "article_body")
        body = bodies.get(id(item))
        if body is not None:
            claims.append(Claim("body_element", body, "microdata", f"microdata[{name}].articleBody", "", 0.8))
    return claims


def _itself(item: Item) -> Item:
    return item


def _new_item(scope: Any) -> Item:
    return {"@type": (scope.get("itemtype") or "")[:500].split()}


def _scope_of(element: Any) -> Any:
    """The element whose item the property belongs to, or None."""
    parent = element.getparent()
    for _ in range(8 * MAX_DEPTH):
        if parent is None or parent.get("itemscope") is not None:
            return parent
        parent = parent.getparent()
    return None


def _add(item: Item, element: Any, scopes: dict[Any, Item], bodies: dict[int, Any], base_url: str | None) -> None:
    names = [_CASED.get(n.lower(), n) for n in (element.get("itemprop") or "")[:200].split()[:5]]
    value: Any
    if element.get("itemscope") is not None:
        value = scopes.setdefault(element, _new_item(element))
        value["#nested"] = True
        if not article_rank(value) and element.text and "name" not in value:
            value.setdefault("@value", _text(element, MAX_AUTHOR_CHARS))
    elif any(n.lower() in _BODY_PROPERTIES for n in names):
        bodies.setdefault(id(item), element)
        value = "\u2026"
    else:
        value = _value(element, base_url)
    for name in names:
        if value and value is not item:
            item.setdefault(name, []).append(value)


def _value(element: Any, base_url: str | None) -> str:
    """What HTML says is the value of a property; `content` counts on any element."""
    content = element.get("content") or element.get("value")
    if content:
        return str(content)
    if element.tag == "time" and element.get("datetime"):
        return str(element.get("datetime"))
    attribute = _URL_ATTRIBUTE.get(element.tag)
    if attribute is not None and element.get("itemprop").lower() not in ("author", "creator", "name", "headline"):
        return absolute_url(element.get(attribute), base_url) or ""
    return _text(element, MAX_AUTHOR_CHARS)


def _text(element: Any, max_chars: int) -> str:
    found: list[str] = []
    size = 0
    for piece in element.itertext():
        found.append(piece)
        size += len(piece)
        if size > max_chars:
            break
    return clean_value(" ".join(found), max_chars)


def read_signers(root: Any, base_url: str | None) -> list[Claim]:
    """The names of `<a rel="author">` links, where they are few enough to be the article's own."""
    found: dict[str, Author] = {}
    signed = (link for link in root.iter("a") if "author" in (link.get("rel") or ""))
    for link in islice(signed, MAX_SIGNED_LINKS):
        if "author" not in link.get("rel").lower().split():
            continue
        name = _text(link, MAX_AUTHOR_CHARS)
        if name:
            found.setdefault(name.casefold(), Author(name, absolute_url(link.get("href"), base_url)))
    if not 0 < len(found) <= MAX_SIGNERS:
        return []
    authors = tuple(found.values())
    return [Claim("authors", authors, "dom", "a[rel=author]", ", ".join(a.name for a in authors), 0.72)]
