"""What scores too low by itself, and is the article's by where it stands."""

from __future__ import annotations

import newsclean

SENTENCES = [
    "The old mill turned again on Monday, after nine years in which the wheel stood still and the pond filled with reeds.",
    "Three hundred people came to see it, and the miller gave each of them a bag of flour from the first hour of work.",
    "The county paid for the wheel, and the village for the roof, which is of slate from the quarry behind the church.",
    "Flour will be sold from the summer on, in bags of one and five kilos, the miller said on Monday in his kitchen.",
    "A second wheel may follow, if the river carries enough water in the years that come, the engineers told the council.",
]


def explained(middle: str) -> newsclean.Explanation:
    paragraphs = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    paragraphs.insert(2, middle)
    article = f"<article><h1>Mill reopens</h1>{''.join(paragraphs)}</article>"
    return newsclean.explain(f"<html lang=en><head><title>Mill reopens</title></head><body>{article}</body></html>")


def test_a_short_item_between_the_paragraphs_is_text() -> None:
    """An item of a few words, in a list that is named as something else."""
    (block,) = explained('<ul class="related"><li>Yes.</li><li>two more eggs</li></ul>').find("two more eggs")
    assert (block.role, block.rule) == ("body", "enclosed by the article's paragraphs")


def test_a_heading_above_text_is_text_however_low_it_scores() -> None:
    """One short word whose class name speaks against it."""
    explanation = explained('<h3 class="newsletter">Yes.</h3>')
    assert [section.heading for section in explanation.document.sections] == [None, "Yes."]
    (block,) = explanation.find("Yes.")
    assert block.rule == "a heading above the article's text"
