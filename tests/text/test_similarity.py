"""Lines that say the same, whatever their typography."""

from __future__ import annotations

import pytest

from newsclean.text.similarity import (
    contained_share,
    find_all_words,
    find_words,
    same_line,
    similarity,
    squeeze,
    squeeze_all,
)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Strike ends – at last", "“Strike Ends - At Last”", True),
        ("The harbour strike ends after…", "The harbour strike ends after nine long days", True),
        ("The harbour strike ends after", "The harbour strike ends after nine long days", False),
        ("Der Hafen\u00a0öffnet", "DER HAFEN ÖFFNET", True),
        ("港口罢工结束", "「港口罢工结束」", True),
        ("", "", False),
    ],
)
def test_same_line(a: str, b: str, same: bool) -> None:
    """Quotes, dashes, case and a cut end make no difference; other words do."""
    assert same_line(a, b) is same
    assert same_line(b, a) is same


def test_similarity_counts_words() -> None:
    """More shared words make two lines more alike, and scripts without spaces are counted too."""
    assert similarity("harbour strike ends today", "harbour strike ends") > similarity(
        "harbour strike ends", "harbour opens late"
    )
    assert similarity("港口罢工周一结束", "港口罢工结束") > 0.6
    assert contained_share("strike ends", "The harbour strike ends") == 1.0


def test_many_lines_are_read_as_each_alone() -> None:
    """Whatever their letters, line breaks among them or none."""
    lines = [
        "“It’s over” – again!",
        "Straße, ½ weiter",
        "Читайте также",
        "ΐ Ώρα",
        "港口罢工结束",
        "a_b",
        "",
        "İstanbul ﬁn",
    ]
    for texts in ([], lines, lines[:2], lines[2:3], [*lines, "two\nlines"]):
        assert squeeze_all(texts) == list(map(squeeze, texts))
        assert find_all_words(texts) == list(map(find_words, texts))
