"""A row of a telephone directory: a new one, or the next version of one; or take it out of use.

Hidden numbers are added and taken away here, but never shown.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.phone_numbers import PhoneNumberInvalid
from kundcenter.domain.switchboard.contact_words import numbers_in, numbers_text
from kundcenter.domain.switchboard.contacts import (
    DIRECTORY_LIMIT,
    Contact,
    ContactDraft,
    ContactFault,
    ContactKind,
    ContactNumber,
    NumberKind,
)
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.link import Marks
from ui.services import Services
from ui.switchboard.board_keeper import BoardKeeper
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.unit_finder import UnitFinder
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.check import Check
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.text import Text

WIDE, HIGH = 1060, 580  # pixels
NUMBERS = 200  # characters: several in one field
TOP = Qt.AlignmentFlag.AlignTop


class ContactDialog(Dialog):
    """`said` carries a sentence for a notice, `saved` the id of the row."""

    said = Signal(str)
    saved = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        contact: Contact | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ContactDialog", "Ändra raden i katalogen")
            if contact
            else translate("ContactDialog", "Ny rad i katalogen"),
            sentence=translate(
                "ContactDialog", "Dolda nummer visas aldrig; samtal kan ändå kopplas till dem."
            ),
            primary=translate("ContactDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self.contact = tasks, services, contact
        self._keeper, self._units = (
            BoardKeeper.of(tasks, services),
            DirectoryKeeper.of(tasks, services),
        )
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self.name = Field(self.tr("Namn"), longest=LINE_LIMIT)
        self.kind = Combo(self.tr("Typ"), [Option(each, label(each)) for each in ContactKind])
        self.title = Field(self.tr("Titel"), longest=LINE_LIMIT)
        self.workplace = Field(self.tr("Arbetsplats"), longest=LINE_LIMIT)
        self.municipality = Field(self.tr("Kommun"), longest=LINE_LIMIT)
        self.directory = Field(self.tr("Katalog"), longest=DIRECTORY_LIMIT)
        self.extension = Field(
            self.tr("Anknytning"), longest=5, help=self.tr("I vår egen växel; dess läge syns.")
        )
        self.email = Field(self.tr("E-post"), longest=254)
        self.words = Field(self.tr("Sökord"), longest=LINE_LIMIT)
        self.comment = Field(self.tr("Anmärkning"), longest=LINE_LIMIT)
        self.numbers = {kind: Field(label(kind), longest=NUMBERS) for kind in NumberKind}
        self.hidden = Field(
            self.tr("Lägg till dolda nummer"),
            longest=NUMBERS,
            help=self.tr("Flera nummer skrivs med komma mellan."),
        )
        self.forget_hidden = Check(self.tr("Ta bort de dolda nummer som finns"))
        self.unit = UnitFinder(self.tr("Enhet (om någon)"), self._units)
        self.unit_told = Text("", role="muted", wrap=True)
        self.no_unit = Button(self.tr("Ingen enhet"), icon="close")
        self.retire = Button(self.tr("Ta ur bruk"), icon="trash")
        self._unit_id = contact.told.unit_id if contact is not None else None
        self._lay_out()
        self._fill()
        self.confirmed.connect(self._save)
        self.no_unit.clicked.connect(self._drop_unit)
        self.retire.clicked.connect(self._retire)

    def _lay_out(self) -> None:
        left, right = (spaced(QVBoxLayout(), gap="m") for _ in range(2))
        for pair in (
            (self.name, self.kind),
            (self.title, self.extension),
            (self.workplace, self.municipality),
        ):
            _beside(left, *pair)
        told = spaced(QHBoxLayout(), gap="s")
        told.addWidget(self.unit_told, 1)
        told.addWidget(self.no_unit)
        left.addLayout(told)
        left.addWidget(self.unit)
        left.addStretch()
        kinds = tuple(self.numbers.values())
        _beside(right, *kinds[:2])
        _beside(right, *kinds[2:])
        right.addWidget(self.hidden)
        right.addWidget(self.forget_hidden)
        _beside(right, self.email, self.directory)
        right.addWidget(self.words)
        right.addWidget(self.comment)
        right.addStretch()
        page = Page("none", "m")
        both = spaced(QHBoxLayout(), gap="l")
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        held = QWidget()
        held.setLayout(both)
        page.body.addWidget(held)
        page.body.addStretch(1)
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        self.body.addWidget(page, 1)
        self.add_act(self.retire)
        self.fit_page(page, WIDE, HIGH)

    def _fill(self) -> None:
        contact = self.contact
        told = contact.told if contact is not None else ContactDraft(self._usual_directory(), "")
        self.name.set_text(told.name)
        self.kind.choose(told.kind)
        self.title.set_text(told.title)
        self.workplace.set_text(told.workplace)
        self.municipality.set_text(told.municipality)
        self.directory.set_text(told.directory)
        self.extension.set_text(told.shown_extension)
        self.email.set_text(told.email)
        self.words.set_text(told.words)
        self.comment.set_text(told.comment)
        for kind, field in self.numbers.items():
            field.set_text(numbers_text(told.numbers, kind))
        hidden = len(_hidden(told))
        self.forget_hidden.setVisible(hidden > 0)
        words = self.tr("Ta bort de dolda nummer som finns ({count})")
        self.forget_hidden.setText(words.format(count=hidden))
        if told.key:  # what a directory calls its rows is not changed by hand
            self.directory.setEnabled(False)
            self.directory.set_help(self.tr("Raden kommer ur en fil."))
        self.retire.setVisible(contact is not None and contact.retired_at is None)
        self._show_unit()

    def _usual_directory(self) -> str:
        """The one with the most rows, or the first that there is to be."""
        names = [each.told.directory for each in self._keeper.board.contacts]
        return max(sorted(set(names)), key=names.count, default=self.tr("Regionen"))

    def _show_unit(self) -> None:
        name = self._units.name(self._unit_id)
        words = self.tr("På raden: {unit}").format(unit=name) if name else ""
        self.unit_told.setText(words or self.tr("Ingen enhet på raden."))
        self.no_unit.setVisible(self._unit_id is not None)

    def _drop_unit(self) -> None:
        self._unit_id = None
        self.unit.field.set_text("")
        self._show_unit()

    # -- saving --------------------------------------------------------------------------------

    def draft(self) -> ContactDraft | None:
        """What was written; None when something is wrong, which is said at its field."""
        if not self.name.text().strip():
            self._wrong(self.name, self.tr("Skriv ett namn."))
            return None
        numbers = self._numbers()
        if numbers is None:
            return None
        older = self.contact.told if self.contact is not None else ContactDraft("", "")
        kept = () if self.forget_hidden.isChecked() else _hidden(older)
        found = self.unit.unit
        chosen = found is not None and self.unit.field.text().strip()
        extension = self.extension.text().strip()
        if not extension and kept and not older.shown_extension:
            extension = older.extension
        return ContactDraft(
            directory=self.directory.text(),
            name=self.name.text(),
            kind=ContactKind(self.kind.value or ContactKind.PERSON),
            title=self.title.text(),
            unit_id=found.id if found is not None and chosen else self._unit_id,
            workplace=self.workplace.text(),
            municipality=self.municipality.text(),
            numbers=(*numbers, *kept),
            extension=extension,
            email=self.email.text(),
            words=self.words.text(),
            comment=self.comment.text(),
            key=older.key,
        )

    def _numbers(self) -> tuple[ContactNumber, ...] | None:
        found: list[ContactNumber] = []
        fields = [(field, kind, False) for kind, field in self.numbers.items()]
        for field, kind, hidden in (*fields, (self.hidden, NumberKind.OTHER, True)):
            try:
                found += numbers_in(field.text(), kind, hidden=hidden)
            except PhoneNumberInvalid as error:
                self._wrong(field, sentence(error))
                return None
        return tuple(found)

    def _save(self) -> None:
        draft = self.draft()
        if draft is None:
            return
        contact = self.contact
        verb = partial(
            self._services.contacts.put,
            contact.id if contact is not None else None,
            draft,
            upon=contact.number if contact is not None else 0,
        )
        self._run(verb, self.tr("{name} är sparad i katalogen.").format(name=draft.name.strip()))

    def _retire(self) -> None:
        contact = self.contact
        if contact is not None:
            verb = partial(self._services.contacts.retire, contact.id, upon=contact.number)
            self._run(verb, self.tr("{name} är ur bruk.").format(name=contact.name))

    def _run(self, verb: partial[Changes], words: str) -> None:
        self._trouble.hide()
        self.set_busy(True)
        self.retire.setEnabled(False)
        if Marks.of(self._tasks, self._services).there:
            words = self.tr("{words} Preliminärt, tills centralen har svarat.").format(words=words)
        self._tasks.run(self, verb, partial(self._on_saved, words), self.refuse)

    def _on_saved(self, words: str, changes: Changes) -> None:
        self.saved.emit(changes.the("contact"))
        self.said.emit(words)
        self.accept()

    def refuse(self, error: KundcenterError) -> None:
        """Say what is wrong at the field that it is about."""
        self.set_busy(False)
        self.retire.setEnabled(True)
        name = str(error.facts.get("field", ""))
        if name == "numbers":
            many = error.facts.get("fault") == ContactFault.MANY
            words = self.tr("Det är för många nummer.") if many else sentence(error)
            self._wrong(self.numbers[NumberKind.DESK], words)
            return
        field = getattr(self, name, None)
        faults = {
            "extension": self.tr("En anknytning är två till fem siffror."),
            "email": self.tr("Skriv adressen som namn@example.com."),
            "directory": self.tr("Skriv vad katalogen heter."),
        }
        if isinstance(field, Labelled):
            wrong = error.code == "contact.invalid"
            self._wrong(field, faults.get(name, sentence(error)) if wrong else sentence(error))
            return
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()

    def _wrong(self, field: Labelled, words: str) -> None:
        field.show_error(words)
        field.setFocus()


def _beside(column: QVBoxLayout, *fields: QWidget) -> None:
    row = spaced(QHBoxLayout(), gap="m")
    for field in fields:
        row.addWidget(field, 1, TOP)
    column.addLayout(row)


def _hidden(told: ContactDraft) -> tuple[ContactNumber, ...]:
    return tuple(each for each in told.numbers if each.hidden)
