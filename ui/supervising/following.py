"""What a desk writes down by itself for the figures, and what it tells the exchange."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.domain.supervision.breaks import BreakKind
from ui.dialogs.supervision.break_kind import BreakKindDialog
from ui.in_hand import InHand
from ui.link import LinkView
from ui.readiness import Readiness
from ui.services import Services
from ui.supervision.left_follower import LeftFollower
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.outage_follower import Outages
from ui.supervision.presence_follower import PresenceFollower
from ui.supervision.switch_follower import SwitchFollower
from ui.tasks import Tasks
from ui.widgets.notices import Severity
from ui.window import Window


class Following(QObject):
    """Presence is everybody's who signs in, the rest follows the line as InHand does.

    `refused` carries an error for a notice.
    """

    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        window: Window,
        in_hand: InHand,
        readiness: Readiness,
        *,
        link: LinkView | None = None,
    ) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window
        self.presence = PresenceFollower(tasks, services, readiness, self)
        self.left = LeftFollower(tasks, services, self)
        self.reached = LeftFollower(tasks, services, self, reached=True)
        self.switch = SwitchFollower(tasks, services, self)
        self.keeper = LiveKeeper.of(tasks, services)
        self.switch.unheeded.connect(self.keeper.show_unheeded)
        self.outages = Outages(tasks, services, link, self)
        for each in (self.presence, self.left, self.reached, self.switch, self.outages):
            each.refused.connect(self.refused)
        self.presence.paused.connect(self._on_paused)
        in_hand.seated.connect(self._on_seated)
        window.closing.connect(self.presence.leave)

    def sit_down(self) -> None:
        """Somebody has signed in."""
        self.presence.sit_down()

    def renewed(self) -> None:
        """The same operator has another session."""
        self.presence.renewed()

    def locked(self) -> None:
        """The desk is locked."""
        self.presence.lock()

    def unlocked(self) -> None:
        """Whoever locked it is back."""
        self.presence.unlock()

    def forget(self) -> None:
        """They have left."""
        self.presence.stand_up()

    def _on_paused(self, presence_id: UUID) -> None:
        """The pause key is one stroke; what kind of break it is may be said now or later."""
        if self._window.at_desk:
            self._window.notices.say(
                self.tr("Pausen är antecknad."),
                Severity.INFO,
                action=self.tr("Lunchrast eller annat"),
                on_action=partial(self._ask_kind, presence_id),
            )

    def _ask_kind(self, presence_id: UUID) -> None:
        dialog = BreakKindDialog(
            self._tasks, self._services, presence_id, BreakKind.PAUSE, parent=self._window
        )
        dialog.said.connect(self._on_said)
        dialog.open()

    def _on_said(self, words: str) -> None:
        self._window.notices.say(words, Severity.SUCCESS)

    def _on_seated(self, seated: bool) -> None:
        for each in (self.left, self.reached, self.switch, self.outages):
            if seated:
                each.sit_down()
            else:
                each.stand_up()
