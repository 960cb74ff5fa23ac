"""The report: one file that nothing can leave or run in, whatever the page says."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import get_args

import pytest

import newsclean
from newsclean.model.document import Author, Disclosure, Document, Image, Provenance, RemovalReason
from newsclean.model.explanation import Decision, ExplainedBlock, Explanation, Term
from newsclean.report.labels import LABELS, label_of
from newsclean.report.page import MAX_BLOCK_CHARS, _resource, to_html

ATTACKS = [
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- <script>alert(1)</script>",
    "]]><svg onload=alert(1)>",
    "\u2028alert(1)\u2029",
    "\" onclick=\"alert(1)' onfocus='alert(1)",
    "javascript:alert(1)",
    "\u202egnp.exe\u2066hidden\u2069",
    "a\x00b\x1b[31mc",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{7*7}} ${alert(1)}",
    "\ud800 lone",
]


class Elements(HTMLParser):
    """All elements and attributes of the report."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.inside = ""
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.extend(attrs)
        self.inside = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_comment(self, data):
        self.tags.append("!--")

    def handle_data(self, data):
        store = {"script": self.scripts, "style": self.styles}.get(self.inside, self.words)
        store.append(data)


def hostile(attack: str) -> Explanation:
    """An explanation that has the attack wherever a page can put words."""
    origin = Provenance(
        source=attack, path=attack, raw=attack, confidence=0.5, others=(Provenance(attack, attack, attack),)
    )
    document = Document(
        kind="article", url=attack, canonical_url=attack, title=attack, kicker=attack, dek=f"{attack}\n{attack}",
        byline=attack, authors=(Author(attack, attack, attack),), dateline=attack, published=attack, site_name=attack,
        category=attack, tags=(attack, attack), language=attack, lead_image=Image(attack, attack),
        disclosures=(Disclosure("ai", attack, attack),), warnings=(attack,), provenance={"title": origin, attack: origin},
    )  # fmt: skip
    blocks = tuple(
        ExplainedBlock(
            number, kind, tag, attack, role, reason=attack if role == "removed" else "", step=attack, rule=attack,
            phrase=attack, score=1.0, terms=(Term(attack, 1.0), Term(f"first: {attack}", -1.0)),
            decisions=(Decision(attack, attack, attack), Decision(attack, "")), path=attack,
        )
        for number, (kind, tag, role) in enumerate(
            [("text", "p", "body"), ("text", attack, "removed"), ("image", "img", "unused"), ("embed", "iframe", attack)]
        )
    )  # fmt: skip
    return Explanation(document, blocks, (attack,))


def parse(html: str) -> Elements:
    """The elements of the file."""
    parser = Elements()
    parser.feed(html)
    parser.close()
    return parser


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_word_of_the_page_becomes_markup(attack: str) -> None:
    """The report of a hostile page has the very elements and attribute names that the report of a tame one has."""
    wild, tame = parse(to_html(hostile(attack))), parse(to_html(hostile("tame")))
    assert wild.tags == tame.tags
    assert [name for name, _ in wild.attributes] == [name for name, _ in tame.attributes]
    assert wild.scripts == tame.scripts
    assert wild.styles == tame.styles


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_steers_a_reader_is_dropped(attack: str) -> None:
    """No control, bidi override or surrogate reaches the file; it is valid UTF-8."""
    html = to_html(hostile(attack))
    html.encode("utf-8")
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html) is None


def test_only_its_own_elements_and_links() -> None:
    """Nothing in it loads, embeds, submits or leads anywhere outside."""
    elements = parse(to_html(hostile("https://evil.example/x.png")))
    assert not set(elements.tags) & set("img link iframe object embed form base svg math audio video source".split())
    links = [value for name, value in elements.attributes if name in ("href", "src", "action", "srcset", "style")]
    assert all(value.startswith("#") for value in links)
    assert not any(name.startswith("on") for name, _ in elements.attributes)
    assert elements.tags.count("script") == elements.tags.count("style") == 1


def test_the_policy_names_style_and_script_by_their_hashes() -> None:
    """What stands between the tags, to the letter, is what the policy allows, and nothing else is."""
    html = to_html(hostile("tame"))
    policy = re.search('http-equiv="Content-Security-Policy" content="([^"]+)"', html)[1]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    # before any content that it is to govern
    assert html.index("Content-Security-Policy") < html.index("<title") < html.index("<style")


def test_a_language_that_is_none_is_not_declared() -> None:
    """`lang` takes what looks like a language alone."""
    assert 'class="blocks">' in to_html(hostile("not a language"))
    assert 'class="blocks" lang="pt-BR">' in to_html(Explanation(Document("article", language="pt-BR"), ()))


def test_every_label_has_a_colour_and_a_meaning() -> None:
    """Each removal reason has a name, and each hue a class in the style."""
    assert set(get_args(RemovalReason)) <= set(LABELS)
    style = _resource("page.css")
    assert all(f".hue{label.hue} " in style for label in (*LABELS.values(), label_of("made up")))
    assert label_of("made_up").name == "Made up"


def test_order_words_and_reasons(bridge_html: str) -> None:
    """The words of all blocks stand in page order, each with its label, sentence and sums; fields have their sources."""
    explanation = newsclean.explain(bridge_html, url="https://coastcourier.example/b")
    html = explanation.to_html()
    places = [html.index(f'id="b{block.index}"') for block in explanation.blocks]
    assert places == sorted(places)
    words = " ".join(" ".join(parse(html).words).split())
    assert all(block.text in words for block in explanation.blocks)
    assert "Kept as body: the article's text." in words
    assert "Removed as navigation" in words
    assert "<caption>Score <b>" in html
    assert '<span class="source">dom</span>' in html
    assert "Not on the page: " in words


def test_a_giant_block_is_cut() -> None:
    """A report of a page with one endless block stays readable."""
    block = ExplainedBlock(0, "text", "p", "word " * MAX_BLOCK_CHARS, "body")
    html = to_html(Explanation(Document("article"), (block,)))
    assert len(html) < 4 * MAX_BLOCK_CHARS
    assert "…</p>" in html
