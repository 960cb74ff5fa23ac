"""What the page discloses about its making: whole notices, out of the body, each with its kind.

News about AI, sponsors or corrections is none, nor is a link in a menu: a notice speaks of the text itself, or stands
apart from it at its head or foot.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..model.document import Author
from ..model.draft import Block, Claim, Draft
from ..text.names import looks_like_name
from ..text.similarity import contained_share
from .glued_notices import split_off
from .notice_followers import take_along
from .notice_kinds import find_kind
from .notice_view import View
from .stated_notices import add_stated

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
_FIELDS = ("dek", "kicker")


def mark_disclosures(draft: Draft) -> None:
    """Notices near the article → role `disclosure`, `reason` their kind; a glued one is split off its paragraph."""
    body = [b for b in draft.blocks if b.role in ("body", "heading")]
    if not body:
        return
    _mark_printed(draft, body)
    add_stated(draft)


def _mark_printed(draft: Draft, body: list[Block]) -> None:
    view = View(draft, body)
    for block in list(view.candidates()):
        if block.role == "disclosure":
            continue
        kind = find_kind(block, view)
        may_be_glued = block.role == "body" or (kind is not None and view.goes_on(block))
        if may_be_glued and (glued := split_off(draft, block, view)) is not None:
            if block.role is None:
                draft.give(block, "body")
            _give(draft, *glued)
        elif kind is not None:
            _give(draft, block, kind)
            if id(block) not in view.lists:
                take_along(draft, block, kind, view)


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
