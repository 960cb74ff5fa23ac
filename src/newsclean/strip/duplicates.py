"""Further copies of what the document has: of title, dek, and any paragraph, word for word or nearly.

Teasers, responsive copies, pull quotes, "in brief" boxes. What may be said twice stays: short lines, refrains, labels
of an interview, items of a list.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

from ..model.draft import Block, Draft
from ..text.scripts import WIDE
from ..text.similarity import Likeness, find_all_words, likeness_of, squeeze
from .byline_copies import mark_byline_copies

MIN_LETTERS = 34
"""A line of fewer letters may be said twice (on labelled pages, of body lines that stand twice the legitimate ones were
shorter but for refrains)."""
MIN_LETTERS_WIDE = 24
"""The same where a letter is a syllable or a word (Chinese, Japanese, Korean)."""
NEAR_SHARE = 0.85
"""Share of a text's four-word runs that another has too, from which on it is its copy: on labelled pages no two
different paragraphs of an article share more than 0.6, changed copies share 0.87 and more."""
LINE_SIMILARITY = 0.9
"""The same for title and dek, over words: a word changed or a quote mark."""
MIN_SIZE, MAX_SIZE = 0.25, 1.35
"""Of a title's or dek's length, what a copy of it, cut or trimmed, may have (and four characters more)."""
NEAR_CHARS = 100
"""A shorter text must stand in the other word for word: tables and recipes have lines that differ in one number."""
REFRAIN_TIMES = 3
"""What stands there so often is meant to."""
MIN_RUNS = 5
MAX_NEAR_CHARS = 1_000_000
"""A longer text is a book: only word for word copies are looked for in it, within the time that LIMITS allows a page."""

MAX_DATELINE_CHARS = 80
"""What may stand before a dek that the first paragraph says again: place, day, agency, name."""

_DATELINE = re.compile(r"(?:[^\W\d_a-z]{3,}|[\u3040-\u9fff]{2,})\b[^!?]*[.:)）—–-]\s*")
_LIST_TAGS = frozenset(("li", "td", "th", "dd", "dt"))
_OPEN = (None, "body", "heading", "kicker", "caption")

Run = tuple[str, str, str, str] | str
"""Four words in a row."""
RUN_WORDS = 4
T = TypeVar("T", str, Run)


def mark_duplicates(draft: Draft) -> None:
    """Copies → `duplicate_title`, `duplicate_dek`, `duplicate_block`; the first in the article stays."""
    mark_byline_copies(draft)
    likeness = likeness_of(draft)
    likeness.squeeze_all(
        [b.text for b in draft.blocks if b.role in _OPEN and not b.hidden and len(b.text) >= MIN_LETTERS]
    )
    titles = [_to_line(text, likeness) for text in _texts(draft, "title")]
    deks = [_to_line(text, likeness) for text in _texts(draft, "dek")]
    points = {b.text for b in draft.blocks if b.role == "dek" and b.node.within("li") is not None}
    leads = [dek for dek in deks if dek.text not in points]  # a key point may be a heading's text: that stays
    sizes = [line.size for line in (*titles, *deks)] or [0]
    low, high = MIN_SIZE * min(sizes), MAX_SIZE * max(sizes) + MAX_DATELINE_CHARS
    for block in draft.blocks:
        if block.role not in _OPEN or not low <= len(block.text) <= high or block.kind != "text" or block.hidden:
            continue
        if _is_copy_of_one(block.text, titles, likeness):
            draft.remove(block, "duplicate_title")
            continue
        lines = leads if block.role == "heading" else deks
        if lines and (_is_copy_of_one(block.text, lines, likeness) or _is_after_dateline(block.text, lines)):
            draft.remove(block, "duplicate_dek")
    _mark_paragraphs(draft, likeness)


class _Line(NamedTuple):
    """A title or dek of which copies are looked for: its length, what a copy's may be, the least of a nearly equal one's."""

    text: str
    size: int
    least: float
    most: float
    nearly: float
    first: str


def _to_line(text: str, likeness: Likeness) -> _Line:
    size = len(text)
    return _Line(text, size, MIN_SIZE * size, MAX_SIZE * size + 4, 0.8 * size, likeness.squeeze(text)[:1])


def _texts(draft: Draft, role: str) -> list[str]:
    texts = [b.text for b in draft.blocks if b.role == role]
    value = draft.value(role)
    if isinstance(value, str):
        texts.extend(value.split("\n"))
        if "\n" in value:
            texts.append(value.replace("\n", " "))
    return [t for t in dict.fromkeys(texts) if len(t) > 3]


def _is_copy_of_one(text: str, lines: list[_Line], likeness: Likeness) -> bool:
    own = len(text)
    for line in lines:
        if not line.least <= own <= line.most:
            continue
        # lines that do not begin with the same letter are not the same
        if likeness.squeeze(text)[:1] == line.first and likeness.same_line(text, line.text):
            return True
        long = own > 24 and line.nearly <= own
        if long and likeness.similarity(text, line.text, LINE_SIMILARITY) >= LINE_SIMILARITY:
            return True
    return False


def _is_after_dateline(text: str, deks: list[_Line]) -> bool:
    """True where the text is a dek behind a dateline ("GAZA, 4 Jan (Reuters). …"), and no more."""
    own = len(text)
    for dek in deks:
        fits = dek.size > MIN_LETTERS and 0 < own - dek.size <= MAX_DATELINE_CHARS
        if fits and text.endswith(dek.text) and _DATELINE.fullmatch(text[: own - dek.size]) is not None:
            return True
    return False


def _mark_paragraphs(draft: Draft, likeness: Likeness) -> None:
    texts = [b for b in draft.blocks if b.kind == "text" and not b.hidden]
    body = [b for b in texts if b.role == "body"]
    keys = {b.index: likeness.squeeze(b.text) for b in body}
    times = Counter(keys.values())
    kept: set[str] = set()
    for block in body:
        key = keys[block.index]
        if key in kept and times[key] < REFRAIN_TIMES and block.tag not in _LIST_TAGS:
            draft.remove(block, "duplicate_block")
        elif len(key) >= MIN_LETTERS or (len(key) >= MIN_LETTERS_WIDE and WIDE.search(block.text)):
            kept.add(key)
    _mark_near(draft, [b for b in body if b.role == "body" and b.tag not in _LIST_TAGS], likeness)
    for block in texts:
        if block.role is None and len(block.text) >= MIN_LETTERS and likeness.squeeze(block.text) in kept:
            draft.remove(block, "duplicate_block")
    _mark_headings(draft, texts)


def _mark_headings(draft: Draft, texts: list[Block]) -> None:
    """A heading over nothing but copies in its box ("In brief") goes with them."""
    for block, after in pairwise(texts):
        if block.role == "heading" and after.reason == "duplicate_block" and after.role == "removed":
            box = block.node.parent
            inside = [b for b in texts if box is not None and box.first <= b.index < box.last and b is not block]
            if inside and all(b.role == "removed" for b in inside):
                draft.remove(block, "duplicate_block")


def _mark_near(draft: Draft, body: list[Block], likeness: Likeness) -> None:
    """Of two nearly equal texts the longer stays; a sentence that a paragraph holds whole is its pull quote."""
    if sum([len(b.text) for b in body]) > MAX_NEAR_CHARS:
        return
    words = _find_words([block.text for block in body])
    near = _find_near([each[: 1 - RUN_WORDS] for each in words])
    if not near:
        return  # as on most pages: too few words stand in two texts for one to be the other's copy
    mixed = str in set(map(type, words))
    runs = {number: _find_runs(words[number], mixed) for number in near}
    sets = {number: set(own) for number, own in runs.items()}
    others = [number for number in range(len(words)) if number not in runs]
    wanted: set[Run] = set().union(*sets.values()) if others else set()
    sets |= {number: wanted.intersection(_find_runs(words[number], mixed)) for number in others}
    shared = _find_shared(sets.values())
    near = [number for number in near if _is_near(runs[number], shared)]
    owners = _find_owners(sets, shared.intersection(chain.from_iterable([runs[number] for number in near])))
    for number in near:
        own = runs[number]
        held = [run for run in own if run in owners]
        counts = Counter(other for run in held for other in owners[run][:8] if other != number)
        if not counts:
            continue
        other, common = counts.most_common(1)[0]
        length = len(words[other]) - RUN_WORDS + 1
        later = len(own) == length and number > other
        if common < NEAR_SHARE * len(own) or body[other].role != "body" or not (len(own) < length or later):
            continue
        if len(body[number].text) >= NEAR_CHARS or likeness.squeeze(body[number].text) in likeness.squeeze(
            body[other].text
        ):
            draft.remove(body[number], "duplicate_block")


def _find_runs(words: Sequence[str], mixed: bool) -> Collection[Run]:
    """The runs of a text's words.

    mixed: whether texts of the page are strings of single characters; a run of such is one string, in all of its texts.
    """
    if isinstance(words, str):
        return [words[at : at + RUN_WORDS] for at in range(len(words) - RUN_WORDS + 1)]
    runs = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return [text if len(text := "".join(run)) == RUN_WORDS else run for run in runs] if mixed else runs


def _find_near(parts: list[Sequence[str]]) -> list[int]:
    """The numbers of the texts of whose words, those that runs begin with, others have as many as of a copy's."""
    shared = _find_shared(map(set, parts))
    return [number for number, own in enumerate(parts) if len(own) >= MIN_RUNS and _is_near(own, shared)]


def _is_near(own: Collection[T], shared: set[T]) -> bool:
    return sum(map(shared.__contains__, own)) >= NEAR_SHARE * len(own)


def _find_shared(sets: Iterable[set[T]]) -> set[T]:
    """What stands in more than one of the sets."""
    seen: set[T] = set()
    shared: set[T] = set()
    for own in sets:
        shared |= seen & own
        seen |= own
    return shared


def _find_owners(sets: dict[int, set[Run]], wanted: set[Run]) -> dict[Run, list[int]]:
    """The numbers of the texts that have each of some runs."""
    owners: dict[Run, list[int]] = defaultdict(list)
    for number in sorted(sets) if wanted else ():
        for run in wanted & sets[number]:
            owners[run].append(number)
    return owners


def _find_words(texts: list[str]) -> list[Sequence[str]]:
    """The words of each text; its characters where they are not parted, as one string."""
    wide = {text for text in texts if not text.isascii() and WIDE.search(text)}
    words = iter(find_all_words([text for text in texts if text not in wide]))
    return [squeeze(text) if text in wide else next(words) for text in texts]
