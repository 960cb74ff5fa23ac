"""The dek: the summary that the page prints between headline and body, key points included.

What only metadata says is no dek, and the first paragraph of the body is none either, even where the metadata repeats
it: a dek looks different from the paragraphs that follow it, stands apart from them, or is named.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from itertools import islice

from ..lexicon.match import Match
from ..model.data_files import read_data
from ..model.draft import Block, Claim, Draft, Node
from ..text.similarity import squeeze
from ..text.spaces import clean_line
from .dek_features import MAX_CHARS, MIN_CHARS, STRONG_NAMES, DekEvidence
from .dek_lines import is_date_line
from .dek_points import MAX_POINTS, find_list, find_opening, find_overview
from .dek_template import SMALL_BOX, WORD
from .notices import Place, find_notice
from .places import article_span, path_of

BAR = -1.0
"""Log-odds from which the best block is the dek: on labelled pages, cross-validated by site, 156 of 169 deks are found
there, 1 other is taken for one, and 16 of 173 pages without a dek get one."""
APART = 0.5
"""What it adds, in log-odds, that a line has a name of its own or is the only sentence above the text: the fewer pages
that show it are learned from too little. Cross-validated by site: 3 more deks found, 2 more taken for one."""
_NOTICES = frozenset(("ai", "affiliate", "sponsored", "correction", "update"))
"""Kinds of disclosure that stand where a dek stands, and are none."""
_BESIDE_NAMES = frozenset(("caption", "captions", "figcaption", "tooltip"))
_ABOUT_NAMES = frozenset(("bio", "biography", "contrib", "contributor", "contributors"))
"""An element that is named so says who the author is."""
BOX_LEVELS = 3
"""So many elements up, the block's own with them, a box may say what it is."""
MAX_LONE_CHARS = 400
"""A longer text below which there is no article is the article itself."""
MIN_CUT = 30
"""A part of so many letters that another part begins with is its copy, cut with "…"."""
PART_BAR = -0.9
"""Log-odds from which a further block beside the best one is a part of the dek."""


@dataclass(frozen=True, slots=True)
class _Model:
    """What the score starts from and what each feature adds, in log-odds."""

    base: float
    weights: dict[str, float]

    def score(self, features: list[str]) -> float:
        return math.fsum((self.base, *(self.weights.get(f, 0.0) for f in dict.fromkeys(features))))


def mark_dek(draft: Draft) -> None:
    """Give the printed standfirst and key points the role `dek` and claim their text."""
    span = article_span(draft)
    if span.title < 0:
        return
    evidence, model = DekEvidence(draft, span), _model()
    scores = {b.index: model.score(evidence.features(b)) for b in evidence.candidates if may_be_dek(evidence, b)}
    leads = {i: scores[i] + APART * evidence.is_set_apart(draft.blocks[i]) for i in scores}
    best = max(leads, key=lambda i: (leads[i], -i), default=-1)
    if best < 0 or leads[best] < BAR or evidence.is_plain(draft.blocks[best]):
        return
    parts = _parts(draft, evidence, scores, best)
    if _is_all(draft, parts):
        return
    for block in parts:
        draft.give(block, "dek")
    text = "\n".join(clean_line(b.text, MAX_CHARS) for b in parts)
    confidence = min(0.99, 0.95 + leads[best] / 100)
    draft.claim(Claim("dek", text, "dom", path_of(draft.blocks[best]), text, confidence))


def may_be_dek(evidence: DekEvidence, block: Block) -> bool:
    """Whether words and names leave it open: no headline, date, notice, offer, caption, tooltip or note on the author."""
    text, draft = block.text, evidence.draft
    return not (
        not block.node.words.isdisjoint(_ABOUT_NAMES)
        or (_is_beside_text(block.node) and not evidence.has_own_name(block))
        or _is_offer(evidence.lines.classify(text))
        or find_notice(text, draft.language, Place("head"), evidence.lines) in _NOTICES
        or is_date_line(text)
        or evidence.repeats_title(text)
    )


def _is_beside_text(node: Node) -> bool:
    """Whether the element, or a small box around it, is named as what explains a picture or a button."""
    around = islice(node.ancestors(), BOX_LEVELS)
    return any(n.last - n.first <= SMALL_BOX and not n.words.isdisjoint(_BESIDE_NAMES) for n in around)


def _is_offer(match: Match | None) -> bool:
    """Whether the words that open a line, or all of them, are an offer's: no summary begins so."""
    return match is not None and match.reason in ("promo", "ad") and match.how not in ("contains", "closer")


def _parts(draft: Draft, evidence: DekEvidence, scores: dict[int, float], best: int) -> list[Block]:
    """The best block, others as sure around it with no paragraph of the body between, and lists whole."""
    chosen = {best}
    for side in (_after, _before):
        for block in side(evidence.candidates, best):
            if evidence.is_parted(block, draft.blocks[best]):
                break
            if scores.get(block.index, -9.0) >= PART_BAR and not evidence.is_plain(block):
                chosen.add(block.index)
            elif block.role == "body" and block.node.within("li") is None:
                break
    box = _named_box(draft, draft.blocks[best].node.parent)
    chosen.update(i for i in box if not evidence.is_meta_line(draft.blocks[i].text))
    text = [b for b in evidence.body if b.index not in chosen]
    if text and best < text[0].index:
        chosen.update(find_overview(draft, text), find_opening(draft, text, evidence.descriptions))
    for index in sorted(chosen):
        node = draft.blocks[index].node.within("ul", "ol")
        if node is not None:
            chosen.update(find_list(draft, node))
    first_of = {
        squeeze(draft.blocks[i].text): i for i in sorted(chosen, reverse=True)
    }  # a copy goes with the duplicates
    cut = {key for key in first_of if len(key) >= MIN_CUT and any(o != key and o.startswith(key) for o in first_of)}
    return [draft.blocks[i] for key, i in sorted(first_of.items(), key=lambda item: item[1]) if key not in cut]


def _is_all(draft: Draft, parts: list[Block]) -> bool:
    """Whether they are all that there is of the article, and long: an article in one block, or one behind a wall."""
    chosen = {b.index for b in parts}
    others = any(b.role == "body" and b.index not in chosen for b in draft.blocks)
    return not others and any(b.role == "body" for b in parts) and sum(len(b.text) for b in parts) > MAX_LONE_CHARS


def _named_box(draft: Draft, box: Node | None) -> list[int]:
    """All lines of a small box that is named like a dek and holds nothing else."""
    if box is None or STRONG_NAMES.isdisjoint(WORD.findall(box.names)) or box.last - box.first > 2 * MAX_POINTS:
        return []
    lines = [b for b in draft.blocks[box.first : box.last] if b.kind == "text" and not b.hidden]
    whole = len(lines) <= MAX_POINTS and all(b.role in (None, "body") and len(b.text) >= MIN_CHARS for b in lines)
    return [b.index for b in lines] if whole else []


def _after(candidates: list[Block], best: int) -> list[Block]:
    return [b for b in candidates if b.index > best]


def _before(candidates: list[Block], best: int) -> list[Block]:
    return [b for b in reversed(candidates) if b.index < best]


@cache
def _model() -> _Model:
    data = json.loads(read_data(__package__, "dek_weights.json"))
    return _Model(data["base"], data["weights"])
