"""A suspected care injury: the chief decides, the patient is informed."""

from __future__ import annotations

from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain import case_states as states
from kundcenter.domain.access import Function
from kundcenter.domain.case_codes import CaseAct, Duty, InjuryDecision
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.text import checked
from kundcenter.ports import Store
from kundcenter.services.cases.working import put, step, there, witness


class Injuries:
    """The chief is told when a case is taken in or edited; what is decided stays with the case."""

    _store: Store

    def decide(self, case_id: UUID, decision: InjuryDecision, text: str) -> Changes:
        """The chief medical officer's decision about lex Maria (PSL 3 kap. 5 §), with its reason.

        Also of a case that is over.  Decided again, the last decision stands.
        Raises CaseNotFound, CaseInvalid(field="decision" or "text"), TextInvalid.
        """
        with self._store.work(
            "cases.decide", case_id=case_id, decision=decision, text=text
        ) as work:
            work.actor.must(Function.DECIDE_INJURY)
            id, case = work.new_id(), work.cases.get(case_id)
            said = checked(text, "text").strip()
            if not said:
                raise CaseInvalid(field="text")
            decided = states.decided(case, decision, work.now, late=work.late)
            put(work, decided)
            late = decided is case
            step(work, case, CaseAct.DECIDED, id=id, text=said, decision=decision, late=late)
            witness(work, case)
        return work.changes()

    def inform(self, case_id: UUID, duties: tuple[Duty, ...]) -> Changes:
        """What the patient was told of (PSL 3 kap. 8 §): one step for each, in the law's order.

        Raises CaseNotFound, CaseInvalid(field="duties") when nothing or the same twice is said.
        """
        with self._store.work("cases.inform", case_id=case_id, duties=duties) as work:
            ids, case = [work.new_id() for _ in duties], there(work, case_id)
            if not duties or len(set(duties)) != len(duties):
                raise CaseInvalid(field="duties")
            for id, duty in zip(ids, sorted(duties, key=list(Duty).index), strict=True):
                step(work, case, CaseAct.INFORMED, id=id, duty=duty, late=case.over)
            witness(work, case)
        return work.changes()
