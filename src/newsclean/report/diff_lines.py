"""A difference as lines for a terminal: what changed, by field and section, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.difference import Change, DocumentDiff, Run
from ..text.spaces import clean_line
from .lines import Line

CONTEXT_CHARS = 60
"""Of words that did not change, this much is shown on each side of a change."""
STYLES = {"removed": "red strike", "added": "green", "same": "", "moved": "yellow", "changed": ""}
SIGNS = {"removed": "−", "added": "+", "changed": "~", "moved": "↕", "same": " "}


def difference_lines(difference: DocumentDiff, *, marks: bool) -> Iterator[Line]:
    """The changes alone; marks: whether [-…-] and {+…+} say what a colour would."""
    if difference.same:
        return
    for change in difference.fields:
        yield [(f"{change.what}: ", "bold"), *_words(change, marks)]
    for section in difference.sections:
        if not section.changed:
            continue
        yield []
        yield _heading(section.heading, marks)
        yield from (_block(change, marks) for change in section.blocks if change.kind != "same")
    changed = [change for change in difference.disclosures if change.kind != "same"]
    if changed:
        yield []
        yield [("Disclosures", "bold")]
        yield from (_block(change, marks, name=True) for change in changed)
    yield []
    gone, come = difference.words_removed, difference.words_added
    yield [(f"{gone} word{'' if gone == 1 else 's'} removed, {come} added in the text", "dim")]


def _heading(change: Change | None, marks: bool) -> Line:
    if change is None:
        return [("Before the first heading", "bold")]
    if change.kind == "same":
        return [(clean_line(change.after), "bold")]
    return [(f"{SIGNS[change.kind]} ", "bold"), *_words(change, marks)]


def _block(change: Change, marks: bool, *, name: bool = False) -> Line:
    what = f"{change.what}: " if name or change.what != "paragraph" else ""
    return [(f"  {SIGNS[change.kind]} ", STYLES[change.kind].split(" ")[0]), (what, "dim"), *_words(change, marks)]


def _words(change: Change, marks: bool) -> Iterable[tuple[str, str]]:
    if change.kind != "changed":
        text = change.before if change.kind == "removed" else change.after
        return [_piece(change.kind, _clean(text), marks)]
    last = len(change.runs) - 1
    return [_run(run, number == 0, number == last, marks) for number, run in enumerate(change.runs)]


def _run(run: Run, first: bool, last: bool, marks: bool) -> tuple[str, str]:
    text = _clean(run.text)
    if run.kind == "same":
        text = _shortened(text, keep_start=not first, keep_end=not last)
    return _piece(run.kind, text, marks)


def _piece(kind: str, text: str, marks: bool) -> tuple[str, str]:
    if marks and kind in ("removed", "added"):
        text = f"[-{text}-]" if kind == "removed" else f"{{+{text}+}}"
    return text, STYLES[kind]


def _shortened(text: str, *, keep_start: bool, keep_end: bool) -> str:
    """The ends of the text that touch a change; of a long text the rest is an ellipsis."""
    room = CONTEXT_CHARS * (keep_start + keep_end)
    if len(text) <= room + 1:
        return text
    # cut between words, where there are any
    start = text[:CONTEXT_CHARS].rpartition(" ")[0] or text[:CONTEXT_CHARS]
    end = text[-CONTEXT_CHARS:].partition(" ")[2] or text[-CONTEXT_CHARS:]
    return (start + " " if keep_start else "") + "…" + (" " + end if keep_end else "")


def _clean(text: str) -> str:
    """One line, its outer spaces kept, for they part it from the next run."""
    line = clean_line(text, len(text) + 1)
    if not line:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + line + (" " if text[-1].isspace() else "")
