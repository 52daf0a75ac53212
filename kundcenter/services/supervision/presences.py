"""Who is at a desk, and who takes a break."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.presences import (
    Presence,
    PresenceKind,
    PresenceOfAnother,
)
from kundcenter.ports import Store, Work


class Presences:
    """Facts of the operator who acts, in the session in which they act.

    That they sign out is said by `sessions.close`, which ends what goes on.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(
        self, kind: PresenceKind = PresenceKind.SIGNED_IN, why: BreakKind | None = None
    ) -> Changes:
        """They sit down, or take a break; what goes on already is only seen again.

        What an older session of theirs has left open is over since its last sign of life.
        """
        with self._store.work("presences.begin", kind=kind, why=why) as work:
            work.actor.must(Function.NOTE_PRESENCE)
            _begin(work, kind, why)
        return work.changes()

    def seen(self) -> Changes:
        """The desk's sign of life.  Where their presence has been ended elsewhere, it goes on."""
        with self._store.work("presences.seen") as work:
            work.actor.must(Function.NOTE_PRESENCE)
            _begin(work, PresenceKind.SIGNED_IN, None)
        return work.changes()

    def end(self, kind: PresenceKind = PresenceKind.PAUSE) -> Changes:
        """The break is over; or they leave, which ends their break too."""
        with self._store.work("presences.end", kind=kind) as work:
            work.actor.must(Function.NOTE_PRESENCE)
            for each in work.presences.open_of(work.actor.operator_id):
                here = each.session_id == work.actor.session_id
                if here and kind in {PresenceKind.SIGNED_IN, each.kind}:
                    work.presences.put(each.ended(work.now))
        return work.changes()

    def explain(self, presence_id: UUID, why: BreakKind) -> Changes:
        """What a break is or was.  Raises PresenceNotFound, PresenceOfAnother, PresenceNoBreak."""
        with self._store.work("presences.explain", presence_id=presence_id, why=why) as work:
            work.actor.must(Function.NOTE_PRESENCE)
            presence = work.presences.get(presence_id)
            if presence.operator_id != work.actor.operator_id:
                raise PresenceOfAnother(id=presence_id)
            work.presences.put(presence.explained(why))
        return work.changes()

    def mine(self, start: datetime, end: datetime) -> tuple[Presence, ...]:
        """The operator's own that lie at least partly in [start, end), by when they began."""
        with self._store.read() as reading:
            reading.actor.must(Function.OWN_FIGURES)
            return reading.presences.of(reading.actor.operator_id, start, end)

    def my_break(self) -> Presence | None:
        """The break that the operator takes in this session now."""
        with self._store.read() as reading:
            reading.actor.must(Function.NOTE_PRESENCE)
            for each in reading.presences.open_of(reading.actor.operator_id):
                if (each.session_id, each.kind) == (reading.actor.session_id, PresenceKind.PAUSE):
                    return each
        return None

    def now(self) -> tuple[Presence, ...]:
        """All that goes on now, to whoever leads them."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_OPERATORS)
            return tuple(each for each in reading.presences.open() if each.goes_on(reading.now))

    def between(self, start: datetime, end: datetime) -> tuple[Presence, ...]:
        """Everybody's that lie at least partly in [start, end), to whoever leads them."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_OPERATORS)
            return reading.presences.between(start, end)


def _begin(work: Work, kind: PresenceKind, why: BreakKind | None) -> None:
    id, me, at = work.new_id(), work.actor, work.now
    here = None
    for each in work.presences.open_of(me.operator_id):
        if each.session_id == me.session_id:
            if each.kind is kind and kind is PresenceKind.SIGNED_IN and each.silent(at):
                work.presences.put(each.lapsed())  # the machine slept, and has woken up
            elif each.kind is kind:
                here = each
            elif kind is PresenceKind.SIGNED_IN:
                work.presences.put(each.seen(at))  # a break goes on as long as they are there
        elif each.starts_at <= at:  # one that began later is told of late, and stands
            work.presences.put(each.lapsed())
    if here is not None:
        work.presences.put(here.seen(at))
        return
    why = (why or BreakKind.PAUSE) if kind is PresenceKind.PAUSE else None
    work.presences.put(Presence(id, me.operator_id, me.session_id, kind, why, at, at))
