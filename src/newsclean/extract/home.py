"""Links to the site's home page: what they are called, where they lead."""

from __future__ import annotations

from ..model.hosts import find_path
from ..text.similarity import squeeze

HOME_NAMES = frozenset(
    "home homepage startseite accueil inicio início stronaglowna stronagłówna главная αρχική forside etusivu hem start "
    "首页 首頁 ホーム トップ 홈 होम الرئيسية beranda anasayfa".split()
)
"""As `squeeze` leaves them."""


def is_home_name(text: str) -> bool:
    """Whether links to a home page are called so.

    >>> is_home_name("Strona główna ›"), is_home_name("Home news")
    (True, False)
    """
    return squeeze(text) in HOME_NAMES


def leads_home(url: str) -> bool:
    """Whether an address is a site's home page: without a path, and without a query that could name an article.

    >>> [leads_home(url) for url in ("/", "https://example.com", "/?p=8", "/news", "#top", "")]
    [True, True, False, False, False, False]
    """
    path = find_path(url)
    return (path == "/" or (not path and "//" in url)) and not {"#", "?"} & set(url)
