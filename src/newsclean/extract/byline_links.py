"""A line of a page as the pieces that its elements make: glued names parted, links to sections left out."""

from __future__ import annotations

import re

from ..lexicon import bylines as words
from ..model.document import Author
from ..model.draft import Block
from ..model.hosts import find_path
from ..text.similarity import squeeze
from ..text.spaces import clean_line

_AUTHOR_PATH = re.compile(
    r"/(?:author|authors|autor|autoren|autore|autores|auteur|auteurs|by|people|person|profile|profiles|staff|reporter|reporters|journalist|"
    r"journalists|contributor|contributors|columnist|writers?|redaktion|firmas|profil|user|users|correspondents|bylines|impressum)s?[/.?]"
)
_AUTHOR_HOST = re.compile(r"^https?://(?:authors?|autor(?:en|es)?|auteurs?|writers?|journalists?)\.")
_TOPIC_PATH = re.compile(
    r"/(?:category|categories|categoria|categorie|kategorie|kategoria|kategori|rubrik|rubrique|ressort|section|tag|tags|topic|topics|"
    r"thema|themen|schlagwort|label|search/label|genre|stichwort|etiqueta)s?(?:/|$)"
)
BREAK = "\x1e"
"""What the walk writes for a `<br>`."""


def has_author_link(block: Block) -> bool:
    """Whether the line links to a page of a person."""
    return any(map(_is_author_page, block.links()))


def _is_author_page(url: str) -> bool:
    if _AUTHOR_HOST.match(url):
        return True
    if _AUTHOR_PATH.search(url) is None and "?author=" not in url and url.isprintable():
        return False  # the path is a part of the address, but for line breaks and tabs, which it loses
    path = find_path(url)
    return _AUTHOR_PATH.search(path) is not None or (len(path) <= 1 and "?author=" in url)


def with_boundaries(block: Block, text: str, claimed: tuple[Author, ...]) -> str:
    """The text with a break between inline elements that follow each other, so that glued names fall apart.

    Links to sections and tags are left out (blogs name them in the line of the writer), and raised numbers: of addresses below.
    """
    if text is not block.text or not (block.spans or BREAK in block.pieces):
        return text
    edges = {edge for a, b, _, _ in block.spans for edge in (a, b)}
    topics = _topic_pieces(block, {squeeze(a.name) for a in claimed})
    notes = {i for a, b, kind, _ in block.spans if kind == "sup" for i in range(a, b)}
    parts: list[str] = []
    for i, piece in enumerate(block.pieces):
        if i in notes:
            continue
        glue = ""
        if i in edges and i and piece.lstrip()[:1] not in (",", ";", "&"):
            before = block.pieces[i - 1]
            glue = BREAK if _ends_word(before) else " " if before[-1:].isalpha() and piece[:1].isupper() else ""
        parts.append(glue + (BREAK if i in topics else piece))
    lines = "".join(parts).split(BREAK)
    return "\n".join(line for part in lines if (line := clean_line(part)))


def _topic_pieces(block: Block, claimed: set[str]) -> set[int]:
    """The pieces inside links to sections and tags; behind a link to an author and a date any other link is one.

    A claimed author is none: some sites have a topic for each writer.
    """
    links = [(a, b, value) for a, b, kind, value in block.spans if kind == "a"]
    found: set[int] = set()
    author = -1
    for a, b, value in links:
        if squeeze("".join(block.pieces[a:b])) in claimed or _is_author_page(value):
            author = b
        elif _TOPIC_PATH.search(find_path(value)) or (
            0 <= author <= a and any(c.isdigit() for c in "".join(block.pieces[author:a]))
        ):
            found.update(range(a, b))
    return found


def _ends_word(piece: str) -> bool:
    """Whether a new element after this piece begins something new: names do, words such as "By" do not."""
    whole = piece.strip().casefold()
    if whole.endswith((":", "：")) or whole in words.PREFIXES:
        return False
    last = piece.strip().rsplit(" ", 1)[-1].casefold().rstrip(":")
    return (
        len(last) > 1
        and last not in words.PREFIXES
        and last not in words.CONJUNCTIONS
        and last not in words.PLACE_WORDS
    )
