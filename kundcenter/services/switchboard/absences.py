"""Who is away, until when, and who stands in."""

from __future__ import annotations

from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.switchboard.absences import Absence, AbsenceDraft, AbsenceOver
from kundcenter.ports import Reading, Store

LATEST = 50  # absences of one contact that are shown


class Absences:
    """Set by any operator, also ahead; of several of one contact the last that began holds."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def standing(self) -> tuple[Absence, ...]:
        """Those that hold now or begin later."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return _shown(reading, reading.absences.standing(reading.now))

    def of(self, contact_id: UUID) -> tuple[Absence, ...]:
        """A contact's latest fifty, the last first."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return _shown(reading, reading.absences.of(contact_id, LATEST))

    def set(self, contact_id: UUID, draft: AbsenceDraft) -> Changes:
        """They are away.

        Late, it is kept also of a contact that the centre never took in.  Raises ContactNotFound,
        AbsenceInvalid, TextInvalid.
        """
        with self._store.work("absences.set", contact_id=contact_id, draft=draft) as work:
            work.actor.must(Function.WORK_CALLS)
            absence = draft.absence(work.new_id(), contact_id, work.now, work.actor.operator_id)
            if not work.late:
                for id in (contact_id, absence.deputy_id):
                    if id is not None:
                        work.contacts.get(id)
            work.absences.put(absence)
        return work.changes()

    def end(self, absence_id: UUID) -> Changes:
        """They are back, or will not be away after all.

        Late, of one that has been ended meanwhile, nothing changes.  Raises AbsenceNotFound,
        AbsenceOver.
        """
        with self._store.work("absences.end", absence_id=absence_id) as work:
            work.actor.must(Function.WORK_CALLS)
            absence = work.absences.get(absence_id)
            if absence.ended_at is None:
                work.absences.put(absence.ended(work.now, work.actor.operator_id))
            elif not work.late:
                raise AbsenceOver(id=absence_id)
        return work.changes()


def _shown(reading: Reading, found: tuple[Absence, ...]) -> tuple[Absence, ...]:
    """Why somebody is away is for those who talk with callers (DOMAIN §14)."""
    if reading.actor.may(Function.WORK_CALLS):
        return found
    return tuple(each.veiled() for each in found)
