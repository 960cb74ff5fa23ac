"""Two versions of a page's document → what changed, by field, section and word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..model.difference import Change, DocumentDiff, SectionDiff
from ..model.document import Author, Document, Image, Section
from ..model.plain_text import block_texts
from ..text.similarity import similarity
from ..text.word_diff import diff_sequences, diff_words

COMPARED_FIELDS = (
    "kind", "title", "kicker", "dek", "byline", "authors", "dateline", "published", "modified", "site_name", "category",
    "tags", "language", "access", "lead_image", "canonical_url",
)  # fmt: skip

MIN_SIMILARITY = 0.5
"""Of their words, two paragraphs share at least this if one is the other rewritten (Dice, 0–1)."""
LOOK_AHEAD = 8
"""So many of the new blocks are looked through for the next version of an old one, so that the work stays linear."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A heading or a block of the text, in reading order."""

    what: str
    text: str


def diff_documents(before: Document, after: Document) -> DocumentDiff:
    """What changed from `before` to `after`."""
    changes = list(_marked_moves(list(_changes(_units(before.sections), _units(after.sections)))))
    olds = [_Unit(d.kind, d.text) for d in before.disclosures]
    news = [_Unit(d.kind, d.text) for d in after.disclosures]
    return DocumentDiff(
        fields=tuple(_fields(before, after)),
        sections=tuple(_sections(changes)),
        disclosures=tuple(_changes(olds, news)),
        words_removed=sum(_count_words(c, "removed") for c in changes),
        words_added=sum(_count_words(c, "added") for c in changes),
    )


def _fields(before: Document, after: Document) -> Iterator[Change]:
    for name in COMPARED_FIELDS:
        old, new = _to_words(getattr(before, name)), _to_words(getattr(after, name))
        if old != new:
            yield _change(name, old, new)


def _to_words(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(_to_words(item) for item in value)
    if isinstance(value, Author):
        return f"{value.name} ({value.role})" if value.role else value.name
    if isinstance(value, Image):
        parts = (value.url, value.alt, value.caption, value.credit)
        return " | ".join(part for part in parts if part)
    return "" if value is None else str(value)


def _units(sections: Iterable[Section]) -> list[_Unit]:
    units: list[_Unit] = []
    for section in sections:
        if section.heading:
            units.append(_Unit("heading", section.heading))
        for block in section.blocks:
            texts = (_to_words(block),) if isinstance(block, Image) else block_texts((block,))
            units.extend(_Unit(block.type, line) for text in texts for line in text.split("\n") if line)
    return units


def _changes(old: Sequence[_Unit], new: Sequence[_Unit]) -> Iterator[Change]:
    """Every unit of both once, in the order of the new text; what is gone stands where it stood."""
    for same, (i, j, k, m) in diff_sequences(old, new):
        if same:
            yield from (Change(unit.what, "same", unit.text, unit.text) for unit in new[k:m])
        else:
            yield from _paired(old[i:j], new[k:m])


def _paired(old: Sequence[_Unit], new: Sequence[_Unit]) -> Iterator[Change]:
    at = 0
    for unit in old:
        found = _find_version(unit, new[at : at + LOOK_AHEAD])
        if found is None:
            yield Change(unit.what, "removed", before=unit.text)
            continue
        yield from (Change(added.what, "added", after=added.text) for added in new[at : at + found])
        yield _change(new[at + found].what, unit.text, new[at + found].text)
        at += found + 1
    yield from (Change(added.what, "added", after=added.text) for added in new[at:])


def _find_version(unit: _Unit, candidates: Sequence[_Unit]) -> int | None:
    """The place of the candidate most like the unit, of equals the first; None where none is alike."""
    best: tuple[float, int] | None = None
    for number, candidate in enumerate(candidates):
        if (candidate.what == "heading") == (unit.what == "heading"):
            value = similarity(unit.text, candidate.text)
            if value >= MIN_SIMILARITY and (best is None or value > best[0]):
                best = value, number
    return best[1] if best is not None else None


def _change(what: str, old: str, new: str) -> Change:
    if old == new:
        return Change(what, "same", old, new)
    if not old or not new:
        return Change(what, "removed" if old else "added", old, new)
    return Change(what, "changed", old, new, diff_words(old, new))


def _marked_moves(changes: Sequence[Change]) -> Iterator[Change]:
    """What is removed here and added there, word for word, is moved."""
    gone = {c.before for c in changes if c.kind == "removed"}
    come = {c.after for c in changes if c.kind == "added"}
    for change in changes:
        moved = (change.before or change.after) in gone & come and change.kind in ("removed", "added")
        yield replace(change, kind="moved") if moved else change


def _sections(changes: Iterable[Change]) -> Iterator[SectionDiff]:
    heading: Change | None = None
    blocks: list[Change] = []
    for change in changes:
        if change.what == "heading":
            if heading is not None or blocks:
                yield SectionDiff(heading, tuple(blocks))
            heading, blocks = change, []
        else:
            blocks.append(change)
    if heading is not None or blocks:
        yield SectionDiff(heading, tuple(blocks))


def _count_words(change: Change, side: str) -> int:
    if change.kind == "changed":
        return sum(len(_WORD.findall(run.text)) for run in change.runs if run.kind == side)
    return len(_WORD.findall(change.before if side == "removed" else change.after)) if change.kind == side else 0
