from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from lxml import html as lxml_html

from newsclean.model.document import (
    Box,
    Code,
    Disclosure,
    Document,
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
from newsclean.render.characters import clean
from newsclean.render.html import inline_html
from tests.model.strategies import documents

ELEMENTS = frozenset(
    "article header footer h1 h2 h3 h4 h5 h6 p a br strong em del mark sub sup code pre ul ol li blockquote cite table "
    "caption thead tbody tr th td figure figcaption img small aside time".split()
)
ATTRIBUTES = frozenset("lang dir class href rel src alt width height scope datetime".split())
MANY = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


def _tree(document: Document) -> etree._Element:
    return lxml_html.fragment_fromstring(document.to_html(), create_parent="div")


def _fold(text: str) -> str:
    return " ".join(text.split())


def _expected(document: Document) -> list[str]:  # noqa: C901 - one branch a kind of block
    """The words of each heading, paragraph, item, cell and so on, in order."""
    out: list[str] = []

    def block(b: object) -> None:  # noqa: C901
        if isinstance(b, Paragraph | Code):
            out.append(b.text)
        elif isinstance(b, Quote):
            out.extend([b.text, b.cite or ""])
        elif isinstance(b, ListBlock):
            for item in b.items:
                out.append(item.text)
                if item.children:
                    block(item.children)
        elif isinstance(b, Table):
            out.extend([b.caption or "", *b.header, *(c for row in b.rows for c in row)])
        elif isinstance(b, Image):
            out.extend([b.caption or "", b.credit or ""])
        elif isinstance(b, Embed):
            out.extend([b.text or "", b.provider])
        elif isinstance(b, Box):
            out.append(b.title or "")
            for inner in b.blocks:
                block(inner)

    for section in document.sections:
        out.append(section.heading or "")
        for b in section.blocks:
            block(b)
    return [_fold(clean(text)) for text in out]


@MANY
@given(documents)
def test_same_words(document: Document) -> None:
    """A reader of the HTML finds the words of the document, in its order, and nothing else."""
    tree = lxml_html.fragment_fromstring(document.to_html(header=False, disclosures=False), create_parent="div")
    words = "".join(tree.itertext())
    assert re.sub(r"\s", "", words) == re.sub(r"\s", "", "".join(_expected(document)))


@MANY
@given(documents)
def test_only_known_elements(document: Document) -> None:
    """Whatever the document holds, only elements and attributes of the list come out, with safe addresses."""
    for node in _tree(document).iterdescendants():
        assert node.tag in ELEMENTS
        assert set(node.attrib) <= ATTRIBUTES
        for name in ("href", "src"):
            if name in node.attrib:
                assert re.match(r"(https?://[^/]|mailto:.)", node.attrib[name], re.IGNORECASE)


@pytest.mark.parametrize(
    ("links", "marks", "expected"),
    [
        ((), (), "ab cd ef"),
        ((), (Mark(0, 2, "strong"),), "<strong>ab</strong> cd ef"),
        ((), (Mark(0, 5, "em"), Mark(3, 8, "strong")), "<em>ab </em><strong><em>cd</em> ef</strong>"),
        ((), (Mark(0, 4, "em"), Mark(2, 5, "em")), "<em>ab cd</em> ef"),
        ((Link(3, 5, "javascript:x"),), (), "ab cd ef"),
        ((Link(-4, 2, "mailto:a@b.example"),), (), '<a href="mailto:a@b.example" rel="{rel}">ab</a> cd ef'),
        (
            (Link(0, 5, "https://a.example/?a=1&b=2"), Link(3, 8, "https://b.example")),
            (),
            '<a href="https://a.example/?a=1&amp;b=2" rel="{rel}">ab cd</a> ef',
        ),
        (
            (Link(0, 5, "https://a.example/"),),
            (Mark(3, 8, "em"),),
            '<a href="https://a.example/" rel="{rel}">ab <em>cd</em></a><em> ef</em>',
        ),
        ((), (Mark(7, 99, "code"), Mark(5, 5, "em")), "ab cd e<code>f</code>"),
    ],
)
def test_inline(links: tuple[Link, ...], marks: tuple[Mark, ...], expected: str) -> None:
    """Links and marks nest as HTML must, whatever their offsets."""
    rel = "nofollow noopener noreferrer"
    assert inline_html("ab cd ef", links, marks) == expected.format(rel=rel)


def test_whole_article() -> None:
    """Each part has the element that means it."""
    document = Document(
        "article", title="A <b> & c", kicker="News", dek="One.\nTwo.", byline="By Ann Lee", published="2026-03-04",
        language='e"n', direction="ltr", lead_image=Image("https://e.example/i.png", alt='"a"', credit="Lee", width=640),
        sections=(
            Section((Paragraph("x < y"), Code("if a < b:\n  c")), heading="H", level=3),
            Section((Box((Paragraph("in"),), title="Box"), Quote("q", "Ann", pull=True)), level=0),
        ),
        disclosures=(Disclosure("ai", "Made with AI."),),
    )  # fmt: skip
    assert document.to_html() == (
        '<article lang="e&quot;n" dir="ltr">\n<header>\n<p class="kicker">News</p>\n<h1>A &lt;b&gt; &amp; c</h1>\n'
        '<p class="dek">One.<br>\nTwo.</p>\n<p class="byline">By Ann Lee</p>\n'
        '<p class="published"><time datetime="2026-03-04">2026-03-04</time></p>\n<figure>\n'
        '<img src="https://e.example/i.png" alt="&quot;a&quot;" width="640">\n<figcaption><small>Lee</small>'
        "</figcaption>\n</figure>\n</header>\n<h3>H</h3>\n<p>x &lt; y</p>\n<pre><code>if a &lt; b:\n  c</code></pre>\n"
        '<aside>\n<p class="box-title"><strong>Box</strong></p>\n<p>in</p>\n</aside>\n<blockquote class="pull">\n<p>q</p>'
        '\n<p><cite>Ann</cite></p>\n</blockquote>\n<footer>\n<p class="disclosure ai">Made with AI.</p>\n</footer>\n'
        "</article>\n"
    )


def test_full_page() -> None:
    """A whole page has a charset and the title; a fragment has neither."""
    document = Document("article", title="</title><script>", language="en")
    page = document.to_html(full_page=True)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    assert "<title>&lt;/title&gt;&lt;script&gt;</title>" in page
    assert "<meta" not in document.to_html()


def test_nested_list() -> None:
    """A nested list stands inside its item."""
    inner = ListBlock(True, (ListItem("b"),))
    document = Document("article", sections=(Section((ListBlock(False, (ListItem("a", children=inner),)),)),))
    assert "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>" in document.to_html()
