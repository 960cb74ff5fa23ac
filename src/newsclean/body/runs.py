"""Which of the chosen blocks are the one article: runs of blocks, and paragraphs of the article's own template."""

from __future__ import annotations

from collections import defaultdict
from itertools import takewhile

from ..lexicon.gates import is_consent_text
from ..model.draft import Block, Node
from .features import MAX_NOISE_SCORE, MAX_TEXT_LINK_SHARE, PageFacts
from .units import make_of, own_names

MAX_GAP_BLOCKS = 25
"""So many blocks in a row that are not the article's split it into separate runs, unless one container holds both."""

CONSENT = "a consent box"
"""The rule of its blocks."""
MIN_FIRST_WORDS = 20
"""What has fewer words is no text that a consent box could stand below."""
MAX_CONSENT_GAP = 5
CONSENT_WORDS = 400
"""Words of a run that are looked at for it."""
AFTER_TITLE_BLOCKS = 40
AFTER_TITLE_WEIGHT = 5.0
"""The run that follows the headline closely counts for more: its words times this. Rules of a forum and teasers have more
words than short news. On pages of sites left out 3 to 9 are alike."""
SURE_SCORE = 3.0
"""A word counts by its block's score, up to this: doubtful prose outweighs no short news."""

MIN_TEMPLATE_WORDS = 30
"""So many words of the article must have a template before it draws others in."""
MIN_TEMPLATE_SHARE = 0.5
"""Share of a template's words that the article must have."""
MIN_TEMPLATE_SCORE = -2.0
MAX_OUTSIDE_SCORE = -1.0
"""What scores no more is surely none of the article."""
MIN_AFTER_SCORE = 0.5
"""What stands below the article's last paragraph is more often an offer in the same make: it needs a score of its own."""
MIN_REST, MIN_REST_SHARE = 3, 0.3
"""But so many paragraphs in the element around the article's, with so large a share of its words, are no offer: they are
the rest of it."""
MIN_FURTHER_SCORE = -1.0
"""So are those in a further element of the make of those that hold the article's paragraphs."""
MIN_OWN_WORDS = 7

MIN_EDGE_SCORE = -2.0
MAX_EDGE_LINK_SHARE = 0.1
"""For the paragraphs right above the first or below the last, if all others of their parent are the article's."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "”", "»", '"', "」")
_CELLS = frozenset(("li", "td", "th", "dd", "dt"))

Template = tuple[object, ...]


def main_run(texts: list[Block], chosen: list[bool], facts: PageFacts) -> list[bool]:
    """Of runs far apart keep the heaviest, and those that share its container or its make."""
    chosen = _without_consent(texts, chosen, facts.title_index)
    runs = _runs(chosen, MAX_GAP_BLOCKS)
    if len(runs) < 2:
        return chosen
    title = facts.title_index
    main = max(runs, key=lambda run: _weight([texts[i] for i in run], title))
    kept = set(main)
    homes = {texts[i].unit.parent for i in main}
    makes = {key for i in main for key in _templates(texts[i])}
    first, last = _reach(texts, [i in kept for i in range(len(texts))])
    # the main container may be that of the other run
    is_ours = any(facts.place(texts[i].unit)[0] == 0 for i in main)
    for run in runs:
        if run is main:
            continue
        same = sum(
            b.words
            for b in (texts[i] for i in run)
            if b.unit.parent in homes or (first <= run[0] < last and not makes.isdisjoint(_templates(b)))
        )
        inside = is_ours and all(facts.place(texts[i].unit)[0] == 0 for i in run)
        if inside or 2 * same > sum(texts[i].words for i in run):
            kept.update(run)
    for i, inside in enumerate(chosen):
        if inside and i not in kept:
            texts[i].rule = "far from the article"
    return [i in kept for i in range(len(texts))]


def _without_consent(texts: list[Block], chosen: list[bool], title: int | None) -> list[bool]:
    """What is left when a consent box below the article is out; one that is all there is stays for `mark_body`."""
    runs = [[texts[i] for i in run] for run in _runs(chosen, MAX_CONSENT_GAP)]
    runs = [run for run in runs if sum(b.words for b in run) >= MIN_FIRST_WORDS]
    boxes = [run for run in runs if is_consent(run)]
    if len(boxes) == len(runs):
        return chosen
    for run in boxes:
        # an article about consent is the first run below its headline, a box that follows it is another
        if run is not runs[0] or not follows_title(run, title):
            for block in run:
                block.score = min(block.score, MAX_NOISE_SCORE)
                block.rule = CONSENT
    return [inside and b.rule != CONSENT for b, inside in zip(texts, chosen, strict=True)]


def _runs(chosen: list[bool], gap: int) -> list[list[int]]:
    runs: list[list[int]] = []
    for i, inside in enumerate(chosen):
        if inside:
            if runs and i - runs[-1][-1] <= gap:
                runs[-1].append(i)
            else:
                runs.append([i])
    return runs


def _weight(run: list[Block], title: int | None) -> float:
    weight = sum(b.words * min(b.score, SURE_SCORE) for b in run if b.score > 0)
    return weight * AFTER_TITLE_WEIGHT if follows_title(run, title) else weight


def follows_title(run: list[Block], title: int | None) -> bool:
    """Whether a run begins closely below the headline."""
    return title is not None and title < run[0].index <= title + AFTER_TITLE_BLOCKS


def is_consent(run: list[Block]) -> bool:
    """Whether the words of a run are a consent box's."""
    words, parts = 0, []
    for block in run:
        parts.append(block.text)
        words += block.words
        if words > CONSENT_WORDS:
            break
    return is_consent_text(" ".join(parts))


def same_template(texts: list[Block], chosen: list[bool], shift: float) -> list[bool]:
    """Paragraphs of the article's own make, left outside by a gap, go with it; a further headline ends the article."""
    if not any(chosen):
        return chosen
    first, last = _reach(texts, chosen)
    begin, end = chosen.index(True), len(chosen) - 1 - chosen[::-1].index(True)
    above = [i for i in range(begin - 1, first - 1, -1) if texts[i].tag != "figcaption"]
    below = [i for i in range(end + 1, last) if texts[i].tag != "figcaption"]
    before = takewhile(lambda i: _is_edge(texts[i], shift), above)
    after = takewhile(lambda i: _is_edge(texts[i], shift), below)
    edges = [*before, *after]
    others = [
        i
        for i in range(first, last)
        if not chosen[i] and texts[i].score + shift > MIN_TEMPLATE_SCORE and _may_join(texts[i])
    ]
    result = list(chosen)
    if not edges and not others:
        return result
    makes = _Makes(texts, chosen, shift, {texts[i].node.tag for i in (*edges, *others)})
    article = [b for b, is_in in zip(texts, chosen, strict=True) if is_in]
    box = _box(article)
    others = [i for i in others if makes.is_articles(texts[i])]
    end = _find_end(texts, end, [i for i in others if i > end], article, box, shift)
    for i in others:
        if i <= end:
            result[i] = True
            texts[i].rule = "made like the article's paragraphs"
    for i in edges:
        if makes.is_whole(texts[i]) or _is_bare_in(texts[i], box) or makes.is_made_in(texts[i], box):
            result[i] = True
            texts[i].rule = "the first or last of the article's paragraphs"
    return result


def _find_end(
    texts: list[Block], end: int, below: list[int], article: list[Block], box: Node | None, shift: float
) -> int:
    """The place of the last of the paragraphs of the article's make, below its last, that is no offer; else `end`."""
    end = max([end, *[i for i in below if texts[i].score + shift > MIN_AFTER_SCORE]])
    rest = [i for i in below if i > end and box is not None and texts[i].index < box.last]
    if len(rest) >= MIN_REST and sum(texts[i].words for i in rest) >= MIN_REST_SHARE * sum(b.words for b in article):
        end = rest[-1]
    near = [i for i in below if i > end and texts[i].score + shift > MIN_FURTHER_SCORE]
    if not near:
        return end
    parts = _Parts(article)
    return max([end, *[i for i in near if parts.holds(texts[i])]])


def count_left_out(texts: list[Block], chosen: list[bool], shift: float) -> int:
    """The words of the paragraphs below the article's first that are made like it, left out, and nearly text."""
    begin = chosen.index(True)
    makes = {key for b, inside in zip(texts, chosen, strict=True) if inside for key in _templates(b)[:2]}
    return sum(
        b.words
        for b, inside in zip(texts[begin:], chosen[begin:], strict=True)
        if not inside
        and b.score + shift > MIN_TEMPLATE_SCORE
        and _may_join(b)
        and not makes.isdisjoint(_templates(b)[:2])
    )


class _Makes:
    """How many words of each make are the article's, and how many are not and score so; of makes that have one of the tags."""

    def __init__(self, texts: list[Block], chosen: list[bool], shift: float, tags: set[str]) -> None:
        self.inside: defaultdict[Template, int] = defaultdict(int)
        self.outside: defaultdict[Template, int] = defaultdict(int)
        self.shift = shift
        for block, is_in in zip(texts, chosen, strict=True):
            if block.node.tag not in tags:
                continue
            # one in doubt counts for neither side
            counts = self.inside if is_in else self.outside if block.score + shift <= MAX_OUTSIDE_SCORE else None
            if counts is not None:
                for key in _templates(block):
                    counts[key] += block.words

    def is_articles(self, block: Block) -> bool:
        """Whether one of the block's makes is mostly the article's."""
        own = block.words if block.score + self.shift <= MAX_OUTSIDE_SCORE else 0
        return any(
            inside >= MIN_TEMPLATE_WORDS and inside >= MIN_TEMPLATE_SHARE * (inside + self.outside[key] - own)
            for key in _templates(block)
            for inside in (self.inside[key],)
        )

    def is_made_in(self, block: Block, box: Node | None) -> bool:
        """Whether the block has a make of the article's, in the element around all of that."""
        if box is None or not box.first <= block.index < box.last:
            return False
        return any(self.inside[key] >= MIN_TEMPLATE_WORDS for key in _templates(block)[1:])

    def is_whole(self, block: Block) -> bool:
        """Whether all others of the block's parent and make are the article's."""
        keys = _templates(block)[:1]
        return any(self.inside[k] >= MIN_TEMPLATE_WORDS and self.outside[k] <= block.words for k in keys)


class _Parts:
    """The elements that hold the article's paragraphs, and the make of their like beside them: ads and asides cut a text into such."""

    def __init__(self, blocks: list[Block]) -> None:
        self.homes = dict.fromkeys(b.unit.parent for b in blocks)
        self.makes = {make for home in self.homes if home is not None for make in _part_makes(home)}

    def holds(self, block: Block) -> bool:
        """Whether a paragraph stands in a further one of their make; one with a link is an offer more often."""
        home = block.unit.parent
        if home is None or home in self.homes or block.link_chars:
            return False
        return not self.makes.isdisjoint(_part_makes(home))


def _part_makes(home: Node) -> list[Template]:
    """What an element has in common with those of its make in the same parent, or in parents of one make in the same element."""
    parent = home.parent
    if parent is None:
        return []
    return [(parent, *make_of(home)), (parent.parent, *make_of(parent), *make_of(home))]


def _box(blocks: list[Block]) -> Node | None:
    """The smallest element around all of the blocks."""
    first, last = blocks[0].index, blocks[-1].index
    node: Node | None = blocks[0].node
    while node is not None and not node.first <= first <= last < node.last:
        node = node.parent
    return node


def _is_bare_in(block: Block, box: Node | None) -> bool:
    """Whether it is text right in the element around the article's paragraphs, or a paragraph there without a name."""
    node = block.node
    return node is box or (node.parent is box and node.tag == "p" and not node.names)


def _is_edge(block: Block, shift: float) -> bool:
    """A whole sentence that may be the article's first or last paragraph, however short."""
    return (
        not block.level
        and block.link_share <= MAX_EDGE_LINK_SHARE
        and block.score + shift > MIN_EDGE_SCORE
        and block.text.endswith(_SENTENCE_ENDS)
        and block.tag not in _CELLS
    )


def _may_join(block: Block) -> bool:
    return not block.level and block.words >= MIN_OWN_WORDS and block.link_share < MAX_TEXT_LINK_SHARE


def _reach(texts: list[Block], chosen: list[bool]) -> tuple[int, int]:
    """The places between the last h1 before the article's text and the next h1 after it."""
    places = [i for i, is_in in enumerate(chosen) if is_in]
    if not places:
        return 0, 0
    first, last = places[0], places[-1]
    while first > 0 and texts[first - 1].level != 1:
        first -= 1
    while last < len(texts) - 1 and texts[last + 1].level != 1:
        last += 1
    return first, last + 1


def _templates(block: Block) -> list[Template]:
    """What makes two blocks alike: same parent and make; same make below a parent of the same make; same names."""
    node, home = block.node, block.unit.parent
    parent = node.parent
    if parent is None or home is None:
        return []
    keys: list[Template] = [(home, node.tag, own_names(block))]
    if node.names or parent.names:
        keys.append((node.tag, node.names, parent.tag, parent.names))
    if node.names:
        keys.append((node.tag, node.names))
    return keys
