"""Other addresses of the same article: its AMP page, its print page, its next page."""

from __future__ import annotations

import re

from ..model.draft import Block, Draft
from ..read.urls import absolute_url

_PRINT = re.compile(
    r"(?:^|[/?&_.=-])(?:print|drucken|druckansicht|imprimir|imprimer|stampa|printview)(?:[/?&_.=-]|$)", re.I
)
_PRINT_WORDS = ("print", "druck", "imprim", "stampa")
MAX_LINK_TEXT_CHARS = 60


def mark_variants(draft: Draft) -> None:
    """`facts["variants"]` maps "amp", "print" and "next" to absolute addresses, as far as the page links them."""
    variants: dict[str, str] = {}
    if draft.root is None:
        return
    for element in draft.root.iter("link", "a"):
        rel = element.get("rel")
        if element.tag == "link":
            name = _variant_of_link(rel, element.get("media"))
        else:
            name = "next" if rel and "next" in rel.lower().split() else None
        url = absolute_url(element.get("href"), draft.base_url) if name else None
        if name and url and url.startswith("http") and url != draft.url:
            variants.setdefault(name, url)
    if "print" not in variants:
        found = find_print_page(draft.blocks, draft.base_url)
        if found:
            variants["print"] = found
    draft.facts["variants"] = variants


def find_print_page(blocks: list[Block], base_url: str | None) -> str | None:
    """The address of the first short link that leads to a print version, or None."""
    for block in blocks:
        if block.link_chars and len(block.text) <= MAX_LINK_TEXT_CHARS:
            for _, _, kind, value in block.spans:
                if kind == "a" and "/" in value and len(value) < 500 and _is_print(value):
                    url = absolute_url(value, base_url)
                    if url and url.startswith("http"):
                        return url
    return None


def _is_print(address: str) -> bool:
    folded = address.lower()
    return any(word in folded for word in _PRINT_WORDS) and _PRINT.search(address) is not None


def _variant_of_link(rel: str | None, media: str | None) -> str | None:
    words = (rel or "").lower().split()
    if "amphtml" in words:
        return "amp"
    if "next" in words:
        return "next"
    return "print" if "alternate" in words and media == "print" else None
