"""From single scores to the article: runs of blocks, headings with what follows, lists whole."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import islice

from ..model.draft import Block, Draft, Node
from ..model.hosts import find_host
from .comments import COMMENT, find_comments
from .context import is_in_passing
from .declared import MIN_WORDS, count_chosen, with_declared
from .features import MAX_NOISE_SCORE, PageFacts
from .headings import mark_headings
from .keep import FACT
from .next_story import find_next_story
from .runs import CONSENT, count_left_out, follows_title, is_consent, main_run, same_template
from .score import score_blocks
from .teasers import without_teasers
from .trimming import without_asides, without_contact, without_kicker, without_pointers, without_stamps
from .units import index_of

FOCUS_SHIFT = {"balanced": 0.0, "precision": -0.9, "recall": 0.9}
"""Added to every score (log-odds): the one dial."""

SWITCH_COST = {"sibling": 1.5, "parent": 1.1, "near": 0.7, "far": 0.35}
"""What it costs, in log-odds, to begin or end the article between two blocks in a row, by how they stand to each other:
same parent and tag, same parent, common grandparent, anything else. Chosen by cross-validation over 0–2 in steps of 0.1."""

MIN_MENU_LINKS, MIN_MENU_SHARE = 4, 0.8
"""A block of so many links that are so much of its text is a menu in one piece (of 1,700 on labelled pages 4 are text)."""
MIN_LONE_WORDS = 100
MAX_LONE_LINK_SHARE = 0.1
"""What an article in one block has at least and at most."""

DOUBT_SHIFTS = (1.0, 2.0)
"""Where fewer words than `MIN_WORDS` reach the bar, it is lowered by the first; where none does even then, by the second."""

MIN_LEFT_OUT, MAX_INTRODUCTION = 3.0, 150
"""Where the paragraphs of the article's own make that are nearly text hold so many times its words, and it has fewer words
than the second, they are its text: the entries of a live blog below its introduction."""

MIN_TABLE_CELLS = 4
MAX_CELL_WORDS = 12
MAX_ITEM_WORDS = 60
"""A list or table with a longer block than this is a layout of paragraphs: each stands for itself."""

MAX_ITEM_BLOCKS = 8
"""An item of more blocks is no item: lists lay out columns."""
MIN_LINKED_SHARE = 0.8
MAX_LINK_LIST_SHARE = 0.3
"""A list of links that is a larger part of the text is what the article is about."""

MIN_ENCLOSED_ITEM_SCORE = -5.0
"""The same for an item without links of a list between the article's paragraphs."""
MIN_ENCLOSED_SENTENCE_SCORE = -4.0
MIN_SENTENCE_WORDS = 7
"""The same for a paragraph of so many words, without links, made like the two that enclose it."""
_ITEM_PARTS = frozenset(("p", "div", "span", "strong"))

MAX_ITEM_DEPTH = 4
"""Elements between a block and its list item: one that holds more levels is a box of the page's layout."""
_ITEMS = frozenset(("li", "dd", "dt", "td", "th", "caption"))
_LISTS = frozenset(("ul", "ol", "dl"))

MAX_ENCLOSED_BLOCKS = 6
MAX_ENCLOSED_LINK_SHARE = 0.6
MIN_ENCLOSED_SCORE = -3.0
"""Log-odds that a block enclosed by the article's may fall short; chosen by cross-validation."""


def mark_body(draft: Draft) -> None:
    """Give the article's blocks the roles `body` and `heading`; `draft.facts["page"]` keeps what was measured."""
    facts, texts, chosen = _choose(draft)
    box = [b for b, inside in zip(texts, chosen, strict=True) if inside]
    if box and not follows_title(box, facts.title_index) and is_consent(box):
        for block in box:
            draft.remove(block, "navigation")
            block.rule = CONSENT
        facts, texts, chosen = _choose(draft)
    draft.facts["page"] = facts
    for block, inside in zip(texts, chosen, strict=True):
        if inside:
            draft.give(block, "body")
        elif block.rule == COMMENT:
            draft.remove(block, "comments")
    mark_headings(draft, texts)
    draft.facts[FACT] = [b for b in texts if b.role == "body"]


def _choose(draft: Draft) -> tuple[PageFacts, list[Block], list[bool]]:
    """What was measured, the blocks that have no role, and which of them are the article."""
    facts = score_blocks(draft)
    texts = [b for b in facts.texts if b.role is None]
    comments = find_comments(texts, facts.names.joined())
    for i in comments:
        texts[i].score = min(texts[i].score, MAX_NOISE_SCORE)
    for block in texts:
        if (
            len(block.spans) >= MIN_MENU_LINKS
            and block.link_share >= MIN_MENU_SHARE
            and len(block.links()) >= MIN_MENU_LINKS
        ):
            block.score = min(block.score, MAX_NOISE_SCORE)
    shift = FOCUS_SHIFT[draft.focus]
    chosen = _find_text(texts, shift)
    if not any(chosen) and facts.title_index is not None:
        chosen = _lone(texts)
    chosen = with_declared(texts, main_run(texts, without_teasers(texts, without_asides(texts, chosen)), facts))
    chosen = _whole_groups(texts, chosen)
    title = draft.blocks[facts.title_index].node if facts.title_index is not None else None
    end = find_next_story(texts, chosen, title)
    for block, inside in zip(texts[end:], chosen[end:], strict=True):
        if inside:
            block.rule = "in a further article of the page"
    own = _with_neighbours(texts[:end], chosen[:end], facts, shift)
    for i in comments:
        if i < end and own[i]:
            own[i] = False
            texts[i].rule = COMMENT
    own = without_contact(texts[:end], without_stamps(texts[:end], own))
    own = without_pointers(texts[:end], own, find_host(draft.url))
    return facts, texts, [*own, *[False] * (len(texts) - end)]


def _with_neighbours(texts: list[Block], chosen: list[bool], facts: PageFacts, shift: float) -> list[bool]:
    """The choice and what its place and make add to it, but for noise and what stands right above the headline."""
    joined = _enclosed(texts, same_template(texts, chosen, shift), shift)
    for i, block in enumerate(texts):
        if joined[i] and not chosen[i] and _is_noise(block, facts):
            joined[i] = False
            block.rule = "its words are noise"
    return without_kicker(texts, joined, facts.title_index)


def _find_text(texts: list[Block], shift: float) -> list[bool]:
    """Which blocks are text: the best sequence, or what a lower bar finds where that is next to nothing."""
    chosen = _smooth(texts, shift)
    words = count_chosen(texts, chosen)
    if words < MIN_WORDS:
        chosen = _smooth(texts, shift + DOUBT_SHIFTS[0])
        return chosen if any(chosen) else _smooth(texts, shift + DOUBT_SHIFTS[1])
    if words < MAX_INTRODUCTION and count_left_out(texts, chosen, shift) > MIN_LEFT_OUT * words:
        return _smooth(texts, shift + DOUBT_SHIFTS[1])
    return chosen


def _lone(texts: list[Block]) -> list[bool]:
    """The one long block that holds most of the page's words and no links: an article typed without paragraphs."""
    total = sum(b.words for b in texts)
    return [b.words >= MIN_LONE_WORDS and 2 * b.words > total and b.link_share < MAX_LONE_LINK_SHARE for b in texts]


def _is_noise(block: Block, facts: PageFacts) -> bool:
    """Whether a known phrase speaks against a block that only its place made body."""
    match = facts.lines.classify(block.text)
    return match is not None and match.role == "removed" and not is_in_passing(match, block)


def _smooth(texts: list[Block], shift: float) -> list[bool]:
    """The likeliest labelling of the sequence (Viterbi 1967), with a price on each change."""
    outside, inside = 0.0, 0.0
    came: list[tuple[bool, bool]] = []
    previous: Block | None = None
    for block in texts:
        cost = SWITCH_COST[_relation(previous, block)] if previous is not None else 0.0
        left, entered = inside - cost, outside - cost
        from_inside, stay_inside = left > outside, inside >= entered
        came.append((from_inside, stay_inside))
        outside = left if from_inside else outside
        inside = (inside if stay_inside else entered) + block.score + shift
        previous = block
    states: list[bool] = []
    state = inside > outside
    for from_inside, stay_inside in reversed(came):
        states.append(state)
        state = stay_inside if state else from_inside
    states.reverse()
    return states


def _relation(a: Block, b: Block) -> str:
    if a.unit.parent is b.unit.parent:
        return "sibling" if a.node.tag == b.node.tag else "parent"
    if _grandparent(a.unit) is _grandparent(b.unit) or a.unit.parent is b.unit or b.unit.parent is a.unit:
        return "near"
    return "far"


def _grandparent(node: Node) -> Node | None:
    return node.parent.parent if node.parent is not None else None


def _whole_groups(texts: list[Block], chosen: list[bool]) -> list[bool]:
    """A list falls or stays whole, by the words on each side; a data table below the article's text stays whole."""
    groups = _find_groups(texts, chosen)
    result = list(chosen)
    for home, places in groups.items():
        inside = sum(texts[i].words for i in places if chosen[i])
        outside = sum(texts[i].words for i in places if not chosen[i])
        if max(texts[i].words for i in places) > MAX_ITEM_WORDS:
            continue
        if home.tag == "table":
            # tables lay out whole pages too: one is completed where it follows text, never taken out
            if not (_is_data_table(places, texts) and _follows_body(home, places, texts, chosen)):
                continue
        elif not inside or _is_layout_list(home, [texts[i] for i in places]):
            continue
        stays = home.tag == "table" or (inside > outside and not _is_link_list_below(places, texts, result))
        for i in places:
            result[i] = stays
    return result


def _find_groups(texts: list[Block], chosen: list[bool]) -> dict[Node, list[int]]:
    """The lists and tables that hold one of the article's blocks or follow one, and the places of all blocks in them."""
    seeds = [block for i, block in enumerate(texts) if chosen[i] or (i and chosen[i - 1])]
    homes = {home: None for block in seeds if (home := _group_home(block.node)) is not None}
    groups: dict[Node, list[int]] = {}
    for home in homes:
        first = bisect_left(texts, home.first, key=index_of)
        last = bisect_left(texts, home.last, first, key=index_of)
        groups[home] = [i for i in range(first, last) if _group_home(texts[i].node) is home]
    return dict(sorted(groups.items(), key=lambda group: group[1][0]))


def _is_layout_list(home: Node, blocks: list[Block]) -> bool:
    """Whether one item of the list holds so many blocks that it is a column of the page."""
    items: Counter[Node] = Counter()
    for block in blocks:
        node = block.node
        while node.parent is not None and node.parent is not home:
            node = node.parent
        items[node] += 1
    return max(items.values()) > MAX_ITEM_BLOCKS


def _is_link_list_below(places: list[int], texts: list[Block], chosen: list[bool]) -> bool:
    """A list of nothing but links, small beside the text, with none of the text below it."""
    words = sum(texts[i].words for i in places)
    linked = sum(texts[i].words * texts[i].link_share for i in places)
    if linked < MIN_LINKED_SHARE * words or any(chosen[places[-1] + 1 :]):
        return False
    return words < MAX_LINK_LIST_SHARE * count_chosen(texts, chosen)


def _group_home(node: Node) -> Node | None:
    """The outermost list around the node, or the nearest table, or None; what lies far around it lays out the page."""
    home: Node | None = None
    item = False
    far = 0
    walker: Node | None = node
    while walker is not None and far <= MAX_ITEM_DEPTH:
        far += 1
        tag = walker.tag
        if tag in _ITEMS:
            item, far = True, 0
        elif item and tag in _LISTS:
            home, far = walker, 0
        elif item and tag == "table":
            return home or walker
        walker = walker.parent
    return home


def _is_data_table(places: list[int], texts: list[Block]) -> bool:
    words = sum(texts[i].words for i in places)
    linked = sum(texts[i].words * texts[i].link_share for i in places)
    return len(places) >= MIN_TABLE_CELLS and words < MAX_CELL_WORDS * len(places) and linked < 0.3 * words


def _follows_body(table: Node, places: list[int], texts: list[Block], chosen: list[bool]) -> bool:
    before = places[0] - 1
    if before < 0 or not chosen[before] or table.parent is None:
        return False
    anchor = texts[before].node
    return table.parent in (anchor.parent, anchor, _grandparent(anchor)) or anchor.parent is _grandparent(table)


def _enclosed(texts: list[Block], chosen: list[bool], shift: float) -> list[bool]:
    """Short blocks that stand between the article's and belong to the same element are the article's as well."""
    result = list(chosen)
    last: int | None = None
    for i, inside in enumerate(chosen):
        if not inside:
            continue
        if last is not None and 1 < i - last <= MAX_ENCLOSED_BLOCKS + 1:
            between = range(last + 1, i)
            if all(_belongs(texts[j], texts[last], texts[i], shift) for j in between):
                for j in between:
                    result[j] = True
                    texts[j].rule = "enclosed by the article's paragraphs"
        last = i
    return result


def _belongs(block: Block, before: Block, after: Block, shift: float) -> bool:
    if block.link_share > MAX_ENCLOSED_LINK_SHARE:
        return False
    home, is_item = _home(block)
    if home is None or not (home is _home(before)[0] or home is _home(after)[0]):
        return False
    bar = MIN_ENCLOSED_SCORE
    if is_item and not block.link_chars:
        bar = MIN_ENCLOSED_ITEM_SCORE
    elif block.words >= MIN_SENTENCE_WORDS and not block.link_chars and _alike(block, before) and _alike(block, after):
        bar = MIN_ENCLOSED_SENTENCE_SCORE
    return block.score + shift >= bar


def _alike(a: Block, b: Block) -> bool:
    return a.unit.parent is b.unit.parent and a.node.tag == b.node.tag and a.node.names == b.node.names


def _home(block: Block) -> tuple[Node | None, bool]:
    """The element that holds a paragraph, or the whole list that it is an item of; whether it is an item."""
    node = block.node
    item = node.within("li") if node.tag in _ITEM_PARTS or node.tag == "li" else None
    if item is None:
        item = next((n for n in islice(node.ancestors(), MAX_ITEM_DEPTH) if "listitem" in n.names), None)
        if item is None or item.parent is None:
            return block.unit.parent, False
        return item.parent.parent, True
    while item.parent is not None and (item.parent.tag in _LISTS or item.parent.tag == "li"):
        item = item.parent
    return item.parent, True
