"""The explanation: the same document, and every block accounted for."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

import newsclean
from newsclean import Options
from newsclean.model.explanation import ExplainedBlock

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "fixtures" / "pages").glob("*/source.*"))

PAGE = """<html lang="en"><head><title>Rain in Bergen</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Rain in Bergen</h1><p class="byline">By Ada Holm</p>
<p>It rained in Bergen on Monday, as it does on most days of the year, the weather office said.</p>
<p>Sign up for our newsletter and get the news of the day in your inbox.</p>
<p>The office expects more of it until Thursday, when the wind will turn and bring dry air.</p>
<img src="/rain.jpg" alt="Rain on a roof">
<p>Umbrellas were sold out in four of the five shops of the harbour by noon, a seller told us.</p>
<img src="/logo.png" alt="" width="1" height="1">
<p><em>This article was translated with the help of AI.</em></p></article></body></html>"""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_the_explanation_is_of_the_document_that_cleaning_gives(path: Path) -> None:
    """Watching the steps changes nothing; ledger and explanation tell one story, in one order."""
    data, is_text, options = path.read_bytes(), path.suffix == ".txt", Options(ledger="full")
    explanation = newsclean.explain(data, url="https://example.com/a", text=is_text, options=options)
    clean = newsclean.from_text if is_text else newsclean.from_html
    assert explanation.document == clean(data, url="https://example.com/a", options=options)
    assert [block.index for block in explanation.blocks] == list(range(len(explanation.blocks)))
    removed = [b for b in explanation.blocks if b.state == "removed" and b.kind == "text"]
    assert [(b.reason, b.text, b.step, b.path) for b in removed] == [
        (r.reason, r.text, r.step, r.path) for r in explanation.document.removed
    ]


def only(text: str) -> ExplainedBlock:
    """The one block of the page that holds the words."""
    (block,) = newsclean.explain(PAGE, url="https://fjordpost.example/rain").find(text)
    return block


@pytest.mark.parametrize(
    ("text", "label", "state"),
    [
        ("home news", "navigation", "removed"),
        ("By Ada Holm", "byline", "kept"),
        ("It rained", "body", "kept"),
        ("sign up for", "promo", "removed"),
        ("Rain on a roof", "image", "kept"),
        ("logo.png", "unused", "unused"),
        ("help of AI", "disclosure", "kept"),
    ],
)
def test_labels(text: str, label: str, state: str) -> None:
    """Each block says what it is shown as, pictures too."""
    block = only(text)
    assert (block.label, block.state) == (label, state)


def test_a_block_says_who_decided_and_how_it_came_about() -> None:
    """Step, phrase, the roles given on the way, place, and a score that is the sum of its terms and a base."""
    block = only("sign up for")
    assert block.phrase.startswith("promo: ")
    assert block.decisions[-1].role == "removed"
    assert block.decisions[-1].step == block.step
    assert block.path.endswith("/p[3]")
    body = [b for b in newsclean.explain(PAGE).blocks if b.role == "body"]
    bases = [
        b.score - sum(t.value for t in b.terms if not t.name.startswith("first: ")) for b in body if b.score is not None
    ]
    assert len(bases) == len(body)
    assert max(bases) - min(bases) < 1e-6


def test_a_role_taken_back_is_among_the_decisions() -> None:
    """What the body step took for text and a later step did not shows both."""

    def take(draft: newsclean.Draft) -> None:
        for block in draft.with_role("body"):
            if "Umbrellas" in block.text:
                draft.take(block)
                draft.remove(block, "ad")

    chain = newsclean.ARTICLE.after("body", newsclean.Step("umbrellas", take))
    (block,) = newsclean.Cleaner(chain=chain).explain(PAGE).find("Umbrellas")
    assert [(d.step, d.role) for d in block.decisions] == [("body", "body"), ("umbrellas", "removed")]


def test_a_step_that_fails_is_watched_too() -> None:
    """Roles that a step gave before it failed are its own, and the warning is the usual one."""

    def fail(draft: newsclean.Draft) -> None:
        draft.remove(draft.blocks[0], "ad")
        raise ValueError("late")

    chain = newsclean.ARTICLE.before("hidden", newsclean.Step("broken", fail))
    explanation = newsclean.Cleaner(chain=chain).explain(PAGE)
    assert explanation.blocks[0].decisions[0].step == "broken"
    assert explanation.document.warnings == ("step broken failed: ValueError: late",)


def test_text_and_response() -> None:
    """Plain text and responses have explanations as well."""

    class Response:
        url, content, headers, status_code = "https://example.com/a", PAGE.encode(), {}, 200

    assert newsclean.explain(Response()).document == newsclean.from_response(Response())
    blocks = newsclean.explain("Rain in Bergen\nIt rained in Bergen on Monday, the office said.", text=True).blocks
    assert [block.path for block in blocks] == ["line 0", "line 1"]


def test_an_address_is_fetched_with_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """`explain` of an address goes where `from_url` goes."""
    asked: list[dict[str, object]] = []

    def fetch(self: newsclean.Cleaner, url: str, **limits: object) -> newsclean.Document:
        asked.append(limits)
        return replace(self.from_html(PAGE, "https://example.com/b"), url=url)

    monkeypatch.setattr(newsclean.Cleaner, "from_url", fetch)
    explanation = newsclean.explain("https://example.com/a", timeout_s=3)
    assert explanation.document.url == "https://example.com/a"
    assert asked == [{"timeout_s": 3}]


def test_of_several_pages_the_first_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that follow only go on; a shell of scripts is no first page, for what was rendered comes after it."""
    shell = "<html><body><div id=app></div><script>start()</script></body></html>"
    pages = [shell, PAGE, PAGE.replace("Umbrellas", "Boots")]

    def fetch(self: newsclean.Cleaner, url: str, **limits: object) -> newsclean.Document:
        return [self.from_html(page, url) for page in pages][1]

    monkeypatch.setattr(newsclean.Cleaner, "from_url", fetch)
    explanation = newsclean.explain("https://example.com/a")
    assert explanation.find("Umbrellas")
    assert not explanation.find("Boots")


def test_a_line_of_a_text_has_terms_too() -> None:
    """The score of a plain text's line is the sum of its terms and a base."""
    text = "Rain in Bergen\nIt rained in Bergen on Monday, the weather office said.\nIt will rain again on Tuesday, it said."
    blocks = newsclean.explain(text, text=True).blocks
    bases = {round(b.score - sum(t.value for t in b.terms), 6) for b in blocks if b.score is not None}
    assert len(bases) == 1
    assert all(block.terms for block in blocks)


def test_far_from_the_article_blocks_have_their_reasons_too() -> None:
    """Beyond the blocks that the document's ledger lists, each block has the reason that the whole ledger gives it."""
    filler = "".join(f"<p><a href='/{n}'>Section {n}</a></p>" for n in range(120))
    page = PAGE.replace("</body>", f"<footer>{filler}<p>Sign up for our newsletter</p></footer></body>")
    explanation = newsclean.explain(page)
    assert len(explanation.document.removed) < 120
    assert explanation.blocks == newsclean.explain(page, options=Options(ledger="full")).blocks
    assert {block.label for block in explanation.blocks[-100:]}.isdisjoint({"low_score"})


def test_counts_and_json() -> None:
    """Counts come kept first; the JSON has document, blocks with their labels, and steps; the value pickles."""
    explanation = newsclean.explain(PAGE)
    counts = explanation.counts()
    assert sum(counts.values()) == len(explanation.blocks)
    assert list(counts).index("body") < list(counts).index("navigation")
    data = json.loads(explanation.to_json())
    assert data["document"] == explanation.document.to_dict()
    assert [block["label"] for block in data["blocks"]] == [block.label for block in explanation.blocks]
    assert data["steps"][0] == "hidden"
    assert pickle.loads(pickle.dumps(explanation)) == explanation


@pytest.mark.parametrize("page", ["", "<p>", "<script>1</script>", "<title>x</title>"])
def test_pages_without_text(page: str) -> None:
    """Nothing to explain is no error."""
    explanation = newsclean.explain(page)
    assert "<main" in explanation.to_html()
    assert explanation.to_text()
