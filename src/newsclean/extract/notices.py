"""A line → the kind of disclosure it is, from its phrases, where it stands, and how it looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..lexicon.fold import is_unspaced
from ..lexicon.match import Match, PageLines
from ..lexicon.reported import reports_speech

Zone = Literal["head", "body", "foot"]

MAX_CHARS: Mapping[str, int] = {
    "ai": 600, "sponsored": 500, "affiliate": 800, "syndication": 420, "credit": 320, "correction": 900, "update": 900,
    "interest": 700, "opinion": 800, "licence": 700, "source": 400, "other": 450,
}  # fmt: skip
"""A longer text is prose that speaks of the matter (longest notices seen of each kind, rounded up)."""

_LONGEST = max(MAX_CHARS.values())

PRIORITY = (
    "ai", "affiliate", "correction", "syndication", "sponsored", "opinion", "interest", "update", "licence", "credit",
    "source", "other",
)  # fmt: skip
"""Where phrases of two kinds stand in a notice, the rarer kind says more."""

_NEVER_REPORTED = frozenset(("ai", "affiliate", "sponsored"))
"""Of these a notice never tells what somebody else says; a correction may."""

MIN_FOREIGN_CHARS = 12
"""A phrase of another language than the page's counts from so many characters on."""
MIN_UPDATE_CHARS = 40
"""A shorter line that opens "Updated:" is a date line."""
MIN_WIDE_LETTERS = 14
"""The same in scripts where a letter is a syllable or a word; digits do not count."""
MIN_OPINION_CHARS = 50
"""A shorter line outside the article that holds such a phrase is a teaser's headline."""
MAX_CLOSING_CHARS = 160
"""A last paragraph that only holds a phrase of rights, or of changed names, and is longer, speaks of them; one that opens
with the name of its sponsor, and is longer, goes on to speak of something else."""

MAX_RIGHTS_CHARS = 250
"""A longer text that holds the name of a licence speaks of licences."""
MAX_CREDIT_CHARS = 60
"""A line below the text that only holds such a name, and is as short, states it."""
MAX_AD_LABEL_CHARS = 12
"""A label of paid content as short is an ad's, where it stands below the text."""
_QUOTES = '"„“”«»‚‘「『'

_COPYRIGHT = re.compile(
    r"©|ⓒ|copyright|版权|版權|著作權|著作権|無断|저작권|무단|rights reserved|rechte vorbehalten|droits réservés|derechos reservados"
    r"|direitos reservados|diritti riservati|riproduzione riservata|prawa zastrzeżone|práva vyhrazena|права защищ|права захищ",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\W*(?:copyright|©|ⓒ|\(c\))[^.,;]{0,70}(?:[.,]\s?(?:inc|ltd|llc|gmbh|co|corp)\b\.?)?[.,|\s]*"
    r"(?:all rights? reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
    r"|tutti i diritti riservati|todos os direitos reservados|wszelkie prawa zastrzeżone|všechna práva vyhrazena"
    r"|все права защищены|tüm hakları saklıdır)?\W*$",
    re.IGNORECASE,
)
_LICENCE = r"(?:licen[csz]|lizenz|lisens|lisans|licentie|licencj|лиценз|ліценз|άδεια|ライセンス|许可|許可|라이선스|lisensi|رخصة)"
_RIGHTS = re.compile(
    rf"{_LICENCE}[^.]{{0,60}}\bcreative commons\b|\bcreative commons\b[^.?]{{0,60}}{_LICENCE}|\bcc[ -]by\b|\bthis copy is for\b",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\W*(?:(?:titel|beitrags|vorschau|artikel)?(?:bild|foto)e?r?|photos?|images?|pictures?|abbildung|grafik|imágenes|imagen"
    r"|immagini?|imagem|zdjęci[ea]|фото|изображение|図|写真|图片|사진)\s*(?:\d+\s*)?[:：©]",
    re.IGNORECASE,
)
"""How a line begins that tells whose a picture is."""
_SITE = re.compile(
    r"\b(?:this|our) (?:web)?site\b|\bdiese[rs]? (?:web)?site\b|\bdieser (?:web)?seiten\b|\bce site\b|\beste sitio\b"
    r"|\bquesto sito\b|\bdeze (?:web)?site\b|\bprivacy policy\b|\bterms of (?:use|service)\b",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"\b(?:texte?|articles?|stor(?:y|ies)|page|posts?|artikel|beitr[aä]ge?|artículos?|articol[io])\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: before, in or after the article's text, and how it is set.

    styled: set apart from the paragraphs (all italic, in brackets, starred, a class that says so).
    edge: among the first or last paragraphs of the article.
    label: right at the headline, without links.
    last: among the last two paragraphs; late: among the last six.
    home: in the article's own container, not elsewhere on the page.
    below_title: below the headline, without a role so far; unscored: the body's score left it out.
    """

    zone: Zone
    styled: bool = False
    edge: bool = False
    label: bool = False
    last: bool = False
    late: bool = False
    home: bool = True
    below_title: bool = False
    unscored: bool = False


def find_notice(text: str, language: str | None, place: Place, lines: PageLines | None = None) -> str | None:
    """The kind of disclosure that the line is, or None.

    lines: the page's, where they are known.

    >>> find_notice("This article was translated automatically.", "en", Place("foot"))
    'ai'
    """
    if not text or len(text) > _LONGEST:
        return None
    lines = lines or PageLines()
    matches = [m for m in lines.find(text, language, "disclosure") if _is_of(m, language)]
    if not matches:
        return None
    itself = lines.speaks_of_itself(text)
    kinds: dict[str, list[Match]] = {}
    for match in matches:
        if len(text) <= MAX_CHARS[match.reason]:
            kinds.setdefault(match.reason, []).append(match)
    found = [k for k in PRIORITY if k in kinds and _holds(k, kinds[k], itself, place, text)]
    found = [k for k in found if not _is_part_of_other(k, kinds, found)]
    if "affiliate" in found and "ai" in found:
        found.remove("ai")
    if "syndication" in found and "licence" in found and _COPYRIGHT.search(text):
        found.remove("syndication")
    if "correction" in found or not found:
        return "correction" if found else None
    whole = next((k for k in found if any(m.how == "line" for m in kinds[k])), None)
    return whole or found[0]


def _is_part_of_other(kind: str, kinds: Mapping[str, list[Match]], found: list[str]) -> bool:
    """True where all that speaks for a kind is part of a longer phrase of another: "paid for by" in "travel was paid for by"."""
    longer = [m.phrase for k in found if k != kind for m in kinds[k]]
    return all(any(m.phrase != other and m.phrase in other for other in longer) for m in kinds[kind])


def _is_of(match: Match, language: str | None) -> bool:
    """False for a short word of another language: "font" is a source in one and a typeface in the next."""
    own = (language or "")[:2].lower()
    own = "no" if own in ("nb", "nn") else own
    return not own or match.language in (own, "en") or len(match.phrase) >= MIN_FOREIGN_CHARS


def _holds(kind: str, matches: list[Match], itself: bool, place: Place, text: str) -> bool:
    hows: set[str] = {m.how for m in matches}
    rule = _RULES[kind]
    if not rule(hows, itself, place, text):
        return False
    return kind not in _NEVER_REPORTED or _is_opening(hows) or not reports_speech(text)


def _is_opening(hows: set[str]) -> bool:
    return "line" in hows or "opener" in hows


def _ai(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    return _is_opening(hows) or itself or (place.styled and len(text) < 200)


def _sponsored(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if "line" in hows:
        return place.label and len(text) > 8
    if place.zone == "body" and not (place.styled or place.edge):
        return False
    if place.zone == "foot" and len(text) <= MAX_AD_LABEL_CHARS:
        return False
    short = len(text) <= MAX_CLOSING_CHARS
    apart = place.styled and (place.zone != "body" or short or _is_opening(hows))
    return itself or apart or ("opener" in hows and short)


def _affiliate(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone != "body":
        return True
    return itself or place.styled or "affiliate" in text.casefold()


def _syndication(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone == "body" and not (place.edge or place.styled):
        return False
    if place.zone == "head" and not itself:
        return place.below_title and len(text) < MAX_CLOSING_CHARS
    return _is_opening(hows) or itself or (place.zone == "foot" and len(text) < 120) or place.styled


def _credit(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone == "foot":
        return place.home and (hows != {"line"} or place.edge or len(text) > 12)
    if place.zone == "head":
        return place.below_title and "opener" in hows and 30 < len(text) < 260
    if place.unscored and "opener" in hows:
        return len(text) < 260
    return len(text) < 260 and (place.last or (place.styled and place.edge) or (place.late and _is_opening(hows)))


def _correction(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if (hows == {"line"} and place.zone == "body" and not place.edge) or (text[0] in _QUOTES and not itself):
        return False
    apart = place.styled or place.edge or place.zone != "body"
    if _is_opening(hows):
        return itself or apart or ":" in text[:40]
    return itself and (place.styled or place.last or place.zone != "body")


def _update(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if _is_opening(hows) and (itself or _is_long_update(text) or hows == {"line"}):
        told = itself or len(text) <= MAX_CLOSING_CHARS  # a longer one is the news that came in
        return (
            (place.zone == "foot" and place.home) or place.last or place.late or ((place.styled or place.edge) and told)
        )
    return itself and (place.zone != "body" or place.styled or place.edge)


def _is_long_update(text: str) -> bool:
    """True where a line says more than when it was updated."""
    if is_unspaced(text):
        return sum(map(str.isalpha, text)) >= MIN_WIDE_LETTERS
    return len(text) >= MIN_UPDATE_CHARS


def _interest(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone == "body" and not (place.last or place.styled):
        return False
    return _is_opening(hows) or itself or place.styled


def _opinion(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone != "body":
        return itself or _is_opening(hows) or len(text) >= MIN_OPINION_CHARS
    return place.styled or (place.last and (itself or _is_opening(hows)))


def _licence(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if _PICTURE.match(text):
        return False
    if place.zone == "head":
        return itself
    if place.zone == "foot":
        told = itself or _is_opening(hows) or not _speaks_of_licences(text)
        return told and (place.home or states_rights(text))
    closes = place.last and (itself or place.styled or len(text) <= MAX_CLOSING_CHARS)
    return closes or (place.edge and _is_opening(hows))


def _speaks_of_licences(text: str) -> bool:
    """True where a text holds the name of the licences, and is longer than a line that states one."""
    named = len(text) > MAX_CREDIT_CHARS and "creative commons" in text.casefold()
    return named and (len(text) > MAX_RIGHTS_CHARS or not states_rights(text))


def states_rights(text: str) -> bool:
    """True where a licence line names what may be done with this text, wherever on the page it stands.

    >>> states_rights("This work is licensed under CC BY 4.0."), states_rights("© 2026 The Skerry Post")
    (True, False)
    """
    return _RIGHTS.search(text) is not None


def is_of_site(text: str) -> bool:
    """True where a licence line speaks of the site, or holds the names of its legal pages, and does not name the text.

    >>> is_of_site("Content of this site is licensed under CC BY 4.0."), is_of_site("This article may be republished.")
    (True, False)
    """
    return _SITE.search(text) is not None and _TEXT.search(text) is None


def is_bare_copyright(text: str) -> bool:
    """True for "© 2026 The Skerry Post. All rights reserved.", which the foot of any page may say.

    >>> is_bare_copyright("© 2026 The Skerry Post"), is_bare_copyright("© 2026 X, may not be reproduced without leave")
    (True, False)
    """
    return _BARE.match(text) is not None and not states_rights(text)


def names_rights(text: str) -> bool:
    """True where a text names a copyright or a licence."""
    return _COPYRIGHT.search(text) is not None or states_rights(text)


def _source(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    if place.zone == "foot":
        return "line" in hows or (place.home and (_is_opening(hows) or "closer" in hows or itself))
    return place.zone == "body" and _is_opening(hows) and (place.last or (place.late and len(text) < 60))


def _other(hows: set[str], itself: bool, place: Place, text: str) -> bool:
    return (
        place.zone != "body" or place.styled or (place.last and (_is_opening(hows) or len(text) <= MAX_CLOSING_CHARS))
    )


_RULES = {
    "ai": _ai, "sponsored": _sponsored, "affiliate": _affiliate, "syndication": _syndication, "credit": _credit,
    "correction": _correction, "update": _update, "interest": _interest, "opinion": _opinion, "licence": _licence,
    "source": _source, "other": _other,
}  # fmt: skip
