"""Lines that the site says on its other pages, too: known from a `SiteProfile`, never without one."""

from __future__ import annotations

from ..model.draft import Block, Draft
from ..model.site_profile import SiteProfile

FACT = "site_profile"
"""Where the profile of the page's site is put among `draft.facts`."""
MAX_BODY_SHARE = 0.5
"""Where more of the body's words than this repeat, the profile knows this very article from other addresses: no line
of the body is then taken."""
_OPEN = (None, "body", "heading")


def mark_boilerplate(draft: Draft) -> None:
    """Body lines, headings and lines without a role that the site repeats → `boilerplate`.

    A repeated heading above text of the article's own is a rubric ("What we know"), and stays.
    """
    profile = draft.facts.get(FACT)
    if not isinstance(profile, SiteProfile):
        return
    texts = [b for b in draft.blocks if b.kind == "text" and not b.hidden and b.role in _OPEN]
    repeated = {b.index for b in texts if profile.repeats(b.text)}
    body = [b for b in texts if b.role in ("body", "heading")]
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


def _share(body: list[Block], repeated: set[int]) -> float:
    total = sum(len(b.text) for b in body)
    return sum(len(b.text) for b in body if b.index in repeated) / total if total else 0.0
