"""Lines of a page whose elements touch, as tables of real-looking markup."""

from __future__ import annotations

import pytest

import newsclean

P = "<p>The strike in the harbour ended on Monday after nine days of talks between the union and the owners of ships.</p>"


def _page(line: str = "", body: str = P * 3) -> newsclean.Document:
    page = f"<html lang=en><body><article><h1>Harbour strike ends</h1>{line}{body}</article></body></html>"
    return newsclean.from_html(page, url="https://dailytide.example/economy/a")


@pytest.mark.parametrize(
    ("line", "byline", "published"),
    [
        (
            "<div class=byline><span>By Ann Lee</span><span>March 4, 2026</span></div>",
            "By Ann Lee March 4, 2026",
            "2026-03-04",
        ),
        (
            "<div class=meta><a href=/author/a-lee>Ann Lee</a><span>4 March 2026</span><span>10:05 GMT</span></div>",
            "Ann Lee 4 March 2026 10:05 GMT",
            "2026-03-04T10:05+00:00",
        ),
        ("<p class=byline><a href=/author/a>Ann Lee</a><span>Reporter</span></p>", "Ann Lee Reporter", None),
        ("<p class=byline>By <b>A</b>nn Lee</p>", "By Ann Lee", None),
        (
            "<p class=byline>By <a href=/author/a>Ann Lee</a>, March 4<sup>th</sup>, 2026</p>",
            "By Ann Lee, March 4th, 2026",
            "2026-03-04",
        ),
    ],
)
def test_lines_that_touch(line: str, byline: str, published: str | None) -> None:
    """Elements that style alone parts are parted in the byline and for the date; those inside a word are not."""
    found = _page(line)
    assert (found.byline, (found.published or "")[:16]) == (byline, (published or "")[:16])


@pytest.mark.parametrize(
    ("caption", "text"),
    [
        ("<span>Mist over the lower town</span><span>Ships wait</span>", "Mist over the lower town Ships wait"),
        ("Less CO<sub>2</sub> from ships", "Less CO2 from ships"),
        ("An <em>i</em>Phone in the sea", "An iPhone in the sea"),
    ],
)
def test_captions_that_touch(caption: str, text: str) -> None:
    """The same for captions."""
    figure = f"<figure><img src=/harbour.jpg width=800 height=500><figcaption>{caption}</figcaption></figure>"
    image = _page(figure).lead_image
    assert image is not None
    assert image.caption == text


def test_a_line_that_says_which_date_is_the_last_change() -> None:
    """A name such as "updated" of a whole line says nothing of its dates where the line itself tells them apart."""
    stamp = "<time datetime='2026-03-12T12:01:03Z'>12 March 2026 12:01</time> Updated <time>13 March 2026 11:20</time>"
    found = _page(f"<p class=info__updated>{stamp}</p>")
    assert ((found.published or "")[:10], (found.modified or "")[:10]) == ("2026-03-12", "2026-03-13")
