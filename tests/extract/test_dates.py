"""Dates of small pages: which of several is the article's, and how much of it is known."""

from __future__ import annotations

import pytest

import newsclean

PARAGRAPHS = (
    "<p>The strike in the harbour ended on Monday after nine days of talks between the union and the owners.</p>"
    "<p>Ships will be loaded again from Tuesday, the harbour master said, and the queue will take a week to clear.</p>"
    "<p>Both sides called the agreement fair, though neither would say in public what had been given up for it.</p>"
)


def _page(head: str = "", after: str = "", inside: str = "", end: str = "", lang: str = "en") -> newsclean.Document:
    html = (
        f"<html lang={lang}><head>{head}</head><body><article><h1>Harbour strike ends after nine days</h1>{after}"
        f"<div class=text>{PARAGRAPHS}{inside}{PARAGRAPHS.replace('harbour', 'port')}</div>{end}</article></body></html>"
    )
    return newsclean.from_html(html, url="https://dailytide.example/a")


def _meta(name: str, value: str) -> str:
    return f"<meta property='article:{name}_time' content='{value}'>"


def _data(kind: str, name: str, value: str) -> str:
    return f'<script type=\'application/ld+json\'>{{"@type": "{kind}", "{name}": "{value}"}}</script>'


PRESS = f"<p class=intro>Pressemitteilung vom 25. Januar 2022 | Berlin – {'Die Zusammenarbeit stand im Mittelpunkt. ' * 8}</p>"
POSTED = (
    "<p>Harbour strike ends after nine days wurde am 19. Mai 2010 um 23:03 Uhr gepostet und unter Hafen abgelegt.</p>"
)
TEASER = (
    "<div class=related-teaser><a href=/b>Fog shuts airport</a> <time datetime='2021-05-06'>6 May 2021</time></div>"
)


@pytest.mark.parametrize(
    ("page", "published"),
    [
        # metadata in UTC, the page another day of which the clock is not known
        ({"head": _meta("published", "2024-03-04T23:30:00Z"), "after": "<p class=date>5 March 2024</p>"}, "2024-03-05"),
        ({"head": _meta("published", "2024-03-04T03:30:00Z"), "after": "<p class=date>3 March 2024</p>"}, "2024-03-03"),
        (
            {"head": _meta("published", "2024-03-04T08:30:00Z"), "after": "<p class=date>5 March 2024</p>"},
            "2024-03-04T08:30:00+00:00",
        ),
        # a full hour in UTC is midnight where the page is, though only a line further down prints the day
        (
            {
                "head": _meta("published", "2024-03-04T23:00Z"),
                "after": "<p class=intro__meta>5 March 2024 How to order</p>",
            },
            "2024-03-05",
        ),
        (
            {
                "head": _meta("published", "2024-03-04T23:20Z"),
                "after": "<p class=standfirst>The harbour shop opens on 5 March 2024, and the owners say how to order.</p>",
            },
            "2024-03-04T23:20+00:00",
        ),
        # the page's clock tells its zone
        (
            {"head": _meta("published", "2024-03-04T23:30:00Z"), "after": "<p class=date>5 March 2024, 00:30</p>"},
            "2024-03-05T00:30:00+01:00",
        ),
        (
            {
                "head": _meta("published", "2024-03-04T00:25:56Z"),
                "after": "<p class=date><time>3 March 2024</time><time>21:25</time></p>",
            },
            "2024-03-03T21:25:56-03:00",
        ),
        # day before and after in another zone than UTC: tomorrow's paper
        (
            {"head": _meta("published", "2024-03-04T19:30:00+01:00"), "after": "<p class=date>5 March 2024</p>"},
            "2024-03-04T19:30:00+01:00",
        ),
        # the page prints another day clearly
        (
            {
                "head": _meta("published", "2024-11-17T10:33:00Z"),
                "after": "<time datetime='2024-03-09'>9 March 2024</time>",
            },
            "2024-03-09",
        ),
        # … but not where that is the day of the last change
        (
            {
                "head": _meta("published", "2024-03-04T10:33:00Z") + _meta("modified", "2024-11-17T08:00:00Z"),
                "after": "<time datetime='2024-11-17'>17 November 2024</time>",
            },
            "2024-03-04T10:33:00+00:00",
        ),
        # … nor where it is labelled so
        (
            {"head": _meta("published", "2024-03-04T10:33:00Z"), "after": "<p class=date>Updated 17 November 2024</p>"},
            "2024-03-04T10:33:00+00:00",
        ),
        # hAtom names the only date of an entry "updated"
        ({"after": "<span class=updated title='2024-03-04T18:52:11+00:00'></span>"}, "2024-03-04T18:52:11+00:00"),
        (
            {
                "after": "<p><time class='entry-date updated' datetime='2024-03-04T18:52:11+00:00'>4 March 2024</time></p>"
            },
            "2024-03-04T18:52:11+00:00",
        ),
        ({"after": "<div class=post-date data-published='2024-03-04'></div>"}, "2024-03-04"),
        # a label in an element of its own
        ({"end": "<dl><dt>Published</dt><dd>4 March 2024</dd></dl>"}, "2024-03-04"),
        (
            {"end": "<ul><li><p class=title>Mise en ligne</p><p class=content>4 mars 2024</p></li></ul>", "lang": "fr"},
            "2024-03-04",
        ),
        ({"end": "<p>Last updated</p><p>4 March 2024</p>"}, None),
        # a paragraph that says so, however far down
        ({"inside": "<p>Veröffentlicht am 16.08.2023 Dauer: 1 Stunde</p>", "lang": "de"}, "2023-08-16"),
        ({"after": PRESS, "lang": "de"}, "2022-01-25"),
        ({"end": POSTED, "lang": "de"}, "2010-05-19T23:03"),
        # a chronicle is told by days, none of them the article's
        (
            {
                "inside": "<p>1 March 2024</p><p>Talks begin again in the old customs house.</p><p>3 March 2024</p><p>Talks end.</p>"
            },
            None,
        ),
        # a day on which something ends
        ({"after": "<p>02:57 Min. Verfügbar bis 06.05.2024.</p>", "lang": "de"}, None),
        ({"after": "<div>Available until 6 May 2024</div><div>4 March 2024</div>"}, "2024-03-04"),
        # JSON-LD of another type; machine dates with odd clocks
        ({"head": _data("WebPage", "datePublished", "2024-03-04T08:15:0Z")}, "2024-03-04T08:15:00+00:00"),
        # never an image's, a teaser's, a comment's, an ad's, the footer's
        ({"after": "<img src='/uploads/2021/05/06/quay-20210506.jpg' width=900 height=600>"}, None),
        ({"head": _data("ImageObject", "uploadDate", "2021-05-06")}, None),
        ({"end": TEASER}, None),
        # nor a day that a list of references names, a birthday from before the web, or a field that nobody set
        ({"end": "<ol class=reference-list><li>Tide tables [2021-05-06]</li></ol>"}, None),
        ({"after": "<ul><li>Born 28 January 1975</li></ul>"}, None),
        ({"after": "<p class=date>28 January 1975</p>"}, "1975-01-28"),
        ({"head": _meta("published", "1970-01-01T00:00:00Z"), "after": "<p>4 March 2024</p>"}, "2024-03-04"),
        ({"end": "<div class=comment><time datetime='2021-05-06T10:00:00Z'>6 May 2021</time> Rita</div>"}, None),
    ],
)
def test_published(page: dict[str, str], published: str | None) -> None:
    """The article's day of publication, with the clock and the offset that are known."""
    assert _page(**page).published == published


def test_both_sides_of_a_disagreement_stay() -> None:
    """Where the printed day wins, provenance says where it stood and what the metadata claimed."""
    doc = _page(head=_meta("published", "2024-03-04T23:30:00Z"), after="<p class=date>5 March 2024</p>")
    provenance = doc.provenance["published"]
    assert (provenance.source, "5 March 2024" in provenance.raw) == ("dom", True)
    assert any("2024-03-04T23:30:00Z" in other.raw for other in provenance.others)


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://dailytide.example/2024/03/04/strike", "2024-03-04"),
        ("https://dailytide.example/news/2024-03-04-strike.html", "2024-03-04"),
        ("https://dailytide.example/20240304/strike", "2024-03-04"),
        ("https://dailytide.example/2024/03/strike", None),
        ("https://dailytide.example/article-20240304123", None),
    ],
)
def test_the_address_is_the_last_resort(url: str, published: str | None) -> None:
    """A day in the address counts where nothing else tells one, with the precision that it has."""
    html = f"<html lang=en><body><article><h1>Harbour strike ends</h1>{PARAGRAPHS}</article></body></html>"
    assert newsclean.from_html(html, url=url).published == published


@pytest.mark.parametrize(
    "html",
    [
        "<div class=a>{title}</div><div class=b>By Marta Oye</div><div class=b>{date}</div><div class=c>{text}</div>",
        "<dl><dt>Daily Tide</dt><dd>{date}</dd></dl><h1>{title}</h1><div class=c><p>{date}</p>{text}</div>",
    ],
)
def test_a_date_line_at_the_head_is_no_paragraph(html: str) -> None:
    """A line that is nothing but a date, above the first paragraph, is no text however it is made."""
    date, title = "5 March 2026, 18:00", "Harbour strike ends after nine days"
    body = html.format(title=title, date=date, text=PARAGRAPHS)
    document = newsclean.from_html(f"<html lang=en><body>{body}</body></html>", url="https://dailytide.example/a")
    assert document.published == "2026-03-05T18:00"
    assert not document.text.startswith(date)


def test_when_a_picture_was_taken_is_no_day_of_publication() -> None:
    """The date in a caption counts for nothing, where the line of the writer has another."""
    line = "<p class=meta>By Ann Lee on Monday, November 18th, 2019 at 11:04 a.m.</p>"
    picture = '<div class="embed-caption">A ship leaves the port of Sundal on Aug. 31, 2019.</div>'
    text = "<p>The strike in the harbour ended after nine days of talks between the union and the owners of ships.</p>"
    more = (
        "<p>Nobody expected it to last that long, said the harbour master, who had slept in his office for a week.</p>"
    )
    for told in (line + picture, picture + line):
        page = f"<html lang=en><body><article><h1>Harbour strike ends</h1>{told}{text}{more}</article></body></html>"
        assert str(newsclean.from_html(page).published).startswith("2019-11-18")
    page = f"<html lang=en><body><article><h1>Harbour strike ends</h1>{picture}{text}{more}</article></body></html>"
    assert newsclean.from_html(page).published is None
