"""CSS selectors as style sheets hide text with them: read once, then asked about single elements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

MAX_SELECTOR_CHARS = 300

_IDENT = r"(?:[\w-]|\\[0-9a-fA-F]{1,6}\s?|\\[^\s0-9a-fA-F])+"
_PART = re.compile(
    rf"(?P<kind>[.#])(?P<name>{_IDENT})"
    rf"|\[\s{{0,9}}(?P<attribute>{_IDENT})\s{{0,9}}(?:(?P<test>[~|^$*]?=)\s{{0,9}}(?:\"(?P<quoted>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>{_IDENT}))(?:\s{{1,9}}[is])?\s{{0,9}})?\]"
    r"|:(?P<root>root)(?![\w-])"
    r"|:(?P<function>not|is|where|matches)\((?P<inner>[^()]*)\)"
)
_TAG = re.compile(rf"\*|{_IDENT}")
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_PLAIN = re.compile(r"(?:[\w\s.#>+~*-]*[\s>+~])?[\w*-]*+((?:\.[\w-]++)*+)")
"""A selector of tags and class names whose end is its last compound."""
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_STATES = frozenset(
    ":hover :focus :active :target :visited :checked :disabled :focus-within :focus-visible :empty".split()
)
"""What no element is in when a page is first shown: `:not(:hover)` holds of all."""


@dataclass(frozen=True, slots=True)
class Compound:
    """What a selector asks of one element, such as `p.a#b[c=d]:not(.e)`."""

    tag: str = ""
    names: tuple[str, ...] = ()  # class names
    id: str = ""
    attributes: tuple[tuple[str, str, str], ...] = ()  # name, test, value
    refused: tuple[Compound, ...] = ()
    one_of: tuple[tuple[Compound, ...], ...] = ()

    def matches(self, element: Any) -> bool:
        """Whether the element is such a one."""
        get = element.get
        if (self.tag and element.tag != self.tag) or (self.id and get("id") != self.id):
            return False
        if self.names:
            names = (get("class") or "").split()
            for name in self.names:
                if name not in names:
                    return False
        for name, test, value in self.attributes:
            if not _holds(get(name), test, value):
                return False
        for other in self.refused:
            if other.matches(element):
                return False
        return all(any(other.matches(element) for other in choice) for choice in self.one_of)

    def find_key(self) -> str:
        """As the function."""
        if self.id:
            return f"#{self.id}"
        if self.names:
            return f".{self.names[0]}"
        for name, test, value in self.attributes:
            if name in ("class", "id") and test in ("=", "~=") and value.strip():
                return ("#" if name == "id" else ".") + value.split()[0]
            if test or name not in ("class", "id"):
                return f"[{name}"
        is_one = len(self.one_of) == 1 and len(self.one_of[0]) == 1
        return self.one_of[0][0].find_key() if is_one else ""


@dataclass(slots=True)
class Steps:
    """How many elements may still be looked at for the selectors of a page: hostile ones would ask for endlessly many."""

    left: int = 100_000


@dataclass(frozen=True, slots=True)
class Selector:
    """The compounds from right to left, each with what stands to the right of it: a space, `>`, `+` or `~`."""

    compounds: tuple[tuple[str, Compound], ...]

    def matches(self, element: Any, steps: Steps) -> bool:
        """Whether the element is one of those that are selected; False where the steps have run out."""
        steps.left -= 1
        return steps.left >= 0 and self.compounds[0][1].matches(element) and self._goes_on(element, 1, steps)

    def _goes_on(self, element: Any, at: int, steps: Steps) -> bool:
        if at == len(self.compounds):
            return True
        combinator, compound = self.compounds[at]
        others = element.iterancestors() if combinator in "> " else element.itersiblings(preceding=True)
        for other in others:
            steps.left -= 1
            if steps.left < 0:
                return False
            if isinstance(other.tag, str):
                if compound.matches(other) and self._goes_on(other, at + 1, steps):
                    return True
                if combinator in ">+":
                    return False
        return False


def parse_selector(text: str) -> Selector | None:
    """The selector, None where it asks what cannot be told here: states, places among siblings, generated content.

    >>> parse_selector("div > p.lead").compounds[1]
    ('>', Compound(tag='div', names=(), id='', attributes=(), refused=(), one_of=()))
    >>> parse_selector("p::before") is None
    True
    """
    text = text.strip()
    if len(text) > MAX_SELECTOR_CHARS:
        return None
    found: list[tuple[str, Compound]] = []
    at, combinator = 0, ""
    while True:
        compound, at = _parse_compound(text, at)
        if compound is None:
            return None
        found.append((combinator, compound))
        if at == len(text):
            break
        between = _COMBINATOR.match(text, at)
        if between is None:
            return None
        combinator, at = between[1] or " ", between.end()
    # each compound is kept with the combinator to its right
    following = [combinator for combinator, _ in found[1:]] + [""]
    return Selector(tuple(zip(following, (compound for _, compound in found), strict=True))[::-1])


def find_key(text: str) -> str:
    """What an element that a selector selects bears for sure: `#id`, `.name`, or `[` and an attribute's name; empty where nothing.

    Of a selector that asks what cannot be told it may be empty, too.

    >>> find_key("div > p.lead"), find_key("p:not(.a)[lang]"), find_key("p::before")
    ('.lead', '[lang', '')
    """
    if len(text) <= MAX_SELECTOR_CHARS and (plain := _PLAIN.fullmatch(text)):
        return "." + plain[1].split(".", 2)[1] if plain[1] else ""
    selector = parse_selector(text)
    return selector.compounds[0][1].find_key() if selector else ""


def unescape(name: str) -> str:
    r"""A name without the backslashes of CSS.

    >>> unescape(r"md\:block"), unescape(r"\31 2")
    ('md:block', '12')
    """
    return _ESCAPE.sub(_unescaped, name) if "\\" in name else name


def _unescaped(match: re.Match[str]) -> str:
    if match[2]:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def _parse_compound(text: str, at: int) -> tuple[Compound | None, int]:
    tag = _TAG.match(text, at)
    begin, at = at, tag.end() if tag else at
    names: list[str] = []
    element_id = ""
    attributes: list[tuple[str, str, str]] = []
    refused: list[Compound] = []
    one_of: list[tuple[Compound, ...]] = []
    root = ""
    while part := _PART.match(text, at):
        at = part.end()
        if part["kind"] == ".":
            names.append(unescape(part["name"]))
        elif part["kind"]:
            element_id = unescape(part["name"])
        elif part["attribute"]:
            value = part["quoted"] or part["single"] or part["bare"] or ""
            attributes.append((part["attribute"].lower(), part["test"] or "", unescape(value)))
        elif part["root"]:
            root = "html"
        else:
            inner = _parse_inner(part["inner"])
            if inner is None:
                return None, at
            if part["function"] == "not":
                refused += inner
            else:
                one_of.append(inner)
    if at == begin:
        return None, at
    name = tag[0].lower() if tag and tag[0] != "*" else root
    return Compound(name, tuple(names), element_id, tuple(attributes), tuple(refused), tuple(one_of)), at


def _parse_inner(text: str) -> tuple[Compound, ...] | None:
    """The compounds between the brackets of `:not()` and `:is()`, None where one is not understood."""
    found: list[Compound] = []
    for part in text.split(","):
        part = part.strip()
        if part in _STATES:
            continue
        compound, end = _parse_compound(part, 0)
        if compound is None or end != len(part):
            return None
        found.append(compound)
    return tuple(found)


def _holds(found: str | None, test: str, value: str) -> bool:
    """Whether an attribute is as a selector asks."""
    if found is None:
        return False
    if not test:
        return True
    if test == "=":
        return found == value
    if not value:
        return False
    if test == "~=":
        return value in found.split()
    if test == "|=":
        return found == value or found.startswith(value + "-")
    if test == "^=":
        return found.startswith(value)
    return found.endswith(value) if test == "$=" else value in found
