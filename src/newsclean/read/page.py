"""Bytes or text of an HTML page → Draft: decode, parse once, walk once, read the claims."""

from __future__ import annotations

import re
from typing import Any

import lxml.etree as etree

from ..model.draft import Draft
from .claims import read_claims
from .decode import decode
from .depth import flatten
from .limits import MAX_TAGS, keep_limits
from .sniff import refuse_binary
from .urls import absolute_url
from .walk import MAX_BLOCKS, MAX_NODES, walk_page

_FEEDS = b"\x0b\x0c"
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
"""No byte of a longer UTF-8 sequence is among them."""
_UNWANTED = _FEEDS + _CONTROLS
"""Most pages have none of them; `translate` takes twice as long to say so as looking for each."""
_TO_SPACE = bytes.maketrans(_FEEDS, b"  ")
_CONTROL_REFERENCE = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|127)(?![0-9])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF])(?![0-9a-fA-F]));?"
)
"""A control written as a number: the parser would put it into the text."""


def parse(data: bytes) -> tuple[Any, bool]:
    """The lxml tree of an HTML text in UTF-8 without its comments, None where it is empty; and whether it was cut."""
    if any(control in data for control in _UNWANTED):
        data = data.translate(_TO_SPACE, _CONTROLS)
    if b"&#" in data:
        data = _CONTROL_REFERENCE.sub(b" ", data)
    data, is_cut = keep_limits(data)
    if not data or data.isspace():
        return None, False
    try:
        root, is_whole = _parse(data)
        if not is_whole:
            root, is_whole = _parse(flatten(data))
        if not is_whole:
            root, _ = _parse(flatten(data, strict=True))
    except etree.LxmlError:
        return None, False
    if root is not None and root.getnext() is not None:
        _take_in(root)
    return root, is_cut


def _parse(data: bytes) -> tuple[Any, bool]:
    """The root, and whether the parser went through to the end: it gives up where elements nest too deep."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(data, parser)
    last = parser.error_log.last_error
    return root, last is None or "xcessive depth" not in last.message


def _take_in(root: Any) -> None:
    """Put what stands behind `</html>`, which the parser keeps as further roots, at the end of the body, as browsers do."""
    body = root.find("body")
    for late in list(root.itersiblings("html")):
        late.tag = "div"
        (root if body is None else body).append(late)


def read_html(
    data: bytes | str, *, url: str | None = None, content_type: str | None = None, charset: str | None = None
) -> Draft:
    """The blocks and claims of a page. `facts["encoding"]` holds (name, how it was found).

    Raises:
        NotHtml: the bytes are an image, a PDF, an archive, a video …
    """
    encoding = ("", "str")
    if isinstance(data, bytes):
        refuse_binary(data)
        decoded = decode(data, content_type, charset)
        text, encoding = decoded.text, (decoded.encoding, decoded.how)
        utf8 = decoded.utf8
    else:
        text, utf8 = data, data.encode("utf-8", "replace")
        refuse_binary(utf8)
    root, is_short = parse(utf8 if utf8 is not None else text.encode("utf-8", "replace"))
    draft = Draft(blocks=[], url=url, base_url=url, root=root)
    draft.facts["encoding"] = encoding
    if root is None:
        draft.warnings.append("the page is empty")
        return draft
    draft.blocks, is_cut = walk_page(root)
    if is_cut:
        draft.warnings.append(f"the page was cut: it has more than {MAX_NODES:,} elements or {MAX_BLOCKS:,} blocks")
    elif is_short:
        draft.warnings.append(f"the page was cut: it has more than {MAX_TAGS:,} tags or attributes")
    base = next(root.iter("base"), None)
    if base is not None:
        draft.base_url = absolute_url(base.get("href"), url) or url
    for claim in read_claims(root, url, "itemprop" in text):
        draft.claim(claim)
    return draft
