"""What structured data says of the text's making and no reader sees: corrections, sponsors, sources, AI as its source."""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon.match import lines_of
from ..model.document import Disclosure, DisclosureKind
from ..model.draft import Block, Claim, Draft
from ..model.hosts import find_host, is_below
from ..text.similarity import contained_share
from .notices import Place, find_notice
from .places import path_of

FACT = "stated"
"""Where the disclosures that no block holds are kept among `draft.facts`."""
MIN_CHARS = 20
"""A shorter `correction` or `backstory` is a flag or an address, no text."""
COPY_SHARE = 0.7
"""Of a stated notice's words, what a printed one must hold to be the same."""
ADVERTISER_TYPES = frozenset(("AdvertiserContentArticle",))
_AI_SOURCES = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic")
"""The ends of the IPTC digital source types that mean generative AI."""
SPONSORED_LINK = "rel=sponsored"
_ADDRESSES = ("http:", "https:", "//", "/", "#", "www.")


def add_stated(draft: Draft) -> None:
    """Notices of the page's data → disclosures without a block, where no printed one says the same."""
    draft.facts[FACT] = tuple(_stated(draft, draft.with_role("disclosure")))


def _stated(draft: Draft, printed: list[Block]) -> Iterator[Disclosure]:
    kinds = {block.reason for block in printed}
    yield from _told(draft, "correction", "correction", printed)
    if "sponsored" not in kinds:
        yield from _sponsors(draft)
    source = draft.best("digitalSourceType")
    if source is not None and "ai" not in kinds and str(source.value).endswith(_AI_SOURCES):
        yield _disclosure("ai", source)
    if kinds.isdisjoint(("source", "syndication")):
        yield from _origins(draft)
    yield from _told(draft, "backstory", "other", printed)
    yield from _principles(draft, kinds)
    if kinds.isdisjoint(("affiliate", "sponsored")):
        yield from _sponsored_links(draft)


def _told(draft: Draft, name: str, kind: DisclosureKind, printed: list[Block]) -> Iterator[Disclosure]:
    """The first text of a property that no printed notice and no paragraph says."""
    texts = [*printed, *draft.with_role("body")]
    for claim in draft.claims.get(name, ()):
        text = str(claim.value)
        long = len(text) >= MIN_CHARS and not text.startswith(_ADDRESSES)
        if long and not any(contained_share(text, b.text) >= COPY_SHARE for b in texts):
            yield _disclosure(kind, claim)
            return


def _sponsors(draft: Draft) -> Iterator[Disclosure]:
    sponsor, type_claim = draft.best("sponsor"), draft.best("ld_type")
    if sponsor is not None and sponsor.value != draft.value("site_name"):
        yield _disclosure("sponsored", sponsor)
    elif type_claim is not None and type_claim.value in ADVERTISER_TYPES:
        yield _disclosure("sponsored", type_claim)


def _origins(draft: Draft) -> Iterator[Disclosure]:
    """What the text is based on, unless that is the page itself or another of its site."""
    claim = draft.best("isBasedOn")
    if claim is None:
        return
    value = str(claim.value)
    host = find_host(value)
    own = [h for h in (find_host(draft.url), find_host(draft.value("canonical_url"))) if h]
    if host and any(is_below(host, h) or is_below(h, host) for h in own):
        return
    if host or not value.startswith(_ADDRESSES):
        yield _disclosure("source", claim)


def _principles(draft: Draft, kinds: set[str]) -> Iterator[Disclosure]:
    """Principles that are no address but a text, and speak of this text."""
    claim = draft.best("publishingPrinciples")
    if claim is None or str(claim.value).startswith(_ADDRESSES):
        return
    kind = find_notice(str(claim.value), draft.language, Place("foot", home=False), lines_of(draft))
    if kind is not None and kind not in kinds:
        yield _disclosure(kind, claim)  # type: ignore[arg-type]


def _sponsored_links(draft: Draft) -> Iterator[Disclosure]:
    """Links of the article's own text that are marked as paid for."""
    for block in draft.blocks:
        element = block.node.element if block.role == "body" and block.link_chars else None
        if element is None:
            continue
        for link in element.iter("a"):
            if "sponsored" in (link.get("rel") or "").lower().split():
                yield Disclosure("affiliate", SPONSORED_LINK, path_of(block))
                return


def _disclosure(kind: DisclosureKind, claim: Claim) -> Disclosure:
    return Disclosure(kind, str(claim.value), f"{claim.source} {claim.path}".strip())
