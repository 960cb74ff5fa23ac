"""The byline and the authors: who signs, told by the printed line first, by metadata where the page prints none.

A printed line counts by its place (near the title, or right after the body), by the names of its element, by a word
such as "By", and by agreeing with what the metadata claims. Wrong is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..lexicon import bylines as words
from ..lexicon import dates as date_words
from ..lexicon.match import lines_of
from ..model.document import Author
from ..model.draft import Block, Claim, Draft, Node
from ..text.byline import Byline, is_clause, leads_with_agency, parse_byline
from ..text.dates import find_dates
from ..text.names import looks_like_name, script_of
from ..text.similarity import squeeze
from ..text.spaces import clean_line
from .places import Span, article_span, name_words, own_words, path_of
from .title import site_names

BLOCKS_BEFORE = 12
"""How far above the title a byline may stand, in blocks."""
BLOCKS_AFTER = 25
"""How far below the title, where no body has been found."""
BLOCKS_BEHIND = 10
"""How far behind the last body block."""
MAX_BYLINE_CHARS = 300
MAX_LINE_CHARS = 80
"""A longer block of the body may name its writer ("(Reporter …)"); it stays body."""
MIN_SCORE = 2.0

NAMES = frozenset(
    "byline bylines author authors autor autoren autora autore auteur auteurs writer writers reporter "
    "verfasser redakteur journalist "
    "contributor contributors signature firma autori autorzy skribent forfatter författare toimittaja "
    "yazar penulis editor "
    "attribution reportername authorname bylinename vcard writtenby postauthor articleauthor avtor creditline".split()
)
_WEAK_NAMES = frozenset(
    "meta info name credit credits source copyright posted details infos person people profile fn by "
    "origin fromsite".split()
)
_BAD_NAMES = frozenset(
    "comment comments related teaser recommended caption figcaption share social newsletter tag tags nav "
    "menu footer photo image fotograf "
    "promo sidebar bio biography breadcrumb breadcrumbs crumb crumbs trending popular next more cookie copyright latest recirc "
    "card listing".split()
)
_AUTHOR_PATH = re.compile(
    r"/(?:author|authors|autor|autoren|autore|autores|auteur|auteurs|by|people|person|profile|profiles|staff|reporter|reporters|journalist|"
    r"journalists|contributor|contributors|columnist|writers?|redaktion|firmas|profil|user|users|correspondents|bylines|impressum)s?[/.?]"
)
BREAK = "\x1e"
"""What the walk writes for a `<br>`."""
_WORD = re.compile(r"[a-z]+")
_SURNAME_FIRST = re.compile(r"^([^\W\d]+(?:-[^\W\d]+)?), ([^\W\d]+(?:[ -][^\W\d]+\.?)?)$")
_OPENERS = (
    frozenset(p for p in words.PREFIXES if " " not in p)
    | words.LABELS
    | frozenset(p.split()[-1] for p in words.PREFIXES)
)
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
class _Candidate:
    block: Block
    byline: Byline
    score: float


def mark_byline(draft: Draft) -> None:
    """Give the printed byline the role `byline` and claim `byline` and `authors`."""
    span = article_span(draft)
    claimed = claimed_authors(draft, with_site=True)
    known = {squeeze(a.name): a.kind == "person" and looks_like_name(a.name) for a in claimed}
    candidates = [c for b in _near(draft, span) if (c := _candidate(b, span, known)) is not None]
    chosen = _choose(candidates, span)
    if not chosen:
        _claim_unprinted(draft)
        return
    authors = _authors(chosen, claimed)
    path = path_of(chosen[0].block)
    lines = [c.block for c in chosen if not (c.block.role == "body" and len(c.block.text) > MAX_LINE_CHARS)]
    for block in lines:
        if block.role in (None, "removed", "body"):
            draft.give(block, "byline")
    text = "\n".join(dict.fromkeys(clean_line(b.text) for b in lines))
    if text:
        draft.claim(Claim("byline", text, "dom", path, text, 0.95))
    if authors:
        draft.claim(Claim("authors", authors, "dom", path, text or chosen[0].byline.text[:300], 0.95))


# --- what metadata says ---------------------------------------------------------------------------------------------
def claimed_authors(draft: Draft, *, with_site: bool = False) -> tuple[Author, ...]:
    """Authors of the surest claim that names any, read by the grammar; without the site itself unless asked for."""
    sites = frozenset() if with_site else frozenset(squeeze(n) for n in site_names(draft))
    for claim in sorted(draft.claims.get("authors", ()), key=lambda c: -c.confidence):
        if not isinstance(claim.value, tuple):
            continue
        found: list[Author] = []
        for author in claim.value[:20]:
            found += _read_claimed(author, sites)
        if found:
            return tuple({squeeze(a.name): a for a in reversed(found)}.values())[::-1]
    return ()


def _read_claimed(author: Author, sites: frozenset[str]) -> Iterable[Author]:
    name = clean_line(author.name, 300).strip("'\"")
    if not name or "http" in name or squeeze(name) in sites:
        return ()
    if turned := _SURNAME_FIRST.match(name):
        name = f"{turned[2]} {turned[1]}"
    byline = parse_byline(name, words, sure=True, dates=_date_spans(name))
    if byline is None:
        return ()
    people = [a for a in byline.authors if squeeze(a.name) not in sites and not _is_noise(a.name)]
    if len(people) == 1 and people[0].kind == author.kind:
        return (Author(people[0].name, author.url, author.role or people[0].role, people[0].kind),)
    return people


def _is_noise(name: str) -> bool:
    return name.casefold() in words.GENERIC_NAMES or name.isdigit() or "@" in name


def _claim_unprinted(draft: Draft) -> None:
    """The page prints no byline: people and agencies of the metadata, with less confidence."""
    kept = tuple(a for a in claimed_authors(draft) if _is_person(a) or a.name.casefold() in words.AGENCIES)
    if kept:
        draft.claim(Claim("authors", kept, "meta", "", ", ".join(a.name for a in kept), 0.91))
    else:
        # desks, handles and the site itself, which nothing on the page confirms
        draft.claims["unconfirmed_authors"] = draft.claims.pop("authors", [])


def _is_person(author: Author) -> bool:
    return author.kind == "person" and looks_like_name(
        author.name,
        words.NOT_NAMES | words.ORGANISATION_WORDS,
        words.PARTICLES,
        words.CHINESE_SURNAMES | words.KOREAN_SURNAMES,
    )


# --- what the page prints ---------------------------------------------------------------------------------------------
def _near(draft: Draft, span: Span) -> list[Block]:
    """Blocks around the title, before the body, and right behind it."""
    start = span.start
    end = min(span.first, start + 40) if span.first > start else start + BLOCKS_AFTER
    blocks = draft.blocks
    found = blocks[max(0, start - BLOCKS_BEFORE) : end + 3]
    if span.last >= 0:
        found = found + blocks[max(span.last, end + 3) : span.last + BLOCKS_BEHIND]
    return [
        b
        for b in found
        if b.kind == "text"
        and not b.hidden
        and b.role not in ("title", "heading", "dek", "disclosure", "removed")
        and not _is_ad_label(draft, b)
    ]


def _is_ad_label(draft: Draft, block: Block) -> bool:
    """True for "Ads by NAME": who sells the ads has not written the article."""
    if len(block.text) > MAX_BYLINE_CHARS:
        return False
    match = lines_of(draft).classify(block.text, None, "removed")
    return match is not None and match.reason == "ad" and match.how in ("line", "opener")


def _candidate(block: Block, span: Span, known: Mapping[str, bool]) -> _Candidate | None:
    text = block.text
    if len(text) > MAX_BYLINE_CHARS or (is_clause(text) and len(text) > 120) or block.node.within("nav") is not None:
        return None
    names = own_words(block)
    near = name_words(block.node, 4)
    named = 2.0 if names & NAMES else 1.5 if near & NAMES else 0.0
    linked = _has_author_link(block)
    claimed = bool(known) and _says_known(text, known, named > 0 or 0 < block.index - span.start <= 8)
    signed = _is_signed(block, span)
    if not (named or linked or claimed or signed or names & _WEAK_NAMES or _may_open(text) or _is_bare(block, span)):
        return None
    if block.role == "kicker" and not (named or claimed):
        return None
    line = _with_boundaries(block)
    sure = (
        bool(named == 2.0 or linked or claimed or name_words(block.node, 2) & NAMES)
        or signed
        or _is_han_credit(block, names)
    )
    byline = parse_byline(line, words, sure=sure, dates=_date_spans(line))
    if byline is None or not (byline.authors or byline.sources):
        return None
    if (
        byline.weak
        and byline.authors
        and not (byline.opened or named == 2.0 or linked or claimed or signed)
        and not any(_is_agency(a) or _is_desk(a) for a in byline.authors)
    ):
        return None
    if not (byline.opened or named == 2.0 or claimed) and script_of(byline.text) == "other":
        return None
    return _Candidate(block, byline, _weigh(block, span, byline, named, (linked, claimed, signed)))


def _weigh(block: Block, span: Span, byline: Byline, named: float, signs: tuple[bool, bool, bool]) -> float:
    """How much speaks for the line; `signs`: it links to an author, holds a claimed one, is signed."""
    linked, claimed, signed = signs
    agency = any(_is_agency(a) for a in byline.authors or byline.sources)
    score = named + 1.5 * linked + 2.0 * (byline.opened and bool(byline.authors)) + 2.5 * claimed
    score += _place_score(block, span)
    score += 0.5 if any(a.kind == "person" for a in byline.authors) else -0.5
    score += 1.5 * (agency and not named)
    if byline.sources and not byline.authors:
        score += 2.5 if 0 < block.index - span.start <= 8 else 1.0
    if signed:
        score += 1.5
    elif _is_bare(block, span) and 0 < block.index - span.start <= 2:
        score += 0.7
    score -= 1.5 * bool(name_words(block.node, 4) & _BAD_NAMES) + 1.0 * byline.leftover
    score -= 1.0 * (byline.weak and not byline.opened and named < 2.0)
    return score - 1.5 * (len(block.text.split()) > 25)


def _says_known(text: str, known: Mapping[str, bool], trusted: bool) -> bool:
    """Whether a claimed author stands in the text; one who is no person may be the site, named anywhere."""
    squeezed = squeeze(text)
    return any(k in squeezed for k, is_person in known.items() if len(k) > 3 and (is_person or trusted))


def _may_open(text: str) -> bool:
    """Whether some word of the line could open a byline, so that it is worth parsing."""
    folded = text.casefold()
    if not _OPENERS.isdisjoint(folded.replace(":", " ").replace("|", " ").split()):
        return True
    if folded.endswith("redaktion") and len(text) <= 40:
        return True
    if leads_with_agency(folded, words):
        return True
    return len(text) <= 120 and not text.isascii() and any(label in text for label in _EAST_ASIAN)


def _is_han_credit(block: Block, names: set[str]) -> bool:
    """A name or an outlet of a few characters in an element named like a credit."""
    return script_of(block.text) == "han" and 3 <= len(block.text) <= 6 and not _WEAK_NAMES.isdisjoint(names)


def _is_agency(author: Author) -> bool:
    return author.name.casefold() in words.AGENCIES or author.name in words.EAST_ASIAN_AGENCIES


def _is_desk(author: Author) -> bool:
    return author.kind == "organisation" and not words.ORGANISATION_WORDS.isdisjoint(author.name.casefold().split())


def _is_signed(block: Block, span: Span) -> bool:
    """A name beside a date, or a Chinese one alone in brackets, needs no other mark right by the title."""
    text = block.text
    if len(text) > 60 or abs(block.index - span.start) > 6:
        return False
    if text.startswith("【") and text.endswith("】") and len(text) <= 20:
        return True
    dates = _date_spans(text)
    if not dates:
        return False
    rest = (text[: dates[0][0]] + text[dates[-1][1] :]).strip(" ,.:-–—|•·")
    if script_of(rest) in ("han", "kana"):
        return 3 <= len(rest) <= 7 and text.startswith(rest)
    return _is_full_name(rest)


def _is_full_name(text: str) -> bool:
    return looks_like_name(
        text.title() if text.isupper() else text, words.NOT_NAMES | words.ORGANISATION_WORDS, words.PARTICLES
    )


def _is_bare(block: Block, span: Span) -> bool:
    """A short line right below or above the title may be a name without any mark."""
    return abs(block.index - span.start) <= 4 and len(block.text) <= 60 and _is_full_name(block.text)


def _has_author_link(block: Block) -> bool:
    return any(kind == "a" and _AUTHOR_PATH.search(value[:300]) for _, _, kind, value in block.spans)


def _with_boundaries(block: Block) -> str:
    """The text with a break between inline elements that follow each other, so that glued names fall apart."""
    if len(block.spans) < 2 and BREAK not in block.pieces:
        return block.text
    edges = {edge for a, b, _, _ in block.spans for edge in (a, b)}
    pieces = [
        (BREAK if i in edges and i and _ends_word(block.pieces[i - 1]) else "") + p for i, p in enumerate(block.pieces)
    ]
    lines = "".join(pieces).split(BREAK)
    return "\n".join(line for part in lines if (line := clean_line(part)))


def _ends_word(piece: str) -> bool:
    """Whether a new element after this piece begins something new: names do, words such as "By" do not."""
    last = piece.strip().rsplit(" ", 1)[-1].casefold().rstrip(":")
    return (
        len(last) > 1
        and last not in words.PREFIXES
        and last not in words.CONJUNCTIONS
        and last not in words.PLACE_WORDS
    )


def _place_score(block: Block, span: Span) -> float:
    if span.last >= 0 and block.index >= span.last:
        return 0.0 if block.index - span.last <= 3 else -0.7
    distance = abs(block.index - span.start)
    if distance <= 3:
        return 1.0
    return 0.6 if distance <= 8 or (0 <= span.first - block.index <= 3) else 0.0


def _choose(candidates: list[_Candidate], span: Span) -> list[_Candidate]:
    """The best candidate and those of its kind beside it (several authors, each in a block of its own)."""
    good = [c for c in candidates if c.score >= MIN_SCORE]
    if not good:
        return []
    best = max(good, key=lambda c: (c.score, -c.block.index))
    chosen = [best]
    seen = {squeeze(a.name) for a in best.byline.authors}
    for candidate in good:
        added = {squeeze(a.name) for a in candidate.byline.authors} - seen
        if candidate is not best and added and not candidate.byline.weak and _belongs(candidate, best):
            chosen.append(candidate)
            seen |= added
    return sorted(chosen, key=lambda c: c.block.index)


def _belongs(one: _Candidate, best: _Candidate) -> bool:
    if abs(one.block.index - best.block.index) > 8 or one.score < best.score - 2.0 or not one.byline.authors:
        return False
    if one.block.node.names == best.block.node.names and one.block.tag == best.block.tag:
        return True
    return _shared(one.block.node, best.block.node) is not None


def _shared(a: Node, b: Node) -> Node | None:
    """The nearest ancestor of both within three levels that is named like a byline."""
    mine = list(a.ancestors())[:4]
    for node in list(b.ancestors())[:4]:
        if any(node is m for m in mine) and not NAMES.isdisjoint(_WORD.findall(node.names)):
            return node
    return None


def _authors(chosen: list[_Candidate], claimed: tuple[Author, ...]) -> tuple[Author, ...]:
    """The printed authors; where the metadata tells names apart that the line runs together, its names."""
    printed: dict[str, Author] = {}
    for candidate in chosen:
        for author in candidate.byline.authors or candidate.byline.sources:
            printed.setdefault(squeeze(author.name), author)
    result: list[Author] = []
    for key, author in printed.items():
        inside = [a for a in claimed if squeeze(a.name) in key and squeeze(a.name) != key and looks_like_name(a.name)]
        same = next((a for a in claimed if squeeze(a.name) == key), None)
        if inside:
            result += [a for a in inside if squeeze(a.name) not in printed]
        elif same is not None:
            result.append(Author(author.name, same.url, author.role or same.role, author.kind))
        else:
            result.append(author)
    return tuple(result)


def _date_spans(text: str) -> list[tuple[int, int]]:
    return [(d.start, d.end) for d in find_dates(text, date_words)] if any(map(str.isdigit, text)) else []
