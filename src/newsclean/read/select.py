"""CSS selectors and XPaths on a page's tree, for what site rules and callers name."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import lxml.etree as etree

MAX_EXPRESSION_CHARS = 2000


class SelectorError(ValueError):
    """A selector that cannot be read; the message says why."""


@lru_cache(maxsize=1024)
def compile_selector(expression: str, is_xpath: bool) -> Any:
    """A compiled XPath; the table of compiled ones is the only thing kept, and depends on nothing else.

    Raises:
        SelectorError: it is no selector.
    """
    if not expression.strip() or len(expression) > MAX_EXPRESSION_CHARS:
        raise SelectorError("a selector has 1 to 2,000 characters")
    try:
        if is_xpath:
            return etree.XPath(expression)
        from lxml.cssselect import CSSSelector

        return CSSSelector(expression, translator="html")
    except (etree.XPathError, ValueError, SyntaxError) as exc:  # cssselect's errors are SyntaxErrors and ValueErrors
        raise SelectorError(f"{expression!r:.80} is no {'XPath' if is_xpath else 'CSS selector'}: {exc}") from exc


def select(root: Any, expression: str, is_xpath: bool) -> list[Any]:
    """The elements that the selector finds, in page order; strings that an XPath gives stay strings.

    Raises:
        SelectorError: it is no selector, or finds a number or a truth value.
    """
    try:
        found = compile_selector(expression, is_xpath)(root)
    except etree.XPathError as exc:
        raise SelectorError(f"{expression!r:.80}: {exc}") from exc
    if not isinstance(found, list):
        raise SelectorError(f"{expression!r:.80} finds no elements but {type(found).__name__}")
    return found


def text_of(found: Any, attribute: str = "") -> str:
    """The text of an element, white space folded, or its attribute; a string as it is."""
    if isinstance(found, str):
        return " ".join(found.split())
    if attribute:
        return " ".join((found.get(attribute) or "").split())
    return " ".join("".join(found.itertext()).split())
