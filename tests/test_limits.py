"""What newsclean promises about any input, point by point (docs/limits): where each is tested, and what is tested nowhere else."""

from __future__ import annotations

import builtins
import re
import socket
import time
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.pipeline.chain import Step
from newsclean.read import read_html
from newsclean.read.limits import MAX_ATTRIBUTES, MAX_ATTRIBUTES_OF_PAGE, MAX_TAGS, keep_limits
from newsclean.read.walk import MAX_BLOCKS
from tests.hostile.page import ARTICLE, KEPT, PARAGRAPHS, page

TESTS = Path(__file__).parent
POINTS = {
    "input: types, size, magic, empty": "test_api.py::test_every_form_of_a_page_gives_the_same_document test_api.py::test_what_is_no_page_is_refused "
    "test_api.py::test_pages_over_the_limit_are_refused test_api.py::test_an_empty_page_is_an_empty_document read/test_decode.py::test_file_kind",
    "only newsclean's errors": "test_api.py::test_unexpected_errors_are_wrapped fuzz/test_pages.py::test_pages fuzz/test_pages.py::test_bytes test_api.py::test_odd_addresses_do_no_harm",
    "per page: time and memory; batch": "test_limits.py::test_time_grows_with_the_page test_limits.py::test_a_step_that_never_returns_costs_one_page batch/test_pool.py::test_a_bad_item_costs_one_failure_and_at_most_one_restart "
    "test_api.py::test_a_page_out_of_time_gives_what_there_is batch/test_run.py::test_resume_does_what_is_missing batch/test_map.py::test_memory_stays_flat",
    "shape: depth, attributes, tags, nodes, JSON-LD": "read/test_depth.py::test_text_in_deep_nesting_stays test_limits.py::test_attributes_beyond_the_limit_are_dropped test_limits.py::test_tags_beyond_the_limit_are_cut_off "
    "read/test_source.py::test_attributes_beyond_a_tag_s_limit_do_not_count test_limits.py::test_attributes_of_a_page_have_a_limit test_limits.py::test_blocks_of_one_paragraph_have_a_limit read/test_depth.py::test_a_page_of_endless_blocks_is_cut_with_a_warning read/test_jsonld.py::test_depth",
    "regular expressions": "test_linear_patterns.py::test_every_pattern_is_linear",
    "no network, no file": "test_limits.py::test_parsing_opens_nothing",
    "text out": "hostile/test_cases.py::test_case fuzz/test_pages.py::test_torn_pages render/test_text.py::test_text_is_the_text render/test_text.py::test_safe_file_name",
    "HTML and Markdown out": "hostile/test_cases.py::test_case render/test_text.py::test_safe_url fuzz/test_pages.py::test_pages",
    "encoding": "read/test_decode.py::test_encoding read/test_decode.py::test_labels read/test_decode.py::test_never_raises hostile/test_cases.py::test_case",
    "hidden text": "read/test_walk.py::test_hidden read/test_walk.py::test_shown test_limits.py::test_styles_that_hide",
    "SSRF": "fetch/test_cases.py::test_private_addresses_are_refused_without_any_exception fetch/test_hops.py::test_every_hop_is_vetted fetch/test_hops.py::test_direct_rebinding fetch/test_hops.py::test_redirect_rebinding",
    "fetch": "fetch/test_cases.py::test_case fetch/test_memory.py::test_cost fetch/test_leaks.py::test_the_environment_is_not_read",
    "robots.txt": "fetch/test_robots.py::test_what_becomes_of_an_answer fetch/test_robots.py::test_redirects_of_robots fetch/test_robots.py::test_rules_are_kept_a_day",
    "threads": "batch/test_map.py::test_sixteen_threads_give_the_same_bytes test_api.py::test_threads_share_a_cleaner",
    "plug-ins that raise, return rubbish or never return": "pipeline/test_plugins.py::test_a_plugin_that_cannot_be_added_is_a_warning pipeline/test_plugins.py::test_what_a_failing_plugin_left_is_checked_too "
    "pipeline/test_plugins.py::test_claims_of_the_wrong_type_are_taken_out pipeline/test_plugins.py::test_unknown_roles_are_taken_back test_limits.py::test_a_step_that_never_returns_costs_one_page",
}  # fmt: skip


@pytest.mark.parametrize("point", POINTS)
def test_every_point_has_tests(point: str) -> None:
    """The tests that a promise names are there."""
    for name in POINTS[point].split():
        file, _, function = name.partition("::")
        assert re.search(rf"^def {function}\(", (TESTS / file).read_text("utf-8"), re.M), name


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_attributes_beyond_the_limit_are_dropped(quote: str) -> None:
    """Of a tag with very many attributes the first 1,000 stay, and all of the page around it."""
    many = " ".join(f"a{n}={quote}{n}{quote}" for n in range(20_000))
    markup = page(f"<p {many}>x</p>" + ARTICLE)
    kept, is_cut = keep_limits(markup)
    assert not is_cut
    assert kept.count(b" a") < MAX_ATTRIBUTES + 200
    assert kept.endswith(markup[-1000:])
    document = newsclean.from_html(markup)
    assert all(word in document.text for word in KEPT)


@pytest.mark.parametrize("end", ['">"', "'<p>'", '" > "'])
def test_attributes_are_counted_behind_quoted_signs(end: str) -> None:
    """A tag does not end at a `>` within quotes; scripts and comments are no tags."""
    many = " ".join(f"a{n}={end}" if n % 500 == 0 else f"a{n}=1" for n in range(40_000))
    markup = page(f"<script>if (a<b) c='</p>'</script><!-- <p {many[:50_000]} --><p {many}>x</p>" + ARTICLE)
    kept, is_cut = keep_limits(markup)
    assert not is_cut
    assert len(kept) < len(markup) - 300_000
    document = newsclean.from_html(markup)
    assert all(word in document.text for word in KEPT)


def test_tags_beyond_the_limit_are_cut_off() -> None:
    """A page of more tags than the parser's memory bears is cut, and says so."""
    document = newsclean.from_html(ARTICLE + "<i>" * (MAX_TAGS + 5))
    assert any("the page was cut" in warning for warning in document.warnings)
    assert KEPT[1] in document.text


def test_attributes_of_a_page_have_a_limit() -> None:
    """A page whose tags hold very many attributes in all is cut, and says so; so many words do no harm."""
    kept, is_cut = keep_limits(b"<p a b c d=1>x" * 400_000)
    assert is_cut
    assert kept.count(b"<p") == MAX_ATTRIBUTES_OF_PAGE // 4
    assert keep_limits(b"<p>" + b"a " * 1_200_000) == (b"<p>" + b"a " * 1_200_000, False)
    one = b'<meta content="' + b"a " * 1_200_000 + b'"><p>text'
    assert keep_limits(one) == (one, False)  # the words of a value are no attributes


@pytest.mark.parametrize("markup", ["<img src=/a.jpg>", "x<br><br>"])
def test_blocks_of_one_paragraph_have_a_limit(markup: str) -> None:
    """Images and lines are counted though no element begins a new paragraph between them."""
    draft = read_html(markup * (MAX_BLOCKS + 30_000))
    assert MAX_BLOCKS <= len(draft.blocks) <= MAX_BLOCKS + 1
    assert any("the page was cut" in warning for warning in draft.warnings)


_GROWING = {
    "marks in a paragraph": lambda n: "<p>" + "<b>x</b> y " * n + "</p>",
    "links in a paragraph": lambda n: "<p>" + "<a href=/x>x</a> y " * n + "</p>",
    "crossing marks": lambda n: "<p>" + "<b><i>x</b></i> " * n + "</p>",
    "headings": lambda n: "<h2>x y</h2>" * n,
    "marked lines": lambda n: "<p>" + "<b>x y</b> z<br><br>" * n + "</p>",
    "pairs": lambda n: "<dl><dt>x<dd>y</dl>" * n,
    "style sheets": lambda n: "<style>.a{display:none}</style>" * n,
    "declarations that hide": lambda n: "<style>.a{" + "display:none;" * n + "}</style>",
    "marks in a headline": lambda n: "<h1>" + "<b>x</b> " * n + "</h1>",
}


@pytest.mark.parametrize("name", _GROWING)
def test_time_grows_with_the_page(name: str) -> None:
    """Eight times as much of one thing takes about eight times as long, not sixty-four times."""
    costs = []
    for size in (700, 5600):
        markup = page("".join(PARAGRAPHS) + _GROWING[name](size))
        best = float("inf")
        for _ in range(2):
            began = time.thread_time()
            document = newsclean.from_html(markup)
            document.to_html(), document.to_markdown()
            best = min(best, time.thread_time() - began)
        costs.append(best)
    assert costs[1] < max(24 * costs[0], 0.5)


def test_parsing_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that names files and hosts of all kinds leads to no file and no connection."""
    newsclean.from_html(page())  # tables are read at first use
    opened: list[Any] = []
    real_open = builtins.open

    def note(*arguments: Any, **more: Any) -> Any:
        opened.append(arguments)
        return real_open(*arguments, **more)

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, lambda *arguments, **_: opened.append(arguments))
    monkeypatch.setattr(builtins, "open", note)
    named = "".join(
        f'<img src="{url}"><a href="{url}">x</a><iframe src="{url}"></iframe><link rel=stylesheet href="{url}"><base href="{url}">'
        for url in ("file:///etc/passwd", "http://127.0.0.1/x", "https://host.example/")
    )
    doctype = '<!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    document = newsclean.from_html(doctype.encode() + page(named + ARTICLE + "<p>&x;</p>"))
    assert "root:" not in document.text
    assert not opened


@pytest.mark.parametrize(
    ("style", "is_hidden"),
    [
        ("display:none", True), ("DISPLAY : NONE!important", True), ("display:/* x */none", True), ("visibility:collapse", True),
        ("position:absolute;left:-9999px", True), ("text-indent:-9999em", True), ("clip:rect(0,0,0,0);position:absolute", True),
        ("clip-path:inset(100%)", True), ("font-size:0", True), ("height:0;overflow:hidden", True), ("opacity:0.0", True),
        ("transform:scale(0)", True), ("display:block", False), ("--display:none", False), ("opacity:0;transition:opacity 1s", False),
        ("left:-5px;position:relative", False), ("height:0;overflow:hidden;padding-bottom:56%", False), ("font-size:0.9em", False),
        ("opacity:-1", True), ("opacity:-.5", True), ("scale:0", True), ("translate:-9999px 0", True), ("translate:-50% 0", False),
        ("transform:scale3d(0,0,0)", True), ("-webkit-clip-path:inset(100%)", True), ("block-size:0;overflow:hidden", True),
        ("position:fixed;inset:-9999px auto auto -9999px", True), ("position:absolute;inset:0", False), ("scale:0.9", False),
        ("position:absolute;inset-inline-start:-9999px", True), ("position:absolute;left:calc(-100vw - 100px)", True),
        ("position:relative;left:calc(-1em + 2px)", False), ("color:hsla(0,0%,0%,0)", True), ("color:hsl(0 0% 0% / 0)", True),
        ("text-indent:100%;white-space:nowrap;overflow:hidden", True), ("text-indent:100%", False), ("-webkit-transform:scale(0)", True),
        ("max-height:0;overflow-y:hidden", True), ("margin-left:calc(-100vw + 100%)", False),
        ("text-indent:-1em", False), ("color:transparent;background:linear-gradient(red,blue);background-clip:text", False),
    ],
)  # fmt: skip
def test_styles_that_hide(style: str, is_hidden: bool) -> None:
    """What a style hides, in any of the ways that pages hide text, is no text; what only looks like it is."""
    sentence = "The keeper keeps a second key to the tower, and it hangs behind the clock in the office of the port."
    document = newsclean.from_html(page(f'{PARAGRAPHS[0]}<p style="{style}">{sentence}</p>{"".join(PARAGRAPHS[1:])}'))
    assert (sentence not in document.text) is is_hidden


def _never_return(draft: Any) -> None:
    while any("KEEPSIX" in block.text for block in draft.blocks):
        pass


def test_a_step_that_never_returns_costs_one_page() -> None:
    """In a batch the worker of a page that does not end is ended, and the other pages are cleaned."""
    chain = newsclean.ARTICLE.after("body", Step("endless", _never_return, needs=("body",)))
    cleaner = newsclean.Cleaner(chain=chain)
    sound = page("".join(PARAGRAPHS[:3]))
    results = list(cleaner.map([sound, page(), sound], jobs=2, timeout_s=2))
    assert [result.document is not None for result in results] == [True, False, True]
