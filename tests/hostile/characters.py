"""Characters that mislead, hide, or are none."""

from __future__ import annotations

from .page import ARTICLE, META, TITLE, Case, page

_ODD = {
    "ansi": "\x1b[31mred\x1b[0m", "osc8": "\x1b]8;;http://x\x07y\x1b]8;;\x07", "c1_csi": "\x9b31mred", "bell": "a\x07b", "backspace": "a\x08\x08b", "delete": "a\x7fb",
    "vertical_tab": "a\x0bb", "form_feed": "a\x0cb", "escapes_c0": "".join(map(chr, range(1, 32))), "c1": "".join(map(chr, range(128, 160))),
    "rlo": "\u202egnp.exe\u202c", "isolates": "\u2066x\u2069\u2067y\u2068z", "marks": "\u200ex\u200fy\u061cz", "word_joiner": "a\u2060b", "bom": "a\ufeffb",
    "zwsp": "a\u200bb", "zwj_family": "👨\u200d👩\u200d👧", "tags": "\U000e0001\U000e0068\U000e0069", "variation": "x\ufe0fy\U000e0100", "interlinear": "\ufff9a\ufffab\ufffb", "no_character": "a\ufffeb\uffff",
    "object_replacement": "\ufffc", "replacement": "\ufffd", "combining_first": "\u0301abc", "combining_many": "e" + "\u0301\u0327" * 900,
    "hangul_filler": "\u3164", "braille_blank": "\u2800", "ideographic_space": "a\u3000b", "nbsp": "a\u00a0b", "narrow_nbsp": "a\u202fb", "soft_hyphen": "a\u00adb",
    "fullwidth": "ＡＬＥＲＴ＜script＞", "math_letters": "𝐇𝐞𝐥𝐥𝐨", "ligatures": "ﬁﬂ", "dotless": "ıİ", "sharp": "ßẞ", "long_arabic": "ﷺ﷽", "private": "\ue000\U0010fffd",
    "surrogate_refs": "&#xD800;&#xDFFF;", "nul_ref": "a&#0;b&#x00;c", "control_refs": "a&#27;[2Jb&#7;&#x9b;", "bidi_refs": "&#x202e;abc&#x202c;",
    "c1_refs": "&#128;&#x99;", "big_refs": "&#x10FFFF;&#1114112;&#4294967361;", "no_semicolon": "&lt&gt&amp&copy&notit;", "entity_long": "&CounterClockwiseContourIntegral;",
    "entity_unknown": "&foo; &bar", "entity_case": "&AMP; &LT;b&GT; &Quot;", "entity_double": "&amp;amp;lt;script&amp;amp;gt;", "entity_numeric_lt": "&#60;script&#62;alert(1)&#60;/script&#62;",
    "entity_tab": "a&Tab;b&NewLine;c", "entity_padded": "&#0000000000000060;b&#x0000003e;", "template": "{{7*7}} ${7*7} <%= 7 %> #{7}", "format": "%s%n%x {0.__class__}",
    "markdown": "[x](javascript:alert(1)) ![y](data:text/html,z) **b** `c` # d", "markdown_ref": "[x]: javascript:alert(1)\n[x]", "markdown_auto": "<javascript:alert(1)>",
    "markdown_html": "&lt;img src=x onerror=alert(1)&gt;", "markdown_rule": "---", "markdown_fence": "```\nx\n```", "markdown_table": "| a | b |\n|---|---|", "yaml": "---\ntitle: x\n---",
    "csv_formula": "=cmd|'/c calc'!A1", "path": "../../etc/passwd", "windows_path": "..\\..\\x", "sql": "'; DROP TABLE x; --", "json": '{"__proto__":1}', "url_line": "javascript:alert(1)",
    "emoji_flags": "🇩🇪🏴\U000e0067\U000e0062\U000e007f", "zalgo": "Z̵̧̛̗̼a̸̡̛l̷g̵o̴", "thai": "กำลัง", "devanagari": "क्षत्रिय", "mongolian": "ᠮᠣᠩᠭᠣᠯ", "hebrew_points": "שָׁלוֹם",
    "line_sep": "a\u2028b\u2029c", "nel": "a\x85b", "crlf": "a\r\nb\rc", "tabs": "a\t\tb", "unit_separators": "a\x1cb\x1dc\x1ed\x1fe",
}  # fmt: skip
_BANNED = (
    *map(chr, (*range(9), *range(0x0E, 0x20), 0x7F, 0x61C)), "\u202e", "\u2066", "\u2069", "\u2060", "\ufeff", "\ufff9", "\ufffb", "\uffff",
    "\U000e0041",
)  # fmt: skip
_SAFE = {"emoji_flags", "variation"}

CASES = [
    *(Case(f"characters/text_{n}", lambda x=x: page(f"<p>Note {x} end.</p>" + ARTICLE)) for n, x in _ODD.items()),
    *(Case(f"characters/title_{n}", lambda x=x: page(title=f"{TITLE} {x}"), not_title=_BANNED, title="Lighthouse") for n, x in _ODD.items()),
    *(Case(f"characters/h1_{n}", lambda x=x: page(title=f"{TITLE} {x}").replace(f"<h1>{TITLE}".encode(), f"<h1>{TITLE} {x}".encode("utf-8", "surrogatepass")), not_title=_BANNED) for n, x in _ODD.items()),
    *(Case(f"characters/author_{n}", lambda x=x: page(head=f'<meta name=author content="Ann {x.replace(chr(34), "")} Lee">')) for n, x in _ODD.items()),
    *(Case(f"characters/meta_{n}", lambda x=x: page(head=META + "".join(f'<meta property="og:{k}" content="{x.replace(chr(34), "")}">' for k in ("title", "site_name", "description", "image", "url", "locale"))), not_title=_BANNED) for n, x in _ODD.items()),
    *(Case(f"characters/caption_{n}", lambda x=x: page(f"<figure><img src=/a.jpg alt='{x.replace(chr(39), '')}'><figcaption>Tower {x} sea.</figcaption></figure>" + ARTICLE)) for n, x in _ODD.items()),
    *(Case(f"characters/everywhere_{n}", lambda x=x: page(ARTICLE.replace(" the ", f" {x} the "))) for n, x in _ODD.items() if n not in ("combining_many",)),
    *(Case(f"characters/list_{n}", lambda x=x: page(ARTICLE + f"<h2>What {x} next</h2><ul><li>One {x}</li><li>Two</li></ul><table><tr><th>{x}</th></tr><tr><td>b</td></tr></table><blockquote>{x} y</blockquote><pre>{x}</pre>")) for n, x in _ODD.items()),
]  # fmt: skip
