"""Letters about a case: what stands in them, and that they were printed or sent."""

from __future__ import annotations

from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function, NotPermitted
from kundcenter.domain.access_log import Activity
from kundcenter.domain.case_codes import AnswerBy, CaseAct, LetterKind, Said
from kundcenter.domain.case_letters import (
    CaseLetter,
    LetterAbout,
    MailNotAllowed,
    letter,
    must_be_written,
)
from kundcenter.domain.case_states import function_of, may_open
from kundcenter.domain.cases import Case
from kundcenter.domain.mail import mail_address, may_mail
from kundcenter.domain.people import Person
from kundcenter.domain.text import checked, line
from kundcenter.domain.units import UnitNotFound
from kundcenter.ports import Reading, Store
from kundcenter.services.cases import working


class Letters:
    """A letter is noted before its page exists: what leaves the house has left a step."""

    _store: Store

    def preview(self, case_id: UUID, kind: LetterKind, text: str = "") -> CaseLetter:
        """What the letter would say, with an access record; refused, it leaves one too.

        Raises as `take_letter`.
        """
        return self._letter(case_id, kind, text, Activity.READ)

    def take_letter(self, case_id: UUID, kind: LetterKind, text: str = "") -> CaseLetter:
        """What the letter says; that it is printed is written first.  `text` is the body's own
        part (the question, the answer).  Raises CaseNotFound, CaseUnanswerable, TextInvalid, and
        CaseInvalid("text") when another care provider may not learn of it without a reason.
        """
        self.note_letter(case_id, kind, text)
        return self._letter(case_id, kind, text, Activity.PRINT)

    def take_mail(
        self,
        case_id: UUID,
        kind: LetterKind,
        to: str,
        text: str = "",
        *,
        allowed: tuple[str, ...] = (),
    ) -> CaseLetter:
        """What goes by e-mail, only to an allowed address; that it is sent is written first.

        Raises MailNotAllowed, and as `take_letter`.
        """
        self.note_mail(case_id, kind, to, text, allowed=allowed)
        return self._letter(case_id, kind, text, Activity.READ, mailed=True)

    def note_letter(self, case_id: UUID, kind: LetterKind, text: str = "") -> Changes:
        """The letter is printed, with the text that is its own.  Raises as `take_letter`."""
        with self._store.work("cases.note_letter", case_id=case_id, kind=kind, text=text) as work:
            step_id, own = work.new_id(), checked(text, "text")
            case = working.there(work, case_id)
            if not work.late:
                must_be_written(kind, case, own)
            work.cases.put(case)  # the step is its news
            late = work.late and case.over
            working.step(work, case, CaseAct.PRINTED, id=step_id, text=own, letter=kind, late=late)
            working.witness(work, case, Activity.PRINT)
        return work.changes()

    def note_mail(
        self,
        case_id: UUID,
        kind: LetterKind,
        to: str,
        text: str = "",
        *,
        allowed: tuple[str, ...] = (),
    ) -> Changes:
        """The letter is given over to be sent: the step's first line is the address.

        `allowed` are the region's (`MailSettings.allowed`).  A letter to somebody with protected
        identity is not sent at all: it goes by Skatteverket's mediation (DOMAIN §1.4).

        Raises as `take_mail`.
        """
        with self._store.work(
            "cases.note_mail", case_id=case_id, kind=kind, to=to, text=text, allowed=allowed
        ) as work:
            step_id, own, address = work.new_id(), checked(text, "text"), line(to, "to")
            if not may_mail(address, allowed):
                raise MailNotAllowed()
            case = working.there(work, case_id)
            if not work.late:
                must_be_written(kind, case, own)
                if kind is not LetterKind.HAND_OVER and _hidden(work, case)[1]:
                    raise MailNotAllowed()
            told = "\n\n".join(filter(None, (mail_address(address), own)))
            work.cases.put(case)
            working.step(
                work,
                case,
                CaseAct.MAILED,
                id=step_id,
                text=told,
                letter=kind,
                by_way=AnswerBy.EMAIL,
                late=work.late and case.over,
            )
            working.witness(work, case, Activity.PRINT)
        return work.changes()

    def note_mailed(self, case_id: UUID, kind: LetterKind, failed: bool) -> Changes:
        """Whether the e-mail could be handed to the mail server.  Raises CaseNotFound."""
        with self._store.work(
            "cases.note_mailed", case_id=case_id, kind=kind, failed=failed
        ) as work:
            step_id = work.new_id()
            case = working.there(work, case_id)
            work.cases.put(case)
            working.step(
                work,
                case,
                CaseAct.MAIL_FAILED if failed else CaseAct.MAIL_HANDED,
                id=step_id,
                letter=kind,
                by_way=AnswerBy.EMAIL,
                late=work.late and case.over,
            )
            working.witness(work, case)
        return work.changes()

    def _letter(
        self,
        case_id: UUID,
        kind: LetterKind,
        text: str,
        activity: Activity,
        *,
        mailed: bool = False,
    ) -> CaseLetter:
        with self._store.view() as view:
            view.actor.must(Function.TAKE_CASE)
            case = view.cases.get(case_id)
            if may_open(view.actor, case, view.now):
                made = letter(kind, _about(view, case), checked(text, "text"), mailed=mailed)
                working.witness(view, case, activity)
                return made
            working.refused(view, case)
        raise NotPermitted(function=function_of(case.kind))


def _about(reading: Reading, case: Case) -> LetterAbout:
    person, protected = _hidden(reading, case)
    unit = case.facts.unit_id
    here = (each.name for each in reading.units.all() if each.hsa_id == case.care_unit)
    return LetterAbout(
        case=case,
        at=reading.now,
        by=reading.operators.get(reading.actor.operator_id).name,
        times=working.times(reading),
        person=person,
        protected=protected,
        unit="" if unit is None else _unit_name(reading, unit),
        issuer=next(here, ""),
    )


def _hidden(reading: Reading, case: Case) -> tuple[Person | None, bool]:
    """Who it is about, and whether their identity is protected: by register, or as was said."""
    id = case.facts.person_id
    person = None if id is None else reading.people.kept(reading.people.get(id))
    listed = person is not None and person.protected
    return person, listed or case.facts.protected is Said.YES


def _unit_name(reading: Reading, id: UUID) -> str:
    try:
        return reading.units.get(id).name
    except UnitNotFound:
        return ""
