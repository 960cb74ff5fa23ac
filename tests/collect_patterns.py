"""Prints every regular expression that newsclean compiles, a line each, as the JSON list of its facts.

They are: module, pattern, flags, is it one of bytes, is it only matched at a place and so never searched with.
Run in a process of its own: it looks over the shoulder of `re` while all modules are imported and a few pages are
cleaned, so that a new pattern is in the list without being put there.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import sys
from pathlib import Path
from types import ModuleType

PAGES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
ENGINES = ("scrapy", "spark", "ray", "datatrove", "webpoet", "integrations", "__main__")
"""Modules that need an engine which is not installed everywhere."""

_found: dict[tuple[object, int], str] = {}
_compile = re._compile  # type: ignore[attr-defined]


def _watch(pattern: object, flags: object) -> object:
    frame = sys._getframe(2)
    module = frame.f_globals.get("__name__", "")
    if module.startswith("newsclean"):
        source = pattern.pattern if isinstance(pattern, re.Pattern) else pattern
        _found.setdefault((source, int(flags)), module)  # type: ignore[call-overload]
    return _compile(pattern, flags)


def main() -> None:
    """Import, clean, print."""
    re._compile = _watch  # type: ignore[attr-defined]
    import newsclean

    for info in pkgutil.walk_packages(newsclean.__path__, "newsclean."):
        if not any(part in ENGINES for part in info.name.split(".")[1:2]):
            importlib.import_module(info.name)
    for page in sorted(PAGES.iterdir()):
        for source in page.glob("source.*"):
            text = source.read_text("utf-8")
            document = (
                newsclean.from_text(text)
                if source.suffix == ".txt"
                else newsclean.from_html(text, url="https://a.example/b")
            )
            document.to_markdown(), document.to_html(), document.to_text()
    for (source, flags), module in _found.items():
        is_bytes = isinstance(source, bytes)
        is_matched = _is_only_matched(sys.modules[module], source)
        print(json.dumps([module, source.decode("latin-1") if is_bytes else source, flags, is_bytes, is_matched]))


def _is_only_matched(module: ModuleType, source: object) -> bool:
    """Whether the module names the pattern and uses that name for `match` and `fullmatch` alone."""
    names = [n for n, v in vars(module).items() if isinstance(v, re.Pattern) and v.pattern == source]
    code = inspect.getsource(module)
    uses = [use for name in names for use in re.findall(rf"(?<![\w.]){name}\b(?! = )(?!: )(\.\w+)?", code)]
    return bool(uses) and all(use in (".match", ".fullmatch") for use in uses)


if __name__ == "__main__":
    main()
