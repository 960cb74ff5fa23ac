"""The words in class names: which are read, and as what."""

from __future__ import annotations

import pytest

from newsclean.body.name_words import NameWeights

WEIGHTS = NameWeights(
    own={"article": 0.4, "text": 0.9},
    parent={"body": 0.8, "story": 0.6},
    above={"side": -1.2, "articles": -0.7, "ad": -2.0},
)


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ("articlebody", ["article", "body"]),
        ("story-text storytext", ["story", "text", "story", "text"]),
        ("sidestorybody", ["side", "story", "body"]),
        ("articles", ["articles"]),
        ("articlesbody", ["articles", "body"]),
        ("articlebar", []),
        ("adstory", []),
        ("sidestorytextbody", []),
        ("md:px-4 col-md-8 bodytext", ["body", "text"]),
    ],
)
def test_run_together_names_are_read_as_their_words(names: str, wanted: list[str]) -> None:
    """A word that the tables know stays whole; another counts where known words of four letters make it up."""
    assert [word for name in names.split(" ") for word in WEIGHTS.read(name)] == wanted
