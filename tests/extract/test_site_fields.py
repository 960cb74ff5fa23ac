"""Section, tags, site name, access, dateline and direction of small pages, as tables."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.extract.dateline import find_dateline

P = "<p>The strike in the harbour ended on Monday after nine days of talks between the union and the owners of ships.</p>"


def _page(head: str = "", before: str = "", end: str = "", lang: str = "en", body: str = P * 3) -> newsclean.Document:
    article = f"<article><h1>Harbour strike ends</h1>{body}{end}</article>"
    page = f"<html lang={lang}><head>{head}</head><body>{before}{article}</body></html>"
    return newsclean.from_html(page, url="https://dailytide.example/economy/a")


def _data(rest: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour strike ends", {rest}}}</script>'


@pytest.mark.parametrize(
    ("page", "category"),
    [
        ({"head": "<meta property='article:section' content='Economy'>"}, "Economy"),
        ({"head": "<meta property='article:section' content='Economy, Harbour'>"}, "Economy"),
        ({"head": _data('"articleSection": ["Economy", "Harbour"]')}, "Economy"),
        ({"head": "<meta name=section content='Daily Tide'><meta property='og:site_name' content='Daily Tide'>"}, None),
        ({"head": "<meta property='article:section' content='News'>"}, None),
        ({"head": "<meta property='article:section' content='Uncategorized'>"}, None),
        ({"head": "<meta property='article:section' content='https://dailytide.example/economy'>"}, None),
        ({"before": "<div class=breadcrumb><a href=/>Home</a> <a href=/economy>Economy</a></div>"}, "Economy"),
        (
            {"before": "<p class=breadcrumb><a href=/>Home</a><a href=/e>Economy</a><a href=/e/h>Harbour</a></p>"},
            "Harbour",
        ),
        (
            {
                "before": "<p class=crumbs><a href=/>Home</a> <a href=/e>Economy</a> Harbour strike ends after nine days</p>"
            },
            "Economy",
        ),
        ({"before": "<p class=where><a href=/>Home</a> &gt; <a href=/economy>Economy</a> &gt; Text</p>"}, "Economy"),
        ({"before": "<p class=path><a href=/>首页</a> &gt; <a href=/sh>社会</a> &gt; 正文</p>"}, "社会"),
        (
            {"before": "<p class=where><a href=/>Home</a> | <a href=/economy>Economy</a> | <a href=/sea>Sea</a></p>"},
            None,
        ),
        ({}, None),
    ],
)
def test_category(page: dict[str, str], category: str | None) -> None:
    """The section that the site names; not the site itself, nor what every article is in."""
    assert _page(**page).category == category


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        (
            "<meta property='article:tag' content=harbour><meta property='article:tag' content=strike>",
            ("harbour", "strike"),
        ),
        ("<meta name=news_keywords content='harbour, strike, Harbour'>", ("harbour", "strike")),
        (_data('"keywords": ["harbour", "strike"]'), ("harbour", "strike")),
        (_data('"keywords": "harbour, strike"'), ("harbour", "strike")),
        (_data('"keywords": [{"@type": "DefinedTerm", "name": "harbour"}]'), ("harbour",)),
        ("<meta name=keywords content='harbour;strike'>", ("harbour", "strike")),
        ("<meta name=keywords content=''>", ()),
    ],
)
def test_tags(head: str, tags: tuple[str, ...]) -> None:
    """Distinct tags of the surest source, in its order."""
    assert _page(head).tags == tags


_TOPICS = "<p class=tags>Tagged <a rel=tag href=/tag/harbour>Harbour</a>, <a rel=tag href=/tag/strike>#Strike</a></p>"
_SECTION = "<div class=cat-links><a rel='category tag' href=/category/economy>Economy</a></div>"
_LINKED = (
    "<p>Ships will be loaded again from Tuesday, the harbour master said, and the <a href=/tag/queue>queue</a> outside the pier "
    "will take a week to clear, as long as the weather holds.</p>"
)
_TEASER = f"<div class=related><h3><a href=/b>The lighthouse gets a lamp</a></h3>{_SECTION}{_TOPICS}</div>"


@pytest.mark.parametrize(
    ("page", "category", "tags"),
    [
        ({"end": _TOPICS}, None, ("Harbour", "Strike")),
        ({"before": _SECTION}, "Economy", ()),
        ({"end": f"<footer class=entry-footer>{_SECTION}{_TOPICS}</footer>"}, "Economy", ("Harbour", "Strike")),
        ({"end": "<p>In <a rel=tag href=/category/economy>Economy</a></p>"}, "Economy", ()),
        ({"end": "<p>In <a rel='category tag' href=/category/u>Uncategorized</a></p>"}, None, ()),
        (
            {"end": "<p>" + ", ".join(f"<a rel=category href=/c/{s}>{s}</a>" for s in ("Sea", "Land", "Air")) + "</p>"},
            None,
            (),
        ),
        ({"end": _TOPICS, "head": "<meta property='article:tag' content=docks>"}, None, ("docks",)),
        ({"end": _TEASER}, None, ()),
        (
            {"end": "<p><a href=/tag/harbour>Harbour</a> <a href=/tag/strike/>Strike</a></p>"},
            None,
            ("Harbour", "Strike"),
        ),
        ({"before": "<p>In <a href=/category/economy/>Economy</a></p>"}, "Economy", ()),
        ({"end": f"{_SECTION}<p><a href=/category/all/>All of it</a></p>"}, "Economy", ()),
        ({"body": P * 2 + _LINKED}, None, ()),
        ({"end": "<p><a href=/stage/>Stage</a> <a href=/tag/>Topics</a></p>"}, None, ()),
        ({"end": f"<h3><a href=/b>The lighthouse gets a lamp</a></h3>{_SECTION}"}, None, ()),
        ({"end": "<p><a rel=advantages href=/why>Why us</a></p>"}, None, ()),
    ],
)
def test_topic_links(page: dict[str, str], category: str | None, tags: tuple[str, ...]) -> None:
    """Without metadata, the links of the article itself that say in `rel` that they lead to its sections and topics."""
    found = _page(**page)
    assert (found.category, found.tags) == (category, tags)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("<meta property='og:site_name' content='Daily Tide'>", "Daily Tide"),
        (_data('"publisher": {"@type": "Organization", "name": "Daily Tide"}'), "Daily Tide"),
        ("<meta property='og:site_name' content='Daily &amp; Tide'>", "Daily & Tide"),
        ("<meta property='og:site_name' content='https://dailytide.example'>", None),
        (
            "<meta name=application-name content='Harbour strike ends'><meta property='og:title' content='Harbour strike ends'>",
            None,
        ),
        # <title> alone, where the host is called so
        ("<title>Harbour strike ends | The Daily Tide</title>", "The Daily Tide"),
        ("<title>Daily Tide: Harbour strike ends</title>", None),
        ("<title>Daily Tide » Harbour strike ends</title>", "Daily Tide"),
        ("<title>Harbour strike ends - Economy</title>", None),
        ("<title>Harbour strike ends - Evening Post</title>", None),
        ("", None),
    ],
)
def test_site_name(head: str, name: str | None) -> None:
    """What the site calls itself; no address, and not the headline."""
    assert _page(head).site_name == name


@pytest.mark.parametrize(
    ("title", "logo", "name"),
    [
        ("市、プールを閉鎖へ｜潮日報", "<a href=/>潮日報</a>", "潮日報"),
        ("العودة إلى الميناء | جريدة المد", "<a href=https://dailytide.example/>جريدة المد</a>", "جريدة المد"),
        ("Harbour strike ends – Am Rand", "<a href=https://dailytide.example>Am Rand</a>", "Am Rand"),
        ("Harbour strike ends – Am Rand", "<a href=/am-rand>Am Rand</a>", None),
        ("Harbour strike ends – Am Rand", "<a href='#'>Am Rand</a>", None),
        ("Harbour strike ends – Home", "<a href=/>Home</a>", None),
    ],
)
def test_site_name_that_the_logo_confirms(title: str, logo: str, name: str | None) -> None:
    """A part of `<title>` that the link to the home page says too is the site's name, in any script."""
    assert _page(f"<title>{title}</title>", before=f"<header>{logo}</header>").site_name == name


WALL = "<div class=paywall><p>Subscribe to read on.</p></div>"


@pytest.mark.parametrize(
    ("page", "access"),
    [
        ({"head": _data('"isAccessibleForFree": true')}, "free"),
        ({"head": _data('"isAccessibleForFree": "http://schema.org/True"')}, "free"),
        ({"head": _data('"isAccessibleForFree": "False"')}, "metered"),
        ({"head": _data('"isAccessibleForFree": false'), "end": WALL}, "stub"),
        ({"head": _data('"isAccessibleForFree": false'), "end": WALL, "body": P * 20}, "metered"),
        ({"head": "<meta property='article:content_tier' content=locked>"}, "metered"),
        ({"head": "<meta property='article:content_tier' content=free>"}, "free"),
        ({"end": WALL}, "stub"),
        ({}, "unknown"),
    ],
)
def test_access(page: dict[str, str], access: str) -> None:
    """What is declared, corrected by the wall that stands there and by how much of the text does."""
    assert _page(**page).access == access


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("MINSK (Reuters) - The talks went on.", "MINSK (Reuters)"),
        ("MINSK, Belarus (AP) — The talks went on.", "MINSK, Belarus (AP)"),
        ("WASHINGTON, D.C. — The talks went on.", "WASHINGTON, D.C."),
        ("Berlin (dpa) – Die Gespräche gehen weiter.", "Berlin (dpa)"),
        ("Berlin/Kiew (dpa) - Die Gespräche gehen weiter.", "Berlin/Kiew (dpa)"),
        ("PARIS (AFP) – Les négociations continuent.", "PARIS (AFP)"),
        ("The talks (in Minsk) went on.", None),
        ("Reuters - The talks went on.", None),
        ("He said: the talks went on.", None),
        ("Minsk – a city of two million – was quiet.", None),
    ],
)
def test_dateline(text: str, dateline: str | None) -> None:
    """Place and agency that open a paragraph, as printed."""
    assert find_dateline(text) == dateline


@pytest.mark.parametrize(
    ("lang", "direction"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("ja", "ltr")]
)
def test_direction(lang: str, direction: str) -> None:
    """The direction of the language where the page declares none."""
    text = {
        "ar": "انتهى الإضراب في الميناء يوم الاثنين",
        "he": "השביתה בנמל הסתיימה ביום שני",
        "fa": "اعتصاب در بندر پایان گرفت",
    }.get(lang, "")
    assert _page(lang=lang, body=f"<p>{text * 4}</p>" if text else P).direction == direction
