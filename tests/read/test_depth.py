"""Nesting and size beyond what the parser and the walk take."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.read import read_html
from newsclean.read.walk import MAX_BLOCKS

WORDS = "The bridge has opened again after nine months, the council said on Monday morning."
ARTICLE = (
    f"<h1>Bridge opens again</h1><p>{WORDS}</p><p>Buses and lorries may use it from Tuesday on, said Ida Marsh, who has "
    "planned the works since they began in June of last year.</p><p>A second span is to follow in spring, if the vote on "
    "the budget goes the way that the mayor hopes, and the ferry will stop its service then.</p>"
)


@pytest.mark.parametrize("tag", ["div", "b", "section"])
@pytest.mark.parametrize("levels", [400, 3_000, 20_000])
def test_text_in_deep_nesting_stays(tag: str, levels: int) -> None:
    """However deep tags nest, the text in them and the text after them is read."""
    page = f"<body>{f'<{tag}>' * levels}{ARTICLE}{f'</{tag}>' * levels}<p>After the end.</p></body>"
    draft = read_html(page)
    assert WORDS in " ".join(b.text for b in draft.blocks)
    assert draft.blocks[-1].text == "After the end."


def test_a_page_of_endless_blocks_is_cut_with_a_warning() -> None:
    """What stands before the cut is cleaned as ever, and the document says that the page was cut."""
    page = f"<body>{ARTICLE}{'<p>x</p>' * (MAX_BLOCKS + 10)}</body>"
    document = newsclean.from_html(page, options=newsclean.Options(timeout_s=None))
    assert WORDS in document.text
    assert any("was cut" in warning for warning in document.warnings)
