"""What holds for any page: one function, for made-up pages and for random bytes alike."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import lxml.html
from markdown_it import MarkdownIt

import newsclean

URL = "https://www.tidewater-post.example/a/b"
OPTIONS = newsclean.Options(ledger="full", timeout_s=None, plugins=False)
_ELEMENTS = frozenset(
    "article header footer h1 h2 h3 h4 h5 h6 p a br strong em del mark sub sup code pre ul ol li blockquote cite table "
    "caption thead tbody tr th td figure figcaption img small aside time".split()
)
_ATTRIBUTES = frozenset("lang dir class href rel src alt width height scope datetime".split())
_SAFE_URL = re.compile(r"https?://|mailto:", re.I)
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_MARKDOWN = MarkdownIt("commonmark", {"html": True})


class _Reader(HTMLParser):
    """The standard library's parser, which shares no code with what writes the HTML; notes what must not be there."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element outside of the allowed ones, an attribute outside of them, an address that is none."""
        if tag not in _ELEMENTS:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            bad_url = name in ("href", "src") and not _SAFE_URL.match(value or "")
            if name not in _ATTRIBUTES or bad_url:
                self.faults.append(f"{tag}@{name}={value!r:.40}")


def find_unsafe_html(html: str) -> list[str]:
    """The elements, attributes and addresses that newsclean must never write."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.faults


def find_unsafe_markdown(markdown: str) -> list[str]:
    """HTML and unsafe addresses that a CommonMark reader finds in the Markdown below the front matter."""
    faults: list[str] = []
    for token in _MARKDOWN.parse(markdown):
        for part in (token, *(token.children or ())):
            if part.type in ("html_block", "html_inline"):
                faults.append(part.content[:60])
            address = part.attrs.get("href") or part.attrs.get("src")
            if address and not _SAFE_URL.match(str(address)):
                faults.append(str(address)[:60])
    return faults


def check_page(page: Any) -> newsclean.Document | None:
    """The page's document after every promise was checked on it, None where newsclean refuses the page.

    Raises:
        AssertionError: a promise is broken. Whatever else comes out but `NewscleanError` is a fault too.
    """
    try:
        document = newsclean.from_html(page, url=URL, options=OPTIONS)
    except newsclean.NewscleanError as error:
        if type(error) is newsclean.NewscleanError:  # somebody else's, wrapped at the last moment
            raise AssertionError(str(error)) from error
        return None
    assert not [warning for warning in document.warnings if " failed: " in warning], document.warnings
    assert not (faults := find_unsafe_html(document.to_html(full_page=False))), faults
    assert not (faults := find_unsafe_markdown(document.to_markdown(front_matter=False))), faults
    assert newsclean.Document.from_json(document.to_json()) == document
    for text in (document.text, document.title, document.dek, document.byline, *(r.text for r in document.removed)):
        assert text is None or not CONTROLS.search(text), text
    assert not CONTROLS.search(document.to_text())
    return document


def check_forms(markup: str) -> None:
    """The same words from text, from its bytes, and from the tree; the same whatever the options of output."""
    check_page(markup)
    markup = markup.encode("utf-8", "replace").decode()  # half characters have no bytes
    document = check_page(markup)
    data = check_page(markup.encode("utf-8"))
    assert (document is None) or data is None or data.text == document.text
    if document is None:
        return
    for ledger in ("off", "near"):
        other = newsclean.from_html(
            markup, url=URL, options=newsclean.Options(ledger=ledger, timeout_s=None, plugins=False)
        )
        assert other.text == document.text
    try:
        tree = lxml.html.document_fromstring(markup)
    except (ValueError, lxml.etree.LxmlError):
        return
    assert newsclean.from_html(tree, url=URL, options=OPTIONS).text == newsclean.from_html(
        lxml.html.tostring(tree, encoding="unicode"), url=URL, options=OPTIONS
    ).text  # fmt: skip
