"""Drawings and formulas: whether what stands in one is really behind it."""

from __future__ import annotations

from typing import Any

_BREAKS_OUT = ("p", "div", "ul", "ol", "table", "h1", "h2", "h3", "span")
"""Elements that end an open `<svg>` or `<math>` in a browser; of those of the HTML standard the ones that hold text."""
_HOLDS_HTML = frozenset(("foreignobject", "desc", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"))
"""Where HTML may stand inside of them."""


def is_unclosed(element: Any) -> bool:
    """Whether an `<svg>` or `<math>` was never closed: libxml2 puts the rest of the page into it, browsers do not.

    >>> import lxml.html
    >>> is_unclosed(lxml.html.fromstring("<svg><path d=M0><p>Text</svg>")), is_unclosed(lxml.html.fromstring("<svg><g/></svg>"))
    (True, False)
    """
    found = next(element.iter(*_BREAKS_OUT), None)
    if found is None:
        return False
    return all(holder.tag not in _HOLDS_HTML for holder in found.iterancestors())
