"""The chain: named steps in one tuple, changed by name, checked when it is built.

>>> def shout(draft): draft.extra["loud"] = True
>>> chain = Chain((Step("title", print, gives=("title",)), Step("body", print, needs=("title",), gives=("body",))))
>>> chain.after("body", Step("shout", shout, needs=("body",))).names
('title', 'body', 'shout')
>>> chain.without("titel")
Traceback (most recent call last):
newsclean.model.errors.ChainError: no step is called 'titel'; did you mean 'title'?
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsclean.model.draft import Draft
from newsclean.model.errors import ChainError

FROM_READING = frozenset(("blocks", "claims"))
"""What a draft has before the first step, so that a step may say that it needs it."""

MAX_MESSAGE_CHARS = 300
"""Of a failed step's error, this much goes into the warning."""


@dataclass(frozen=True, slots=True)
class Step:
    """A named function on the draft: it adds claims, or gives and takes roles.

    needs: what earlier steps must have given ("title", "body", …); `blocks` and `claims` are there from the start.
    gives: what later steps may need. What `run` returns is ignored.
    """

    name: str
    run: Callable[[Draft], object]
    needs: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """Steps in their order. Every method returns another chain; none changes this one.

    Raises:
        ChainError: a name is there twice, or a step needs what no earlier step gives.
    """

    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        seen: set[str] = set()
        given = set(FROM_READING)
        for step in self.steps:
            if not isinstance(step, Step) or not callable(step.run):
                raise ChainError(f"a chain is made of Step(name, run), not of {step!r:.80}")
            if step.name in seen:
                raise ChainError(f"two steps are called {step.name!r}")
            seen.add(step.name)
            missing = [need for need in step.needs if need not in given]
            if missing:
                raise ChainError(f"step {step.name!r} needs {', '.join(missing)}, which no step before it gives")
            given.update(step.gives)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the steps, in order."""
        return tuple(step.name for step in self.steps)

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def before(self, name: str, *steps: Step) -> Chain:
        """With the steps put in front of the named one."""
        at = self._find(name)
        return Chain(self.steps[:at] + steps + self.steps[at:])

    def after(self, name: str, *steps: Step) -> Chain:
        """With the steps put behind the named one."""
        at = self._find(name) + 1
        return Chain(self.steps[:at] + steps + self.steps[at:])

    def replace(self, name: str, step: Step) -> Chain:
        """With the step in the place of the named one."""
        at = self._find(name)
        return Chain((*self.steps[:at], step, *self.steps[at + 1 :]))

    def without(self, *names: str) -> Chain:
        """Without the named steps."""
        for name in names:
            self._find(name)
        return Chain(tuple(step for step in self.steps if step.name not in names))

    def run(self, draft: Draft, *, deadline_s: float | None = None) -> Draft:
        """The same draft after every step. A step that raises costs a warning, and the others go on.

        deadline_s: a value of `time.thread_time()`; the steps that have not begun by then are skipped with a warning.
        """
        for number, step in enumerate(self.steps):
            if deadline_s is not None and time.thread_time() > deadline_s:
                skipped = ", ".join(self.names[number:])
                draft.warnings.append(f"time is up: the steps {skipped} were skipped")
                break
            run_step(step, draft)
        draft.step = ""
        return draft

    def _find(self, name: str) -> int:
        try:
            return self.names.index(name)
        except ValueError:
            from difflib import get_close_matches

            close = get_close_matches(str(name), self.names, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(self.names)}"
            raise ChainError(f"no step is called {name!r}; {hint}") from None


def run_step(step: Step, draft: Draft) -> None:
    """Run one step; what it raises becomes a warning."""
    draft.step = step.name
    try:
        step.run(draft)
    except MemoryError:
        raise  # the next step would hit the same wall; a batch worker restarts on it
    except Exception as exc:  # noqa: BLE001 - a plug-in may raise anything, and a page must not be lost to one step
        reason = " ".join(f"{type(exc).__name__}: {exc}".split())[:MAX_MESSAGE_CHARS]
        draft.warnings.append(f"step {step.name} failed: {reason}")
