"""The doors: a page, a text, a response or an address in, one `Document` out.

Every function here raises `NewscleanError` or a subclass of it, and nothing else but `MemoryError`.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from newsclean.model.document import Document
from newsclean.model.errors import ChainError, InputTypeError, NewscleanError, OptionError
from newsclean.model.options import Options

if TYPE_CHECKING:
    from requests import Session

    from newsclean.batch.map import Page
    from newsclean.batch.records import Result
    from newsclean.fetch.options import FetchedPage, Fetcher
    from newsclean.model.difference import DocumentDiff
    from newsclean.model.draft import Draft
    from newsclean.model.explanation import Explanation
    from newsclean.model.site_profile import SiteProfile
    from newsclean.pipeline.chain import Chain

Headers = Mapping[str, str] | Mapping[bytes, Any]
MAX_URL_CHARS = 2048


class FetchLimits(TypedDict, total=False):
    """What `from_url` takes beside the address.

    timeout_s: seconds for everything, redirects included (20).
    max_bytes: of the body, on the wire and decoded (10,000,000).
    max_redirects: at most so many, a meta refresh counted as one (5).
    ignore_robots: False asks robots.txt first. For a single page it is not asked unless so told; the command asks it.
    allow_private_hosts: addresses inside private networks may be fetched (False).
    allow_networks: of those, only these, as ("10.1.0.0/16",).
    user_agent: the header that is sent (newsclean's own). contact: an address to put into that.
    connect_timeout_s: of the seconds, at most so many for one connection (10).
    headers: more headers, as (("Accept-Language", "da"),); credentials go to the host asked for alone.
    ca_bundle: a file of certificates to trust instead of the public ones. proxy: as "http://10.0.0.1:3128".
    use_environment: whether HTTP_PROXY, NO_PROXY and .netrc count (False).
    cache: a folder where pages are kept, as HTTP allows (needs `newsclean[cache]`).
    """

    timeout_s: float
    max_bytes: int
    max_redirects: int
    ignore_robots: bool | None
    allow_private_hosts: bool
    allow_networks: tuple[str, ...]
    user_agent: str | None
    contact: str | None
    connect_timeout_s: float
    headers: tuple[tuple[str, str], ...]
    ca_bundle: str | None
    proxy: str | None
    use_environment: bool
    cache: str | None


class Cleaner:
    """Options and a chain, made once and used for many pages. Picklable; one may serve many threads.

    chain: the steps for HTML, by default `newsclean.ARTICLE`; text_chain: for plain text, by default `newsclean.PLAIN`.
    """

    __slots__ = ("_chain", "_text_chain", "_warnings", "chain", "options", "text_chain")

    def __init__(
        self, options: Options | None = None, *, chain: Chain | None = None, text_chain: Chain | None = None
    ) -> None:
        from newsclean.pipeline.chain import Chain
        from newsclean.pipeline.plugins import with_plugins
        from newsclean.pipeline.presets import ARTICLE, PLAIN
        from newsclean.pipeline.site_rules import with_site_rules

        if options is not None and not isinstance(options, Options):
            raise OptionError(f"options must be newsclean.Options, not {type(options).__name__}")
        for given in (chain, text_chain):
            if given is not None and not isinstance(given, Chain):
                raise ChainError(f"a chain must be newsclean.Chain, not {type(given).__name__}")
        self.options = options or Options()
        self.chain = ARTICLE if chain is None else chain
        self.text_chain = PLAIN if text_chain is None else text_chain
        self._chain, self._text_chain = with_site_rules(self.chain, self.options), self.text_chain
        self._warnings: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        if self.options.plugins:
            self._chain, warnings = with_plugins(self._chain)
            self._text_chain, text_warnings = with_plugins(self.text_chain)
            self._warnings = (warnings, text_warnings)

    def __repr__(self) -> str:
        return f"Cleaner({self.options!r}, {len(self.chain)} steps)"

    def __reduce__(self) -> tuple[Any, ...]:
        # Plug-ins are looked up anew where the cleaner is unpickled, so that their functions need not pickle.
        return _restore_cleaner, (self.options, self.chain, self.text_chain)

    def from_html(
        self,
        html: object,
        url: str | None = None,
        *,
        content_type: str | None = None,
        headers: Headers | None = None,
        charset: str | None = None,
    ) -> Document:
        """The document of an HTML page: bytes, str, an lxml tree or a BeautifulSoup (neither is changed).

        url: where the page comes from; relative links are resolved against it. Nothing is fetched.
        content_type, headers: of the HTTP response, for the charset. charset: overrides every other sign of it.

        Raises:
            InputTypeError: not a page.
            InputTooLarge: more than `Options.max_bytes`.
            NotHtml: an image, a PDF, an archive, a video …
        """
        with _only_our_errors():
            from newsclean.fetch.responses import find_header

            deadline_s = self._deadline()
            draft = self._read(html, url, content_type or find_header(headers, "content-type"), charset)
            return self._finish(draft, deadline_s)

    def from_text(self, text: object, url: str | None = None, *, charset: str | None = None) -> Document:
        """The document of a plain text that a scraper already flattened, one block a line.

        Raises:
            InputTypeError: neither str nor bytes.
            InputTooLarge: more than `Options.max_bytes`.
        """
        with _only_our_errors():
            from newsclean.read.plain import read_text

            deadline_s = self._deadline()
            return self._finish(read_text(self._to_text(text, charset), _parse_url(url)), deadline_s)

    def from_response(self, response: Any) -> Document:
        """The document of a response of requests, httpx or Scrapy: its body, final URL and headers.

        Raises:
            InputTypeError: it has no URL or no body.
        """
        with _only_our_errors():
            from newsclean.fetch.provenance import note_http
            from newsclean.fetch.responses import find_body, find_header, find_status

            deadline_s = self._deadline()
            body, url = find_body(response), getattr(response, "url", None)
            if body is None or url is None:
                raise InputTypeError(f"a response has .url and .content or .body; {type(response).__name__} has not")
            headers = getattr(response, "headers", None)
            draft = self._read(body, str(url), find_header(headers, "content-type"), None)
            hops = [(each.url, each.status_code) for each in getattr(response, "history", ())]
            note_http(draft, str(url), find_status(response), hops, headers)
            return self._finish(draft, deadline_s)

    def from_url(
        self,
        url: str,
        *,
        fetcher: Fetcher | Session | None = None,
        render: bool = False,
        follow_pages: bool = False,
        **limits: Unpack[FetchLimits],
    ) -> Document:
        """The document of the page at an address, fetched by newsclean's own rules; see `FetchLimits`.

        fetcher: a function to fetch with instead of newsclean's own, or a requests session to send the requests.
        render: a page whose text only its scripts build is rendered in a browser (needs `newsclean[render]`).
        follow_pages: the pages that follow it are joined, if they are of the same article; each has its own deadline.

        Raises:
            FetchError: the page could not be had; its subclasses say why.
        """
        with _only_our_errors():
            from newsclean.fetch.options import FetchOptions

            options = FetchOptions(**limits)
            fetch = _find_fetcher(fetcher)

            def load(address: str) -> Document:
                page = fetch(address, options=options)
                document = self._clean_page(page, address)
                if render and document.kind == "script_shell":
                    from newsclean.fetch.render_page import render_page

                    document = self._clean_page(render_page(page, options=options), address)
                return document

            document = load(url)
            if not follow_pages:
                return document
            from newsclean.pipeline.follow import follow_pages as join

            return self._fingerprinted(join(document, load))

    def _clean_page(self, page: FetchedPage, url: str) -> Document:
        from newsclean.fetch.content_type import is_plain_text
        from newsclean.fetch.provenance import note_http
        from newsclean.fetch.urls import drop_credentials

        deadline_s = self._deadline()
        if is_plain_text(page.content_type, page.body):
            from newsclean.read.decode import decode
            from newsclean.read.plain import read_text

            draft = read_text(decode(page.body, page.content_type).text, page.url)
        else:
            draft = self._read(page.body, page.url, page.content_type, None)
        draft.warnings += page.notes
        note_http(draft, page.url, page.status, page.hops, page.headers)
        return replace(self._finish(draft, deadline_s), url=drop_credentials(url))

    def explain(
        self,
        source: Any,
        url: str | None = None,
        *,
        text: bool = False,
        charset: str | None = None,
        **limits: Unpack[FetchLimits],
    ) -> Explanation:
        """The document with every block of its page, what became of it and why: what `newsclean explain` shows.

        source, url: as for `clean`; text: whether it is plain text, as for `from_text`. limits: as for `from_url`.
        """
        from newsclean.fetch.responses import is_response

        explainer = _Explainer(self.options, chain=self.chain, text_chain=self.text_chain)
        if text:
            document = explainer.from_text(source, url, charset=charset)
        elif isinstance(source, str) and is_url(source):
            document = explainer.from_url(source, **limits)
        elif is_response(source):
            document = explainer.from_response(source)
        else:
            document = explainer.from_html(source, url, charset=charset)
        return replace(explainer.explanation, document=document)

    def map(
        self,
        pages: Iterable[Page],
        *,
        jobs: int = 1,
        timeout_s: float = 10.0,
        memory_mb: int = 1024,
        ordered: bool = True,
    ) -> Iterator[Result]:
        """A `Result` for each page, lazily; none raises for a bad page.

        A page is bytes or str, a pair (url, page), a mapping {"url", "html", …} or a `Record`. jobs: worker processes.
        timeout_s, memory_mb: what one page may take before its worker is ended. ordered: results in the pages' order.
        """
        from newsclean.batch.map import map_records
        from newsclean.batch.pool import PoolOptions

        options = PoolOptions(jobs=jobs, timeout_s=timeout_s, memory_mb=memory_mb, ordered=ordered)
        return map_records(self, pages, options=options)

    def _deadline(self) -> float | None:
        timeout_s = self.options.timeout_s
        return None if timeout_s is None else time.thread_time() + timeout_s

    def _read(self, html: object, url: str | None, content_type: str | None, charset: str | None) -> Draft:
        from newsclean.read import read_html
        from newsclean.read.source import to_markup

        markup = to_markup(html, self.options.max_bytes)
        draft = read_html(markup, url=_parse_url(url), content_type=content_type, charset=charset)
        if isinstance(markup, str) and "<" not in markup and markup.strip():
            draft.warnings.append("the page has no tags: a text is for from_text, and a file is to be read first")
        return draft

    def _to_text(self, text: object, charset: str | None) -> str:
        from newsclean.read.decode import decode
        from newsclean.read.source import to_markup

        if not isinstance(text, str | bytes | bytearray | memoryview):
            raise InputTypeError(f"a text is str or bytes, not {type(text).__name__}")
        markup = to_markup(text, self.options.max_bytes)
        return markup if isinstance(markup, str) else decode(markup, "text/plain", charset).text

    def _finish(self, draft: Draft, deadline_s: float | None) -> Document:
        draft.focus, draft.now, draft.ledger = self.options.focus, self.options.now, self.options.ledger
        draft.warnings += self._warnings[draft.is_text]
        if self.options.site_profile is not None:
            draft.facts["site_profile"] = _find_profile(self.options.site_profile, draft)
        chain = self._text_chain if draft.is_text else self._chain
        return self._fingerprinted(self._run(draft, chain, deadline_s))

    def _fingerprinted(self, document: Document) -> Document:
        if self.options.fingerprint:
            from newsclean.text.simhash import simhash64

            document = replace(document, fingerprint=simhash64(document.text))
        return document

    def _run(self, draft: Draft, chain: Chain, deadline_s: float | None) -> Document:
        from newsclean.pipeline.assemble import assemble

        return assemble(chain.run(draft, deadline_s=deadline_s))


class _Explainer(Cleaner):
    """A cleaner for one page that keeps the explanation beside the document."""

    __slots__ = ("explanation",)
    explanation: Explanation

    def _run(self, draft: Draft, chain: Chain, deadline_s: float | None) -> Document:
        from newsclean.pipeline.explain import explain_draft

        found = explain_draft(draft, chain, deadline_s=deadline_s)
        known: Explanation | None = getattr(self, "explanation", None)
        # of several pages the first: those that follow only go on, but a shell of scripts is rendered once more
        if known is None or known.document.kind == "script_shell":
            self.explanation = found
        return found.document


def from_html(
    html: object,
    url: str | None = None,
    *,
    options: Options | None = None,
    content_type: str | None = None,
    headers: Headers | None = None,
    charset: str | None = None,
) -> Document:
    """The document of an HTML page: bytes, str, an lxml tree or a BeautifulSoup (neither is changed); nothing is fetched.

    url: where the page comes from; relative links are resolved against it. content_type, headers: of the HTTP response,
    for the charset. charset: overrides every other sign of it. For many pages make one `Cleaner`.

    Raises:
        InputTypeError: not a page.
        InputTooLarge: more than `Options.max_bytes`.
        NotHtml: an image, a PDF, an archive, a video …
    """
    return Cleaner(options).from_html(html, url, content_type=content_type, headers=headers, charset=charset)


def from_text(
    text: object, url: str | None = None, *, options: Options | None = None, charset: str | None = None
) -> Document:
    """The document of a plain text that a scraper already flattened, one block a line.

    Raises:
        InputTypeError: neither str nor bytes.
        InputTooLarge: more than `Options.max_bytes`.
    """
    return Cleaner(options).from_text(text, url, charset=charset)


def from_response(response: Any, *, options: Options | None = None) -> Document:
    """The document of a response of requests, httpx or Scrapy: its body, final URL and headers.

    Raises:
        InputTypeError: it has no URL or no body.
        InputTooLarge, NotHtml: as for `from_html`.
    """
    return Cleaner(options).from_response(response)


def from_url(
    url: str,
    *,
    options: Options | None = None,
    fetcher: Fetcher | Session | None = None,
    render: bool = False,
    follow_pages: bool = False,
    **limits: Unpack[FetchLimits],
) -> Document:
    """The document of the page at an address, fetched by newsclean's own rules; limits: `newsclean.api.FetchLimits`.

    fetcher: a function to fetch with instead of newsclean's own, or a requests session to send the requests.
    render: a page whose text only its scripts build is rendered in a browser (needs `newsclean[render]`).
    follow_pages: the pages that follow it are joined, if they are of the same article; each has its own deadline.

    Raises:
        FetchError: the page could not be had; its subclasses (`newsclean.fetch.errors`) say why.
        InputTooLarge, NotHtml: as for `from_html`.
    """
    return Cleaner(options).from_url(url, fetcher=fetcher, render=render, follow_pages=follow_pages, **limits)


def clean(source: Any, url: str | None = None, *, options: Options | None = None) -> Document:
    """The document of anything that is a page, without a guess.

    A str that is an http(s) address, with no `<` and no line break, is fetched; any other str is HTML. Responses go to
    `from_response`; bytes and trees to `from_html`.

    Raises:
        NewscleanError: as the function that it goes to.
    """
    from newsclean.fetch.responses import is_response

    cleaner = Cleaner(options)
    if isinstance(source, str) and is_url(source):
        return cleaner.from_url(source)
    if is_response(source):
        return cleaner.from_response(source)
    return cleaner.from_html(source, url)


def explain(
    source: Any,
    url: str | None = None,
    *,
    options: Options | None = None,
    text: bool = False,
    charset: str | None = None,
    **limits: Unpack[FetchLimits],
) -> Explanation:
    """The document with every block of its page, what became of it and why: what `newsclean explain` shows.

    source, url: as for `clean`; text: whether it is plain text, as for `from_text`. limits: as for `from_url`.

    Raises:
        NewscleanError: as the function that the source goes to.
    """
    return Cleaner(options).explain(source, url, text=text, charset=charset, **limits)


def diff(before: Document, after: Document) -> DocumentDiff:
    """What changed from one version of a page's document to another, by field, section and word.

    Raises:
        InputTypeError: one of them is no document.
    """
    from newsclean.compare.documents import diff_documents

    for document in (before, after):
        if not isinstance(document, Document):
            raise InputTypeError(f"diff compares documents, not {type(document).__name__}; see newsclean.clean")
    return diff_documents(before, after)


def is_url(text: str) -> bool:
    """Whether `clean` takes the text for an address.

    >>> is_url("https://example.com/a"), is_url("<p>https://example.com"), is_url("example.com")
    (True, False, False)
    """
    start = text[:8].lower()
    return start.startswith(("http://", "https://")) and not any(c in text for c in "<\n\r")


@contextmanager
def _only_our_errors() -> Iterator[None]:
    try:
        yield
    except (NewscleanError, MemoryError):
        raise
    except Exception as exc:  # what lxml, requests or the interpreter raise must not become the caller's concern
        reason = " ".join(f"{type(exc).__name__}: {exc}".split())[:300]
        raise NewscleanError(f"the page could not be cleaned: {reason}") from exc


def _find_fetcher(given: Fetcher | Session | None) -> Fetcher:
    """What to fetch with: newsclean's own remembers the robots.txt files that it has read."""
    from newsclean.fetch.fetcher import fetch_page, use_session
    from newsclean.fetch.robots import RobotsCache

    if given is None:
        return functools.partial(fetch_page, robots=RobotsCache())
    if callable(given):
        return given
    if not hasattr(given, "prepare_request"):
        raise InputTypeError(f"a fetcher is a function or a requests.Session, not {type(given).__name__}")
    return use_session(given)


def _restore_cleaner(options: Options, chain: Chain, text_chain: Chain) -> Cleaner:
    return Cleaner(options, chain=chain, text_chain=text_chain)


def _find_profile(profiles: SiteProfile | Mapping[str, SiteProfile], draft: Draft) -> SiteProfile | None:
    if not isinstance(profiles, Mapping):
        return profiles
    from newsclean.model.site_profile import site_of

    return profiles.get(site_of(draft.value("canonical_url") or draft.url))


def _parse_url(url: object) -> str | None:
    if url is None or url == "":
        return None
    if not isinstance(url, str):
        raise InputTypeError(f"url must be str, not {type(url).__name__}")
    return url.strip()[:MAX_URL_CHARS]
