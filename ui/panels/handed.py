"""Cards on their way from one colleague to another: what waits for me, and what I have offered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.hand_overs import Handed
from ui.actions import Action
from ui.numbers import number_of_call
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.times import clock
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.speech import named
from ui.widgets.text import Glyph, Text


class HandedList(QFrame):
    """`taking` and `declining` carry the id of a call.  Not there while nothing waits."""

    taking = Signal(object)
    declining = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, self.tr("Överlämnade till dig"))
        self.setObjectName("handed")
        self._shown: tuple[Handed, ...] = ()
        column = spaced(QVBoxLayout(self), ("l", "s"), "s")
        self._rows = spaced(QVBoxLayout(), gap="s")
        column.addWidget(Text(self.tr("Överlämnade till dig"), Type.STRONG))
        column.addLayout(self._rows)
        self.hide()

    @property
    def shown(self) -> tuple[Handed, ...]:
        return self._shown

    def show_handed(self, handed: tuple[Handed, ...]) -> None:
        if handed == self._shown:
            return
        self._shown = handed
        emptied(self._rows)
        for at, each in enumerate(handed):
            self._rows.addWidget(self._row(each, keys=Action.TAKE if at == 0 else ""))
        self.setVisible(bool(handed))

    def take_first(self) -> None:
        if self._shown:
            self.taking.emit(self._shown[0].call.id)

    def _row(self, handed: Handed, *, keys: str) -> QWidget:
        call, offer = handed.call, handed.hand_over
        row = QWidget()
        line = spaced(QHBoxLayout(row), gap="s")
        about = self.tr("{number}, {time}, från {name}").format(
            number=number_of_call(call), time=clock(call.rang_at), name=handed.giver
        )
        words = spaced(QVBoxLayout(), gap="xs")
        words.addWidget(Text(about, figures=True))
        if offer.brief:
            words.addWidget(Text(offer.brief, Type.SMALL, role="muted", wrap=True))
        line.addWidget(Glyph("phone-transfer", "info"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        decline = Button(self.tr("Avböj"), ButtonKind.QUIET)
        decline.clicked.connect(partial(self.declining.emit, call.id))
        if keys:  # the first in the row, as with the other button
            decline.answer_to(Action.DECLINE)
        take = Button(self.tr("Ta över"), icon="check", keys=keys)
        take.clicked.connect(partial(self.taking.emit, call.id))
        for button in (decline, take):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


class OfferedBanner(QFrame):
    """The card waits for a colleague; it can be taken back.  `withdrawing` asks for that."""

    withdrawing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = spaced(QHBoxLayout(self), ("m", "xs"), "s")
        sentence = self.tr("Överlämnat: kortet väntar på att kollegan tar det.")
        row.addWidget(Banner(sentence, ToneName.INFO, icon="phone-transfer", wrap=True), 1)
        back = Button(self.tr("Ta tillbaka"), icon="undo")
        back.clicked.connect(self.withdrawing)
        back.answer_to(Action.WITHDRAW, cap=True)
        row.addWidget(back)
