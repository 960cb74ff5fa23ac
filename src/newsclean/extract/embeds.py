"""Embedded posts, videos and audio players: iframes, media elements and quoted posts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from ..lexicon.embeds import NO_CONTENT_HOSTS, NO_CONTENT_WORDS, POST_CLASSES, PROVIDERS
from ..model.document import Embed
from ..model.draft import Block, Draft, Node
from ..model.hosts import find_host
from ..read.urls import absolute_url
from ..text.spaces import clean_line

MAX_POST_BLOCKS = 40
MAX_POST_CHARS = 5000
MAX_NAMED_CHARS = 2500
"""A box that is only named for a post holds no more: the longest that networks take is 2,200. With more, it is the article's."""
_SOURCE_ATTRIBUTES = ("src", "data-src", "data-lazy-src", "data-url", "data-embed-url", "data-href", "data")
_AMP_ADDRESSES = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v={}"),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/{}"),
    "amp-facebook": ("data-href", "{}"),
}
_POST_PROVIDERS = frozenset(PROVIDERS.values())
_ID = re.compile(r"[\w-]{1,64}$")
_YOUTUBE = re.compile(r"/(?:embed|v|shorts)/([\w-]{6,20})")


def find_embed(block: Block, base_url: str | None) -> Embed | None:
    """What an embed block shows, or None for ads, trackers, captchas, log-in frames and frames without an address."""
    attributes = block.attributes
    template = _AMP_ADDRESSES.get(block.tag)
    if template:
        key = attributes.get(template[0], "")
        address = template[1].format(key) if template[1] == "{}" or _ID.match(key) else None
    else:
        address = next((attributes[n] for n in _SOURCE_ATTRIBUTES if attributes.get(n)), None)
    url = absolute_url(address, base_url)
    if not url or not url.startswith("http"):
        return None
    if _is_tiny(attributes) or _is_hidden_frame(url):
        return None
    provider = find_provider(url)
    return Embed(provider, _watch_url(url, provider)) if provider else None


def find_provider(url: str) -> str | None:
    """The domain of who shows the embedded thing, or None where it is no content.

    >>> find_provider("https://www.youtube-nocookie.com/embed/abcdef123")
    'youtube.com'
    >>> find_provider("https://player.example.co.uk/v/1")
    'player.example.co.uk'
    """
    host = find_host(url).removeprefix("www.")
    if not host:
        return None
    parts = host.split(".")
    tails = [".".join(parts[i:]) for i in range(len(parts) - 1)]
    if any(tail in NO_CONTENT_HOSTS for tail in tails):
        return None
    return next((PROVIDERS[tail] for tail in tails if tail in PROVIDERS), host)


def _is_tiny(attributes: Mapping[str, str]) -> bool:
    return any(attributes.get(name, "").strip().removesuffix("px") in ("0", "1", "2") for name in ("width", "height"))


def _is_hidden_frame(url: str) -> bool:
    words = set(re.split(r"[^a-z0-9]+", url[:300].casefold()))
    return not words.isdisjoint(NO_CONTENT_WORDS)


def _watch_url(url: str, provider: str) -> str:
    """The address a person opens: a YouTube or Facebook frame names the post inside its own address."""
    parts = urlsplit(url)
    if provider == "youtube.com" and (match := _YOUTUBE.search(parts.path)):
        return f"https://www.youtube.com/watch?v={match.group(1)}"
    if provider == "facebook.com" and "/plugins/" in parts.path:
        try:
            inner = parse_qs(parts.query, max_num_fields=20).get("href", [""])[0]
        except ValueError:
            return url
        return absolute_url(inner, None) or url
    return url


def mark_embeds(draft: Draft) -> None:
    """Posts quoted in the page, and addresses of such that stand alone, become one embed each, by block index in `facts["embeds"]`.

    The text blocks of a post get the role `caption`: the embed holds their words. Frames inside the article are added
    with their own index; their blocks keep their role.
    """
    embeds: dict[int, Embed] = draft.facts.setdefault("embeds", {})
    providers: dict[str, str] = {"": ""}
    seen: set[Node] = set()
    done = -1
    for block in draft.blocks:
        if block.kind == "embed" and not block.hidden and block.index >= done:
            embed = find_embed(block, draft.base_url)
            if embed:
                embeds[block.index] = embed
        elif block.kind == "text" and (post := _find_bare_post(block.text)):
            embeds[block.index] = post
            draft.give(block, "caption")
        node: Node | None = block.node
        while node is not None and node not in seen:
            seen.add(node)
            names = node.names
            provider = providers.get(names)
            if provider is None:
                provider = providers[names] = _find_post_provider(names)
            if provider and not block.hidden and block.index >= done and _is_post(node, draft.blocks):
                embeds[node.first] = _read_post(draft, node, provider)
                done = node.last
            node = node.parent


def _find_bare_post(text: str) -> Embed | None:
    """The post whose address is all of a text: what the editor's software made no frame of."""
    if not text.startswith(("https://", "http://")) or " " in text:
        return None
    url = absolute_url(text, None)
    provider = find_provider(url) if url else None
    return Embed(provider, url) if provider in _POST_PROVIDERS and urlsplit(text).path.strip("/") else None


def _find_post_provider(names: str) -> str:
    for word in names.split():
        if word in POST_CLASSES:
            return POST_CLASSES[word]
    return ""


def _is_post(node: Node, blocks: list[Block]) -> bool:
    if node.tag == "blockquote":
        return node.last - node.first <= MAX_POST_BLOCKS
    named = any(w in POST_CLASSES and w.endswith(("-media", "-embed", "-tweet")) for w in node.names.split())
    if not named or node.tag not in ("figure", "div", "section") or node.last - node.first > MAX_POST_BLOCKS:
        return False
    return sum(len(b.text) for b in blocks[node.first : node.last]) <= MAX_NAMED_CHARS


def _read_post(draft: Draft, node: Node, provider: str) -> Embed:
    texts: list[str] = []
    url = None
    for attribute in ("data-instgrm-permalink", "cite", "data-href"):
        url = url or absolute_url(node.element.get(attribute), draft.base_url)
    link = None
    for block in draft.blocks[node.first : node.last]:
        if block.kind != "text":
            continue
        texts.append(block.text)
        draft.give(block, "caption")
        for _, _, kind, value in block.spans:
            if kind == "a" and find_provider(absolute_url(value, draft.base_url) or "") == provider:
                link = absolute_url(value, draft.base_url)  # the last link is the post's date, and leads to the post
    return Embed(provider, url or link, clean_line(" ".join(texts), MAX_POST_CHARS) or None)
