"""Site rules on pages: they win where they name something, and leave the rest alone."""

from __future__ import annotations

import pickle

import pytest

import newsclean
from newsclean.model.errors import OptionError, RuleError
from newsclean.sites.toml import parse_rule

BODY = "".join(f"<p>On day {n} the ferry sailed at noon, and nobody was left on the quay.</p>" for n in range(5))
PAGE = f"""<html lang=en><head><title>Ferry sails | Bay Herald</title>
<meta property="article:published_time" content="2026-03-04T08:00:00Z"></head><body>
<h1>Ferry sails</h1><h2 class=big>The ferry sails again</h2><p class=stand>After eleven years, a ship.</p>
<div class=text>{BODY}<aside class=facts><p>Cabins: 40</p></aside><p class=mug>Our mugs are here, blue and green and grey.</p>
</div></body></html>"""
URL = "https://bay.example/ferry"


def clean(rule: str = "", **options: object) -> newsclean.Document:
    """The document of the page under a rule for its host."""
    rules = newsclean.SiteRules((parse_rule(f"hosts=['bay.example']\n{rule}"),)) if rule else newsclean.SiteRules()
    return newsclean.from_html(PAGE, url=URL, options=newsclean.Options(rules=rules, ledger="full", **options))


def test_a_ruled_title_wins_and_the_rest_is_as_before() -> None:
    """The claim of the rule wins, the others stay in the provenance, and no other field changes."""
    plain, ruled = clean(), clean("[fields]\ntitle='.big'")
    assert (plain.title, ruled.title) == ("Ferry sails", "The ferry sails again")
    assert ruled.provenance["title"].source == "site-rule"
    assert ruled.provenance["title"].path == ".big"
    assert "Ferry sails" in [other.raw for other in ruled.provenance["title"].others]
    assert (ruled.published, ruled.language) == (plain.published, plain.language)


def test_keep_and_drop() -> None:
    """Kept blocks are body, dropped ones are in the ledger with the rule's reason."""
    ruled = clean("keep=['.facts']\ndrop=[{css='.mug', reason='promo'}]")
    assert "Cabins: 40" in ruled.text
    assert "mugs" not in ruled.text
    assert [(r.reason, r.step) for r in ruled.removed if "mugs" in r.text] == [("promo", "site_rules")]


def test_keep_and_drop_of_a_call() -> None:
    """`Options.keep` and `Options.drop` do the same on any page."""
    doc = clean(keep=(".facts",), drop=(".mug",))
    assert "Cabins: 40" in doc.text
    assert [r.reason for r in doc.removed if "mugs" in r.text] == ["boilerplate"]


def test_a_rule_that_no_longer_matches_is_told() -> None:
    """The field is found as if there were no rule, and a warning names the rule."""
    doc = clean("[fields]\ntitle='.headline-2019'")
    assert doc.title == "Ferry sails"
    assert [w for w in doc.warnings if "site rule" in w and "title" in w]


def test_the_version_of_the_page_s_day_holds() -> None:
    """The page's own date chooses the version."""
    rule = (
        "[[version]]\nuntil=2025-01-01\nfields={title='.stand'}\n[[version]]\nsince=2025-01-02\nfields={title='.big'}"
    )
    assert clean(rule).title == "The ferry sails again"


def test_other_hosts_are_left_alone() -> None:
    """Rules for one host change nothing elsewhere."""
    rules = newsclean.SiteRules((parse_rule("hosts=['other.example']\n[fields]\ntitle='.big'"),))
    options = newsclean.Options(rules=rules)
    assert newsclean.from_html(PAGE, url=URL, options=options) == newsclean.from_html(PAGE, url=URL)


def test_every_block_is_still_accounted_for() -> None:
    """What loses its role to a rule is in the ledger."""
    doc = clean("[fields]\ntitle='.big'\nbody='.facts'")
    assert doc.text == "Cabins: 40"
    assert sum("the ferry sailed at noon" in r.text for r in doc.removed) == 5


def test_a_cleaner_with_rules_pickles() -> None:
    """Worker processes get the rules."""
    rules = newsclean.SiteRules((parse_rule("hosts=['bay.example']\n[fields]\ntitle='.big'"),))
    cleaner = pickle.loads(pickle.dumps(newsclean.Cleaner(newsclean.Options(rules=rules))))
    assert cleaner.from_html(PAGE, url=URL).title == "The ferry sails again"


@pytest.mark.parametrize(
    ("options", "error"),
    [({"keep": ("p[",)}, RuleError), ({"keep": "p"}, OptionError), ({"rules": {}}, OptionError)],
)
def test_wrong_options(options: dict[str, object], error: type[Exception]) -> None:
    """A selector that cannot be read and a value of the wrong type are refused before any page."""
    with pytest.raises(error):
        newsclean.Cleaner(newsclean.Options(**options))  # type: ignore[arg-type]
