"""Items of schema.org → claims: the same for JSON-LD and microdata, whatever types the page gives its values.

An item is a dict of properties with "@type"; values are strings, numbers, items, or lists of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..model.document import Author, AuthorKind, Image
from ..model.draft import Claim, Source
from .values import (
    MAX_AUTHOR_CHARS,
    MAX_AUTHORS,
    MAX_DATE_CHARS,
    MAX_DESCRIPTION_CHARS,
    MAX_NAME_CHARS,
    MAX_TAG_CHARS,
    MAX_TITLE_CHARS,
    clean_body,
    each,
    find_text,
    find_url,
    parse_language,
    parse_pixels,
    split_tags,
    texts,
)

Item = dict[str, Any]

# How much an item of this type is "the article" of its page; other types are not.
ARTICLE_RANK: dict[str, float] = {
    **dict.fromkeys(
        [
            "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
            "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting",
        ], 4.0
    ),
    **dict.fromkeys(
        [
            "Article", "BlogPosting", "AdvertiserContentArticle", "SatiricalArticle", "Report", "TechArticle",
            "ScholarlyArticle", "MedicalScholarlyArticle",
        ], 3.5
    ),
    **dict.fromkeys(["Recipe", "Review", "HowTo", "SocialMediaPosting", "DiscussionForumPosting", "Interview"], 2.5),
    **dict.fromkeys([
        "VideoObject", "AudioObject", "PodcastEpisode", "RadioEpisode", "ImageGallery", "MediaGallery",
    ], 1.5),
    **dict.fromkeys(["CreativeWork", "WebPage", "ItemPage", "WebContent"], 1.0),
}  # fmt: skip
_ORGANISATIONS = ("Organization", "Corporation", "NGO", "Periodical", "Newspaper", "WebSite", "Brand", "Magazine")

# property → (field, limit, confidence): text claims. Priors: how often the value agreed with what pages print.
_TEXTS: tuple[tuple[str, str, int, float], ...] = (
    ("headline", "title", MAX_TITLE_CHARS, 0.72),
    ("alternativeHeadline", "title", MAX_TITLE_CHARS, 0.3),
    ("description", "description", MAX_DESCRIPTION_CHARS, 0.6),
    ("abstract", "description", MAX_DESCRIPTION_CHARS, 0.5),
    ("articleSection", "category", MAX_NAME_CHARS, 0.7),
    ("dateline", "dateline", MAX_NAME_CHARS, 0.6),
)
# dateCreated is often the day the draft was begun.
_DATES: tuple[tuple[str, str, float], ...] = (
    ("datePublished", "published", 0.9),
    ("uploadDate", "published", 0.7),
    ("dateCreated", "published", 0.6),
    ("dateModified", "modified", 0.9),
)
# Handed on as they stand, evidence for disclosures: (property, keys of an object that hold its text).
_EVIDENCE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("correction", ("text", "description", "name")),
    ("sponsor", ("name",)),
    ("funder", ("name",)),
    ("backstory", ("text", "name")),
    ("isBasedOn", ("url", "name", "@id")),
    ("digitalSourceType", ("@id",)),
    ("publishingPrinciples", ("text", "url", "@id")),
    ("creditText", ()),
    ("copyrightNotice", ()),
    ("license", ("url", "@id")),
    ("translator", ("name",)),
    ("editor", ("name",)),
    ("contributor", ("name",)),
    ("genre", ("name",)),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands and how far it is believed: `weight` (0–1) multiplies every confidence.

    resolve: the full item for a reference such as {"@id": "#author"}.
    """

    source: Source
    path: str
    weight: float
    base_url: str | None
    resolve: Callable[[Item], Item]


def find_types(item: Item) -> list[str]:
    """The bare type names of an item: "NewsArticle" for "http://schema.org/NewsArticle" and "schema:NewsArticle"."""
    found = []
    for value in each(item.get("@type")):
        if isinstance(value, str):
            name = value[:200].strip().rstrip("/").replace("#", "/").replace(":", "/").rpartition("/")[2]
            if name:
                found.append(name)
    return found


def article_rank(item: Item) -> float:
    """How much the item's type is that of an article, 0 (another thing) to 4 (news article)."""
    types = find_types(item)
    rank = max((ARTICLE_RANK.get(name, 0.0) for name in types), default=0.0)
    if not rank and any(name.endswith(("Article", "BlogPosting")) for name in types):
        return 3.0
    if not rank and not types and "headline" in item:
        return 2.5
    return rank


def article_claims(item: Item, place: Place) -> Iterator[Claim]:
    """Everything that an article's item claims."""
    yield from _text_claims(item, place)
    for name, field, confidence in _DATES:
        date = find_text(item.get(name), MAX_DATE_CHARS)
        if date:
            yield _claim(place, field, date, name, confidence, date)
    yield from _author_claims(item, place)
    yield from _publisher_claims(item, place)
    yield from _tag_claims(item, place)
    yield from _access_claims(item, place)
    yield from _address_claims(item, place)
    yield from evidence_claims(item, place)
    kind = next(iter(find_types(item)), None)
    if kind:
        yield _claim(place, "ld_type", kind, "@type", 0.8, kind)


def evidence_claims(item: Item, place: Place) -> Iterator[Claim]:
    """What may prove a disclosure (sponsor, correction, source …), under the property's own name."""
    for name, keys in _EVIDENCE:
        if name not in item:
            continue
        value = item[name]
        if isinstance(value, dict):
            value = place.resolve(value)
        found = find_text(value, MAX_DESCRIPTION_CHARS, *keys)
        if found:
            yield _claim(place, name, found, name, 0.8, found)


def _claim(place: Place, field: str, value: Any, name: str, confidence: float, raw: str = "") -> Claim:
    return Claim(field, value, place.source, f"{place.path}.{name}", raw[:2000], round(confidence * place.weight, 3))


def _text_claims(item: Item, place: Place) -> Iterator[Claim]:
    publisher = _name_of(item.get("publisher"), place)
    for name, field, limit, confidence in _TEXTS:
        found = find_text(item.get(name), limit, "name")
        if found and not (field == "title" and found == publisher):
            yield _claim(place, field, found, name, confidence, found)
    # Some templates swap `name` and `headline`; a video has only a name.
    named = find_text(item.get("name"), MAX_TITLE_CHARS)
    if named and named != publisher:
        headline = find_text(item.get("headline"), MAX_TITLE_CHARS)
        alone = headline is None or headline == publisher
        confidence = 0.3 if article_rank(item) <= 1 else 0.65 if alone else 0.5  # a WebPage's has the site's name in it
        yield _claim(place, "title", named, "name", confidence, named)
    for name in ("articleBody", "text"):
        body = next((v for v in each(item.get(name)) if isinstance(v, str)), None)
        cleaned = clean_body(body) if body else ""
        if cleaned:
            yield _claim(place, "article_body", cleaned, name, 0.8)
            break


def _author_claims(item: Item, place: Place) -> Iterator[Claim]:
    publisher = _name_of(item.get("publisher"), place)
    for name, confidence in (("author", 0.85), ("creator", 0.6)):
        authors = find_authors(item.get(name), place)
        if not authors:
            continue
        raw = ", ".join(a.name for a in authors)
        if all(a.kind == "organisation" or a.name == publisher for a in authors):
            confidence *= 0.5  # the site signs everything in its data, seldom on the page
        yield _claim(place, "authors", authors, name, confidence, raw)


def find_authors(value: Any, place: Place) -> tuple[Author, ...]:
    """The distinct authors of a value: names, persons, organisations, references, nested lists; no numbers.

    A name that holds several people stays one author here.
    """
    found: dict[str, Author] = {}
    for entry in each(value):
        if isinstance(entry, dict):
            entry = place.resolve(entry)
            authors = _author_items(entry, place)
        elif isinstance(entry, str):
            authors = [Author(name) for name in texts(entry, MAX_AUTHOR_CHARS)]
        else:
            continue
        for author in authors:
            if not looks_like_address(author.name):
                found.setdefault(author.name.casefold(), author)
        if len(found) >= MAX_AUTHORS:
            break
    return tuple(found.values())[:MAX_AUTHORS]


def _author_items(item: Item, place: Place) -> list[Author]:
    kind: AuthorKind = "person"
    if any(name.endswith(_ORGANISATIONS) for name in find_types(item)):
        kind = "organisation"
    names = list(texts(item.get("name"), MAX_AUTHOR_CHARS))
    if not names:
        parts = [find_text(item.get(key), MAX_NAME_CHARS) for key in ("givenName", "familyName")]
        names = [" ".join(p for p in parts if p)] if any(parts) else list(texts(item, MAX_AUTHOR_CHARS))
    url = find_url(item.get("url"), place.base_url) or find_url(item.get("sameAs"), None)
    role = find_text(item.get("jobTitle"), MAX_NAME_CHARS, "name")
    return [Author(name, url if len(names) == 1 else None, role, kind) for name in names]


def looks_like_address(text: str) -> bool:
    """A URL or an account name in the place of a name."""
    return text.startswith(("http:", "https:", "//", "www.", "@", "/")) or ("@" in text and " " not in text)


def _name_of(value: Any, place: Place) -> str | None:
    for entry in each(value):
        if isinstance(entry, dict):
            entry = place.resolve(entry)
        found = find_text(entry, MAX_NAME_CHARS, "name", "legalName", "alternateName")
        if found and not looks_like_address(found):
            return found
    return None


def _publisher_claims(item: Item, place: Place) -> Iterator[Claim]:
    for name, confidence in (("publisher", 0.75), ("sourceOrganization", 0.5), ("isPartOf", 0.4)):
        found = _name_of(item.get(name), place)
        if found:
            yield _claim(place, "site_name", found, name, confidence, found)


def _tag_claims(item: Item, place: Place) -> Iterator[Claim]:
    tags = split_tags(list(texts(item.get("keywords"), 20 * MAX_TAG_CHARS, "name")))
    if tags:
        yield _claim(place, "tags", tags, "keywords", 0.6, ", ".join(tags))


def _access_claims(item: Item, place: Place) -> Iterator[Claim]:
    free = next(each(item.get("isAccessibleForFree")), None)
    if free is None:
        return
    word = str(free).lower()[:60].rpartition("/")[2]
    if word in ("true", "yes", "1"):
        yield _claim(place, "access", "free", "isAccessibleForFree", 0.7, str(free)[:60])
    elif word in ("false", "no", "0"):
        yield _claim(place, "access", "metered", "isAccessibleForFree", 0.7, str(free)[:60])
    for part in each(item.get("hasPart")):
        selector = find_text(part.get("cssSelector"), MAX_NAME_CHARS) if isinstance(part, dict) else None
        if selector:
            yield _claim(place, "paywall_selector", selector, "hasPart.cssSelector", 0.8, selector)


def _address_claims(item: Item, place: Place) -> Iterator[Claim]:
    for name in ("mainEntityOfPage", "url"):
        url = find_url(item.get(name), place.base_url)
        if url:
            yield _claim(place, "canonical_url", url, name, 0.55, url)
            break
    language = find_text(item.get("inLanguage"), MAX_NAME_CHARS, "alternateName", "name")
    tag = parse_language(language) if language else None
    if tag:
        yield _claim(place, "language", tag, "inLanguage", 0.6, language or "")
    for name in ("image", "primaryImageOfPage", "thumbnailUrl", "thumbnail"):
        image = find_image(item.get(name), place)
        if image:
            yield _claim(place, "lead_image", image, name, 0.6 if name == "image" else 0.4, image.url)
            break


def find_image(value: Any, place: Place) -> Image | None:
    """The first image of a value with its size, caption and credit where it says them."""
    for entry in each(value):
        if isinstance(entry, dict):
            entry = place.resolve(entry)
        url = find_url(entry, place.base_url)
        if url is None:
            continue
        if not isinstance(entry, dict):
            return Image(url)
        return Image(
            url,
            caption=find_text(entry.get("caption"), MAX_DESCRIPTION_CHARS),
            credit=find_text(entry.get("creditText"), MAX_NAME_CHARS),
            width=parse_pixels(next(each(entry.get("width")), None)),
            height=parse_pixels(next(each(entry.get("height")), None)),
        )
    return None
