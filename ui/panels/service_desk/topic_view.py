"""One knowledge card, as it is read to a caller."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.service_desk.topics import Topic
from ui.actions import Action
from ui.dialling import Dialling
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.numbers import shown_number
from ui.service_desk.words import demonstration_badge, review_badge
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chip import Chip
from ui.widgets.page import Page
from ui.widgets.speech import named
from ui.widgets.text import Text

LEFT = Qt.AlignmentFlag.AlignLeft


class TopicView(Page):
    """Nothing can be changed here.  `copy_wanted` that the link is to be copied."""

    copy_wanted = Signal()

    def __init__(
        self, keeper: DirectoryKeeper, dialling: Dialling, parent: QWidget | None = None
    ) -> None:
        super().__init__("m", "m", parent=parent)
        named(self, self.tr("Kunskapskortet"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the arrows and PgDn read on
        self._keeper, self._dialling = keeper, dialling
        self._topic: Topic | None = None
        self.show_topic(None)

    @property
    def topic(self) -> Topic | None:
        """The one that is shown."""
        return self._topic

    def show_topic(self, topic: Topic | None) -> None:
        """Show a card from its top, or none."""
        if topic is None or self._topic is None or topic.id != self._topic.id:
            self.verticalScrollBar().setValue(0)
        self._topic = topic
        emptied(self.body)
        self.setVisible(topic is not None)
        if topic is None:
            return
        sheet = QWidget()
        column = spaced(QVBoxLayout(sheet), gap="m")
        self._write(topic, column)
        column.addStretch()
        self.body.addWidget(sheet)
        named(self, self.tr("Kunskapskortet"), topic.told.title)

    def _write(self, topic: Topic, column: QVBoxLayout) -> None:
        told = topic.told
        title = Text(told.title, Type.TITLE, wrap=True)
        title.setProperty("heading", True)
        column.addWidget(title)
        column.addWidget(Text(label(told.heading), role="muted", wrap=True))
        marks = spaced(QVBoxLayout(), gap="xs")
        marks.addWidget(Chip(review_badge(topic, local(self._keeper.now).date())), 0, LEFT)
        if told.demonstration:
            marks.addWidget(Chip(demonstration_badge()), 0, LEFT)
        column.addLayout(marks)
        for part in told.text.split("\n\n"):
            column.addWidget(Text(part.strip(), wrap=True))
        if told.link:
            self._write_link(told.link, column)
        self._write_unit(topic, column)
        words = self.tr("Svarar för kortet: {owner}. Version {number}.")
        column.addWidget(
            Text(
                words.format(owner=told.owner, number=topic.number),
                Type.SMALL,
                role="muted",
                wrap=True,
            )
        )

    def _write_link(self, link: str, column: QVBoxLayout) -> None:
        shown = Text(link.removeprefix("https://"), role="accent", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = Button(
            self.tr("Kopiera länken"), ButtonKind.QUIET, icon="copy", keys=Action.SERVICE_LINK
        )
        copy.clicked.connect(self.copy_wanted)
        column.addWidget(shown)
        column.addWidget(copy, 0, LEFT)

    def _write_unit(self, topic: Topic, column: QVBoxLayout) -> None:
        card = self._keeper.unit(topic.told.unit_id)
        if card is None:
            return
        column.addWidget(Text(card.unit.name, wrap=True))
        if not card.unit.phone:
            return
        row = spaced(QHBoxLayout(), gap="s")
        row.addWidget(Text(shown_number(card.unit.phone), figures=True))
        ring = Button(
            self.tr("Ring"),
            ButtonKind.QUIET,
            icon="phone-out",
            name=self.tr("Ring {unit}").format(unit=card.unit.name),
        )
        ring.clicked.connect(partial(self._dialling.dial, card.unit.phone, self))
        row.addWidget(ring)
        row.addStretch()
        column.addLayout(row)
