"""What is none of the article's text by its form or place: dialogs and offers, kickers, stamps, contact lines."""

from __future__ import annotations

import re
from collections import Counter

from ..model.draft import Block, Node
from ..model.hosts import find_host

MAX_STAMP_WORDS = 5
MIN_STAMPS = 3
"""Lines of one make that open with a clock time: as many are the stamps of a live blog's entries."""
MAX_CONTACT_WORDS = 30
"""A last paragraph of no more words with an address or a handle says where to write (longest on labelled pages: 27)."""
MIN_WORDS_ABOVE = 30
"""Dialogs and offers come below the article: so many of its words stand above them (shortest news: 30 to 40)."""
MAX_KICKER_WORDS = 6
MAX_KICKER_DISTANCE = 3
"""Blocks between a kicker and the headline below it."""
MIN_POINTERS = 2
MIN_POINTER_WORDS, MAX_POINTER_WORDS = 4, 25
_ASIDE = re.compile(
    r"(?:^|[ _-])(?:modal|popup|dialog|cookie|consent|gdpr)"
    r"|(?:author|writer|contributor|guest)s?[-_ ]?(?:bio|box|info|profile|card|note)"
    r"|newsletter|subscri(?!bers?[-_ ]?(?:only|preview|premium|content|article|body|text))|paywall[-_ ]?(?:offer|box|prompt|banner)"
)
_CELLS = frozenset(("li", "td", "th", "dd", "dt"))
_CLOCK_FIRST = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)")
_HANDLE = re.compile(r"(?:^|[\s(.:])@\w{3,}|(?<![\w.+-])[\w.+-]+@[\w-]+\.\w{2,}")


def without_asides(texts: list[Block], chosen: list[bool]) -> list[bool]:
    """The choice without what stands, below the article's text, in elements named as dialogs, offers, bios."""
    result = list(chosen)
    known: dict[Node, Node | None] = {}
    above, start = 0, next((b.index for b, inside in zip(texts, chosen, strict=True) if inside), 0)
    for i, block in enumerate(texts):
        if not chosen[i]:
            continue
        aside = _aside(block.node, start, known)
        if aside is None:
            above += block.words
        elif above >= MIN_WORDS_ABOVE:
            result[i] = False
            block.rule = "in an element named as none of the text"
    return result


def _aside(node: Node, start: int, known: dict[Node, Node | None]) -> Node | None:
    """The nearest element around the node that is named so and begins after the article."""
    chain: list[Node] = []
    walker: Node | None = node
    found: Node | None = None
    while walker is not None and walker.first > start:
        if walker in known:
            found = known[walker]
            break
        chain.append(walker)
        if walker.names and _ASIDE.search(walker.names):
            found = walker
            break
        walker = walker.parent
    known.update(dict.fromkeys(chain, found))
    return found


def without_kicker(texts: list[Block], chosen: list[bool], title: int | None) -> list[bool]:
    """The choice without a few words right above the headline."""
    if title is None:
        return chosen
    return [
        inside and not (title - MAX_KICKER_DISTANCE <= b.index < title and b.words <= MAX_KICKER_WORDS)
        for b, inside in zip(texts, chosen, strict=True)
    ]


def without_pointers(texts: list[Block], chosen: list[bool], host: str) -> list[bool]:
    """The choice without lines of nothing but a link to another page of the site, each alone between paragraphs.

    One may be the article's own; several are what else there is to read.
    """
    places = [i for i, inside in enumerate(chosen) if inside]
    rows = zip(places, places[1:], places[2:], strict=False)
    found = [i for a, i, b in rows if _is_pointer(texts[i], host) and _is_prose(texts[a]) and _is_prose(texts[b])]
    if len(found) < MIN_POINTERS:
        return chosen
    result = list(chosen)
    for i in found:
        result[i] = False
        texts[i].rule = "a link to another page of the site, one of several"
    return result


def _is_pointer(block: Block, host: str) -> bool:
    links = block.links()
    return (
        len(links) == 1
        and block.link_chars >= len(block.text) - 1
        and not block.level
        and MIN_POINTER_WORDS <= block.words <= MAX_POINTER_WORDS
        and block.tag not in _CELLS
        and find_host(links[0]) in ("", host)
    )


def _is_prose(block: Block) -> bool:
    return block.words >= MIN_POINTER_WORDS and 2 * block.link_chars < len(block.text)


def without_stamps(texts: list[Block], chosen: list[bool]) -> list[bool]:
    """The choice without short lines of one make that open with a clock time."""
    stamps = [i for i, inside in enumerate(chosen) if inside and _is_stamp(texts[i])]
    makes = Counter(_make(texts[i]) for i in stamps)
    result = list(chosen)
    for i in stamps:
        if makes[_make(texts[i])] >= MIN_STAMPS:
            result[i] = False
            texts[i].rule = "the stamp of an entry"
    return result


def without_contact(texts: list[Block], chosen: list[bool]) -> list[bool]:
    """The choice without a last paragraph that says where to write or whom to follow."""
    places = [i for i, inside in enumerate(chosen) if inside]
    result = list(chosen)
    if len(places) > 1:
        block = texts[places[-1]]
        if block.words <= MAX_CONTACT_WORDS and "@" in block.text and _HANDLE.search(block.text):
            result[places[-1]] = False
            block.rule = "where to write, below the article"
    return result


def _is_stamp(block: Block) -> bool:
    return (
        block.text[0].isdigit()
        and block.words <= MAX_STAMP_WORDS
        and block.tag not in _CELLS
        and _CLOCK_FIRST.match(block.text) is not None
    )


def _make(block: Block) -> tuple[str, str]:
    return block.node.tag, block.node.names
