"""A dry run of site rules: which of their selectors still find something on real pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.site_rules import RuleVersion, Selector, SiteRule, SiteRules
from ..read.page import read_html
from ..read.select import SelectorError, select, text_of

MAX_SAMPLE_CHARS = 200


@dataclass(frozen=True, slots=True)
class TrialRow:
    """What one selector of a rule found: on `matched` of `pages` pages; `sample` is the first text it found."""

    rule: str
    place: str
    selector: str
    pages: int
    matched: int
    sample: str


def try_rules(rules: SiteRules, pages: Iterable[tuple[str, bytes | str, str | None]]) -> list[TrialRow]:
    """A row for each selector that holds for one of the pages, which are (name, page, address or None).

    The address chooses the rule; without one the page's own canonical address does, and a single rule holds for all.
    A row that matched on no page is a rule that has died: the site has changed.
    """
    found: dict[tuple[str, str, str], TrialRow] = {}
    for _, page, url in pages:
        draft = read_html(page, url=url)
        canonical = draft.value("canonical_url")
        ruled = rules.find(url or (canonical if isinstance(canonical, str) else None), None)
        if ruled is None and len(rules.rules) == 1:
            ruled = rules.rules[0], rules.rules[0].versions[-1]
        if ruled is None:
            continue
        for place, selector in selectors_of(ruled[1]):
            key = ruled[0].name, place, selector.expression
            found[key] = _count(found.get(key), ruled[0], place, selector, draft.root)
    return list(found.values())


def selectors_of(version: RuleVersion) -> list[tuple[str, Selector]]:
    """Each selector of a version with its place: "fields.title", "keep", "drop"."""
    rows = [(f"fields.{name}", selector) for name, selectors in version.fields for selector in selectors]
    rows += [("keep", selector) for selector in version.keep]
    return rows + [("drop", drop.selector) for drop in version.drop]


def _count(row: TrialRow | None, rule: SiteRule, place: str, selector: Selector, root: object) -> TrialRow:
    try:
        texts = [text_of(item, selector.attribute) for item in select(root, selector.expression, selector.is_xpath)]
    except SelectorError:
        texts = []
    sample = next((text[:MAX_SAMPLE_CHARS] for text in texts if text), "")
    if row is None:
        return TrialRow(rule.name, place, selector.expression, 1, int(bool(texts)), sample)
    return TrialRow(row.rule, place, row.selector, row.pages + 1, row.matched + bool(texts), row.sample or sample)
