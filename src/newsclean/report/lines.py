"""An explanation and a difference as lines for a terminal: runs of words with a style each, and the same as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.document import Provenance
from ..model.explanation import ExplainedBlock, Explanation
from ..text.spaces import clean_line
from .fields import list_fields
from .labels import label_of
from .reasons import history, rest_name, signed, sums, verdict

Line = list[tuple[str, str]]
"""Pieces of a line: words, and the style they have on a terminal that can show it ("" for none)."""

NAME_WIDTH, SCORE_WIDTH = 15, 6
INDENT = " " * (NAME_WIDTH + SCORE_WIDTH + 2)
TERMS_SHOWN = 6
TEXT_CHARS = 160
"""Of a block's text, this much stands in its line; `details` shows all."""
FULL_CHARS = 2000
RAW_CHARS = 80


def to_plain(lines: Iterable[Line]) -> str:
    """The lines without styles, each ending in a newline."""
    return "".join("".join(words for words, _ in line).rstrip() + "\n" for line in lines)


def explanation_lines(
    explanation: Explanation, *, details: bool = False, blocks: Iterable[ExplainedBlock] | None = None
) -> Iterator[Line]:
    """The whole explanation; with `blocks`, these alone, without fields and legend."""
    if blocks is not None:
        for block in blocks:
            yield from _block_lines(block, details)
        return
    document = explanation.document
    yield [(clean_line(document.title or "A page without a title"), "bold")]
    yield [(f"{document.kind.replace('_', ' ')}, confidence {document.confidence:.2f}", "dim")]
    yield []
    for block in explanation.blocks:
        yield from _block_lines(block, details)
    yield []
    yield from _field_lines(explanation)
    yield []
    yield _legend(explanation)


def _block_lines(block: ExplainedBlock, details: bool) -> Iterator[Line]:
    label = label_of(block.label)
    score = signed(block.score) if block.score is not None else ""
    words = _cut(block.text, FULL_CHARS if details else TEXT_CHARS)
    yield [
        (f"{label.name:>{NAME_WIDTH}}", label.style),
        (f"{score:>{SCORE_WIDTH}}", "dim"),
        (f"  {words}", "" if block.state == "kept" else "dim"),
    ]
    if details:
        yield from _detail_lines(block)


def _detail_lines(block: ExplainedBlock) -> Iterator[Line]:
    yield [(INDENT + clean_line(verdict(block)), "italic")]
    notes = (
        ("rule", block.rule),
        ("phrase", block.phrase),
        ("on the way", history(block.decisions)),
        ("at", block.path),
    )
    for name, value in notes:
        if value:
            yield [(f"{INDENT}{name} ", "dim"), (clean_line(value), "")]
    for made in sums(block):
        heavy = made.terms[:TERMS_SHOWN]
        terms = ", ".join(f"{signed(term.value)} {term.name}" for term in heavy)
        rest = signed(made.total - sum(term.value for term in heavy))
        others = len(made.terms) - len(heavy) + made.others
        yield [
            (f"{INDENT}{made.name.lower()} {signed(made.total)} ", "dim"),
            (clean_line(f"= {terms}, {rest} {rest_name(others)}"), ""),
        ]
    yield []


def _field_lines(explanation: Explanation) -> Iterator[Line]:
    absent: list[str] = []
    for field in list_fields(explanation.document):
        if not field.values:
            absent.append(field.name)
            continue
        yield [(f"{field.name:>{NAME_WIDTH}}", "bold"), (f"  {_cut('; '.join(field.values), FULL_CHARS)}", "")]
        if field.provenance is not None:
            pad = " " * (NAME_WIDTH + 2)
            yield [(f"{pad}from {_origin(field.provenance)}", "dim")]
            for other in field.provenance.others:
                yield [(f"{pad}not {_origin(other)}", "dim")]
    for disclosure in explanation.document.disclosures:
        yield [
            (f"{'disclosure':>{NAME_WIDTH}}", "bold"),
            (f"  {disclosure.kind}: {_cut(disclosure.text, FULL_CHARS)}", ""),
        ]
    if absent:
        yield [(f"{'not on the page':>{NAME_WIDTH}}  {', '.join(absent)}", "dim")]


def _origin(origin: Provenance) -> str:
    raw = f" “{_cut(origin.raw, RAW_CHARS)}”" if origin.raw else ""
    return clean_line(f"{origin.source} {origin.path}") + f"{raw} ({origin.confidence:.2f})"


def _legend(explanation: Explanation) -> Line:
    line: Line = [(f"{len(explanation.blocks)} blocks: ", "dim")]
    for name, count in explanation.counts().items():
        label = label_of(name)
        line.append((f"{count} {label.name.lower()}", label.style))
        line.append((", ", "dim"))
    return line[:-1]


def _cut(text: str, chars: int) -> str:
    line = clean_line(text, chars + 1)
    return line if len(line) <= chars else line[: chars - 1] + "…"
