"""What is handed in as a page and is none."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import random
import zlib

from .page import Case, page, page_text

_RANDOM = random.Random(7).randbytes(60_000)
_FILES: dict[str, object] = {
    "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + _RANDOM, "gif": b"GIF89a" + _RANDOM, "webp": b"RIFF\0\0\0\0WEBPVP8 " + _RANDOM, "bmp": b"BM" + _RANDOM, "ico": b"\0\0\1\0\1\0" + _RANDOM, "tiff": b"II*\0" + _RANDOM, "avif": b"\0\0\0\x20ftypavif" + _RANDOM, "mp4": b"\0\0\0\x18ftypmp42" + _RANDOM, "webm": b"\x1aE\xdf\xa3" + _RANDOM, "mp3": b"ID3\x04" + _RANDOM, "mp3_bare": b"\xff\xfb\x90\x64" + _RANDOM, "ogg": b"OggS\0" + _RANDOM, "wav": b"RIFF\0\0\0\0WAVEfmt " + _RANDOM, "flac": b"fLaC" + _RANDOM,
    "zip": b"PK\3\4" + _RANDOM, "docx": b"PK\3\4\x14\0\6\0word/document.xml" + _RANDOM, "gzip": gzip.compress(page()), "gzip_twice": gzip.compress(gzip.compress(page())), "zlib": zlib.compress(page()), "deflate": zlib.compress(page())[2:-4], "bz2": bz2.compress(page()), "xz": lzma.compress(page()), "zstd": b"\x28\xb5\x2f\xfd" + _RANDOM, "rar": b"Rar!\x1a\7\0" + _RANDOM, "sevenzip": b"7z\xbc\xaf\x27\x1c" + _RANDOM, "tar": b"x" * 257 + b"ustar" + _RANDOM, "brotli_like": _RANDOM[:2000],
    "elf": b"\x7fELF" + _RANDOM, "exe": b"MZ\x90\0" + _RANDOM, "java_class": b"\xca\xfe\xba\xbe" + _RANDOM, "wasm": b"\0asm\1\0\0\0" + _RANDOM, "woff2": b"wOF2" + _RANDOM, "ttf": b"\0\1\0\0\0" + _RANDOM, "sqlite": b"SQLite format 3\0" + _RANDOM, "pickle": b"\x80\x04\x95" + _RANDOM, "rtf": b"{\\rtf1\\ansi Hello}" * 500, "ps": b"%!PS-Adobe-3.0\n" + b"1 1 moveto\n" * 2000, "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _RANDOM, "pdf_late": b"\n\n%PDF-1.4\n" + _RANDOM,
    "json_object": json.dumps({"a": ["x" * 50] * 200}).encode(), "json_array": json.dumps([{"id": n, "html": "<p>x</p>"} for n in range(500)]).encode(), "json_string": json.dumps("x" * 500).encode(), "json_lines": b'{"a": 1, "b": "x y z"}\n' * 2000, "json_html": json.dumps({"html": page_text()}).encode(), "jsonp": b"callback(" + json.dumps({"a": "x" * 900}).encode() + b");", "json_broken": b'{"a": [1, 2, {"b": "' + b"x" * 900,
    "csv": b"a,b,c\n1,2,3\n" * 2000, "tsv": b"a\tb\tc\n" * 2000, "yaml": b"a: 1\nb:\n  - c\n" * 1000, "ini": b"[a]\nb=c\n" * 1000, "log": b"2025-03-11 07:15:00 INFO x y z\n" * 1000, "sql": b"INSERT INTO t VALUES (1, 'x');\n" * 1000, "diff": b"--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n" * 500, "css_long": b".a{color:red}\n" * 3000, "css_media": b"@media screen{.a{b:c}}\n" * 2000, "css_comment": b"/* x */\n.a { color: red }\n" * 2000, "css_root": b":root{--a:1px}\n" * 2000, "js_min": b"!function(e,t){var n=1;e.x=t}(window,{});" * 1000, "js_es6": b"import a from 'b';\nexport const c = () => { return `<p>x</p>`; };\n" * 500, "js_comment": b"/*! license */\n(function(){\n  var a = '<div>x</div>';\n})();\n" * 500, "js_let": b"let a = 1;\n" * 3000, "ts": b"interface A { b: string }\n" * 2000, "python": b"def f(x):\n    return '<p>x</p>'\n" * 1000, "php": b"<?php echo 1; ?>\n" * 500, "map": b'{"version":3,"sources":["a.js"],"mappings":"' + b"AAAA;" * 5000 + b'"}',
    "atom": b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><summary>y</summary></entry></feed>' * 1, "rdf": b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="x"><item><title>x</title></item></rdf:RDF>', "sitemap": b'<?xml version="1.0"?><urlset><url><loc>http://x.example/</loc></url></urlset>', "sitemap_index": b'<?xml version="1.0"?><sitemapindex><sitemap><loc>http://x.example/</loc></sitemap></sitemapindex>', "opml": b'<?xml version="1.0"?><opml><body><outline text="x"/></body></opml>', "soap": b'<?xml version="1.0"?><soap:Envelope xmlns:soap="x"><soap:Body><m:x>1</m:x></soap:Body></soap:Envelope>', "plist": b'<?xml version="1.0"?><plist><dict><key>a</key><string>b</string></dict></plist>', "xml_plain": b"<catalog><item><price>3</price></item></catalog>", "xml_many": b'<?xml version="1.0"?><a>' + b"<b>text of some words here</b>" * 2000 + b"</a>", "svg_xml": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', "mathml": b'<math xmlns="x"><mi>x</mi></math>', "xslt": b'<?xml version="1.0"?><xsl:stylesheet xmlns:xsl="x"><xsl:template match="/"><p>x</p></xsl:template></xsl:stylesheet>', "dtd": b"<!ELEMENT a (b)>\n" * 500, "kml": b'<?xml version="1.0"?><kml><Placemark><name>x</name></Placemark></kml>', "xml_error": b'<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message></Error>',
    "base64_html": b"PCFET0NUWVBFIGh0bWw+" * 500, "base64_long": b"QUJD" * 20000, "hex": b"deadbeef" * 10000, "uuencode": b"begin 644 x\n" + b"M9F]O\n" * 500, "pem": b"-----BEGIN CERTIFICATE-----\n" + b"MIIB" * 500 + b"\n-----END CERTIFICATE-----\n", "email": b"From: a@x.example\nSubject: x\n\nHello\n", "http_response": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", "ical": b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "vcard": b"BEGIN:VCARD\nFN:x\nEND:VCARD\n", "m3u8": b"#EXTM3U\n#EXTINF:10,\nhttp://x.example/a.ts\n" * 100, "vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\nx\n", "srt": b"1\n00:00:01,000 --> 00:00:02,000\nx\n\n" * 20, "robots": b"User-agent: *\nDisallow: /\n", "numbers": b"1 2 3 4 5 6 7 8 9\n" * 1000, "nul": b"\0" * 5000, "ff": b"\xff" * 5000, "spaces": b" " * 100000, "newlines": b"\r\n" * 50000, "nbsp": ("\u00a0" * 5000).encode(), "bom_spaces": b"\xef\xbb\xbf   \n", "bom16": b"\xff\xfe", "bom32": b"\xff\xfe\0\0", "zwsp": ("\u200b" * 5000).encode(),
    "empty_html": b"<html></html>", "empty_body": b"<html><head></head><body></body></html>", "doctype_only": b"<!DOCTYPE html>", "title_only": b"<title>x</title>", "head_only": b"<html><head><title>x</title><meta charset=utf-8></head></html>", "comments_only": b"<!-- x -->" * 500, "scripts_only": b"<script>var a = 1;</script>" * 500, "styles_only": b"<style>.a{b:c}</style>" * 500, "iframe_only": b"<iframe src=/x></iframe>", "frameset_page": b"<html><frameset cols=*><frame src=/a><noframes>Your browser has no frames.</noframes></frameset></html>", "refresh": b"<meta http-equiv=refresh content='0;url=/x'>", "js_location": b"<script>location='/x'</script>", "svg_only": b"<svg><text>x</text></svg>", "img_only": b"<img src=/a.jpg>", "form_only": b"<form><input name=q><button>Search</button></form>", "login": b"<html><title>Log in</title><body><form><label>User</label><input><label>Password</label><input type=password><button>Log in</button></form></body></html>", "nav_only": b"<nav><a href=/a>A</a><a href=/b>B</a></nav>", "captcha": b"<html><title>Just a moment...</title><body><noscript>Enable JavaScript and cookies to continue</noscript></body></html>", "captcha2": b"<html><title>Access Denied</title><body><h1>Access Denied</h1><p>You don't have permission to access this page.</p></body></html>", "403": b"<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>", "500": b"<html><title>500 Internal Server Error</title><h1>Internal Server Error</h1></html>", "dir_listing": b"<html><head><title>Index of /</title></head><body><h1>Index of /</h1><pre><a href=a>a</a>\n<a href=b>b</a></pre></body></html>", "app_shell": b"<html><body><div id=app></div><script src=/app.js></script></body></html>", "loading": b"<html><body><div>Loading...</div><script>a()</script></body></html>", "cookie_wall": b"<html><body><div id=consent><p>We use cookies.</p><button>Accept</button></div></body></html>", "lt_only": b"<", "gt_only": b">", "amp_only": b"&", "one_char": b"x", "one_tag": b"<p>", "quote_only": b"\"'", "closing_only": b"</p>",
}  # fmt: skip
_OTHER: dict[str, object] = {
    "float": 1.5,
    "dict": {"html": "<p>x"},
    "tuple": (b"<p>",),
    "set": {1},
    "object": object(),
    "class": dict,
    "function": print,
    "generator": (x for x in "ab"),
    "true": True,
}

CASES = [
    *(Case(f"kinds/{n}", lambda f=f: f, must=(), refuses=True, is_empty=True) for n, f in _FILES.items()),
    *(Case(f"kinds/str_{n}", lambda f=f: bytes(f).decode("utf-8", "replace"), must=(), refuses=True) for n, f in _FILES.items() if isinstance(f, bytes)),  # type: ignore[call-overload]
    *(Case(f"kinds/type_{n}", lambda f=f: f, must=(), refuses=True, is_empty=True) for n, f in _OTHER.items()),
    *(Case(f"kinds/cut_{n}", lambda n=n: page()[:n], must=(), refuses=True) for n in range(0, 1900, 37)),
    *(Case(f"kinds/cut_front_{n}", lambda n=n: page()[n:], must=(), refuses=True) for n in range(1, 1900, 37)),
    *(Case(f"kinds/page_after_{n}", lambda f=f: bytes(f)[:3000] + page(), must=(), refuses=True) for n, f in _FILES.items() if isinstance(f, bytes)),  # type: ignore[call-overload]
    *(Case(f"kinds/page_before_{n}", lambda f=f: page() + bytes(f)[:3000], must=("KEEPTWO",), refuses=True) for n, f in _FILES.items() if isinstance(f, bytes)),  # type: ignore[call-overload]
]  # fmt: skip
