"""The operators: who works here, with which roles; added, disabled, given a new password."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.operators import Operator
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.badges import Badge
from ui.dialogs.operator import OperatorDialog, PasswordDialog, RolesDialog
from ui.keys import keys
from ui.labels import label
from ui.link import Marks, mark_column
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.head import Head
from ui.widgets.table import RecordTable
from ui.widgets.text import Text


class OperatorsPage(QWidget):
    """For administrators.  `said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._operators = tasks, services.operators
        self._added_last: UUID | None = None
        marks = Marks.of(tasks, services)
        self.model = RecordModel[Operator](
            (
                Column(self.tr("Användarnamn"), lambda operator: operator.user_name, width=18),
                Column(self.tr("Namn"), lambda operator: operator.name, width=26),
                Column(self.tr("Befattning"), lambda operator: operator.position, width=22),
                Column(
                    self.tr("Roller"),
                    lambda operator: ", ".join(sorted(label(role) for role in operator.roles)),
                ),
                Column(
                    self.tr("Läge"),
                    self._state_text,
                    badge=lambda operator: Badge(
                        self._state_text(operator),
                        ToneName.SUCCESS if operator.enabled else ToneName.NEUTRAL,
                        "check" if operator.enabled else "lock",
                    ),
                    width=14,
                ),
                *mark_column(marks, lambda operator: marks.badge("operator", operator.id)),
            ),
            key=lambda operator: operator.id,
            parent=self,
        )
        marks.changed.connect(self.model.renew)
        self.table = RecordTable(self.tr("Operatörer"), self.model)
        self.table.chosen.connect(lambda _: self._show_acts())
        self.add = Button(
            self.tr("Ny operatör"), ButtonKind.PRIMARY, icon="person-add", keys=Action.ADD_OPERATOR
        )
        self.password = Button(self.tr("Nytt lösenord"), icon="key")
        self.roles = Button(self.tr("Ändra roller"), icon="shield")
        self.disable = Button(self.tr("Stäng av"), icon="lock")
        self.add.clicked.connect(self._ask_new)
        keys().bind(self, Action.ADD_OPERATOR, self.add.click)
        self.password.clicked.connect(self._ask_password)
        self.roles.clicked.connect(self._ask_roles)
        self.disable.clicked.connect(self._turn)
        self.password.answer_to(Action.GIVE_PASSWORD)
        self.roles.answer_to(Action.SET_ROLES)
        self.disable.answer_to(Action.TURN_OPERATOR)
        title = Text(self.tr("Operatörer"), Type.TITLE)
        title.setProperty("heading", True)
        head = Head((title,), (self.password, self.roles, self.disable, self.add))
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addWidget(head)
        column.addWidget(self.table, 1)
        tasks.changed.connect(self._on_changed)
        self._show_acts()

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        self._tasks.run(self, self._operators.all, self._show, self.refused.emit, topic="operators")

    def _show(self, operators: tuple[Operator, ...]) -> None:
        self.model.replace(operators)
        if self._added_last is not None:
            self.table.choose(self._added_last)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._added_last = None
        elif self.table.hasFocus() and self.table.current is None and operators:
            self.table.selectRow(0)
        self._show_acts()

    def _show_acts(self) -> None:
        chosen: Operator | None = self.table.current
        for button in (self.password, self.roles, self.disable):
            button.setEnabled(chosen is not None)
        enabled = chosen is None or chosen.enabled
        self.disable.setText(self.tr("Stäng av") if enabled else self.tr("Öppna igen"))

    def _ask_new(self) -> None:
        dialog = OperatorDialog(parent=self)
        dialog.confirmed.connect(partial(self._add, dialog))
        dialog.open()

    def _add(self, dialog: OperatorDialog) -> None:
        dialog.set_busy(True)
        verb = partial(
            self._operators.add,
            dialog.user_name.text(),
            dialog.name.text(),
            roles=dialog.roles.chosen,
            position=dialog.position.text(),
            care_unit=dialog.care_unit.text(),
        )
        self._tasks.run(dialog, verb, partial(self._added, dialog), dialog.refuse)

    def _added(self, dialog: OperatorDialog, changes: Changes) -> None:
        dialog.accept()
        self._added_last = changes.the("operator")
        self._open_password(self._added_last)

    def _ask_password(self) -> None:
        chosen: Operator | None = self.table.current
        if chosen is not None:
            self._open_password(chosen.id)

    def _open_password(self, id: UUID) -> None:
        dialog = PasswordDialog(parent=self)
        dialog.confirmed.connect(partial(self._give_password, dialog, id))
        dialog.open()

    def _give_password(self, dialog: PasswordDialog, id: UUID) -> None:
        if not dialog.agrees():
            return
        dialog.set_busy(True)
        verb = partial(self._operators.give_password, id, dialog.password.text())
        self._tasks.run(dialog, verb, partial(self._given, dialog), dialog.refuse)

    def _given(self, dialog: PasswordDialog, _changes: Changes) -> None:
        dialog.accept()
        self.said.emit(self.tr("Operatören har fått ett nytt lösenord."))

    def _ask_roles(self) -> None:
        chosen: Operator | None = self.table.current
        if chosen is None:
            return
        dialog = RolesDialog(chosen.roles, parent=self)
        dialog.confirmed.connect(partial(self._set_roles, dialog, chosen.id))
        dialog.open()

    def _set_roles(self, dialog: RolesDialog, id: UUID) -> None:
        dialog.set_busy(True)
        verb = partial(self._operators.set_roles, id, dialog.roles.chosen)
        self._tasks.run(dialog, verb, lambda _: dialog.accept(), dialog.refuse)

    def _turn(self) -> None:
        chosen: Operator | None = self.table.current
        if chosen is None:
            return
        act = self._operators.disable if chosen.enabled else self._operators.enable
        self._tasks.run(self, partial(act, chosen.id), refused=self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self.refused.emit(error)

    def _state_text(self, operator: Operator) -> str:
        return self.tr("Aktiv") if operator.enabled else self.tr("Avstängd")

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("operator") and self.isVisible():
            self.refresh()
