from __future__ import annotations

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from newsclean.model.document import Disclosure, Document, Paragraph, Section
from newsclean.render.characters import clean_print
from newsclean.render.file_name import safe_file_name
from newsclean.render.json_schema import to_json_schema
from newsclean.render.safe_url import safe_url
from tests.model.strategies import documents

MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@MANY
@given(documents)
def test_text_is_the_text(document: Document) -> None:
    """Without header and disclosures, the output is the text, its controls left out."""
    expected = clean_print(document.text)
    assert document.to_text(header=False, disclosures=False) == (expected + "\n" if expected.strip() else "")


def test_text() -> None:
    """Header, text, disclosures; no escape sequence of the page reaches the terminal."""
    document = Document(
        "article", title="T\x1b[31m\nt", kicker="K", dek="One.\nTwo.", byline="By Ann", published="2026-03-04",
        sections=(Section((Paragraph("a\x9b2Jb\u202e"),)),), disclosures=(Disclosure("ai", "Made\nwith AI."),),
    )  # fmt: skip
    assert document.to_text() == ("K\nT[31m t\n\nOne.\nTwo.\n\nBy Ann · 2026-03-04\n\na2Jb\n\n[ai] Made with AI.\n")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.com/a", "https://example.com/a"),
        ("HTTP://example.com", "HTTP://example.com"),
        (" https://example.com/a b\n", "https://example.com/a%20b"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("https://example.com/<\"'>", "https://example.com/%3C%22'%3E"),
        ("https://exämple.example/ü", "https://exämple.example/ü"),
        ("ht\ttps://example.com/", "https://example.com/"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("\u200bjavascript:alert(1)", None),
        ("\x01data:text/html,x", None),
        ("ftp://example.com/", None),
        ("//example.com/a", None),
        ("/a", None),
        ("https:", None),
        ("https://", None),
        ("mailto:", None),
        ("http://[::1", None),
        ("https://example.com/" + "a" * 2048, None),
        ("", None),
        (None, None),
    ],
)
def test_safe_url(url: str | None, expected: str | None) -> None:
    """Only absolute http, https and mailto addresses pass, whatever they are disguised as."""
    assert safe_url(url) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A title", "A title"),
        ("a/b\\c:d", "a-b-c-d"),
        ("../../etc", "etc"),
        ("CON", "_CON"),
        ("com1.txt", "_com1.txt"),
        ("Console", "Console"),
        (" . ", "untitled"),
        ("", "untitled"),
        (None, "untitled"),
        ("a\x00\u202eb\nc", "ab c"),
        ("é" * 200, "é" * 60),
        ("aux " + "a" * 114 + ". b", "_aux " + "a" * 114),
    ],
)
def test_safe_file_name(title: str | None, expected: str) -> None:
    """A title becomes a name that every file system takes."""
    assert safe_file_name(title) == expected


SCHEMA = to_json_schema()


def test_schema_is_a_schema() -> None:
    """The schema is valid JSON Schema 2020-12 and describes the fields."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["title"]["description"] == "The printed headline, without the site's name."
    assert SCHEMA["required"] == list(Document.__slots__)


@MANY
@given(documents)
def test_documents_fit_the_schema(document: Document) -> None:
    """Every document that can be built validates."""
    jsonschema.Draft202012Validator(SCHEMA).validate(document.to_dict())


@pytest.mark.parametrize(
    "change", [{"headline": "x"}, {"kind": "poem"}, {"confidence": 2}, {"title": 1}, {"tags": None}]
)
def test_schema_refuses(change: dict[str, object]) -> None:
    """What is no document does not validate."""
    data = Document("article").to_dict() | change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(data)
