"""An article on several pages → one document: its pages joined in their order, what they repeat said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from ..model.document import Box, Disclosure, Document, DocumentBlock, Image, Provenance, Removal, Section
from ..model.errors import NewscleanError
from ..model.plain_text import block_texts
from ..text.similarity import same_line, similarity, squeeze

MAX_PAGES = 20
"""Longer articles are joined so far; lists that say "next" for ever end here."""

MAX_PAGE_MARK_CHARS = 10
"""What may follow a title on a later page, letters and digits alone: "page 2", "Seite 2 von 3"."""

MIN_SAME_TITLE = 0.8
"""Share of words that the titles of two pages of one article have at least; `rel=next` may lead to another article."""

STEP = "follow_pages"
JOINED_KINDS = frozenset({"article", "live_blog", "gallery"})

Load = Callable[[str], Document]


def follow_pages(first: Document, load: Load) -> Document:
    """The document with the pages that follow it; provenance `pages` says which, a warning why it ends early.

    Args:
        first: the document of the first page, its `variants["next"]` the second one's address.
        load: the document of an address, whose provenance of `url` ends in the address that answered.
    """
    joined = _Joined(first)
    following = _find_next(first)
    while following and not joined.stop:
        if len(joined.pages) >= MAX_PAGES:
            joined.stop = f"the article has more than {MAX_PAGES} pages"
        elif _host(following) != _host(_find_url(first)):
            joined.stop = "the next page is on another host"
        else:
            following = joined.add(following, load)
    return joined.to_document(following)


class _Joined:
    """The pages so far."""

    def __init__(self, first: Document) -> None:
        self.stop = ""
        self.pages = [_find_url(first)]
        self._first = first
        self._seen_urls = {first.url, *self.pages}
        self._sections = list(first.sections)
        self._known = set(_keys_of(first.sections))
        self._disclosures = list(first.disclosures)
        self._removed = list(first.removed)
        self._warnings = list(first.warnings)
        self._confidence = first.confidence

    def add(self, url: str, load: Load) -> str | None:
        """Takes over a page; the address of the one after it, None where this was the last."""
        if url in self._seen_urls:
            return None
        self._seen_urls.add(url)
        try:
            page = load(url)
        except NewscleanError as exc:
            self.stop = f"page {len(self.pages) + 1} of the article is missing: {exc}"
            return None
        if _find_url(page) in self._seen_urls - {url}:
            return None
        self._seen_urls.add(_find_url(page))
        if page.kind not in JOINED_KINDS or not _is_same_article(self._first, page):
            self.stop = "the next page is another article"
            return None
        if not self._take(page, url):
            return None
        self.pages.append(url)
        return _find_next(page)

    def _take(self, page: Document, url: str) -> bool:
        """Adds what is new on a page; whether anything was."""
        fresh = [section for section in (self._without_repeats(s, url) for s in page.sections) if section]
        if fresh and self._sections and fresh[0].heading in (None, self._sections[-1].heading):
            last = self._sections.pop()
            fresh[0] = replace(last, blocks=(*last.blocks, *fresh[0].blocks))
        self._sections += fresh
        known = {(d.kind, squeeze(d.text)) for d in self._disclosures}
        self._disclosures += [d for d in page.disclosures if (d.kind, squeeze(d.text)) not in known]
        shown = {(r.reason, r.text) for r in self._removed}
        self._removed += [r for r in page.removed if (r.reason, r.text) not in shown]
        self._warnings += [warning for warning in page.warnings if warning not in self._warnings]
        self._confidence = min(self._confidence, page.confidence)
        return bool(fresh)

    def _without_repeats(self, section: Section, url: str) -> Section | None:
        blocks: list[DocumentBlock] = []
        for block in section.blocks:
            keys = set(_keys((block,)))
            if keys and keys <= self._known:
                text = "\n".join(block_texts((block,)))
                if text:
                    self._removed.append(Removal("duplicate_block", text, STEP, url))
                continue
            self._known |= keys
            blocks.append(block)
        if section.heading and not blocks and squeeze(section.heading) in self._known:
            return None
        if section.heading:
            self._known.add(squeeze(section.heading))
        return replace(section, blocks=tuple(blocks)) if blocks or section.heading else None

    def to_document(self, following: str | None) -> Document:
        """The first page's document with the body of all."""
        variants = {name: url for name, url in self._first.variants.items() if name != "next"}
        if self.stop and following:
            variants["next"] = following
        provenance = dict(self._first.provenance)
        if len(self.pages) > 1:
            path = " → ".join(self.pages)
            provenance["pages"] = Provenance("http", path, f"{len(self.pages)} pages", confidence=1.0)
        return replace(
            self._first,
            confidence=self._confidence,
            sections=tuple(self._sections),
            disclosures=_unique(self._disclosures),
            removed=tuple(self._removed),
            provenance=provenance,
            variants=variants,
            warnings=(*self._warnings, *((self.stop,) if self.stop else ())),
        )


def _is_same_article(first: Document, page: Document) -> bool:
    if page.canonical_url and page.canonical_url in (first.canonical_url, first.url):
        return True
    one, two = first.title or "", page.title or ""
    if not one or not two:
        return False
    start, whole = squeeze(one), squeeze(two)
    if whole.startswith(start) and len(whole) - len(start) <= MAX_PAGE_MARK_CHARS:
        return True
    return same_line(one, two) or similarity(one, two) >= MIN_SAME_TITLE


def _find_next(document: Document) -> str | None:
    return document.variants.get("next")


def _find_url(document: Document) -> str:
    """The address that answered, else the one asked for."""
    origin = document.provenance.get("url")
    answered = origin.raw.partition(" ")[2] if origin and origin.source == "http" else ""
    return answered or document.url or ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _keys_of(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        if section.heading:
            yield squeeze(section.heading)
        yield from _keys(section.blocks)


def _keys(blocks: Iterable[DocumentBlock]) -> Iterator[str]:
    """What tells a block from others: its words; an image's address."""
    for block in blocks:
        if isinstance(block, Image):
            yield block.url
        elif isinstance(block, Box):
            yield from _keys(block.blocks)
        else:
            yield from (key for key in map(squeeze, block_texts((block,))) if key)


def _unique(disclosures: list[Disclosure]) -> tuple[Disclosure, ...]:
    return tuple(dict.fromkeys(disclosures))
