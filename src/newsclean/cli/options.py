"""The options that commands share, and what is made of them: a cleaner, fetch limits, the bytes of a source."""

from __future__ import annotations

import sys
from collections.abc import Mapping
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
        click.Option(["-u", "--url"], metavar="URL", help="Address of a page read from a file or standard input."),
        click.Option(["--text"], is_flag=True, help="SOURCE is plain text that a scraper already flattened."),
        click.Option(["--charset"], metavar="NAME", help="Override the detected character encoding."),
    ]


def cleaning_options() -> list[click.Option]:
    """How to clean."""
    return [
        click.Option(["--precision", "focus"], flag_value="precision", help="When in doubt, cut."),
        click.Option(["--recall", "focus"], flag_value="recall", help="When in doubt, keep."),
        click.Option(["--rules"], multiple=True, metavar="PATH", help="Site rules: a file or a folder. Repeatable."),
        click.Option(["--keep"], multiple=True, metavar="CSS", help="Elements that belong to the article. Repeatable."),
        click.Option(["--drop"], multiple=True, metavar="CSS", help="Elements that do not. Repeatable."),
        click.Option(["--plugins/--no-plugins"], default=True, help="Use installed plug-ins (default: yes)."),
    ]


def fetch_options() -> list[click.Option]:
    """How to fetch."""
    return [
        click.Option(["--timeout"], type=float, metavar="SEC", help="For the whole fetch (default: 20)."),
        click.Option(["--max-bytes"], type=int, metavar="N", help="Largest page (default: 10,000,000)."),
        click.Option(["--user-agent"], metavar="TEXT", help="Instead of newsclean's own."),
        click.Option(["--contact"], metavar="TEXT", help="An address or URL that the User-Agent names."),
        click.Option(
            ["--header"], multiple=True, metavar="TEXT", help="Another header, as 'Accept-Language: da'. Repeatable."
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
    cleaner = make_cleaner(given)
    if is_address(source, given):
        return cleaner.from_url(source, **fetch_limits(given))
    return clean_data(cleaner, read_source(source, cleaner.options.max_bytes), given)


def clean_data(cleaner: Cleaner, data: bytes, given: Mapping[str, Any]) -> Document:
    """The document of a page, or of a text, that a file or standard input held."""
    if given["text"]:
        return cleaner.from_text(data, given["url"], charset=given["charset"])
    return cleaner.from_html(data, given["url"], charset=given["charset"])


def is_address(source: str, given: Mapping[str, Any]) -> bool:
    """Whether the source is to be fetched; options that are for a file are wrong then."""
    from newsclean.api import is_url

    if not is_url(source):
        return False
    if given["text"] or given["url"]:
        raise click.UsageError("--text and --url are for a file or standard input")
    return True


def make_cleaner(given: Mapping[str, Any]) -> Cleaner:
    """The cleaner that the options ask for; a command may lack those on the ledger."""
    from newsclean.api import Cleaner
    from newsclean.sites.toml import read_rules

    ledger: Any = "full" if given.get("full_ledger") else "off" if given.get("ledger") is False else "near"
    return Cleaner(
        Options(
            focus=given["focus"] or "balanced",
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
        "headers": tuple(_parse_header(text) for text in given["header"]),
        "ca_bundle": given["ca_bundle"],
        "proxy": given["proxy"],
        "cache": given["cache"],
        # Only single pages have these.
        "follow_pages": given.get("follow_pages"),
        "render": given.get("render"),
    }
    return {name: value for name, value in limits.items() if value is not None}


def _parse_header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon:
        raise click.UsageError(f"--header takes a name, a colon and a value, not {text!r}")
    return name.strip(), value.strip()


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
