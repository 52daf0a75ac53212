"""The marks of an axis, the same on the screen and on paper."""

from __future__ import annotations

import math

MOST_TICKS = 6  # lines across a chart; more of them hide the bars
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(most: float, *, whole: bool = False, count: int = MOST_TICKS) -> tuple[float, ...]:
    """From 0 up to the first even number that is not below `most`, at most `count` of them.

    Steps are 1, 2, 2.5 or 5 times a power of ten; `whole` leaves out those that are no whole
    numbers.  Nothing, or less, gives 0 and 1.
    """
    if not most > 0 or math.isinf(most):
        return (0.0, 1.0)
    least = most / (count - 1)
    power = math.floor(math.log10(least))
    for exponent in (power, power + 1):
        for part in _STEPS:
            step = part * 10.0**exponent
            fits = step >= least * (1 - 1e-9)
            if fits and not (whole and step != int(step)):
                return tuple(round(step * n, 9) for n in range(math.ceil(most / step - 1e-9) + 1))
    return (0.0, 1.0)


def shown_labels(count: int, room: float, wanted: float) -> int:
    """Every how many labels are written, so that each has its `wanted` of the `room`: 1 is all."""
    if count <= 0 or room <= 0:
        return 1
    return max(1, math.ceil(count * wanted / room))
