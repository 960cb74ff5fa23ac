"""What the page's own `<style>` hides: class names and ids, where no other rule may show them again."""

from __future__ import annotations

import re
from typing import Any

MAX_STYLE_CHARS = 2_000_000
MAX_SELECTOR_CHARS = 4000
# one pattern each, and no flags: a literal beginning is what makes the search fast
_HIDES = (
    re.compile(r"display\s{0,5}:\s{0,5}none"),
    re.compile(r"visibility\s{0,5}:\s{0,5}hidden"),
)
_NAME = re.compile(r"\s*([.#])([A-Za-z_][\w-]{0,100})\s*")
_SHOWN_WHEN_WIDE = re.compile(
    r"(?:sm|md|lg|xl|xxl|tablet|desktop|medium|large)[:_-]\S{0,12}(?:block|flex|grid|inline|table|show|visible)"
)
"""`class="hidden md:block"`, `class="d-none d-lg-flex"`."""
_NAME_MARKS = ("-", "_")
_SCREENS = ("", "all", "screen")
_TYPES = ("", "text/css")


class HiddenNames:
    """The class names and ids that plain rules hide (`.name {display: none}`), looked into as elements ask.

    A name that a second rule speaks of may be shown by it, under some class that a script sets: it hides nothing.
    """

    __slots__ = ("parts", "selectors", "size", "sure")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.selectors: dict[str, str] = {}
        self.sure: dict[str, bool] = {}

    def read(self, style: Any) -> None:
        """Adds the rules of a `<style>` element for screens; it is not changed."""
        css = style.text
        if not css or (style.get("media") or "").strip().lower() not in _SCREENS:
            return
        if (style.get("type") or "").strip().lower() not in _TYPES:
            return
        if self.size < MAX_STYLE_CHARS:
            self.parts.append(css[:MAX_STYLE_CHARS])
            self.size += len(self.parts[-1])
            self.sure.clear()
            self.selectors.update(_read_selectors(css))

    def hides(self, words: list[str]) -> bool:
        """True where one of an element's class names and ids hides it, and none shows it on a wide screen."""
        selectors = self.selectors
        for word in words:
            if word in selectors and self._is_sure(word):
                return not any(_SHOWN_WHEN_WIDE.search(other[:60]) for other in words)
        return False

    def _is_sure(self, name: str) -> bool:
        sure = self.sure.get(name)
        if sure is None:
            sure = self.sure[name] = self._count_rules(self.selectors[name]) == 1
        return sure

    def _count_rules(self, selector: str) -> int:
        """How often the selector stands in the style, up to two."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        css, size = self.parts[0], len(selector)
        count, at = 0, css.find(selector)
        while at >= 0 and count < 2:
            after = css[at + size : at + size + 1]
            count += not (after.isalnum() or after in _NAME_MARKS)
            at = css.find(selector, at + size)
        return count


def _read_selectors(css: str) -> dict[str, str]:
    """Name → selector of the rules that hide, outside of `@media` and the like."""
    found: dict[str, str] = {}
    lower = css.lower()
    if len(lower) != len(css):
        lower = css
    for hides in _HIDES:
        depth = done = 0
        for match in hides.finditer(lower):
            opening = css.rfind("{", done, match.start())
            if opening < 0:  # a second declaration of the rule before
                depth -= css.count("}", done, match.start())
                done = match.start()
                continue
            depth += css.count("{", done, opening) - css.count("}", done, opening)
            if depth == 0:
                begin = max(css.rfind(mark, done, opening) + 1 for mark in "};/")
                found.update(_plain_names(css[begin or done : opening]))
            done = opening
    return found


def _plain_names(selectors: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for selector in selectors.lstrip().removeprefix("<!--")[:MAX_SELECTOR_CHARS].split(","):
        match = _NAME.fullmatch(selector)
        if match:
            names[match.group(2)] = match.group(1) + match.group(2)
    return names
