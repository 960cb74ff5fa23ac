"""Noise that its own words give away, whatever the body step made of it: labels of ads, "also read", share bars, offers."""

from __future__ import annotations

import re

from ..lexicon.fold import is_unspaced
from ..lexicon.match import Match, PageLines, lines_of
from ..model.draft import Block, Draft, Node
from .offers import is_offer

SURE_LINES = frozenset(("ad", "related", "promo", "furniture", "comments", "tags", "author_bio"))
"""A whole line of these kinds was never body or heading on the labelled pages (navigation words were)."""
SURE_OPENERS = frozenset(("ad", "related", "promo", "comments", "author_bio"))
MAX_OPENER_CHARS = 160
SURE_INSIDE = frozenset(("ad", "promo"))
MIN_INSIDE_CHARS = 14
"""A phrase of these kinds that is as long says so wherever it stands in a line (of the labelled body lines 1 in 30,000
holds one; shorter ones are names of networks and apps, which prose has too). Half as many in scripts without spaces."""
MAX_LABEL_CHARS = 80
MIN_LABEL_CHARS = 10
"""In a line of no more than the first, so many of an ad's label are enough: "… pod reklamą"."""
MIN_TOLD_LINE_SHARE = 0.6
"""A line of which the words of a player or a button are so much has little else: "Listen to this article, 4 min"."""
MIN_LONG_CHARS = 20
"""The same for a text longer than `MAX_OPENER_CHARS`: "Stay connected" opens advice, too."""
MAX_SURE_CHARS = 320
"""A longer paragraph that holds such a phrase, or opens with one of promo or author, is prose about it."""
MIN_LINK_SHARE = 0.8
"""A line so full of links that stands below "Also read" is what to read."""
MAX_LINKED = 8
MAX_PROMO_BLOCKS = 6
"""A box that an offer's line opens is the offer's, where it is this small."""
_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "।")
_SPEECH = ' –—-„“”«»"'
_HEADS = frozenset(("related", "comments", "promo"))
MAX_BOX_SHARE = 0.4
"""A box that such a label heads holds at most this share of the body's text; a larger one is the article."""
MIN_TOLD_SHARE = 0.5
"""So much of the body stands above the box: a label before that may head the article ("Comments: 3")."""
_CELLS = frozenset(("li", "td", "th", "dd", "dt"))

_ARROWS_BEFORE, _ARROWS_AFTER = " >»→▶►➤➜⇒↪›", " <>«»→►›"
_POINTER_NAMES = frozenset("related relatedlink interstitial recirculation recirc readmore alsoread readalso".split())
_LABEL = re.compile(r"[^:：]{2,40}[:：]\s*")
MIN_LABELLED_CHARS = 20
MAX_UNLINKED_CHARS = 2
"""A short label, a colon, and nothing but a link of so many characters or more ("More: The lighthouse gets a new lamp"): 69
such lines on the labelled pages lead to other stories, 24 are other noise, none is the article's."""


def mark_sure_noise(draft: Draft) -> None:
    """Body and heading lines that are noise phrases lose their role; the linked lines below "Also read" do too."""
    language, lines = draft.language, lines_of(draft)
    following = 0
    for block in _blocks_around(draft):
        sure = _sure(block, language, lines)
        if sure is not None:
            following = MAX_LINKED if sure.reason == "related" and sure.how == "line" else 0
            if block.role in ("body", "heading"):
                draft.take(block)
            if sure.reason in _HEADS and (sure.how == "line" or sure.reason == "promo"):
                _drop_box(draft, block, is_offer=sure.reason == "promo")
        elif following and block.link_share >= MIN_LINK_SHARE:
            following -= 1
            if block.role in ("body", "heading"):
                draft.take(block)
        elif block.role in ("body", "heading") and (
            is_labelled_link(block) or _is_named_link(block) or _is_pointer(block, language, lines)
        ):
            draft.take(block)
        elif block.role == "body" and is_offer(block.text, language):
            draft.remove(block, "promo")
        else:
            following = 0


def _blocks_around(draft: Draft) -> list[Block]:
    """The visible texts from the article's first to its last, and before them as many as may be linked to its first."""
    texts = [b for b in draft.blocks if b.kind == "text" and not b.hidden]
    places = [i for i, b in enumerate(texts) if b.role in ("body", "heading")]
    return texts[max(0, places[0] - MAX_LINKED) : places[-1] + 1] if places else []


def _drop_box(draft: Draft, label: Block, *, is_offer: bool) -> None:
    """The box that the label opens ("Next story", "Join our channel") loses its body roles."""
    node = label.node
    while node.parent is not None and node.parent.first == label.index and node.last <= label.index + 1:
        node = node.parent
    if node.first != label.index or node.last <= label.index + 1 or node.tag in ("article", "main", "body", "html"):
        return
    inside = [b for b in draft.blocks[node.first : node.last] if b.role in ("body", "heading")]
    total = sum(len(b.text) for b in draft.blocks if b.role == "body")
    before = sum(len(b.text) for b in draft.blocks[: label.index] if b.role == "body")
    is_told = node.last - node.first <= MAX_PROMO_BLOCKS if is_offer else before >= MIN_TOLD_SHARE * total
    is_small = sum(len(b.text) for b in inside) <= MAX_BOX_SHARE * total
    if is_told and inside and is_small and not _is_made_as_texts_box(draft, node):
        for block in inside:
            draft.take(block)


def _is_made_as_texts_box(draft: Draft, node: Node) -> bool:
    """Whether paragraphs stand in another box of the same make: a label may come first in a part of the text too."""
    if not node.names:
        return False
    homes = {b.node.parent for b in draft.blocks if b.role == "body" and not node.first <= b.index < node.last}
    return any(h is not None and (h.tag, h.words) == (node.tag, node.words) for h in homes)


def _sure(block: Block, language: str | None, lines: PageLines) -> Match | None:
    if len(block.text) > MAX_SURE_CHARS:
        return None
    match = lines.classify(block.text, language, "removed")
    if match is not None and match.reason == "tags" and match.how == "opener" and block.link_chars:
        return match
    if match is None or not any(map(str.isalpha, block.text)):
        return None
    if block.tag in _CELLS and match.reason not in ("ad", "related") and block.link_share < MIN_LINK_SHARE:
        return None
    if match.how == "line":
        answer = block.text.endswith(_SENTENCE_ENDS) and block.text[:-1].strip(_SPEECH).isalpha()
        if match.reason == "furniture" and answer and block.link_share < MIN_LINK_SHARE:
            return None  # the answer "Yes." of an interview
        return match if match.reason in SURE_LINES and len(block.text) > 2 else None
    return match if _is_sure_inside(match, len(block.text)) else None


def _is_sure_inside(match: Match, size: int) -> bool:
    """Whether the phrase that opens a line, or stands in it, says enough for its length."""
    if match.how == "opener" and match.reason in SURE_OPENERS and size <= MAX_OPENER_CHARS:
        return True
    if match.reason == "ad" and size <= MAX_LABEL_CHARS and len(match.phrase) >= MIN_LABEL_CHARS:
        return True
    if match.how == "opener" and match.reason == "furniture" and len(match.phrase) >= MIN_TOLD_LINE_SHARE * size:
        return True
    least = MIN_INSIDE_CHARS if size <= MAX_OPENER_CHARS else MIN_LONG_CHARS
    wide = 2 if is_unspaced(match.phrase) else 1
    return match.reason in SURE_INSIDE and wide * len(match.phrase) >= least


def _is_pointer(block: Block, language: str | None, lines: PageLines) -> bool:
    """True where a line is a link that arrows set off, or one behind words that point to other stories ("Read more")."""
    if block.link_chars < MIN_LABELLED_CHARS or len(block.text) > MAX_OPENER_CHARS or block.tag in _CELLS:
        return False
    bare = block.text.lstrip(_ARROWS_BEFORE).rstrip(_ARROWS_AFTER)
    if bare.startswith("[") and bare.endswith("]") and block.link_chars >= len(bare) - 2:
        return True
    if block.link_chars >= len(bare):
        return len(bare) < len(block.text) and bare[0] != "«"
    match = lines.classify(block.text[: -block.link_chars].strip(), language, "removed")
    return match is not None and match.reason == "related" and match.how == "line"


def _is_named_link(block: Block) -> bool:
    """True where a line is a link and its element named for other stories, in which no paragraph is."""
    return block.link_share >= MIN_LINK_SHARE and not block.node.words.isdisjoint(_POINTER_NAMES)


def is_labelled_link(block: Block) -> bool:
    """True where a line is a short label, a colon, and nothing but a link: "Analysis: The lighthouse gets a new lamp"."""
    if not block.link_chars or len(block.text) > MAX_OPENER_CHARS or block.tag in _CELLS:
        return False
    label = _LABEL.match(block.text)
    if label is None:
        return False
    rest = block.text[label.end() :]
    return len(rest) >= MIN_LABELLED_CHARS and abs(block.link_chars - len(rest)) <= MAX_UNLINKED_CHARS
