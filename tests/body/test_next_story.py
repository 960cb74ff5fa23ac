"""A further article on the same page is none of the first one's text."""

from __future__ import annotations

from .pages import PROSE, clean, lines, paragraphs

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
