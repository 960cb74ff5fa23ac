from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any

import pytest

import newsclean

web_poet = pytest.importorskip("web_poet")
pytestmark = pytest.mark.integration


@pytest.fixture
def response(site: ModuleType) -> Any:
    page = site.make_page(3)
    return web_poet.HttpResponse(page.url, page.body, headers={"Content-Type": page.content_type})


def test_the_item_is_the_document(site: ModuleType, response: Any) -> None:
    """The page object uses the bytes and the Content-Type of the response."""
    from newsclean.integrations.webpoet import DocumentPage

    page = site.make_page(3)
    document = asyncio.run(DocumentPage(response).to_item())
    assert document == newsclean.from_html(page.body, page.url, content_type=page.content_type)
    assert document.title in page.body.decode("iso-8859-2")


def test_the_item_is_an_article(site: ModuleType, response: Any) -> None:
    """The fields of the document stand in the article's."""
    pytest.importorskip("zyte_common_items")
    from newsclean.integrations.webpoet import ArticlePage, DocumentPage

    document = DocumentPage(response).clean()
    article = asyncio.run(ArticlePage(response).to_item())
    assert article.url == site.make_page(3).url
    assert (article.headline, article.articleBody) == (document.title, document.text)
    assert [author.name for author in article.authors] == [author.name for author in document.authors]
    assert article.articleBodyHtml.startswith("<article")


def test_media_of_the_body_stand_in_the_article() -> None:
    """Pictures, those in boxes too, and players have their fields, each address once; posts have none."""
    pytest.importorskip("zyte_common_items")
    from newsclean.integrations.webpoet import to_zyte_article
    from newsclean.model.document import Box, Document, Embed, Image, Section

    blocks = (
        Image("https://e.com/1.jpg"),
        Box((Image("https://e.com/2.jpg"), Image("https://e.com/1.jpg"))),
        Embed("youtube.com", "https://youtu.be/a"),
        Embed("spotify.com", "https://spotify.com/b"),
        Embed("twitter.com", "https://twitter.com/c"),
    )
    article = to_zyte_article(Document("article", sections=(Section(blocks),)), "https://e.com/")
    assert [image.url for image in article.images] == ["https://e.com/1.jpg", "https://e.com/2.jpg"]
    assert [video.url for video in article.videos] == ["https://youtu.be/a"]
    assert [audio.url for audio in article.audios] == ["https://spotify.com/b"]


def test_options_by_subclass(response: Any) -> None:
    """A subclass brings its own cleaner."""
    from newsclean.integrations.webpoet import DocumentPage

    class NoLedger(DocumentPage):
        cleaner = newsclean.Cleaner(newsclean.Options(ledger="off"))

    assert asyncio.run(NoLedger(response).to_item()).removed == ()
