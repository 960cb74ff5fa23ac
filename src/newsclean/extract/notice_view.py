"""The article's extent, and where a block stands to it that may be a notice."""

from __future__ import annotations

import re

from ..lexicon.match import Match, lines_of
from ..model.draft import Block, Draft, Inherited, Node
from .notice_places import MAX_HOME_BLOCKS, NamedKinds, SiteWide, find_homes, find_lists
from .notices import Place, Zone
from .stated_notices import ADVERTISER_TYPES

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
MAX_STYLED_LINK_SHARE = 0.3
"""Among the article's paragraphs, a line without role that has more link text than this is a teaser."""
MAX_HEAD_CHARS = 45
"""A label of a notice whose text follows in the next block."""

_REFERENCE = re.compile(r"^\[(\d{1,2})\]\s")
_APART = re.compile(r"^[(\[*†‡—–•※（【\-]")
_STYLE_WORDS = frozenset(("em", "i", "small"))
_OUTSIDE = frozenset(("nav", "form", "figure", "figcaption", "button", "select"))
_WIDE_TAGS = frozenset(("body", "html", "main", "#root"))


class View:
    """The article's extent, and what it says of a block's place."""

    def __init__(self, draft: Draft, body: list[Block]) -> None:
        self.draft = draft
        self.language = draft.language
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
        self.after = {id(b): n for n, b in enumerate(filter(is_text, draft.blocks[self.last.index + 1 :]), 1)}
        self.lists = find_lists(draft, self.last.index)
        self.references = _find_references(body)
        self.site_wide = SiteWide()
        homes |= self._source_boxes()
        self.in_homes = Inherited(lambda node: True if node in homes else None)
        self.in_wide_homes = Inherited(lambda node: True if node in wide_homes else None)
        self.sponsored = draft.value("ld_type") in ADVERTISER_TYPES
        self.splits = 0

    def candidates(self) -> list[Block]:
        """The visible texts that may be notices: from a few above the headline to those below the article."""
        blocks = self.draft.blocks
        start = (self.title or self.first).index
        found = [b for b in blocks[: start + 1] if is_text(b)][-HEAD_BLOCKS:]
        found += [b for b in blocks[start + 1 : self.last.index + 1] if is_text(b)]
        after = [b for b in blocks[self.last.index + 1 :] if is_text(b)]
        return found + after[:FOOT_BLOCKS] + [b for b in after[FOOT_BLOCKS:] if len(b.text) > 60 or self.is_home(b)]

    def _source_boxes(self) -> set[Node]:
        """The boxes near the article's end that a label of sources stands in: what else they say is about the article."""
        near = self.draft.blocks[self.last.index + 1 : self.last.index + LIST_BLOCKS]
        labels = [b for b in near if len(b.text) <= MAX_HEAD_CHARS and is_text(b) and (found := self.notices(b))
                  and any(m.reason == "source" and m.how == "line" for m in found) and not self.site_wide[b.node]]  # fmt: skip
        return {b.node.parent for b in labels if b.node.parent is not None and b.node.parent.tag not in _WIDE_TAGS}

    def notices(self, block: Block) -> list[Match]:
        """The phrases of notices in the block."""
        return self.lines.find(block.text, self.language, "disclosure")

    def is_home(self, block: Block) -> bool:
        """In the article's own container, not elsewhere on the page."""
        node = block.node
        home = self.in_homes[node] or (self.after.get(id(block), 0) <= MAX_HOME_BLOCKS and self.in_wide_homes[node])
        return home and not self.site_wide[node]

    def is_at_end(self, block: Block) -> bool:
        """The last paragraph, one right below it, or one that was taken for the dek: where a notice may be in any words."""
        last = id(block) in self.lasts and block.role == "body"
        below = block.role is None and 0 < self.after.get(id(block), 0) <= NEAR_BLOCKS and self.is_home(block)
        return last or below or block.role == "dek"

    def goes_on(self, block: Block) -> bool:
        """The paragraph after the last one, left out of the body for the notice in it."""
        return (
            block.role is None and block.tag == self.last.tag and 0 < self.after.get(id(block), 0) <= 2
            and self.is_beside_body(block)
        )  # fmt: skip

    def is_own(self, block: Block) -> bool:
        """Inside an `<article>`, among its paragraphs, or named as its rights."""
        if any("print-footer" in node.names for node in block.node.ancestors()):
            return False  # what the site sets below each page that is printed
        own = block.node.within("article") is not None or self.named.find(block) == "licence"
        return own or self.is_beside_body(block)

    def is_beside_body(self, block: Block) -> bool:
        """Among the paragraphs themselves, as no footer of a site is."""
        return block.node.parent is self.last.node.parent or self.last.node in (block.node, block.node.parent)

    def place(self, block: Block, named: bool) -> Place | None:
        """How the block stands to the article; None where no notice stands. named: whether its element is named for one."""
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


def is_text(block: Block) -> bool:
    """Whether the block is a visible text."""
    return block.kind == "text" and not block.hidden
