"""Who signs: agencies and initials alone, labels, and names in links."""

from __future__ import annotations

import pytest

import newsclean

TEXT = (
    "<p>The old mill turned again on Monday, after nine years in which the wheel stood still and the pond filled with reeds.</p>"
    "<p>Three hundred people came to see it, and the miller gave each of them a bag of flour from the first hour of work.</p>"
    "<p>The county paid for the wheel, and the village for the roof, which is of slate from the quarry behind the church.</p>"
)


@pytest.mark.parametrize("above", ["<p>SDA/sep</p>", "<p><em>(dpa)</em></p>", "<div>Reuters/AFP</div>"])
def test_agencies_above_the_text_are_no_credit(above: str) -> None:
    """What opens the article signs it; a notice of credits stands below."""
    html = f"<html lang=de><body><article><h1>Mill reopens</h1>{above}{TEXT}</article></body></html>"
    assert newsclean.from_html(html).disclosures == ()


def test_a_desk_named_as_the_author_signs() -> None:
    """A word that is no name is one where its element is named for the author."""
    html = (
        f'<html lang=en><body><article><h1>Mill reopens</h1><span class="author">Newsroom</span>{TEXT}</article></html>'
    )
    (author,) = newsclean.from_html(html).authors
    assert (author.name, author.kind) == ("Newsroom", "organisation")


@pytest.mark.parametrize(("label", "signs"), [("Author", True), ("Author:", True), ("Mayor", False)])
def test_a_label_below_the_text_names_the_writer(label: str, signs: bool) -> None:
    """A line of its own that is nothing but the word for a writer says who the next line is."""
    html = f"<html lang=en><body><article><h1>Mill reopens</h1>{TEXT}<div><p>{label}</p><p>Ada Holm</p></div></article></html>"
    assert [author.name for author in newsclean.from_html(html).authors] == ["Ada Holm"] * signs


def test_a_second_author_without_a_page_signs_too() -> None:
    """A link behind a link to an author is one to a section only where a date stands between."""
    line = 'By <a href="/author/ada-holm">Ada Holm</a> and <a href="/x/jon-eide">Jon Eide</a>'
    html = f"<html lang=en><body><article><h1>Mill reopens</h1><p class=byline>{line}</p>{TEXT}</article></html>"
    assert [author.name for author in newsclean.from_html(html).authors] == ["Ada Holm", "Jon Eide"]
