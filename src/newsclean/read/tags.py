"""HTML tags by what they do to text; from the rendering section of the HTML standard."""

from __future__ import annotations

from ..model.draft import Node

BLOCK = frozenset(
    [
        "html",
        "body",
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "caption",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "button",
        "label",
        "optgroup",
        "option",
        "marquee",
        "picture",
        "noframes",
        "frame",
        "listing",
        "xmp",
    ]
)
"""Text breaks at their edges. button and label are boxes of their own on every page seen, though inline by the standard."""

SKIP = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "math",
        "head",
        "select",
        "textarea",
        "canvas",
        "datalist",
        "noscript",
        "noembed",
        "noframes",
        "input",
        "param",
        "area",
        "col",
        "colgroup",
        "link",
        "meta",
        "base",
        "title",
        "applet",
        "rp",
        "progress",
        "meter",
    ]
)
"""Nothing in them is text that a reader sees."""

EMBED = frozenset(
    [
        "iframe",
        "video",
        "audio",
        "object",
        "amp-youtube",
        "amp-iframe",
        "amp-video",
        "amp-brightcove",
        "amp-twitter",
        "amp-instagram",
        "amp-facebook",
        "amp-audio",
        "amp-jwplayer",
        "amp-dailymotion",
        "amp-vimeo",
    ]
)
"""One embed block each; their fallback content is not text."""

VOID = frozenset(("source", "track", "embed", "keygen", "bgsound"))
"""Elements of HTML5 that have no content and that libxml2 does not know as such (`<wbr>` is inline text either way)."""

IMAGE = frozenset(("img", "amp-img", "image"))

MARKS = {
    "b": "strong", "strong": "strong", "em": "em", "i": "em", "code": "code", "kbd": "code", "samp": "code",
    "tt": "code", "sub": "sub", "sup": "sup", "del": "del", "s": "del", "strike": "del", "mark": "mark",
}  # fmt: skip
"""Inline tags whose meaning is kept, and the mark they become."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def block_tag(node: Node) -> str:
    """The tag of a block in an element: the element's own, or that of a heading that is a plain box's parent or grandparent."""
    if node.tag in ("div", "p", "section"):
        above = node.parent
        for _ in range(2):
            if above is not None and above.tag in HEADINGS:
                return above.tag
            above = above.parent if above is not None else None
    return node.tag
