"""The limits that definitions and warnings use: defaults, and what a centre has set instead.

Sources: DOMAIN §13.1 (short call, service level), §15 (small cells).  The marks of the active share
are the roster's (domain.supervision.roster_terms).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

MOST_SECONDS = 86_400
LEAST_CELL, MOST_CELL = 5, 50  # less than the first would tell who somebody is


class Setting(StrEnum):
    """The limits: the `figure` of a target that is a SETTING."""

    SHORT = "KORT_SEKUNDER"  # an abandoned call shorter than this is a short one
    SERVICE_NEAR = "SERVICEGRAD_SEKUNDER"  # T of the service level
    SERVICE_FAR = "SERVICEGRAD_LANG_SEKUNDER"  # and the second T that is shown beside it
    WAIT_WARN = "KO_VARNING_SEKUNDER"  # the longest wait of those who are in a queue now
    WAIT_MOST = "KO_HOGST_SEKUNDER"
    SMALL_CELL = "LITEN_CELL"  # counts below it are masked for distribution


# Figures of all queues together have one limit; how long is long differs from queue to queue.
BY_QUEUE = frozenset({Setting.WAIT_WARN, Setting.WAIT_MOST})


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that hold on a day: seconds, and a count."""

    short_seconds: int = 5
    service_seconds: int = 180
    service_far_seconds: int = 600
    wait_warn_seconds: int = 180
    wait_most_seconds: int = 600
    small_cell: int = 5

    def among(self, set_: Mapping[Setting, int]) -> Limits:
        """The limits, with what has been set instead, in thousandths as targets are."""
        return replace(self, **{FIELDS[each]: value // 1000 for each, value in set_.items()})


FIELDS = {
    Setting.SHORT: "short_seconds",
    Setting.SERVICE_NEAR: "service_seconds",
    Setting.SERVICE_FAR: "service_far_seconds",
    Setting.WAIT_WARN: "wait_warn_seconds",
    Setting.WAIT_MOST: "wait_most_seconds",
    Setting.SMALL_CELL: "small_cell",
}


def is_limit(figure: str, value: int) -> bool:
    """Whether the value, in thousandths, can be a limit of that name.

    Seconds and counts are whole.
    """
    if figure not in set(Setting):
        return False
    setting = Setting(figure)
    cell = setting is Setting.SMALL_CELL
    least, most = (LEAST_CELL, MOST_CELL) if cell else (0, MOST_SECONDS)
    return value % 1000 == 0 and least * 1000 <= value <= most * 1000
