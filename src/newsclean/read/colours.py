"""Colours of style sheets as red, green, blue and opacity."""

from __future__ import annotations

import re

Colour = tuple[int, int, int, float]

WHITE: Colour = (255, 255, 255, 1.0)
NEAR = 4
"""Channels that differ by less than this (of 255) are one colour to the eye."""

_NAMES: dict[str, Colour] = {
    "white": WHITE, "black": (0, 0, 0, 1.0), "transparent": (0, 0, 0, 0.0), "snow": (255, 250, 250, 1.0),
    "ivory": (255, 255, 240, 1.0), "red": (255, 0, 0, 1.0), "green": (0, 128, 0, 1.0), "blue": (0, 0, 255, 1.0),
    "yellow": (255, 255, 0, 1.0), "gray": (128, 128, 128, 1.0), "grey": (128, 128, 128, 1.0),
    "silver": (192, 192, 192, 1.0), "navy": (0, 0, 128, 1.0), "whitesmoke": (245, 245, 245, 1.0),
}  # fmt: skip
_HEX = re.compile(r"#([0-9a-f]{3,8})(?![0-9a-z])")
_FUNCTION = re.compile(
    r"rgba?\(\s*([0-9]{1,3})[\s,]{1,3}([0-9]{1,3})[\s,]{1,3}([0-9]{1,3})(?:[\s,/]{1,3}([0-9.]{1,6})(%?))?\s*\)"
)
_CLEAR = re.compile(
    r"(?:(?:rgb|hsl)a\((?:[^(),/]{1,20},){3}|[a-z]{3,5}\([^(),/]{1,60}/)\s{0,3}(?:0?\.0{1,9}|0)%?\s{0,3}\)"
)
"""Whatever the colour, nothing is left of it."""
_WORD = re.compile(r"(?<![\w#(-])[a-z]{3,11}(?![\w(-])")


def find_colour(value: str) -> Colour | None:
    """The colour that a value in small letters names, None where it names none that is known, or a picture.

    >>> find_colour("#fff"), find_colour("rgb(0 0 0 / 0)"), find_colour("url(a.png) red"), find_colour("inherit")
    ((255, 255, 255, 1.0), (0, 0, 0, 0.0), None, None)
    """
    if "url(" in value or "gradient(" in value:
        return None
    if _CLEAR.search(value):
        return _NAMES["transparent"]
    if found := _FUNCTION.search(value):
        opacity = float(found[4] or "1") if (found[4] or "1").count(".") <= 1 and found[4] != "." else 1.0
        return int(found[1]), int(found[2]), int(found[3]), opacity / 100 if found[5] else opacity
    if found := _HEX.search(value):
        return _read_hex(found[1])
    return next((_NAMES[word] for word in _WORD.findall(value[:200]) if word in _NAMES), None)


def _read_hex(digits: str) -> Colour | None:
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in (6, 8):
        return None
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue, int(digits[6:] or "ff", 16) / 255


def look_the_same(one: Colour, other: Colour) -> bool:
    """Whether the eye tells the two apart, both opaque."""
    return all(abs(a - b) < NEAR for a, b in zip(one[:3], other[:3], strict=True))
