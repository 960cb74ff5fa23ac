"""A newsclean plug-in: `Document.extra["reading_time_min"]`, and crossword notes taken out of the body."""

from __future__ import annotations

from newsclean import Chain, Draft, Step

WORDS_PER_MINUTE = 230


def add_steps(chain: Chain) -> Chain:
    """The chain with both steps, once the body is known."""
    return chain.after(
        "disclosures",
        Step("crossword_note", mark_crossword_note, needs=("body",)),
        Step("reading_time", mark_reading_time, needs=("body",), gives=("reading_time",)),
    )


def mark_crossword_note(draft: Draft) -> None:
    """Notes on today's crossword → `promo`."""
    for block in draft.with_role("body"):
        if block.text.startswith("Today's crossword:"):
            draft.remove(block, "promo")


def mark_reading_time(draft: Draft) -> None:
    """Minutes to read the body, at least one."""
    words = sum(len(block.text.split()) for block in draft.with_role("body"))
    draft.extra["reading_time_min"] = max(1, round(words / WORDS_PER_MINUTE))
