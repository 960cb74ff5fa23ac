"""JSON-LD → claims: blocks read however broken, the article's item chosen among what else they hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from ..model.draft import Claim
from .schema_org import Item, Place, article_claims, article_rank, find_types
from .values import MAX_DEPTH, MAX_NAME_CHARS, MAX_TITLE_CHARS, each, find_text, find_url, unescape

MAX_BLOCK_CHARS = 1 << 20
MAX_BLOCKS = 100
MAX_REPAIR_CHARS = 65536  # json_repair takes 1 s for 200 kB of an unclosed string
MAX_ITEMS = 2000
OTHER_ITEM_WEIGHT = 0.9  # a second item of the same article
PAGE_ITEM_WEIGHT = 0.9  # the WebPage around it
UNSURE_WEIGHT = 0.5  # several articles and none that is shown to be the page's

_BRACKETS = re.compile(r"[\[\]{}]")
_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?\s{0,9}<!\[CDATA\[\s{0,9}(?:\*/)?|(?://|/\*)?\s{0,9}\]\]>\s{0,9}(?:\*/)?")
_STRING_OR_COMMENT = re.compile(
    r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|/\*.*?(?:\*/|\Z)|(?<![:"\w])//[^\n]*|,(?=\s*[\]}])', re.S
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "@list", "@set")


def read_json(text: str) -> Any:
    """The value of a JSON text, mended where it is broken; None where it cannot be read or nests too deep.

    >>> read_json('<!-- {"headline": "Rail strike ends", } ; -->')
    {'headline': 'Rail strike ends'}
    """
    if len(text) > MAX_BLOCK_CHARS or _too_deep(text):
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    return _mend(text)


def _too_deep(text: str) -> bool:
    """Nests deeper than the limit, brackets in strings counted too; cheap where there are few brackets."""
    if text.count("{") + text.count("[") <= MAX_DEPTH:
        return False
    depth = 0
    for bracket in _BRACKETS.findall(text):
        if bracket in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif depth:
            depth -= 1
    return False


def _mend(text: str) -> Any:
    text = _CONTROL.sub(" ", text)
    text = _WRAPPING.sub(" ", text).strip().strip(";").strip()
    if text.startswith(("{&quot;", "[{&quot;", "{ &quot;", "{&#34;")):
        text = unescape(text)
    text = _STRING_OR_COMMENT.sub(lambda m: m[0] if m[0][0] == '"' else " ", text).strip()
    if not text.startswith(("{", "[")):
        return None
    values = _decode_each(text)
    if values is not None:
        return values
    if len(text) > MAX_REPAIR_CHARS:
        return None
    from json_repair import repair_json

    try:
        return repair_json(text, return_objects=True, skip_json_loads=True)
    except (ValueError, RecursionError, IndexError, TypeError, AttributeError):
        return None


def _decode_each(text: str) -> Any:
    """The value, or a list of the values where several follow each other; None where one cannot be read."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < MAX_BLOCKS:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return None
        values.append(value)
        while at < len(text) and text[at] in " \t\r\n;,":
            at += 1
    return values[0] if len(values) == 1 else values or None


def read_jsonld(blocks: list[str], page_urls: list[str], titles: list[str], base_url: str | None) -> list[Claim]:
    """What the blocks claim about the page.

    Args:
        blocks: the texts of the page's `application/ld+json` scripts.
        page_urls: the page's own addresses, by which its item is known among teasers.
        titles: what the page is called elsewhere, for the same.
        base_url: what relative addresses are relative to.
    """
    values = [value for value in map(read_json, blocks[:MAX_BLOCKS]) if isinstance(value, (dict, list))]
    if not values:
        return []
    items = [found for number, value in enumerate(values) for found in _items(value, f"json-ld[{number}]")][:MAX_ITEMS]
    references = _References(values)
    own_keys = {key for url in page_urls if (key := _url_key(url))}
    own_titles = [folded for title in titles if len(folded := _fold(title)) >= 8]
    ranked = [
        (_fit(item, own_keys, own_titles, base_url), article_rank(item), path, item)
        for path, item in items
        if article_rank(item)
    ]
    claims: list[Claim] = []
    for weight, path, item in _choose(ranked):
        place = Place("json-ld", path, weight, base_url, references.resolve)
        claims.extend(article_claims(item, place))
    for path, item in items:
        claims.extend(_site_claims(item, Place("json-ld", path, 1.0, base_url, references.resolve)))
    return claims


def _items(value: Any, path: str) -> Iterator[tuple[str, Item]]:
    """The items that may describe the page, with their paths; not what they mention, list or embed."""
    stack = [(value, path, 0)]
    while stack:
        value, path, depth = stack.pop()
        if depth > MAX_DEPTH:
            continue
        if isinstance(value, list):
            stack.extend((v, f"{path}[{i}]", depth + 1) for i, v in reversed(list(enumerate(value[:MAX_ITEMS]))))
        elif isinstance(value, dict):
            typed = "@type" in value or "headline" in value
            if typed:
                yield path, value
            keys = _INSIDE if typed or "@graph" in value else list(value)[:50]
            stack.extend((value[key], f"{path}.{key}", depth + 1) for key in reversed(keys) if key in value)


class _References:
    """The items of a page by their `@id`, gathered at the first reference."""

    def __init__(self, values: list[Any]) -> None:
        self._values = values
        self._by_id: dict[str, Item] | None = None

    def resolve(self, item: Item) -> Item:
        """The item itself if it says something, else the one with the same `@id`."""
        reference = item.get("@id")
        if not isinstance(reference, str) or "name" in item or "url" in item:
            return item
        if self._by_id is None:
            self._by_id = self._gather()
        return self._by_id.get(reference, item)

    def _gather(self) -> dict[str, Item]:
        found: dict[str, Item] = {}
        stack: list[tuple[Any, int]] = [(value, 0) for value in self._values]
        seen = 0
        while stack and seen < 10 * MAX_ITEMS:
            value, depth = stack.pop()
            seen += 1
            if isinstance(value, dict):
                name = value.get("@id")
                if isinstance(name, str) and len(value) > len(found.get(name, ())) and len(value) > 1:
                    found[name] = value
                value = list(value.values())
            if isinstance(value, list) and depth < MAX_DEPTH:
                stack.extend((v, depth + 1) for v in value if isinstance(v, (dict, list)))
        return found


def _url_key(url: str) -> str | None:
    """What makes two addresses the same page: host without www, path without its end slash, the query."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    host = (parts.netloc or "").lower().removeprefix("www.")
    return f"{host}{path}?{parts.query}" if host and (path or parts.query) else None


def _fold(text: str) -> str:
    return "".join(filter(str.isalnum, text[:MAX_TITLE_CHARS].casefold()))


def _fit(item: Item, own_keys: set[str], own_titles: list[str], base_url: str | None) -> float:
    """How surely the item describes this page.

    3: the same address; 2: the same but for the query, or the same headline; 0: unknown; -2: another on the same host.
    """
    keys = set()
    for name in ("url", "mainEntityOfPage", "@id"):
        value = item.get(name)
        url = find_url(value, base_url) if isinstance(value, (str, dict, list)) else None
        key = _url_key(url) if url else None
        if key:
            keys.add(key)
    if keys & own_keys:
        return 3.0
    paths = {key.partition("?")[0] for key in own_keys}
    if any(key.partition("?")[0] in paths for key in keys):
        return 2.0
    headline = _fold(find_text(item.get("headline", item.get("name")), MAX_TITLE_CHARS) or "")
    if len(headline) >= 8 and any(headline in title or title in headline for title in own_titles):
        return 2.0
    hosts = {path.partition("/")[0] for path in paths}
    return -2.0 if any(key.partition("/")[0] in hosts for key in keys) else 0.0


def _choose(ranked: list[tuple[float, float, str, Item]]) -> Iterator[tuple[float, str, Item]]:
    """(weight, path, item) of the items to believe, the best first."""
    if not ranked:
        return
    ordered = sorted(ranked, key=lambda r: -_value(r[0], r[1], r[3]))
    best_fit, best_rank, path, item = ordered[0]
    rivals = [r for r in ordered[1:] if r[1] >= 2 and r[0] >= best_fit and not _same_headline(r[3], item)]
    sure = best_fit > 0 or not rivals
    weight = 1.0 if sure else UNSURE_WEIGHT
    if best_fit < 0:
        weight *= UNSURE_WEIGHT
    yield (weight * PAGE_ITEM_WEIGHT if best_rank <= 1 else weight), path, item
    for fit, rank, path, item in ordered[1:6]:
        if fit > 0 and rank >= 2:
            yield OTHER_ITEM_WEIGHT, path, item
        elif rank <= 1 and fit >= 0 and best_rank > 1:
            yield PAGE_ITEM_WEIGHT, path, item


def _value(fit: float, rank: float, item: Item) -> float:
    full = ("headline" in item) + ("datePublished" in item) + 0.5 * ("author" in item) + 0.5 * ("articleBody" in item)
    return fit + rank + full


def _same_headline(first: Item, second: Item) -> bool:
    one, two = (find_text(i.get("headline"), MAX_TITLE_CHARS) for i in (first, second))
    return one is not None and one == two


def _site_claims(item: Item, place: Place) -> Iterator[Claim]:
    """What items beside the article say: the site's name, the trail of breadcrumbs."""
    types = find_types(item)
    if any(name == "WebSite" or name.endswith("Organization") for name in types):
        name = find_text(item.get("name"), MAX_NAME_CHARS)
        if name:
            confidence = 0.65 if "WebSite" in types else 0.6
            yield Claim("site_name", name, place.source, f"{place.path}.name", name, confidence)
    elif "BreadcrumbList" in types:
        names = tuple(_crumbs(item.get("itemListElement")))
        if names:
            yield Claim("breadcrumb", names, place.source, f"{place.path}.itemListElement", " > ".join(names), 0.7)
    elif "WebPage" in types:
        trail = item.get("breadcrumb")
        names = tuple(_crumbs(trail.get("itemListElement"))) if isinstance(trail, dict) else ()
        if names:
            yield Claim("breadcrumb", names, place.source, f"{place.path}.breadcrumb", " > ".join(names), 0.7)


def _crumbs(value: Any) -> Iterator[str]:
    for entry in list(each(value))[:20]:
        if isinstance(entry, dict):
            name = find_text(entry.get("name"), MAX_NAME_CHARS)
            inner = entry.get("item")
            if name is None and isinstance(inner, dict):
                name = find_text(inner.get("name"), MAX_NAME_CHARS)
            if name:
                yield name
