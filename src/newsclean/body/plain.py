"""Title, dek, body and headings of a plain text, by shape and rhythm, where no markup says what is what."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib import resources

from ..lexicon.match import Match, classify_line
from ..model.draft import Block, Claim, Draft
from ..text.similarity import same_line, squeeze
from .features import count_words
from .lines import LONG_WORDS, SENTENCE_ENDS, TextLines, is_sure_noise

MIN_PROSE_SCORE = -1.5
"""A sentence of prose right below the article's lines belongs to it from here on."""
FOCUS_SHIFT = {"balanced": 0.0, "precision": -0.9, "recall": 0.9}
MIN_BETWEEN_SCORE = -3.0
MIN_HEADING_SCORE = -5.0
"""A single line between two of the article's, a paragraph following, is a sub-heading rather than noise."""
MAX_HEADING_WORDS = 14
MAX_HEADING_CHARS = 110
MAX_TITLE_WORDS = 30
MAX_BEFORE = 40
"""Lines above the body in which the title is looked for."""
MIN_TITLE_LETTERS = 12
MIN_CRUMB_LETTERS = 15
_HEADING_ENDS = tuple(".,;:…。，、")


@dataclass(frozen=True, slots=True)
class _Model:
    base: float
    weights: dict[str, float]


def mark_plain_body(draft: Draft) -> None:
    """Lines → title, dek, body, heading, and the noise that shows by its words; the rest stays without a role."""
    value = draft.language or draft.value("language")
    language = value if isinstance(value, str) else None
    blocks: list[Block] = []
    phrases: list[Match | None] = []
    for block in draft.blocks:
        match = classify_line(block.text, language, "removed")
        if match is not None and is_sure_noise(block.text, match):
            draft.remove(block, match.reason)
        else:
            blocks.append(block)
            phrases.append(match)
    if not blocks:
        return
    lines = TextLines([b.text for b in blocks], phrases)
    _score(blocks, lines)
    inside = _choose(blocks, lines, FOCUS_SHIFT[draft.focus])
    title = _find_title(blocks, lines, inside)
    if title is not None:
        _mark_title(draft, blocks, title, inside)
    for block, chosen in zip(blocks, inside, strict=True):
        if chosen and block.role is None:
            draft.give(block, "body")
    _mark_dek(draft, title)
    _mark_headings(draft, [b for b in blocks if b.role == "body"])


def _score(blocks: list[Block], lines: TextLines) -> None:
    model = _model()
    for i, block in enumerate(blocks):
        block.words = lines.words[i]
        block.score = model.base + sum([model.weights.get(f, 0.0) for f in lines.features(i)])


def _choose(blocks: list[Block], lines: TextLines, shift: float) -> list[bool]:
    """Lines whose score is above zero, and prose that stands between or beside such lines.

    No price is put on changes: it made things worse, for short lines by the dozen then outvote a paragraph.
    """
    chosen = [b.score + shift > 0 for b in blocks]
    if not any(chosen):
        return [lines.core[0] <= i <= lines.core[1] for i in range(len(blocks))]
    for i in range(1, len(blocks)):
        if chosen[i - 1] and lines.prose[i] and blocks[i].score + shift > MIN_PROSE_SCORE and lines.phrases[i] is None:
            chosen[i] = True
    for i in range(1, len(blocks) - 1):
        between = chosen[i - 1] and chosen[i + 1] and lines.phrases[i] is None
        if between and blocks[i].score + shift > (MIN_HEADING_SCORE if lines.prose[i + 1] else MIN_BETWEEN_SCORE):
            chosen[i] = True
    return chosen


def _find_title(blocks: list[Block], lines: TextLines, inside: list[bool]) -> int | None:
    """The line above the body, or among its first, that looks most like its headline."""
    first = next((i for i, c in enumerate(inside) if c and lines.words[i] >= LONG_WORDS), None)
    if first is None:
        first = next((i for i, c in enumerate(inside) if c), len(blocks))
    body = {w for i, c in enumerate(inside) if c and i >= first for w in blocks[i].text.casefold().split()}
    best: tuple[float, int] | None = None
    for i in range(max(0, first - MAX_BEFORE), min(first + 1, len(blocks))):
        score = _title_score(i, first, blocks, lines, body)
        if score > 0 and (best is None or score > best[0]):
            best = score, i
    return best[1] if best else None


def _title_score(i: int, first: int, blocks: list[Block], lines: TextLines, body: set[str]) -> float:
    text, words = blocks[i].text, lines.words[i]
    if words > MAX_TITLE_WORDS or len(squeeze(text)) < MIN_TITLE_LETTERS:
        return 0.0
    own = [w for w in text.casefold().split() if len(w) > 3]
    score = 2.0 * sum(w in body for w in own) / (len(own) + 1) + min(words, 8) / 5
    score += 2.0 * (lines.times[text] > 1) - 1.5 * text.endswith((".", "…", "...", ":"))
    score += 1.5 * any(_cuts(b.text, text) for b in blocks[max(0, i - 12) : i + 12] if b is not blocks[i])
    score -= 0.06 * (first - i) + (2.0 if lines.phrases[i] is not None else 0.0) + (1.2 if i == first else 0.0)
    return score


def _cuts(line: str, title: str) -> bool:
    """True where the line ends with the title, whole or cut short: a breadcrumb."""
    if line == title or len(line) < MIN_CRUMB_LETTERS:
        return False
    trail, whole = squeeze(line), squeeze(title)
    if trail != whole and trail.endswith(whole):
        return True
    cut = line.rstrip(" .…")
    if cut == line.rstrip():
        return False
    tail = squeeze(cut)
    start = whole[:MIN_CRUMB_LETTERS]
    at = tail.find(start)
    return at >= 0 and len(start) == MIN_CRUMB_LETTERS and whole.startswith(tail[at:])


def _mark_title(draft: Draft, blocks: list[Block], title: int, inside: list[bool]) -> None:
    text = blocks[title].text
    first = next((i for i, b in enumerate(blocks) if same_line(b.text, text) and len(b.text) >= len(text)), title)
    block = blocks[first if first < title else title]
    draft.give(block, "title")
    draft.claim(Claim("title", block.text, "dom", f"line {block.index}", block.text, 0.9))
    place = blocks.index(block)
    for i, other in enumerate(blocks):
        if other is not block and i <= place + MAX_BEFORE and _cuts(other.text, text):
            draft.remove(other, "breadcrumb")
        elif i < place and inside[i]:
            inside[i] = False
    inside[place] = False


def _mark_dek(draft: Draft, title: int | None) -> None:
    """The sentence below the headline that is said again before the body begins, or stands apart from it."""
    start = next((i for i, b in enumerate(draft.blocks) if b.role == "title"), None)
    if title is None or start is None:
        return
    name = draft.blocks[start].text
    after = [b for b in draft.blocks[start + 1 : start + 14] if not same_line(b.text, name)]
    if not after:
        return
    candidate = after[0]
    if candidate.role == "removed" or count_words(candidate.text) < 6 or len(candidate.text) > 600:
        return
    copied = any(same_line(b.text, candidate.text) for b in draft.blocks[candidate.index + 1 :])
    apart = len(after) > 1 and after[1].role != "body" and candidate.text.endswith(SENTENCE_ENDS)
    if copied or (apart and any(b.role == "body" for b in after[2:])):
        draft.give(candidate, "dek")
        draft.claim(Claim("dek", candidate.text, "dom", f"line {candidate.index}", candidate.text, 0.8))


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
    return not text[0].islower() and text[0] not in "-–•*(" and any(c.isalpha() for c in text)


@functools.cache
def _model() -> _Model:
    data = json.loads(resources.files(__package__).joinpath("line_weights.json").read_text(encoding="utf-8"))
    return _Model(data["base"], data["weights"])
