"""A further article on the same page is none of the first one's text."""

from __future__ import annotations

from newsclean import from_html

from .pages import PROSE, TITLE, clean, lines, paragraphs

NEXT = (
    "<article><h1>Bakery opens at four</h1><p>By Bo Eide</p><p>The bakery at the landing stage opens at four from Monday on, and those "
    "who go out with the first boat are glad.</p><p>Two loaves are set aside for the ferryman, as they have been since 1974, the baker "
    "said, and one for the dog.</p></article>"
)


def test_a_further_article_with_its_own_headline() -> None:
    """It begins with a first-level headline of its own."""
    assert lines(clean(f"<article>{paragraphs(0, 1, 2, 3)}</article>{NEXT}")) == list(PROSE[:4])


def test_one_article_in_several() -> None:
    """Parts without such a headline are one article, and so are sections with first-level headlines inside of one."""
    parts = f"<article>{paragraphs(0, 1)}</article><article>{paragraphs(2, 3)}</article>"
    assert lines(clean(parts)) == list(PROSE[:4])
    sections = f"<article>{paragraphs(0, 1)}<h1>How it began</h1>{paragraphs(2, 3)}</article>"
    assert [x for x in lines(clean(sections)) if x in PROSE] == list(PROSE[:4])


def test_further_articles_of_one_make() -> None:
    """Where the page's own headline stands in its `<article>`, a second-level one begins the next of the same make."""
    own = f"<article class=story><h1>{TITLE}</h1>{paragraphs(0, 1, 2)}</article>"
    second = f"<article class=story><h2>Bakery opens at four</h2>{paragraphs(4, 5, 6)}</article>"
    document = from_html(f"<html><body>{own}{second}</body></html>", url="https://marling-post.example/news/ferry-1")
    assert lines(document) == list(PROSE[:3])
    chapters = f"<article class=part><h2>How it began</h2>{paragraphs(0, 1, 2)}</article>"
    chapters += f"<article class=part><h2>How it goes on</h2>{paragraphs(4, 5, 6)}</article>"
    assert [x for x in lines(clean(chapters)) if x in PROSE] == [*PROSE[:3], *PROSE[4:7]]


def test_one_article_in_parts_of_one_make() -> None:
    """Where parts of the make of the first begin with a heading or with text, as ads part them, they are one article."""
    own = f"<article class=story><h1>{TITLE}</h1>{paragraphs(0, 1)}</article>"
    ad = "<div class=sc-1><span>Advertisement</span></div>"
    headed = f"<article class=story><h2>How it goes on</h2>{paragraphs(2, 3)}</article>"
    rest = f"<article class=story>{paragraphs(4, 5)}</article>"
    end = f"<article class=story><h2>How it ends</h2>{paragraphs(6, 7)}</article>"
    document = from_html(
        f"<html><body>{own}{ad}{headed}{ad}{rest}{ad}{end}</body></html>",
        url="https://marling-post.example/news/ferry-1",
    )
    assert [x for x in lines(document) if x in PROSE] == list(PROSE)


def test_headings_above_an_article_are_no_text() -> None:
    """However many headings stand above the only article, its headline begins no further one."""
    own = f"<article><h1>{TITLE}</h1>{paragraphs(0, 1, 2, 3)}</article>"
    document = from_html(f"<html><body>{'<h2>By boat</h2>' * 60}{own}</body></html>")
    assert [x for x in lines(document) if x in PROSE] == list(PROSE[:4])
