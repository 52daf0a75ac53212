"""The page of cases: what is due first, what is nobody's, what one has taken in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.case_clocks import Heed
from kundcenter.domain.case_numbers import read_case_number
from kundcenter.domain.case_states import function_of
from kundcenter.domain.cases import Case
from ui.actions import Action
from ui.badges import Badge
from ui.case_keeper import CaseKeeper, Listing
from ui.case_words import CaseLine
from ui.dialogs.case import CaseDialog
from ui.dialogs.case_figures import CaseFiguresDialog
from ui.dialogs.case_give import GiveCaseDialog
from ui.dialogs.case_import import CaseImportDialog
from ui.dialogs.case_terms import CaseTermsDialog
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.link import Marks
from ui.panels.case_lists import KIND, SERVICE, UNIT, WHOSE, CaseRows
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.choice_row import Choice, Segments
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.head import Head
from ui.widgets.speech import named
from ui.widgets.table import RecordTable
from ui.widgets.text import Text


class CasesPage(QWidget):
    """`said` carries a sentence and `refused` an error for a notice; `act_wanted` an Action.

    Nobody is named in the lists: opening a case leaves a record in the log, looking at a list
    does not.
    """

    said = Signal(str)
    refused = Signal(object)
    act_wanted = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._keeper = CaseKeeper.of(tasks, services)
        self._rows = CaseRows(tasks, services)
        self._listing = Listing.TAKEN_IN
        self._offered: tuple[Listing, ...] = ()
        self.part: Segments | None = None  # made of what the operator may see
        self.search = Field(
            self.tr("Sök"),
            keys=Action.FIND_CASE,
            placeholder=self.tr("Ärendets nummer, enhet, handläggare eller läge"),
            longest=120,
        )
        self.model = self._rows.model(self)
        self._empty = EmptyState(self.tr("Inga ärenden"), icon="check-circle")
        self.table = RecordTable(self.tr("Ärenden"), self.model, empty=self._empty)
        self.counts = Text("", role="muted", wrap=True)
        self.more = Button(self.tr("Visa fler"), ButtonKind.QUIET, icon="chevron-down")
        self.new = Button(
            self.tr("Nytt"),
            icon="plus",
            keys=Action.NEW_CASE,
            name=self.tr("Nytt ärende"),
        )
        self.open_ = Button(self.tr("Öppna"), ButtonKind.PRIMARY, icon="note", keys="Return")
        self.take = Button(self.tr("Ta hand om"), icon="person", keys=Action.CASE_TAKE)
        self.give = Button(self.tr("Ge till en annan"), icon="arrow-right", keys=Action.CASE_GIVE)
        self.bring = Button(self.tr("Läs in"), icon="database", keys=Action.IMPORT_CASES)
        self.terms = Button(self.tr("Villkor"), icon="settings", keys=Action.CASE_TERMS)
        self.figures = Button(self.tr("Årets tal"), icon="list", keys=Action.CASE_FIGURES)
        self._lay_out()
        self._listen()
        self._show_acts()

    # -- what the window asks ------------------------------------------------------------------

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        self._offer()
        self._keeper.look_at(self._listing)

    def forget(self) -> None:
        """The operator has left."""
        self.search.set_text("")
        self.model.replace(())
        self._offered, self._listing = (), Listing.TAKEN_IN
        self._show_acts()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.rest()

    @property
    def current(self) -> Case | None:
        """The case under the cursor, bare."""
        line = self.table.current
        return line.case if isinstance(line, CaseLine) else None

    @property
    def listing(self) -> Listing:
        """Which list is in sight."""
        return self._listing

    def show_listing(self, listing: Listing) -> None:
        """Another list, if it is the operator's to see."""
        if listing not in self._offered:
            return
        if listing is not self._listing:
            self._listing = listing
            self.model.replace(())
        if self.part is not None:
            self.part.choose(listing)
        self._keeper.look_at(listing)

    def open_case(self, case_id: UUID) -> None:
        """Show one whole case."""
        self._ask(CaseDialog(self._tasks, self._services, case_id, parent=self.window()))

    # -- what is shown -------------------------------------------------------------------------

    def _offer(self) -> None:
        """The lists of whoever has sat down."""
        offered = self._keeper.offered
        if offered == self._offered:
            return
        self._offered = offered
        self._listing = offered[0] if offered else Listing.TAKEN_IN
        if self.part is not None:
            self._places.removeWidget(self.part)
            self.part.deleteLater()
        words = {
            Listing.INJURIES: Badge(self.tr("Vårdskador")),
            Listing.FEEDBACK: Badge(self.tr("Klagomål")),
            Listing.SERVICES: Badge(self.tr("E-tjänster")),
            Listing.ADVICE: Badge(self.tr("Rådgivning")),
            Listing.MINE: Badge(self.tr("Mina")),
            Listing.NOBODY: Badge(self.tr("Utan ägare")),
            Listing.TAKEN_IN: Badge(self.tr("Intagna")),
        }
        self.part = Segments([Choice(each, words[each]) for each in offered], dense=True)
        named(self.part, self.tr("Vilken lista"))
        self.part.choose(self._listing)
        self.part.chosen.connect(lambda value: self.show_listing(Listing(value)))
        self._places.addWidget(self.part, 1)
        self.part.setVisible(len(offered) > 1)  # of one list there is nothing to choose
        QWidget.setTabOrder(self.part.first(), self.search.edit)

    def _show(self) -> None:
        """What the keeper has read, as far as it is of this list and fits what is searched for."""
        seen = self._keeper.seen
        if seen.listing is self._listing:
            wanted = self.search.text().casefold().split()
            lines = [
                line
                for line in self._keeper.lines
                if all(word in self._rows.words(line) for word in wanted)
            ]
            self._say_empty(searched=bool(wanted))
            self._show_columns()
            self.model.replace(lines)
            self.model.renew()  # time has passed
            if self.table.hasFocus() and self.table.current is None and lines:
                self.table.selectRow(0)
            self.more.setVisible(seen.more)
            self._count(lines)
        self._show_acts()

    def _show_columns(self) -> None:
        """What every row of the list would say alike is left out."""
        every, listing = len(self.model.columns), self._listing
        services = listing in {Listing.SERVICES, Listing.MINE, Listing.NOBODY}
        told = listing not in {Listing.MINE, Listing.NOBODY, Listing.TAKEN_IN}
        self.table.show_column(every + WHOSE, told)
        self.table.show_column(SERVICE, services)
        self.table.show_column(KIND, not services and listing is not Listing.ADVICE)
        self.table.show_column(every + UNIT, listing not in {Listing.SERVICES, Listing.ADVICE})

    def _say_empty(self, *, searched: bool) -> None:
        if searched:
            words = self.tr("Enter söker ett ärende efter dess nummer, var det än är.")
            self._empty.say(self.tr("Inget i listan stämmer"), words, icon="search")
        elif self._listing is Listing.TAKEN_IN:
            words = self.tr("Här står det som du har tagit in de senaste 30 dagarna.")
            self._empty.say(self.tr("Inget intaget av dig"), words, icon="phone")
        else:
            words = self.tr("Inget i listan väntar på någon.")
            self._empty.say(self.tr("Inga ärenden"), words, icon="check-circle")

    def _count(self, lines: list[CaseLine]) -> None:
        if not lines:
            self.counts.setText("")
            return
        late = sum(line.heed is Heed.LATE for line in lines)
        near = sum(line.heed in {Heed.TODAY, Heed.SOON} for line in lines)
        waits = sum(line.heed is Heed.WAITING for line in lines)
        words = self.tr("{count} ärenden: {late} försenade, {near} snart, {waits} väntar på svar")
        if len(lines) == 1:
            words = self.tr("1 ärende: {late} försenat, {near} snart, {waits} väntar på svar")
        told = words.format(count=len(lines), late=late, near=near, waits=waits)
        if self._keeper.seen.more:
            told = self.tr("{told}. Listan är längre.").format(told=told)
        self.counts.setText(told)

    def _show_acts(self) -> None:
        case, keeper = self.current, self._keeper
        there = case is not None
        self.open_.setEnabled(there)
        self.take.setVisible(keeper.handles)
        self.give.setVisible(keeper.handles)
        self.bring.setVisible(keeper.may(Function.HANDLE_SERVICES))
        self.terms.setVisible(keeper.may(Function.EDIT_CASE_TERMS) or keeper.handles)
        self.figures.setVisible(keeper.may(Function.LEAD_CASES))
        own = case is not None and case.owner is not None and case.owner == keeper.me
        leads = keeper.may(Function.LEAD_CASES)
        free = case is not None and not case.over and keeper.may(function_of(case.kind))
        self.take.setEnabled(free and not own and (leads or case is None or case.owner is None))
        self.give.setEnabled(there and not (case is not None and case.over) and (leads or own))

    def _lay_out(self) -> None:
        title = Text(self.tr("Ärenden"), Type.TITLE)
        title.setProperty("heading", True)
        words = self.tr(
            "Ingen nämns i listorna. Den som öppnar ett ärende ser vem det gäller, och det loggas."
        )
        self._places = spaced(QHBoxLayout(), gap="s")
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addWidget(Head((title,), (self.figures, self.terms, self.bring, self.new)))
        column.addLayout(self._places)
        column.addWidget(Beside(self.search, self.counts))
        column.addWidget(self.table, 1)
        column.addWidget(Head((self.more,), (self.give, self.take, self.open_)))
        column.addWidget(Text(words, Type.SMALL, role="muted", wrap=True))
        self.more.hide()

    def _listen(self) -> None:
        self._keeper.changed.connect(self._show)
        for other in (
            Marks.of(self._tasks, self._services),
            DirectoryKeeper.of(self._tasks, self._services),
        ):
            other.changed.connect(self.model.renew)
        self.search.changed.connect(lambda _: self._show())
        self.search.edit.returnPressed.connect(self._on_enter)
        self.table.opened.connect(lambda line: self.open_case(line.case.id))
        self.table.chosen.connect(lambda _: self._show_acts())
        self.more.clicked.connect(self._keeper.more)
        acts: tuple[tuple[Button, Action | None, Callable[[], object]], ...] = (
            (self.open_, None, self._open_current),
            (self.take, Action.CASE_TAKE, self._take),
            (self.give, Action.CASE_GIVE, self._ask_give),
            (self.bring, Action.IMPORT_CASES, partial(self._ask_plain, CaseImportDialog)),
            (self.terms, Action.CASE_TERMS, partial(self._ask_plain, CaseTermsDialog)),
            (self.figures, Action.CASE_FIGURES, partial(self._ask_plain, CaseFiguresDialog)),
            (self.new, None, lambda: self.act_wanted.emit(Action.NEW_CASE)),
        )
        for button, action, act in acts:
            button.clicked.connect(act)
            if action is not None:
                keys().bind(self, action, partial(_strike, button))
        keys().bind(self, Action.FIND_CASE, self._to_search)
        keys().bind(self, Action.NEXT_CASES, partial(self._step, 1))
        keys().bind(self, Action.LAST_CASES, partial(self._step, -1))

    # -- what is done --------------------------------------------------------------------------

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def _step(self, by: int) -> None:
        if self._offered:
            at = self._offered.index(self._listing)
            self.show_listing(self._offered[(at + by) % len(self._offered)])
            self.take_focus()

    def _on_enter(self) -> None:
        """A number is looked for everywhere; of anything else the first in the list is opened."""
        number = read_case_number(self.search.text())
        if number is not None:
            verb = partial(self._services.cases.find, number)
            self._tasks.run(self, verb, self._on_found, self.refused.emit, topic="number")
        elif self.model.records:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_found(self, cases: tuple[Case, ...]) -> None:
        if not cases:
            self.search.show_error(
                self.tr("Inget ärende har det numret, eller du får inte se det.")
            )
        elif len(cases) == 1:
            self.open_case(cases[0].id)
        else:  # two of a hundred million share a number: both are told
            self.table.choose(cases[0].id)
            self.search.show_error(self.tr("Flera ärenden har numret. Välj i listan."))

    def _open_current(self) -> None:
        if self.current is not None:
            self.open_case(self.current.id)

    def _take(self) -> None:
        case, me = self.current, self._keeper.me
        if case is None or me is None:
            return
        self.take.setEnabled(False)  # until it is known whose it is
        verb = partial(self._services.cases.assign, case.id, me, upon=case.version)
        said = self.tr("{number} är ditt.")
        if Marks.of(self._tasks, self._services).there:  # whose, the centre decides
            said = self.tr("{number} är preliminärt ditt, tills centralen har svarat.")
        said = said.format(number=case.number)
        self._tasks.run(self, verb, lambda _: self._taken(said), self._refuse)

    def _taken(self, said: str) -> None:
        self.said.emit(said)
        self._keeper.read()

    def _refuse(self, error: object) -> None:
        self.refused.emit(error)
        self._keeper.read()

    def _ask_give(self) -> None:
        if self.current is not None:
            self._ask(GiveCaseDialog(self._tasks, self._services, self.current, parent=self))

    def _ask_plain(
        self, dialog: type[CaseImportDialog | CaseTermsDialog | CaseFiguresDialog]
    ) -> None:
        self._ask(dialog(self._tasks, self._services, parent=self.window()))

    def _ask(self, dialog: Dialog) -> None:
        dialog.said.connect(self.said)  # type: ignore[attr-defined]
        dialog.finished.connect(lambda _: self._keeper.read())
        dialog.open()


def _strike(button: Button) -> None:
    """A key does what its button does: nothing while that is not offered."""
    if button.isVisible():
        button.click()
