"""Lines of the body that only say again who wrote it, and notes on the authors among its last paragraphs."""

from __future__ import annotations

import re

from ..lexicon import bylines as words
from ..lexicon.author_notes import COPULAS, ROLES, UNSPACED_ROLES
from ..model.document import Author
from ..model.draft import Block, Draft
from ..text.byline import parse_byline
from ..text.names import looks_like_name
from ..text.similarity import squeeze

MAX_CHARS = 90
"""A longer line says more than who wrote."""
MIN_NAMES_SHARE = 0.4
"""Of a line's letters, what the names in it make up: "Von Mara Lind, Frankfurt" has half, a sentence about her less."""
LAST_BLOCKS = 2
"""Among so many last paragraphs, a line that opens like a byline is one ("Das Gespräch führte …")."""
MIN_NOTE_CHARS, MAX_NOTE_CHARS = 40, 700
"""Notes on authors in the body of labelled pages."""
MIN_NAMED_CHARS = 12
"""The same of one that an author's name opens, for scripts that need few."""
NOTE_BLOCKS = 4
"""Such a note stands among so many last paragraphs."""
MAX_NAMED_DISTANCE = 40
"""So far behind an author's name without a verb."""
MAX_ROLE_DISTANCE = 120
"""So far behind the verb, a note names the office."""

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d\s*")
_REPORTER = re.compile(r"[\w（）()【】]{0,6}(?:记者|記者)[：:]?")
_NAME = r"(?:[^\W\d_a-z][\w’'.-]* ){1,3}[^\W\d_a-z][\w’'-]+"
_SIGNED = re.compile(rf"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Aa]v|[Aa]f|[Dd]oor|[Pp]rzez) ({_NAME})")
_NOTE = re.compile(rf"(?:\S+ ){{0,1}}({_NAME})(?:,[^,.]{{3,60}},)? (?:{'|'.join(COPULAS)})\b")
_ITALICS = frozenset(("em", "i"))
_SIGNS = ("—", "–", "-", ",", "，", "、", "（", "(", "\u3000")
"""A colon would be an interview's."""
_ROLE = re.compile(rf"\b(?:{'|'.join(ROLES)})|{'|'.join(UNSPACED_ROLES)}", re.IGNORECASE)


def mark_byline_copies(draft: Draft) -> None:
    """Body lines that name the authors again and no more → `duplicate_block`; other bylines there lose their role.

    Which noise these are is for the steps of noise to say.
    """
    body = [b for b in draft.blocks if b.role in ("body", "heading")]
    known = {squeeze(name) for name in author_names(draft)}
    late = {id(b) for b in [b for b in body if b.role == "body"][-LAST_BLOCKS:]}
    for block in body:
        # in brackets, as Chinese agencies sign, the last line is the text's own ("（记者 …）")
        if (
            len(block.text) > MAX_CHARS
            or block.text[0] in "(（"
            or not _is_byline(block.text, known, late=id(block) in late)
        ):
            continue
        if any(name in squeeze(block.text) for name in known):
            draft.remove(block, "duplicate_block")
        else:
            draft.take(block)


def author_names(draft: Draft) -> list[str]:
    """The names of the authors that the surest claim names."""
    authors = draft.value("authors")
    return [a.name for a in authors if isinstance(a, Author)] if isinstance(authors, tuple) else []


def _is_byline(text: str, known: set[str], *, late: bool) -> bool:
    rest = _CLOCK.sub("", text, count=1) if text[0].isdigit() else text
    if squeeze(rest) in known or _REPORTER.fullmatch(text):
        return True
    signed = _SIGNED.fullmatch(rest)
    if signed is not None and looks_like_name(signed.group(1)):
        return True
    stamped = len(rest) < len(text)
    if not (stamped or late or any(name in squeeze(rest) for name in known)):
        return False
    found = parse_byline(rest, words)
    if found is None or not found.authors or found.leftover:
        return False
    names = [squeeze(author.name) for author in found.authors]
    if sum(map(len, names)) < MIN_NAMES_SHARE * len(squeeze(rest)):
        return False
    person = all(a.kind == "person" and looks_like_name(a.name) for a in found.authors)
    return known.issuperset(names) or (person and ((late and found.opened) or (stamped and names == [squeeze(rest)])))


def mark_notes_on_authors(draft: Draft) -> None:
    """Last paragraphs that tell what the author does for a living → `author_bio`."""
    body = [b for b in draft.blocks if b.role == "body"]
    names = author_names(draft)
    for left, block in enumerate(reversed(body[-NOTE_BLOCKS:] if len(body) > NOTE_BLOCKS else [])):
        if len(block.text) <= MAX_NOTE_CHARS and (
            _is_named_note(block.text, names) or _is_note(block, names, last=left < 2)
        ):
            draft.remove(block, "author_bio")


def _is_named_note(text: str, names: list[str]) -> bool:
    """An author's name, no verb, and an office right behind it or behind a sign ("NAME, reporter in Oslo")."""
    name = next((n for n in names if text.startswith(n)), None)
    if name is None or len(text) < MIN_NAMED_CHARS:
        return False
    rest = text[len(name) :].lstrip(" ")
    found = _ROLE.search(rest, 0, MAX_NAMED_DISTANCE)
    return found is not None and (not found.start() or rest.startswith(_SIGNS))


def _is_note(block: Block, names: list[str], *, last: bool) -> bool:
    """An author's name and what it is ("NAME is a reporter with …"); one who is no known author needs an office, or italics."""
    found = _NOTE.match(block.text) if len(block.text) >= MIN_NOTE_CHARS else None
    if found is None:
        return False
    if any(name in found.group(1) for name in names if " " in name):
        return True
    if not last:
        return False
    is_set_off = not _ITALICS.isdisjoint(block.inner.split(" "))
    return is_set_off or _ROLE.search(block.text, found.end(), found.end() + MAX_ROLE_DISTANCE) is not None
