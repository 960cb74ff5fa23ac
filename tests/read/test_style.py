"""Style sheets and class names: what they hide of a page."""

from __future__ import annotations

import lxml.html
import pytest

from newsclean.read import read_html
from newsclean.read.colours import find_colour
from newsclean.read.css_rules import find_hiding_rules, read_screen_rules
from newsclean.read.css_selectors import Steps, parse_selector

_PAGE = '<main><h1>Title</h1><div id=a class="x y"><p class=lead>One</p><p lang=en data-k="b c" class="m:n">Two</p></div></main>'


@pytest.mark.parametrize(
    ("selector", "count"),
    [
        ("p", 2), ("*", 5), (".lead", 1), ("p.lead", 1), ("div.lead", 0), ("#a", 1), ("#a .lead", 1), ("main > p", 0), ("main p", 2),
        ("div>p", 2), ("p + p", 1), ("h1 ~ div", 1), ("h1 + p", 0), (".x.y", 1), (".x.z", 0), ("[lang]", 1), ("p[lang=en]", 1),
        ("[lang|=en]", 1), ('[data-k~="c"]', 1), ("[data-k^=b]", 1), ("[data-k$='c']", 1), ("[data-k*=' ']", 1), ("[class~=x]", 1),
        ("p:not(.lead)", 1), ("p:not(.lead, [lang])", 0), ("p:not(:hover)", 2), (":is(h1, .lead)", 2), (r".m\:n", 1), ("P.lead", 1),
        ("html:root .lead", 1), (":root > .lead", 0), ("[class^=m]", 1), ("[class$=y]", 1),
    ],
)  # fmt: skip
def test_selectors(selector: str, count: int) -> None:
    """A selector matches the elements that browsers match."""
    parsed = parse_selector(selector)
    assert parsed is not None
    assert sum(parsed.matches(element, Steps()) for element in lxml.html.fromstring(_PAGE).iter()) == count


@pytest.mark.parametrize(
    "selector", ["p:hover", "p::before", "p:nth-child(2)", "", "> p", "p >", "a{", ".", "p:not(a b)", "x" * 400]
)
def test_selectors_that_say_too_much(selector: str) -> None:
    """What cannot be told of an element matches nothing."""
    assert parse_selector(selector) is None


@pytest.mark.parametrize(
    ("css", "rules"),
    [
        (".a{display:none}", [(".a", "display")]),
        (".a, .b:is(.c, .d){color:red;display:none}", [(".a", "display"), (".b:is(.c, .d)", "display")]),
        ("@media print{.a{display:none}} .b{opacity:0}", [(".b", "opacity")]),
        ("@media (max-width:600px){.a{display:none}}@media (min-width:30em){.b{display:none}}", [(".b", "display")]),
        ("@media (min-width:1900px){.a{display:none}}", []), ("@media (min-width:0){.a{display:none}}", [(".a", "display")]),
        ("@media (width<40rem){.a{display:none}}@media (width >= 40rem){.b{display:none}}", [(".b", "display")]),
        ("@media (orientation:landscape){.a{display:none}}", [(".a", "display")]), ("p{& .a{display:none}}", [(".a", "display")]),
        ("/* .a{display:none} */.b{/* x */display:none}", [(".b", "display")]),
        (".a{opacity:0;transition:opacity 1s}", []),
        (".a{height:1px;width:1px;overflow:hidden}.b{height:1px}", [(".a", "height")]),
        (".a{left:-9999px}.b{position:absolute;left:-9999px}", [(".b", "left")]),
        ("@font-face{src:x}@keyframes y{0%{opacity:0}}", [("0%", "opacity")]),
        ("", []), ("{display:none", [("", "display")]), ("@media print{.a{display:none}", []),
    ],
)  # fmt: skip
def test_rules_that_hide(css: str, rules: list[tuple[str, str]]) -> None:
    """Of a style sheet the rules for screens that hide, with the property that does."""
    assert list(find_hiding_rules(read_screen_rules(css))) == rules


@pytest.mark.parametrize(
    ("value", "colour"),
    [("#FFF".lower(), (255, 255, 255, 1.0)), ("#12345600", (18, 52, 86, 0.0)), ("rgba(1, 2, 3, 50%)", (1, 2, 3, 0.5)), ("#12345", None),
     ("hsla(9, 9%, 9%, 0.0)", (0, 0, 0, 0.0)), ("rgb(9 9 9/0%)", (0, 0, 0, 0.0)), ("rgba(9, 9, 0)", (9, 9, 0, 1.0)),
     ("url(white.png)", None), ("linear-gradient(red,blue)", None), ("", None), ("rgb(1,2", None), ("no-repeat black", (0, 0, 0, 1.0))],
)  # fmt: skip
def test_colours(value: str, colour: tuple[int, int, int, float] | None) -> None:
    """A colour's channels and opacity, None where no colour is named."""
    assert find_colour(value) == colour


def test_names_that_say_hidden() -> None:
    """A sentence whose class name says that it is not shown is hidden, a label is not; where most of a page is, none is."""
    long = "Photographs of the harbour and the tower by the newspaper's own staff. "
    page = (
        f"<p class=sr-only>{long}</p><p><span class=visually-hidden>By</span> Ann Lee</p>"
        f"<p class='hidden md:block'>{long}</p><p>{long * 3}</p>"
    )
    assert [b.hidden for b in read_html(page).blocks] == [True, False, False, False]
    assert [b.hidden for b in read_html(f"<p class=hidden>{long * 3}</p><p>{long}</p>").blocks] == [False, False]


@pytest.mark.parametrize(
    "selector",
    ["p[class*=tip]", "[class^='tip']", "[class$=box]", "[id|=note]", ":root .tip-box", "html:root p.tip-box"],
)
def test_parts_of_names_that_hide(selector: str) -> None:
    """A rule hides by a part of a class name or id, too."""
    page = (
        f"<html><head><style>{selector}{{display:none}}</style><body><p>Shown</p><p class=tip-box id=note-1>Hidden</p>"
    )
    assert [b.hidden for b in read_html(page).blocks] == [False, True]


def test_hidden_signs_part_words() -> None:
    """A hidden sign between two words stays, one behind the last does not."""
    page = "<h1><span>Berlin</span><i hidden>:</i><span>Runners</span><i hidden>.</i></h1>"
    assert [b.text for b in read_html(page).blocks] == ["Berlin:Runners"]
