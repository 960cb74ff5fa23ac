"""An explanation as one HTML file: the blocks in order, tinted by role, with reasons; the fields beside them.

The file makes no request and runs nothing but its own script: a policy names that script and the style by their hashes,
and every word of the page is escaped into text or a quoted attribute. No address of the page becomes a link.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from html import escape

from ..model.data_files import read_data
from ..model.document import Disclosure, Document, Provenance
from ..model.explanation import ExplainedBlock, Explanation
from ..text.spaces import clean_line
from .fields import Field, list_fields
from .labels import GREY, LABELS, Label, label_of
from .reasons import Sum, history, rest_name, signed, sums, verdict

MAX_BLOCK_CHARS = 20_000
"""Of a longer block the rest is left out of the report, which says so by an ellipsis."""
MAX_VALUE_CHARS = 600
BAR_STEPS = 20
"""A bar has one of so many lengths, each a class: the policy forbids style attributes."""
BAR_SPAN = 4.0
"""Log-odds that a whole bar stands for; terms go up to about 4 on either side."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SHAPES = {"li": "item", "dd": "item", "dt": "item", "td": "cell", "th": "cell", "blockquote": "quote", "pre": "code"}


def to_html(explanation: Explanation) -> str:
    """The whole file as text."""
    style, script = _resource("page.css"), _resource("page.js")
    document = explanation.document
    title = _words(document.title or "A page without a title")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{title} · newsclean explain</title>\n<style>{style}</style>\n</head>\n<body>",
        '<a class="skip" href="#page">Skip to the page</a>',
        *_header(document, title),
        '<div class="rooms">',
        *_legend(explanation),
        *_page(explanation),
        *_fields(document),
        "</div>",
        f"<script>{script}</script>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _resource(name: str) -> str:
    return read_data(__package__, name)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _words(text: str, max_chars: int = MAX_VALUE_CHARS) -> str:
    """Words of the page as HTML text or a quoted attribute: no markup, no control, no bidi override."""
    line = clean_line(text[: max_chars + 1], max_chars + 1)
    return escape(line if len(line) <= max_chars else line[:max_chars] + "…", quote=True)


def _header(document: Document, title: str) -> Iterator[str]:
    yield '<header class="top">\n<div class="about">\n<p class="brand">newsclean <span>explain</span></p>'
    yield f'<h1 dir="auto">{title}</h1>'
    facts = [document.kind.replace("_", " "), f"confidence {document.confidence:.2f}"]
    address = f' · <bdi class="address">{_words(document.url, 200)}</bdi>' if document.url else ""
    yield f'<p class="facts">{_words(" · ".join(facts))}{address}</p>\n</div>'
    yield '<div class="switches" hidden>\n<fieldset class="views"><legend>Show the page</legend>'
    views = (("before", "Before"), ("marked", "Marked"), ("after", "After"))
    for value, name in views:
        checked = " checked" if value == "marked" else ""
        yield f'<label><input type="radio" name="view" value="{value}"{checked}><span>{name}</span></label>'
    yield '</fieldset>\n<button type="button" class="theme" aria-pressed="false">Dark</button>\n</div>\n</header>'


def _legend(explanation: Explanation) -> Iterator[str]:
    counts = explanation.counts()
    states = {block.label: block.state for block in explanation.blocks}
    order = {name: at for at, name in enumerate(LABELS)}
    yield '<nav class="legend" aria-label="Roles">\n<h2>Roles</h2>'
    yield '<p class="status" role="status"></p>'
    start = next((b.index for role in ("title", "body") for b in explanation.blocks if b.role == role), None)
    headline = f'<a href="#b{start}">Go to the article</a> ' if start is not None else ""
    yield f'<p class="jump">{headline}<a class="far" href="#fields">Go to the fields</a></p>'
    for heading, wanted in (("In the document", ("kept",)), ("Left out", ("removed", "unused"))):
        names = sorted((n for n in counts if states[n] in wanted), key=lambda n: order.get(n, len(order)))
        if names:
            yield f"<h3>{heading}</h3>\n<ul>"
            for name in names:
                label = label_of(name)
                yield (
                    f'<li><button type="button" class="role {_tint(name, label)}" data-label="{_words(name)}" '
                    f'data-state="{states[name]}" aria-pressed="false" title="{_words(label.text)}"><span class="name">'
                    f'{_words(label.name)}</span> <span class="count">{counts[name]}</span></button></li>'
                )
            yield "</ul>"
    yield '<button type="button" class="all" hidden>Show all</button>'
    yield '<p class="keys"><kbd>Enter</kbd> on a label says why, <kbd>↑</kbd> <kbd>↓</kbd> go to the next.</p>\n</nav>'


def _tint(name: str, label: Label) -> str:
    return "grey" if name in GREY else f"hue{label.hue}"


def _page(explanation: Explanation) -> Iterator[str]:
    document = explanation.document
    language = document.language or ""
    lang = f' lang="{_words(language)}"' if _LANGUAGE.fullmatch(language) else ""
    yield '<main id="page" tabindex="-1">\n<h2 class="quiet">The page, block by block</h2>'
    if not explanation.blocks:
        yield '<p class="nothing">This page has no text.</p>'
    yield f'<ol class="blocks"{lang}>'
    for block in explanation.blocks:
        yield from _block(block)
    yield "</ol>\n</main>"


def _block(block: ExplainedBlock) -> Iterator[str]:
    label = label_of(block.label)
    shape = f"h h{block.tag[1]}" if block.tag in _HEADINGS else _SHAPES.get(block.tag, block.kind)
    if block.role in ("title", "dek", "kicker", "byline", "caption"):
        shape = block.role
    score = (
        f' <span class="score"><span class="quiet">score </span>{signed(block.score)}</span>'
        if block.score is not None
        else ""
    )
    yield (
        f'<li class="block {block.state} {_tint(block.label, label)}" id="b{block.index}" '
        f'data-label="{_words(block.label)}" data-state="{block.state}">'
    )
    yield f'<p class="text {shape}" dir="auto">{_block_words(block)}</p>'
    yield f'<details lang="en"><summary><span class="chip">{_words(label.name)}</span>{score}</summary>\n<div class="why">'
    yield from _why(block)
    yield "</div></details></li>"


def _block_words(block: ExplainedBlock) -> str:
    if block.kind == "text":
        return _words(block.text, MAX_BLOCK_CHARS)
    what = "Picture" if block.kind == "image" else "Player or frame"
    return f'<span class="what" lang="en">{what}</span> {_words(block.text, 300)}'


def _why(block: ExplainedBlock) -> Iterator[str]:
    yield f"<p>{_words(verdict(block))}</p>\n<dl>"
    notes = [
        ("Rule", block.rule),
        ("Phrase", block.phrase),
        ("On the way", history(block.decisions)),
        ("Links", f"{block.link_share:.0%} of the text" if block.link_share else ""),
        ("Where", block.path),
    ]
    for name, value in notes:
        if value:
            yield f'<div><dt>{name}</dt><dd class="{name.lower()}"><bdi>{_words(value)}</bdi></dd></div>'
    yield "</dl>"
    for made in sums(block):
        yield from _sum(made)


def _sum(made: Sum) -> Iterator[str]:
    yield f'<table class="terms"><caption>{_words(made.name)} <b>{signed(made.total)}</b></caption><tbody>'
    rows = [*((term.name, term.value) for term in made.terms), (rest_name(made.others), made.rest)]
    for name, value in rows:
        side = "for" if value >= 0 else "against"
        length = min(BAR_STEPS, round(abs(value) / BAR_SPAN * BAR_STEPS))
        yield (
            f'<tr class="{side}"><th scope="row">{_words(name)}</th><td>{signed(value)}</td>'
            f'<td class="bar w{length}"></td></tr>'
        )
    yield "</tbody></table>"


def _fields(document: Document) -> Iterator[str]:
    fields = list(list_fields(document))
    yield '<aside class="fields" id="fields" tabindex="0" aria-label="Fields">\n<h2>Fields</h2>\n<dl>'
    for field in fields:
        if field.values:
            yield from _field(field)
    yield "</dl>"
    absent = [field.name for field in fields if not field.values]
    if absent:
        yield f'<p class="absent">Not on the page: {_words(", ".join(absent))}.</p>'
    yield from _disclosures(document.disclosures)
    if document.warnings:
        yield "<h3>Warnings</h3>\n<ul>"
        yield from (f"<li>{_words(warning)}</li>" for warning in document.warnings)
        yield "</ul>"
    yield "</aside>"


def _field(field: Field) -> Iterator[str]:
    yield f"<div><dt>{_words(field.name)}</dt>"
    for value in field.values:
        yield f'<dd class="value" dir="auto">{_words(value)}</dd>'
    origin = field.provenance
    if origin is not None:
        yield f'<dd class="origin">{_origin(origin, " ".join(field.values))}</dd>'
        if origin.others:
            count = len(origin.others)
            yield f'<dd><details class="losers"><summary>{count} other{"s" * (count > 1)}</summary>\n<ul>'
            yield from (f"<li>{_origin(other)}</li>" for other in origin.others)
            yield "</ul></details></dd>"
    yield "</div>"


def _origin(origin: Provenance, value: str = "") -> str:
    path = f' <bdi class="path">{_words(origin.path, 200)}</bdi>' if origin.path else ""
    same = origin.raw.split() == value.split()
    raw = f' <q dir="auto">{_words(origin.raw, 200)}</q>' if origin.raw and not same else ""
    sure = f'<span class="sure"><span class="quiet">confidence </span>{origin.confidence:.2f}</span>'
    return f'<span class="source">{_words(origin.source)}</span>{path}{raw} {sure}'


def _disclosures(disclosures: Iterable[Disclosure]) -> Iterator[str]:
    found = [f'<li><b>{_words(d.kind)}</b> <bdi dir="auto">{_words(d.text)}</bdi></li>' for d in disclosures]
    if found:
        yield "<h3>Disclosures</h3>\n<ul>"
        yield from found
        yield "</ul>"
