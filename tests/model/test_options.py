"""Options: a value outside its range is refused at once."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from newsclean.model.errors import NewscleanError, OptionError
from newsclean.model.options import Options


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"focus": "precise"}, "focus must be one of balanced, precision, recall, not 'precise'"),
        ({"ledger": True}, "ledger must be one of near, full, off, not True"),
        ({"ledger": ["near"]}, "ledger must be one of"),
        ({"timeout_s": 0}, "timeout_s must be a number above 0, not 0"),
        ({"timeout_s": float("nan")}, "timeout_s must be a number above 0"),
        ({"timeout_s": "5"}, "timeout_s must be a number above 0, not '5'"),
        ({"timeout_s": True}, "timeout_s must be a number above 0"),
        ({"max_bytes": -1}, "max_bytes must be a number above 0"),
        ({"max_bytes": 1.5}, "max_bytes must be a whole number"),
        ({"now": "2026-03-04"}, "now must be a datetime or None, not str"),
        ({"plugins": 1}, "plugins must be True or False, not 1"),
        ({"fingerprint": "yes"}, "fingerprint must be True or False, not 'yes'"),
    ],
)
def test_wrong_values_are_refused(values: dict[str, Any], message: str) -> None:
    """The message names the option and what it takes."""
    with pytest.raises(OptionError) as caught:
        Options(**values)
    assert message in str(caught.value)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, NewscleanError)


def test_misspelt_options_are_refused() -> None:
    """An option that does not exist is never taken in silence."""
    with pytest.raises(TypeError):
        Options(focuss="recall")  # type: ignore[call-arg]


def test_options_are_values() -> None:
    """Equal, hashable, frozen, and the same after a journey to another process."""
    options = Options(focus="recall", ledger="full", timeout_s=None, now=datetime(2026, 3, 4, tzinfo=UTC))
    assert pickle.loads(pickle.dumps(options)) == options
    assert hash(options) == hash(pickle.loads(pickle.dumps(options)))
    with pytest.raises(AttributeError):
        options.focus = "precision"  # type: ignore[misc]
