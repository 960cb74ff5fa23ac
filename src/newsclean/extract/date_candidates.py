"""The dates that a page tells of its article: in metadata, in the article's own lines, in its address.

Each is a candidate with a weight; `dates.py` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from ..lexicon import dates as words
from ..model.draft import Block, Draft, Node, Source
from ..model.hosts import find_host, find_path
from ..text.date_tokens import Order
from ..text.dates import ParsedDate, find_dates, order_of, parse_date, parse_iso
from ..text.similarity import squeeze
from .places import Span, name_words, path_of

BLOCKS_BEFORE = 12
BLOCKS_AFTER = 30
BLOCKS_BEHIND = 20
MAX_LINE_CHARS = 250
"""A longer block tells a story; the dates in it are the story's."""
MAX_META_CHARS = 400
"""The same where the element is named as what is said about the article ("This entry was posted on …")."""
MAX_OPENING_CHARS = 60
"""How far into a paragraph a date may still be its dateline."""
MAX_LABEL_CHARS = 40
MAX_REST_WORDS = 3
"""A line with so many words beside its date is no date line any more."""
OF_THIS_TITLE = 0.6
"""Weight of a line anywhere that says when the article of this title was posted."""
LABELLED = 0.15
"""What a word such as "Published" beside a date adds."""
FIRST_WEB_YEAR = 1991
IN_ARTICLE = 0.4
"""Weight of a date that stands among the article's paragraphs or in an attribute alone; only where there is no other."""

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
    "weather calendar archive ticker promo newsletter card listing recirc feed reply "
    "reference references reflist citation citations footnote footnotes bibliography".split()
)
_LABEL_WORDS = (
    frozenset(w for phrase in (*words.PUBLISHED_WORDS, *words.MODIFIED_WORDS) for w in phrase.strip(":").split())
    | words.DAY_WORDS
    | words.CLOCK_WORDS
    | words.RELATIVE_WORDS
)
"""What may stand beside a date in a line of nothing else."""
_ENDINGS = tuple(f" {phrase}" for phrase in words.UNTIL_WORDS)
_PICTURE_NAMES = frozenset(("caption", "captions", "figcaption"))
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
_DIGIT = re.compile(r"\d")


_STAMPS = (
    "datetime",
    "title",
    "content",
    "data-published",
    "data-datetime",
    "data-date",
    "data-time",
    "data-timestamp",
)
"""Attributes in which elements keep a date for scripts."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date with what speaks for it.

    hinted: only the name of its element says that it is the last change. clear: a line of its own below the headline,
    whose element says that it is a date.
    """

    date: ParsedDate
    weight: float
    source: Source
    path: str
    raw: str
    modified: bool = False
    hinted: bool = False
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How dates of this page are read."""

    language: str | None
    now: datetime
    order: Order


def reading_of(draft: Draft) -> Reading:
    """The language, the clock and the order of numbers that the page's dates are read with."""
    language = draft.language
    host = find_host(draft.url)
    country = host.rsplit(".", 1)[-1] if "." in host else ""
    country = country if len(country) == 2 else "us" if country in ("com", "gov", "edu", "mil") else ""
    return Reading(language, draft.now or datetime.now(UTC), order_of(language, country, words))


def _parse(text: str, reading: Reading) -> ParsedDate | None:
    found = parse_date(text, words, reading.language, reading.now, reading.order)
    return found if found is not None and found.precision != "month" else None


def find_claimed(draft: Draft, reading: Reading) -> Iterator[Candidate]:
    """The dates that metadata claims."""
    for name in ("published", "modified"):
        for claim in draft.claims.get(name, ())[:20]:
            if isinstance(claim.value, str) and (found := _parse(claim.value[:100], reading)):
                yield Candidate(
                    found, claim.confidence, claim.source, claim.path, claim.raw or claim.value, name == "modified"
                )


def find_from_url(draft: Draft, reading: Reading) -> Iterator[Candidate]:
    """The day that the address names ("/2026/03/04/")."""
    for url in (draft.url, draft.value("canonical_url")):
        if not isinstance(url, str):
            continue
        path = find_path(url)
        found = _URL_DATE.search(path) or _URL_DAY_FIRST.search(path)
        if found:
            y, m, d = found.groups() if len(found[1]) == 4 else found.groups()[::-1]
            parsed = parse_iso(f"{y}-{int(m):02}-{int(d):02}", reading.now)
            if parsed is not None:
                yield Candidate(parsed, 0.6, "url", "url", found[0].strip("/_.-"))
                return


def find_printed(draft: Draft, span: Span, reading: Reading) -> Iterator[Candidate]:
    """Dates of the article's head, then of its end."""
    start = span.start
    end = min(span.first + 3, start + 60) if span.first > start else start + BLOCKS_AFTER
    for block in draft.blocks[max(0, start - BLOCKS_BEFORE) : end]:
        distance = abs(block.index - start)
        inside = 0.15 if 0 <= span.first <= block.index else 0.0
        for candidate in _of_block(draft, block, 0.72 - min(distance, 20) * 0.008 - inside, reading):
            yield replace(candidate, clear=candidate.clear and block.index > start)
    if span.last >= 0:
        for block in draft.blocks[max(end, span.last) : span.last + BLOCKS_BEHIND]:
            yield from _of_block(draft, block, 0.5 - (block.index - span.last) * 0.01, reading)


def find_inside(draft: Draft, span: Span, reading: Reading) -> list[Candidate]:
    """Dates between the article's paragraphs, where its head and its end show none.

    Labelled ones ("Published on …") and those of time elements; else the only date line: several are a chronicle.
    """
    labelled: list[Candidate] = []
    lines: list[Candidate] = []
    for block in draft.blocks[span.first : span.last + 1] if span.last >= 0 else ():
        text = block.text[:MAX_OPENING_CHARS]
        if block.kind != "text" or block.hidden or not any(map(str.isdigit, text)):
            continue
        labelled += _stamped(block, reading)
        for found in _dates_in(text, reading)[:1]:
            label = _label_before(text, found) or _label_in_front(draft, block)
            candidate = Candidate(found, IN_ARTICLE, "dom", path_of(block), text, label == "modified")
            if label and found.start <= MAX_LABEL_CHARS:
                labelled.append(candidate)
            elif _is_line(block.text, [found]):
                lines.append(candidate)
    return labelled or (lines if len(lines) == 1 else [])


def _stamped(block: Block, reading: Reading) -> list[Candidate]:
    """The stamps of time elements in a line that is no part of the text, nor a teaser's or a comment's."""
    values = [value for _, _, kind, value in block.spans if kind == "time" and value]
    if not values or block.role is not None or not _BAD_NAMES.isdisjoint(name_words(block.node, 4)):
        return []
    stamps = [(parse_iso(value, reading.now), value) for value in values]
    return [Candidate(s, IN_ARTICLE, "dom", path_of(block), value) for s, value in stamps if s is not None]


def find_anywhere(draft: Draft, reading: Reading) -> list[Candidate]:
    """Dates of elements that are named like dates, or that a word labels, where the article shows none."""
    found: list[Candidate] = []
    title = squeeze(str(draft.value("title") or ""))
    for block in draft.blocks:
        if block.kind != "text" or block.hidden or len(block.text) > MAX_LINE_CHARS:
            continue
        named = len(block.text) <= 80 and not _NAMES.isdisjoint(name_words(block.node, 2))
        posted = block.role is None and _is_posted(block.text, reading)
        if named or posted:
            ours = posted and len(title) > MAX_REST_WORDS and title in squeeze(block.text)
            found += _of_block(draft, block, OF_THIS_TITLE if ours else IN_ARTICLE, reading)
            if len(found) >= 5:
                break
    return found


def _is_before_web(found: ParsedDate, named: bool) -> bool:
    """Whether a day that nothing calls the article's is from before there were web pages: a birthday, an anniversary."""
    return not named and found.day is not None and found.day.year < FIRST_WEB_YEAR


def _is_posted(text: str, reading: Reading) -> bool:
    """Whether a verb behind a date says that the line is about a publication ("wurde am … gepostet")."""
    if not any(map(str.isdigit, text)) or not any(verb in text.casefold() for verb in _VERBS):
        return False
    return any(_label_after(text, found) for found in _dates_in(text, reading))


def find_marked_up(draft: Draft, reading: Reading) -> list[Candidate]:
    """The only day that elements named like dates keep in an attribute, where the page shows none.

    hAtom has an empty `<span class="updated" title="2013-04-04T18:52:11+00:00">`, others `<div data-published="…">`.
    """
    if draft.root is None:
        return []
    found: dict[date, Candidate] = {}
    for element in draft.root.iter("time", "span", "abbr", "div", "p"):
        words_of = set(_WORD.findall((element.get("class") or "")[:200].lower()))
        if words_of.isdisjoint(_NAMES) or not _BAD_NAMES.isdisjoint(words_of | _words_above(element)):
            continue
        for name in _STAMPS:
            stamped = parse_iso((element.get(name) or "")[:40], reading.now)
            if stamped is not None and stamped.day is not None:
                path = f"{element.tag}.{(element.get('class') or '').split(' ')[0]}[{name}]"
                found.setdefault(stamped.day, Candidate(stamped, IN_ARTICLE, "dom", path, element.get(name)))
    return list(found.values()) if len(found) == 1 else []


def _words_above(element: Any) -> set[str]:
    """The words in the classes and ids of the elements around an element, six at most."""
    found: set[str] = set()
    for _ in range(6):
        element = element.getparent()
        if element is None or element.tag in ("body", "html"):
            break
        found.update(_WORD.findall(f"{element.get('class') or ''} {element.get('id') or ''}"[:300].lower()))
    return found


def _of_block(draft: Draft, block: Block, weight: float, reading: Reading) -> Iterator[Candidate]:
    """The dates that a block shows or marks up; a line of nothing else is removed as `dateline_only`."""
    if not (_is_legible(block) and ((values := _marked_up(block)) or _DIGIT.search(block.text))):
        return
    if block.role == "body" and _is_line(block.text, _dates_in(block.text[:MAX_LINE_CHARS], reading)):
        draft.take(block)  # a date line above the first paragraph, or below the last, that scored as text
    longest = MAX_LINE_CHARS if _META_NAMES.isdisjoint(name_words(block.node, 2)) else MAX_META_CHARS
    if block.role in ("body", "heading", "title", "dek") or len(block.text) > longest:
        yield from _of_prose(block, weight - 0.2, reading)
        return
    text = block.spaced()
    dates = _dates_in(text, reading)
    is_line = _is_line(text, dates)
    if not values and (not dates or (not is_line and _is_of_picture(block))):
        return
    if block.role is None and is_line:
        draft.remove(block, "dateline_only")
    names = name_words(block.node, 4)
    in_names = not _NAMES.isdisjoint(names)
    penalty = 0.3 if not _BAD_NAMES.isdisjoint(names) or block.node.within("a") is not None else 0.0
    if len(text) > 60 and not in_names and not is_line and not (dates and not dates[0].start):
        penalty += 0.15
    front = _label_in_front(draft, block) if is_line or not dates else ""
    hinted = in_names and not _MODIFIED_NAMES.isdisjoint(name_words(block.node, 1)) and "published" not in names
    weight += 0.06 if values or in_names else 0.0
    if hinted and len(dates) > 1 and any(_label_before(text, d) == "modified" for d in dates):
        hinted = False  # the line tells itself which of its dates is the last change
    clear = is_line and not penalty and bool(values or in_names)
    dates = [d for d in dates if not _is_before_web(d, in_names or bool(front or _label_before(text, d)))]
    yield from _shown(block, text, dates, weight - penalty, (front, hinted, clear))
    for value in values:
        stamped = parse_iso(value, reading.now) or _parse(value[:100], reading)
        if stamped is not None:
            one = len(values) == 1 and len(dates) <= 1
            said = (_label_before(text, None) if one else "") or front
            changed = said == "modified" or (hinted and said != "published")
            yield Candidate(
                stamped, weight + 0.02 - penalty, "dom", path_of(block), value, changed, hinted and not said
            )


def _marked_up(block: Block) -> list[str]:
    """The values of the `<time>` elements in a block and around it."""
    return [value for _, _, kind, value in block.spans if kind == "time" and value] + _time_above(block.node)


def _is_legible(block: Block) -> bool:
    """A text that a reader sees, not a picture's."""
    return block.kind == "text" and not block.hidden and block.role != "caption"


def _is_of_picture(block: Block) -> bool:
    """Whether its element is named a caption: a date there says when the picture was taken."""
    return not name_words(block.node, 2).isdisjoint(_PICTURE_NAMES)


def _label_in_front(draft: Draft, block: Block) -> str:
    """What the short text before a date alone says of it: `<dt>Mise en ligne</dt><dd>23 mai 2019</dd>`."""
    for index in range(block.index - 1, max(-1, block.index - 3), -1):
        before = draft.blocks[index]
        if before.kind == "text" and before.text:
            near = before.role in (None, "body", "removed", "heading") and len(before.text) <= MAX_LABEL_CHARS
            near = near and "by" not in before.text.casefold().split()  # "Edited by ANN LEE" dates nothing
            return _label_before(before.text, None) if near else ""
    return ""


def _dates_in(text: str, reading: Reading) -> list[ParsedDate]:
    """The days and moments in a text, but for those on which something ends."""
    found = find_dates(text, words, reading.language, reading.now, reading.order)
    return [d for d in found if d.precision != "month" and not _is_end(text, d)]


def _is_end(text: str, found: ParsedDate) -> bool:
    """Whether the word right before a date says that something lasts until then ("Verfügbar bis 06.05.2024")."""
    before = f" {text[max(0, found.start - MAX_LABEL_CHARS) : found.start].casefold().rstrip()}"
    return before.endswith(_ENDINGS)


def _shown(
    block: Block, text: str, dates: list[ParsedDate], weight: float, said: tuple[str, bool, bool]
) -> Iterator[Candidate]:
    """A candidate for each date; `said`: what the line in front and the element's name say of them."""
    front, hinted, clear = said
    for found in dates:
        label = _label_before(text, found) or _label_after(text, found) or front
        value = weight + (LABELLED if label == "published" else 0.0)
        changed = label == "modified" or (hinted and label != "published")
        yield Candidate(found, value, "dom", path_of(block), block.text[:100], changed, hinted and not label, clear)


def _of_prose(block: Block, weight: float, reading: Reading) -> Iterator[Candidate]:
    """A date that opens a paragraph or a headline ("27.1.2022 – The strike …", "Published on 16.08.2019")."""
    text = block.text[:MAX_OPENING_CHARS]
    for found in _dates_in(text, reading)[:1]:
        label = _label_before(text, found)
        if label or _is_line(block.text, [found]) or _opens(text, found, block.role):
            yield Candidate(found, weight, "dom", path_of(block), text, label == "modified")


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
    for name, phrases in (("modified", words.MODIFIED_WORDS), ("published", words.PUBLISHED_WORDS)) if before else ():
        for phrase in filter(before.__contains__, phrases):
            place = before.rfind(phrase)
            if place > at:
                best, at = name, place
    return best


def _label_after(text: str, found: ParsedDate) -> str:
    """Returns "published" where a verb behind the date says so ("wurde am … veröffentlicht")."""
    after = text[found.end : found.end + MAX_LABEL_CHARS].casefold()
    return "published" if any(verb in after for verb in _VERBS) else ""


def words_beside(text: str, dates: list[ParsedDate]) -> list[str]:
    """The words of a text, in small letters, that are neither in its dates nor labels of dates."""
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    return [w for w in _WORD.findall(rest.casefold()) if w not in _LABEL_WORDS]


def _is_line(text: str, dates: list[ParsedDate]) -> bool:
    """True if nothing but dates and their labels stands in the text."""
    if not dates:
        return False
    left = words_beside(text, dates)
    return len(left) <= MAX_REST_WORDS and sum(map(len, left)) <= 24
