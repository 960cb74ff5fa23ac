"""Tree → blocks, in one walk.

A block is a run of text between the edges of block-level elements, or between two `<br>`s; images and embeds are blocks
of their own. Inline elements never split a word, block edges and `<br>` never glue two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from ..model.draft import Block, Node, Span, count_linked
from .foreign import is_unclosed
from .invisible import Styles
from .pieces import BREAK, MAX_SPANS, covering_names, paragraph_ranges, share_out
from .style import NAMED, HidingRules, Rule
from .tags import BLOCK, EMBED, HEADINGS, IMAGE, MARKS, SKIP, VOID, block_tag

MAX_DEPTH = 512
"""Nesting beyond this is flattened, its text kept (LIMITS)."""

MIN_RUNNING_CHARS = 80
"""From here on a block counts as running text, where it is asked what a style sheet hides."""

MIN_NAMED_CHARS = 40
"""Shorter texts whose class name alone says that they are hidden are labels ("By", "Share"), which help to tell what is what."""

MAX_NODES = 500_000
"""Elements beyond this are left out (LIMITS)."""

MAX_BLOCKS = 20_000
"""Blocks beyond this are left out: three times what the longest page seen holds, and what keeps any page within the
time and memory of LIMITS."""

SKIPPED, NO_END, BLOCK_END, INLINE_END = range(-1, 3)
"""What an element's opener says of its end: it is reached at once, closes nothing, or closes a block or an inline element."""

_Opener = Callable[[str, Any], int]

_Look = tuple[str, bool, Sequence[Rule]]

_NOTHING: _Look = ("", False, ())
_OTHER_NAMES = frozenset(("id", "role", "itemprop"))
_VALUES = {"a": "href", "time": "datetime"}
_HIDING = frozenset(("hidden", "style", "popover", "color"))
_UNSTYLED = ("noscript", "template", "svg", "math")
"""A sheet in one of these is for pages without scripts, for nothing yet, or for a drawing."""
_WORD = re.compile(r"[^\W_]")


class _Inline:
    """An open inline element: where its text starts among the pieces, and the node it became if it holds blocks."""

    __slots__ = ("element", "first", "names", "node", "tag", "value")

    def __init__(self, tag: str, names: str, value: str, first: int, element: Any) -> None:
        self.tag = tag
        self.names = names
        self.value = value
        self.first = first
        self.element = element
        self.node: Node | None = None


class _Walk:
    """The state of one walk; `run` is its only entry."""

    def __init__(self, root: Any, heeds_style: bool = True) -> None:
        self.heeds_style = heeds_style
        self.blocks: list[Block] = []
        self.node = Node("#root", "", None, root, 0, False)
        self.stack: list[Node] = []
        self.inlines: list[_Inline] = []
        self.promoted = 0  # so many of the open inline elements hold blocks already and are nodes
        self.pieces: list[str] = []
        self.spans: list[Span] = []
        self.link_chars = 0
        self.links_open = 0
        self.breaks = 0
        self.pending: list[Block] = []
        self.sources: list[str] = []
        self.is_cut = False
        self.spans_left = MAX_SPANS
        self.rules = HidingRules()
        if heeds_style:
            for style in root.iter("style"):  # a sheet hides what stands before it, too
                if next(style.iterancestors(*_UNSTYLED), None) is None:
                    self.rules.read(style)
        self.hiding = _HIDING.union(self.rules.by_attribute)
        self.is_styled = False  # something is hidden by its class names or by the style sheet
        self.known_classes: dict[str | None, _Look] = {}
        self.styles = Styles()
        self.known_names: dict[tuple[str | None, ...], _Look] = {}

    def run(self, root: Any) -> list[Block]:
        """The blocks below `root`; an element's opener says what its end closes."""
        openers = self._openers()
        find_opener, open_unknown = openers.get, self._open_unknown
        left, blocks = MAX_NODES, self.blocks
        around: list[tuple[Any, int]] = [(None, NO_END)]  # the open elements, and what their ends close
        element = root
        while element is not None:
            tag = element.tag
            end = find_opener(tag, open_unknown)(tag, element)
            left -= 1
            if left < 0 or len(blocks) >= MAX_BLOCKS:
                self.is_cut = True
                break
            following = element[0] if end is not SKIPPED and len(element) else None
            if following is not None:
                around.append((element, end))
            while following is None and element is not None:
                if end is BLOCK_END:
                    self._close_block()
                elif end is INLINE_END:
                    self._close_inline()
                tail = element.tail
                if tail and (self.pieces or not tail.isspace()):
                    self.pieces.append(tail)
                    if self.links_open:
                        self.link_chars += len(tail)
                following = element.getnext() if element is not root else None
                if following is None:
                    element, end = around.pop()
            element = following
        self._finish()
        return self.blocks

    def _finish(self) -> None:
        """Closes what is still open where the page was cut."""
        self._flush()
        if self.is_cut:
            for node in (self.node, *self.stack):
                node.last = len(self.blocks)

    def _openers(self) -> dict[str, _Opener]:
        """By tag; all others are inline."""
        openers: dict[str, _Opener] = dict.fromkeys(BLOCK, self._open_block)
        openers.update(dict.fromkeys(SKIP, self._skip))
        openers.update(svg=self._open_foreign, math=self._open_foreign, noscript=self._open_noscript)
        openers.update(dict.fromkeys(IMAGE, self._image))
        openers.update(dict.fromkeys(EMBED, self._embed))
        openers.update(dict.fromkeys(VOID, self._open_void))
        openers.update(dict.fromkeys(("a", "span", "time", *MARKS), self._open_inline))
        openers.update(br=self._break, picture=self._open_picture)
        openers.update(object=self._open_object)
        openers.update(head=self._head, dialog=self._open_dialog, html=self._open_page, body=self._open_page)
        return openers

    def _look(self, element: Any) -> _Look:
        """The element's names, whether it is hidden by its own attributes or the page's style, and rules that may hide it."""
        keys = element.keys()
        if not keys:
            return _NOTHING
        get = element.get
        if _OTHER_NAMES.isdisjoint(keys):
            value = get("class")
            known = self.known_classes.get(value)
            if known is None:
                known = self.known_classes[value] = self._read_names((value,))
            if len(keys) == 1 and value is not None and not known[2]:
                return known
        else:
            key = (get("class"), get("id"), get("role"), get("itemprop"))
            known = self.known_names.get(key)
            if known is None:
                known = self.known_names[key] = self._read_names(key)
        if not known[1] and (known[2] or not self.hiding.isdisjoint(keys)) and self._is_hidden(element, known[2]):
            return known[0], True, ()
        return known

    def _is_hidden(self, element: Any, rules: Sequence[Rule]) -> bool:
        if self.styles.hide(element):
            return True
        if self.node.hidden or not self.heeds_style:
            return False
        if NAMED in rules and len("".join(element.itertext()).strip()) >= MIN_NAMED_CHARS:
            self.is_styled = True
            return True
        sheet = self.rules
        is_styled = (bool(rules) and sheet.hide(element, rules)) or (
            sheet.by_attribute and sheet.hide_by_attribute(element)
        )
        if is_styled or self.styles.hide_in_colour(element):
            self.is_styled = True
            return True
        return False

    def _read_names(self, key: tuple[str | None, ...]) -> _Look:
        words = " ".join(filter(None, key)).split()
        hidden, rules = _NOTHING[1:]
        if self.heeds_style and not self.rules.words.isdisjoint(words):
            hidden, rules = self.rules.find((key[0] or "").split(), key[1] if len(key) > 1 else None)
            self.is_styled |= hidden
        names = " ".join(words)[:400]
        lower = names.lower()
        if lower != names:
            # camelCase carries words as much as dashes do: "relatedContent", "ArticleBody__wrapper"
            lower = _CAMEL.sub("-", names).lower()
        return lower, hidden, rules

    def _skip(self, tag: str, element: Any) -> int:
        return SKIPPED

    def _open_foreign(self, tag: str, element: Any) -> int:
        return NO_END if is_unclosed(element) else SKIPPED

    def _open_noscript(self, tag: str, element: Any) -> int:
        """One that holds a script swallowed the page: an element left open in it keeps libxml2 from seeing its end."""
        swallowed = next(element.iterdescendants("script", "noscript"), None) is not None
        return self._open_block(tag, element) if swallowed else SKIPPED

    def _open_object(self, tag: str, element: Any) -> int:
        """One that names nothing to be shown shows what stands in it."""
        names_something = element.get("data") or element.get("type") or element.get("classid")
        return self._embed(tag, element) if names_something else self._open_block(tag, element)

    def _open_void(self, tag: str, element: Any) -> int:
        """Without an end tag by the standard, but libxml2 does not know it: what follows becomes its content."""
        if tag == "source" and (srcset := element.get("srcset") or element.get("data-srcset")):
            self.sources.append(srcset)
        elif tag == "embed":
            self._embed(tag, element)
        text = element.text
        if text and (self.pieces or not text.isspace()):
            self.pieces.append(text)
            if self.links_open:
                self.link_chars += len(text)
        return NO_END

    def _head(self, tag: str, element: Any) -> int:
        """Nothing in the head is text, but a page may leave out `<body>`."""
        if next(element.iterchildren(*_BODY_TAGS), None) is not None:
            return self._open_block(tag, element)
        return SKIPPED

    def _break(self, tag: str, element: Any) -> int:
        self.pieces.append(BREAK)
        self.breaks += 1
        if self.breaks > 2 * MAX_BLOCKS:
            self._flush()
        return NO_END

    def _open_block(self, tag: str, element: Any) -> int:
        names, hidden, _ = self._look(element)
        if self.pieces or self.pending:
            self._flush()
        if self.promoted < len(self.inlines):
            self._promote()
        parent = self.node
        self.stack.append(parent)
        if len(self.stack) < MAX_DEPTH:
            self.node = Node(tag, names, parent, element, len(self.blocks), hidden or parent.hidden)
        text = element.text
        if text and not text.isspace():
            self.pieces.append(text)
            if self.links_open:
                self.link_chars += len(text)
        return BLOCK_END

    def _promote(self) -> None:
        """Makes nodes of the open inline elements that turn out to hold blocks."""
        for inline in self.inlines[self.promoted :]:
            parent = self.node
            self.stack.append(parent)
            if len(self.stack) < MAX_DEPTH:
                self.node = Node(inline.tag, inline.names, parent, inline.element, len(self.blocks), parent.hidden)
            inline.node = self.node
        self.promoted = len(self.inlines)

    def _open_picture(self, tag: str, element: Any) -> int:
        self.sources.clear()
        return self._open_block(tag, element)

    def _open_dialog(self, tag: str, element: Any) -> int:
        end = self._open_block(tag, element)
        if element.get("open") is None:
            self.node.hidden = True
        return end

    def _open_page(self, tag: str, element: Any) -> int:
        """`<html>` and `<body>`: anti-flicker scripts hide them by style until the page has loaded."""
        end = self._open_block(tag, element)
        self.node.hidden = element.get("hidden") is not None
        return end

    def _close_block(self) -> None:
        if self.pieces or self.pending:
            self._flush()
        self.node.last = len(self.blocks)
        self.node = self.stack.pop()

    def _open_unknown(self, tag: str, element: Any) -> int:
        """An inline element, or a site's own that stands by itself between elements: its paragraphs, its boxes."""
        if "-" in tag and _stands_alone(element):
            return self._open_block(tag, element)
        return self._open_inline(tag, element)

    def _open_inline(self, tag: str, element: Any) -> int:
        names, hidden, _ = self._look(element)
        if hidden and not _is_sign_between(element):
            return SKIPPED
        value = (element.get(_VALUES[tag]) or "") if tag in _VALUES else ""
        pieces, first = self.pieces, len(self.pieces)
        is_link = tag == "a"
        text = element.text
        if text and (pieces or not text.isspace()):
            pieces.append(text)
            if is_link or self.links_open:
                self.link_chars += len(text)
        if len(element):
            self.links_open += is_link
            self.inlines.append(_Inline(tag, names, value, first, element))
            return INLINE_END
        if len(pieces) > first:
            self._span(first, tag, names, value)
        return NO_END

    def _close_inline(self) -> None:
        inline = self.inlines.pop()
        if inline.tag == "a":
            self.links_open -= 1
        if inline.node is not None:
            self.promoted -= 1
            if self.pieces or self.pending:
                self._flush()
            inline.node.last = len(self.blocks)
            self.node = self.stack.pop()
        elif len(self.pieces) > inline.first:
            self._span(inline.first, inline.tag, inline.names, inline.value)

    def _span(self, first: int, tag: str, names: str, value: str) -> None:
        last = len(self.pieces)
        self.spans_left -= 1
        if self.spans_left < 0:
            return
        self.spans.append((first, last, tag, value))
        if names:
            self.spans.append((first, last, "names", names))

    def _image(self, tag: str, element: Any) -> int:
        if len(self.pending) >= MAX_BLOCKS:
            self.is_cut = True
            return NO_END
        block = Block(0, "", self.node, "img", "image")
        attributes = block.attributes = dict(element.items())
        if self.sources:
            attributes["srcsets"] = "\n".join(self.sources)
            self.sources = []
        self.pending.append(block)
        return NO_END

    def _embed(self, tag: str, element: Any) -> int:
        block = Block(0, "", self.node, tag, "embed")
        attributes = block.attributes = dict(element.items())
        source = next(element.iter("source"), None) if tag != "embed" else None
        if source is not None and "src" not in attributes:
            attributes["src"] = source.get("src") or ""
        self.pending.append(block)
        return SKIPPED

    def _flush(self) -> None:
        pieces = self.pieces
        if pieces:
            if self.promoted < len(self.inlines):
                for inline in self.inlines[self.promoted :]:
                    if len(pieces) > inline.first:
                        self._span(inline.first, inline.tag, inline.names, inline.value)
                    inline.first = 0
            if self.breaks:
                self._emit_broken()
                self.breaks = 0
            else:
                self._emit(pieces, self.spans, self.link_chars, 0)
            self.pieces = []
            self.spans = []
            self.link_chars = 0
        if self.pending:
            for block in self.pending:
                block.index = len(self.blocks)
                self.blocks.append(block)
            self.pending = []

    def _emit(self, pieces: list[str], spans: list[Span], link_chars: int, part: int) -> bool:
        text = " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())
        if not text or not (text[0].isalnum() or _WORD.search(text)):
            return False
        node = self.node
        if text[0].islower() and self.blocks and len(self.blocks[-1].text) == 1 and self._take_initial():
            initial = self.blocks.pop().text
            text, pieces = initial + text, [initial, *pieces]
            spans = [(a + 1, b + 1, kind, value) for a, b, kind, value in spans]
        block = Block(len(self.blocks), text, node, block_tag(node))
        block.level = HEADINGS.get(block.tag, 0)
        block.pieces = pieces
        block.part = part
        if spans:
            block.spans = spans
            block.link_chars = min(link_chars, len(text))
            block.inner = covering_names(pieces, spans)
        self.blocks.append(block)
        return True

    def _take_initial(self) -> bool:
        """Whether the last block is a drop cap: a capital bare in the element that holds the word's rest, or around it.

        The elements that began behind it begin with it then.
        """
        last, size = self.blocks[-1], len(self.blocks)
        between: list[Node] = []
        node: Node | None = self.node
        while node is not None and node is not last.node and node.first == size:
            between.append(node)
            node = node.parent
        if node is not last.node or not last.text.isupper():
            return False
        for holder in between:
            holder.first -= 1
        return True

    def _emit_broken(self) -> None:
        part = 0
        ranges = paragraph_ranges(self.pieces)
        for (first, last), spans in zip(ranges, share_out(self.spans, ranges), strict=True):
            if len(self.blocks) >= MAX_BLOCKS:
                self.is_cut = True
                break
            pieces = self.pieces[first:last]
            link_chars = count_linked(pieces, spans) if self.link_chars else 0
            part += self._emit(pieces, spans, link_chars, part)


_BODY_TAGS = (
    "article",
    "main",
    "section",
    "div",
    "header",
    "nav",
    "h1",
    "h2",
    "p",
    "table",
    "center",
    "ul",
    "a",
    "span",
)
"""What libxml2 leaves in the head where the page opens no `<body>`."""
_HOLDERS = frozenset(("body", "main", "article", "section", "div"))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _stands_alone(element: Any) -> bool:
    """Whether no words stand right before or behind it in a parent that is no paragraph."""
    before, parent = element.getprevious(), element.getparent()
    text = (parent.text if before is None else before.tail) or ""
    return not (text.strip() or (element.tail or "").strip()) and (parent.tag in _HOLDERS or "-" in parent.tag)


def _is_sign_between(element: Any) -> bool:
    """Whether it holds no words but a sign (":", "|"), hidden or not, that parts what stands before it from what follows."""
    is_between = element.getnext() is not None or bool((element.tail or "").strip())
    return is_between and not any(_WORD.search(text) for text in element.itertext())


def walk_page(root: Any) -> tuple[list[Block], bool]:
    """The page's text, image and embed blocks in document order, and whether it was cut for its size.

    Hidden blocks are marked; the tree is not changed. Where the page's style sheet and class names hide more running text
    than they show, a script is meant to show it, and they are left aside.
    """
    state = _Walk(root)
    blocks = state.run(root)
    if state.is_styled and _hides_most(blocks):
        state = _Walk(root, heeds_style=False)
        blocks = state.run(root)
    return blocks, state.is_cut


def _hides_most(blocks: list[Block]) -> bool:
    """Whether the hidden paragraphs have more characters than those that are shown."""
    balance = 0
    for block in blocks:
        size = len(block.text)
        if size >= MIN_RUNNING_CHARS > block.link_chars:
            balance += size if block.hidden else -size
    return balance > 0
