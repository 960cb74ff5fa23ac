"""Key points below the headline: short lists, an overview of the headings, paragraphs that have a class of their own."""

from __future__ import annotations

from itertools import takewhile

from ..model.draft import Block, Draft, Node
from ..text.similarity import likeness_of, squeeze

MAX_POINTS = 8
MAX_OPENING = 4
"""So many paragraphs in a class of their own are key points at most; more are the first part of the text."""
MIN_SAME_LETTERS = 60
"""So many letters of the page's description tell that the paragraphs say the same."""
MIN_HEADINGS = 2
"""Items of an overview that are headings of the article: so many, and half of them, at least."""
HEADING_SHARE = 0.8
"""Share of its words that a heading has in the item, or the item in the heading."""
MAX_LABEL_CHARS = 80


def find_list(draft: Draft, node: Node) -> list[int]:
    """The items of a short list of which one is the dek's."""
    points = [b.index for b in _texts(draft, node.first, node.last) if b.role in (None, "body")]
    return points if 1 < len(points) <= MAX_POINTS else []


def find_overview(draft: Draft, body: list[Block]) -> list[int]:
    """A list that opens the text and names the article's headings, with its label; the text says it all again."""
    node = body[0].node.within("ul", "ol") if body else None
    if node is None:
        return []
    points = find_list(draft, node)
    headings = [b.text for b in draft.blocks[node.last :] if b.role == "heading"]
    share = likeness_of(draft).contained_share

    def is_heading(item: str) -> bool:
        return any(max(share(item, h, HEADING_SHARE), share(h, item, HEADING_SHARE)) >= HEADING_SHARE for h in headings)

    known = sum(is_heading(draft.blocks[i].text) for i in points)
    if known < max(MIN_HEADINGS, len(points) / 2):
        return []
    label = next(iter(reversed(_texts(draft, 0, node.first))), None)
    is_label = label is not None and label.role in ("heading", "body") and len(label.text) <= MAX_LABEL_CHARS
    return [label.index, *points] if label is not None and is_label else points


def find_opening(draft: Draft, body: list[Block], descriptions: list[str]) -> list[int]:
    """Two or more paragraphs that open the text in a class of their own and are what the page's description says."""
    first = body[0].node if body else None
    if first is None or not first.names:
        return []
    run = list(takewhile(lambda b: _is_alike(b.node, first) and b.node.parent is first.parent, body))
    alike = sum(_is_alike(b.node, first) for b in draft.blocks if b.kind == "text")
    if not 2 <= len(run) <= MAX_OPENING or len(run) == len(body) or alike > len(run):
        return []
    said = squeeze("".join([b.text for b in run]))[:MIN_SAME_LETTERS]
    known = len(said) == MIN_SAME_LETTERS and any(squeeze(d).startswith(said) for d in descriptions)
    return [b.index for b in run] if known else []


def _is_alike(a: Node, b: Node) -> bool:
    return a.tag == b.tag and a.names == b.names


def _texts(draft: Draft, first: int, last: int) -> list[Block]:
    return [b for b in draft.blocks[first:last] if b.kind == "text" and not b.hidden]
