"""The account of a page: every visible block is in one place of the document, and no word is lost or doubled."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newsclean.model.document import Document
from newsclean.model.draft import Block, Draft
from newsclean.pipeline.assemble import assemble
from newsclean.pipeline.presets import ARTICLE, PLAIN
from newsclean.read import read_html
from newsclean.read.plain import read_text

ARENA = Path(__file__).resolve().parents[2] / "shared" / "arena" / "data"
EVERY = 40
"""One arena page in so many is looked at: about ten seconds."""
PAGES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
WORD = re.compile(r"\w+")
FIELDS = ("title", "kicker", "dek", "byline")


def words(text: str | None) -> Counter[str]:
    """The words of a text with their number."""
    return Counter(WORD.findall(text or ""))


def words_of(blocks: list[Block]) -> Counter[str]:
    """The words of blocks."""
    return words(" ".join(block.text for block in blocks))


def section_texts(value: Any) -> Iterator[str]:
    """Every text of sections in the JSON form, pictures and embeds left out."""
    if isinstance(value, list):
        for item in value:
            yield from section_texts(item)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict) and value.get("type") not in ("image", "embed"):
        for key, item in value.items():
            if key not in ("type", "links", "marks"):
                yield from section_texts(item)


def picture_texts(value: Any) -> Iterator[str]:
    """Captions, credits and texts of all pictures and embeds of the JSON form."""
    if isinstance(value, list):
        for item in value:
            yield from picture_texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("caption", "credit", "alt", "text") and isinstance(item, str):
                yield item
            yield from picture_texts(item)


def clean(draft: Draft) -> Document:
    """The document of a draft, with the whole ledger."""
    draft.ledger = "full"
    (PLAIN if draft.is_text else ARTICLE).run(draft)
    return assemble(draft)


def check(draft: Draft, document: Document) -> None:
    """Hold the account: by role of the blocks, the words in their places."""
    data = document.to_dict()
    visible = [b for b in draft.blocks if b.kind == "text" and b.text]
    placed: dict[str | None, list[Block]] = {}
    for block in visible:
        placed.setdefault(block.role, []).append(block)
    assert not [b for b in placed.get(None, []) if not b.hidden]
    body = placed.get("body", []) + placed.get("heading", [])
    sections = [t for s in data["sections"] for t in section_texts([s["heading"], s["blocks"]])]
    assert words_of(body) == words(" ".join(sections))
    assert words_of(placed.get("disclosure", [])) == words(
        " ".join(d.text for d in document.disclosures if d not in draft.facts.get("stated", ()))
    )
    assert words_of(placed.get("removed", [])) == words(" ".join(r.text for r in document.removed))
    for name in FIELDS:
        field = words(data[name])
        for block in placed.get(name, []):
            own = words(block.text)
            assert (own & field).total() * 2 >= min(own.total(), field.total()), (name, block.text, data[name])
    pictures = words(" ".join(picture_texts([data["lead_image"], data["sections"]])))
    for block in placed.get("caption", []):
        own = words(block.text)
        assert sum(number for word, number in own.items() if word in pictures) * 2 >= own.total(), block.text


@pytest.mark.skipif(not ARENA.exists(), reason="the arena's pages are no part of the repository")
def test_real_pages() -> None:
    """On real pages every visible block is accounted for, and the words in all places are the page's."""
    lines = (ARENA / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if number % EVERY:
            continue
        record = json.loads(line)
        with gzip.open(ARENA / record["html"]) as file:
            draft = read_html(file.read(), url=record.get("url"))
        check(draft, clean(draft))


@pytest.mark.parametrize("source", sorted(PAGES.glob("*/source.*")), ids=lambda p: f"{p.parent.name}-{p.suffix[1:]}")
def test_fixture_pages(source: Path) -> None:
    """On the shipped pages, HTML and plain text, the account holds."""
    data = source.read_bytes()
    draft = read_text(data.decode("utf-8")) if source.suffix == ".txt" else read_html(data)
    check(draft, clean(draft))


LINES = st.sampled_from(
    [
        "The bridge opened on Monday after two years of work, and the mayor cut the ribbon with garden shears.",
        "“It is a good bridge,” she said. We may earn a commission if you buy through links in this article.",
        "Advertisement", "Read more", "Also read: Ferry fares fall", "Correction:", "Editor’s note: This story was updated.",
        "An earlier version of this article gave the wrong year.", "By Mara Lind", "4 March 2026", "Photo: Jon Eide",
        "© 2026 The Skerry Post. All rights reserved.", "Sign up for our newsletter", "Yes.", "Harbour bridge opens",
        "Sources:", "County archive, 2025", "Tags: bridge, harbour", "[1] A study of bridges, 2024.", "Share", "2 comments",
    ]
)  # fmt: skip
TAGS = st.sampled_from(["p", "h2", "h3", "li", "div", "blockquote", "span", "td", "figcaption", "em", "footer"])
NAMES = st.sampled_from(
    ["", "related", "ad-slot", "note", "correction", "caption", "byline", "story-body", "comments", "sources"]
)


def to_html(node: Any) -> str:
    """A made-up tree of (tag, class, text or children) as HTML."""
    tag, name, inner = node
    text = inner if isinstance(inner, str) else "".join(map(to_html, inner))
    return f'<{tag} class="{name}">{text}</{tag}>'


NODES = st.recursive(
    st.tuples(TAGS, NAMES, LINES),
    lambda inner: st.tuples(
        st.sampled_from(["div", "ul", "aside", "section", "figure"]), NAMES, st.lists(inner, max_size=5)
    ),
    max_leaves=25,
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    phases=[Phase.generate],
)
@given(st.lists(NODES, min_size=1, max_size=6))
def test_made_up_pages(nodes: list[Any]) -> None:
    """Whatever the tree, nothing is lost and nothing stands twice."""
    body = "".join(map(to_html, nodes))
    draft = read_html(f"<html lang=en><body><h1>Harbour bridge opens</h1><article>{body}</article></body></html>")
    check(draft, clean(draft))
