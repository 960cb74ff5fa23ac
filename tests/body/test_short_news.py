"""News of one or two sentences: what stands around them is longer than they are."""

from __future__ import annotations

import pytest

from newsclean.body.declared import with_declared
from newsclean.body.features import PageFacts
from newsclean.body.keep import FACT, keep_body
from newsclean.body.name_words import NameWeights
from newsclean.body.runs import main_run
from newsclean.model.draft import Draft
from newsclean.read import read_html

from .pages import PROSE, page, paragraphs, texts_of

CARDS = "".join(
    f'<div class="card"><div class="label">Harbour, part {i}</div><div class="name">The harbour master on pier {i}</div></div>'
    for i in range(9)
)


def scored(inside: str, scores: dict[str, float], after: str = "") -> tuple[Draft, PageFacts]:
    """A page whose blocks have the given scores by their text, and all others one of noise."""
    draft = read_html(page(inside, dek="", after=after))
    facts = PageFacts(draft, NameWeights())
    for block in facts.texts:
        block.score = scores.get(block.text, -4.0)
    return draft, facts


@pytest.mark.parametrize(("sentence", "joined"), [(2.5, 0), (-4.0, 18)])
def test_cards_in_the_element_of_the_text(sentence: float, joined: int) -> None:
    """Cards of other stories in the element named as the article's body join no sentence that is text; a list alone does."""
    _, facts = scored(f'<div class="article-body">{paragraphs(0)}{CARDS}</div>', {PROSE[0]: sentence})
    found = with_declared(facts.texts, [b.score > 0 for b in facts.texts])
    assert sum("arbour" in t for t in texts_of(facts.texts, found) if t != PROSE[0]) == joined


def test_sure_news_outweigh_a_doubtful_appeal() -> None:
    """An appeal of more words, far below, is in doubt where the one paragraph of the news is not."""
    gap = "".join(f"<div><button>Share {i}</button></div>" for i in range(30))
    scores = {PROSE[0]: 3.5, PROSE[5]: 0.6, PROSE[6]: 0.6}
    draft, facts = scored(f"<div>{paragraphs(0)}</div>{gap}", scores, after=f"<aside>{paragraphs(5, 6)}</aside>")
    facts.title_index = next(b.index for b in draft.blocks if b.level == 1)
    found = main_run(facts.texts, [b.score > 0 for b in facts.texts], facts)
    assert texts_of(facts.texts, found) == [PROSE[0]]


@pytest.mark.parametrize(("score", "is_body"), [(0.4, True), (2.5, False)])
def test_the_one_paragraph_is_no_dek(score: float, is_body: bool) -> None:
    """A paragraph taken for the dek goes back where nothing but a doubtful line is left below it."""
    note = "The harbour office answers questions about the boats on weekdays until six in the evening."
    draft, facts = scored(f"<div>{paragraphs(0)}<p>{note}</p></div>", {PROSE[0]: 2.0, note: score})
    first, second = (next(b for b in facts.texts if b.text == text) for text in (PROSE[0], note))
    draft.facts[FACT] = [first, second]
    draft.give(first, "dek")
    draft.give(second, "body")
    keep_body(draft)
    assert first.role == ("body" if is_body else "dek")
