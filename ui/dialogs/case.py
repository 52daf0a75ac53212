"""An open case: what is known of it, its clocks, what was done, and everything one does with it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.case_codes import CaseField
from kundcenter.domain.case_numbers import case_number
from kundcenter.domain.cases import Case, CaseEdit, FieldEdit, ToldCase
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.case_keeper import CaseKeeper
from ui.case_told import person_words, value_words
from ui.dialogs.case_aside import ClocksCard, StepsPart
from ui.dialogs.case_conflicts import ConflictsPart
from ui.dialogs.case_doing import CaseDoing
from ui.dialogs.case_facts import FactsPart, KeptFacts
from ui.dialogs.case_head import CaseActLines, CaseHead
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import by_hand
from ui.link import Marks
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.unit_source import DirectoryUnits
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.page import Page
from ui.widgets.speech import announce
from ui.widgets.text import Text

WIDE, HIGH = 1180, 900  # pixels
LOWEST, NARROW = 110, 430  # of the columns
MARGIN = 48


class CaseDialog(Dialog):
    """`said` carries a sentence when something is done.  It stays open until it is put away.

    It follows what others do with the case meanwhile; each look leaves an access record.
    """

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, case_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CaseDialog", "Ärende {number}").format(number=case_number(case_id)),
            primary=translate("CaseDialog", "Spara ändringarna"),
            secondary=translate("CaseDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services, self._case_id = tasks, services, case_id
        self._keeper = CaseKeeper.of(tasks, services)
        self._units = DirectoryKeeper.of(tasks, services)
        self._marks = Marks.of(tasks, services)
        self._told: ToldCase | None = None
        self._facts: FactsPart | None = None
        self._warned = self._stale = self._saving = False
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._protected = Banner(
            self.tr(
                "Skyddade uppgifter: lämna inte ut namn, adress, nummer eller e-post."
                " Brev går genom Skatteverket."
            ),
            ToneName.WARNING,
            icon="shield",
            wrap=True,
        )
        self.conflicts = ConflictsPart()
        self.clocks, self.steps = ClocksCard(), StepsPart()
        self._doing = CaseDoing(tasks, services, self, self.value)
        self._doing.said.connect(self._on_said)
        self._doing.refused.connect(self._say)
        self._doing.look_again.connect(self._look)
        self.head, self.acts = CaseHead(), CaseActLines()
        self.acts.struck.connect(self._act)
        self.primary.answer_to(Action.CASE_SAVE, cap=True)
        self.told_done = Text("", Type.SMALL, role="success")
        self._foot.insertWidget(0, self.told_done)
        self._lay_out()
        self.confirmed.connect(self._save)
        self.conflicts.chosen.connect(self._choose)
        self.conflicts.other_wanted.connect(self._ask_other)
        tasks.changed.connect(self._on_changed)
        self._marks.changed.connect(self._show_head)
        self._keeper.changed.connect(self._show_times)
        self._units.changed.connect(self._know)
        self._look()

    # -- looking -------------------------------------------------------------------------------

    def _look(self) -> None:
        self.busy_bar.set_busy(True)
        verb = partial(self._services.cases.get, self._case_id)
        self._tasks.run(self, verb, self._show, self._not_shown, topic="case")

    def _not_shown(self, error: KundcenterError) -> None:
        """Behind a lock nothing can be asked: then when it is shown again."""
        self._stale = True
        self._say(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._look()

    def _on_changed(self, changes: Changes) -> None:
        if self._case_id in changes.of("case"):
            self._look()

    def _show(self, told: ToldCase) -> None:
        first = self._told is None
        self._told, self._stale = told, False
        self.busy_bar.set_busy(False)
        self._trouble.hide()
        facts = self._facts or self._made_facts(told.case)
        self._know()
        facts.show_facts(told.case.facts, person_words(told))
        self._protected.setVisible(told.protected)
        words = {each: self._both(told, each) for each in told.conflicts}
        self.conflicts.show_conflicts(told, words)
        self._show_head()
        self._show_times()
        self.acts.show_case(told.case, self._keeper)
        if first:
            KeptFacts(self, self._tasks, self._services, self._case_id, facts)
            self._take_focus()

    def _take_focus(self) -> None:
        """Where a stray key writes nothing."""
        waiting = self._told is not None and self._told.conflicts
        (self.conflicts.keep if waiting else self.steps.table).setFocus()

    def _made_facts(self, case: Case) -> FactsPart:
        made = self._facts = FactsPart(case.kind, self.value)
        made.changed.connect(self._on_written)
        made.person_wanted.connect(self._find_person)
        self._page.body.addWidget(made)
        self._begin()  # the fields have come: Tab goes through them too
        return made

    def _know(self) -> None:
        if self._facts is not None:
            self._facts.know_units(DirectoryUnits(self._units.directory))
            self._facts.know_categories(self._keeper.categories)

    def _show_head(self) -> None:
        if self._told is not None:
            self.head.show_case(self._told, self._marks.badge("case", self._case_id))

    def _show_times(self) -> None:
        if self._told is not None:
            now = self._keeper.now
            self.clocks.show_clocks(self._told, self._keeper.times, now)
            self.steps.show_steps(self._told, now)

    def _both(self, told: ToldCase, edit: CaseEdit) -> tuple[str, str]:
        stands = told.case.facts.value(edit.name)
        if edit.name is CaseField.PERSON and told.person is not None:
            return person_words(told), self.tr("En annan patient")
        return self.value(edit.name, stands), self.value(edit.name, edit.new)

    def value(self, name: CaseField, value: str) -> str:
        """A field's value as it is read."""
        categories = {each.code: each.label for each in self._keeper.categories}
        return value_words(name, value, self._units.name, categories)

    # -- writing -------------------------------------------------------------------------------

    def _on_written(self) -> None:
        edits = self._facts.edits if self._facts is not None else ()
        self._warned = self._warned and bool(edits)
        words = self.tr("Spara ändringarna")
        if edits:
            words = self.tr("Spara {count} ändringar").format(count=len(edits))
        if len(edits) == 1:
            words = self.tr("Spara ändringen")
        self.primary.setText(words)
        self.primary.setAccessibleName(words)
        self.primary.setEnabled(bool(edits) and not self._saving)

    def _save(self) -> None:
        edits = self._facts.edits if self._facts is not None else ()
        if edits:
            self._send(edits)

    def _send(self, edits: tuple[FieldEdit, ...]) -> None:
        self._saving = True
        self.set_busy(True)
        verb = partial(self._services.cases.edit, self._case_id, edits)
        self._tasks.run(self, verb, lambda _: self._on_saved(edits), self._say)

    def _on_saved(self, edits: tuple[FieldEdit, ...]) -> None:
        self._saving = False
        self.set_busy(False)
        if self._facts is not None:
            self._facts.sent(edits)
        self._on_written()
        self._on_said(self.tr("Ändringen är sparad."))

    def _find_person(self) -> None:
        self._doing.find_person(self._on_person)

    def _on_person(self, person_id: UUID) -> None:
        if self._told is not None:
            old = self._told.case.facts.person
            self._send((FieldEdit(CaseField.PERSON, old, str(person_id)),))

    def _choose(self, edit: CaseEdit, value: str) -> None:
        verb = partial(self._services.cases.choose, self._case_id, edit.id, value)
        self._doing.at_once(verb, self.tr("Valet är sparat."))

    def _ask_other(self, edit: CaseEdit) -> None:
        if edit.name is CaseField.PERSON:
            self._doing.find_person(lambda id: self._choose(edit, str(id)))
        elif self._told is not None:
            self._doing.ask_other(self._told.case, edit)

    # -- doing ---------------------------------------------------------------------------------

    def _act(self, action: Action) -> None:
        if self._told is not None and self._facts is not None:
            self._doing.act(action, self._told, self._facts.written_in)

    def _on_said(self, words: str) -> None:
        """In the foot, where it stands until the next thing is said."""
        self._trouble.hide()
        self.told_done.setText(words)
        announce(self.told_done, words)
        self.said.emit(words)

    def _say(self, error: KundcenterError) -> None:
        self._saving = False
        self.set_busy(False)
        self._on_written()
        name = str(error.facts.get("field", ""))
        words = self._wrong(name) if error.code == "case.invalid" else ""
        words = words or sentence(error)
        if self._facts is not None and self._facts.show_error(name, words):
            return
        self._trouble.say(words)
        self._trouble.show()

    def _wrong(self, name: str) -> str:
        """How a field is written; "" of one that needs no words of its own."""
        how = {
            CaseField.NUMBER: self.tr("Det är inget telefonnummer."),
            CaseField.EMAIL: self.tr("Det är ingen e-postadress."),
            CaseField.EVENT: self.tr("Skriv när det hände, som 2026-11-20, 2026-11 eller 2026."),
        }
        return next((words for field, words in how.items() if field == name), "")

    def reject(self) -> None:
        """What is written is not lost by one stroke of Esc."""
        unsaved = self._facts is not None and bool(self._facts.edits)
        if unsaved and not self._warned and by_hand(self):
            self._warned = True
            self._trouble.say(
                self.tr("Ändringarna är inte sparade. Tryck Esc igen om de ska kastas.")
            )
            self._trouble.show()
            return
        super().reject()

    # -- how it is laid out --------------------------------------------------------------------

    def _lay_out(self) -> None:
        spaced(self.body, gap="s")
        for hidden in (self._trouble, self._protected, self.conflicts):
            hidden.hide()
        columns = spaced(QHBoxLayout(), gap="l")
        self._page = Page(margins="none", gap="m")
        aside = Page(margins="none", gap="m")
        aside.body.addWidget(self.clocks)
        aside.body.addWidget(self.steps, 1)
        columns.addWidget(self._page, 3)
        columns.addWidget(aside, 2)
        for part in (self._trouble, self.head, self._protected, self.conflicts, self.acts):
            self.body.addWidget(part)
        self.body.addLayout(columns, 1)
        self._fit(aside)
        self._on_written()

    def _fit(self, aside: Page) -> None:
        """As high as the window allows; what comes above the columns takes room from them."""
        scale, host = current().metrics.scale, self.host
        wide, high = round(WIDE * scale), round(HIGH * scale)
        if host is not None:
            wide, high = min(wide, host.width() - MARGIN), min(high, host.height() - MARGIN)
        self.setMinimumWidth(wide)
        for page in (self._page, aside):
            page.setMinimumHeight(LOWEST)
        aside.setMaximumWidth(round(NARROW * scale))
        self.resize(wide, high)
