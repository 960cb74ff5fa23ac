"""What an element's own attributes hide from a reader's eye, however its style says so."""

from __future__ import annotations

import re
from typing import Any

FAR_AWAY = {"px": 900.0, "": 900.0, "pt": 700.0, "em": 60.0, "rem": 60.0, "vw": 100.0, "vh": 100.0, "%": 100.0}
"""So far to the left or above the page nothing is seen, by unit."""

_LENGTH = re.compile(r"(-?[0-9]{0,9}(?:\.[0-9]{1,9})?)\s{0,3}(px|pt|em|rem|vw|vh|%|)")
_NOTHING = re.compile(r"-?0*(?:\.0+)?(?:px|pt|em|rem|vw|vh|%)?")
_NO_AREA = re.compile(
    r"rect\((?:\s*(?:0|0px|1px|auto)(?=[\s,)]),?){4}\s*\)|inset\(\s*(?:[5-9][0-9]|100)(?:\.[0-9]{1,5})?%|circle\(\s*0|polygon\(\s*0"
)
_FADES = ("transition", "transform", "animation", "will-change")
_PLACES = ("left", "top", "margin-left", "margin-top")
MAX_STYLE_CHARS = 4000


def is_hidden(element: Any) -> bool:
    """Hidden by its own attributes; `aria-hidden` alone hides nothing from a reader's eye."""
    hidden = element.get("hidden")
    if (hidden is not None and hidden != "until-found") or element.get("popover") is not None:
        return True
    style = element.get("style")
    return bool(style) and hides(style, bool((element.text or "").strip()))


def hides(style: str, holds_text: bool = True) -> bool:
    """Whether a style attribute hides its element; `holds_text`: bare text stands in it.

    >>> hides("color: red; DISPLAY: none !important"), hides("position:absolute; left:-9999px"), hides("--display:none")
    (True, True, False)
    """
    style = style[:MAX_STYLE_CHARS].lower()
    if "/*" in style:
        style = _without_comments(style)
    rules: dict[str, str] = {}
    for rule in style.split(";"):
        name, colon, value = rule.partition(":")
        if colon:
            rules[name.strip()] = value.replace("!important", "").split("\\")[0].strip()
    get = rules.get
    if get("display") == "none" or get("visibility") in ("hidden", "collapse") or get("content-visibility") == "hidden":
        return True
    if "opacity" in rules and _NOTHING.fullmatch(rules["opacity"]) and not any(word in style for word in _FADES):
        return True  # what starts transparent and fades in is shown as soon as a script runs
    if holds_text and (
        _is_nothing(get("font-size")) or (get("color") == "transparent" and not any("background" in r for r in rules))
    ):
        return True  # a box may have no font size so that no gaps open between the boxes in it
    return _has_no_place(rules)


def _without_comments(style: str) -> str:
    parts = style.split("/*")
    return parts[0] + "".join(part.partition("*/")[2] for part in parts[1:])


def _has_no_place(rules: dict[str, str]) -> bool:
    """Whether an element stands outside of the page or has no area."""
    if _is_far(rules.get("text-indent")) or "scale(0)" in rules.get("transform", ""):
        return True
    is_out = rules.get("position") in ("absolute", "fixed")
    if any(_is_far(rules.get(name)) for name in _PLACES) and (is_out or _is_far(rules.get("margin-left"))):
        return True
    if _NO_AREA.match(rules.get("clip-path", "")) or (is_out and _NO_AREA.match(rules.get("clip", ""))):
        return True
    cut = rules.get("overflow") in ("hidden", "clip") and not any(name.startswith("padding") for name in rules)
    return cut and any(_is_nothing(rules.get(side)) or rules.get(side) == "1px" for side in ("height", "width"))


def _is_nothing(length: str | None) -> bool:
    return bool(length) and _NOTHING.fullmatch(length or "") is not None


def _is_far(length: str | None) -> bool:
    """Whether a length leads so far to the left or up that nothing is seen any more."""
    match = _LENGTH.match(length) if length and length.startswith("-") else None
    if match is None or match[1] in ("", "-"):
        return False
    return -float(match[1]) >= FAR_AWAY[match[2]]
