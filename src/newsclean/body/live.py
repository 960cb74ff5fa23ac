"""Live blogs: dated entries of one make, in a row."""

from __future__ import annotations

import re
from collections import Counter

from ..lexicon.gates import LIVE_TITLES
from ..model.draft import Block, Draft

LIVE_PATHS = ("/live/", "/live-", "-live-", "liveticker", "live-ticker", "liveblog", "live-blog", "newsblog", "/en-direct",
              "-en-direct", "en-vivo", "-diretta", "live-updates", "newsticker")  # fmt: skip
LIVE_NAMES = ("liveblog", "live-blog", "live_blog", "liveticker", "live-ticker", "live-update", "live-post", "livefeed",
              "blog-post", "live-entry", "ticker-entry", "timeline-entry", "live-feed")  # fmt: skip
MIN_STAMPS = 4
"""Clock times of one make that stand alone in a line; a byline and two updates make three."""
MAX_STAMP_CHARS = 40

_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])\s?[:.h]\s?[0-5]\d(?!\d)")


def is_live_blog(draft: Draft, types: set[str], path: str, name: str) -> bool:
    """Whether the page is one: it says so itself, or stamped entries go with an address, headline or class names that say so.

    name: the headline, in lower case.
    """
    if "LiveBlogPosting" in types:
        return True
    span = draft.with_role("body", "heading")
    if not span:
        return False
    inside = draft.blocks[max(0, span[0].index - 3) : span[-1].index + 1]
    stamps = Counter(_make(b) for b in inside if _is_stamp(b))
    if max(stamps.values(), default=0) < MIN_STAMPS:
        return False
    told = any(part in path for part in LIVE_PATHS) or any(part in name for part in LIVE_TITLES)
    return told or any(_is_named(b) for b in inside if b.role == "body")


def _is_named(block: Block) -> bool:
    return any(name in node.names for node in block.node.ancestors() for name in LIVE_NAMES)


def _is_stamp(block: Block) -> bool:
    return 0 < len(block.text) <= MAX_STAMP_CHARS and _CLOCK.search(block.text) is not None


def _make(block: Block) -> tuple[str, str]:
    return block.node.tag, block.node.names
