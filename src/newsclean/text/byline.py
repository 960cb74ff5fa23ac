"""A byline as printed → who wrote: a grammar over words, with the word tables handed in.

line     = { segment separator }            separator: | • · / – new line, a date, an address, a handle
segment  = [label] piece { ("," | "and") piece }
label    = "By" | "Von" | "Text:" …         opens writers; "Source:" opens sources; "Photo by" opens credits
piece    = name [role] | agency | organisation | role | place
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model.document import Author
from .byline_east_asian import parse_east_asian
from .byline_openings import Opening, before_date, begins_credit, find_opening, prepare_line
from .byline_pieces import EDITORS_MARK, Found, leading_agency, read_piece, read_sources, split_pieces
from .byline_words import BylineWords
from .names import is_initial
from .scripts import WIDE
from .spaces import clean_line

MAX_CHARS = 2000
MAX_AUTHORS = 100


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs a text.

    opened: a word such as "By" said so. weak: the authors are single words, outlets or desks, right only where other
    evidence says that this is a byline. leftover: something else stood in the line too.
    """

    text: str
    authors: tuple[Author, ...] = ()
    sources: tuple[Author, ...] = ()
    credits: tuple[str, ...] = ()
    opened: bool = False
    leftover: bool = False
    weak: bool = False


_ADDRESS = re.compile(
    r"https?://\S{1,300}|www\.\S{1,200}|[\w.+-]{1,64}@[\w-]{1,60}\.[\w.-]{2,60}|@\w{2,40}|\(?\+?\d[\d\s()/.-]{6,20}\d|\[email[^\]]{0,20}\]"
)
_ADDRESS_SIGN = re.compile(r"[\d@:\[.]")
_STRONG_SIGN = re.compile(r"[|•·;●▪⋅∙\n\t※►»«/／~→←(（\[【〔\])）】〕–—-]")
"""No line without one of these has an address or is parted: a set of characters is found many times as fast."""
_STRONG = re.compile(r"(?:(?<!\s)\s+)?(?:[|•·;●▪⋅∙\n\t※►»«/／~→←]|[(（\[【〔\])）】〕]|\s[-–—]+\s|[-–—]{2,}|—)\s*")
_CLAUSE_END = re.compile(r"[.!?]\s*$")
_BEFORE_DATE = re.compile(r"(?:^|\s)(?:on|at|le|am|um|el|den|à|op|dne|il|em|på|at|vom|ngày|στις)\s*$", re.IGNORECASE)


def parse_byline(
    text: str, words: BylineWords, *, sure: bool = False, dates: Iterable[tuple[int, int]] = ()
) -> Byline | None:
    """The writers that a line names, or None where it is no byline.

    Args:
        sure: the markup says that this is a byline, so a single word, initials or a desk will do.
        dates: (start, end) of dates in the text; they separate and name nobody.
    """
    raw = text[:MAX_CHARS]
    for start, end in sorted(dates, reverse=True):
        raw = _BEFORE_DATE.sub("", before_date(raw[:start], words)) + " | " + raw[end:]
    shown = clean_line(text, MAX_CHARS)
    line = "\n".join(clean_line(part, MAX_CHARS) for part in raw.split("\n"))
    if _ADDRESS_SIGN.search(line):
        line = _ADDRESS.sub(" | ", line)
    if _is_east_asian(line, words):
        return _from_east_asian(shown, line, words, sure)
    found = Found()
    opening: Opening = ""
    line = prepare_line(line, words)
    for segment in _STRONG.split(line) if _STRONG_SIGN.search(line) else (line,):
        segment = _trimmed(segment)
        if segment:
            opening = _read_segment(segment, opening, found, words, sure)
    return _result(shown, found, sure)


def _trimmed(segment: str) -> str:
    """The segment without signs at its edges; the dot of an initial or of "Jr." stays."""
    segment = segment.strip(" ,:-–—_*\"'“”„")
    last = segment.rsplit(" ", 1)[-1]
    if last in ("Jr.", "Sr.") or (is_initial(last) and (" " in segment or last.count(".") > 1)):
        return segment
    return segment.strip(" ,.:-–—_*\"'“”„")


def _is_east_asian(line: str, words: BylineWords) -> bool:
    letters = len(WIDE.findall(line))
    if not letters:
        return False
    labels = (*words.EAST_ASIAN_LABELS, *words.EAST_ASIAN_SOURCE_LABELS)
    return letters * 3 > sum(map(str.isalpha, line)) or any(w in line for w in labels if len(w) > 1)


def _from_east_asian(shown: str, line: str, words: BylineWords, sure: bool) -> Byline | None:
    found = parse_east_asian(line, words, sure)
    if found is None:
        return None
    authors, sources, others, opened = found
    weak = not opened and not any(a.kind == "person" for a in authors)
    return Byline(shown, tuple(authors), tuple(sources), tuple(others), opened, False, weak)


def _result(shown: str, found: Found, sure: bool) -> Byline | None:
    authors = found.authors
    weak = not authors
    if (found.opened or sure) and not any(a.kind == "person" for a in authors):
        signs = [m for m in found.mononyms if EDITORS_MARK.match(m.name)]
        # several single words that nothing opens are places or topics
        several = not found.opened and len(found.mononyms) > 1 and all(m.name.isalpha() for m in found.mononyms)
        marks = signs if authors or several else found.mononyms
        authors = authors + [m for m in marks if m.name not in {a.name for a in authors}]
    if (found.opened or sure) and not authors:
        authors = found.outlets
    if not authors and not found.sources and not found.credits:
        return None
    unique = {a.name.lower(): a for a in reversed(authors)}
    ordered = [a for a in authors if unique[a.name.lower()] is a]
    return Byline(
        shown,
        tuple(ordered[:MAX_AUTHORS]),
        tuple(found.sources),
        tuple(found.credits),
        found.opened,
        found.leftover,
        weak,
    )


def _is_late_credit(segment: str, opened: bool, found: Found, words: BylineWords) -> bool:
    """Whether a segment behind a writer tells who did something else: "Reviewed by …", "Symbolbild imago"."""
    if not (found.authors or found.mononyms):
        return False
    return found.opened and segment.lower().startswith(words.SECOND_HANDS) if opened else begins_credit(segment, words)


def _read_segment(segment: str, opening: Opening, found: Found, words: BylineWords, sure: bool) -> Opening:
    kind, rest, said = find_opening(segment, words)
    if _is_late_credit(segment, said and kind == "author", found, words):
        found.credits.append(segment)
        return opening
    if not said and segment.lower() in words.CREDIT_LABELS:
        # "Ann Lee (text) and Tom Vale (pictures)"
        found.credits += [f"{segment}: {a.name}" for a in found.authors[found.before :]]
        del found.authors[found.before :]
        return opening
    found.before = len(found.authors)
    found.singles = len(found.mononyms)
    found.placed = False
    if said:
        opening = kind
        if kind == "author" and not found.opened:
            found.opened = True
            found.authors.clear()  # what stood before "By" were sections and tags
            found.mononyms.clear()
            found.before = 0
    if opening == "credit":
        found.credits.append(segment)
        return opening
    if opening == "source":
        found.sources += read_sources(rest, words)
        return opening
    folded = rest.lower()
    for phrase in filter(folded.__contains__, words.CREDIT_PHRASES):
        at = folded.find(" " + phrase)
        if at > 0:
            found.credits.append(rest[at + 1 :])
            rest = rest[:at].rstrip(" ,.;")
            break
    for piece in split_pieces(rest, words):
        read_piece(piece, found, words, sure or found.opened)
    # what follows the writers' segment stands for itself again
    return "" if opening == "author" and found.authors else opening


def has_opening(text: str, words: BylineWords) -> bool:
    """True if the line begins with a word that opens a byline ("By …", "Text: …")."""
    return find_opening(text[:200].strip(), words)[0] == "author"


def leads_with_agency(text: str, words: BylineWords) -> bool:
    """True if the line begins with an agency's name ("AFP, Manila")."""
    return leading_agency(text[:60].replace(",", " ").replace("/", " ").split(), words) > 0


def is_clause(text: str) -> bool:
    """True for a line that ends like a sentence: no byline ends so, but for initials."""
    return _CLAUSE_END.search(text) is not None and len(text.split()) > 6
