"""Site rules from TOML files.

    hosts = ["skerrypost.example"]          # and their subdomains
    keep = ["aside.facts"]                  # belongs to the article
    drop = [".shop", {css = ".pic", reason = "credit"}]

    [fields]
    title = "h1.headline"                   # a string is a CSS selector
    published = {css = "time", attribute = "datetime"}
    authors = [{xpath = "//p[@class='by']/a"}, ".writer"]   # tried in their order

Rules that changed with the site stand in `[[version]]` tables, each with `since` and `until` (days, included), `keep`,
`drop` and `[version.fields]`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn, get_args

from ..model.document import RemovalReason
from ..model.errors import RuleError
from ..model.site_rules import RULE_FIELDS, Drop, RuleVersion, Selector, SiteRule, SiteRules
from .ftr import parse_ftr
from .selectors import checked

MAX_FILE_BYTES = 1_000_000
_TOP = frozenset(("hosts", "version"))
_VERSION = frozenset(("since", "until", "fields", "keep", "drop"))
_SELECTOR = frozenset(("css", "xpath", "attribute"))
_REASONS = get_args(RemovalReason)


def read_rules(*paths: str | Path) -> SiteRules:
    """The rules of TOML files (`*.toml`), of files in the syntax of ftr-site-config (`HOST.txt`), and of folders of both.

    Raises:
        RuleError: a file cannot be read or does not validate; the message names file, key and reason.
    """
    return SiteRules(tuple(_read_file(path) for path in _files(paths)))


def _files(paths: Iterable[str | Path]) -> Iterable[Path]:
    for given in paths:
        path = Path(given)
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix in (".toml", ".txt"))
        else:
            yield path


def _read_file(path: Path) -> SiteRule:
    try:
        data = path.read_bytes()
        if len(data) > MAX_FILE_BYTES:
            raise RuleError(f"{path.name}: more than {MAX_FILE_BYTES:,} bytes")
        text = data.decode("utf-8")
    except OSError as exc:
        raise RuleError(f"{path}: {exc.strerror}") from exc
    except UnicodeDecodeError as exc:
        raise RuleError(f"{path.name}: {exc}") from exc
    if path.suffix == ".txt":
        return parse_ftr(text, path.name)
    return parse_rule(text, path.name)


def parse_rule(text: str, name: str = "rule") -> SiteRule:
    """The rule of a TOML text.

    Raises:
        RuleError: it does not validate.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        raise RuleError(f"{name}: {exc}") from exc
    _know(data, _TOP | _VERSION, name)
    hosts = data.get("hosts")
    if not isinstance(hosts, list) or not hosts or not all(isinstance(h, str) and _is_host(h) for h in hosts):
        _fail(name, "hosts", 'must be a list of host names such as ["skerrypost.example"]')
    tables = data.get("version", [])
    if not isinstance(tables, list):
        _fail(name, "version", "must be [[version]] tables")
    top = {key: value for key, value in data.items() if key in _VERSION}
    versions = [_version(table, f"{name}: version {i + 1}") for i, table in enumerate(tables)]
    if top:
        versions.append(_version(top, name))
    if not versions:
        _fail(name, "fields", "there is no rule: fields, keep or drop")
    return SiteRule(name, tuple(host.lower() for host in hosts), tuple(versions))


def _is_host(text: str) -> bool:
    return bool(text) and not set(text) & set("/:@ ?#") and not text.startswith(".")


def _version(table: Any, name: str) -> RuleVersion:
    if not isinstance(table, dict):
        _fail(name, "version", "must be a table")
    _know(table, _VERSION, name)
    fields = table.get("fields", {})
    if not isinstance(fields, dict):
        _fail(name, "fields", "must be a table")
    _know(fields, frozenset(RULE_FIELDS), f"{name}: fields")
    since, until = _day(table, "since", name), _day(table, "until", name)
    if since and until and until < since:
        _fail(name, "until", "is before since")
    return RuleVersion(
        tuple((key, _selectors(value, f"{name}: fields.{key}")) for key, value in fields.items()),
        _selectors(table.get("keep", []), f"{name}: keep"),
        tuple(_drop(entry, f"{name}: drop") for entry in _list(table.get("drop", []))),
        since,
        until,
    )


def _day(table: Mapping[str, Any], key: str, name: str) -> date | None:
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, datetime) or not isinstance(value, date):
        _fail(name, key, "must be a day such as 2026-03-04")
    return value


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _selectors(value: Any, place: str) -> tuple[Selector, ...]:
    return tuple(_selector(entry, place) for entry in _list(value))


def _selector(entry: Any, place: str) -> Selector:
    if isinstance(entry, str):
        entry = {"css": entry}
    if not isinstance(entry, dict) or len(entry.keys() & {"css", "xpath"}) != 1:
        raise RuleError(f"{place}: a selector is a CSS selector, {{css = …}} or {{xpath = …}}, not {entry!r:.80}")
    _know(entry, _SELECTOR, place)
    if not all(isinstance(value, str) for value in entry.values()):
        raise RuleError(f"{place}: selectors are text")
    is_xpath = "xpath" in entry
    return checked(Selector(entry["xpath" if is_xpath else "css"], is_xpath, entry.get("attribute", "")), place)


def _drop(entry: Any, place: str) -> Drop:
    if not isinstance(entry, dict):
        return Drop(_selector(entry, place))
    entry = dict(entry)
    reason = entry.pop("reason", "boilerplate")
    if reason not in _REASONS:
        raise RuleError(f"{place}: reason must be one of {', '.join(_REASONS)}, not {reason!r:.40}")
    return Drop(_selector(entry, place), reason)


def _know(table: Mapping[str, Any], known: frozenset[str], name: str) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise RuleError(f"{name}: unknown key {unknown[0]!r}; there are {', '.join(sorted(known))}")


def _fail(name: str, key: str, reason: str) -> NoReturn:
    raise RuleError(f"{name}: {key} {reason}")
