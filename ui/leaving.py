"""Leaving the desk, or closing the program: never over text that no version holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.dialogs.leave import LeaveDialog
from ui.doors import Doors
from ui.widgets.notices import Severity
from ui.window import Window


class Leaving(QObject):
    """`unsaved` says whether anything is written that is not in the record; `kept`, whether it
    will be there when its writer signs in again."""

    def __init__(
        self,
        window: Window,
        doors: Doors,
        unsaved: Callable[[], bool],
        kept: Callable[[], bool] = lambda: True,
        asks_first: Callable[[Callable[[], object]], bool] = lambda _: False,
    ) -> None:
        """`asks_first` is given what is to follow, and says whether it sees to that itself."""
        super().__init__(window)
        self._kept, self._asks_first = kept, asks_first
        self._window, self._doors, self._unsaved = window, doors, unsaved
        self._throwing_away = False
        window.may_close = self._may_close
        doors.other_asked.connect(self._sign_out_another)

    def sign_out(self) -> None:
        """Sign out, unless something is written that can still be saved."""
        if self._unsaved():
            words = self.tr("Spara eller avsluta samtalet innan du loggar ut.")
            self._window.notices.say(words, Severity.WARNING)
            return
        if not self._asks_first(self._doors.sign_out):
            self._doors.sign_out()

    def _sign_out_another(self) -> None:
        """Behind the lock nothing can be saved, so whoever wants the desk is asked."""
        if not self._unsaved():
            self._doors.sign_out()
            return
        dialog = LeaveDialog(closing=False, kept=self._kept(), parent=self._window)
        dialog.accepted.connect(self._doors.sign_out)
        dialog.open()

    def _may_close(self) -> bool:
        if self._throwing_away or not self._unsaved():
            return True
        dialog = LeaveDialog(closing=True, kept=self._kept(), parent=self._window)
        dialog.accepted.connect(self._throw_away)
        dialog.open()
        return False

    def _throw_away(self) -> None:
        self._throwing_away = True
        self._window.close()
