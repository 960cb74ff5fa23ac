"""Where elements stand: the XPaths of many elements of one tree, every parent's children counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any


def find_paths(elements: Iterable[Any]) -> dict[Any, str]:
    """Element → its XPath, as lxml's `getpath` gives it; None among the elements is passed over.

    >>> import lxml.html
    >>> root = lxml.html.document_fromstring("<body><p>One<p>Two<div>")
    >>> sorted(find_paths(root.find("body")).values())[2:]
    ['/html/body/div', '/html/body/p[1]', '/html/body/p[2]']
    """
    wanted: dict[Any, set[Any]] = {}  # parent → those of its children that lie on a way
    roots: list[Any] = []
    seen: set[Any] = set()
    for element in elements:
        while element is not None and element not in seen:
            seen.add(element)
            parent = element.getparent()
            if parent is None:
                roots.append(element)
            else:
                wanted.setdefault(parent, set()).add(element)
            element = parent
    paths = {root: f"/{root.tag}" for root in roots}
    open_ = list(roots)
    while open_:
        parent = open_.pop()
        steps = _find_steps(parent, wanted.get(parent, set()))
        paths.update((child, f"{paths[parent]}/{step}") for child, step in steps.items())
        open_ += steps
    return paths


def _find_steps(parent: Any, wanted: set[Any]) -> dict[Any, str]:
    """The last part of the path of each wanted child: its tag, numbered where the parent has several of it."""
    total: Counter[str] = Counter()
    places: dict[Any, int] = {}
    for child in parent if wanted else ():
        total[child.tag] += 1
        if child in wanted:
            places[child] = total[child.tag]
    return {c: c.tag if total[c.tag] == 1 else f"{c.tag}[{place}]" for c, place in places.items()}
