"""Markup that would cost the parser too much → the same within limits, before it is parsed."""

from __future__ import annotations

import re

MAX_TAGS = 1_000_000
"""So many `<` at most: the tree of more takes more memory than a page may (LIMITS: 500,000 elements)."""

MAX_ATTRIBUTES = 1000
"""Of one tag (LIMITS). libxml2 appends each to the end of a list, which costs it the square of their number."""

MAX_ATTRIBUTES_OF_PAGE = 700_000
"""Each takes the parser a hundred bytes and more."""

_WINDOW = 8192
"""Bytes: a tag of more attributes than matter holds a stretch of so many without a `>`."""
_STEP = 32768
"""Bytes from one probe for a `>` within quotes to the next; a tag of more attributes than matter stands at two of them."""
_QUOTED_END = re.compile(rb"=\s*(?:\"[^\"<>]*+[<>]|'[^'<>]*+[<>])")
_TO_END = re.compile(rb"[^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>")
_VALUE = re.compile(rb"\"[^\"]*\"?|'[^']*'?")
_RAW = (b"script", b"style", b"textarea", b"title", b"xmp", b"iframe", b"noembed", b"noframes")
_TAG = re.compile(rb"<[A-Za-z][^<>]*")
_SPACES = b" \t\r\n\f/"
_NAME = re.compile(rb"<[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(rb"[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?")


def keep_limits(markup: bytes) -> tuple[bytes, bool]:
    """The markup without the attributes that are too many, and whether it was cut behind `MAX_TAGS` or `MAX_ATTRIBUTES_OF_PAGE`.

    >>> keep_limits(b"<p>Text</p>")
    (b'<p>Text</p>', False)
    """
    is_cut = len(markup) > MAX_TAGS and markup.count(b"<") > MAX_TAGS
    if is_cut:
        markup = markup[: _find_nth(markup, b"<", MAX_TAGS)]
    end = _find_attributes_end(markup)
    if end < len(markup):
        markup, is_cut = markup[:end], True
    markup = _drop_attributes(markup)
    return (_drop_hidden_attributes(markup) if _may_hide_ends(markup) else markup), is_cut


def _find_attributes_end(markup: bytes) -> int:
    """Where the tag begins whose attributes are too many for a page; its length where there is none."""
    if (
        len(markup) < 2 * MAX_ATTRIBUTES_OF_PAGE
        or len(markup) - len(markup.translate(None, _SPACES)) < MAX_ATTRIBUTES_OF_PAGE
    ):
        return len(markup)
    left = MAX_ATTRIBUTES_OF_PAGE
    for tag in _TAG.finditer(markup):
        # more of one tag are dropped, and the words of values are none
        left -= min(MAX_ATTRIBUTES, len(_VALUE.sub(b"", tag[0]).replace(b"/", b" ").split()) - 1)
        if left < 0:
            return tag.start()
    return len(markup)


def _may_hide_ends(markup: bytes) -> bool:
    """Whether a tag may go on for long though `>` stands in it, within quotes."""
    last = len(markup) - _WINDOW
    for start in range(2 * _STEP, last, 2 * _STEP):  # of two probes in a row one is among these
        if _has_quoted_end(markup, start) and (
            _has_quoted_end(markup, start - _STEP) or (start + _STEP < last and _has_quoted_end(markup, start + _STEP))
        ):
            return True
    return False


def _has_quoted_end(markup: bytes, start: int) -> bool:
    return _QUOTED_END.search(markup, start, start + _WINDOW) is not None


def _drop_hidden_attributes(markup: bytes) -> bytes:
    """The same as `_drop_attributes`, by reading each tag."""
    kept: list[bytes] = []
    done = 0
    at = markup.find(b"<")
    while at >= 0:
        end = _find_end(markup, at)
        if end - at > _STEP and (surplus := _find_surplus(markup, at)):
            kept.append(markup[done : surplus[0]])
            done = surplus[1]
        at = markup.find(b"<", max(end, done))
    return b"".join([*kept, markup[done:]])


def _find_end(markup: bytes, at: int) -> int:
    """Where a tag, a comment or an element of raw text ends that begins at a place; the end of the page if nowhere."""
    if markup.startswith(b"<!--", at):
        return markup.find(b"-->", at) % (len(markup) + 1)
    name = _NAME.match(markup, at)
    if name is None:
        return at + 1
    tag = _TO_END.match(markup, name.end())
    if tag is None:
        return len(markup)
    if name[0][1:].lower() in _RAW:
        return markup.find(b"</" + name[0][1:], tag.end()) % (len(markup) + 1)
    return tag.end()


def _find_nth(markup: bytes, mark: bytes, number: int) -> int:
    """Where the mark stands for the `number`th time, counting from 1."""
    low, high = 0, len(markup)
    seen = 0  # marks before `low`
    while high - low > 1:
        middle = (low + high) // 2
        found = markup.count(mark, low, middle)
        if seen + found >= number:
            high = middle
        else:
            low, seen = middle, seen + found
    return low


def _drop_attributes(markup: bytes) -> bytes:
    kept: list[bytes] = []
    done = 0
    in_run = False
    for start in range(0, len(markup) - _WINDOW, _WINDOW):
        if markup.find(b">", start, start + _WINDOW) >= 0:
            in_run = False
            continue
        if in_run or start < done:
            continue
        in_run = True
        before = max(done, start - _WINDOW)
        tag = markup.find(b"<", max(before, markup.rfind(b">", before, start)), start + _WINDOW)
        surplus = _find_surplus(markup, tag) if tag >= 0 else None
        if surplus is not None:
            kept.append(markup[done : surplus[0]])
            done = surplus[1]
    if not kept:
        return markup
    kept.append(markup[done:])
    return b"".join(kept)


def _find_surplus(markup: bytes, tag: int) -> tuple[int, int] | None:
    """Where the attributes beyond the limit begin and end, of the tag that begins at a place."""
    name = _NAME.match(markup, tag)
    if name is None:
        return None
    at, count, cut = name.end(), 0, 0
    while attribute := _ATTRIBUTE.match(markup, at):
        at = attribute.end()
        count += 1
        if count == MAX_ATTRIBUTES:
            cut = at
    return (cut, at) if count > MAX_ATTRIBUTES else None
