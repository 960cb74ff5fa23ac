"""Clean, typed documents from news pages.

>>> import newsclean
>>> page = "<title>Rain</title><h1>Rain in Bergen</h1><p>It rained in Bergen on Monday, as it does most days.</p>"
>>> newsclean.from_html(page, url="https://example.com/rain").title
'Rain in Bergen'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsclean.model.document import (
    Author,
    Box,
    Code,
    Disclosure,
    Document,
    Embed,
    Image,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Provenance,
    Quote,
    Removal,
    Section,
    Table,
)  # fmt: skip
from newsclean.model.errors import (
    ChainError,
    DocumentError,
    FetchError,
    InputTooLarge,
    InputTypeError,
    NewscleanError,
    NotHtml,
    OptionError,
    RuleError,
)  # fmt: skip
from newsclean.model.options import Options
from newsclean.model.site_rules import SiteRules

if TYPE_CHECKING:
    from newsclean.api import Cleaner, clean, diff, explain, from_html, from_response, from_text, from_url
    from newsclean.model.difference import DocumentDiff
    from newsclean.model.draft import Block, Claim, Draft
    from newsclean.model.explanation import Explanation
    from newsclean.model.site_profile import SiteProfile, learn_sites, site_of
    from newsclean.pipeline.chain import Chain, Step
    from newsclean.pipeline.presets import ARTICLE, PLAIN
    from newsclean.sites.toml import read_rules

__version__ = "0.1.0"

__all__ = [
    "ARTICLE", "PLAIN", "Author", "Block", "Box", "Chain", "ChainError", "Claim", "Cleaner", "Code", "Disclosure",
    "Document", "DocumentDiff", "DocumentError", "Draft", "Embed", "Explanation", "FetchError", "Image",
    "InputTooLarge", "InputTypeError", "Link", "ListBlock", "ListItem", "Mark", "NewscleanError", "NotHtml",
    "OptionError", "Options", "Paragraph", "Provenance", "Quote", "Removal", "RuleError", "Section", "SiteProfile",
    "SiteRules", "Step", "Table", "__version__", "clean", "diff", "explain", "from_html", "from_response", "from_text",
    "from_url", "learn_sites", "read_rules", "site_of",
]  # fmt: skip

# Loaded at first use, so that `import newsclean` costs no parser: name → module.
_LATER = {
    "ARTICLE": "newsclean.pipeline.presets",
    "PLAIN": "newsclean.pipeline.presets",
    "Block": "newsclean.model.draft",
    "Chain": "newsclean.pipeline.chain",
    "Claim": "newsclean.model.draft",
    "Cleaner": "newsclean.api",
    "DocumentDiff": "newsclean.model.difference",
    "Draft": "newsclean.model.draft",
    "Explanation": "newsclean.model.explanation",
    "SiteProfile": "newsclean.model.site_profile",
    "Step": "newsclean.pipeline.chain",
    "clean": "newsclean.api",
    "diff": "newsclean.api",
    "explain": "newsclean.api",
    "from_html": "newsclean.api",
    "from_response": "newsclean.api",
    "from_text": "newsclean.api",
    "from_url": "newsclean.api",
    "learn_sites": "newsclean.model.site_profile",
    "read_rules": "newsclean.sites.toml",
    "site_of": "newsclean.model.site_profile",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'newsclean' has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
