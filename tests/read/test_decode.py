"""Bytes to text: what is believed, and what overrules it."""

from __future__ import annotations

import pytest

from newsclean.model.errors import NotHtml
from newsclean.read.charset_labels import CODECS, find_encoding
from newsclean.read.decode import decode
from newsclean.read.sniff import find_file_kind, refuse_binary

GERMAN = "<p>Der Hafen öffnet – „endlich“, sagt die Bäckerin.</p>"
RUSSIAN = "<p>Мост через гавань вновь открылся в пятницу после девяти месяцев ремонта.</p>"
JAPANESE = "<p>港の橋は九か月の修理を終えて金曜日に再び開通しました。市長が式典でテープを切った。</p>"
CHINESE = "<p>大桥经过九个月的维修，于周五重新开放，这是市民期待的一天。他们在桥上走了一个上午。</p>"
KOREAN = "<p>항구의 다리는 아홉 달의 수리를 마치고 금요일에 다시 열렸다. 시장이 인사를 했다.</p>"


def page(text: str, head: str = "") -> str:
    """A page with the text in it."""
    return f"<!DOCTYPE html><html><head>{head}<title>x</title></head><body>{text * 3}</body></html>"


@pytest.mark.parametrize(
    ("text", "codec", "head", "content_type", "encoding", "how"),
    [
        (GERMAN, "utf-8-sig", "", "text/html; charset=koi8-r", "utf-8", "bom"),
        (GERMAN, "utf-16", "", None, "utf-16le", "bom"),
        (GERMAN, "utf-16-le", "", None, "utf-16le", "bytes"),
        (GERMAN, "utf-16-be", "", None, "utf-16be", "bytes"),
        (GERMAN, "cp1252", "", "text/html; charset=ISO-8859-1", "windows-1252", "http"),
        (GERMAN, "cp1252", '<meta charset="us-ascii">', None, "windows-1252", "meta"),
        (GERMAN, "utf-8", '<meta charset="utf-16">', None, "utf-8", "meta"),
        (GERMAN, "utf-8", '<meta charset="idna">', None, "utf-8", "bytes"),
        (GERMAN, "utf-8", '<meta charset="utf\0-8">', None, "utf-8", "bytes"),
        (GERMAN, "utf-8", '<meta charset="iso-8859-1">', None, "utf-8", "bytes"),
        (RUSSIAN, "cp1251", '<meta charset="windows-1251"><meta charset="utf-8">', None, "windows-1251", "meta"),
        (RUSSIAN, "cp1251", '<!-- <meta charset="greek"> --><meta charset="cp1251">', None, "windows-1251", "meta"),
        (RUSSIAN, "cp1251", "<!--" + "x" * 9000 + "--><meta charset=cp1251>", None, "windows-1251", "late-meta"),
        (
            RUSSIAN,
            "koi8-r",
            '<meta http-equiv=content-type content="text/html;charset=koi8-r">',
            None,
            "koi8-r",
            "meta",
        ),
        (RUSSIAN, "cp1251", "", None, "windows-1251", "detected"),
        (RUSSIAN, "koi8-r", "", None, "koi8-r", "detected"),
        (RUSSIAN, "cp1251", '<meta charset="utf-8">', None, "windows-1251", "detected"),
        (CHINESE, "gb18030", '<meta charset="gb2312">', None, "gbk", "meta"),
        (CHINESE, "gb18030", "", None, "gb18030", "detected"),
        (CHINESE, "gb18030", '<meta charset="euc-jp">', None, "gb18030", "detected"),
        (JAPANESE, "cp932", '<meta charset="x-sjis">', None, "shift_jis", "meta"),
        (JAPANESE, "cp932", "", None, "shift_jis", "detected"),
        (JAPANESE, "euc-jp", "", None, "euc-jp", "detected"),
        (JAPANESE, "iso2022-jp", '<meta charset="iso-2022-jp">', None, "iso-2022-jp", "meta"),
        (KOREAN, "cp949", "", None, "euc-kr", "detected"),
    ],
)
def test_encoding(text: str, codec: str, head: str, content_type: str | None, encoding: str, how: str) -> None:
    """The encoding is found in the order of the browsers, checked against the bytes, and the text comes whole."""
    found = decode(page(text, head).encode(codec), content_type)
    assert (found.encoding, found.how) == (encoding, how)
    assert text in found.text
    assert "\0" not in found.text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Le pont a rouvert après neuf mois, a déclaré l’autorité où l’œuvre coûte 12 €.", "cp1252"),
        ("El puente reabrió después de nueve meses; ¿mañana habrá más?", "cp1252"),
        ("A ponte reabriu após nove meses de obras. Não há previsão.", "cp1252"),
        ("Il ponte è stato riaperto perché la città non può più.", "cp1252"),
        ("Hamnbron öppnades igen på fredagen; många väntade.", "cp1252"),
        ("Broen åbnede igen, og det blæste hårdt på kajen.", "cp1252"),
        ("Brúin var opnuð aftur á föstudag. Þetta er ágætt.", "cp1252"),
        ("The bridge – “at last,” she said – it’s the café’s.", "cp1252"),
        ("Œuvre déjà payée 12 €", "iso8859-15"),
        ("Most otwarto ponownie w piątek po dziewięciu miesiącach, podały władze. Źródło nie śpi.", "cp1250"),
        ("Most otwarto ponownie w piątek po dziewięciu miesiącach, podały władze. Źródło nie śpi.", "iso8859-2"),
        ("Přístavní most se znovu otevřel. Žluťoučký kůň úpěl.", "cp1250"),
        ("Přístavní most se znovu otevřel. Žluťoučký kůň úpěl.", "iso8859-2"),
        ("A híd újra megnyílt. Árvíztűrő tükörfúrógép.", "iso8859-2"),
        ("Most ponovno je otvoren; građani su čekali, žene i djeca također, još više.", "iso8859-2"),
        ("Köprü dokuz aylık onarımın ardından yeniden açıldı, dedi liman idaresi. Şişli de.", "cp1254"),
        ("Tiltas vėl atidarytas. Ąžuolas šlama žalią ežerą.", "cp1257"),
        ("Tilts atkal atvērts, paziņoja osta. Cilvēki gaidīja; šķērsošana bija lēna.", "cp1257"),
        ("สะพานท่าเรือเปิดอีกครั้งในวันศุกร์หลังจากซ่อมแซมเก้าเดือน", "cp874"),
    ],
)
def test_languages_that_nothing_declares(text: str, codec: str) -> None:
    """Without a label and a declared language, the letters of a language tell its encoding."""
    assert text in decode(page(f"<p>{text}</p>").encode(codec)).text


def test_given_charset() -> None:
    """A charset that the caller gives overrules header and page; an unknown one is ignored."""
    body = page(RUSSIAN, "<meta charset=utf-8>").encode("koi8-r")
    assert decode(body, "text/html; charset=utf-8", "KOI8-R").how == "given"
    assert decode(body, None, "no-such-thing").encoding == "koi8-r"


@pytest.mark.parametrize(
    "body", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff\xd8", b"\x00", b"\xff" * 50, b"\x81\x8d" * 9]
)
def test_never_raises(body: bytes) -> None:
    """Bad bytes are replaced, whatever is declared."""
    for codec in CODECS:
        assert isinstance(decode(body, f"text/html; charset={codec}").text, str)


def test_few_bad_bytes() -> None:
    """A page in UTF-8 with a stray byte stays UTF-8, whatever label it has."""
    body = page(RUSSIAN).encode() + b"\x92"
    assert decode(body, "text/html; charset=utf-8").encoding == "utf-8"
    assert decode(body, "text/html; charset=iso-8859-1").encoding == "utf-8"


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("Latin1", "windows-1252"), (" GB2312 ", "gbk"), ("x-user-defined", "x-user-defined"), ("zip", None), ("", None),
     ("hex", None), ("utf_8", None), ("ks_c_5601-1987", "euc-kr")],
)  # fmt: skip
def test_labels(label: str, encoding: str | None) -> None:
    """Labels are those of browsers; Python's codec names mean nothing."""
    assert find_encoding(label) == encoding


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\3\4....", "a ZIP archive"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"\0\0\0 ftypisom", "a video"),
        (b"wOF2\0\1", "a font"),
        (bytes(range(256)) * 20, "binary data"),
        (b'<?xml version="1.0"?>\n<!-- c --><rss version="2.0">', "an RSS feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "an Atom feed"),
        (b"<?xml version='1.0'?><catalog><item>1</item></catalog>", "XML data"),
        (b"<?xml version='1.0'?><book><title>A story</title><a>An author</a></book>", "XML data"),
        (b"<?xml version='1.0'?><div><p>A part of a page</p></div>", None),
        (b"<?xml version='1.0'?><nitf><body><p>A story</p></body></nitf>", None),
        (b'{"items": ["<p>text</p>"]}', "JSON"),
        (b"function a(){ return document.write('<p>x</p>') }", "a script"),
        (b"/* site */ .a { color: red }\n.b { top: 0 }", "a style sheet"),
        (b"iVBORw0KGgo" + b"AAAA" * 30, "base64 data"),
        (b"import os\n\ndef f():\n    return '<p>x</p>'\n", "a program's source"),
        (b"<?php\necho '<p>x</p>';\n", "a program's source"),
        (b'{"html": "<p>x</p>"}\n' * 20, "JSON"),
        (b"id,name,value\n1,a name,3.5\n" * 20, "text without a tag of HTML, and no prose"),
        (b"SGVsbG8gd29ybGQ" * 100, "text without a tag of HTML, and no prose"),
        (b"x7{q|~ <a=4 " * 400 + b"<a ", "text without a tag of HTML, and no prose"),
        (b"x7{q|~ <a=4 " * 400 + b"<body>", None),
        (b"The bridge is open again. It was shut for nine months. " * 9, None),
        (
            "灯塔维修后重新开放，门前排起长队。费用约为三百万，为夜航船只提供帮助。大家都很高兴，市长也来了，说明年还要修博物馆。".encode()
            * 2,
            None,
        ),
        (b"", None),
        (b"{Brackets} open this <p>page</p>", None),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", None),
        (b"var or let: <b>what to use</b>", None),
        (b"Plain words, no markup at all.", None),
        ("<p>wide</p>".encode("utf-16-le"), None),
        (b"<!-- svg --><html><body><svg/></body></html>", None),
    ],
)
def test_file_kind(body: bytes, kind: str | None) -> None:
    """Files of other kinds are known by their beginning; anything that may be a page is none."""
    assert find_file_kind(body) == kind


def test_refuse_binary() -> None:
    """The error names what the file is."""
    with pytest.raises(NotHtml, match="PDF"):
        refuse_binary(b"%PDF-1.4")
