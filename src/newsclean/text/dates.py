"""Dates as pages write them → ISO 8601, with the offset and the precision that the text has.

The word tables come from the caller (`newsclean.lexicon.dates` has this shape); what is here is the grammar alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from .clock import clock_after, clock_before, clock_in, zone_offset
from .date_tokens import DateContext, DateWords, Order, Token, ascii_digits, joined, tokens_of, without_accents

Precision = Literal["month", "day", "minute", "second"]

MAX_CHARS = 400
"""A longer text is cut before any pattern sees it."""
EARLIEST_YEAR = 1900
UNSET = date(1970, 1, 1)
"""What systems write where no date was set."""
TOUCHING_CHARS = 2
"""A clock so near before a date is its own; one that stands farther behind is the next date's ("9:40 4 May, updated 11:02 4 May")."""
TOLERANCE = timedelta(hours=26)
"""A date this much later than `now` may still be today's in another zone."""


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A date as ISO 8601, how precise it is, and where it stood: `text[start:end]`."""

    iso: str
    precision: Precision
    start: int = 0
    end: int = 0

    @property
    def day(self) -> date | None:
        """The day as written; None where only the month is known."""
        return date.fromisoformat(self.iso[:10]) if len(self.iso) >= 10 else None


_ISO = re.compile(
    r"(?<![\d.])(\d{4})-?([01]\d)-?([0-3]\d)(?:[T_ ]{1,2}([0-2]\d):?([0-5]\d)(?::?([0-6]\d)(?:[.,:](\d{1,9}))?)?"
    r"\s?(Z|UTC|GMT|[+\-−]\d\d(?::?\d\d)?(?![\d:]))?)?(?![\d])"
)
_ODD_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?!\d)")
_EPOCH = re.compile(r"^1\d{9}(?:\d{3})?$")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:([0-2]\d)([0-5]\d)([0-5]\d)?)?$")
_ROMAN_MONTHS = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12}
"""Months between a day and a year ("1 XII 2023"); those of one letter are words of too many languages."""
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}


def order_of(language: str | None, country: str | None, words: DateWords) -> Order:
    """How a language (and for English the country) orders a date written in numbers."""
    code = (language or "").lower().replace("_", "-")
    base = code.split("-")[0]
    if base in words.YEAR_FIRST_LANGUAGES:
        return "ymd"
    if base not in ("en", ""):
        return "dmy"
    places = {p for p in (*code.split("-")[1:], (country or "").lower()) if p}
    if places & words.DAY_FIRST_COUNTRIES or not (base or country):
        return "dmy"
    return "mdy"


@lru_cache(maxsize=256)
def _month_table(words: DateWords, language: str) -> Mapping[str, int]:
    """Word → month for one language first, the others behind it."""
    table: dict[str, int] = {}
    names = words.MONTHS
    for line in ([names[language]] if language in names else []) + list(names.values()):
        for number, alternatives in enumerate(line.split(), 1):
            for word in alternatives.split("|"):
                table.setdefault(word, number)
    for word, number in [(word, number) for word, number in table.items() if not word.isascii()]:
        table.setdefault(without_accents(word), number)  # capitals go without ("ΜΑΡΤΙΟΥ"), and so do keyboards
    return table


@lru_cache(maxsize=4)
def _solar_table(words: DateWords) -> Mapping[str, int]:
    return {w: n for n, line in enumerate(words.SOLAR_HIJRI_MONTHS.split(), 1) for w in line.split("|")}


def parse_iso(text: str, now: datetime | None = None) -> ParsedDate | None:
    """The date of a machine-written string (ISO 8601 in its forms, compact, epoch seconds), or None.

    >>> parse_iso("2026-03-04T08:15:00+0100").iso
    '2026-03-04T08:15:00+01:00'
    >>> parse_iso("2026-03-04").precision
    'day'
    """
    text = ascii_digits(text[:MAX_CHARS].strip())
    odd = _ODD_ISO.match(text)
    if odd:
        clock = ":".join(part.zfill(2) for part in odd.groups()[3:] if part)
        text = f"{odd[1]}-{odd[2].zfill(2)}-{odd[3].zfill(2)}T{clock}{text[odd.end() :]}"
    found = _ISO.match(text)
    if found:
        return _from_iso(found, now)
    if _EPOCH.match(text):
        moment = datetime.fromtimestamp(int(text[:10]), tz=UTC)
        return _checked(moment.isoformat(), "second", 0, len(text), now)
    compact = _COMPACT.match(text)
    if compact:
        y, m, d, hour, minute, second = compact.groups()
        clock = f"T{hour}:{minute}" + (f":{second}" if second else "") if hour else ""
        return _checked(f"{y}-{m}-{d}{clock}", _precision(clock), 0, len(text), now)
    return None


def _precision(clock: str) -> Precision:
    return "day" if not clock else "second" if clock.count(":") > 1 else "minute"


def _from_iso(found: re.Match[str], now: datetime | None) -> ParsedDate | None:
    y, m, d, hour, minute, second, fraction, zone = found.groups()
    if not hour:
        return _checked(f"{y}-{m}-{d}", "day", found.start(), found.end(), now)
    clock = f"T{hour}:{minute}" + (f":{second}" if second else "") + (f".{fraction[:6]}" if fraction else "")
    iso = f"{y}-{m}-{d}{clock}{_offset(zone)}"
    return _checked(iso, "second" if second else "minute", found.start(), found.end(), now)


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{'+' if zone[0] == '+' else '-'}{digits[:2]}:{digits[2:]}"


def _checked(iso: str, precision: Precision, start: int, end: int, now: datetime | None) -> ParsedDate | None:
    """The date if the calendar has it and it is not later than `now`; a clock that cannot be is left out."""
    try:
        day = date.fromisoformat(iso[:10] if precision != "month" else iso + "-01")
    except ValueError:
        return None
    if day.year < EARLIEST_YEAR or day.year > 2200 or (now is not None and day > (now + TOLERANCE).date()):
        return None
    if day == UNSET:
        return None
    if len(iso) > 10:
        try:
            moment = datetime.fromisoformat(re.sub(r"\.\d+", "", iso))
        except ValueError:
            return ParsedDate(iso[:10], "day", start, end)
        if now is not None and moment.tzinfo is not None and moment > _aware(now) + TOLERANCE:
            return None
    return ParsedDate(iso, precision, start, end)


def _aware(now: datetime) -> datetime:
    return now if now.tzinfo is not None else now.replace(tzinfo=UTC)


def parse_date(
    text: str, words: DateWords, language: str | None = None, now: datetime | None = None, order: Order | None = None
) -> ParsedDate | None:
    """The first date of a string, most exact form first; None where there is none, or a relative one ("2 hours ago").

    Args:
        language: BCP 47; its month names and its order of numbers come first.
        now: dates later than this are refused.
        order: of dates in numbers; by default what the language has.
    """
    found = parse_iso(text, now)
    if found is not None and (len(found.iso) > 10 or len(text) < found.end + 3):
        return found
    dates = find_dates(text, words, language, now, order)
    return next((d for d in dates if d.precision != "month"), dates[0] if dates else None)


def find_dates(
    text: str, words: DateWords, language: str | None = None, now: datetime | None = None, order: Order | None = None
) -> list[ParsedDate]:
    """All dates of a text in their order, each with the clock time that stands beside it."""
    text = ascii_digits(text[:MAX_CHARS])
    if not any(map(text.__contains__, "0123456789")):
        return []
    text = joined(text)
    base = (language or "").lower().replace("_", "-").split("-")[0]
    context = DateContext(
        words, _month_table(words, base), _solar_table(words), order or order_of(language, None, words), base == "fa"
    )
    tokens = tokens_of(text)
    dates: list[ParsedDate] = []
    position = 0
    while position < len(tokens):
        found = _date_at(tokens, position, context)
        if found is None:
            position += 1
            continue
        iso, first, after = found
        parsed, after = _with_clock(text, tokens, (iso, first, after), context, now)
        if parsed is not None:
            dates.append(parsed)
        position = max(after, position + 1)
    return dates


_Found = tuple[str, int, int]
"""ISO day or month, first token, token after the last."""


def _date_at(tokens: list[Token], i: int, context: DateContext) -> _Found | None:
    """The date that begins with token i, or None."""
    token = tokens[i]
    if token.number >= 0:
        return _numeric(tokens, i, context) or _day_month(tokens, i, context)
    if token.text in _ERAS and i + 1 < len(tokens):
        return _era(tokens, i)
    month = _month(token.text, context)
    return _month_first(tokens, i, month, context) if month else None


def _month(word: str, context: DateContext) -> int:
    """1–12, 101–112 for a month of the Persian calendar, 0 for no month."""
    if word in context.months:
        return context.months[word]
    if word in context.solar:
        return 100 + context.solar[word]
    return 0


def _iso_day(year: int, month: int, day: int, context: DateContext) -> str | None:
    if 2443 <= year <= 2643:  # the Buddhist era of Thai pages
        year -= 543
    if month > 100 or (context.persian and 1300 <= year <= 1450):
        return _from_solar_hijri(year, month % 100, day)
    if not (1 <= month <= 12 and 1 <= day <= 31 and EARLIEST_YEAR <= year <= 2200):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _from_solar_hijri(year: int, month: int, day: int) -> str | None:
    """Arithmetic of the 33-year cycle, right from 1799 to 2256."""
    if not (1200 <= year <= 1500 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    days = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    years = year - 979
    total = 365 * years + years // 33 * 8 + (years % 33 + 3) // 4 + days + day - 1 + 79
    try:
        return (date(1600, 1, 1) + timedelta(days=total)).isoformat()
    except (ValueError, OverflowError):
        return None


def _full_year(token: Token) -> int:
    """A year of four digits, or two with the century that makes it at most 2049; 0 for none."""
    if len(token.text) == 4:
        return token.number
    if len(token.text) == 2:
        return 2000 + token.number if token.number < 50 else 1900 + token.number
    return 0


def _era(tokens: list[Token], i: int) -> _Found | None:
    part = tokens[i + 1 : i + 7]
    if len(part) >= 5 and part[0].is_number and part[2].is_number and part[4].is_number and part[1].text == "年":
        year = _ERAS[tokens[i].text] + part[0].number
        return f"{year:04}-{part[2].number:02}-{part[4].number:02}", i, i + 7 if len(part) > 5 else i + 6
    return None


_SEPARATORS = frozenset("./-–—年년月월、・·") | {"tháng", "năm"}


def _numeric(tokens: list[Token], i: int, context: DateContext) -> _Found | None:
    """Three numbers with separators: 2026-03-04, 04.03.2026, 4/3/26, 2026年3月4日, 2026. 3. 4."""
    if i + 4 >= len(tokens):
        return None
    a, s, b, t, c = tokens[i : i + 5]
    if not (a.is_number and b.is_number and c.is_number and s.text in _SEPARATORS):
        return None
    if t.text not in _SEPARATORS and not (s.text == "tháng" and t.text in ",/"):
        return None
    after = i + 6 if i + 5 < len(tokens) and tokens[i + 5].text in ("日", "일", "号", "號") else i + 5
    if len(a.text) == 4:
        iso = _iso_day(a.number, b.number, c.number, context)
        return (iso, i, after) if iso else None
    if _is_no_year(tokens, after, t):
        return None
    units = s.text in ("年", "년")
    parted = not units and s.text != t.text and s.text != "tháng"
    if parted or len(a.text) > 2 or len(b.text) > 2 or _is_middle(tokens, i):
        return None
    order: Order = "ymd" if units else context.order
    if (s.text in (".", "tháng") and order == "mdy") or (len(c.text) == 4 and order == "ymd"):
        order = "dmy"
    if len(c.text) not in (2, 4) or (s.text in "-–—" and len(c.text) == 2):
        return None
    return _ordered((a, b, c), order, (i, after), context)


def _is_no_year(tokens: list[Token], after: int, separator: Token) -> bool:
    """Whether what follows the third number makes it a clock, or a part of an address or a version."""
    third = tokens[after - 1]
    following = tokens[after] if after < len(tokens) else None
    if following is None:
        return False
    if len(third.text) == 4:
        return following.text == ":" and following.start == third.end  # "28.09.1912:44": two digits glued to a clock
    if following.text in (":", "uhr", "h"):
        return third.start > separator.end  # "02.12. 14:05"
    glued = following.text == separator.text and following.start == third.end
    return (
        glued and after + 1 < len(tokens) and tokens[after + 1].is_number and tokens[after + 1].start == following.end
    )


def _is_middle(tokens: list[Token], i: int) -> bool:
    """Whether token i goes on with something longer (a version, an amount, a phone number), not behind a clock."""
    glued = i > 0 and tokens[i - 1].text in (".", ",", ":", "-", "/") and tokens[i - 1].end == tokens[i].start
    return glued and not (i > 3 and tokens[i - 3].text == ":" and tokens[i - 2].is_number)  # "16:30/28.11.2011"


def _ordered(
    numbers: tuple[Token, Token, Token], order: Order, span: tuple[int, int], context: DateContext
) -> _Found | None:
    a, b, c = numbers
    if order == "ymd":
        tries = [(_full_year(a), b.number, c.number)]
    else:
        day_first, month_first = (_full_year(c), b.number, a.number), (_full_year(c), a.number, b.number)
        tries = [day_first, month_first] if order == "dmy" else [month_first, day_first]
    for year, month, day in tries:
        iso = _iso_day(year, month, day, context) if year else None
        if iso:
            return iso, *span
    return None


def _next(tokens: list[Token], i: int, context: DateContext, limit: int = 4) -> int:
    """Index of the first token from i on that is no filler of a date; len(tokens) where none is near."""
    end = min(len(tokens), i + limit)
    while i < end:
        token = tokens[i]
        if token.is_number or not (token.text in ".,'’`-–/،" or token.text in context.words.DAY_WORDS):
            return i
        i += 1
    return i


def _year_at(tokens: list[Token], i: int) -> int:
    """The year that token i is, 0 for none; two digits before a colon are a clock."""
    if i >= len(tokens) or not tokens[i].is_number:
        return 0
    if (
        len(tokens[i].text) == 2
        and i + 1 < len(tokens)
        and tokens[i + 1].text in (":", "h", "uhr", ".", "%", "時", "时", "시")
    ):
        return 0
    return _full_year(tokens[i])


def _day_month(tokens: list[Token], i: int, context: DateContext) -> _Found | None:
    """4 March 2026, 4. März 2026, 4 de marzo de 2026; 2026 March 4."""
    at = _next(tokens, i + 1, context)
    name = tokens[at].text if at < len(tokens) and not tokens[at].is_number else ""
    month = _month(name, context) or _ROMAN_MONTHS.get(name, 0)
    number = tokens[i]
    if not month:
        return _year_day_month(tokens, i, at, context) if len(number.text) == 4 else None
    if at + 2 < len(tokens) and tokens[at + 1].text == "/" and _month(tokens[at + 2].text, context) == month:
        at += 2  # the Arab east has two names for each ("آذار/مارس")
    if len(number.text) == 4:
        day = _next(tokens, at + 1, context)
        if day < len(tokens) and tokens[day].is_number and len(tokens[day].text) <= 2:
            iso = _iso_day(number.number, month, tokens[day].number, context)
            return (iso, i, day + 1) if iso else None
        return None
    if len(number.text) > 2 or _is_minutes(tokens, i):
        return None
    year = _next(tokens, at + 1, context, 5)
    value = _year_at(tokens, year)
    if value and len(tokens[year].text) == 2 and "ก" <= name[0] <= "ฮ":
        value = 2500 + tokens[year].number  # Thai pages count in the Buddhist era
    iso = _iso_day(value, month, number.number, context) if value else None
    return (iso, i, year + 1) if iso else None


def _is_minutes(tokens: list[Token], i: int) -> bool:
    """Whether the number is a clock's minutes ("10:05, March 24, 2026")."""
    if i < 2 or tokens[i - 1].text != ":" or not tokens[i - 2].is_number:
        return False
    return tokens[i - 2].end == tokens[i - 1].start and tokens[i - 1].end == tokens[i].start


def _year_day_month(tokens: list[Token], i: int, at: int, context: DateContext) -> _Found | None:
    """2026. gada 4. martā, the Latvian way."""
    if at >= len(tokens) or len(tokens[at].text) > 2 or "gada" not in [t.text for t in tokens[i + 1 : at]]:
        return None
    name = _next(tokens, at + 1, context)
    month = _month(tokens[name].text, context) if name < len(tokens) and not tokens[name].is_number else 0
    iso = _iso_day(tokens[i].number, month, tokens[at].number, context) if month else None
    return (iso, i, name + 1) if iso else None


def _month_first(tokens: list[Token], i: int, month: int, context: DateContext) -> _Found | None:
    """March 4, 2026; Mar 4 08:15:00 CET 2026; March 2026."""
    first = _next(tokens, i + 1, context, 3)
    if first >= len(tokens) or not tokens[first].is_number:
        return None
    if len(tokens[first].text) == 4:
        iso = _iso_day(tokens[first].number, month, 1, context)
        if not iso or tokens[first].start - tokens[i].end > 4:
            return None
        return iso[:7], i, first + 1
    if len(tokens[first].text) > 2:
        return None
    day = tokens[first].number
    year = _next(tokens, first + 1, context, 5)
    value = _year_at(tokens, year)
    if not value:
        year = _year_after_clock(tokens, first + 1)
        value = _year_at(tokens, year)
    iso = _iso_day(value, month, day, context) if value else None
    return (iso, i, year + 1) if iso else None


def _year_after_clock(tokens: list[Token], i: int) -> int:
    """Index of a year behind a clock time, as mail and logs have it; len(tokens) for none."""
    for at in range(i, min(len(tokens), i + 10)):
        if tokens[at].is_number and len(tokens[at].text) == 4:
            return at if any(t.text == ":" for t in tokens[i:at]) else len(tokens)
    return len(tokens)


def _with_clock(
    text: str, tokens: list[Token], found: _Found, context: DateContext, now: datetime | None
) -> tuple[ParsedDate | None, int]:
    """The date with the time that stands inside, behind or before it; and the token after it all."""
    iso, first, after = found
    start, end = tokens[first].start, tokens[after - 1].end
    if len(iso) == 7:
        return _checked(iso, "month", start, end, now), after
    clock = clock_in(text, tokens, first, after, context) or clock_after(text, tokens, after, context)
    if clock is None or clock[2] - end > TOUCHING_CHARS:
        before = clock_before(text, tokens, first, context)
        clock = before if before is not None and (clock is None or start - before[3] <= TOUCHING_CHARS) else clock
    if clock is None:
        return _checked(iso, "day", start, end, now), after
    hms, zone, begin, stop, following = clock
    full = f"{iso}T{hms}{zone_offset(zone, iso, context)}"
    precision: Precision = "second" if hms.count(":") > 1 else "minute"
    return _checked(full, precision, min(start, begin), max(end, stop), now), max(after, following)
