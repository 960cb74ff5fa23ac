"""Who signs below the last paragraph: agencies and initials, "SDA/sep", "(dpa)"."""

from __future__ import annotations

import re

MAX_CHARS = 48
AGENCIES = frozenset(
    "afp ap apa ats belga dpa efe epa epd kna lusa ntb pap reuters ritzau sda sid stt tt ansa anp ctk čtk tasr upi dapd".split()
)

_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNATURE = re.compile(r"[/(,;]|^\W*[a-z]")
_SIGNATURES = (
    re.compile(r"^[A-Z]{2,5}\s?[(/]\s?[a-z]{2,5}(?:[/;, ]+[a-z]{2,5}){0,3}\)?$"),  # SDA/sep
    re.compile(r"^[A-ZÄÖÜ]{2,6}\d?\s\([^()\d]{2,40}\)$"),  # MDR (dst), NDR (A. Holm, B. Eide)
    re.compile(r"[;,]\s?[a-z]{2,5}/[a-z]{2,5}(?:[;,/]\s?[a-z]{2,5}){0,4}$"),  # … 10:05 Uhr; srf/hosb;kesm
)


def may_sign(text: str) -> bool:
    """True where agencies and initials stand alone.

    >>> may_sign("(dpa)"), may_sign("SDA/sep"), may_sign("The agency dpa was founded in 1949.")
    (True, True, False)
    """
    if len(text) > MAX_CHARS:
        return False
    folded = text.casefold()
    first = _LETTERS.search(folded)
    if first is not None and first[0] in AGENCIES and len(_LETTERS.findall(folded)) < 6 and _SIGNATURE.search(text):
        return True
    return any(shape.search(text) for shape in _SIGNATURES)
