"""Selectors of rules, compiled once when they are read so that a wrong one is known at once."""

from __future__ import annotations

from ..model.errors import RuleError
from ..model.site_rules import Selector
from ..read.select import SelectorError, compile_selector


def checked(selector: Selector, place: str) -> Selector:
    """The selector, if it can be compiled.

    Raises:
        RuleError: it cannot; the message begins with the place.
    """
    try:
        compile_selector(selector.expression, selector.is_xpath)
    except SelectorError as exc:
        raise RuleError(f"{place}: {exc}") from exc
    return selector
