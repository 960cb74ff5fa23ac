"""The likeliest encoding of text that is not UTF-8 and declares nothing that holds.

Text that is mostly not ASCII is told by the most frequent characters of its script, the rest by the language that the page
declares or, where it declares none, by the letters that each language has beside those of ASCII.
"""

from __future__ import annotations

import re

from .charset_labels import CODECS

SAMPLE_BYTES = 8192  # of non-ASCII stretches
SEARCHED_BYTES = 16 * SAMPLE_BYTES
LEAST_FREQUENT = 3  # different East Asian characters in what is mostly ASCII; fewer are chance

_HIGH_STRETCH = re.compile(rb"[^\n<>]{0,40}[\x80-\xff][^<>]{0,400}")
_LANG = re.compile(rb"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([a-z]{2})", re.I)

_KANA = "".join(map(chr, [*range(0x3041, 0x3097), *range(0x30A1, 0x30FD), 0x3001, 0x3002]))
_SIMPLIFIED = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会对，。、年日月新"
_TRADITIONAL = "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會對，。、年日月新"
_HANGUL = "이다는을의에가고하한지로사도기은를서인들해일대정"

# encoding: (its frequent characters, their least share among the non-ASCII characters). The shares lie far below
# what such text has (kana 45%, hanzi 20%, syllables 30%) and far above what other bytes give by chance (under 5%).
_EAST_ASIAN: dict[str, tuple[frozenset[str], float]] = {
    "euc-jp": (frozenset(_KANA), 0.25),
    "shift_jis": (frozenset(_KANA), 0.25),
    "euc-kr": (frozenset(_HANGUL), 0.15),
    "gb18030": (frozenset(_SIMPLIFIED), 0.1),
    "big5": (frozenset(_TRADITIONAL), 0.1),
}

# Text by the language the page declares, where the bytes alone say too little. Latin languages of the West share one.
_BY_LANGUAGE: dict[str, str] = {
    language: encoding
    for encoding, languages in {
        "windows-1250": "pl cs sk hu sl hr ro bs sq",
        "windows-1251": "ru uk bg be sr mk kk ky",
        "windows-1252": "en de fr es it pt nl sv da no nb nn fi is ca gl eu ga af id ms lb",
        "windows-1253": "el",
        "windows-1254": "tr az",
        "windows-1255": "he iw",
        "windows-1256": "ar fa ur",
        "windows-1257": "lt lv et",
        "windows-1258": "vi",
        "windows-874": "th",
    }.items()
    for language in languages.split()
}
# Scripts of one byte a letter: their frequent letters, and the share of the letters that these are in text of the script.
# The bytes of one script are seldom those of another's frequent letters.
_CYRILLIC = frozenset("оеаинтсрвлкмдпуябыіїє"), 0.88
_GREEK = frozenset("αοιετσνηυρπκμλςάόίέήύώ"), 0.92
_ARABIC = frozenset("اليمونرتبةعدسفهكقأحپچگی"), 0.92
_HEBREW = frozenset("יוהלאתרבשמ"), 0.72
_THAI = frozenset("านรอกเงมยลวดทสตะปบคแหจพชใไโข่้ีัิุู็์"), 0.92
_ONE_BYTE: dict[str, tuple[frozenset[str], float]] = {
    "windows-1251": _CYRILLIC, "koi8-r": _CYRILLIC, "koi8-u": _CYRILLIC, "ibm866": _CYRILLIC, "iso-8859-5": _CYRILLIC,
    "x-mac-cyrillic": _CYRILLIC, "windows-1253": _GREEK, "iso-8859-7": _GREEK, "windows-1255": _HEBREW,
    "windows-1256": _ARABIC, "iso-8859-6": _ARABIC, "windows-874": _THAI,
}  # fmt: skip
# The letters that a language has beside ASCII's, small ones, by the encodings of its pages; of equal ones the first counts.
_WESTERN = (
    "äöüß", "éèêëàâçùûîïôœ", "áéíóúñü", "ãõçáâêôàéíóú", "àèéìíòóù", "éëïöèüó", "åäöé", "æøåé", "áéíóúýþæðö", "àéèíïòóúüç", "çë", "äöüõ"
)  # fmt: skip
_CENTRAL = "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"
_LATIN: dict[str, tuple[str, ...]] = {
    "windows-1252": _WESTERN, "windows-1250": _CENTRAL, "iso-8859-2": _CENTRAL, "windows-1254": ("çğıiöşüâî",),
    "windows-1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöüõšž"), "windows-1258": ("ăâđêôơưáàéèíóúù\u0300\u0301\u0303\u0309\u0323",),
    "iso-8859-15": _WESTERN,
}  # fmt: skip
_SIGNS = frozenset("„“”‘’‚–—…•·€£§©®°«»¿¡ªº\u00a0")
"""What stands between the words of any of them."""
_LEAST_LATIN_SHARE = 0.5
_LEAST_SHARE = 0.6
"""So many of the letters must be the frequent ones of a script, by the share that these usually are."""
_ASCII_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LATIN_SHARE = 0.35  # of non-ASCII among letters: stretches of Latin text have under 0.3, other scripts over 0.5


def detect(body: bytes) -> str | None:
    """The WHATWG name of the likeliest encoding, or None where nothing fits.

    >>> detect("<p>Железнодорожная забастовка закончилась</p>".encode("koi8-r"))
    'koi8-r'
    """
    sample = b"\n".join(m[0] for m in _HIGH_STRETCH.finditer(body[:SEARCHED_BYTES]))[:SAMPLE_BYTES]
    if not sample:
        sample = body[-SAMPLE_BYTES:]
    is_latin = _non_ascii_share(sample) <= _LATIN_SHARE
    encoding = _find_east_asian(sample, LEAST_FREQUENT if is_latin else 1)
    if encoding is None and not is_latin:
        encoding = _find_one_byte(sample) or _by_language(body, sample, latin=False)
    return encoding or _by_language(body, sample, latin=True) or _find_latin(sample)


def _non_ascii_share(sample: bytes) -> float:
    """Share of the letters that are not ASCII, 0–1."""
    high = sum(1 for b in sample if b > 0x7F)
    ascii_letters = len(sample) - len(sample.translate(None, _ASCII_LETTERS))
    return high / (high + ascii_letters or 1)


def _find_east_asian(sample: bytes, least_frequent: int) -> str | None:
    best, best_ratio = None, 1.0
    for encoding, (frequent, least) in _EAST_ASIAN.items():
        high = [c for c in sample.decode(CODECS[encoding], "replace") if c > "\x7f"]
        if high.count("\ufffd") * 20 > len(high):
            continue
        ratio = sum(1 for c in high if c in frequent) / (len(high) or 1) / least
        if ratio > best_ratio and len(frequent.intersection(high)) >= least_frequent:
            best, best_ratio = encoding, ratio
    return best


def _find_one_byte(sample: bytes) -> str | None:
    """The encoding in which most of the letters are the frequent ones of its script; of equal ones the first."""
    best, best_share = None, _LEAST_SHARE
    for encoding, (frequent, usual) in _ONE_BYTE.items():
        high = [c for c in sample.decode(CODECS[encoding], "replace") if c > "\x7f"]
        share = sum(1 for c in high if c in frequent) / (len(high) or 1) / usual
        if share > best_share:
            best, best_share = encoding, share
    return best


def _by_language(body: bytes, sample: bytes, *, latin: bool) -> str | None:
    """The encoding of the declared language, if that is written in Latin letters or, as asked, is not."""
    declared = _LANG.search(body[:SAMPLE_BYTES])
    encoding = _BY_LANGUAGE.get(declared[1].decode("ascii").lower()) if declared else None
    if encoding is None or (encoding in _LATIN) != latin:
        return None
    return _central_european(sample) if encoding == "windows-1250" else encoding


def _central_european(sample: bytes) -> str:
    """ISO-8859-2 where its own places for ą ś ź Ą Ś are used and Windows-1250's places for ś ź are not."""
    windows = sum(map(sample.count, (b"\xb9", b"\x9c", b"\x9f", b"\x8c", b"\xa5", b"\x9a", b"\x9e")))
    latin2 = sum(map(sample.count, (b"\xb1", b"\xb6", b"\xbc", b"\xa6", b"\xa1", b"\xa9", b"\xae")))
    return "iso-8859-2" if latin2 > windows else "windows-1250"


def _find_latin(sample: bytes) -> str | None:
    """The encoding in which most of what is not ASCII are letters of one language; of equal ones the first.

    A sign counts half: in another encoding its byte is a letter.
    """
    best, most = None, _LEAST_LATIN_SHARE
    for encoding, languages in _LATIN.items():
        high = [c for c in sample.decode(CODECS[encoding], "replace").lower() if c > "\x7f"]
        signs = sum(1 for c in high if c in _SIGNS) / 2
        for letters in languages:
            share = (signs + sum(1 for c in high if c in letters)) / (len(high) or 1)
            if share > most:
                best, most = encoding, share
    return best
