"""Which answers may be pages, by their Content-Type or, where it says nothing, by their first bytes."""

from __future__ import annotations

import re

from .errors import NotHtml

SNIFF_BYTES = 1024

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/vnd.wap.xhtml+xml"})
UNSURE_TYPES = frozenset(
    {
        "application/octet-stream", "application/x-unknown", "application/unknown", "binary/octet-stream",
        "application/xml", "text/xml", "application/force-download", "application/x-download", "text/markdown",
    }
)  # fmt: skip
"""What servers say that do not know, and XML, which may be XHTML or a feed."""

OTHER_KINDS = (
    ("image/", "an image"), ("video/", "a video"), ("audio/", "audio"), ("font/", "a font"), ("multipart/", "a stream"),
    ("application/pdf", "a PDF"), ("application/rss", "a feed"), ("application/atom", "a feed"),
    ("application/feed", "a feed"), ("application/zip", "an archive"), ("application/gzip", "an archive"),
    ("text/css", "a style sheet"), ("text/javascript", "a script"), ("application/javascript", "a script"),
    ("text/event-stream", "a stream"), ("text/csv", "a table"), ("text/calendar", "a calendar"),
)  # fmt: skip
MAGIC = (
    (b"%PDF", "a PDF"), (b"\x89PNG", "an image"), (b"GIF8", "an image"), (b"\xff\xd8\xff", "an image"),
    (b"RIFF", "media"), (b"PK\x03\x04", "an archive"), (b"\x1f\x8b", "an archive"), (b"BZh", "an archive"),
    (b"\xfd7zXZ", "an archive"), (b"7z\xbc\xaf", "an archive"), (b"OggS", "media"), (b"ID3", "audio"),
    (b"fLaC", "audio"), (b"\x1aE\xdf\xa3", "a video"), (b"\x7fELF", "a program"), (b"MZ", "a program"),
    (b"wOF", "a font"),
)  # fmt: skip
HINT_KIND = "Fetch it with another tool, and hand over its text (from_text) if it has any"

_TYPE = re.compile(r"[a-z0-9!#$&^_.+\-]{1,100}/[a-z0-9!#$&^_.+\-]{1,100}")
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf|urlset|sitemapindex|svg|opml)[\s>]", re.I)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|script|div|p|article|h1|!--)[\s>/-]", re.I)
_JSON = re.compile(rb"\s*[\[{]\s*[\"\[{\]}\d]")


def parse_type(header: str | None) -> str:
    """The media type alone, in lower case; "" where there is none.

    >>> parse_type("Text/HTML; charset=utf-8")
    'text/html'
    """
    match = _TYPE.match((header or "")[:300].strip().lower())
    return match[0] if match else ""


def is_plain_text(header: str | None, body: bytes) -> bool:
    """Whether a body is a text that wants its lines kept; pages are often labelled so, too.

    >>> is_plain_text("text/plain", b"The ferry sailed."), is_plain_text("text/plain", b"<!doctype html><p>")
    (True, False)
    """
    return parse_type(header) == "text/plain" and not _HTML.search(body[:SNIFF_BYTES])


def check_type(header: str | None) -> bool:
    """Whether the first bytes must tell if this is a page.

    Raises:
        NotHtml: it is none, so that its body need not be read.
    """
    media_type = parse_type(header)
    if media_type in PAGE_TYPES:
        return False
    if media_type in UNSURE_TYPES or "/" not in media_type:
        return True
    for start, kind in OTHER_KINDS:
        if media_type.startswith(start):
            raise NotHtml(f"not a page but {kind} ({media_type})", hint=HINT_KIND)
    if "json" in media_type:
        raise NotHtml(f"not a page but JSON ({media_type})", hint=HINT_KIND)
    if media_type.startswith("text/"):
        return True
    raise NotHtml(f"not a page but {media_type}", hint=HINT_KIND)


def check_start(start: bytes) -> None:
    """Passes if the first bytes may be a page's.

    Raises:
        NotHtml: they are another kind's.
    """
    head = start[:SNIFF_BYTES]
    _check_magic(head)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return  # UTF-16
    html = _HTML.search(head)
    feed = _FEED.search(head)
    if feed and not (html and html.start() < feed.start()):
        raise NotHtml("not a page but a feed or other XML", hint=HINT_KIND)
    if html:
        return
    if _JSON.match(head.removeprefix(b"\xef\xbb\xbf")):
        raise NotHtml("not a page but JSON", hint=HINT_KIND)
    if b"\x00" in head:
        raise NotHtml("not a page but binary data", hint=HINT_KIND)


def check_labelled_start(start: bytes) -> None:
    """Passes unless bytes that are labelled as a page are plainly a file of another kind.

    Raises:
        NotHtml: they are. A text may begin with the letters of a file's mark, but holds no NUL.
    """
    head = start[:SNIFF_BYTES]
    if head.startswith(b"%PDF-") or (b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))):
        _check_magic(head)


def _check_magic(head: bytes) -> None:
    for magic, kind in MAGIC:
        if head.startswith(magic):
            raise NotHtml(f"not a page but {kind}", hint=HINT_KIND)
    if head[4:8] == b"ftyp":
        raise NotHtml("not a page but media", hint=HINT_KIND)
