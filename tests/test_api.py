"""The doors: every kind of input, and nothing but newsclean's own errors."""

from __future__ import annotations

import copy
import pickle
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import lxml.etree
import lxml.html
import pytest
from bs4 import BeautifulSoup

import newsclean
from newsclean.fetch.options import FetchedPage, FetchOptions, Headers

URL = "https://coastcourier.example/news/bridge"
BODY = "The new harbour bridge opened to cyclists on Monday after four years of work and two long delays."


def same_page(html: str) -> list[tuple[str, Any]]:
    """The page in every form that `from_html` takes."""
    data = html.encode()
    return [
        ("str", html),
        ("bytes", data),
        ("bytearray", bytearray(data)),
        ("memoryview", memoryview(data)),
        ("element", lxml.html.document_fromstring(html)),
        ("tree", lxml.etree.ElementTree(lxml.html.document_fromstring(html))),
        ("soup", BeautifulSoup(html, "lxml")),
    ]


def test_every_form_of_a_page_gives_the_same_document(bridge_html: str) -> None:
    """Text, bytes and trees of one page differ in nothing but the evidence for the encoding."""
    texts = {}
    for form, page in same_page(bridge_html):
        document = newsclean.from_html(page, url=URL)
        assert document.title == "Harbour bridge opens to cyclists", form
        texts[form] = (document.text, document.authors, document.removed, document.kind)
    assert BODY in texts["str"][0]
    assert len(set(texts.values())) == 1


def test_trees_are_not_changed(bridge_html: str) -> None:
    """The caller's tree is after the call what it was before."""
    tree = lxml.html.document_fromstring(bridge_html)
    soup = BeautifulSoup(bridge_html, "lxml")
    before = lxml.html.tostring(tree), copy.copy(str(soup))
    newsclean.from_html(tree)
    newsclean.from_html(soup)
    assert (lxml.html.tostring(tree), str(soup)) == before


@pytest.mark.parametrize("page", [None, 7, ["<p>Rain"], {"html": "<p>Rain"}, object(), open])
def test_what_is_no_page_is_refused(page: Any) -> None:
    """The error is a TypeError, too, and says what a page is."""
    with pytest.raises(newsclean.InputTypeError, match="a page is str, bytes"):
        newsclean.from_html(page)
    assert issubclass(newsclean.InputTypeError, TypeError)


@pytest.mark.parametrize("form", [str, str.encode])
@pytest.mark.parametrize(
    "data", ['{"id": 7, "name": "x"},\n' * 30, "id,name,price\n" + "1,item,2.50\n" * 40, "%PDF-1.7 x"]
)
def test_data_in_any_form_is_no_page(data: str, form: Any) -> None:
    """What is surely no page is refused as text as well as in bytes."""
    with pytest.raises(newsclean.NotHtml):
        newsclean.from_html(form(data))


@pytest.mark.parametrize("text", [None, 7, ["Rain fell."]])
def test_what_is_no_text_is_refused(text: Any) -> None:
    """Only str and bytes are texts."""
    with pytest.raises(newsclean.InputTypeError, match="a text is str or bytes"):
        newsclean.from_text(text)


@pytest.mark.parametrize("page", ["", b"", "   \n", b"\xef\xbb\xbf", "<html></html>"])
def test_an_empty_page_is_an_empty_document(page: str | bytes) -> None:
    """Nothing in is no error: the document says that it is empty."""
    document = newsclean.from_html(page)
    assert document.kind == "empty"
    assert document.text == ""


@pytest.mark.parametrize(
    ("page", "is_refused"), [("x" * 100, False), ("x" * 101, True), ("ü" * 50, False), ("ü" * 51, True)]
)
def test_pages_over_the_limit_are_refused(page: str, is_refused: bool) -> None:
    """The limit counts bytes of UTF-8, in str and bytes alike."""
    options = newsclean.Options(max_bytes=100)
    doors: list[Callable[..., Any]] = [newsclean.from_html, newsclean.from_text]
    for door in doors:
        for source in (page, page.encode()):
            if is_refused:
                with pytest.raises(newsclean.InputTooLarge, match="more than max_bytes=100"):
                    door(source, options=options)
            else:
                door(source, options=options)


@pytest.mark.parametrize(
    "url",
    [
        "http://[::1",
        "https://exa mple.com/a b",
        "not a url",
        "https://example.com:99999999/",
        "x" * 5000,
        "\ud800",
        "https://\x00",
    ],
)
def test_odd_addresses_do_no_harm(url: str, bridge_html: str) -> None:
    """A page's address may be anything; the words are still there."""
    assert BODY in newsclean.from_html(bridge_html, url=url).text


def test_an_address_that_is_no_str_is_refused(bridge_html: str) -> None:
    """An address of another type is a mistake of the caller."""
    with pytest.raises(newsclean.InputTypeError, match="url must be str, not int"):
        newsclean.from_html(bridge_html, url=7)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ({"content_type": "text/html; charset=windows-1251"}, "Мост"),
        ({"headers": {"Content-Type": "text/html; charset=windows-1251"}}, "Мост"),
        ({"headers": {b"Content-Type": [b"text/html; charset=windows-1251"]}}, "Мост"),
        ({"charset": "windows-1251"}, "Мост"),
        ({"charset": "windows-1251", "content_type": "text/html; charset=utf-8"}, "Мост"),
    ],
)
def test_the_response_tells_the_charset(settings: dict[str, Any], word: str) -> None:
    """Header and override reach the decoder."""
    page = f"<h1>{word} открыт</h1><p>{word} через гавань открыли для велосипедистов в понедельник утром.</p>"
    assert word in (newsclean.from_html(page.encode("cp1251"), **settings).title or "")


class HttpxUrl:
    """Stands for a URL that is not a str."""

    def __str__(self) -> str:
        return URL


def responses(html: str) -> list[tuple[str, Any]]:
    """Responses of the three libraries, by the attributes they have."""
    body = html.encode("utf-16")
    headers = {"Content-Type": "text/html; charset=utf-16"}
    scrapy_headers = {b"Content-Type": [b"text/html; charset=utf-16"]}
    return [
        ("requests", SimpleNamespace(content=body, url=URL, headers=headers, status_code=200, text="�")),
        ("httpx", SimpleNamespace(content=body, url=HttpxUrl(), headers=headers, status_code=200)),
        ("scrapy", SimpleNamespace(body=body, url=URL, headers=scrapy_headers, status=200, text="�")),
    ]


def test_responses_are_read_by_their_bytes(bridge_html: str) -> None:
    """Body, address and headers are taken from where each library has them."""
    for library, response in responses(bridge_html):
        for door in (newsclean.from_response, newsclean.clean):
            document = door(response)
            assert document.title == "Harbour bridge opens to cyclists", library
            assert document.url == URL


@pytest.mark.parametrize("response", [None, "x", SimpleNamespace(url=URL), SimpleNamespace(content=b"x")])
def test_what_is_no_response_is_refused(response: Any) -> None:
    """Without address or body there is nothing to clean."""
    with pytest.raises(newsclean.InputTypeError, match="a response has"):
        newsclean.from_response(response)


def test_a_fetcher_can_be_handed_in(bridge_html: str) -> None:
    """The document keeps the address asked for; where it led is in the provenance."""
    asked: list[tuple[str, FetchOptions]] = []

    def fetch(url: str, *, options: FetchOptions) -> FetchedPage:
        asked.append((url, options))
        headers = Headers([("Content-Type", "text/html; charset=utf-8")])
        hops = ((url, 301),)
        return FetchedPage(url, URL, 200, headers, bridge_html.encode(), hops, "text/html; charset=utf-8", ("slow",))

    document = newsclean.from_url("https://coastcourier.example/b", fetcher=fetch, timeout_s=3, max_bytes=9999)
    assert asked == [("https://coastcourier.example/b", FetchOptions(timeout_s=3, max_bytes=9999))]
    assert document.url == "https://coastcourier.example/b"
    assert document.authors[0].url == "https://coastcourier.example/staff/mara-lind"
    assert document.provenance["url"].raw == f"200 {URL}"
    assert document.provenance["url"].path == "301 https://coastcourier.example/b"
    assert "slow" in document.warnings


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://example.com/a", "fetched"),
        ("HTTP://EXAMPLE.COM", "fetched"),
        ("https://example.com/a\n<p>Rain", "html"),
        ("<p>https://example.com/a", "html"),
        ("example.com/a", "html"),
        (b"https://example.com/a", "html"),
    ],
)
def test_clean_does_not_guess(source: Any, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a str that begins as an address and holds no markup is fetched."""
    monkeypatch.setattr(newsclean.Cleaner, "from_url", lambda self, url: "fetched")
    monkeypatch.setattr(newsclean.Cleaner, "from_html", lambda self, html, url: "html")
    assert newsclean.clean(source) == expected  # type: ignore[comparison-overlap]


def test_unexpected_errors_are_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong inside, a caller catches NewscleanError, and finds the cause."""
    import newsclean.pipeline.assemble as room

    def fail(*_: Any, **__: Any) -> None:
        raise LookupError("deep inside")

    monkeypatch.setattr(room, "assemble", fail)
    with pytest.raises(newsclean.NewscleanError, match="LookupError: deep inside") as caught:
        newsclean.from_html("<p>Rain")
    assert isinstance(caught.value.__cause__, LookupError)


def test_a_cleaner_pickles_with_its_chain(bridge_html: str) -> None:
    """A worker process cleans as its parent does."""
    chain = newsclean.ARTICLE.without("byline")
    cleaner = newsclean.Cleaner(newsclean.Options(ledger="full"), chain=chain)
    other = pickle.loads(pickle.dumps(cleaner))
    assert other.options == cleaner.options
    assert other.chain == chain
    assert other.from_html(bridge_html) == cleaner.from_html(bridge_html)
    assert cleaner.from_html(bridge_html).byline is None


def test_options_of_another_type_are_refused() -> None:
    """A dict of options is no Options."""
    with pytest.raises(newsclean.OptionError, match=r"options must be newsclean\.Options, not dict"):
        newsclean.Cleaner({"focus": "recall"})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["chain", "text_chain"])
def test_chains_of_another_type_are_refused(name: str) -> None:
    """A list of steps is no chain, and an empty one no wish for the default."""
    with pytest.raises(newsclean.ChainError, match=r"a chain must be newsclean\.Chain, not list"):
        newsclean.Cleaner(**{name: []})  # type: ignore[arg-type]


def test_a_page_without_a_tag_is_told() -> None:
    """A file's name, or a text, that is taken for HTML gives a warning; the text itself gives none."""
    for clean in (newsclean.from_html, newsclean.clean):
        assert any("the page has no tags" in warning for warning in clean("news/page.html").warnings)
    assert newsclean.from_text("The ferry sailed at noon.").warnings == ()


def test_a_chain_can_be_changed(bridge_html: str) -> None:
    """A step of the caller's own takes part."""
    step = newsclean.Step("shout", lambda draft: draft.extra.update(loud=True), needs=("body",))
    cleaner = newsclean.Cleaner(chain=newsclean.ARTICLE.after("body", step))
    assert cleaner.from_html(bridge_html).extra == {"loud": True}


def test_a_page_out_of_time_gives_what_there_is(bridge_html: str) -> None:
    """When the time is up, a document with a warning comes, not an error."""
    document = newsclean.from_html(bridge_html, options=newsclean.Options(timeout_s=1e-9))
    assert any(warning.startswith("time is up") for warning in document.warnings)


def test_fingerprints_are_there_when_asked_for(bridge_html: str) -> None:
    """The near-duplicate hash is opt-in."""
    assert newsclean.from_html(bridge_html).fingerprint is None
    found = newsclean.from_html(bridge_html, options=newsclean.Options(fingerprint=True)).fingerprint
    assert found is not None
    assert len(found) == 16


def test_threads_share_a_cleaner(bridge_html: str) -> None:
    """Eight threads over one cleaner give the bytes that one gives."""
    cleaner = newsclean.Cleaner()
    expected = cleaner.from_html(bridge_html).to_json()
    found: list[str] = []

    def work() -> None:
        found.extend(cleaner.from_html(bridge_html).to_json() for _ in range(5))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {expected}
    assert len(found) == 40


def test_a_text_is_cleaned_as_bytes_too() -> None:
    """Bytes of a text are decoded as those of a page are."""
    text = "Мост открыт\n\nМост через гавань открыли для велосипедистов в понедельник утром, сообщила мэрия города."
    assert newsclean.from_text(text.encode("cp1251"), charset="windows-1251").text == newsclean.from_text(text).text


def test_many_pages_none_of_which_stops_the_rest(bridge_html: str) -> None:
    """Each page has its result, in order, and what is no page fails alone."""
    image = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
    pages: list[Any] = [("https://a.example/x", bridge_html), image, 7, {"html": bridge_html}]
    results = list(newsclean.Cleaner().map(pages, jobs=2))
    failures = [result.failure.name if result.failure else "" for result in results]
    assert failures == ["", "NotHtml", "InputTypeError", ""]
    assert results[0].document is not None
    assert results[0].document == newsclean.from_html(bridge_html, url="https://a.example/x")
