"""Readers' comments in boxes that no name tells: the line above them does."""

from __future__ import annotations

import pytest

from .pages import PROSE, clean, lines, paragraphs

POSTS = (
    "I crossed that bridge every day for ten years and nobody ever asked me a thing about it.",
    "The ferry was cheaper and it ran in the fog as well, whatever the council says now.",
    "Does anybody know what happens to the stage on the other bank when the boat is sold?",
    "My uncle built the first one with his own hands, and it never sank in all those winters.",
)


def box(heading: str, stamp: str) -> str:
    """Posts below a line, each with its stamp, in a box of hashed class names."""
    posts = "".join(
        f'<div class="sc-b"><div class="sc-c">{stamp.format(i)}</div><div class="sc-d">{text}</div></div>'
        for i, text in enumerate(POSTS, 2)
    )
    return f'<div class="sc-a"><h3 class="sc-h">{heading}</h3>{posts}</div>'


@pytest.mark.parametrize(
    "heading",
    [
        "Top Rated Comments",
        "167 Comments",
        "Kommentare (6)",
        "6 commentaires",
        "Комментарии",
        "コメント",
        "Comentarios",
        "댓글 6",
    ],
)
def test_posts_below_a_line_that_opens_them_are_no_text(heading: str) -> None:
    """Posts parted by stamps in a box that opens with the word for comments are out, and said to be comments."""
    document = clean(f'<div class="sc-s">{paragraphs(0, 1, 2, 3)}</div>{box(heading, "Wil Tarn, {} days ago")}')
    assert lines(document) == list(PROSE[:4])
    assert {e.text for e in document.removed if e.reason == "comments"} >= set(POSTS)


@pytest.mark.parametrize("bar", ["12 Comments", '<a href="#all">12 Comments</a>'])
def test_a_bar_with_their_number_above_the_text_opens_none(bar: str) -> None:
    """The number of comments stands above the text as well, below a long dek."""
    rest = f'<div class="sc-a"><div class="sc-h">{bar}</div><div class="sc-s">{paragraphs(3, 4, 5, 6, 7)}</div></div>'
    assert set(PROSE[3:]) <= set(lines(clean(f'<div class="sc-t">{paragraphs(0, 1, 2)}</div>{rest}')))


def test_long_comments_below_short_news_are_no_text() -> None:
    """One sentence above a box of comments is the article, however much they write."""
    posts = "".join(f"<p>{text}</p>" for text in POSTS * 3)
    short = f'<div class="story">{paragraphs(0)}</div><div class="reader-comments">{posts}</div>'
    assert lines(clean(short, dek="")) == [PROSE[0]]
