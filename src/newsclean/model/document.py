"""The document and its parts: frozen, slotted, picklable values. Names are a contract; see docs/document.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal[
    "article", "live_blog", "gallery", "video", "audio", "index", "paywall_stub", "consent", "blocked",
    "script_shell", "empty",
]  # fmt: skip
Access = Literal["free", "metered", "stub", "unknown"]
Direction = Literal["ltr", "rtl"]
DisclosureKind = Literal[
    "ai", "sponsored", "affiliate", "syndication", "credit", "correction", "update", "interest", "opinion",
    "licence", "source", "other",
]  # fmt: skip
RemovalReason = Literal[
    "ad", "related", "promo", "furniture", "author_bio", "tags", "comments", "navigation", "breadcrumb",
    "duplicate_title", "duplicate_dek", "duplicate_block", "hidden", "credit", "dateline_only", "boilerplate",
    "low_score",
]  # fmt: skip
AuthorKind = Literal["person", "organisation"]
MarkKind = Literal["strong", "em", "code", "sub", "sup", "del", "mark"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link over `text[start:end]`; `url` is absolute, http, https or mailto."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Emphasis over `text[start:end]`."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `links` and `marks` are offsets into `text`."""

    text: str
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
    type: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list; `children` is the list nested below it."""

    text: str
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
    children: ListBlock | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, nested lists inside their items."""

    ordered: bool
    items: tuple[ListItem, ...]
    type: Literal["list"] = "list"


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote; `cite` its speaker or source, `pull` True where the page says that it is pulled out of the text."""

    text: str
    cite: str | None = None
    pull: bool = False
    type: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Table:
    """A data table; `header` is empty where the page marks none."""

    rows: tuple[tuple[str, ...], ...]
    header: tuple[str, ...] = ()
    caption: str | None = None
    type: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Image:
    """An image; `url` absolute, `width` and `height` in CSS pixels where the page says them."""

    url: str
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    width: int | None = None
    height: int | None = None
    type: Literal["image"] = "image"


@dataclass(frozen=True, slots=True)
class Embed:
    """An embedded post, video or audio; `provider` is a domain such as "youtube.com"."""

    provider: str
    url: str | None = None
    text: str | None = None
    type: Literal["embed"] = "embed"


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text, its lines kept."""

    text: str
    type: Literal["code"] = "code"


@dataclass(frozen=True, slots=True)
class Box:
    """A fact box, or another aside, that belongs to the article."""

    blocks: tuple[DocumentBlock, ...]
    title: str | None = None
    type: Literal["box"] = "box"


DocumentBlock = Paragraph | ListBlock | Quote | Table | Image | Embed | Code | Box


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it owns; the first section may have no heading (level 0), else 2–6 as printed."""

    blocks: tuple[DocumentBlock, ...]
    heading: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Author:
    """Who signs: never a time, a place, a role or the site itself unless the page signs so."""

    name: str
    url: str | None = None
    role: str | None = None
    kind: AuthorKind = "person"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What the page disclosed, whole, and where it stood."""

    kind: DisclosureKind
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """A visible block that is in no field: its reason, the step that decided, and where it stood."""

    reason: RemovalReason
    text: str
    step: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a field's value came from, as it stood there, with the values that lost in `others`."""

    source: str
    path: str = ""
    raw: str = ""
    confidence: float = 0.0
    others: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A news page as a typed value.

    Attributes:
        kind: What the page is; only `article` and `live_blog` promise a body.
        confidence: How sure the body is, 0–1, calibrated: of the pages at 0.9, nine in ten have a body F1 above 0.9.
        url: The address asked for.
        canonical_url: The address the page declares, absolute.
        title: The printed headline, without the site's name.
        kicker: The short label above the headline ("Analysis").
        dek: The summary between headline and body; several lines are joined by a newline.
        byline: The credit line as printed.
        authors: Who signs, in printed order.
        dateline: Place and agency that open the first paragraph; the paragraph keeps them.
        published: ISO 8601 with the page's own offset, or the day alone where only that is known.
        modified: As `published`, of the last change the page states.
        site_name: The publication's name.
        category: The section of the site ("Politics").
        tags: The page's own topic words, in printed order.
        language: BCP 47 ("en", "pt-BR").
        direction: Reading direction, `ltr` or `rtl`.
        access: Whether the text is free, metered or cut short by a paywall.
        lead_image: The picture that opens the article.
        sections: The body: headings with the blocks they own.
        disclosures: What the page disclosed; never in the sections.
        removed: The ledger: visible blocks that are in no field, each with its reason.
        provenance: For each field: where its value came from, and which values lost.
        warnings: What went wrong on the way, in plain words.
        variants: The other addresses of the page by kind ("amp", "mobile", "en").
        fingerprint: A near-duplicate hash of the text, 16 hexadecimal digits.
        extra: What plug-ins added; JSON values only.
    """

    kind: Kind
    confidence: float = 0.0
    url: str | None = None
    canonical_url: str | None = None
    title: str | None = None
    kicker: str | None = None
    dek: str | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    site_name: str | None = None
    category: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    direction: Direction | None = None
    access: Access = "unknown"
    lead_image: Image | None = None
    sections: tuple[Section, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    removed: tuple[Removal, ...] = ()
    provenance: Mapping[str, Provenance] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    variants: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        r"""Headings and block texts, a blank line between; no title, dek, captions or disclosures.

        >>> Document("article", sections=(Section((Paragraph("Rain fell."),), heading="Weather", level=2),)).text
        'Weather\n\nRain fell.'
        """
        from .plain_text import to_plain_text

        return to_plain_text(self.sections)

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers with every field; `from_dict` gives the document back.

        Raises:
            DocumentError: `extra` holds something that is no JSON value.
        """
        from .codec import to_dict

        return to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as JSON text, non-ASCII letters as they are.

        Raises:
            DocumentError: `extra` holds something that is no JSON value.
        """
        from .codec import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Document:
        """The document of a dict made by `to_dict`; absent keys take their defaults.

        Raises:
            DocumentError: a key is unknown or a value has the wrong type; the message says which.
        """
        from .codec import from_dict

        return from_dict(data)

    @classmethod
    def from_json(cls, data: str | bytes) -> Document:
        """The document of a JSON text made by `to_json`.

        Raises:
            DocumentError: not JSON, or not a document.
        """
        from .codec import from_json

        return from_json(data)

    def to_text(self, *, header: bool = True, disclosures: bool = True) -> str:
        """Text safe to print: title, dek, byline and date on top, the text, disclosures at the end."""
        from newsclean.render.text import to_text

        return to_text(self, header=header, disclosures=disclosures)

    def to_markdown(self, *, front_matter: bool = True, header: bool = True, disclosures: bool = True) -> str:
        """GitHub-flavoured Markdown; nothing in the page's words can become markup."""
        from newsclean.render.markdown import to_markdown

        return to_markdown(self, front_matter=front_matter, header=header, disclosures=disclosures)

    def to_html(self, *, full_page: bool = False, header: bool = True, disclosures: bool = True) -> str:
        """An HTML5 `<article>` built anew from the document; with `full_page` a whole page around it."""
        from newsclean.render.html import to_html

        return to_html(self, full_page=full_page, header=header, disclosures=disclosures)
