"""What a card is opened with: the call, its parts and the entries that were written in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.calls import Call, CallOfAnother, CallStateWrong
from kundcenter.domain.hand_overs import HandOver
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.parts import Part, PartKind
from ui.services import Services

_NOBODY = UUID(int=0)
NOTHING = Changes()


@dataclass(frozen=True, slots=True)
class Contents:
    """`offer` is the hand-over that waits to be taken, if any; `changes` what opening it wrote."""

    call: Call
    parts: tuple[Part, ...]
    entries: tuple[OpenEntry, ...] = ()
    offer: HandOver | None = None
    changes: Changes = NOTHING

    def entry_of(self, part: Part) -> OpenEntry | None:
        """The entry of a part; a part without one gets the last that lies in no part."""
        if part.entry_id is not None:
            return next((e for e in self.entries if e.entry.id == part.entry_id), None)
        placed = {each.entry_id for each in self.parts}
        loose = [each for each in self.entries if each.entry.id not in placed]
        near = [e for e in loose if part.person_id in (None, e.entry.person_id)]
        return near[-1] if near else None


def first_kind(roles: Collection[Role]) -> PartKind:
    """What a call most likely is about for whom these are the roles."""
    for role, kind in (
        (Role.SERVICE_DESK, PartKind.SERVICE),
        (Role.SWITCHBOARD, PartKind.SWITCHBOARD),
        (Role.SUPERVISOR_SWITCHBOARD, PartKind.SWITCHBOARD),
    ):
        if set(roles) <= {role, Role.ADMINISTRATOR, Role.LOG_REVIEWER} and role in roles:
            return kind
    return PartKind.ADVICE


def part_of_alarm(parts: Iterable[Part], part_id: UUID | None = None) -> Part | None:
    """The part whose note tells of an alarm: the alarm's own, else the one that is due, else the
    last of its kind."""
    advice = [part for part in parts if part.kind is PartKind.ADVICE]
    own = [part for part in advice if part.id == part_id]
    due = [part for part in advice if part.note_due]
    open_ = [part for part in advice if part.open]
    return next(iter((*own, *reversed(due), *reversed(open_), *reversed(advice))), None)


def real(part: Part) -> bool:
    """Whether the store has it; a call of earlier days has none."""
    return part.id != part.call_id


def contents_of(services: Services, call_id: UUID, kind: PartKind) -> Contents:
    """Everything of one call, on the store's thread; a call without parts gets one of `kind`.

    Raises CallNotFound, NotPermitted.
    """
    calls = services.calls
    call, parts, changes = calls.get(call_id), calls.parts(call_id), Changes()
    if not parts:
        try:
            changes = calls.open_part(call_id, kind)
            parts = calls.parts(call_id)
            told = _about_whom_it_was(services, call, parts[-1])
            if told:  # of somebody protected the call has lost its number
                changes = Changes(changes.items + told.items)
                call, parts = calls.get(call_id), calls.parts(call_id)
        except (CallOfAnother, CallStateWrong):
            parts = (_stand_in(call, kind),)
    offers = calls.hand_overs(call_id)
    try:
        entries = services.journal.of_call(call_id)
    except NotPermitted:  # a telephonist has the card and not the record
        entries = ()
    open_offer = next((each for each in offers if each.open), None)
    return Contents(call, parts, entries, open_offer, changes)


def _about_whom_it_was(services: Services, call: Call, part: Part) -> Changes:
    """Whoever passed the call on has said whom it is about: so is the part that was opened here."""
    passed_on = services.transfers.arriving(call.reference) if call.reference else None
    if passed_on is None or passed_on.draft.person_id is None:
        return NOTHING
    return services.calls.point_part(part.id, passed_on.draft.person_id)


def contents_again(services: Services, call_id: UUID) -> Contents:
    """The call and its parts as they are now, without another look into the record."""
    calls = services.calls
    offers = calls.hand_overs(call_id)
    open_offer = next((each for each in offers if each.open), None)
    return Contents(calls.get(call_id), calls.parts(call_id), offer=open_offer)


def part_opened(services: Services, call_id: UUID, kind: PartKind) -> tuple[Part, Changes]:
    """One part more; the part and what was written."""
    changes = services.calls.open_part(call_id, kind)
    (id,) = changes.of("part")
    found = next(part for part in services.calls.parts(call_id) if part.id == id)
    return found, changes


def _stand_in(call: Call, kind: PartKind) -> Part:
    by = call.operator_id or _NOBODY
    part = Part(call.id, call.id, kind, call.rang_at, by, outcome=call.outcome)
    return replace(part, closed_at=call.closed_at)
