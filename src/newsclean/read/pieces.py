"""The raw pieces of a run of text: what holds the whole of it, and where its `<br>`s part it."""

from __future__ import annotations

from bisect import bisect_right

from ..model.draft import Span

BREAK = "\x1e"
"""Stands for a `<br>` among the pieces: white space to `str.split`, and no HTML text can hold it."""

MIN_BREAK_PARAGRAPH_CHARS = 60
MIN_UNSPACED_PARAGRAPH_CHARS = 20
"""A line between single `<br>`s that is this long and ends a sentence is a paragraph (bodies typed into one `<p>`); in
scripts without spaces, which end sentences with a sign of their own, the second."""
MIN_TYPED_PARAGRAPHS, MIN_PROSE_SHARE = 4, 0.8
"""Where so many such lines hold so much of the text, the others are headings and short answers between them."""
MIN_BULLETS = 2

MAX_SPANS = 30_000
"""Links and marks beyond this are left out of a page, their words kept: four times what the page most marked holds."""

_BULLETS = frozenset("-–—•·*▪►▶✓")
_UNSPACED_END = ("。", "！", "？", "」")
_SENTENCE_END = (".", "!", "?", "…", "”", '"', "»", ":", "。", "！", "？", "”", ")", "।", "؟")


def covering_names(pieces: list[str], spans: list[Span]) -> str:
    """Tags and names of the inline elements that hold the whole text, outermost first."""
    if len(pieces) == 1:
        return " ".join([value if kind == "names" else kind for _, _, kind, value in spans])
    first, last = 0, len(pieces)
    while pieces[first].isspace():
        first += 1
    while pieces[last - 1].isspace():
        last -= 1
    if len(spans) < 3:
        covering = [span for span in spans if span[0] <= first and span[1] >= last]
        return " ".join([span[3] if span[2] == "names" else span[2] for span in covering])
    return " ".join([value if kind == "names" else kind for a, b, kind, value in spans if a <= first and b >= last])


def paragraph_ranges(pieces: list[str]) -> list[tuple[int, int]]:
    """Piece ranges of the paragraphs that `<br>`s make: two in a row always end one, a single one after a long line."""
    lines: list[tuple[int, int, int]] = []  # first piece, piece after the last, breaks before it
    first, breaks = 0, 0
    for i, piece in enumerate([*pieces, BREAK]):
        if piece is not BREAK and piece != BREAK:
            continue
        if i > first and any(p.strip() for p in pieces[first:i]):
            lines.append((first, i, breaks))
            breaks = 0
        breaks += 1
        first = i + 1
    ranges: list[tuple[int, int]] = []
    texts = [" ".join("".join(pieces[a:b]).split()) for a, b, _ in lines]
    prose = [t for t in texts if _is_paragraph(t)]
    typed = len(prose) > 1 and (
        len(prose) == len(texts)
        or (len(prose) >= MIN_TYPED_PARAGRAPHS and sum(map(len, prose)) >= MIN_PROSE_SHARE * sum(map(len, texts)))
    )
    is_list = sum(map(_is_bullet, texts)) >= MIN_BULLETS
    for (a, b, before), text in zip(lines, texts, strict=True):
        if ranges and before < 2 and not typed and not (is_list and _is_bullet(text)):
            ranges[-1] = (ranges[-1][0], b)
        else:
            ranges.append((a, b))
    return ranges


def _is_paragraph(text: str) -> bool:
    """Whether a line is as long as a paragraph and ends like one."""
    least = MIN_UNSPACED_PARAGRAPH_CHARS if text.endswith(_UNSPACED_END) else MIN_BREAK_PARAGRAPH_CHARS
    return len(text) >= least and text.endswith(_SENTENCE_END)


def _is_bullet(text: str) -> bool:
    return text[0] in _BULLETS and text[1:2] == " "


def share_out(spans: list[Span], ranges: list[tuple[int, int]]) -> list[list[Span]]:
    """For each range of pieces the spans in it, cut to it and counted from its beginning.

    >>> share_out([(0, 5, "b", ""), (4, 5, "a", "/x")], [(0, 2), (3, 5)])
    [[(0, 2, 'b', '')], [(0, 2, 'b', ''), (1, 2, 'a', '/x')]]
    """
    shared: list[list[Span]] = [[] for _ in ranges]
    ends = [last for _, last in ranges]
    left = MAX_SPANS
    for a, b, kind, value in spans:
        for at in range(bisect_right(ends, a), len(ranges)):
            first, last = ranges[at]
            if first >= b or not left:
                break
            shared[at].append((max(a, first) - first, min(b, last) - first, kind, value))
            left -= 1
    return shared
