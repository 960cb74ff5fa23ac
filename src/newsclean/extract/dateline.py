"""The dateline: place and agency that open the first paragraph ("MINSK (Reuters)"); the paragraph keeps them."""

from __future__ import annotations

import re

from ..lexicon.bylines import AGENCIES, EAST_ASIAN_AGENCIES
from ..model.draft import Claim, Draft
from .places import path_of

FIRST_BLOCKS = 3
MAX_CHARS = 80

_WITH_SOURCE = re.compile(r"^([^\W\d_][^()–—:;!?\n]{1,50}?)\s*\(([^()]{2,40})\)\s*(?:[-–—]{1,2}|:|,)\s+(?=\S)")
_PLACE_ALONE = re.compile(r"^([^\W\d_][^()–—:;!?\n]{1,50}?)\s*[-–—]{1,2}\s+(?=\S)")
_AGENCY_FIRST = re.compile(r"^\(?([A-Za-zäöüÄÖÜ/. -]{2,30})\)?\s*[-–—]+\s+")
_EAST_ASIAN = re.compile(r"^[（(【]?([^，。！？\s]{2,20}?(?:\d{1,2}月)?\d{1,2}日[电電讯訊])")
_MARK = re.compile(r"[\s/,]+")


def mark_dateline(draft: Draft) -> None:
    """Claim `dateline` where the first paragraphs open with a place in capitals or with an agency in brackets."""
    # a first paragraph that is the dek behind its dateline has left the body as the dek's copy
    blocks = [b for b in draft.blocks if b.role in ("body", "dek") or b.reason == "duplicate_dek"][:FIRST_BLOCKS]
    for block in blocks:
        found = find_dateline(block.text)
        if found:
            draft.claim(Claim("dateline", found, "dom", path_of(block), block.text[:MAX_CHARS], 0.95))
            return


def find_dateline(text: str) -> str | None:
    """The dateline that a paragraph opens with, or None.

    >>> find_dateline("MINSK (Reuters) - The talks went on.")
    'MINSK (Reuters)'
    >>> find_dateline("Berlin (dpa) – Die Gespräche gehen weiter.")
    'Berlin (dpa)'
    """
    head = text[: MAX_CHARS + 40]
    if asian := _EAST_ASIAN.match(head):
        return asian[1] if asian[1].startswith(EAST_ASIAN_AGENCIES) or "社" in asian[1] else None
    if found := _WITH_SOURCE.match(head):
        place, source = found[1].strip(), found[2]
        return f"{place} ({source})" if _is_agency(source) and len(place.split()) <= 6 else None
    found = _PLACE_ALONE.match(head)
    return found[1].strip() if found and _is_place(found[1].strip()) else None


def _is_agency(text: str) -> bool:
    return any(part in AGENCIES for part in _MARK.split(text.casefold())) or text.casefold() in AGENCIES


def _is_place(text: str) -> bool:
    """A place in capitals, a state or a date behind it ("WASHINGTON, D.C.", "PARIS, May 3")."""
    first = text.split(",")[0].split()
    return 0 < len(first) <= 4 and all(w.isupper() and len(w) > 1 for w in first) and len(text.split()) <= 6
