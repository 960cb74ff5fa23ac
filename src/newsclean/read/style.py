"""What the page's own `<style>` hides, where no other rule may show it again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from .css_rules import find_hiding_rules, find_rule, is_for_screens, read_screen_rules, split_selectors
from .css_selectors import Selector, Steps, find_key, parse_selector
from .invisible import hides

MAX_STYLE_CHARS = 2_000_000
MAX_RULES = 5000
MAX_RULES_OF_NAME = 50
MAX_ATTRIBUTES = 50
MAX_SEARCHED_CHARS = 200_000_000
"""So much of style sheets is looked through at most for rules that show again what one hides."""
MAX_MENTIONS = 40
"""A name that more rules speak of is taken to be shown by one."""

_NAME = re.compile(r"[.#][A-Za-z_][\w-]{0,100}")
_SHOWN_WHEN_WIDE = re.compile(
    r"(?:sm|md|lg|xl|xxl|tablet|desktop|medium|large)[:_-]\S{0,12}(?:block|flex|grid|inline|table|show|visible)"
)
"""`class="hidden md:block"`, `class="d-none d-lg-flex"`."""
_NAME_MARKS = ("-", "_", "\\")
_TYPES = ("", "text/css")
_UNSEEN = frozenset(
    "sr-only srOnly sronly visually-hidden visuallyhidden visuallyHidden u-visually-hidden u-visuallyHidden screen-reader-text "
    "screen-reader-only screenreader screenreader-only element-invisible a11y-hidden assistive-text offscreen off-screen "
    "d-none u-hidden is-hidden hidden invisible display-none".split()
)
"""What stylesheets of all houses call text for screen readers, and text that is not shown: of 1,300 elements with such a name on
1,300 pages none held running text of the article."""
_IMPORTANT = "!important"
_CLOAK = "cloak"
"""`[v-cloak]`: what a script takes away when it has run."""


class Rule(NamedTuple):
    """A selector whose rule hides by a property; `key` is what is looked for where it may be shown again."""

    text: str
    key: str
    property: str
    is_name: bool = False
    """Whether the class name or id alone decides."""


NAMED = Rule("", "", "name")
"""Stands for the convention by which a class name alone says that its text is not shown."""


class HidingRules:
    """The rules of a page that hide, looked into as elements ask.

    What a second rule may show, under some class that a script sets, is not hidden.
    """

    __slots__ = (
        "by_attribute", "by_name", "parts", "seen", "selectors", "size", "steps", "sure", "unsearched", "words",
    )  # fmt: skip

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.by_name: dict[str, list[Rule]] = {}
        self.by_attribute: dict[str, list[Rule]] = {}
        self.words = set(_UNSEEN)  # class names and ids that are worth asking about
        self.sure: dict[Rule, bool] = {}
        self.selectors: dict[str, Selector | None] = {}  # parsed when an element first asks: most rules are for none
        self.seen: set[tuple[str, str]] = set()
        self.steps = Steps()
        self.unsearched = MAX_SEARCHED_CHARS

    def read(self, style: Any) -> None:
        """Adds the rules of a `<style>` element for screens; it is not changed."""
        css = style.text
        if not css or not is_for_screens((style.get("media") or "").strip().lower()):
            return
        if (style.get("type") or "").strip().lower() not in _TYPES:
            return
        if self.size < MAX_STYLE_CHARS:
            css = read_screen_rules(css[:MAX_STYLE_CHARS])
            self.parts.append(css)
            self.size += len(css)
            self.sure.clear()
            for text, name in find_hiding_rules(css):
                self._add(text, name)

    def _add(self, text: str, name: str) -> None:
        if (text, name) in self.seen or len(self.seen) >= MAX_RULES:
            return
        self.seen.add((text, name))
        if _NAME.fullmatch(text) and name != "font-size":
            self._note(text, Rule(text, text, name, is_name=True))
            return
        key = find_key(text)
        if key.startswith("["):
            if not key.endswith(_CLOAK) and len(self.by_attribute) < MAX_ATTRIBUTES:
                self.by_attribute.setdefault(key[1:], []).append(Rule(text, key, name))
        elif key:
            self._note(key, Rule(text, key, name))

    def _note(self, key: str, rule: Rule) -> None:
        self.words.add(key[1:])
        rules = self.by_name.setdefault(key, [])
        if len(rules) < MAX_RULES_OF_NAME:
            rules.append(rule)

    def find(self, classes: list[str], element_id: str | None) -> tuple[bool, Sequence[Rule]]:
        """Whether one of an element's class names or its id hides it for sure; else the rules that it may fall under."""
        if _is_shown_when_wide(classes):
            return False, ()
        is_named = not _UNSEEN.isdisjoint(classes)
        keys = [f".{word}" for word in classes]
        if element_id:
            keys.append(f"#{element_id.strip()}")
        rules = [rule for key in keys for rule in self.by_name.get(key, ())]
        if any(rule.is_name and self._is_sure(rule) for rule in rules):
            return True, ()
        return False, [*(rule for rule in rules if not rule.is_name), *([NAMED] if is_named else ())]

    def hide(self, element: Any, rules: Iterable[Rule]) -> bool:
        """Whether one of the rules hides the element; a box without text may have no font size so that no gaps open in it."""
        return any(
            rule is not NAMED
            and (rule.property != "font-size" or bool((element.text or "").strip()))
            and self._selects(rule.text, element)
            and self._is_sure(rule)
            for rule in rules
        )

    def _selects(self, text: str, element: Any) -> bool:
        if text not in self.selectors:
            self.selectors[text] = parse_selector(text)
        selector = self.selectors[text]
        return selector is not None and selector.matches(element, self.steps)

    def hide_by_attribute(self, element: Any) -> bool:
        """Whether an attribute of the element falls under a rule that hides."""
        self.steps.left -= len(self.by_attribute)
        if self.steps.left < 0:
            return False
        return any(
            self.hide(element, rules) for name, rules in self.by_attribute.items() if element.get(name) is not None
        )

    def _is_sure(self, rule: Rule) -> bool:
        sure = self.sure.get(rule)
        if sure is None:
            sure = self.sure[rule] = self._stays_hidden(rule)
        return sure

    def _stays_hidden(self, rule: Rule) -> bool:
        """Whether no rule with the same name in it shows again; of the same selector the last rule counts."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        css, key = self.parts[0], rule.key
        self.unsearched -= len(css)
        if self.unsearched < 0:
            return False
        is_hidden, is_important, at = True, False, css.find(key)
        for _ in range(MAX_MENTIONS):
            if at < 0:
                return is_hidden
            after = css[at + len(key) : at + len(key) + 1]
            if not (after.isalnum() or after in _NAME_MARKS):
                selectors, declarations = find_rule(css, at)
                if rule.property in declarations:
                    if rule.text not in split_selectors(selectors):
                        if not hides(declarations):
                            return False
                    elif (now := _IMPORTANT in declarations) or not is_important:
                        is_hidden, is_important = hides(declarations), now
            at = css.find(key, at + len(key))
        return False


def _is_shown_when_wide(classes: list[str]) -> bool:
    return any(_SHOWN_WHEN_WIDE.search(word[:60]) for word in classes)
