"""Lines that a profile knows leave the article; its own words and named parts stay."""

from __future__ import annotations

import pickle

import newsclean
from newsclean.strip.boilerplate import MAX_BODY_SHARE

HOUSE = "The Bay Herald has been printed in the old customs house since 1911 and is read on both sides of the water."
STORIES = {
    "ferry": (
        "Night ferry returns to the bay",
        "The night ferry will sail again from May.",
        "Tickets go on sale on Monday.",
    ),
    "lamps": (
        "Town switches off its lamps",
        "The lamps on the pier go dark at midnight.",
        "The council voted on Tuesday.",
    ),
    "bats": (
        "Bats return to the lighthouse",
        "Bats were counted in the old lighthouse.",
        "A warden found forty of them.",
    ),
    "mayor": ("Mayor opens the new library", "The library opened its doors at noon.", "It holds nine thousand books."),
}


def page(slug: str, extra: str = "") -> str:
    """One page of an invented paper, with the same line in the middle of every article."""
    title, first, second = STORIES[slug]
    own = [
        f"{s} It was a matter of {slug}, said the people who had waited for it on the quay." for s in (first, second)
    ]
    return (
        f"<title>{title}</title><body><article><h1>{title}</h1><p>{own[0]}</p><h2>What we know</h2><p>{own[1]}</p>"
        f"<p>{HOUSE}</p>{extra}<p>The story of the {slug} goes on, and more of it will be told in the next days.</p></article>"
    )


def url(slug: str) -> str:
    """The page's address."""
    return f"https://www.bayherald.example/{slug}"


def documents(*slugs: str) -> list[newsclean.Document]:
    """The pages cleaned without a profile."""
    options = newsclean.Options(ledger="full")
    return [newsclean.from_html(page(s), url(s), options=options) for s in slugs]


def test_a_repeated_line_leaves_the_body() -> None:
    """With the profile the house line goes, with its reason; a rubric above own text stays, and every own word."""
    profile = newsclean.SiteProfile().learn(*documents("ferry", "lamps", "bats"))
    for slug in STORIES:  # learned pages and one that is new
        plain = newsclean.from_html(page(slug), url(slug))
        cleaned = newsclean.from_html(page(slug), url(slug), options=newsclean.Options(site_profile=profile))
        assert HOUSE in plain.text
        assert cleaned.text == plain.text.replace(HOUSE + "\n\n", "")
        assert [(r.reason, r.text, r.step) for r in cleaned.removed] == [("boilerplate", HOUSE, "boilerplate")]
        assert cleaned.title == plain.title
        assert [s.heading for s in cleaned.sections] == [None, "What we know"]


def test_nothing_is_learned_unasked() -> None:
    """Cleaning pages changes neither a profile nor what the next page gives."""
    profile = newsclean.SiteProfile().learn(*documents("ferry", "lamps", "bats"))
    before = profile.to_json()
    cleaner = newsclean.Cleaner(newsclean.Options(site_profile=profile))
    first = [cleaner.from_html(page(s), url(s)).to_json() for s in STORIES]
    again = [pickle.loads(pickle.dumps(cleaner)).from_html(page(s), url(s)).to_json() for s in reversed(STORIES)]
    assert first == again[::-1]
    assert profile.to_json() == before
    assert HOUSE in newsclean.from_html(page("bats"), url("bats")).text


def test_an_article_seen_before_is_not_taken_whole() -> None:
    """Where more than half of the body repeats, the profile has seen this article itself, and its body stays."""
    text = newsclean.from_html(page("ferry"), url("ferry")).text
    profile = newsclean.SiteProfile()
    for n in "abcd":
        profile = profile.learn_lines(text.split("\n\n"), f"https://www.bayherald.example/{n}", f"Copy {n}")
    assert MAX_BODY_SHARE < 1
    assert newsclean.from_html(page("ferry"), options=newsclean.Options(site_profile=profile)).text == text


def test_a_repeated_heading_of_nothing_goes() -> None:
    """A heading that the site repeats falls with the repeated lines below it."""
    box = f"<h2>About this paper</h2><p>{HOUSE}</p><p>{HOUSE.replace('printed', 'written')}</p>"
    pages = [newsclean.from_html(page(s, box), url(s), options=newsclean.Options(ledger="full")) for s in STORIES]
    profile = newsclean.SiteProfile().learn(*pages)
    tail = "<p>The story of the ferry goes on, and more of it will be told in the next days.</p>"
    html = page("ferry", "").replace(tail, tail + box)
    cleaned = newsclean.from_html(html, url("ferry"), options=newsclean.Options(site_profile=profile))
    assert "About this paper" not in cleaned.text
    assert "printed" not in cleaned.text
    assert cleaned.text.endswith("told in the next days.")


def test_disclosures_title_and_byline_stay() -> None:
    """What has a place in the document keeps it, however often the site says it."""
    notice = (
        "<p><em>This article was written with the help of artificial intelligence and checked by an editor.</em></p>"
    )
    pages = [newsclean.from_html(page(s, notice), url(s), options=newsclean.Options(ledger="full")) for s in STORIES]
    profile = newsclean.SiteProfile().learn(*pages)
    assert profile.repeats(pages[0].disclosures[0].text)
    cleaned = newsclean.from_html(page("bats", notice), url("bats"), options=newsclean.Options(site_profile=profile))
    assert cleaned.disclosures == pages[2].disclosures


def test_profiles_go_by_site() -> None:
    """Of a mapping the page's own site is taken: its canonical address before the one asked for."""
    profiles = newsclean.learn_sites(documents(*STORIES))
    options = newsclean.Options(site_profile=profiles)
    assert list(profiles) == ["bayherald.example"]
    assert HOUSE not in newsclean.from_html(page("bats"), "http://m.bayherald.example/x", options=options).text
    assert HOUSE in newsclean.from_html(page("bats"), "https://other.example/x", options=options).text
    assert HOUSE in newsclean.from_html(page("bats"), options=options).text
    canonical = f'<link rel="canonical" href="{url("bats")}">' + page("bats")
    assert HOUSE not in newsclean.from_html(canonical, "https://cache.example/x", options=options).text


def test_plain_text_has_memory_too() -> None:
    """The lines of a flattened page are known as well."""
    texts = {s: newsclean.from_html(page(s), url(s)).text for s in STORIES}
    profile = newsclean.SiteProfile()
    for slug, text in texts.items():
        profile = profile.learn_lines(text.splitlines(), url(slug), STORIES[slug][0])
    title, *_ = STORIES["lamps"]
    cleaned = newsclean.from_text(f"{title}\n\n{texts['lamps']}", options=newsclean.Options(site_profile=profile))
    assert HOUSE not in cleaned.text
    assert ("boilerplate", HOUSE) in [(r.reason, r.text) for r in cleaned.removed]
    assert "It was a matter of lamps" in cleaned.text


def test_the_articles_own_dek_stays() -> None:
    """A sentence at the head of the body that some other pages print as a teaser is not taken; one in the middle is."""
    title, first, _ = STORIES["ferry"]
    own = f"{first} It was a matter of ferry, said the people who had waited for it on the quay."
    profile = newsclean.SiteProfile().learn(*documents(*STORIES))
    for n in "abcd":
        profile = profile.learn_lines([own, HOUSE], f"https://www.bayherald.example/teaser-{n}", f"Other story {n}")
    assert profile.repeats(own)
    cleaned = newsclean.from_html(page("ferry"), url("ferry"), options=newsclean.Options(site_profile=profile))
    assert cleaned.text.startswith(own)
    assert HOUSE not in cleaned.text
    assert cleaned.title == title
