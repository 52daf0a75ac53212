"""Reads a written note again: when this desk has added to it, or another one has changed it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kundcenter.changes import Changes
from kundcenter.errors import KundcenterError
from ui.panels.note_state import Written
from ui.services import Services
from ui.tasks import Tasks


class NoteAgain(QObject):
    """`found` carries the entry as it is opened anew, which is a look that is logged.

    `written` is what stands there, None for nothing; `free` whether it may be replaced: never
    while somebody is writing in it.
    """

    found = Signal(object)  # OpenEntry
    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        written: Callable[[], Written | None],
        free: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._written, self._free = written, free
        tasks.came.connect(self._on_came)

    def read(self) -> None:
        """Open the entry again."""
        self._read(self.refused.emit)

    def _on_came(self, changes: Changes) -> None:
        written = self._written()
        if written is not None and written.entry_id in changes.of("entry") and self._free():
            self._read(lambda _: None)  # behind a lock it is read when there is more

    def _read(self, refused: Callable[[KundcenterError], object]) -> None:
        written = self._written()
        if written is not None:
            verb = partial(self._services.journal.open, written.entry_id)
            self._tasks.run(self, verb, self.found.emit, refused, topic="again")
