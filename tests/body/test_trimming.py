"""Lines among the article's that are none of its text by their form."""

from __future__ import annotations

import pytest

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
