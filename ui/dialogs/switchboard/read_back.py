"""A message is read to the caller, in large letters, before it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.switchboard.messages import MessageDraft
from ui.badges import Badge
from ui.numbers import shown_number
from ui.switchboard.message_words import channel_badge
from ui.switchboard.receivers import Receiver
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog
from ui.widgets.page import Page
from ui.widgets.text import Text

WIDE, HIGH, LITTLE = 860, 420, 260  # pixels
LONG = 420  # characters: more than this is read in a smaller type


class ReadBackDialog(Dialog):
    """`confirmed` when the caller has agreed; `unread` when there is nobody to read it to."""

    unread = Signal()

    def __init__(
        self, draft: MessageDraft, receiver: Receiver, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ReadBackDialog", "Läs upp och fråga: stämmer det?"),
            primary=translate("ReadBackDialog", "Det stämmer, spara"),
            secondary=translate("ReadBackDialog", "Ändra"),
            parent=parent,
        )
        page = Page("none", "m")
        chips = spaced(QHBoxLayout(), gap="s")
        if draft.urgent:
            chips.addWidget(Chip(Badge(self.tr("Brådskande"), ToneName.DANGER, "warning")))
        chips.addWidget(Chip(channel_badge(draft.channel)))
        chips.addStretch()
        page.body.addLayout(chips)
        told = ", ".join(filter(None, (receiver.name, receiver.about)))
        page.body.addWidget(Text(self.tr("Till {name}").format(name=told), Type.LEAD, wrap=True))
        size = Type.LEAD if len(draft.text) > LONG else Type.TITLE
        self.text = Text(draft.text, size, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        page.body.addWidget(self.text)
        if draft.caller:
            words = self.tr("Från {name}").format(name=draft.caller)
            page.body.addWidget(Text(words, Type.LEAD, wrap=True))
        if draft.callback:
            words = self.tr("Ring upp {number}").format(number=shown_number(draft.callback))
            page.body.addWidget(Text(words, Type.TITLE, figures=True))
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH if len(draft.text) > LONG else LITTLE)
        self.not_read = Button(self.tr("Spara utan att läsa upp"))
        self.not_read.clicked.connect(self.unread)
        self.add_act(self.not_read)

    def open(self) -> None:
        """Enter is yes, when one has read: the focus is nowhere else."""
        super().open()
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        self.not_read.setEnabled(not busy)
