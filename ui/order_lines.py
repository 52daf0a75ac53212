"""The orders to send nobody to a unit, across the window while they hold."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import Action
from ui.directory_keeper import DirectoryKeeper
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.unit_words import redirect_text
from ui.widgets.banner import Banner
from ui.widgets.key_hint import key_text
from ui.window import Window

BANNER = "redirects"
FULL = 2  # lines: the page below needs the room more


class OrderLines(QObject):
    """One line for each of the first orders, and one that tells how many more there are."""

    def __init__(self, keeper: DirectoryKeeper, window: Window) -> None:
        super().__init__(window)
        self._keeper, self._window = keeper, window
        self._said: tuple[str, ...] = ()
        keeper.changed.connect(self.show)
        keeper.aged.connect(self.show)

    def show(self) -> None:
        """As it is now; a line that says the same stays where it is."""
        words = self._words()
        if words == self._said:
            return
        self._said = words
        if not words:
            self._window.hide_banner(BANNER)
            return
        lines = QWidget()
        column = spaced(QVBoxLayout(lines), gap="none")
        for sentence in words:
            column.addWidget(Banner(sentence, ToneName.WARNING, icon="arrow-right", wrap=True))
        self._window.show_banner(BANNER, lines)

    def _words(self) -> tuple[str, ...]:
        now, orders = self._keeper.now, self._keeper.redirects
        words = [redirect_text(order, self._keeper.name, now) for order in orders[:FULL]]
        more = len(orders) - FULL
        if more > 0:
            told = self.tr("Ytterligare {count} omdirigeringar gäller: {keys}")
            words.append(told.format(count=more, keys=key_text(Action.UNITS)))
        return tuple(words)
