"""Byline, dates, dek, kicker, language, dateline and access of small pages."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.extract.dateline import find_dateline

PARAGRAPHS = (
    "<p>The strike in the harbour ended on Monday after nine days of talks between the union and the owners.</p>"
    "<p>Ships will be loaded again from Tuesday, the harbour master said, and the queue will take a week to clear.</p>"
    "<p>Both sides called the agreement fair, though neither would say in public what had been given up for it.</p>"
)


def _page(before: str = "", after: str = "", head: str = "", end: str = "") -> newsclean.Document:
    html = (
        f"<html lang=en><head>{head}</head><body><article>{before}<h1>Harbour strike ends after nine days</h1>{after}"
        f"<div class=text>{PARAGRAPHS}</div>{end}</article></body></html>"
    )
    return newsclean.from_html(html, url="https://dailytide.example/a")


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ({"after": "<p class=byline>By Maura Ellison and Tom O’Keefe</p>"}, ["Maura Ellison", "Tom O’Keefe"]),
        ({"before": "<div class=author>Maura Ellison</div>"}, ["Maura Ellison"]),
        ({"after": "<div>By <a href=/author/me>Maura Ellison</a></div>"}, ["Maura Ellison"]),
        ({"head": "<meta name=author content='Maura Ellison'>"}, ["Maura Ellison"]),
        ({"head": "<meta name=author content='admin'>"}, []),
        ({"head": "<meta property='article:author' content='https://www.facebook.com/dailytide'>"}, []),
        ({"head": "<meta name=author content='Daily Tide'><meta property='og:site_name' content='Daily Tide'>"}, []),
        ({"after": "<p class=byline>3 hours ago</p>"}, []),
        ({}, []),
    ],
)
def test_authors(page: dict[str, str], names: list[str]) -> None:
    """Writers come from the printed line, else from metadata where it names people; nothing else is an author."""
    assert [a.name for a in _page(**page).authors] == names


@pytest.mark.parametrize(
    ("page", "published", "modified"),
    [
        ({"after": "<p class=date>4 March 2024, 08:15</p>"}, "2024-03-04T08:15", None),
        ({"after": "<time datetime='2024-03-04T08:15:00+01:00'>4 March</time>"}, "2024-03-04T08:15:00+01:00", None),
        (
            {
                "head": "<meta property='article:published_time' content='2024-03-04T08:15:00+01:00'>"
                "<meta property='article:modified_time' content='2024-03-05T09:00:00+01:00'>"
            },
            "2024-03-04T08:15:00+01:00",
            "2024-03-05T09:00:00+01:00",
        ),
        ({"head": "<meta property='article:published_time' content='2199-03-04'>"}, None, None),
        (
            {"end": "<footer><p>© 1 January 2020 Daily Tide</p></footer>", "after": "<p>4 March 2024</p>"},
            "2024-03-04",
            None,
        ),
    ],
)
def test_dates(page: dict[str, str], published: str | None, modified: str | None) -> None:
    """Published and modified keep the page's own offset and precision; the future is refused."""
    doc = _page(**page)
    assert (doc.published, doc.modified) == (published, modified)


def test_dek_is_printed_and_leaves_the_body() -> None:
    """A named standfirst is the dek and stands nowhere else; the first paragraph is none though metadata repeats it."""
    dek = "After nine days of talks the union and the owners shake hands."
    doc = _page(after=f"<p class=standfirst>{dek}</p>")
    assert doc.dek == dek
    assert dek not in doc.text
    first = PARAGRAPHS[3 : PARAGRAPHS.index("</p>")]
    assert _page(head=f"<meta name=description content='{first}'>").dek is None


def test_kicker() -> None:
    """A named label above the headline is the kicker."""
    assert _page(before="<p class=kicker>Analysis</p>").kicker == "Analysis"


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("MINSK (Reuters) - The talks went on.", "MINSK (Reuters)"),
        ("Berlin (dpa) – Die Gespräche gehen weiter.", "Berlin (dpa)"),
        ("Lima (Europa Press) - Las conversaciones continúan.", "Lima (Europa Press)"),
        ("WASHINGTON — The talks went on.", "WASHINGTON"),
        ("The talks (in Minsk) - and others - went on.", None),
        ("Ann Lee – a lawyer – said so.", None),
        ("新华社北京3月4日电 会谈继续。", "新华社北京3月4日电"),
    ],
)
def test_dateline(text: str, dateline: str | None) -> None:
    """Places in capitals and agencies in brackets open a paragraph; other dashes do not."""
    assert find_dateline(text) == dateline


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en", PARAGRAPHS, "en"),
        (
            "de-at",
            "<p>Der Streik im Hafen ist nach neun Tagen zu Ende, und die Schiffe werden nun wieder beladen.</p>",
            "de-AT",
        ),
        (
            "en",
            "<p>Забастовка в порту закончилась после девяти дней переговоров между профсоюзом и владельцами.</p>",
            "ru",
        ),
        ("", "<p>港口罢工在工会与业主谈判九天之后于周一结束，船只将从周二起重新装货，港务长说。</p>", "zh"),
        ("", "<p>港のストライキは九日間の交渉の末に月曜日に終わり、船は火曜日から再び積み込まれる。</p>", "ja"),
    ],
)
def test_language(declared: str, text: str, language: str) -> None:
    """The declared language holds unless the script of the text says otherwise."""
    assert newsclean.from_html(f"<html lang='{declared}'><body><h1>x</h1>{text}</body></html>").language == language
