"""What is public, and what importing it costs."""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

import newsclean

SOURCE = Path(newsclean.__file__).parent
HEAVY = ("bs4", "requests", "json_repair", "pyarrow")
PROJECT = tomllib.loads((Path(__file__).resolve().parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
MODULES = {"beautifulsoup4": "bs4", "backports.zstd": "zstd", "cssselect": "lxml.cssselect"}
"""Distribution → what is imported of it, where that is not its name."""


@pytest.mark.parametrize("name", newsclean.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """Each name of `__all__`, loaded early or late, is an attribute."""
    assert getattr(newsclean, name) is not None


def test_public_names_are_sorted_and_listed() -> None:
    """`dir()` shows what `__all__` says, once each."""
    assert dir(newsclean) == sorted(set(newsclean.__all__)) == sorted(newsclean.__all__)


def test_public_objects_carry_docstrings() -> None:
    """`help()` has something to say on all of them."""
    missing = [
        name
        for name in newsclean.__all__
        if callable(getattr(newsclean, name)) and not (getattr(newsclean, name).__doc__ or "").strip()
    ]
    assert missing == []


def test_other_names_raise() -> None:
    """A misspelt name is an AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="no attribute 'from_pdf'"):
        newsclean.from_pdf  # noqa: B018


def test_version_is_the_distributions() -> None:
    """`newsclean.__version__` and the installed metadata are one."""
    try:
        installed = version("newsclean")
    except PackageNotFoundError:
        pytest.skip("newsclean is run from its source")
    assert installed == newsclean.__version__


def test_every_dependency_is_imported() -> None:
    """Nobody has to install what the package never imports; Spark and Ray are engines that call it."""
    others = {"dev", "docs", "fuzz", "peers", "spark", "ray"}
    extras = [needs for name, needs in PROJECT["optional-dependencies"].items() if name not in others]
    names = {re.split(r"[^\w.-]", need)[0] for needs in (PROJECT["dependencies"], *extras) for need in needs}
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    modules = {name: MODULES.get(name, name.replace("-", "_")) for name in names - {"newsclean"}}
    assert [name for name, module in modules.items() if not re.search(rf'(?:import |from |"){module}\b', code)] == []


def test_types_are_shipped() -> None:
    """The package has its marker for type checkers."""
    assert (SOURCE / "py.typed").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "import newsclean",
        "import newsclean.cli",
        "import newsclean; newsclean.Cleaner().from_html('<h1>Rain</h1><p>Rain fell on the town all day long.')",
    ],
)
def test_nothing_heavy_is_loaded(statement: str) -> None:
    """Neither the import nor cleaning an everyday page loads what only some pages or uses need."""
    code = f"{statement}\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(SOURCE.parent), "PATH": ""}
    )
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert loaded.isdisjoint(HEAVY)


def test_importing_needs_no_parser() -> None:
    """`import newsclean` alone loads neither lxml nor the chain."""
    code = "import newsclean, sys; print(*sorted(m for m in sys.modules if m.startswith(('lxml', 'newsclean.'))))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(SOURCE.parent), "PATH": ""},
    )
    assert all(name.startswith("newsclean.model") for name in done.stdout.split())


def test_values_are_frozen_and_slotted() -> None:
    """No public value can be changed after it is made, or take an attribute it does not have."""
    for name in newsclean.__all__:
        value = getattr(newsclean, name)
        if name == "Draft" or not (isinstance(value, type) and dataclasses.is_dataclass(value)):
            continue
        assert value.__dataclass_params__.frozen, name  # type: ignore[attr-defined]
        assert "__slots__" in vars(value), name
