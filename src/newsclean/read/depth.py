"""Markup nested deeper than the parser goes → the same text, flattened."""

from __future__ import annotations

import re

MAX_DEPTH = 512
"""Nesting beyond this is flattened, its text kept (LIMITS). libxml2 gives up at 2,048."""

_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,60})[^<>]*>")
_RAW = frozenset((b"script", b"style", b"textarea", b"title", b"xmp"))
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr keygen bgsound frame basefont".split()
)
_FLAT = frozenset((b"p", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6"))
"""On no sound page one inside another: they add no depth, and paragraphs and headings stay what they are."""
_INLINE = frozenset(b"a abbr b bdi bdo cite code em font i mark q s small span strike strong sub sup tt u".split())


def flatten(markup: bytes, *, strict: bool = False) -> bytes:
    """The markup without the tags that stand deeper than `MAX_DEPTH`; a space in the place of those that part words.

    strict: of paragraphs and headings too, which otherwise stay.

    >>> flatten(b"<div>" * 600 + b"<p>x").count(b"<div>")
    512
    """
    parts: list[bytes] = []
    depth = at = 0
    for match in _TAG.finditer(markup):
        name = match.group(2).lower()
        if name in _VOID or name in _RAW or (name in _FLAT and not strict):
            continue
        closes = match.group(1) == b"/"
        depth = max(0, depth - 1) if closes else depth + 1
        if depth + closes > MAX_DEPTH:
            parts += (markup[at : match.start()], b"" if name in _INLINE else b" ")
            at = match.end()
    parts.append(markup[at:])
    return b"".join(parts)
