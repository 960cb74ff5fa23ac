"""Embedded posts, videos and players of small pages."""

from __future__ import annotations

import pytest

import newsclean

P = "<p>The strike in the harbour ended on Monday after nine days of talks between the union and the owners of ships.</p>"
Q = (
    "<p>Ships will be loaded again from Tuesday, the harbour master said, and the queue will take a week to clear.</p>"
    "<p>Both sides called the agreement fair, though neither would say in public what had been given up for it.</p>"
)


def _embeds(html: str) -> list[newsclean.Embed]:
    page = f"<html lang=en><body><article><h1>Harbour strike ends</h1>{P}{html}{Q}</article></body></html>"
    doc = newsclean.from_html(page, url="https://dailytide.example/a")
    return [b for s in doc.sections for b in s.blocks if isinstance(b, newsclean.Embed)]


@pytest.mark.parametrize(
    ("html", "provider", "url"),
    [
        ("<iframe src=https://www.youtube.com/embed/abcdef12345></iframe>", "youtube.com", "https://www.youtube.com/watch?v=abcdef12345"),
        ("<iframe src=https://www.youtube-nocookie.com/embed/abcdef12345></iframe>", "youtube.com", "https://www.youtube.com/watch?v=abcdef12345"),
        ("<iframe data-src=https://player.vimeo.com/video/1234></iframe>", "vimeo.com", "https://player.vimeo.com/video/1234"),
        ("<amp-youtube data-videoid=abcdef12345></amp-youtube>", "youtube.com", "https://www.youtube.com/watch?v=abcdef12345"),
        ("<iframe src=https://open.spotify.com/embed/episode/1></iframe>", "spotify.com", "https://open.spotify.com/embed/episode/1"),
        ("<iframe src=//datawrapper.dwcdn.net/abc/1/></iframe>", "datawrapper.de", "https://datawrapper.dwcdn.net/abc/1/"),
        ("<iframe src=https://video.harbour.example/v/1></iframe>", "video.harbour.example", "https://video.harbour.example/v/1"),
    ],
)  # fmt: skip
def test_frames(html: str, provider: str, url: str) -> None:
    """Who shows the embedded thing, and the address that a person opens."""
    assert [(e.provider, e.url) for e in _embeds(html)] == [(provider, url)]


@pytest.mark.parametrize(
    "html",
    [
        "<iframe src=https://googleads.g.doubleclick.net/x></iframe>",
        "<iframe src=https://www.googletagmanager.com/ns.html?id=1 height=0 width=0></iframe>",
        "<iframe src=https://www.facebook.com/plugins/like.php?href=x></iframe>",
        "<iframe src=https://dailytide.example/newsletter-signup></iframe>",
        "<iframe src=about:blank></iframe>",
        "<iframe></iframe>",
        "<iframe src=https://www.google.com/recaptcha/api2></iframe>",
        "<iframe src=https://x.example/p width=1 height=1></iframe>",
    ],
)
def test_no_content(html: str) -> None:
    """Ads, tag managers, like buttons, forms and trackers are no embeds."""
    assert _embeds(html) == []


def test_the_address_of_a_post_alone_is_its_embed() -> None:
    """A paragraph that is a post's address and nothing else stands for the post; a site's home page does not."""
    embeds = _embeds("<p>https://www.instagram.com/p/Cx12abCDe/</p><p>https://harbour.example/news/4</p>")
    assert [(e.provider, e.url) for e in embeds] == [("instagram.com", "https://www.instagram.com/p/Cx12abCDe/")]


def test_a_quoted_post_is_one_embed() -> None:
    """The words of a post stand in its embed, with its address, and not in the text."""
    post = (
        "<blockquote class=twitter-tweet><p>The cranes move again.</p>— Harbour (@harbour)"
        "<a href=https://twitter.com/harbour/status/1>4 March 2024</a></blockquote>"
    )
    (embed,) = _embeds(post)
    assert (embed.provider, embed.url) == ("twitter.com", "https://twitter.com/harbour/status/1")
    assert "The cranes move again." in (embed.text or "")


def test_a_box_named_for_a_post_that_holds_the_article() -> None:
    """What is longer than any post is the article's, though a quotation left open puts a post's name around it."""
    text = "".join(
        f"<p>Day {i}: the quay was quiet, and {i} ships waited in the roads for {i + 3} hours. {Q[3:-4]}</p>"
        for i in range(12)
    )
    page = f"<html lang=en><body><article><h1>Harbour strike ends</h1><div class=instagram-media>{text}</div></article></body></html>"
    assert "Day 7: the quay was quiet" in newsclean.from_html(page, url="https://dailytide.example/a").text
