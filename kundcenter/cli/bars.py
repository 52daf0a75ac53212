"""Progress on stderr; none where nobody looks at a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Never

from kundcenter.cli.words import say

if TYPE_CHECKING:
    from tqdm import tqdm

    from db.progress import Step


class Bar:
    """One bar, drawn from the first that is done.  `unit` follows the numbers."""

    def __init__(self, what: str, total: int, *, unit: str = "it", hidden: bool) -> None:
        self._what, self._total, self._unit = what, total, unit
        self._hidden = hidden or not sys.stderr.isatty()
        self._bar: tqdm[Never] | None = None

    def reach(self, done: int, total: int | None = None) -> None:
        """`done` of all, or of a total that has turned out to be another."""
        self._total = total or self._total
        if self._hidden:
            return
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(
                total=self._total, desc=self._what, unit=self._unit, file=sys.stderr, leave=False
            )
        self._bar.total = self._total
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


class Bars:
    """A bar for each step of long work, one after the other."""

    def __init__(self, *, hidden: bool) -> None:
        self._hidden = hidden
        self._step: Step | None = None
        self._bar: Bar | None = None

    def __call__(self, step: Step, done: int, total: int) -> None:
        if self._bar is None or step is not self._step:
            self.close()
            self._step, self._bar = step, Bar(_step_name(step), total, hidden=self._hidden)
        self._bar.reach(done, total)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()


def _step_name(step: Step) -> str:
    return {
        "copy": say("kopierar", "copying"),
        "pages": say("kontrollsummor", "check sums"),
        "tables": say("tabeller", "tables"),
        "chains": say("kedjor", "chains"),
        "upgrade": say("uppgraderar", "upgrading"),
        "replay": say("återställer arbete", "bringing work back"),
    }[step.value]
