"""What an alarm left behind and no note has: read it, put it into a note, or throw it away."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.calls import Call
from ui.numbers import number_of_call
from ui.theme.space import spaced
from ui.times import clock, lately
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text


class AlarmTextDialog(Dialog):
    """`confirmed` asks for it in the note of `onto`, the call whose card is in sight; without one
    it cannot be put anywhere now.  `dropping` when it is not wanted.  Enter decides nothing.
    """

    dropping = Signal()

    def __init__(
        self, raised_at: datetime, text: str, onto: Call | None, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        title = translate("AlarmTextDialog", "Text från larm 112, {time}")
        words = translate(
            "AlarmTextDialog", "Öppna kortet som texten hör till, så går den att infoga där."
        )
        if onto is not None:
            words = translate(
                "AlarmTextDialog", "Infoga lägger texten i anteckningen på kortet {number}, {time}."
            ).format(number=number_of_call(onto), time=clock(onto.rang_at))
        super().__init__(
            title.format(time=lately(raised_at)),
            sentence=words,
            primary=translate("AlarmTextDialog", "Infoga i anteckningen"),
            secondary=translate("AlarmTextDialog", "Senare"),
            parent=parent,
        )
        noted = Text(text, wrap=True)
        noted.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(noted)
        self.drop = Button(self.tr("Ta bort texten"), ButtonKind.QUIET, icon="trash")
        self.drop.setAutoDefault(False)
        self.drop.clicked.connect(self.dropping)
        row = spaced(QHBoxLayout(), gap="s")
        row.addWidget(self.drop)
        row.addStretch()
        self.body.addLayout(row)
        self.primary.setVisible(onto is not None)
        self.primary.setAutoDefault(False)
        self.secondary.setDefault(True)

    def _begin(self) -> None:
        super()._begin()
        self.secondary.setFocus(Qt.FocusReason.TabFocusReason)  # and not on what throws it away
