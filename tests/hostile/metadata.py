"""Metadata that is broken, absurd or hostile: JSON-LD, meta, microdata, dates, authors."""

from __future__ import annotations

import json

from .page import ARTICLE, META, TITLE, Case, page

_NAMES = ("headline", "author", "datePublished", "dateModified", "image", "publisher", "keywords", "articleSection", "inLanguage", "description",
          "url", "mainEntityOfPage", "isAccessibleForFree", "articleBody", "alternativeHeadline", "creator", "thumbnailUrl", "hasPart", "correction", "@id", "@type", "@context", "@graph")  # fmt: skip
_VALUES: dict[str, object] = {
    "null": None, "true": True, "false": False, "int": 5, "negative": -1, "big": 10**40, "float": 1.5, "empty": "", "space": "   ", "list": [], "dict": {},
    "nested": [[[[["x"]]]]], "nulls": [None, None], "mixed": [1, "x", None, {"a": []}, [True]], "value": {"@value": "Lighthouse"}, "language": {"@language": "en", "@value": ["x"]},
    "id": {"@id": "#nowhere"}, "self": {"@id": "#self"}, "text_long": "x " * 5000, "html": "<b>x</b><script>alert(1)</script>", "escaped": "&lt;script&gt;&amp;amp;",
    "control": "a\u0000b\u001b[2Jc\u202ed", "surrogate": "a\ud800b", "javascript": "javascript:alert(1)", "data": "data:text/html,<script>1</script>", "url_bad": "http://[", "digits": "9" * 400,
    "date_ms": 1741673700000, "date_s": "1741673700", "date_bad": "2025-13-45T99:99:99+99:99", "date_words": "last Tuesday", "date_zone": "2025-03-11T07:15:00 Europe/Oslo", "date_year0": "0000-00-00", "date_far": "99999-01-01",
    "many": [{"name": f"N{i} M"} for i in range(3000)], "deep": None, "strings": ["x"] * 3000, "dict_name_list": {"name": ["Ann Lee", None, 4]}, "dict_url_dict": {"url": {"url": {"url": 1}}},
    "person": {"@type": ["Person", None, 5], "name": {"@value": {"@value": 1}}}, "image": {"@type": "ImageObject", "url": [None, "javascript:1"], "width": "9e999", "height": -5},
}  # fmt: skip
_deep: object = "x"
for _ in range(400):
    _deep = {"author": [_deep]}
_VALUES["deep"] = _deep

_SOUND = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2025-03-11",
    "author": {"@type": "Person", "name": "Runa Field"},
}


def _ld(text: str, kind: str = "application/ld+json") -> bytes:
    return page(head=META + f'<script type="{kind}">{text}</script>')


def _dumped(name: str, value: object) -> str:
    return json.dumps(_SOUND | {name: value})


_J = json.dumps(_SOUND)
_BROKEN = {
    "trailing_comma": _J[:-1] + ",}", "no_end": _J[:-1], "no_start": _J[1:], "two": _J + _J, "two_lines": _J + "\n" + _J, "semicolon": _J + ";", "assignment": "var x = " + _J, "single_quotes": _J.replace('"', "'"),
    "unquoted_keys": "{headline: 'x', author: 'y'}", "comments": "/* a */" + _J + "// b", "html_comment": "<!--" + _J + "-->", "cdata": "<![CDATA[" + _J + "]]>", "entities": _J.replace('"', "&quot;"), "smart_quotes": _J.replace('"', "“"),
    "nul": _J.replace("a", "a\0"), "bom": "\ufeff" + _J, "utf16": _J.encode("utf-16-le").decode("latin-1"), "empty": "", "space": "  ", "word": "undefined", "null": "null", "string": '"x"', "number": "1e5", "array_numbers": "[1,2,3]", "nan": '{"headline":NaN}',
    "infinity": '{"datePublished":-Infinity}', "escape_bad": '{"headline":"\\x41 \\u12"}', "escape_u": '{"headline":"\\ud83d\\ude00 \\ud800"}', "newline": '{"headline":"a\nb"}', "tab": '{"headline":"a\tb"}', "key_twice": '{"headline":"a","headline":"b"}', "keys_numeric": "{1:2}",
    "script_inside": '{"headline":"</script><script>alert(1)</script>"}', "script_open": '{"headline":"<script>"}', "comment_open": '{"headline":"<!--<script>"}', "deep_lists": "[" * 3000, "deep_objects": '{"a":' * 3000, "deep_strings": '"' * 3001, "colons": ":" * 5000, "commas": "," * 5000,
    "braces": "{" * 5000 + "}" * 5000, "backslashes": "\\" * 5001, "quotes_open": '{"a":"' * 2000, "zeros": "0" * 5000, "minus": "-" * 5000, "exponent": "1e" + "9" * 5000, "slashes": "/" * 5000, "stars": "/*" * 3000, "mixed_brackets": "[{" * 2000, "trues": "[true," * 2000,
    "template": '{"headline":"{{title}}"}', "php": '{"headline":"<?php echo 1 ?>"}', "proto": '{"__proto__":{"headline":"x"},"constructor":{}}', "jsonp": "cb(" + _J + ")", "url_only": "https://x.example", "html_only": "<p>x</p>", "yaml": "headline: x", "xml": "<a/>",
}  # fmt: skip
_DATES = ("", " ", "0", "2025", "2025-02-30", "2025-3-1", "20250311", "2025-03-11T25:61", "2025-03-11T07:15:00+99:00", "11/03/2025", "3.11.25", "2025-W11-2", "2025-070", "١١/٣/٢٠٢٥", "令和7年3月11日", "12:00", "T", "now", "-1",
          "1e400", "NaN", "2025-03-11\n2025-03-12", "2025-03-11" * 500, "\u202e2025-03-11", "2025-03-11T07:15:00.123456789123Z", "2025-03-11T24:00:00Z", "0001-01-01T00:00:00-23:59", "9999-12-31T23:59:59+14:00", "Tue, 11 Mar 2025 07:15:00 GMT", "1741673700", "1741673700000")  # fmt: skip
_AUTHORS = ("", " ", ",", ",,,,", "By", "By By By", "and", "&", "Ann Lee" * 2000, "Ann Lee, " * 2000, "Ann and Bob and " * 1000, "<b>Ann</b>", "&lt;script&gt;", "http://x.example/ann", "@ann", "ann@x.example", "Ann\0Lee", "\x1b[1mAnn", "\u202eAnn", "1" * 900, "(" * 3000, "[" * 3000,
            "a.b." * 2000, "A. " * 3000, "von " * 3000, "Dr. " * 3000, "'" * 3000, "-" * 3000, "By Ann Lee (" * 500, "Ann|Bob|" * 500, "Ann/Bob/" * 500, "Ann;Bob;" * 500, "著 " * 1000, "記者 " * 1000, "null", "undefined", "[object Object]", "None")  # fmt: skip
_METAS = ("author", "article:author", "og:title", "og:site_name", "og:url", "og:image", "og:locale", "description", "keywords", "article:published_time", "article:modified_time", "article:section", "article:tag", "parsely-author", "sailthru.date", "dc.date", "dc.creator", "citation_author",
          "twitter:title", "twitter:image", "date", "news_keywords", "language", "robots", "generator", "og:type", "og:image:width", "cXenseParse:author", "viewport", "referrer", "theme-color")  # fmt: skip
_META_VALUES = {"empty": "", "space": " ", "long": "x " * 50000, "word": "y" * 100000, "script": "<script>alert(1)</script>", "js": "javascript:alert(1)", "brackets": "[[[[" * 500, "commas": "," * 20000, "digits": "8" * 20000, "lines": "\n" * 20000, "esc": "\x1b[2J\u202e", "url_bad": "http://[::1", "pct": "%s%00%ff"}  # fmt: skip
_MICRO = {
    "self_ref": "<div itemscope itemref=a id=a itemtype=https://schema.org/NewsArticle><b itemprop=author itemscope itemref=a>x</b></div>", "mutual_ref": "<div id=a itemscope itemref=b></div><div id=b itemscope itemref=a></div>",
    "deep": "<div itemscope itemprop=author itemtype=http://schema.org/Person>" * 400 + "x" + "</div>" * 400, "no_type": "<div itemscope><span itemprop=headline>DROPTITLE x</span></div>", "empty_props": "<div itemscope itemtype=https://schema.org/NewsArticle><meta itemprop=headline><meta itemprop=author content><time itemprop=datePublished></time></div>",
    "many_props": "<div itemscope itemtype=https://schema.org/NewsArticle>" + "<meta itemprop=author content='Ann Lee'>" * 5000 + "</div>", "prop_words": f"<span itemprop='{'author ' * 5000}'>Ann Lee</span>", "body": "<div itemprop=articleBody>" + ARTICLE + "</div>", "rdfa": "<div vocab=http://schema.org/ typeof=NewsArticle><span property=author>Ann Lee</span></div>",
    "body_empty": "<div itemprop=articleBody></div>", "body_teaser": "<div itemprop=articleBody>x</div>", "review": "<div itemscope itemtype=https://schema.org/Review><span itemprop=author>Ann Lee</span></div>",
}  # fmt: skip

CASES = [
    *(Case(f"metadata/ld_{name.strip('@')}_{kind}", lambda n=name, v=value: _ld(_dumped(n, v))) for name in _NAMES for kind, value in _VALUES.items()),
    *(Case(f"metadata/ld_broken_{n}", lambda t=t: _ld(t)) for n, t in _BROKEN.items()),
    *(Case(f"metadata/ld_graph_{n}", lambda t=t: _ld('{"@graph":[' + _J + "," + t + "]}")) for n, t in _BROKEN.items()),
    *(Case(f"metadata/ld_type_{n}", lambda k=k: _ld(_J, k)) for n, k in enumerate(("application/LD+JSON", "application/ld+json; charset=utf-8", " application/ld+json ", "application/json+ld", "text/ld+json", "application/json"))),
    *(Case(f"metadata/date_{n}", lambda d=d: page(head=f'<meta property="article:published_time" content="{d}"><meta name=date content="{d}">', body=f"<p><time datetime='{d}'>{d[:99]}</time></p>" + ARTICLE)) for n, d in enumerate(_DATES)),
    *(Case(f"metadata/date_ld_{n}", lambda d=d: _ld(_dumped("datePublished", d))) for n, d in enumerate(_DATES)),
    *(Case(f"metadata/author_{n}", lambda a=a: page(head=f'<meta name=author content="{a}">')) for n, a in enumerate(_AUTHORS)),
    *(Case(f"metadata/byline_{n}", lambda a=a: page(f'<p class="byline">{a}</p>' + ARTICLE, head="")) for n, a in enumerate(_AUTHORS)),
    *(Case(f"metadata/author_ld_{n}", lambda a=a: _ld(_dumped("author", a))) for n, a in enumerate(_AUTHORS)),
    *(Case(f"metadata/meta_{m}_{n}", lambda m=m, v=v: page(head=META + f'<meta name="{m}" property="{m}" content="{v}">')) for m in _METAS for n, v in _META_VALUES.items()),
    *(Case(f"metadata/micro_{n}", lambda m=m: page(m + ARTICLE), not_title=("DROPTITLE",)) for n, m in _MICRO.items()),
    Case("metadata/ld_1000_blocks", lambda: page(head=META + f'<script type="application/ld+json">{_J}</script>' * 1000)),
    Case("metadata/ld_empty_1000_blocks", lambda: page(head=META + '<script type="application/ld+json"></script>' * 20000)),
    Case("metadata/meta_5000", lambda: page(head=META + "<meta name=author content='Ann Lee'>" * 5000)),
    Case("metadata/meta_5000_authors", lambda: page(head=META + "".join(f"<meta name=author content='Ann{i} Lee'>" for i in range(5000)))),
    Case("metadata/titles_5000", lambda: page(head=META + "".join(f"<title>t {i}</title>" for i in range(5000)))),
    Case("metadata/h1_5000", lambda: page("".join(f"<h1>Head number {i}</h1>" for i in range(5000)) + ARTICLE)),
    Case("metadata/canonical_5000", lambda: page(head="".join(f"<link rel=canonical href=/x{i}>" for i in range(5000)))),
    Case("metadata/alternates_5000", lambda: page(head=META + "".join(f"<link rel=alternate hreflang=x{i} href=/x{i}>" for i in range(5000)))),
    Case("metadata/title_empty", lambda: page(title="")), Case("metadata/title_space", lambda: page(title="  \n ")), Case("metadata/title_separators", lambda: page(title="| | | - - – — » » :: " * 300)),
    Case("metadata/title_html", lambda: page(title="&lt;b&gt;Lighthouse&lt;/b&gt; <i>x</i>")), Case("metadata/base_js", lambda: page(head=META + "<base href='javascript:alert(1)//'>")), Case("metadata/base_data", lambda: page(head=META + "<base href='data:text/html,x'>")),
    Case("metadata/base_file", lambda: page(head=META + "<base href='file:///etc/'>")), Case("metadata/base_bracket", lambda: page(head=META + "<base href='http://['>")), Case("metadata/base_many", lambda: page(head=META + "<base href=//a.example/>" * 500)), Case("metadata/base_empty", lambda: page(head=META + "<base href=''><base target=_blank>")),
]  # fmt: skip
