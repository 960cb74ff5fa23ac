"""The first pass of a batch that learns sites: what the pages of each site have in common.

Only a sample of each site's pages is cleaned for it: those whose addresses have the smallest hashes, as in the profile
itself, so that a site of a hundred thousand pages costs no more than a few hundred of them.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import heappush, heapreplace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclean.batch.errors import BatchError
from newsclean.batch.fetching import needs_fetch
from newsclean.batch.pool import Pool, PoolOptions
from newsclean.batch.records import Record
from newsclean.batch.work import CleanRecord, Cleans
from newsclean.model.errors import DocumentError
from newsclean.model.site_profile import MAX_PAGES, MIN_PAGES, Page, SiteProfile, document_lines, site_of, to_page

if TYPE_CHECKING:
    from newsclean.api import Cleaner

NAME = "_sites.json"
"""Beside the shards: what was learned, so that a resumed run goes on with the same."""
Profiles = dict[str, SiteProfile]
Learned = tuple[str, Page]


@dataclass(frozen=True, slots=True)
class LearnWork:
    """Record to its site and the hashes of its lines; None where the page has no address."""

    clean: CleanRecord

    def __call__(self, record: Record) -> Learned | None:
        """What the profile keeps of the page: no words."""
        document = self.clean(record)
        url = document.canonical_url or document.url
        site = site_of(url)
        return (site, to_page(document_lines(document), url, document.title)) if site else None


def learn_profiles(
    cleaner: Cleans, records: Iterable[Record], options: PoolOptions, report: Callable[[int], None]
) -> Profiles:
    """A profile for each site of the records that has enough pages; `report` is called with the pages read so far.

    Raises:
        BatchError: The records can be read only once, or are addresses, which would have to be fetched twice.
    """
    if iter(records) is records or getattr(records, "reads_once", False):
        raise BatchError("learning sites reads the pages twice, which a stream does not allow")
    pool: Pool[Record, Learned | None] = Pool(LearnWork(CleanRecord(_with_options(cleaner, ledger="full"))), options)
    profiles: Profiles = {}
    for done, outcome in enumerate(pool.map(_sample(records))):
        if outcome.value is not None:
            site, page = outcome.value
            profiles[site] = profiles.get(site, SiteProfile()).merge(SiteProfile((page,)))
        report(done + 1)
    return {site: profile for site, profile in sorted(profiles.items()) if len(profile) >= MIN_PAGES}


def with_profiles(cleaner: Cleans, profiles: Mapping[str, SiteProfile]) -> Cleans:
    """The cleaner, using the profiles."""
    return _with_options(cleaner, site_profile=profiles) if profiles else cleaner


def save_profiles(profiles: Profiles, folder: Path) -> None:
    """Write them beside the shards: whole or not at all."""
    unfinished = folder / f"{NAME}.tmp"
    with open(unfinished, "w", encoding="ascii") as file:
        json.dump({site: profile.to_dict() for site, profile in profiles.items()}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, folder / NAME)


def load_profiles(folder: Path) -> Profiles | None:
    """What an earlier run learned; None where it did not come so far.

    Raises:
        BatchError: The file is damaged.
    """
    try:
        found = json.loads((folder / NAME).read_text("ascii"))
        return {site: SiteProfile.from_dict(profile) for site, profile in found.items()}
    except FileNotFoundError:
        return None
    except (ValueError, AttributeError, DocumentError) as exc:
        raise BatchError(f"{folder / NAME} is damaged: {exc}") from exc


def _sample(records: Iterable[Record]) -> Iterator[Record]:
    """The records that may be in the sample of their site: its smallest hashes so far. Those without a site all are."""
    largest_first: dict[str, list[int]] = {}
    for record in records:
        if needs_fetch(record):
            raise BatchError("learning sites reads the pages twice; fetch them first, into a folder or a WARC file")
        site = site_of(record.url)
        mark = -int.from_bytes(hashlib.blake2b((record.url or "").encode("utf-8", "replace"), digest_size=8).digest())
        heap = largest_first.setdefault(site, [])
        if not site or len(heap) < MAX_PAGES:
            if site:
                heappush(heap, mark)
            yield record
        elif mark > heap[0]:
            heapreplace(heap, mark)
            yield record


def _with_options(cleaner: Cleans, **changes: Any) -> Cleaner:
    from newsclean.api import Cleaner

    if not isinstance(cleaner, Cleaner):
        raise BatchError("learning sites needs a newsclean.Cleaner")
    return Cleaner(replace(cleaner.options, **changes), chain=cleaner.chain, text_chain=cleaner.text_chain)
