"""A case goes on: confirmed, taken up, asked about, answered, handed over, closed."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain import case_states as states
from kundcenter.domain.access import MATRIX, Function
from kundcenter.domain.callbacks import CallbackNotFound
from kundcenter.domain.case_codes import AnswerBy, CaseAct, Recipient
from kundcenter.domain.case_errors import CaseInvalid, CaseOwnerUnfit
from kundcenter.domain.cases import Case
from kundcenter.domain.operators import OperatorNotFound
from kundcenter.domain.text import checked
from kundcenter.ports import Store, Work
from kundcenter.services.cases.working import put, step, there, witness


class Moving:
    """Whoever took a case in may confirm it; all else is for those who handle its kind."""

    _store: Store

    def confirm(self, case_id: UUID, by_way: AnswerBy) -> Changes:
        """The complainant has been told that it has come in.

        Raises CaseNotFound, CaseUnanswerable, CaseInvalid(field="by_way").
        """
        with self._store.work("cases.confirm", case_id=case_id, by_way=by_way) as work:
            id, case = work.new_id(), there(work, case_id)
            _must_reach(by_way)
            told = states.confirmed(case, work.now, late=work.late)
            _moved(work, id, case, told, CaseAct.CONFIRMED, by_way=by_way)
        return work.changes()

    def assign(self, case_id: UUID, owner: UUID | None, *, upon: int, text: str = "") -> Changes:
        """Give it to an operator, oneself or another, or to nobody.

        What nobody has, whoever handles its kind may take; whoever has it may give it away, and
        those who lead may do both.
        Raises CaseNotFound, CaseStale, CaseStageWrong, CaseOwnerUnfit, TextInvalid.
        """
        with self._store.work(
            "cases.assign", case_id=case_id, owner=owner, upon=upon, text=text
        ) as work:
            id, case = work.new_id(), _handled(work, case_id, claim=True)
            said, me = checked(text, "text"), work.actor.operator_id
            if case.owner != me and not (case.owner is None and owner == me):
                if owner == me:  # another took it just before, who may take it or not
                    states.must_be_upon(case, upon)
                work.actor.must(Function.LEAD_CASES)
            given = states.assigned(case, owner, work.now, upon=upon)
            if owner is not None:
                _must_be_fit(work, case, owner)
            _moved(work, id, case, given, CaseAct.ASSIGNED, text=said, owner=owner)
        return work.changes()

    def begin(self, case_id: UUID) -> Changes:
        """It is being looked into.  Raises CaseNotFound, CaseStageWrong."""
        with self._store.work("cases.begin", case_id=case_id) as work:
            id, case = work.new_id(), _handled(work, case_id)
            begun = states.begun(case, work.now, late=work.late)
            _moved(work, id, case, begun, CaseAct.BEGUN)
        return work.changes()

    def ask(
        self, case_id: UUID, question: str, *, by_way: AnswerBy, waits: bool, day: date | None
    ) -> Changes:
        """A counter-question: what the complainant is asked or told, and by when an answer comes.

        `waits`: the clock of the answer stands still until they are heard; `day` is the new date
        that they were told, with the reason in `question` (seed 004).  Raises CaseNotFound,
        CaseStageWrong, CaseUnanswerable, CaseInvalid(field="question", "day" or "by_way"),
        TextInvalid.
        """
        with self._store.work(
            "cases.ask", case_id=case_id, question=question, by_way=by_way, waits=waits, day=day
        ) as work:
            id, case = work.new_id(), _handled(work, case_id)
            said = _said(question, "question")
            _must_reach(by_way)
            asked = states.asked(
                case,
                work.now,
                reason=said,
                waits=waits,
                day=day,
                late=work.late,
                outdone=work.late and _told_later(work, case),
            )
            act = CaseAct.ASKED if waits else CaseAct.POSTPONED
            _moved(work, id, case, asked, act, text=said, by_way=by_way, day=day)
        return work.changes()

    def resume(self, case_id: UUID, text: str) -> Changes:
        """The complainant was heard, or is not waited for any more; the clock goes on.

        Raises CaseNotFound, CaseStageWrong, TextInvalid.
        """
        with self._store.work("cases.resume", case_id=case_id, text=text) as work:
            id, case = work.new_id(), _handled(work, case_id)
            said = checked(text, "text")
            heard = states.resumed(case, work.now, late=work.late)
            _moved(work, id, case, heard, CaseAct.RESUMED, text=said)
        return work.changes()

    def answer(self, case_id: UUID, text: str, *, by_way: AnswerBy) -> Changes:
        """What happened and what is done about it (PSL 3 kap. 8 b §) has been told.

        Raises CaseNotFound, CaseStageWrong, CaseUnanswerable, CaseInvalid(field="text" or
        "by_way"), TextInvalid.
        """
        with self._store.work("cases.answer", case_id=case_id, text=text, by_way=by_way) as work:
            id, case = work.new_id(), _handled(work, case_id)
            said = _said(text, "text")
            _must_reach(by_way)
            told = states.answered(case, work.now, late=work.late)
            _moved(work, id, case, told, CaseAct.ANSWERED, text=said, by_way=by_way)
        return work.changes()

    def hand_over(
        self, case_id: UUID, to: Recipient, text: str, *, callback_id: UUID | None = None
    ) -> Changes:
        """Another is to handle it (PSL 3 kap. 8 e §), or it was placed in a unit's queue.

        To another care provider the complainant must agree (`CaseFacts.consent`), or it is no
        matter of ours at all, which `text` says.  Raises CaseNotFound, CaseStageWrong,
        CaseInvalid(field="to" or "text"), CallbackNotFound, TextInvalid.
        """
        with self._store.work(
            "cases.hand_over", case_id=case_id, to=to, text=text, callback_id=callback_id
        ) as work:
            id, case = work.new_id(), _handled(work, case_id)
            said = checked(text, "text").strip()
            placed = _placed(work, callback_id)
            given = states.handed_over(
                case, to, work.now, text=said, callback_id=placed, late=work.late
            )
            _moved(work, id, case, given, CaseAct.HANDED_OVER, text=said, recipient=to)
        return work.changes()

    def withdraw(self, case_id: UUID, text: str) -> Changes:
        """Whoever complained takes it back, and `text` says how.

        Raises CaseNotFound, CaseStageWrong, CaseInvalid(field="text"), TextInvalid.
        """
        with self._store.work("cases.withdraw", case_id=case_id, text=text) as work:
            id, case = work.new_id(), _handled(work, case_id)
            said = _said(text, "text")
            back = states.withdrawn(case, work.now, late=work.late)
            _moved(work, id, case, back, CaseAct.WITHDRAWN, text=said)
        return work.changes()

    def close(self, case_id: UUID, *, upon: int, text: str = "") -> Changes:
        """It is done with; of one that is over and flagged, what came in since has been seen.

        Raises CaseNotFound, CaseStale, CaseStageWrong, CaseConflictOpen, CaseInjuryUndecided,
        CaseInvalid(field="text") when no answer was given and the reason is not said, TextInvalid.
        """
        with self._store.work("cases.close", case_id=case_id, upon=upon, text=text) as work:
            id, case = work.new_id(), _handled(work, case_id, claim=True)
            said = checked(text, "text").strip()
            over = states.closed(case, work.now, upon=upon, text=said)
            _moved(work, id, case, over, CaseAct.CLOSED, text=said)
        return work.changes()

    def reopen(self, case_id: UUID, *, upon: int, text: str) -> Changes:
        """It is taken up again, by its owner or by those who lead.

        Raises CaseNotFound, CaseStale, CaseStageWrong, CaseInvalid(field="text"), TextInvalid.
        """
        with self._store.work("cases.reopen", case_id=case_id, upon=upon, text=text) as work:
            id, case = work.new_id(), _handled(work, case_id, claim=True)
            said = _said(text, "text")
            if case.owner != work.actor.operator_id:
                work.actor.must(Function.LEAD_CASES)
            again = states.reopened(case, work.now, upon=upon)
            _moved(work, id, case, again, CaseAct.REOPENED, text=said)
        return work.changes()


def _handled(work: Work, case_id: UUID, *, claim: bool = False) -> Case:
    """The case, for whoever handles its kind or owns it.  Raises CaseNotFound, NotPermitted.

    Late, it may have become another's meanwhile: what was done has happened all the same.
    """
    case = there(work, case_id, claim=claim)
    if (claim or not work.late) and not states.may_work(work.actor, case):
        work.actor.must(states.function_of(case.kind))
    return case


def _moved(
    work: Work, id: UUID, was: Case, case: Case, act: CaseAct, *, text: str = "", **told: Any
) -> None:
    """Write the case, what was done, and the access record.

    When nothing came of it the step says so, and the case is as it was.
    """
    put(work, case)
    days = case.paused_days - was.paused_days
    step(work, case, act, id=id, text=text, days=days, late=case is was, **told)
    witness(work, case)


def _told_later(work: Work, case: Case) -> bool:
    """Whether the complainant was told another day after now, which came in before this."""
    steps = work.cases.steps([case.id])
    return any(each.day is not None and work.now < each.at for each in steps)


def _said(text: str, field: str) -> str:
    """Text that must say something.  Raises CaseInvalid, TextInvalid."""
    said = checked(text, field).strip()
    if not said:
        raise CaseInvalid(field=field)
    return said


def _must_reach(by_way: AnswerBy) -> None:
    """Raise CaseInvalid unless somebody can be told anything in that way."""
    if by_way in {AnswerBy.UNSAID, AnswerBy.NOT}:
        raise CaseInvalid(field="by_way")


def _must_be_fit(work: Work, case: Case, owner: UUID) -> None:
    """Raise CaseOwnerUnfit unless the operator handles cases of the kind."""
    try:
        operator = work.operators.get(owner)
    except OperatorNotFound:
        raise CaseOwnerUnfit(id=owner) from None
    if not (operator.enabled and MATRIX[states.function_of(case.kind)] & operator.roles):
        raise CaseOwnerUnfit(id=owner)


def _placed(work: Work, callback_id: UUID | None) -> UUID | None:
    """The call-back that stands for it.  Late, the centre may have turned it away.

    Raises CallbackNotFound.
    """
    if callback_id is None:
        return None
    try:
        return work.callbacks.kept(callback_id).id
    except CallbackNotFound:
        if not work.late:
            raise
        return None
