"""A piece of a byline, between commas and conjunctions → a name with its role, an agency, a desk: the second half of the grammar.

`byline.py` cuts a line into segments and asks here what the pieces of each are; what they name is gathered in `Found`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model.document import Author
from .byline_words import BylineWords
from .names import is_initial, is_mononym, looks_like_name, script_of

MAX_SHORT_CHARS = 38

_COMMA = re.compile(r"(?:(?<!\s)\s+)?[,،、，&+]\s*")
_DOMAIN = re.compile(r"^(?:[\w-]{1,40}\.){1,3}[a-zA-Z]{2,6}$")
_ARTICLES = frozenset(("der", "die", "das", "the", "le", "la", "el", "il", "o", "a"))
_OF_THE = ("Do", "Da", "Dal", "Dalla", "Del")
"""Before an outlet ("Do UOL", "Dal TG3")."""
EDITORS_MARK = re.compile(r"^(?:[a-zäöüß]{2,5}|(?:[^\W\d_]\.-?){2,4})$")
"""How editors sign beside an agency: "jse", "M.C."."""


@dataclass(slots=True)
class Found:
    """What the segments of a line have named so far."""

    authors: list[Author] = field(default_factory=list)
    sources: list[Author] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    mononyms: list[Author] = field(default_factory=list)
    outlets: list[Author] = field(default_factory=list)
    opened: bool = False
    leftover: bool = False
    before: int = 0
    """How many authors there were before the segment that was read last."""
    singles: int = 0
    """The same for single words."""
    placed: bool = False
    """A place or a section stood in the segment: single words behind it are more of that."""


def read_sources(text: str, words: BylineWords) -> list[Author]:
    """The outlets and agencies behind a label such as "Source:"."""
    names = []
    for piece in _COMMA.split(text)[:3]:
        agency = leading_agency(piece.split(), words)
        name = " ".join(piece.split()[:agency]) if agency else piece
        if 1 < len(name) <= 60 and not any(map(str.isdigit, name)):
            names.append(Author(name, kind="organisation"))
    return names


def leading_agency(tokens: list[str], words: BylineWords) -> int:
    """How many tokens at the beginning are an agency's name."""
    for n in range(min(4, len(tokens)), 0, -1):
        if " ".join(tokens[:n]).lower() in words.AGENCIES:
            return n
    return 0


def split_pieces(text: str, words: BylineWords) -> list[str]:
    """The pieces between commas and conjunctions; a conjunction inside a name ("Ortega y Gasset") splits nothing."""
    pieces: list[str] = []
    for part in _COMMA.split(text):
        tokens = _unglued(part.split(), words)
        start = 0
        for i, token in enumerate(tokens):
            if (
                not 0 < i < len(tokens) - 1
                or token.lower() not in words.CONJUNCTIONS
                or (token[0].isupper() and token not in ("And",))
            ):
                continue
            parts = len(token) > 1 and token.lower() not in words.PARTICLES
            if parts or (i - start >= 2 and (len(tokens) - i > 2 or tokens[i + 1].lower() in words.AGENCIES)):
                pieces.append(" ".join(tokens[start:i]))
                start = i + 1
        if tokens[start:]:
            rest = tokens[start:]
            if rest[0].lower() in words.CONJUNCTIONS and len(rest) > 1 and rest[0].islower():
                rest = rest[1:]
            pieces.append(" ".join(rest))
    return [p for p in pieces if p]


def _unglued(tokens: list[str], words: BylineWords) -> list[str]:
    """The words, with an "and" that is written as the first letter of the next name (Arabic, Hebrew) as its own word."""
    for i in range(2, len(tokens) - 1):
        letter, rest = tokens[i][:1], tokens[i][1:]
        if letter in words.GLUED_CONJUNCTIONS and len(rest) > 2 and tokens[i] not in words.GLUED_CONJUNCTIONS[letter]:
            return [*tokens[:i], "and", rest, *tokens[i + 1 :]]
    return tokens


def read_piece(piece: str, found: Found, words: BylineWords, trusted: bool) -> None:
    """Add to `found` what a piece names.

    trusted: this is a byline, so a single word or a desk will do.
    """
    dotted = piece.endswith((" Jr.", " Sr.")) or is_initial(piece.rsplit(" ", 1)[-1])
    piece = piece.strip(" :") if dotted else piece.strip(" :.\"'“”„«»")
    folded = piece.lower()
    nobody = (words.POST_NOMINALS, words.GENERIC_NAMES, words.DATE_LABELS, words.CASELESS_PLACES)
    if not piece or any(folded in table for table in nobody) or (folded in words.ACCOUNTS and not found.opened):
        return
    if folded in words.AGENCIES:
        found.authors.append(Author(piece, kind="organisation"))
        return
    if _DOMAIN.match(piece) and not is_initial(piece):
        found.outlets.append(Author(piece, kind="organisation"))
        return
    tokens = _without_honorifics(_before_digit(_before_place(piece, words).split()), words)
    if not tokens:
        return
    name, role = _name_and_role(tokens, words)
    if outlet := _outlet_of(piece, tokens, name, found.authors):
        found.outlets.append(Author(outlet, kind="organisation"))
        return
    if name and found.authors and _is_role(tokens[-1], words) and len(tokens) <= 2:
        name, role = "", " ".join(tokens)
    if name:
        found.authors.append(Author(name, role=role or None))
        return
    if role and found.authors and found.authors[-1].kind == "person" and found.authors[-1].role is None:
        last = found.authors.pop()
        found.authors.append(Author(last.name, last.url, role))
        return
    _read_other(tokens, found, words, trusted)


def _outlet_of(piece: str, tokens: list[str], name: str, authors: list[Author]) -> str:
    """The outlet that a piece names by its capitals: "Do UOL", or behind a writer "ACLU Racial Justice Program"; ""."""
    if tokens[0] in _OF_THE and len(tokens) == 2 and tokens[1].isupper():
        return tokens[1]
    if not name or not authors:
        return ""
    if _begins_with_acronym(name):
        return piece
    return name if name.isupper() and not authors[0].name.isupper() and script_of(name) == "cased" else ""


def _before_place(piece: str, words: BylineWords) -> str:
    """The name before a full stop that something else follows ("Lucía Arrieta. Madrid")."""
    head, stop, _ = piece.partition(". ")
    tokens = head.split()
    if not stop or len(tokens[-1]) < 4 or "." in tokens[-1]:
        return piece
    last = tokens[-1].lower() + "."
    if last in words.HONORIFICS or last in words.POST_NOMINALS:
        return piece
    return head if len(tokens) == 1 or _is_name(tokens, words) else piece


def _begins_with_acronym(name: str) -> bool:
    first = name.partition(" ")[0].partition("-")[0]
    return len(first) > 2 and first.isalpha() and first.isupper() and not name.isupper() and script_of(name) == "cased"


def _before_digit(tokens: list[str]) -> list[str]:
    for i, token in enumerate(tokens):
        if any(map(str.isdigit, token)) and not (i == 0 and len(tokens) <= 2):
            return tokens[:i]
    return tokens


def _without_honorifics(tokens: list[str], words: BylineWords) -> list[str]:
    if tokens and tokens[0].lower() in words.POSSESSIVES:
        tokens = tokens[1:]
        while tokens and (_is_role(tokens[0].removesuffix("en"), words) or _is_role(tokens[0], words)):
            tokens = tokens[1:]
        tokens = [] if len(tokens) < 2 else tokens
    while len(tokens) > 2 and tokens[0].lower() in words.HONORIFICS:
        tokens = tokens[1:]
    while (
        len(tokens) > 2
        and tokens[-1].lower().strip(".") in words.POST_NOMINALS
        and not tokens[-1].startswith(("Jr", "Sr", "I", "V"))
    ):
        tokens = tokens[:-1]
    return tokens


def _is_role(word: str, words: BylineWords) -> bool:
    folded = word.lower().strip(".,")
    return folded in words.ROLE_WORDS or (len(folded) > 9 and folded.endswith(words.ROLE_ENDINGS))


def _is_name(tokens: list[str], words: BylineWords) -> bool:
    stop = words.NOT_NAMES
    if any(t.lower().strip(".,") in words.ORGANISATION_WORDS for t in tokens):
        return False
    surnames = words.KOREAN_SURNAMES if script_of(tokens[0]) == "hangul" else words.CHINESE_SURNAMES
    return looks_like_name(" ".join(tokens), stop, words.PARTICLES, surnames)


def _name_and_role(tokens: list[str], words: BylineWords) -> tuple[str, str]:
    """(name, role or outlet) of a piece; ("", role) where it is a role alone; ("", "") for neither."""
    cut = _cut(tokens, words)
    name = tokens[:cut]
    if len(tokens) == 2 and _is_role(tokens[1], words) and _is_title(tokens, words):
        return "", " ".join(tokens)
    if _is_role(tokens[0], words) and len(tokens) > 1:
        if len(tokens) > 2 and _is_name(tokens[1:], words) and not any(_is_role(t, words) for t in tokens[1:]):
            return " ".join(tokens[1:]), tokens[0]
        return "", " ".join(tokens)
    if cut < len(tokens) and any(t.lower() in words.BEAT_WORDS or t.lower() in words.AGENCIES for t in name):
        return "", " ".join(tokens) if any(_is_role(t, words) for t in tokens) else ""
    if len(name) >= 2 and _is_name(name, words):
        return " ".join(name).strip(","), _role_text(tokens[cut:], words)
    if any(_is_role(t, words) for t in tokens):
        if len(tokens) >= 3:
            short = _short_name(tokens, words)
            if (
                short
                and short < len(tokens)
                and not any(_is_role(t, words) or t.lower() in words.BEAT_WORDS for t in tokens[:short])
            ):
                return " ".join(tokens[:short]), " ".join(tokens[short:])
        return "", " ".join(tokens)
    return "", ""


def _is_title(tokens: list[str], words: BylineWords) -> bool:
    """Whether two words of which the second is a role are no name: roles that are surnames too need a beat before them."""
    return tokens[0].lower() in words.BEAT_WORDS or tokens[1].lower() not in words.ROLE_SURNAMES


def _role_text(rest: list[str], words: BylineWords) -> str:
    return " ".join(rest) if any(_is_role(t, words) for t in rest) else ""


def _short_name(tokens: list[str], words: BylineWords) -> int:
    """Tokens of the shortest name that the piece can begin with, 0 for none."""
    for n in range(2, min(5, len(tokens) + 1)):
        if (
            tokens[n - 1].lower() not in words.PARTICLES
            and not is_initial(tokens[n - 1])
            and _is_name(tokens[:n], words)
        ):
            return n
    return 0


def _cut(tokens: list[str], words: BylineWords) -> int:
    """How many tokens belong to the name: up to a role, a beat, an agency, an outlet, a place, a verb; 0 for a desk."""
    for i in range(1, len(tokens)):
        rest = " ".join(tokens[i:]).lower()
        if rest in words.AGENCIES or rest.removeprefix("the ") in words.AGENCIES:
            return i
        folded = tokens[i].lower().strip(".,")
        link = (tokens[i].islower() or folded == "for") and i < len(tokens) - 1
        if i < 2:
            if tokens[i] == "In":
                return i
            if link and folded in words.OUTLET_WORDS - words.PARTICLES - words.PLACE_WORDS:
                return i
        elif folded in words.ORGANISATION_WORDS and not _is_role(tokens[i], words):
            return i if tokens[i].islower() or _begins_role(tokens, i, words) else 0
        elif _begins_role(tokens, i, words) or _ends_name(tokens, i, link, words):
            return i
    return len(tokens)


def _begins_role(tokens: list[str], i: int, words: BylineWords) -> bool:
    """A role, or a beat with a role somewhere behind it ("Travel News Reporter")."""
    if _is_role(tokens[i], words):
        return True
    return tokens[i].lower().strip(".,") in words.BEAT_WORDS and any(_is_role(t, words) for t in tokens[i:])


def _ends_name(tokens: list[str], i: int, link: bool, words: BylineWords) -> bool:
    """A small word that opens a place or an outlet, a verb, or an outlet in camel case ("Ann Lee TideBUSINESS")."""
    word = tokens[i]
    folded = word.lower().strip(".,")
    if folded not in words.PARTICLES and (
        word.islower() or (link and (folded in words.OUTLET_WORDS or folded in words.PLACE_WORDS))
    ):
        return True
    if (folded in words.DATE_LABELS or folded in words.WEEKDAYS) and script_of(word) == "cased":
        return True  # "Ann Lee Published …", "Ann Lee Last updated …"
    if word == "The" or (folded in words.OUTLET_OPENERS and i + 1 < len(tokens) and tokens[i + 1].islower()):
        return True
    return sum(map(str.isupper, word)) > 2 and not tokens[0].isupper() and not is_initial(word)


def _read_other(tokens: list[str], found: Found, words: BylineWords, trusted: bool) -> None:
    """Agencies inside a piece, desks, outlets, single words."""
    whole, tokens = len(tokens), [] if found.placed else _without_article(_before_link(tokens, words))
    if not tokens:
        return
    found.placed = len(tokens) < whole
    text = " ".join(tokens).strip(":")
    folded = [t.lower().strip(".,:") for t in tokens]
    if folded[0] in words.PLACE_WORDS and (tokens[0].islower() or found.opened):
        return
    if _read_agencies(tokens, folded, found, words):
        return
    if folded[0] in ("do", "da", "dal", "del", "della", "dalla") and len(tokens) > 1:
        tokens, folded, text = tokens[1:], folded[1:], " ".join(tokens[1:])
    is_desk = any(f in words.ORGANISATION_WORDS or f.endswith(("redaktion", "zeitung", "verlag")) for f in folded)
    has_role = any(_is_role(t, words) for t in tokens)
    if has_role and (len(tokens) < 3 or not trusted or text.islower()):
        return
    if len(tokens) <= 7 and (is_desk or has_role) and tokens[0][:1].isupper():
        if trusted or len(tokens) > 1:
            found.outlets.append(Author(text, kind="organisation"))
        return
    if len(tokens) == 1 and is_mononym(text):
        _read_word(text, folded[0], found, words)
        return
    pen_name = len(tokens) == 2 and found.opened and folded[0] in _ARTICLES and tokens[1][:1].isupper()
    if pen_name or (trusted and not found.authors and _is_short(tokens, folded, words)):
        found.mononyms.append(Author(text, kind="organisation" if _is_acronym(tokens) else "person"))
        return
    found.leftover = found.leftover or not all(word in words.NOT_NAMES or word in words.PLACE_WORDS for word in folded)


def _is_acronym(tokens: list[str]) -> bool:
    return all(map(str.isupper, tokens)) and not all(map(is_initial, tokens))


def _without_article(tokens: list[str]) -> list[str]:
    """A desk without its article ("the Editorial Board")."""
    return tokens[1:] if len(tokens) > 2 and tokens[0] == "the" and all(t[:1].isupper() for t in tokens[1:]) else tokens


def _is_short(tokens: list[str], folded: list[str], words: BylineWords) -> bool:
    """A few words that may be what somebody calls himself, for want of a better name in a line that is a byline."""
    if (
        len(tokens) > 4
        or sum(map(len, tokens)) > MAX_SHORT_CHARS
        or not tokens[0][:1].isalnum()
        or not any(map(str.isalpha, "".join(tokens)))
        or "!" in "".join(tokens)
    ):
        return False
    if any(w in words.DATE_LABELS for w in folded):
        return False
    if any(w in words.NOT_NAMES or (w in words.PLACE_WORDS and w not in words.PARTICLES) for w in folded):
        return False
    return not any(t.endswith(".") and len(t) > 3 for t in tokens[:-1])


def _before_link(tokens: list[str], words: BylineWords) -> list[str]:
    """What stands before a small word that opens a place or a section ("Fatima in Feelings")."""
    for i in range(1, len(tokens)):
        word = tokens[i].lower()
        opens = word in words.PLACE_WORDS and word not in words.PARTICLES and word not in words.CONJUNCTIONS
        if opens and (tokens[i].islower() or tokens[i] == "In"):
            return tokens[:i]
    return tokens


def _read_agencies(tokens: list[str], folded: list[str], found: Found, words: BylineWords) -> bool:
    """Whether a short piece names agencies ("AFP mit dpa", "SID Nachrichtenagentur", "dpa MM-Redaktion")."""
    leading = leading_agency(tokens, words)
    agencies = [" ".join(tokens[:leading])] if leading else []
    agencies += [t for t, f in zip(tokens[leading:], folded[leading:], strict=True) if f in words.AGENCIES]
    if not agencies or len(tokens) > 4 + leading:
        return False
    found.authors += [Author(a, kind="organisation") for a in agencies]
    desks = [t for t, f in zip(tokens, folded, strict=True) if f.endswith("redaktion")]
    found.authors += [Author(d, kind="organisation") for d in desks]
    return True


def _read_word(text: str, folded: str, found: Found, words: BylineWords) -> None:
    if folded in words.DATE_LABELS:
        return
    if folded in words.NOT_NAMES or folded in words.BEAT_WORDS or folded in words.ROLE_WORDS:
        found.leftover = found.leftover or not (folded in words.ROLE_WORDS or folded in words.DATE_LABELS)
        return
    if text.isupper() and len(text) > 1 and "." not in text and len(text) <= 6:
        found.outlets.append(Author(text, kind="organisation"))
    elif EDITORS_MARK.match(text) and any(a.kind == "organisation" for a in found.authors):
        found.authors.append(Author(text))
    elif not found.authors and not (found.singles and text.islower()):
        found.mononyms.append(Author(text))
