"""The messages that were taken, over whatever page one is at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.keys import keys
from ui.panels.switchboard.messages import MessagesPanel
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.dialog import MARGIN, Dialog

WIDE, HIGH = 1180, 680  # pixels


class MessagesDialog(Dialog):
    """`said` carries a sentence; `new` asks for a new message."""

    said = Signal(str)
    new = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("MessagesDialog", "Meddelanden"),
            primary=translate("MessagesDialog", "Stäng"),
            parent=parent,
        )
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._trouble.hide()
        self.panel = MessagesPanel(tasks, services)
        self.secondary.hide()
        self.write = Button(self.tr("Nytt meddelande"), icon="plus")
        self.add_act(self.write)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self.panel, 1)
        self._fit()
        self._bind()
        self.write.clicked.connect(self.new)
        self.confirmed.connect(self.accept)
        self.panel.said.connect(self._on_said)
        self.panel.refused.connect(self._refuse)
        self.panel.refresh()

    def open(self) -> None:
        super().open()
        self.panel.take_focus()

    def _bind(self) -> None:
        panel = self.panel
        acts: tuple[tuple[Action, Button], ...] = (
            (Action.MESSAGE_SEND, panel.send),
            (Action.MESSAGE_PRINT, panel.print),
            (Action.MESSAGE_RECEIVED, panel.received),
            (Action.MESSAGE_WITHDRAW, panel.withdraw),
        )
        for action, button in acts:
            button.answer_to(action, cap=True)
        turn: Callable[[], object] = panel.other_shelf
        keys().bind(self, Action.MESSAGE_NEXT, turn)

    def _on_said(self, words: str) -> None:
        self._trouble.hide()
        self.said.emit(words)

    def _refuse(self, error: KundcenterError) -> None:
        self._trouble.say(sentence(error))
        self._trouble.show()

    def _fit(self) -> None:
        scale, host = current().metrics.scale, self.host
        wide, high = round(WIDE * scale), round(HIGH * scale)
        if host is not None:
            wide, high = min(wide, host.width() - MARGIN), min(high, host.height() - MARGIN)
        self.setMinimumWidth(wide)
        self.resize(wide, high)
