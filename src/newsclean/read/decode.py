"""Bytes to text, in the order of the browsers: byte order mark, HTTP header, declaration in the page, detection.

What a page declares is checked against its bytes, since many pages lie: text that is valid multi-byte UTF-8 is UTF-8
whatever the label says, and text labelled UTF-8 that plainly is not gets detected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from .charset_detect import detect
from .charset_labels import CODECS, find_encoding

How = Literal["bom", "given", "http", "meta", "xml", "late-meta", "bytes", "detected", "default"]

HEAD_BYTES = 1024  # where WHATWG looks for a declaration
LATE_BYTES = 65536  # where pages with a long comment or script in front have it
UTF8_OVERRULES = 10  # valid multi-byte characters for each invalid byte, so that UTF-8 overrules a legacy label
MULTIBYTE_CHARS = 8  # valid UTF-8 characters that a CJK text would not hold by chance

_DECLARED = re.compile(rb"<!--.*?(?:-->|\Z)|<meta[\s/]([^>]*)", re.I | re.S)
_CHARSET = re.compile(rb"charset\s*=\s*(?:[\"']\s*)?([^\s\"'/>;][^\s\"'/>]*)", re.I)
_XML = re.compile(rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([^\"'>]{1,64})", re.I)
_HEADER = re.compile(r"charset\s*=\s*(?:[\"']\s*)?([^\s\"';,]+)", re.I)

_WIDE = {"utf-32le": "utf-32-le", "utf-32be": "utf-32-be"}
"""Read by its mark or its NULs only: browsers know no such label."""
_ISO_2022_JP = "\x1b$B"
"""What begins Japanese letters in it; the rest is ASCII."""
_CJK = frozenset({"gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without byte order mark and NUL characters, its encoding by WHATWG name, and how that was found.

    how: `bom`; `given` by the caller; `http`, `meta`, `xml`, `late-meta` where a declaration held; `bytes` where the
    bytes are UTF-8 (or UTF-16) whatever was declared; `detected`; `default` where nothing spoke.
    """

    text: str
    encoding: str
    how: How
    utf8: bytes | None = field(default=None, repr=False)
    """The text in UTF-8, where the page came so."""


def decode(body: bytes, content_type: str | None = None, charset: str | None = None) -> Decoded:
    """The text of a page; bad bytes become U+FFFD.

    Args:
        body: the bytes as they came.
        content_type: the HTTP header's value, such as `text/html; charset=utf-8`.
        charset: a label that overrules the header and the page, but no byte order mark; an unknown one is ignored.

    >>> decode('<p>Größe</p>'.encode("cp1252"), "text/html; charset=iso-8859-1")
    Decoded(text='<p>Größe</p>', encoding='windows-1252', how='http')
    """
    body = bytes(body)
    found = _by_mark(body)
    if found is not None:
        return _decoded(body[found[1] :], found[0], "bom")
    wide = find_wide(body)
    if wide is not None:
        return _decoded(body, wide, "bytes")
    given = find_encoding(charset) if charset else None
    if given is not None:
        return _decoded(body, given, "given")
    declared, how = _find_declared(body, content_type)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(body, declared, how)
    return _as_utf8(body, text, declared, how)


def _by_mark(body: bytes) -> tuple[str, int] | None:
    """Encoding and length of the byte order mark, or None."""
    if body.startswith(b"\xef\xbb\xbf"):
        return "utf-8", 3
    if body.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return ("utf-32le" if body[0] else "utf-32be"), 4
    if body.startswith(b"\xff\xfe"):
        return "utf-16le", 2
    if body.startswith(b"\xfe\xff"):
        return "utf-16be", 2
    return None


def find_wide(body: bytes) -> str | None:
    r"""UTF-16 or UTF-32 without a mark: ASCII markup with a NUL beside every byte. A page with stray NULs is none.

    >>> find_wide("<html><body>".encode("utf-16-be")), find_wide(b"<p>\0</p>")
    ('utf-16be', None)
    """
    head = body[:64]
    if b"\0" not in head[:2] or len(head) < 8:
        return None
    for width, name in ((4, "utf-32"), (2, "utf-16")):
        full = [bool(any(head[place::width])) for place in range(width)]
        if sum(full) == 1 and (full[0] or full[-1]) and all(head[full.index(True) :: width]):
            return name + ("le" if full[0] else "be")
    return None


def _decoded(body: bytes, encoding: str, how: How, text: str | None = None, *, is_utf8: bool = False) -> Decoded:
    utf8 = body if is_utf8 else None
    if text is None:
        text = body.decode(_WIDE.get(encoding) or CODECS[encoding], "replace")
    if (b"\0" in body) if is_utf8 else ("\0" in text):  # a byte is found in a fiftieth of the time of a character
        text, utf8 = text.replace("\0", ""), None
    return Decoded(text, encoding, how, utf8)


def _find_declared(body: bytes, content_type: str | None) -> tuple[str | None, How]:
    """The first declared encoding that browsers know, and where it stood."""
    if content_type:
        header = _HEADER.search(content_type[:500])
        encoding = find_encoding(header[1]) if header else None
        if encoding is not None:
            return encoding, "http"
    head = body[:HEAD_BYTES]
    encoding = _find_meta(head)
    if encoding is not None:
        return encoding, "meta"
    xml = _XML.match(head)
    encoding = _in_ascii(find_encoding(xml[1].decode("latin-1"))) if xml else None
    return encoding, "xml"


def _find_meta(head: bytes) -> str | None:
    """The encoding of the first `<meta>` that declares a known one, comments passed over."""
    if b"charset" not in head.lower():
        return None
    for meta in _DECLARED.finditer(head):
        attributes = meta[1]
        label = _CHARSET.search(attributes) if attributes else None
        if label is None:
            continue
        before = attributes[: label.start()].lower()
        if b"content" in before and b"text/html" not in before and b"http-equiv" not in attributes.lower():
            continue  # the word stands in a description
        encoding = _in_ascii(find_encoding(label[1].decode("latin-1")))
        if encoding is not None:
            return encoding
    return None


def _in_ascii(encoding: str | None) -> str | None:
    """What a label means that was itself read as ASCII: such a page cannot be UTF-16."""
    return "utf-8" if encoding in ("utf-16le", "utf-16be") else encoding


def _as_utf8(body: bytes, text: str, declared: str | None, how: How) -> Decoded:
    """Bytes that are valid UTF-8: UTF-8, unless all ASCII or a CJK text so short that chance may have made it so."""
    if text.isascii() and _ISO_2022_JP in text:
        return _decoded(body, "iso-2022-jp", how if declared == "iso-2022-jp" else "bytes")
    if declared is None or declared == "utf-8":
        return _decoded(body, "utf-8", how if declared else "bytes", text, is_utf8=True)
    if text.isascii():
        return _decoded(body, "utf-8" if declared.startswith("utf-16") else declared, how, text, is_utf8=True)
    if declared in _CJK and len(body) - len(text) < 2 * MULTIBYTE_CHARS:
        return _decoded(body, declared, how)
    return _decoded(body, "utf-8", "bytes", text, is_utf8=True)


def _decode_legacy(body: bytes, declared: str | None, how: How) -> Decoded:
    """Bytes that are not valid UTF-8 throughout: the declared encoding if it holds, else what the bytes look like."""
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd") - body.count(b"\xef\xbf\xbd")
    good = _count_non_ascii(text) - text.count("\ufffd")
    if declared is None:
        declared, how = _find_meta(body[HEAD_BYTES - 64 : LATE_BYTES]), "late-meta"
    if declared == "utf-8" and good >= bad:
        return _decoded(body, "utf-8", how, text)
    if good >= max(MULTIBYTE_CHARS, UTF8_OVERRULES * bad):
        return _decoded(body, "utf-8", "bytes", text)
    if declared is not None and declared != "utf-8" and not declared.startswith("utf-16"):
        found = _decoded(body, declared, how)
        if found.text.count("\ufffd") * 20 <= _count_non_ascii(found.text):
            return found
        return _better(body, found)
    encoding = detect(body)
    if encoding is not None:
        return _decoded(body, encoding, "detected")
    return _decoded(body, "windows-1252", "default")


def _count_non_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _better(body: bytes, declared: Decoded) -> Decoded:
    """What detection finds, if it leaves under a quarter of the bad characters that the declared encoding leaves."""
    encoding = detect(body)
    if encoding is None or encoding == declared.encoding:
        return declared
    found = _decoded(body, encoding, "detected")
    return found if found.text.count("\ufffd") * 4 < declared.text.count("\ufffd") else declared
