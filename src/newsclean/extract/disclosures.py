"""What the page discloses about its making: whole notices, out of the body, each with its kind.

News about AI, sponsors or corrections is none, nor is a link in a menu: a notice speaks of the text itself, or stands
apart from it at its head or foot.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ..lexicon.match import Match, PageLines, lines_of
from ..model.document import Author
from ..model.draft import Block, Claim, Draft, Inherited, Node
from ..text.names import looks_like_name
from ..text.similarity import contained_share
from .composed_notices import compose_notice
from .notice_places import MAX_HOME_BLOCKS, NamedKinds, SiteWide, find_homes, find_lists, notice_box
from .notices import Place, Zone, find_notice, is_bare_copyright, is_of_site, names_rights, states_rights
from .signatures import may_sign
from .stated_notices import ADVERTISER_TYPES, add_stated

HEAD_BLOCKS = 10
"""Text blocks above the headline that may hold a notice."""
FOOT_BLOCKS = 24
"""Text blocks after the last paragraph that may hold one."""
EDGE_BLOCKS = 2
LATE_BLOCKS = 6
NEAR_BLOCKS = 3
"""So many blocks below the last paragraph are right at its end."""
BLOCKS_BEHIND_NOTES = 4
"""So many paragraphs may stand below the notes: about the company, where to write."""
LIST_BLOCKS = 90
"""A list of sources stands at most so many blocks after the last paragraph."""
MIN_LINKED_CHARS = 20
"""A shorter line of link text is a menu entry."""
MAX_STYLED_LINK_SHARE = 0.3
"""Among the article's paragraphs, a line without role that has more link text than this is a teaser."""
MAX_LINK_SHARE = 0.6
"""A line mostly of link text is a menu entry or a teaser."""
MAX_SIGNED_CHARS = 30
"""A longer text that ends in a Chinese or Japanese full stop is no line of credits."""
MAX_HEAD_CHARS = 45
"""A label of a notice whose text follows in the next block."""
MAX_GLUED_SHARE = 0.75
MIN_GLUED_CHARS = 80
"""A shorter text is the notice itself, or none."""
MIN_CLAIM_CHARS = 12
MAX_CUTS = 5
"""So many sentences at a paragraph's end are looked at."""
MAX_SPLITS = 20
"""So many notices are split off their paragraphs: each moves all blocks that follow."""
SIGNATURE_BLOCKS = 12
"""A signature stands at most so many text blocks after the last paragraph."""
STYLED_BLOCKS = 60
"""In italics, below teasers in the article's own container, at most so many."""
MIN_CAPTION_CHARS = 80
"""A caption below the article's end of so many characters may be a notice set in small print."""
MAX_BOX_BLOCKS = 4
"""A box named after notices with at most so many text blocks is one notice."""

_SIGN_CHARACTERS = r"[(*<\[【※©ⓒ]"
_SIGN_WORDS = ("Copyright", "저작권자")
_SIGN = "|".join((_SIGN_CHARACTERS, *_SIGN_WORDS))
_SIGN_CHARACTER = re.compile(_SIGN_CHARACTERS)
_STOP = "[.!?…。！？]"
_CLOSED = r"[\"”’»)\]]*\s*(?=\S)"
_AFTER_STOP = re.compile(_STOP + _CLOSED)
_BEFORE_SIGN = re.compile(rf"(?<=\S)\s+(?={_SIGN})")
_SENTENCE = re.compile(rf"(?<={_STOP}){_CLOSED}|{_BEFORE_SIGN.pattern}")
_NAMES = r"((?![a-zß-öø-ÿа-яёіїєα-ωćčłńśšźž])(?:[^\W\d_][\w'’.-]*\s+){1,3}?[^\W\d_][\w'’.-]*)"
_BY_NAME = re.compile(
    r"\b(?:by|von|vom|par|por|da|di|av|af|door|przez|от|oleh|από|автором|napsala?|publikovala?|kirjoittanut|julkaissut|laatinut)"
    rf":?\s+{_NAMES}"
    r"(?=,|\.(?:\s|$)|\s+(?:who|which|with|der|die|mit|qui|avec|que|che|con|som|med|die|joka|yang|która|który|která|kteří"
    # German and Dutch name the deed behind the doer: "wurde von NAME erstellt"
    r"|erstellt|verfasst|geschrieben|übersetzt|veröffentlicht|geschreven|gemaakt|opgesteld|vertaald|gepubliceerd)\b)"
    # as Turkish names the doer before it: "NAME tarafından"
    rf"|\b{_NAMES}\s+tarafından\b"
)
_REFERENCE = re.compile(r"^\[(\d{1,2})\]\s")
_APART = re.compile(r"^[(\[*†‡—–•※（【\-]")
_RIGHTS_LINE = re.compile(r"(?:copyright|©|ⓒ|\(c\)|all rights reserved)", re.IGNORECASE)
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "”", '"', "»", ")", "）", ":")
_STYLE_WORDS = frozenset(("em", "i", "small"))
_OUTSIDE = frozenset(("nav", "form", "figure", "figcaption", "button", "select"))
_WIDE_TAGS = frozenset(("body", "html", "main", "#root"))
_FIELDS = ("dek", "kicker")
_ABOVE_TEXT = frozenset(("correction", "update", "opinion", "syndication", "interest"))
"""Notices that may stand where a dek does, if they say that they speak of this text."""
_NO_LABELS = frozenset(("credit", "licence", "syndication", "affiliate", "sponsored"))
"""Short notices of these kinds are whole: what follows them is no part of them."""


def mark_disclosures(draft: Draft) -> None:
    """Notices near the article → role `disclosure`, `reason` their kind; a glued one is split off its paragraph."""
    body = [b for b in draft.blocks if b.role in ("body", "heading")]
    if not body:
        return
    _mark_printed(draft, body)
    add_stated(draft)


def _mark_printed(draft: Draft, body: list[Block]) -> None:
    view = _View(draft, body)
    for block in list(view.candidates()):
        if block.role == "disclosure":
            continue
        kind = view.kind_of(block)
        if kind and (block.role == "body" or view.goes_on(block)) and _split_off(draft, block, view):
            if block.role is None:
                draft.give(block, "body")
            continue
        if kind:
            _give(draft, block, kind)
            if id(block) not in view.lists:
                _follow(draft, block, kind, view)
                _join(draft, block, kind)
        elif block.role == "body":
            _split_off(draft, block, view)


class _View:
    """The article's extent, and what it says of a block's place."""

    def __init__(self, draft: Draft, body: list[Block]) -> None:
        self.draft = draft
        self.language = draft.language or _language(draft)
        self.lines = lines_of(draft)
        self.first, self.last = body[0], body[-1]
        title = next((b for b in draft.blocks if b.role == "title"), None)
        self.title = title if title is not None and title.index < self.last.index else None
        self.edges = {id(b) for b in (*body[:EDGE_BLOCKS], *body[-EDGE_BLOCKS:])}
        self.lasts = {id(b) for b in body[-EDGE_BLOCKS:]}
        page = draft.facts.get("page")
        core: Node | None = getattr(page, "core", None)
        homes, wide_homes = find_homes(core, self.title, self.last)
        self.named = NamedKinds()
        self.lates = {id(b) for b in body[-LATE_BLOCKS:]}
        self.after = {id(b): n for n, b in enumerate(filter(_is_text, draft.blocks[self.last.index + 1 :]), 1)}
        self.lists = find_lists(draft, self.last.index)
        self.references = _find_references(body)
        self.site_wide = SiteWide()
        homes |= self._source_boxes()
        self.in_homes = Inherited(lambda node: True if node in homes else None)
        self.in_wide_homes = Inherited(lambda node: True if node in wide_homes else None)
        self.sponsored = draft.value("ld_type") in ADVERTISER_TYPES
        self.splits = 0

    def candidates(self) -> list[Block]:
        blocks = self.draft.blocks
        start = (self.title or self.first).index
        found = [b for b in blocks[: start + 1] if _is_text(b)][-HEAD_BLOCKS:]
        found += [b for b in blocks[start + 1 : self.last.index + 1] if _is_text(b)]
        after = [b for b in blocks[self.last.index + 1 :] if _is_text(b)]
        return found + after[:FOOT_BLOCKS] + [b for b in after[FOOT_BLOCKS:] if len(b.text) > 60 or self.is_home(b)]

    def _source_boxes(self) -> set[Node]:
        """The boxes near the article's end that a label of sources stands in: what else they say is about the article."""
        near = self.draft.blocks[self.last.index + 1 : self.last.index + LIST_BLOCKS]
        labels = [b for b in near if len(b.text) <= MAX_HEAD_CHARS and _is_text(b) and (found := self._notices(b))
                  and any(m.reason == "source" and m.how == "line" for m in found) and not self.site_wide[b.node]]  # fmt: skip
        return {b.node.parent for b in labels if b.node.parent is not None and b.node.parent.tag not in _WIDE_TAGS}

    def _notices(self, block: Block) -> list[Match]:
        return self.lines.find(block.text, self.language, "disclosure")

    def is_home(self, block: Block) -> bool:
        """In the article's own container, not elsewhere on the page."""
        node = block.node
        home = self.in_homes[node] or (self.after.get(id(block), 0) <= MAX_HOME_BLOCKS and self.in_wide_homes[node])
        return home and not self.site_wide[node]

    def kind_of(self, block: Block) -> str | None:
        """The kind of disclosure that the block is, or None."""
        listed = id(block) in self.lists and block.role is None and not self.site_wide[block.node]
        if listed or id(block) in self.references:
            return self.lists.get(id(block), "source")
        if not self._may_be(block):
            return None
        named = self.named.find(block)
        ends = self._is_at_end(block)
        if not (named or ends or self._notices(block) or may_sign(block.text)):
            return None
        place = self.place(block, named is not None)
        if place is None:
            return None
        kind = find_notice(block.text, self.language, place, self.lines)
        if kind is None and (ends or place.styled):
            kind = compose_notice(block.text, self.language)
            block.rule = "a notice by its words" if kind else block.rule
        if kind is not None:
            return kind if self._fits(block, kind, place) else None
        return "credit" if self._is_signature(block, place) else self._by_name(block, named, place)

    def _is_at_end(self, block: Block) -> bool:
        """The last paragraph, one right below it, or one that was taken for the dek: where a notice may be in any words."""
        last = id(block) in self.lasts and block.role == "body"
        below = block.role is None and 0 < self.after.get(id(block), 0) <= NEAR_BLOCKS and self.is_home(block)
        return last or below or block.role == "dek"

    def _may_be(self, block: Block) -> bool:
        if block.role == "removed":
            return block.reason == "credit" and block.index > self.last.index
        if block.role == "caption":
            return block.index > self.last.index and len(block.text) > MIN_CAPTION_CHARS
        if block.role not in (None, "body", "heading", "byline", "dek", "kicker"):
            return False
        return block.link_share <= MAX_LINK_SHARE or (block.role is None and block.text.count(" ") >= 4)

    def _fits(self, block: Block, kind: str, place: Place) -> bool:
        if block.role == "kicker":
            return kind in ("sponsored", "ai")
        if block.role == "byline":
            return kind in ("ai", "affiliate", "sponsored") and place.zone != "body"
        if block.role == "dek":
            return kind in ("ai", "affiliate", "sponsored") or (
                kind in _ABOVE_TEXT and self.lines.speaks_of_itself(block.text)
            )
        linked = block.link_share > MAX_LINK_SHARE and self.named.find(block) != kind
        if linked and (kind not in ("affiliate", "licence") or len(block.text) < MIN_LINKED_CHARS):
            return False
        if kind == "source" and _is_bare_label(block, self) and not self.site_wide[block.node]:
            return block.index - self.last.index <= LIST_BLOCKS
        far = block.index - self.last.index > FOOT_BLOCKS * 3 or not place.home
        if kind == "licence" and (fits := self._fits_as_licence(block)) is not None:
            return fits
        if (
            kind in ("licence", "opinion", "other", "source", "credit", "interest", "sponsored")
            and place.zone == "foot"
            and (far or self.site_wide[block.node])
        ):
            return False
        noise = self.lines.classify(block.text, self.language, "removed")
        if kind in ("opinion", "licence", "affiliate", "ai"):
            return noise is None or noise.reason != "comments"
        if kind in ("source", "credit"):
            # a paragraph that its reporter opens is none
            is_told = kind == "credit" and len(block.text) > MAX_SIGNED_CHARS and block.text.endswith("。")
            return not is_told and (noise is None or noise.reason != "credit" or noise.how not in ("line", "opener"))
        return True

    def goes_on(self, block: Block) -> bool:
        """The paragraph after the last one, left out of the body for the notice in it."""
        return (
            block.role is None and block.tag == self.last.tag and 0 < self.after.get(id(block), 0) <= 2
            and self._is_beside_body(block)
        )  # fmt: skip

    def _fits_as_licence(self, block: Block) -> bool | None:
        """False for rights in the site or in a picture, True for what is stated of the text, None where the place decides."""
        if "caption" in block.inner or (is_of_site(block.text) and not self._is_beside_body(block)):
            return False
        if states_rights(block.text):
            return True
        bare = is_bare_copyright(block.text) or (block.link_chars and block.text.startswith("©"))
        return False if bare and not self._is_own(block) else None

    def _is_own(self, block: Block) -> bool:
        """Inside an `<article>`, among its paragraphs, or named as its rights."""
        if any("print-footer" in node.names for node in block.node.ancestors()):
            return False  # what the site sets below each page that is printed
        own = block.node.within("article") is not None or self.named.find(block) == "licence"
        return own or self._is_beside_body(block)

    def _is_beside_body(self, block: Block) -> bool:
        """Among the paragraphs themselves, as no footer of a site is."""
        return block.node.parent is self.last.node.parent or self.last.node in (block.node, block.node.parent)

    def _is_signature(self, block: Block, place: Place) -> bool:
        """Agencies and initials alone under the last paragraph: "SDA/sep", "(dpa)"."""
        if block.role not in (None, "body") or place.zone == "head" or block is self.first:
            return False  # above the text, they are the byline
        if place.zone == "body" and not place.last:
            return False
        most = (STYLED_BLOCKS if place.styled else SIGNATURE_BLOCKS) if place.home else 3
        if place.zone == "foot" and self.after.get(id(block), 0) > most:
            return False
        return may_sign(block.text)

    def _by_name(self, block: Block, named: str | None, place: Place) -> str | None:
        """A short text under a class name that says its kind."""
        if not named or (named == "licence" and not names_rights(block.text)):
            return None
        near = place.zone == "foot" and place.home and 25 < len(block.text) < 600
        told = named == "ai" and block.role is None and place.zone != "head" and len(block.text) > MIN_CLAIM_CHARS
        fits = (near and block.link_share < 0.5) or told
        return named if fits and not self.site_wide[block.node] else None

    def place(self, block: Block, named: bool) -> Place | None:
        zone: Zone = "head"
        if block.index > self.last.index:
            zone = "foot"
        elif block.index >= self.first.index:
            zone = "body"
        if any(n.tag in _OUTSIDE for n in block.node.ancestors()):
            return None
        near_title = self.title is not None and abs(block.index - self.title.index) <= 6
        label = zone != "foot" and near_title and block.link_share < 0.5
        label = label and (block.role == "kicker" or self._is_label(block))
        inner = block.inner.split()
        styled = named or bool(_APART.match(block.text)) or any(t in _STYLE_WORDS for t in inner)
        styled = styled or (block.role is None and zone == "body" and block.link_share < MAX_STYLED_LINK_SHARE)
        near = zone == "foot" and self.after.get(id(block), 0) <= NEAR_BLOCKS
        home = zone != "foot" or near or self.is_home(block)
        free = block.role is None
        below = free and zone == "head" and self.title is not None and block.index > self.title.index
        return Place(
            zone, styled, id(block) in self.edges or near, label, id(block) in self.lasts, id(block) in self.lates, home,
            below, free and zone == "body",
        )  # fmt: skip

    def _is_label(self, block: Block) -> bool:
        as_ad = self.lines.classify(block.text, self.language, "removed")
        is_ads = as_ad is not None and as_ad.reason == "ad" and as_ad.how == "line"
        return not is_ads or self.sponsored or self._is_beside_title(block)

    def _is_beside_title(self, block: Block) -> bool:
        """Whether it stands right above or below the headline, in the same element."""
        title = self.title
        if title is None or abs(block.index - title.index) != 1:
            return False
        return title.node.parent in (block.node, block.node.parent)


def _find_references(body: list[Block]) -> set[int]:
    """The notes "[1] …", "[2] …" among the article's last paragraphs, where its text refers to them."""
    notes = [(b, int(m.group(1))) for b in body if (m := _REFERENCE.match(b.text))]
    places = [body.index(b) for b, _ in notes]
    if not notes or [n for _, n in notes] != list(range(1, len(notes) + 1)):
        return set()
    together = places[-1] - places[0] == len(notes) - 1 and len(body) - 1 - places[-1] <= BLOCKS_BEHIND_NOTES
    if not together or not any("[1]" in b.text for b in body[: places[0]]):
        return set()
    return {id(b) for b, _ in notes}


def _language(draft: Draft) -> str | None:
    value = draft.value("language")
    return value if isinstance(value, str) else None


def _is_text(block: Block) -> bool:
    return block.kind == "text" and not block.hidden


def _give(draft: Draft, block: Block, kind: str) -> None:
    if block.role in _FIELDS:
        _unclaim(draft, block.role, block.text)
    draft.give(block, "disclosure", kind)
    if kind == "ai":
        _claim_author(draft, block)


def _unclaim(draft: Draft, name: str, text: str) -> None:
    """Take a notice's line out of the claims for a field that it was read as."""
    kept: list[Claim] = []
    for claim in draft.claims.get(name, ()):
        if not isinstance(claim.value, str) or claim.source != "dom":
            kept.append(claim)
            continue
        lines = [line for line in claim.value.split("\n") if line != text]
        if lines:
            kept.append(replace(claim, value="\n".join(lines)))
    draft.claims[name] = kept


def _follow(draft: Draft, block: Block, kind: str, view: _View) -> None:
    """A bare label takes the block after it along; a label of sources takes its list."""
    colon = block.text.rstrip().endswith((":", "："))
    if len(block.text) > MAX_HEAD_CHARS or kind == "credit" or not _is_bare_label(block, view):
        return
    if kind in _NO_LABELS and not colon:
        return
    following = [b for b in draft.blocks[block.index + 1 : block.index + 80] if _is_text(b)]
    first = following[0] if following else block
    if first.role not in (None, "body") or (first.level and first.role is not None):
        draft.take(block)
        return
    own = (
        find_notice(first.text, view.language, Place("foot", styled=True, edge=True), view.lines)
        if kind == "other"
        else None
    )
    draft.give(block, "disclosure", own or kind)
    draft.give(first, "disclosure", own or kind)
    if kind != "source":
        first.shape = "continued"
    else:
        home = first.node.within("ul", "ol", "dl") or first.node.parent
        for item in following[1:]:
            if item.level or item.role not in (None, "body") or not _is_inside(item, home):
                break
            if view.lines.classify(item.text, view.language, "removed") is not None and len(item.text) < MAX_HEAD_CHARS:
                continue
            draft.give(item, "disclosure", kind)


def _goes_along(block: Block) -> bool:
    return block.role in (None, "body", "heading") and block.link_share <= MAX_LINK_SHARE


def _join(draft: Draft, block: Block, kind: str) -> None:
    """What goes on with the notice becomes part of it: the rest of its box, of its sentence, its © line."""
    box = notice_box(block)
    inside = [b for b in draft.blocks[box.first : box.last] if _is_text(b)] if box is not None else []
    if 1 < len(inside) <= MAX_BOX_BLOCKS and all(_goes_along(b) or b is block for b in inside):
        for other in inside:
            own = other is not block
            if own:
                draft.give(other, "disclosure", kind)
            other.shape = "continued" if other is not inside[0] else other.shape
        return
    following = next((b for b in draft.blocks[block.index + 1 : block.index + 4] if _is_text(b)), None)
    if following is None or following.role not in (None, "body") or following.node.parent is not block.node.parent:
        return
    goes_on = following.text[:1].islower() and not block.text.endswith(_ENDS)
    if goes_on or (kind == "licence" and _RIGHTS_LINE.match(following.text)):
        draft.give(following, "disclosure", kind)
        following.shape = "continued"


def _is_inside(block: Block, home: Node | None) -> bool:
    near = block.node.within("details")
    return home is not None and (
        any(n is home for n in block.node.ancestors()) or (near is not None and near.tag == "details")
    )


def _is_bare_label(block: Block, view: _View) -> bool:
    # a whole line with a gap ("Name … geändert") is a notice, no label
    whole = any(
        m.how == "line" and "…" not in m.phrase for m in view.lines.find(block.text, view.language, "disclosure")
    )
    return block.text.rstrip().endswith((":", "：")) or (
        whole and block.text.count(" ") < 4 and not block.text.endswith(".")
    )


def _split_off(draft: Draft, block: Block, view: _View) -> bool:
    """A notice glued to a paragraph's end becomes a disclosure of its own; the paragraph keeps the rest."""
    text = block.text
    if len(text) < MIN_GLUED_CHARS or view.splits >= MAX_SPLITS:
        return False
    cuts = _find_cuts(text)[-MAX_CUTS:]
    for cut, end in pairwise([*cuts, len(text)]):
        tail = text[cut:].strip()
        if len(tail) < MIN_CLAIM_CHARS or len(tail) > MAX_GLUED_SHARE * len(text):
            continue
        if not view.lines.find(text[cut:end].strip(), view.language, "disclosure"):
            continue  # what does not begin with a notice is none
        last = id(block) in view.lasts or view.goes_on(block)
        kind = _glued_kind(tail, view.language, view.lines, last=last)
        if kind:
            if find_notice(text[:cut], view.language, Place("foot", styled=True, edge=True), view.lines):
                return False
            if compose_notice(text[:cut], view.language) == kind:
                return False
            view.splits += 1
            second = draft.split(block, cut)
            second.tag = block.tag
            _give(draft, second, kind)
            return True
    return False


def _find_cuts(text: str) -> list[int]:
    """Where a sentence or a notice's sign begins inside the text: the ends of what `_SENTENCE` finds, each way by itself.

    A pattern that begins with a set of characters runs through a text many times as fast as one that looks behind.
    """
    cuts = [m.end() for m in _AFTER_STOP.finditer(text)]
    if _SIGN_CHARACTER.search(text) or any(map(text.__contains__, _SIGN_WORDS)):
        cuts = sorted({*cuts, *(m.end() for m in _BEFORE_SIGN.finditer(text))})
    return cuts


def _glued_kind(tail: str, language: str | None, lines: PageLines, *, last: bool) -> str | None:
    """The kind of a sentence that ends a paragraph; it must be a notice by its own words, and wholly one."""
    kind = find_notice(tail, language, Place("body", last=last), lines)
    if kind not in ("ai", "affiliate", "syndication", "correction", "opinion", "licence", "update"):
        kind = find_notice(tail, language, Place("foot", edge=True), lines) if tail[:9].lower() == "copyright" else None
    if kind is None:
        return None
    sentences = [s for s in _SENTENCE.split(tail) if s]
    first = lines.find(sentences[0], language, "disclosure") if sentences else []
    return kind if any(m.reason == kind for m in first) else None


def _claim_author(draft: Draft, block: Block) -> None:
    """A notice that names its maker ("made and published by NAME, which may have used AI"): the page signs so."""
    found = _BY_NAME.search(block.text[:400])
    name = found.group(1) or found.group(2) if found is not None else ""
    if not looks_like_name(name):
        return
    site = draft.value("site_name")
    if isinstance(site, str) and contained_share(name, site) == 1.0:
        return
    draft.claim(Claim("authors", (Author(name),), "dom", "", block.text, 0.45))
