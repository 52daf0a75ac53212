"""The link to the centre at the window: its place in the status bar, its page, its warnings."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject

from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.link import Burden, LinkState, Phase
from ui.dialogs.link_details import LinkDialog, advice
from ui.link import LinkView, Marks
from ui.panels.link_state import LinkItem
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.notices import Severity
from ui.window import Window

_TROUBLES = {Phase.STUCK, Phase.STOPPED}


class LinkWatch(QObject):
    """Shows how the link is.  Those who lead are also told when it needs a person."""

    def __init__(self, tasks: Tasks, services: Services, window: Window, view: LinkView) -> None:
        super().__init__(window)
        self._window, self._view, self._now = window, view, services.now
        self._marks = Marks.of(tasks, services)
        self._leads = False
        self._told: object = None
        self.item = LinkItem(view, services.now)
        window.status.put_item("link", self.item)
        self.item.opened.connect(self.open)
        view.changed.connect(self._on_changed)

    def open(self) -> None:
        """All that is known of it."""
        LinkDialog(self._view, self._now, self._window).open()

    def sit_down(self, roles: Collection[Role]) -> None:
        """An operator with these roles has come."""
        self._leads = bool(MATRIX[Function.CLOSE_FOR_OTHERS] & frozenset(roles))
        self._told = None
        self._marks.look()
        self._warn(self._view.state)

    def stand_up(self) -> None:
        """The operator has left."""
        self._leads = False
        self._marks.forget()

    def _on_changed(self, state: LinkState) -> None:
        self._marks.look()
        self._warn(state)

    def _warn(self, state: LinkState) -> None:
        """Once for each trouble, until it is over."""
        grave = state.burden(self._now()) is Burden.GRAVE
        trouble = (state.phase, state.code, grave) if state.phase in _TROUBLES or grave else None
        if trouble == self._told:
            return
        if trouble is None or self._leads:
            self._told = trouble
        if trouble is not None and self._leads:
            self._window.notices.say(advice(state, self._now()), Severity.WARNING)
