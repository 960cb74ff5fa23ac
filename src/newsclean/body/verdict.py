"""What kind of page this is, and how sure the body is."""

from __future__ import annotations

from ..lexicon.gates import (
    BLOCKED_PHRASES,
    ERROR_PHRASES,
    GALLERY_TITLES,
    MIN_CONSENT_TERMS,
    MIN_SHORT_CONSENT_TERMS,
    PAYWALL_PHRASES,
    SCRIPT_PHRASES,
    consent_terms,
    has_phrase,
    is_consent_text,
)
from ..model.draft import Block, Draft
from .confidence import find_confidence
from .live import is_live_blog

GATE_WORDS = 160
"""A page that prints more running text than this is no robot check and no error page (the longest seen: 130)."""
TOLD_BLOCKS = 3
"""From so many paragraphs on, "Are you a robot?" in the headline alone is a story about it."""
SHELL_WORDS = 60
"""A page whose whole visible text is shorter, and that runs scripts, waits for them."""
STUB_WORDS = 180
"""A body above a wall that is shorter than this is its teaser (the access step's 1,200 characters in words)."""
WALL_BLOCKS = 12
"""So many blocks after the body's last are read for a subscription offer."""
MAX_WALL_CHARS = 400
CONSENT_SHARE = 0.6
"""Share of the page's running text that consent blocks must make."""
MIN_CONSENT_BLOCK_TERMS = 2
MIN_PROSE_WORDS = 9
"""From here on a block with few links is running text."""

MEDIA_WORDS = 120
"""A video's or an audio's page has its description only: fewer words than this."""
INDEX_TEASERS = 8
"""Linked headlines from which on a page is a list of stories; related boxes of articles have up to seven."""
INDEX_WORDS = 25
"""A text of more words is short news, however many headlines surround it (four articles of the arena have 37 to 50 words)."""
MIN_TEASER_WORDS = 4
MAX_TEASER_WORDS = 30
"""Below a linked headline; an article whose sub-headings are links has more text below each."""
GALLERY_IMAGES = 5
GALLERY_WORDS_PER_IMAGE = 40

_BAD_STATUS = frozenset((401, 402, 403, 407, 429, 451, 503))
_GONE_STATUS = frozenset((404, 410, 500, 502, 504))
_VIDEO_TYPES = frozenset(("VideoObject", "Clip", "TVEpisode", "Movie"))
_AUDIO_TYPES = frozenset(("AudioObject", "PodcastEpisode", "RadioEpisode"))
_GALLERY_TYPES = frozenset(("ImageGallery", "MediaGallery"))
_ARTICLE_TYPES = frozenset(("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "OpinionNewsArticle"))
_INDEX_TYPES = frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage"))
_VIDEO_PATHS = ("/video/", "/videos/", "/watch/", "-video-", "/mediathek/")
_AUDIO_PATHS = ("/audio/", "/podcast/", "/podcasts/", "/listen/")
_GALLERY_PATHS = ("/gallery/", "/galleries/", "/bilder/", "/fotostrecke", "/bildergalerie", "/galerie/", "/fotogallery",
                  "/photos/", "/picture-gallery", "/in-pictures", "/galeria/", "/fotos/", "/diaporama")  # fmt: skip


def mark_kind(draft: Draft) -> None:
    """Set `draft.kind` and `draft.confidence`; a page that is a gate and no article keeps no body."""
    texts = [b for b in draft.blocks if b.kind == "text" and not b.hidden and b.text]
    body = draft.with_role("body")
    words = sum(b.words for b in body)
    draft.kind = _gate(draft, texts, words) or _kind(draft, texts, body, words)
    if draft.kind in ("blocked", "consent", "script_shell", "empty"):
        _clear(draft)
    draft.confidence = find_confidence(draft)


def _clear(draft: Draft) -> None:
    """No text of a gate is the article's."""
    for block in draft.with_role("body", "heading", "dek"):
        draft.remove(block, "navigation" if draft.kind == "consent" else "low_score")
        block.rule = f"the page is {draft.kind}"
    draft.claims["dek"] = [c for c in draft.claims.get("dek", ()) if c.source != "dom"]


def _gate(draft: Draft, texts: list[Block], words: int) -> str | None:
    """The kind of a page that stands before the article, or None."""
    if draft.is_text:
        return None if texts else "empty"
    if not texts:
        return "script_shell" if _has_script(draft) else "empty"
    prose = [b for b in texts if b.words >= MIN_PROSE_WORDS and b.link_share < 0.5]
    running = sum(b.words for b in prose)
    if running <= GATE_WORDS:
        kind = _short_gate(draft, texts)
        if kind is not None:
            return kind
    asks = _is_consent(prose, running) or (running <= GATE_WORDS and _asks_consent(texts, running))
    if asks and not _tells(draft):
        return "consent"
    if not words and sum(b.words for b in texts) < SHELL_WORDS and _has_script(draft):
        return "script_shell"
    return None


def _short_gate(draft: Draft, texts: list[Block]) -> str | None:
    """What the few words of a page say, its title's and status included."""
    title = draft.value("title")
    words = " ".join([title if isinstance(title, str) else "", *(b.text for b in texts[:60])])
    status = draft.facts.get("status")
    told = sum(b.role == "body" and b.words >= MIN_PROSE_WORDS for b in texts) >= TOLD_BLOCKS
    asked = " ".join(b.text for b in texts[:60] if b.role != "title") if told else words
    if has_phrase(asked, BLOCKED_PHRASES) or status in _BAD_STATUS:
        return "blocked"
    if has_phrase(words, ERROR_PHRASES) or status in _GONE_STATUS:
        return "empty"
    if has_phrase(words, SCRIPT_PHRASES) and _has_script(draft):
        return "script_shell"
    return None


def _is_consent(prose: list[Block], running: int) -> bool:
    if not running or not is_consent_text(" ".join(b.text for b in prose[:40])):
        return False
    said = sum(b.words for b in prose if consent_terms(b.text) >= MIN_CONSENT_BLOCK_TERMS)
    return said >= CONSENT_SHARE * running


def _tells(draft: Draft) -> bool:
    """Whether a headline and a text below it speak of other things than consent: the box is laid over short news."""
    if any(consent_terms(b.text) for b in draft.with_role("title")):
        return False
    return sum(b.words for b in draft.with_role("body") if b.score > 0 and not consent_terms(b.text)) >= INDEX_WORDS


def _asks_consent(texts: list[Block], running: int) -> bool:
    """A short page whose headline, text and buttons together ask for consent, in one block that is most of it."""
    if not is_consent_text(" ".join(b.text for b in texts[:60]), MIN_SHORT_CONSENT_TERMS):
        return False
    asking = [b.words for b in texts if consent_terms(b.text) >= MIN_CONSENT_TERMS - 2]
    return sum(asking) >= CONSENT_SHARE * running


def _has_script(draft: Draft) -> bool:
    return draft.root is not None and next(draft.root.iter("script"), None) is not None


def _kind(draft: Draft, texts: list[Block], body: list[Block], words: int) -> str:
    """The kind of a page that has content."""
    types = {c.value for c in draft.claims.get("ld_type", ())}
    declared = draft.value("og_type")
    og_type = declared.casefold() if isinstance(declared, str) else ""
    path = "/" + (draft.url or "").casefold().partition("://")[2].partition("/")[2]
    title = draft.value("title")
    name = title.casefold() if isinstance(title, str) else ""
    if is_live_blog(draft, types, path, name):
        return "live_blog"
    if words < MEDIA_WORDS:
        if og_type.startswith("video") or (types & _VIDEO_TYPES and _any_in(path, _VIDEO_PATHS)):
            return "video"
        if types & _AUDIO_TYPES and (og_type.startswith("music") or _any_in(path, _AUDIO_PATHS)):
            return "audio"
    if _is_gallery(draft, types, path, name, words):
        return "gallery"
    if words and _is_stub(texts, body, words):
        if _offers(body[-1]):
            draft.remove(body[-1], "promo")
        return "paywall_stub"
    return "index" if _is_index(texts, body, types, words) else "article"


def _any_in(path: str, parts: tuple[str, ...]) -> bool:
    return any(part in path for part in parts)


def _is_gallery(draft: Draft, types: set[str], path: str, name: str, words: int) -> bool:
    if not (types & _GALLERY_TYPES or _any_in(path, _GALLERY_PATHS) or _any_in(name, GALLERY_TITLES)):
        return False
    images = len(draft.facts.get("images", {}))
    return images >= GALLERY_IMAGES and words < GALLERY_WORDS_PER_IMAGE * images


def _is_stub(texts: list[Block], body: list[Block], words: int) -> bool:
    """A short body with an offer to subscribe as its end or right below it; one between its paragraphs cuts nothing off."""
    if words >= STUB_WORDS:
        return False
    last = body[-1].index
    behind = [b for b in texts if last < b.index][:WALL_BLOCKS]
    return any(map(_offers, [body[-1], *behind]))


def _offers(block: Block) -> bool:
    """Whether the block asks to subscribe, for more than to be rid of cookies."""
    text = block.text
    return len(text) < MAX_WALL_CHARS and has_phrase(text, PAYWALL_PHRASES) and not consent_terms(text)


def _is_index(texts: list[Block], body: list[Block], types: set[str], words: int) -> bool:
    """A list of stories: no text of its own, little of it between many linked headlines, or one such above each paragraph."""
    if not words:
        return True
    if not types & _ARTICLE_TYPES and _is_headed_throughout(texts, body, words):
        return True
    if words >= INDEX_WORDS and not types & _INDEX_TYPES:
        return False
    teasers = [b for b in texts if b.level and b.link_share > 0.8 and b.words >= MIN_TEASER_WORDS]
    return len(teasers) >= INDEX_TEASERS and sum(b.words for b in teasers) > words


def _is_headed_throughout(texts: list[Block], body: list[Block], words: int) -> bool:
    """Linked headlines all the way through what was taken for the text, each with no more than a teaser below it."""
    first, last = body[0].index, body[-1].index
    inside = [b for b in texts if first - 2 <= b.index <= last and b.level and b.link_share > 0.8]
    heads = [b.index for b in inside if b.words >= MIN_TEASER_WORDS]
    begins = len(body) > 1 and bool(heads) and heads[0] < body[1].index
    return begins and len(heads) >= INDEX_TEASERS and words <= MAX_TEASER_WORDS * len(heads)
