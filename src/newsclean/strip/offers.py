"""A line → whether its words make it an offer of the site, where no phrase is known for it."""

from __future__ import annotations

import re

from ..lexicon.notice_words import groups_of

MAX_CHARS = 240
"""A longer text is prose about such things."""

_ADDRESS = re.compile(r"[\w.-]@[\w-]+\.\w")
_MADE_OF = (
    frozenset(("letter", "signup", "free")),
    frozenset(("letter", "signup", "we")),
    frozenset(("letter", "we", "free")),
    frozenset(("tell", "address")),
)
"""The groups of words that an offer has all of: "our newsletter", "sign up", "here for free"; "tell us" and where to."""


def is_offer(text: str, language: str | None) -> bool:
    """True where a short text offers a newsletter or asks for tips, however it is put.

    >>> is_offer("Our evening briefing sums up the day. You can subscribe here.", "en")
    True
    >>> is_offer("The party's newsletter has ten thousand subscribers.", "en")
    False
    """
    if len(text) > MAX_CHARS:
        return False
    groups = groups_of(text, language)
    if "@" in text and _ADDRESS.search(text):
        groups |= {"address"}
    return any(groups >= offer for offer in _MADE_OF)
