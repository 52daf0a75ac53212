"""What is past is fetched from the centre when a person is opened: how far that has come."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.link import LinkState, Past, Phase
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text import Text


class PastWatch(QObject):
    """What has been asked for, as the link says it.  One for the whole window."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._past, self._near = Past(), False

    @staticmethod
    def of(parent: QObject) -> PastWatch:
        """The one of this window."""
        return parent.findChild(PastWatch) or PastWatch(parent)

    @property
    def past(self) -> Past:
        return self._past

    @property
    def near(self) -> bool:
        """Whether the centre answers."""
        return self._near

    def show(self, state: LinkState) -> None:
        """The link's latest state."""
        near = state.phase is Phase.JOINED
        if (state.past, near) != (self._past, self._near):
            self._past, self._near = state.past, near
            self.changed.emit()


class PastLine(QWidget):
    """One quiet line beneath a person's notes.  `wanted` when what has come is to be shown."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch: PastWatch | None = None
        self._person_id: UUID | None = None
        self._said = Text("", role="muted", wrap=True)
        self.show_it = Button(self.tr("Visa dem"), ButtonKind.QUIET, parent=self)
        self.show_it.clicked.connect(self.wanted)
        row = spaced(QHBoxLayout(self), gap="s")
        row.addWidget(self._said, 1)
        row.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def said(self) -> str:
        """What stands in the line; empty when there is none."""
        return "" if self.isHidden() else self._said.text()

    def follow(self, watch: PastWatch) -> None:
        """Say how it stands from now on."""
        self._watch = watch
        watch.changed.connect(self._look)

    def show_person(self, person_id: UUID | None) -> None:
        """Whose notes are in sight; nobody's when None."""
        self._person_id = person_id
        self._look()

    def _look(self) -> None:
        words, come = "", False
        if self._watch is not None and self._person_id is not None:
            past = self._watch.past
            come = self._person_id in past.come
            if come:
                words = self.tr("Äldre anteckningar har hämtats.")
            elif self._person_id in past.asked:
                words = asking(near=self._watch.near)
        self._said.setText(words)
        self.show_it.setVisible(come)
        self.setVisible(bool(words))


def asking(*, near: bool) -> str:
    """What is said of notes that are not here yet."""
    if near:
        return QCoreApplication.translate("PastLine", "Äldre anteckningar hämtas…")
    return QCoreApplication.translate("PastLine", "Äldre anteckningar hämtas när centralen nås.")


def seeking(*, near: bool) -> str:
    """What is said while somebody is sought at the centre."""
    if near:
        return QCoreApplication.translate("PastLine", "Söker också hos centralen…")
    return QCoreApplication.translate("PastLine", "Centralen nås inte. Personen kan finnas där.")
