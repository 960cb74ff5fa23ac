"""Site memory: what a profile keeps, and that learning and merging do not depend on order."""

from __future__ import annotations

import json
import pickle
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.model.document import Document, Paragraph, Removal, Section
from newsclean.model.errors import DocumentError, InputTypeError, OptionError
from newsclean.model.options import Options
from newsclean.model.site_profile import MAX_LINES, MAX_PAGES, SiteProfile, learn_sites, site_of

Seen = tuple[list[str], str | None, str | None]
LINES = st.lists(st.text(alphabet="abc0 é宋", max_size=8), max_size=6)
PAGES = st.lists(
    st.tuples(
        LINES,
        st.none() | st.sampled_from([f"https://x.example/{n}" for n in "abcdefgh"]),
        st.none() | st.text(max_size=5),
    ),
    max_size=8,
)


def learn(pages: list[Seen]) -> SiteProfile:
    """The profile of these pages, learned one after the other."""
    profile = SiteProfile()
    for page in pages:
        profile = profile.learn_lines(*page)
    return profile


def site(count: int, line: str = "All rights reserved.") -> list[Seen]:
    """Pages that have one line in common and one of their own."""
    return [
        ([line, f"The story of {chr(97 + n)}"], f"https://x.example/{n}", f"Title {chr(97 + n)}") for n in range(count)
    ]


@given(PAGES, PAGES, PAGES)
def test_merging_is_commutative_and_associative(a: list[Seen], b: list[Seen], c: list[Seen]) -> None:
    """However pages are parted and in whatever order they are learned, the profile is one."""
    x, y, z = learn(a), learn(b), learn(c)
    assert x.merge(y) == y.merge(x)
    assert x.merge(y).merge(z) == x.merge(y.merge(z)) == x.merge(z, y) == learn(c + a + b)


@given(PAGES)
def test_learning_twice_changes_nothing(pages: list[Seen]) -> None:
    """A page that is seen again, or a profile merged with itself, adds nothing."""
    profile = learn(pages)
    assert learn(pages + pages) == profile == profile.merge(profile)


@given(PAGES)
def test_json_round_trip(pages: list[Seen]) -> None:
    """A profile comes back from its JSON and from another process, with the same answers and hash."""
    profile = learn(pages)
    for again in (SiteProfile.from_json(profile.to_json()), pickle.loads(pickle.dumps(profile))):
        assert again == profile
        assert hash(again) == hash(profile)
        assert repr(again) == repr(profile)
        assert all(again.repeats(line) == profile.repeats(line) for lines, _, _ in pages for line in lines)


def test_size_is_bounded_and_order_free() -> None:
    """Of many pages a fixed number is kept, the same whatever came first; of a long page a fixed number of lines."""
    pages = [
        ([f"line {'x' * n}{m}" for m in "abc"], f"https://x.example/{n}", f"T{'y' * n}") for n in range(3 * MAX_PAGES)
    ]
    profile = learn(pages)
    assert len(profile) == MAX_PAGES
    assert learn(pages[::-1]) == profile
    long = SiteProfile().learn_lines([f"line {'x' * n}" for n in range(2 * MAX_LINES)], "https://x.example/long")
    assert len(long.pages[0].lines) == MAX_LINES
    assert len(profile.to_json()) < MAX_PAGES * MAX_LINES * 10


@pytest.mark.parametrize(("count", "repeats"), [(1, False), (2, False), (3, True), (40, True)])
def test_a_line_must_be_on_enough_pages(count: int, repeats: bool) -> None:
    """Two pages may be two versions of one article; three are a site."""
    profile = learn(site(count))
    assert profile.repeats("All rights reserved.") is repeats
    assert profile.count("All rights reserved.") == count
    assert not profile.repeats("The story of a")


def test_a_line_must_be_on_a_fair_share_of_the_pages() -> None:
    """Three pages of a series do not make a line the site's where there are many others."""
    series = [(["Read the whole series here."], f"https://x.example/s{n}", f"Part {'i' * n}") for n in (1, 2, 3)]
    assert learn([*site(4), *series]).repeats("Read the whole series here.")
    assert not learn([*site(40), *series]).repeats("Read the whole series here.")


def test_versions_of_one_article_count_once() -> None:
    """Print, mobile and plain address of one article have its title in common, and its text is not the site's."""
    versions = [
        (["Rain fell on the harbour."], f"https://{p}.example/a", "Rain in the harbour") for p in ("www", "m", "amp")
    ]
    assert not learn(versions).repeats("Rain fell on the harbour.")
    fragments = [(["Rain fell."], f"https://x.example/a#{n}", None) for n in range(5)]
    assert len(learn(fragments)) == 1


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("© 2026 The Bay Herald", True),
        ("© 2025 the bay herald.", True),
        ("© 26 The Bay Herald", False),
        ("The Bay Herald", False),
        ("2026", False),
        ("—", False),
        ("", False),
    ],
)
def test_typography_and_digits_do_not_count(line: str, same: bool) -> None:
    """A year or a date changes; letters may not; a bare number is nobody's line."""
    profile = learn(site(3, "© 2024 The Bay Herald"))
    assert profile.repeats(line) is same


@pytest.mark.parametrize(
    "data",
    [
        "", "[]", "{}", "null", '{"version": 2, "pages": []}', '{"version": 1}', '{"version": 1, "pages": [1]}',
        '{"version": 1, "pages": [{"page": "AAAAAAAA", "title": "AAAAAAAA", "lines": "AAAA"}]}',
        '{"version": 1, "pages": [{"page": "", "title": "AAAAAAAA", "lines": ""}]}',
        '{"version": 1, "pages": [{"page": "AAAAAAAA", "title": "ä", "lines": ""}]}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_other_json_is_refused(data: str) -> None:
    """What is no profile raises one error of newsclean's own."""
    with pytest.raises(DocumentError):
        SiteProfile.from_json(data)


def test_sites_are_kept_apart() -> None:
    """A profile for each host, gone on from those known; a page without address is nobody's."""
    documents = [
        Document(
            "article",
            url=f"https://{host}/{n}",
            title=f"Story {'i' * n}",
            sections=(Section((Paragraph(f"Text of {host}"),)),),
            removed=(Removal("navigation", f"Menu of {host}"),),
        )
        for host in ("www.a.example", "b.example")
        for n in (1, 2, 3)
    ]
    profiles = learn_sites([*documents, Document("empty")])
    assert list(profiles) == ["a.example", "b.example"]
    assert profiles["a.example"].repeats("Menu of www.a.example")
    assert profiles["a.example"].repeats("Text of www.a.example")
    assert not profiles["b.example"].repeats("Menu of www.a.example")
    before = dict(profiles)
    more = learn_sites([Document("article", url="https://b.example/9", title="Nine")], profiles)
    assert profiles == before
    assert len(more["b.example"]) == 4
    for order in permutations(documents[:3]):
        assert learn_sites(order)["a.example"] == profiles["a.example"]


def test_bad_addresses_are_no_sites() -> None:
    """An address that cannot be read names no site."""
    assert [site_of(u) for u in ("https://[", "", None, "mailto:a@b.example")] == ["", "", "", ""]


def test_only_documents_are_learned_from() -> None:
    """Pages that were not cleaned are refused in the library's own words."""
    for learn_from in (SiteProfile().learn, lambda page: learn_sites([page])):
        with pytest.raises(InputTypeError, match="learns from documents, not str"):
            learn_from("<p>A page.</p>")


def test_the_option_takes_profiles_alone() -> None:
    """Anything else is refused where it is given, not where a page is cleaned."""
    with pytest.raises(OptionError, match="SiteProfile"):
        Options(site_profile=json.loads(SiteProfile().to_json()))
    with pytest.raises(OptionError, match="SiteProfile"):
        Options(site_profile=[SiteProfile()])  # type: ignore[arg-type]
    options = Options(site_profile={"a.example": learn(site(3))})
    assert pickle.loads(pickle.dumps(options)) == options
    assert hash(options) == hash(pickle.loads(pickle.dumps(options)))
