"""What opens a byline or a part of it, and the marks that part one: the first half of the grammar.

A line comes with its words run together, its labels in a row, dates in between; `prepare_line` puts breaks where they
belong. `find_opening` says what a segment opens ("By …", "Source: …", "Photo: …").
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from .byline_words import BylineWords

Opening = Literal["", "author", "source", "credit"]

MAX_LABEL_CHARS = 40
MAX_PREFIX_WORDS = 5

_GLUED = re.compile(r"(?<!\w)(By|by|von|Von|par|Par|por|Por|di|Di|av|Av|from)(?=[A-ZÀ-ÞŠŽČŁŚ][a-zà-ÿšžčłś])")
"""An opener that its element runs together with the name behind it ("ByAnn Lee")."""
_LABEL = re.compile(r"(?<=\s)([^\W\d_][^\W_]{1,18}(?:/in)?)\s?:(?=\s)")
_DOUBLE_LABEL = re.compile(r"(?<!\w)([^\W\d_]{2,18})(?:\s?[/,&+]\s?|\s([^\W\d_]{1,4})\s)([^\W\d_]{2,18})\s?:")
"""Who wrote and took the pictures too: "Text und Fotos:", "Tekst/foto:", "Bài, ảnh:"."""
MIN_TOKENS_BEFORE_CREDIT = 3
_APOSTROPHES = ("d’", "d'", "d´")


def prepare_line(line: str, words: BylineWords) -> str:
    """The line with a space behind glued openers and a break before each label inside it.

    "Text: Ann Lee Fotos: Tom Vale" falls in two, so that nobody takes the photographer for a writer.
    """
    line = _GLUED.sub(r"\1 ", line)
    if line.count(":") + line.count("：") < 1:
        return _with_colons(line, words)
    line = _DOUBLE_LABEL.sub(lambda m: _one_label(m, words), line)
    return _LABEL.sub(lambda m: f"| {m[0]}" if _parts_line(m, words) else m[0], line)


def _parts_line(found: re.Match[str], words: BylineWords) -> bool:
    """Whether a word with a colon is a label of its own, and not "article" in "related article:"."""
    tables = (words.LABELS, words.SOURCE_LABELS, words.CREDIT_LABELS, words.DATE_LABELS)
    before = found.string[: found.start()].split()[-1:]
    return any(found[1].lower() in table for table in tables) and words.OF_OTHERS.isdisjoint(w.lower() for w in before)


def _one_label(found: re.Match[str], words: BylineWords) -> str:
    """The label of the writer alone, where one of two labels before a colon is his."""
    first, link, second = found[1].lower(), (found[2] or "").lower(), found[3].lower()
    labels = [label for label in (first, second) if label in words.LABELS]
    both = all(label in words.LABELS or label in words.CREDIT_LABELS for label in (first, second))
    return f"{labels[0]}:" if labels and both and (not link or link in words.CONJUNCTIONS) else found[0]


def _with_colons(line: str, words: BylineWords) -> str:
    """The line with the colons that labels in other type need not: "Tekst Ann Lee Beeld Tom Vale"."""
    tokens = line.split()
    if (
        len(tokens) <= MIN_TOKENS_BEFORE_CREDIT
        or tokens[0].lower() not in words.LABELS
        or tokens[1].lower() in words.PREFIXES
    ):
        return line
    for i in range(MIN_TOKENS_BEFORE_CREDIT, len(tokens) - 1):
        if tokens[i].lower() in words.CREDIT_LABELS and tokens[i][0].isupper():
            return f"{tokens[0]}: {' '.join(tokens[1:i])} | {tokens[i]}: {' '.join(tokens[i + 1 :])}"
    return line


def before_date(text: str, words: BylineWords) -> str:
    """What stands before a date, without the weekday that belongs to it."""
    head, _, last = text.rstrip(" ,").rpartition(" ")
    return head + " " if last.lower().strip(".,") in words.WEEKDAYS else text


def find_opening(segment: str, words: BylineWords) -> tuple[Opening, str, bool]:
    """What a segment opens, the rest of it, and whether a word said so."""
    folded = segment.lower()
    if folded in words.LONE_OPENERS:
        return "author", "", True  # "كتب - …", "Author | …": who wrote comes next
    if ":" in segment and (labelled := _after_label(segment, words)) is not None:
        return labelled
    size, starts = _phrase_starts(words)
    if folded[:size] in starts and folded.startswith(words.CREDIT_PHRASES):
        phrase = next(phrase for phrase in words.CREDIT_PHRASES if folded.startswith(phrase))
        return "credit", segment[len(phrase) :].strip(" :"), True
    return _after_prefix(segment, folded, words)


def _after_label(segment: str, words: BylineWords) -> tuple[Opening, str, bool] | None:
    head, _, tail = segment.partition(":")
    head, rest = head.strip().lower(), tail.strip()
    if len(head) > MAX_LABEL_CHARS:
        return None
    if head in words.GENERIC_NAMES and head not in words.LABELS:
        return "credit", rest, True  # "Agencies : Washington"
    for table, kind in ((words.CREDIT_LABELS, "credit"), (words.SOURCE_LABELS, "source"), (words.LABELS, "author")):
        if head in table:
            return kind, rest, True  # type: ignore[return-value]
    *before, noun = head.split(" ")
    if head in words.PREFIXES or (noun in words.LABELS and words.OF_OTHERS.isdisjoint(before)):
        return "author", rest, True
    return None


def begins_credit(segment: str, words: BylineWords) -> bool:
    """Whether a segment behind a writer is a picture credit without a colon ("Symbolbild imago")."""
    first, *rest = segment.lower().split()
    return bool(rest) and first in words.CREDIT_LABELS and words.ROLE_WORDS.isdisjoint((first, *rest))


@cache
def _phrase_starts(words: BylineWords) -> tuple[int, frozenset[str]]:
    """How many characters the shortest phrase of a credit has, and what each begins with."""
    size = min(map(len, words.CREDIT_PHRASES))
    return size, frozenset(phrase[:size] for phrase in words.CREDIT_PHRASES)


@cache
def _first_words(words: BylineWords) -> frozenset[str]:
    """What the prefixes begin with."""
    return frozenset(prefix.split()[0].rstrip(":") for prefix in words.PREFIXES)


def _after_prefix(segment: str, folded: str, words: BylineWords) -> tuple[Opening, str, bool]:
    tokens = folded.split(None, MAX_PREFIX_WORDS + 1)
    if not tokens:
        return "", segment, False
    if tokens[0] in _OUR_LINKS and len(tokens) > MIN_TOKENS_BEFORE_CREDIT and tokens[1] in words.POSSESSIVES:
        return "author", segment.split(None, 1)[1], True
    opens = tokens[0].rstrip(":") in _first_words(words)
    for n in range(min(MAX_PREFIX_WORDS, len(tokens) - 1), 0, -1) if opens else ():
        head = " ".join(tokens[:n]).rstrip(":")
        if head in words.LABELS and ":" not in segment and _goes_on_plain(segment.split()[n], words):
            continue
        if head in words.PREFIXES and not _is_name_part(segment, head, n, words):
            return "author", segment.split(None, n)[-1].strip(" :,"), True
    skip = _genre_words(tokens, words)
    if skip:
        rest = segment.split(None, skip)[-1]
        return "author", rest[2:] if rest.lower().startswith(_APOSTROPHES) else rest, True
    return "", segment, False


def _goes_on_plain(word: str, words: BylineWords) -> bool:
    """Whether a word behind a noun such as "Text" is no name: the noun begins a sentence ("Tekst ukazał się …")."""
    return word.islower() and word not in words.PARTICLES and word.isalpha()


def _is_name_part(segment: str, head: str, n: int, words: BylineWords) -> bool:
    """Whether the prefix may be the beginning of a name ("Da Silva", "De Luca", "Di Maio")."""
    looks = n == 1 and head in words.PARTICLES and segment[0].isupper() and segment[1:2].islower()
    return looks and head not in ("von", "di", "av", "af")


_LINKS = frozenset(("by", "von", "par", "por", "av", "af", "oleh", "door", "di", "de", "od", "przez", "от"))
_OUR_LINKS = _LINKS | {"van", "från", "fra", "dal", "dalla", "da", "vom"}
"""Before "our" and a role: "Van onze verslaggever …", "Från vår korrespondent …"."""
_FREE_LINKS = frozenset(("by", "von", "par", "por", "av", "af", "oleh", "door"))
"""Those that a name follows wherever they stand in a short line; "de" and "di" are parts of too much else."""


def _genre_words(tokens: list[str], words: BylineWords) -> int:
    """How many words before the name say what the text is: "Ein Kommentar von", "Une enquête d’", "Opinion by"; 0 for none."""
    if len(tokens) < 3:
        return 0
    placed = len(tokens) > 3 and tokens[0] in words.PLACE_WORDS
    if placed and (tokens[2] in words.MID_OPENERS or tokens[2] in _FREE_LINKS):
        return 3  # "Aus Berlin berichtet …"
    start = 1 if tokens[0] in words.GENRE_ARTICLES else 0
    for i in range(start + 1, min(start + 3, len(tokens) - 1)):
        linked = tokens[i] in _LINKS
        if (linked or tokens[i].startswith(_APOSTROPHES)) and _is_genre(tokens[i - 1], words):
            return i + linked
    if _FREE_LINKS.isdisjoint(tokens[1:MAX_PREFIX_WORDS]):
        return 0
    posted = tokens[0] in words.DATE_LABELS
    for i in range(1, min(MAX_PREFIX_WORDS, len(tokens) - 1)):
        if tokens[i] in _FREE_LINKS and (posted or all(_is_plain(t, words) for t in tokens[:i])):
            return i + 1  # "Posted in Books by …"
    return 0


def _is_genre(word: str, words: BylineWords) -> bool:
    return word.strip(":") in words.GENRES or (len(word) > 9 and word.endswith(_GENRE_ENDINGS))


_GENRE_ENDINGS = (
    "kommentar",
    "kolumne",
    "analyse",
    "beitrag",
    "interview",
    "reportage",
    "artikel",
    "porträt",
    "essay",
    "kritik",
)


def _is_plain(word: str, words: BylineWords) -> bool:
    """Whether the word says how a text came to be, and is no part of a title ("posted in books by")."""
    bare = word.strip(".,")
    return any(bare in table for table in (words.NOT_NAMES, words.DATE_LABELS, words.GENRES, words.PLACE_WORDS))
