"""Why a page became the document it is: every block with its role, the step and rule that decided, and its score."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, Literal

from .document import Document

BlockState = Literal["kept", "removed", "unused"]


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a block's score, in log-odds: above 0 speaks for the article's text, below 0 against."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Decision:
    """A role that a step gave a block, with the reason; an empty role is one taken away."""

    step: str
    role: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExplainedBlock:
    """A block of the page, in page order, with what became of it and why.

    Attributes:
        index: Its place in the page, from 0.
        kind: `text`, `image` or `embed`.
        tag: The element's name ("p"); empty for a plain text.
        text: White space folded; of an image its alternative text or file name, of an embed its address.
        role: `body`, `heading`, `title`, `kicker`, `dek`, `byline`, `caption`, `disclosure`, `image`, `embed`,
            `removed`; or `unused`, of a picture or player that is not in the document.
        reason: Of a removed block the removal reason, of a disclosure its kind; otherwise empty.
        step: The step of the chain that decided.
        rule: The rule inside that step, where the step names it.
        phrase: The known phrase that the text is or holds, as "promo: sign up for our newsletter"; mostly empty.
        score: The sum of the terms: log-odds of being the article's text. None where no score was made.
        terms: What the score is made of, in the order of the tables.
        decisions: All roles that steps gave and took, the last one counts.
        path: XPath of the element, or "line N" of a plain text.
        link_share: Share of the text's characters inside links, 0–1.
        level: Of a heading, 1–6; otherwise 0.
    """

    index: int
    kind: Literal["text", "image", "embed"]
    tag: str
    text: str
    role: str
    reason: str = ""
    step: str = ""
    rule: str = ""
    phrase: str = ""
    score: float | None = None
    terms: tuple[Term, ...] = ()
    decisions: tuple[Decision, ...] = ()
    path: str = ""
    link_share: float = 0.0
    level: int = 0

    @property
    def label(self) -> str:
        """What the block is shown as: its role, or of a removed block the reason."""
        return (self.reason or "low_score") if self.role == "removed" else self.role

    @property
    def state(self) -> BlockState:
        """`kept` where the document has it, `removed` where the ledger has it, else `unused`."""
        return "removed" if self.role == "removed" else "unused" if self.role == "unused" else "kept"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document, and all blocks of its page with what became of each.

    Attributes:
        document: The very document that `from_html` gives.
        blocks: Every block of the page, in page order.
        steps: The names of the chain's steps, in order.
    """

    document: Document
    blocks: tuple[ExplainedBlock, ...]
    steps: tuple[str, ...] = ()

    def find(self, text: str) -> tuple[ExplainedBlock, ...]:
        """The blocks whose text holds the words, whatever their case and spaces."""
        wanted = " ".join(text.split()).casefold()
        return tuple(block for block in self.blocks if wanted in block.text.casefold())

    def counts(self) -> dict[str, int]:
        """How many blocks have each label, the kept ones first, each in the order in which they first stand there."""
        found: dict[str, int] = {}
        for block in sorted(self.blocks, key=lambda b: ("kept", "removed", "unused").index(b.state)):
            found[block.label] = found.get(block.label, 0) + 1
        return found

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers with every field, and `label` of each block."""
        return {
            "document": self.document.to_dict(),
            "blocks": [{**dataclasses.asdict(block), "label": block.label} for block in self.blocks],
            "steps": list(self.steps),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as JSON text, non-ASCII letters as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_html(self) -> str:
        """One self-contained HTML file that shows it all: no request leaves it, and nothing of the page can run in it."""
        from newsclean.report.page import to_html

        return to_html(self)

    def to_text(self, *, details: bool = False) -> str:
        """One line a block: what became of it, its score, its words; with `details` the reasons below."""
        from newsclean.report.lines import explanation_lines, to_plain

        return to_plain(explanation_lines(self, details=details))
