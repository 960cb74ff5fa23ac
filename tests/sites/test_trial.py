"""The dry run of rules."""

from __future__ import annotations

from newsclean import SiteRules
from newsclean.sites.toml import parse_rule
from newsclean.sites.trial import try_rules

PAGE = "<html><body><h1>Ferry sails</h1><p>x</p></body></html>"
RULES = SiteRules((parse_rule("hosts=['bay.example']\ndrop=['.ad']\n[fields]\ntitle='h1'", "bay"),))


def test_rows() -> None:
    """Each selector is counted over all pages, with the first text it found."""
    pages = [("1", PAGE, "https://bay.example/1"), ("2", PAGE, "https://bay.example/2"), ("3", PAGE, None)]
    rows = {row.selector: row for row in try_rules(RULES, pages)}
    assert (rows["h1"].place, rows["h1"].matched, rows["h1"].pages, rows["h1"].sample) == (
        "fields.title", 3, 3, "Ferry sails",
    )  # fmt: skip
    assert (rows[".ad"].place, rows[".ad"].matched) == ("drop", 0)


def test_pages_of_other_hosts_are_passed_over() -> None:
    """A page that no rule speaks of gives no row."""
    rules = SiteRules((*RULES.rules, parse_rule("hosts=['cove.example']\nkeep='p'")))
    assert try_rules(rules, [("1", PAGE, "https://elsewhere.example/1")]) == []
