"""Take a call from ring to done: its parts, its wrap-up, and whose it is."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calls import Call, CallNeedsOutcome, CallOfAnother, CallStateWrong, Channel
from kundcenter.domain.hand_overs import (
    AlreadyHandedOver,
    Colleague,
    Handed,
    HandOver,
    NotHandedOver,
    ReceiverUnfit,
    may_take,
)
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import (
    EntryElsewhere,
    NotedOutcome,
    Part,
    PartKind,
    PartNeedsNote,
    PartNotEmpty,
    outcomes,
    unwritten,
)
from kundcenter.domain.rings import Ring, checked_line, ringing, stored_number
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.ports import Reading, Store, Work
from kundcenter.services.calls import looks, missed
from kundcenter.services.calls.looks import LoggedCall

__all__ = ["Calls", "LoggedCall", "Ring"]


class Calls:
    def __init__(self, store: Store) -> None:
        self._store = store

    def ring(self, ring: Ring) -> Changes:
        """A call rings at this desk; numbers in any spelling are kept as E.164.

        The exchange tells again of a call that is still on the line when the desk comes back to
        it; such a call stays as it is.  Raises TextInvalid.
        """
        ring = replace(ring, number=stored_number(ring.number), called=stored_number(ring.called))
        with self._store.work("calls.ring", ring=ring) as work:
            work.actor.must(Function.FOLLOW_LINE)
            line_call = checked(ring.line_call, "line_call", limit=LINE_LIMIT)
            here = work.calls.on_line(line_call)
            work.calls.put(here or ringing(ring, work.new_id(), work.now))
        return work.changes()

    def register(self, number: str | None = None) -> Changes:
        """A call that no exchange told of: it is in progress when it is registered.

        Raises TextInvalid.
        """
        number = stored_number(number)
        with self._store.work("calls.register", number=number) as work:
            work.actor.must(Function.WORK_CALLS)
            call = Call(
                id=work.new_id(),
                channel=Channel.MANUAL,
                rang_at=work.now,
                queued_at=work.now,
                number=checked_line(number, "number"),
            )
            work.calls.put(call.answered(work.now, work.actor.operator_id))
        return work.changes()

    def answer(self, call_id: UUID) -> Changes:
        """The operator has the caller on the line; it may be told twice.  Raises CallStateWrong."""
        with self._store.work("calls.answer", call_id=call_id) as work:
            work.actor.must(Function.FOLLOW_LINE)
            call, operator_id = work.calls.get(call_id), work.actor.operator_id
            if not (call.on_line and call.operator_id == operator_id):
                work.calls.put(call.answered(work.now, operator_id))
        return work.changes()

    def hold(self, call_id: UUID) -> Changes:
        with self._store.work("calls.hold", call_id=call_id) as work:
            work.actor.must(Function.FOLLOW_LINE)
            work.calls.put(work.calls.get(call_id).held(work.now))
        return work.changes()

    def resume(self, call_id: UUID) -> Changes:
        with self._store.work("calls.resume", call_id=call_id) as work:
            work.actor.must(Function.FOLLOW_LINE)
            work.calls.put(work.calls.get(call_id).resumed(work.now))
        return work.changes()

    def end(
        self, call_id: UUID, reason: EndReason = EndReason.OTHER, wrap_up_seconds: int = 0
    ) -> Changes:
        """The line is down: the talk is over, or the caller gave up before the answer.

        A call that has ended already is left as it is, so the exchange may say it twice.  After a
        talk the operator is not ready for the next call until `wrap_up_seconds` have passed.
        Raises WrapUpOutside.
        """
        with self._store.work(
            "calls.end", call_id=call_id, reason=reason, wrap_up_seconds=wrap_up_seconds
        ) as work:
            work.actor.must(Function.FOLLOW_LINE)
            call = work.calls.get(call_id)
            if call.ended_at is None:
                work.calls.put(call.ended(work.now, reason, wrap_up_seconds))
        return work.changes()

    def extend_wrap_up(self, call_id: UUID, seconds: int) -> Changes:
        """More time after the talk.  Raises CallStateWrong, CallOfAnother, WrapUpOutside."""
        with self._store.work("calls.extend_wrap_up", call_id=call_id, seconds=seconds) as work:
            work.actor.must(Function.WORK_CALLS)
            work.calls.put(_my_call(work, call_id).wrap_up_extended(work.now, seconds))
        return work.changes()

    def ready(self, call_id: UUID) -> Changes:
        """The wrap-up is over before its time; the card stays open with all that is in it.

        Raises CallStateWrong, CallOfAnother.
        """
        with self._store.work("calls.ready", call_id=call_id) as work:
            work.actor.must(Function.WORK_CALLS)
            work.calls.put(_my_call(work, call_id).wrap_up_over(work.now))
        return work.changes()

    def close(self, call_id: UUID, outcome: str | None = None) -> Changes:
        """The work with the call is done, and with every part of it that is still open.

        It is for who has the call; who leads may close that of a colleague who has gone home.

        The outcome of a part is that of its entry, or else the given one; the call's is that of
        its last part.  A call without parts has the outcome of its last entry, or states its own.
        Raises CallNeedsOutcome, PartNeedsNote, CallStateWrong, CallOfAnother, CodeUnknown.
        """
        with self._store.work("calls.close", call_id=call_id, outcome=outcome) as work:
            work.actor.must(Function.WORK_CALLS)
            call = work.calls.get(call_id)
            anothers = call.open and call.operator_id != work.actor.operator_id
            if anothers and not work.actor.may(Function.CLOSE_FOR_OTHERS):
                raise CallOfAnother(id=call_id)
            if outcome:
                work.codes.outcome(outcome)
            parts = work.parts.of_call(call_id)
            if parts:
                outcome = _close_parts(work, call_id, parts, outcome)
            else:
                for noted in _noted(work, call_id):
                    outcome = noted.outcome or outcome
            work.calls.put(call.closed(work.now, outcome))
        return work.changes()

    def mark_handled(self, call_ids: tuple[UUID, ...]) -> Changes:
        """Missed calls have been seen to; what is marked already stays.  Raises CallStateWrong."""
        with self._store.work("calls.mark_handled", call_ids=call_ids) as work:
            work.actor.must(Function.WORK_CALLS)
            missed.mark(work, call_ids)
        return work.changes()

    # -- parts ---------------------------------------------------------------------------------

    def open_part(self, call_id: UUID, kind: PartKind) -> Changes:
        """One matter more on the card.  Raises CallStateWrong, CallOfAnother."""
        with self._store.work("calls.open_part", call_id=call_id, kind=kind) as work:
            work.actor.must(Function.WORK_CALLS)
            call = _my_call(work, call_id)
            work.parts.put(Part(work.new_id(), call.id, kind, work.now, work.actor.operator_id))
        return work.changes()

    def point_part(self, part_id: UUID, person_id: UUID) -> Changes:
        """Whom a part is about.

        The number of a call about somebody with protected identity is kept only while the call
        is open.  Raises PartClosed, PartOfAnotherPerson, CallOfAnother.
        """
        with self._store.work("calls.point_part", part_id=part_id, person_id=person_id) as work:
            work.actor.must(Function.WORK_CALLS)
            part = _my_part(work, part_id)
            work.parts.put(part.pointed(person_id))
            work.calls.guard_number(part.call_id, work.people.get(person_id))
        return work.changes()

    def note_part(self, part_id: UUID, entry_id: UUID) -> Changes:
        """The note of a part is written, also one that was due after an emergency.

        Raises PartClosed, EntryElsewhere, CallOfAnother.
        """
        with self._store.work("calls.note_part", part_id=part_id, entry_id=entry_id) as work:
            work.actor.must(Function.WRITE_RECORD)
            part, entry = _my_part(work, part_id), work.journal.get(entry_id)
            others = {each.entry_id for each in work.parts.of_call(part.call_id) if each != part}
            if entry.call_id != part.call_id or entry_id in others:
                raise EntryElsewhere(id=entry_id)
            work.parts.put(part.noted(entry_id, entry.person_id))
            work.calls.guard_number(part.call_id, work.people.get(entry.person_id))
        return work.changes()

    def close_part(self, part_id: UUID, outcome: str | None = None) -> Changes:
        """A part is done; its outcome is that of its entry, or else the given one.

        Raises PartClosed, CallNeedsOutcome, PartNeedsNote, CallOfAnother, CodeUnknown.
        """
        with self._store.work("calls.close_part", part_id=part_id, outcome=outcome) as work:
            work.actor.must(Function.WORK_CALLS)
            part = _my_part(work, part_id)
            if outcome:
                work.codes.outcome(outcome)
            parts, noted = work.parts.of_call(part.call_id), _noted(work, part.call_id)
            said = outcomes(parts, noted, outcome)
            if part_id not in said:
                raise CallNeedsOutcome(id=part.call_id, parts=(part_id,))
            if unwritten((part,), noted, said, work.codes):
                raise PartNeedsNote(id=part.call_id, parts=(part_id,))
            work.parts.put(part.closed(work.now, said[part_id]))
        return work.changes()

    def drop_part(self, part_id: UUID) -> Changes:
        """Take an empty part off the card.  Raises PartNotEmpty, CallOfAnother."""
        with self._store.work("calls.drop_part", part_id=part_id) as work:
            work.actor.must(Function.WORK_CALLS)
            if not _my_part(work, part_id).empty:
                raise PartNotEmpty(id=part_id)
            work.parts.remove(part_id)
        return work.changes()

    def parts(self, call_id: UUID) -> tuple[Part, ...]:
        """The parts of a call in the order in which they were opened; ids, and no medical text."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            return looks.parts(reading, call_id)

    def parts_due(self) -> tuple[Part, ...]:
        """The operator's parts whose note is still to be written ("återstår"), oldest first."""
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            return reading.parts.due_of(reading.actor.operator_id)

    # -- from hand to hand ---------------------------------------------------------------------

    def hand_over(self, call_id: UUID, to: UUID, brief: str = "") -> Changes:
        """Offer a card to a colleague, with all that is in it; it stays here until it is taken.

        A call that is still on this desk's line cannot be given away with a card.  Raises
        CallStateWrong, CallOfAnother, AlreadyHandedOver, ReceiverUnfit, TextInvalid.
        """
        with self._store.work("calls.hand_over", call_id=call_id, to=to, brief=brief) as work:
            work.actor.must(Function.WORK_CALLS)
            call, me = _my_call(work, call_id), work.actor.operator_id
            if call.on_line and call.channel is Channel.LINE:
                raise CallStateWrong(state=call.state)
            if work.hand_overs.open_of_call(call_id) is not None:
                raise AlreadyHandedOver(id=call_id)
            if to == me or not may_take(work.operators.get(to)):
                raise ReceiverUnfit(id=to)
            brief = checked(brief, "brief", limit=LINE_LIMIT)
            work.hand_overs.put(HandOver(work.new_id(), call_id, me, to, work.now, brief))
            work.calls.put(call)  # whoever shows the card looks again
        return work.changes()

    def take(self, call_id: UUID) -> Changes:
        """Take a card that is offered.  Raises NotHandedOver, CallStateWrong."""
        with self._store.work("calls.take", call_id=call_id) as work:
            work.actor.must(Function.WORK_CALLS)
            call, me = work.calls.get(call_id), work.actor.operator_id
            work.hand_overs.put(_offer(work, call_id).taken(work.now, me))
            if not call.open:
                raise CallStateWrong(state=call.state)
            work.calls.put(call.passed_to(me))
        return work.changes()

    def withdraw(self, call_id: UUID) -> Changes:
        """Take an offer back, or decline it.  Raises NotHandedOver."""
        with self._store.work("calls.withdraw", call_id=call_id) as work:
            work.actor.must(Function.WORK_CALLS)
            call, me = work.calls.get(call_id), work.actor.operator_id
            work.hand_overs.put(_offer(work, call_id).withdrawn(work.now, me))
            work.calls.put(call)
        return work.changes()

    def handed_to_me(self) -> tuple[Handed, ...]:
        """The cards that wait for the operator, the oldest offer first; without hidden numbers."""
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            return looks.handed(reading)

    def hand_overs(self, call_id: UUID) -> tuple[HandOver, ...]:
        """Every offer of a call there has been, the oldest first.

        The brief is given to who wrote it and to whom it was written.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            return looks.offers(reading, call_id)

    def colleagues(self) -> tuple[Colleague, ...]:
        """Everybody else who may take a card, by name."""
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            others = [
                Colleague(operator.id, operator.name, operator.position)
                for operator in reading.operators.all()
                if may_take(operator) and operator.id != reading.actor.operator_id
            ]
            return tuple(sorted(others, key=lambda colleague: (colleague.name, colleague.id)))

    # -- looks ---------------------------------------------------------------------------------

    def get(self, call_id: UUID) -> Call:
        """The call; what only its operator may see of it is left out for others."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            return looks.one(reading, call_id)

    def latest(self, limit: int = 200) -> tuple[Call, ...]:
        """The newest calls first, without medical text and without hidden numbers."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            return looks.latest(reading, reading.calls.latest(limit))

    def logged(self, limit: int = 200) -> tuple[LoggedCall, ...]:
        """The call log: the newest calls first, as `latest`, each with its parts."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            return looks.logged(reading, limit)

    def missed(self, limit: int = 500) -> tuple[Call, ...]:
        """Calls that nobody answered or has seen to, the newest first, as `latest`.

        One that rang on is there each time that it rang, until one of them is answered.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            return looks.latest(reading, missed.unhandled(reading, limit))

    def mine(self) -> tuple[Call, ...]:
        """The calls that the operator still has work with, also after a restart."""
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            return reading.calls.open_of(reading.actor.operator_id)


def _my_call(work: Work, call_id: UUID) -> Call:
    """The operator's own open call.  Raises CallStateWrong, CallOfAnother."""
    call = work.calls.get(call_id)
    call.must_be_of(work.actor.operator_id)
    return call


def _my_part(work: Work, part_id: UUID) -> Part:
    """A part of the operator's own open call, or one whose note the operator still owes.

    `journal.write` asks for less: the call may be closed and the part a colleague's, from before
    the hand-over.  The difference is meant.  There a note comes that was not there before, and it
    must find its part; here a part is pointed, closed, dropped or given a note that stands.
    """
    part = work.parts.get(part_id)
    if not part.owed_by(work.actor.operator_id):
        _my_call(work, part.call_id)
    return part


def _noted(reading: Reading, call_id: UUID) -> tuple[NotedOutcome, ...]:
    """What the entries of a call say, each by codes of its own, maybe older."""
    return tuple(
        NotedOutcome(entry.id, entry.person_id, reading.journal.latest(entry.id).note.outcome)
        for entry in reading.journal.of_call(call_id)
    )


def _close_parts(work: Work, call_id: UUID, parts: tuple[Part, ...], given: str | None) -> str:
    """Close every open part; the outcome of the last.  Raises CallNeedsOutcome, PartNeedsNote."""
    noted = _noted(work, call_id)
    said = outcomes(parts, noted, given)
    silent = tuple(part.id for part in parts if part.id not in said)
    if silent:
        raise CallNeedsOutcome(id=call_id, parts=silent)
    lacking = unwritten(parts, noted, said, work.codes)
    if lacking:
        raise PartNeedsNote(id=call_id, parts=lacking)
    for part in parts:
        if part.open:
            work.parts.put(part.closed(work.now, said[part.id]))
    return said[parts[-1].id]


def _offer(work: Work, call_id: UUID) -> HandOver:
    offer = work.hand_overs.open_of_call(call_id)
    if offer is None:
        raise NotHandedOver(id=call_id)
    return offer
