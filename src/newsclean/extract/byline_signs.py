"""What marks a line as a byline before its words are read: names of elements, links to authors, claimed authors, its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..lexicon import bylines as words
from ..lexicon import dates as date_words
from ..model.document import Author
from ..model.draft import Block, Draft, Node
from ..text.dates import find_dates
from ..text.names import looks_like_name, script_of
from ..text.similarity import squeeze
from ..text.spaces import clean_line
from .byline_links import BREAK, has_author_link
from .places import Span, own_words
from .title import site_names

MAX_LABEL_CHARS = 16
"""A line that is nothing but a label ("Author", "作者：") is not longer."""
MAX_BOX = 14
"""Blocks of a box whose name says something about each line in it."""
MAX_CARD_CHARS = 120
"""A name with his role and his address is not longer."""
SMALL_BOX = 6
MAX_DATE_CHARS = 120
MIN_KNOWN_CHARS = 3
"""A claimed name must have more letters than this to be found in a line by chance of nobody."""
OWN_NAME = 2.0
"""What the name of a line's own element is worth."""
NAMES = frozenset(
    "byline bylines author authors autor autoren autora autore auteur auteurs writer writers reporter "
    "verfasser redakteur journalist "
    "contributor contributors signature firma autori autorzy skribent forfatter författare toimittaja "
    "yazar penulis agency agencies agentur agenturen "
    "attribution submitted written reportername authorname bylinename vcard writtenby postauthor articleauthor avtor creditline".split()
)
_WORD = re.compile(r"[a-z]+")
_WRITER_NOUNS = frozenset(
    "author authors autor autorin autoren auteur auteurs autore autores autorzy by von par por автор авторы".split()
)
_SIGNING_NOUNS = words.LABELS | _WRITER_NOUNS
NO_NAMES = words.NOT_NAMES | words.ORGANISATION_WORDS
"""Words that no person's name has."""
_BAD_NAMES = frozenset(
    "comment comments related teaser recommended caption figcaption share social newsletter tag tags nav "
    "menu footer photo image fotograf "
    "promo sidebar bio biography breadcrumb breadcrumbs crumb crumbs trending popular next more cookie copyright latest recirc "
    "card listing blogroll".split()
)
_POST_CLASSES = re.compile(
    r"\b(?:(?:tag|category|type|status|format)-\S+|(?:post|entry|article|story)[-_]+footer|__(?:next|nuxt)\b)"
)
"""What a post is tagged with, and its own foot: neither says what stands there."""
_BARS = re.compile(r"\s?[|·•]\s?|\s[/–—-]\s")
_NO_NAME_PARTS = frozenset("role title bio job position image avatar photo social follow email count badge".split())
"""What else of an author elements are named for ("author-role")."""
MAX_INLINE = 200
"""Of a line's inline elements so many are looked at."""
_EMPHASIS = frozenset(("strong", "b", "em", "i"))


@dataclass(frozen=True, slots=True)
class Known:
    """The authors that the metadata claims: squeezed name → author."""

    authors: dict[str, Author]

    @classmethod
    def of(cls, authors: tuple[Author, ...]) -> Known:
        """The table of the claimed authors."""
        return cls({squeeze(a.name): a for a in authors})

    def within(self, text: str, trusted: bool) -> list[Author]:
        """Those that stand in the text; one who is no person may be the site, named anywhere, so only if trusted."""
        squeezed = squeeze(text) if self.authors else ""
        return [
            a
            for key, a in self.authors.items()
            if len(key) > MIN_KNOWN_CHARS
            and key in squeezed
            and (trusted or (a.kind == "person" and looks_like_name(a.name)))
        ]


class Signs(NamedTuple):
    """What marks a line as a byline before it is read: names of elements, a link to an author, a claimed author."""

    named: float
    linked: bool
    claimed: tuple[Author, ...]
    signed: bool
    signature: bool
    bare: bool
    labelled: bool


def find_signs(draft: Draft, block: Block, span: Span, known: Known) -> Signs:
    """What speaks for the block before it is read."""
    box = box_words(block.node, 4, span)
    named = OWN_NAME if not NAMES.isdisjoint(own_words(block)) else 1.5 if not NAMES.isdisjoint(box) else 0.0
    trusted = named > 0 or 0 < block.index - span.start <= 8
    return Signs(
        named,
        has_author_link(block),
        tuple(known.within(block.text, trusted)),
        _is_signed(block, span),
        _is_signature(draft, block, span),
        _is_bare(draft, block, span),
        _is_labelled(draft, block),
    )


def is_badly_placed(node: Node) -> bool:
    """Whether an element around the line is named like a teaser, a comment, a menu; what blogs tag a post with is no name."""
    current: Node | None = node
    for _ in range(4):
        if current is None:
            return False
        if current.names and not _BAD_NAMES.isdisjoint(_WORD.findall(_POST_CLASSES.sub(" ", current.names))):
            return True
        current = current.parent
    return False


def named_part(block: Block) -> str:
    """What stands in the inline elements of a line that are named for the author, each a line of its own; "" for none.

    `<div>4 March 2024 <span class="author">Ann Lee, Averin</span></div>`
    """
    parts: list[tuple[int, int]] = []
    for first, after, kind, value in block.spans[:MAX_INLINE]:
        if kind != "names":
            continue
        names = set(_WORD.findall(value))
        inside = any(first <= a and b <= after for a, b in parts)
        if not names.isdisjoint(NAMES) and names.isdisjoint(_NO_NAME_PARTS) and not inside:
            parts.append((first, after))
    return "\n".join(text for a, b in parts if (text := clean_line("".join(block.pieces[a:b]).strip())))


def _is_signed(block: Block, span: Span) -> bool:
    """A name beside a date, or a Chinese one alone in brackets, needs no other mark right by the title."""
    if len(block.text) > 60 or abs(block.index - span.start) > 6:
        return False
    text = block.spaced()
    if text.startswith("【") and text.endswith("】") and len(text) <= 20:
        return True
    dates = date_spans(text)
    if not dates:
        return False
    sides = [p.strip(" ,.:-–—|•·/") for p in (text[: dates[0][0]], text[dates[-1][1] :])]
    name = sides[0] or sides[1]
    if script_of(name) in ("han", "kana"):
        return 3 <= len(name) <= 7 and not all(sides)
    parts = [part for side in sides for part in _BARS.split(side)[:3]]
    return any(is_full_name(part) for part in parts if part)


def _is_signature(draft: Draft, block: Block, span: Span) -> bool:
    """A full name or a desk alone in a paragraph among those of the text: at its end, or set off at its beginning."""
    text = block.text.strip(" ()–—-,.")
    if block.link_chars or len(text) > 40 or block.tag not in ("p", "div", "span", "strong", "em", "b", "i"):
        return False
    set_off = not _EMPHASIS.isdisjoint(block.inner.split()) or block.text[:1] in "(–—-"
    if not set_off:
        return False
    ends = 0 <= block.index - span.last <= 2
    begins = block.index == span.first - 1
    other = draft.blocks[span.last if ends else span.first] if ends or begins else None
    if other is None or (other is not block and other.node.parent is not block.node.parent):
        return False
    return is_full_name(text) or text.casefold().endswith(("-redaktion", " redaktion"))


def _is_labelled(draft: Draft, block: Block) -> bool:
    """Whether the line before is nothing but a label of the writer ("Author", "作者："), and so this one his name."""
    label = _text_before(draft, block)
    if not label or len(block.text) > 60 or block.text.endswith((":", "：")):
        return False
    bare = label.strip(" :：")
    sure = label.endswith((":", "：")) or bare.casefold() in _WRITER_NOUNS
    if not sure or len(bare) < 2 or not (bare.casefold() in _SIGNING_NOUNS or bare in words.EAST_ASIAN_LABELS):
        return False
    return is_full_name(block.text) or script_of(block.text) in ("han", "kana", "hangul")


def is_credit(draft: Draft, block: Block) -> bool:
    """The same for somebody who is no writer ("翻訳者", "Photos:")."""
    label = _text_before(draft, block)
    if not label:
        return False
    bare = label.strip(" :：")
    return (bare != label and bare.casefold() in words.CREDIT_LABELS) or bare in words.EAST_ASIAN_CREDIT_LABELS


def _text_before(draft: Draft, block: Block) -> str:
    """The short text right before a block; "" where it is longer than a label."""
    before = draft.blocks[block.index - 1] if block.index else None
    short = before is not None and before.kind == "text" and len(before.text) <= MAX_LABEL_CHARS
    return before.text if before is not None and short else ""


def is_full_name(text: str) -> bool:
    """Whether the text has the shape of a person's full name, in capitals or not."""
    return looks_like_name(text.title() if text.isupper() else text, NO_NAMES, words.PARTICLES)


def _is_bare(draft: Draft, block: Block, span: Span) -> bool:
    """Whether the block, right below or above the title, is a name without any mark, alone or with what belongs to it."""
    if abs(block.index - span.start) > 4 or len(block.text) > MAX_CARD_CHARS:
        return False
    if is_full_name(block.text) or _is_name_with_place(draft, block):
        return True
    return BREAK in block.pieces and is_name_card(block, frozenset(squeeze(n) for n in site_names(draft)))


def is_name_card(block: Block, sites: frozenset[str] = frozenset()) -> bool:
    """Whether the lines of the block are a name, then his role, the outlet or an address."""
    if BREAK not in block.pieces:
        return False
    name, *rest = [clean_line(line) for line in "".join(block.pieces).split(BREAK)]
    if not rest or len(rest) > 3 or not is_full_name(name):
        return False
    roles = words.ROLE_WORDS | words.ORGANISATION_WORDS
    return all(
        "@" in line or squeeze(line) in sites or not roles.isdisjoint(line.casefold().split()) for line in rest if line
    )


def _is_name_with_place(draft: Draft, block: Block) -> bool:
    """Whether the line is a name and a place, and a date follows ("Ann Lee in Nairobi")."""
    tokens = block.text.split()
    at = next((i for i, t in enumerate(tokens) if i > 1 and t in words.PLACE_WORDS), 0)
    place = tokens[at + 1 :]
    if not at or not 0 < len(place) <= 3 or not all(t[:1].isupper() for t in place):
        return False
    after = draft.blocks[block.index + 1] if block.index + 1 < len(draft.blocks) else None
    dated = after is not None and len(after.text) <= MAX_CARD_CHARS and bool(date_spans(after.text))
    return dated and is_full_name(" ".join(tokens[:at]))


def is_beside_date(block: Block) -> bool:
    """Whether a date stands in the same small box."""
    box = block.node.parent
    if box is None or box.last - box.first > SMALL_BOX:
        return False
    return any(date_spans(clean_line(text)) for text in _texts(box))


def _texts(box: Node) -> Iterator[str]:
    element = box.element
    for child in element.iter() if element is not None else ():
        if child.text and any(c.isdigit() for c in child.text[:MAX_DATE_CHARS]):
            yield child.text[:MAX_DATE_CHARS]


def box_words(node: Node, levels: int, span: Span) -> set[str]:
    """The words in the names of a node and of its next ancestors, as far as they are boxes of a few lines.

    What holds the headline and the text too says nothing of a line in it (`<div class="author-article">`).
    """
    found: set[str] = set()
    current: Node | None = node
    for _ in range(levels):
        if (
            current is None
            or current.last - current.first > MAX_BOX
            or current.first <= span.title < span.first < current.last
        ):
            break
        found |= current.words
        current = current.parent
    return found


def date_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of the dates in a text."""
    return [(d.start, d.end) for d in find_dates(text, date_words)] if any(map(str.isdigit, text)) else []
