"""The kicker: the short label above the headline ("Analysis", "Opinion", a topic)."""

from __future__ import annotations

import re
from itertools import islice

from ..lexicon import bylines as byline_words
from ..lexicon import dates as date_words
from ..lexicon.match import classify_line
from ..model.draft import Block, Claim, Draft, Node
from ..model.hosts import find_path
from ..text.byline import has_opening, parse_byline
from ..text.dates import find_dates
from ..text.similarity import squeeze
from ..text.spaces import clean_line
from .home import is_home_name, leads_home
from .places import Span, article_span, own_words, path_of
from .title import KICKER_NAMES, site_names

MAX_CHARS = 70
MAX_WORDS = 8
MIN_SCORE = 1.5
MAX_TRIED = 4
MIN_DATE_SHARE = 0.8
"""A line of which a date takes so much says when, not what."""
MIN_TITLE_CHARS = 12
"""A shorter headline may be a word that a label has too."""
_LEADING_IN = ("–", "—", ":")
LEADS_IN = 0.6
"""What it adds that the line right above the headline ends in a dash or a colon; elsewhere such a line leads to something else."""
MAX_HEADING_SPACES = 4
MENU_LINKS = 0.9
"""Share of a line's text inside links from which it is another page's headline or a menu's item."""
MAX_ITEMS = 4
"""A list of more linked lines is a menu."""
BLOCKS_BEFORE = 8
BLOCKS_AFTER = 3
"""So many blocks from the headline on, itself the first: what was found further down were counters, captions and buttons."""

_NAMES = KICKER_NAMES | frozenset(
    "category categories cat rubric rubrik section label labels tag tags topic channel channels theme "
    "unibrow flashline keyword supertitle slug "
    "seriesname series genre format articletype storytype cats crumb".split()
)
_SURE_NAMES = frozenset(
    "kicker topline overline roofline eyebrow dachzeile spitzmarke overtitle pretitle supertitle rubric "
    "flashline".split()
)
_BAD_NAMES = frozenset(
    "nav menu navigation navbar header logo share social copyright date time comment comments login "
    "search skip subscribe newsletter "
    "caption credit ad ads ticker cookie button btn bookmark related player footer sponsor meta "
    "popup popupbox modal fullscreen video rating ratings rate score language languages widget filter publi".split()
)
_TELLING_NAMES = _SURE_NAMES | {"subject", "rubrik", "rubrique"}
_SIGNING_NAMES = frozenset("author authors byline bylines".split())
_HEAD_NAMES = frozenset(("header",))
_LABEL_NAMES = _SURE_NAMES | {"title"}
"""The header of a headline is not the page's."""
_WORD = re.compile(r"[a-z]+")


def mark_kicker(draft: Draft) -> None:
    """Give the label above the headline the role `kicker` and claim its text; a headline may have told one already."""
    span = article_span(draft)
    if span.title < 0:
        return
    title = draft.blocks[span.title]
    sites = {squeeze(n) for n in site_names(draft)}
    sections = {squeeze(c.value) for c in draft.claims.get("category", ()) if isinstance(c.value, str)}
    scored = [(_score(b, title, sites) + (squeeze(b.text) in sections), b) for b in _candidates(draft, span)]
    good = sorted((x for x in scored if x[0] >= MIN_SCORE), key=lambda x: -x[0])
    language = draft.language
    block = next((b for _, b in good[:MAX_TRIED] if not _is_noise(b.text, language)), None)
    if block is None:
        return
    draft.give(block, "kicker")
    raw = clean_line(block.text, MAX_CHARS)
    draft.claim(Claim("kicker", raw.strip(" –—:/|<>›»") or raw, "dom", path_of(block), raw, 0.92))


def _candidates(draft: Draft, span: Span) -> list[Block]:
    end = min(span.title + BLOCKS_AFTER, span.first) if span.first > span.title else span.title + BLOCKS_AFTER
    return [
        b
        for b in draft.blocks[max(0, span.title - BLOCKS_BEFORE) : end]
        if b.kind == "text"
        and not b.hidden
        and (b.role in (None, "heading") if b.index < span.title else b.role is None and not b.level)
        and 2 <= len(b.text) <= MAX_CHARS
        and any(map(str.isalpha, b.text))
    ]


def _is_noise(text: str, language: str | None) -> bool:
    """Whether the line is a known one of the furniture: share, print, advertisement, "read more"."""
    found = classify_line(text, language)
    return found is not None and found.role == "removed" and found.reason in ("ad", "related", "promo", "furniture")


def _score(block: Block, title: Block, sites: set[str]) -> float:
    text = block.text
    if text.count(" ") >= MAX_WORDS or squeeze(text) in sites or is_home_name(text):
        return -9.0
    if _is_trail(block, title) or _is_other_line(block) or _is_in_menu(block):
        return -9.0
    own = own_words(block)
    score = 2.0 if own & KICKER_NAMES else 1.2 if own & _NAMES else 0.0
    if not score:
        parent = _parent_words(block)
        score = 1.4 if parent & _SURE_NAMES else 0.9 if parent & _NAMES else 0.0
    if block.tag == "li" and own & {"tag", "tags", "tool", "tools"}:
        score -= 0.8
    distance = title.index - block.index
    if distance > 0:
        score += 1.2 - 0.2 * distance
        score += _kinship(block.node, title.node)
    else:
        score += 0.2 + 0.1 * distance
    if text.endswith(_LEADING_IN):
        score += LEADS_IN if distance == 1 else -1.5
    return score - 1.5 * _count_faults(block, own)


def _count_faults(block: Block, own: set[str]) -> int:
    """How much speaks against a label: names, a place in a menu or a form, an end of a sentence, a "By", a date."""
    text = block.text
    return sum(
        (
            _is_badly_named(block, own),
            text.endswith((".", "!", "?")) or has_opening(text, byline_words) or _is_dated(text),
            block.node.within("nav", "footer", "form", "button", "label") is not None,
            bool(block.level) and block.link_share > MENU_LINKS and text.count(" ") >= MAX_HEADING_SPACES,
        )
    )


def _is_badly_named(block: Block, own: set[str]) -> bool:
    """Whether its element's names speak against it; those of a label around the text go before those of its box."""
    inner = set(_WORD.findall(block.inner))
    names = inner if inner & _TELLING_NAMES else own
    return bool(names & (_BAD_NAMES - _HEAD_NAMES if names & _LABEL_NAMES else _BAD_NAMES))


def _is_in_menu(block: Block) -> bool:
    """Whether the line is one of many linked items of a list: a way through the site, or all its sections."""
    box = block.node.parent
    return block.tag == "li" and block.link_share > MENU_LINKS and box is not None and box.last - box.first > MAX_ITEMS


def _is_trail(block: Block, title: Block) -> bool:
    """Whether the line is the way through the site: it begins at its home or ends at this page."""
    links = block.links()
    if (len(links) > 1 and len(find_path(links[0])) <= 1) or _is_on_trail(block.node):
        return True
    return len(title.text) >= MIN_TITLE_CHARS and squeeze(title.text) in squeeze(block.text)


def _is_on_trail(node: Node) -> bool:
    """Whether it is an item of a list named for crumbs that begins at the site's home."""
    items = node.within("ul", "ol")
    if items is None or items.last - items.first < 2 or items.parent is None:
        return False
    link = next(items.element.iter("a"), None)
    is_named = "crumb" in f"{items.names} {items.parent.names}"
    return is_named and link is not None and leads_home(link.get("href") or "")


def _is_other_line(block: Block) -> bool:
    """A picture's line, a date alone, a byline, or a link to further down the page, whatever the element is called."""
    text = block.text
    if any(url.startswith("#") for url in block.links()):
        return True
    if block.node.within("figure", "figcaption") is not None or own_words(block) & _SIGNING_NAMES:
        return True
    if any(map(str.isdigit, text)):
        covered = sum(d.end - d.start for d in find_dates(text, date_words))
        return covered >= MIN_DATE_SHARE * len(text)
    byline = parse_byline(text, byline_words) if has_opening(text, byline_words) else None
    return byline is not None and byline.opened and bool(byline.authors)


def _parent_words(block: Block) -> set[str]:
    parent = block.node.parent
    return set(_WORD.findall(parent.names)) if parent is not None and parent.last - parent.first <= 8 else set()


def _kinship(a: Node, b: Node) -> float:
    """How closely the label and the headline stand together in the tree."""
    above = list(islice(a.ancestors(), 5))
    for steps, node in enumerate(islice(b.ancestors(), 5)):
        if node in above:
            return (0.0, 1.0, 0.8, 0.5, 0.3)[steps] if node.last - node.first < 60 else 0.0
    return 0.0


def _is_dated(text: str) -> bool:
    return any(map(str.isdigit, text)) and bool(find_dates(text, date_words))
