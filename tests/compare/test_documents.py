"""Two versions of a document: what changed, by field, section and word."""

from __future__ import annotations

import json
import random
import time
from dataclasses import replace

import pytest

import newsclean
from newsclean.model.difference import DocumentDiff
from newsclean.model.document import (
    Author,
    Box,
    Disclosure,
    Document,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Removal,
    Section,
    Table,
)

OFFICE = "The weather office expects more rain until Thursday, when the wind will turn."
SHOPS = "Umbrellas were sold out in four of the five shops of the harbour by noon."
FERRY = "The ferry to the islands did not sail, and the school bus was an hour late."

OLD = Document(
    "article",
    confidence=0.9,
    url="https://example.com/a",
    title="Rain in Bergen",
    authors=(Author("Ada Holm"), Author("Jon Eide", role="photographer")),
    published="2026-03-04",
    sections=(
        Section((Paragraph(OFFICE),)),
        Section((Paragraph(SHOPS), Paragraph(FERRY)), heading="At the harbour", level=2),
    ),
    disclosures=(Disclosure("ai", "Translated with the help of AI."),),
)


def changed(**values: object) -> Document:
    """The old document with other values."""
    return replace(OLD, **values)  # type: ignore[arg-type]


def sections(*texts: str, heading: str = "At the harbour") -> tuple[Section, ...]:
    """The old first section, and one below a heading with these paragraphs."""
    return (OLD.sections[0], Section(tuple(Paragraph(text) for text in texts), heading=heading, level=2))


def rows(diff: DocumentDiff) -> list[tuple[str, str]]:
    """Kind and what of everything in the sections that changed."""
    parts = [part for section in diff.sections for part in (section.heading, *section.blocks) if part is not None]
    return [(part.kind, part.what) for part in parts if part.kind != "same"]


def test_a_document_is_the_same_as_itself() -> None:
    """Nothing changed: no fields, all sections the same, nothing to print."""
    diff = newsclean.diff(OLD, OLD)
    assert diff.same
    assert diff.fields == ()
    assert len(diff.sections) == 2
    assert diff.to_text() == ""


def test_how_a_document_was_read_does_not_count() -> None:
    """Another address asked for, another confidence, ledger or warning is no change of the page."""
    again = changed(url="https://example.org/b", confidence=0.2, warnings=("late",), removed=(Removal("ad", "Ad"),))
    assert newsclean.diff(OLD, again).same


@pytest.mark.parametrize(
    ("name", "value", "kind", "before", "after"),
    [
        ("title", "Rain in Oslo", "changed", "Rain in Bergen", "Rain in Oslo"),
        ("dek", "More to come.", "added", "", "More to come."),
        ("published", None, "removed", "2026-03-04", ""),
        ("authors", (Author("Ada Holm"),), "changed", "Ada Holm; Jon Eide (photographer)", "Ada Holm"),
        ("tags", ("rain", "wind"), "added", "", "rain; wind"),
        ("kind", "live_blog", "changed", "article", "live_blog"),
        (
            "lead_image",
            Image("https://example.com/r.jpg", alt="A roof"),
            "added",
            "",
            "https://example.com/r.jpg | A roof",
        ),
    ],
)
def test_fields(name: str, value: object, kind: str, before: str, after: str) -> None:
    """A field that differs is one change, with both versions as words."""
    (change,) = newsclean.diff(OLD, changed(**{name: value})).fields
    assert (change.what, change.kind, change.before, change.after) == (name, kind, before, after)
    assert bool(change.runs) is (kind == "changed")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (sections(SHOPS, FERRY.replace("an hour", "two hours")), [("changed", "paragraph")]),
        (sections(SHOPS), [("removed", "paragraph")]),
        (sections(SHOPS, FERRY, "The mayor has asked for sandbags."), [("added", "paragraph")]),
        (sections("The mayor has asked for sandbags.", SHOPS, FERRY), [("added", "paragraph")]),
        (sections(FERRY, SHOPS), [("moved", "paragraph"), ("moved", "paragraph")]),
        (sections(SHOPS, "The mayor has asked for sandbags."), [("removed", "paragraph"), ("added", "paragraph")]),
        (sections(SHOPS, FERRY, heading="In the harbour"), [("changed", "heading")]),
        (sections(SHOPS, FERRY, heading="Elsewhere"), [("removed", "heading"), ("added", "heading")]),
        (sections("The quay is dry again.", SHOPS.replace("noon", "ten"), FERRY), [("added", "paragraph"), ("changed", "paragraph")]),
        ((), [("removed", "paragraph"), ("removed", "heading"), ("removed", "paragraph"), ("removed", "paragraph")]),
    ],
)  # fmt: skip
def test_sections(new: tuple[Section, ...], expected: list[tuple[str, str]]) -> None:
    """Paragraphs are matched with their other version, wherever something came or went around them."""
    diff = newsclean.diff(OLD, changed(sections=new))
    assert rows(diff) == expected
    assert not diff.same


def test_words_are_counted() -> None:
    """The words that the text lost and gained; what only moved counts on neither side."""
    diff = newsclean.diff(OLD, changed(sections=sections(SHOPS, FERRY.replace("an hour", "two long hours"))))
    assert (diff.words_removed, diff.words_added) == (2, 3)
    diff = newsclean.diff(OLD, changed(sections=sections(FERRY, SHOPS, "The quay is dry again.")))
    assert (diff.words_removed, diff.words_added) == (0, 5)


def test_blocks_of_all_types_have_words() -> None:
    """Lists by their items, tables by their rows, boxes and pictures too."""
    blocks = (
        ListBlock(False, (ListItem("a seat for 30 euros"), ListItem("a bunk for 55 euros"))),
        Table((("Oslo", "9"), ("Bergen", "21"))),
        Box((Paragraph("Rain is water."),), title="What is rain?"),
        Image("https://example.com/r.jpg", caption="A roof in the rain"),
    )
    old = changed(sections=(Section(blocks),))
    text = (
        json.dumps(old.to_dict()).replace("30 euros", "35 euros").replace("21", "22").replace("is water", "was water")
    )
    new = Document.from_json(text.replace("A roof", "A red roof"))
    diff = newsclean.diff(old, new)
    assert rows(diff) == [("changed", "list"), ("changed", "table"), ("changed", "box"), ("changed", "image")]


def test_disclosures() -> None:
    """A correction that came is an added disclosure of its kind."""
    fix = Disclosure("correction", "An earlier version said four shops.")
    diff = newsclean.diff(OLD, changed(disclosures=(*OLD.disclosures, fix)))
    assert [(change.kind, change.what) for change in diff.disclosures] == [("same", "ai"), ("added", "correction")]
    assert not diff.same
    assert "+ correction: {+An earlier version said four shops.+}" in diff.to_text()


def test_as_text() -> None:
    """Plain text marks words, and leaves out what did not change."""
    new = changed(title="Rain in Oslo", sections=sections(SHOPS, FERRY.replace("an hour", "two hours")))
    assert newsclean.diff(OLD, new).to_text() == (
        "title: Rain in [-Bergen-]{+Oslo+}\n"
        "\n"
        "At the harbour\n"
        "  ~ … ferry to the islands did not sail, and the school bus was [-an hour-]{+two hours+} late.\n"
        "\n"
        "2 words removed, 2 added in the text\n"
    )


def test_text_cannot_steer_a_terminal() -> None:
    """What the page says is printed without controls and overrides."""
    text = newsclean.diff(OLD, changed(title="Rain \x1b[31m in\u202e Oslo", dek="\x07\x1b]0;x")).to_text()
    assert text.replace("\n", "").isprintable()


def test_as_json() -> None:
    """The JSON says all of it, and whether anything changed."""
    data = json.loads(newsclean.diff(OLD, changed(title="Rain in Oslo")).to_json())
    assert data["same"] is False
    assert data["fields"][0]["runs"][1] == {"kind": "removed", "text": "Bergen"}
    assert [section["heading"] and section["heading"]["after"] for section in data["sections"]] == [
        None,
        "At the harbour",
    ]


def test_only_documents_can_be_compared() -> None:
    """A page is cleaned first."""
    with pytest.raises(newsclean.InputTypeError, match="diff compares documents, not str"):
        newsclean.diff("<p>Rain", OLD)  # type: ignore[arg-type]


def test_large_documents_that_share_nothing() -> None:
    """Two thousand paragraphs against two thousand others take less than four CPU seconds."""
    draw = random.Random(7)

    def make() -> Document:
        texts = (" ".join(str(draw.randrange(500)) for _ in range(20)) for _ in range(2000))
        return changed(sections=(Section(tuple(Paragraph(text) for text in texts)),))

    began = time.process_time()
    assert not newsclean.diff(make(), make()).same
    assert time.process_time() - began < 4
