"""Images of small pages: their address, what is none of the article's, captions and credits."""

from __future__ import annotations

import pytest

import newsclean

P = "<p>The strike in the harbour ended on Monday after nine days of talks between the union and the owners of ships.</p>"
Q = (
    "<p>Ships will be loaded again from Tuesday, the harbour master said, and the queue will take a week to clear.</p>"
    "<p>Both sides called the agreement fair, though neither would say in public what had been given up for it.</p>"
)
SITE = "https://dailytide.example"


def _images(html: str, head: str = "") -> list[newsclean.Image]:
    page = f"<html lang=en><head>{head}</head><body><article><h1>Harbour strike ends</h1>{P}{html}{Q}</article></body></html>"
    doc = newsclean.from_html(page, url=f"{SITE}/a/b")
    found = [b for s in doc.sections for b in s.blocks if isinstance(b, newsclean.Image)]
    return ([doc.lead_image] if doc.lead_image and doc.lead_image not in found else []) + found


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<img src=/q.jpg>", "/q.jpg"),
        ("<img src=q.jpg>", "/a/q.jpg"),
        ("<img src=//img.dailytide.example/q.jpg>", "https://img.dailytide.example/q.jpg"),
        ("<img src='/q.jpg?w=200&amp;h=100'>", "/q.jpg?w=200&h=100"),
        # source sets: the widest that a page shows
        ("<img src=/s.jpg srcset='/s.jpg 320w, /m.jpg 640w, /l.jpg 1280w'>", "/l.jpg"),
        ("<img src=/s.jpg srcset='/s.jpg 1x, /l.jpg 2x'>", "/l.jpg"),
        ("<img src=/s.jpg srcset='/s.jpg 320w,/l.jpg 1280w'>", "/l.jpg"),
        ("<img src=/s.jpg srcset='/m.jpg 640w, /huge.jpg 8000w'>", "/m.jpg"),
        ("<img src=/s.jpg srcset=' /a,b.jpg 640w , /c,d.jpg 1024w '>", "/c,d.jpg"),
        ("<img src=/s.jpg srcset='bad bad bad, /l.jpg 900w'>", "/l.jpg"),
        ("<picture><source srcset='/w.webp 1200w' type=image/webp><img src=/q.jpg></picture>", "/w.webp"),
        ("<picture><source data-srcset='/w.jpg 900w'><img data-src=/q.jpg></picture>", "/w.jpg"),
        # loaded late
        ("<img src=data:image/gif;base64,R0lGOD data-src=/q.jpg>", "/q.jpg"),
        ("<img src=/placeholder.gif data-original=/q.jpg>", "/q.jpg"),
        ("<img class=lazyload data-srcset='/s.jpg 300w, /l.jpg 900w'>", "/l.jpg"),
        ("<img src=/spacer.gif data-lazy-src=/q.jpg>", "/q.jpg"),
        ("<img src=/blank.png data-cfsrc=/q.jpg>", "/q.jpg"),
        ("<amp-img src=/q.jpg width=900 height=600></amp-img>", "/q.jpg"),
        ("<figure><noscript><img src=/q.jpg></noscript><figcaption>The quay at noon</figcaption></figure>", "/q.jpg"),
    ],
)
def test_best_address(html: str, url: str) -> None:
    """The largest address that the page itself would show, absolute."""
    assert [i.url for i in _images(html)][:1] == [url if url.startswith("http") else SITE + url]


@pytest.mark.parametrize(
    "html",
    [
        "<img src=/pixel.gif width=1 height=1>",
        "<img src=https://stats.example/t.gif width=0 height=0>",
        "<img src=/q.jpg width=40 height=40>",
        "<img src=/logo.png>",
        "<img src=/assets/logos/daily.png>",
        "<img src=/icons/share.png>",
        "<img src=/avatar/me.jpg>",
        "<img class=avatar src=/me.jpg>",
        "<img src=/spinner.gif>",
        "<img src=/icon.svg width=24>",
        "<img src=data:image/png;base64,iVBORw0>",
        "<img src='/{{image}}'>",
        "<img>",
        "<img src=''>",
        "<img src=javascript:void(0)>",
        "<div class=author-box><img src=/me.jpg width=60 height=60></div>",
        "<div style=display:none><img src=/q.jpg></div>",
    ],
)
def test_no_pictures_of_the_article(html: str) -> None:
    """Trackers, icons, logos, portraits, placeholders and hidden images are none."""
    assert _images(html) == []


@pytest.mark.parametrize(
    ("html", "alt", "caption", "credit"),
    [
        (
            "<img src=/q.jpg alt='The quay'><figcaption>Ships at the quay</figcaption>",
            "The quay",
            "Ships at the quay",
            None,
        ),
        (
            "<img src=/q.jpg><figcaption>Ships at the quay. Photo: Tom Vale</figcaption>",
            None,
            "Ships at the quay.",
            "Tom Vale",
        ),
        (
            "<img src=/q.jpg><figcaption>Ships at the quay <span class=credit>Tom Vale/AFP</span></figcaption>",
            None,
            "Ships at the quay",
            "Tom Vale/AFP",
        ),
        ("<img src=/q.jpg><figcaption>© Tom Vale / dpa</figcaption>", None, None, "Tom Vale / dpa"),
        (
            "<div class=wp-caption><img src=/q.jpg><p class=wp-caption-text>Ships at the quay</p></div>",
            None,
            "Ships at the quay",
            None,
        ),
        ("<img src=/q.jpg alt='&nbsp;'><figcaption></figcaption>", None, None, None),
        (
            "<img src=/q.jpg><figcaption>码头上的船。本报记者 李明 摄</figcaption>",
            None,
            "码头上的船。",
            "本报记者 李明",
        ),
        (
            "<img src=/q.jpg><figcaption>Schiffe am Kai. Foto: Malte Brandt/dpa</figcaption>",
            None,
            "Schiffe am Kai.",
            "Malte Brandt/dpa",
        ),
    ],
)
def test_what_is_said_of_a_picture(html: str, alt: str | None, caption: str | None, credit: str | None) -> None:
    """Alternative text, caption and credit apart, the credit without the word that announces it."""
    image = _images(f"<figure>{html}</figure>" if "wp-caption" not in html else html)[0]
    assert (image.alt, image.caption, image.credit) == (alt, caption, credit)


def test_captions_are_no_text() -> None:
    """The words of a caption stand with their picture and not in the text."""
    figure = "<figure><img src=/q.jpg><figcaption>Ships at noon</figcaption></figure>"
    page = f"<article><h1>Harbour strike ends</h1>{P}{figure}{Q}</article>"
    assert "Ships at noon" not in newsclean.from_html(page, url=SITE).text
