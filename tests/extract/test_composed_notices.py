"""Notices that no phrase is known for: by the words in them, at the places where notices stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import from_html
from newsclean.extract.composed_notices import compose_notice
from newsclean.lexicon.notice_words import LANGUAGES, groups_of
from newsclean.lexicon.reported import reports_speech

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("composed_notices.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
STORY = (
    "The council met on Monday evening and talked about the harbour for three hours, longer than had been planned.",
    "Most members want the new quay to be built before winter, because the old one can no longer carry the lorries.",
    "The harbour master showed them pictures of the cracks, which have grown by a finger's width since the spring.",
    "A vote is planned for the first week of May, when the county's money for the year has been shared out.",
)


def page(*paragraphs: str) -> str:
    """An article of these paragraphs."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<html lang=en><body><article><h1>Council wants the new quay before winter</h1>{body}</article></body></html>"
    )


@pytest.mark.parametrize(("language", "kind", "text"), ROWS)
def test_kind(language: str, kind: str, text: str) -> None:
    """A notice in words of its own has its kind; a last paragraph of news about such things has none."""
    assert (compose_notice(text, language) or "-") == kind


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_the_words(language: str) -> None:
    """Each language has notices in the table and news that is none, or at least the words for an AI notice."""
    assert [row for row in ROWS if row[0] == language and row[1] != "-"]


@pytest.mark.parametrize("place", [0, 4])
@pytest.mark.parametrize(
    ("kind", "notice"),
    [
        ("ai", "Parts of this piece were produced by an AI tool; our editors have checked every fact."),
        ("correction", "Because of an editing error, this article at first gave the wrong name for the bridge."),
        ("update", "This story has since been expanded with the company's reply."),
    ],
)
def test_at_head_and_foot(place: int, kind: str, notice: str) -> None:
    """Below the headline or below the text, the notice is no dek and no paragraph."""
    document = from_html(page(*STORY[:place], f"<em>{notice}</em>", *STORY[place:]))
    assert [(d.kind, d.text) for d in document.disclosures] == [(kind, notice)]
    assert (document.dek, document.text) == (None, "\n\n".join(STORY))


def test_inside_the_text_it_is_prose() -> None:
    """The same words between paragraphs belong to the text."""
    told = "A tool of artificial intelligence wrote parts of this piece of legislation, and nobody had noticed."
    document = from_html(page(*STORY[:2], told, *STORY[2:]))
    assert told in document.text
    assert not document.disclosures


def test_a_quotation_is_none() -> None:
    """Who is quoted is not the newsroom."""
    assert compose_notice("“We wrote this story with AI.”", "en") is None
    assert compose_notice("We wrote this story with AI.", "en") == "ai"


def test_words_of_another_language() -> None:
    """Only the page's own words count, and a language without a file has none."""
    assert groups_of("der Fehler", "de") == {"wrong"}
    assert not groups_of("der Fehler", "en")
    assert not groups_of("a hiba", "hu")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Das Unternehmen erklärte, der Text sei mit Hilfe von künstlicher Intelligenz erstellt.", True),
        ("L’entreprise affirme que l’article a été rédigé par une intelligence artificielle.", True),
        ("同社は、報告書の一部を生成AIで作成していたことを明らかにした。", True),
        ("Dieser Text wurde mit Hilfe von künstlicher Intelligenz erstellt.", False),
        ("この記事は生成AIを使って作成しました。", False),
    ],
)
def test_reported_speech(text: str, told: bool) -> None:
    """News tells what others say; a notice does not."""
    assert reports_speech(text) is told
