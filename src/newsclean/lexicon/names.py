"""What the class, id and role names of an element hint at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_PARTS = re.compile(r"[a-z]+|[0-9]+[a-z]*")
_MAX_NAMES_CHARS = 400

WORDS: dict[str, tuple[str, ...]] = {
    "ad": (
        "ad", "ads", "adv", "advert", "adverts", "advertisement", "advertisements", "advertising", "adslot", "adunit", "adbox",
        "adblock", "adcontainer", "adwrapper", "adsense", "adtech", "adplacement", "adhesion", "anzeige", "anzeigen", "werbung",
        "sponsor", "sponsored", "sponsors", "outbrain", "taboola", "teads", "dfp", "gpt", "doubleclick", "leaderboard", "mpu",
        "billboard", "skyscraper", "reklama", "reklam", "publicidad", "publicite", "publicidade", "pubblicita", "annonce", "annons",
        "annoncer", "native", "promoted", "adtext", "adlabel", "deals", "coupon", "coupons", "gutschein", "gutscheine", "commercial",
        "marketplace", "revcontent", "plista", "zergnet", "adchoices",
    ),
    "related": (
        "related", "relateds", "relatedcontent", "relatedarticles", "relatedposts", "relatedstories", "recommended", "recommendation",
        "recommendations", "recommend", "recirc", "recirculation", "popular", "mostpopular", "mostread", "mostviewed", "trending",
        "trends", "teaser", "teasers", "teaserlist", "more", "morefrom", "readmore", "readalso", "readnext", "upnext", "next", "latest",
        "recent", "similar", "suggested", "suggestions", "also", "inline-related", "promo-link", "crosslink", "crosslinks", "linklist",
        "seealso", "ticker", "headlines", "carousel", "slider", "feed", "newsfeed", "river", "listing", "top", "stories", "storylist",
        "othernews", "siblings", "collection", "recs", "mostcommented", "pagination", "pager", "prevnext", "card", "cards",
    ),
    "promo": (
        "newsletter", "newsletters", "subscribe", "subscription", "subscriptions", "subscriber", "signup", "paywall", "piano", "regwall",
        "registration", "membership", "member", "donate", "donation", "donations", "support", "promo", "promotion", "promos", "cta", "app",
        "appstore", "abo", "abonnement", "offer", "offers", "login", "signin", "register", "optin", "mailchimp", "marketing", "plus",
        "premium", "upsell", "whatsapp-channel", "inbox", "email-signup", "mc4wp", "kampyle", "appeal", "contribute", "contributions",
    ),
    "furniture": (
        "share", "shares", "sharing", "sharebar", "sharebuttons", "sharethis", "sharedaddy", "addthis", "addtoany", "social", "socials",
        "socialmedia", "print", "printer", "bookmark", "bookmarks", "toolbar", "tools", "tool", "utility", "actions", "action", "buttons",
        "button", "btn", "player", "audio", "audioplayer", "video-player", "videoplayer", "jwplayer", "vjs", "controls", "podcast",
        "listen", "readspeaker", "speech", "rating", "ratings", "vote", "voting", "poll", "counter", "count", "counts", "views", "fontsize",
        "resize", "textsize", "lightbox", "gallery-nav", "tooltip", "popup", "modal", "overlay", "toast", "report", "error", "feedback",
        "follow", "copy", "copylink", "permalink", "toc", "breaking", "loader", "loading", "spinner", "sr-only", "visually", "visuallyhidden",
        "screen-reader", "jetpack", "likes", "like", "reactions", "embed", "thumbs", "corrections", "skip",
    ),
    "author_bio": (
        "bio", "biography", "authorbio", "authorbox", "author-bio", "author-box", "author-info", "author-card", "authorcard",
        "aboutauthor", "about-author", "about-the-author", "contributor", "contributors", "author-profile", "author-description",
        "authordescription", "author-block", "post-author", "author-footer", "article-author-bio", "saboxplugin", "sab", "m-a-box",
    ),
    "tags": (
        "tag", "tags", "taglist", "tagcloud", "tag-list", "tag-links", "topic", "topics", "keyword", "keywords", "labels", "hashtags",
        "categories", "subjects", "post-tags", "article-tags", "schlagworte", "themen", "tagi", "etiquetas", "entities",
    ),
    "comments": (
        "comment", "comments", "commentlist", "comment-list", "commentary", "disqus", "livefyre", "viafoura", "coral", "openweb", "spotim",
        "spot-im", "respond", "reply", "replies", "discussion", "conversation", "forum", "kommentare", "kommentar", "comentarios",
        "commentaires", "reader", "readers", "respond", "commentform", "fb-comments", "hyvor", "talk",
    ),
    "navigation": (
        "nav", "navbar", "navigation", "menu", "menus", "submenu", "megamenu", "mainmenu", "header", "masthead", "topbar", "footer",
        "siteheader", "sitefooter", "site-header", "site-footer", "sitemap", "sidebar", "offcanvas", "hamburger", "drawer", "copyright",
        "legal", "cookie", "cookies", "consent", "gdpr", "onetrust", "didomi", "privacy", "banner", "search", "searchbox", "skip-link",
        "burger", "flyout", "dropdown", "service", "weather", "wetter", "subnav", "toplinks", "quicklinks", "language-switcher", "colophon",
        "impressum", "contentinfo",
    ),
    "breadcrumb": ("breadcrumb", "breadcrumbs", "bread", "crumb", "crumbs", "breadcrumblist", "trail", "pathway", "brotkrumen", "ariane"),
    "caption": (
        "caption", "captions", "figcaption", "credit", "credits", "imagecredit", "photocredit", "image-credit", "photo-credit", "wp-caption",
        "photo", "image", "picture", "figure", "media", "gallery", "slideshow", "cutline", "bildunterschrift", "legende",
        "copyrightinfo", "imagecaption", "thumbnail",
    ),
    "byline": (
        "byline", "bylines", "author", "authors", "dateline", "date", "time", "timestamp", "published", "pubdate", "publish", "updated",
        "meta", "metadata", "postmeta", "entry-meta", "article-meta", "writer", "autor", "autoren", "signature", "dates", "datetime",
        "article-info", "articleinfo", "infos", "reading-time", "readingtime",
    ),
    "dek": (
        "dek", "deck", "standfirst", "subtitle", "subhead", "subheadline", "subheading", "sub-title", "lead", "lede", "intro", "ingress",
        "summary", "excerpt", "teaser-text", "vorspann", "chapo", "chapeau", "sommario", "occhiello", "entradilla", "bajada", "abstract",
        "leadtext", "article-lead", "leed", "manchet", "description", "introduction", "zajawka", "perex", "resume", "resumen",
    ),
    "kicker": ("kicker", "overline", "eyebrow", "rubric", "topline", "dachzeile", "label", "category", "section-name", "strap", "roofline", "pretitle"),
    "title": ("headline", "title", "heading", "hed", "titulo", "titel", "titre", "titolo", "entry-title", "post-title"),
    "disclosure": (
        "disclosure", "disclosures", "disclaimer", "disclaimers", "affiliate", "advertorial", "correction", "editors-note", "editor-note",
        "editorsnote", "notice", "note", "notes", "license", "licence", "rights", "sources", "source", "references", "transparency",
        "ai-notice", "sponsor-label", "hinweis", "hint", "footnote", "footnotes", "permission", "syndication", "republish", "origin", "edit",
        "editor",
    ),
    "body": (
        "articlebody", "article-body", "articlecontent", "article-content", "article-text", "articletext", "entry-content", "post-content",
        "postcontent", "story-body", "storybody", "story-content", "story-text", "storytext", "post-body", "postbody", "body", "bodytext",
        "body-text", "content-body", "richtext", "rich-text", "paragraph", "text", "article", "story", "prose", "main", "maincontent",
        "content", "entry", "post", "copy-body", "articletextcontainer", "textblock", "textbox", "absatz", "hentry",
    ),
    "box": ("factbox", "fact-box", "infobox", "info-box", "fakten", "faktabox", "fact", "facts", "faktaboks", "explainer", "keypoints", "box"),
    "aside": ("aside", "widget", "widgets", "sidebar", "rail", "right-rail", "rightrail", "secondary", "complementary", "rightcol", "leftcol"),
}  # fmt: skip
"""By hint, the words; those with "-" are two or three parts of one name side by side."""

_HINTS: dict[str, tuple[str, ...]] = {}
for _hint, _words in WORDS.items():
    for _word in _words:
        _HINTS[_word] = (*_HINTS.get(_word, ()), _hint)

_SINGLE = frozenset(word for word in _HINTS if "-" not in word)
_PAIRS = frozenset(tuple(word.split("-")[:2]) for word in _HINTS if "-" in word)
"""What the words of several parts begin with."""


def find_hints(names: str) -> frozenset[str]:
    """The hints in a node's names (lower case, space between).

    >>> sorted(find_hints("article__related-links js-ad"))
    ['ad', 'body', 'related']
    """
    names = names[:_MAX_NAMES_CHARS]
    parts = _PARTS.findall(names)
    words = [*_SINGLE.intersection(parts)]
    if not _PAIRS.isdisjoint(pairwise(parts)):
        words += [word for name in names.split() for word in _joined(_PARTS.findall(name)) if word in _HINTS]
    return frozenset([hint for word in words for hint in _HINTS[word]])


def _joined(parts: list[str]) -> Iterator[str]:
    """Two and three parts side by side."""
    yield from map("-".join, pairwise(parts))
    yield from map("-".join, zip(parts, parts[1:], parts[2:], strict=False))
