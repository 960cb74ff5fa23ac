"""The words of sections as plain text: what `Document.text` is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .document import Box, Code, DocumentBlock, Embed, ListBlock, ListItem, Paragraph, Quote, Section, Table


def to_plain_text(sections: Iterable[Section]) -> str:
    """Headings and block texts, a blank line between; list items and table rows one a line, cells by a tab."""
    parts: list[str] = []
    for section in sections:
        if section.heading:
            parts.append(section.heading)
        parts.extend(block_texts(section.blocks))
    return "\n\n".join(parts)


def block_texts(blocks: Iterable[DocumentBlock]) -> Iterator[str]:
    """The text of each block that has any; images have none, an embed the words of its post, a box gives its title and its blocks."""
    for block in blocks:
        if isinstance(block, Box):
            if block.title:
                yield block.title
            yield from block_texts(block.blocks)
            continue
        text = _block_text(block)
        if text:
            yield text


def item_lines(block: ListBlock) -> Iterator[tuple[int, ListItem]]:
    """Each item of a list and of the lists nested in it, in reading order, with its depth from 0."""
    stack: list[tuple[int, Iterator[ListItem]]] = [(0, iter(block.items))]
    while stack:
        depth, items = stack[-1]
        item = next(items, None)
        if item is None:
            stack.pop()
            continue
        yield depth, item
        if item.children is not None:
            stack.append((depth + 1, iter(item.children.items)))


def _block_text(block: DocumentBlock) -> str:
    if isinstance(block, Embed):
        return block.text or ""
    if isinstance(block, Paragraph | Quote | Code):
        return block.text
    if isinstance(block, ListBlock):
        return "\n".join(item.text for _, item in item_lines(block) if item.text)
    if isinstance(block, Table):
        rows = (block.header, *block.rows)
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows if any(row))
    return ""
