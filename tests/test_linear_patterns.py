"""Regular expressions that stay linear, whatever text is put before them."""

from __future__ import annotations

import json
import re
import re._constants as codes
import re._parser as parser
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

COLLECTOR = Path(__file__).with_name("collect_patterns.py")

SIZES = (250, 500, 1000, 2000)
"""Characters of the baits: the last is what the longest field may have."""

MAX_RATIO = 24.0
"""Linear costs 8 times as much on the longest bait, quadratic 64 times; what lies between is the machine's noise."""

WORTH_S = 0.004
"""A pattern that is done with the longest bait in less CPU time than
this is harmless, however it grows: 4 ms on a slow machine."""

HOPELESS_S = 0.25
"""A pattern that takes more on 2,000 characters is not tried any further."""

BAITS = (*"- — | . , a A 1 / \\ ( [ { < > \" ' “ * _ # @ = : ; … • » © & ! ? 新 é".split(),
    " ", "\t", "\n", "\u00a0", "a ", "A ", "Aa ", "A. ", "1 ", " - ", ", ", ": ", "aA", "x-", "=\"", "a@b.", "http://", "By ", "and ",
    "2025-", "12:", "3 March ", "(a) ", "<a ", "&amp;", "Ann Lee, ", "{a:b;", "/*", "<!--", "年", "É",
)  # fmt: skip


def _sample(item: Any) -> str:
    """A short text that a node of a parsed pattern matches."""
    op, value = item
    if op is codes.LITERAL:
        return chr(value)
    if op is codes.NOT_LITERAL:
        return "b" if value == ord("a") else "a"
    if op is codes.ANY:
        return "a"
    if op is codes.IN:
        return _of_set(value)
    if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return _all(value[2]) * min(max(value[0], 1), 3)
    if op is codes.SUBPATTERN:
        return _all(value[3])
    if op is codes.ATOMIC_GROUP:
        return _all(value)
    if op is codes.BRANCH:
        return _all(value[1][0])
    return ""


def _of_set(members: Any) -> str:
    negated = members[0][0] is codes.NEGATE
    known = {"a", "A", "1", " ", "-", ".", "\n", "é", "/"}
    classes = {codes.CATEGORY_SPACE: " ", codes.CATEGORY_DIGIT: "1", codes.CATEGORY_WORD: "a", codes.CATEGORY_NOT_SPACE: "a",
               codes.CATEGORY_NOT_WORD: "-", codes.CATEGORY_NOT_DIGIT: "a"}  # fmt: skip
    inside = [
        chr(value) if op is codes.LITERAL else chr(value[0]) if op is codes.RANGE else classes.get(value, "a")
        for op, value in members
        if op is not codes.NEGATE
    ]
    return next(iter(sorted(known - set(inside))), "a") if negated else inside[0]


def _all(items: Any) -> str:
    return "".join(map(_sample, items))


def _repeats(items: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What stands before each repeat of a pattern, and what it repeats, outermost first."""
    for item in items:
        op, value = item
        if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            if value[1] > 1:
                yield before, _all(value[2])
            yield from _repeats(value[2], before)
        elif op is codes.SUBPATTERN:
            yield from _repeats(value[3], before)
        elif op is codes.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, before)
        before += _sample(item)


def _baits(pattern: str, flags: int) -> list[tuple[str, str]]:
    """(beginning, what is repeated) for one pattern: general ones and its own."""
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    own = [(before, item) for before, item in _repeats(tree) if item]
    whole = _all(tree)
    own += [("", before + item) for before, item in own[:8]] + ([("", whole)] if whole else [])
    return list(dict.fromkeys([*own[:24], *(("", bait) for bait in BAITS)]))


def _cost_s(compiled: re.Pattern[Any], text: str, is_bytes: bool, is_matched: bool) -> float:
    """CPU seconds of a search through all of the text, or of one match, the least of three."""
    subject: Any = text.encode("utf-8", "replace") if is_bytes else text
    best = float("inf")
    for _ in range(3):
        began = time.thread_time()
        if is_matched:
            compiled.match(subject)
        else:
            deque(compiled.finditer(subject), maxlen=0)
        best = min(best, time.thread_time() - began)
        if best < WORTH_S:
            break
    return best


def find_growth(pattern: str, flags: int, is_bytes: bool = False, is_matched: bool = False) -> str | None:
    """The bait on which the pattern grows faster than linearly, and by how much, or None."""
    source: Any = pattern.encode("latin-1") if is_bytes else pattern
    compiled = re.compile(source, flags)
    for before, bait in _baits(pattern, flags):
        for end in ("", "\x01"):
            texts = [before + (bait * (size // len(bait) + 1))[:size] + end for size in SIZES]
            costs: list[float] = []
            for text in texts:
                costs.append(_cost_s(compiled, text, is_bytes, is_matched))
                if costs[-1] > HOPELESS_S:
                    return f"{bait!r} behind {before!r}: {costs[-1] * 1000:.0f} ms for {len(text)} characters"
            ratio = costs[-1] / max(costs[0], 1e-6)
            if costs[-1] >= WORTH_S and ratio > MAX_RATIO:
                return f"{bait!r} behind {before!r}: {costs[-1] * 1000:.1f} ms, {ratio:.0f} times for 8 times the text"
    return None


@pytest.fixture(scope="module")
def patterns() -> list[tuple[str, str, int, bool, bool]]:
    """Every pattern that newsclean compiles."""
    found = subprocess.run([sys.executable, str(COLLECTOR)], capture_output=True, text=True, check=True)
    return [tuple(json.loads(line)) for line in found.stdout.splitlines()]  # type: ignore[misc]


def test_every_pattern_is_linear(patterns: list[tuple[str, str, int, bool, bool]]) -> None:
    """No pattern of the package takes the square of its text's length, on general baits and on ones made from it."""
    assert len(patterns) > 150
    slow = {
        f"{module}: {pattern[:90]}": found
        for module, pattern, *how in patterns
        if (found := find_growth(pattern, *how))
    }
    assert not slow, "\n".join(f"{name}\n    {growth}" for name, growth in slow.items())


@pytest.mark.parametrize("pattern", [r"\s+$", r"\w+?@", r"(?:a|bc)*d", r"\w+\s*\w+\s*@"])
def test_the_test_finds_patterns_that_are_not(pattern: str) -> None:
    """The measure tells patterns that are known to grow, by far on fast machines too."""
    assert find_growth(pattern, 0) is not None
