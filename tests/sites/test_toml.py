"""Site rules from TOML: what is read, and what is refused with its place and reason."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from newsclean.model.errors import RuleError
from newsclean.model.site_rules import Drop, Selector
from newsclean.sites.toml import parse_rule, read_rules

RULES = Path(__file__).resolve().parents[2] / "fixtures" / "rules"


def test_every_kind_of_entry() -> None:
    """Strings are CSS, tables say the rest, lists are tried in order."""
    rule = parse_rule(
        """
        hosts = ["Bay.example"]
        keep = ".facts"
        drop = [".shop", {xpath = "//aside", reason = "related"}]
        [fields]
        title = "h1"
        published = [{css = "time", attribute = "datetime"}, ".date"]
        """
    )
    (version,) = rule.versions
    assert rule.hosts == ("bay.example",)
    assert dict(version.fields)["published"] == (Selector("time", attribute="datetime"), Selector(".date"))
    assert version.keep == (Selector(".facts"),)
    assert version.drop == (Drop(Selector(".shop")), Drop(Selector("//aside", is_xpath=True), "related"))
    assert pickle.loads(pickle.dumps(rule)) == rule


def test_versions_by_date() -> None:
    """The version of the page's day holds; with no day the one without an end."""
    rule = parse_rule(
        """
        hosts = ["bay.example"]
        [[version]]
        until = 2025-12-31
        fields = {title = ".old"}
        [[version]]
        since = 2026-01-01
        fields = {title = ".new"}
        """
    )
    old, new = rule.versions
    assert [old.holds(day) for day in (date(2025, 12, 31), date(2026, 1, 1), None)] == [True, False, False]
    assert [new.holds(day) for day in (date(2025, 12, 31), date(2026, 1, 1), None)] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("hosts = [", "Invalid"),
        ("[fields]\ntitle='h1'", "hosts"),
        ("hosts=['https://a.example/']\n[fields]\ntitle='h1'", "hosts"),
        ("hosts=['a.example']", "there is no rule"),
        ("hosts=['a.example']\n[fields]\nheadline='h1'", "unknown key 'headline'"),
        ("hosts=['a.example']\n[fields]\ntitle='h1['", "no CSS selector"),
        ("hosts=['a.example']\n[fields]\ntitle={xpath='//h1['}", "no XPath"),
        ("hosts=['a.example']\n[fields]\ntitle={css='h1', xpath='//h1'}", "a selector is"),
        ("hosts=['a.example']\n[fields]\ntitle=3", "a selector is"),
        ("hosts=['a.example']\ndrop=[{css='h1', reason='ugly'}]", "reason must be one of"),
        ("hosts=['a.example']\n[[version]]\nsince=2026-01-02\nuntil=2026-01-01\nkeep='p'", "before since"),
        ("hosts=['a.example']\n[[version]]\nsince='2026'\nkeep='p'", "must be a day"),
        ("hosts=['a.example']\nkeep='p'\ncolour='red'", "unknown key 'colour'"),
    ],
)
def test_what_does_not_validate(text: str, reason: str) -> None:
    """The error names the file and the reason, and ends a command with the exit code of wrong usage."""
    with pytest.raises(RuleError, match=r"bay\.toml") as caught:
        parse_rule(text, "bay.toml")
    assert reason in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_folder_of_rules(tmp_path: Path) -> None:
    """Both kinds of file are read from a folder; what cannot be read is an error."""
    (tmp_path / "a.toml").write_text("hosts=['a.example']\nkeep='p'")
    (tmp_path / "b.example.txt").write_text("title: //h1\n")
    (tmp_path / "notes.md").write_text("no rule")
    assert [rule.hosts for rule in read_rules(tmp_path).rules] == [("a.example",), ("b.example",)]
    with pytest.raises(RuleError, match=r"missing\.toml"):
        read_rules(tmp_path / "missing.toml")


def test_the_longest_host_counts(tmp_path: Path) -> None:
    """A subdomain with rules of its own does not get those of its parent."""
    (tmp_path / "a.toml").write_text("hosts=['bay.example']\nkeep='p'")
    (tmp_path / "b.toml").write_text("hosts=['sport.bay.example']\nkeep='div'")
    rules = read_rules(tmp_path)
    found = {url: rules.find(url) for url in ("https://sport.bay.example/1", "https://www.bay.example/1", "x", None)}
    assert [f and f[0].name for f in found.values()] == ["b.toml", "a.toml", None, None]


def test_the_shipped_example_is_valid() -> None:
    """The rules under fixtures/ can be read."""
    assert read_rules(RULES).rules
