from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from newsclean.model.codec import PARTS, part_from_dict, to_dict
from newsclean.model.document import (
    Box,
    Document,
    Embed,
    Image,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Provenance,
    Quote,
    Section,
    Table,
)
from newsclean.model.errors import DocumentError, NewscleanError
from tests.model.strategies import documents

slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@slow
@given(documents)
def test_round_trip(document: Document) -> None:
    """A document read back from its JSON or its dict is the same document."""
    assert Document.from_json(document.to_json()) == document
    assert Document.from_json(document.to_json(indent=2).encode()) == document
    assert Document.from_dict(document.to_dict()) == document


@slow
@given(documents)
def test_pickle(document: Document) -> None:
    """A document survives pickling."""
    assert pickle.loads(pickle.dumps(document)) == document


def test_every_field_is_written() -> None:
    """The keys are the attributes, all of them, in their order."""
    document = Document("article", title="T", sections=(Section((Paragraph("Rain."),)),))
    data = document.to_dict()
    assert list(data) == list(Document.__slots__)
    assert data["sections"] == [
        {
            "blocks": [{"text": "Rain.", "links": [], "marks": [], "type": "paragraph"}],
            "heading": None,
            "level": 0,
        }
    ]


@pytest.mark.parametrize("part", PARTS, ids=lambda p: p.__name__)
def test_parts_name_their_fields(part: type) -> None:
    """The codec knows every field of every part."""
    assert part.__slots__  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "expected the fields of Document, got list"),
        ({}, "Document lacks 'kind'"),
        ({"kind": "poem"}, "kind: 'poem' is none of article"),
        ({"kind": ["article"]}, r"kind: \['article'\] is none of"),
        ({"kind": "article", "headline": "x"}, "Document has no field 'headline'"),
        ({"kind": "article", "title": 5}, "title: expected str, got int"),
        ({"kind": "article", "confidence": True}, "confidence: expected float, got bool"),
        ({"kind": "article", "confidence": 10**400}, "confidence: a number too large"),
        ({"kind": "article", "tags": "a"}, "tags: expected a list, got str"),
        ({"kind": "article", "sections": [{"blocks": [{"type": "poem"}]}]}, r"sections\[0\].blocks\[0\]: type 'poem'"),
        ({"kind": "article", "sections": [{"blocks": [{"type": []}]}]}, r"sections\[0\].blocks\[0\]: type \[\]"),
        ({"kind": "article", "sections": [{"blocks": [7]}]}, "expected a block, got int"),
        (
            {
                "kind": "article",
                "sections": [{"blocks": [{"type": "paragraph", "text": "a", "links": [{"start": 0}]}]}],
            },
            r"sections\[0\].blocks\[0\].links\[0\]: Link lacks 'end'",
        ),
        ({"kind": "article", "provenance": {"title": {"source": 1}}}, "provenance.title.source: expected str"),
        ({"kind": "article", "provenance": []}, "provenance: expected an object"),
        ({"kind": "article", "extra": {"a": object()}}, "extra.a: object is no JSON value"),
        ({"kind": "article", "lead_image": {"url": "x", "width": 1.5}}, "lead_image.width: expected int"),
    ],
)
def test_bad_data(data: Any, message: str) -> None:
    """What is no document is refused with its place and reason."""
    with pytest.raises(DocumentError, match=message) as caught:
        Document.from_dict(data)
    assert isinstance(caught.value, NewscleanError)


@pytest.mark.parametrize("text", ["", "{", "[]", "nul", b"\xff", "[" * 100_000, "1" * 5000])
def test_bad_json(text: str | bytes) -> None:
    """Text that is not the JSON of a document raises a DocumentError and nothing else."""
    with pytest.raises(DocumentError):
        Document.from_json(text)


def test_deep_data() -> None:
    """Nesting beyond the interpreter's stack is an error of newsclean's own."""
    data: dict[str, Any] = {"type": "box", "blocks": []}
    for _ in range(5000):
        data = {"type": "box", "blocks": [data]}
    with pytest.raises(DocumentError, match="nested too deeply"):
        Document.from_dict({"kind": "article", "sections": [{"blocks": [data]}]})


@pytest.mark.parametrize("extra", [{"a": object()}, {"a": {1: 2}}, {"a": float("nan")}, {"a": {1, 2}}])
def test_extra_that_json_lacks(extra: dict[str, Any]) -> None:
    """A value that JSON does not have cannot be written."""
    with pytest.raises(DocumentError):
        Document("article", extra=extra).to_json()


def test_defaults_and_int_for_float() -> None:
    """Absent keys take their defaults, and a whole number is a number."""
    document = Document.from_dict({"kind": "article", "confidence": 1})
    assert document == Document("article", confidence=1.0)
    assert isinstance(document.confidence, float)


def test_parts() -> None:
    """A part goes to a dict and back by itself."""
    claim = Provenance("json-ld", "$.headline", "T", 0.9, (Provenance("meta"),))
    assert part_from_dict(Provenance, json.loads(json.dumps(to_dict(claim)))) == claim


BODY = (
    Section((Paragraph("One.", (Link(0, 3, "https://example.com/"),), (Mark(0, 1, "em"),)),)),
    Section(
        (
            ListBlock(False, (ListItem("a", children=ListBlock(True, (ListItem("b"),))), ListItem("c"))),
            Table((("1", "x\ny"), ("", "")), ("h", "i"), caption="No"),
            Quote("Said.", cite="No"),
            Image("https://example.com/i.png", caption="No", alt="No"),
            Embed("bsky.app", text="Post."),
            Box((Paragraph("In."), Image("https://example.com/j.png", caption="No")), title="Box"),
        ),
        heading="Two",
        level=2,
    ),
)


def test_text() -> None:
    """The text is headings and block texts, a line for each item and row; no captions."""
    document = Document("article", title="No", dek="No", sections=BODY)
    assert document.text == "One.\n\nTwo\n\na\nb\nc\n\nh\ti\n1\tx y\n\nSaid.\n\nPost.\n\nBox\n\nIn."


def test_deep_list_text() -> None:
    """The text of lists nested ten thousand deep needs no stack."""
    items = ListBlock(False, (ListItem("end"),))
    for _ in range(10_000):
        items = ListBlock(False, (ListItem("x", children=items),))
    assert Document("article", sections=(Section((items,)),)).text.endswith("x\nend")
