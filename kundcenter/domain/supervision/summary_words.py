"""How figures are written in Swedish on paper and in files."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kundcenter.domain.supervision.definitions import Unit
from kundcenter.domain.supervision.masks import DOT, SMALL
from kundcenter.domain.supervision.summary import NOTHING
from kundcenter.domain.supervision.targets import Target

SPACE = "\N{NO-BREAK SPACE}"
_MARKS = {
    Unit.PERCENT: "%",
    Unit.MINUTES: "min",
    Unit.HOURS: "tim",
}


def shown(value: float | None, unit: Unit, decimals: int = 0) -> str:
    """82,4 %, 7:12 of a time in seconds, 1 204; a dash where there is no figure."""
    if value is None:
        return NOTHING
    if unit is Unit.SECONDS:
        return clock(value)
    mark = _MARKS.get(unit)
    return number(value, decimals) + (SPACE + mark if mark else "")


def hidden(limit: int = SMALL, *, few: bool) -> str:
    """In the place of a figure that may not be handed on."""
    return f"<{limit}" if few else DOT


def clock(seconds: float) -> str:
    """7:12, or 1:02:09; rounded to whole seconds."""
    minutes, rest = divmod(math.floor(seconds + 0.5), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def number(value: float, decimals: int = 0) -> str:
    """With a comma, and a space between thousands."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", SPACE).replace(".", ",")


def ratio(numerator: float | None, denominator: float | None, unit: Unit) -> str:
    """126 / 153; what is summed has its unit."""
    if numerator is None or denominator is None:
        return ""
    mark = {Unit.SECONDS: "s", Unit.MINUTES: "min"}.get(unit, "")
    over = number(numerator) + (SPACE + mark if mark else "")
    return f"{over} / {number(denominator)}"


def aim_words(
    target: Target | None, comparison: Target | None, unit: Unit, decimals: int = 0
) -> str:
    """What the figure ought to be, or else what others have."""
    if target is not None:
        how = "minst" if target.at_least else "högst"
        return f"{how} {_round(target.amount, unit, decimals)}"
    if comparison is not None:
        year = f" {comparison.year}" if comparison.year else ""
        return f"riket{year} {_round(comparison.amount, unit, decimals)}"
    return ""


def mean(values: Sequence[float | None]) -> float | None:
    """Of those that are figures; each period counts as much."""
    some = [each for each in values if each is not None]
    return sum(some) / len(some) if some else None


def spread(values: Sequence[float | None], unit: Unit, decimals: int = 0) -> str:
    """The lowest and the highest, without the unit; nothing of fewer than two."""
    some = [each for each in values if each is not None]
    if len(some) < 2:
        return ""
    bare = Unit.SECONDS if unit is Unit.SECONDS else Unit.COUNT
    lowest, highest = (shown(each, bare, decimals) for each in (min(some), max(some)))
    return f"{lowest}–{highest}"


def _round(value: float, unit: Unit, decimals: int) -> str:
    """A target is written without the decimals that it has not."""
    return shown(value, unit, 0 if value == int(value) else decimals)
