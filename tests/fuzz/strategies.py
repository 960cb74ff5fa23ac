"""Hypothesis strategies that build pages: sound ones, broken ones, and ones that mean harm."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    "The harbour light was mended on Tuesday, and 40 boats came in. “So it goes,” said Ann Lee. Read more: Advertisement By "
    "Correction: AI sponsored © 2025 3 March 07:15 Photo: 新闻 بحر море <b> &amp; ]( javascript:alert(1) ` * # | --- \x1b[2J \u202e".split(
        " "
    )
)
TEXT = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
ODD = st.text(st.characters(exclude_categories=()), max_size=20)
URLS = st.sampled_from(
    ["/a", "https://x.example/b?c=1", "javascript:alert(1)", "data:text/html,<p>", "//x.example", "http://[", "#a", "", "java\tscript:x", "mailto:a@x.example"]
)  # fmt: skip
NAMES = st.sampled_from(
    "story-body byline comments related ad caption standfirst newsletter tags footer social author-bio title hidden x".split()
)
STYLES = st.sampled_from(
    ["", "display:none", "color:red", "position:absolute;left:-9999px", "font-size:0", "opacity:0", ";;:", "a:b/*"]
)
LEAVES = st.one_of(
    TEXT,
    st.builds("<p>{}</p>".format, TEXT),
    st.builds("<p>{}</p>".format, TEXT),
    st.builds('<a href="{}">{}</a>'.format, URLS, TEXT),
    st.builds('<img src="{}" alt="{}" srcset="{} 2x">'.format, URLS, WORDS, URLS),
    st.builds('<time datetime="{}">{}</time>'.format, st.sampled_from(["2025-03-11", "2025-99-99", "x"]), WORDS),
    st.builds("<h{}>{}</h2>".format, st.integers(1, 6), TEXT),
    st.builds('<iframe src="{}"></iframe><video src="{}"></video>'.format, URLS, URLS),
    st.builds("<script>{}</script><style>.x{{display:none}}</style><!-- {} -->".format, TEXT, TEXT),
    st.builds('<span class="byline">By {}</span><br><br/>'.format, WORDS),
    st.sampled_from(["<br>", "<hr>", "<p>", "</div>", "<b>", "</b>", "<table><tr>", "<svg>", "<math>", "<select>", "<!--", "<![CDATA[", "<title>", "<plaintext>", "&#27;", "&lt;script&gt;", "\0", "<"]),
    ODD,
)  # fmt: skip
TAGS = st.sampled_from(
    "div div section article main aside nav header footer ul ol li table tr td blockquote figure figcaption p b em a span pre code "
    "details dialog form button noscript template svg x-y center font dl dd h2".split()
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda tag, name, style, parts: f'<{tag} class="{name}" style="{style}">{"".join(parts)}</{tag}>',
        TAGS,
        NAMES,
        STYLES,
        st.lists(inner, max_size=5),
    ),
    max_leaves=25,
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT | URLS,
    lambda v: (
        st.lists(v, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "url", "@id", "@type", "@value"]), v, max_size=3)
    ),
    max_leaves=6,
)
HEADS = st.one_of(
    st.just(""),
    st.builds('<title>{}</title><meta name="author" content="{}"><link rel="canonical" href="{}">'.format, TEXT, WORDS, URLS),
    st.builds('<meta property="og:title" content="{}"><meta property="og:image" content="{}"><base href="{}">'.format, WORDS, URLS, URLS),
    st.dictionaries(st.sampled_from(["headline", "author", "datePublished", "image", "url", "publisher", "articleBody", "@graph"]), VALUES, max_size=4).map(
        lambda d: '<script type="application/ld+json">{"@type":"NewsArticle",' + __import__("json").dumps(d)[1:] + "</script>"
    ),
)  # fmt: skip
PAGES = st.builds(
    lambda head, before, body, after: f"<!DOCTYPE html><html><head>{head}</head><body>{before}<main><h1>The harbour light</h1>{body}</main>{after}",
    HEADS, TREES, st.lists(TREES, min_size=1, max_size=6).map("".join), TREES,
)  # fmt: skip
