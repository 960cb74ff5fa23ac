"""Blocks with the roles body and heading → sections of paragraphs, lists, quotes, tables, boxes, images and embeds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..extract.tables import MAX_CELL_CHARS, find_table
from ..model.document import (
    Box,
    Code,
    DocumentBlock,
    Embed,
    Image,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Section,
)
from ..model.draft import Block, Draft, Node
from ..read.inline import links_and_marks
from .set_apart import find_set_apart

MAX_ITEM_BLOCKS = 3
"""An item of more text blocks than this is no list item but an entry (live blogs, listicles): its blocks stand alone."""

MAX_QUOTE_SHARE = 0.5
"""A block quote that holds more of the body than this is a layout."""


def to_sections(draft: Draft) -> tuple[Section, ...]:
    """The sections in page order; each heading owns what follows it."""
    members = _members(draft)
    shaper = _Shaper(draft, members)
    sections: list[Section] = []
    heading: str | None = None
    level = 0
    run: list[Block] = []
    for block in members:
        if block.role == "heading" and not shaper.is_in_box(block):
            sections.append(Section(tuple(shaper.blocks(run)), heading, level))
            heading, level, run = block.text, max(2, min(6, block.level or 2)), []
        else:
            run.append(block)
    sections.append(Section(tuple(shaper.blocks(run)), heading, level))
    return tuple(s for s in sections if s.blocks or s.heading)


def _members(draft: Draft) -> list[Block]:
    """Body and heading blocks, and the images and embeds that stand among them."""
    images: dict[int, Image] = draft.facts.get("images", {})
    embeds: dict[int, Embed] = draft.facts.get("embeds", {})
    texts = [b.index for b in draft.blocks if b.role in ("body", "heading")]
    if not texts:
        return []
    first, last = texts[0], texts[-1]
    return [
        b
        for b in draft.blocks
        if b.role in ("body", "heading") or (first < b.index <= last + 1 and (b.index in images or b.index in embeds))
    ]


class _Shaper:
    """Groups the blocks of one section by the element that holds them together."""

    def __init__(self, draft: Draft, members: list[Block]) -> None:
        self.draft = draft
        self.images: dict[int, Image] = draft.facts.get("images", {})
        self.embeds: dict[int, Embed] = draft.facts.get("embeds", {})
        self.layout = _layout_quotes(members) | _layout_tables(members)
        self.apart = find_set_apart(members)
        self.homes: dict[tuple[Node, Node | None], tuple[str, Node] | None] = {}

    def is_in_box(self, block: Block) -> bool:
        """Whether a box holds the block, so that it opens no section."""
        return bool(self.apart) and any(self.apart.get(node) == "box" for node in block.node.ancestors())

    def blocks(self, run: list[Block], inside: Node | None = None) -> Iterator[DocumentBlock]:
        """What the blocks make, in their order; `inside`: the box that holds them all."""
        for home, group in groupby(run, key=lambda block: self._home(block, inside)):
            members = list(group)
            if home is None:
                for block in members:
                    yield from self._single(block)
            else:
                yield from self._grouped(home[0], home[1], members)

    def _home(self, block: Block, inside: Node | None) -> tuple[str, Node] | None:
        """What an outermost list, quote, table or box below `inside` makes of the block."""
        key = (block.node, inside)
        if key not in self.homes:
            self.homes[key] = self._find_home(block.node, inside)
        home = self.homes[key]
        stands_alone = block.index in self.images or block.index in self.embeds
        return None if stands_alone and home is not None and home[0] != "box" else home

    def _find_home(self, node: Node, inside: Node | None) -> tuple[str, Node] | None:
        found: tuple[str, Node] | None = None
        in_item = False
        for ancestor in node.ancestors():
            if ancestor is inside:
                break
            tag = ancestor.tag
            apart = self.apart.get(ancestor)
            if apart == "pull" or (apart == "box" and inside is None):  # the parts of a box are named like it
                found = (apart, ancestor)
            elif tag == "li":
                in_item = True
            elif tag in ("ul", "ol") and in_item:
                found = ("list", ancestor)
            elif tag == "blockquote" and ancestor not in self.layout:
                found = ("quote", ancestor)
            elif tag == "table" and ancestor not in self.layout:
                found = ("table", ancestor)
        return found

    def _grouped(self, kind: str, node: Node, members: list[Block]) -> Iterator[DocumentBlock]:
        made: DocumentBlock | None
        if kind == "list":
            made = self._list(node, members)
        elif kind == "table":
            made = find_table(members, node)
        elif kind == "box":
            made = self._box(node, members)
        else:
            made = _quote(members, pull=kind == "pull")
        if made is not None:
            yield made
            return
        for block in members:
            yield from self._single(block)

    def _single(self, block: Block) -> Iterator[DocumentBlock]:
        if block.index in self.images:
            yield self.images[block.index]
        elif block.index in self.embeds:
            yield self.embeds[block.index]
        elif block.tag == "pre" and "code" in block.inner.split(" "):
            yield Code("".join(block.pieces).strip("\n"))
        else:
            links, marks = links_and_marks(block, self.draft.base_url)
            yield Paragraph(block.text, links, marks)

    def _box(self, node: Node, members: list[Block]) -> Box:
        title = members[0].text if members[0].role == "heading" else None
        return Box(tuple(self.blocks(members[1:] if title else members, node)), title)

    def _list(self, home: Node, members: list[Block]) -> ListBlock | None:
        items: list[tuple[Node, int, list[Block]]] = []
        for block in members:
            item = block.node.within("li") or block.node
            if items and items[-1][0] is item:
                items[-1][2].append(block)
            else:
                items.append((item, _list_depth(item, home), [block]))
        if any(len(blocks) > MAX_ITEM_BLOCKS for _, _, blocks in items):
            return None
        return self._nested(home, items, 0)[0]

    def _nested(self, home: Node, items: list[tuple[Node, int, list[Block]]], at: int) -> tuple[ListBlock, int]:
        depth = items[at][1]
        made: list[ListItem] = []
        while at < len(items) and items[at][1] >= depth:
            if items[at][1] > depth and made:
                children, at = self._nested(home, items, at)
                last = made[-1]
                made[-1] = ListItem(last.text, last.links, last.marks, children)
                continue
            made.append(self._item(items[at][2]))
            at += 1
        node = items[at - 1][0].within("ol", "ul") or home
        return ListBlock(node.tag == "ol", tuple(made)), at

    def _item(self, blocks: list[Block]) -> ListItem:
        text = ""
        links: list[Link] = []
        marks: list[Mark] = []
        for block in blocks:
            shift = len(text) + 1 if text else 0
            text = f"{text} {block.text}" if text else block.text
            found_links, found_marks = links_and_marks(block, self.draft.base_url)
            links += [Link(x.start + shift, x.end + shift, x.url) for x in found_links]
            marks += [Mark(x.start + shift, x.end + shift, x.kind) for x in found_marks]
        return ListItem(text, tuple(links), tuple(marks))


def _list_depth(node: Node, home: Node) -> int:
    depth = 0
    for ancestor in node.ancestors():
        if ancestor is home:
            break
        depth += ancestor.tag in ("ul", "ol")
    return depth


def _layout_quotes(members: list[Block]) -> set[Node]:
    total = sum(len(b.text) for b in members) or 1
    held: dict[Node, int] = {}
    for block in members:
        quote = block.node.within("blockquote")
        if quote is not None:
            held[quote] = held.get(quote, 0) + len(block.text)
    return {node for node, size in held.items() if size > MAX_QUOTE_SHARE * total}


def _layout_tables(members: list[Block]) -> set[Node]:
    """Tables that hold prose, headings or another table: they lay the page out, what stands in them is on its own."""
    layout: set[Node] = set()
    for block in members:
        nearest = block.node.within("table")
        if nearest is None:
            continue
        if len(block.text) > MAX_CELL_CHARS or block.level:
            layout.add(nearest)
        layout.update(node for node in nearest.ancestors() if node.tag == "table" and node is not nearest)
    return layout


def _quote(members: list[Block], *, pull: bool) -> Quote:
    cite = None
    if len(members) > 1 and (members[-1].tag in ("footer", "cite") or "cite" in members[-1].inner.split(" ")):
        cite = members[-1].text.lstrip("—–- ")
        members = members[:-1]
    return Quote("\n".join(b.text for b in members), cite, pull)
