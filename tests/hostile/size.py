"""Much of one thing: of elements, of attributes, of characters in one place."""

from __future__ import annotations

from .page import ARTICLE, META, PARAGRAPHS, TEXTS, TITLE, Case, page, page_text

_SOME, _MANY = 3000, 100_000
_REPEATED = {
    "br": "<br>", "hr": "<hr>", "img": "<img src=/a.jpg alt=x>", "img_data": "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
    "span": "<span>x</span>", "a": "<a href=/x>x y</a>", "a_empty": "<a></a>", "b": "<b>x</b> ", "h2": "<h2>x y</h2>", "h3_empty": "<h3></h3>",
    "div_text": "<div>x y z</div>", "p_empty": "<p></p>", "p_long": "<p>One two three four five six seven eight nine ten words.</p>",
    "table": "<table><tr><td>1</td></tr></table>", "tr": "<tr><td>1</td></tr>", "td": "<td>1</td>", "ul": "<ul><li>x</li></ul>",
    "dl": "<dl><dt>x<dd>y</dl>", "blockquote": "<blockquote>x</blockquote>", "pre": "<pre>x</pre>", "figure": "<figure><img src=/a.jpg><figcaption>x</figcaption></figure>",
    "picture": "<picture><source srcset=/a.webp><img src=/a.jpg></picture>", "iframe": "<iframe src=https://v.example/1></iframe>",
    "video": "<video src=/a.mp4></video>", "script": "<script>a=1</script>", "style": "<style>.a{color:red}</style>",
    "style_hides": "<style>.a{display:none}</style>", "svg": "<svg><path d=M0/></svg>", "input": "<input value=x>", "option": "<option>x",
    "button": "<button>x</button>", "form": "<form><input></form>", "label": "<label>x</label>", "template": "<template>x</template>",
    "noscript": "<noscript><img src=/a></noscript>", "comment": "<!-- x -->", "meta": "<meta name=a content=b>", "link": "<link rel=x href=/x>",
    "time": "<time datetime=2025-01-01>1 January 2025</time>", "section": "<section><h2>x</h2><p>y</p></section>", "article": "<article><p>x</p></article>",
    "aside": "<aside>x</aside>", "details": "<details><summary>x</summary>y</details>", "custom": "<x-y>z</x-y>", "unknown_tag": "<zz>z",
    "hidden": "<p hidden>x</p>", "hidden_style": "<p style='display:none'>x</p>", "class_each": None, "entity": "&amp; ", "nbsp": "&nbsp;",
    "text_line": "x y z\n", "cite": "<cite>x</cite>", "sup": "<sup>1</sup>", "strong_p": "<p><strong>x y z</strong></p>",
    "a_author": '<a rel=author href=/x>Ann Lee</a>', "byline": "<p class=byline>By Ann Lee</p>", "h1": "<h1>x</h1>", "title": "<title>x</title>",
    "base": "<base href=/x>", "main": "<main>x</main>", "embed_tweet": "<blockquote class=twitter-tweet>x</blockquote>",
    "ld": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>',
    "microdata": "<div itemscope itemtype=https://schema.org/Person><span itemprop=name>Ann Lee</span></div>",
    "itemprop": "<span itemprop=author>Ann Lee</span>", "date_text": "<p>Published 3 March 2025</p>", "ad": "<div class=ad>Advertisement</div>",
    "read_more": "<p>Read more: <a href=/x>x y z</a></p>", "caption": "<figcaption>Photo: Ann Lee</figcaption>", "list_item_link": "<li><a href=/x>x y</a></li>",
    "quote": "<p>“x y z,” said Ann Lee.</p>", "rtl": "<p>مرحبا بالعالم</p>", "cjk": "<p>新闻报道。</p>", "sentence": "He said so. ",
}  # fmt: skip


def _repeat(name: str, times: int) -> str:
    markup = _REPEATED[name]
    return markup * times if markup is not None else "".join(f"<p class=c{n} id=i{n}>x</p>" for n in range(times))


_LONG = {
    "title": lambda n: page(title=TITLE + " x" * (n // 2)),
    "title_word": lambda n: page(title="T" * n),
    "h1": lambda n: page(f"<h1>{'y' * n}</h1>" + ARTICLE),
    "h1_words": lambda n: page(f"<h1>{'y z ' * (n // 4)}</h1>" + ARTICLE),
    "text_words": lambda n: page(ARTICLE + "<p>" + "word " * (n // 5) + "</p>"),
    "text_sentences": lambda n: page(ARTICLE + "<p>" + "It was so. " * (n // 11) + "</p>"),
    "text_word": lambda n: page(ARTICLE + "<p>" + "w" * n + "</p>"),
    "text_digits": lambda n: page(ARTICLE + "<p>" + "7" * n + "</p>"),
    "text_spaces": lambda n: page(ARTICLE + "<p>x" + " " * n + "y</p>"),
    "text_newlines": lambda n: page(ARTICLE + "<p>x" + "\n" * n + "y</p>"),
    "text_cjk": lambda n: page(ARTICLE + "<p>" + "新" * (n // 3) + "</p>"),
    "text_emoji": lambda n: page(ARTICLE + "<p>" + "🙂" * (n // 4) + "</p>"),
    "text_combining": lambda n: page(ARTICLE + "<p>e" + "\u0301" * (n // 2) + "</p>"),
    "text_quotes": lambda n: page(ARTICLE + "<p>" + "“a” " * (n // 8) + "</p>"),
    "text_commas": lambda n: page(ARTICLE + "<p>" + "Ann Lee, " * (n // 9) + "</p>"),
    "text_dates": lambda n: page(ARTICLE + "<p>" + "3 March 2025 " * (n // 13) + "</p>"),
    "text_urls": lambda n: page(ARTICLE + "<p>" + "https://a.example/b " * (n // 20) + "</p>"),
    "text_short_brs": lambda n: page(ARTICLE + "<p>" + "x<br><br>" * (n // 9) + "</p>"),
    "text_entity_signs": lambda n: page(ARTICLE + "<p>" + "&x;" * (n // 3) + "</p>"),
    "images_bare": lambda n: page(ARTICLE + "<img src=a>" * (n // 11)),
    "attributes_of_each": lambda n: page(ARTICLE + "<p a b c d e>x" * (n // 14)),
    "text_brs": lambda n: page(ARTICLE + "<p>" + "line of words.<br>" * (n // 18) + "</p>"),
    "text_br_pairs": lambda n: page(ARTICLE + "<p>" + "A line of words that is quite long, really long, longer than sixty.<br><br>" * (n // 76) + "</p>"),
    "text_bold": lambda n: page(ARTICLE + "<p>" + "<b>x</b> y " * (n // 11) + "</p>"),
    "text_links": lambda n: page(ARTICLE + "<p>" + "<a href=/x>x</a> y " * (n // 19) + "</p>"),
    "text_marks_nested": lambda n: page(ARTICLE + "<p>" + "<b><i><a href=/x>x</a></i></b> y " * (n // 32) + "</p>"),
    "pre": lambda n: page(ARTICLE + "<pre>" + "x y\n" * (n // 4) + "</pre>"),
    "script": lambda n: page(f"<script>{'a=1;' * (n // 4)}</script>" + ARTICLE),
    "style": lambda n: page(head=META + f"<style>{'.a{color:red}' * (n // 13)}</style>"),
    "style_hides": lambda n: page(head=META + "<style>" + "".join(f".k{i}{{display:none}}" for i in range(n // 18)) + "</style>"),
    "style_one_selector": lambda n: page(head=META + "<style>" + ".a," * (n // 3) + ".b{display:none}</style>"),
    "style_open": lambda n: page(head=META + "<style>" + "a{" * (n // 2) + "display:none</style>"),
    "style_spaces": lambda n: page(head=META + "<style>.a{display" + " " * n + ":none}</style>"),
    "comment": lambda n: page(f"<!--{'c' * n}-->" + ARTICLE),
    "comment_dashes": lambda n: page(f"<!--{'-' * n}-->" + ARTICLE),
    "doctype": lambda n: page_text().replace("<!DOCTYPE html>", f"<!DOCTYPE html {'x' * n}>").encode(),
    "attribute": lambda n: page(f"<p data-x='{'a' * n}'>x</p>" + ARTICLE),
    "attribute_unquoted": lambda n: page(f"<p data-x={'a' * n}>x</p>" + ARTICLE),
    "style_attribute": lambda n: page(f"<p style='{'color:red;' * (n // 10)}'>x</p>" + ARTICLE),
    "style_attribute_display": lambda n: page(f"<p style='display{' ' * n}:none'>x</p>" + ARTICLE),
    "opacity_attribute": lambda n: page(f"<p style='opacity:{'0' * n}'>x</p>" + ARTICLE),
    "id": lambda n: page(f"<p id='{'a-' * (n // 2)}'>x</p>" + ARTICLE),
    "class_words": lambda n: page("<p class='" + " ".join(f"c{i}" for i in range(n // 7)) + "'>x</p>" + ARTICLE),
    "class_camel": lambda n: page(f"<p class='{'aB' * (n // 2)}'>x</p>" + ARTICLE),
    "attributes": lambda n: page("<p " + " ".join(f"a{i}=1" for i in range(n // 8)) + ">x</p>" + ARTICLE),
    "attributes_same": lambda n: page("<p " + "a=1 " * (n // 4) + ">x</p>" + ARTICLE),
    "href": lambda n: page(f"<p><a href='/{'a' * n}'>x</a></p>" + ARTICLE),
    "href_dots": lambda n: page(f"<p><a href='/{'../' * (n // 3)}'>x</a></p>" + ARTICLE),
    "src": lambda n: page(f"<img src='/{'a' * n}.jpg'>" + ARTICLE),
    "srcset_commas": lambda n: page(f"<img srcset='{',' * n}'>" + ARTICLE),
    "srcset_spaces": lambda n: page(f"<img srcset='/a.jpg{' ' * n}2x'>" + ARTICLE),
    "srcset_data": lambda n: page(f"<img srcset='data:image/png;base64,{'A' * n} 2x, /a.jpg 1x'>" + ARTICLE),
    "sizes": lambda n: page(f"<img src=/a.jpg sizes='{'(x) 1px,' * (n // 8)}'>" + ARTICLE),
    "alt": lambda n: page(f"<img src=/a.jpg alt='{'x y ' * (n // 4)}'>" + ARTICLE),
    "caption": lambda n: page(f"<figure><img src=/a.jpg><figcaption>{'x y ' * (n // 4)}</figcaption></figure>" + ARTICLE),
    "keywords": lambda n: page(head=META + f"<meta name=keywords content='{'x, ' * (n // 3)}'>"),
    "author": lambda n: page(head=f"<meta name=author content='{'Ann Lee and ' * (n // 12)}'>"),
    "description": lambda n: page(head=META + f"<meta name=description content='{'It is so. ' * (n // 10)}'>"),
    "description_same": lambda n: page(f"<p>{'It is so. ' * (n // 10)}</p>" + ARTICLE, head=META + f"<meta name=description content='{'It is so. ' * (n // 10)}'>"),
    "title_same": lambda n: page(f"<p>{'Tower opens ' * (n // 12)}</p>" + ARTICLE, title="Tower opens " * (n // 12)),
    "base": lambda n: page(head=META + f"<base href='https://a.example/{'b' * n}'>"),
    "lang": lambda n: page_text().replace('lang="en"', f'lang="{"en-" * (n // 3)}"').encode(),
    "datetime": lambda n: page(f"<time datetime='{'2025-' * (n // 5)}'>x</time>" + ARTICLE),
    "ld_string": lambda n: page(head=META + '<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + "x " * (n // 2) + '"}</script>'),
    "ld_body": lambda n: page(head=META + '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"' + "It is so. " * (n // 10) + '"}</script>'),
    "ld_authors": lambda n: page(head=META + '<script type="application/ld+json">{"@type":"NewsArticle","author":[' + ",".join('{"name":"A B"}' for _ in range(n // 15)) + "]}</script>"),
    "ld_graph": lambda n: page(head=META + '<script type="application/ld+json">{"@graph":[' + ",".join('{"@type":"NewsArticle"}' for _ in range(n // 24)) + "]}</script>"),
    "ld_unclosed": lambda n: page(head=META + '<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + "x" * n + "</script>"),
    "ld_escapes": lambda n: page(head=META + '<script type="application/ld+json">{"headline":"' + "\\\\" * (n // 2) + '"}</script>'),
    "ld_commas": lambda n: page(head=META + '<script type="application/ld+json">[' + "," * n + "]</script>"),
    "ld_spaces": lambda n: page(head=META + '<script type="application/ld+json">{' + " " * n + '"a" 1}</script>'),
    "ld_slashes": lambda n: page(head=META + '<script type="application/ld+json">' + "/" * n + "</script>"),
    "ld_comment": lambda n: page(head=META + '<script type="application/ld+json">' + "/*" * (n // 2) + "</script>"),
    "ld_cdata": lambda n: page(head=META + '<script type="application/ld+json">' + "<![CDATA[" * (n // 9) + "</script>"),
    "ld_digits": lambda n: page(head=META + '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":' + "9" * n + "}</script>"),
    "ld_exponent": lambda n: page(head=META + '<script type="application/ld+json">{"@type":"NewsArticle","wordCount":1e' + "9" * n + "}</script>"),
    "ld_keys": lambda n: page(head=META + '<script type="application/ld+json">{' + ",".join(f'"k{i}":{i}' for i in range(n // 14)) + "}</script>"),
    "ld_keywords": lambda n: page(head=META + '<script type="application/ld+json">{"@type":"NewsArticle","keywords":[' + ",".join(f'"k{i}"' for i in range(n // 8)) + "]}</script>"),
    "table_row": lambda n: page(ARTICLE + "<table><tr>" + "<td>1</td>" * (n // 10) + "</table>"),
    "table_rows": lambda n: page(ARTICLE + "<table>" + "<tr><td>1</td><td>2</td></tr>" * (n // 28) + "</table>"),
    "table_spans": lambda n: page(ARTICLE + "<table>" + "<tr><td rowspan=1000 colspan=1000>1</td></tr>" * (n // 45) + "</table>"),
    "table_rowspan": lambda n: page(ARTICLE + "<table>" + "<tr><td rowspan=65534>1</td><td>2</td></tr>" * (n // 44) + "</table>"),
    "ul": lambda n: page(ARTICLE + "<ul>" + "<li>item of words</li>" * (n // 22) + "</ul>"),
    "select": lambda n: page(ARTICLE + "<select>" + "<option>x</option>" * (n // 18) + "</select>"),
    "entities": lambda n: page(ARTICLE + "<p>" + "&amp;" * (n // 5) + "</p>"),
    "entities_bad": lambda n: page(ARTICLE + "<p>" + "&x" * (n // 2) + "</p>"),
    "entity_name": lambda n: page(ARTICLE + "<p>&" + "x" * n + ";</p>"),
    "entity_digits": lambda n: page(ARTICLE + "<p>&#" + "9" * n + ";</p>"),
    "paragraphs": lambda n: page("".join(PARAGRAPHS) * (n // 1000)),
    "paragraphs_in_divs": lambda n: page("".join(f"<div><div>{p}</div></div>" for p in PARAGRAPHS) * (n // 1100)),
    "bodies_br": lambda n: page("<br><br>".join(TEXTS * (n // 1000))),
    "zwsp": lambda n: page(ARTICLE + "<p>" + "x\u200b" * (n // 4) + "</p>"),
    "shy": lambda n: page(ARTICLE + "<p>" + "x\u00ad" * (n // 3) + "</p>"),
    "nul": lambda n: page(ARTICLE + "<p>" + "\0" * n + "</p>"),
    "controls": lambda n: page(ARTICLE + "<p>" + "\x1b[1m" * (n // 4) + "</p>"),
    "bidi": lambda n: page(ARTICLE + "<p>" + "\u202e" * (n // 3) + "x</p>"),
    "invalid_utf8": lambda n: page_text(ARTICLE + "<p>XX</p>").encode().replace(b"XX", b"\xff\xfe\xc0" * (n // 3)),
}  # fmt: skip

_MAY_DROP = frozenset(("paragraphs", "paragraphs_in_divs", "bodies_br", "base"))

CASES = [
    *(
        Case(f"size/{place}_{name}_{times}", lambda n=name, t=times, p=place: page(**{"body": ARTICLE + _repeat(n, t)} if p == "in" else {p: _repeat(n, t)}),
            must=("KEEPTWO", "KEEPSIX") if place != "before" or times < _MANY else (), refuses=times > _SOME, is_big=times > _SOME)
        for name in _REPEATED
        for place in ("before", "in", "after")
        for times in (300, _SOME, _MANY)
    ),
    *(
        Case(f"size/long_{name}_{size}", lambda m=make, s=size: m(s), must=("KEEPTWO", "KEEPSIX"), refuses=size > 1e6, is_big=size > 1e5)
        for name, make in _LONG.items()
        for size in (100_000, 1_000_000, 9_000_000)
    ),
]  # fmt: skip
