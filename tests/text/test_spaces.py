"""Spaces and invisible characters of one-line fields."""

from __future__ import annotations

import pytest

from newsclean.text.spaces import clean_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rail\u2028strike\u00a0 ends\n", "rail strike ends"), ("a\u200bb\u00adc\ufeffd", "abcd"), ("a\x1b[1mb\x9b0m", "a[1mb0m"),
        ("\u202eab\u202c \u2067c\u2069 \u061cd", "ab c d"), ("\ufff9a\ufffab\ufffb", "ab"), ("a\ufffeb\uffff", "ab"),
        ("a\u2061b\u206ac", "abc"), ("می\u200cخواهم", "می\u200cخواهم"), ("👩\u200d🚀", "👩\u200d🚀"), ("葛\U000e0100", "葛\U000e0100"),
    ],
)  # fmt: skip
def test_what_stays_of_a_line(text: str, expected: str) -> None:
    """Controls, marks of direction and what is no character go; what joins or picks a letter stays."""
    assert clean_line(text) == expected
