"""The link to the centre in the status bar: a shape and a few words, and more when it is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from kundcenter.domain.link import LinkState, Phase
from ui.actions import Action
from ui.keys import keys
from ui.link import LinkView
from ui.link_words import LOOK_MS, link_badge
from ui.theme.colours import ToneName
from ui.tips import plain_tip
from ui.widgets.key_hint import key_text
from ui.widgets.speech import announce, named
from ui.widgets.status_bar import StatusItem

LASTING_MS = 800  # what takes less is not worth a word


class LinkItem(StatusItem):
    """`opened` when more is wanted.  Spoken when it is another state, not at each new number."""

    opened = Signal()

    def __init__(
        self, view: LinkView, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(link_badge(view.state, now()), parent)
        self._view, self._now = view, now
        self._spoken: tuple[object, ...] = ()
        self._calm = False  # whether it says that nothing is on its way
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LASTING_MS)
        self._soon.timeout.connect(self._say)
        self._tick = QTimer(self)
        self._tick.setInterval(LOOK_MS)
        self._tick.timeout.connect(self._say)
        self._tick.start()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.changed.connect(self._on_changed)
        keys().changed.connect(self._say)
        self._say()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.opened.emit()
        super().mouseReleaseEvent(event)

    def _on_changed(self, state: LinkState) -> None:
        if self._calm and state.phase is Phase.JOINED and state.waiting.count:
            if not self._soon.isActive():
                self._soon.start()
        else:
            self._soon.stop()
            self._say()

    def _say(self) -> None:
        state, now = self._view.state, self._now()
        self._calm = state.phase is Phase.JOINED and not state.waiting.count
        badge = link_badge(state, now)
        self._show(badge)
        more = QCoreApplication.translate("LinkItem", "Mer om förbindelsen: {keys}")
        named(self, badge.text, more.format(keys=key_text(Action.LINK)))
        self.setToolTip(plain_tip(more.format(keys=key_text(Action.LINK))))
        told = (state.phase, state.burden(now), state.clock_suspect, state.doubt)
        if told != self._spoken:
            self._spoken = told
            announce(self, badge.text, urgent=badge.tone is ToneName.DANGER)
