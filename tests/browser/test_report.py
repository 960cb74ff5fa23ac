"""The report in a real browser: it opens, filters, switches, shows reasons by keyboard, and asks the network nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import newsclean

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_MS, LAYOUT_MS = 15_000, 5_000
DESKTOP, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}

# Every place a page can put words in, with what would run if it became markup.
ATTACK = (
    "</script><script>window.hacked=1</script></style><!--<img src=https://evil.example/x.png onerror=window.hacked=1>"
    "\u2028window.hacked=1\u2029\"' onfocus=window.hacked=1 autofocus \u202etxt.exe\u2066"
)
HOSTILE = """<html lang="en"><head><title>{0}</title><meta property="og:title" content="{1}">
<meta name="author" content="{1}"><link rel="canonical" href="javascript:window.hacked=1"></head><body><article class="{1}">
<h1>{0}</h1><p class="byline">By {0}</p>
<p>{0} It rained in Bergen on Monday, as it does on most days of the year, the weather office said, and it will again.</p>
<p><a href="javascript:window.hacked=1">A link</a> that is none stands in this paragraph, which has words enough to be kept here.</p>
<img src="javascript:window.hacked=1" alt="{1}"><iframe src="javascript:window.hacked=1" title="{1}"></iframe>
<p><em>This article was translated with the help of AI. {0}</em></p></article>
<footer>{0}</footer></body></html>""".format(
    ATTACK.replace("&", "&amp;").replace("<", "&lt;"),
    ATTACK.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;"),
)


@dataclass
class Opened:
    """A page in the browser, with all that went wrong and all that it asked for."""

    page: Any
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def roles(self) -> dict[str, str]:
        """The label of each role in the legend and its count."""
        buttons = self.page.locator(".role")
        return {
            buttons.nth(n).get_attribute("data-label"): buttons.nth(n).locator(".count").inner_text()
            for n in range(buttons.count())
        }

    def visible(self) -> list[str]:
        """The labels of the blocks that are to be seen."""
        return self.page.evaluate(
            "[...document.querySelectorAll('.block')].filter(b => b.offsetParent !== null).map(b => b.dataset.label)"
        )

    def status(self) -> str:
        """What a screen reader is told after each filter."""
        return self.page.get_by_role("status").inner_text()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """A function that opens the report of a page; whatever it is, no error and no request may come of it."""
    opened: list[tuple[Any, Opened]] = []

    def open_report(html: bytes | str, **settings: Any) -> Opened:
        path = tmp_path / "report.html"
        path.write_text(newsclean.explain(html, url="https://skerrypost.example/ferry").to_html(), encoding="utf-8")
        context = chromium.new_context(**{"viewport": DESKTOP, **settings})
        shown = Opened(context.new_page())
        shown.page.set_default_timeout(TIMEOUT_MS)
        shown.page.on("console", lambda message: shown.faults.append(message.text))
        shown.page.on("pageerror", lambda error: shown.faults.append(str(error)))
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("dialog", lambda dialog: shown.faults.append(dialog.message))
        opened.append((context, shown))
        shown.page.goto(path.as_uri())
        return shown

    yield open_report
    for context, shown in opened:
        assert shown.faults == []
        assert [url for url in shown.requests if not url.startswith("file:")] == []
        assert len(shown.requests) == 1
        context.close()


@pytest.fixture(scope="module")
def ferry() -> bytes:
    """A shipped page with blocks of many roles."""
    return (ROOT / "fixtures" / "pages" / "night-ferry" / "source.html").read_bytes()


def keep_picture(page: Any, name: str) -> None:
    """Write a screenshot for the docs, where NEWSCLEAN_PICTURES names a folder."""
    folder = os.environ.get("NEWSCLEAN_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png")


def test_it_opens(show: Callable[..., Opened], ferry: bytes) -> None:
    """All blocks are there, in order, and the legend counts them."""
    report = show(ferry)
    explanation = newsclean.explain(ferry, url="https://skerrypost.example/ferry")
    assert report.page.title().startswith("Night ferry to the islands")
    assert report.visible() == [block.label for block in explanation.blocks]
    assert report.roles() == {name: str(count) for name, count in explanation.counts().items()}
    assert report.status() == f"{len(explanation.blocks)} of {len(explanation.blocks)} blocks"
    keep_picture(report.page, "explain-light")


def test_filter_by_role(show: Callable[..., Opened], ferry: bytes) -> None:
    """Pressed roles alone are shown; the status says so; "Show all" brings the rest back."""
    report = show(ferry)
    everything = report.visible()
    body, promo = (report.page.locator(f'.role[data-label="{name}"]') for name in ("body", "promo"))
    body.click()
    assert set(report.visible()) == {"body"}
    assert body.get_attribute("aria-pressed") == "true"
    promo.click()
    assert set(report.visible()) == {"body", "promo"}
    assert re.fullmatch(r"\d+ of \d+ blocks, only Body, Promo", report.status())
    body.click()
    assert set(report.visible()) == {"promo"}
    report.page.get_by_role("button", name="Show all").click()
    assert report.visible() == everything
    assert body.get_attribute("aria-pressed") == promo.get_attribute("aria-pressed") == "false"


def test_before_and_after(show: Callable[..., Opened], ferry: bytes) -> None:
    """Before has every block without a label, after those of the document alone."""
    report = show(ferry)
    everything = report.visible()
    report.page.get_by_role("radio", name="After").check()
    assert set(report.visible()) < {
        "title",
        "kicker",
        "dek",
        "byline",
        "heading",
        "body",
        "caption",
        "image",
        "disclosure",
        "embed",
    }
    assert report.page.locator(".chip:visible").count() == 0
    assert report.status().startswith(f"{len(report.visible())} of ")
    report.page.get_by_role("radio", name="Before").check()
    assert report.visible() == [label for label in everything if label != "hidden"]
    assert report.page.locator(".chip:visible").count() == 0
    # a role that is not in the document cannot be shown after: the view changes with it
    report.page.get_by_role("radio", name="After").check()
    report.page.locator('.role[data-label="promo"]').click()
    assert set(report.visible()) == {"promo"}
    assert report.page.get_by_role("radio", name="Marked").is_checked()


def test_views_by_keyboard(show: Callable[..., Opened], ferry: bytes) -> None:
    """The three views are one group of radio buttons, and the arrows go through it."""
    report = show(ferry)
    report.page.get_by_role("radio", name="Marked").focus()
    report.page.keyboard.press("ArrowRight")
    assert report.page.evaluate("document.body.dataset.view") == "after"
    report.page.keyboard.press("ArrowLeft")
    report.page.keyboard.press("ArrowLeft")
    assert report.page.evaluate("document.body.dataset.view") == "before"


def test_reasons_by_keyboard(show: Callable[..., Opened], ferry: bytes) -> None:
    """The skip link leads to the page, Tab to the labels, Enter opens, arrows go on, Escape closes."""
    report = show(ferry)
    press = report.page.keyboard.press
    press("Tab")
    assert report.page.evaluate("document.activeElement.className") == "skip"
    press("Enter")
    assert report.page.evaluate("document.activeElement.id") == "page"
    press("Tab")
    focused = "document.activeElement.closest('.block').id"
    assert report.page.evaluate(focused) == "b0"
    for _ in range(3):
        press("ArrowDown")
    press("ArrowUp")
    assert report.page.evaluate(focused) == "b2"
    press("Enter")
    reasons = report.page.locator("#b2 .why")
    assert reasons.is_visible()
    assert "Kept as kicker" in reasons.inner_text()
    assert reasons.get_by_role("table").first.get_by_role("row").count() > 5
    press("Escape")
    assert not reasons.is_visible()


def test_arrows_leave_out_what_is_filtered(show: Callable[..., Opened], ferry: bytes) -> None:
    """With a filter the arrows go from one shown block to the next."""
    report = show(ferry)
    report.page.locator('.role[data-label="heading"]').click()
    report.page.locator(".block:visible summary").first.focus()
    report.page.keyboard.press("ArrowDown")
    assert report.page.evaluate("document.activeElement.closest('.block').dataset.label") == "heading"
    report.page.keyboard.press("ArrowDown")
    assert report.page.evaluate("document.activeElement.closest('.block').dataset.label") == "heading"


def test_reasons_by_click(show: Callable[..., Opened], ferry: bytes) -> None:
    """A click on the words opens and closes the reasons; marking words with the mouse does not."""
    report = show(ferry)
    words, reasons = report.page.locator("#b4 .text"), report.page.locator("#b4 .why")
    words.click()
    assert reasons.is_visible()
    words.click()
    assert not reasons.is_visible()
    words.dblclick(position={"x": 40, "y": 20})
    assert report.page.evaluate("String(getSelection())").strip()


def test_losers_of_a_field(show: Callable[..., Opened], ferry: bytes) -> None:
    """A field shows its source, and on demand the values that lost."""
    fields = show(ferry).page.get_by_role("complementary", name="Fields")
    assert "article.story > h1" in fields.inner_text()
    fields.get_by_text(re.compile(r"^\d others?$")).first.click()
    assert "| The Skerry Post" in fields.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(scheme: str, show: Callable[..., Opened], ferry: bytes) -> None:
    """The report follows the system, until its own switch is pressed."""
    page = show(ferry, color_scheme=scheme).page
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = {"light": False, "dark": True}[scheme]
    switch = page.get_by_role("button", name="Dark")
    assert (sum(map(int, re.findall(r"\d+", page.evaluate(ground)))) < 200) is dark
    assert switch.get_attribute("aria-pressed") == str(dark).lower()
    switch.click()
    assert (sum(map(int, re.findall(r"\d+", page.evaluate(ground)))) < 200) is not dark
    assert switch.get_attribute("aria-pressed") == str(not dark).lower()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, {"width": 900, "height": 800}, PHONE], ids=["desktop", "tablet", "phone"])
def test_accessibility(
    scheme: str, size: dict[str, int], show: Callable[..., Opened], ferry: bytes, axe_script: str
) -> None:
    """axe-core finds nothing to complain of: contrast, landmarks, names, order of headings."""
    page = show(ferry, color_scheme=scheme, viewport=size).page
    for name in ("body", "promo"):
        page.locator(f'.role[data-label="{name}"]').click()
    page.locator(".block:visible summary").first.click()
    page.locator(".losers summary").first.click()
    page.evaluate(axe_script)
    rules = "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice".split()
    found = page.evaluate("rules => axe.run({runOnly: rules})", rules)["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
    page.get_by_role("button", name="Show all").click()
    found = page.evaluate("rules => axe.run({runOnly: rules})", rules)["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_on_a_phone(show: Callable[..., Opened], ferry: bytes) -> None:
    """Nothing is wider than the screen, labels are large enough for a finger, and the fields are a link away."""
    page = show(ferry, viewport=PHONE, is_mobile=True, has_touch=True).page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    keep_picture(page, "explain-phone")
    page.locator("#b4 .text").tap()
    assert page.locator("#b4 .why").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    sizes = page.evaluate(
        "[...document.querySelectorAll('button:not([hidden]), .block summary')].map(e => e.offsetHeight)"
    )
    assert min(sizes) >= 24
    page.get_by_role("link", name="Go to the fields").tap()
    assert page.get_by_role("complementary", name="Fields").is_visible()


def test_reasons_in_dark(show: Callable[..., Opened], ferry: bytes) -> None:
    """An open block in dark colours fits the screen."""
    page = show(ferry, color_scheme="dark").page
    page.locator("#b17 summary").click()
    page.locator("#b14").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#b14').scrollIntoView()")
    assert page.locator("#b17 .why").is_visible()
    keep_picture(page, "explain-dark")


def test_a_hostile_page_runs_nothing(show: Callable[..., Opened]) -> None:
    """Its words are words: nothing runs, nothing is asked for, no address leads anywhere, whatever is opened."""
    page = show(HOSTILE).page
    for summary in page.locator("summary").all():
        summary.click()
    for role in page.locator(".role").all():
        role.focus()
        role.click()
    assert page.evaluate("window.hacked") is None
    assert page.locator("main a, main img, main iframe, main script").count() == 0
    assert all(
        href.startswith("#") for href in page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href'))")
    )
    words = page.locator("main").inner_text()
    assert "<script>window.hacked=1</script>" in words
    assert not set(words) & set("\u202e\u2066")


def test_the_policy_holds(show: Callable[..., Opened], ferry: bytes) -> None:
    """Even a script that found its way into the file would not run, and could not call home."""
    shown = show(ferry)
    shown.page.evaluate(
        """() => {
            document.body.insertAdjacentHTML('beforeend', '<img src="https://evil.example/a.png" onerror="window.hacked=1">');
            const script = document.createElement('script');
            script.textContent = 'window.hacked=1';
            document.body.append(script);
            return fetch('https://evil.example/').catch(() => 0);
        }"""
    )
    assert shown.page.evaluate("window.hacked") is None
    refused = [fault for fault in shown.faults if "Content Security Policy" in fault]
    assert len(refused) >= 3
    shown.faults.clear()
    del shown.requests[1:]  # the browser tells of those it refused, too


def test_a_large_page(show: Callable[..., Opened]) -> None:
    """Two thousand blocks open, and a filter that hides nearly all is laid out in a moment (as list items: 80 s)."""
    paragraph = "<p>It rained in Bergen on Monday, as it does on most days of the year, the weather office said, in week {}.</p>"
    report = show(f"<h1>Rain in Bergen</h1><article>{''.join(paragraph.format(n) for n in range(2000))}</article>")
    took = report.page.evaluate(
        "() => { const began = performance.now(); document.querySelector('.role').click();"
        " return document.body.offsetHeight && performance.now() - began; }"
    )
    assert took < LAYOUT_MS
    assert len(report.visible()) == 1
