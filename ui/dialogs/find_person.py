"""Find a person by number, telephone number, or name and birth date, while one types."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kundcenter.domain.people import Person
from kundcenter.domain.person_cards import Hits
from kundcenter.errors import KundcenterError
from ui.people import age_of, born_of, listed_number, name_of
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

PAUSE = 300  # ms without a key before it searches: each search is in the access log
SHORTEST = 3


class FindPersonDialog(Dialog):
    """`found` carries the id of the person who was chosen; the dialog is then closed."""

    found = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("FindPersonDialog", "Sök person"),
            sentence=translate("FindPersonDialog", "Varje träff loggas."),
            primary=translate("FindPersonDialog", "Välj"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self.sought = Field(
            self.tr("Namn, födelsedatum, identitetsnummer eller telefonnummer"),
            placeholder=self.tr("Till exempel: öberg åsa 1988"),
            longest=200,
        )
        self.model = RecordModel[Person](
            (
                Column(self.tr("Namn"), name_of, width=26),
                Column(self.tr("Född"), born_of, width=11, figures=True),
                Column(self.tr("Ålder"), age_of, width=8),
                Column(self.tr("Nummer"), listed_number, width=14, figures=True),
            ),
            key=lambda person: person.id,
            parent=self,
        )
        self._empty = EmptyState(
            self.tr("Ingen sökning än"), self.tr("Skriv minst tre tecken."), icon="search"
        )
        self.table = RecordTable(self.tr("Träffar"), self.model, empty=self._empty)
        self._more = Text("", role="muted", wrap=True)
        self.body.addWidget(self.sought)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._more)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._search)
        self.sought.changed.connect(lambda _: self._timer.start())
        self.sought.edit.installEventFilter(self)
        self.table.opened.connect(self._choose)
        self.confirmed.connect(self._on_confirmed)
        scale = current().metrics.scale
        self.setMinimumSize(round(620 * scale), round(460 * scale))
        self.sought.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow down goes from the words to the hits."""
        down = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        )
        if down and self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        text = self.sought.text().strip()
        if len(text) < SHORTEST:
            self._show(Hits())
            return
        search = partial(
            self._services.people.search, text, reserve_pattern=self._services.reserve_pattern
        )
        self._tasks.run(self, search, self._show, self._refuse, topic="search")

    def _show(self, hits: Hits) -> None:
        self.sought.clear_error()
        self.model.replace(hits.people)
        if hits.people:
            self.table.selectRow(0)
        elif self.sought.text().strip():
            self._empty.say(self.tr("Ingen träff"), self.tr("Kontrollera stavning och datum."))
        self._more.setText(
            self.tr("Fler än {count} träffar. Skriv mer.").format(count=len(hits.people))
            if hits.more
            else ""
        )

    def _refuse(self, error: KundcenterError) -> None:
        self.model.replace(())
        self.sought.show_error(sentence(error))

    def _on_confirmed(self) -> None:
        if self._timer.isActive():  # Enter before the pause is over: search now, choose then
            self._timer.stop()
            self._search()
        elif self.table.current is not None:
            self._choose(self.table.current)
        else:
            self._search()

    def _choose(self, person: Person) -> None:
        self.accept()
        self.found.emit(person.id)
