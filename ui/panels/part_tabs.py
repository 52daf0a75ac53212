"""Tabs that say how each thing stands: an icon and a word, never a name; and the row of parts."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QWidget

from kundcenter.domain.parts import PartKind
from ui.actions import Action
from ui.badges import Badge
from ui.icons import icon
from ui.labels import label
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.key_hint import key_text
from ui.widgets.speech import named


@dataclass(frozen=True, slots=True)
class TabState:
    """What one tab says: what it is, and how it stands."""

    words: str
    badge: Badge


class StateTabs(QTabBar):
    """Tabs by id; `chosen` carries the id of the one that was gone to."""

    chosen = Signal(object)

    def __init__(self, name: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        named(self, name, key_text(keys))
        self._states: dict[UUID, TabState] = {}
        self.currentChanged.connect(self._on_current)

    @property
    def ids(self) -> tuple[UUID, ...]:
        """From the left."""
        return tuple(self.tabData(at) for at in range(self.count()))

    @property
    def current(self) -> UUID | None:
        found = self.tabData(self.currentIndex())
        return found if isinstance(found, UUID) else None

    def show_state(self, id: UUID, state: TabState) -> None:
        """Show how it stands; a tab more if it has none."""
        if self._states.get(id) == state:
            return
        self._states[id] = state
        at = self._place(id)
        if at < 0:
            at = self.addTab("")
            self.setTabData(at, id)
        self._write(at)
        if at == self.currentIndex():
            self._on_current()  # the first one became current before it had its id

    def choose(self, id: UUID) -> None:
        self.setCurrentIndex(self._place(id))

    def remove(self, id: UUID) -> None:
        if id in self._states:
            del self._states[id]
            self.removeTab(self._place(id))

    def step(self, by: int) -> None:
        """To the next one, and from the last to the first."""
        if self.count() > 1:
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_states"):
            for at in range(self.count()):
                self._write(at)

    def _write(self, at: int) -> None:
        state = self._states[self.tabData(at)]
        badge = state.badge
        said = f"{state.words}  {badge.text}" if badge.text else state.words
        if self.tabText(at) != said:
            self.setTabText(at, said)
            self.setAccessibleTabName(at, said)
        side = round(current().metrics.icon * 0.9)
        self.setIconSize(QSize(side, side))
        role = "muted" if badge.tone is ToneName.NEUTRAL else badge.tone.value
        self.setTabIcon(at, icon(badge.icon or "note", role, side))

    def _place(self, id: UUID) -> int:
        return next((at for at in range(self.count()) if self.tabData(at) == id), -1)

    def _on_current(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)


class PartTabs(QFrame):
    """The parts of one call from the left, and what can be done with the call as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, self.tr("Samtalets delar"))
        self.tabs = StateTabs(self.tr("Delar"), Action.NEXT_PART)
        self.more = Button(self.tr("Ny del"), ButtonKind.QUIET, icon="plus", keys=Action.ADD_PART)
        self.hand_over = Button(
            self.tr("Lämna över"), ButtonKind.QUIET, icon="phone-transfer", keys=Action.HAND_OVER
        )
        self.setObjectName("partTabs")
        row = spaced(QHBoxLayout(self), gap="s")
        row.addWidget(self.tabs, 1)
        row.addWidget(self.more)
        row.addWidget(self.hand_over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Where it is narrow the key caps go first."""
        gap, buttons = current().metrics.space("s"), (self.more, self.hand_over)
        wanted = sum(button.width_with_keys() + gap for button in buttons)
        for button in buttons:
            button.show_keys(wanted + self.tabs.sizeHint().width() <= self.width())


def kind_word(kind: PartKind, number: int) -> str:
    """ "Rådgivning", and from the second of its kind on "Rådgivning 2"."""
    return label(kind) if number < 2 else f"{label(kind)} {number}"
