from __future__ import annotations

import random

import pytest

from newsclean.text.simhash import NEAR_BITS, count_different_bits, simhash64

WORDS = [f"word{number}" for number in range(3000)]


def make_text(seed: int, count: int = 800) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=count))


@pytest.mark.parametrize("text", ["", "  \n", "—!?…", "___"])
def test_a_text_without_words_has_no_fingerprint(text: str) -> None:
    """Where there is nothing to compare, there is None."""
    assert simhash64(text) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rain fell, at last.", "rain FELL at\u00a0last"),
        ("ﬁsh market", "fish market"),
        ("台風が近づいている。", "台風が 近づいている"),
    ],
)
def test_what_does_not_count(first: str, second: str) -> None:
    """Case, punctuation, spaces and compatibility forms leave the fingerprint as it is."""
    assert simhash64(first) == simhash64(second)


@pytest.mark.parametrize("seed", range(5))
def test_near_texts_are_near_and_others_are_not(seed: int) -> None:
    """An agency text with another last sentence is near, another text is far."""
    text = make_text(seed)
    print_, near, far = (
        simhash64(text),
        simhash64(text + " additional reporting by staff"),
        simhash64(make_text(seed + 100)),
    )
    assert print_ is not None
    assert near is not None
    assert far is not None
    assert count_different_bits(print_, near) <= NEAR_BITS
    assert count_different_bits(print_, far) > 5 * NEAR_BITS


def test_the_fingerprint_never_changes() -> None:
    """Fingerprints are stored and compared later: this one must stay what it is."""
    assert simhash64(make_text(0)) == "99903119e1e1c392"
