"""Site rules in the syntax of ftr-site-config."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.model.errors import RuleError
from newsclean.sites.ftr import parse_ftr

RULE = """
# The Bay Herald
title: //h1[@class='top']
body: //div[@id='text']
author: //p[@class='who']/a
date: //span[@class='when']
strip: //div[@class='shop']
strip_id_or_class: 'letter'
http_header(user-agent): x
prune: no
test_url: https://bay.example/1
"""


def test_keys() -> None:
    """Fields, strips and parts of ids are read; what speaks to a fetcher is passed over; the name holds the host."""
    rule = parse_ftr(RULE, ".bay.example.txt")
    (version,) = rule.versions
    assert rule.hosts == ("bay.example",)
    assert [name for name, _ in version.fields] == ["title", "body", "authors", "published"]
    assert [drop.selector.expression for drop in version.drop] == [
        "//div[@class='shop']",
        "//*[contains(@class, 'letter') or contains(@id, 'letter')]",
    ]


@pytest.mark.parametrize("text", ["", "# nothing", "test_url: x", "title: //h1["])
def test_no_rule(text: str) -> None:
    """A file that rules nothing, or cannot be read, is an error."""
    with pytest.raises(RuleError):
        parse_ftr(text, "bay.example.txt")


def test_on_a_page() -> None:
    """Only what the file names is changed."""
    paragraphs = "".join(f"<p>The harbour was quiet on day {n}, and the boats stayed in.</p>" for n in range(6))
    page = (
        "<html><body><h1>The Bay Herald</h1><h1 class=top>Quiet harbour</h1><p class=who>By <a>Ada Holm</a></p>"
        f"<span class=when>4 March 2026</span><div id=text>{paragraphs}<div class=shop>Buy our bay mug today.</div>"
        "<div id=newsletter-box>Letters from the bay, weekly.</div></div></body></html>"
    )
    rules = newsclean.SiteRules((parse_ftr(RULE, "bay.example.txt"),))
    doc = newsclean.from_html(page, url="https://www.bay.example/1", options=newsclean.Options(rules=rules))
    assert (doc.title, doc.published, [a.name for a in doc.authors]) == ("Quiet harbour", "2026-03-04", ["Ada Holm"])
    assert len(doc.sections[0].blocks) == 6
    assert {r.text: r.reason for r in doc.removed if r.step == "site_rules"} == {
        "Buy our bay mug today.": "boilerplate",
        "Letters from the bay, weekly.": "boilerplate",
    }
