"""Is this a page at all? Images, documents, archives, media, feeds, data and scripts are refused by their beginning."""

from __future__ import annotations

import json
import re

from ..model.errors import NotHtml
from .decode import find_wide

HEAD_BYTES = 4096
MARKUP_BYTES = 65536  # a page has one of the tags that open it in here, behind whatever stands before
CONTROL_SHARE = 0.03  # of the first bytes; random data has 0.1, pages have none

# (offset, first bytes, name), longest of a family first.
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"), (0, b"\xff\xd8\xff", "a JPEG image"), (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"), (8, b"WEBPVP", "a WebP image"), (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"), (0, b"\0\0\1\0", "an icon"), (0, b"8BPS", "a Photoshop image"),
    (0, b"%PDF-", "a PDF"), (0, b"%!PS", "a PostScript file"), (0, b"{\\rtf", "an RTF document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document"), (0, b"PK\3\4", "a ZIP archive"),
    (0, b"PK\5\6", "a ZIP archive"), (0, b"\x1f\x8b\x08", "a gzip archive"), (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"), (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\7", "a RAR archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"), (257, b"ustar", "a tar archive"), (0, b"!<arch>\n", "an archive"),
    (4, b"ftyp", "a video"), (0, b"\x1aE\xdf\xa3", "a video"), (0, b"FLV\1", "a video"), (0, b"\0\0\1\xba", "a video"),
    (8, b"AVI LIST", "a video"), (0, b"OggS", "an audio or video file"), (0, b"ID3", "an audio file"),
    (8, b"WAVEfmt", "an audio file"), (0, b"fLaC", "an audio file"), (0, b"MThd\0\0", "an audio file"),
    (0, b"wOFF", "a font"), (0, b"wOF2", "a font"), (0, b"OTTO\0", "a font"), (0, b"\0\1\0\0\0", "a font"),
    (0, b"SQLite format 3\0", "a database"), (0, b"\x7fELF", "a program"), (0, b"MZ\x90\0", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"), (0, b"\0asm", "a program"), (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"CWS", "a Flash file"), (0, b"FWS", "a Flash file"), (0, b"PAR1", "a Parquet file"), (0, b"WARC/1.", "a WARC"),
)  # fmt: skip
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_BASE64_MAGIC = (b"iVBORw0KGgo", b"/9j/4", b"R0lGOD", b"JVBERi0", b"UEsDB", b"H4sIA", b"PCFET0NUWVBF", b"PGh0bWw")
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n"

_TAG = re.compile(
    rb"<(?:!doctype\s+html|(?:[a-z]{1,10}:)?(?:html|head|body|title|meta|div|article|main|section|table|h[1-6]|p|span|"
    rb"a|br|ul|font|form|script|noscript|pre|plaintext|xmp)[\s/>])",
    re.I,
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.I)
_XML_ROOT = re.compile(rb"<((?:[A-Za-z_][\w.-]{0,40}:)?[A-Za-z_][\w.-]{0,60})[\s/>]")
_XML_PROLOGUE = re.compile(
    rb"\s+|<\?[^>]{0,2000}>|<!--.{0,4000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,4000}\])?\s*>", re.I | re.S
)
_DATA_ROOTS = {
    b"rss": "an RSS feed", b"feed": "an Atom feed", b"rdf": "an RDF feed", b"urlset": "a sitemap",
    b"sitemapindex": "a sitemap", b"svg": "an SVG image", b"opml": "an OPML list", b"plist": "a property list",
    b"kml": "a map file", b"gpx": "a map file", b"manifest": "a manifest", b"smil": "a media list",
    b"opensearchdescription": "a search description",
}  # fmt: skip
_PAGE_ROOTS = frozenset(
    (b"html", b"title", b"meta", b"div", b"main", b"section", b"table", b"p", b"h1", b"form", b"center")
)
"""With what a page, or a part of one, may begin that declares itself XML; titles and links are in data as well."""
_SCRIPT = re.compile(
    rb"[\"']use strict[\"']|(?:async\s{1,9})?!?\(?function\s{0,9}[\w$]{0,80}\s{0,9}\(|\(\s{0,9}\(\s{0,9}\)\s{0,9}=>|"
    rb"(?:var|let|const)\s{1,9}[\w$]{1,80}\s{0,9}=|(?:window|self|document)[.\[]\w|define\([\[\"'f]|"
    rb"import\s{1,9}(?:[\w{*][^\n;<]{0,200}\sfrom\s{1,9})?[\"']|export\s{1,9}(?:default|const|function|class|\{)"
)
_STYLE = re.compile(
    rb"@(?:charset|import|media|font-face)\b|[.#:*a-z\[][^<>{};]{0,300}\{\s{0,99}[-\w]{1,60}\s{0,9}:[^{}<>]{1,2000}\}",
    re.I,
)
_JSON = re.compile(rb"\{\s*(?:\"|\})|\[\s*[\[{\"]")
_CODE = re.compile(
    rb"#!\s?/|#include\s*[<\"]|(?:import|package|using|namespace|use)\s+[\w.:]{1,80};?\s*\n|from\s+[\w.]{1,80}\s+import\s|"
    rb"def\s+\w{1,80}\s*\(|(?:public\s+)?(?:class|interface)\s+\w{1,80}\s*(?:[:{(]|extends|implements)|<\?php\s"
)
_COMMENT = re.compile(rb"(?:\s+|/\*.{0,4000}?\*/|//[^\n]{0,1000}\n)", re.S)
_CONTROLS = bytes([*range(9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)])


MIN_DATA_BYTES = 200
"""Of a shorter text without a tag nobody can say what it is."""
PROSE_CHARS = 400
"""Text to be read has the end of a sentence in so many characters, on the mean."""
PROSE_SHARE = 0.85
"""Of its characters are letters and spaces."""
MAX_WORD_CHARS = 1000
_SENTENCE_END = re.compile(r"[.!?…。！？।؟](?=[\"”’»)\]]{0,2}(?:\s|$))|[。！？]")


def refuse_binary(body: bytes) -> None:
    """Nothing, if this may be a page.

    Raises:
        NotHtml: a file of another kind, which the message names.
    """
    kind = find_file_kind(body)
    if kind is not None:
        raise NotHtml(f"this is {kind}, not a page")


def find_file_kind(body: bytes) -> str | None:
    """What the bytes are if surely no page ("a PDF", "an RSS feed", "JSON"), else None.

    >>> find_file_kind(b"%PDF-1.7 ..."), find_file_kind(b'{"id": 1}'), find_file_kind(b"<p>Text</p>")
    ('a PDF', 'JSON', None)
    """
    head = bytes(body[:HEAD_BYTES])
    if head.startswith(_MARKS) or find_wide(head) is not None:
        return None
    for offset, magic, name in _MAGIC:
        if head.startswith(magic, offset):
            return name
    start = head[3:] if head.startswith(b"\xef\xbb\xbf") else head
    start = start.lstrip()
    if start.startswith(b"<"):
        return _find_xml_kind(start)
    if not start:
        return None
    if start[:1] in b"{[" and _is_json(body):
        return "JSON"
    is_page = bool(_PAGE.search(body, 0, MARKUP_BYTES))
    kind = _find_textless_kind(start, head, is_page)
    if kind is None and not is_page and len(body) >= MIN_DATA_BYTES and not _TAG.search(head) and not _is_prose(head):
        return "text without a tag of HTML, and no prose"
    return kind


def _find_xml_kind(start: bytes) -> str | None:
    """A feed, a sitemap, a drawing, or XML whose root is no element of HTML though it declares itself XML."""
    if start.startswith(b"<?php") and b"?>" not in start:
        return "a program's source"
    at = 0
    while prologue := _XML_PROLOGUE.match(start, at):
        at = prologue.end()
    root = _XML_ROOT.match(start, at)
    if root is None:
        return None
    name = root[1].lower().rpartition(b":")[2]
    if name in _DATA_ROOTS:
        return _DATA_ROOTS[name]
    if start.startswith(b"<?xml") and name not in _PAGE_ROOTS and not _PAGE.search(start):
        return "XML data"
    return None


def _is_json(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), (dict, list))
    except (ValueError, RecursionError):
        return False


def _find_textless_kind(start: bytes, head: bytes, is_page: bool) -> str | None:
    """A script, a style sheet, base64 or unknown binary data, of bytes that do not begin with a tag."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > CONTROL_SHARE * len(head) and not _looks_wide(head):
        return "binary data"
    if is_page:
        return None
    at = 0
    while comment := _COMMENT.match(start, at):
        at = comment.end()
    if _SCRIPT.match(start, at):
        return "a script"
    if _STYLE.match(start, at):
        return "a style sheet"
    if start.startswith(_BASE64_MAGIC) and not start.translate(None, _BASE64):
        return "base64 data"
    if _CODE.match(start, at):
        return "a program's source"
    if _JSON.match(start):
        return "JSON"
    return None


def _is_prose(head: bytes) -> bool:
    """Whether text without a tag of HTML is made to be read: letters, words and sentences."""
    text = head.decode("utf-8", "ignore") or head.decode("latin-1")
    words = text.split()
    if not words or max(map(len, words)) > MAX_WORD_CHARS:
        return False
    if not text.isascii() and len(text.encode("ascii", "ignore")) < len(text) / 2:
        return len(text) < 4 * len(set(text)) ** 2  # not all scripts end sentences with a sign
    letters = sum(map(str.isalpha, text)) + sum(map(str.isspace, text))
    ends = len(_SENTENCE_END.findall(text))
    return letters >= PROSE_SHARE * len(text) and ends * PROSE_CHARS >= len(text)


def _looks_wide(head: bytes) -> bool:
    """UTF-16 without a mark, or a page with NULs strewn in: all its controls are NULs."""
    return len(head) - len(head.translate(None, _CONTROLS[1:])) == 0
