"""What the page's own `<style>` hides: class names and ids, where no other rule may show them again."""

from __future__ import annotations

import re
from typing import Any

MAX_STYLE_CHARS = 2_000_000
MAX_NAMES = 500
_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NAME = re.compile(r"\s*([.#])([A-Za-z_][\w-]{0,100})\s*")
_SCREENS = (None, "", "all", "screen")


def find_hidden_names(root: Any) -> frozenset[str]:
    """Class names and ids that a plain rule hides (`.name {display: none}`), on any screen and in no other rule.

    A name that a second rule speaks of may be shown by it, under some class that a script sets, so it is left out.
    """
    texts = [e.text for e in root.iter("style") if e.text and (e.get("media") or "").strip().lower() in _SCREENS]
    css = "".join(texts)[:MAX_STYLE_CHARS] if texts else ""
    if "none" not in css and "hidden" not in css:
        return frozenset()
    found: dict[str, str] = {}
    depth = 0
    for rule in css.split("}"):
        opened = rule.count("{")
        if opened == 1 and depth == 0 and _HIDES.search(rule):
            found.update(_plain_names(rule.partition("{")[0]))
        depth = max(0, depth + opened - 1)
        if len(found) > MAX_NAMES:
            break
    return frozenset(name for name, selector in found.items() if _is_alone(selector, css))


def _plain_names(selectors: str) -> dict[str, str]:
    """Name → selector of those that are one class or one id and nothing else; a comment before them is cut off."""
    selectors = selectors.rpartition("*/")[2].rpartition(";")[2]
    names: dict[str, str] = {}
    for selector in selectors.split(","):
        match = _NAME.fullmatch(selector)
        if match:
            names[match.group(2)] = match.group(1) + match.group(2)
    return names


def _is_alone(selector: str, css: str) -> bool:
    if css.count(selector) == 1:
        return True
    return len(re.findall(re.escape(selector) + r"(?![\w-])", css)) == 1
