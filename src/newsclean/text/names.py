"""Whether a string is shaped like a person's name, in the scripts that news is written in."""

from __future__ import annotations

import re
from typing import Literal

Script = Literal["cased", "han", "hangul", "kana", "other", "none"]

MAX_CHARS = 60
_PUNCTUATION = frozenset("'’`´.-‐‑·ʼ‘")
_BAD = re.compile(r"[\d@:;/\\|<>#$%&*+=?!_{}\[\]“”\"„…•()]|https?|www\.")


def script_of(text: str) -> Script:
    """The script of a name, told by its first telling letter."""
    for c in text:
        if not c.isalpha():
            continue
        if c < "\u0590" or "\u10a0" <= c <= "\u10ff" or "\u1e00" <= c <= "\u1fff":
            return "cased"
        if "\u3040" <= c <= "\u30ff":
            return "kana"
        if c == "々" or "\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf":
            return "han"
        if "\uac00" <= c <= "\ud7a3":
            return "hangul"
        return "other"
    return "none"


def is_initial(word: str) -> bool:
    """Whether the word is an initial: "J.", "J.R.", "R"."""
    letters = word.replace(".", "").replace("-", "")
    return (
        bool(letters)
        and letters.isalpha()
        and letters.isupper()
        and (len(letters) == 1 or ("." in word and len(letters) <= 3))
    )


def is_name_word(word: str) -> bool:
    """A capitalised word of letters, hyphens and apostrophes: "O’Regan", "Anne-Marie", "McKay", "al-Hilfi"."""
    bare = word.strip(".,'’‘ʿ")
    if len(bare) < 2 or len(bare) > 24:
        return False
    if bare.isalpha():
        return bare[0].isupper()
    if not all(c.isalpha() or c in _PUNCTUATION or "\u0300" <= c <= "\u036f" for c in bare):
        return False
    return any(part[:1].isupper() for part in re.split("[-‐‑'’]", bare))


def looks_like_name(
    text: str,
    stop_words: frozenset[str] = frozenset(),
    particles: frozenset[str] = frozenset(),
    surnames: frozenset[str] = frozenset(),
) -> bool:
    """True for the shape of a person's full name; one word alone is none.

    stop_words: words that no name has, casefolded. particles: small words that names may have ("van", "bin").
    surnames: first characters of Chinese and Korean names; without them any of fitting length will do.
    """
    text = text.strip()
    if not 2 <= len(text) <= MAX_CHARS or _BAD.search(text):
        return False
    script = script_of(text)
    if script == "cased":
        return _cased(text, stop_words, particles)
    if script == "han":
        return _han(text, surnames)
    if script == "hangul":
        bare = text.replace(" ", "")
        return 2 <= len(bare) <= 4 and script_of(bare[-1]) == "hangul" and (not surnames or bare[0] in surnames)
    if script == "kana":
        return 2 <= len(text.replace(" ", "")) <= 14 and all(script_of(c) in ("kana", "han", "none") for c in text)
    if script == "other":
        return _caseless(text, stop_words)
    return False


def _cased(text: str, stop_words: frozenset[str], particles: frozenset[str]) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 7:
        return False
    full = initials = 0
    for i, word in enumerate(words):
        folded = word.lower().strip(".,")
        if is_initial(word):
            initials += 1
        elif folded in particles and i < len(words) - 1 and (i or len(words) > 2):
            continue
        elif folded in stop_words or folded.endswith(("'s", "’s")):
            return False
        elif is_name_word(word):
            full += 1
        else:
            return False
    return (full >= 2 or (full == 1 and initials >= 1)) and full <= 5


def _han(text: str, surnames: frozenset[str]) -> bool:
    bare = re.sub(r"[\s·・]", "", text)
    if not all(script_of(c) in ("han", "kana") for c in bare):
        return False
    if len(bare) in (2, 3) or (len(bare) == 4 and " " not in text):
        return not surnames or bare[0] in surnames
    return 4 <= len(bare) <= 7 and not surnames


def _caseless(text: str, stop_words: frozenset[str]) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 5 or any(w in stop_words for w in words):
        return False
    return all(2 <= len(w) <= 18 for w in words)


def is_mononym(text: str) -> bool:
    """One word that may be a pen name or a handle: "Regan", "jdadmin", "c1ph4". Only with other evidence."""
    text = text.strip()
    return (
        2 <= len(text) <= 25
        and " " not in text
        and any(map(str.isalpha, text))
        and all(c.isalnum() or c in "._-'’" for c in text)
    )
