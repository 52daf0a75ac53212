"""Text of alarms that stands in no note: kept for who wrote it, offered, and never put by itself.

Whose it is the program cannot know: a later call may be about anybody.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.actions import Action
from ui.dialogs.alarm_text import AlarmTextDialog
from ui.panels.alarm_notes import LeftText, left_texts
from ui.panels.card import CallCard
from ui.panels.cards import CardsPage
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.times import lately
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.window import Window

BANNER = "alarm_text"


class LeftAlarms(QObject):
    """A line across the window says that there is such a text; it is read in a dialog.

    `keep_cards` is called when a card has got the text, before it is forgotten here.
    """

    def __init__(self, tasks: Tasks, services: Services, window: Window, cards: CardsPage) -> None:
        super().__init__(window)
        self._tasks, self._services = tasks, services
        self._window, self._cards = window, cards
        self.keep_cards: Callable[[], None] = lambda: None
        self._found: tuple[LeftText, ...] = ()
        self._held: list[LeftText] = []

    @property
    def waiting(self) -> tuple[LeftText, ...]:
        """The texts that nobody has decided about, the oldest first."""
        return (*self._found, *self._held)

    def look(self) -> None:
        """Look for what is kept, and say so."""
        verb = partial(left_texts, self._services)
        self._tasks.run(self, verb, self._on_found, lambda _: None, topic="left-alarms")

    def hold(self, left: LeftText) -> None:
        """Remember a text that the store did not take."""
        self._held.append(left)
        self._show()

    def hide(self) -> None:
        """The desk is locked."""
        self._window.hide_banner(BANNER)

    def forget(self) -> None:
        """The operator has left; what is kept is kept for them."""
        self._found = ()
        self._held.clear()
        self.hide()

    def show(self) -> None:
        """Show the oldest text, and what can be done with it."""
        if not self.waiting:
            return
        left = self.waiting[0]
        card = self._card_for(left)
        onto = card.call if card is not None else None
        dialog = AlarmTextDialog(left.raised_at, left.words, onto, parent=self._window)
        dialog.dropping.connect(dialog.accept)
        dialog.dropping.connect(partial(self._drop, left))
        if card is not None:
            place = (card.call.id, left.words, card.in_sight)
            dialog.confirmed.connect(dialog.accept)
            dialog.confirmed.connect(lambda: self._insert(left, place))
        dialog.open()

    def _insert(self, left: LeftText, place: tuple[UUID, str, UUID]) -> None:
        if self._cards.note_alarm(*place):
            self.keep_cards()
            self._drop(left)

    def _drop(self, left: LeftText) -> None:
        if left.alarm_id is None:
            self._held = [each for each in self._held if each is not left]
            self._show()
            return
        verb = partial(self._services.drafts.drop_alarm, left.alarm_id)
        self._tasks.run(self, verb, lambda _: self.look(), lambda _: self.look())

    def _card_for(self, left: LeftText) -> CallCard | None:
        """The card in sight, if the text may belong there and there is a note."""
        card = self._cards.current
        if card is None or card.panel is None or not self._cards.isVisible():
            return None
        return card if left.call_id in {None, card.call.id} else None

    def _on_found(self, found: tuple[LeftText, ...]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        self.hide()
        if not self.waiting or not self._window.at_desk:
            return
        times = ", ".join(lately(each.raised_at) for each in self.waiting)
        said = self.tr("Text från larm 112 ({times}) står inte i någon anteckning.")
        banner = LeftBanner(said.format(times=times))
        banner.showing.connect(self.show)
        self._window.show_banner(BANNER, banner)


class LeftBanner(QFrame):
    """`showing` asks for the text."""

    showing = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = spaced(QHBoxLayout(self), ("m", "xs"), "s")
        row.addWidget(Banner(sentence, ToneName.WARNING, icon="warning", wrap=True), 1)
        show = Button(self.tr("Visa texten"), icon="note")
        show.clicked.connect(self.showing)
        show.answer_to(Action.ALARM_TEXT)
        row.addWidget(show)
