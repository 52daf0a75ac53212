"""A file that is too long for one operation: looked at, and brought in, by parts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from kundcenter.cli.bars import Bar
from kundcenter.cli.words import say

T = TypeVar("T")


def compared(
    rows: Sequence[T],
    plan: Callable[[tuple[T, ...]], None],
    *,
    most: int,
    unit: str,
    hidden: bool,
) -> None:
    """Look at all the rows, at most `most` at a time.  `unit` is what the bar counts."""
    _go(say("jämför", "comparing"), rows, plan, most=most, unit=unit, hidden=hidden)


def brought_in(
    rows: Sequence[T],
    verb: Callable[[tuple[T, ...]], object],
    *,
    most: int,
    unit: str,
    hidden: bool,
) -> None:
    """A verb for each part.  What stops it says how far it came, and stops it."""
    done = 0

    def bring(part: tuple[T, ...]) -> None:
        nonlocal done
        verb(part)
        done += len(part)

    try:
        _go(say("läser in", "bringing in"), rows, bring, most=most, unit=unit, hidden=hidden)
    except BaseException:
        sentence = say(
            "{done} av {all} är inlästa. Läs in samma fil igen för resten.",
            "{done} of {all} are brought in. Bring in the same file again for the rest.",
        )
        print(sentence.format(done=done, all=len(rows)), file=sys.stderr)
        raise


def _go(
    what: str,
    rows: Sequence[T],
    act: Callable[[tuple[T, ...]], None],
    *,
    most: int,
    unit: str,
    hidden: bool,
) -> None:
    bar = Bar(what, len(rows), unit=unit, hidden=hidden)
    try:
        for at in range(0, len(rows), most):
            act(tuple(rows[at : at + most]))
            bar.reach(min(at + most, len(rows)))
    finally:
        bar.close()
