"""web-poet: page objects whose item is the document, or zyte-common-items' `Article` made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from web_poet import WebPage

from newsclean.batch.map import make_cleaner
from newsclean.batch.work import Cleans
from newsclean.model import document as model
from newsclean.model.document import Document

if TYPE_CHECKING:
    from zyte_common_items import Article


VIDEO_PROVIDERS = frozenset((
    "youtube.com", "vimeo.com", "dailymotion.com", "tiktok.com", "rutube.ru", "bilibili.com", "youku.com",
    "nicovideo.jp", "twitch.tv", "streamable.com", "rumble.com", "odysee.com", "brightcove.com", "jwplayer.com",
    "kaltura.com", "ooyala.com", "ted.com",
))  # fmt: skip
AUDIO_PROVIDERS = frozenset((
    "soundcloud.com", "spotify.com", "acast.com", "megaphone.fm", "simplecast.com", "podigee.io", "omny.fm",
    "spreaker.com",
))  # fmt: skip
"""Of `Embed.provider`; other embeds are posts, maps and the like, for which an article has no field."""


class DocumentPage(WebPage[Document]):  # type: ignore[misc,unused-ignore]
    """A page whose item is a `newsclean.Document`. Subclass it to set `cleaner` or to add `@handle_urls`."""

    cleaner: ClassVar[Cleans | None] = None

    def clean(self) -> Document:
        """The document of the response, by its bytes and its Content-Type."""
        cleaner = self.cleaner or make_cleaner()
        response = self.response
        return cleaner.from_html(
            bytes(response.body), str(response.url), content_type=response.headers.get("Content-Type")
        )

    async def to_item(self) -> Document:
        """The document."""
        return self.clean()


class ArticlePage(DocumentPage):
    """A page whose item is `zyte_common_items.Article`."""

    async def to_item(self) -> Article:  # type: ignore[override,unused-ignore]
        """The article."""
        return to_zyte_article(self.clean(), str(self.response.url))


def to_zyte_article(document: Document, url: str) -> Article:
    """The document in the fields of `zyte_common_items.Article`; what it does not know stays None."""
    from zyte_common_items import Article, Audio, Author, Breadcrumb, Image, Video

    image = document.lead_image
    media = list(_find_media(document))
    images = [found.url for found in media if isinstance(found, model.Image)]
    videos = [found.url for found in media if isinstance(found, model.Embed) and found.provider in VIDEO_PROVIDERS]
    audios = [found.url for found in media if isinstance(found, model.Embed) and found.provider in AUDIO_PROVIDERS]
    return Article(
        url=url,
        headline=document.title,
        description=document.dek,
        articleBody=document.text or None,
        articleBodyHtml=document.to_html() if document.sections else None,
        authors=[Author(name=author.name, url=author.url) for author in document.authors] or None,
        datePublished=document.published,
        datePublishedRaw=_find_raw(document, "published"),
        dateModified=document.modified,
        dateModifiedRaw=_find_raw(document, "modified"),
        inLanguage=document.language,
        mainImage=None if image is None else Image(url=image.url),
        images=[Image(url=url) for url in _unique([*([] if image is None else [image.url]), *images])] or None,
        videos=[Video(url=url) for url in _unique(videos)] or None,
        audios=[Audio(url=url) for url in _unique(audios)] or None,
        breadcrumbs=None if document.category is None else [Breadcrumb(name=document.category)],
        canonicalUrl=document.canonical_url,
    )


def _find_media(document: Document) -> Iterator[model.Image | model.Embed]:
    """The images and embeds of the body, those in boxes, too, in order."""
    waiting = [block for section in document.sections for block in section.blocks][::-1]
    while waiting:
        block = waiting.pop()
        if isinstance(block, model.Box):
            waiting.extend(reversed(block.blocks))
        elif isinstance(block, model.Image | model.Embed):
            yield block


def _unique(urls: Iterable[str | None]) -> list[str]:
    return [url for url in dict.fromkeys(urls) if url]


def _find_raw(document: Document, field: str) -> str | None:
    provenance = document.provenance.get(field)
    return provenance.raw or None if provenance is not None else None
