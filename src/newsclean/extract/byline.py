"""The byline and the authors: who signs, told by the printed line first, by metadata where the page prints none.

A printed line counts by its place (near the title, or right after the body), by the names of its element, by a word
such as "By", and by agreeing with what the metadata claims. Wrong is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote

from ..lexicon import bylines as words
from ..model.document import Author
from ..model.draft import Block, Claim, Draft, Node
from ..model.hosts import find_path
from ..text.byline import has_opening, parse_byline
from ..text.date_tokens import without_accents
from ..text.names import looks_like_name
from ..text.similarity import squeeze
from ..text.spaces import clean_line
from .byline_box import find_boxed_author
from .byline_candidates import MIN_SCORE, Candidate, find_candidate, find_near, is_ad_label
from .byline_links import has_author_link
from .byline_signs import NAMES, NO_NAMES, Known, date_spans
from .places import Span, article_span, path_of
from .title import site_names

MAX_LINE_CHARS = 80
"""A longer block of the body may name its writer ("(Reporter …)"); it stays body."""

MAX_ROLE_CHARS = 60
_WORD = re.compile(r"[a-z]+")
_SURNAMES = words.CHINESE_SURNAMES | words.KOREAN_SURNAMES
_SURNAME_FIRST = re.compile(r"^([^\W\d]+(?:-[^\W\d]+)?), ([^\W\d]+(?:[ -][^\W\d]+\.?)?)$")


def mark_byline(draft: Draft) -> None:
    """Give the printed byline the role `byline` and claim `byline` and `authors`."""
    span = article_span(draft)
    claimed, _ = _claimed(draft, frozenset())
    known = Known.of(claimed)
    candidates = [c for b in find_near(draft, span) if (c := find_candidate(draft, b, span, known)) is not None]
    sites = {squeeze(n) for n in site_names(draft)}
    chosen = _choose([c for c in candidates if c.score >= MIN_SCORE and not is_ad_label(draft, c.block)], sites)
    if not chosen:
        _claim_unprinted(draft, span)
        return
    places = _places(draft)
    printed = [a for a in _authors(chosen, claimed) if not (a.name[0].islower() and _is_section(a.name, places))]
    authors = _with_role(draft, _without_site(tuple(printed), draft), chosen[-1].block)
    path = path_of(chosen[0].block)
    lines = [
        c.block for c in chosen if not (c.inline or (c.block.role == "body" and len(c.block.text) > MAX_LINE_CHARS))
    ]
    for block in lines:
        if block.role in (None, "removed", "body", "heading"):
            draft.give(block, "byline")
    text = "\n".join(dict.fromkeys(clean_line(b.spaced()) for b in lines))
    if text:
        draft.claim(Claim("byline", text, "dom", path, text, 0.95))
    if authors:
        draft.claim(Claim("authors", authors, "dom", path, text or chosen[0].byline.text[:300], 0.95))
    else:
        _claim_unprinted(draft, span)


# --- what metadata says ---------------------------------------------------------------------------------------------
def _claimed(draft: Draft, sites: frozenset[str]) -> tuple[tuple[Author, ...], Claim | None]:
    """Authors of the surest claim that names any, read by the grammar, and that claim; without those in `sites`."""
    places = _places(draft)
    for claim in sorted(draft.claims.get("authors", ()), key=lambda c: -c.confidence):
        if not isinstance(claim.value, tuple):
            continue
        found: list[Author] = []
        for author in claim.value[:20]:
            found += _read_claimed(author, sites, places)
        if found:
            return tuple({squeeze(a.name): a for a in reversed(found)}.values())[::-1], claim
    return (), None


def _places(draft: Draft) -> frozenset[str]:
    """What single words are sections of this site and so no writer: the address's folders, the claimed category."""
    folders = unquote(find_path(draft.url)).split("/")[:-1] if draft.url else []
    sections = [c.value for c in draft.claims.get("category", ()) if isinstance(c.value, str)]
    return frozenset(squeeze(without_accents(p)) for p in (*folders, *sections)) - {""}


def _is_section(name: str, places: frozenset[str]) -> bool:
    return " " not in name and squeeze(without_accents(name)) in places


def _read_claimed(author: Author, sites: frozenset[str], places: frozenset[str]) -> Iterable[Author]:
    name = clean_line(author.name, 300).strip("'\"")
    if not name or "http" in name or squeeze(name) in sites or _is_section(name, places):
        return ()
    if turned := _SURNAME_FIRST.match(name):
        name = f"{turned[2]} {turned[1]}"
    byline = parse_byline(name, words, sure=True, dates=date_spans(name))
    if byline is None:
        return ()
    people = [a for a in byline.authors if squeeze(a.name) not in sites]
    if len(people) == 1 and people[0].kind == author.kind:
        return (Author(people[0].name, author.url, author.role or people[0].role, people[0].kind),)
    return people


def _claim_unprinted(draft: Draft, span: Span) -> None:
    """The page prints no byline: people and agencies of the metadata, or of a box about the author, with less confidence."""
    authors, claim = _claimed(draft, frozenset(squeeze(n) for n in site_names(draft)))
    kept = tuple(a for a in authors if _is_person(a) or a.name.casefold() in words.AGENCIES)
    if kept and claim is not None:
        draft.claim(Claim("authors", kept, claim.source, claim.path, claim.raw, 0.91))
    elif (boxed := find_boxed_author(draft, span)) is not None:
        draft.claims["unconfirmed_authors"] = draft.claims.pop("authors", [])
        draft.claim(boxed)
    else:
        # desks, handles and the site itself, which nothing on the page confirms
        draft.claims["unconfirmed_authors"] = draft.claims.pop("authors", [])


def _is_person(author: Author) -> bool:
    return author.kind == "person" and looks_like_name(
        author.name,
        NO_NAMES,
        words.PARTICLES,
        _SURNAMES,
    )


# --- the choice -----------------------------------------------------------------------------------------------------
def _choose(good: list[Candidate], sites: set[str]) -> list[Candidate]:
    """The best candidate and those of its kind beside it (several authors, each in a block of its own)."""
    if not good:
        return []
    best = max(good, key=lambda c: (c.score, -c.block.index))
    if not best.byline.authors:
        # a line says where the text is from, another who wrote it
        best = max((c for c in good if c.names_writer), key=lambda c: c.score, default=best)
    elif all(squeeze(a.name) in sites for a in best.byline.authors):
        # the site put the text up, a person wrote it
        best = max((c for c in good if c.names_person), key=lambda c: c.score, default=best)
    chosen = [best]
    if not best.byline.authors:
        return chosen
    seen = {squeeze(a.name) for a in best.byline.authors}
    for candidate in good:
        added = {squeeze(a.name) for a in candidate.byline.authors} - seen
        if candidate is not best and added and not candidate.byline.weak and _belongs(candidate, best):
            chosen.append(candidate)
            seen |= added
    return sorted(chosen, key=lambda c: c.block.index)


def _belongs(one: Candidate, best: Candidate) -> bool:
    if abs(one.block.index - best.block.index) > 8:
        return False
    if _are_twins(one.block, best.block):
        return True
    if one.score < best.score - 2.0 and not one.signature:
        return False
    if one.signature and abs(one.block.index - best.block.index) == 1:
        return True
    if one.block.node.names == best.block.node.names and one.block.tag == best.block.tag:
        return True
    return _shared(one.block.node, best.block.node) is not None


def _are_twins(a: Block, b: Block) -> bool:
    """Whether both are items of one list, or elements of the same name in one box."""
    box = a.node.parent
    if box is None or box is not b.node.parent or a.tag != b.tag:
        return False
    alike = a.tag == "li" or bool(a.node.names and a.node.names == b.node.names)
    return alike and has_author_link(a) == has_author_link(b)


def _shared(a: Node, b: Node) -> Node | None:
    """The nearest ancestor of both within three levels that is named like a byline."""
    mine = list(a.ancestors())[:4]
    for node in list(b.ancestors())[:4]:
        if any(node is m for m in mine) and not NAMES.isdisjoint(_WORD.findall(node.names)):
            return node
    return None


def _authors(chosen: list[Candidate], claimed: tuple[Author, ...]) -> tuple[Author, ...]:
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


def _with_role(draft: Draft, authors: tuple[Author, ...], block: Block) -> tuple[Author, ...]:
    """The author with what the line below his name, made for it alone, says that he is ("Environment Editor")."""
    following = draft.blocks[block.index + 1 : block.index + 2]
    if len(authors) != 1 or authors[0].role or authors[0].kind != "person" or not following:
        return authors
    line, role = following[0], clean_line(following[0].text, MAX_ROLE_CHARS + 1)
    if line.kind != "text" or line.hidden or line.role is not None or line.node.parent is not block.node.parent:
        return authors
    tokens = [word.strip(".,") for word in role.casefold().split()]
    says = len(role) <= MAX_ROLE_CHARS and not words.ROLE_WORDS.isdisjoint(tokens)
    if not says or role.endswith((".", "!", "?", ":")) or any(map(str.isdigit, role)) or has_opening(role, words):
        return authors
    return (replace(authors[0], role=role),)


def _without_site(authors: tuple[Author, ...], draft: Draft) -> tuple[Author, ...]:
    """The authors but for the site itself where a person signs too ("Ann Lee, Daily Tide")."""
    sites = {squeeze(n) for n in site_names(draft)}
    if not any(_is_person(a) for a in authors):
        return tuple(replace(a, kind="organisation") if squeeze(a.name) in sites else a for a in authors)
    return tuple(
        a for a in authors if _is_person(a) or squeeze(a.name) not in sites or a.name.casefold() in words.AGENCIES
    )
