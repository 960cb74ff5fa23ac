"""How alike two lines are, whatever their quotes, dashes, case, spaces or a cut end."""

from __future__ import annotations

import re
from collections import Counter
from operator import add

_WORD = re.compile(r"[^\W_]+")
_CUT_END = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Scripts written without spaces: pairs of characters stand in for words there."""
_ASCII_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}
_MAX_CHARS = 3000
_MIN_CUT_CHARS = 20
"""A cut line this short says too little to be called the beginning of another."""


def squeeze(text: str) -> str:
    """Letters and digits alone, case folded: what stays when typography goes.

    >>> squeeze("“It’s over” – again!")
    'itsoveragain'
    """
    if text.isascii():
        return text.translate(_ASCII_LETTERS).lower()
    return "".join(_WORD.findall(text)).casefold()


def same_line(a: str, b: str) -> bool:
    """True if both say the same, or one is the other cut short with an ellipsis.

    >>> same_line("Strike ends – at last", "“Strike Ends - At Last”")
    True
    >>> same_line("The harbour strike ends after…", "The harbour strike ends after nine long days")
    True
    """
    if a == b:
        return bool(a)
    x, y = squeeze(a[:_MAX_CHARS]), squeeze(b[:_MAX_CHARS])
    if not x or not y:
        return False
    if x == y:
        return True
    if len(x) > len(y):
        a, b, x, y = b, a, y, x
    return len(x) >= _MIN_CUT_CHARS and y.startswith(x) and _CUT_END.search(a) is not None


def _grams(a: str, b: str) -> tuple[Counter[str], Counter[str]]:
    """What is counted in both: words, or pairs of characters where words are few or not told apart by spaces."""
    one, two = _WORD.findall(a[:_MAX_CHARS].casefold()), _WORD.findall(b[:_MAX_CHARS].casefold())
    if len(one) > 2 and len(two) > 2 and not _UNSPACED.search(a, 0, _MAX_CHARS):
        return Counter(one), Counter(two)
    return _pairs("".join(one)), _pairs("".join(two))


def _pairs(flat: str) -> Counter[str]:
    return Counter(map(add, flat, flat[1:])) if len(flat) > 1 else Counter([flat] if flat else ())


def similarity(a: str, b: str, least: float = 0.0) -> float:
    """Share of words that both lines have (Dice), 0–1.

    least: a smaller share may be given as 0.0, which is found sooner.

    >>> similarity("Rail strike ends on Monday", "Rail strike ends Monday") > 0.85
    True
    >>> similarity("Rail strike", ""), similarity("Rail strike ends", "Air strike begins at noon", least=0.5)
    (0.0, 0.0)
    """
    if least and _is_far(a, b, least):
        return 0.0
    one, two = _grams(a, b)
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if one and two else 0.0


def _is_far(a: str, b: str, least: float, *, both: bool = True) -> bool:
    """True where too few words of a stand in b for that share, of both or of a: cheaper than to count how often."""
    one, two = _WORD.findall(a[:_MAX_CHARS].casefold()), _WORD.findall(b[:_MAX_CHARS].casefold())
    if len(one) < 3 or len(two) < 3 or not (a.isascii() or not _UNSPACED.search(a, 0, _MAX_CHARS)):
        return False  # pairs of characters are compared
    known = set(two)
    most = sum(map(known.__contains__, one))
    return 2 * most < least * (len(one) + len(two)) if both else most < least * len(one)


def contained_share(small: str, large: str, least: float = 0.0) -> float:
    """Share of the small line's words that the large one has too, 0–1.

    least: a smaller share may be given as 0.0, which is found sooner.

    >>> contained_share("rail strike ends", "The rail strike ends on Monday")
    1.0
    """
    if least and _is_far(small, large, least, both=False):
        return 0.0
    one, two = _grams(small, large)
    return (one & two).total() / one.total() if one and two else 0.0
