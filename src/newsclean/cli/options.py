"""The options that commands share, and what is made of them: a cleaner, fetch limits, the bytes of a source."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsclean import __version__
from newsclean.model.options import MAX_BYTES, Options

if TYPE_CHECKING:
    from newsclean.api import Cleaner
    from newsclean.model.document import Document


def input_options() -> list[click.Option]:
    """How to read a source that is no address."""
    return [
        url_option("Address of a page read from a file or standard input."),
        click.Option(["--text"], is_flag=True, help="SOURCE is plain text that a scraper already flattened."),
        click.Option(
            ["--charset"], metavar="NAME", callback=_check_charset, help="Override the detected character encoding."
        ),
    ]


def url_option(line: str) -> click.Option:
    """`--url`, with its line of help."""
    return click.Option(["-u", "--url"], metavar="URL", callback=_check_url, help=line)


def cleaning_options() -> list[click.Option]:
    """How to clean."""
    return [
        click.Option(["--precision"], is_flag=True, help="When in doubt, cut."),
        click.Option(["--recall"], is_flag=True, help="When in doubt, keep."),
        click.Option(["--rules"], multiple=True, metavar="PATH", help="Site rules: a file or a folder. Repeatable."),
        click.Option(["--keep"], multiple=True, metavar="CSS", help="Elements that belong to the article. Repeatable."),
        click.Option(["--drop"], multiple=True, metavar="CSS", help="Elements that do not. Repeatable."),
        click.Option(["--plugins/--no-plugins"], default=True, help="Use installed plug-ins (default: yes)."),
    ]


def fetch_options() -> list[click.Option]:
    """How to fetch."""
    return [
        click.Option(
            ["--timeout"],
            type=click.FloatRange(0, min_open=True),
            metavar="SEC",
            help="For the whole fetch (default: 20).",
        ),
        click.Option(["--max-bytes"], type=click.IntRange(1), metavar="N", help="Largest page (default: 10,000,000)."),
        click.Option(["--user-agent"], metavar="TEXT", help="Instead of newsclean's own."),
        click.Option(["--contact"], metavar="TEXT", help="An address or URL that the User-Agent names."),
        click.Option(
            ["--header"],
            multiple=True,
            metavar="TEXT",
            callback=_parse_headers,
            help="Another header, as 'Accept-Language: da'. Repeatable.",
        ),
        click.Option(["--ca-bundle"], metavar="PATH", help="Certificates to trust instead of the public ones."),
        click.Option(["--proxy"], metavar="URL", help="The proxy to use, as http://10.0.0.1:3128."),
        click.Option(["--cache"], metavar="FOLDER", help="Keep pages here, as HTTP allows (needs newsclean[cache])."),
        click.Option(["--ignore-robots"], is_flag=True, help="Fetch what robots.txt forbids."),
        click.Option(["--allow-private-hosts"], is_flag=True, help="Fetch from private networks, too."),
        click.Option(
            ["--allow-network"],
            multiple=True,
            metavar="NET",
            help="… from this one only, e.g. 10.1.0.0/16. Repeatable.",
        ),
    ]


def page_fetch_options() -> list[click.Option]:
    """How to fetch a single page: beside the rest, what goes beyond one request."""
    return [
        *fetch_options(),
        click.Option(["--follow-pages"], is_flag=True, help="Join the pages of an article that goes on."),
        click.Option(
            ["--render"], is_flag=True, help="In a browser, if only scripts build the text (needs newsclean[render])."
        ),
    ]


def page_options(output: list[click.Option], *general: click.Option) -> dict[str, list[click.Option]]:
    """The groups of options of a command on single pages: its own on output, the others shared."""
    return {
        "Output": output,
        "Input": input_options(),
        "Cleaning": cleaning_options(),
        "Fetching": page_fetch_options(),
        "General": [quiet_option(), *general],
    }


def quiet_option() -> click.Option:
    """`--quiet`."""
    return click.Option(["-q", "--quiet"], is_flag=True, help="No warnings and no verdict, only errors.")


def version_option() -> click.Option:
    """`--version`, which prints it and ends."""

    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(f"newsclean {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show, help="Show the version."
    )


def find_document(source: str, given: Mapping[str, Any]) -> Document:
    """The document of a source: an address, a file or standard input."""
    from newsclean.api import is_url

    cleaner = make_cleaner(given)
    if is_url(source):
        return cleaner.from_url(source, **fetch_limits(given))
    return clean_data(cleaner, read_source(source, cleaner.options.max_bytes), given)


def clean_data(cleaner: Cleaner, data: bytes, given: Mapping[str, Any]) -> Document:
    """The document of a page, or of a text, that a file or standard input held."""
    if given["text"]:
        return cleaner.from_text(data, given["url"], charset=given["charset"])
    return cleaner.from_html(data, given["url"], charset=given["charset"])


def check_sources(sources: Sequence[str], given: Mapping[str, Any]) -> None:
    """Refuse options that do nothing for any of the sources: how to read a file, how to fetch.

    Raises:
        click.UsageError: One was given.
    """
    from newsclean.api import is_url

    fetched = [is_url(source) for source in sources]
    if all(fetched):
        kind, options = "a file or standard input", input_options()
    elif not any(fetched):
        kind, options = "a URL", [option for option in page_fetch_options() if option.name != "max_bytes"]
    else:
        return
    unused = [option.opts[-1] for option in options if given[str(option.name)]]
    if unused:
        raise click.UsageError(f"{', '.join(unused)}: only for {kind}")


def make_cleaner(given: Mapping[str, Any]) -> Cleaner:
    """The cleaner that the options ask for; a command may lack those on the ledger."""
    from newsclean.api import Cleaner
    from newsclean.sites.toml import read_rules

    if given["precision"] and given["recall"]:
        raise click.UsageError("--precision and --recall exclude each other")
    ledger: Any = "full" if given.get("full_ledger") else "off" if given.get("ledger") is False else "near"
    return Cleaner(
        Options(
            focus="precision" if given["precision"] else "recall" if given["recall"] else "balanced",
            ledger=ledger,
            rules=read_rules(*given["rules"]),
            keep=given["keep"],
            drop=given["drop"],
            plugins=given["plugins"],
            max_bytes=MAX_BYTES if given["max_bytes"] is None else given["max_bytes"],
        )
    )


def fetch_limits(given: Mapping[str, Any]) -> dict[str, Any]:
    """What the options say of fetching, as `FetchLimits`."""
    limits: dict[str, Any] = {
        "timeout_s": given["timeout"],
        "max_bytes": given["max_bytes"],
        "ignore_robots": given["ignore_robots"],
        "allow_private_hosts": given["allow_private_hosts"],
        "allow_networks": given["allow_network"],
        "user_agent": given["user_agent"],
        "contact": given["contact"],
        "headers": given["header"],
        "ca_bundle": given["ca_bundle"],
        "proxy": given["proxy"],
        "cache": given["cache"],
        # Only single pages have these.
        "follow_pages": given.get("follow_pages"),
        "render": given.get("render"),
    }
    return {name: value for name, value in limits.items() if value is not None}


def _parse_headers(_: click.Context, __: click.Parameter, texts: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    parts = [text.partition(":") for text in texts]
    wrong = [text for text, (_, colon, _) in zip(texts, parts, strict=True) if not colon]
    if wrong:
        raise click.UsageError(f"--header takes a name, a colon and a value, not {wrong[0]!r}")
    return tuple((name.strip(), value.strip()) for name, _, value in parts)


def _check_url(_: click.Context, __: click.Parameter, url: str | None) -> str | None:
    if url is None:
        return None
    from newsclean.api import is_url

    if not is_url(url):
        raise click.UsageError(f"--url: an address begins with https:// or http://, not {url!r}")
    return url


def _check_charset(_: click.Context, __: click.Parameter, label: str | None) -> str | None:
    if label is None:
        return None
    from newsclean.read.charset_labels import find_encoding

    if find_encoding(label) is None:
        raise click.UsageError(f"--charset: no encoding of the web is called {label!r}")
    return label


def read_source(source: str, max_bytes: int) -> bytes:
    """The bytes of a file or of standard input, one more than allowed where there are more."""
    if source == "-":
        return sys.stdin.buffer.read(max_bytes + 1)
    path = Path(source)
    if path.is_dir():
        raise click.UsageError(f"{source} is a folder; `newsclean batch` reads folders")
    if not path.exists():
        hint = "" if "/" in source or not source.count(".") else "; a URL begins with https://"
        raise click.UsageError(f"there is no file {source}{hint}")
    with path.open("rb") as file:
        return file.read(max_bytes + 1)
