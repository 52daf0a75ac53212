"""A shift's work on cases: taken in, edited by two at once, moved, written about, and over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseChannel,
    CaseField,
    CaseKind,
    Complainant,
    Duty,
    Injury,
    InjuryDecision,
    LetterKind,
    Recipient,
    Said,
    Service,
)
from kundcenter.domain.case_files import ImportedCase
from kundcenter.domain.case_terms import CATEGORIES, TIMES, Category
from kundcenter.domain.cases import CaseDraft, CaseFacts, FieldEdit
from tests.ground import MAN, NUMBER, Ground, identity
from tests.services.shift_record import Records

ODD = "Test \u2028å😀"
TO = "test@example.com"


def cases(ground: Ground, written: Records, call: UUID, unit: UUID) -> UUID:
    """Every verb of cases but the chief's; whoever sits there leads.

    Returns a case with a suspected care injury that nobody has decided about.
    """
    desk = ground.desk
    terms = (*CATEGORIES, Category("10", ODD), Category("10.1", ODD, ended=True))
    desk.case_terms.publish(terms, TIMES, upon=0, demonstration=True)
    desk.case_terms.publish(terms, replace(TIMES, answer_weeks=3), upon=1, comment=ODD)
    facts = _facts(written, unit)
    draft = CaseDraft(facts, CaseChannel.TELEPHONE, confirmed=AnswerBy.TELEPHONE)
    id = desk.cases.register(draft, call_id=call).the("case")
    _edited(ground, id, facts)
    _moved(ground, id)
    _written(ground, id)
    _over(ground)
    desk.cases.import_(_imported(ground))
    return id


def decided(ground: Ground, case_id: UUID) -> None:
    """The medical lead takes the administrator's seat, and then gives it back."""
    ground.sign_in("lena")
    ground.desk.cases.decide(case_id, InjuryDecision.LEX_MARIA, ODD)
    ground.desk.cases.decide(case_id, InjuryDecision.DEVIATION, f"Ändå inte\n{ODD}")
    ground.sign_in("admin")


def _facts(written: Records, unit: UUID) -> CaseFacts:
    return CaseFacts(
        complainant=Complainant.RELATIVE,
        name=ODD,
        relation="Dotter",
        consent=Said.YES,
        person=str(written.woman),
        patient=ODD,
        number=NUMBER,
        address=f"Testgatan 1\n{ODD}",
        email=TO,
        answer_by=AnswerBy.LETTER,
        event="2026",
        unit=str(unit),
        provider="Test AB",
        words=f"  Ingen ringde.\n{ODD}",
        summary=ODD,
        wanted="En ursäkt",
        child=Said.NO,
        language="ar",
        injury=Injury.SUSPECTED,
        protected=Said.NO,
        category="10",
        recipient=Recipient.CARE_PROVIDER,
        heard=Said.NO,
        registry="RJL 2026/1",
    )


def _edited(ground: Ground, id: UUID, facts: CaseFacts) -> None:
    """Two say different things of one field, and somebody chooses."""
    edits = ground.desk.cases.edit
    edits(id, (FieldEdit(CaseField.SUMMARY, facts.summary, "Ringde aldrig"),))
    edits(
        id,
        (
            FieldEdit(CaseField.SUMMARY, facts.summary, "Ringde för sent"),
            FieldEdit(CaseField.EVENT, facts.event, ""),
        ),
    )
    (difference,) = ground.desk.cases.get(id).conflicts
    ground.desk.cases.choose(id, difference.id, ODD)
    ground.desk.cases.comment(id, f"Ringde verksamheten\n{ODD}")


def _moved(ground: Ground, id: UUID) -> None:
    cases, me = ground.desk.cases, ground.desk.seat.actor.operator_id
    day = ground.clock.at.date() + timedelta(days=40)
    cases.confirm(id, AnswerBy.LETTER)  # once more, by letter
    cases.assign(id, me, upon=cases.get(id).case.version, text=ODD)
    cases.begin(id)
    cases.ask(id, ODD, by_way=AnswerBy.LETTER, waits=True, day=day)
    cases.resume(id, ODD)
    cases.ask(id, "Chefen är sjuk", by_way=AnswerBy.TELEPHONE, waits=False, day=day)
    cases.inform(id, (Duty.IVO, Duty.EVENT))
    cases.answer(id, f"Vi ber om ursäkt.\n{ODD}", by_way=AnswerBy.LETTER)


def _written(ground: Ground, id: UUID) -> None:
    cases = ground.desk.cases
    cases.take_letter(id, LetterKind.ANSWER, f"Vi ber om ursäkt.\n{ODD}")
    cases.take_mail(id, LetterKind.CONFIRMATION, TO, allowed=("@example.com",))
    cases.note_mailed(id, LetterKind.CONFIRMATION, failed=False)
    cases.note_mailed(id, LetterKind.CONFIRMATION, failed=True)


def _over(ground: Ground) -> None:
    """One that is closed, remarked upon, seen to and reopened, one taken back, one handed over."""
    cases = ground.desk.cases
    plain = CaseFacts(kind=CaseKind.PRAISE, complainant=Complainant.ANONYMOUS, words=ODD)
    told = CaseDraft(plain, CaseChannel.LETTER, ground.clock.at - timedelta(days=9))
    praise, view, service = (
        cases.register(each).the("case")
        for each in (
            told,
            CaseDraft(replace(plain, kind=CaseKind.VIEW)),
            CaseDraft(replace(plain, kind=CaseKind.E_SERVICE), service=Service.CERTIFICATE),
        )
    )
    cases.close(praise, upon=0)
    cases.comment(praise, ODD)
    cases.close(praise, upon=2)
    cases.reopen(praise, upon=3, text=ODD)
    cases.withdraw(view, ODD)
    cases.hand_over(service, Recipient.OTHER_PROVIDER, ODD)


def _imported(ground: Ground) -> tuple[ImportedCase, ...]:
    row = ImportedCase(
        1,
        "1\u00e5",
        Service.CONTACT_US,
        CaseKind.E_SERVICE,
        ground.clock.at - timedelta(days=2),
        CaseFacts(kind=CaseKind.E_SERVICE, words=ODD, answer_by=AnswerBy.INBOX),
        hsa_id="SE0000000001-VC1",
        identity=identity(MAN),
        given_name="Åke",
        family_name=ODD,
    )
    return row, replace(row, row=2, source="2", identity=None, hsa_id="")
