"""A document as GitHub-flavoured Markdown with YAML front matter; no word of the page can become markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsclean.model.document import (
    Box,
    Code,
    Disclosure,
    Document,
    DocumentBlock,
    Embed,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Section,
    Table,
)  # fmt: skip

from .characters import clean, clean_line
from .front_matter import to_front_matter
from .markdown_inline import escape_line, escape_lines, inline_markdown
from .safe_url import safe_url


def to_markdown(document: Document, *, front_matter: bool = True, header: bool = True, disclosures: bool = True) -> str:
    """Front matter with the metadata, title and dek, the sections, then the disclosures below a rule."""
    parts: list[str] = []
    if header:
        parts.extend(_header(document))
    for section in document.sections:
        parts.extend(_section(section))
    if disclosures and document.disclosures:
        parts.append("---")
        parts.extend(_disclosure(d) for d in document.disclosures)
    body = "\n\n".join(part for part in parts if part)
    top = to_front_matter(document) if front_matter else ""
    return f"{top}\n{body}\n" if top and body else top or (body + "\n" if body else "")


def _header(document: Document) -> Iterator[str]:
    if document.kicker and document.kicker.strip():
        yield _emphasis("*", document.kicker)
    if document.title and document.title.strip():
        yield "# " + escape_line(document.title)
    if document.dek and document.dek.strip():
        yield _emphasis("**", document.dek)
    if document.lead_image is not None:
        yield from _image(document.lead_image)


def _section(section: Section) -> Iterator[str]:
    if section.heading and section.heading.strip():
        yield "#" * min(6, max(2, section.level)) + " " + escape_line(section.heading)
    yield from _blocks(section.blocks)


def _blocks(blocks: Iterable[DocumentBlock]) -> Iterator[str]:
    """Each block as Markdown. Of two lists in a row the second has the other marker, or they would be one list."""
    second = False
    for block in blocks:
        if isinstance(block, ListBlock):
            lines = list(_list(block, second, ""))
            second = not second if lines else second
            yield "\n".join(lines)
            continue
        second = False
        yield from _block(block)


def _block(block: DocumentBlock) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield inline_markdown(block.text, block.links, block.marks)
    elif isinstance(block, Image):
        yield from _image(block)
    elif isinstance(block, Quote):
        cite = [f"— {escape_line(block.cite)}"] if block.cite and block.cite.strip() else []
        yield _quoted([escape_lines(block.text), *cite])
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Code):
        yield _code(block)
    elif isinstance(block, Box):
        title = [_emphasis("**", block.title)] if block.title and block.title.strip() else []
        yield _quoted([*title, *_blocks(block.blocks)])
    elif isinstance(block, Embed):
        yield _embed(block)


def _emphasis(mark: str, text: str) -> str:
    """The whole text emphasised, line by line. At the ends of a line the marks always open and close."""
    lines = [escape_line(line) for line in clean(text).split("\n")]
    return "\\\n".join(f"{mark}{line}{mark}" for line in lines if line)


def _quoted(parts: Iterable[str]) -> str:
    text = "\n\n".join(part for part in parts if part)
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n")) if text else ""


def _list(block: ListBlock, second: bool, indent: str) -> Iterator[str]:
    """The lines of a list; `second` takes the other marker ("*" for "-", ")" for ".")."""
    number = 0
    for item in block.items:
        if not clean(item.text).strip():
            # a bare "-" below a line of text would make a heading of it: the children take the item's place
            if item.children is not None:
                yield from _list(item.children, second, indent)
            continue
        number += 1
        marker = f"{number}{')' if second else '.'}" if block.ordered else ("*" if second else "-")
        yield from _item(item, marker, indent)


def _item(item: ListItem, marker: str, indent: str) -> Iterator[str]:
    inner = indent + " " * (len(marker) + 1)
    first, *rest = inline_markdown(item.text, item.links, item.marks).split("\n")
    yield f"{indent}{marker} {first}".rstrip()
    yield from (f"{inner}{line}" for line in rest)
    if item.children is not None:
        yield from _list(item.children, False, inner)


def _table(block: Table) -> Iterator[str]:
    width = max((len(row) for row in (block.header, *block.rows)), default=0)
    if not width:
        return
    if block.caption and block.caption.strip():
        yield _emphasis("*", block.caption)
    lines = [_row(block.header, width), "|" + " --- |" * width, *(_row(row, width) for row in block.rows)]
    yield "\n".join(lines)


def _row(cells: tuple[str, ...], width: int) -> str:
    """One line: GitHub drops cells beyond the header's, so every row has the same width."""
    return "| " + " | ".join([escape_line(cell) for cell in cells] + [""] * (width - len(cells))) + " |"


def _image(block: Image) -> Iterator[str]:
    url = safe_url(block.url)
    if url:
        yield f"![{escape_line(block.alt or '')}](<{url}>)"
    words = " ".join(w for w in (clean_line(block.caption or ""), clean_line(block.credit or "")) if w)
    if words:
        yield _emphasis("*", words)


def _embed(block: Embed) -> str:
    url, name = safe_url(block.url), escape_line(block.provider)
    source = f"[{name}](<{url}>)" if url else name
    return _quoted([escape_lines(block.text or ""), source])


def _code(block: Code) -> str:
    """A fence longer than every run of backticks inside."""
    text = clean(block.text)
    longest = run = 0
    for character in text:
        run = run + 1 if character == "`" else 0
        longest = max(longest, run)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}" if text else ""


def _disclosure(disclosure: Disclosure) -> str:
    return f"**{disclosure.kind}:** {escape_lines(disclosure.text)}"
