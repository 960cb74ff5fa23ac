"""Lines among the article's that are none of its text by their form."""

from __future__ import annotations

import pytest

from newsclean import from_html

from .pages import PROSE, clean, lines, paragraphs


def test_stamps_of_entries_are_no_text() -> None:
    """Short lines of one make that open with a clock time are stamps; a sentence that does stays."""
    entries = "".join(f'<div class="entry-info">{9 + i}:4{i}Mara Lind</div>{paragraphs(i)}' for i in range(5))
    sentence = "<p>9:15 is when the first boat left the stage on the morning after the flood, the log says.</p>"
    found = lines(clean(f'<div class="story">{entries}{sentence}</div>'))
    assert found == [
        *PROSE[:5],
        "9:15 is when the first boat left the stage on the morning after the flood, the log says.",
    ]


@pytest.mark.parametrize(
    "line",
    ["Write to Mara Lind at mara.lind@marling-post.example", "Follow Mara Lind on the network at @maralindpost."],
)
def test_contact_line_below_the_article_is_no_text(line: str) -> None:
    """A last line that says where to write is out."""
    assert lines(clean(f'<div class="story">{paragraphs(0, 1, 2, 3)}<p>{line}</p></div>')) == list(PROSE[:4])


REPLIES = (
    "I have crossed the river on that boat every morning for thirty years, and nobody ever asked me what I think of it.",
    "They should have mended the stage in a week, as my father and his brothers did after the great storm of that year.",
    "Nobody who sits in the town hall has to wait in the rain at six in the morning, so nobody there is in any hurry.",
)


@pytest.mark.parametrize(
    "made",
    [
        '<ol class="commentlist">' + "".join(f'<li class="comment"><p>{t}</p></li>' for t in REPLIES * 3) + "</ol>",
        '<div class="op-comments">' + "".join(f"<div><p>{t}</p></div>" for t in REPLIES * 3) + "</div>",
        '<div class="modal rules">' + "".join(f"<p>{t}</p>" for t in REPLIES * 3) + "</div>",
    ],
    ids=["list", "boxes", "dialog"],
)
def test_comments_and_dialogs_below_the_article_are_no_text(made: str) -> None:
    """Prose in an element of comments or a dialog that begins below the article is out, more as it may be."""
    assert lines(clean(f'<div class="story">{paragraphs(0, 1, 2)}</div>{made}')) == list(PROSE[:3])


def test_element_around_the_article_may_be_named_so() -> None:
    """An element that holds the article too says nothing by being named after comments."""
    inside = f'<div class="has-comments"><div class="story">{paragraphs(0, 1, 2, 3)}</div></div>'
    assert lines(clean(inside)) == list(PROSE[:4])


def test_print_version_is_a_copy() -> None:
    """A second copy of the paragraphs further down is out, even without its first."""
    copy = f'<div class="print-layer"><div class="def">{paragraphs(1, 2, 3)}</div></div>'
    assert lines(clean(f'<div class="story">{paragraphs(0, 1, 2, 3)}</div>{copy}')) == list(PROSE[:4])


def test_kicker_above_the_headline_is_no_text() -> None:
    """A few words right above the headline are none of the article's text."""
    inside = (
        f'<article><p class="k7">Analysis</p><h1>Ferry across the Marl to run again</h1>{paragraphs(0, 1, 2)}</article>'
    )
    assert lines(from_html(f"<html><body>{inside}</body></html>")) == list(PROSE[:3])


def test_items_of_a_list_and_cells_may_be_said_twice() -> None:
    """A list or table loses no line because an earlier one has the same words, however many."""
    line = "Two eggs with a cup of spinach, half a loaf of rye and a pear"
    days = "".join(f"<li>{day}</li><li>{line}</li>" for day in ("Monday", "Tuesday"))
    document = clean(f'<div class="story">{paragraphs(0, 1)}<ul>{days}</ul>{paragraphs(2, 3)}</div>')
    assert document.text.count(line) == 2


LINK = '<p class="k2"><a href="{}">Why the night boats are full in winter</a></p>'


@pytest.mark.parametrize(
    ("addresses", "are_kept"),
    [
        (("/news/a", "/news/b"), False),
        (("https://marling-post.example/news/a", "/news/b"), False),
        (("https://archive.example/a", "https://archive.example/b"), True),
        (("/news/a",), True),
    ],
    ids=["paths", "addresses", "another site", "one"],
)
def test_links_to_other_pages_of_the_site_alone_between_paragraphs(addresses: tuple[str, ...], are_kept: bool) -> None:
    """Several are what else there is to read; one, or sources elsewhere, are the article's."""
    told = "".join(
        paragraphs(i) + LINK.format(address).replace("Why", "WHY"[: 3 - i] or "How")
        for i, address in enumerate(addresses)
    )
    found = lines(clean(f'<div class="story">{told}{paragraphs(4, 5, 6)}</div>'))
    assert [x for x in found if x in PROSE] == [*PROSE[: len(addresses)], *PROSE[4:7]]
    assert sum("night boats" in x for x in found) == (len(addresses) if are_kept else 0)
