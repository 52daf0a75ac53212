"""Codes as the statistics group them."""

from __future__ import annotations

from collections.abc import Callable

from kundcenter.ports import Reading


def group_of(reading: Reading) -> Callable[[str], str]:
    """The statistics' group of an outcome, "" of one that nobody knows."""
    groups = {each.code: each.group for each in reading.codes.outcomes}
    return lambda outcome: groups.get(outcome, "")
