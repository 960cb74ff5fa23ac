"""Word by word: what is the same, what went, what came."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.text.word_diff import MAX_CELLS, diff_sequences, diff_words


def marked(before: str, after: str) -> str:
    """The runs in one line, as [-removed-] and {+added+}."""
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[run.kind].format(run.text) for run in diff_words(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("Rain", "Rain", "Rain"),
        ("", "Rain", "{+Rain+}"),
        ("Rain", "", "[-Rain-]"),
        ("It cost 30 euros.", "It cost 35 euros.", "It cost [-30-]{+35+} euros."),
        ("Rain fell on Oslo.", "Rain fell.", "Rain fell[- on Oslo-]."),
        ("He said no", "He never said no", "He {+never +}said no"),
        ("the council's plan", "the council’s plan", "the [-council's-]{+council’s+} plan"),
        ("a big red car", "a small blue car", "a [-big red-]{+small blue+} car"),
        ("市长星期一说", "市长星期二说", "市长星期[-一-]{+二+}说"),
        ("one\ntwo", "one two", "one[-\n-]{+ +}two"),
        ("A A A A", "A A A", "A A A[- A-]"),
    ],
)
def test_runs(before: str, after: str, expected: str) -> None:
    """A change is as small as words allow; white space alone does not cut it in two."""
    assert marked(before, after) == expected


WORDS = st.lists(st.sampled_from(["a", "b", "c", " ", "\n", ".", "ü", "市", "’", "it's"]), max_size=40).map("".join)


@given(WORDS, WORDS)
def test_both_texts_can_be_had_back(before: str, after: str) -> None:
    """No sign of either text is lost, doubled or moved, and neighbouring runs differ in kind."""
    runs = diff_words(before, after)
    assert "".join(r.text for r in runs if r.kind != "added") == before
    assert "".join(r.text for r in runs if r.kind != "removed") == after
    assert all(r.text for r in runs)
    assert all(one.kind != two.kind for one, two in pairwise(runs))


@given(st.lists(st.integers(0, 6), max_size=60), st.lists(st.integers(0, 6), max_size=60))
def test_stretches_cover_both_sequences(a: list[int], b: list[int]) -> None:
    """The stretches follow each other without a gap, and what is said to be the same is."""
    at_a = at_b = 0
    for same, (i, j, k, m) in diff_sequences(a, b):
        assert (i, k) == (at_a, at_b)
        assert not same or a[i:j] == b[k:m]
        at_a, at_b = j, m
    assert (at_a, at_b) == (len(a), len(b))


def test_a_change_in_a_long_text_is_found_by_its_anchors() -> None:
    """Where the texts are too long to compare all with all, words that stand once in each hold them together."""
    words = [f"w{n}" for n in range(5000)]
    changed = [*words[:1000], "new", *words[1000:3000], *words[3001:]]
    stretches = [s for same, s in diff_sequences(["x", *words, "x"], ["y", *changed, "y"]) if not same]
    assert stretches == [(0, 1, 0, 1), (1001, 1001, 1001, 1002), (3001, 3002, 3002, 3002), (5001, 5002, 5001, 5002)]
    assert len(words) ** 2 > MAX_CELLS


@pytest.mark.parametrize("alphabet", [1, 2, 3, 50])
def test_long_texts_without_anchors_take_no_longer_than_they_may(alphabet: int) -> None:
    """A hundred thousand words of which none stands once are compared in less than five CPU seconds."""
    draw = random.Random(alphabet)
    a, b = ([draw.randrange(alphabet) for _ in range(100_000)] for _ in range(2))
    began = time.process_time()
    assert list(diff_sequences(a, b))
    assert time.process_time() - began < 5


def test_the_worst_stretch_that_is_compared_word_by_word() -> None:
    """Three hundred words by three hundred of two kinds: the largest product that difflib is given."""
    draw = random.Random(1)
    a, b = ([draw.randrange(2) for _ in range(300)] for _ in range(2))
    began = time.process_time()
    assert list(diff_sequences(a, b))
    assert time.process_time() - began < 1
