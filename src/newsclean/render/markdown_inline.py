"""Words, links and emphasis as Markdown that any CommonMark reader gives back as the same words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from newsclean.model.document import Link, Mark

from .characters import clean, clean_line
from .inline import Span, nested_spans

# "(" behind "]" too, so that no reader that knows fewer escapes takes what stands there for a link
_SPECIAL = re.compile(r"[\\`*_\[\]<>~|#]|&(?=[#A-Za-z])|!(?=\[|$)|(?<=\])\(")
# What makes a block of a line: rules, bullets, setext underlines, table delimiters, numbers of ordered lists.
_LINE_START = re.compile(r"[-+=:]|\d{1,9}(?=[.)])")
_DELIMITERS = {"strong": "**", "em": "*", "del": "~~"}


MAX_PART_CHARS = 100_000
"""Text is escaped in parts of so much: a substitution keeps all that it puts in until its end."""


def escape_line(text: str) -> str:
    r"""The text on one line, every mark-up character escaped, also at its start.

    >>> escape_line("1. A *b* <i>")
    '1\\. A \\*b\\* \\<i\\>'
    """
    return _guard_start(_escape(clean_line(text)))


def escape_lines(text: str) -> str:
    """The text escaped, its lines kept by hard breaks."""
    return _break_lines(_escape(clean(text)))


def inline_markdown(text: str, links: Sequence[Link] = (), marks: Sequence[Mark] = ()) -> str:
    """The text escaped, its lines kept, with its safe links and the marks that Markdown can say at that place.

    Emphasis that a reader would not recognise there (inside a word beside punctuation, say) is left out.
    """
    text, links, marks = _printed(text, links, marks)
    spans = _sayable(text, nested_spans(len(text), links, marks))
    out: list[str] = []
    stack: list[Span] = []
    at = 0
    for span in [*spans, Span(len(text), len(text), "end")]:
        while stack and stack[-1].end <= span.start:
            closing = stack.pop()
            out.append(_words(text[at : closing.end], [closing]))
            out.append(f"](<{closing.url}>)" if closing.kind == "link" else _DELIMITERS.get(closing.kind, ""))
            at = closing.end
        out.append(_words(text[at : span.start], stack))
        at = span.start
        if span.kind != "end":
            out.append("[" if span.kind == "link" else _DELIMITERS.get(span.kind, ""))
            stack.append(span)
    return _break_lines("".join(out))


def _printed(text: str, links: Sequence[Link], marks: Sequence[Mark]) -> tuple[str, Sequence[Link], Sequence[Mark]]:
    """The text as it will be read, links and marks moved to their places in it: a mark must not stand on a control."""
    cleaned = clean(text)
    if cleaned == text or not (links or marks):
        return cleaned, links, marks
    places = [0, *accumulate(len(clean(c)) for c in text)]
    if places[-1] != len(cleaned):  # line ends of two characters
        return cleaned, (), ()
    last = len(text)
    return (
        cleaned,
        [Link(places[min(x.start, last)], places[min(x.end, last)], x.url) for x in links],
        [Mark(places[min(m.start, last)], places[min(m.end, last)], m.kind) for m in marks],
    )


def _words(text: str, stack: list[Span]) -> str:
    if stack and stack[-1].kind == "code" and text:
        return _code_span(text)
    return _escape(clean(text))


def _code_span(text: str) -> str:
    text = clean_line(text)
    runs = {len(run) for run in re.findall(r"`+", text)}
    fence = "`" * next(n for n in range(1, len(text) + 2) if n not in runs)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else ""


def _escape(text: str) -> str:
    if len(text) <= MAX_PART_CHARS:
        return _SPECIAL.sub(r"\\\g<0>", text)
    parts: list[str] = []
    at = 0
    while at < len(text):
        end = at + MAX_PART_CHARS
        while end < len(text) and text[end - 1] in "&!]":  # what follows decides
            end += 1
        parts.append(_SPECIAL.sub(r"\\\g<0>", text[at:end]))
        at = end
    return "".join(parts)


def _break_lines(text: str) -> str:
    lines = [line.strip() for line in text.split("\n")]
    return "\\\n".join(_guard_start(line) for line in lines if line)


def _guard_start(line: str) -> str:
    """The line with the character escaped that would make it a rule, a bullet, a number or an underline."""
    match = _LINE_START.match(line)
    if match is None:
        return line
    at = match.end() if match[0][0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def _sayable(text: str, spans: list[Span]) -> list[Span]:
    """The spans without those that Markdown cannot say where they are, spaces at the ends of marks left outside."""
    links = [s for s in spans if s.kind == "link"]
    marks = [t for s in spans if s.kind in (*_DELIMITERS, "code") for t in (_trimmed(text, s),) if t.start < t.end]
    opening = {s.start for s in links}
    closing = {s.end for s in links}
    alone = _alone(marks)
    kept: list[Span] = []
    ends: list[int] = []  # of the kept marks around the current one
    last_end = -1
    for mark in marks:
        while ends and ends[-1] <= mark.start:
            ends.pop()
        if mark.start == last_end or (ends and (mark.kind in ("code", "del") or mark.end > ends[-1])):
            continue
        if _stands(text, mark, opening, closing, mark in alone):
            kept.append(mark)
            ends.append(mark.end)
            last_end = mark.end
    return sorted([*links, *kept], key=lambda s: (s.start, -s.end, s.kind != "link"))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, span.kind, span.url)


def _alone(marks: list[Span]) -> set[Span]:
    """The marks that no other touches, holds or is inside of."""
    alone: set[Span] = set()
    reached = -1  # the furthest end of the marks before
    ordered = sorted(marks, key=lambda m: m.start)
    for number, mark in enumerate(ordered, 1):
        if reached < mark.start and (number == len(ordered) or mark.end < ordered[number].start):
            alone.add(mark)
        reached = max(reached, mark.end)
    return alone


def _stands(text: str, mark: Span, opening: set[int], closing: set[int], alone: bool) -> bool:
    """Whether both delimiters of the mark would be read as delimiters (CommonMark: left- and right-flanking)."""
    if "\n" in text[mark.start : mark.end] or (not alone and mark.kind in ("code", "del")):
        return False
    before = text[mark.start - 1] if mark.start else ""
    after = text[mark.end : mark.end + 1]
    if mark.start in opening or mark.start in closing:
        before = "["
    if mark.end in opening or mark.end in closing:
        after = "]"
    if mark.kind == "code":
        return before != "`" and after != "`"
    return _flanks(before, text[mark.start], alone) and _flanks(after, text[mark.end - 1], alone)


def _flanks(outer: str, inner: str, alone: bool) -> bool:
    if not outer or outer.isspace():
        return True
    if not inner.isalnum():
        return False
    return unicodedata.category(outer)[0] == "P" or (alone and outer.isalnum())
