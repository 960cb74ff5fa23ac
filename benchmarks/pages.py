"""Made pages: the same bytes on every machine, by size and shape. Sites, people and events in them are invented."""

from __future__ import annotations

import json
import random

_WORDS = (
    "harbour council river bridge morning market ferry teacher budget winter museum station garden price engine report "
    "school tower island forest planner driver evening council road water quarter vote plan repair window letter street "
    "bakery library mayor tunnel signal railway storm summer harvest record number question answer meeting figure"
).split()
_SMALL = "the of and to in a that for on with as at by from after before under over while since between".split()

SHAPES = {
    "short story": {"paragraphs": 8, "teasers": 12, "links": 40},
    "news page": {"paragraphs": 24, "teasers": 80, "links": 160, "scripts": 40_000},
    "long read": {"paragraphs": 160, "teasers": 80, "links": 160, "scripts": 40_000},
    "front page": {"paragraphs": 0, "teasers": 600, "links": 300, "scripts": 80_000},
    "live blog": {"paragraphs": 0, "entries": 120, "teasers": 60, "links": 120},
    "deeply nested": {"paragraphs": 24, "teasers": 40, "links": 80, "depth": 200},
    "tables": {"paragraphs": 12, "cells": 2_000, "links": 80},
    "much structured data": {"paragraphs": 24, "links": 80, "jsonld": 40},
}


def make_page(
    *, paragraphs: int = 24, teasers: int = 0, links: int = 0, depth: int = 0, jsonld: int = 1, **more: int
) -> bytes:
    """A page of one article.

    more: `scripts` bytes of script, `entries` of a live blog, `cells` of a table, `words` in a paragraph, `parts` of the
    article in elements of their own, the last without a heading, `counts` of comments below it.
    """
    chance = random.Random(7)
    words = more.get("words", 60)
    body = [f"<p>{_sentences(chance, words)}</p>" for _ in range(paragraphs)]
    body += [
        f"<section class='entry'><h3>{_title(chance)}</h3><time datetime='2026-03-02T10:00'>10:00</time>"
        f"<p>{_sentences(chance, 50)}</p></section>"
        for _ in range(more.get("entries", 0))
    ]
    cells = more.get("cells", 0)
    if cells:
        rows = "".join(f"<tr>{'<td>17</td>' * 10}</tr>" for _ in range(cells // 10))
        body.append(f"<table>{rows}</table>")
    menu = "".join(f"<li class='nav-item'><a href='/s/{i}'>{_title(chance, 2)}</a></li>" for i in range(links))
    cards = "".join(
        f"<div class='card teaser'><a href='/a/{i}'><img src='/i/{i}.jpg' alt=''><h3 class='card__title'>"
        f"{_title(chance)}</h3></a><p class='card__text'>{_sentences(chance, 14)}</p></div>"
        for i in range(teasers)
    )
    blocks = "".join(f"<script type='application/ld+json'>{_jsonld(chance, i)}</script>" for i in range(jsonld))
    script = f"<script>{'var a = 1; ' * (more.get('scripts', 0) // 11)}</script>"
    parts = "".join(
        f"<article>{'' if last else f'<h2>{_title(chance)}</h2>'}<p>{_sentences(chance, 30)}</p></article>"
        for last in [False] * (more.get("parts", 0) - 1) + [True] * (more.get("parts", 0) > 0)
    )
    counts = f"<div>{'<p>12 comments</p>' * more['counts']}</div>" if "counts" in more else ""
    title = "Harbour bridge opens again after nine months"
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title} | The Example Tide</title>"
        f"<meta property='og:title' content='{title}'><meta name='author' content='Ida Marsh'>{blocks}{script}</head>"
        f"<body><nav><ul>{menu}</ul></nav><main>{'<div>' * depth}<article><h1>{title}</h1>"
        f"<p class='byline'>By Ida Marsh, 2 March 2026</p><div class='article-body'>{''.join(body)}</div></article>{parts}"
        f"{'</div>' * depth}</main>{counts}<aside class='related'><h2>Read next</h2>{cards}</aside>"
        f"<footer><p>© 2026 The Example Tide</p></footer></body></html>"
    ).encode()


def make_sized(size: int) -> bytes:
    """A page of about so many bytes, four fifths of them the article's paragraphs."""
    return make_page(paragraphs=max(1, size // 1500), words=200, teasers=size // 4000, links=size // 4000)


def _sentences(chance: random.Random, words: int) -> str:
    found: list[str] = []
    while words > 0:
        count = min(words, chance.randint(8, 18))
        words -= count
        sentence = [chance.choice(_SMALL if i % 2 else _WORDS) for i in range(count)]
        found.append(" ".join(sentence).capitalize() + ".")
    return " ".join(found)


def _title(chance: random.Random, words: int = 7) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize()


def _jsonld(chance: random.Random, number: int) -> str:
    kind = "NewsArticle" if number == 0 else "ImageObject"
    return json.dumps(
        {"@context": "https://schema.org", "@type": kind, "headline": _title(chance), "name": _title(chance)}
    )
