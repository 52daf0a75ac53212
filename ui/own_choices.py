"""What the signed-in operator has chosen: the look and the keys.  Worn here, kept in the store."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.dialogs.keys import KeysDialog
from ui.dialogs.look import LookDialog
from ui.dialogs.password import OwnPasswordDialog
from ui.keys import keys
from ui.looks import look_of, words_of
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.look import Look
from ui.theme.wear import wear
from ui.window import Window


class OwnChoices(QObject):
    """`said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window
        self._look = Look()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app = app

    def put_on(self) -> None:
        """Wear what the operator who has come in chose before."""
        self._tasks.run(self, self._services.choices.mine, self._wear_all, self._refuse)

    def take_off(self) -> None:
        """Nobody sits here: the plain look, the keys that the program comes with."""
        self._wear_all({})

    def ask_look(self) -> None:
        dialog = LookDialog(self._look, parent=self._window)
        kept = self._look
        dialog.tried.connect(self._wear)
        dialog.confirmed.connect(partial(self._keep_look, dialog))
        dialog.rejected.connect(partial(self._wear, kept))
        dialog.open()

    def ask_keys(self) -> None:
        """All keys at a glance, to be changed there."""
        dialog = KeysDialog(parent=self._window)
        dialog.kept.connect(self._keep_keys)
        dialog.open()

    def ask_password(self) -> None:
        """Another password for whoever sits here."""
        dialog = OwnPasswordDialog(self._tasks, self._services, parent=self._window)
        dialog.said.connect(self.said)
        dialog.open()

    def _keep_keys(self, actions: tuple[Action, ...]) -> None:
        for action in actions:
            self._keep(*keys().kept(action))

    def _keep_look(self, dialog: LookDialog) -> None:
        look = dialog.look
        dialog.accept()
        self._wear(look)
        self._keep("look", words_of(look))

    def _keep(self, name: str, value: str) -> None:
        verb = partial(self._services.choices.set, name, value)
        self._tasks.run(self, verb, refused=self._refuse)

    def _wear_all(self, choices: dict[str, str]) -> None:
        self._wear(look_of(choices.get("look", "")))
        keys().wear(choices)

    def _wear(self, look: Look) -> None:
        self._look = look
        wear(self._app, look)

    def _refuse(self, error: KundcenterError) -> None:
        self.refused.emit(error)
