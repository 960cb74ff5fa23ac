"""A line → the kind of disclosure it is, from its phrases, where it stands, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..lexicon.match import Match, PageLines
from ..lexicon.this_text import speaks_of_itself

Zone = Literal["head", "body", "foot"]

MAX_CHARS: Mapping[str, int] = {
    "ai": 600, "sponsored": 500, "affiliate": 800, "syndication": 420, "credit": 320, "correction": 900, "update": 500,
    "interest": 700, "opinion": 800, "licence": 700, "source": 400, "other": 450,
}  # fmt: skip
"""A longer text is prose that speaks of the matter (longest notices seen of each kind, rounded up)."""

_LONGEST = max(MAX_CHARS.values())

PRIORITY = (
    "ai", "affiliate", "correction", "syndication", "sponsored", "opinion", "interest", "update", "licence", "credit",
    "source", "other",
)  # fmt: skip
"""Where phrases of two kinds stand in a notice, the rarer kind says more."""

OPENER_CHARS = 28
"""A phrase that begins within so many characters opens the line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: before, in or after the article's text, and how it is set.

    styled: set apart from the paragraphs (all italic, in brackets, starred, a class that says so).
    edge: among the first or last paragraphs of the article.
    label: right at the headline, without links.
    last: among the last two paragraphs; late: among the last six.
    home: in the article's own container, not elsewhere on the page.
    """

    zone: Zone
    styled: bool = False
    edge: bool = False
    label: bool = False
    last: bool = False
    late: bool = False
    home: bool = True


def find_notice(text: str, language: str | None, place: Place, lines: PageLines | None = None) -> str | None:
    """The kind of disclosure that the line is, or None.

    lines: the page's, where they are known.

    >>> find_notice("This article was translated automatically.", "en", Place("foot"))
    'ai'
    """
    if not text or len(text) > _LONGEST:
        return None
    matches = (lines or PageLines()).find(text, language, "disclosure")
    if not matches:
        return None
    itself = speaks_of_itself(text)
    kinds: dict[str, list[Match]] = {}
    for match in matches:
        if len(text) <= MAX_CHARS[match.reason]:
            kinds.setdefault(match.reason, []).append(match)
    found = [k for k in PRIORITY if k in kinds and _holds(k, kinds[k], itself, place, text)]
    if "affiliate" in found and "ai" in found:
        found.remove("ai")
    if "correction" in found or not found:
        return "correction" if found else None
    whole = next((k for k in found if any(m.how == "line" for m in kinds[k])), None)
    return whole or found[0]


def _holds(kind: str, matches: list[Match], itself: bool, place: Place, text: str) -> bool:
    hows: set[str] = {m.how for m in matches}
    rule = _RULES[kind]
    return rule(hows, itself, place, text)


def _is_opening(hows: set[str]) -> bool:
    return "line" in hows or "opener" in hows


def _ai(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    return _is_opening(hows) or itself or (place.styled and len(text) < 200)


def _sponsored(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if "line" in hows:
        return place.label and len(text) > 8
    return (itself or place.styled) and (place.zone != "body" or place.styled or place.edge)


def _affiliate(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    return itself or place.styled or place.zone != "body" or len(text) < 200


def _syndication(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone == "body" and not (place.edge or place.styled):
        return False
    return _is_opening(hows) or itself or (place.zone == "foot" and len(text) < 120) or place.styled


def _credit(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone == "foot":
        return place.home and (hows != {"line"} or place.edge or len(text) > 12)
    if place.zone == "head":
        return False
    return len(text) < 260 and (place.last or (place.styled and place.edge) or (place.late and _is_opening(hows)))


def _correction(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if hows == {"line"} and place.zone == "body" and not place.edge:
        return False
    return (
        _is_opening(hows) and (itself or place.styled or place.edge or place.zone != "body" or ":" in text[:40])
    ) or itself


def _update(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if _is_opening(hows):
        return place.zone == "foot" or place.styled or place.edge
    return itself and (place.zone != "body" or place.styled or place.edge)


def _interest(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone == "body" and not (place.last or place.styled):
        return False
    return _is_opening(hows) or itself or place.styled


def _opinion(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    return place.zone != "body" or place.styled or (place.last and itself)


def _licence(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone == "head":
        return itself
    if place.zone == "foot":
        return place.home
    return place.last or (place.edge and _is_opening(hows))


def _source(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone == "foot":
        return "line" in hows or (place.home and (_is_opening(hows) or "closer" in hows or itself))
    return place.zone == "body" and _is_opening(hows) and (place.last or (place.late and len(text) < 60))


def _other(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    return place.zone != "body" or place.styled or place.last


_RULES = {
    "ai": _ai, "sponsored": _sponsored, "affiliate": _affiliate, "syndication": _syndication, "credit": _credit,
    "correction": _correction, "update": _update, "interest": _interest, "opinion": _opinion, "licence": _licence,
    "source": _source, "other": _other,
}  # fmt: skip
