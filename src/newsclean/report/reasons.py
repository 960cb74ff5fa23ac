"""Sentences on a block: who decided, and what its score is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.explanation import Decision, ExplainedBlock, Term
from .labels import label_of

MAX_TERMS = 8
"""So many of a sum's terms are shown, the heaviest; the rest is added up."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum with its heaviest terms first; `rest` is what the others and the base make."""

    name: str
    total: float
    terms: tuple[Term, ...]
    rest: float
    others: int


def verdict(block: ExplainedBlock) -> str:
    """What became of the block, in one sentence.

    >>> verdict(ExplainedBlock(0, "text", "p", "Sign up", "removed", "promo", step="promo"))
    'Removed as promo: newsletter, app, subscription, donation or tip line. Decided by the step “promo”.'
    """
    name, meaning = block.label.replace("_", " "), label_of(block.label).text
    if block.state == "unused":
        return "In no field of the document, and no text to account for."
    by = f" Decided by the step “{block.step}”." if block.step else ""
    if block.state == "removed":
        return f"Removed as {name}: {meaning}.{by}"
    kind = f" ({block.reason})" if block.reason else ""
    return f"Kept as {name}{kind}: {meaning}.{by}"


def history(decisions: Sequence[Decision]) -> str:
    """The steps that gave and took roles, in order; empty where there was but one.

    >>> history([Decision("body", "body"), Decision("sure_noise", ""), Decision("related", "removed", "related")])
    'body: body → sure_noise: taken back → related: removed as related'
    """
    return " → ".join(f"{d.step}: {_role(d)}" for d in decisions) if len(decisions) > 1 else ""


def _role(decision: Decision) -> str:
    if not decision.role:
        return "taken back"
    reason = decision.reason.replace("_", " ")
    return f"removed as {reason}" if decision.role == "removed" else decision.role


def sums(block: ExplainedBlock) -> list[Sum]:
    """The score as a sum; and, where its terms come in groups ("first: length"), each group as a sum of its own."""
    if block.score is None or not block.terms:
        return []
    groups: dict[str, list[Term]] = {"": []}
    for term in block.terms:
        group, colon, name = term.name.rpartition(": ")
        groups.setdefault(group, []).append(Term(name if colon else term.name, term.value))
    made = []
    for group, terms in groups.items():
        heavy = tuple(sorted(terms, key=lambda t: -abs(t.value))[:MAX_TERMS])
        total = sum(t.value for t in terms) if group else block.score
        name = f"{group.capitalize()} look" if group else "Score"
        made.append(Sum(name, total, heavy, total - sum(t.value for t in heavy), len(terms) - len(heavy)))
    return made


def rest_name(others: int) -> str:
    """What the rest of a sum is called, of which so many terms are not shown."""
    return f"{others} others" if others else "base"


def signed(value: float) -> str:
    """The number with its sign and a real minus.

    >>> signed(1.25), signed(-0.4), signed(0.0)
    ('+1.2', '−0.4', '0.0')
    """
    text = f"{value:+.1f}"
    return "0.0" if text in ("+0.0", "-0.0") else text.replace("-", "−")
