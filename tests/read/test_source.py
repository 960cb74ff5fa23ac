"""What callers hand in as a page: its kinds and its size."""

from __future__ import annotations

import lxml.html
import pytest
from bs4 import BeautifulSoup

from newsclean.model.errors import InputTooLarge, InputTypeError
from newsclean.read.source import to_markup

PAGE = "<html><body><p>å</p></body></html>"


@pytest.mark.parametrize("source", [PAGE, PAGE.encode(), bytearray(PAGE.encode()), memoryview(PAGE.encode())])
def test_markup_stays_as_it_is(source: object) -> None:
    """Text stays text and bytes stay bytes."""
    assert to_markup(source, 1000) in (PAGE, PAGE.encode())


def test_trees_are_read_and_not_changed() -> None:
    """A tree of lxml and one of BeautifulSoup give their markup."""
    for tree in (lxml.html.document_fromstring(PAGE), BeautifulSoup(PAGE, "lxml")):
        before = str(tree)
        assert "<p>å</p>" in str(to_markup(tree, 1000))
        assert str(tree) == before


@pytest.mark.parametrize("source", [None, 3, ["<p>"], open])
def test_other_types_are_refused(source: object) -> None:
    """The error names the type, and is a TypeError too."""
    with pytest.raises(InputTypeError) as caught:
        to_markup(source, 1000)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("page", ["å" * 600, b"x" * 1001, "x" * 1001])
def test_too_large(page: str | bytes) -> None:
    """The limit counts bytes, also of a str."""
    with pytest.raises(InputTooLarge):
        to_markup(page, 1000)


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("as_bytes", [False, True])
def test_attributes_beyond_a_tag_s_limit_do_not_count(quote: str, as_bytes: bool) -> None:
    """A page over the limit for an inlined image alone is read without that image."""
    page = f"<p>before</p><img src={quote}{'A' * 90_000}{quote} alt='x'><p>after</p>"
    markup = to_markup(page.encode() if as_bytes else page, 50_000)
    assert len(markup) < 100
    text = markup.decode() if isinstance(markup, bytes) else markup
    assert text == "<p>before</p><img src=\"\" alt='x'><p>after</p>"
