from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site() -> ModuleType:
    """The invented news site of `tools/make_crawl_site.py`."""
    spec = importlib.util.spec_from_file_location("make_crawl_site", ROOT / "tools" / "make_crawl_site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_crawl_site"] = module
    spec.loader.exec_module(module)
    return module
