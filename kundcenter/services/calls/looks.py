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
    shown = [call.for_others() for call in calls]
    unseen = reading.beyond_reach([call.id for call in shown])
    return tuple(call.without_outcome() if call.id in unseen else call for call in shown)


def logged(reading: Reading, limit: int) -> tuple[LoggedCall, ...]:
    """The newest calls first, each with its parts."""
    found = reading.calls.latest(limit)
    ids = [call.id for call in found]
    unseen = reading.beyond_reach(ids)
    of_call: dict[UUID, list[Part]] = {id: [] for id in ids}
    for part in reading.parts.of_calls(ids):
        of_call[part.call_id].append(_part(part, unseen))
    return tuple(LoggedCall(_call(call, unseen), tuple(of_call[call.id])) for call in found)


def parts(reading: Reading, call_id: UUID) -> tuple[Part, ...]:
    """The parts of a call in the order in which they were opened."""
    unseen = reading.beyond_reach([call_id])
    return tuple(_part(part, unseen) for part in reading.parts.of_call(call_id))


def handed(reading: Reading) -> tuple[Handed, ...]:
    """The cards that wait for the operator, the oldest offer first."""
    waiting = reading.hand_overs.waiting_for(reading.actor.operator_id)
    found = [(offer, reading.calls.get(offer.call_id)) for offer in waiting]
    return tuple(
        Handed(offer, call.for_others(), reading.operators.get(offer.from_id).name)
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


def _call(call: Call, unseen: frozenset[UUID]) -> Call:
    return call.for_others().without_outcome() if call.id in unseen else call.for_others()


def _part(part: Part, unseen: frozenset[UUID]) -> Part:
    return replace(part, outcome=None) if part.call_id in unseen else part
