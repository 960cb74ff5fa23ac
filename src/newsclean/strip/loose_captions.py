"""Captions of pictures that the document does not have: what they are is for the steps of noise to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.document import Embed, Image
from ..model.draft import Draft

MIN_HELD_SHARE = 0.5
"""Of a caption's words, what its picture holds: the label of its credit ("Photograph:") is in no field."""
_WORD = re.compile(r"\w+")


def mark_loose_captions(draft: Draft) -> None:
    """Caption blocks whose words no picture or embed of the document holds → `credit` in the article, without a role elsewhere."""
    captions = draft.with_role("caption")
    if not captions:
        return
    placed = [b.index for b in draft.blocks if b.role in ("title", "body")]
    first, last = (placed[0], placed[-1]) if placed else (0, -1)
    held: set[str] = set()
    for text in _texts(draft):
        held.update(_WORD.findall(text))
    for block in captions:
        own = _WORD.findall(block.text)
        if sum(word in held for word in own) < MIN_HELD_SHARE * len(own):
            if first <= block.index <= last:
                draft.remove(block, "credit")
            else:
                draft.take(block)


def _texts(draft: Draft) -> Iterator[str]:
    """Captions, credits and texts of the pictures and embeds among the article's blocks, and of the lead image."""
    members = [b.index for b in draft.blocks if b.role in ("body", "heading")]
    inside = range(members[0] + 1, members[-1] + 2) if members else range(0)
    pictures: dict[int, Image] = draft.facts.get("images", {})
    embeds: dict[int, Embed] = draft.facts.get("embeds", {})
    lead = draft.value("lead_image")
    shown = [picture for index, picture in pictures.items() if index in inside]
    for picture in (*shown, *([lead] if isinstance(lead, Image) else [])):
        yield from (text for text in (picture.caption, picture.credit, picture.alt) if text)
    yield from (embed.text for index, embed in embeds.items() if index in inside and embed.text)
