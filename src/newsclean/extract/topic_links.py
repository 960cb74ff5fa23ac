"""The article's own printed links to its sections and topics (`rel="category tag"`, `rel="tag"`), as publishing systems write them."""

from __future__ import annotations

import re
from typing import Any

from ..model.draft import Block, Claim, Draft
from ..read.values import split_tags
from ..text.spaces import clean_line
from .places import Span, article_span, name_words, path_of

BLOCKS_BEFORE = 4
BLOCKS_BEHIND = 20
MAX_GAP = 3
"""Links further apart, in blocks, are another group's: a teaser's, a list's of all topics."""
MAX_SECTIONS = 2
"""More sections than these are all that the post is filed under, and none is the section of the article."""
MAX_TOPICS = 25
MAX_CHARS = 60
CONFIDENCE = 0.3
"""Less than that of any metadata."""

_LINKS = "//a[@href and (contains(@rel, 'tag') or contains(@rel, 'category'))]"
_RELS = frozenset(("tag", "category"))
_SECTION_PATH = re.compile(
    r"[/?&](?:category|categoria|categorie|kategorie|kategori|rubrik|rubrique|cat|topics?/category)[/=]"
)
_OTHERS = frozenset(
    "comment comments related teaser recommended sidebar trending popular latest card cards listing recirc menu "
    "cloud tagcloud carousel slider nav".split()
)


def mark_topic_links(draft: Draft) -> None:
    """Claim `category` and `tags` of the rel links around the article, where metadata claims none."""
    wanted = [name for name in ("category", "tags") if not draft.claims.get(name)]
    if not wanted or draft.root is None:
        return
    links = {
        a.get("href"): _is_section(a) for a in draft.root.xpath(_LINKS) if not _RELS.isdisjoint(a.get("rel").split())
    }
    if not links:
        return
    span = article_span(draft)
    for name in wanted:
        found = _find(draft, span, {href for href, section in links.items() if section is (name == "category")})
        values = split_tags([text for _, text in found] + [""])
        if 0 < len(values) <= (MAX_SECTIONS if name == "category" else MAX_TOPICS):
            value = values[0] if name == "category" else values
            draft.claim(Claim(name, value, "dom", path_of(found[0][0]), ", ".join(values)[:300], CONFIDENCE))


def _is_section(link: Any) -> bool:
    """Whether a link leads to a section, by its rel or its address."""
    return "category" in link.get("rel").split() or _SECTION_PATH.search(link.get("href")[:2048]) is not None


def _find(draft: Draft, span: Span, wanted: set[str]) -> list[tuple[Block, str]]:
    """Such links around the headline and right behind the body: each link's block and words."""
    if not wanted or span.last < 0:
        return []
    head = range(max(0, span.start - BLOCKS_BEFORE), max(span.first, span.start + 1))
    foot = range(span.last, min(len(draft.blocks), span.last + BLOCKS_BEHIND))
    return _group(draft, list(head)[::-1], wanted)[::-1] + _group(draft, list(foot), wanted)


def _group(draft: Draft, order: list[int], wanted: set[str]) -> list[tuple[Block, str]]:
    found: list[tuple[Block, str]] = []
    for index in order:
        block = draft.blocks[index]
        texts = _texts(block, wanted)
        if (block.level and block.link_share > 0.5) or (found and abs(index - found[-1][0].index) > MAX_GAP):
            break  # another story's headline, or the links of something else
        found += [(block, text) for text in texts]
    return found


def _texts(block: Block, wanted: set[str]) -> list[str]:
    """The words of the block's links to what is wanted; none where it belongs to something else than the article."""
    hrefs = [(a, b, value) for a, b, kind, value in block.spans if kind == "a" and value in wanted]
    if not hrefs or block.hidden or not _OTHERS.isdisjoint(name_words(block.node, 4)):
        return []
    texts = [clean_line("".join(block.pieces[a:b]), 300).lstrip("#").strip() for a, b, _ in hrefs]
    return [text for text in texts if 1 < len(text) <= MAX_CHARS]
