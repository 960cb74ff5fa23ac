"""Clock times that stand inside, behind or before a date: half of the day, zone, the units of each script."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .date_tokens import DateContext, Token

_OFFSET = re.compile(r"\s?\(?(?:UTC|GMT|Z)?\s?([+\-−])(\d{1,2}):?(\d\d)?\b")
_HOUR_MARKS = frozenset((":", ".", "h", "時", "时", "點", "点", "시", "："))
_GAP_CHARS = 24
"""Farther than this behind the date, a clock time belongs to something else."""
_GAP_BEFORE_CHARS = 10


Clock = tuple[str, str, int, int, int]
"""HH:MM[:SS], zone as written, start and end in the text, token after it."""


def clock_in(text: str, tokens: list[Token], first: int, after: int, context: DateContext) -> Clock | None:
    """The clock inside a date whose year comes last ("Mar 5 08:15:00 CET 2024")."""
    for i in range(first + 2, after - 1):
        if tokens[i].is_number and tokens[i + 1].text == ":":
            return _clock_at(text, tokens, i, context)
    return None


def clock_after(text: str, tokens: list[Token], i: int, context: DateContext) -> Clock | None:
    """The clock that stands close behind a date which ends before token i."""
    if i >= len(tokens):
        return None
    end = tokens[i - 1].end
    for at in range(i, min(len(tokens), i + 7)):
        token = tokens[at]
        if token.start - end > _GAP_CHARS:
            return None
        if token.is_number:
            return _clock_at(text, tokens, at, context)
    return None


def clock_before(text: str, tokens: list[Token], first: int, context: DateContext) -> Clock | None:
    """The clock that stands close before a date which begins at token `first`."""
    start = tokens[first].start
    for at in range(first - 1, max(-1, first - 12), -1):
        token = tokens[at]
        if start - token.end > _GAP_CHARS:
            return None
        if not token.is_number or (tokens[at - 1].text in _HOUR_MARKS and at > 1 and tokens[at - 2].is_number):
            continue
        if text[max(0, token.start - 1)].isalpha() and text[max(0, token.start - 1)].isascii():
            continue  # the end of an account's name ("jdoe1 am 20.09.2020")
        if tokens[first - 1].text in "-–—" and tokens[at + 1].text == ".":
            continue  # "1.12.–3.12.2023": the day before
        if at + 1 < len(tokens) and (tokens[at + 1].text in _HOUR_MARKS or _is_half(tokens, at + 1, context)):
            clock = _clock_at(text, tokens, at, context)
            if clock is not None and start - clock[3] <= _GAP_BEFORE_CHARS:
                return clock
    return None


def _is_half(tokens: list[Token], i: int, context: DateContext) -> bool:
    if i >= len(tokens):
        return False
    word = tokens[i].text
    return word in context.words.AM_WORDS or word in context.words.PM_WORDS


def _clock_at(text: str, tokens: list[Token], i: int, context: DateContext) -> Clock | None:
    """The clock time whose hour is token i: 8:15, 8.15, 8h15, 8時15分, 8 pm, with half of the day and zone."""
    hour_token = tokens[i]
    if len(hour_token.text) == 4 and i + 1 < len(tokens) and tokens[i + 1].text in ("hrs", "uhr", "hours", "h"):
        return _military(tokens, i)
    if len(hour_token.text) > 2 or hour_token.number > 24:
        return None
    hour, minute, second, at = hour_token.number, 0, -1, i + 1
    if at < len(tokens) and tokens[at].text in _HOUR_MARKS and at + 1 < len(tokens) and _is_minute(tokens, at + 1):
        minute, at = tokens[at + 1].number, at + 2
        if at + 1 < len(tokens) and tokens[at].text in (":", "分", "분") and _is_minute(tokens, at + 1):
            second, at = tokens[at + 1].number, at + 2
    elif not (
        _is_half(tokens, at, context) or (at < len(tokens) and tokens[at].text in ("uhr", "h", "時", "时", "시"))
    ):
        return None
    while at < len(tokens) and tokens[at].text in ("分", "분", "秒", "초", "uhr", "h", "น"):
        at += 1
    hour, at = _half_of_day(tokens, i, at, hour, context)
    if hour > 23:
        return None
    hms = f"{hour:02}:{minute:02}" + (f":{second:02}" if second >= 0 else "")
    zone, stop, at = _zone_at(text, tokens, at, context)
    return hms, zone, hour_token.start, stop, at


def _is_minute(tokens: list[Token], i: int) -> bool:
    """Whether token i is minutes or seconds: two digits, or one before its unit ("午後2時5分")."""
    token = tokens[i]
    unit = i + 1 < len(tokens) and tokens[i + 1].text in ("分", "분", "秒", "초")
    return token.is_number and (len(token.text) == 2 or (unit and len(token.text) == 1)) and token.number < 60


def _military(tokens: list[Token], i: int) -> Clock | None:
    hour, minute = divmod(tokens[i].number, 100)
    if hour > 23 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}", "", tokens[i].start, tokens[i + 1].end, i + 2


def _half_of_day(tokens: list[Token], i: int, at: int, hour: int, context: DateContext) -> tuple[int, int]:
    """The hour on the 24-hour clock and the token after "a.m."; the half may stand before the hour (上午, 오후)."""
    words = context.words
    before = tokens[i - 1].text if i else ""
    after = tokens[at].text if at < len(tokens) else ""
    half = ""
    if after in words.AM_WORDS or after in words.PM_WORDS:
        half, at = after, at + 1
        if half in ("a", "p"):
            tail = [t.text for t in tokens[at : at + 3]]
            if tail[:2] != [".", "m"]:
                return hour, at - 1
            at += 3 if tail[2:] == ["."] else 2
        elif at < len(tokens) and tokens[at].text == "." and tokens[at].start == tokens[at - 1].end:
            at += 1
    elif len(before) > 1 and (before in words.AM_WORDS or before in words.PM_WORDS):
        half = before
    if half in words.PM_WORDS and hour < 12:
        hour += 12
    elif half and half in words.AM_WORDS and hour == 12:
        hour = 0
    return hour, at


def _zone_at(text: str, tokens: list[Token], at: int, context: DateContext) -> tuple[str, int, int]:
    """The zone behind a clock as "+01:00" or its name, where it ends, and the token after it."""
    end = tokens[at - 1].end
    offset = _OFFSET.match(text, end)
    if offset and (offset[3] or len(offset[0].strip(" (")) > 3):
        stop = offset.end()
        while at < len(tokens) and tokens[at].start < stop:
            at += 1
        sign = "+" if offset[1] == "+" else "-"
        return f"{sign}{int(offset[2]):02}:{offset[3] or '00'}", stop, at
    i = at
    while i < len(tokens) and tokens[i].text in ("(", "uhr", ",") and i < at + 2:
        i += 1
    if i < len(tokens) and tokens[i].start - end <= 3 + (i - at) * 4:
        word = tokens[i].text
        raw = text[tokens[i].start : tokens[i].end]
        if (word in context.words.ZONES or word in context.words.SEASONAL_ZONES) and raw.isupper():
            return word, tokens[i].end, i + 1
    return "", end, at


def zone_offset(zone: str, iso: str, context: DateContext) -> str:
    """The offset of a zone as "+01:00"; a North American one without season by the day of the date."""
    if not zone or zone[0] in "+-":
        return zone
    if zone in context.words.ZONES:
        return context.words.ZONES[zone]
    hours = context.words.SEASONAL_ZONES[zone] + _is_american_summer(iso)
    return f"-{-hours:02}:00"


def _is_american_summer(iso: str) -> bool:
    """Second Sunday of March to first Sunday of November."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return False
    march, november = date(day.year, 3, 1), date(day.year, 11, 1)
    begin = march + timedelta(days=(6 - march.weekday()) % 7 + 7)
    return begin <= day < november + timedelta(days=(6 - november.weekday()) % 7)
