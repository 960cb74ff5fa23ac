"""What an element's own attributes hide from a reader's eye, however its style says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .colours import WHITE, Colour, find_colour, look_the_same
from .css_selectors import unescape

FAR_AWAY = {"px": 900.0, "": 900.0, "pt": 700.0, "em": 60.0, "rem": 60.0, "vw": 100.0, "vh": 100.0, "%": 100.0}
"""So far to the side or above the page nothing is seen, by unit."""

UNREADABLE = {"px": 2.0, "": 2.0, "pt": 2.0, "em": 0.1, "rem": 0.1, "vw": 0.1, "vh": 0.1, "%": 10.0}
"""Letters up to this size are none to the eye, by unit."""

FAINT = 0.01
"""Opacity up to this is nothing to the eye."""

_LENGTH = re.compile(r"(-?[0-9]{0,9}(?:\.[0-9]{1,9})?)\s{0,3}(px|pt|em|rem|vw|vh|%|)(?![\w.])")
_NUMBER = re.compile(r"(-?[0-9]{0,9}(?:\.[0-9]{1,30})?(?:e-[0-9]{1,3})?)\s{0,3}(%?)")
_SHIFT = re.compile(r"translate(?:x|y|3d)?\(\s{0,9}([^\s,)%]{1,20})(?:,\s{0,9}([^\s,)%]{1,20}))?")
_NO_SCALE = re.compile(r"scale(?:[xy]|3d)?\(\s{0,9}0{1,9}(?:\.0{0,9})?\s{0,9}[,)]")
_NO_AREA = re.compile(
    r"rect\((?:\s*(?:0|0px|1px|auto)(?=[\s,)]),?){4}\s*\)|inset\(\s*(?:[5-9][0-9]|100)(?:\.[0-9]{1,5})?%|circle\(\s*0|polygon\(\s*0"
)
_FADES = ("transition", "transform", "animation", "will-change")
_PLACES = (
    "left", "top", "right", "margin-left", "margin-top", "inset", "inset-inline-start", "inset-block-start",
    "margin-inline-start", "margin-block-start",
)  # fmt: skip
_SIDES = (
    "height", "width", "max-height", "max-width", "block-size", "inline-size", "max-block-size", "max-inline-size",
)  # fmt: skip
_PLACING = frozenset((
    *_PLACES, "text-indent", "transform", "-webkit-transform", "scale", "translate", "clip-path", "-webkit-clip-path",
    "clip", "overflow", "overflow-x", "overflow-y",
))  # fmt: skip
"""Without one of them an element stands where the page put it."""
MAX_STYLE_CHARS = 4000
MAX_ANCESTORS = 40


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style attribute does: whether it hides, the colour of the text, the background."""

    hides: bool
    colour: Colour | None
    paper: str


class Styles:
    """The style attributes of a page, each read once."""

    __slots__ = ("known",)

    def __init__(self) -> None:
        self.known: dict[str, _Style] = {"": _Style(False, None, "")}

    def hide(self, element: Any) -> bool:
        """Hidden by its own attributes; `aria-hidden` alone hides nothing from a reader's eye."""
        hidden = element.get("hidden")
        if (hidden is not None and hidden != "until-found") or element.get("popover") is not None:
            return True
        return self._read(element).hides

    def hide_in_colour(self, element: Any) -> bool:
        """Whether an element's own text has the colour of what it stands on: the nearest background named around it, or white.

        Links have: those of menus are white on pictures and bars that the style sheet draws.

        >>> from lxml.html import fromstring
        >>> [Styles().hide_in_colour(fromstring(f"<p style='color:#fff;{more}'>x")) for more in ("", "background:red")]
        [True, False]
        """
        colour = self._read(element).colour
        if colour is None and (named := element.get("color")):
            colour = find_colour(named.lower())
        if colour is None or element.tag == "a":
            return False
        holder, left = element, MAX_ANCESTORS
        while holder is not None and left:
            paper = self._read(holder).paper or holder.get("bgcolor") or holder.get("background")
            if paper:
                found = find_colour(paper.lower())
                return found is not None and look_the_same(found, colour)
            holder, left = holder.getparent(), left - 1
        return look_the_same(WHITE, colour)

    def _read(self, element: Any) -> _Style:
        style = element.get("style") or ""
        found = self.known.get(style)
        if found is None:
            rules = _read(style)
            colour = rules.get("color")
            found = _Style(_hide(rules, style), find_colour(colour) if colour else None, _background(rules) or "")
            self.known[style] = found
        return found


def hides(style: str) -> bool:
    """Whether a style attribute, or the declarations of a rule, hide what they are for.

    >>> hides("color: red; DISPLAY: none !important"), hides("position:absolute; left:-9999px"), hides("--display:none")
    (True, True, False)
    """
    return _hide(_read(style), style)


def _hide(rules: dict[str, str], style: str) -> bool:
    get = rules.get
    if get("display") == "none" or get("visibility") in ("hidden", "collapse") or get("content-visibility") == "hidden":
        return True
    if "opacity" in rules and _is_faint(rules["opacity"]) and not any(word in style.lower() for word in _FADES):
        return True  # what starts transparent and fades in is shown as soon as a script runs
    if "filter" in rules and rules["filter"].startswith("opacity(") and _is_faint(rules["filter"][8:]):
        return True
    return _has_no_letters(rules) or _has_no_place(rules)


def _read(style: str) -> dict[str, str]:
    """The declarations; of those of one property the last counts, or the last of the important ones."""
    style = style[:MAX_STYLE_CHARS].lower()
    if "/*" in style:
        style = _without_comments(style)
    if "\\" in style:
        style = unescape(style)
    rules: dict[str, str] = {}
    important: set[str] = set()
    for rule in style.split(";"):
        name, colon, value = rule.partition(":")
        if not colon:
            continue
        name = name.strip()
        if "!" in value:
            important.add(name)
            value = value.partition("!")[0]
        elif name in important:
            continue
        rules[name] = value.strip()
    return rules


def _without_comments(style: str) -> str:
    parts = style.split("/*")
    return parts[0] + "".join(part.partition("*/")[2] for part in parts[1:])


def _has_no_letters(rules: dict[str, str]) -> bool:
    """Whether letters have no size, or no colour of their own."""
    size = rules.get("font-size") or rules.get("font", "")
    length = _LENGTH.match(size) if size else None
    if length and length[1] and float(length[1]) <= UNREADABLE[length[2]]:
        return True
    colour = rules.get("-webkit-text-fill-color") or rules.get("color")
    found = find_colour(colour) if colour else None
    if found is None:
        return False
    paper = _background(rules)
    if not paper:
        return found[3] <= FAINT
    behind = find_colour(paper)
    return behind is not None and behind[3] == 1.0 and found[3] == 1.0 and look_the_same(behind, found)


def _background(rules: dict[str, str]) -> str | None:
    return rules.get("background-color") or rules.get("background") or rules.get("background-image")


def _has_no_place(rules: dict[str, str]) -> bool:
    """Whether an element stands outside of the page or has no area."""
    if _PLACING.isdisjoint(rules):
        return False
    if _is_far(rules.get("text-indent")) or _is_moved_away(_transform(rules)):
        return True
    is_out = rules.get("position") in ("absolute", "fixed")
    if any(_is_far(rules.get(name)) for name in _PLACES) and (is_out or _is_far(rules.get("margin-left"))):
        return True
    clips = [rules.get("clip-path", ""), rules.get("-webkit-clip-path", ""), rules.get("clip", "") if is_out else ""]
    if any(map(_NO_AREA.match, clips)):
        return True
    if not any(rules.get(name) in ("hidden", "clip") for name in ("overflow", "overflow-x", "overflow-y")):
        return False
    if rules.get("text-indent") == "100%" and rules.get("white-space") == "nowrap":
        return True
    return not any(name.startswith("padding") for name in rules) and any(_is_nothing(rules.get(s)) for s in _SIDES)


def _transform(rules: dict[str, str]) -> str:
    """The functions of `transform`, and `scale` and `translate`, which are properties too, written as such functions."""
    own = [f"{name}({','.join(rules[name].split())})" for name in ("scale", "translate") if name in rules]
    return " ".join([rules.get("transform") or rules.get("-webkit-transform", ""), *own])


def _is_moved_away(transform: str) -> bool:
    shift = _SHIFT.search(transform)
    return bool(_NO_SCALE.search(transform)) or (shift is not None and (_is_far(shift[1]) or _is_far(shift[2])))


def _is_nothing(length: str | None) -> bool:
    """Whether a side is a pixel long at most."""
    match = _LENGTH.fullmatch(length) if length else None
    return match is not None and match[1] not in ("", "-") and float(match[1]) <= (1.0 if match[2] == "px" else 0.0)


def _is_faint(value: str) -> bool:
    match = _NUMBER.match(value)
    if match is None or match[1] in ("", "-") or match[1].lstrip("-").startswith("e"):
        return False
    return float(match[1]) / (100 if match[2] else 1) <= FAINT


def _is_far(length: str | None) -> bool:
    """Whether a length leads so far to the left or up that nothing is seen any more."""
    if length and "+" not in length:
        length = length.removeprefix("calc(")
    match = _LENGTH.match(length) if length and length.startswith("-") else None
    if match is None or match[1] in ("", "-"):
        return False
    return -float(match[1]) >= FAR_AWAY[match[2]]
