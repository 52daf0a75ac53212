"""Callers who are passed on."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.lines import ReturnReason
from kundcenter.domain.people import PersonNotFound
from kundcenter.domain.switchboard.transfers import (
    Transfer,
    TransferDraft,
    TransferState,
    checked_draft,
    must_be_end,
)
from kundcenter.ports import Store, Work


class Transfers:
    """Written down before the exchange is asked, so that the words are there when it rings."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, draft: TransferDraft) -> Changes:
        """The operator passes the caller on.

        Late, the call may be another's, or over.  Raises CallNotFound, CallOfAnother,
        CallStateWrong, TransferInvalid, PersonNotFound, TextInvalid.
        """
        with self._store.work("transfers.begin", draft=draft) as work:
            work.actor.must(Function.WORK_CALLS)
            id, me = work.new_id(), work.actor.operator_id
            good = checked_draft(draft)
            if not work.late:
                work.calls.get(good.call_id).must_be_of(me)
            good = _about(work, good, id)
            work.transfers.put(Transfer(id, good, TransferState.BEGUN, work.now, me))
        return work.changes()

    def end(
        self, transfer_id: UUID, state: TransferState, returned: ReturnReason | None = None
    ) -> Changes:
        """What came of it.  One that was passed on may come back.

        Late, the furthest that it went stands, in whichever order that is told.  Raises
        TransferNotFound, TransferOver, TransferInvalid.
        """
        with self._store.work(
            "transfers.end", transfer_id=transfer_id, state=state, returned=returned
        ) as work:
            work.actor.must(Function.WORK_CALLS)
            must_be_end(state, returned)
            transfer = work.transfers.get(transfer_id)
            if not work.late:
                transfer.must_end_as(state)
            work.transfers.put(transfer.over(state, work.now, returned))
        return work.changes()

    def of_call(self, call_id: UUID) -> tuple[Transfer, ...]:
        """Where a caller has been passed on to, in order.

        The words are given to who wrote them; a number that was looked up, to nobody else either.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            me = reading.actor.operator_id
            found = sorted(
                reading.transfers.of_calls((call_id,)), key=lambda each: (each.begun_at, each.id)
            )
            return tuple(
                each if each.begun_by == me else each.for_others().without_brief() for each in found
            )

    def arriving(self, reference: str) -> Transfer | None:
        """What comes with a call that was passed on to this desk: its words and whom it is about.

        None when the id is not known here (not told yet, or none of ours).
        """
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            try:
                id = UUID(reference)
            except ValueError:
                return None
            found = reading.transfers.find(id)
            if found is None or found.begun_by == reading.actor.operator_id:
                return found
            return found.for_others()

    def mine(self) -> tuple[Transfer, ...]:
        """The operator's of which nobody knows yet what came."""
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            return reading.transfers.open_of(reading.actor.operator_id)


def _about(work: Work, draft: TransferDraft, id: UUID) -> TransferDraft:
    """Whom it is about leaves an access record, and is told whoever takes the call.

    A protected person's call loses its number.  Raises PersonNotFound; late, somebody whom nobody
    knows is left out, and a desk of another team does not have the call.
    """
    if draft.person_id is None:
        return draft
    try:
        person = work.people.kept(work.people.get(draft.person_id))
        work.calls.guard_number(draft.call_id, person)
    except PersonNotFound:
        if not work.late:
            raise
        return replace(draft, person_id=None)
    except CallNotFound:
        if not work.late:
            raise
    work.witness(
        Activity.WRITE,
        draft.person_id,
        level=Level.OVERVIEW,
        purpose=Purpose.ADMINISTRATION,
        subject=("transfer", id),
    )
    return draft
