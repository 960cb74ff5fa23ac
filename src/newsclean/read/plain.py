"""Plain text → blocks, one a non-empty line."""

from __future__ import annotations

from ..model.draft import Block, Draft, Node

MAX_LINES = 100_000
"""Lines beyond this are left out, with a warning."""


def read_text(text: str, url: str | None = None) -> Draft:
    """The draft of a text that a scraper already flattened: tag "p", no links; `node` is one synthetic root."""
    root = Node("body", "", None, None, 0, False)
    blocks: list[Block] = []
    for line in text.replace("\x00", "").splitlines():
        folded = " ".join(line.split())
        if not any(map(str.isalnum, folded)):
            continue
        block = Block(len(blocks), folded, root, "p")
        block.pieces = [folded]
        blocks.append(block)
        if len(blocks) >= MAX_LINES:
            break
    root.last = len(blocks)
    draft = Draft(blocks, url=url, is_text=True)
    if len(blocks) >= MAX_LINES:
        draft.warnings.append(f"read: only the first {MAX_LINES} lines were read")
    return draft
