"""The link to the centre at the window: its place in the status bar, its page, its warnings."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject

from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.link import Burden, LinkState, Phase
from kundcenter.domain.work_items import WorkItem
from ui.actions import Action, words_of
from ui.dialogs.link_details import LinkDialog, advice
from ui.link import LinkView, Marks
from ui.panels.link_state import LinkItem
from ui.panels.removal_part import RemovalPart
from ui.past import PastWatch
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence_of
from ui.verb_words import verb_words
from ui.widgets.key_hint import key_text
from ui.widgets.notices import Severity
from ui.window import Window

_TROUBLES = {Phase.STUCK, Phase.STOPPED}


class LinkWatch(QObject):
    """Shows how the link is.  Those who lead are also told when it needs a person."""

    def __init__(self, tasks: Tasks, services: Services, window: Window, view: LinkView) -> None:
        super().__init__(window)
        self._window, self._view, self._now = window, view, services.now
        self._tasks, self._link = tasks, services.link
        self._marks = Marks.of(tasks, services)
        self._marks.rejected.connect(self._on_rejected)
        self._leads = False
        self._told: object = None
        self.item = LinkItem(view, services.now)
        window.status.put_item("link", self.item)
        self.item.opened.connect(self.open)
        view.changed.connect(self._on_changed)
        view.changed.connect(PastWatch.of(tasks).show)

    def open(self) -> None:
        """All that is known of it."""
        dialog = LinkDialog(self._view, self._now, self._window)
        if self._link is not None:
            dialog.body.addWidget(RemovalPart(self._tasks, self._link))
        dialog.open()

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

    def _on_rejected(self, items: tuple[WorkItem, ...]) -> None:
        """Whoever believes that a claim holds has to know at once that it does not."""
        for item in items:
            words = self.tr("Avvisad: {verb}. {why} Vad du kan göra står under {page} ({keys}).")
            told = words.format(
                verb=verb_words(item.verb).lower(),
                why=sentence_of(item.code),
                page=words_of(Action.TO_DO),
                keys=key_text(Action.TO_DO),
            )
            self._window.notices.say(told, Severity.WARNING)

    def _on_changed(self, state: LinkState) -> None:
        self._marks.look()
        self._warn(state)

    def _warn(self, state: LinkState) -> None:
        """Once for each trouble, until it is over."""
        grave = state.burden(self._now()) is Burden.GRAVE
        needed = state.phase in _TROUBLES or grave or bool(state.doubt)
        trouble = (state.phase, state.code, grave, state.doubt) if needed else None
        if trouble == self._told:
            return
        if trouble is None or self._leads:
            self._told = trouble
        if trouble is not None and self._leads:
            self._window.notices.say(advice(state, self._now()), Severity.WARNING)
