"""Where site rules enter the chain."""

from __future__ import annotations

from newsclean.model.options import Options
from newsclean.model.site_rules import Drop, Selector
from newsclean.sites.apply import make_step
from newsclean.sites.selectors import checked

from .chain import Chain, Step

BEFORE = "duplicates"
"""The step behind the rules: fields and body are found by then, and what the rules leave over is accounted for after."""


def with_site_rules(chain: Chain, options: Options) -> Chain:
    """The chain with a step for `rules`, `keep` and `drop`; the same chain where there are none.

    Raises:
        RuleError: a selector of `keep` or `drop` cannot be read.
    """
    if not (options.rules.rules or options.keep or options.drop):
        return chain
    keep = [checked(Selector(css), "keep") for css in options.keep]
    drop = [Drop(checked(Selector(css), "drop")) for css in options.drop]
    step = Step("site_rules", make_step(options.rules, keep, drop))
    return chain.before(BEFORE, step) if BEFORE in chain.names else Chain((*chain.steps, step))
