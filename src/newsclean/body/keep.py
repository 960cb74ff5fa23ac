"""The last word of the body step: fields may take lines of the article, never the whole of it."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.draft import Block, Draft

FACT = "body_chosen"
"""Where the blocks that the body step chose are kept among `draft.facts`."""

MAX_DEK_WORDS = 110
"""No dek has more words (longest of 234 labelled lines: 107): where one outweighs the body it is the text."""
MIN_LEFT_SHARE = 0.5
"""A dek is shorter than the text below it: where less than this share of its words is left as body, it was the body."""

MIN_TEXT_SCORE = 1.0
"""A line that scores no more (log-odds) is in doubt, such as a note below the text, and no body unless it outweighs the dek."""


def keep_body(draft: Draft) -> None:
    """Give back to the body what captions and dek took of it, where they took most of it.

    Short news of one paragraph has no dek, also where the page prints it twice; a page that prints its text inside a
    photo's box has no caption that long.
    """
    chosen: list[Block] = draft.facts.get(FACT, [])
    dek = draft.with_role("dek")
    printed = {b.text for b in dek}
    left = [b for b in chosen if b.role == "body" and b.text not in printed]
    taken = [b for b in chosen if b.step == "images" and b.role in ("caption", "removed")]
    if _words(taken) > _words(left):
        _give_back(draft, taken)
        left += taken
    is_text = any(b.text in printed for b in chosen) or _words(dek) > MAX_DEK_WORDS
    sure = _words(b for b in left if b.score > MIN_TEXT_SCORE)
    if dek and is_text and sure < MIN_LEFT_SHARE * _words(dek) and _words(left) < _words(dek):
        _give_back(draft, dek)
        draft.claims["dek"] = [c for c in draft.claims.get("dek", ()) if c.source != "dom"]


def _give_back(draft: Draft, blocks: list[Block]) -> None:
    for block in blocks:
        draft.give(block, "body")
        block.rule = "the page's only text"


def _words(blocks: Iterable[Block]) -> int:
    return sum(b.words for b in blocks)
