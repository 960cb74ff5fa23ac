"""What a site says on page after page: learned from several of its pages, given to the cleaning of others.

A profile keeps a sample of pages, each as a set of line hashes. The sample is of the pages with the smallest hashes of
their addresses, so that it does not depend on the order of learning: learning a page twice changes nothing, and merging
two profiles gives what learning all their pages at once would have given.
"""

from __future__ import annotations

import base64
import hashlib
import json
from binascii import Error as Base64Error
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .document import Document, Section
from .errors import DocumentError, InputTypeError
from .hosts import find_host
from .plain_text import block_texts

MAX_PAGES = 64
"""Pages kept, whatever their number: of 64, a line on a fifth of all pages is seen thirteen times."""
MAX_LINES = 512
"""Lines kept of a page; a news page has about 200."""
MIN_PAGES = 3
"""A line on fewer pages is not the site's: two can be two versions of one article."""
MIN_SHARE = 0.2
"""Share of the pages that have a line, from which on it is the site's."""
MIN_LETTERS = 3
MAX_CHARS = 2000
"""Of a line, this much counts."""
VERSION = 1
HASH_BYTES = 6
_DIGITS = {ord(c): "0" for c in "123456789"}
_PREFIXES = ("www.", "m.", "amp.", "mobile.")


class Page(NamedTuple):
    """One page of the sample: hashes of its address and title, and of its lines, in rising order."""

    address: int
    title: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, repr=False)
class SiteProfile:
    """The lines that a site's pages have in common. A frozen value: learning returns another.

    Give it to `Options(site_profile=…)`, alone or in a mapping from `site_of(url)`, and lines that stand on many pages of
    the site leave the body with the reason `boilerplate`. At most `MAX_PAGES` pages of `MAX_LINES` lines are kept.

    >>> pages = [Document("article", url=f"https://a.example/{n}", title=f"Story number {n}") for n in "abc"]
    >>> profile = SiteProfile()
    >>> for page in pages:
    ...     profile = profile.learn_lines(["All rights reserved.", f"Rain fell on {page.title}."], page.url, page.title)
    >>> profile.repeats("All rights reserved"), profile.repeats("Rain fell on Story number a.")
    (True, False)
    """

    pages: tuple[Page, ...] = ()
    _repeated: frozenset[int] | None = field(default=None, init=False, compare=False)

    def learn(self, *documents: Document) -> SiteProfile:
        """The profile with what these documents of the site have, best cleaned with `ledger="full"`.

        Raises:
            InputTypeError: one of them is no document.
        """
        known = map(_checked, documents)
        return self._with(to_page(document_lines(d), d.canonical_url or d.url, d.title) for d in known)

    def learn_lines(self, lines: Iterable[str], url: str | None = None, title: str | None = None) -> SiteProfile:
        """The profile with one more page, given as its lines; without an address its title stands for it."""
        return self._with((to_page(lines, url, title),))

    def merge(self, *others: SiteProfile) -> SiteProfile:
        """What learning the pages of all of them would have given, in whatever order."""
        return self._with(page for other in others for page in other.pages)

    def repeats(self, line: str) -> bool:
        """Whether the line stands on enough of the pages, `MIN_PAGES` and `MIN_SHARE`, to be the site's own."""
        found = hash_line(line)
        return found is not None and found in self._find_repeated()

    def count(self, line: str) -> int:
        """On how many of the pages kept the line stands."""
        found = hash_line(line)
        return sum(found in page.lines for page in self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    def __bool__(self) -> bool:
        return bool(self.pages)

    def __repr__(self) -> str:
        digest = hashlib.blake2b(repr(self.pages).encode(), digest_size=4).hexdigest()
        return f"<SiteProfile of {len(self.pages)} pages, {digest}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists and strings; `from_dict` gives the profile back."""
        pages = [{"page": _pack(p.address), "title": _pack(p.title), "lines": _pack(*p.lines)} for p in self.pages]
        return {"version": VERSION, "pages": pages}

    def to_json(self) -> str:
        """`to_dict` as JSON text."""
        return json.dumps(self.to_dict())

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> SiteProfile:
        """The profile of a dict made by `to_dict`.

        Raises:
            DocumentError: not such a dict, or one of another version.
        """
        if not isinstance(data, Mapping) or data.get("version") != VERSION:
            raise DocumentError(f"not a site profile of version {VERSION}")
        try:
            return cls()._with([_to_page(page) for page in data["pages"]])
        except (TypeError, KeyError, ValueError, AttributeError) as exc:
            raise DocumentError(f"not a site profile: {type(exc).__name__} {exc}"[:200]) from exc

    @classmethod
    def from_json(cls, data: str | bytes) -> SiteProfile:
        """The profile of a JSON text made by `to_json`.

        Raises:
            DocumentError: not JSON, or no profile.
        """
        try:
            return cls.from_dict(json.loads(data))
        except (ValueError, RecursionError) as exc:
            if isinstance(exc, DocumentError):
                raise
            raise DocumentError(f"not JSON: {exc}"[:200]) from exc

    def _with(self, pages: Iterable[Page]) -> SiteProfile:
        """Of all pages those with the smallest address hashes; two readings of one page become one."""
        kept = {page.address: page for page in self.pages}
        for page in pages:
            old = kept.get(page.address)
            if old is not None:
                lines = sorted({*old.lines, *page.lines})[:MAX_LINES]
                page = Page(page.address, min(old.title, page.title), tuple(lines))
            kept[page.address] = page
        return SiteProfile(tuple(kept[address] for address in sorted(kept)[:MAX_PAGES]))

    def _find_repeated(self) -> frozenset[int]:
        """The hashes of the site's own lines; found at the first question and kept, for the pages never change."""
        if self._repeated is None:
            object.__setattr__(self, "_repeated", find_repeated(self.pages))
        return self._repeated or frozenset()


def find_repeated(pages: tuple[Page, ...]) -> frozenset[int]:
    """Hashes of the lines on at least `MIN_PAGES` pages, and `MIN_SHARE` of them, that have titles of their own.

    Pages of one title are versions of one article (print, mobile) and count once.
    """
    needed = max(MIN_PAGES, MIN_SHARE * len(pages))
    often = {line for line, times in Counter(line for page in pages for line in page.lines).items() if times >= needed}
    titles: dict[int, set[int]] = defaultdict(set)
    for page in pages:
        for line in often.intersection(page.lines):
            titles[line].add(page.title)
    return frozenset(line for line, found in titles.items() if len(found) >= needed)


def learn_sites(
    documents: Iterable[Document], known: Mapping[str, SiteProfile] | None = None
) -> dict[str, SiteProfile]:
    """A profile for each site of the documents, by `site_of` their address; those without one are left out.

    known: profiles to go on from; they are not changed.

    Raises:
        InputTypeError: one of them is no document.
    """
    profiles = dict(known or {})
    for document in map(_checked, documents):
        site = site_of(document.canonical_url or document.url)
        if site:
            profiles[site] = profiles.get(site, SiteProfile()).learn(document)
    return profiles


def site_of(url: str | None) -> str:
    """The host of an address, without "www." and the like; "" where there is none.

    >>> site_of("https://www.Example.com:8080/a"), site_of("m.example.com/a"), site_of(None)
    ('example.com', '', '')
    """
    host = find_host(url)
    for prefix in _PREFIXES:
        if host.startswith(prefix) and host.count(".") > 1:
            return host.removeprefix(prefix)
    return host


def document_lines(document: Document) -> Iterator[str]:
    """Every line of text that the document holds in sections, disclosures and ledger."""
    for section in document.sections:
        yield from _section_lines(section)
    for notice in document.disclosures:
        yield from notice.text.split("\n")
    for removal in document.removed:
        if removal.reason != "hidden":
            yield removal.text


def _checked(document: object) -> Document:
    if not isinstance(document, Document):
        raise InputTypeError(f"a profile learns from documents, not {type(document).__name__}; see newsclean.clean")
    return document


def _section_lines(section: Section) -> Iterator[str]:
    if section.heading:
        yield section.heading
    for text in block_texts(section.blocks):
        for row in text.split("\n"):
            yield from row.split("\t")


def to_page(lines: Iterable[str], url: str | None, title: str | None) -> Page:
    """What is kept of a page: hashes, no words."""
    found = sorted({h for h in map(hash_line, lines) if h is not None})[:MAX_LINES]
    name = hash_line(title or "")
    address = _hash((url or "").partition("#")[0]) if url else name if name is not None else _hash(str(found))
    return Page(address, address if name is None else name, tuple(found))


def hash_line(line: str) -> int | None:
    """A hash of the letters and digits of a line, every digit as 0; None where it has too few letters to count.

    "12 comments" and "345 Comments" are not the same line, "12 comments" and "34 comments" are.
    """
    letters = "".join(c for c in line[:MAX_CHARS].casefold() if c.isalnum()).translate(_DIGITS)
    return _hash(letters) if len(letters.strip("0")) >= MIN_LETTERS else None


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=HASH_BYTES).digest())


def _pack(*hashes: int) -> str:
    return base64.b64encode(b"".join(h.to_bytes(HASH_BYTES) for h in hashes)).decode("ascii")


def _to_page(data: Mapping[str, str]) -> Page:
    (address,), (title,) = _unpack(data["page"]), _unpack(data["title"])
    return Page(address, title, tuple(sorted(set(_unpack(data["lines"])))))


def _unpack(text: str) -> tuple[int, ...]:
    try:
        data = base64.b64decode(text, validate=True)
    except Base64Error as exc:
        raise ValueError(f"{text!r:.40} is no base64") from exc
    if len(data) % HASH_BYTES:
        raise ValueError(f"{text!r:.40} is cut short")
    return tuple(int.from_bytes(data[i : i + HASH_BYTES]) for i in range(0, len(data), HASH_BYTES))
