"""Rights and signatures near the article: of this text, or of the site, of a picture, of another place."""

from __future__ import annotations

import pytest

import newsclean

PARAGRAPHS = (
    "<p>The old mill turned again on Monday, after nine years in which the wheel stood still and the pond filled with reeds.</p>"
    "<p>Two villages paid for the oak of the new paddles [1], and the miller learned the trade from a neighbour of ninety.</p>"
    "<p>In summer the mill will grind for anybody who brings a sack, on Saturdays, and the flour goes home warm with them.</p>"
)
TEASERS = "".join(
    f'<div class="teaser"><a href="/{n}">Another story of the valley, number {n}</a></div>' for n in range(15)
)


def found(after: str, *, outside: str = "") -> list[tuple[str, str]]:
    """Kind and text of the disclosures of a page with markup after the last paragraph, and after the article."""
    html = (
        f'<html lang="en"><body><article><h1>The mill turns again</h1><div>{PARAGRAPHS}{after}</div></article>{outside}'
    )
    return [(d.kind, d.text) for d in newsclean.from_html(html).disclosures]


@pytest.mark.parametrize(
    ("after", "outside", "expected"),
    [
        (
            "<p>This article is licensed under CC BY 4.0.</p>",
            "",
            [("licence", "This article is licensed under CC BY 4.0.")],
        ),
        (
            "<p>Text is available under CC BY-SA 4.0; by using this site you agree to the terms of use.</p>",
            "",
            [("licence", "Text is available under CC BY-SA 4.0; by using this site you agree to the terms of use.")],
        ),
        ("", "<div><p>Content of this site is licensed under a Creative Commons License.</p></div>", []),
        ("<p>Photo 2: © Otto Berg, some rights reserved.</p>", "", []),
        ('<div class="print-footer"><span>© 2026 Skerry Media, Inc.</span></div>', "", []),
        (
            '<p>© 2026 The Skerry Post</p>',
            "",
            [("licence", "© 2026 The Skerry Post")],
        ),
    ],
)  # fmt: skip
def test_rights(after: str, outside: str, expected: list[tuple[str, str]]) -> None:
    """A licence of the text is a disclosure; one of the site or of a picture is none, nor what is set below printed pages."""
    assert found(after, outside=outside) == expected


def test_notes_before_the_last_paragraph() -> None:
    """The notes to which the text refers are its sources, though a paragraph on the company stands below them."""
    notes = "<p>[1] Oak and water, county archive, 1911.</p><p>[2] The reeds of the pond, a survey, 2024.</p>"
    kinds = found(
        notes
        + "<p>The mill trust looks after four mills in the valley and welcomes guests on every day but Monday.</p>"
    )
    assert [kind for kind, _ in kinds] == ["source", "source"]


def test_a_signature_below_teasers() -> None:
    """An agency and initials in italics sign the article although other stories stand between."""
    assert found(TEASERS + "<p><em>MDR (dst)</em></p>") == [("credit", "MDR (dst)")]


def test_a_linked_notice_in_an_element_named_so() -> None:
    """A link alone is a menu entry, unless its element is named after what it says."""
    link = '<p class="{}"><a href="/ai">This article was written with the help of AI</a></p>'
    assert [kind for kind, _ in found(link.format("ai-disclaimer"))] == ["ai"]
    assert found("", outside=f"<nav>{link.format('entry')}</nav>") == []


def test_a_short_notice_is_no_label() -> None:
    """What stands below "* Name changed" is no part of it."""
    html = f'<html lang="de"><body><article><h1>Die Mühle dreht sich wieder</h1><div>{PARAGRAPHS}<p>* Name geändert</p></div>'
    document = newsclean.from_html(html + "<div class='share'><span>Teilen:</span></div></article>")
    assert [(d.kind, d.text) for d in document.disclosures] == [("other", "* Name geändert")]
