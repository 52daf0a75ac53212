"""Who works when: one week, and for whoever leads the turns, the shifts and a file of turns."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.calendar import iso_week
from kundcenter.domain.operators import Operator
from kundcenter.domain.supervision.work_turns import WORKING, planned
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.dialogs.supervision.roster_import import RosterImportDialog
from ui.dialogs.supervision.roster_terms import RosterTermsDialog
from ui.dialogs.supervision.turn import WorkTurnDialog
from ui.keys import keys
from ui.labels import label
from ui.panels.supervision.roster_grid import RosterGrid
from ui.panels.supervision.roster_model import Cell, RosterModel
from ui.services import Services
from ui.supervision.roster_week import DAYS, Week, monday, read_week, today
from ui.supervision.roster_words import day_words
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, IconButton
from ui.widgets.combo import Combo, Option
from ui.widgets.head import Head
from ui.widgets.text import Text

KINDS = {"work_turn", "roster_terms", "operator"}
EVERYBODY = "all"
ROLE_WIDE = 220  # pixels


class RosterView(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._me: Operator | None = None
        self._first = monday(today(self._services.now()))
        self._week: Week | None = None
        self._wanted: tuple[UUID | None, date | None] | None = None  # where the cursor is to be
        self.title = Text("", Type.STRONG)
        self.before = IconButton(self.tr("Veckan före"), "chevron-left")
        self.after = IconButton(self.tr("Veckan efter"), "chevron-right")
        self.now = IconButton(self.tr("Den här veckan"), "calendar")
        self.new = Button(self.tr("Nytt pass…"), icon="plus", keys=Action.ROSTER_NEW)
        self.bring = Button(self.tr("Läs in…"), icon="save", keys=Action.ROSTER_IMPORT)
        self.terms = Button(self.tr("Skift och raster…"), icon="clock", keys=Action.ROSTER_TERMS)
        self.role = Combo(self.tr("Roll"))
        self.told = Text("", role="muted", wrap=True)
        self.model = RosterModel(self)
        self.grid = RosterGrid(self.model)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        lead = (self.before, self.now, self.after, self.title)
        head = Head(lead, (self.new, self.bring, self.terms))
        beside = spaced(QHBoxLayout(), gap="l")
        self.role.setFixedWidth(ROLE_WIDE)
        beside.addWidget(self.role, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.told, 1, Qt.AlignmentFlag.AlignBottom)
        self.told.setMinimumHeight(2 * self.told.fontMetrics().lineSpacing())
        column = spaced(QVBoxLayout(self), gap="m")
        column.addWidget(head)
        column.addLayout(beside)
        column.addWidget(self.grid, 1)

    def _listen(self) -> None:
        self.before.answer_to(Action.ROSTER_BEFORE)
        self.after.answer_to(Action.ROSTER_AFTER)
        self.now.answer_to(Action.ROSTER_NOW)
        self.before.clicked.connect(partial(self._turn, -DAYS))
        self.after.clicked.connect(partial(self._turn, DAYS))
        self.now.clicked.connect(self._show_now)
        for button, action, act in (
            (self.new, Action.ROSTER_NEW, self._ask_new),
            (self.bring, Action.ROSTER_IMPORT, self._ask_file),
            (self.terms, Action.ROSTER_TERMS, self._ask_terms),
        ):
            button.clicked.connect(act)
            keys().bind(self, action, button.click)
        self.role.chosen.connect(lambda _: self._show_week())
        self.grid.moved.connect(self._tell)
        self.grid.opened.connect(self._open)
        self.grid.struck.connect(self._strike)
        self.grid.erased.connect(self._erase)
        self._tasks.changed.connect(self._on_changed)

    # -- what the page asks --------------------------------------------------------------------

    def take_focus(self) -> None:
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read again what is shown."""
        look = partial(_read, self._services, self._first)
        self._tasks.run(self, look, self._show, self.refused.emit, topic="roster")

    def forget(self) -> None:
        """The operator has left."""
        self._me = self._week = None
        self._first = monday(today(self._services.now()))
        self.model.show_week(None, None, me=None, today=None)
        self.told.setText("")

    # -- what is shown -------------------------------------------------------------------------

    @property
    def may_edit(self) -> bool:
        """Whether whoever sits here may change the roster."""
        return self._me is not None and bool(MATRIX[Function.EDIT_ROSTER] & self._me.roles)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and any(change.kind in KINDS for change in changes.items):
            self.refresh()

    def _show(self, found: tuple[Week, Operator]) -> None:
        self._week, self._me = found
        for button in (self.new, self.bring):
            button.setVisible(self.may_edit)
        self._offer_roles()
        self._show_week()

    def _offer_roles(self) -> None:
        assert self._week is not None
        there = {role for each in self._week.people for role in each.roles}
        options = [Option(EVERYBODY, self.tr("Alla"))]
        options += [Option(role, label(role)) for role in WORKING if role in there]
        self.role.set_options(options)
        if self.role.value is None:
            self.role.choose(EVERYBODY)

    def _show_week(self) -> None:
        if self._week is None or self._me is None:
            return
        cell = self.grid.cell
        kept = (cell.person.id, cell.day) if cell is not None and cell.person else None
        year, week = iso_week(self._week.first)
        words = self.tr("Vecka {week}, {year}: {first} – {last}")
        last = self._week.days[-1]
        self.title.setText(
            words.format(week=week, year=year, first=_short(self._week.first), last=_short(last))
        )
        now = today(self._services.now())
        self.model.show_week(self._week, self._chosen_role(), me=self._me.id, today=now)
        wanted, self._wanted = self._wanted, None
        person, day = wanted or kept or (self._me.id, now)
        self.grid.choose(person, day)

    def _chosen_role(self) -> Role | None:
        value = self.role.value
        return None if value in {None, EVERYBODY} else Role(value)

    def _tell(self, cell: Cell | None) -> None:
        self.told.setText(self.model.spoken(cell) if cell is not None else "")

    def _turn(self, days: int) -> None:
        self._first += timedelta(days=days)
        cell = self.grid.cell
        if cell is not None and cell.person is not None and cell.day is not None:
            self._wanted = cell.person.id, cell.day + timedelta(days=days)
        self.refresh()

    def _show_now(self) -> None:
        now = today(self._services.now())
        self._first = monday(now)
        cell = self.grid.cell
        person = cell.person.id if cell is not None and cell.person is not None else None
        self._wanted = person, now
        self.refresh()

    # -- what is changed -----------------------------------------------------------------------

    def _open(self, cell: Cell) -> None:
        if not self.may_edit or cell.person is None or cell.day is None:
            return
        self._ask(cell)

    def _ask_new(self) -> None:
        if not self.may_edit or self._week is None:
            return
        cell = self.grid.cell
        day = (cell.day if cell is not None else None) or self._week.first
        person = cell.person if cell is not None else None
        self._ask(Cell(day, person))

    def _ask(self, cell: Cell) -> None:
        assert self._week is not None and cell.day is not None
        turn = cell.turns[0] if cell.turns else None
        person = cell.person.id if cell.person is not None else None
        dialog = WorkTurnDialog(
            self._tasks,
            self._services,
            self._week,
            turn,
            person=person,
            day=cell.day,
            role=self._chosen_role(),
            parent=self,
        )
        dialog.said.connect(self.said)
        dialog.open()

    def _strike(self, sign: str) -> None:
        """The letter of a shift puts it on an empty day, at once."""
        cell, week = self.grid.cell, self._week
        if not self.may_edit or week is None or cell is None:
            return
        if cell.person is None or cell.day is None:
            return
        found = (each for each in week.patterns if each.code == sign.upper() and not each.ended)
        pattern = next(found, None)
        if pattern is None:
            return
        roles = cell.person.roles
        role = self._chosen_role() or (roles[0] if len(roles) == 1 else None)
        if cell.turns or role not in roles or role is None:
            self._ask(cell)  # it is not plain what is meant
            return
        plan = planned(pattern, cell.day, cell.person.id, role)
        verb = partial(self._services.roster.put, None, plan)
        words = self.tr("{shift} är satt {day}.").format(
            shift=pattern.name, day=day_words(cell.day)
        )
        self._tasks.run(self, verb, lambda _: self.said.emit(words), self._refuse)

    def _erase(self) -> None:
        """Delete asks in the dialog, where the turn is seen whole."""
        cell = self.grid.cell
        if self.may_edit and cell is not None and cell.turns:
            self._ask(cell)

    def _ask_file(self) -> None:
        if self.may_edit:
            dialog = RosterImportDialog(self._tasks, self._services, parent=self)
            dialog.said.connect(self.said)
            dialog.open()

    def _ask_terms(self) -> None:
        dialog = RosterTermsDialog(self._tasks, self._services, may_edit=self.may_edit, parent=self)
        dialog.said.connect(self.said)
        dialog.open()

    def _refuse(self, error: KundcenterError) -> None:
        self.refused.emit(error)
        self.refresh()


def _read(services: Services, first: date) -> tuple[Week, Operator]:
    return read_week(services, first), services.operators.me()


def _short(day: date) -> str:
    return f"{day.day}/{day.month}"
