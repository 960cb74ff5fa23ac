"""Publisher rules as values: which elements of a site's pages are which field, what to keep and what to drop.

They are read from files in `newsclean.sites`; hosts, dates and selectors only, so that they pickle and compare.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from .document import RemovalReason
from .hosts import find_host, is_below

RuleField = Literal[
    "title", "kicker", "dek", "byline", "authors", "published", "modified", "site_name", "category", "tags", "language",
    "canonical_url", "body",
]  # fmt: skip
RULE_FIELDS: tuple[str, ...] = get_args(RuleField)


@dataclass(frozen=True, slots=True)
class Selector:
    """Elements of a page, by CSS or by XPath; `attribute` is read instead of their text where it is named."""

    expression: str
    is_xpath: bool = False
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Drop:
    """Elements that are no part of the article, and the reason that their removal gets."""

    selector: Selector
    reason: RemovalReason = "boilerplate"


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """What holds for the pages of some days; `since` and `until` are included, None is open.

    fields: field → selectors, tried in their order until one matches.
    """

    fields: tuple[tuple[str, tuple[Selector, ...]], ...] = ()
    keep: tuple[Selector, ...] = ()
    drop: tuple[Drop, ...] = ()
    since: date | None = None
    until: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether it is in force on a day; with no day known, whether it has no end."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class SiteRule:
    """The rules for some hosts and their subdomains; `name` says where they were read."""

    name: str
    hosts: tuple[str, ...]
    versions: tuple[RuleVersion, ...]


@dataclass(frozen=True, slots=True)
class SiteRules:
    """All rules that a cleaner knows. Of several for one host the one with the longest host name counts."""

    rules: tuple[SiteRule, ...] = ()

    def find(self, url: str | None, day: date | None = None) -> tuple[SiteRule, RuleVersion] | None:
        """The rule for an address and its version of a day, or None.

        >>> rule = SiteRule("a", ("skerrypost.example",), (RuleVersion(),))
        >>> SiteRules((rule,)).find("https://www.skerrypost.example/news/1") == (rule, RuleVersion())
        True
        >>> SiteRules((rule,)).find("https://otherskerrypost.example/") is None
        True
        """
        host = find_host(url)
        best: tuple[int, SiteRule] | None = None
        for rule in self.rules:
            for known in rule.hosts:
                if is_below(host, known) and (best is None or len(known) > best[0]):
                    best = len(known), rule
        if best is None:
            return None
        return next(((best[1], version) for version in best[1].versions if version.holds(day)), None)


NO_RULES = SiteRules()
