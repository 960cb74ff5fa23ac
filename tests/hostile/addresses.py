"""Addresses that lead astray, wherever a page may write one."""

from __future__ import annotations

from .page import ARTICLE, META, Case, page, page_text

_URLS = {
    "js": "javascript:alert(1)", "js_case": "JaVaScRiPt:alert(1)", "js_tab": "java\tscript:alert(1)", "js_newline": "java\nscript:alert(1)", "js_entity": "java&#115;cript:alert(1)", "js_space": " javascript:alert(1)", "js_control": "\x01javascript:alert(1)", "js_zwsp": "\u200bjavascript:alert(1)", "js_colon": "javascript&colon;alert(1)",
    "js_slashes": "javascript://x.example/%0aalert(1)", "vbscript": "vbscript:x", "data_html": "data:text/html,x", "data_svg": "data:image/svg+xml,<svg onload=alert(1)>", "data_png": "data:image/png;base64,AAAA", "data_empty": "data:,", "blob": "blob:https://x.example/1", "file": "file:///etc/passwd", "ftp": "ftp://x.example/a", "about": "about:blank", "view_source": "view-source:javascript:1", "intent": "intent://x#Intent;end",
    "feed": "feed:javascript:alert(1)", "jar": "jar:http://x!/", "filesystem": "filesystem:http://x/", "tel": "tel:+123", "sms": "sms:1", "mailto": "mailto:a@x.example?body=<script>", "empty": "", "hash": "#x", "question": "?x", "dot": "..", "slashes": "////x.example", "scheme_relative": "//x.example/a", "backslashes": "\\\\x.example\\a", "mixed_slashes": "/\\x.example", "http_one_slash": "http:/x.example", "http_no_slash": "https:x.example",
    "http_many": "http:////x.example", "bracket": "http://[", "bracket_bad": "http://[::g]/", "bracket_after": "http://a]b/", "ipv6_zone": "http://[fe80::1%25eth0]/", "port_big": "http://x.example:99999/", "port_word": "http://x.example:abc/", "port_negative": "http://x.example:-1/", "userinfo": "https://user:pw@x.example/", "userinfo_at": "https://x.example@evil.example/", "no_host": "http:///a", "only_scheme": "http://", "spaces": "http://x.example/a b c", "host_space": "http://x y/", "tab_host": "http://x\ty.example/", "nul": "http://x.example/\0a",
    "unicode_host": "http://bücher.example/", "idn_bad": "http://xn--a-ecp.ru\u2044.example/", "idn_long": "http://" + "ü" * 300 + ".example/", "label_long": "http://" + "a" * 300 + ".example/", "dots": "http://a..b/", "fullwidth": "http://ｘ.example/", "nfkc": "http://x\u2100.example/", "rlo": "http://x.example/\u202egnp.exe", "surrogate": "http://x.example/\ud800", "percent_bad": "http://x.example/%zz%", "percent_nul": "http://x.example/%00", "percent_host": "http://%65xample/", "long": "http://x.example/" + "a" * 100000, "query_long": "http://x.example/?" + "a=1&" * 20000, "fragment_long": "#" + "x" * 100000,
    "quote": 'http://x.example/"onmouseover="alert(1)', "quote_single": "http://x.example/'onerror='alert(1)", "angle": "http://x.example/><script>alert(1)</script>", "paren": "http://x.example/a)b(c", "markdown": "http://x.example/) [y](javascript:alert(1)", "backtick": "http://x.example/`x`", "newline_path": "http://x.example/a\nb", "integer_host": "http://2130706433/", "octal_host": "http://0177.0.0.1/", "localhost": "http://localhost/", "metadata": "http://169.254.169.254/", "template": "http://{{host}}/${x}", "dots_path": "/" + "../" * 5000, "semicolons": "http://x.example/" + ";" * 5000, "ats": "http://" + "@" * 5000 + "x/", "colons": "http:" * 5000,
    "hashes": "http://x.example/" + "#" * 5000, "pct_long": "%25" * 5000, "wss": "wss://x.example/", "ms_office": "ms-word:ofe|u|http://x", "cid": "cid:x@y", "urn": "urn:isbn:1", "magnet": "magnet:?x", "nbsp": "\u00a0javascript:alert(1)", "ls": "\u2028javascript:alert(1)", "soft": "java\u00adscript:alert(1)", "win": "C:\\x\\y.html", "emoji": "http://🙂.example/🙂",
}  # fmt: skip


def _everywhere(url: str) -> bytes:
    u = url.replace('"', "&quot;")
    head = (
        f'<link rel="canonical" href="{u}"><meta property="og:url" content="{u}"><meta property="og:image" content="{u}"><link rel="amphtml" href="{u}"><link rel=icon href="{u}">'
        f'<link rel=alternate hreflang=de href="{u}"><link rel=next href="{u}"><link rel=image_src href="{u}"><meta name="twitter:image" content="{u}"><meta property="article:author" content="{u}"><link rel=author href="{u}">'
    )
    body = (
        f'<p class=byline>By <a rel=author href="{u}">Runa Field</a></p><p><a href="{u}">link</a> <img src="{u}" srcset="{u} 2x" data-src="{u}" alt=x><video src="{u}" poster="{u}"></video></p><figure><a href="{u}"><img src="{u}"></a><figcaption>A tower by the <a href="{u}">sea</a></figcaption></figure>'
        f'<iframe src="{u}"></iframe><embed src="{u}"><object data="{u}"></object><audio src="{u}"></audio><picture><source srcset="{u}"><img src="{u}"></picture><blockquote cite="{u}">q <a href="{u}">x</a></blockquote><blockquote class=twitter-tweet>x <a href="{u}">y</a></blockquote><ul><li><a href="{u}">One thing that is</a> linked</li></ul>'
    )
    return page(body + ARTICLE, head=head)


def _ld(url: str) -> bytes:
    import json

    node = {
        "@type": "NewsArticle",
        "url": url,
        "mainEntityOfPage": {"@id": url},
        "image": [url, {"url": url}],
        "author": {"@type": "Person", "name": "Runa Field", "url": url, "sameAs": [url]},
        "publisher": {"name": "P", "url": url, "logo": {"url": url}},
        "thumbnailUrl": url,
        "video": {"contentUrl": url, "embedUrl": url},
    }
    return page(
        head=f'<script type="application/ld+json">{json.dumps(node).replace("</", "<" + chr(92) + "/")}</script>'
    )


CASES = [
    *(Case(f"addresses/everywhere_{n}", lambda u=u: _everywhere(u)) for n, u in _URLS.items()),
    *(Case(f"addresses/base_{n}", lambda u=u: page("<p><a href='x/y'>x</a><img src='z.jpg'></p>" + ARTICLE, head=META + f'<base href="{u.replace(chr(34), "")}">')) for n, u in _URLS.items()),
    *(Case(f"addresses/ld_{n}", lambda u=u: _ld(u)) for n, u in _URLS.items()),
    *(Case(f"addresses/page_{n}", lambda: page("<p><a href='x/y'>x</a><img src='z.jpg'></p>" + ARTICLE), url=u, refuses=True) for n, u in _URLS.items()),
    *(Case(f"addresses/h1_{n}", lambda u=u: page_text().replace("<h1>", f'<h1><a href="{u.replace(chr(34), "")}">').replace("</h1>", "</a></h1>").encode("utf-8", "surrogatepass"), title="Lighthouse") for n, u in _URLS.items()),
    Case("addresses/page_none", lambda: page(), url=None),
]  # fmt: skip
