"""Other addresses of the same article: its AMP page, its print page, its next page, the mobile one, other languages."""

from __future__ import annotations

import re
from typing import Any

from ..model.draft import Block, Draft
from ..read.urls import absolute_url
from ..read.values import parse_language

_PRINT = re.compile(
    r"(?:^|[/?&_.=-])(?:print|drucken|druckansicht|imprimir|imprimer|stampa|printview)(?:[/?&_.=-]|$)", re.I
)
_PRINT_WORDS = ("print", "druck", "imprim", "stampa")
_PAGE_NUMBER = re.compile(
    r"(?:(?P<query>[?&](?:page|pg|seite|pagina|pagenum|page_no|pageno)=)|(?P<path>/(?:page|seite|pagina)[/-]?|/)|(?P<name>[_,-](?:p|page|seite)?-?))"
    r"(?P<number>[1-9]\d?)(?P<end>\.html?|\.shtml|\.php|/)?$",
    re.I,
)
"""The number of a page at the end of an address, as in ?page=2, /2/, /page/2, -2.html and ,seite-2."""

_SLUG = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}[-_+][^/]*[^\W\d_]{3,}[^/]*$")
"""At least two words in the last part of an address."""

MAX_NUMBER_CHARS = 30
"""The end of an address that the pattern looks at."""
MAX_END_CHARS = 8
"""The number and what may follow it: pages link hundreds of addresses, of which only those with the number there are looked at."""

PAGE_PARAMETERS = frozenset({"page", "pg", "seite", "pagina", "pagenum", "pageno", "page_no", "start", "offset"})
MAX_LINK_TEXT_CHARS = 60
MAX_VARIANTS = 60
MAX_LANGUAGE_CHARS = 20


def mark_variants(draft: Draft) -> None:
    """`facts["variants"]` maps "amp", "print", "next", "mobile" and languages to absolute addresses, as far as linked."""
    if draft.root is None:
        return
    variants = _find_linked(draft)
    if "next" not in variants:
        following = _find_next(draft)
        if following:
            variants["next"] = following
    if "print" not in variants:
        found = find_print_page(draft.blocks, draft.base_url)
        if found:
            variants["print"] = found
    draft.facts["variants"] = variants


def _find_linked(draft: Draft) -> dict[str, str]:
    """The addresses that the page calls so itself."""
    variants: dict[str, str] = {}
    for element in draft.root.iter("link"):
        name = _variant_of_link(element)
        if name is None or len(variants) >= MAX_VARIANTS:
            continue
        url = _find_other(draft, element, name)
        if url:
            variants.setdefault(name, url)
    return variants


def _find_other(draft: Draft, element: Any, name: str) -> str | None:
    """The address that an element calls a variant, unless it is the page's own or, as the next page's, another article's."""
    url = absolute_url(element.get("href"), draft.base_url)
    if not url or not url.startswith("http") or url in (draft.url, draft.value("canonical_url")):
        return None
    return url if name != "next" or _goes_on(draft.url, url) else None


def _find_next(draft: Draft) -> str | None:
    """The address that a link calls the next page's, else the first that is this page's with the number that comes next."""
    stem, number = _split_number(draft.url) if draft.url else ("", 0)
    digits = str(number + 1)
    numbered: list[str] = []
    for element in draft.root.iter("a"):
        get = element.get
        href = get("href")
        if not href:
            continue
        if digits in href[-MAX_END_CHARS:]:
            numbered.append(href)
        rel = get("rel")
        if rel and "next" in rel.lower().split():
            url = _find_other(draft, element, "next")
            if url:
                return url
    if not draft.url:
        return None
    for href in numbered:
        url = absolute_url(href, draft.base_url) if _PAGE_NUMBER.search(href[-MAX_NUMBER_CHARS:]) else None
        other, following = _split_number(url) if url else ("", 0)
        # The first page's address has no number, or, rarely, a 1.
        if following == number + 1 and (other == stem or (number == 1 and other == _bare(draft.url))):
            return url
    return None


def _goes_on(url: str | None, following: str) -> bool:
    """Whether an address may be a later page of the same article: blogs name their next article by the same relation.

    Addresses that are numbers or single words tell nothing and pass; those that spell a title must be alike.
    """
    if not url:
        return not _SLUG.search(_bare(following.partition("?")[0]))
    if _split_number(url)[0] == _split_number(following)[0]:
        return True
    here, there = (_bare(address.partition("?")[0]) for address in (url, following))
    if here == there:
        return _find_parameters(url) <= _find_parameters(following)  # else the article is named by its query
    return there.startswith(here + "/") or not (_SLUG.search(here) or _SLUG.search(there))


def _find_parameters(url: str) -> set[str]:
    """What a query says but the page's number."""
    query = url.partition("#")[0].partition("?")[2]
    return {part for part in query.split("&") if part and part.partition("=")[0].lower() not in PAGE_PARAMETERS}


def _split_number(url: str) -> tuple[str, int]:
    """An address without its page number, and the number, 1 where there is none."""
    start = max(0, len(url) - MAX_NUMBER_CHARS)
    match = _PAGE_NUMBER.search(url, start)
    if match is None:
        return _bare(url), 1
    return _bare(url[: match.start()]), int(match["number"])


def _bare(url: str) -> str:
    """An address without what comes before or after a page's number: the suffix, a slash, the fragment."""
    return re.sub(r"(?:\.html?|\.shtml|\.php)?/?$", "", url.partition("#")[0], flags=re.I)


def find_print_page(blocks: list[Block], base_url: str | None) -> str | None:
    """The address of the first short link that leads to a print version, or None."""
    addresses = [
        value
        for block in blocks
        if block.link_chars and len(block.text) <= MAX_LINK_TEXT_CHARS
        for _, _, kind, value in block.spans
        if kind == "a" and "/" in value and len(value) < 500
    ]
    together = "\n".join(addresses).lower()
    if not any(word in together for word in _PRINT_WORDS):
        return None
    for address in addresses:
        url = absolute_url(address, base_url) if _PRINT.search(address) else None
        if url and url.startswith("http"):
            return url
    return None


def _variant_of_link(element: Any) -> str | None:
    """What a `<link>` leads to by its relation, for an alternate page its medium or language."""
    value = element.get("rel")
    rel = value.lower().split() if value else ()
    if "next" in rel:
        return "next"
    if "amphtml" in rel:
        return "amp"
    kind = element.get("type") or ""
    if "alternate" not in rel or "xml" in kind or "json" in kind:
        return None  # feeds
    media = (element.get("media") or "").strip().lower()
    if media:
        return "print" if media == "print" else "mobile" if "handheld" in media or "max-width" in media else None
    return parse_language((element.get("hreflang") or "")[:MAX_LANGUAGE_CHARS])
