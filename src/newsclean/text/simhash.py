"""A fingerprint by which near-duplicate texts are found: 64-bit simhash over word triples.

After Charikar, "Similarity estimation techniques from rounding algorithms" (2002), and Manku, Jain and Das Sarma,
"Detecting near-duplicates for web crawling" (2007), who call pages near-duplicates when at most 3 of 64 bits differ.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter

BITS = 64
WORDS_PER_FEATURE = 3
NEAR_BITS = 3
"""Texts whose fingerprints differ in no more bits are near-duplicates."""
MAX_CHARS = 200_000
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def simhash64(text: str) -> str | None:
    """The fingerprint as 16 hex digits, the same on every machine; None where the text has no word.

    Case, punctuation, white space and compatibility forms of letters do not count. Scripts without spaces between
    words are taken letter by letter.

    >>> simhash64("Rain fell over the city on Monday.")
    '16f4506154a3a9ec'
    >>> simhash64("RAIN fell over  the city, on Monday") == simhash64("Rain fell over the city on Monday.")
    True
    """
    words = _split(unicodedata.normalize("NFKC", text[:MAX_CHARS]).casefold())
    if not words:
        return None
    last = max(1, len(words) - WORDS_PER_FEATURE + 1)
    features = Counter(" ".join(words[at : at + WORDS_PER_FEATURE]) for at in range(last))
    ones = [0] * BITS
    for feature, count in features.items():
        digest = hashlib.blake2b(feature.encode("utf-8", "replace"), digest_size=BITS // 8).digest()
        for bit, digit in enumerate(f"{int.from_bytes(digest):0{BITS}b}"):
            if digit == "1":
                ones[bit] += count
    total = features.total()
    return f"{int(''.join('1' if 2 * one > total else '0' for one in ones), 2):016x}"


def count_different_bits(first: str, second: str) -> int:
    """How many of 64 bits two fingerprints differ in.

    >>> count_different_bits("00000000000000ff", "00000000000000fe")
    1
    """
    return (int(first, 16) ^ int(second, 16)).bit_count()


def _split(text: str) -> list[str]:
    words: list[str] = []
    for word in _LETTERS_AND_DIGITS.findall(text):
        if _UNSPACED.search(word):
            words.extend(word)
        else:
            words.append(word)
    return words
