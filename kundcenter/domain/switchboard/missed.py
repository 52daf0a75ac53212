"""Missed calls as one reads them: a caller who rang on from telephone to telephone is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kundcenter.domain.calls import Call


@dataclass(frozen=True, slots=True)
class Missed:
    """One caller whom nobody answered: the call as it rang last, and every time that it rang."""

    call: Call
    call_ids: tuple[UUID, ...]


def once_each(calls: Iterable[Call]) -> tuple[Missed, ...]:
    """Each call of the exchange once, in the order of `calls`, which are the newest first."""
    rang: dict[str | UUID, list[Call]] = {}
    for call in calls:
        rang.setdefault(call.line_call or call.id, []).append(call)
    return tuple(Missed(each[0], tuple(call.id for call in each)) for each in rang.values())
