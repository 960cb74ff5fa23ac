"""A caption as printed → caption and credit: "Rain in Oslo. Foto: Ida Moe/NTB" → ("Rain in Oslo.", "Ida Moe/NTB")."""

from __future__ import annotations

import re

from ..lexicon.pictures import AGENCIES, CAPTION_LABELS, CREDIT_LABELS, PICTURE_LABELS

MAX_CAPTION_CHARS = 1500
MAX_CREDIT_CHARS = 140
"""A credit longer than this is a caption that happens to open with "Photo:"."""
MAX_NAME_CHARS = 100
"""An agency's name this far behind the last sentence end closes a sentence of the caption."""


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


def shortest_of(words: set[str], *, at_end: bool = False) -> tuple[str, ...]:
    """The words, in lower case, that hold (or end with) no other of them."""
    folded = {word.lower() for word in words}
    return tuple(
        word
        for word in sorted(folded)
        if not any(word.endswith(o) if at_end else o in word for o in folded if o != word)
    )


_LABEL = re.compile(
    rf"(?:{_alternatives(CREDIT_LABELS)})\d?\s?(?:[:：/／=＝|]|\.{{3}}|©|\((?:c|s)\)|(?:by|von|de|di|par|av|via|courtesy)\s)"
    r"|image\s(?:copyright|source),?\s|photo\scourtesy\s(?:of\s)?|©|\(c\)\s"
)
_LABEL_STARTS = shortest_of({label.split()[0] for label in CREDIT_LABELS} | {"image", "photo", "©", "(c)"})
"""One of these stands in every line that holds a label; to look for them first costs a tenth of the pattern's time."""
_PICTURE_LABEL = re.compile(rf"(?:{_alternatives(PICTURE_LABELS)})\d?\s?(?:[:：/／=＝|]|©)")
_LABEL_LEFT = re.compile(rf"(?:[\s:：/=|.,©]|(?:{_alternatives(CREDIT_LABELS)})\d?(?=[\s:：=|©]))*", re.I)
_LABEL_BY = re.compile(rf"(?:{_alternatives(PICTURE_LABELS)})\s(?:by|von|par|por|di|av|af|door)\s(?=\S)", re.I)
"""Without a colon the label goes on to the name; behind a colon such a word is the name's own ("Foto: von Amsberg")."""
_MAKER_WORDS = ("by ", "von ", "par ", "av ")
"""Before a small letter these go on with a sentence ("Pictures by the thousand …")."""
_CAPTION_LABEL = re.compile(rf"(?:{_alternatives(CAPTION_LABELS)})(?:\s?:|\s(?=\S))", re.I)
_CLOSING = frozenset(")]）")
_BRACKETED = re.compile(r"[(\[（]([^()\[\]（）]{2,100})[)\]）]\s?\.?$")
_AGENCY_END = re.compile(rf"(?:^|(?<=[\s/|,.·•–—-]))(?:{_alternatives(AGENCIES)})[)\].]?$", re.I)
_LAST_WORDS = shortest_of({name.split()[-1] for name in AGENCIES}, at_end=True)
"""What a line ends with that ends with an agency's name, but for a bracket or a full stop."""
_AGENCY_INSIDE = re.compile(rf"(?<!\w)(?:{_alternatives(AGENCIES)})(?!\w)", re.I)
MAX_SIGN_CHARS = 40
_SIGNS = ("摄", "攝", "撮影", "摄）", "攝）", "撮影）")
_EAST_ASIAN_SIGN = re.compile(
    r"(?:^|(?<=[。！？）])|\s|（)([^\s。，！？（）]{1,16}(?:\s[^\s。，！？（）]{1,8})?)\s?(?:摄影|摄|攝影|攝|撮影)）?$"
)
_PARTS = re.compile(r"[.!?…»”\"“](?=\s?\S)\s?|\s[|–—]\s")
_EDGES = " \t|/–—-:;,·•"
_HIDE = re.compile(r"\s(?:hide|toggle) caption$", re.I)


def split_credit(text: str) -> tuple[str, str | None]:
    """The caption without its credit, and the credit without its label, None where there is none.

    >>> split_credit("Rain in Oslo.Foto: Ida Moe/NTB")
    ('Rain in Oslo.', 'Ida Moe/NTB')
    >>> split_credit("The harbour at night (Reuters)")
    ('The harbour at night', 'Reuters')
    >>> split_credit("The harbour. Photo by Ida Moe on Unsplash")
    ('The harbour.', 'Ida Moe on Unsplash')
    >>> split_credit("Pictures by the hundred fill the hall")
    ('Pictures by the hundred fill the hall', None)
    >>> split_credit("大桥东侧的桥墩。新华社记者 李明 摄")
    ('大桥东侧的桥墩。', '新华社记者 李明')
    >>> split_credit("© Getty Images")
    ('', 'Getty Images')
    """
    text = _HIDE.sub("", text[:MAX_CAPTION_CHARS]).strip()
    label = _CAPTION_LABEL.match(text)
    if label:
        text = text[label.end() :].strip()
    return _by_label(text) or _by_brackets(text) or _by_agency(text) or _by_sign(text) or (text, None)


def is_credit(text: str) -> bool:
    """True where the line says who made or owns a picture, and nothing else."""
    if len(text) > MAX_CREDIT_CHARS:
        return False
    caption, credit = split_credit(text)
    return not caption and (credit is not None)


def opens_as_credit(text: str, *, of_picture: bool = False) -> bool:
    """True where the line opens with a label such as "Photo:" or "©"; `of_picture`: one that only pictures have."""
    pattern = _PICTURE_LABEL if of_picture else _LABEL
    return pattern.match(text[:60].lower().lstrip("([（ ◎")) is not None


def _lower(text: str) -> str:
    """Lower case, as long as the text: a few letters grow when lowered ("İ")."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[0] for c in text)


def _by_label(text: str) -> tuple[str, str | None] | None:
    lower = _lower(text)
    at = max(0, len(text) - MAX_CREDIT_CHARS)
    if not any(map(lower.__contains__, _LABEL_STARTS)):
        return None
    for match in _LABEL.finditer(lower, at):
        start = match.start()
        if not _starts_word(text, start) or (
            match.group().endswith(_MAKER_WORDS) and text[match.end() : match.end() + 1].islower()
        ):
            continue
        caption = text[:start].rstrip(_EDGES + "([（【◎").strip()
        credit = _clean_credit(text[start:])
        if not caption and _is_sentence(credit or ""):
            return credit or "", None
        return caption, credit or ""
    return None


def _starts_word(text: str, start: int) -> bool:
    """Not within a word; a label glued to the sentence before it starts with a capital ("…questionCredit: EPA")."""
    before, first = text[start - 1 : start], text[start]
    return not (before.isalnum() and before.isascii() and first.isalpha()) or (before.islower() and first.isupper())


def _by_brackets(text: str) -> tuple[str, str | None] | None:
    if _CLOSING.isdisjoint(text[-4:]):
        return None
    match = _BRACKETED.search(text[-MAX_CREDIT_CHARS:])
    if not match or not _AGENCY_INSIDE.search(match.group(1)):
        return None
    return text[: len(text) - len(match.group())].rstrip(_EDGES), match.group(1).strip()


def _by_agency(text: str) -> tuple[str, str | None] | None:
    end = text[-40:].lower()
    if not (end.endswith(_LAST_WORDS) or end[:-1].endswith(_LAST_WORDS)) or not _AGENCY_END.search(text[-40:]):
        return None
    at = max(0, len(text) - MAX_NAME_CHARS)
    start = -1
    for match in _PARTS.finditer(text, at, len(text) - 1):
        start = match.end()
        if _is_name(text[start:]):
            break
    if start >= 0 and _is_name(text[start:]):
        return text[:start].rstrip(_EDGES), text[start:].strip(" ()[]")
    slash = text.rfind(" / ", at)
    if slash > 0 and len(text) - slash < MAX_NAME_CHARS // 2 and len(text[:slash].split()) > 6:
        return text[:slash].rstrip(), text[slash + 3 :]
    return ("", text.strip(" ()")) if _is_name(text) else None


def _by_sign(text: str) -> tuple[str, str | None] | None:
    """Chinese and Japanese captions end in who took the picture: "… 新华社记者 李明 摄"."""
    match = _EAST_ASIAN_SIGN.search(text[-MAX_SIGN_CHARS:]) if text.endswith(_SIGNS) else None
    if match is None:
        return None
    return text[: len(text) - len(match.group())].rstrip(_EDGES), match.group(1).strip()


def _is_name(text: str) -> bool:
    """True for a few capitalised words: "Perry Knotts/Getty Images", no sentence that ends with an agency's name."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) <= 8 and small <= 2 and (len(words) <= 2 or "/" in text or "," in text or "via" in words)


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 9 and text.endswith((".", "!", "?", "…"))


def _clean_credit(text: str) -> str:
    text = text.lstrip("([（ ")
    left = _LABEL_BY.match(text) or _LABEL_LEFT.match(text)
    if left and left.end() < len(text):
        text = text[left.end() :]
    text = text.strip(_EDGES + ".")
    if text.endswith((")", "]", "）")) and not any(mark in text for mark in "([（"):
        text = text[:-1].rstrip()
    return "" if _LABEL_LEFT.fullmatch(text + ":") else text
