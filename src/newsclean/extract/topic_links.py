"""The article's own printed links to its sections and topics, told by `rel` ("category tag", "tag") or by their address."""

from __future__ import annotations

import re
from itertools import islice

from ..model.draft import Block, Claim, Draft
from ..model.hosts import find_path
from ..read.values import distinct_tags
from ..text.spaces import clean_line
from .places import article_span, name_words, path_of

BLOCKS_BEFORE = 4
BLOCKS_BEHIND = 20
MAX_GAP = 3
"""Links further apart, in blocks, are another group's: a teaser's, a list's of all topics."""
MAX_SECTIONS = 2
"""More sections than these are all that the post is filed under, and none is the section of the article."""
MAX_TOPICS = 25
MAX_LINKS = 60
MAX_CHARS = 60
MIN_LINK_SHARE = 0.5
MAX_LINE_CHARS = 150
"""A longer line of which less is linked tells a story."""
CONFIDENCE = 0.3
"""Less than that of any metadata."""

_SECTION_PATH = re.compile(r"/categor(?:y|ies|ia|ias|ie)/[^/?#]")
_TOPIC_PATH = re.compile(r"/(?:tags?|topics?/tags?|etiquetas?|hashtags?)/[^/?#]")
_OTHERS = frozenset(
    "comment comments related teaser recommended sidebar trending popular latest card cards listing recirc menu "
    "cloud tagcloud carousel slider nav".split()
)


def mark_topic_links(draft: Draft) -> None:
    """Claim `category` and `tags` of the links around the article, where metadata claims none."""
    wanted = [name for name in ("category", "tags") if not draft.claims.get(name)]
    if not wanted or draft.root is None:
        return
    span = article_span(draft)
    if span.last < 0:
        return
    head = range(max(span.first, span.start + 1) - 1, max(0, span.start - BLOCKS_BEFORE) - 1, -1)
    foot = range(span.last, min(len(draft.blocks), span.last + BLOCKS_BEHIND))
    links = _links_of([draft.blocks[i] for i in (*head, *foot)])
    for name in wanted:
        by_rel = {href for href, rels in links.items() if _kind_by_rel(href, rels) == name}
        kept = by_rel or {href for href in links if _kind_by_path(href) == name}
        if not kept:
            continue
        found = _group(draft, head, kept)[::-1] + _group(draft, foot, kept)
        values = distinct_tags([text for _, text in found])
        if 0 < len(values) <= (MAX_SECTIONS if name == "category" else MAX_TOPICS):
            value = values[0] if name == "category" else values
            draft.claim(Claim(name, value, "dom", path_of(found[0][0]), ", ".join(values)[:300], CONFIDENCE))


def _links_of(blocks: list[Block]) -> dict[str, list[str]]:
    """The addresses that the blocks link to, each with the words of its rel."""
    links: dict[str, list[str]] = {}
    for block in blocks:
        if block.kind == "text" and block.links():
            for link in islice(block.node.element.iter("a"), MAX_LINKS):
                links.setdefault(link.get("href") or "", []).extend((link.get("rel") or "").split())
    return links


def _kind_by_rel(href: str, rels: list[str]) -> str:
    """What a link leads to by its rel, the address of a section above "tag": "category", "tags" or ""."""
    if "category" in rels:
        return "category"
    return ("category" if _kind_by_path(href) == "category" else "tags") if "tag" in rels else ""


def _kind_by_path(href: str) -> str:
    """The same by its address."""
    if "tag" not in href and "etiqueta" not in href and "/categor" not in href:
        return ""
    path = find_path(href)
    return "category" if _SECTION_PATH.search(path) else "tags" if _TOPIC_PATH.search(path) else ""


def _group(draft: Draft, order: range, wanted: set[str]) -> list[tuple[Block, str]]:
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
    hrefs = {value: (a, b) for a, b, kind, value in reversed(block.spans) if kind == "a" and value in wanted}
    told = block.link_share < MIN_LINK_SHARE and len(block.text) > MAX_LINE_CHARS
    if not hrefs or told or block.hidden or not _OTHERS.isdisjoint(name_words(block.node, 4)):
        return []
    texts = [clean_line("".join(block.pieces[a:b]), 300).lstrip("#").strip() for a, b in reversed(hrefs.values())]
    return [text for text in texts if 1 < len(text) <= MAX_CHARS]
