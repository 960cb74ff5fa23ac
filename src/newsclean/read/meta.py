"""`<meta>`, `<title>` and `<link>` → claims. What each name means stands in one table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model.document import Author, Image
from ..model.draft import Claim
from .schema_org import looks_like_address
from .urls import absolute_url
from .values import (
    MAX_AUTHOR_CHARS,
    MAX_AUTHORS,
    MAX_DATE_CHARS,
    MAX_DESCRIPTION_CHARS,
    MAX_NAME_CHARS,
    MAX_TAG_CHARS,
    MAX_TAGS,
    MAX_TITLE_CHARS,
    clean_value,
    parse_language,
    parse_pixels,
    split_tags,
)

MAX_METAS = 3000

# (field, confidence, names in lower case). Order is no rank: the confidence is. The priors follow how often such a
# value agreed with what is printed: article: and Parse.ly data are made for this purpose, Dublin Core and plain names
# are often the template's or the day of a redesign, keywords are for search engines.
_NAMES: tuple[tuple[str, float, str], ...] = (
    ("title", 0.6, "og:title"),
    ("title", 0.6, "parsely-title sailthru.title citation_title dc.title dcterms.title"),
    ("title", 0.57, "twitter:title"),
    ("title", 0.4, "title headline"),
    ("title", 0.5, "rnews:headline analytics:headline fb_title hdl article:title og:article:title"),
    ("description", 0.6, "og:description description"),
    ("description", 0.5, "twitter:description sailthru.description dc.description dcterms.description"),
    ("description", 0.45, "dcterms.abstract citation_abstract abstract excerpt summary"),
    ("authors", 0.7, "parsely-author citation_author article:author_name author_name byl byline"),
    ("authors", 0.7, "author article:author og:article:author sailthru.author cxenseparse:author authors rnews:author"),
    ("authors", 0.5, "dc.creator dcterms.creator og:author creator twitter:creator article.author"),
    ("authors", 0.6, "vr:author shareaholic:article_author_name"),
    ("published", 0.88, "article:published_time og:article:published_time"),
    ("published", 0.88, "article:published shareaholic:article_published_time"),
    ("published", 0.8, "parsely-pub-date sailthru.date cxenseparse:recs:publishtime rnews:datepublished datepublished"),
    ("published", 0.75, "og:published_time og:pubdate article.published article_date_original originalpublicationdate"),
    ("published", 0.75, "pubdate publishdate publish-date publish_date publication_date publicationdate ptime pdate"),
    ("published", 0.75, "date.published date_published published published_at published-date displaydate created"),
    ("published", 0.7, "dc.date.issued dcterms.issued dc.issued citation_publication_date citation_online_date"),
    ("published", 0.65, "dc.date.created dcterms.created dc.created datecreated creation_date"),
    ("published", 0.65, "citation_date article:created"),
    ("published", 0.6, "dc.date dcterms.date date article:date og:date og:article:date"),
    ("published", 0.55, "article.created date.created dc.date.publication time datetime"),
    ("modified", 0.88, "article:modified_time og:article:modified_time"),
    ("modified", 0.88, "article:modified shareaholic:article_modified_time"),
    ("modified", 0.75, "og:updated_time article.updated date_modified datemodified lastmod last-modified lastmodified"),
    ("modified", 0.7, "dcterms.modified dc.date.modified dc.modified modified updated last_updated revision_date"),
    ("modified", 0.5, "revised date.updated dc.date.updated"),
    ("site_name", 0.85, "og:site_name"),
    ("site_name", 0.55, "application-name apple-mobile-web-app-title al:ios:app_name publisher citation_journal_title"),
    ("site_name", 0.5, "dc.publisher dcterms.publisher dc.source twitter:app:name:iphone copyright_holder"),
    ("category", 0.75, "article:section og:article:section"),
    ("category", 0.7, "parsely-section section article:section_name channel vr:category"),
    ("category", 0.5, "category dc.subject.category cxenseparse:category"),
    ("tags", 0.8, "article:tag og:article:tag"),
    ("tags", 0.65, "parsely-tags news_keywords sailthru.tags"),
    ("tags", 0.4, "dc.subject dcterms.subject citation_keywords tags"),
    ("tags", 0.35, "keywords"),
    ("language", 0.6, "content-language dc.language dcterms.language language inlanguage"),
    ("language", 0.5, "og:locale"),
    ("canonical_url", 0.7, "og:url"),
    ("canonical_url", 0.55, "twitter:url parsely-link dc.identifier dcterms.identifier"),
    ("access", 0.7, "article:content_tier og:article:content_tier"),
    ("og_type", 0.8, "og:type"),
    ("og_type", 0.4, "parsely-type dc.type"),
    ("syndication_source", 0.7, "syndication-source original-source"),
    ("publishing_restrictions", 0.5, "robots"),
)
_FIELDS: dict[str, tuple[str, float]] = {
    name: (field, confidence) for field, confidence, names in _NAMES for name in names.split()
}
_LIMITS = {
    "title": MAX_TITLE_CHARS, "description": MAX_DESCRIPTION_CHARS, "authors": MAX_AUTHOR_CHARS,
    "published": MAX_DATE_CHARS, "modified": MAX_DATE_CHARS, "tags": 20 * MAX_TAG_CHARS, "canonical_url": 2048,
}  # fmt: skip
_IMAGES = {
    "og:image": 0.6, "og:image:url": 0.6, "og:image:secure_url": 0.6, "twitter:image": 0.5, "twitter:image:src": 0.5,
    "parsely-image-url": 0.5, "sailthru.image.full": 0.5,
}  # fmt: skip
_IMAGE_DETAILS = {
    "og:image:width": "width", "og:image:height": "height", "og:image:alt": "alt", "twitter:image:alt": "alt",
}  # fmt: skip
_ACCESS = {"free": "free", "metered": "metered", "locked": "metered"}
_LINKS = {
    "amphtml": ("amp_url", 0.9), "next": ("next_url", 0.8), "prev": ("previous_url", 0.8),
    "author": ("author_url", 0.4), "shortlink": ("short_url", 0.6), "license": ("license", 0.6),
    "original-source": ("syndication_source", 0.7), "syndication-source": ("syndication_source", 0.7),
}  # fmt: skip
_SPEAKING = frozenset((*_LINKS, "canonical", "alternate"))
_KEYS = ("property", "name", "http-equiv")


def read_metas(metas: list[Any], base_url: str | None) -> list[Claim]:
    """The claims of `<meta>` elements; repeated names of authors and tags become one claim."""
    found: dict[str, list[str]] = {}
    for meta in metas[:MAX_METAS]:
        content = meta.get("content")
        if content is None:
            content = meta.get("value")  # some serialisers rename it
        if not content:
            continue
        for attribute in _KEYS:
            key = meta.get(attribute)
            if key:
                key = key[:80].strip().lower().replace("dc:", "dc.").replace("dcterms:", "dcterms.")
                found.setdefault(key, []).append(content)
    claims: list[Claim] = []
    for key, contents in found.items():
        if key in _FIELDS:
            claims.extend(_claims(key, contents, base_url))
    claims.extend(_image_claims(found, base_url))
    return claims


def _claims(key: str, contents: list[str], base_url: str | None) -> Iterator[Claim]:
    field, confidence = _FIELDS[key]
    limit = _LIMITS.get(field, MAX_NAME_CHARS)
    values = [cleaned for content in contents[:MAX_TAGS] if (cleaned := clean_value(content, limit))]
    if not values:
        return
    path = f"meta[{key}]"
    raw = values[0]
    if field == "authors":
        yield from _authors(values, path, confidence, base_url)
    elif field == "tags":
        raw = ", ".join(values)
        yield Claim("tags", split_tags(values), "meta", path, raw[:2000], confidence)
        if key == "keywords":
            yield Claim("keywords", raw, "meta", path, raw[:2000], confidence)
    else:
        value = _parse(field, raw, base_url)
        if value is not None:
            yield Claim(field, value, "meta", path, raw[:2000], confidence)


def _parse(field: str, raw: str, base_url: str | None) -> str | None:
    if field == "language":
        return parse_language(raw.split(",")[0])
    if field == "canonical_url":
        return absolute_url(raw, base_url)
    if field == "access":
        return _ACCESS.get(raw.lower())
    return raw


def _authors(values: list[str], path: str, confidence: float, base_url: str | None) -> Iterator[Claim]:
    """Names; an address in the place of a name (article:author by Open Graph's book) is a claim of its own."""
    names: dict[str, Author] = {}
    for value in values[:MAX_AUTHORS]:
        if looks_like_address(value):
            url = absolute_url(value, base_url) if not value.startswith("@") else None
            if url:
                yield Claim("author_url", url, "meta", path, value, 0.3)
        else:
            names.setdefault(value.casefold(), Author(value))
    if names:
        raw = ", ".join(a.name for a in names.values())
        yield Claim("authors", tuple(names.values()), "meta", path, raw[:2000], confidence)


def _image_claims(found: dict[str, list[str]], base_url: str | None) -> Iterator[Claim]:
    """The first image of each name; Open Graph's size and alt belong to the first one only."""
    details = {part: found[key][0] for key, part in reversed(_IMAGE_DETAILS.items()) if key in found}
    for key, confidence in _IMAGES.items():
        url = absolute_url(found[key][0], base_url) if key in found else None
        if url is None or url.startswith("mailto:"):
            continue
        own = details if key.startswith("og:") else {}
        image = Image(
            url,
            alt=clean_value(own.get("alt", ""), MAX_TITLE_CHARS) or None,
            width=parse_pixels(own.get("width")),
            height=parse_pixels(own.get("height")),
        )
        yield Claim("lead_image", image, "meta", f"meta[{key}]", found[key][0][:2048], confidence)


def read_links(links: list[Any], base_url: str | None) -> list[Claim]:
    """The claims of `<link>` elements: canonical, AMP, next and previous page, print version, author page."""
    claims: list[Claim] = []
    for link in links[:MAX_METAS]:
        names = (link.get("rel") or "")[:100].lower().split()
        if _SPEAKING.isdisjoint(names):
            continue  # style sheets, icons, preloads
        url = absolute_url(link.get("href"), base_url)
        if url is None:
            continue
        raw = link.get("href")[:2048]
        for name in names:
            if name == "canonical":
                claims.append(Claim("canonical_url", url, "meta", "link[canonical]", raw, 0.8))
            elif name in _LINKS:
                field, confidence = _LINKS[name]
                claims.append(Claim(field, url, "meta", f"link[{name}]", raw, confidence))
        if "alternate" in names and (link.get("media") or "").strip().lower() == "print":
            claims.append(Claim("print_url", url, "meta", "link[alternate print]", raw, 0.8))
    return claims


def read_title(titles: list[Any]) -> list[Claim]:
    """The first `<title>` outside a drawing, site name and all."""
    for title in titles[:20]:
        parent = title.getparent()
        if parent is not None and parent.tag in ("svg", "symbol", "g", "path", "use"):
            continue
        cleaned = clean_value("".join(title.itertext())[: 4 * MAX_TITLE_CHARS], MAX_TITLE_CHARS)
        if cleaned:
            return [Claim("title", cleaned, "meta", "title", cleaned, 0.4)]
    return []


def read_root(root: Any) -> list[Claim]:
    """Language and direction as the `<html>` or `<body>` element declares them."""
    claims: list[Claim] = []
    body = root.find("body") if root.tag == "html" else None
    for element, path in ((root, "html"), (body, "body")):
        if element is None:
            continue
        raw = (
            element.get("lang") or element.get("xml:lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang")
        )
        language = parse_language(raw) if raw else None
        if language and not any(c.field == "language" for c in claims):
            claims.append(Claim("language", language, "meta", f"{path}[lang]", (raw or "")[:100], 0.7))
        direction = (element.get("dir") or "")[:10].strip().lower()
        if direction in ("ltr", "rtl") and not any(c.field == "direction" for c in claims):
            claims.append(Claim("direction", direction, "meta", f"{path}[dir]", direction, 0.9))
    return claims
