"""The bar beneath a note: how it stands to the left, what one can do with it to the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.actions import Action
from ui.link import Marks
from ui.panels.note_state import NoteState, fresh
from ui.widgets.action_bar import ActionBar
from ui.widgets.buttons import Button, ButtonKind, IconButton


class NoteBar(QObject):
    """`acts` are done by the buttons, and by keys through `press`; `dropping` takes an empty part
    away.  The bar itself is `bar`."""

    def __init__(
        self,
        acts: Mapping[Action, Callable[[], object]],
        dropping: Callable[[], object],
        parent: QWidget,
        marks: Marks | None = None,
    ) -> None:
        """`marks` tell how the centre stands to the entry."""
        super().__init__(parent)
        self._drop = Button(self.tr("Ta bort delen"), icon="trash")
        self._save = Button(self.tr("Spara"), icon="save", keys=Action.SAVE)
        self._sign = Button(self.tr("Signera"), ButtonKind.PRIMARY, icon="sign", keys=Action.SIGN)
        self._correct = Button(self.tr("Rätta"), icon="pen", keys=Action.CORRECT)
        self._own = Button(self.tr("Fortsätt i egen anteckning"), icon="pen", keys=Action.CORRECT)
        self._print = IconButton(self.tr("Skriv ut"), "print", keys=Action.PRINT)
        self._finish = Button(self.tr("Avsluta"), icon="check", keys=Action.FINISH)
        self._by_action = {
            Action.SAVE: (self._save,),
            Action.SIGN: (self._sign,),
            Action.CORRECT: (self._correct, self._own),
            Action.PRINT: (self._print,),
            Action.FINISH: (self._finish,),
        }
        self._buttons = (
            self._drop,
            self._print,
            self._finish,
            self._save,
            self._correct,
            self._own,
            self._sign,
        )
        self.bar = ActionBar(self.tr("Anteckningens läge"), fresh(), self._buttons, parent)
        self._busy = self._anonymous = False
        self._shown: tuple[NoteState, str, bool] | None = None
        self._marks = marks
        if marks is not None:
            marks.changed.connect(self._on_marked)
        self._entry_id: UUID | None = None
        self._remark = ""
        self._drop.clicked.connect(dropping)
        self._drop.answer_to(Action.DROP_PART)
        for action, act in acts.items():
            for button in self._by_action[action]:
                button.clicked.connect(act)

    def show_state(self, state: NoteState, correction: str, *, droppable: bool) -> bool:
        """Offer what can be done now; `correction` is why a signed note is being changed.

        Returns whether that is something else than before: it is asked at every key.
        """
        if (shown := (state, correction, droppable)) == self._shown:
            return False
        self._shown = shown
        locked, written = state.locked, state.written
        own = written is None or written.own
        self._correct.setVisible(locked and own)
        self._own.setVisible(not own)
        self._save.setVisible(not locked)
        self._sign.setVisible(not locked)
        self._drop.setVisible(droppable)
        self._anonymous = state.anonymous and written is None
        self._enable()
        self._entry_id = written.entry_id if written is not None else None
        self._remark = self._short if self._anonymous else correction
        self.bar.show_state(state.badge, self._remark or self._marked)
        return True

    def _on_marked(self) -> None:
        if self._shown is not None:
            self.bar.show_state(self._shown[0].badge, self._remark or self._marked)

    @property
    def _marked(self) -> str:
        badge = self._marks.badge("entry", self._entry_id) if self._marks is not None else None
        return "" if badge is None else self.tr("Centralen: {mark}").format(mark=badge.text.lower())

    def press(self, action: Action) -> None:
        """As if the action's button had been pressed; nothing where it is not offered."""
        for button in self._by_action[action]:
            if not button.isHidden():
                if button.isEnabled():
                    button.click()
                else:
                    self.refuses()

    def refuses(self) -> bool:
        """Whether nothing can be saved, because the call is about nobody; then it is said."""
        if self._anonymous:
            self.bar.say(self._why)
        return self._anonymous

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._enable()

    @property
    def _why(self) -> str:
        return self.tr("Anonym: inget sparas eller signeras. Utfallet räcker.")

    @property
    def _short(self) -> str:
        return self.tr("Bara utfallet sparas.")

    def _enable(self) -> None:
        journal = (self._save, self._sign, self._print)
        for button in self._buttons:
            button.setEnabled(not self._busy and not (self._anonymous and button in journal))
