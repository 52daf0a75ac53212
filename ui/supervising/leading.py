"""What is opened from anywhere: one's own figures, the shift, the big screen, the switches."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.domain.access import MATRIX, Function, Role
from ui.actions import Action
from ui.dialogs.supervision.close_queue import CloseQueueDialog
from ui.dialogs.supervision.incident import IncidentDialog
from ui.directory_keeper import DirectoryKeeper
from ui.pages import Pages
from ui.panels.supervision.big_screen import BigScreen
from ui.places import SUPERVISION
from ui.services import Services
from ui.supervising.pause_advice import PauseAdvice
from ui.supervising.reviews_to_read import ReviewsToRead
from ui.supervision.live_keeper import LiveKeeper
from ui.tasks import Tasks
from ui.window import Window

FRESHEN_MS = 3_600_000  # the figures of hours that are over are made ready beforehand
SETTLE_MS = 20_000  # not while somebody sits down
MORE_MS = 2_000  # between two pieces


class Leading(QObject):
    """`said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, window: Window, pages: Pages) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window
        self._pages = pages
        self._roles: frozenset[Role] = frozenset()
        self._keeper = LiveKeeper.of(tasks, services)
        self._units = DirectoryKeeper.of(tasks, services)
        self.big: BigScreen | None = None
        self.advice = PauseAdvice(tasks, services, window)
        self.reviews = ReviewsToRead(tasks, services, window)
        self._fresh = QTimer(self)
        self._fresh.timeout.connect(self._freshen)
        window.closing.connect(self._close_big)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self._roles = roles
        self._keeper.sit_down(roles)
        self.advice.sit_down(roles)
        self.reviews.sit_down(roles)
        if self.may(Function.SEE_LIVE):
            self._fresh.start(SETTLE_MS)

    def forget(self) -> None:
        """They have left."""
        self._fresh.stop()
        self._roles = frozenset()
        self._close_big()
        self.advice.forget()
        self.reviews.forget()
        self._keeper.forget()

    @property
    def acts(self) -> dict[Action, Callable[[], None]]:
        """What each key of the window does here."""
        return {
            Action.SHIFT_SUMMARY: self.show_shift,
            Action.OWN_FIGURES: self.show_mine,
            Action.BIG_SCREEN: self.show_big,
            Action.CLOSE_QUEUE: self.ask_close,
            Action.INCIDENT: self.note_incident,
        }

    def show_mine(self) -> None:
        """One's own shift."""
        self._show(Action.SUPERVISION_MINE)

    def show_shift(self) -> None:
        """The summary of the shift."""
        self._show(Action.SUPERVISION_SHIFT)

    def show_big(self) -> None:
        """The queues on a screen that is read from afar; the same key closes it again."""
        if self.big is not None:
            self._close_big()
        elif self.may(Function.SEE_LIVE):
            self.big = BigScreen(self._keeper, self._units, self._window)
            self.big.closed.connect(self._on_big_closed)
            self.big.show_on_free_screen()

    def ask_close(self) -> None:
        """Close a queue, or open it again."""
        if self.may(Function.SEE_LIVE):
            dialog = CloseQueueDialog(self._tasks, self._services, parent=self._window)
            dialog.said.connect(self.said)
            dialog.open()

    def note_incident(self) -> None:
        """Write down what happened."""
        if self.may(Function.NOTE_INCIDENT):
            dialog = IncidentDialog(self._tasks, self._services, parent=self._window)
            dialog.said.connect(self.said)
            dialog.open()

    def may(self, function: Function) -> bool:
        """Whether whoever sits here may do it."""
        return bool(MATRIX[function] & self._roles)

    def _show(self, tab: Action) -> None:
        page = self._pages.supervision
        if tab in page.offered:
            self._pages.show(SUPERVISION)
            page.show_tab(tab)

    def _close_big(self) -> None:
        if self.big is not None:
            self.big.close()

    def _on_big_closed(self) -> None:
        self.big = None

    def _freshen(self) -> None:
        """Beside everything else; where it is refused, the figures are made when asked for."""
        self._fresh.start(FRESHEN_MS)
        ask = self._services.figures.keep_up
        self._tasks.run(self, ask, self._on_fresh, lambda _: None, topic="freshen")

    def _on_fresh(self, more: bool) -> None:
        """A little at a time: what the operator asks for goes in between."""
        if more and self._fresh.isActive():
            self._fresh.start(MORE_MS)
