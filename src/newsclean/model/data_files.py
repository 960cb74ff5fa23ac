"""The data files that come with the package."""

from __future__ import annotations

from pkgutil import get_data


def read_data(package: str, name: str) -> str:
    """The text of a file beside a package's modules, from a folder or a zip.

    Not by `importlib.resources`, whose import takes longer than to read all the files.
    """
    data = get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} has no file {name}")
    return data.decode("utf-8")
