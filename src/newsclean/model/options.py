"""How a page is cleaned: one frozen value, read in `newsclean.api` alone."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, get_args

from .errors import OptionError
from .site_rules import NO_RULES, SiteRules

if TYPE_CHECKING:
    from .site_profile import SiteProfile

Focus = Literal["balanced", "precision", "recall"]
Ledger = Literal["near", "full", "off"]

MAX_BYTES = 10 * 1024 * 1024
"""Largest page that is read by default, in bytes of decoded text (10 MiB)."""

TIMEOUT_S = 5.0
"""CPU seconds that one page gets by default; a page of 1 MiB takes well under one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a page is cleaned. Frozen, picklable; a value outside its range raises `OptionError`.

    Attributes:
        focus: `precision` cuts more, `recall` keeps more.
        ledger: What `Document.removed` holds: blocks `near` the article, of the `full` page, or none (`off`).
        timeout_s: CPU seconds for one page. When they are gone the remaining steps are skipped, with a warning.
            None: no limit.
        max_bytes: Larger pages raise `InputTooLarge`.
        now: The moment that relative dates ("2 hours ago") count from; without it they stay unread.
        fingerprint: Whether `Document.fingerprint` is filled: a hash of the text by which near-duplicates are found.
        site_profile: What the site says on its other pages: a `SiteProfile`, or a mapping from site (`site_of` an
            address) to profiles. Its lines leave the body with the reason `boilerplate`.
        rules: Publisher rules, read by `newsclean.read_rules`; they beat the generic way for what they name.
        keep: CSS selectors of elements that belong to the article, on any page.
        drop: CSS selectors of elements that do not; they leave with the reason `boilerplate`.
        plugins: Whether installed plug-ins (entry points of the group `newsclean.steps`) take part.
    """

    focus: Focus = "balanced"
    ledger: Ledger = "near"
    timeout_s: float | None = TIMEOUT_S
    max_bytes: int = MAX_BYTES
    now: datetime | None = None
    fingerprint: bool = False
    site_profile: SiteProfile | Mapping[str, SiteProfile] | None = field(default=None, hash=False)
    rules: SiteRules = NO_RULES
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    plugins: bool = True

    def __post_init__(self) -> None:
        _one_of("focus", self.focus, get_args(Focus))
        _one_of("ledger", self.ledger, get_args(Ledger))
        if self.timeout_s is not None:
            _positive("timeout_s", self.timeout_s)
        _positive("max_bytes", self.max_bytes)
        if not isinstance(self.max_bytes, int):
            raise OptionError("max_bytes must be a whole number of bytes")
        if self.now is not None and not isinstance(self.now, datetime):
            raise OptionError(f"now must be a datetime or None, not {type(self.now).__name__}")
        for name in ("fingerprint", "plugins"):
            if not isinstance(getattr(self, name), bool):
                raise OptionError(f"{name} must be True or False, not {getattr(self, name)!r:.40}")
        if self.site_profile is not None:
            _profiles(self.site_profile)
        if not isinstance(self.rules, SiteRules):
            raise OptionError(f"rules must be SiteRules, from newsclean.read_rules, not {type(self.rules).__name__}")
        for name in ("keep", "drop"):
            if not isinstance(getattr(self, name), tuple) or not all(isinstance(s, str) for s in getattr(self, name)):
                raise OptionError(f"{name} must be a tuple of CSS selectors")


def _one_of(name: str, value: object, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise OptionError(f"{name} must be one of {', '.join(choices)}, not {value!r:.40}")


def _positive(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value <= 0:
        raise OptionError(f"{name} must be a number above 0, not {value!r:.40}")


def _profiles(value: object) -> None:
    from .site_profile import SiteProfile

    profiles = value.values() if isinstance(value, Mapping) else [value]
    for profile in profiles:
        if not isinstance(profile, SiteProfile):
            raise OptionError(f"site_profile must be a SiteProfile or a mapping to some, not {type(profile).__name__}")
