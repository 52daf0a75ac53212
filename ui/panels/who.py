"""Who the call is about: find by number, pick a candidate, or register."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call
from kundcenter.domain.identity import PersonIdInvalid, Reading, parse
from kundcenter.domain.people import Person
from kundcenter.errors import KundcenterError
from kundcenter.services.people import PersonCard
from ui.dialogs.person import RegisterDialog, UnidentifiedDialog
from ui.panels.person import PersonView
from ui.people import name_of, today, told
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.space import emptied, spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.text import Text


class WhoPanel(QWidget):
    """Finds the person of one call.  `identified` carries the opened PersonCard."""

    identified = Signal(object)

    def __init__(
        self, tasks: Tasks, services: Services, call: Call, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services, self._call = tasks, services, call
        card = Card(self.tr("Vem gäller det?"), icon="person")
        self.number = Field(
            self.tr("Personnummer eller reservnummer"),
            keys="F2",
            placeholder=self.tr("ÅÅÅÅMMDD-NNNN"),
            longest=64,
        )
        self.number.submitted.connect(self.look_up)
        self.number.changed.connect(self._on_typed)
        self._found = spaced(QVBoxLayout(), gap="s")
        self._find = Button(self.tr("Sök"), ButtonKind.SECONDARY, icon="search", keys="Return")
        self._find.clicked.connect(self.look_up)
        self._unknown = Button(self.tr("Okänd identitet"), ButtonKind.QUIET, icon="help")
        self._unknown.clicked.connect(self._ask_unidentified)
        row = spaced(QHBoxLayout(), gap="s")
        row.addWidget(self._find)
        row.addWidget(self._unknown)
        row.addStretch()
        card.body.addWidget(self.number)
        card.body.addLayout(row)
        card.body.addLayout(self._found)
        self.person_view = PersonView()
        self.person_view.changed_mind.connect(self._ask_again)
        self.person_view.hide()
        self._search_card = card
        column = spaced(QVBoxLayout(self), gap="m")
        column.addWidget(card)
        column.addWidget(self.person_view)
        self._prefill()

    @property
    def person(self) -> Person | None:
        """The person who has been opened, if any."""
        return self.person_view.person

    def take_focus(self) -> None:
        self.number.setFocus()

    def look_up(self) -> None:
        """Look the number up; a number that nobody has opens the form for a new person."""
        try:
            reading = self._read(self.number.text())
        except PersonIdInvalid as error:
            self.number.show_error(sentence(error))
            return
        self._tasks.run(
            self,
            partial(self._services.people.find, reading.person_id),
            partial(self._on_found, reading),
            self._refuse,
            topic="find",
        )

    def open(self, person_id: UUID) -> None:
        """Open a person, with its access record, and show them in place of the search."""
        reason = f"Samtal {self._call.id}"
        self._tasks.run(
            self,
            partial(self._services.people.open, person_id, reason),
            self._on_opened,
            self._refuse,
        )

    def keep_person(self) -> None:
        """An entry has been written about the person: no other can take their place here."""
        self.person_view.keep()

    def _read(self, text: str) -> Reading:
        return parse(text, today(), local_pattern=self._services.reserve_pattern)

    def _prefill(self) -> None:
        if self._call.keyed_id:
            self.number.set_text(self._call.keyed_id)
            self.look_up()
        if self._call.number:
            self._tasks.run(
                self,
                partial(self._services.people.of_caller, self._call.number),
                self._offer,
                self._refuse,
            )

    def _on_typed(self, text: str) -> None:
        try:
            reading = self._read(text)
        except PersonIdInvalid:
            self.number.set_help("")
            return
        self.number.set_help(told(reading))

    def _offer(self, people: tuple[Person, ...]) -> None:
        emptied(self._found)
        if people and self.person is None:
            self._found.addWidget(Text(self.tr("Tidigare samtal från numret"), role="muted"))
        for person in people:
            button = Button(name_of(person), ButtonKind.SECONDARY, icon="person")
            button.clicked.connect(partial(self.open, person.id))
            self._found.addWidget(button)

    def _on_found(self, reading: Reading, person: Person | None) -> None:
        if person is not None:
            self.open(person.id)
            return
        dialog = RegisterDialog(reading, parent=self)
        dialog.confirmed.connect(partial(self._register, dialog, reading))
        dialog.open()

    def _register(self, dialog: RegisterDialog, reading: Reading) -> None:
        dialog.set_busy(True)
        verb = partial(
            self._services.people.register,
            reading.person_id,
            dialog.given_name.text(),
            dialog.family_name.text(),
        )
        self._tasks.run(dialog, verb, partial(self._registered, dialog), dialog.refuse)

    def _ask_unidentified(self) -> None:
        dialog = UnidentifiedDialog(parent=self)
        dialog.confirmed.connect(partial(self._register_unidentified, dialog))
        dialog.open()

    def _register_unidentified(self, dialog: UnidentifiedDialog) -> None:
        dialog.set_busy(True)
        verb = partial(self._services.people.register_unidentified, dialog.described.text())
        self._tasks.run(dialog, verb, partial(self._registered, dialog), dialog.refuse)

    def _registered(self, dialog: RegisterDialog | UnidentifiedDialog, changes: Changes) -> None:
        dialog.accept()
        self.open(changes.the("person"))

    def _on_opened(self, card: PersonCard) -> None:
        self.person_view.show_card(card)
        self._search_card.hide()
        self.person_view.show()
        self.identified.emit(card)

    def _ask_again(self) -> None:
        self.person_view.forget()
        self.person_view.hide()
        self._search_card.show()
        self.take_focus()

    def _refuse(self, error: KundcenterError) -> None:
        self.number.show_error(sentence(error))
