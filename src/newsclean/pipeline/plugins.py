"""Plug-ins: installed distributions that put steps of their own into the chain.

A plug-in is an entry point of the group `newsclean.steps`: a function that takes a chain and returns a chain, so that a
plug-in's steps enter as the built-in ones do:

    def add_steps(chain: Chain) -> Chain:
        return chain.after("body", Step("reading_time", mark_reading_time, needs=("body",)))
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any, get_args

from newsclean.model.document import Author, DisclosureKind, Image, RemovalReason
from newsclean.model.draft import Block, Claim, Draft, Role

from .chain import Chain

GROUP = "newsclean.steps"
_ENTRY_POINTS = ("*-info/entry_points.txt", "*.egg/EGG-INFO/entry_points.txt")
MAX_DEPTH = 20
"""Levels of nesting that a value in `Draft.extra` may have."""

AddSteps = Callable[[Chain], Chain]


@dataclass(frozen=True, slots=True)
class Plugin:
    """An installed plug-in: its entry point's name, and its function or why there is none."""

    name: str
    add_steps: AddSteps | None
    problem: str = ""


# A read-only table of what is installed: scanning the distributions takes milliseconds, and what is installed does
# not change while a process runs.
@cache
def find_plugins() -> tuple[Plugin, ...]:
    """The installed plug-ins, by name. One that cannot be imported comes with its problem."""
    if not _is_announced():
        return ()
    from importlib.metadata import entry_points

    found = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return tuple(_load(point) for point in found)


def with_plugins(chain: Chain, plugins: tuple[Plugin, ...] | None = None) -> tuple[Chain, tuple[str, ...]]:
    """The chain with the steps of the plug-ins (default: the installed ones), and a warning for each that failed."""
    warnings: list[str] = []
    for plugin in find_plugins() if plugins is None else plugins:
        try:
            chain = _extend(chain, plugin)
        except Exception as exc:  # noqa: BLE001 - a plug-in may raise anything, and no page must be lost to it
            warnings.append(f"plug-in {plugin.name} left out: {plugin.problem or _reason(exc)}")
    return chain, tuple(warnings)


def _is_announced() -> bool:
    """Whether any installed distribution may have a plug-in.

    To look for the group's name in their files takes a tenth of the time of importing `importlib.metadata`, which is
    asked where a file names it, or where distributions may lie elsewhere than in folders.
    """
    if any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path):
        return True
    for folder in map(Path, dict.fromkeys(sys.path)):
        if folder.is_file():
            return True  # a zip
        for pattern in _ENTRY_POINTS if folder.is_dir() else ():
            if any(f"[{GROUP}]" in file.read_text("utf-8", "replace") for file in folder.glob(pattern)):
                return True
    return False


def _load(point: Any) -> Plugin:
    try:
        loaded = point.load()
    except Exception as exc:  # noqa: BLE001 - importing a plug-in runs its code, which may raise anything
        return Plugin(point.name, None, _reason(exc))
    if not callable(loaded):
        return Plugin(point.name, None, f"{point.value} is no function from chain to chain")
    return Plugin(point.name, loaded)


def _extend(chain: Chain, plugin: Plugin) -> Chain:
    if plugin.add_steps is None:
        raise TypeError(plugin.problem)
    extended = plugin.add_steps(chain)
    if not isinstance(extended, Chain):
        raise TypeError(f"it returned {type(extended).__name__}, not a chain")
    own = set(map(id, chain))
    return Chain(tuple(step if id(step) in own else replace(step, run=_Checked(step.run)) for step in extended))


@dataclass(frozen=True, slots=True)
class _Checked:
    """A plug-in's function, and after it a look at what it left in the draft: rubbish is taken out, with a warning."""

    run: Callable[[Draft], object]

    def __call__(self, draft: Draft) -> None:
        claims, extra = {name: list(found) for name, found in draft.claims.items()}, dict(draft.extra)
        try:
            self.run(draft)
        finally:
            _check_blocks(draft)
            _check_claims(draft, claims)
            _check_extra(draft, extra)


_ROLES = frozenset(get_args(Role))
_TEXTS = "title kicker dek byline dateline published modified site_name category language access canonical_url"
_VALUE_TYPES: dict[str, type] = {
    **dict.fromkeys(_TEXTS.split(), str), "lead_image": Image,
}  # fmt: skip
_PART_TYPES: dict[str, type] = {"authors": Author, "tags": str}
_REASONS = {"removed": frozenset(get_args(RemovalReason)), "disclosure": frozenset(get_args(DisclosureKind))}


def _check_blocks(draft: Draft) -> None:
    for block in draft.blocks:
        if block.step == draft.step and not _is_valid(block):
            _warn(draft, f"role {block.role!r:.40} with reason {block.reason!r:.40} does not exist")
            draft.take(block)


def _is_valid(block: Block) -> bool:
    if block.role is None:
        return True
    if not isinstance(block.role, str) or block.role not in _ROLES:
        return False
    reasons = _REASONS.get(block.role)
    return reasons is None or (isinstance(block.reason, str) and block.reason in reasons)


def _check_claims(draft: Draft, before: dict[str, list[Claim]]) -> None:
    for name in list(draft.claims):
        found = draft.claims[name]
        if found == before.get(name):
            continue
        sound = [claim for claim in found if _is_claim(claim, name)] if isinstance(found, list) else []
        if sound != found:
            _warn(draft, f"a claim for {name!r:.40} is no Claim")
            draft.claims[name] = sound


def _is_claim(claim: object, name: object) -> bool:
    if not isinstance(claim, Claim) or claim.field != name or not isinstance(name, str):
        return False
    texts: tuple[object, ...] = (claim.raw, claim.path, claim.source)
    if not isinstance(claim.confidence, int | float) or not all(isinstance(text, str) for text in texts):
        return False
    part = _PART_TYPES.get(name)
    if part is not None:
        return isinstance(claim.value, tuple) and all(isinstance(item, part) for item in claim.value)
    return isinstance(claim.value, _VALUE_TYPES.get(name, object))


def _check_extra(draft: Draft, before: dict[str, Any]) -> None:
    for key, value in list(draft.extra.items()):
        if key in before and before[key] is value:
            continue
        if not isinstance(key, str) or not _is_json(value, MAX_DEPTH):
            _warn(draft, f"extra[{key!r:.40}] is no JSON value")
            del draft.extra[key]


def _is_json(value: Any, depth: int) -> bool:
    if value is None or isinstance(value, str | bool | int):
        return True
    if isinstance(value, float):
        return math.isfinite(value)
    if depth and isinstance(value, list):
        return all(_is_json(item, depth - 1) for item in value)
    if depth and isinstance(value, dict):
        return all(isinstance(key, str) and _is_json(item, depth - 1) for key, item in value.items())
    return False


def _warn(draft: Draft, message: str) -> None:
    draft.warnings.append(f"step {draft.step}: {message}; it was taken out")


def _reason(exc: Exception) -> str:
    return " ".join(f"{type(exc).__name__}: {exc}".split())[:300]
