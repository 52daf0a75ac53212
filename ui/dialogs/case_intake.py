"""Take in a complaint, a view, praise or a question: while one talks, and before one hangs up.

The form is beside what follows from it: the clocks, and who is to have the matter.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calendar import local
from kundcenter.domain.case_clocks import answer_day
from kundcenter.domain.case_codes import AnswerBy, ClockKind, Duty
from kundcenter.domain.case_fields import lacks
from kundcenter.domain.case_routing import proposals, wished
from kundcenter.domain.case_states import taken_in
from kundcenter.domain.case_terms import CATEGORIES, TIMES, CaseTerms
from kundcenter.domain.cases import Case, CaseDraft
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.dialogs.case_intake_clocks import ClocksCard
from ui.dialogs.case_intake_form import CaseForm
from ui.dialogs.case_intake_kept import KeptIntake, subject_of
from ui.dialogs.case_intake_parts import IntakeAbout
from ui.dialogs.case_intake_routes import RoutesCard
from ui.dialogs.case_taken import CaseTakenDialog
from ui.dialogs.find_person import FindPersonDialog
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import by_hand
from ui.keys import keys
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.dialog import MARGIN, Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE, HIGH, SIDE, LOWEST = 1240, 1040, 360, 160  # pixels
MOST = 0.32  # of the window, for what stands beside the form
NOBODY = UUID(int=0)


class CaseIntakeDialog(Dialog):
    """`taken` carries the id of the case when it stands."""

    taken = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        about: IntakeAbout | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CaseIntakeDialog", "Ta emot klagomål, synpunkt, beröm eller fråga"),
            sentence=translate(
                "CaseIntakeDialog", "Det blir ett ärende för sig och hör inte till journalen."
            ),
            primary=translate("CaseIntakeDialog", "Registrera"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._about = about or IntakeAbout()
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._categories, self._times = CATEGORIES, TIMES
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self.form = CaseForm(self._keeper, self._about)
        self.form.what.offer(each for each in CATEGORIES if not each.ended)
        self.clocks, self.routes = ClocksCard(), RoutesCard()
        self._side = Page("none", "m")
        self.lacking = Text("", role="muted", wrap=True)
        self.print = Button(
            self.tr("Registrera och skriv ut"), icon="print", keys=Action.CASE_INTAKE_PRINT
        )
        self._lay_out()
        parts = {**self.form.kept(), "recipient": self.routes}
        kept = KeptIntake(self, tasks, services, subject_of(self._about), parts)
        kept.given_back.connect(self._on_given_back)
        self._at_first, self._warned = self._texts(), False
        self.form.changed.connect(self._on_written)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_what_follows)
        self.form.changed.connect(self._later.start)
        self.form.find_wanted.connect(self._find)
        self.print.clicked.connect(lambda: self._save(printed=True))
        self._print_key = keys().bind(self, Action.CASE_INTAKE_PRINT, self.print.click)
        self.confirmed.connect(self._save)
        tasks.changed.connect(self._on_changed)
        self._ask_terms()
        self._show_what_follows()

    def open(self) -> None:
        """One begins with what is said."""
        super().open()
        self.form.telling.words.setFocus()

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        self.print.setEnabled(not busy)

    def reject(self) -> None:
        """What a caller has said is not lost by one stroke of Esc."""
        if not self._warned and self._texts() != self._at_first and by_hand(self):
            self._warned = True
            self._trouble.say(
                self.tr("Det är inte registrerat. Tryck Esc igen om texten ska kastas.")
            )
            self._trouble.show()
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Beside the form PgUp and PgDown turn what stands there."""
        focus = QApplication.focusWidget()
        turns = event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if turns and focus is not None and self._side.isAncestorOf(focus):
            self._side.turn(down=event.key() == Qt.Key.Key_PageDown)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        page, side = Page("none", "m"), self._side
        page.body.addWidget(self.form)
        page.body.addStretch(1)
        lacking = Card(self.tr("Att fråga om"), icon="help")
        lacking.body.addWidget(self.lacking)
        for card in (self.clocks, self.routes, lacking):
            side.body.addWidget(card)
        side.body.addStretch(1)
        held = QWidget()
        spaced(QVBoxLayout(held)).addWidget(side)
        room = self.host.width() if self.host is not None else WIDE
        held.setFixedWidth(round(min(SIDE * current().metrics.scale, room * MOST)))
        beside = spaced(QHBoxLayout(), gap="l")
        beside.addWidget(page, 1)
        beside.addWidget(held)
        self._trouble.hide()
        spaced(self.body, gap="m")
        self.body.addWidget(self._trouble)
        self.body.addLayout(beside, 1)
        self.add_act(self.print)
        self._fit(page)

    def _fit(self, page: Page) -> None:
        """As high as the window allows; what comes above the form takes room from it."""
        scale, host = current().metrics.scale, self.host
        wide, high = round(WIDE * scale), round(HIGH * scale)
        if host is not None:
            wide, high = min(wide, host.width() - MARGIN), min(high, host.height() - MARGIN)
        self.setMinimumWidth(wide)
        for each in (page, self._side):
            each.setMinimumHeight(LOWEST)
        self.resize(wide, high)

    # -- what follows from what is written -----------------------------------------------------

    def _ask_terms(self) -> None:
        terms = self._services.case_terms.current
        self._tasks.run(self, terms, self._on_terms, lambda _: None, topic="terms")

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("case_terms"):
            self._ask_terms()

    def _on_terms(self, terms: CaseTerms | None) -> None:
        if terms is not None:
            self._categories, self._times = terms.categories, terms.times
            self.form.what.offer(each for each in self._categories if not each.ended)
            self._show_what_follows()

    def _texts(self) -> tuple[str, ...]:
        """What is written by hand; a choice is soon made again."""
        parts = self.form.kept().values()
        return tuple(each.text().strip() for each in parts if isinstance(each, Field | TextArea))

    def _on_written(self) -> None:
        """A warning holds for what stood there then."""
        if self._warned:
            self._warned = False
            self._trouble.hide()

    def _on_given_back(self) -> None:
        self.form.show_parts()
        self._show_what_follows()

    def _show_what_follows(self) -> None:
        facts, now = self.form.facts, self._keeper.now
        found = proposals(facts, local(now).date(), self.form.wishes)
        self.routes.show_proposals(found)
        self.clocks.show_case(self._case(self._draft()), self._times, now)
        missing = [label(name) for name in lacks(facts)]
        self.lacking.setText(", ".join(missing) if missing else self.tr("Allt är frågat."))
        self.print.setVisible(facts.answerable)
        self._print_key.setEnabled(facts.answerable)

    def _draft(self) -> CaseDraft:
        return self.form.draft(self.routes.value)

    def _case(self, draft: CaseDraft) -> Case:
        """As it would stand, were it registered now."""
        return taken_in(draft, id=NOBODY, at=self._keeper.now, by=NOBODY, care_unit="")

    def _find(self) -> None:
        dialog = FindPersonDialog(self._tasks, self._services, self)
        dialog.found.connect(lambda _: self.form.take_person(dialog.table.current))
        dialog.open()

    # -- taking in -----------------------------------------------------------------------------

    def _save(self, *, printed: bool = False) -> None:
        if not self.primary.isEnabled() or not self.form.complete():
            return
        draft, duties = self._draft(), self.form.duties
        if draft.confirmed is AnswerBy.LETTER:  # not before the letter is printed
            draft, printed = replace(draft, confirmed=AnswerBy.UNSAID), True
        self._trouble.hide()
        self.set_busy(True)
        remark = wished(self.form.wishes)
        verb = partial(_taken, self._services, draft, self._about.call_id, duties, remark)
        self._tasks.run(self, verb, partial(self._on_taken, draft, printed), self._refuse)

    def _on_taken(
        self, draft: CaseDraft, printed: bool, done: tuple[Changes, KundcenterError | None]
    ) -> None:
        changes, error = done
        self._tasks.announce(changes)
        case, case_id, host = self._case(draft), changes.of("case")[0], self.parentWidget()
        answered = any(each.kind is ClockKind.ANSWER for each in self.clocks.shown)
        self.taken.emit(case_id)
        self.accept()
        warned = ""
        if error is not None:
            warned = self.tr("Allt som sades är inte noterat: {why}")
        dialog = CaseTakenDialog(
            self._tasks,
            self._services,
            case_id,
            answer_day(case, self._times) if answered else None,
            answerable=draft.facts.answerable,
            confirmed=draft.confirmed is not AnswerBy.UNSAID,
            injured=draft.facts.injured,
            warned=warned.format(why=sentence(error)) if error is not None else "",
            parent=host,
        )
        dialog.open()
        if printed and draft.facts.answerable:
            dialog.show_letter()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if self.form.show_wrong(str(error.facts.get("field", "")), sentence(error)):
            return
        self._trouble.say(sentence(error))
        self._trouble.show()
        QTimer.singleShot(0, self, self.make_room)


def _taken(
    services: Services,
    draft: CaseDraft,
    call_id: UUID | None,
    duties: tuple[Duty, ...],
    remark: str,
) -> tuple[Changes, KundcenterError | None]:
    """On the store's thread: the case, what the caller wants besides, and what they were told.

    What comes after the case may be refused without it.
    """
    changes = services.cases.register(draft, call_id=call_id)
    case_id, told = changes.the("case"), list(changes.items)
    try:
        if remark:
            told += services.cases.comment(case_id, remark).items
        if duties:
            told += services.cases.inform(case_id, duties).items
    except KundcenterError as error:
        return Changes(tuple(told)), error
    return Changes(tuple(told)), None
