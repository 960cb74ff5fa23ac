"""Notices glued to a paragraph's end, which the paragraph is told apart from."""

from __future__ import annotations

import re
from itertools import pairwise

from ..lexicon.match import PageLines
from ..model.draft import Block, Draft
from .composed_notices import compose_notice
from .notice_view import View
from .notices import Place, find_notice

MAX_GLUED_SHARE = 0.75
MIN_GLUED_CHARS = 80
"""A shorter text is the notice itself, or none."""
MIN_CLAIM_CHARS = 12
MAX_CUTS = 5
"""So many sentences at a paragraph's end are looked at."""
MAX_SPLITS = 20
"""So many notices are split off their paragraphs: each moves all blocks that follow."""

_SIGN_CHARACTERS = r"[(*<\[【※©ⓒ]"
_SIGN_WORDS = ("Copyright", "저작권자")
_SIGN = "|".join((_SIGN_CHARACTERS, *_SIGN_WORDS))
_SIGN_CHARACTER = re.compile(_SIGN_CHARACTERS)
_STOP = "[.!?…。！？]"
_CLOSED = r"[\"”’»)\]]*\s*(?=\S)"
_AFTER_STOP = re.compile(_STOP + _CLOSED)
_BEFORE_SIGN = re.compile(rf"(?<=\S)\s+(?={_SIGN})")
_SENTENCE = re.compile(rf"(?<={_STOP}){_CLOSED}|{_BEFORE_SIGN.pattern}")


def split_off(draft: Draft, block: Block, view: View) -> tuple[Block, str] | None:
    """The notice glued to a paragraph's end, as a block of its own, and its kind; the paragraph keeps the rest."""
    text = block.text
    if len(text) < MIN_GLUED_CHARS or view.splits >= MAX_SPLITS:
        return None
    cuts = _find_cuts(text)[-MAX_CUTS:]
    for cut, end in pairwise([*cuts, len(text)]):
        tail = text[cut:].strip()
        if len(tail) < MIN_CLAIM_CHARS or len(tail) > MAX_GLUED_SHARE * len(text):
            continue
        if not view.lines.find(text[cut:end].strip(), view.language, "disclosure"):
            continue  # what does not begin with a notice is none
        last = id(block) in view.lasts or view.goes_on(block)
        kind = _glued_kind(tail, view.language, view.lines, last=last)
        if kind:
            if find_notice(text[:cut], view.language, Place("foot", styled=True, edge=True), view.lines):
                return None
            if compose_notice(text[:cut], view.language) == kind:
                return None
            view.splits += 1
            second = draft.split(block, cut)
            second.tag = block.tag
            return second, kind
    return None


def _find_cuts(text: str) -> list[int]:
    """Where a sentence or a notice's sign begins inside the text: the ends of what `_SENTENCE` finds, each way by itself.

    A pattern that begins with a set of characters runs through a text many times as fast as one that looks behind.
    """
    cuts = [m.end() for m in _AFTER_STOP.finditer(text)]
    if _SIGN_CHARACTER.search(text) or any(map(text.__contains__, _SIGN_WORDS)):
        cuts = sorted({*cuts, *(m.end() for m in _BEFORE_SIGN.finditer(text))})
    return cuts


def _glued_kind(tail: str, language: str | None, lines: PageLines, *, last: bool) -> str | None:
    """The kind of a sentence that ends a paragraph; it must be a notice by its own words, and wholly one."""
    kind = find_notice(tail, language, Place("body", last=last), lines)
    if kind not in ("ai", "affiliate", "syndication", "correction", "opinion", "licence", "update"):
        kind = find_notice(tail, language, Place("foot", edge=True), lines) if tail[:9].lower() == "copyright" else None
    if kind is None:
        return None
    sentences = [s for s in _SENTENCE.split(tail) if s]
    first = lines.find(sentences[0], language, "disclosure") if sentences else []
    return kind if any(m.reason == kind for m in first) else None
