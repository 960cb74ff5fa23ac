"""Site rules in the syntax of ftr-site-config, of which thousands exist for Full-Text RSS, wallabag and their kin.

One file a host (`example.com.txt`; `.example.com.txt` for its subdomains), one `key: value` a line, `#` a comment:

    title: //h1[@class='headline']
    body: //div[@id='story']
    strip: //div[@class='promo']
    strip_id_or_class: newsletter
    native_ad_clue: //meta[@content='sponsored']

What tells a fetcher how to behave (`http_header`, `single_page_link`, `find_string` …) is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from ..model.errors import RuleError
from ..model.site_rules import Drop, RuleVersion, Selector, SiteRule
from .selectors import checked

FIELDS = {"title": "title", "author": "authors", "date": "published", "body": "body"}
"""Keys of the syntax, and the fields that they are."""


def parse_ftr(text: str, name: str) -> SiteRule:
    """The rule of a file; `name` is its name, which holds the host.

    Raises:
        RuleError: a selector cannot be read, or nothing is ruled.
    """
    fields: dict[str, list[Selector]] = {}
    drop: list[Drop] = []
    for key, value, line in _entries(text):
        place = f"{name}: line {line}"
        if key in FIELDS:
            fields.setdefault(FIELDS[key], []).append(_xpath(value, place))
        elif key == "strip":
            drop.append(Drop(_xpath(value, place)))
        elif key == "strip_id_or_class":
            drop.append(Drop(_xpath(_id_or_class(value), place)))
    if not fields and not drop:
        raise RuleError(f"{name}: there is no rule: title, body, author, date, strip")
    host = PurePath(name).stem.lstrip(".").lower()
    return SiteRule(name, (host,), (RuleVersion(tuple((f, tuple(s)) for f, s in fields.items()), (), tuple(drop)),))


def _entries(text: str) -> Iterator[tuple[str, str, int]]:
    for number, line in enumerate(text.splitlines(), 1):
        key, colon, value = line.strip().partition(":")
        if colon and not key.startswith("#") and value.strip():
            yield key.strip().lower(), value.strip(), number


def _id_or_class(value: str) -> str:
    """The syntax means a part of the id or class, quotes around it being optional."""
    part = value.strip("'\"").replace("'", "")
    return f"//*[contains(@class, '{part}') or contains(@id, '{part}')]"


def _xpath(expression: str, place: str) -> Selector:
    return checked(Selector(expression, is_xpath=True), place)
