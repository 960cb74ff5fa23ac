"""Which of the article's blocks are its sub-headings: printed ones, bold lines, and lines of a make of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import pairwise

from ..lexicon.match import PageLines, lines_of
from ..model.draft import Block, Draft, Node
from .units import index_of, make_of

MAX_HEADING_WORDS = 24
MAX_BOLD_HEADING_WORDS = 16
MAX_PLAIN_HEADING_WORDS = 12
MAX_CAPITAL_WORDS = 8
MIN_HEADING_LETTERS = 3
MIN_HEADING_SCORE = -4.5
MAX_LEVELS_APART = 3
MAX_AD_LABEL_WORDS = 4
MAX_REPEATED_APART = 6
MIN_REPEATS = 3
"""Headings of one make (tag and class) as many times above text are a template: a live blog's, a listicle's."""
MIN_REPEATED_WORDS = 8
"""Words of the text below one of these."""
MIN_MAKE = 2
"""So many different short lines of one make, most of them above text and none of them prose, are headings."""
MIN_PROSE_WORDS = 10
MAX_OWNED_DISTANCE = 12
"""Blocks between a heading and the text that it owns: a picture, its caption, a box."""

_PROSE_END = (".", ",", ";", "。", "，", "؛")
_LINE_END = (*_PROSE_END, ":", "…", "!", "”", '"', "»", "“", "」", "』", ")")
_QUESTION = ("Q:", "Q.", "F:", "Frage:", "Question:", "Pregunta:", "Domanda:", "Вопрос:")
"""An interview's questions are its text, whatever their tag."""
_PLAIN_TAGS = frozenset(("p", "div", "strong", "b", "section", "span", "center"))
_BOLD_TAGS = frozenset(("p", "div", "section", "td", "body", "article", "center", "font", "span"))
_SUBHEAD = re.compile(
    r"sub-?_?(?:head|hed|title|line)|cross-?head|inter-?tit|zwischen(?:titel|ueber|über)|ladillo|(?:^|[ _-])heading"
)
_NOT_SUBHEAD = re.compile(r"byline|author|caption|date|related|teaser|promo")


def mark_headings(draft: Draft, texts: list[Block]) -> None:
    """Give headings that own text the role `heading` and their level; take the role `body` from those that own none.

    What stands above an ad's label goes on below it.
    """
    texts = _without_ad_labels(texts, lines_of(draft))
    _promote(draft, texts)
    plain = _plain_headings(texts)
    printed = [b.level for b in texts if b.role == "body" and b.level > 1]
    bold_level = min(6, min(printed) + 1) if printed else 2
    first = next((b.index for b in texts if b.role == "body" and not b.level), 0)
    next_block: Block | None = None
    for block in reversed(texts):
        if block.role == "body" and not block.text.startswith(_QUESTION):
            if block.level:
                # above all text stand dek and rubric: a heading there owns only what follows it at once
                below = texts if block.index > first else []
                _settle(draft, block, below, next_block)
            elif next_block is not None and next_block.role in ("body", "heading"):
                rule = "a bold line above text" if is_bold_heading(block, next_block) else plain.get(block.index)
                if rule:
                    draft.give(block, "heading")
                    block.level = bold_level
                    block.rule = rule
        next_block = block


def _promote(draft: Draft, texts: list[Block]) -> None:
    """A heading printed right above the article's text is the article's, however short it scored."""
    seen = False
    repeats = Counter((b.tag, b.node.names) for b in texts if b.level > 1 and b.node.names)
    for block, after in pairwise(texts):
        seen = seen or block.role == "body"
        if not (seen and block.role is None and block.level > 1 and after.role == "body"):
            continue
        handle = _is_handle(block)
        if _spaced_words(block) > MAX_HEADING_WORDS or (block.link_share > 0.5 and not handle):
            continue
        repeated = repeats[block.tag, block.node.names] >= MIN_REPEATS and after.words >= MIN_REPEATED_WORDS
        # pages of components put each heading into boxes of its own, but then they have several of one make
        max_apart = MAX_REPEATED_APART if repeated else MAX_LEVELS_APART
        is_likely = block.score > MIN_HEADING_SCORE or repeated or handle
        if is_likely and _levels_apart(block, after) <= max_apart:
            draft.give(block, "body")
            block.rule = "a heading above the article's text"


def _is_handle(block: Block) -> bool:
    """Whether a line's links lead to places on this page alone: they open the panel below it."""
    links = block.links()
    return bool(links) and all(url.startswith("#") for url in links)


def _without_ad_labels(texts: list[Block], lines: PageLines) -> list[Block]:
    """The blocks, but for an ad's label below text or a heading; elsewhere it parts nothing."""
    kept: list[Block] = []
    for block in texts:
        if not (kept and (kept[-1].role == "body" or kept[-1].level) and _is_ad_label(block, lines)):
            kept.append(block)
    return kept


def _is_ad_label(block: Block, lines: PageLines) -> bool:
    if block.role is not None or block.level or block.text.count(" ") >= MAX_AD_LABEL_WORDS:
        return False
    match = lines.classify(block.text)
    return match is not None and match.reason == "ad" and match.how == "line"


def _levels_apart(a: Block, b: Block) -> int:
    """Levels from the first block's parent up to the nearest element that holds both."""
    holders = set(b.node.ancestors())
    for levels, node in enumerate(a.node.ancestors()):
        if node in holders:
            return levels
    return 99


def _plain_headings(texts: list[Block]) -> dict[int, str]:
    """Lines without a heading's tag that are headings: block index → the rule that says so."""
    body = [b for b in texts if b.role == "body"]
    makes: defaultdict[tuple[str, str, str, str, int], list[Block]] = defaultdict(list)
    found: dict[int, str] = {}
    candidates: set[int] = set()
    for block, after in pairwise(body):
        if block.level:
            continue
        makes[_make(block)].append(block)
        if not _is_short_line(block, after):
            continue
        candidates.add(block.index)
        if block.text.endswith(_LINE_END):
            continue
        if block.tag in ("strong", "b") or (
            _SUBHEAD.search(block.node.names) and not _NOT_SUBHEAD.search(block.node.names)
        ):
            found[block.index] = "a line named as a heading"
        elif block is not body[0] and _is_capitals(block):
            found[block.index] = "a line in capitals above text"
    for members in makes.values():
        lines = len({b.text for b in members if b.index in candidates})
        if lines >= MIN_MAKE and lines > len(members) / 2 and not any(map(_is_prose, members)):
            for block in members:
                found.setdefault(block.index, "short lines of one make, above text")
    return found


def _is_prose(block: Block) -> bool:
    """Whether a block of a make says that its make is not one of headings."""
    return block.words > MAX_HEADING_WORDS or block.text.endswith(_PROSE_END)


def _is_capitals(block: Block) -> bool:
    """A line in capitals that is neither a place ("BAAR, SWITZERLAND") nor a time with its label."""
    text = block.text
    return block.words <= MAX_CAPITAL_WORDS and text.isupper() and "," not in text and not text[0].isdigit()


def _spaced_words(block: Block) -> int:
    """Words by spaces where there are some: a heading of two German words is no sentence in Chinese."""
    spaces = block.text.count(" ")
    return min(block.words, spaces + 1) if spaces else block.words


def _make(block: Block) -> tuple[str, str, str, str, int]:
    """What lines of one make have in common: where no names tell makes apart, the depth does."""
    node, parent = block.node, block.node.parent
    around = parent.names if parent is not None else ""
    return block.tag, node.names, block.inner, around, 0 if node.names or around else node.depth


def _is_short_line(block: Block, after: Block) -> bool:
    """A short line without a link, with prose, a list or a heading below it."""
    return (
        block.tag in _PLAIN_TAGS
        and _spaced_words(block) <= MAX_PLAIN_HEADING_WORDS
        and block.link_chars == 0
        and sum(map(str.isalpha, block.text)) >= MIN_HEADING_LETTERS
        and (after.words >= MIN_PROSE_WORDS or after.level > 1 or after.tag == "li")
        and block.node.within("li", "table", "blockquote") is None
    )


def _settle(draft: Draft, block: Block, below: list[Block], next_block: Block | None) -> None:
    if _spaced_words(block) > MAX_HEADING_WORDS:
        return
    owns = next_block is not None and next_block.role in ("body", "heading")
    if not owns and next_block is not None:
        first = bisect_right(below, block.index, key=index_of)
        near = below[first : bisect_right(below, block.index + MAX_OWNED_DISTANCE, first, key=index_of)]
        owns = any(b.role == "body" and _shares_home(b, block) for b in near)
    if owns and "byline" not in block.node.names:
        draft.give(block, "heading")
        block.level = max(2, block.level)
        block.rule = block.rule or "a heading with its text"
    else:
        draft.take(block)
        block.rule = "a heading without text"


def _shares_home(a: Block, b: Block) -> bool:
    """Whether two blocks stand in one element, or in two of one make beside each other: an ad or a picture parts these."""
    home, other = a.unit.parent, b.unit.parent
    if home is other or home is None or other is None:
        return home is other
    return bool(home.names) and make_of(home) == make_of(other) and _box_of(home) is _box_of(other)


def _box_of(node: Node) -> Node | None:
    """The element around a node that holds more than it."""
    box = node.parent
    while box is not None and box.first == node.first and box.last == node.last:
        box = box.parent
    return box


def is_bold_heading(block: Block, next_block: Block) -> bool:
    """A short line all in bold, no sentence, with a paragraph below it."""
    inner = block.inner.split(" ")
    return (
        ("strong" in inner or "b" in inner)
        and block.words <= MAX_BOLD_HEADING_WORDS
        and not block.text.endswith(_PROSE_END)
        and block.tag in _BOLD_TAGS
        and next_block.role == "body"
        and (next_block.words > block.words or next_block.tag == "li")
        and not next_block.inner.startswith(("strong", "b"))
    )
