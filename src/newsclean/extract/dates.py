"""When the article was published and last changed.

Candidates come from metadata, from the article's own head and end, and from the address; never from teasers, comments,
scripts or the footer. Candidates that name the same day strengthen each other; the one that says most is taken.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from ..model.draft import Claim, Draft
from ..text.dates import ParsedDate
from .date_candidates import (
    Candidate,
    Reading,
    find_anywhere,
    find_claimed,
    find_from_url,
    find_inside,
    find_marked_up,
    find_printed,
    reading_of,
)
from .places import Span, article_span

AGREEMENT = 0.12
"""What each further kind of source adds that names the same day."""
MAX_ZONE_QUARTERS = 56
"""Zones lie at most 14 hours from UTC: 56 quarters."""
MIN_SCORE = 0.3
CLEAR_WEIGHT = 0.6
"""Weight from which a printed date stands right below the headline."""
CLEAR = 0.3
"""What a clearly printed day is worth more (two kinds of metadata outweigh it)."""
ON_THE_HOUR = 0.5
"""Weight that a printed day needs where metadata has a full hour in UTC: midnight where the page is."""
FIRST_HOUR_OF_NEXT_DAY = 10
"""From this hour of UTC on it is tomorrow somewhere (UTC+14)."""
LAST_HOUR_OF_DAY_BEFORE = 12
"""Until this hour of UTC it is yesterday somewhere (UTC-12)."""


def mark_dates(draft: Draft) -> None:
    """Claim `published` and `modified`; lines that hold nothing but a date get the reason `dateline_only`."""
    reading = reading_of(draft)
    span = article_span(draft)
    candidates = [*find_claimed(draft, reading), *find_printed(draft, span, reading), *find_from_url(draft, reading)]
    if not any(c.weight > MIN_SCORE for c in candidates if not c.modified):
        candidates += _find_elsewhere(draft, span, reading, candidates)
    published = _choose(_prefer_clear(candidates))
    if published is None:
        # hAtom names the only date of an entry "updated" too
        published = _choose([replace(c, modified=False) for c in candidates if c.hinted])
    published = _printed_day(published, candidates)
    changed = [c for c in candidates if c.modified and (published is None or _not_before(c, published))]
    modified = _choose(changed)
    for name, chosen in (("published", published), ("modified", modified)):
        draft.claims[name] = [c for c in draft.claims.get(name, ()) if c.confidence < 0.95]
        if chosen is None:
            draft.claims[f"refused_{name}"] = draft.claims.pop(name)
        else:
            draft.claim(Claim(name, chosen.date.iso, chosen.source, chosen.path, chosen.raw, 0.96))


def _find_elsewhere(draft: Draft, span: Span, reading: Reading, known: list[Candidate]) -> list[Candidate]:
    """What is left where neither metadata nor the article's head and end tell a day."""
    found = find_inside(draft, span, reading)
    if any(not c.modified for c in found) or any(c.hinted for c in known):
        return found
    return found + (find_anywhere(draft, reading) or find_marked_up(draft, reading))


def _prefer_clear(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates for the day of publication; one that the page prints clearly is worth more than what it claims.

    Not where the claimed day is the day before or after (another zone, tomorrow's paper), where the printed day is that
    of the last change, or where two days are printed so.
    """
    published = [c for c in candidates if not c.modified]
    days = {c.date.day for c in published if c.clear and c.weight >= CLEAR_WEIGHT}
    day = next(iter(days)) if len(days) == 1 else None
    if day is None or any(c.modified and c.date.day == day for c in candidates):
        return published
    if any(c.source != "dom" and c.date.day is not None and abs((c.date.day - day).days) == 1 for c in published):
        return published
    return [replace(c, weight=c.weight + CLEAR) if c.clear and c.date.day == day else c for c in published]


def _printed_day(chosen: Candidate | None, candidates: list[Candidate]) -> Candidate | None:
    """The day that the page prints, where metadata has the moment in UTC and that day begins or ends in between.

    The clock of the page is not known then, so the day is all that is said.
    """
    if chosen is None or chosen.source == "dom" or not chosen.date.iso.endswith("+00:00") or chosen.date.day is None:
        return chosen
    hour = int(chosen.date.iso[11:13])
    least = ON_THE_HOUR if chosen.date.iso[13:19] in (":00+00", ":00:00") else CLEAR_WEIGHT
    printed = [c for c in candidates if c.source == "dom" and not c.modified and c.weight >= least]
    for other in sorted(printed, key=lambda c: -c.weight):
        later = (other.date.day - chosen.date.day).days if other.date.day is not None else 0
        if later == 0 or other.date.precision != "day":
            return chosen
        if (later == 1 and hour >= FIRST_HOUR_OF_NEXT_DAY) or (later == -1 and hour < LAST_HOUR_OF_DAY_BEFORE):
            return replace(other, raw=f"{other.raw[:60]} ({chosen.raw})")
    return chosen


# --- the choice -------------------------------------------------------------------------------------------------------
def _choose(candidates: list[Candidate]) -> Candidate | None:
    """The candidate of the best supported day that says most about it."""
    days: dict[date, list[Candidate]] = {}
    for candidate in candidates:
        day = candidate.date.day
        if day is not None:
            days.setdefault(day, []).append(candidate)
    best: tuple[float, list[Candidate]] | None = None
    for day, group in days.items():
        kinds = {c.source for c in group}
        # neighbouring days are one day in two zones
        near = {c.source for other, g in days.items() if abs((other - day).days) == 1 for c in g}
        score = max(c.weight for c in group) + AGREEMENT * (len(kinds) - 1) + 0.5 * AGREEMENT * len(near - kinds)
        if best is None or score > best[0]:
            best = score, group
    if best is None or best[0] < MIN_SCORE:
        return None
    chosen = max(best[1], key=lambda c: (_detail(c.date) + 0.5 * c.weight, c.weight))
    return _local(chosen, candidates) or chosen


def _local(chosen: Candidate, candidates: list[Candidate]) -> Candidate | None:
    """The same moment in the page's own zone, where metadata says it in UTC and so on another day.

    The zone is what the page prints, or what stands between its clock and UTC.
    """
    if not chosen.date.iso.endswith("+00:00"):
        return None
    moment = datetime.fromisoformat(chosen.date.iso)
    for other in candidates:
        if len(other.date.iso) < 16 or other.date.day == chosen.date.day or other.modified != chosen.modified:
            continue
        clock = datetime.fromisoformat(other.date.iso)
        if clock.tzinfo is not None:
            if other.source == "dom" and abs((clock - moment).total_seconds()) < 3600:
                return other
            continue
        quarters = round((clock - moment.replace(tzinfo=None)).total_seconds() / 900)
        apart = abs((clock - moment.replace(tzinfo=None)).total_seconds() - quarters * 900)
        if 0 < abs(quarters) <= MAX_ZONE_QUARTERS and apart < 60:
            zoned = moment.astimezone(timezone(timedelta(minutes=15 * quarters)))
            iso = zoned.isoformat(timespec="seconds" if chosen.date.precision == "second" else "minutes")
            return replace(chosen, date=replace(chosen.date, iso=iso), raw=f"{chosen.raw} ({other.raw[:60]})")
    return None


def _detail(found: ParsedDate) -> float:
    zoned = len(found.iso) > 16 and ("+" in found.iso[16:] or "-" in found.iso[16:])
    return {"month": -1.0, "day": 0.0, "minute": 0.5, "second": 0.55}[found.precision] + (0.3 if zoned else 0.0)


def _not_before(changed: Candidate, published: Candidate) -> bool:
    a, b = changed.date.day, published.date.day
    return a is not None and b is not None and a >= b
