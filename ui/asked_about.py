"""Somebody asks about a person: the form opens by key, from wherever one is."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.domain.access import Function
from kundcenter.domain.calls import CallState
from ui.dialogs.switchboard.inquiries import InquiriesDialog
from ui.dialogs.switchboard.secrecy import SecrecyDialog
from ui.directory_keeper import DirectoryKeeper
from ui.in_hand import InHand
from ui.services import Services
from ui.tasks import Tasks
from ui.window import Window

_OPEN = {CallState.TALKING, CallState.HELD, CallState.WRAP_UP}


class AskedAbout(QObject):
    """`said` carries a sentence for a notice."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, window: Window, hand: InHand) -> None:
        super().__init__(window)
        self._tasks, self._services = tasks, services
        self._window, self._hand = window, hand

    def ask(self) -> None:
        """Open the form; who answers no such questions sees what was answered, if they may."""
        may = DirectoryKeeper.of(self._tasks, self._services).may
        if may(Function.IDENTIFY):
            dialog = SecrecyDialog(
                self._tasks, self._services, call_id=self._call_id, parent=self._window
            )
            dialog.said.connect(self.said)
            dialog.open()
        elif may(Function.SEE_INQUIRIES):
            InquiriesDialog(self._tasks, self._services, parent=self._window).open()

    @property
    def _call_id(self) -> UUID | None:
        """The call in hand, if one is talked in."""
        call = self._hand.current
        return call.id if call is not None and call.state in _OPEN else None
