"""Values as structured data writes them → clean typed ones. Each is cut before anything looks at its characters."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from ..text.spaces import clean_line, clean_lines
from .urls import absolute_url

MAX_TITLE_CHARS = 1000
MAX_DESCRIPTION_CHARS = 5000
MAX_AUTHOR_CHARS = 2000
MAX_AUTHORS = 100
MAX_DATE_CHARS = 100
MAX_NAME_CHARS = 300
MAX_TAG_CHARS = 200
MAX_TAGS = 200
MAX_BODY_CHARS = 500_000
MAX_DEPTH = 64

_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]{0,1000}>|<!--[^<>]{0,1000}-->")
_BREAKING = frozenset(
    [
        "p",
        "br",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "td",
        "table",
        "blockquote",
        "section",
        "article",
    ]
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}\Z")
_NUMBER = re.compile(r"\s{0,9}(\d{1,6})(?:\.\d{1,6})?\s{0,9}(?:px)?\s{0,9}\Z", re.I)


def clean_value(value: str, max_chars: int) -> str:
    r"""One clean line of a raw string: references read once, tags taken out, control characters dropped.

    >>> clean_value(" Tom &amp; <b>Jerry</b><br>return ", 100)
    'Tom & Jerry return'
    """
    if len(value) > 4 * max_chars:
        value = value[: 4 * max_chars]
    return clean_line(_plain(value, " "), max_chars)


def clean_body(value: str) -> str:
    """The text of an article in a raw string, a line for each paragraph where it has any."""
    return clean_lines(_plain(value[:MAX_BODY_CHARS], "\n"), MAX_BODY_CHARS)


def unescape(value: str) -> str:
    """The text with its character references read once."""
    try:
        return html.unescape(value)
    except ValueError:  # "&#" and thousands of digits
        return value


def _plain(value: str, break_as: str) -> str:
    if "&" in value:
        value = unescape(value)
    if "<" in value:
        value = _TAG.sub(lambda m: break_as if m[1] and m[1].lstrip("/").lower() in _BREAKING else "", value)
    return value


def each(value: Any) -> Iterator[Any]:
    """The single values in lists and lists of lists, `{"@list": …}` and `{"@set": …}` too, in order."""
    stack = [(value, 0)]
    given = 0
    while stack and given < 10 * MAX_TAGS:
        item, depth = stack.pop()
        if isinstance(item, dict) and ("@list" in item or "@set" in item):
            item = item.get("@list", item.get("@set"))
        if isinstance(item, (list, tuple)):
            if depth < MAX_DEPTH:
                stack.extend((child, depth + 1) for child in reversed(item))
        elif item is not None:
            given += 1
            yield item


def texts(value: Any, max_chars: int, *keys: str) -> Iterator[str]:
    """The non-empty strings of a value; of an object its `@value`, or the first of `keys` that it has."""
    for item in each(value):
        if isinstance(item, dict):
            for key in ("@value", *keys):
                item_text = item.get(key)
                if isinstance(item_text, (str, list)):
                    item = item_text
                    break
            if isinstance(item, list):
                yield from texts([x for x in item if isinstance(x, str)], max_chars)
                continue
        if isinstance(item, str):
            cleaned = clean_value(item, max_chars)
            if cleaned:
                yield cleaned


def find_text(value: Any, max_chars: int, *keys: str) -> str | None:
    """The first of `texts`, or None."""
    if isinstance(value, str):
        return clean_value(value, max_chars) or None
    return None if value is None else next(texts(value, max_chars, *keys), None)


def find_url(value: Any, base_url: str | None) -> str | None:
    """The first absolute http or https address of a string, an object with `@id` or `url`, or a list of them."""
    for item in each(value):
        candidates = [item.get(key) for key in ("url", "contentUrl", "@id")] if isinstance(item, dict) else [item]
        for candidate in candidates:
            if isinstance(candidate, list):
                candidate = next((c for c in candidate if isinstance(c, str)), None)
            if isinstance(candidate, dict):
                candidate = candidate.get("@id") or candidate.get("url")
            if isinstance(candidate, str):
                url = absolute_url(unescape(candidate[:4096]), base_url)
                if url and not url.startswith("mailto:"):
                    return url
    return None


def parse_language(text: str) -> str | None:
    """A BCP 47 tag in its usual case, or None.

    >>> parse_language("pt_br"), parse_language("zh-hant-tw"), parse_language("English")
    ('pt-BR', 'zh-Hant-TW', None)
    """
    text = text[:40].strip().replace("_", "-")
    if not _LANGUAGE.match(text):
        return None
    first, *rest = text.split("-")
    if first.lower() in ("und", "mul", "zxx"):
        return None
    cased = [p.upper() if len(p) == 2 else p.title() if len(p) == 4 and p.isalpha() else p.lower() for p in rest]
    return "-".join([first.lower(), *cased])


def parse_pixels(value: Any) -> int | None:
    """A width or height in pixels from 640, 640.0, "640", "640px" or an object with `value`; None otherwise."""
    if isinstance(value, dict):
        value = value.get("value", value.get("@value"))
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return int(value) if 0 < value < 1_000_000 else None
    found = _NUMBER.match(value[:40]) if isinstance(value, str) else None
    return int(found[1]) or None if found else None


def split_tags(values: list[str]) -> tuple[str, ...]:
    """Distinct tags; a single string is split at its commas, semicolons or bars.

    >>> split_tags(["rail, strike,Rail"])
    ('rail', 'strike')
    """
    if len(values) == 1:
        text = values[0]
        separator = next((s for s in (",", ";", "|", "،", "、", "，") if s in text), None)
        values = text.split(separator) if separator else values
    return distinct_tags(values)


def distinct_tags(values: list[str]) -> tuple[str, ...]:
    """Tags without what stands around them, each once, whatever its case.

    >>> distinct_tags(["#rail", "Rail", "trains, old"])
    ('rail', 'trains, old')
    """
    seen: dict[str, str] = {}
    for value in values:
        tag = value.strip(" \t\n\"'#")[:MAX_TAG_CHARS]
        if tag:
            seen.setdefault(tag.casefold(), tag)
    return tuple(seen.values())[:MAX_TAGS]
