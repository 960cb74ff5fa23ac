"""The dek: the summary that the page prints between headline and body, key points included.

What only metadata says is no dek, and the first paragraph of the body is none either, even where the metadata repeats
it: a dek must look different from the paragraphs that follow it, or be named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon import bylines as byline_words
from ..lexicon import dates as date_words
from ..model.draft import Block, Claim, Draft, Node
from ..text.byline import has_opening
from ..text.dates import find_dates
from ..text.similarity import contained_share, same_line, similarity
from ..text.spaces import clean_line
from .places import Span, article_span, path_of

MIN_CHARS = 20
MAX_CHARS = 1200
SURE_TITLE = 0.5
"""Confidence from which a claimed title is one, and so no dek."""
MAX_LINE_CHARS = 100
"""A shorter text with a date or a "By" is a byline."""
MAX_POINTS = 8
MIN_SCORE = 2.0
MAX_TEXT_SCORE = 2.0
"""The most that the words of a block add to what its look says."""
BLOCKS_BEFORE = 4
"""A dek may stand above the headline, so many blocks at most."""
BODY_BLOCKS = 3
"""The body step may have taken a dek for the body's beginning: so many of its first blocks are looked at."""

STRONG_NAMES = frozenset(
    "dek standfirst subtitle subhead subheadline subheading subhed subline strapline lede deck sommario "
    "einleitung vorspann ingress "
    "preface chapeau bajada copete sumario entradilla epigraph epigrafe sumilla teasertext shorttext "
    "kurztext anriss perex ledtext headlinetext "
    "lid zajawka occhiello sottotitolo subtitulo subtitulos sapo spot manchet underrubrik resume lead "
    "leads articlelead leadtext standfirsttext "
    "introduction intro excerpt summary abstract blurb headnote undertitel dekk keypoints highlights "
    "bullets bulletpoints".split()
)
WEAK_NAMES = frozenset("description desc teaser tagline preamble digest tips brief secondary sub summ hidden".split())
POINT_NAMES = frozenset(
    "summary keypoints points highlights bullets bullet takeaways glance list kurz key facts essentials resumen".split()
)
_BAD_NAMES = frozenset(
    "caption figcaption credit credits related recommended newsletter comment comments nav menu footer "
    "share social byline author authors "
    "date tags tag breadcrumb promo ad ads paywall cookie banner gallery image photo video player "
    "copyright card toc popular more signup".split()
)
_EMPHASIS_NAMES = frozenset("bold medium semibold strong fett gras negrita".split())
_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})
_WORD = re.compile(r"[a-z]+")
_SENTENCE = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "”", '"', "»", "’")


@dataclass(frozen=True, slots=True)
class _Body:
    """The template that body paragraphs share: their parents, tags and names."""

    first: Block | None
    next: Block | None
    parents: frozenset[Node]
    heading_names: frozenset[tuple[str, str]]


def mark_dek(draft: Draft) -> None:
    """Give the printed standfirst and key points the role `dek` and claim their text."""
    span = article_span(draft)
    if span.title < 0:
        return
    body = _body(draft)
    descriptions = [c.value for c in draft.claims.get("description", ()) if isinstance(c.value, str)]
    claims = [c for c in draft.claims.get("title", ()) if isinstance(c.value, str)]
    titles = [c.value for c in claims if c.confidence >= SURE_TITLE]
    # an alternative headline is often the standfirst
    descriptions += [c.value for c in claims if c.confidence < SURE_TITLE]
    best: tuple[float, Block] | None = None
    for block in _candidates(draft, span):
        score = _look_score(block, span, body)
        if score + MAX_TEXT_SCORE < max(MIN_SCORE, best[0] if best else 0.0):
            continue  # what its words could add will not make it a dek
        score += _text_score(block, descriptions)
        if score >= MIN_SCORE and (best is None or score > best[0]) and not _repeats_title(block.text, titles):
            best = score, block
    if best is None:
        return
    blocks = _with_neighbours(draft, best[1], span)
    for block in blocks:
        draft.give(block, "dek")
    text = "\n".join(clean_line(b.text, MAX_CHARS) for b in blocks)
    path = path_of(best[1])
    draft.claim(Claim("dek", text, "dom", path, text, min(0.99, 0.9 + best[0] / 100)))


def _body(draft: Draft) -> _Body:
    blocks = [b for b in draft.blocks if b.role == "body"][:12]
    headings = frozenset((b.tag, b.node.names) for b in draft.blocks if b.role == "heading")
    parents = frozenset(b.node.parent for b in blocks[1:] if b.node.parent is not None)
    return _Body(blocks[0] if blocks else None, blocks[1] if len(blocks) > 1 else None, parents, headings)


def _candidates(draft: Draft, span: Span) -> list[Block]:
    start = max(0, span.title - BLOCKS_BEFORE)
    end = span.title + 40
    if span.first > span.title:
        body = [b.index for b in draft.blocks[span.first :] if b.role == "body"][:BODY_BLOCKS]
        end = min(end, body[-1] + 1) if len(body) else end
    return [
        b
        for b in draft.blocks[start:end]
        if b.kind == "text"
        and not b.hidden
        and b.role in (None, "body", "heading")
        and MIN_CHARS <= len(b.text) <= MAX_CHARS
    ]


def _repeats_title(text: str, titles: list[str]) -> bool:
    return any(same_line(text, t) or similarity(text, t) > 0.85 for t in titles)


def _look_score(block: Block, span: Span, body: _Body) -> float:
    """What names, tag, place and template say."""
    if block.link_share > 0.6:
        return -9.0
    score = _name_score(block) + _template_score(block, body)
    if block.tag in _HEADINGS:
        score += _heading_score(block, body)
    elif block.tag == "li" and _is_point(block, span):
        score += 2.0
    elif block.role is None and _is_sentence(block) and span.title < block.index < span.first:
        score += 1.0
    if not _EMPHASIS_NAMES.isdisjoint(_WORD.findall(block.node.names)) and block.tag == "p":
        score += 1.2
    distance = block.index - span.title
    score += -1.0 if distance < 0 else max(0.0, 0.9 - 0.1 * distance)
    return score if block.node.within("figure", "figcaption", "aside", "nav", "footer", "form") is None else score - 2.5


def _text_score(block: Block, descriptions: list[str]) -> float:
    """What its words say: like the description, like a byline, too short, too long."""
    text = block.text
    score = _description_score(text, descriptions)
    if text.count(" ") < 4 and len(text) < 30:
        score -= 1.5
    elif len(text) > 600:
        score -= 1.0
    if len(text) < MAX_LINE_CHARS and (_is_dated(text) or has_opening(text, byline_words)):
        score -= 3.0
    return score


def _is_point(block: Block, span: Span) -> bool:
    """An item of a short list that stands whole between the title and the body's beginning."""
    node = block.node.within("ul", "ol")
    if node is None or not span.title < node.first or node.last > max(span.first, span.title) + MAX_POINTS + 2:
        return False
    return 2 <= node.last - node.first <= MAX_POINTS and block.link_share < 0.2 and len(block.text) >= 25


def _is_sentence(block: Block) -> bool:
    return len(block.text) >= 40 and block.link_share < 0.2 and block.text.endswith(_SENTENCE)


def _name_score(block: Block) -> float:
    """What the names of the element and of small boxes around it say; a named box that holds the body says nothing."""
    score = 0.0
    node: Node | None = block.node
    inner = block.inner
    for level in range(4):
        if node is None:
            break
        names = set(_WORD.findall(f"{node.names} {inner}" if inner else node.names)) if node.names or inner else set()
        inner = ""
        size = node.last - node.first
        if level == 0 or size <= 6:
            weight = (1.0, 0.8, 0.6, 0.5)[level]
            if not names.isdisjoint(STRONG_NAMES):
                score = max(score, 3.0 * weight)
            elif not names.isdisjoint(WEAK_NAMES):
                score = max(score, 2.0 * weight)
            if not names.isdisjoint(_BAD_NAMES):
                score -= 2.0 * weight
        node = node.parent
    return score


def _description_score(text: str, descriptions: list[str]) -> float:
    best = 0.0
    for description in descriptions:
        if same_line(text, description) or similarity(text, description) >= 0.9:
            return 2.0
        if contained_share(text, description) >= 0.9:
            best = max(best, 1.2)
    return best


def _heading_score(block: Block, body: _Body) -> float:
    """A heading of a sentence's length right below the title is a dek; one of the body's sub-headings is not."""
    if (block.tag, block.node.names) in body.heading_names and block.role != "heading":
        return -1.0
    same = sum(h == (block.tag, block.node.names) for h in body.heading_names)
    score = 2.0 if len(block.text) >= 40 else 0.5
    return score - (1.5 if same and block.role == "heading" and len(body.heading_names) > 1 else 0.0)


def _is_dated(text: str) -> bool:
    return any(c.isdigit() for c in text) and bool(find_dates(text, date_words))


def _template_score(block: Block, body: _Body) -> float:
    """Unlike the body's paragraphs is good, like them is bad; emphasis alone makes no dek."""
    first = body.first
    following = body.next if block is first else first
    emphasis = 1.0 if _emphasis(block) and following is not None and not _emphasis(following) else 0.0
    score = -1.0 if block.role == "body" and block is not first else 0.0
    if following is None or following.node.parent is not block.node.parent or following.tag != block.tag:
        return score + emphasis * 1.5 + (0.8 if block.node.parent not in body.parents else 0.0)
    return score + emphasis - (3.0 if following.node.names == block.node.names else 0.5)


def _emphasis(block: Block) -> bool:
    return bool(block.inner) and not {"strong", "b", "em", "i"}.isdisjoint(block.inner.split())


def _with_neighbours(draft: Draft, best: Block, span: Span) -> list[Block]:
    """The dek and the points that go with it: items of its list, or further lines of its small box."""
    if best.tag == "li" or best.node.within("li") is not None:
        return _points(draft, best) or [best]
    parent = best.node.parent
    if parent is None:
        return [best]
    names = set(_WORD.findall(parent.names))
    inside = [
        b
        for b in draft.blocks[parent.first : parent.last]
        if b.kind == "text" and not b.hidden and len(b.text) >= MIN_CHARS
    ]
    if 1 < len(inside) <= MAX_POINTS and names & STRONG_NAMES and all(b.role in (None, "body") for b in inside):
        return inside
    return [best]


def _points(draft: Draft, item: Block) -> list[Block]:
    node = item.node.within("ul", "ol")
    if node is None:
        return []
    points = [
        b
        for b in draft.blocks[node.first : node.last]
        if b.kind == "text" and not b.hidden and b.role in (None, "body")
    ]
    return points if 1 < len(points) <= MAX_POINTS else []
