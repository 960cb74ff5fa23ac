"""A style sheet → the rules in it that hide something on a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .invisible import hides

MAX_DECLARATION_CHARS = 4000
MAX_SELECTORS_CHARS = 4000
MAX_DECLARED_CHARS = 300_000
"""Of a sheet so much is looked at more closely at most."""
WIDE_PX = 1200
"""The width of the screen that a page is taken to be read on."""

# property that hides, where it does; one pattern each, and no flags: a literal beginning is what makes the search fast
_HIDES = (
    ("display", re.compile(r"display\s{0,5}:\s{0,5}(?:none|\\)")),
    ("visibility", re.compile(r"visibility\s{0,5}:\s{0,5}(?:hidden|collapse)")),
    ("opacity", re.compile(r"opacity\s{0,5}:\s{0,5}(?:0|\.0|1e-|-)")),
    ("font-size", re.compile(r"font-size\s{0,5}:\s{0,5}(?:[012](?:px|pt|;|\}|!|\s|$)|0?\.)")),
    ("text-indent", re.compile(r"text-indent\s{0,5}:\s{0,5}(?:-|100%)")),
    ("left", re.compile(r"left\s{0,5}:\s{0,5}-[0-9]{2}")),
    ("top", re.compile(r"top\s{0,5}:\s{0,5}-[0-9]{2}")),
    ("clip", re.compile(r"clip(?:-path)?\s{0,5}:")),
    ("height", re.compile(r"height\s{0,5}:\s{0,5}(?:0|1px)")),
    ("color", re.compile(r"color\s{0,5}:\s{0,5}(?:transparent|rgba\([0-9, ]{5,13}[, ]0\))")),
    ("transform", re.compile(r"transform\s{0,5}:\s{0,5}(?:scale(?:[xy]|3d)?\(0|translate(?:[xy]|3d)?\(-)")),
    ("scale", re.compile(r"scale\s{0,5}:\s{0,5}0")),
)
_SURE = ("display", "visibility")  # what these are set to hides whatever else the rule says
_AT_BLOCK = re.compile(r"@((?i:media|supports|layer|container|scope|starting-style))\b([^{};@]{0,1000})\{")
_BLOCK_END = re.compile(r"(?:[^{}]*+\{[^{}]*+\})*+\s*+\}")
_WIDTH = re.compile(
    r"\(\s{0,9}((?:min-|max-)width\s{0,9}:|width\s{0,9}[<>]=?)\s{0,9}([0-9]{1,6})(?:\.[0-9]{1,6})?(px|em|rem|)\s{0,9}\)"
)
_COMMA = re.compile(r",(?![^(]*\))")


def read_screen_rules(css: str) -> str:
    """The sheet without its comments, and of its `@media` blocks only what stands in those for wide screens."""
    css = _without_comments(css)
    return "".join([css[first:last] for first, last in _find_screen_parts(css)]) if "@" in css else css


def find_hiding_rules(css: str) -> Iterator[tuple[str, str]]:
    """Selector and property that hides, of each rule; the sheet as `read_screen_rules` gives it."""
    lower, left = _lower(css), MAX_DECLARED_CHARS
    for name, pattern in _HIDES:
        done = 0
        for match in pattern.finditer(lower) if name in lower else ():
            opening = css.rfind("{", done, match.start())
            before, done = done, match.start()
            if opening < 0:  # a second declaration of the rule before
                continue
            if name not in _SURE:
                declarations = _declarations(lower, opening)
                left -= len(declarations)
                if left < 0 or not hides(declarations):
                    continue
            begin = max(css.rfind(mark, before, opening) + 1 for mark in "{};")
            for selector in split_selectors(css[begin or before : opening]):
                yield selector, name


def split_selectors(text: str) -> list[str]:
    """The selectors of a rule.

    >>> split_selectors("a, b:is(.c, .d)")
    ['a', 'b:is(.c, .d)']
    """
    text = text.strip().removeprefix("<!--")[:MAX_SELECTORS_CHARS]
    parts = _COMMA.split(text) if "(" in text else text.split(",")
    return [part.strip().removeprefix("& ") for part in parts]  # "& .a" stands in another rule


def find_rule(css: str, at: int) -> tuple[str, str]:
    """Selectors and declarations, in small letters, of the rule in whose selectors a place lies; empty where it lies elsewhere."""
    opening = css.find("{", at, at + MAX_SELECTORS_CHARS)
    if opening < 0 or css.find("}", at, opening) >= 0 or css.find(";", at, opening) >= 0:
        return "", ""
    first = max(0, at - MAX_SELECTORS_CHARS)
    begin = max(css.rfind(mark, first, at) + 1 for mark in "{};")
    return css[begin or first : opening], _declarations(css, opening).lower()


def _without_comments(css: str) -> str:
    if "/*" not in css:
        return css
    parts = css.split("/*")
    return parts[0] + "".join(part.partition("*/")[2] for part in parts[1:])


def _lower(css: str) -> str:
    """With A to Z in small letters: as long as before, and quick in a sheet with signs of other scripts in it too."""
    return css.lower() if css.isascii() else css.encode().lower().decode()


def _declarations(css: str, opening: int) -> str:
    end = css.find("}", opening, opening + MAX_DECLARATION_CHARS)
    return css[opening + 1 : end if end >= 0 else opening + MAX_DECLARATION_CHARS]


def _find_screen_parts(css: str) -> list[tuple[int, int]]:
    """What of a sheet is for wide screens; where a block of `@media` is, its frame is left out."""
    parts: list[tuple[int, int]] = []
    known: dict[str, bool] = {}
    at = 0
    for block in _AT_BLOCK.finditer(css):
        if block.start() < at:
            continue
        parts.append((at, block.start()))
        at = block.end()
        is_shown = known.get(block[0])
        if is_shown is None:
            is_shown = known[block[0]] = _holds(block[1].lower(), block[2].lower())
        if not is_shown:
            end = _BLOCK_END.match(css, at)
            at = end.end() if end else len(css)
    parts.append((at, len(css)))
    return parts


def _holds(kind: str, condition: str) -> bool:
    """Whether what stands in a block counts on a wide screen."""
    if kind == "media":
        return is_for_screens(condition)
    return kind == "layer" or (kind == "supports" and "not" not in condition)


def is_for_screens(media: str) -> bool:
    """Whether one of several media queries, in small letters, holds of a wide screen; none asks for nothing.

    >>> is_for_screens("screen, print"), is_for_screens("print"), is_for_screens("")
    (True, False, True)
    """
    return any(_is_for_screen(query.strip()) for query in media.split(","))


def _is_for_screen(query: str) -> bool:
    """Whether a media query holds of a wide screen; what is not known does not hold."""
    if query.startswith("not "):
        return query[4:].strip() in ("print", "speech")
    rest = query.removeprefix("only ")
    for side, size, unit in _WIDTH.findall(rest):
        pixels = int(size) * (16 if "em" in unit else 1)
        if (pixels > WIDE_PX) if side.startswith("min") or ">" in side else (pixels < WIDE_PX):
            return False
    words = _WIDTH.sub(" ", rest).replace("(orientation:landscape)", " ").replace(" and ", " ").split()
    return set(words) <= {"and", "all", "screen"}
