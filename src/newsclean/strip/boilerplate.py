"""Lines that the site says on its other pages, too: known from a `SiteProfile`, never without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.draft import Block, Draft

if TYPE_CHECKING:
    from ..model.site_profile import SiteProfile

FACT = "site_profile"
"""Where the profile of the page's site is put among `draft.facts`."""
MAX_BODY_SHARE = 0.5
"""Where more of the body's words than this repeat, the profile knows this very article from other addresses: no line
of the body is then taken."""
MIN_TEASER_WORDS = 8
MAX_TEASER_SHARE = 0.9
"""A sentence at the head of the body that less of the site's pages have may be this article's own dek, which the others
print as a teaser; on arena pages such deks stood on up to 0.63 of a site's pages."""
_OPEN = (None, "body", "heading")


def mark_boilerplate(draft: Draft) -> None:
    """Body lines, headings and lines without a role that the site repeats → `boilerplate`.

    A repeated heading above text of the article's own is a rubric ("What we know"), and stays; so does the article's own
    dek, though it is a teaser elsewhere.
    """
    profile: SiteProfile | None = draft.facts.get(FACT)
    if profile is None:
        return
    texts = [b for b in draft.blocks if b.kind == "text" and not b.hidden and b.role in _OPEN]
    repeated = {b.index for b in texts if profile.repeats(b.text)}
    body = [b for b in texts if b.role in ("body", "heading")]
    repeated -= _own_deks(body, repeated, profile)
    if _share(body, repeated) > MAX_BODY_SHARE:
        repeated -= {b.index for b in body}
    owns = False
    for block in reversed(texts):
        if block.role == "heading":
            if block.index in repeated and not owns:
                draft.remove(block, "boilerplate")
            owns = False
        elif block.index in repeated:
            draft.remove(block, "boilerplate")
        elif block.role == "body":
            owns = True


def _own_deks(body: list[Block], repeated: set[int], profile: SiteProfile) -> set[int]:
    """Sentences above the first paragraph that no other page has."""
    found: set[int] = set()
    for block in body:
        if block.index not in repeated:
            if block.role == "body":
                break
        elif block.text.count(" ") + 1 >= MIN_TEASER_WORDS and profile.count(block.text) < MAX_TEASER_SHARE * len(
            profile
        ):
            found.add(block.index)
    return found


def _share(body: list[Block], repeated: set[int]) -> float:
    total = sum(len(b.text) for b in body)
    return sum(len(b.text) for b in body if b.index in repeated) / total if total else 0.0
