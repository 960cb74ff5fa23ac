"""When the article was published and last changed.

Candidates come from metadata, from the article's own head and end, and from the address; never from teasers, comments,
scripts or the footer. Candidates that name the same day strengthen each other; the one that says most is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import urlsplit

from ..lexicon import dates as words
from ..model.draft import Block, Claim, Draft, Node, Source
from ..text.date_tokens import Order
from ..text.dates import ParsedDate, find_dates, order_of, parse_date, parse_iso
from .places import Span, article_span, name_words, path_of

BLOCKS_BEFORE = 12
BLOCKS_AFTER = 30
BLOCKS_BEHIND = 20
MAX_LINE_CHARS = 250
"""A longer block tells a story; the dates in it are the story's."""
MAX_META_CHARS = 400
"""The same where the element is named as what is said about the article ("This entry was posted on …")."""
AGREEMENT = 0.12
"""What each further kind of source adds that names the same day."""
MAX_ZONE_QUARTERS = 56
"""Zones lie at most 14 hours from UTC: 56 quarters."""
MIN_SCORE = 0.3
MAX_OPENING_CHARS = 60
"""How far into a paragraph a date may still be its dateline."""
MAX_LABEL_CHARS = 40
MAX_REST_WORDS = 3
"""A line with so many words beside its date is no date line any more."""

_URL_DATE = re.compile(
    r"(?:^|[/_.-])((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2]|(?<=/)[1-9](?=/))[/_.-]?(0[1-9]|[12]\d|3[01]|(?<=/)[1-9](?=[/_.-]))(?=[/_.-]|$|[a-z])"
)
_URL_DAY_FIRST = re.compile(r"[/_-](0[1-9]|[12]\d|3[01])[_-](0[1-9]|1[0-2])[_-](20\d\d)(?=[/_.-]|$)")
_NAMES = frozenset(
    "date time published publish pubdate datetime timestamp dateline posted updated modified created "
    "datum fecha data".split()
)
_MODIFIED_NAMES = frozenset(
    "updated update modified lastmod dateupdated datemodified changed aktualisiert maj upd".split()
)
_BAD_NAMES = frozenset(
    "comment comments related teaser recommended sidebar copyright trending popular latest next more nav "
    "menu breadcrumb event events "
    "weather calendar archive ticker promo newsletter card listing recirc feed reply".split()
)
_LABEL_WORDS = (
    frozenset(w for phrase in (*words.PUBLISHED_WORDS, *words.MODIFIED_WORDS) for w in phrase.strip(":").split())
    | words.DAY_WORDS
    | words.CLOCK_WORDS
    | words.RELATIVE_WORDS
)
_META_NAMES = frozenset("meta metadata postmetadata postmeta info footer date published details".split())
_VERBS = (
    "veröffentlicht",
    "geschrieben",
    "gepostet",
    "erstellt",
    "published",
    "posted",
    "publié",
    "publicado",
    "pubblicato",
    "опубликовано",
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Candidate:
    date: ParsedDate
    weight: float
    source: Source
    path: str
    raw: str
    modified: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """How dates of this page are read."""

    language: str | None
    now: datetime
    order: Order


def mark_dates(draft: Draft) -> None:
    """Claim `published` and `modified`; lines that hold nothing but a date get the reason `dateline_only`."""
    reading = _reading(draft)
    span = article_span(draft)
    candidates = [*_claimed(draft, reading), *_printed(draft, span, reading), *_from_url(draft, reading)]
    if not any(not c.modified and c.weight > MIN_SCORE for c in candidates):
        candidates += _anywhere(draft, span, reading)
    published = _choose([c for c in candidates if not c.modified])
    changed = [c for c in candidates if c.modified and (published is None or _not_before(c, published))]
    modified = _choose(changed)
    for name, chosen in (("published", published), ("modified", modified)):
        draft.claims[name] = [c for c in draft.claims.get(name, ()) if c.confidence < 0.95]
        if chosen is None:
            draft.claims[f"refused_{name}"] = draft.claims.pop(name)
        else:
            draft.claim(Claim(name, chosen.date.iso, chosen.source, chosen.path, chosen.raw, 0.96))


def _reading(draft: Draft) -> _Reading:
    language = draft.value("language") or draft.language
    language = language if isinstance(language, str) else None
    host = (urlsplit(draft.url).hostname or "") if draft.url else ""
    country = host.rsplit(".", 1)[-1] if "." in host else ""
    country = country if len(country) == 2 else "us" if country in ("com", "gov", "edu", "mil") else ""
    return _Reading(language, draft.now or datetime.now(UTC), order_of(language, country, words))


def _parse(text: str, reading: _Reading) -> ParsedDate | None:
    found = parse_date(text, words, reading.language, reading.now, reading.order)
    return found if found is not None and found.precision != "month" else None


# --- candidates -------------------------------------------------------------------------------------------------------
def _claimed(draft: Draft, reading: _Reading) -> Iterator[_Candidate]:
    for name in ("published", "modified"):
        for claim in draft.claims.get(name, ())[:20]:
            if isinstance(claim.value, str) and (found := _parse(claim.value[:100], reading)):
                yield _Candidate(
                    found, claim.confidence, claim.source, claim.path, claim.raw or claim.value, name == "modified"
                )


def _from_url(draft: Draft, reading: _Reading) -> Iterator[_Candidate]:
    for url in (draft.url, draft.value("canonical_url")):
        if not isinstance(url, str):
            continue
        path = urlsplit(url[:2048]).path
        found = _URL_DATE.search(path) or _URL_DAY_FIRST.search(path)
        if found:
            y, m, d = found.groups() if len(found[1]) == 4 else found.groups()[::-1]
            parsed = parse_iso(f"{y}-{int(m):02}-{int(d):02}", reading.now)
            if parsed is not None:
                yield _Candidate(parsed, 0.6, "url", "url", found[0].strip("/_.-"))
                return


def _printed(draft: Draft, span: Span, reading: _Reading) -> Iterator[_Candidate]:
    """Dates of the article's head, then of its end."""
    start = span.start
    end = min(span.first + 3, start + 60) if span.first > start else start + BLOCKS_AFTER
    for block in draft.blocks[max(0, start - BLOCKS_BEFORE) : end]:
        distance = abs(block.index - start)
        inside = 0.15 if 0 <= span.first <= block.index else 0.0
        yield from _of_block(draft, block, 0.72 - min(distance, 20) * 0.008 - inside, reading)
    if span.last >= 0:
        for block in draft.blocks[max(end, span.last) : span.last + BLOCKS_BEHIND]:
            yield from _of_block(draft, block, 0.5 - (block.index - span.last) * 0.01, reading)


def _anywhere(draft: Draft, span: Span, reading: _Reading) -> list[_Candidate]:
    """Dates of elements that are named like dates, outside of teasers and comments, where the article shows none."""
    found: list[_Candidate] = []
    for block in draft.blocks:
        if (
            block.kind == "text"
            and not block.hidden
            and len(block.text) <= 80
            and not _NAMES.isdisjoint(name_words(block.node, 2))
        ):
            found += _of_block(draft, block, 0.4, reading)
            if len(found) >= 5:
                break
    return found


def _of_block(draft: Draft, block: Block, weight: float, reading: _Reading) -> Iterator[_Candidate]:
    """The dates that a block shows or marks up; a line of nothing else is removed as `dateline_only`."""
    if block.kind != "text" or block.hidden or block.role == "caption":
        return
    if block.role in ("body", "heading", "title", "dek"):
        yield from _of_prose(block, weight - 0.2, reading)
        return
    if len(block.text) > (MAX_LINE_CHARS if _META_NAMES.isdisjoint(name_words(block.node, 2)) else MAX_META_CHARS):
        return
    values = [value for _, _, kind, value in block.spans if kind == "time" and value]
    values += _time_above(block.node)
    has_digit = any(c.isdigit() for c in block.text)
    if not values and not has_digit:
        return
    dates = _dates_in(block.text, reading) if has_digit else []
    if block.role is None and _is_line(block.text, dates):
        draft.remove(block, "dateline_only")
    names = name_words(block.node, 4)
    in_names = not _NAMES.isdisjoint(names)
    penalty = 0.3 if not _BAD_NAMES.isdisjoint(names) or block.node.within("a") is not None else 0.0
    if len(block.text) > 60 and not in_names and not _is_line(block.text, dates) and not (dates and not dates[0].start):
        penalty += 0.15
    modified = in_names and not _MODIFIED_NAMES.isdisjoint(name_words(block.node, 1)) and "published" not in names
    weight += 0.06 if values or in_names else 0.0
    yield from _shown(block, dates, weight, penalty, modified)
    for value in values:
        stamped = parse_iso(value, reading.now) or _parse(value[:100], reading)
        if stamped is not None:
            changed = modified or (
                len(values) == 1 and len(dates) <= 1 and _label_before(block.text, None) == "modified"
            )
            yield _Candidate(stamped, weight + 0.02 - penalty, "dom", path_of(block), value, changed)


def _dates_in(text: str, reading: _Reading) -> list[ParsedDate]:
    return [d for d in find_dates(text, words, reading.language, reading.now, reading.order) if d.precision != "month"]


def _shown(
    block: Block, dates: list[ParsedDate], weight: float, penalty: float, modified: bool
) -> Iterator[_Candidate]:
    for found in dates:
        label = _label_before(block.text, found) or _label_after(block.text, found)
        value = weight - penalty + (0.08 + 0.5 * penalty if label == "published" else 0.0)
        changed = label == "modified" or (modified and label != "published")
        yield _Candidate(found, value, "dom", path_of(block), block.text[:100], changed)


def _of_prose(block: Block, weight: float, reading: _Reading) -> Iterator[_Candidate]:
    """A date that opens a paragraph or a headline ("27.1.2022 – The strike …", "Published on 16.08.2019")."""
    text = block.text[:MAX_OPENING_CHARS]
    if not any(c.isdigit() for c in text):
        return
    for found in _dates_in(text, reading)[:1]:
        label = _label_before(text, found)
        if label or _is_line(block.text, [found]) or _opens(text, found, block.role):
            yield _Candidate(found, weight, "dom", path_of(block), text, label == "modified")


def _opens(text: str, found: ParsedDate, role: str | None) -> bool:
    """Whether the date is set off from the sentence: "27.1.2022 – The strike", "Bern, (12.11.2021). The", "4 May 2023. The"."""
    ends = text[found.end : found.end + 3].strip()[:1]
    if found.start < MAX_OPENING_CHARS / 2 and (
        ends in tuple("-–—|:") or (ends == ")" and text[found.start - 1] == "(")
    ):
        return True
    if role == "heading" and found.precision in ("minute", "second"):
        return True  # a date line set as a heading ("Stars 06.11.2023 13:30 …"): stories tell no clock in theirs
    return found.start < 3 and (role == "title" or (ends == "." and found.precision == "day"))


def _time_above(node: Node) -> list[str]:
    time = node.within("time") if node.tag in ("time", "span", "div", "p") else None
    value = time.element.get("datetime") if time is not None and time.depth >= node.depth - 2 else None
    return [value] if value else []


def _label_before(text: str, found: ParsedDate | None) -> str:
    """Returns "published" or "modified" where the words right before the date say so."""
    end = found.start if found is not None else len(text)
    before = text[max(0, end - MAX_LABEL_CHARS) : end].casefold()
    best, at = "", -1
    for name, phrases in (("modified", words.MODIFIED_WORDS), ("published", words.PUBLISHED_WORDS)):
        for phrase in phrases:
            place = before.rfind(phrase)
            if place > at:
                best, at = name, place
    return best


def _label_after(text: str, found: ParsedDate) -> str:
    """Returns "published" where a verb behind the date says so ("wurde am … veröffentlicht")."""
    after = text[found.end : found.end + MAX_LABEL_CHARS].casefold()
    return "published" if any(verb in after for verb in _VERBS) else ""


def _is_line(text: str, dates: list[ParsedDate]) -> bool:
    """True if nothing but dates and their labels stands in the text."""
    if not dates:
        return False
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    left = [w for w in _WORD.findall(rest.casefold()) if w not in _LABEL_WORDS]
    return len(left) <= MAX_REST_WORDS and sum(map(len, left)) <= 24


# --- the choice -------------------------------------------------------------------------------------------------------
def _choose(candidates: list[_Candidate]) -> _Candidate | None:
    """The candidate of the best supported day that says most about it."""
    days: dict[date, list[_Candidate]] = {}
    for candidate in candidates:
        day = candidate.date.day
        if day is not None:
            days.setdefault(day, []).append(candidate)
    best: tuple[float, list[_Candidate]] | None = None
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


def _local(chosen: _Candidate, candidates: list[_Candidate]) -> _Candidate | None:
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


def _not_before(changed: _Candidate, published: _Candidate) -> bool:
    a, b = changed.date.day, published.date.day
    return a is not None and b is not None and a >= b
