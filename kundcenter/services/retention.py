"""Until when the record and the log of a person are kept at least.  There is no deletion."""

from __future__ import annotations

from uuid import UUID

from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calendar import local
from kundcenter.domain.grounds import Ground
from kundcenter.domain.retention import Kept, retain_log_until, retain_until
from kundcenter.ports import Store


class Retention:
    def __init__(self, store: Store) -> None:
        self._store = store

    def of_person(self, person_id: UUID, ground: Ground) -> Kept:
        """The dates of a person.  This look is an access too, and its record counts.

        Raises GroundNeeded, GroundTooShort, PersonNotFound.
        """
        with self._store.opening() as view:
            view.actor.must(Function.READ_RECORD)
            stands = view.grounded(person_id, ground)
            view.witness(
                Activity.READ,
                person_id,
                level=Level.RETENTION,
                purpose=Purpose.ADMINISTRATION if stands.call_id else stands.purpose,
                reason=stands.reason,
                subject=stands.subject,
            )
            entry, access = view.last_of(person_id)
            return Kept(
                record_until=retain_until(local(entry).date()) if entry else None,
                log_until=retain_log_until(local(access).date()) if access else None,
            )
