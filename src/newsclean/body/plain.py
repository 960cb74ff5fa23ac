"""Body and headings of a plain text, by shape and rhythm."""

from __future__ import annotations

from ..model.draft import Draft


def mark_plain_body(draft: Draft) -> None:
    """Lines of a text without markup → title, dek, body, heading, or noise."""
    for block in draft.blocks:
        if block.role is None:
            draft.give(block, "body")
