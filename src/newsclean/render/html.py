"""A document as HTML5, built anew: every element and attribute here is written by this file, every word escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from newsclean.model.document import (
    Box,
    Code,
    Document,
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
    Table,
)  # fmt: skip

from .characters import clean, clean_line
from .inline import Span, nested_spans
from .safe_url import safe_url

_LINK_REL = "nofollow noopener noreferrer"


def to_html(document: Document, *, full_page: bool = False, header: bool = True, disclosures: bool = True) -> str:
    """An `<article>` with the document's words; with `full_page`, a page with charset and title around it."""
    parts = [f"<article{_language(document)}>"]
    if header:
        parts.extend(_header(document))
    for section in document.sections:
        parts.extend(_section(section))
    if disclosures and document.disclosures:
        parts.append("<footer>")
        parts.extend(f'<p class="disclosure {_attribute(d.kind)}">{_lines(d.text)}</p>' for d in document.disclosures)
        parts.append("</footer>")
    parts.append("</article>\n")
    article = "\n".join(parts)
    return _page(document, article) if full_page else article


def inline_html(text: str, links: Sequence[Link] = (), marks: Sequence[Mark] = ()) -> str:
    """The text escaped, with its safe links and its marks as elements; a newline becomes `<br>`."""
    out: list[str] = []
    open_spans: list[Span] = []
    at = 0
    for span in nested_spans(len(text), links, marks):
        at = _close(out, open_spans, text, at, span.start)
        out.append(_lines(text[at : span.start]))
        at = span.start
        out.append(_open_tag(span))
        open_spans.append(span)
    at = _close(out, open_spans, text, at, len(text))
    out.append(_lines(text[at:]))
    return "".join(out)


def _close(out: list[str], open_spans: list[Span], text: str, at: int, until: int) -> int:
    """Close the open spans that end at or before `until`; returns where the written text now ends."""
    while open_spans and open_spans[-1].end <= until:
        span = open_spans.pop()
        out.append(_lines(text[at : span.end]))
        at = span.end
        out.append("</a>" if span.kind == "link" else f"</{span.kind}>")
    return at


def _open_tag(span: Span) -> str:
    if span.kind == "link":
        return f'<a href="{_attribute(span.url)}" rel="{_LINK_REL}">'
    return f"<{span.kind}>"


def _lines(text: str) -> str:
    return escape(clean(text), quote=False).replace("\n", "<br>\n")


def _attribute(text: str) -> str:
    return escape(clean_line(text), quote=True)


def _language(document: Document) -> str:
    lang = f' lang="{_attribute(document.language)}"' if document.language else ""
    return lang + (f' dir="{_attribute(document.direction)}"' if document.direction else "")


def _page(document: Document, article: str) -> str:
    title = escape(clean_line(document.title or ""), quote=False)
    return (
        f'<!DOCTYPE html>\n<html{_language(document)}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n</head>\n<body>\n{article}</body>\n</html>\n"
    )


def _header(document: Document) -> list[str]:
    parts: list[str] = []
    if document.kicker:
        parts.append(f'<p class="kicker">{_lines(document.kicker)}</p>')
    if document.title:
        parts.append(f"<h1>{_lines(document.title)}</h1>")
    if document.dek:
        parts.append(f'<p class="dek">{_lines(document.dek)}</p>')
    byline = document.byline or ", ".join(a.name for a in document.authors)
    if byline:
        parts.append(f'<p class="byline">{_lines(byline)}</p>')
    if document.published:
        date = _attribute(document.published)
        parts.append(f'<p class="published"><time datetime="{date}">{date}</time></p>')
    if document.lead_image is not None:
        parts.extend(_image(document.lead_image))
    return ["<header>", *parts, "</header>"] if parts else []


def _section(section: Section) -> list[str]:
    parts: list[str] = []
    if section.heading:
        level = min(6, max(2, section.level))
        parts.append(f"<h{level}>{_lines(section.heading)}</h{level}>")
    parts.extend(_blocks(section.blocks))
    return parts


def _blocks(blocks: Iterable[DocumentBlock]) -> list[str]:
    return [line for block in blocks for line in _block(block)]


def _block(block: DocumentBlock) -> list[str]:
    if isinstance(block, Paragraph):
        return [f"<p>{inline_html(block.text, block.links, block.marks)}</p>"]
    if isinstance(block, ListBlock):
        return _list(block)
    if isinstance(block, Image):
        return _image(block)
    if isinstance(block, Quote):
        return _quote(block)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Code):
        return [f"<pre><code>{escape(clean(block.text), quote=False)}</code></pre>"]
    if isinstance(block, Box):
        return _box(block)
    return _embed(block)


def _list(block: ListBlock) -> list[str]:
    tag = "ol" if block.ordered else "ul"
    return [f"<{tag}>", *(line for item in block.items for line in _item(item)), f"</{tag}>"]


def _item(item: ListItem) -> list[str]:
    words = inline_html(item.text, item.links, item.marks)
    if item.children is None:
        return [f"<li>{words}</li>"]
    return [f"<li>{words}", *_list(item.children), "</li>"]


def _quote(block: Quote) -> list[str]:
    name = ' class="pull"' if block.pull else ""
    cite = [f"<p><cite>{_lines(block.cite)}</cite></p>"] if block.cite else []
    return [f"<blockquote{name}>", f"<p>{_lines(block.text)}</p>", *cite, "</blockquote>"]


def _table(block: Table) -> list[str]:
    parts = ["<table>"]
    if block.caption:
        parts.append(f"<caption>{_lines(block.caption)}</caption>")
    if block.header:
        cells = "".join(f'<th scope="col">{_lines(cell)}</th>' for cell in block.header)
        parts.append(f"<thead><tr>{cells}</tr></thead>")
    parts.append("<tbody>")
    parts.extend("<tr>" + "".join(f"<td>{_lines(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
    return [*parts, "</tbody>", "</table>"]


def _image(block: Image) -> list[str]:
    url = safe_url(block.url)
    parts = ["<figure>"]
    if url:
        size = "".join(
            f' {name}="{value}"'
            for name, value in (("width", block.width), ("height", block.height))
            if isinstance(value, int) and 0 < value < 100_000
        )
        parts.append(f'<img src="{_attribute(url)}" alt="{_attribute(block.alt or "")}"{size}>')
    words = [_lines(block.caption)] if block.caption else []
    if block.credit:
        words.append(f"<small>{_lines(block.credit)}</small>")
    if words:
        parts.append(f"<figcaption>{' '.join(words)}</figcaption>")
    return [*parts, "</figure>"] if len(parts) > 1 else []


def _embed(block: Embed) -> list[str]:
    url = safe_url(block.url)
    name = _lines(block.provider)
    source = f'<a href="{_attribute(url)}" rel="{_LINK_REL}">{name}</a>' if url else name
    words = [f"<blockquote>{_lines(block.text)}</blockquote>"] if block.text else []
    return ['<figure class="embed">', *words, f"<figcaption>{source}</figcaption>", "</figure>"]


def _box(block: Box) -> list[str]:
    title = [f'<p class="box-title"><strong>{_lines(block.title)}</strong></p>'] if block.title else []
    return ["<aside>", *title, *_blocks(block.blocks), "</aside>"]
