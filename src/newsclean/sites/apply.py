"""Site rules on a draft: claims and roles for what they name, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, cast

from ..lexicon import bylines, dates
from ..model.document import Author
from ..model.draft import Block, Claim, Draft, Role
from ..model.site_rules import Drop, RuleVersion, Selector, SiteRule, SiteRules
from ..read.select import SelectorError, select, text_of
from ..read.urls import absolute_url
from ..text.byline import parse_byline
from ..text.dates import parse_date
from ..text.similarity import squeeze
from ..text.spaces import clean_line

CONFIDENCE = 1.0
"""Of a rule's claim: it beats every other source."""
_PRINTED = frozenset(("title", "kicker", "dek", "byline"))
"""Fields whose blocks get the role of the same name."""
MAX_LINK_SHARE = 0.8
"""A block of links inside a ruled body is not taken for text."""

SiteStep = Callable[[Draft], None]


def make_step(rules: SiteRules, keep: Iterable[Selector] = (), drop: Iterable[Drop] = ()) -> SiteStep:
    """The step that applies the rules of the page's host, then the caller's own `keep` and `drop`."""
    own = RuleVersion(keep=tuple(keep), drop=tuple(drop))

    def apply_site_rules(draft: Draft) -> None:
        if draft.root is None or draft.is_text:
            return
        found = rules.find(draft.url, _day(draft))
        if found is not None:
            _apply(draft, found[1], found[0])
        _apply(draft, own, None)

    return apply_site_rules


def _day(draft: Draft) -> date | None:
    """The day that says which version of a rule is in force: the page's own, else the caller's clock."""
    published = draft.value("published")
    if isinstance(published, str):
        try:
            return date.fromisoformat(published[:10])
        except ValueError:
            pass
    return draft.now.date() if draft.now is not None else None


def _apply(draft: Draft, version: RuleVersion, rule: SiteRule | None) -> None:
    for name, selectors in version.fields:
        if not _apply_field(draft, name, selectors):
            draft.warnings.append(f"site rule {rule.name if rule else ''}: {name} matches nothing on this page")
    for selector in version.keep:
        for block in _blocks_in(draft, _find(draft, selector)):
            if block.role in (None, "removed") and block.kind == "text":
                draft.give(block, "heading" if block.level else "body")
    for drop in version.drop:
        for block in _blocks_in(draft, _find(draft, drop.selector)):
            draft.remove(block, drop.reason)
            for fact in ("images", "embeds"):
                draft.facts.get(fact, {}).pop(block.index, None)


def _apply_field(draft: Draft, name: str, selectors: tuple[Selector, ...]) -> bool:
    """Whether one of the selectors gave the field a value."""
    for selector in selectors:
        found = _find(draft, selector)
        if name == "body":
            if _apply_body(draft, found):
                return True
            continue
        texts = [text for item in found if (text := clean_line(text_of(item, selector.attribute)))]
        value = _value(draft, name, texts)
        if value:
            raw = " | ".join(texts)[:300]
            draft.claim(Claim(name, value, "site-rule", selector.expression, raw, CONFIDENCE))
            if name in _PRINTED and not selector.attribute:
                _give_role(draft, cast("Role", name), found)
            return True
    return False


def _find(draft: Draft, selector: Selector) -> list[Any]:
    try:
        return select(draft.root, selector.expression, selector.is_xpath)
    except SelectorError as exc:
        draft.warnings.append(f"site rule: {exc}")
        return []


def _value(draft: Draft, name: str, texts: list[str]) -> Any:
    """The field's value from the texts that a selector found, None where they hold none."""
    if not texts:
        return None
    if name == "authors":
        return _authors(texts)
    if name in ("published", "modified"):
        day = parse_date(texts[0], dates, draft.language, draft.now)
        return day.iso if day is not None else None
    if name == "tags":
        return tuple(dict.fromkeys(texts))
    if name == "canonical_url":
        return absolute_url(texts[0], draft.base_url)
    return "\n".join(texts) if name == "dek" else texts[0]


def _authors(texts: list[str]) -> tuple[Author, ...]:
    found: dict[str, Author] = {}
    for text in texts:
        byline = parse_byline(text, bylines, sure=True)
        for author in byline.authors if byline is not None else (Author(text),):
            found.setdefault(squeeze(author.name), author)
    return tuple(found.values())


def _give_role(draft: Draft, role: Role, found: list[Any]) -> None:
    """The role to the blocks of the elements; who had it before has none, and the ledger's steps decide anew."""
    blocks = _blocks_in(draft, found)
    if not blocks:
        return
    for block in draft.with_role(role):
        draft.take(block)
    for block in blocks:
        draft.give(block, role)


def _apply_body(draft: Draft, found: list[Any]) -> bool:
    inside = [b for b in _blocks_in(draft, found) if b.kind == "text" and not b.hidden]
    if not inside:
        return False
    places = {b.index for b in inside}
    for block in draft.with_role("body", "heading"):
        if block.index not in places:
            draft.take(block)
    for block in inside:
        if block.role is None and block.link_share < MAX_LINK_SHARE:
            draft.give(block, "heading" if block.level > 1 else "body")
    return True


def _blocks_in(draft: Draft, found: list[Any]) -> list[Block]:
    """The blocks inside the elements; for an inline element the block whose whole text it is."""
    elements = {id(item): item for item in found if not isinstance(item, str)}
    if not elements:
        return []
    inside = [b for b in draft.blocks if any(id(node.element) in elements for node in b.node.ancestors())]
    held = {id(node.element) for b in inside for node in b.node.ancestors()}
    alone = [item for key, item in elements.items() if key not in held]
    if alone:
        texts = {squeeze(text_of(item)) for item in alone} - {""}
        inside += [b for b in draft.blocks if b.kind == "text" and b not in inside and squeeze(b.text) in texts]
    return inside
