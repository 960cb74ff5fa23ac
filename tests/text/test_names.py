"""Shapes of names."""

from __future__ import annotations

import pytest

from newsclean.lexicon import bylines as words
from newsclean.text.names import looks_like_name


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Maura Ellison", True),
        ("J. R. Whitlock", True),
        ("Tom O’Keefe", True),
        ("Malte von der Heide", True),
        ("Ali bin Rashid", True),
        ("Jean-Luc d’Aubigny", True),
        ("ÉLODIE CHARPENTIER", True),
        ("Марина Соколова", True),
        ("Νίκος Δημητρίου", True),
        ("王晓峰", True),
        ("김서연", True),
        ("سامر الخطيب", True),
        ("अनिल वर्मा", True),
        ("สมชาย ใจดี", True),
        ("Xiaoying You", True),
        ("Minh Do", True),
        ("Maura", False),
        ("Read more", False),
        ("Monday Morning", False),
        ("12 March", False),
        ("maura@example.org", False),
        ("the harbour strike", False),
        ("港口罢工结束了吗", False),
        ("David’s Stories", False),
        ("", False),
    ],
)
def test_looks_like_name(text: str, is_name: bool) -> None:
    """Full names of many scripts pass; single words, furniture, dates and sentences do not."""
    surnames = words.KOREAN_SURNAMES if text and "가" <= text[0] <= "힣" else words.CHINESE_SURNAMES
    assert looks_like_name(text, words.NOT_NAMES, words.PARTICLES, surnames) is is_name
