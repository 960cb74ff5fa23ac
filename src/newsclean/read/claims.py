"""All that a page's markup declares about it → claims, from one pass over the tree."""

from __future__ import annotations

from typing import Any

from ..model.draft import Claim
from .jsonld import MAX_BLOCK_CHARS, MAX_BLOCKS, read_jsonld
from .meta import read_links, read_metas, read_root, read_title
from .microdata import read_microdata, read_signers
from .urls import absolute_url


def read_claims(root: Any, url: str | None, has_microdata: bool = True, has_signers: bool = True) -> list[Claim]:
    """The claims of meta elements, links, title, JSON-LD, microdata and rel=author links.

    Dates stay as the page writes them; names that hold several people stay whole.

    Args:
        root: the root of the lxml tree; not changed.
        url: the page's address, if known.
        has_microdata: False where `itemprop` does not occur in the page, which saves a search.
        has_signers: False where `author` does not occur in the page.
    """
    found: dict[str, list[Any]] = {"meta": [], "link": [], "script": [], "title": [], "base": []}
    for element in root.iter("meta", "link", "script", "title", "base"):
        found[element.tag].append(element)
    base_url = absolute_url(found["base"][0].get("href"), url) or url if found["base"] else url
    claims = [*read_root(root), *read_metas(found["meta"], base_url)]
    claims += read_links(found["link"], base_url)
    claims += read_title(found["title"])
    blocks = _jsonld_texts(found["script"])
    if blocks:
        own = [c.value for c in claims if c.field == "canonical_url"]
        titles = [c.value for c in claims if c.field == "title"]
        claims += read_jsonld(blocks, [url, *own] if url else own, titles, base_url)
    if has_microdata:
        claims += read_microdata(root, base_url)
    if has_signers:
        claims += read_signers(root, base_url)
    return claims


def _jsonld_texts(scripts: list[Any]) -> list[str]:
    texts: list[str] = []
    for script in scripts:
        kind = script.get("type")
        if kind is None or "ld+json" not in kind.lower():
            continue
        text = script.text
        if text and len(text) <= MAX_BLOCK_CHARS:
            texts.append(text)
            if len(texts) >= MAX_BLOCKS:
                break
    return texts
