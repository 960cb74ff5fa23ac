"""The explanation on a terminal."""

from __future__ import annotations

import newsclean
from newsclean.model.document import Document, Provenance
from newsclean.model.explanation import Decision, ExplainedBlock, Explanation, Term
from newsclean.report.lines import TEXT_CHARS, explanation_lines, to_plain

BLOCKS = (
    ExplainedBlock(0, "text", "h1", "Rain", "title", step="title", score=-1.26, path="/html/h1"),
    ExplainedBlock(
        1, "text", "p", "Sign \x1b[31mup\u202e now", "removed", "promo", step="promo", rule="two phrases", phrase="promo: sign up",
        score=0.5, terms=(Term("length", 1.0), Term("first: tag", -2.0)),
        decisions=(Decision("body", "body"), Decision("promo", "removed", "promo")), path="/html/p",
    ),
    ExplainedBlock(2, "image", "img", "A roof", "image"),
    ExplainedBlock(3, "text", "p", "word " * 100, "body", score=4.0),
)  # fmt: skip
EXPLANATION = Explanation(
    Document(
        "article", 0.9, title="Rain",
        provenance={"title": Provenance("dom", "h1", "Rain", 0.9, (Provenance("meta", "title", "Rain | Post", 0.4),))},
    ),
    BLOCKS,
)  # fmt: skip


def test_a_line_a_block() -> None:
    """Label, score and the beginning of the words; nothing that could steer a terminal."""
    lines = EXPLANATION.to_text().splitlines()
    assert lines[:2] == ["Rain", "article, confidence 0.90"]
    assert lines[3] == "          Title  −1.3  Rain"
    assert lines[4] == "          Promo  +0.5  Sign [31mup now"
    assert lines[5] == "          Image        A roof"
    assert lines[6].startswith("           Body  +4.0  word word")
    assert lines[6].endswith("…")
    assert len(lines[6]) < TEXT_CHARS + 30
    assert lines[-1] == "4 blocks: 1 title, 1 image, 1 body, 1 promo"


def test_fields_with_winner_and_losers() -> None:
    """Below stand the fields, where each came from, and what lost."""
    text = EXPLANATION.to_text()
    assert "          title  Rain\n                 from dom h1 “Rain” (0.90)\n" in text
    assert "                 not meta title “Rain | Post” (0.40)\n" in text
    assert "not on the page  kicker, dek" in text


def test_details() -> None:
    """With details come sentence, rule, phrase, history, place and sums."""
    text = EXPLANATION.to_text(details=True)
    for words in (
        "Removed as promo: newsletter, app, subscription, donation or tip line. Decided by the step “promo”.",
        "rule two phrases",
        "phrase promo: sign up",
        "on the way body: body → promo: removed as promo",
        "at /html/p",
        "score +0.5 = +1.0 length, −0.5 base",
        "first look −2.0 = −2.0 tag, 0.0 base",
    ):
        assert words in text


def test_single_blocks() -> None:
    """Blocks that were asked for come alone."""
    assert (
        to_plain(explanation_lines(EXPLANATION, blocks=EXPLANATION.find("ROOF"))) == "          Image        A roof\n"
    )


def test_a_real_page(bridge_html: str) -> None:
    """Every block of a page has its line."""
    explanation = newsclean.explain(bridge_html)
    assert explanation.to_text().count("\n") > len(explanation.blocks)
