"""What a block can be shown as: name, colour and a sentence for each role and removal reason. Data only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """How a role or reason is shown: `hue` in degrees, `style` on a terminal; `text` says what such a block is."""

    name: str
    hue: int
    style: str
    text: str


LABELS: dict[str, Label] = {
    "title": Label("Title", 262, "bold magenta", "the printed headline"),
    "kicker": Label("Kicker", 286, "magenta", "the short label above the headline"),
    "dek": Label("Dek", 228, "blue", "the summary between headline and body"),
    "byline": Label("Byline", 200, "cyan", "who signs"),
    "heading": Label("Heading", 172, "bold green", "a heading of the article"),
    "body": Label("Body", 145, "green", "the article's text"),
    "caption": Label("Caption", 110, "cyan", "words that belong to a picture, a player or a quoted post"),
    "image": Label("Image", 95, "cyan", "a picture of the article"),
    "embed": Label("Embed", 80, "cyan", "a post, video or audio of the article"),
    "disclosure": Label("Disclosure", 315, "bold blue", "what the page discloses, kept apart from the text"),
    "ad": Label("Ad", 4, "red", "an advertisement or its label"),
    "related": Label("Related", 22, "yellow", "a way to other articles"),
    "promo": Label("Promo", 34, "yellow", "newsletter, app, subscription, donation or tip line"),
    "furniture": Label("Furniture", 44, "yellow", "share, print, listen, players, counts"),
    "author_bio": Label("Author bio", 350, "yellow", "who the author is, below or beside the article"),
    "tags": Label("Tags", 56, "yellow", "topic words with links"),
    "comments": Label("Comments", 14, "yellow", "readers' comments, and what leads to them"),
    "navigation": Label(
        "Navigation", 215, "bright_black", "menu, footer, legal notes, cookies: the same on every page"
    ),
    "breadcrumb": Label("Breadcrumb", 240, "bright_black", "the way from the front page to here"),
    "duplicate_title": Label("Title again", 262, "bright_black", "a further copy of the headline"),
    "duplicate_dek": Label("Dek again", 228, "bright_black", "a further copy of the summary"),
    "duplicate_block": Label("Said before", 145, "bright_black", "a text that the article already has"),
    "hidden": Label("Hidden", 0, "bright_black", "text that no reader sees"),
    "credit": Label("Picture credit", 110, "bright_black", "a picture's credit, standing alone"),
    "dateline_only": Label("Date line", 200, "bright_black", "date or reading time, standing alone"),
    "boilerplate": Label("Boilerplate", 30, "bright_black", "the same words on other pages of the site"),
    "low_score": Label("Low score", 8, "bright_black", "nothing speaks for it: its score is too low for the article"),
    "unused": Label("Not used", 0, "bright_black", "a picture, player or text that is in no field"),
}
"""In the order of the legend: what the document has, then what was removed."""

GREY = frozenset(("hidden", "unused", "low_score"))
"""Shown without a colour."""


def label_of(name: str) -> Label:
    """How a role or reason is shown; one that a plug-in made up gets its own name."""
    return LABELS.get(name) or Label(name.replace("_", " ").capitalize()[:40], 180, "yellow", "named so by a plug-in")
