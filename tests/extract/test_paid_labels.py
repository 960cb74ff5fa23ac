"""Labels beside the headline that say that the article is paid for, and labels of ads that stand there too."""

from __future__ import annotations

import pytest

import newsclean

TEXT = (
    "<p>The old mill turned again on Monday, after nine years in which the wheel stood still and the pond filled with reeds.</p>"
    "<p>Two villages paid for the oak of the new paddles, and the miller learned the trade from a neighbour of ninety.</p>"
) * 2


def _kinds(top: str, language: str = "en") -> list[str]:
    header = f"<header>{top}<p class=byline>By Maura Ellison</p></header>"
    html = f"<html lang={language}><body><article>{header}{TEXT}</article></body></html>"
    return [d.kind for d in newsclean.from_html(html, url="https://skerrypost.example/mill").disclosures]


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Sponsored content"),
        ("en", "Paid Post"),
        ("de", "Advertorial"),
        ("es", "Contenido patrocinado"),
        ("fr", "Contenu sponsorisé"),
        ("pl", "Artykuł sponsorowany"),
    ],
)
@pytest.mark.parametrize("made", ["<div class=label>{}</div>{h}", "<span class=kicker>{}</span>{h}", "{h}<p>{}</p>"])
def test_labels_beside_the_headline(language: str, label: str, made: str) -> None:
    """A whole label in the headline's own element speaks of the article, though ads have such labels too."""
    assert _kinds(made.format(label, h="<h1>The mill turns again</h1>"), language) == ["sponsored"]


@pytest.mark.parametrize(
    "top",
    [
        "<div class=leaderboard><p>Sponsored content</p><p><a href=//shop.example>Floors</a></p></div><h1>The mill turns again</h1>",
        "<p>Sponsored content</p><p><a href=/a>Floors that last</a></p><p>8 March</p><h1>The mill turns again</h1>",
        "<p>Advertisement</p><h1>The mill turns again</h1>",
    ],
)
def test_labels_of_ads(top: str) -> None:
    """A label in a box of its own, further off, or that says no more than "ad" is the ad's."""
    assert _kinds(top) == []
