"""Links and emphasis over a text as spans that nest: what HTML and Markdown can both say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsclean.model.document import Link, Mark

from .safe_url import safe_url

# Outermost first. Code is innermost: nothing inside it is markup in Markdown.
NESTING = ("link", "strong", "em", "del", "mark", "sub", "sup", "code")


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` is of a kind of `NESTING`; of two spans, one holds the other or they are apart."""

    start: int
    end: int
    kind: str
    url: str = ""


def nested_spans(length: int, links: Sequence[Link], marks: Sequence[Mark]) -> list[Span]:
    """Spans in order of their start, outer before inner; links and marks that cross are cut where they do.

    length: of the text, in characters. Links whose address is not safe are left out.
    """
    if not links and not marks:
        return []
    ranges = {kind: _joined(length, [(m.start, m.end) for m in marks if m.kind == kind]) for kind in NESTING[1:]}
    taken = _apart(length, links)
    edges = sorted({e for spans in (*ranges.values(), [t[:2] for t in taken]) for span in spans for e in span})
    events: dict[int, list[tuple[str, str, bool]]] = {edge: [] for edge in edges}
    for start, end, url in taken:
        events[start].append(("link", url, True))
        events[end].append(("link", url, False))
    for kind, spans in ranges.items():
        for start, end in spans:
            events[start].append((kind, "", True))
            events[end].append((kind, "", False))
    return _swept(edges, events)


def _swept(edges: list[int], events: dict[int, list[tuple[str, str, bool]]]) -> list[Span]:
    active: dict[str, str] = {}
    stack: list[tuple[str, str, int]] = []
    spans: list[Span] = []
    for edge in edges:
        for kind, url, starts in sorted(events[edge], key=lambda e: e[2]):
            if starts:
                active[kind] = url
            else:
                active.pop(kind, None)
        wanted = [kind for kind in NESTING if kind in active]
        ended = {kind for kind, _, starts in events[edge] if not starts}
        keep = 0
        while keep < len(stack) and keep < len(wanted) and stack[keep][0] == wanted[keep] and wanted[keep] not in ended:
            keep += 1
        while len(stack) > keep:
            kind, url, start = stack.pop()
            spans.append(Span(start, edge, kind, url))
        stack.extend((kind, active[kind], edge) for kind in wanted[keep:])
    return sorted(spans, key=lambda s: (s.start, -s.end, NESTING.index(s.kind)))


def _joined(length: int, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The union of ranges, cut to the text, in order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        start, end = max(0, start), min(end, length)
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _apart(length: int, links: Iterable[Link]) -> list[tuple[int, int, str]]:
    """Links with safe addresses, cut to the text, the first of two that overlap."""
    apart: list[tuple[int, int, str]] = []
    for link in sorted(links, key=lambda x: (x.start, x.end)):
        start, end, url = max(0, link.start), min(link.end, length), safe_url(link.url)
        if url is not None and start < end and (not apart or start >= apart[-1][1]):
            apart.append((start, end, url))
    return apart
