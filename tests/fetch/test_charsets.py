"""From the wire to the text: what the header, the page and its bytes say of the charset, told in provenance."""

from __future__ import annotations

import pytest

import newsclean
from tests.fetch.bad_server import Net

TITLE = "Паром ушёл в полдень"
STORY = (
    "<!doctype html><html><head>{meta}<title>" + TITLE + "</title></head><body><article><h1>" + TITLE + "</h1>"
    "<p>Паром отошёл от причала ровно в полдень, и на берегу остались только провожающие с флагами.</p>"
    "<p>Капитан сказал, что рейс займёт три часа, если ветер не переменится к вечеру, как обещали.</p></article></body></html>"
)
META_1251 = '<meta charset="windows-1251">'
META_KOI8 = '<meta charset="koi8-r">'

CASES = {
    # header, meta in the page, codec of the bytes, what spoke
    "header": ("text/html; charset=windows-1251", "", "windows-1251", "http"),
    "header_quoted": ('text/html; charset="windows-1251"', "", "windows-1251", "http"),
    "header_single_quoted": ("text/html; charset='windows-1251'", "", "windows-1251", "http"),
    "header_spaces": ("text/html ; Charset = WINDOWS-1251 ;", "", "windows-1251", "http"),
    "header_beats_meta": ("text/html; charset=windows-1251", META_KOI8, "windows-1251", "http"),
    "meta_alone": ("text/html", META_1251, "windows-1251", "meta"),
    "python_codec": ("text/html; charset=rot13", META_1251, "windows-1251", "meta"),
    "python_codec_unsafe": ("text/html; charset=unicode_escape", "", "utf-8", "bytes"),
    "utf_7": ("text/html; charset=utf-7", "", "utf-8", "bytes"),
    "nothing_said": ("text/html", "", "utf-8", "bytes"),
    "nothing_said_legacy": ("text/html", "", "windows-1251", "detected"),
    "header_lies": ("text/html; charset=iso-8859-1", "", "utf-8", "bytes"),
    "mark_beats_header": ("text/html; charset=windows-1251", "", "utf-8-sig", "bom"),
    "mark_of_utf_16": ("text/html; charset=utf-8", "", "utf-16", "bom"),
    "unknown_label": ("text/html; charset=klingon", META_1251, "windows-1251", "meta"),
}


@pytest.mark.parametrize("name", CASES)
def test_charset(net: Net, name: str) -> None:
    """The text is read as a browser or a careful reader would, and the document says what spoke."""
    header, meta, codec, how = CASES[name]
    body = STORY.format(meta=meta).encode(codec)
    net.site.handlers["a"] = lambda request: request.answer(body=body, Content_Type=header)
    document = newsclean.from_url(net.site.url("/a"), timeout_s=5, allow_networks=("127.0.0.1/32",))
    assert document.title == TITLE
    assert "провожающие с флагами" in document.text
    assert document.provenance["encoding"].source == how


def test_a_plain_text_keeps_its_lines(net: Net) -> None:
    """A text is read as one, its lines paragraphs; a page with the same label is read as a page."""
    lines = ["Паром отошёл от причала ровно в полдень, и на берегу остались только провожающие с флагами.",
             "Капитан сказал, что рейс займёт три часа, если ветер не переменится к вечеру, как обещали."]  # fmt: skip
    net.site.handlers |= {
        "text": lambda r: r.answer(
            body="\n\n".join([TITLE, *lines]).encode("koi8-r"), Content_Type="text/plain; charset=koi8-r"
        ),
        "page": lambda r: r.answer(body=STORY.format(meta="").encode(), Content_Type="text/plain; charset=utf-8"),
    }
    text = newsclean.from_url(net.site.url("/text"), timeout_s=5, allow_networks=("127.0.0.1/32",))
    assert text.title == TITLE
    assert text.text.splitlines() == [lines[0], "", lines[1]]
    page = newsclean.from_url(net.site.url("/page"), timeout_s=5, allow_networks=("127.0.0.1/32",))
    assert page.title == TITLE
