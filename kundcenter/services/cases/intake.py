"""A case is taken in: from a call, from a letter, from an e-service's file."""

from __future__ import annotations

from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.case_checks import checked_draft
from kundcenter.domain.case_codes import CaseAct
from kundcenter.domain.case_files import CasePlan, ImportedCase
from kundcenter.domain.case_states import taken_in
from kundcenter.domain.cases import CaseDraft
from kundcenter.ports import Store
from kundcenter.services.cases import importing
from kundcenter.services.cases.working import guard_call, must_all_be_usable, put, step, witness


class Intake:
    """Anybody may take one in (PSL 3 kap. 8 a §)."""

    _store: Store

    def register(self, draft: CaseDraft, *, call_id: UUID | None = None) -> Changes:
        """Take in a matter, by any role; a suspected care injury goes to the chief at once.

        Raises CaseInvalid, CaseUnanswerable when somebody was told who cannot be, TextInvalid,
        PersonNotFound, UnitNotFound, CallNotFound.
        """
        with self._store.work("cases.register", draft=draft, call_id=call_id) as work:
            work.actor.must(Function.TAKE_CASE)
            id, registering, confirming, alerting = (work.new_id() for _ in range(4))
            good = checked_draft(draft, work.now)
            must_all_be_usable(work, good.facts)
            if call_id is not None:
                work.calls.get(call_id)
            case = put(
                work,
                taken_in(
                    good,
                    id=id,
                    at=work.now,
                    by=work.actor.operator_id,
                    care_unit=work.actor.care_unit,
                    call_id=call_id,
                    service=good.service,
                ),
            )
            step(work, case, CaseAct.REGISTERED, id=registering)
            if case.confirmed_at is not None:
                step(work, case, CaseAct.CONFIRMED, id=confirming, by_way=good.confirmed)
            if case.alerted_at is not None:
                step(work, case, CaseAct.ALERTED, id=alerting)
            guard_call(work, case)
            witness(work, case)
        return work.changes()

    def plan(self, rows: tuple[ImportedCase, ...]) -> CasePlan:
        """What `import_` would do with the rows, which is nothing if there is any problem.

        Raises CaseInvalid (facts field and row), TextInvalid, CasesTooMany.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.HANDLE_SERVICES)
            return importing.planned(reading, rows).told()

    def import_(self, rows: tuple[ImportedCase, ...]) -> Changes:
        """Take in up to 500 matters from an e-service; one that is there already is left alone.

        All rows or none; late, a row comes in without a unit or a person that is not there.
        Raises CaseInvalid (facts field and row), TextInvalid, CasesTooMany.
        """
        with self._store.work("cases.import_", rows=rows) as work:
            work.actor.must(Function.HANDLE_SERVICES)
            importing.brought_in(work, rows)
        return work.changes()
