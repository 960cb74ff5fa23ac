"""What changed between two documents: fields, sections and disclosures, word by word."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, Literal

RunKind = Literal["same", "removed", "added"]
ChangeKind = Literal["same", "changed", "removed", "added", "moved"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in both versions, or in one of them."""

    kind: RunKind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """Two versions of one thing; `before` or `after` is empty where it is added or removed.

    Attributes:
        what: A field's name ("title"), a block's type ("paragraph"), or a disclosure's kind ("correction").
        kind: `same`, `changed`, `removed`, `added`; `moved` where the same words stand elsewhere.
        before: The old words.
        after: The new words.
        runs: Where it changed, the words of both versions in order.
    """

    what: str
    kind: ChangeKind
    before: str = ""
    after: str = ""
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """What changed in one section: its heading (None where neither version has one) and its blocks in order."""

    heading: Change | None
    blocks: tuple[Change, ...]

    @property
    def changed(self) -> bool:
        """Whether anything in it did."""
        return any(c.kind != "same" for c in (self.heading, *self.blocks) if c is not None)


@dataclass(frozen=True, slots=True)
class DocumentDiff:
    """What changed between two versions of a page's document.

    How the documents were read (confidence, provenance, ledger, warnings) and the address asked for do not count.

    Attributes:
        fields: The fields that differ.
        sections: All sections, also those in which nothing changed.
        disclosures: All disclosures of both, in order.
        words_removed: How many words the text lost.
        words_added: How many it gained.
    """

    fields: tuple[Change, ...] = ()
    sections: tuple[SectionDiff, ...] = ()
    disclosures: tuple[Change, ...] = ()
    words_removed: int = 0
    words_added: int = 0

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return (
            not self.fields
            and not any(s.changed for s in self.sections)
            and all(d.kind == "same" for d in self.disclosures)
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers with every field, and `same`."""
        return {"same": self.same, **dataclasses.asdict(self)}

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as JSON text, non-ASCII letters as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_text(self) -> str:
        """What changed, word by word: [-removed-] and {+added+}; empty where nothing did."""
        from newsclean.report.diff_lines import difference_lines
        from newsclean.report.lines import to_plain

        return to_plain(difference_lines(self, marks=True))
