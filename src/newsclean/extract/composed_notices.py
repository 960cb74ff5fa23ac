"""A line → the kind of notice that its words make up, where no phrase is known for it."""

from __future__ import annotations

from ..lexicon.notice_words import groups_of
from ..lexicon.reported import reports_speech
from ..lexicon.this_text import speaks_of_itself

MAX_CHARS = 320
"""A longer text is prose; most notices that no phrase finds are one or two sentences."""

_MADE_OF = (
    ("ai", "machine made itself|piece"),
    ("ai", "machine made checked text"),
    ("ai", "machine made we"),
    ("affiliate", "link share we|text"),
    ("correction", "wrong earlier|version text|wrote"),
    ("correction", "wrong wrote text"),
    ("syndication", "text appeared first"),
    ("sponsored", "itself paid"),
    ("opinion", "itself view author|paper"),
    ("interest", "author holds text"),
    ("update", "itself changed"),
    ("licence", "rights leave text|paper"),
    ("source", "text release based"),
)
"""Kind → the groups of words that a notice of that kind has all of; "|" is either, `itself` that it names this text or its
makers. The first that fits is the kind."""

_QUOTES = frozenset("\"“”„«»‘'「『")
"""Who is quoted is not the newsroom."""

_RULES = tuple((kind, tuple(frozenset(part.split("|")) for part in needs.split())) for kind, needs in _MADE_OF)


def compose_notice(text: str, language: str | None) -> str | None:
    """The kind of a short notice by the words in it, or None; the place must be one where notices stand.

    >>> compose_notice("Our editors checked the parts of this piece that an AI tool produced.", "en")
    'ai'
    >>> compose_notice("The bank said that the story was produced by an AI tool.", "en") is None
    True
    """
    if len(text) > MAX_CHARS:
        return None
    groups = groups_of(text, language)
    if not groups:
        return None
    if speaks_of_itself(text):
        groups |= {"itself"}
    kind = next((kind for kind, needs in _RULES if all(groups & need for need in needs)), None)
    return None if kind is None or text[0] in _QUOTES or reports_speech(text) else kind
