"""Lines among the article's that are none of its text by their form: stamps of entries, contact lines at the end."""

from __future__ import annotations

import re
from collections import Counter

from ..model.draft import Block

MAX_STAMP_WORDS = 5
MIN_STAMPS = 3
"""Lines of one make that open with a clock time: as many are the stamps of a live blog's entries."""
MAX_CONTACT_WORDS = 30
"""A last paragraph of no more words with an address or a handle says where to write (longest on labelled pages: 27)."""
_CELLS = frozenset(("li", "td", "th", "dd", "dt"))
_CLOCK_FIRST = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)")
_HANDLE = re.compile(r"(?:^|[\s(.:])@\w{3,}|[\w.+-]+@[\w-]+\.\w{2,}")


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
