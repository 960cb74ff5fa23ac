"""The title: the headline that the page prints, found with the help of what its metadata claims.

A claim (JSON-LD, meta, <title>) says which words to look for; the block that a reader sees gives the words. A claim is
the title only where no block will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..model.draft import Block, Claim, Draft, Node
from ..model.hosts import find_host
from ..text.similarity import Likeness, first_letter, likeness_of, squeeze
from ..text.spaces import clean_line
from .byline_links import BREAK
from .home import leads_home
from .places import own_words, path_of

MAX_TITLE_CHARS = 1000
MAX_KICKER_CHARS = 80
SURE_KICKER = 0.93
"""Confidence of a kicker that the headline's own element holds."""
KICKER_NAMES = frozenset(
    "kicker topline overline roofline eyebrow dachzeile spitzmarke overtitle pretitle supertitle surtitle "
    "strapline antetitulo prefix label intro "
    "catchline catchphrase headlinekicker suptitle rubrique vignette flag tag topic section category "
    "subject ueberzeile oberzeile dachzeil hat chapeau "
    "trompette stikkord vignett stikktittel antetítulo cintillo volanta occhiello top super pre uptitle "
    "nadtitulek vorzeile pretitel".split()
)
"""Words in the names of kickers, the surest first."""
MAX_CANDIDATES = 60
"""More headings than this are a list; the later ones are not looked at."""
MAX_INLINE = 200
"""Of a headline's links and marks so many are looked at: a kicker is the first of them."""
MAX_SITE_NAME_CHARS = 60
SURE_SITE_NAME = 0.7
"""Confidence from which a claimed site name counts though it is the title too (a site's home page)."""
MIN_SEGMENT_CHARS = 8
"""Shorter parts of a <title> are sections and names."""
MAX_TRAIL_BLOCKS = 12
MIN_TRAIL_LINKS = 0.6
"""Share of a trail's text inside links; what parts them is text too."""
CRUMB = 4.5
"""What a heading at the end of a trail is worth less: an equal claim and most of a tag."""
MOST_BESIDES_TAG = 6.5
"""What an equal claim, good names and the article's own element may add to a tag's score, and a little more."""
MIN_SCORE = 2.0
"""Below this a heading is as likely to be the site's name or a menu's."""

_SEPARATOR = re.compile(
    r"(?<!\s)\s+[|\-–—·•»«:>/~]+\s+|(?:(?<!\s)\s+)?[|｜_]\s*|(?<!\s)\s+::\s+|\s[-–—]|(?:(?<!\s)\s+)?»\s*|"
    r"：\s*(?=[^：]{1,12}$)|(?:(?<!\s)\s+)?[-–—]\s*(?=[\w.]{2,30}$)"
)
_SEPARATING = re.compile(r"[|｜_\-–—·•»«:：>/~]")
_BARS = frozenset("|｜_")
"""What no headline has: each part behind them is a section or the site."""
MAX_SECTION_CHARS = 24
_MARKS = frozenset((":", "-", "–", "—", "|", "·"))
_BADGES = "+*★☆●•▶►■▪ "
"""What marks a text for subscribers, or a film, before its headline."""
_TAG_SCORES = {"h1": 3.0, "h2": 1.5, "h3": 0.8, "h4": 0.3}
_HEADLINE_NAMES = frozenset("headline title titel titulo titre überschrift headtitle hed".split())
MIN_NAMED_CHARS = 12
_GOOD_NAMES = _HEADLINE_NAMES | {"heading", "entry"}
_BAD_NAMES = frozenset(
    "logo brand sitename site breadcrumb breadcrumbs crumb nav navbar menu footer sidebar related teaser "
    "card comment comments widget "
    "promo recommended trending popular newsletter masthead banner cookie consent modal popup dialog "
    "share search topbar tagline slogan "
    "ticker next more recirc paywall login caption figcaption ad ads sponsor rubrik kicker eyebrow "
    "section category".split()
)
_BAD_TAGS = frozenset({"nav", "footer", "aside", "form", "figcaption", "figure"})
_INLINE_WORD = re.compile(r"[a-z]+")
_BUILDER = re.compile(r"\b(?:elementor|fusion|vc|et_pb|wpb)[-_](?:widget|section|column|row)[\w-]*")


def mark_title(draft: Draft) -> None:
    """Give the printed headline the role `title` and claim its text."""
    names = site_names(draft)
    claims = claimed_titles(draft, names)
    best = _best_block(draft, claims, names)
    if best is None:
        _claim_best(draft, claims)
        return
    block, confidence = best
    _part_subtitle(draft, block, claims)
    text = clean_line(_spaced(block), MAX_TITLE_CHARS)
    draft.give(block, "title")
    kicker, title = _without_kicker(block, text, claims)
    if kicker:
        draft.claim(Claim("kicker", kicker, "dom", path_of(block), text, SURE_KICKER))
    draft.claim(Claim("title", title, "dom", path_of(block), text, confidence))


def _without_kicker(block: Block, text: str, claims: list[Claimed]) -> tuple[str, str]:
    """(kicker, title) of a headline: its first inline element is a kicker where its name or a claim says so."""
    if not block.spans:
        return "", text
    whole = squeeze(text)
    known = {c.squeezed for c in claims}
    firm = {c.squeezed for c in claims if c.claim.path != "title"}  # `<title>` runs kicker and headline together
    for first, after, kind, value in block.spans[:MAX_INLINE] if whole not in firm else ():
        if kind == "a" or "".join(block.pieces[:first]).strip():
            continue
        head = clean_line("".join(block.pieces[first:after]))
        rest = clean_line("".join(block.pieces[after:])).lstrip(" -–—:|/·•")
        if not head or len(head) > MAX_KICKER_CHARS or len(rest) < MIN_SEGMENT_CHARS:
            continue
        named = kind == "names" and not KICKER_NAMES.isdisjoint(_INLINE_WORD.findall(value))
        if named or squeeze(rest) in known:
            return head.rstrip(" -–—:|/·•"), rest
    # two lines of one headline, glued by the walk: the claim knows what stands between them; a badge is no word of it
    bare = text.lstrip(_BADGES)
    same = [c.text for c in claims if c.squeezed == whole]
    return "", next((c for c in same if len(c) > len(text) or (c == bare and bare != text)), text)


def _spaced(block: Block) -> str:
    """The text of a headline, with a space behind a colon or a dash that has an element of its own."""
    pieces = block.pieces
    if not any(p.strip() in _MARKS for p in pieces):
        return block.text
    return "".join(f"{p} " if p.strip() in _MARKS else p for p in pieces).replace(BREAK, " ")


def _part_subtitle(draft: Draft, block: Block, claims: list[Claimed]) -> None:
    """Make the lines below the first of a headline a block of their own, where a claim says that the first is the title."""
    if BREAK not in block.pieces:
        return
    first = clean_line("".join(block.pieces[: block.pieces.index(BREAK)]))
    known = {c.squeezed for c in claims}
    if first and squeeze(first) in known and squeeze(block.text) not in known and block.text.startswith(first):
        draft.split(block, len(first)).level = 0


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claimed title without the site's name, its squeezed form, and the claim."""

    text: str
    squeezed: str
    claim: Claim


def site_names(draft: Draft) -> tuple[str, ...]:
    """What the site calls itself: claimed names, then the host and its main label.

    A doubtful name that is the page's title, or is longer than a name, is left out: pages of some systems name the
    page there.
    """
    titles = {
        squeeze(c.value) for c in draft.claims.get("title", ()) if isinstance(c.value, str) and c.confidence >= 0.5
    }
    names = [
        claim.value
        for claim in draft.claims.get("site_name", ())
        if isinstance(claim.value, str)
        and len(claim.value) <= MAX_SITE_NAME_CHARS
        and not claim.value.startswith(("http", "@"))
        and (claim.confidence >= SURE_SITE_NAME or squeeze(claim.value) not in titles)
    ]
    host = find_host(draft.url).removeprefix("www.")
    if host:
        labels = host.split(".")
        names += [host, max(labels[:-1], key=len, default=host)]
    return tuple(dict.fromkeys(n for n in names if n))


def strip_site_name(title: str, names: tuple[str, ...]) -> str:
    """The title without the site's name at either end; the name in the middle of a sentence stays.

    >>> strip_site_name("Harbour strike ends | The Daily Tide", ("The Daily Tide",))
    'Harbour strike ends'
    >>> strip_site_name("Tide turns - again", ("The Daily Tide",))
    'Tide turns - again'
    >>> strip_site_name("Harbour strike ends | Coast | The Daily Tide", ("The Daily Tide",))
    'Harbour strike ends'
    """
    squeezed = {squeeze(n) for n in names} - {""}
    bar = ""
    for _ in range(3):
        cuts = list(_separators(title))
        if not cuts:
            break
        tail, head = title[cuts[-1].end() :], title[: cuts[0].start()]
        section = bar in _BARS and cuts[-1][0].strip() == bar and len(tail) <= MAX_SECTION_CHARS
        if (section or _is_site(tail, squeezed)) and title[: cuts[-1].start()].strip():
            bar = cuts[-1][0].strip()
            title = title[: cuts[-1].start()].strip()
        elif _is_site(head, squeezed) and title[cuts[0].end() :].strip():
            title = title[cuts[0].end() :].strip()
        else:
            break
    return title


def _separators(title: str) -> Iterator[re.Match[str]]:
    """The separators in a title; most have no character that one is made of."""
    return _SEPARATOR.finditer(title) if _SEPARATING.search(title) else iter(())


def _is_site(part: str, names: set[str]) -> bool:
    text = squeeze(part)
    if not text or len(part) > 60:
        return False
    if text in names:
        return True
    return any(
        len(n) > 4 and ((text.startswith(n) and len(text) < len(n) + 8) or (n.startswith(text) and len(text) > 4))
        for n in names
    )


def claimed_titles(draft: Draft, names: tuple[str, ...]) -> list[Claimed]:
    """The claimed titles, the surest first, each without the site's name; that name alone, or with its host, is none."""
    found: list[Claimed] = []
    sites = {squeeze(n) for n in names}
    read: set[str] = set()
    for claim in sorted(draft.claims.get("title", ()), key=lambda c: -c.confidence):
        if not isinstance(claim.value, str) or claim.value in read:
            continue
        read.add(claim.value)
        text = strip_site_name(clean_line(claim.value, MAX_TITLE_CHARS), names)
        squeezed = squeeze(text)
        alone = {squeezed, squeeze(_without_host(text))}
        if squeezed and alone.isdisjoint(sites) and all(c.squeezed != squeezed for c in found):
            found.append(Claimed(text, squeezed, claim))
    return found


def _without_host(text: str) -> str:
    """A title without the host's name behind it: "The Daily Tide, tide.example"."""
    head, _, last = text.rpartition(" ")
    is_host = "." in last[1:-1] and all(c.isalnum() or c in ".-" for c in last)
    return head.rstrip(" ,") if is_host else text


def _segments(claims: list[Claimed]) -> set[str]:
    """Squeezed parts of claims that hold more than the headline ("Headline - Politics - The Daily Tide")."""
    parts: set[str] = set()
    for claim in claims[:6]:
        found = list(islice(_separators(claim.text), 8))
        parts.update(squeeze(claim.text[: m.start()]) for m in found)
        parts.update(p for m in found if len(p := squeeze(claim.text[m.end() :])) >= 2 * MIN_SEGMENT_CHARS)
    return {p for p in parts if len(p) >= MIN_SEGMENT_CHARS}


def _claim_best(draft: Draft, claims: list[Claimed]) -> None:
    """No headline is printed: the surest claim, cleaned, is the title."""
    if claims:
        best = claims[0]
        draft.claim(Claim("title", best.text, best.claim.source, best.claim.path, best.claim.raw, 0.9))


def _candidates(draft: Draft, claims: list[Claimed]) -> list[Block]:
    known = {c.squeezed for c in claims} | _segments(claims)
    initials = {first_letter(s) for s in known}
    lengths = [len(s) for s in known]
    low, high = (min(lengths), max(lengths) * 1.5 + 6) if lengths else (1, 0)
    exact = {c.text for c in claims}
    found: list[Block] = []
    for block in draft.blocks:
        if block.kind != "text" or block.hidden or block.role == "removed":
            continue
        if block.level:
            if block.level < 5 and len(block.text) <= 400:
                found.append(block)
        elif low <= len(text := block.text) <= high and (
            text in exact or (first_letter(text) in initials and squeeze(text) in known)
        ):
            found.append(block)
        if len(found) >= MAX_CANDIDATES:
            break
    return found


def _best_block(draft: Draft, claims: list[Claimed], names: tuple[str, ...]) -> tuple[Block, float] | None:
    sites = {squeeze(n) for n in names}
    blocks = _candidates(draft, claims)
    heads = sum(b.level == 1 for b in blocks)
    likeness = likeness_of(draft)
    bad_names = _BadNames()
    known = {
        b.index for b in blocks if b.level in (1, 2) and any(likeness.squeeze(b.text) == c.squeezed for c in claims)
    }
    best: tuple[float, Block] | None = None
    for block in sorted(blocks, key=lambda b: b.index not in known):
        if best is not None and _TAG_SCORES.get(block.tag, 0.0) + MOST_BESIDES_TAG < best[0]:
            continue
        score = _score(block, claims, sites, heads, likeness, bad_names)
        if block.level == 1 and len(known) > 1 and _ends_trail(draft, block):
            score -= CRUMB
        if best is None or (score, -block.index) > (best[0], -best[1].index):
            best = score, block
    if best is None or best[0] < MIN_SCORE:
        named = None if claims else _named_headline(draft, sites, bad_names)
        return None if named is None else (named, 0.9)
    return best[1], min(0.99, 0.9 + best[0] / 100)


def _named_headline(draft: Draft, sites: set[str], bad_names: _BadNames) -> Block | None:
    """The first line that its own class names call a headline: of a page that claims none and has no heading for one."""
    for block in draft.blocks:
        if block.kind != "text" or block.hidden or block.role == "removed" or block.link_share > 0.5:
            continue
        is_named = MIN_NAMED_CHARS <= len(block.text) <= MAX_TITLE_CHARS and own_words(block) & _HEADLINE_NAMES
        if is_named and _place_score(block, bad_names) > 0 and squeeze(block.text) not in sites:
            return block
    return None


def _ends_trail(draft: Draft, block: Block) -> bool:
    """Whether a heading is the last item of a trail of links, in one box with them and nothing else.

    Sites print their search title there, small; the headline is another element, where one is claimed too. A trail
    begins at the home page.
    """
    box = block.node.parent
    for _ in range(2):
        if box is None or box.last - box.first > MAX_TRAIL_BLOCKS or box.last != block.index + 1:
            return False
        before = [b for b in draft.blocks[box.first : block.index] if b.kind == "text" and b.text]
        links = [url for b in before for url in b.links()]
        if len(links) > 1 and all(b.link_share > MIN_TRAIL_LINKS for b in before):
            return leads_home(links[0])
        box = box.parent
    return False


def _score(
    block: Block, claims: list[Claimed], sites: set[str], heads: int, likeness: Likeness, bad_names: _BadNames
) -> float:
    squeezed = likeness.squeeze(block.text)
    if not squeezed or squeezed in sites:
        return -9.0
    score = _TAG_SCORES.get(block.tag, 0.0)
    if block.level == 1 and heads > 3:
        score -= 0.5
    score += _claim_score(block.text, squeezed, claims, likeness) + _place_score(block, bad_names)
    if len(block.text) < 12:
        score -= 1.0
    if block.tag == "li":
        score -= 3.5  # the last item of a breadcrumb
    if block.link_share > 0.9:
        score -= 4.0 if any(map(leads_home, block.links())) else 1.0
    return score


def _claim_score(text: str, squeezed: str, claims: list[Claimed], likeness: Likeness) -> float:
    best = 0.0
    for claim in claims:
        if claim.squeezed == squeezed:
            value = 5.0
        elif (
            len(squeezed) > 14
            and (squeezed in claim.squeezed or (claim.squeezed in squeezed and len(claim.squeezed) > 14))
        ) or likeness.same_line(text, claim.text):
            value = 4.0
        else:
            alike = likeness.similarity(text, claim.text, 0.35)
            value = 3.5 * alike if alike > 0.35 else 0.0
        best = max(best, value * (1.0 if claim.claim.confidence >= 0.6 else 0.95))
    return best


def _words_of(names: str) -> list[str]:
    """The words of class names; page builders call every piece of a page a widget in a section."""
    return _INLINE_WORD.findall(_BUILDER.sub(" ", names))


class _BadNames(dict[str, bool]):
    """Class names → whether they say that no headline stands there; each string is read once."""

    def __missing__(self, names: str) -> bool:
        found = self[names] = not _BAD_NAMES.isdisjoint(_words_of(names))
        return found


def _place_score(block: Block, bad_names: _BadNames) -> float:
    own = own_words(block)
    score = 0.8 if own & _GOOD_NAMES else 0.0
    node: Node | None = block.node
    bad = 0
    for _ in range(6):
        if node is None:
            break
        if node.tag in _BAD_TAGS or bad_names[node.names]:
            bad += 1
        if node.tag in ("article", "main"):
            score += 0.6
            break
        node = node.parent
    return score - min(3.0, 1.5 * bad)
