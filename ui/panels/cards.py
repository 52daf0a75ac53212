"""The open cards, one per call in hand, and what stands there when none is open."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call
from ui.labels import label
from ui.numbers import number_of_call
from ui.panels.card import CallCard
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.space import spaced
from ui.times import clock
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.key_hint import key_text
from ui.widgets.speech import named

NEXT_KEYS, BACK_KEYS = "Ctrl+Tab", "Ctrl+Shift+Tab"


class CardsPage(QWidget):
    """`registering` asks for a call by hand; `shown` carries the id of the call whose card is in
    sight, or None; the cards' own signals are passed on."""

    registering = Signal()
    shown = Signal(object)
    refused = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._cards: dict[UUID, CallCard] = {}
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        named(self.tabs, self.tr("Öppna samtal"), key_text(NEXT_KEYS))
        self.tabs.currentChanged.connect(self._on_tab)
        register = Button(self.tr("Nytt samtal"), ButtonKind.PRIMARY, icon="plus", keys="Ctrl+N")
        register.clicked.connect(self.registering)
        self._empty = EmptyState(
            self.tr("Inget samtal pågår"),
            self.tr("Kortet öppnas när du svarar. Samtal utan växel registrerar du själv."),
            icon="headset",
            action=register,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        column = spaced(QVBoxLayout(self), gap="none")
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.hide()
        QShortcut(QKeySequence(NEXT_KEYS), self, partial(self._step, 1))
        QShortcut(QKeySequence(BACK_KEYS), self, partial(self._step, -1))
        tasks.changed.connect(self._on_changed)

    @property
    def current(self) -> CallCard | None:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, CallCard) else None

    @property
    def unsaved(self) -> bool:
        """Whether any card has text that no version holds."""
        return any(card.unsaved for card in self._cards.values())

    def open(self, call_id: UUID) -> None:
        """Show the card of a call, made if it is not there."""
        if call_id in self._cards:
            self._choose(call_id)
        else:
            verb = partial(self._services.calls.get, call_id)
            self._tasks.run(self, verb, self._add, self.refused.emit)

    def clear(self) -> None:
        """Put every card away; what was saved stays in the store."""
        for call_id in list(self._cards):
            self._remove(call_id)

    def _add(self, call: Call) -> None:
        if call.id in self._cards:
            return
        # In its place from the beginning: to be moved there afterwards costs a fifth more.
        card = CallCard(self._tasks, self._services, call, self._stack)
        self._cards[call.id] = card
        card.closed.connect(partial(self._remove, call.id))
        card.refused.connect(self.refused)
        card.print_wanted.connect(self.print_wanted)
        self._stack.addWidget(card)
        at = self.tabs.addTab(_title(call))
        self.tabs.setTabData(at, call.id)
        self._choose(call.id)
        card.take_focus()

    def _choose(self, call_id: UUID) -> None:
        self.tabs.setCurrentIndex(self._tab(call_id))
        self._on_tab()

    def _remove(self, call_id: UUID) -> None:
        card = self._cards.pop(call_id, None)
        if card is None:
            return
        self.tabs.removeTab(self._tab(call_id))
        self._stack.removeWidget(card)
        card.deleteLater()
        self._on_tab()

    def _on_tab(self) -> None:
        self.tabs.setVisible(self.tabs.count() > 1)
        chosen = self._cards.get(self.tabs.tabData(self.tabs.currentIndex()))
        self._stack.setCurrentWidget(chosen or self._empty)
        self.shown.emit(chosen.call.id if chosen else None)

    def _step(self, by: int) -> None:
        if self.tabs.count() > 1:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
            card = self.current
            if card is not None:
                card.take_focus()

    def _tab(self, call_id: UUID) -> int:
        return next((at for at in range(self.tabs.count()) if self.tabs.tabData(at) == call_id), -1)

    def _on_changed(self, changes: Changes) -> None:
        for call_id in changes.of("call"):
            if call_id in self._cards:
                verb = partial(self._services.calls.get, call_id)
                self._tasks.run(self, verb, self._rename, lambda _: None)

    def _rename(self, call: Call) -> None:
        self.tabs.setTabText(self._tab(call.id), _title(call))


def _title(call: Call) -> str:
    """Number, clock and state; never a name."""
    return f"{number_of_call(call)}  {clock(call.rang_at)}  {label(call.state)}"
