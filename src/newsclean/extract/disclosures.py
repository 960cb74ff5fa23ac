"""What the page discloses about its making: whole notices, out of the body, each with its kind.

News about AI, sponsors or corrections is none, nor is a link in a menu: a notice speaks of the text itself, or stands
apart from it at its head or foot.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from ..lexicon.match import PageLines, lines_of
from ..model.document import Author
from ..model.draft import Block, Claim, Draft, Node
from ..text.names import looks_like_name
from ..text.similarity import contained_share
from .notices import Place, Zone, find_notice

HEAD_BLOCKS = 10
"""Text blocks above the headline that may hold a notice."""
FOOT_BLOCKS = 24
"""Text blocks after the last paragraph that may hold one."""
EDGE_BLOCKS = 2
LATE_BLOCKS = 6
LIST_BLOCKS = 90
"""A list of sources stands at most so many blocks after the last paragraph."""
MAX_LINK_SHARE = 0.6
"""A line mostly of link text is a menu entry or a teaser."""
MAX_HEAD_CHARS = 45
"""A label of a notice whose text follows in the next block."""
MAX_GLUED_SHARE = 0.75
MIN_CLAIM_CHARS = 12
MAX_SIGNATURE_CHARS = 48
SIGNING_AGENCIES = frozenset(
    "afp ap apa ats belga dpa efe epa epd kna lusa ntb pap reuters ritzau sda sid stt tt ansa anp ctk čtk tasr upi dapd".split()
)

_SENTENCE = re.compile(r"(?<=[.!?…。！？])[\"”’»)\]]*\s*(?=\S)|(?<=\S)\s+(?=\(|\*|Copyright|©|ⓒ)")
_BY_NAME = re.compile(
    r"\b(?:by|von|vom|par|por|da|di|av|af|door|przez|от|by:)\s+((?:[^\W\d_][\w'’.-]*\s+){1,3}?[^\W\d_][\w'’.-]*)"
    r"(?=,|\.(?:\s|$)|\s+(?:who|which|with|der|die|mit|qui|avec|que|che|con|som|med|die"
    # German and Dutch name the deed behind the doer: "wurde von NAME erstellt"
    r"|erstellt|verfasst|geschrieben|übersetzt|veröffentlicht|geschreven|gemaakt|opgesteld|vertaald|gepubliceerd)\b)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNATURE = re.compile(r"[/(,;]|^\W*[a-z]")
_INITIALS = re.compile(r"^[A-Z]{2,5}\s?[(/]\s?[a-z]{2,5}(?:[/;, ]+[a-z]{2,5}){0,3}\)?$")
_APART = re.compile(r"^[(\[*†‡—–•※（【\-]")
_STYLE_WORDS = frozenset(("em", "i", "small"))
_NAME_KINDS = (
    ("affiliate", "affiliate"), ("errata", "correction"), ("erratum", "correction"), ("correction", "correction"),
    ("editors-note", "update"), ("editor-note", "update"), ("editorsnote", "update"), ("article-copyright", "licence"),
    ("copyright", "licence"), ("licence", "licence"), ("license", "licence"), ("advertorial", "sponsored"),
    ("disclosure", ""), ("disclaimer", ""), ("notice", ""), ("footnote", ""), ("hinweis", ""), ("agencies", "credit"),
)  # fmt: skip
"""Part of a class name → the kind of a short notice there ("" where its words must say the kind)."""
_OUTSIDE = frozenset(("nav", "form", "figure", "figcaption", "button", "select"))
_OWN_PARTS = ("article", "print-", "story", "entry-", "post-")
_SPONSORED_TYPES = frozenset(("AdvertiserContentArticle",))


def mark_disclosures(draft: Draft) -> None:
    """Notices near the article → role `disclosure`, `reason` their kind; a glued one is split off its paragraph."""
    body = [b for b in draft.blocks if b.role in ("body", "heading")]
    if not body:
        return
    view = _View(draft, body)
    for block in list(view.candidates()):
        if block.role == "disclosure":
            continue
        kind = view.kind_of(block)
        if kind:
            _give(draft, block, kind)
            _follow(draft, block, kind, view)
        elif block.role == "body":
            _split_off(draft, block, view)


class _View:
    """The article's extent, and what it says of a block's place."""

    def __init__(self, draft: Draft, body: list[Block]) -> None:
        self.draft = draft
        self.first, self.last = body[0], body[-1]
        title = next((b for b in draft.blocks if b.role == "title"), None)
        self.title = title if title is not None and title.index < self.last.index else None
        self.edges = {id(b) for b in (*body[:EDGE_BLOCKS], *body[-EDGE_BLOCKS:])}
        self.lasts = {id(b) for b in body[-EDGE_BLOCKS:]}
        page = draft.facts.get("page")
        core: Node | None = getattr(page, "core", None)
        self.homes = _homes(core, self.last)
        self.lates = {id(b) for b in body[-LATE_BLOCKS:]}
        self.inside = _Inherited(lambda node: True if node in self.homes else None)
        self.outside = _Inherited(lambda node: True if node.tag in _OUTSIDE else None)
        self.site_wide = _SiteWide()
        self.sponsored = draft.value("ld_type") in _SPONSORED_TYPES
        self.language = draft.language or _language(draft)
        self.lines = lines_of(draft)

    def candidates(self) -> list[Block]:
        blocks = self.draft.blocks
        start = (self.title or self.first).index
        found = [b for b in blocks[: start + 1] if _is_text(b)][-HEAD_BLOCKS:]
        found += [b for b in blocks[start + 1 : self.last.index + 1] if _is_text(b)]
        after = [b for b in blocks[self.last.index + 1 :] if _is_text(b)]
        return found + after[:FOOT_BLOCKS] + [b for b in after[FOOT_BLOCKS:] if len(b.text) > 60 or self.is_home(b)]

    def is_home(self, block: Block) -> bool:
        return self.inside[block.node] and not self.site_wide[block.node]

    def kind_of(self, block: Block) -> str | None:
        """The kind of disclosure that the block is, or None."""
        if not self._may_be(block):
            return None
        named = _named_kind(block)
        if not (named or self.lines.find(block.text, self.language, "disclosure") or _may_sign(block.text)):
            return None
        place = self.place(block, named is not None)
        if place is None:
            return None
        kind = find_notice(block.text, self.language, place, self.lines)
        if kind is None and self._is_signature(block, place):
            return "credit"
        if kind is None:
            return self._by_name(block, named, place)
        return kind if self._fits(block, kind, place) else None

    def _may_be(self, block: Block) -> bool:
        if block.role == "removed":
            return block.reason == "credit" and block.index > self.last.index
        if block.role not in (None, "body", "heading", "byline", "dek"):
            return False
        return block.link_share <= MAX_LINK_SHARE or (block.role is None and block.text.count(" ") >= 4)

    def _fits(self, block: Block, kind: str, place: Place) -> bool:
        if block.role in ("byline", "dek"):
            return kind in ("ai", "affiliate", "sponsored") and place.zone != "body"
        if block.link_share > MAX_LINK_SHARE and kind not in ("affiliate", "licence"):
            return False
        if kind == "source" and _is_bare_label(block, self) and not self.site_wide[block.node]:
            return block.index - self.last.index <= LIST_BLOCKS
        far = block.index - self.last.index > FOOT_BLOCKS * 3 or not place.home
        if (
            kind in ("licence", "opinion", "other", "source", "credit", "interest", "sponsored")
            and place.zone == "foot"
            and (far or self.site_wide[block.node])
        ):
            return False
        if kind in ("opinion", "licence", "affiliate", "ai"):
            noise = self.lines.classify(block.text, self.language, "removed")
            return noise is None or noise.reason != "comments"
        return True

    def _is_signature(self, block: Block, place: Place) -> bool:
        """Agencies and initials alone under the last paragraph: "SDA/sep", "(dpa)"."""
        if block.role not in (None, "body") or place.zone == "head" or not _may_sign(block.text):
            return False
        if place.zone == "body" and not place.last:
            return False
        return place.zone != "foot" or block.index - self.last.index <= (8 if self.is_home(block) else 3)

    def _by_name(self, block: Block, named: str | None, place: Place) -> str | None:
        """A short text under a class name that says its kind."""
        fits = named and place.zone == "foot" and place.home and 25 < len(block.text) < 600
        return named if fits and block.link_share < 0.5 and not self.site_wide[block.node] else None

    def place(self, block: Block, named: bool) -> Place | None:
        zone: Zone = "head"
        if block.index > self.last.index:
            zone = "foot"
        elif block.index >= self.first.index:
            zone = "body"
        if self.outside[block.node]:
            return None
        near_title = self.title is not None and abs(block.index - self.title.index) <= 6
        label = zone != "foot" and near_title and block.link_share < 0.5 and self._is_label(block)
        inner = block.inner.split()
        styled = named or bool(_APART.match(block.text)) or any(t in _STYLE_WORDS for t in inner)
        styled = styled or (block.role is None and zone == "body")
        near = zone == "foot" and block.index - self.last.index <= 3
        home = zone != "foot" or near or self.is_home(block)
        return Place(
            zone, styled, id(block) in self.edges or near, label, id(block) in self.lasts, id(block) in self.lates, home
        )

    def _is_label(self, block: Block) -> bool:
        as_ad = self.lines.classify(block.text, self.language, "removed")
        return as_ad is None or as_ad.reason != "ad" or as_ad.how != "line" or self.sponsored


def _homes(core: Node | None, last: Block) -> set[Node]:
    """The article's containers: around its main container, and from its last paragraph up to the `<article>`."""
    homes: set[Node] = set()
    for node in last.node.ancestors():
        if node.tag == "body":
            break
        if node.tag in ("article", "main"):
            homes.add(node)
            break
    walker = core
    for _ in range(3):
        if walker is not None and walker.tag not in ("body", "html"):
            homes.add(walker)
            walker = walker.parent
    return homes


def _language(draft: Draft) -> str | None:
    value = draft.value("language")
    return value if isinstance(value, str) else None


def _is_text(block: Block) -> bool:
    return block.kind == "text" and not block.hidden


def _may_sign(text: str) -> bool:
    """True where agencies and initials stand alone: "SDA/sep", "(dpa)"."""
    if len(text) > MAX_SIGNATURE_CHARS:
        return False
    words = _LETTERS.findall(text.casefold())
    agency = bool(words) and len(words) < 6 and words[0] in SIGNING_AGENCIES
    return (agency and _SIGNATURE.search(text) is not None) or _INITIALS.match(text) is not None


class _Inherited(dict[Node, bool]):
    """Node → what the nearest element around it that says anything says, itself first; False where none does."""

    def __init__(self, says: Callable[[Node], bool | None]) -> None:
        super().__init__()
        self.says = says

    def __missing__(self, node: Node) -> bool:
        chain: list[Node] = []
        walker: Node | None = node
        found: bool | None = None
        while walker is not None:
            found = self.get(walker)
            if found is None:
                chain.append(walker)
                found = self.says(walker)
            if found is not None:
                break
            walker = walker.parent
        self.update(dict.fromkeys(chain, bool(found)))
        return bool(found)


class _SiteWide(dict[Node, bool]):
    """Node → whether it stands inside the site's own footer, header or cookie box, not the article's."""

    def __init__(self) -> None:
        super().__init__()
        self.own = _Inherited(lambda node: True if _is_own(node) else None)
        self.wide = _Inherited(lambda node: True if _is_wide(node) else None)

    def __missing__(self, node: Node) -> bool:
        found = self[node] = self.wide[node] and not self.own[node]
        return found


def _is_own(node: Node) -> bool:
    if node.tag == "article":
        return True
    return node.tag != "body" and any(part in node.names for part in _OWN_PARTS)


def _is_wide(node: Node) -> bool:
    return node.tag in ("nav", "footer") or "footer" in node.names or "cookie" in node.names


def _named_kind(block: Block) -> str | None:
    """The kind that the class names of the block, its parent or grandparent speak for; "" for any; None for none."""
    node: Node | None = block.node
    for _ in range(3):
        if node is None or node.tag in ("article", "main", "body"):
            return None
        if node.names:
            for part, kind in _NAME_KINDS:
                if part in node.names:
                    return kind
        node = node.parent
    return None


def _give(draft: Draft, block: Block, kind: str) -> None:
    draft.give(block, "disclosure", kind)
    if kind == "ai":
        _claim_author(draft, block)


def _follow(draft: Draft, block: Block, kind: str, view: _View) -> None:
    """A bare label takes the block after it along; a label of sources takes its list."""
    if len(block.text) > MAX_HEAD_CHARS or kind == "credit" or not _is_bare_label(block, view):
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


def _is_inside(block: Block, home: Node | None) -> bool:
    near = block.node.within("details")
    return home is not None and (
        any(n is home for n in block.node.ancestors()) or (near is not None and near.tag == "details")
    )


def _is_bare_label(block: Block, view: _View) -> bool:
    whole = any(m.how == "line" for m in view.lines.find(block.text, view.language, "disclosure"))
    return block.text.rstrip().endswith((":", "：")) or (
        whole and block.text.count(" ") < 4 and not block.text.endswith(".")
    )


def _split_off(draft: Draft, block: Block, view: _View) -> None:
    """A notice glued to a paragraph's end becomes a disclosure of its own; the paragraph keeps the rest."""
    text = block.text
    if len(text) < 80:
        return
    cuts = [m.end() for m in _SENTENCE.finditer(text)][-5:]
    for cut, end in pairwise([*cuts, len(text)]):
        tail = text[cut:].strip()
        if len(tail) < MIN_CLAIM_CHARS or len(tail) > MAX_GLUED_SHARE * len(text):
            continue
        if not view.lines.find(text[cut:end].strip(), view.language, "disclosure"):
            continue  # what does not begin with a notice is none
        kind = _glued_kind(tail, view.language, view.lines)
        if kind:
            second = draft.split(block, cut)
            second.tag = block.tag
            _give(draft, second, kind)
            return


def _glued_kind(tail: str, language: str | None, lines: PageLines) -> str | None:
    """The kind of a sentence that ends a paragraph; it must be a notice by its own words, and wholly one."""
    kind = find_notice(tail, language, Place("body"), lines)
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
    if found is None or not looks_like_name(found.group(1)):
        return
    name = found.group(1)
    site = draft.value("site_name")
    if isinstance(site, str) and contained_share(name, site) == 1.0:
        return
    draft.claim(Claim("authors", (Author(name),), "dom", "", block.text, 0.45))
