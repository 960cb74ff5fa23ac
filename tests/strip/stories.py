"""A small invented story, for tests of what is taken out of an article."""

from __future__ import annotations

import newsclean

TITLE = "Night ferry returns to the bay"
PARAGRAPHS = (
    "The night ferry will sail again from May, after two winters in which the last boat left at eight in the evening.",
    "Forty people came to the harbour hall on Tuesday to hear the plan, and most of them stayed until the coffee was gone.",
    "Tickets go on sale on Monday, and the crossing costs six crowns each way, said the harbour master to the meeting.",
    "The boat was built in 1974 and has been painted twice since, once in green and once, after a vote, in blue again.",
    "What becomes of the old landing stage is open; the council wants to hear three offers before it decides in June.",
)


def page(*, head: str = "", first: str = "", middle: str = "", last: str = "", language: str = "en") -> str:
    """The story's page with markup below its headline, above, between and after its paragraphs."""
    told = [f"<p>{p}</p>" for p in PARAGRAPHS]
    body = first + "".join(told[:3]) + middle + "".join(told[3:]) + last
    return (
        f'<html lang="{language}"><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{head}'
        f'<div class="article-body">{body}</div></article></body></html>'
    )


def clean(**parts: str) -> newsclean.Document:
    """The document of such a page."""
    return newsclean.from_html(page(**parts), options=newsclean.Options(ledger="full"))


def kept(document: newsclean.Document) -> bool:
    """Whether all paragraphs of the story are in the text."""
    return all(p in document.text for p in PARAGRAPHS)
