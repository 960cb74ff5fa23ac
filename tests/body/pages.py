"""Made pages: a frame of menu, headline and footer around whatever a test puts in."""

from __future__ import annotations

from newsclean import Document, from_html
from newsclean.model.draft import Block

PROSE = (
    "The council of Lower Marling voted on Tuesday to reopen the ferry that has been out of service since the spring floods.",
    "Repairs to the landing stage took four months longer than planned, the harbour master Edda Brunnow told reporters.",
    "Commuters had been sent over the northern bridge, a detour of eleven kilometres that many of them called unbearable.",
    "The first boat will leave at six in the morning, and tickets will cost as much as they did before the water came.",
    "Shop owners on the quay hope that the walkers will come back with it, for they have lost a third of their takings.",
    "A second boat was ordered from the yard at Tessin, though nobody at the town hall would say when it will arrive.",
    "Until then the timetable has a gap in the early afternoon, when the crew takes its break and the engine is checked.",
    "The opposition voted against the plan because, it said, the money would have been better spent on the schools.",
)
MENU = "".join(f'<li><a href="/{x}">{x.title()}</a></li>' for x in ("news", "sport", "culture", "weather", "markets"))
TITLE = "Ferry across the Marl to run again"


DEK = '<p class="dek article__dek">Six months after the flood the boats are back, if the engines hold.</p>'


def page(inside: str, *, title: str = TITLE, head: str = "", after: str = "", dek: str = DEK) -> str:
    """A whole page with the article's HTML in its main element, below headline and dek."""
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title} | Marling Post</title>{head}</head><body>'
        f'<header><nav class="menu"><ul>{MENU}</ul></nav></header><main><h1>{title}</h1>{dek}{inside}</main>{after}'
        '<footer class="footer"><p>© Marling Post</p><ul><li><a href="/imprint">Imprint</a></li>'
        '<li><a href="/privacy">Privacy</a></li></ul></footer></body></html>'
    )


def paragraphs(*numbers: int, attributes: str = "") -> str:
    """The prose of those numbers as `<p>`s."""
    return "".join(f"<p{attributes and ' ' + attributes}>{PROSE[n]}</p>" for n in numbers)


def texts_of(blocks: list[Block], chosen: list[bool]) -> list[str]:
    """The texts of the chosen blocks."""
    return [b.text for b, inside in zip(blocks, chosen, strict=True) if inside]


def clean(inside: str, **more: str) -> Document:
    """The document of a made page."""
    return from_html(page(inside, **more), url="https://marling-post.example/news/ferry-1")


def lines(document: Document) -> list[str]:
    """The text's lines, without the empty ones between."""
    return [line for line in document.text.split("\n") if line]
