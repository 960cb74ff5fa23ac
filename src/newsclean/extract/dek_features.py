"""What speaks for a block being the dek: named features of its names, its place, its look and its words.

What each is worth was learned from hand-labelled pages by tools/learn_dek.py and stands in dek_weights.json.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from ..lexicon import bylines as byline_words
from ..lexicon.key_points import LABELS
from ..lexicon.match import Match, lines_of
from ..model.draft import Block, Draft, Node
from ..text.byline import has_opening
from ..text.similarity import likeness_of, squeeze
from .byline_signs import is_name_card
from .dek_lines import ENDS, MAX_LINE_CHARS, is_byline, is_dated
from .dek_points import MAX_POINTS
from .dek_template import BODY_BLOCKS, SMALL_BOX, WORD, BodyTemplate, is_emphasis
from .places import Span

MIN_CHARS = 15
MAX_CHARS = 1200
BLOCKS_BEFORE = 5
"""A dek may stand above the headline, so many blocks at most."""
BLOCKS_AFTER = 40
MAX_LINK_SHARE = 0.6
MIN_PROSE_CHARS = 30
MIN_PARAGRAPH_CHARS = 80
"""Of a paragraph of the text, which is no part of a dek and below which none stands; captions and lines of dates above deks
are shorter, or made unlike the text."""
SURE_TITLE = 0.5
"""Confidence from which a claimed title is one, and so no dek; a doubtful one is often the standfirst."""
ARTICLE_START_CHARS = 60
LABEL_CHARS = 40
"""What stands over a list and is no longer is its label."""

STRONG_NAMES = frozenset(
    "dek standfirst subtitle subhead subheadline subheading subhed subline strapline lede deck sommario "
    "einleitung vorspann ingress "
    "preamble preface chapeau bajada copete sumario entradilla epigraph epigrafe sumilla teasertext shorttext "
    "kurztext anriss perex ledtext headlinetext "
    "lid zajawka occhiello sottotitolo subtitulo subtitulos sapo spot manchet underrubrik resume lead "
    "leads articlelead leadtext standfirsttext "
    "introduction intro excerpt summary abstract blurb headnote undertitel dekk keypoints highlights "
    "bullets bulletpoints".split()
)
WEAK_NAMES = frozenset("description desc teaser tagline digest tips brief secondary sub summ hidden".split())
POINT_NAMES = frozenset(
    "summary keypoints points highlights bullets bullet takeaways glance list kurz key facts essentials resumen".split()
)
BAD_NAMES = frozenset(
    "caption figcaption credit credits related recommended newsletter comment comments nav menu footer "
    "share social byline author authors "
    "date tags tag breadcrumb promo ad ads paywall cookie banner gallery image photo video player "
    "copyright card toc popular more signup site message alert".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_SENTENCE = re.compile(r"(?<![.!?…。！？।؟])[.!?…。！？।؟]+[”\"»’]?(?:\s|$)")
_COLONS = (":", "：")
_CHAR_EDGES = (25, 40, 60, 90, 130, 180, 240, 320, 450, 650)
_SCORE_EDGES = (-4.0, -2.0, -0.5, 0.5, 2.0, 4.0)
_COUNT_EDGES = (2, 3, 6, 15)


class DekEvidence:
    """What is the same for all of a page's blocks: the body's template, the claims to compare with."""

    def __init__(self, draft: Draft, span: Span) -> None:
        self.draft = draft
        self.span = span
        body = [b for b in draft.blocks if b.role == "body"][:12]
        self.body = body
        self.order = {b.index: i for i, b in enumerate(body)}
        self.heading_names = {(b.tag, b.node.names) for b in draft.blocks if b.role == "heading"}
        self.template = BodyTemplate(body)
        claims = [c for c in draft.claims.get("title", ()) if isinstance(c.value, str)]
        self.titles = _different(c.value for c in claims if c.confidence >= SURE_TITLE or c.path == "title")
        self.descriptions = _different(c.value for c in draft.claims.get("description", ()) if isinstance(c.value, str))
        self.doubtful_titles = _different(c.value for c in claims if c.confidence < SURE_TITLE and c.path != "title")
        self.article = next(
            (squeeze(c.value[:4000]) for c in draft.claims.get("article_body", ()) if isinstance(c.value, str)), ""
        )
        self.language = draft.language
        self.lines = lines_of(draft)
        self.likeness = likeness_of(draft)
        self.alike = Counter([(b.tag, b.node.names) for b in draft.blocks if b.kind == "text"])
        self.meta_lines: dict[str, bool] = {}
        self.dated: dict[str, bool] = {}
        self.candidates = self._candidates()
        self.prose = [b.index for b in self.candidates if b.index > span.title and len(b.text) >= MIN_PROSE_CHARS]

    def _candidates(self) -> list[Block]:
        """Texts around the title and at the body's beginning that no step has removed."""
        title, first = self.span.title, self.span.first
        near = range(max(0, title - BLOCKS_BEFORE), title + BLOCKS_AFTER)
        last = self.body[:BODY_BLOCKS][-1].index + 1 if self.body and first > title else near.stop
        wanted = [*range(near.start, min(near.stop, last))]
        wanted += range(max(near.stop, first - BLOCKS_BEFORE), last) if first > title else ()
        blocks = self.draft.blocks
        return [
            b
            for i in wanted
            if i < len(blocks)
            and _may_be(b := blocks[i])
            and not (self._is_like_next(b) or self._is_in_other_list(b) or self._is_in_text(b))
        ]

    def _is_in_other_list(self, block: Block) -> bool:
        """An item of a list that the text leads into, with a colon or a heading, or of a way through the site.

        A heading that says that key points follow is no part of the text.
        """
        node = block.node.within("ul", "ol")
        if node is None:
            return False
        before = next((b for b in reversed(self.draft.blocks[: node.first]) if b.kind == "text"), None)
        if before is not None and before.index > self.span.title and before.level:
            return not any(label in before.text.lower() for label in LABELS)
        is_led_in = before is not None and before.role == "body" and len(before.text) > LABEL_CHARS
        return (is_led_in and before is not None and before.text.endswith(_COLONS)) or self._is_trail(node)

    def _is_in_text(self, block: Block) -> bool:
        """Whether a paragraph of the text stands above it, and no name of its own says what it is."""
        above = [b for b in self.body if self.span.title < b.index < block.index and len(b.text) >= MIN_PARAGRAPH_CHARS]
        told = any(b.text.endswith(ENDS) and self.template.of(b) == "same" for b in above)
        return told and not self.has_own_name(block)

    def _is_trail(self, items: Node) -> bool:
        """Whether half of a list's items or more are short links."""
        texts = [b for b in self.draft.blocks[items.first : items.last] if b.kind == "text"]
        links = sum(b.link_share > MAX_LINK_SHARE and len(b.text) < MIN_PROSE_CHARS for b in texts)
        return 2 * links >= len(texts)

    def _is_like_next(self, block: Block) -> bool:
        """A paragraph that looks just like the next one is the body's, whatever the metadata repeats of it."""
        return (
            block.tag == "p"
            and not is_emphasis(block)
            and self.template.of(block) == "same"
            and STRONG_NAMES.isdisjoint(_words(f"{block.node.names} {_box_names(block)}"))
        )

    def features(self, block: Block) -> list[str]:
        """The names of what holds for the block."""
        template, place = self.template.of(block), self._place(block)
        emphasis = self.template.emphasis(block)
        known = self._description(block.text)
        role = block.role or "none"
        return [
            f"tag {block.tag}", f"tag {block.tag} {role}", f"place {place}", f"template {template}",
            f"template {template} {emphasis}", f"emphasis {emphasis}", f"description {known}",
            f"description {known} {template}", f"description {known} {place}",
            f"article {self._article_body(block.text)} {role}",
            *self._name_features(block), *self._word_features(block), *self._kin_features(block, template),
            f"head prose {place == 'head' and self._is_prose(block)}", f"own box {self.template.has_own_box(block)} {role}",
            f"sole prose {self._is_sole_prose(block, place)}", f"own name {self.has_own_name(block)} {template}",
        ]  # fmt: skip

    def is_plain(self, block: Block) -> bool:
        """Whether it is made as the paragraphs that follow, or all the text there is, and neither name nor look is its own.

        The page's description sets no paragraph apart: it is often cut from the first one. Only items of a list, which are
        all made alike, are none where the description says the same. What ends in a colon leads into the text.
        """
        if block.text.endswith(_COLONS):
            return True
        if self.template.emphasis(block) == "True" or any(
            f.startswith("strong") for f in self._name_features(block)[:-1]
        ):
            return False
        if block.node.within("li") is not None and self._description(block.text) != "absent":
            return False
        return self.template.is_made_as_text(block)

    def _is_prose(self, block: Block) -> bool:
        """A sentence without links that no phrase of the furniture explains."""
        text = block.text
        if len(text) < 40 or block.link_chars or not text.endswith(ENDS) or self._is_dated(text):
            return False
        return block.node.within("figure", "aside", "footer", "form", "button") is None and not self._is_phrase(text)

    def is_set_apart(self, block: Block) -> bool:
        """Whether the line is named like a dek and made unlike the text, or is the only sentence above it."""
        named = self.has_own_name(block) and self.template.of(block) not in ("same", "part")
        return named or self._is_sole_prose(block, self._place(block))

    def _is_sole_prose(self, block: Block, place: str) -> bool:
        """The only sentence between the headline and the text, which none of the text's paragraphs looks like."""
        if place != "head" or not self._is_prose(block):
            return False
        others = [b for b in self.candidates if b is not block and self._place(b) == "head" and self._is_prose(b)]
        return not others and all(b.node.names != block.node.names or b.tag != block.tag for b in self.body)

    def has_own_name(self, block: Block) -> bool:
        """Whether the element, or the box that it has for itself, is named like a dek."""
        parent = block.node.parent
        alone = parent is not None and parent.last - parent.first == 1
        names = f"{block.node.names} {block.inner} {parent.names if parent is not None and alone else ''}"
        return not STRONG_NAMES.isdisjoint(_words(names))

    # --- place --------------------------------------------------------------------------------------------------------
    def _place(self, block: Block) -> str:
        if block.index < self.span.title:
            return "above"
        number = self.order.get(block.index)
        if number is not None:
            return f"body{min(number, 3)}"
        if block.role == "heading":
            return "heading" if self.span.first < block.index else "heading first"
        return "head" if block.index < self.span.first or self.span.first < 0 else "between"

    def _kin_features(self, block: Block, template: str) -> list[str]:
        title = self.draft.blocks[self.span.title].node
        kin = next((i for i, n in enumerate(title.ancestors()) if n.first <= block.index < n.last), 9)
        rank = next((i for i, index in enumerate(self.prose) if index == block.index), 9)
        near = self.draft.blocks[self.span.title + 1 : block.index]
        dated = any(self.is_meta_line(b.text) for b in near if b.kind == "text")
        alike = self.alike[block.tag, block.node.names]
        return [
            f"kin {min(kin, 5)}", f"rank {min(rank, 4)}", f"rank {min(rank, 4)} {template}",
            f"distance {bisect_right((1, 2, 4, 8, 16, 32), abs(block.index - self.span.title))}",
            f"after meta {dated} {template}", f"alike {bisect_right(_COUNT_EDGES, alike)}",
            f"image between {any(b.kind != 'text' for b in near)}",
            f"score {bisect_right(_SCORE_EDGES, block.score)}",
            f"known heading {(block.tag, block.node.names) in self.heading_names} {block.role == 'heading'}",
            *(f"inside {tag}" for tag in ("figure", "figcaption", "aside", "nav", "footer", "form", "header", "blockquote", "table")
              if block.node.within(tag) is not None),
            *self._list_features(block),
        ]  # fmt: skip

    def _list_features(self, block: Block) -> list[str]:
        node = block.node.within("ul", "ol")
        if node is None or node.last - node.first > 3 * MAX_POINTS:
            return []
        size = node.last - node.first
        before = next((b for b in reversed(self.draft.blocks[: node.first]) if b.kind == "text"), None)
        label = before is not None and before.index > self.span.title and len(before.text) <= LABEL_CHARS
        place = "head" if node.last <= max(self.span.first, self.span.title + 2) + size else "body"
        short = 2 <= size <= MAX_POINTS and len(block.text) >= MIN_PROSE_CHARS
        return [f"list {place} {short}", f"list {place} label {label}"]

    # --- names --------------------------------------------------------------------------------------------------------
    def _name_features(self, block: Block) -> list[str]:
        found: list[str] = []
        node: Node | None = block.node
        inner = block.inner
        for level in range(4):
            if node is None:
                break
            names = set(_words(f"{node.names} {inner}" if inner else node.names)) if node.names or inner else ()
            inner = ""
            if names and (level == 0 or node.last - node.first <= SMALL_BOX):
                found += _group_features(set(names), level)
            node = node.parent
        best = min((f for f in found if f.startswith("strong")), default="strong none")
        return [*dict.fromkeys(found), f"best {best} {self._place(block)}"]

    # --- words --------------------------------------------------------------------------------------------------------
    def _word_features(self, block: Block) -> list[str]:
        text = block.text
        sentences = min(len(_SENTENCE.findall(text)), 4)
        found = [
            f"chars {bisect_right(_CHAR_EDGES, len(text))}", f"sentences {sentences}",
            f"ends {text.endswith(ENDS)} {block.tag in _HEADINGS}",
            f"links {bisect_right((0.01, 0.15, 0.4), block.link_share)}",
        ]  # fmt: skip
        if len(text) < MAX_LINE_CHARS:
            if self._is_dated(text):
                found.append("dated")
            if has_opening(text, byline_words):
                found.append("opens")
        if len(text) <= 400:
            match = self._phrase(text, self.language if isinstance(self.language, str) else None)
            if match is not None:
                found.append(f"phrase {match.role} {match.reason} {match.how}")
        if text.endswith(":"):
            found.append("colon")
        return found

    def _description(self, text: str) -> str:
        best = "none" if self.descriptions or self.doubtful_titles else "absent"
        likeness = self.likeness
        for description in self.descriptions + self.doubtful_titles:
            if likeness.same_line(text, description) or likeness.similarity(text, description, 0.9) >= 0.9:
                return "equal"
            if likeness.contained_share(text, description, 0.9) >= 0.9:
                best = "contained"
            elif best == "none" and likeness.contained_share(description, text, 0.9) >= 0.9:
                best = "contains"
        return best

    def _article_body(self, text: str) -> str:
        """Whether the JSON-LD's article holds the text."""
        if not self.article:
            return "absent"
        key = self.likeness.squeeze(text)[:ARTICLE_START_CHARS]
        place = self.article.find(key)
        return "opens" if place == 0 else "holds" if place > 0 else "lacks"

    # --- lines, each looked at once: the way from the title is walked for every candidate ------------------------------
    def _phrase(self, text: str, language: str | None) -> Match | None:
        return self.lines.classify(text, language)

    def _is_phrase(self, text: str) -> bool:
        found = self._phrase(text, None)
        return found is not None and found.role == "removed"

    def _is_dated(self, text: str) -> bool:
        found = self.dated.get(text)
        if found is None:
            found = self.dated[text] = is_dated(text)
        return found

    def is_meta_line(self, text: str) -> bool:
        """Whether a short line opens like a byline or has a date."""
        found = self.meta_lines.get(text)
        if found is None:
            found = len(text) < MAX_LINE_CHARS and (has_opening(text, byline_words) or self._is_dated(text))
            self.meta_lines[text] = found
        return found

    def is_parted(self, one: Block, other: Block) -> bool:
        """Whether a paragraph taken for text stands in another box than a part of the dek, and neither list nor name tells of one."""
        is_apart = one.role == "body" and one.node.parent is not other.node.parent
        is_told = len(one.text) >= MIN_PARAGRAPH_CHARS and one.node.within("li") is None
        return is_apart and is_told and not self.has_own_name(one)

    def repeats_title(self, text: str) -> bool:
        """Whether the text is one of the claimed titles or nearly."""
        same_line, similarity = self.likeness.same_line, self.likeness.similarity
        return any(same_line(text, t) or similarity(text, t, 0.85) > 0.85 for t in self.titles)


def _different(values: Iterable[str]) -> list[str]:
    """Each value once: most pages claim the same several times."""
    return list(dict.fromkeys(values))


def _may_be(block: Block) -> bool:
    return (
        block.kind == "text"
        and not block.hidden
        and block.role in (None, "body", "heading")
        and block.tag != "button"
        and MIN_CHARS <= len(block.text) <= MAX_CHARS
        and block.link_share <= MAX_LINK_SHARE
        and not (is_byline(block.text) or is_name_card(block))
    )


def _words(names: str) -> list[str]:
    """The words of class names; Drupal's field of the whole text is called after its kind, "text-with-summary"."""
    return WORD.findall(names.replace("text-with-summary", ""))


def _box_names(block: Block) -> str:
    parent = block.node.parent
    return parent.names if parent is not None and parent.last - parent.first <= SMALL_BOX else ""


def _group_features(names: set[str], level: int) -> list[str]:
    found = []
    for group, words in (("strong", STRONG_NAMES), ("weak", WEAK_NAMES), ("bad", BAD_NAMES), ("point", POINT_NAMES)):
        if not names.isdisjoint(words):
            found.append(f"{group} {level}")
    if level < 2:
        found += [f"name {level} {word}" for word in names if len(word) > 2]
    return found
