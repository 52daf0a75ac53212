"""Looks into the record of the person in sight: words are looked for, an entry is opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from kundcenter.domain.grounds import Ground
from kundcenter.domain.word_search import Found
from ui.link import Marks
from ui.panels.entry import EntryDialog
from ui.panels.history import HistoryView
from ui.past import PastWatch
from ui.services import Services
from ui.tasks import Tasks


class RecordLook(QObject):
    """`ground` says why the operator may look, when asked."""

    def __init__(
        self, tasks: Tasks, services: Services, view: HistoryView, ground: Callable[[], Ground]
    ) -> None:
        super().__init__(view)
        self._tasks, self._services, self._view, self._ground = tasks, services, view, ground
        view.follow(Marks.of(tasks, services))
        view.past.follow(PastWatch.of(tasks))
        view.searching.connect(self._search)
        view.opened.connect(self._open)

    def _search(self, words: str) -> None:
        person_id = self._view.person_id
        if person_id is not None:
            verb = partial(self._services.journal.search, person_id, words, self._ground())
            show, refuse = partial(self._show, person_id), self._view.refuse
            self._tasks.run(self, verb, show, refuse, topic="record")

    def _show(self, person_id: UUID, found: tuple[Found, ...]) -> None:
        if person_id == self._view.person_id:  # nobody else has come meanwhile
            self._view.show_found(found)

    def _open(self, entry_id: UUID) -> None:
        ground, parent = self._ground(), self._view
        EntryDialog(self._tasks, self._services, entry_id, ground, parent).open()
