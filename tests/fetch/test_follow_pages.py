"""Articles on several pages, joined."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.pipeline.follow import MAX_PAGES
from tests.fetch.bad_server import Net

TITLE = "The long way of the river boats"
INTRO = "The boats have carried grain down the river for two hundred years, and this spring the last of them was sold."
LINES = [
    "The {word} mate on board kept a diary of every lock, and wrote down the height of the water each morning at six.",
    "When the {word} winter came the boats lay in the ice for weeks, and the crews walked to the villages to buy bread.",
    "A {word} buyer from the coast wants to keep three of them afloat, and has asked the town for a place at the quay.",
]


def page(word: str, following: str = "", *, title: str = TITLE, more: str = "", intro: str = INTRO) -> bytes:
    """A page of the article, its own paragraphs telling its word."""
    link = f'<link rel="next" href="{following}">' if following else ""
    body = "".join(f"<p>{line.format(word=word)}</p>" for line in LINES)
    return f"""<!doctype html><html lang="en"><head><title>{title} | River Post</title>{link}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article><h1>{title}</h1>
<p class="byline">By Ode Fährmann</p><p>{intro}</p>{body}{more}</article></main>
<footer><p>Imprint</p></footer></body></html>""".encode()


def serve(net: Net, **pages: bytes) -> None:
    for name, body in pages.items():
        net.site.handlers[name] = lambda request, body=body: request.answer(body=body)


def fetch(net: Net, path: str = "/one", **more: object) -> newsclean.Document:
    return newsclean.from_url(
        net.site.url(path),
        follow_pages=True,
        timeout_s=5,
        allow_networks=("127.0.0.1/32",),
        **more,  # type: ignore[arg-type]
    )


def asked(net: Net) -> list[str]:
    return [request.target for request in net.site.seen]


def test_pages_are_joined_without_repeats(net: Net) -> None:
    """The body of three pages stands in one document, what each repeats once, and the ledger has the rest."""
    serve(net, one=page("first", "/two"), two=page("second", "three", title=TITLE + " – Page 2"), three=page("third"))
    document = fetch(net)
    for word in ("first", "second", "third"):
        assert document.text.count(f"The {word} mate") == 1
    assert document.text.count(INTRO) == 1
    assert document.text.index("first buyer") < document.text.index("second mate") < document.text.index("third mate")
    assert document.title == TITLE
    assert document.url == net.site.url("/one")
    assert document.provenance["pages"].raw == "3 pages"
    assert document.provenance["pages"].path == " → ".join(map(net.site.url, ("/one", "/two", "/three")))
    assert "next" not in document.variants
    assert [removal.text for removal in document.removed if removal.step == "follow_pages"] == [INTRO] * 2
    assert newsclean.Document.from_json(document.to_json()) == document


def test_what_every_page_lost_is_in_the_ledger_once(net: Net) -> None:
    """The menu of each page is the same removal, an offer on the second one is another."""
    offer = "<p>Sign up for our newsletter</p>"
    serve(net, one=page("first", "/two"), two=page("second", more=offer))
    removed = [removal.text for removal in fetch(net, options=newsclean.Options(ledger="full")).removed]
    assert [removed.count(text) for text in ("Imprint", "Home News", "Sign up for our newsletter")] == [1, 1, 1]


def test_one_page_is_declared_not_fetched(net: Net) -> None:
    """Without follow_pages the next page's address stands in the document, and nothing else happens."""
    serve(net, one=page("first", "/two"), two=page("second"))
    document = newsclean.from_url(net.site.url("/one"), allow_networks=("127.0.0.1/32",))
    assert document.variants["next"] == net.site.url("/two")
    assert asked(net) == ["/one"]


def test_a_link_in_the_body_is_followed_too(net: Net) -> None:
    """Many sites mark the link to the next page, not the head."""
    more = '<p><a rel="next nofollow" href="/two">Next page</a></p>'
    serve(net, one=page("first", more=more), two=page("second"))
    assert "second mate" in fetch(net).text


@pytest.mark.parametrize("back", ["/one", "/two", "/two#part"])
def test_a_circle_ends(net: Net, back: str) -> None:
    """A page that names itself or an earlier one as its next ends the article."""
    serve(net, one=page("first", "/two"), two=page("second", back))
    document = fetch(net)
    assert asked(net).count("/one") == 1
    assert document.text.count("The second mate") == 1
    assert document.provenance["pages"].raw == "2 pages"


def test_pages_that_say_nothing_new_end_it(net: Net) -> None:
    """Addresses that are new for ever, with the same words, are not followed for ever."""
    net.site.handlers["one"] = lambda request: request.answer(body=page("first", f"/one/{len(net.site.seen)}"))
    document = fetch(net)
    assert len(net.site.seen) == 2
    assert document.text.count("The first mate") == 1


def test_there_is_a_cap(net: Net) -> None:
    """An article that never ends is cut, with a warning and the address of the next page."""
    net.site.handlers["n"] = lambda request: request.answer(
        body=page(f"number{len(net.site.seen)}", f"/n/{len(net.site.seen) + 1}")
    )
    document = fetch(net, "/n/1")
    assert len(net.site.seen) == MAX_PAGES
    assert f"more than {MAX_PAGES} pages" in document.warnings[-1]
    assert document.variants["next"] == net.site.url(f"/n/{MAX_PAGES + 1}")


def test_another_article_is_not_joined(net: Net) -> None:
    """Blogs name their next article by the same link; its title tells it apart."""
    serve(
        net,
        one=page("first", "/two"),
        two=page("second", title="Council votes on a new bridge", intro="Another story."),
    )
    document = fetch(net)
    assert "second mate" not in document.text
    assert document.warnings[-1] == "the next page is another article"
    assert "pages" not in document.provenance


def test_another_host_is_not_asked(net: Net) -> None:
    """A next page on another host, or inside a private network, is left alone."""
    net.names["elsewhere.test"] = [["127.0.0.1"]]
    serve(net, one=page("first", net.other.url("/two", "elsewhere.test")))
    assert "another host" in fetch(net).warnings[-1]
    assert net.other.connections == 0
    net.names["paper.test"] = [["127.0.0.1"], ["127.0.0.2"]]
    serve(net, one=page("first", f"http://paper.test:{net.canary.port}/two"))
    url = net.site.url("/one", "paper.test")
    document = newsclean.from_url(url, follow_pages=True, timeout_s=5, allow_networks=("127.0.0.1/32",))
    assert "is missing" in document.warnings[-1]
    assert "127.0.0.2" in document.warnings[-1]
    assert net.canary.connections == 0


def test_a_missing_page_leaves_what_there_is(net: Net) -> None:
    """If a later page cannot be had, the earlier ones are the document, and a warning says so."""
    serve(net, one=page("first", "/two"), two=page("second", "/three"))
    net.site.handlers["three"] = lambda request: request.answer("503 Busy")
    document = fetch(net)
    assert "second mate" in document.text
    assert "page 3 of the article is missing: the server answered 503" in document.warnings[-1]


def test_headings_keep_what_they_own(net: Net) -> None:
    """A heading of the second page opens a section, text before it goes on with the last one."""
    serve(
        net, one=page("first", "/two"), two=page("second", more="<h2>The sale</h2><p>" + LINES[0].format(word="last"))
    )
    sections = fetch(net).sections
    assert [section.heading for section in sections] == [None, "The sale"]
    assert len(sections[0].blocks) == 7
