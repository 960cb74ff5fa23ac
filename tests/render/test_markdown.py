from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt

from newsclean.model.document import (
    Author,
    Box,
    Code,
    Disclosure,
    Document,
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
from newsclean.render.characters import clean, clean_line, clean_print
from newsclean.render.front_matter import to_front_matter
from newsclean.render.markdown_inline import escape_line, inline_markdown
from tests.model.strategies import documents, texts_with_spans

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def _words(markdown: str) -> str:
    """What a reader of the Markdown sees, without white space."""
    out: list[str] = []

    def visit(tokens: list[Any]) -> None:
        for token in tokens:
            assert token.type not in ("html_block", "html_inline"), token.content
            if token.type == "image":
                continue
            if token.children:
                visit(token.children)
            elif token.type != "inline":
                out.append(token.content)

    visit(READER.parse(markdown))
    return _squeeze("".join(out))


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", clean_print(text)).replace("\u200b", "")


def _expected(blocks: tuple[object, ...]) -> str:
    return "".join(_block(b) for b in blocks)


def _block(b: object) -> str:
    if isinstance(b, ListBlock):
        return "".join(item.text + (_block(item.children) if item.children else "") for item in b.items)
    if isinstance(b, Table):
        return "".join([b.caption or "", *b.header, *(c for row in b.rows for c in row)]) if _width(b) else ""
    if isinstance(b, Quote):
        return b.text + (f"— {b.cite}" if b.cite else "")
    if isinstance(b, Image):
        return (b.caption or "") + (b.credit or "")
    if isinstance(b, Box):
        return (b.title or "") + _expected(b.blocks)
    if isinstance(b, Paragraph | Code):
        return b.text
    return (b.text or "") + b.provider  # type: ignore[attr-defined]


def _width(table: Table) -> int:
    return max((len(row) for row in (table.header, *table.rows)), default=0)


@MANY
@given(documents)
def test_same_words(document: Document) -> None:
    """A CommonMark reader finds exactly the document's words: no markup eaten, none made, no HTML."""
    markdown = document.to_markdown(front_matter=False, header=False, disclosures=False)
    expected = "".join((s.heading or "") + _expected(s.blocks) for s in document.sections)
    assert _words(markdown) == _squeeze(expected)


@settings(MANY, max_examples=500)
@given(texts_with_spans())
@example(("a“b”c", (), (Mark(1, 4, "strong"),)))
@example(("a.b.", (), (Mark(0, 2, "strong"), Mark(2, 4, "em"))))
def test_inline_same_words(spans: tuple[str, tuple[Link, ...], tuple[Mark, ...]]) -> None:
    """Links and emphasis anywhere in a text leave its words as they are."""
    assert _words(inline_markdown(*spans)) == _squeeze(spans[0])


@MANY
@given(documents)
def test_paragraphs_stay_apart(document: Document) -> None:
    """Each heading comes back as one heading, with its level."""
    markdown = document.to_markdown(front_matter=False, header=False)
    found = [t.tag for t in READER.parse(markdown) if t.type == "heading_open"]
    expected = [f"h{max(2, s.level)}" for s in document.sections if s.heading and s.heading.strip()]
    assert found == expected


@MANY
@given(documents)
def test_front_matter_is_yaml(document: Document) -> None:
    """YAML gives the metadata back; nothing in it can end the front matter."""
    text = to_front_matter(document)
    assert text.count("\n---\n") == 1
    data = yaml.safe_load(text.removesuffix("---\n"))
    assert data["kind"] == document.kind
    for name in ("title", "dek", "byline"):
        value = getattr(document, name)
        assert data.get(name) == (clean_print(value) if value else None)
    assert data.get("tags", []) == [clean_print(t) for t in document.tags]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        ("- no bullet", r"\- no bullet"),
        ("1. no number", r"1\. no number"),
        ("1999) no number", r"1999\) no number"),
        ("# no heading", r"\# no heading"),
        ("a * b _ c", r"a \* b \_ c"),
        ("<script>", r"\<script\>"),
        ("AT&T & co &amp;", r"AT\&T & co \&amp;"),
        ("wow![x](y)", r"wow\!\[x\]\(y)"),
        ("===", r"\==="),
        ("a\\", "a\\\\"),
        ("a\nb", "a b"),
    ],
)
def test_escape_line(text: str, expected: str) -> None:
    """Only what could become markup is escaped."""
    assert escape_line(text) == expected


@pytest.mark.parametrize(
    ("text", "links", "marks", "expected"),
    [
        ("ab cd", (), (Mark(0, 2, "strong"),), "**ab** cd"),
        ("ab cd", (), (Mark(0, 3, "em"),), "*ab* cd"),
        ("ab cd", (), (Mark(0, 5, "strong"), Mark(3, 5, "em")), "**ab *cd***"),
        ("ab cd", (), (Mark(0, 2, "code"),), "`ab` cd"),
        ("a`b cd", (), (Mark(0, 3, "code"),), "``a`b`` cd"),
        ("ab cd", (), (Mark(3, 5, "del"),), "ab ~~cd~~"),
        ("H2O", (), (Mark(1, 2, "sub"),), "H2O"),
        ("中文字", (), (Mark(1, 2, "strong"),), "中**文**字"),
        ("a“b”c", (), (Mark(1, 4, "strong"),), "a“b”c"),
        ("ab cd", (Link(3, 5, "https://e.example/a_(b)"),), (), "ab [cd](<https://e.example/a_(b)>)"),
        ("ab cd", (Link(3, 5, "https://e.example/"),), (Mark(0, 5, "em"),), "*ab* [*cd*](<https://e.example/>)"),
        ("ab cd", (Link(3, 5, "data:text/html,x"),), (), "ab cd"),
        ("wow!cd", (Link(4, 6, "https://e.example/"),), (), r"wow\![cd](<https://e.example/>)"),
        ("a\n- b", (), (), "a\\\n\\- b"),
    ],
)
def test_inline(text: str, links: tuple[Link, ...], marks: tuple[Mark, ...], expected: str) -> None:
    """Links and marks become Markdown where it can say them."""
    assert inline_markdown(text, links, marks) == expected


def _markdown(*blocks: Any) -> str:
    document = Document("article", sections=(Section(blocks),))
    return document.to_markdown(front_matter=False)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Table((("1", "a|b"), ("2",)), ("h",)), "| h |  |\n| --- | --- |\n| 1 | a\\|b |\n| 2 |  |\n"),
        (Table(()), ""),
        (Code("a\n```\nb"), "````\na\n```\nb\n````\n"),
        (Quote("a\nb", "Ann"), "> a\\\n> b\n>\n> — Ann\n"),
        (Box((Paragraph("a"), Quote("b")), "T"), "> **T**\n>\n> a\n>\n> > b\n"),
        (Image("https://e.example/i.png", "al*t", "cap", "Lee"), "![al\\*t](<https://e.example/i.png>)\n\n*cap Lee*\n"),
        (Image("javascript:x", caption="cap"), "*cap*\n"),
        (
            ListBlock(True, (ListItem("a", children=ListBlock(False, (ListItem("b"),))), ListItem("c\nd"))),
            "1. a\n   - b\n2. c\\\n   d\n",
        ),
    ],
)
def test_blocks(block: Any, expected: str) -> None:
    """Each kind of block has its Markdown form."""
    assert _markdown(block) == expected


def test_two_lists() -> None:
    """Two lists in a row stay two lists."""
    item = (ListItem("a"),)
    assert _markdown(ListBlock(False, item), ListBlock(False, item)) == "- a\n\n* a\n"


def test_an_item_without_words_is_no_underline() -> None:
    """A bare "-" below a line of text would make a heading of that line."""
    deep = ListBlock(False, (ListItem("deep"),))
    inner = ListBlock(False, (ListItem("", children=deep), ListItem("x")))
    assert _markdown(ListBlock(False, (ListItem("top", children=inner),))) == "- top\n  - deep\n  - x\n"


def test_whole_article() -> None:
    """Front matter, title, dek, text, and the disclosures below a rule."""
    document = Document(
        "article", confidence=0.9, title='A: "b"', dek="One.", authors=(Author("Ann Lee", "https://e.example/ann"),),
        sections=(Section((Paragraph("Text."),), "Head", 2),), disclosures=(Disclosure("ai", "Made with AI."),),
    )  # fmt: skip
    assert document.to_markdown() == (
        '---\ntitle: "A: \\"b\\""\ndek: "One."\nauthors:\n  - {name: "Ann Lee", url: "https://e.example/ann", kind: '
        '"person"}\naccess: "unknown"\nkind: "article"\nconfidence: 0.9\ndisclosures:\n  - "ai"\n---\n\n'
        '# A: "b"\n\n**One.**\n\n## Head\n\nText.\n\n---\n\n**ai:** Made with AI.\n'
    )


@MANY
@given(documents)
def test_no_controls(document: Document) -> None:
    """No control character and no bidi override in one-line fields comes out, in any format."""
    for out in (document.to_markdown(), document.to_html(), document.to_text()):
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", out)
    assert clean_line("a\u202eb") == "ab"
    assert clean("a\x0bb") == "a b"


@pytest.mark.parametrize("text", ["a &amp; b&", "x!", "!![x](y) ![", "a](b) ]( *a*_b_", "&&&a&#x; !!!", "no sign"])
@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_long_text_is_escaped_in_parts(text: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of many parts is escaped as in one."""
    whole = escape_line(text)
    monkeypatch.setattr("newsclean.render.markdown_inline.MAX_PART_CHARS", size)
    assert escape_line(text) == whole
