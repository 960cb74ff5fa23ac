"""A chain run with its decisions written down, and the explanation made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ..lexicon.match import classify_line
from ..model.document import Box, Document, DocumentBlock, Embed, Image
from ..model.draft import Block, Draft
from ..model.explanation import Decision, ExplainedBlock, Explanation, Term
from .assemble import assemble, block_path
from .chain import Chain, Step


class Watch:
    """Writes down after each step which blocks have another role than before it."""

    __slots__ = ("decisions", "seen")

    def __init__(self) -> None:
        # by the block itself, for a split moves the indexes
        self.decisions: dict[int, list[Decision]] = {}
        self.seen: dict[int, tuple[str, str]] = {}

    def wrap(self, step: Step) -> Step:
        """The step, watched."""

        def run(draft: Draft, inner: Callable[[Draft], object] = step.run) -> None:
            try:
                inner(draft)
            finally:
                self.look(draft, step.name)

        return replace(step, run=run)

    def look(self, draft: Draft, step: str) -> None:
        """Note what has changed since the last look."""
        for block in draft.blocks:
            now = (block.role or "", block.reason)
            if now != self.seen.get(id(block), ("", "")):
                self.seen[id(block)] = now
                self.decisions.setdefault(id(block), []).append(Decision(step, *now))


def explain_draft(draft: Draft, chain: Chain, *, deadline_s: float | None = None) -> Explanation:
    """Run the chain on the draft, and say of each block what became of it and why."""
    watch = Watch()
    draft.explain = True
    Chain(tuple(watch.wrap(step) for step in chain)).run(draft, deadline_s=deadline_s)
    document = assemble(draft)
    shown = _shown(document)
    language = document.language
    blocks = tuple(_explain_block(block, draft, watch, shown, language) for block in draft.blocks)
    return Explanation(document, blocks, chain.names)


def _explain_block(
    block: Block, draft: Draft, watch: Watch, shown: set[Image | Embed], language: str | None
) -> ExplainedBlock:
    scored = block.kind == "text" and bool(block.terms or block.score)
    return ExplainedBlock(
        index=block.index,
        kind=block.kind,
        tag="" if draft.is_text else block.tag,
        text=block.text or _stand_in(block),
        role=block.role or _picture_role(block, draft, shown),
        reason=block.reason,
        step=block.step,
        rule=block.rule,
        phrase=_find_phrase(block, language),
        score=block.score if scored else None,
        terms=tuple(Term(name, value) for name, value in block.terms),
        decisions=tuple(watch.decisions.get(id(block), ())),
        path=block_path(draft, block),
        link_share=round(block.link_share, 3),
        level=block.level,
    )


def _picture_role(block: Block, draft: Draft, shown: set[Image | Embed]) -> str:
    made: Image | Embed | None = draft.facts.get("images", {}).get(block.index)
    if made is None:
        made = draft.facts.get("embeds", {}).get(block.index)
    return made.type if made is not None and made in shown else "unused"


def _stand_in(block: Block) -> str:
    """Words for a block that has none: an image's alternative text or file name, an embed's address."""
    found = {name: block.attributes.get(name, "").strip() for name in ("alt", "title", "aria-label", "src", "data-src")}
    address = found["src"] or found["data-src"]
    if block.kind == "image":
        address = "" if address.startswith("data:") else address.split("?", 1)[0].rpartition("/")[2]
    return found["alt"] or found["title"] or found["aria-label"] or address


def _find_phrase(block: Block, language: str | None) -> str:
    if block.role not in ("removed", "disclosure") or not block.text:
        return ""
    match = classify_line(block.text, language, block.role)
    return f"{match.reason}: {match.phrase}" if match is not None else ""


def _shown(document: Document) -> set[Image | Embed]:
    """The pictures and embeds that the document has."""
    lead = [document.lead_image] if document.lead_image is not None else []
    return {*lead, *(made for section in document.sections for made in _pictures(section.blocks))}


def _pictures(blocks: tuple[DocumentBlock, ...]) -> Iterator[Image | Embed]:
    for block in blocks:
        if isinstance(block, Image | Embed):
            yield block
        elif isinstance(block, Box):
            yield from _pictures(block.blocks)
