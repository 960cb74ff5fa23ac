"""What kind of disclosure a block is: by its words and its place, by the names of its element, or as a signature."""

from __future__ import annotations

from ..model.draft import Block
from .composed_notices import compose_notice
from .glued_notices import MIN_CLAIM_CHARS
from .notice_followers import MAX_LINK_SHARE, is_bare_label
from .notice_view import FOOT_BLOCKS, LIST_BLOCKS, View
from .notices import Place, find_notice, is_bare_copyright, is_of_site, names_rights, states_rights
from .signatures import may_sign

MIN_LINKED_CHARS = 20
"""A shorter line of link text is a menu entry."""
MAX_SIGNED_CHARS = 30
"""A longer text that ends in a Chinese or Japanese full stop is no line of credits."""
SIGNATURE_BLOCKS = 12
"""A signature stands at most so many text blocks after the last paragraph."""
STYLED_BLOCKS = 60
"""In italics, below teasers in the article's own container, at most so many."""
MIN_CAPTION_CHARS = 80
"""A caption below the article's end of so many characters may be a notice set in small print."""
_ABOVE_TEXT = frozenset(("correction", "update", "opinion", "syndication", "interest"))
"""Notices that may stand where a dek does, if they say that they speak of this text."""


def find_kind(block: Block, view: View) -> str | None:
    """The kind of disclosure that the block is, or None."""
    listed = id(block) in view.lists and block.role is None and not view.site_wide[block.node]
    if listed or id(block) in view.references:
        return view.lists.get(id(block), "source")
    if not _may_be(block, view):
        return None
    named = view.named.find(block)
    ends = view.is_at_end(block)
    if not (named or ends or view.notices(block) or may_sign(block.text)):
        return None
    place = view.place(block, named is not None)
    if place is None:
        return None
    kind = find_notice(block.text, view.language, place, view.lines)
    if kind is None and (ends or place.styled):
        kind = compose_notice(block.text, view.language)
        block.rule = "a notice by its words" if kind else block.rule
    if kind is not None:
        return kind if _fits(block, kind, place, view) else None
    return "credit" if _is_signature(block, place, view) else _find_by_name(block, named, place, view)


def _may_be(block: Block, view: View) -> bool:
    if block.role == "removed":
        return block.reason == "credit" and block.index > view.last.index
    if block.role == "caption":
        return block.index > view.last.index and len(block.text) > MIN_CAPTION_CHARS
    if block.role not in (None, "body", "heading", "byline", "dek", "kicker"):
        return False
    return block.link_share <= MAX_LINK_SHARE or (block.role is None and block.text.count(" ") >= 4)


def _fits(block: Block, kind: str, place: Place, view: View) -> bool:
    if block.role == "kicker":
        return kind in ("sponsored", "ai")
    if block.role == "byline":
        return kind in ("ai", "affiliate", "sponsored") and place.zone != "body"
    if block.role == "dek":
        return kind in ("ai", "affiliate", "sponsored") or (
            kind in _ABOVE_TEXT and view.lines.speaks_of_itself(block.text)
        )
    linked = block.link_share > MAX_LINK_SHARE and view.named.find(block) != kind
    if linked and (kind not in ("affiliate", "licence") or len(block.text) < MIN_LINKED_CHARS):
        return False
    if kind == "source" and is_bare_label(block, view) and not view.site_wide[block.node]:
        return block.index - view.last.index <= LIST_BLOCKS
    far = block.index - view.last.index > FOOT_BLOCKS * 3 or not place.home
    if kind == "licence" and (fits := _fits_as_licence(block, view)) is not None:
        return fits
    if (
        kind in ("licence", "opinion", "other", "source", "credit", "interest", "sponsored")
        and place.zone == "foot"
        and (far or view.site_wide[block.node])
    ):
        return False
    noise = view.lines.classify(block.text, view.language, "removed")
    if kind in ("opinion", "licence", "affiliate", "ai"):
        return noise is None or noise.reason != "comments"
    if kind in ("source", "credit"):
        # a paragraph that its reporter opens is none
        is_told = kind == "credit" and len(block.text) > MAX_SIGNED_CHARS and block.text.endswith("。")
        return not is_told and (noise is None or noise.reason != "credit" or noise.how not in ("line", "opener"))
    return True


def _fits_as_licence(block: Block, view: View) -> bool | None:
    """False for rights in the site or in a picture, True for what is stated of the text, None where the place decides."""
    if "caption" in block.inner or (is_of_site(block.text) and not view.is_beside_body(block)):
        return False
    if states_rights(block.text):
        return True
    bare = is_bare_copyright(block.text) or (block.link_chars and block.text.startswith("©"))
    return False if bare and not view.is_own(block) else None


def _is_signature(block: Block, place: Place, view: View) -> bool:
    """Agencies and initials alone under the last paragraph: "SDA/sep", "(dpa)"."""
    if block.role not in (None, "body") or place.zone == "head" or block is view.first:
        return False  # above the text, they are the byline
    if place.zone == "body" and not place.last:
        return False
    most = (STYLED_BLOCKS if place.styled else SIGNATURE_BLOCKS) if place.home else 3
    if place.zone == "foot" and view.after.get(id(block), 0) > most:
        return False
    return may_sign(block.text)


def _find_by_name(block: Block, named: str | None, place: Place, view: View) -> str | None:
    """A short text under a class name that says its kind."""
    if not named or (named == "licence" and not names_rights(block.text)):
        return None
    near = place.zone == "foot" and place.home and 25 < len(block.text) < 600
    told = named == "ai" and block.role is None and place.zone != "head" and len(block.text) > MIN_CLAIM_CHARS
    fits = (near and block.link_share < 0.5) or told
    return named if fits and not view.site_wide[block.node] else None
