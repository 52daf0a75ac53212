"""What is shown of calls, and to whom: numbers, outcomes and briefs are not for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from kundcenter.domain.calls import Call
from kundcenter.domain.hand_overs import Handed, HandOver
from kundcenter.domain.parts import Part
from kundcenter.ports import Reading


@dataclass(frozen=True, slots=True)
class LoggedCall:
    """A row of the call log: the call as others may see it, with its parts in order."""

    call: Call
    parts: tuple[Part, ...] = ()


def one(reading: Reading, call_id: UUID) -> Call:
    """The call; all of it is for whoever has it."""
    call = reading.calls.get(call_id)
    if call.open and call.operator_id == reading.actor.operator_id:
        return call
    return latest(reading, [call])[0]


def latest(reading: Reading, calls: Iterable[Call]) -> tuple[Call, ...]:
    """Calls as others may see them: no hidden number, no outcome of a note that is blocked."""
    shown = tuple(calls)
    ids = [call.id for call in shown]
    unseen, veiled = reading.beyond_reach(ids), reading.about_protected(ids)
    return tuple(_call(call, unseen, veiled) for call in shown)


def logged(reading: Reading, limit: int) -> tuple[LoggedCall, ...]:
    """The newest calls first, each with its parts."""
    found = reading.calls.latest(limit)
    ids = [call.id for call in found]
    unseen, veiled = reading.beyond_reach(ids), reading.about_protected(ids)
    of_call: dict[UUID, list[Part]] = {id: [] for id in ids}
    for part in reading.parts.of_calls(ids):
        of_call[part.call_id].append(_part(part, unseen))
    return tuple(LoggedCall(_call(call, unseen, veiled), tuple(of_call[call.id])) for call in found)


def parts(reading: Reading, call_id: UUID) -> tuple[Part, ...]:
    """The parts of a call in the order in which they were opened."""
    unseen = reading.beyond_reach([call_id])
    return tuple(_part(part, unseen) for part in reading.parts.of_call(call_id))


def handed(reading: Reading) -> tuple[Handed, ...]:
    """The cards that wait for the operator, the oldest offer first."""
    waiting = reading.hand_overs.waiting_for(reading.actor.operator_id)
    found = [(offer, reading.calls.get(offer.call_id)) for offer in waiting]
    veiled = reading.about_protected([offer.call_id for offer in waiting])
    return tuple(
        Handed(offer, _veiled(call, veiled), reading.operators.get(offer.from_id).name)
        for offer, call in found
        if call.open
    )


def offers(reading: Reading, call_id: UUID) -> tuple[HandOver, ...]:
    """Every offer of a call; the brief is between the giver and the receiver."""
    me = reading.actor.operator_id
    return tuple(
        offer if me in {offer.from_id, offer.to_id} else replace(offer, brief="")
        for offer in reading.hand_overs.of_call(call_id)
    )


def _call(call: Call, unseen: frozenset[UUID], veiled: frozenset[UUID]) -> Call:
    shown = _veiled(call, veiled)
    return shown.without_outcome() if call.id in unseen else shown


def _veiled(call: Call, veiled: frozenset[UUID]) -> Call:
    """As others see it.  A note that lies in no part has not hidden the number by itself."""
    return (call.hiding_number() if call.id in veiled else call).for_others()


def _part(part: Part, unseen: frozenset[UUID]) -> Part:
    return replace(part, outcome=None) if part.call_id in unseen else part
