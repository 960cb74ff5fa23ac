"""The lines of a page that may say who signs the article, each with what speaks for it.

A line counts by its place (near the headline, or right behind the body), by the names of its element, by a word such as
"By", and by agreeing with what the metadata claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..lexicon import bylines as words
from ..lexicon.match import lines_of
from ..model.document import Author
from ..model.draft import Block, Draft
from ..text.byline import Byline, has_opening, is_clause, leads_with_agency, parse_byline
from ..text.names import is_initial, script_of
from ..text.similarity import squeeze
from ..text.spaces import clean_line
from .byline_inline import find_inline_byline, is_reporters_line
from .byline_links import with_boundaries
from .byline_signs import (
    NAMES,
    OWN_NAME,
    Known,
    Signs,
    box_words,
    date_spans,
    find_signs,
    is_badly_placed,
    is_beside_date,
    is_credit,
    is_full_name,
    named_part,
)
from .places import Span, own_words

BLOCKS_BEFORE = 12
"""How far above the title a byline may stand, in blocks."""
BLOCKS_AFTER = 25
"""How far below the title, where no body has been found."""
BLOCKS_ABOVE_TEXT = 20
"""How far above the first body block, where pictures and boxes part it from the title."""
BLOCKS_OF_END = 4
"""So many of the last body blocks may say who wrote ("Das Gespräch führte …")."""
BLOCKS_BEHIND = 10
"""How far behind the last body block."""
MAX_LINK_SHARE = 0.6
"""A line with more link text, to no page of an author, that has words besides the names is a teaser."""
MIN_SCORE = 2.0
"""From here on a line is believed."""
MAX_BYLINE_CHARS = 300
MAX_OPENED_CHARS = 120
MAX_WIDE_CHARS = 30
"""A longer line of the text that ends in a Chinese or Japanese full stop is a sentence, whoever opens it; a
reporter in brackets signs."""
DATED = 0.5
"""What a date in the line of a writer adds ("Posted by Ann Lee on 4 March 2026")."""
ELSEWHERE = 0.5
"""What it takes that a line leads to what else somebody wrote: believed where no other names him."""
INLINE_SCORE = 3.0
"""What a dateline that names its reporter is worth: less than a byline that metadata confirms, more than a source."""

_WEAK_NAMES = frozenset(
    "meta info name credit credits source copyright posted details infos person people profile fn by "
    "origin fromsite".split()
)
_WORD = re.compile(r"[a-z]+")
_MORE_BY = re.compile(words.MORE_BY, re.IGNORECASE)
_BRACKET = re.compile(r"^.{0,30}[（(【]")
_LAST_PART = re.compile(r" [-–—] ([^-–—|]+)$")
_SECTION_NAMES = frozenset("category categories section topic rubrik ressort tag cat".split())
_OPENERS = (
    frozenset(p for p in words.PREFIXES if " " not in p)
    | words.LABELS
    | frozenset(p.split()[-1] for p in words.PREFIXES)
)
_AGENCY_LABELS = tuple(f"{label}:" for label in words.SOURCE_LABELS)
_EAST_ASIAN = (
    "作者",
    "记者",
    "記者",
    "来源",
    "來源",
    "报道",
    "報導",
    "评论员",
    "文/",
    "文／",
    "文：",
    "著者",
    "執筆",
    "稿源",
    "原创",
    "기자",
    "編集部",
    "出处",
    "撰文",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line, who signs it, and how much speaks for it.

    inline: a paragraph that names its writer in passing. signature: a name alone, set off, at an end of the text.
    """

    block: Block
    byline: Byline
    score: float
    inline: bool = False
    signature: bool = False

    @property
    def names_person(self) -> bool:
        """Whether the line says of a person that he wrote the text."""
        return self.byline.opened and any(a.kind == "person" for a in self.byline.authors)

    @property
    def names_writer(self) -> bool:
        """Whether a word says that somebody wrote the text."""
        return self.byline.opened and bool(self.byline.authors)


def find_near(draft: Draft, span: Span) -> list[Block]:
    """Blocks around the title, before the body, and right behind it."""
    start = span.start
    end = min(span.first, start + 40) if span.first > start else start + BLOCKS_AFTER
    blocks = draft.blocks
    found = blocks[max(0, start - BLOCKS_BEFORE) : end + 3]
    if span.first > end + 3:
        found = found + blocks[max(end + 3, span.first - BLOCKS_ABOVE_TEXT) : span.first]
    if span.last >= 0:
        found = found + blocks[max(span.last - BLOCKS_OF_END, end + 3, span.first) : span.last + BLOCKS_BEHIND]
    return [
        b
        for b in found
        if b.kind == "text"
        and not b.hidden
        and b.role not in ("title", "dek", "disclosure", "removed")
        and not (b.role == "heading" and b.index != span.first - 1 and not has_opening(b.text, words))
    ]


def is_ad_label(draft: Draft, block: Block) -> bool:
    """True for "Ads by NAME": who sells the ads has not written the article."""
    if len(block.text) > MAX_BYLINE_CHARS:
        return False
    match = lines_of(draft).classify(block.text, None, "removed")
    return match is not None and match.reason == "ad" and match.how in ("line", "opener")


def find_candidate(draft: Draft, block: Block, span: Span, known: Known) -> Candidate | None:
    """What the block says of who signs, or None where it is no byline."""
    if block.role == "body" and (inline := find_inline_byline(block, span)) is not None:
        return Candidate(block, inline, INLINE_SCORE, True)
    whole = _read_line(draft, block, span, known)
    return whole if whole is not None and whole.score >= MIN_SCORE else _read_part(draft, block, span, known) or whole


def _read_part(draft: Draft, block: Block, span: Span, known: Known) -> Candidate | None:
    """Who signs by the element of the line that is named for the author, where the whole line tells too little."""
    if not block.spans or len(block.text) > MAX_BYLINE_CHARS or block.role == "body":
        return None
    part = named_part(block)
    if not part or is_badly_placed(block.node):
        return None
    byline = parse_byline(part, words, sure=True, dates=date_spans(part))
    if byline is None or not byline.authors or not all(is_full_name(a.name) for a in byline.authors):
        return None
    byline = replace(byline, text=clean_line(block.text), opened=byline.opened or has_opening(block.text, words))
    return Candidate(
        block, byline, _weigh(block, span, byline, find_signs(draft, block, span, known)._replace(named=OWN_NAME))
    )


def _read_line(draft: Draft, block: Block, span: Span, known: Known) -> Candidate | None:
    text = _head_of(block.text)
    if len(text) > MAX_BYLINE_CHARS or (is_clause(text) and len(text) > 120) or block.node.within("nav") is not None:
        return None
    if text.startswith("©") or is_credit(draft, block):
        return None
    signs = find_signs(draft, block, span, known)
    if not (any(signs) or _may_open(text) or not _WEAK_NAMES.isdisjoint(own_words(block))):
        return None
    if not _may_sign(block, text, signs):
        return None
    line = with_boundaries(block, text, signs.claimed)
    sure = bool(
        signs.named == OWN_NAME or signs.linked or signs.claimed or signs.labelled or signs.signed or signs.signature
    )
    sure = sure or _is_han_credit(block, own_words(block)) or not NAMES.isdisjoint(box_words(block.node, 2, span))
    byline = parse_byline(line, words, sure=sure, dates=date_spans(line))
    byline = _without_place(_with_known(byline, line, signs.claimed), line, signs)
    if block.node.within("figcaption", "figure") and not (
        signs.named or signs.linked or signs.claimed or (byline and byline.opened)
    ):
        return None  # who is on a picture, and what he is
    if byline is None or not (byline.authors or byline.sources) or not _is_believable(byline, signs):
        return None
    if byline.leftover and block.link_share > MAX_LINK_SHARE and not signs.linked:
        return None  # "Analysis: The lighthouse gets a new lamp" leads to another story
    if signs.labelled:
        byline = replace(byline, opened=True)
    score = _weigh(block, span, byline, signs)
    return Candidate(block, _with_claimed_desks(byline, signs.claimed), score, signature=signs.signature)


def _may_sign(block: Block, text: str, signs: Signs) -> bool:
    """Whether the block's role and its element leave room for a byline: no label, no section, no plain sentence."""
    if signs.named or signs.claimed:
        inner = set(_WORD.findall(block.inner))
        return bool(signs.claimed) or not inner & _SECTION_NAMES or bool(inner & NAMES)
    if block.role == "kicker":
        return False
    if block.role == "body" and len(text) > MAX_WIDE_CHARS and text.endswith("。") and not _BRACKET.search(text):
        return False
    line = len(text) <= MAX_OPENED_CHARS and not text.endswith((".", "!", "?"))
    return block.role != "body" or line or has_opening(text, words) or is_reporters_line(text)


def _head_of(text: str) -> str:
    """The line; of a long one that opens with a byline and a date, what stands up to the date ("By Ela on 31 May, 2023 | 18 …")."""
    if len(text) <= MAX_OPENED_CHARS or not has_opening(text, words):
        return text
    dates = date_spans(text[:MAX_OPENED_CHARS])
    return text[: dates[0][1]] if dates else text


def _with_known(byline: Byline | None, line: str, claimed: tuple[Author, ...]) -> Byline | None:
    """The byline; where the grammar finds nobody in a line that opens as one, the claimed authors that stand in it."""
    if (byline is not None and (byline.authors or byline.credits)) or not claimed:
        return byline
    if not has_opening(line.strip(), words) and squeeze(line) not in {squeeze(a.name) for a in claimed}:
        return byline
    return Byline(clean_line(line), claimed, opened=True)


def _without_place(byline: Byline | None, line: str, signs: Signs) -> Byline | None:
    """The byline; of a line that a word opens, without what only stands behind its last dash ("By Ann Lee — Cape Town")."""
    if byline is None or not byline.opened or len(byline.authors) < 2 or signs.linked:
        return byline
    found, last = _LAST_PART.search(line), byline.authors[-1]
    is_place = found is not None and last.kind == "person" and last.name in found[1] and last not in signs.claimed
    return replace(byline, authors=byline.authors[:-1]) if is_place else byline


def _with_claimed_desks(byline: Byline, claimed: tuple[Author, ...]) -> Byline:
    """Agencies and desks alone sign: with them the claimed ones that stand in the line too ("dpa MM-Redaktion")."""
    if not byline.authors or any(a.kind == "person" for a in byline.authors):
        return byline
    printed = {squeeze(a.name) for a in byline.authors}
    desks = tuple(a for a in claimed if a.kind == "organisation" and not any(squeeze(a.name) in p for p in printed))
    return replace(byline, authors=byline.authors + desks)


def _is_believable(byline: Byline, signs: Signs) -> bool:
    """Whether enough speaks for authors that are single words, desks, or in a script that has no capitals."""
    strong = byline.opened or signs.named == OWN_NAME or signs.claimed or signs.labelled
    if not strong and script_of(byline.text) == "other":
        return False
    if not (byline.weak and byline.authors) or strong or signs.linked or signs.signed or signs.signature:
        return True
    return any(_is_agency(a) or _is_desk(a) for a in byline.authors)


def _weigh(block: Block, span: Span, byline: Byline, signs: Signs) -> float:
    """How much speaks for the line."""
    agency = any(_is_agency(a) for a in byline.authors or byline.sources)
    distance = block.index - span.start
    score = (
        signs.named + 1.5 * signs.linked + 2.0 * (byline.opened and bool(byline.authors)) + 2.5 * bool(signs.claimed)
    )
    score += _place_score(block, span)
    score += 0.5 if any(a.kind == "person" for a in byline.authors) else -0.5
    score += DATED * _is_dated_line(block.spaced(), byline)
    score += 1.5 * (agency and not signs.named)
    if byline.sources and not byline.authors:
        # at the foot it tells where a text was taken from
        foot = span.first < span.last <= block.index or 0 <= span.last < block.index
        named = signs.named == OWN_NAME and block.index - span.last <= 2
        score += 2.5 if (named if foot else 0 < distance <= 8) else 1.0
    if signs.signed or signs.signature:
        score += 2.5 if signs.signature else 1.5
    elif signs.bare:
        score += 0.7 * (0 < distance <= 2) + 0.7 * is_beside_date(block)
    score -= 1.5 * is_badly_placed(block.node) + 1.0 * byline.leftover
    score -= 1.0 * (byline.weak and not (byline.opened or signs.claimed or signs.signature or signs.named == OWN_NAME))
    score -= ELSEWHERE * (_MORE_BY.match(block.text) is not None)
    return score - 1.5 * (len(block.text.split()) > 25)


def _is_short(name: str) -> bool:
    return " " not in name or all(is_initial(word) for word in name.split())


def _is_dated_line(text: str, byline: Byline) -> bool:
    """Whether the line opens as a byline, names people alone, and has a date."""
    people = [a for a in byline.authors if a.kind == "person" and (_is_short(a.name) or is_full_name(a.name))]
    return bool(people) and len(people) == len(byline.authors) and has_opening(text, words) and bool(date_spans(text))


def _may_open(text: str) -> bool:
    """Whether some word of the line could open a byline, so that it is worth parsing."""
    folded = text.casefold()
    if not _OPENERS.isdisjoint(folded.replace(":", " ").replace("|", " ").split()):
        return True
    if folded.endswith("redaktion") and len(text) <= 40:
        return True
    if leads_with_agency(folded.partition(":")[2] if folded.startswith(_AGENCY_LABELS) else folded, words):
        return True
    return len(text) <= 120 and not text.isascii() and any(label in text for label in _EAST_ASIAN)


def _is_han_credit(block: Block, names: set[str]) -> bool:
    """A name or an outlet of a few characters in an element named like a credit."""
    return script_of(block.text) == "han" and 3 <= len(block.text) <= 6 and not _WEAK_NAMES.isdisjoint(names)


def _is_agency(author: Author) -> bool:
    return author.name.casefold() in words.AGENCIES or author.name in words.EAST_ASIAN_AGENCIES


def _is_desk(author: Author) -> bool:
    return author.kind == "organisation" and not words.ORGANISATION_WORDS.isdisjoint(author.name.casefold().split())


def _place_score(block: Block, span: Span) -> float:
    if span.last >= 0 and block.index >= span.last:
        return 0.0 if block.index - span.last <= 3 else -0.7
    distance = abs(block.index - span.start)
    if distance <= 3:
        return 1.0
    return 0.6 if distance <= 8 or (0 <= span.first - block.index <= 3) else 0.0
