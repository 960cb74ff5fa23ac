"""Images of the article with their captions and credits, and the lead image."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..lexicon.pictures import CAPTION_NAMES, CREDIT_NAMES, MARK_NAMES
from ..model.document import Embed, Image
from ..model.draft import Block, Claim, Draft, Node
from ..read.urls import absolute_url
from ..text.spaces import clean_line
from .embeds import find_embed
from .picture_credits import is_credit, opens_as_credit, shortest_of, split_credit
from .places import path_of

LAZY_ATTRIBUTES = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-original-src", "data-full-src",
    "data-hi-res-src", "data-large-file", "data-big-src", "data-img-src", "data-image-src", "data-actualsrc",
    "data-echo", "data-url", "data-delayed-url", "data-cfsrc", "data-src-medium", "data-medium-file",
    "data-orig-file", "data-normal", "data-img", "data-image", "datasrc", "file",
)  # fmt: skip
"""Where scripts find the address of an image that is loaded late; the surest first."""
SRCSET_ATTRIBUTES = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set", "srcsets")
MAX_SRCSET_CHARS = 8000
MAX_WIDTH_PX = 2600
"""A wider candidate than this is the archive's original, not what a page shows."""
MIN_SIDE_PX = 70
"""Both sides below this: an icon, a portrait beside a byline, a counter."""
MAX_FIGURE_BLOCKS = 12
"""A wrapper with more blocks than this holds more than one picture and its lines."""
MAX_CAPTION_CHARS = 900
MAX_LINE_CHARS = 300
"""A line under a picture that no markup names is not longer."""
MAX_CLIMB = 5
LEAD_BLOCKS = 20
"""How far above the headline the lead image may stand."""
TAIL_BLOCKS = 12

_CREDIT_NAME = re.compile(rf"-(?:{'|'.join(CREDIT_NAMES)})-")
_CAPTION_NAME = re.compile(rf"-(?:{'|'.join(CAPTION_NAMES)}|[a-z0-9]{{1,20}}caption)-")
_NOISE_NAME = re.compile(
    r"-(?:author|authors|byline|avatar|related|recommended|teaser|promo|ad|ads|advert|advertisement|share|social|logo|nav|menu"
    r"|newsletter|sidebar|comments?|bio|sponsor)-"
)
_PICTURE_NAME = re.compile(r"image|img|photo|foto|picture|bild|zdjeci|-pic-|imagen|immagin|kuva")
_QUOTE_NAME = re.compile(r"-(?:[a-z]{0,12}quotes?|zitat|cita)-")
_TELLING_NAMES = shortest_of(
    {"quote", "zitat", "cita", "caption"}
    | {name.strip("-") for name in (*CREDIT_NAMES, *CAPTION_NAMES, *_PICTURE_NAME.pattern.split("|"))}
)
_TELLING_PARTS = tuple({max(name.split("-"), key=len) for name in _TELLING_NAMES})
"""Every name that one of the patterns above finds has one of these; most names have none."""
_DASHES = str.maketrans(
    {char: "-" for char in map(chr, range(128)) if char not in "abcdefghijklmnopqrstuvwxyz0123456789"}
)
_SPLIT = re.compile(r"[^a-z0-9]+")
_RATIOS = frozenset(((16, 9), (4, 3), (3, 2), (9, 16), (3, 4), (2, 3), (21, 9)))
_FURNITURE_FOLDERS = ("/logo/", "/logos/", "/icons/", "/avatar/", "/avatars/")
_PIXELS = re.compile(r"\s*(\d{1,5})(?:\.\d+)?(?:\s*px)?\s*$")
_STOP_TAGS = frozenset(("article", "main", "body", "html", "#root", "section"))


def find_image(block: Block, base_url: str | None) -> Image | None:
    """The image of an image block at its best size, or None for placeholders, trackers, icons, logos and portraits."""
    attributes = block.attributes
    width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
    if (width, height) in _RATIOS:
        width = height = None
    if width is not None and height is not None and max(width, height) < MIN_SIDE_PX:
        return None
    if (width is not None and width < 5) or (height is not None and height < 5):
        return None
    if MARK_NAMES.intersection(_words(attributes.get("class", ""))) - {"placeholder", "loading", "loader"}:
        return None
    for candidate in _candidates(attributes):
        url = absolute_url(candidate, base_url)
        if url and url.startswith("http") and not is_furniture(url):
            small_svg = url.split("?")[0].endswith(".svg") and (width or 0) < 200
            return None if small_svg else Image(url, _alt(attributes), width=width, height=height)
    return None


def is_furniture(url: str) -> bool:
    """True for addresses that say they are a placeholder, icon, logo or tracker."""
    path = url.split("?", 1)[0].split("#", 1)[0].casefold()
    words = _SPLIT.split(path.rpartition("/")[2])
    return "{" in url or bool(MARK_NAMES.intersection(words)) or any(folder in path for folder in _FURNITURE_FOLDERS)


def _candidates(attributes: Mapping[str, str]) -> Iterator[str]:
    """Addresses, the best first: the largest of the source sets, then late ones, then `src`."""
    sized: list[tuple[float, str]] = []
    for name in SRCSET_ATTRIBUTES:
        value = attributes.get(name)
        if value:
            for line in value[:MAX_SRCSET_CHARS].split("\n"):
                sized.extend(parse_srcset(line))
    fitting = [c for c in sized if c[0] <= MAX_WIDTH_PX]
    yield from (url for _, url in sorted(fitting or sized, key=lambda c: -c[0]))
    for name in LAZY_ATTRIBUTES:
        value = attributes.get(name)
        if value and " " not in value.strip() and ("/" in value or "." in value):
            yield value
    yield attributes.get("src") or ""


def parse_srcset(text: str) -> list[tuple[float, str]]:
    """Width and address of each candidate; a density counts as so many times 800 pixels, no descriptor as 1x.

    >>> parse_srcset("a.jpg 320w, b.jpg 2x,c.jpg")
    [(320.0, 'a.jpg'), (1600.0, 'b.jpg'), (800.0, 'c.jpg')]
    """
    found: list[tuple[float, str]] = []
    url = ""
    for token in text.replace(",\t", ", ").split():
        if not url:
            url, size = token, 0.0
            if url.endswith(","):
                found.append((800.0, url.rstrip(",")))
                url = ""
            continue
        descriptor, comma, rest = token.partition(",")
        size = _size(descriptor)
        found.append((size or 800.0, url))
        url = rest if comma else ""
    if url:
        found.append((800.0, url.rstrip(",")))
    return [(size, url) for size, url in found if url and not url.startswith("data:")]


def _size(descriptor: str) -> float:
    try:
        value = float(descriptor[:-1])
    except ValueError:
        return 0.0
    if not 0 < value < 100_000:
        return 0.0
    return value * 800 if descriptor.endswith("x") else value


def _pixels(value: str | None) -> int | None:
    match = _PIXELS.match(value[:20]) if value else None
    return int(match.group(1)) if match else None


def _alt(attributes: Mapping[str, str]) -> str | None:
    return clean_line(attributes.get("alt", ""), 1000) or None


def _words(text: str) -> Iterable[str]:
    return _SPLIT.split(text[:400].casefold())


class _Pictures:
    """The pictures of one draft's article, and the lines that belong to them."""

    def __init__(self, draft: Draft, first: int, last: int) -> None:
        self.draft = draft
        self.first, self.last = first, last
        self.images: dict[int, Image] = {}
        self.embeds: dict[int, Embed] = draft.facts.setdefault("embeds", {})
        self.lines: dict[int, list[tuple[str, str]]] = {}
        self.known: dict[Node, str] = {}
        self.names: dict[str, str] = {"": ""}

    def collect(self) -> None:
        for block in self.draft.blocks[self.first : self.last]:
            if block.kind == "image" and not block.hidden:
                image = find_image(block, self.draft.base_url)
                if image:
                    self.images[block.index] = image
            elif block.kind == "embed" and not block.hidden and block.index not in self.embeds:
                embed = find_embed(block, self.draft.base_url)
                if embed:
                    self.embeds[block.index] = embed

    def attach(self) -> None:
        """Gives captions and credits their role and remembers whose they are."""
        for block in self.draft.blocks[self.first : self.last]:
            if block.kind != "text" or block.hidden or not _is_open(block) or len(block.text) > MAX_CAPTION_CHARS:
                continue
            kind = self._kind(block)
            if kind:
                self._give(block, kind, self._owner(block))
            else:
                self._attach_plain(block)

    def _attach_plain(self, block: Block) -> None:
        """A line without telling markup: right after a picture or the line below it, or opening with "Photo:"."""
        if len(block.text) > MAX_CAPTION_CHARS // 2:
            return
        index = block.index - 1
        while index > self.first and self.draft.blocks[index].role == "caption":
            index -= 1
        if index in self.images:
            kind = _plain_kind(block.text)
            if kind:
                self._give(block, kind, index)
        elif index - 1 in self.images and is_credit(block.text) and self._is_line(self.draft.blocks[index], block):
            self._give(self.draft.blocks[index], "caption", index - 1)
            self._give(block, "credit", index - 1)
        elif opens_as_credit(block.text, of_picture=True) and is_credit(block.text):
            self._give(block, "credit", None)

    def _is_line(self, block: Block, credit: Block) -> bool:
        """A short line between a picture and its credit, in the same wrapper: the caption."""
        near = credit.node.parent or credit.node
        return (
            block.kind == "text" and _is_open(block) and len(block.text) <= MAX_LINE_CHARS and block.tag != "p"
            and near.first <= block.index < near.last and near.last - near.first <= MAX_FIGURE_BLOCKS
        )  # fmt: skip

    def _kind(self, block: Block) -> str:
        """What the markup around the block makes of it: "caption", "credit" or ""."""
        kind = self._name_kind(block.inner) if block.inner else ""
        node: Node | None = block.node
        for height in range(MAX_CLIMB + 1):
            if node is None:
                break
            found = self.known.get(node)
            if found is None:
                found = self.known[node] = self._node_kind(node)
            if found == "stop":
                break
            if found == "no":
                return ""
            if found == "figure":
                if not self._is_picture_frame(node):
                    return ""
                kind = kind or self._name_kind(node.names) or "caption"
                break
            if not kind:
                kind = found or self._wrapper_kind(node, block, height)
            node = node.parent
        return "credit" if kind == "caption" and is_credit(block.text) else kind

    def _wrapper_kind(self, node: Node, block: Block, height: int) -> str:
        """A wrapper named after the picture holds one with a line or two: `<div class="image-box"><img><div>…`."""
        if not height or self.names.get(node.names) != "picture" or node.last - node.first > 4:
            return ""
        if len(block.text) > MAX_LINE_CHARS or block.link_share > 0.5:
            return ""
        return "caption" if any(i in self.images for i in range(node.first, block.index)) else ""

    def _node_kind(self, node: Node) -> str:
        """What an element says of a line in it: "stop" (look no further), "no", "figure", "caption" or "credit"."""
        tag = node.tag
        if tag in _STOP_TAGS or node.last - node.first > MAX_FIGURE_BLOCKS:
            return "stop"
        if tag in ("blockquote", "table", "pre"):
            return "no"
        found = self._name_kind(node.names) if node.names else ""
        if tag in ("figcaption", "figure") and found != "no":
            return "figure"
        return found

    def _name_kind(self, names: str) -> str:
        kind = self.names.get(names)
        if kind is None:
            kind = self.names[names] = _find_name_kind(names)
        return kind if kind != "picture" else ""

    def _is_picture_frame(self, node: Node) -> bool:
        """A figure holds a picture, if only one that a script puts in later; a quote or a table does not make one."""
        frame = node.within("figure") or node
        blocks = self.draft.blocks[frame.first : frame.last]
        if any(b.kind != "text" for b in blocks):
            return True
        return all(b.node.within("figcaption") for b in blocks) or not any(
            b.node.within("blockquote", "table", "pre", "ul", "p", "figure") is not frame for b in blocks
            if not b.node.within("figcaption")
        )  # fmt: skip

    def _owner(self, block: Block) -> int | None:
        """The picture in the nearest wrapper around the block: the last one before it, else the next."""
        for height, node in enumerate(block.node.ancestors()):
            if height > MAX_CLIMB or node.last - node.first > MAX_FIGURE_BLOCKS or node.tag in ("body", "html"):
                break
            inside = [i for i in range(node.first, node.last) if i in self.images or i in self.embeds]
            if inside:
                return max((i for i in inside if i < block.index), default=inside[0])
        near = (i for i in range(block.index - 1, max(self.first, block.index - 4), -1))
        return next((i for i in near if i in self.images or i in self.embeds), None)

    def _give(self, block: Block, kind: str, owner: int | None) -> None:
        if owner is None and kind == "caption":
            owner = self._late_image(block)
        if owner is not None:
            self.lines.setdefault(owner, []).extend(_inline_lines(block, kind))
        if kind == "credit":
            if owner is not None or self._is_beside_picture(block) or is_credit(block.text):
                self.draft.remove(block, "credit")
        elif owner is not None:
            self.draft.give(block, "caption")
        else:
            self.draft.remove(block, "credit")

    def _is_beside_picture(self, block: Block) -> bool:
        """An image that is no picture of the article (a placeholder, a portrait) stands right before the block."""
        if len(block.text) > MAX_LINE_CHARS // 2:
            return False
        names = f"{block.node.names} {block.inner}"
        before = self.draft.blocks[max(0, block.index - 2) : block.index]
        return "caption" in names or _PICTURE_NAME.search(names) is not None or any(b.kind == "image" for b in before)

    def _late_image(self, block: Block) -> int | None:
        """An image that only a `<noscript>` of the figure holds; it takes the caption's place in the page."""
        node = block.node.within("figure")
        if node is None or node.last - node.first > MAX_FIGURE_BLOCKS:
            return None
        for element in node.element.iter("img", "source"):
            made = Block(block.index, "", node, "img", "image")
            made.attributes = dict(element.items())
            image = find_image(made, self.draft.base_url)
            if image:
                self.images[block.index] = image
                return block.index
        return None

    def describe(self) -> None:
        """Writes captions and credits into their images and embeds."""
        for owner, lines in self.lines.items():
            caption, credit = _join_lines(lines)
            if owner in self.images:
                self.images[owner] = replace(self.images[owner], caption=caption, credit=credit)
            elif caption and not self.embeds[owner].text:
                self.embeds[owner] = replace(self.embeds[owner], text=caption)

    def drop_strangers(self) -> None:
        """Drops images that stand among blocks which are not the article's, and the second of two alike."""
        for index in [i for i in self.embeds if self.first <= i < self.last]:
            block = self.draft.blocks[index]
            if block.kind == "embed" and not self._belongs(block):
                del self.embeds[index]
        seen: set[str] = set()
        for index in sorted(self.images):
            url = self.images[index].url.split("?", 1)[0]
            if url in seen or not self._belongs(self.draft.blocks[index]):
                del self.images[index]
            seen.add(url)

    def _belongs(self, block: Block) -> bool:
        for height, node in enumerate(block.node.ancestors()):
            if height > 1 and node.last - node.first > 4 * MAX_FIGURE_BLOCKS:
                return True
            if height <= MAX_CLIMB and node.tag not in _STOP_TAGS and self._is_noise(node.names):
                return False
            texts = [b for b in self.draft.blocks[node.first : node.last] if b.kind == "text" and not b.hidden]
            texts = [b for b in texts if b.role != "caption" and b.reason != "credit"]
            if texts:
                return any(b.role not in (None, "removed", "disclosure") for b in texts)
        return True

    def _is_noise(self, names: str) -> bool:
        return bool(names) and _NOISE_NAME.search(_flatten(names)) is not None


def _flatten(names: str) -> str:
    """The names' letters and digits with one "-" between, before and behind: "a_b  c--d" → "-a-b-c-d-"."""
    flat = f"-{names.translate(_DASHES) if names.isascii() else '-'.join(_SPLIT.split(names))}-"
    while "--" in flat:
        flat = flat.replace("--", "-")
    return flat


def _find_name_kind(names: str) -> str:
    if not any(map(names.__contains__, _TELLING_PARTS)):
        return ""
    flat = _flatten(names)
    if _QUOTE_NAME.search(flat):
        return "no"
    if _CREDIT_NAME.search(flat):
        return "credit"
    if _CAPTION_NAME.search(flat):
        return "caption"
    return "picture" if _PICTURE_NAME.search(names) else ""


def _inline_lines(block: Block, kind: str) -> list[tuple[str, str]]:
    """The line, or its caption and its credit where an element of its own at the end says who made the picture."""
    for first, after, of, value in block.spans if kind == "caption" else ():
        rest = clean_line("".join(block.pieces[after:]))
        if of == "names" and not rest and _find_name_kind(value) == "credit":
            caption, credit = ("".join(block.pieces[a:b]) for a, b in ((0, first), (first, after)))
            return [("caption", clean_line(caption)), ("credit", clean_line(credit))]
    return [(kind, block.spaced())]


def _join_lines(lines: list[tuple[str, str]]) -> tuple[str | None, str | None]:
    """Caption and credit of a picture from the lines around it, each said once."""
    captions: dict[str, None] = {}
    names: dict[str, None] = {}
    for kind, text in lines:
        caption, credit = split_credit(text)
        if kind == "credit" and not credit:
            caption, credit = "", caption
        captions[caption] = names[credit or ""] = None
    return clean_line(" ".join(filter(None, captions))) or None, clean_line(" ".join(filter(None, names)), 500) or None


def _plain_kind(text: str) -> str:
    """What a line without any mark-up right after an image is: "Foto: …" says so itself."""
    if is_credit(text):
        return "credit"
    if opens_as_credit(text) and len(text) < 400:
        return "caption"
    caption, credit = split_credit(text)
    return "caption" if credit and len(caption) < 300 else ""


def _is_open(block: Block) -> bool:
    return block.role in (None, "body", "heading") or block.reason in ("low_score", "credit")


def _article_span(draft: Draft) -> tuple[int, int, int] | None:
    """First block to look at, the one after the last, and the first of the body; None without a body."""
    body = [b.index for b in draft.blocks if b.role == "body"]
    if not body:
        return None
    title = min((b.index for b in draft.blocks if b.role == "title"), default=body[0])
    return max(0, min(title, body[0]) - LEAD_BLOCKS), min(len(draft.blocks), body[-1] + 1 + TAIL_BLOCKS), body[0]


def mark_images(draft: Draft) -> None:
    """Captions get their role, credits are removed; `facts["images"]` maps block index to Image, in page order.

    The lead image is claimed from the page where an image stands between the headline and the body. A caption whose
    picture has no address that can be followed is removed as credit.
    """
    span = _article_span(draft)
    draft.facts["images"] = {}
    claims = draft.claims.get("lead_image")
    if claims:
        draft.claims["lead_image"] = [c for c in claims if not is_furniture(c.value.url)]
    if span is None:
        return
    pictures = _Pictures(draft, span[0], span[1])
    pictures.collect()
    pictures.attach()
    pictures.describe()
    pictures.drop_strangers()
    draft.facts["images"] = dict(sorted(pictures.images.items()))
    _claim_lead(draft, pictures.images, span[2])


def _claim_lead(draft: Draft, images: dict[int, Image], body_start: int) -> None:
    before = [i for i in sorted(images) if i < body_start]
    if before:
        draft.claim(
            Claim("lead_image", images[before[0]], "dom", path_of(draft.blocks[before[0]]), images[before[0]].url, 0.9)
        )
        return
    claim = draft.best("lead_image")
    if claim is None:
        return
    name = _file_name(claim.value.url)
    for index, image in images.items():
        if name and _file_name(image.url) == name:
            draft.claim(Claim("lead_image", image, "dom", path_of(draft.blocks[index]), image.url, 0.9))
            return


def _file_name(url: str) -> str:
    return url.split("?", 1)[0].rpartition("/")[2]
