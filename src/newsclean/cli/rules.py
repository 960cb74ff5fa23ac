"""`newsclean rules`: look at site rules, and try them on pages before they are used."""

from __future__ import annotations

from typing import Any

import click

from .command import Command, cut, write
from .options import read_source, url_option

FAILED = 1
ACTIONS = ("list", "lint", "test")


def rules_command() -> click.Command:
    """The command `newsclean rules ACTION RULES [PAGE…]`."""
    return Command(
        {"Input": [url_option("Address of the pages, which chooses the rule.")]},
        name="rules",
        arguments=[
            click.Argument(["action"], type=click.Choice(ACTIONS)),
            click.Argument(["rules"]),
            click.Argument(["pages"], nargs=-1),
        ],
        callback=_rules,
        no_args_is_help=True,
        usages=("list RULES", "lint RULES", "test RULES PAGE... [-u URL]"),
        help="Look at site rules: RULES is a TOML file, a file of ftr-site-config, or a folder of them.\n\n"
        "list: hosts and fields of each rule. lint: nothing where all is well, else exit code 2. "
        "test: what each selector finds on the pages; exit code 1 where one finds nothing on any.",
    )


def _rules(action: str, rules: str, pages: tuple[str, ...], url: str | None) -> int:
    from newsclean.sites.toml import read_rules

    found = read_rules(rules)
    if action == "lint":
        return 0
    if action == "list":
        for rule in found.rules:
            fields = dict.fromkeys(name for version in rule.versions for name, _ in version.fields)
            versions = f"{len(rule.versions)} version{'s' * (len(rule.versions) != 1)}"
            write(f"{rule.name}  {', '.join(rule.hosts)}  {versions}  {' '.join(fields)}", None)
        return 0
    if not pages:
        raise click.UsageError("newsclean rules test needs a page")
    return _test(found, pages, url)


def _test(rules: Any, pages: tuple[str, ...], url: str | None) -> int:
    from newsclean.model.options import MAX_BYTES
    from newsclean.sites.trial import try_rules

    rows = try_rules(rules, ((page, read_source(page, MAX_BYTES), url) for page in pages))
    for row in rows:
        mark = "ok  " if row.matched else "DEAD"
        write(f"{mark} {row.rule}: {row.place:18} {row.matched}/{row.pages} pages  {cut(row.selector, 60)}", None)
        if row.sample:
            write(f"       {cut(row.sample)}", None)
    return FAILED if not rows or any(not row.matched for row in rows) else 0
