"""What kind of page it is; a gate gives no text."""

from __future__ import annotations

import pytest

from newsclean import from_html, from_response

from .pages import PROSE, clean, lines, page, paragraphs

SCRIPT = "<script>window.app = {}</script>"
TEASERS = "".join(f'<div class="teaser"><h3><a href="/n/{i}">{PROSE[i % 8][:48]}</a></h3></div>' for i in range(24))
STAMPED = "".join(
    f'<div class="live-entry"><div class="stamp">{9 + i}:4{i}</div>{paragraphs(i)}</div>' for i in range(8)
)
IMAGES = "".join(
    f'<figure><img src="/i/{i}.jpg" width="900" height="600" alt=""><figcaption>The landing stage, {i} metres off</figcaption></figure>'
    for i in range(8)
)  # fmt: skip
LIVE_HEAD = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Ferry, live"}</script>'
VIDEO_HEAD = (
    '<meta property="og:type" content="video.other">'
    '<script type="application/ld+json">{"@type": "VideoObject", "name": "Ferry across the Marl to run again"}</script>'
)
AUDIO_HEAD = '<script type="application/ld+json">{"@type": "PodcastEpisode", "name": "Ferry across the Marl to run again"}</script>'

CONSENT = {
    "en": ("We value your privacy. We and our partners store cookies on your device.",
           "With your consent our vendors process personal data under the IAB framework (TCF) and the GDPR.",
           "Some partners rely on legitimate interest; you may opt out in the privacy settings at any time."),
    "de": ("Mit Ihrer Zustimmung verarbeiten wir und unsere Partner Daten mit Hilfe von Cookies.",
           "Sie können Ihre Einwilligung jederzeit mit Wirkung für die Zukunft widerrufen (Datenschutz, DSGVO).",
           "Die Auswahl betrifft personalisierte Werbung nach dem TCF des IAB und weitere Verarbeitungen."),
    "fr": ("Avec votre consentement, nos partenaires et nous utilisons des cookies ou traceurs.",
           "Vous pouvez accepter ou refuser le traitement de vos données fondé sur l'intérêt légitime.",
           "Votre vie privée nous importe : retirez votre consentement à tout moment (IAB, TCF)."),
}  # fmt: skip


def wall(*texts: str, title: str) -> str:
    """A page with these paragraphs and nothing else."""
    return (
        f"<!doctype html><html><head><title>{title}</title>{SCRIPT}</head><body><div><h1>{title}</h1>"
        + "".join(f"<p>{t}</p>" for t in texts)
        + "</div></body></html>"
    )


def kind(html: str) -> str:
    """The kind of a page."""
    return from_html(html, url="https://marling-post.example/news/ferry-1").kind


@pytest.mark.parametrize("texts", CONSENT.values(), ids=CONSENT.keys())
def test_consent_wall(texts: tuple[str, ...]) -> None:
    """A page that only asks for consent is `consent` and has no text."""
    document = from_html(wall(*texts, title="Marling Post"))
    assert (document.kind, document.text) == ("consent", "")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Pardon Our Interruption", "As you were browsing, something about your browser made us think you were a bot."),
        ("Are you a robot?", "Please make sure your browser supports cookies and that you are not blocking them."),
        ("Access Denied", "You don't have permission to access this page on this server. Reference 18.2f."),
        ("Sind Sie ein Roboter?", "Bitte bestätigen Sie, dass Sie ein Mensch sind, um fortzufahren."),
        ("Accès refusé", "Un trafic inhabituel a été détecté depuis votre réseau."),
        ("访问被拒绝", "请完成人机验证后继续访问本网站。"),
    ],
)
def test_robot_check_with_status_200(title: str, text: str) -> None:
    """A robot check is `blocked` by its words, whatever its status, and has no text."""
    document = from_html(wall(text, title=title))
    assert (document.kind, document.text) == ("blocked", "")


class Response:
    """What a fetcher gives: as much of it as is read."""

    def __init__(self, status_code: int, text: str) -> None:
        self.status_code = status_code
        self.url = "https://marling-post.example/news/ferry-1"
        self.content = text.encode()
        self.headers = {"content-type": "text/html; charset=utf-8"}


def test_status_says_blocked() -> None:
    """A short page that came with 403 is `blocked`, an article that did is none the worse for it."""
    assert from_response(Response(403, wall("Sorry, that did not work.", title="Marling Post"))).kind == "blocked"
    assert from_response(Response(403, page(paragraphs(0, 1, 2, 3, 4, 5, 6, 7) * 2))).kind == "article"


@pytest.mark.parametrize(
    ("title", "text"),
    [("Page not found", "The page you were looking for has moved."), ("Fehler", "Seite nicht gefunden.")],
)
def test_error_page_with_status_200(title: str, text: str) -> None:
    """An error page has nothing."""
    document = from_html(wall(text, title=title))
    assert (document.kind, document.text) == ("empty", "")


@pytest.mark.parametrize(
    "inside",
    ["<div id='root'></div>", "<noscript>You need to enable JavaScript to run this app.</noscript><div id='app'></div>",
     "<div><p>Please enable JavaScript to view this page.</p></div>"],
)  # fmt: skip
def test_script_shell(inside: str) -> None:
    """A page that a script would fill is `script_shell` and has no text."""
    document = from_html(f"<html><head><title>Marling Post</title>{SCRIPT}</head><body>{inside}{SCRIPT}</body></html>")
    assert (document.kind, document.text) == ("script_shell", "")


def test_empty_page() -> None:
    """A page without text and without scripts is `empty`."""
    assert kind("<html><head><title>Marling Post</title></head><body><div></div></body></html>") == "empty"


def test_paywall_stub() -> None:
    """A first paragraph above an offer to subscribe is `paywall_stub`; the paragraph stays, the offer goes."""
    offer = "<div class='paywall'><p>Subscribe to continue reading this article.</p><a href='/s'>See offers</a></div>"
    document = clean(f"<div class='story'>{paragraphs(0, 1)}</div>{offer}")
    assert (document.kind, lines(document)) == ("paywall_stub", [PROSE[0], PROSE[1]])


def test_index_page() -> None:
    """A list of stories is `index`."""
    assert kind(page(TEASERS, title="News from Marling")) == "index"


def test_article_with_many_teasers_below() -> None:
    """Headlines of other stories do not make an article an index."""
    assert (
        kind(page(f"<div class='story'>{paragraphs(0, 1, 2, 3)}</div><div class='more'>{TEASERS}</div>")) == "article"
    )


def test_short_news_among_headlines() -> None:
    """Two sentences are an article, however many headlines stand around them."""
    assert kind(page(f"<div class='story'>{paragraphs(0, 1)}</div><div class='more'>{TEASERS}</div>")) == "article"


def test_live_blog_by_its_own_word_or_by_its_entries() -> None:
    """A live blog declares itself, or has stamped entries; its entries stand in page order."""
    document = clean(STAMPED)
    assert document.kind == "live_blog"
    assert [x for x in lines(document) if x in PROSE] == list(PROSE)
    assert kind(page(paragraphs(0, 1, 2, 3), head=LIVE_HEAD)) == "live_blog"


def test_gallery() -> None:
    """Many images with little text at a gallery's address are a `gallery`."""
    document = from_html(page(paragraphs(0) + IMAGES), url="https://marling-post.example/gallery/ferry")
    assert document.kind == "gallery"


def test_video_and_audio() -> None:
    """A page of a video or an audio with its description only is `video` or `audio`."""
    assert from_html(page(paragraphs(0), head=VIDEO_HEAD), url="https://marling-post.example/video/1").kind == "video"
    assert from_html(page(paragraphs(0), head=AUDIO_HEAD), url="https://marling-post.example/podcast/1").kind == "audio"


def test_article_on_data_protection_is_no_consent_wall() -> None:
    """Prose about cookies, between other prose, is an article."""
    inside = (
        paragraphs(0, 1, 2, 3) + "<p>The town's own site stores cookies without consent, the privacy officer found.</p>"
    )
    assert kind(page(inside)) == "article"
