"""What structured data says of the text's making and no reader sees: corrections, sponsors, AI as its source."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.document import Disclosure, DisclosureKind
from ..model.draft import Block, Claim, Draft
from ..text.similarity import contained_share

FACT = "stated"
"""Where the disclosures that no block holds are kept among `draft.facts`."""
MIN_CHARS = 20
"""A shorter `correction` is a flag or an address, no text."""
COPY_SHARE = 0.7
"""Of a correction's words, what a printed notice must hold to be the same one."""
ADVERTISER_TYPES = frozenset(("AdvertiserContentArticle",))
_AI_SOURCES = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic")
"""The ends of the IPTC digital source types that mean generative AI."""


def add_stated(draft: Draft) -> None:
    """Notices of the page's data → disclosures without a block, where no printed one says the same."""
    draft.facts[FACT] = tuple(_stated(draft, draft.with_role("disclosure")))


def _stated(draft: Draft, printed: list[Block]) -> Iterator[Disclosure]:
    for claim in draft.claims.get("correction", ()):
        text = str(claim.value)
        if len(text) >= MIN_CHARS and not any(contained_share(text, b.text) >= COPY_SHARE for b in printed):
            yield _disclosure("correction", claim)
            break
    kinds = {block.reason for block in printed}
    sponsor, type_claim = draft.best("sponsor"), draft.best("ld_type")
    if "sponsored" not in kinds:
        if sponsor is not None and sponsor.value != draft.value("site_name"):
            yield _disclosure("sponsored", sponsor)
        elif type_claim is not None and type_claim.value in ADVERTISER_TYPES:
            yield _disclosure("sponsored", type_claim)
    source = draft.best("digitalSourceType")
    if source is not None and "ai" not in kinds and str(source.value).endswith(_AI_SOURCES):
        yield _disclosure("ai", source)


def _disclosure(kind: DisclosureKind, claim: Claim) -> Disclosure:
    return Disclosure(kind, str(claim.value), f"{claim.source} {claim.path}".strip())
