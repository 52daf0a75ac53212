"""What operators do with cases: often two of them with one case at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

from kundcenter.domain.calendar import local
from kundcenter.domain.case_codes import (
    AnswerBy,
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
from kundcenter.domain.case_terms import CATEGORIES, CaseTimes
from kundcenter.domain.cases import Case, CaseDraft, CaseFacts, FieldEdit
from tests.ground import CHILD, WOMAN, identity
from tests.sync.simulator.choosing import Chooser, NothingThere
from tests.sync.simulator.places import Place

OPEN = "stage NOT IN ('AVSLUTAD', 'OVERLAMNAD', 'ATERTAGEN')"
KINDS = (CaseKind.COMPLAINT, CaseKind.VIEW, CaseKind.ADVICE)  # of which a nurse answers the last
VALUES: dict[CaseField, tuple[str, ...]] = {
    CaseField.SUMMARY: ("Ingen ringde", "Ingen ringde upp", 'Det\'s "så" \\ 50%% 😀', ""),
    CaseField.WANTED: ("En ursäkt", "Ersättning"),
    CaseField.NAME: ("Test Annat", ""),
    CaseField.EVENT: ("2026", "2026-10", "2026-11-02", ""),
    CaseField.CATEGORY: ("3.4", "6.1"),
    CaseField.INJURY: (*Injury,),
    CaseField.COMPLAINANT: (Complainant.PATIENT, Complainant.ANONYMOUS),
    CaseField.ANSWER_BY: (AnswerBy.LETTER, AnswerBy.NOT),
    CaseField.CHILD: (*Said,),
}


class CaseActs(Chooser):
    """One operator's next act, by how often it is done."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self.mix: dict[Callable[[Place], object], int] = {
            self._case_register: 5,
            self._case_import: 3,
            self._case_edit: 14,
            self._case_choose: 6,
            self._case_comment: 4,
            self._case_confirm: 4,
            self._case_assign: 5,
            self._case_begin: 4,
            self._case_ask: 4,
            self._case_resume: 5,
            self._case_answer: 3,
            self._case_hand_over: 3,
            self._case_withdraw: 3,
            self._case_close: 5,
            self._case_reopen: 6,
            self._case_decide: 3,
            self._case_inform: 3,
            self._case_letter: 3,
            self._case_terms: 3,
        }

    def _case_register(self, place: Place) -> None:
        facts = CaseFacts(
            kind=self._rng.choice(KINDS),
            complainant=Complainant.PATIENT,
            person=str(self._person(place)),
            answer_by=AnswerBy.LETTER,
            words=self._text(),
            injury=self._rng.choice([Injury.UNSAID, Injury.SUSPECTED]),
        )
        confirmed = self._rng.choice([AnswerBy.UNSAID, AnswerBy.TELEPHONE])
        place.desk.cases.register(CaseDraft(facts, confirmed=confirmed))

    def _case_import(self, place: Place) -> None:
        """Of one e-service's file, which other desks bring in too."""
        rows = [self._row(place, at) for at in self._rng.sample(range(1, 7), 2)]
        place.desk.cases.import_(tuple(rows))

    def _row(self, place: Place, at: int) -> ImportedCase:
        facts = CaseFacts(kind=CaseKind.ADVICE, words="Jag har feber", answer_by=AnswerBy.INBOX)
        return ImportedCase(
            row=at,
            source=f"C-{at}",
            service=Service.CHAT,
            kind=CaseKind.ADVICE,
            received_at=place.clock() - timedelta(minutes=at),
            facts=facts,
            identity=identity(self._rng.choice((WOMAN, CHILD))),
            given_name="Test",
            family_name="Person",
        )

    def _case_edit(self, place: Place) -> None:
        """Some fields, to what another may want too."""
        case = self._case(place)
        some = self._rng.sample(sorted(VALUES), self._rng.randrange(1, 4))
        wanted = {name: self._rng.choice(VALUES[name]) for name in some}
        edits = (FieldEdit(name, case.facts.value(name), new) for name, new in wanted.items())
        place.desk.cases.edit(case.id, tuple(edits))

    def _case_choose(self, place: Place) -> None:
        told = place.desk.cases.get(self._one(place, "cases", "conflicts > 0"))
        if not told.conflicts:
            raise NothingThere("conflicts")
        differs = self._rng.choice(told.conflicts)
        value = self._rng.choice([differs.new, differs.stood])
        place.desk.cases.choose(told.case.id, differs.id, value)

    def _case_comment(self, place: Place) -> None:
        where = OPEN if self._rng.random() < 0.7 else "1 = 1"
        place.desk.cases.comment(self._one(place, "cases", where), self._text())

    def _case_confirm(self, place: Place) -> None:
        place.desk.cases.confirm(self._case(place).id, AnswerBy.LETTER)

    def _case_assign(self, place: Place) -> None:
        case, me = self._case(place), place.desk.seat.actor.operator_id
        to = self._rng.choice([me, None, self._one(place, "operators", "disabled_at IS NULL")])
        place.desk.cases.assign(case.id, to, upon=case.version)

    def _case_begin(self, place: Place) -> None:
        place.desk.cases.begin(self._case(place).id)

    def _case_ask(self, place: Place) -> None:
        waits = self._rng.random() < 0.7
        day = local(place.clock()).date() + timedelta(days=self._rng.randrange(1, 60))
        place.desk.cases.ask(
            self._case(place).id,
            "Vilken dag var det?",
            by_way=AnswerBy.LETTER,
            waits=waits,
            day=None if waits and self._rng.random() < 0.5 else day,
        )

    def _case_resume(self, place: Place) -> None:
        place.desk.cases.resume(self._one(place, "cases", "stage = 'MOTFRAGA'"), self._text())

    def _case_answer(self, place: Place) -> None:
        place.desk.cases.answer(self._case(place).id, self._text(), by_way=AnswerBy.LETTER)

    def _case_hand_over(self, place: Place) -> None:
        to = self._rng.choice([Recipient.PATIENT_BOARD, Recipient.IVO, Recipient.OTHER_PROVIDER])
        place.desk.cases.hand_over(self._case(place).id, to, "Vill ha stöd")

    def _case_withdraw(self, place: Place) -> None:
        place.desk.cases.withdraw(self._case(place).id, "Tar tillbaka")

    def _case_close(self, place: Place) -> None:
        where = f"({OPEN} AND conflicts = 0) OR flagged"
        case = self._case(place, where)
        place.desk.cases.close(case.id, upon=case.version, text="Nöjd")

    def _case_reopen(self, place: Place) -> None:
        case = self._case(place, f"NOT {OPEN}")
        place.desk.cases.reopen(case.id, upon=case.version, text="Ringde igen")

    def _case_decide(self, place: Place) -> None:
        case = self._one(place, "cases", "alerted_at IS NOT NULL")
        decision = self._rng.choice([each for each in InjuryDecision if each])
        place.desk.cases.decide(case, decision, self._text())

    def _case_inform(self, place: Place) -> None:
        place.desk.cases.inform(self._case(place).id, (self._rng.choice(list(Duty)),))

    def _case_letter(self, place: Place) -> None:
        kind = self._rng.choice([LetterKind.CONFIRMATION, LetterKind.ANSWER])
        text = "" if kind is LetterKind.CONFIRMATION else "Så här var det"
        place.desk.cases.take_letter(self._case(place).id, kind, text)

    def _case_terms(self, place: Place) -> None:
        latest = place.desk.case_terms.current()
        times = CaseTimes(answer_weeks=self._rng.randrange(2, 8))
        place.desk.case_terms.publish(CATEGORIES, times, upon=latest.number if latest else 0)

    def _case(self, place: Place, where: str = "") -> Case:
        """Mostly one that is not over, as it is seen at the desk."""
        if not where:
            where = OPEN if self._rng.random() < 0.9 else "1 = 1"
        return place.desk.cases.get(self._one(place, "cases", where)).case
