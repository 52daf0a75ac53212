"""Whom earlier calls from the number were about, and how often it has called lately."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.people import Person
from kundcenter.domain.repeats import Radar
from kundcenter.domain.triage import CodeSet
from ui.panels.radar import RadarView
from ui.people import age_of, name_of
from ui.theme.space import emptied, spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text import Text


class Candidates(QWidget):
    """`chosen` carries the id of a person.  A protected one is offered without name or age.

    Tab comes to them after `follow`: what is made later would else be last in its order.
    """

    chosen = Signal(object)
    follow: QWidget | None = None

    def __init__(self, codes: Mapping[str, CodeSet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radar = RadarView(codes, self)
        self._offered = spaced(QVBoxLayout(), gap="s")
        column = spaced(QVBoxLayout(self), gap="m")
        column.addLayout(self._offered)
        column.addWidget(self.radar)
        self.hide()

    def offer(self, people: tuple[Person, ...]) -> None:
        """One button each, the latest first."""
        emptied(self._offered)
        if people:
            self._offered.addWidget(Text(self.tr("Tidigare samtal från numret"), role="muted"))
        before = self.follow
        for person in people:
            words = ", ".join(filter(None, (name_of(person), age_of(person))))
            button = Button(words, ButtonKind.SECONDARY, icon="person")
            button.clicked.connect(partial(self.chosen.emit, person.id))
            self._offered.addWidget(button)
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button
        self._show()

    def show_radar(self, radar: Radar) -> None:
        """Calls from the number, as long as nobody knows whom it is about."""
        self.radar.show_radar(radar)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._offered.count()) or not self.radar.isHidden())
