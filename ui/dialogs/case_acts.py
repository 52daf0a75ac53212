"""What is done with a case: confirmed, answered, taken back, closed, taken up again, decided."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseKind,
    Complainant,
    Duty,
    InjuryDecision,
    Said,
)
from kundcenter.domain.cases import Case, ToldCase
from ui.badges import Badge
from ui.case_keeper import CaseKeeper
from ui.dialogs.case_act import CaseActDialog
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.widgets.banner import Banner
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.tick_row import TickRow

translate = QCoreApplication.translate


class ConfirmDialog(CaseActDialog):
    """The complainant knows that it has come in, and how long it takes."""

    def __init__(
        self, tasks: Tasks, services: Services, case: Case, parent: QWidget | None = None
    ) -> None:
        words = translate(
            "ConfirmDialog", "Säg eller skicka: ärendet har nummer {number} hos oss."
        ).format(number=case.number)
        if case.kind is CaseKind.E_SERVICE:
            times = CaseKeeper.of(tasks, services).times
            words = translate(
                "ConfirmDialog",
                "Standardtexten: Tack, vi har tagit emot ditt ärende. Du får svar inom"
                " {fewest}–{most} vardagar. Klockan för svaret går vidare.",
            ).format(fewest=times.service_days, most=times.said_days)
        super().__init__(
            tasks,
            services,
            case,
            translate("ConfirmDialog", "Bekräfta mottagandet"),
            name="confirm",
            sentence=words,
            primary=translate("ConfirmDialog", "Bekräftat"),
            told=translate("ConfirmDialog", "Mottagandet är bekräftat."),
            parent=parent,
        )
        self.way = self.add_way(self.tr("Hur bekräftades det?"), case.facts.answer_by)

    def verb(self) -> Callable[[], object] | None:
        way = AnswerBy(self.way.value or AnswerBy.TELEPHONE)
        return partial(self._services.cases.confirm, self._case.id, way)


class ResumeDialog(CaseActDialog):
    """The complainant was heard."""

    def __init__(
        self, tasks: Tasks, services: Services, case: Case, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tasks,
            services,
            case,
            translate("ResumeDialog", "Svar på motfrågan har kommit"),
            name="resume",
            sentence=translate("ResumeDialog", "Klockan för svaret går igen."),
            primary=translate("ResumeDialog", "Gå vidare"),
            told=translate("ResumeDialog", "Klockan går igen."),
            parent=parent,
        )
        self.text = self.add_text(self.tr("Vad svaret var"))
        self.remember()

    def verb(self) -> Callable[[], object] | None:
        return partial(self._services.cases.resume, self._case.id, self.text.text())


class AnswerDialog(CaseActDialog):
    """What happened and what is done about it (PSL 3 kap. 8 b §)."""

    def __init__(
        self, tasks: Tasks, services: Services, case: Case, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tasks,
            services,
            case,
            translate("AnswerDialog", "Besvara"),
            name="answer",
            primary=translate("AnswerDialog", "Besvarat"),
            told=translate("AnswerDialog", "Ärendet är besvarat."),
            parent=parent,
        )
        facts = case.facts
        if facts.complainant in {Complainant.RELATIVE, Complainant.OTHER} and (
            facts.consent is not Said.YES
        ):
            words = self.tr(
                "Patientens samtycke finns inte. Lämna inget som sekretessen hindrar"
                " (PSL 3 kap. 8 c §)."
            )
            self.add(Banner(words, ToneName.WARNING, icon="shield", wrap=True))
        self.text = self.add_text(
            self.tr("Svaret"), self.tr("Vad som hände, och vad som görs åt det.")
        )
        self.way = self.add_way(self.tr("Hur lämnas svaret?"), facts.answer_by)
        self.remember()

    def verb(self) -> Callable[[], object] | None:
        text = self.needs(self.text, self.tr("Skriv vad svaret är."))
        if text is None:
            return None
        way = AnswerBy(self.way.value or AnswerBy.TELEPHONE)
        return partial(self._services.cases.answer, self._case.id, text, by_way=way)


class WithdrawDialog(CaseActDialog):
    """Whoever complained takes it back."""

    def __init__(
        self, tasks: Tasks, services: Services, case: Case, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tasks,
            services,
            case,
            translate("WithdrawDialog", "Tas ärendet tillbaka?"),
            name="withdraw",
            sentence=translate("WithdrawDialog", "Bara den som klagade kan ta det tillbaka."),
            primary=translate("WithdrawDialog", "Återtaget"),
            told=translate("WithdrawDialog", "Ärendet är återtaget."),
            danger=True,
            parent=parent,
        )
        self.text = self.add_text(self.tr("Vad som sades"))
        self.remember()

    def verb(self) -> Callable[[], object] | None:
        text = self.needs(self.text, self.tr("Skriv vad den som klagade sade."))
        if text is None:
            return None
        return partial(self._services.cases.withdraw, self._case.id, text)


class CloseDialog(CaseActDialog):
    """It is done with; of one that is over already, that what came in since has been seen."""

    def __init__(
        self, tasks: Tasks, services: Services, case: Case, parent: QWidget | None = None
    ) -> None:
        words = ""
        if case.over:
            words = translate(
                "CloseDialog", "Något kom in sedan ärendet avslutades. Märkningen tas bort."
            )
        elif case.answered_at is None and case.facts.answerable:
            words = translate("CloseDialog", "Ärendet är inte besvarat. Skriv varför det avslutas.")
        super().__init__(
            tasks,
            services,
            case,
            translate("CloseDialog", "Avsluta ärendet"),
            name="close",
            sentence=words,
            primary=translate("CloseDialog", "Avsluta"),
            told=translate("CloseDialog", "Ärendet är avslutat."),
            parent=parent,
        )
        self.text = self.add_text(self.tr("Varför, om det behövs"))
        self.remember()

    def verb(self) -> Callable[[], object] | None:
        case, text = self._case, self.text.text()
        return partial(self._services.cases.close, case.id, upon=case.version, text=text)


class ReopenDialog(CaseActDialog):
    """It is taken up again."""

    def __init__(
        self, tasks: Tasks, services: Services, case: Case, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tasks,
            services,
            case,
            translate("ReopenDialog", "Öppna ärendet igen"),
            name="reopen",
            primary=translate("ReopenDialog", "Öppna igen"),
            told=translate("ReopenDialog", "Ärendet är öppet igen."),
            parent=parent,
        )
        self.text = self.add_text(self.tr("Varför"))
        self.remember()

    def verb(self) -> Callable[[], object] | None:
        text = self.needs(self.text, self.tr("Skriv varför det öppnas igen."))
        case = self._case
        if text is None:
            return None
        return partial(self._services.cases.reopen, case.id, upon=case.version, text=text)


class CommentDialog(CaseActDialog):
    """A remark; to a case that is over too, which is flagged by it."""

    def __init__(
        self, tasks: Tasks, services: Services, case: Case, parent: QWidget | None = None
    ) -> None:
        words = ""
        if case.over:
            words = translate("CommentDialog", "Ärendet är slut. Det märks, så att någon ser det.")
        super().__init__(
            tasks,
            services,
            case,
            translate("CommentDialog", "Kommentar"),
            name="comment",
            sentence=words,
            primary=translate("CommentDialog", "Lägg till"),
            told=translate("CommentDialog", "Kommentaren är tillagd."),
            parent=parent,
        )
        self.text = self.add_text(self.tr("Kommentar"))
        self.remember()

    def verb(self) -> Callable[[], object] | None:
        text = self.needs(self.text, self.tr("Skriv något först."))
        return None if text is None else partial(self._services.cases.comment, self._case.id, text)


class DecideDialog(CaseActDialog):
    """The chief medical officer's decision about lex Maria (PSL 3 kap. 5 §)."""

    def __init__(
        self, tasks: Tasks, services: Services, case: Case, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tasks,
            services,
            case,
            translate("DecideDialog", "Beslut om vårdskada"),
            name="decide",
            sentence=translate(
                "DecideDialog",
                "En händelse som har eller kunde ha medfört en allvarlig vårdskada"
                " anmäls snarast till IVO.",
            ),
            primary=translate("DecideDialog", "Besluta"),
            told=translate("DecideDialog", "Beslutet är skrivet."),
            parent=parent,
        )
        decisions = [each for each in InjuryDecision if each is not InjuryDecision.UNDECIDED]
        row = ChoiceRow(self.tr("Beslut"), [Choice(each, Badge(label(each))) for each in decisions])
        self.decision = self._add("decision", row)
        if case.decision is not InjuryDecision.UNDECIDED:
            self.decision.choose(case.decision)
        self.text = self.add_text(self.tr("Skäl"))
        self.remember()

    def verb(self) -> Callable[[], object] | None:
        if not self.decision.value:
            self.decision.show_error(self.tr("Välj vad beslutet är."))
            self.decision.take_focus()
            return None
        text = self.needs(self.text, self.tr("Skriv skälet till beslutet."))
        if text is None:
            return None
        decision = InjuryDecision(self.decision.value)
        return partial(self._services.cases.decide, self._case.id, decision, text)


class InformDialog(CaseActDialog):
    """What the patient was told of after a care injury (PSL 3 kap. 8 §)."""

    def __init__(
        self, tasks: Tasks, services: Services, told: ToldCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tasks,
            services,
            told.case,
            translate("InformDialog", "Vad patienten har informerats om"),
            name="inform",
            sentence=translate(
                "InformDialog",
                "Efter en vårdskada ska patienten snarast få veta allt detta, och det ska stå"
                " i journalen.",
            ),
            primary=translate("InformDialog", "Informerat"),
            told=translate("InformDialog", "Det är noterat vad patienten har fått veta."),
            parent=parent,
        )
        done = {step.duty for step in told.steps if step.act is CaseAct.INFORMED}
        left = [each for each in Duty if each not in done]
        known = [label(each) for each in Duty if each in done]
        if known:
            words = self.tr("Redan sagt: {what}.").format(what=", ".join(known))
            self.add(Banner(words, ToneName.SUCCESS, icon="check", wrap=True))
        marks = [str(list(Duty).index(each) + 1) for each in left]
        boxes = [(each.value, label(each), mark) for each, mark in zip(left, marks, strict=True)]
        self.duties = self._add("duties", TickRow(self.tr("Sagt nu"), boxes)) if left else None
        self.primary.setEnabled(bool(left))

    def verb(self) -> Callable[[], object] | None:
        ticked = tuple(Duty(each) for each in self.duties.values) if self.duties else ()
        if not ticked:
            if self.duties is not None:
                self.duties.show_error(self.tr("Kryssa för det som har sagts."))
            return None
        return partial(self._services.cases.inform, self._case.id, ticked)
