"""What guides callers, for the whole window: the directory, the orders, who is on call."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kundcenter.domain.access import Function, Role
from ui.dialogs.cancel_rules import CancelRulesDialog
from ui.dialogs.consult import ConsultDialog
from ui.directory_keeper import DirectoryKeeper
from ui.order_lines import OrderLines
from ui.services import Services
from ui.switchboard.board_keeper import BoardKeeper
from ui.tasks import Tasks
from ui.window import Window


class Guiding(QObject):
    """`said` carries a sentence for a notice."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window
        self.keeper = DirectoryKeeper.of(tasks, services)
        self.board = BoardKeeper.of(tasks, services)
        self._orders = OrderLines(self.keeper, window)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self.keeper.sit_down(roles)

    def unlocked(self) -> None:
        """They are here again: what came behind the lock is read now."""
        self.keeper.catch_up()
        self.board.catch_up()

    def forget(self) -> None:
        """They have left."""
        self.keeper.forget()

    def consult(self) -> None:
        """Show who is on call."""
        if self.keeper.may(Function.READ_DIRECTORY):
            ConsultDialog(self._tasks, self._services, parent=self._window).open()

    def cancel_rules(self) -> None:
        """Show the rules of cancelling, to be changed by those who may."""
        if self.keeper.may(Function.SEE_GUIDANCE):
            dialog = CancelRulesDialog(self._tasks, self._services, parent=self._window)
            dialog.said.connect(self.said)
            dialog.open()
