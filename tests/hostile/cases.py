"""All cases, and the choice among them that a runner asks for."""

from __future__ import annotations

import importlib

from .page import Case

GROUPS = (
    "markup",
    "depth",
    "size",
    "encodings",
    "characters",
    "metadata",
    "addresses",
    "kinds",
    "output",
    "hidden",
    "shapes",
    "bait",
)
CASES: list[Case] = [case for group in GROUPS for case in importlib.import_module(f"{__package__}.{group}").CASES]
