"""Hypothesis strategies that build documents of every shape."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from newsclean.model import document as d

# Much that means something in Markdown, HTML, YAML or on a terminal, beside letters of several scripts.
NASTY = "\\`*_{}[]()#+-.!|<>&~=:;\"'/ \n\t1a9Zé中ع🙂“”—…%@$^?,"
WORDS = [
    "Rain",
    "fell.",
    "**",
    "_x_",
    "<b>",
    "&amp;",
    "1.",
    "- ",
    "#",
    "http://a.example/",
    "](",
    "![",
    "```",
    "\\",
    "中文",
    "«да»",
]

raw_text = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30)
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
text = st.one_of(words, st.text(NASTY, min_size=1, max_size=24), raw_text)
line = text.map(lambda s: " ".join(s.split())).filter(bool)
optional = st.none() | line
urls = st.sampled_from(
    [
        "https://example.com/a",
        "http://x.example/(b)_c?d=1&copy;=2#e",
        "mailto:a@example.com",
        "javascript:alert(1)",
        "//x",
        "",
    ]
) | st.text(max_size=12)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, tuple[d.Link, ...], tuple[d.Mark, ...]]:
    words = draw(text)
    places = st.tuples(st.integers(0, len(words)), st.integers(0, len(words))).map(sorted)
    links = draw(st.lists(st.tuples(places, urls), max_size=3))
    marks = draw(st.lists(st.tuples(places, st.sampled_from(get_args(d.MarkKind))), max_size=4))
    return (
        words,
        tuple(d.Link(a, b, url) for (a, b), url in links),
        tuple(d.Mark(a, b, kind) for (a, b), kind in marks),
    )


paragraphs = texts_with_spans().map(lambda t: d.Paragraph(*t))
plain_items = texts_with_spans().map(lambda t: d.ListItem(*t))


def _lists(items: st.SearchStrategy[d.ListItem]) -> st.SearchStrategy[d.ListBlock]:
    return st.builds(d.ListBlock, st.booleans(), st.lists(items, min_size=1, max_size=3).map(tuple))


def _with_children(items: st.SearchStrategy[d.ListItem]) -> st.SearchStrategy[d.ListItem]:
    return st.builds(lambda t, c: d.ListItem(*t, children=c), texts_with_spans(), st.none() | _lists(items))


lists = _lists(st.recursive(plain_items, _with_children, max_leaves=4))
rows = st.lists(text, max_size=3).map(tuple)
tables = st.builds(d.Table, st.lists(rows, max_size=3).map(tuple), rows, optional)
sizes = st.none() | st.integers(0, 10_000)
images = st.builds(d.Image, urls, optional, optional, optional, sizes, sizes)
embeds = st.builds(d.Embed, line, st.none() | urls, optional)
quotes = st.builds(d.Quote, text, optional, st.booleans())
codes = st.builds(d.Code, text)
flat_blocks = st.one_of(paragraphs, lists, quotes, tables, images, embeds, codes)
blocks = st.recursive(
    flat_blocks, lambda b: st.builds(d.Box, st.lists(b, max_size=3).map(tuple), optional), max_leaves=3
)
sections = st.builds(d.Section, st.lists(blocks, max_size=4).map(tuple), optional, st.integers(0, 6))
authors = st.builds(d.Author, line, st.none() | urls, optional, st.sampled_from(get_args(d.AuthorKind)))
disclosures = st.builds(d.Disclosure, st.sampled_from(get_args(d.DisclosureKind)), text, line)
removals = st.builds(d.Removal, st.sampled_from(get_args(d.RemovalReason)), text, line, line)
shares = st.floats(0, 1)
leaf_provenance = st.builds(d.Provenance, line, line, line, shares)
provenance = st.builds(d.Provenance, line, line, line, shares, st.lists(leaf_provenance, max_size=2).map(tuple))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | raw_text,
    lambda v: st.lists(v, max_size=2) | st.dictionaries(raw_text, v, max_size=2),
    max_leaves=3,
)


def _many(strategy: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


documents = st.builds(
    d.Document,
    kind=st.sampled_from(get_args(d.Kind)), confidence=shares, url=st.none() | urls, canonical_url=st.none() | urls,
    title=optional, kicker=optional, dek=st.none() | text, byline=optional, authors=_many(authors), dateline=optional,
    published=optional, modified=optional, site_name=optional, category=optional, tags=_many(line), language=optional,
    direction=st.sampled_from([None, "ltr", "rtl"]), access=st.sampled_from(get_args(d.Access)),
    lead_image=st.none() | images, sections=_many(sections), disclosures=_many(disclosures), removed=_many(removals),
    provenance=st.dictionaries(line, provenance, max_size=2), warnings=_many(line),
    variants=st.dictionaries(line, urls, max_size=2), fingerprint=optional,
    extra=st.dictionaries(raw_text, json_values, max_size=2),
)  # fmt: skip
