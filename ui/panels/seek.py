"""A number that nobody has at this desk is sought at the centre, while a new person is entered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from kundcenter.domain.identity import PersonId
from kundcenter.domain.people import Person
from ui.dialogs.person import RegisterDialog
from ui.past import PastWatch, seeking
from ui.services import Services
from ui.tasks import Tasks


class SeekAtCentre(QObject):
    """Lives as long as the dialog.  Whoever is found there is opened in the dialog's place."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        dialog: RegisterDialog,
        identity: PersonId,
        found: Callable[[UUID], object],
    ) -> None:
        super().__init__(dialog)
        self._tasks, self._services = tasks, services
        self._dialog, self._identity, self._found = dialog, identity, found
        self._asked = False
        self._watch = PastWatch.of(tasks)
        if services.link is not None:
            services.link.seek(identity)
            self._watch.changed.connect(self._look)
            self._look()

    def _look(self) -> None:
        link = self._services.link
        if link is None or self._asked:
            return
        if link.has_come(self._identity):
            self._asked = True
            find = partial(self._services.people.find, self._identity)
            self._tasks.run(self, find, self._show, lambda _: None, topic="find")
        words = seeking(near=self._watch.near) if self._watch.past.seeking else ""
        self._dialog.say_elsewhere(words)

    def _show(self, person: Person | None) -> None:
        if person is not None:
            self._dialog.reject()
            self._found(person.id)
