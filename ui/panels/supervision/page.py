"""The page that tells how things stand: one view of several, each for those who may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kundcenter.domain.access import MATRIX, Function, Role
from ui.actions import Action, words_of
from ui.badges import Badge
from ui.keys import keys
from ui.panels.supervision.aims import AimsView
from ui.panels.supervision.explore import ExploreView
from ui.panels.supervision.live import LiveView
from ui.panels.supervision.mine import MineView
from ui.panels.supervision.quality import QualityView
from ui.panels.supervision.roster import RosterView
from ui.panels.supervision.shift import ShiftView
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.choice_row import Choice, Segments
from ui.widgets.speech import named
from ui.widgets.text import Text

SAYS = ("said", "refused", "act_wanted")  # what a view may have to tell


@dataclass(frozen=True, slots=True)
class Tab:
    """One view.  `function` is what an operator must be allowed to do to see it."""

    action: Action  # its key on the page
    function: Function
    make: Callable[[Tasks, Services], QWidget]


TABS = (  # as they are numbered
    Tab(Action.SUPERVISION_NOW, Function.SEE_LIVE, LiveView),
    Tab(Action.SUPERVISION_MINE, Function.OWN_FIGURES, MineView),
    Tab(Action.SUPERVISION_SHIFT, Function.SEE_FIGURES, ShiftView),
    Tab(Action.SUPERVISION_EXPLORE, Function.SEE_FIGURES, ExploreView),
    Tab(Action.SUPERVISION_QUALITY, Function.GIVE_FEEDBACK, QualityView),
    Tab(Action.SUPERVISION_ROSTER, Function.SEE_ROSTER, RosterView),
    Tab(Action.SUPERVISION_AIMS, Function.EDIT_TARGETS, AimsView),
)
BY_ACTION = {tab.action: tab for tab in TABS}
NUMBERS = {tab.action: str(at) for at, tab in enumerate(TABS, 1)}


class SupervisionPage(QWidget):
    """`said` carries a sentence and `refused` an error for a notice; `act_wanted` an Action.

    A view is made when it is first shown: most who sit down look at one of them.
    """

    said = Signal(str)
    refused = Signal(object)
    act_wanted = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._views: dict[Action, QWidget] = {}
        self._offered: tuple[Action, ...] = ()
        self._shown: Action | None = None
        self.choice: Segments | None = None  # made of what the operator may see
        self._stack = QStackedWidget()
        title = Text(self.tr("Läget"), Type.TITLE)
        title.setProperty("heading", True)
        self._head = spaced(QHBoxLayout(), gap="l")
        self._head.addWidget(title)
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        for tab in TABS:
            keys().bind(self, tab.action, partial(self.show_tab, tab.action))

    # -- what the window asks ------------------------------------------------------------------

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Offer whoever has these roles what is theirs to see."""
        offered = tuple(tab.action for tab in TABS if MATRIX[tab.function] & roles)
        if offered == self._offered:
            return
        self._offered = offered
        self._shown = offered[0] if offered else None
        self._make_choice()

    def take_focus(self) -> None:
        view = self.view
        act = getattr(view, "take_focus", None)
        if act is not None:
            act()

    def refresh(self) -> None:
        if self._shown is None:
            return
        if self._shown not in self._views:
            self._make(self._shown)
        view = self._views[self._shown]
        self._stack.setCurrentWidget(view)
        act = getattr(view, "refresh", None)
        if act is not None:
            act()

    def forget(self) -> None:
        """The operator has left: the next one begins with nothing of theirs."""
        self._offered, self._shown = (), None
        views, self._views = self._views, {}
        for view in views.values():
            act = getattr(view, "forget", None)
            if act is not None:
                act()
            self._stack.removeWidget(view)
            view.deleteLater()

    # -- which view ----------------------------------------------------------------------------

    @property
    def view(self) -> QWidget | None:
        """The view in sight, when one has been shown."""
        return None if self._shown is None else self._views.get(self._shown)

    @property
    def offered(self) -> tuple[Action, ...]:
        """The views that the operator may see, by their actions."""
        return self._offered

    def lead_back(self) -> None:
        """How it stands now, or the first that the operator may see."""
        if self._offered:
            self.show_tab(self._offered[0])

    def show_tab(self, action: Action) -> None:
        """Show a view that is offered; any other stays where it is."""
        if action not in self._offered:
            return
        self._shown = action
        if self.choice is not None:
            self.choice.choose(action)
        self.refresh()
        self.take_focus()

    def _make(self, action: Action) -> None:
        view = BY_ACTION[action].make(self._tasks, self._services)
        for name in SAYS:
            signal = getattr(view, name, None)
            if signal is not None:
                signal.connect(getattr(self, name))
        self._views[action] = view
        self._stack.addWidget(view)

    def _make_choice(self) -> None:
        if self.choice is not None:
            self._head.removeWidget(self.choice)
            self.choice.deleteLater()
            self.choice = None
        if not self._offered:
            return
        words = self._words()
        self.choice = Segments(
            [Choice(each, Badge(words[each])) for each in self._offered],
            [NUMBERS[each] for each in self._offered],
            dense=True,
        )
        named(self.choice, self.tr("Vad som visas"))
        self.choice.choose(self._shown)
        self.choice.chosen.connect(self._on_chosen)
        self._head.addWidget(self.choice, 1)

    def _words(self) -> dict[Action, str]:
        """Short, so that all of them stand in one row."""
        return {
            Action.SUPERVISION_NOW: self.tr("Nu"),
            Action.SUPERVISION_MINE: self.tr("Mitt pass"),
            Action.SUPERVISION_SHIFT: words_of(Action.SUPERVISION_SHIFT),
            Action.SUPERVISION_EXPLORE: words_of(Action.SUPERVISION_EXPLORE),
            Action.SUPERVISION_QUALITY: words_of(Action.SUPERVISION_QUALITY),
            Action.SUPERVISION_ROSTER: words_of(Action.SUPERVISION_ROSTER),
            Action.SUPERVISION_AIMS: self.tr("Mål"),
        }

    def _on_chosen(self, value: str) -> None:
        self._shown = Action(value)
        self.refresh()
