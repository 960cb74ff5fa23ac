"""Tree → blocks: where text breaks, what stays whole, what no reader sees."""

from __future__ import annotations

import pytest

from newsclean.model.draft import Block
from newsclean.read import read_html
from newsclean.read.inline import links_and_marks


def read(html: str) -> list[Block]:
    """The blocks of a page whose body is this."""
    return read_html(f"<html><head><title>x</title></head><body>{html}</body></html>").blocks


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>One</p><p>two</p>", ["One", "two"]),
        ("<div>bare <p>para</p> tail</div>", ["bare", "para", "tail"]),
        ("<div>bare<div>inner</div></div>", ["bare", "inner"]),
        ("<p>a<div>b</div>c</p>", ["a", "b", "c"]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", ["a", "b"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
        ("<dl><dt>t</dt><dd>d</dd></dl>", ["t", "d"]),
        ("<details><summary>s</summary><p>d</p></details>", ["s", "d"]),
        ("<a href=x><h3>Linked</h3><p>para</p></a>", ["Linked", "para"]),
        ("<button>Go</button>text", ["Go", "text"]),
    ],
)
def test_blocks_break_at_block_edges(html: str, texts: list[str]) -> None:
    """Text never glues at the edge of a block-level element, wherever it lies bare."""
    assert [b.text for b in read(html)] == texts


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>a<br>b</p>", ["a b"]),
        ("<h2>Head<br>line</h2>", ["Head line"]),
        ("<p>It sailed.<br><br>It came back.</p>", ["It sailed.", "It came back."]),
        ("<p>It sailed.<br> <br/>\n<br>It came back.</p>", ["It sailed.", "It came back."]),
        ("<p>One <b>two.<br><br>Three</b> four.</p>", ["One two.", "Three four."]),
    ],
)
def test_line_breaks(html: str, texts: list[str]) -> None:
    """One `<br>` is a space, two make a paragraph, inside inline elements too."""
    assert [b.text for b in read(html)] == texts


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>w<b>or</b>d and <i>x</i>,y</p>", "word and x,y"),
        ("<p><span class=dropcap>T</span>he ship</p>", "The ship"),
        ("<p>a<sup>2</sup> H<sub>2</sub>O</p>", "a2 H2O"),
        ("<p>har<wbr>bour</p>", "harbour"),
        ("<p>a<!-- c -->b<script>var x</script>c</p>", "abc"),
        ("<p>a&nbsp;b \n\t c</p>", "a b c"),
        ("<p>A &lt;b&gt; c</p>", "A <b> c"),
        ("<p>fi<font color=red>rs</font>t</p>", "first"),
    ],
)
def test_words_stay_whole(html: str, text: str) -> None:
    """Inline elements, comments and scripts split no word; white space is folded."""
    assert [b.text for b in read(html)] == [text]


@pytest.mark.parametrize(
    "html",
    [
        "<noscript><p>no</p></noscript>",
        "<template><p>no</p></template>",
        "<select><option>no</select>",
        "<textarea>no</textarea>",
        "<svg><text>no</text></svg>",
        "<script>no</script><style>no</style>",
    ],
)
def test_no_text(html: str) -> None:
    """What a browser does not print as text gives no block."""
    assert [b.text for b in read(html) if b.kind == "text"] == []


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden>x</p>",
        "<div hidden><p>x</p></div>",
        "<p style='display : NONE'>x</p>",
        "<p style='color:red;visibility:hidden'>x</p>",
        "<p style='opacity: 0;'>x</p>",
        "<dialog><p>x</p></dialog>",
        "<style>.gone{display:none}</style><p class=gone>x</p>",
        "<style>#gone { display: none !important }</style><div id=gone><p>x</p></div>",
    ],
)
def test_hidden(html: str) -> None:
    """Hidden blocks are there, and known as hidden."""
    assert [(b.text, b.hidden) for b in read(html)] == [("x", True)]


@pytest.mark.parametrize(
    "page",
    [
        "<html><head>{}</head><body><p class=gone>x</p><p>y</p></body></html>",
        "<body>{}<p class=gone>x</p><p>y</p></body>",
        "<p class=gone>x</p><p>y</p>{}",
        "<p class=gone>x</p><p>y</p></body>{}",
    ],
)
def test_hidden_by_a_style_sheet(page: str) -> None:
    """The page's own style sheet hides elements by class, wherever it stands."""
    sheet = "<style media='screen, print'>.gone{display:none}</style>"
    assert [(b.text, b.hidden) for b in read_html(page.format(sheet)).blocks] == [("x", True), ("y", False)]


@pytest.mark.parametrize(
    "html",
    [
        "<p aria-hidden=true>x</p>",
        "<p hidden=until-found>x</p>",
        "<p style='opacity:0;transition:opacity 1s'>x</p>",
        "<dialog open><p>x</p></dialog>",
        "<style>.a{display:none} .js .a{display:block}</style><p class=a>x</p>",
        "<style>@media print{.a{display:none}}</style><p class=a>x</p>",
        "<style media='print, speech'>.a{display:none}</style><p class=a>x</p>",
        "<template><style>.a{display:none}</style></template><p class=a>x</p>",
        "<style>.hidden{display:none}</style><p class='hidden md:block'>x</p>",
    ],
)
def test_shown(html: str) -> None:
    """What only looks hidden to a program is shown to a reader."""
    assert [(b.text, b.hidden) for b in read(html)] == [("x", False)]


@pytest.mark.parametrize(
    ("inside", "tags"),
    [
        ("<h3><div>Prices</div></h3>", ["h3"]),
        ("<h2><a href='/1'><div>Prices</div></a></h2>", ["h2"]),
        ("<h2><div>Economy</div><div>Prices</div></h2>", ["h2", "h2"]),
        ("<h3><ul><li>Prices</li></ul></h3>", ["li"]),
        ("<h1><div><div><div>Prices</div></div></div></h1>", ["div"]),
    ],
)
def test_box_in_a_heading_is_the_heading(inside: str, tags: list[str]) -> None:
    """A plain box that fills a heading's element has its tag and level; a list put there has not, nor what is deep in it."""
    assert [(b.tag, b.level) for b in read(inside)] == [(tag, int(tag[1]) if tag[0] == "h" else 0) for tag in tags]


def test_links_and_marks_are_offsets_into_the_text() -> None:
    """Offsets count in the folded text, and addresses are absolute."""
    (block,) = read("<p>  The <b>night</b>\n ferry <a href='/f'>sails <i>again</i></a>.</p>")
    links, marks = links_and_marks(block, "https://news.example/a")
    assert [(block.text[x.start : x.end], x.url) for x in links] == [("sails again", "https://news.example/f")]
    assert sorted((block.text[m.start : m.end], m.kind) for m in marks) == [("again", "em"), ("night", "strong")]
    assert 0.3 < block.link_share < 0.5


def test_images_and_embeds_are_blocks_in_their_place() -> None:
    """An image keeps its attributes and the sources beside it; an embed its address."""
    blocks = read(
        "<p>a</p><picture><source srcset='b.webp 2x'><img src=b.jpg alt=B></picture><p>c</p>"
        "<iframe src=https://video.example/1></iframe><p>d</p>"
    )
    assert [(b.kind, b.text) for b in blocks] == [
        ("text", "a"), ("image", ""), ("text", "c"), ("embed", ""), ("text", "d"),
    ]  # fmt: skip
    assert blocks[1].attributes == {"src": "b.jpg", "alt": "B", "srcsets": "b.webp 2x"}
    assert blocks[3].attributes["src"] == "https://video.example/1"


def test_text_behind_the_end_of_the_page() -> None:
    """Browsers take what follows `</html>` into the body; so does the walk."""
    page = "<html><body><p>a</p></body></html> late <div><p>b</p></div><p>c</p>"
    assert [b.text for b in read_html(page).blocks] == ["a", "late", "b", "c"]


def test_nesting_beyond_the_limit_is_flattened() -> None:
    """Text at any depth is kept."""
    assert [b.text for b in read("<div>" * 3000 + "deep" + "</div>" * 3000 + "<p>after</p>")] == ["deep", "after"]


def test_a_page_without_a_body_tag() -> None:
    """The tags of head and body may be left out; the parser then keeps some of the body in the head."""
    page = "<!doctype html><title>T</title><style>.x{display:none}</style><article><p>a</p><p class=x>b</p></article>"
    assert [(b.text, b.hidden) for b in read_html(page).blocks] == [("a", False), ("b", True)]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<div>T<p>he ship <b>sailed</b>.</p><p>It rained.</p></div>", ["The ship sailed.", "It rained."]),
        ("<div><span class=cap>T</span><div><p>he ship sailed.</p></div></div>", ["The ship sailed."]),
        ("<ul><li>A</li><li>and more</li></ul>", ["A", "and more"]),
        ("<div>A<p>Rain fell.</p></div>", ["A", "Rain fell."]),
    ],
)
def test_drop_caps(html: str, texts: list[str]) -> None:
    """A capital bare before the paragraph that goes on in small letters is that paragraph's first letter."""
    blocks = read(html)
    assert [b.text for b in blocks] == texts
    assert [b.index for b in blocks] == list(range(len(blocks)))
    assert all(node.first <= b.index < node.last for b in blocks for node in b.node.ancestors() if node.parent)


def test_marks_move_with_a_drop_cap() -> None:
    """Offsets count in the joined text."""
    (block,) = read("<div>T<p>he ship <b>sailed</b>.</p></div>")
    _, marks = links_and_marks(block, None)
    assert [(block.text[m.start : m.end], m.kind) for m in marks] == [("sailed", "strong")]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<noscript><div id=off></noscript><p>Text</p><noscript></div></noscript><script>x</script>", ["Text"]),
        ("<p>Text</p><noscript><p>Turn scripts on</p></noscript>", ["Text"]),
    ],
)
def test_an_open_element_in_noscript_does_not_swallow_the_page(html: str, texts: list[str]) -> None:
    """libxml2 sees no end of such a noscript and puts the page into it; one that was closed is no text."""
    assert [b.text for b in read(html)] == texts


def test_a_sites_own_elements_that_stand_alone_are_blocks() -> None:
    """Between elements they are paragraphs; beside words they are part of the line."""
    page = (
        "<div><x-par>The ferry sails.</x-par><x-par>It sails at <x-time>eight</x-time>.</x-par></div>"
        "<p><x-a>One</x-a> <x-a>line</x-a></p>"
    )
    assert [b.text for b in read_html(page).blocks] == ["The ferry sails.", "It sails at eight.", "One line"]
