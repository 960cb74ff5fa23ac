"""Makes the pages of an invented news site, and a WARC file of them: what the crawler examples and tests run on.

    python tools/make_crawl_site.py fixtures/crawl

writes twelve pages into `fixtures/crawl/pages/`, and `fixtures/crawl/example.warc.gz`; always the same bytes.
"""

from __future__ import annotations

import gzip
import random
import sys
from dataclasses import dataclass
from pathlib import Path

SITE = "https://news.example.com"
PLACES = ("Bergen", "Porto", "Łódź", "Graz", "Cork", "Malmö", "Tartu", "Ghent", "Split", "Nantes")
AUTHORS = ("Ida Nygaard", "Tomás Ferreira", "Ewa Zielińska", "Rosa Lindqvist", "Paul Okafor", "Mina Haddad")
SUBJECTS = ("harbour", "tram line", "public library", "water works", "fish market", "night bus", "town archive")
SENTENCES = (
    "The city council of {place} voted on {day} to rebuild the {subject}, closed since a storm in January.",
    "Work is to begin in spring and will take about {number} months, according to the plans shown to residents.",
    "“We have waited {number} years for this,” said {person}, who has lived next to the {subject} since childhood.",
    "The costs are put at {number} million euros, a third of which is to come from the regional fund.",
    "Two members abstained, saying that the figures had not been checked by anyone outside the administration.",
    "In the neighbouring districts, people fear more traffic while the road along the {subject} is closed.",
    "A first survey in {place} had found cracks in {number} of the supporting walls, more than engineers had expected.",
    "The opposition asked for a second opinion, and wants the contract to be published before anything is signed.",
    "How long the temporary {subject} will stay open is not known; the mayor spoke of {number} weeks at most.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page of the site: its path, its body in its charset, and the Content-Type it is sent with."""

    path: str
    body: bytes
    content_type: str

    @property
    def url(self) -> str:
        """The address on the invented site."""
        return SITE + self.path


def make_page(number: int, paragraphs: int = 9) -> MadePage:
    """The page with that number; every fourth is in a charset that only its Content-Type tells."""
    rng = random.Random(number)
    place, person, subject = rng.choice(PLACES), rng.choice(AUTHORS), rng.choice(SUBJECTS)
    charset = "iso-8859-2" if number % 4 == 3 else "utf-8"
    title = f"{place} rebuilds its {subject} after all"
    body = [
        sentence.format(place=place, person=person, subject=subject, number=rng.randint(2, 40), day=rng.choice(DAYS))
        for sentence in (rng.choice(SENTENCES) for _ in range(2 * paragraphs))
    ]
    text = [f"<p>{first} {second}</p>" for first, second in zip(body[::2], body[1::2], strict=True)]
    aside = f'<aside class="related"><h3>More</h3><a href="/news/{number + 1}.html">Next story</a></aside>'
    text.insert(len(text) // 2, aside)
    meta = '<meta charset="utf-8">' if charset == "utf-8" else ""
    links = "".join(
        f'<li><a href="/news/{other}.html">Story {other}</a></li>' for other in range(number + 1, number + 4)
    )
    markup = (
        f'<!doctype html><html lang="en"><head>{meta}<title>{title} – Example News</title>'
        f'<link rel="canonical" href="{SITE}/news/{number}.html"><meta property="og:site_name" content="Example News">'
        f'<meta property="article:published_time" content="2026-03-{1 + number % 28:02d}T08:15:00+01:00"></head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/city">City</a></li></ul></nav>'
        f"<main><article><h1>{title}</h1>"
        f'<p class="dek">The {subject} of {place} is to open again, but who pays is open.</p>'
        f'<div class="byline">By <a rel="author" href="/by/{number % 6}">{person}</a></div>'
        f'<div class="article-body">{"".join(text)}</div></article></main><footer><ul>{links}</ul>'
        "<p>© Example News. All rights reserved.</p></footer></body></html>"
    )
    return MadePage(
        f"/news/{number}.html", markup.encode(charset, "xmlcharrefreplace"), f"text/html; charset={charset}"
    )


def to_warc_record(page: MadePage, number: int) -> bytes:
    """The page as a WARC response record."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {page.content_type}\r\n\r\n".encode("ascii") + page.body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {page.url}\r\n"
        f"WARC-Date: 2026-03-{1 + number % 28:02d}T09:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode("ascii") + http + b"\r\n\r\n"


def to_warc(pages: list[MadePage]) -> bytes:
    """The pages as a WARC file, each record gzipped by itself."""
    return b"".join(gzip.compress(to_warc_record(page, number), mtime=0) for number, page in enumerate(pages))


def main(folder: Path) -> None:
    """Write the example files."""
    pages = [make_page(number) for number in range(12)]
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    for page in pages:
        (folder / "pages" / Path(page.path).name).write_bytes(page.body)
    (folder / "example.warc.gz").write_bytes(to_warc(pages))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
