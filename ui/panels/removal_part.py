"""What the centre would take away from this desk, and an administrator's leave to do so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.feed import REFERENCE, team
from kundcenter.domain.link import Removal
from kundcenter.services.link import Link
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text import Text


class RemovalPart(QWidget):
    """Hidden while there is nothing to ask.  Nothing goes by one key."""

    def __init__(self, tasks: Tasks, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._link = tasks, link
        self._rows = spaced(QVBoxLayout(self), gap="s")
        self.buttons: list[Button] = []
        self.said = Text("", wrap=True)
        self._rows.addWidget(self.said)
        self.hide()
        self.look()

    def look(self) -> None:
        """Ask the store what waits."""
        self._tasks.run(self, self._link.removals, self._show, lambda _: None, topic="removals")

    def _show(self, waiting: tuple[Removal, ...]) -> None:
        may = self._link.may_allow()
        told = [removal_words(each) for each in waiting]
        if waiting and not may:
            told.append(self.tr("En administratör kan tillåta det här."))
        self.said.setText("\n".join(told))
        for button in self.buttons:
            self._rows.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(each) for each in waiting] if may else []
        for button in self.buttons:
            self._rows.addWidget(button)
        self.setVisible(bool(waiting))
        self._make_room()

    def _button(self, removal: Removal) -> Button:
        """The first press only says what the second one does."""
        button = Button(self.tr("Tillåt en gång"), ButtonKind.QUIET)
        button.setAutoDefault(False)

        def ask() -> None:
            button.setText(self.tr("Låt {count} uppgifter tas bort").format(count=removal.count))
            button.clicked.disconnect()
            button.clicked.connect(partial(self._allow, removal, button))

        button.clicked.connect(ask)
        return button

    def _allow(self, removal: Removal, button: Button) -> None:
        button.setEnabled(False)

        def done(_: object) -> None:
            button.hide()
            self.said.setText(self.tr("Tillåtet, en gång. Det sker inom en minut."))
            self._make_room()

        self._tasks.run(
            self,
            partial(self._link.allow_removal, removal),
            done,
            lambda error: self.said.setText(sentence(error)),
        )

    def _make_room(self) -> None:
        window = self.window()
        grow = getattr(window, "make_room", None)
        if grow is not None:
            grow()


def removal_words(removal: Removal) -> str:
    """What would go, in numbers."""
    translate = QCoreApplication.translate
    if removal.bucket == REFERENCE:
        whose = translate("RemovalPart", "det gemensamma (användare, enheter, fraser)")
    elif removal.bucket.startswith(team("")):
        whose = translate("RemovalPart", "vårdenheten {unit}")
        whose = whose.format(unit=removal.bucket.removeprefix(team("")))
    else:
        whose = translate("RemovalPart", "en användare")
    words = translate(
        "RemovalPart",
        "Centralen vill ta bort {count} av {size} uppgifter här som hör till {whose}."
        " Inget är borttaget.",
    )
    return words.format(count=removal.count, size=removal.size, whose=whose)
