"""What is known of a case is changed, by several at once if need be."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid5

from kundcenter.changes import Changes
from kundcenter.domain.case_codes import CaseAct, CaseField, EditOutcome, Injury
from kundcenter.domain.case_errors import CaseConflictNotFound, CaseInvalid
from kundcenter.domain.case_fields import (
    changed,
    checked,
    checked_edits,
    must_stay_handled,
    telling,
)
from kundcenter.domain.case_merging import joined
from kundcenter.domain.case_states import injured, remarked
from kundcenter.domain.cases import Case, CaseEdit, FieldEdit, open_conflicts
from kundcenter.domain.text import checked as checked_text
from kundcenter.ports import Store, Work
from kundcenter.services.cases.working import guard_call, must_be_usable, put, step, there, witness


class Editing:
    """Fields are joined one by one; of one field that two changed both are kept."""

    _store: Store

    def edit(self, case_id: UUID, edits: tuple[FieldEdit, ...]) -> Changes:
        """Change fields from what was seen; what somebody else has changed since is kept beside.

        Raises CaseNotFound, CaseInvalid, TextInvalid, PersonNotFound, UnitNotFound.
        """
        with self._store.work("cases.edit", case_id=case_id, edits=edits) as work:
            drawn, alerting = work.new_id(), work.new_id()
            wanted = checked_edits(edits)
            case = there(work, case_id)
            for edit in wanted:
                _must_be_good(work, case, edit.name, edit.new, set())
            facts, found = joined(case.facts, wanted, late=work.late)
            for each in found:
                work.cases.add_edit(
                    CaseEdit(
                        id=uuid5(drawn, each.edit.name.value),
                        case_id=case.id,
                        name=each.edit.name,
                        old=each.edit.old,
                        new=each.edit.new,
                        stood=each.stood,
                        at=work.now,
                        by=work.actor.operator_id,
                        outcome=each.outcome,
                    )
                )
            differ = sum(each.outcome is EditOutcome.CONFLICT for each in found)
            told = replace(case, facts=facts, conflicts=case.conflicts + differ)
            if work.late and any(each.outcome is not EditOutcome.SAME for each in found):
                told = remarked(told)
            _put(work, told, alerting, was=case.facts.injury)
        return work.changes()

    def choose(self, case_id: UUID, edit_id: UUID, value: str) -> Changes:
        """Settle a difference: one of the two values, or a third.

        Late, of one that somebody else has settled meanwhile, what they chose stands.
        Raises CaseNotFound, CaseConflictNotFound, CaseInvalid, TextInvalid, PersonNotFound,
        UnitNotFound.
        """
        with self._store.work(
            "cases.choose", case_id=case_id, edit_id=edit_id, value=value
        ) as work:
            id, alerting = work.new_id(), work.new_id()
            case = there(work, case_id)
            was = case.facts.injury
            history = work.cases.edits((case.id,))
            edit = next((each for each in history if each.id == edit_id), None)
            if edit is None:
                raise CaseConflictNotFound(id=case.id)
            good = checked(edit.name, value)
            # Not `old`: nobody has checked what an editor says that they saw.
            _must_be_good(work, case, edit.name, good, {edit.new, edit.stood})
            stood = case.facts.value(edit.name)
            chosen = CaseEdit(
                id=id,
                case_id=case.id,
                name=edit.name,
                old=edit.new,
                new=good,
                stood=stood,
                at=work.now,
                by=work.actor.operator_id,
                outcome=EditOutcome.CHOSEN,
                settles=edit.id,
            )
            if edit in open_conflicts(history):
                case, chosen = _settled(case, chosen, late=work.late)
            elif not work.late:
                raise CaseConflictNotFound(id=case.id)
            elif edit.outcome is not EditOutcome.CONFLICT and stood != good:
                # Here it never was a difference: what was chosen there is one with what stands.
                chosen = replace(chosen, outcome=EditOutcome.CONFLICT, settles=None)
                case = replace(case, conflicts=case.conflicts + 1)
            work.cases.add_edit(chosen)
            _put(work, case, alerting, was=was)
        return work.changes()

    def comment(self, case_id: UUID, text: str) -> Changes:
        """Add a remark; to a case that is over too, which is flagged by it.

        Raises CaseNotFound, CaseInvalid(field="text"), TextInvalid.
        """
        with self._store.work("cases.comment", case_id=case_id, text=text) as work:
            id, said = work.new_id(), checked_text(text, "text")
            if not said.strip():
                raise CaseInvalid(field="text")
            case = there(work, case_id)
            put(work, remarked(case))
            step(work, case, CaseAct.COMMENTED, id=id, text=said, late=case.over)
            witness(work, case)
        return work.changes()


def _must_be_good(work: Work, case: Case, name: CaseField, value: str, known: set[str]) -> None:
    """As `must_be_usable`, and that the case stays what the same operators handle."""
    if name is CaseField.KIND:
        must_stay_handled(case.kind, value)
    must_be_usable(work, name, value, {*known, case.facts.value(name)})


def _settled(case: Case, chosen: CaseEdit, *, late: bool) -> tuple[Case, CaseEdit]:
    """The case with what was chosen.  Raises CaseInvalid (facts field).

    Late it may be that an anonymous one would be told of by it: then the difference goes on, with
    what was chosen as the value beside.
    """
    facts = changed(case.facts, chosen.name, chosen.new)
    told = telling(facts)
    if not told:
        return replace(case, facts=facts, conflicts=max(0, case.conflicts - 1)), chosen
    if not late:
        raise CaseInvalid(field=told[0].value)
    return case, replace(chosen, outcome=EditOutcome.CONFLICT)


def _put(work: Work, case: Case, alerting: UUID, *, was: Injury) -> None:
    """Write the case; of a care injury that is suspected from now on the chief is told."""
    told = injured(case, work.now, was=was)
    if told != case:
        step(work, told, CaseAct.ALERTED, id=alerting, late=case.over)
    put(work, told)
    guard_call(work, told)
    witness(work, told)
