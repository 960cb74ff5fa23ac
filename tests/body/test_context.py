"""The second look: what known phrases say of a block."""

from __future__ import annotations

import pytest

from newsclean.body.context import is_in_passing
from newsclean.body.features import count_words
from newsclean.lexicon.match import classify_line
from newsclean.model.draft import Block, Node

PASSING = (
    "在湖边举行的仪式上，市长宣布渡轮将于周一恢复运行，并说最新的时刻表可以在市政府官方微博上查到，居民也可以在码头领取"
    "印刷版的时刻表，老人和儿童的票价与往年一样，自行车可以免费上船，狗则需要另外买票。"
)
"""Prose that names what offers name, in passing."""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (PASSING, True),
        ("官方微博：马林渡轮", False),
        ("Sign up for our newsletter to get the latest news", False),
    ],
)
def test_phrase_in_a_long_text_is_in_passing(text: str, wanted: bool) -> None:
    """What a phrase tells of a short line it does not tell of a paragraph that holds it somewhere."""
    block = Block(0, text, Node("p", "", None, None, 0, False), "p")
    block.words = count_words(text)
    match = classify_line(text)
    assert match is not None
    assert is_in_passing(match, block) is wanted
