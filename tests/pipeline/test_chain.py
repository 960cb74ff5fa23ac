"""The chain: changed by name, checked when built, never ended by a step."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable

import pytest

from newsclean.model.draft import Draft
from newsclean.model.errors import ChainError
from newsclean.pipeline.chain import Chain, Step
from newsclean.pipeline.presets import ARTICLE, PLAIN


def note(name: str) -> Step:
    """A step that writes down that it ran."""
    return Step(name, lambda draft: draft.facts.setdefault("ran", []).append(name))


def fail(draft: Draft) -> None:
    """What a broken step does."""
    raise LookupError("no  such\nthing")


ABC = Chain((note("a"), note("b"), note("c")))


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (lambda chain: chain.before("a", note("x")), ("x", "a", "b", "c")),
        (lambda chain: chain.after("c", note("x")), ("a", "b", "c", "x")),
        (lambda chain: chain.after("a", note("x"), note("y")), ("a", "x", "y", "b", "c")),
        (lambda chain: chain.replace("b", note("x")), ("a", "x", "c")),
        (lambda chain: chain.replace("b", note("b")), ("a", "b", "c")),
        (lambda chain: chain.without("a", "c"), ("b",)),
        (lambda chain: chain.without(), ("a", "b", "c")),
    ],
)
def test_changed_by_name(change: Callable[[Chain], Chain], names: tuple[str, ...]) -> None:
    """Each change gives another chain and leaves the first as it was."""
    changed = change(ABC)
    assert changed.names == names
    assert ABC.names == ("a", "b", "c")
    assert changed.run(Draft([])).facts["ran"] == list(names)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda: ABC.before("z", note("x")), "no step is called 'z'; there are a, b, c"),
        (lambda: ABC.after("z", note("x")), "no step is called 'z'"),
        (lambda: ABC.replace("z", note("x")), "no step is called 'z'"),
        (lambda: ABC.without("a", "z"), "no step is called 'z'"),
        (lambda: ARTICLE.without("titel"), "did you mean 'title'?"),
        (lambda: ABC.after("a", note("b")), "two steps are called 'b'"),
        (lambda: Chain((Step("x", print, needs=("body",)),)), "step 'x' needs body, which no step before it gives"),
        (
            lambda: Chain((Step("x", print, needs=("t",)), Step("y", print, gives=("t",)))),
            "step 'x' needs t, which no step before it gives",
        ),
        (lambda: Chain((print,)), "a chain is made of Step"),  # type: ignore[arg-type]
        (lambda: Chain((Step("x", "print"),)), "a chain is made of Step"),  # type: ignore[arg-type]
    ],
)
def test_unbuildable_chains_are_refused(change: Callable[[], Chain], message: str) -> None:
    """A name that is not there, a doubled one and an unmet need raise when the chain is built, not when it runs."""
    with pytest.raises(ChainError) as caught:
        change()
    assert message in str(caught.value)


def test_needs_are_met_by_reading_and_earlier_steps() -> None:
    """Blocks and claims are there from the start; the rest comes from steps before."""
    chain = Chain((Step("x", print, needs=("blocks", "claims"), gives=("t",)), Step("y", print, needs=("t",))))
    assert len(chain) == 2
    assert "y" in chain


def test_a_step_that_raises_becomes_a_warning() -> None:
    """The other steps run, and the warning names step and reason on one line."""
    draft = ABC.after("a", Step("broken", fail)).run(Draft([]))
    assert draft.facts["ran"] == ["a", "b", "c"]
    assert draft.warnings == ["step broken failed: LookupError: no such thing"]
    assert draft.step == ""


def test_recursion_in_a_step_becomes_a_warning() -> None:
    """A step that recurses without end costs its own result only."""

    def deepen(draft: Draft) -> None:
        deepen(draft)

    draft = ABC.before("a", Step("deep", deepen)).run(Draft([]))
    assert draft.facts["ran"] == ["a", "b", "c"]
    assert draft.warnings[0].startswith("step deep failed: RecursionError")


def test_memory_errors_are_not_swallowed() -> None:
    """Out of memory ends the page, so that a worker can start anew."""

    def exhaust(draft: Draft) -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        ABC.after("a", Step("big", exhaust)).run(Draft([]))


def test_steps_after_the_deadline_are_skipped() -> None:
    """Steps that have not begun when time is up are named in one warning."""
    draft = ABC.run(Draft([]), deadline_s=time.thread_time() - 1)
    assert draft.facts == {}
    assert draft.warnings == ["time is up: the steps a, b, c were skipped"]


def test_the_step_that_runs_is_noted_on_the_draft() -> None:
    """Roles and removals know which step gave them."""
    seen: list[str] = []
    Chain((Step("one", lambda d: seen.append(d.step)), Step("two", lambda d: seen.append(d.step)))).run(Draft([]))
    assert seen == ["one", "two"]


@pytest.mark.parametrize("chain", [ARTICLE, PLAIN])
def test_built_in_chains_pickle(chain: Chain) -> None:
    """A chain goes to a worker process and is the same there."""
    assert pickle.loads(pickle.dumps(chain)) == chain
