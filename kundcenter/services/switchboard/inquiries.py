"""Somebody asks about a named person."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.people import Person, PersonNotFound
from kundcenter.domain.switchboard.inquiries import (
    MOST_SHOWN,
    Answer,
    Inquiry,
    InquiryDraft,
    InquiryProtected,
)
from kundcenter.ports import Store, Work


class Inquiries:
    """Every answer is written down, a refusal too, and stands in the access log."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, draft: InquiryDraft) -> Changes:
        """What was asked and answered; of a protected person the call loses its number.

        Raises InquiryInvalid, InquiryProtected, PersonNotFound, CallNotFound, UnitNotFound (of
        `called_back`, when it is no contact either), TextInvalid.
        """
        with self._store.work("inquiries.note", draft=draft) as work:
            work.actor.must(Function.IDENTIFY)
            id, told = work.new_id(), draft.checked()
            call_id, person = _call(work, told.call_id), _person(work, told.person_id)
            _must_be_listed(work, told.called_back)
            told = replace(told, call_id=call_id, person_id=told.person_id if person else None)
            protected = person is not None and person.protected
            # Late, somebody else has marked the person meanwhile: what was said has been said.
            if protected and told.answer is Answer.DISCLOSED and not work.late:
                raise InquiryProtected(id=told.person_id)
            if call_id is not None and person is not None:
                work.calls.guard_number(call_id, person)
            by = work.actor.operator_id
            work.inquiries.add(Inquiry(id, told, work.now, by, protected=protected))
            work.witness(
                Activity.WRITE,
                told.person_id,
                level=Level.OVERVIEW,
                purpose=Purpose.ADMINISTRATION,
                subject=("inquiry", id),
            )
        return work.changes()

    def latest(self) -> tuple[Inquiry, ...]:
        """The operator's own latest fifty; for who leads, everybody's."""
        with self._store.read() as reading:
            actor = reading.actor
            if actor.may(Function.SEE_INQUIRIES):
                return reading.inquiries.latest(None, MOST_SHOWN)
            actor.must(Function.IDENTIFY)
            return reading.inquiries.latest(actor.operator_id, MOST_SHOWN)


def _must_be_listed(work: Work, id: UUID | None) -> None:
    """Raise UnitNotFound unless it is a contact's or a unit's.

    Late, the contact that stood here may not have been taken in at the centre.
    """
    if id is not None and not work.late and not work.contacts.some((id,)):
        work.units.get(id)


def _call(work: Work, call_id: UUID | None) -> UUID | None:
    """The call, if it is here.  Raises CallNotFound, but late: what was answered was answered."""
    if call_id is None:
        return None
    try:
        return work.calls.get(call_id).id
    except CallNotFound:
        if not work.late:
            raise
        return None


def _person(work: Work, person_id: UUID | None) -> Person | None:
    """Who they are now.  Raises PersonNotFound, but late: nobody is lost for that."""
    if person_id is None:
        return None
    try:
        return work.people.kept(work.people.get(person_id))
    except PersonNotFound:
        if not work.late:
            raise
        return None
