"""Lines that say the same, whatever their typography."""

from __future__ import annotations

import pytest

from newsclean.text.similarity import contained_share, same_line, similarity


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
