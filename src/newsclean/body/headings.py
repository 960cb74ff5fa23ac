"""Which of the article's blocks are its sub-headings."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from ..model.draft import Block, Draft

MAX_HEADING_WORDS = 24
MAX_BOLD_HEADING_WORDS = 16
MIN_HEADING_SCORE = -4.0
MAX_LEVELS_APART = 3
MIN_REPEATS = 3
"""Headings of one make (tag and class) as many times above text are a template: a live blog's, a listicle's."""

_PROSE_END = (".", ",", ";", "。", "，", "؛")


def mark_headings(draft: Draft, texts: list[Block]) -> None:
    """Give headings that own text the role `heading` and their level; take the role `body` from those that own none."""
    _promote(draft, texts)
    printed = [b.level for b in texts if b.role == "body" and b.level > 1]
    bold_level = min(6, min(printed) + 1) if printed else 2
    next_block: Block | None = None
    for block in reversed(texts):
        if block.role == "body":
            if block.level:
                _settle(draft, block, texts, next_block)
            elif next_block is not None and next_block.role == "body" and is_bold_heading(block, next_block):
                draft.give(block, "heading")
                block.level = bold_level
        next_block = block


def _promote(draft: Draft, texts: list[Block]) -> None:
    """A heading printed right above the article's text is the article's, however short it scored."""
    seen = False
    repeats = Counter((b.tag, b.node.names) for b in texts if b.level > 1 and b.node.names)
    for block, after in pairwise(texts):
        seen = seen or block.role == "body"
        if not (seen and block.role is None and block.level > 1 and after.role == "body"):
            continue
        if block.words > MAX_HEADING_WORDS or block.link_share > 0.5 or _levels_apart(block, after) > MAX_LEVELS_APART:
            continue
        if block.score > MIN_HEADING_SCORE or repeats[block.tag, block.node.names] >= MIN_REPEATS:
            draft.give(block, "body")


def _levels_apart(a: Block, b: Block) -> int:
    """Levels from the first block's parent up to the nearest element that holds both."""
    holders = set(b.node.ancestors())
    for levels, node in enumerate(a.node.ancestors()):
        if node in holders:
            return levels
    return 99


def _settle(draft: Draft, block: Block, texts: list[Block], next_block: Block | None) -> None:
    if block.words > MAX_HEADING_WORDS:
        return
    owns = next_block is not None and next_block.role in ("body", "heading")
    if not owns and next_block is not None:
        owns = any(
            b.role == "body" and b.node.parent is block.node.parent
            for b in texts
            if block.index < b.index <= block.index + 12
        )
    if owns:
        draft.give(block, "heading")
        block.level = max(2, block.level)
    else:
        draft.take(block)


def is_bold_heading(block: Block, next_block: Block) -> bool:
    """A short line all in bold, no sentence, with a paragraph below it."""
    inner = block.inner.split(" ")
    return (
        ("strong" in inner or "b" in inner)
        and block.words <= MAX_BOLD_HEADING_WORDS
        and not block.text.endswith(_PROSE_END)
        and block.tag in ("p", "div", "section", "td", "body", "article")
        and (next_block.words > block.words or next_block.level > 0 or next_block.tag == "li")
        and not next_block.inner.startswith(("strong", "b"))
    )
