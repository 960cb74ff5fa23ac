"""Title, dek, body and headings of a plain text, by shape and rhythm, where no markup says what is what."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass

from ..lexicon.match import Match, lines_of
from ..model.data_files import read_data
from ..model.draft import Block, Claim, Draft
from ..text.similarity import same_line, squeeze
from .features import count_words
from .lines import LONG_WORDS, SENTENCE_ENDS, TextLines, is_sure_noise
from .plain_head import MAX_BEFORE, best_line, head_candidates, head_features, is_crumb_of

MIN_PROSE_SCORE = -3.0
"""A sentence of prose right below the article's lines belongs to it from here on."""
MIN_HEADED_SCORE = -2.0
"""The same where a heading stands between."""
FOCUS_SHIFT = {"balanced": 0.0, "precision": -0.9, "recall": 0.9}
MIN_BETWEEN_SCORE = -1.5
MIN_HEADING_SCORE = -2.5
"""A single line between two of the article's, a paragraph following, is a sub-heading rather than noise."""
MAX_GAP = 3
"""So many lines in a row between the article's, a sentence among them and no noise phrase, belong to it."""
MIN_GAP_SCORE = -1.5
MIN_GAP_WORDS = 8
MAX_WEAK_SHARE = 0.26
MAX_WEAK_SCORE = 2.3
"""Lines that hold less of the text's words than the first, and score less than the second on a mean of their words, are not
the article: it is a list, a table, a calendar (on texts of sites left out: five found so, one lost)."""
STRETCH_OFFSET = 4.0
PHRASE_COST = 2.0
MAX_STRETCH_WORDS = 30
"""Then the article is the stretch of lines with the greatest sum of scores, each raised by the first, lowered by the second
where the line is a noise phrase, and weighted by the root of its words, at most so many."""
MIN_STRETCH_RATIO = 2.5
"""So many times the words chosen before, the stretch must hold."""
MAX_HEADING_WORDS = 14
MAX_HEADING_CHARS = 110
MAX_TITLE_WORDS = 30
MIN_TITLE_LETTERS = 12
MIN_TITLE_SCORE = -4.0
"""Log-odds; below it a text has no headline."""
MIN_DEK_WORDS = 6
MAX_DEK_CHARS = 600
MAX_DEK_DISTANCE = 13
"""A dek that is said twice stands at most so many lines below the headline."""
_HEADING_ENDS = tuple(".,;:…。，、")


@dataclass(frozen=True, slots=True)
class _Model:
    base: float
    weights: dict[str, float]

    def score(self, features: list[str]) -> float:
        """The log-odds that the features add up to."""
        get = self.weights.get
        return self.base + sum([get(f, 0.0) for f in features])


def mark_plain_body(draft: Draft) -> None:
    """Lines → title, dek, body, heading, and the noise that shows by its words; the rest stays without a role."""
    blocks, lines = _read_lines(draft)
    if not blocks:
        return
    _score(blocks, lines)
    if draft.explain:
        _explain(blocks, lines)
    inside = _choose(blocks, lines, FOCUS_SHIFT[draft.focus])
    first = _first_paragraph(lines, inside)
    title = _find_title(blocks, lines, inside)
    if title is not None:
        _mark_title(draft, blocks, title, inside)
    for block, chosen in zip(blocks, inside, strict=True):
        if chosen and block.role is None:
            draft.give(block, "body")
    _mark_dek(draft, blocks, lines, first)
    _mark_headings(draft, [b for b in blocks if b.role == "body"])


def _read_lines(draft: Draft) -> tuple[list[Block], TextLines]:
    """The lines that are no sure noise; those that are lose their place here."""
    language = draft.language
    known = lines_of(draft)
    blocks: list[Block] = []
    phrases: list[Match | None] = []
    labels: list[str] = []
    label = ""
    for block in draft.blocks:
        match = known.classify(block.text, language, "removed")
        if match is not None and is_sure_noise(block.text, match):
            draft.remove(block, match.reason)
            label = match.reason
        else:
            blocks.append(block)
            phrases.append(match)
            labels.append(label)
            label = ""
    return blocks, TextLines([b.text for b in blocks], phrases, labels)


def _score(blocks: list[Block], lines: TextLines) -> None:
    model = _models()["body"]
    for i, block in enumerate(blocks):
        block.words = lines.words[i]
        block.score = model.score(lines.features(i))


def _explain(blocks: list[Block], lines: TextLines) -> None:
    weights = _models()["body"].weights
    for i, block in enumerate(blocks):
        block.terms = [(feature, weights[feature]) for feature in lines.features(i) if feature in weights]


def _choose(blocks: list[Block], lines: TextLines, shift: float) -> list[bool]:
    """Lines whose score is above zero, and prose that stands between or beside such lines.

    No price is put on changes: it made things worse, for short lines by the dozen then outvote a paragraph.
    """
    chosen = [b.score + shift > 0 for b in blocks]
    if not any(chosen):
        core = [lines.core[0] <= i <= lines.core[1] for i in range(len(blocks))]
        return _find_stretch(blocks, lines, core, shift) or core
    for i in range(1, len(blocks)):
        if chosen[i - 1] and lines.prose[i] and blocks[i].score + shift > MIN_PROSE_SCORE and lines.phrases[i] is None:
            chosen[i] = True
    for i in range(1, len(blocks) - 1):
        between = chosen[i - 1] and chosen[i + 1] and lines.phrases[i] is None
        if between and blocks[i].score + shift > (MIN_HEADING_SCORE if lines.prose[i + 1] else MIN_BETWEEN_SCORE):
            chosen[i] = True
    _close_gaps(blocks, lines, chosen, shift)
    _follow_headings(blocks, lines, chosen, shift)
    return _find_stretch(blocks, lines, chosen, shift) or chosen


def _find_stretch(blocks: list[Block], lines: TextLines, chosen: list[bool], shift: float) -> list[bool] | None:
    """The densest stretch of lines where what was chosen is too little and too weak to be the article; else None."""
    kept = [(b.score + shift, words) for b, words, inside in zip(blocks, lines.words, chosen, strict=True) if inside]
    held = sum(words for _, words in kept)
    weak = sum(score * words for score, words in kept) < MAX_WEAK_SCORE * held
    if not weak or held >= MAX_WEAK_SHARE * sum(lines.words):
        return None
    best, first, last = 0.0, 0, -1
    gain, start = 0.0, 0
    for i, block in enumerate(blocks):
        if gain <= 0:
            gain, start = 0.0, i
        match = lines.phrases[i]
        cost = PHRASE_COST if match is not None and match.how in ("line", "opener") else 0.0
        gain += (block.score + shift + STRETCH_OFFSET - cost) * min(lines.words[i], MAX_STRETCH_WORDS) ** 0.5
        if gain > best:
            best, first, last = gain, start, i
    if sum(lines.words[first : last + 1]) <= MIN_STRETCH_RATIO * held:
        return None
    return [first <= i <= last for i in range(len(blocks))]


def _close_gaps(blocks: list[Block], lines: TextLines, chosen: list[bool], shift: float) -> None:
    """A few lines between the article's that hold a sentence and no noise phrase are the article's too."""
    start = None
    for i, inside in enumerate(chosen):
        if not inside:
            continue
        if start is not None and 0 < i - start - 1 <= MAX_GAP:
            gap = range(start + 1, i)
            plain = all(lines.phrases[k] is None and blocks[k].score + shift > MIN_GAP_SCORE for k in gap)
            if plain and any(lines.ends[k] and lines.words[k] >= MIN_GAP_WORDS for k in gap):
                for k in gap:
                    chosen[k] = True
        start = i


def _follow_headings(blocks: list[Block], lines: TextLines, chosen: list[bool], shift: float) -> None:
    """A line like a heading right below the article's, with prose below it, goes on with the article."""
    for i in range(2, len(blocks)):
        if chosen[i] or not lines.prose[i] or lines.phrases[i] is not None:
            continue
        if chosen[i - 1]:
            chosen[i] = blocks[i].score + shift > MIN_PROSE_SCORE
        elif chosen[i - 2] and lines.phrases[i - 1] is None and _is_heading_like(blocks[i - 1].text):
            chosen[i - 1] = chosen[i] = (
                blocks[i].score + shift > MIN_HEADED_SCORE and blocks[i - 1].score + shift > MIN_GAP_SCORE
            )


def _find_title(blocks: list[Block], lines: TextLines, inside: list[bool]) -> int | None:
    """The line above the body, or among its first, that looks most like its headline."""
    first = _first_paragraph(lines, inside)
    model = _models()["title"]
    scores = [(i, model.score(head_features(lines, i, first))) for i in head_candidates(lines, first)]
    fit = [
        (i, s)
        for i, s in scores
        if lines.words[i] <= MAX_TITLE_WORDS and len(squeeze(blocks[i].text)) >= MIN_TITLE_LETTERS
    ]
    return best_line(fit, MIN_TITLE_SCORE)


def _first_paragraph(lines: TextLines, inside: list[bool]) -> int:
    chosen = [i for i, c in enumerate(inside) if c]
    return next((i for i in chosen if lines.words[i] >= LONG_WORDS), chosen[0] if chosen else len(inside))


def _mark_title(draft: Draft, blocks: list[Block], title: int, inside: list[bool]) -> None:
    text = blocks[title].text
    first = next((i for i, b in enumerate(blocks) if same_line(b.text, text) and len(b.text) >= len(text)), title)
    block = blocks[first if first < title else title]
    draft.give(block, "title")
    draft.claim(Claim("title", block.text, "dom", f"line {block.index}", block.text, 0.9))
    place = blocks.index(block)
    for i, other in enumerate(blocks):
        if other is not block and i <= place + MAX_BEFORE and is_crumb_of(other.text, text):
            draft.remove(other, "breadcrumb")
        elif i < place and inside[i]:
            inside[i] = False
    inside[place] = False


def _mark_dek(draft: Draft, blocks: list[Block], lines: TextLines, first: int) -> None:
    """The line below the headline that reads like a dek, or that is said again before the body begins."""
    place = next((i for i, b in enumerate(blocks) if b.role == "title"), None)
    if place is None:
        return
    model = _models()["dek"]
    name = blocks[place].text
    for i in range(place + 1, min(first + 2, len(blocks))):
        text = blocks[i].text
        if lines.words[i] < MIN_DEK_WORDS or len(text) > MAX_DEK_CHARS or same_line(text, name):
            continue
        copied = i <= place + MAX_DEK_DISTANCE and any(same_line(b.text, text) for b in blocks[i + 1 : first + 2])
        if copied or (i <= first and model.score(head_features(lines, i, first)) > 0 and _goes_on(blocks, i)):
            draft.give(blocks[i], "dek")
            draft.claim(Claim("dek", text, "dom", f"line {blocks[i].index}", text, 0.8))
            return


def _goes_on(blocks: list[Block], i: int) -> bool:
    """Whether enough of the body is left below a line for it to be no more than the summary."""
    return sum(b.words for b in blocks[i + 1 :] if b.role == "body") > blocks[i].words


def _mark_headings(draft: Draft, body: list[Block]) -> None:
    """A short line without a full stop that a paragraph follows is a heading."""
    mean = sum(b.words for b in body) / max(1, len(body))
    for block, following in zip(body, [*body[1:], None], strict=True):
        if following is None or not _is_heading_like(block.text) or _is_heading_like(following.text):
            continue
        if (
            following.words >= min(8, mean)
            and following.text.endswith((*SENTENCE_ENDS, ":", "："))
            and block.words < mean
        ):
            draft.give(block, "heading")
            block.level = 2


def _is_heading_like(text: str) -> bool:
    words = count_words(text)
    if not 1 <= words <= MAX_HEADING_WORDS or len(text) > MAX_HEADING_CHARS or text.endswith(_HEADING_ENDS):
        return False
    return not text[0].islower() and text[0] not in "-–•*(" and any(map(str.isalpha, text))


@functools.cache
def _models() -> dict[str, _Model]:
    data = json.loads(read_data(__package__, "line_weights.json"))
    return {name: _Model(part["base"], part["weights"]) for name, part in data.items()}
