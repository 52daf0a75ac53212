"""What can be noted about a person who is opened, each in a small dialog of its own."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.people import Protection
from kundcenter.domain.person_cards import PersonCard
from kundcenter.domain.special_notes import SpecialKind
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.people import heeding
from ui.texts import sentence
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field

MARKS = "1234567890"
ROOMY = 8  # choices; more of them need a large screen for large text


class Fact(StrEnum):
    """What is to be changed, in the order of the number keys."""

    SPECIAL = "special"
    END_SPECIAL = "end_special"
    LANGUAGE = "language"
    IDENTITY = "identity"
    DEATH = "death"
    PROTECTION = "protection"
    MERGE = "merge"
    UNMERGE = "unmerge"
    CORRECT = "correct"
    UNIDENTIFY = "unidentify"


class FactsDialog(Dialog):
    """Which fact; chosen by a number key and Enter."""

    def __init__(self, card: PersonCard, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("FactsDialog", "Uppgifter om personen"),
            primary=translate("FactsDialog", "Fortsätt"),
            parent=parent,
        )
        words = {
            Fact.SPECIAL: (self.tr("Uppmärksamma något"), "pin"),
            Fact.LANGUAGE: (self.tr("Tolkspråk"), "people"),
            Fact.IDENTITY: (self.tr("Nytt identitetsnummer"), "key"),
            Fact.DEATH: (self.tr("Avliden"), "info"),
            Fact.PROTECTION: (self.tr("Skyddade personuppgifter"), "shield"),
            Fact.MERGE: (self.tr("Samma person som en annan"), "people"),
            Fact.CORRECT: (self.tr("Rätta namn, kön eller födelsedatum"), "pen"),
        }
        if card.special_notes:
            words[Fact.END_SPECIAL] = self.tr("Avsluta uppmärksamhet"), "check"
        if card.absorbed:
            words[Fact.UNMERGE] = self.tr("Dela en sammanslagning"), "undo"
        own = [former for former in card.identities if former.person_id == card.person.id]
        if own and Function.MERGE_PEOPLE in card.may:
            words[Fact.UNIDENTIFY] = self.tr("Ta tillbaka identitetsnumret"), "undo"
        choices = [
            Choice(fact, Badge(words[fact][0], icon=words[fact][1]))
            for fact in Fact
            if fact in words
        ]
        self.fact = ChoiceRow(
            self.tr("Vad ska ändras?"),
            choices,
            marks=MARKS[: len(choices)],
            dense=len(choices) > ROOMY,
        )
        self.fact.choose(choices[0].value)
        self.body.addWidget(self.fact)


class _FieldDialog(Dialog):
    """One line to fill in; a refusal is told at it."""

    field: Field

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.field.show_error(sentence(error))
        self.field.setFocus()


class SpecialNoteDialog(_FieldDialog):
    """A note that stands on top of the card until somebody ends it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SpecialNoteDialog", "Uppmärksamma något"),
            sentence=translate(
                "SpecialNoteDialog", "Visas överst på kortet för alla som öppnar personen."
            ),
            primary=translate("SpecialNoteDialog", "Spara"),
            parent=parent,
        )
        choices = [Choice(kind, Badge(label(kind))) for kind in SpecialKind]
        self.kind = ChoiceRow(self.tr("Vad det gäller"), choices)
        self.kind.choose(SpecialKind.THREAT)
        self.field = Field(self.tr("Vad den som svarar behöver veta"), longest=300)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.field)


class EndSpecialDialog(Dialog):
    """Which note no longer applies."""

    def __init__(self, card: PersonCard, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("EndSpecialDialog", "Avsluta uppmärksamhet"),
            sentence=translate("EndSpecialDialog", "Den visas inte längre, men finns kvar."),
            primary=translate("EndSpecialDialog", "Avsluta"),
            parent=parent,
        )
        choices = [Choice(str(note.id), Badge(heeding(note))) for note in card.special_notes]
        self.note = ChoiceRow(self.tr("Vilken?"), choices)
        self.note.choose(choices[0].value)
        self.body.addWidget(self.note)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.note.show_error(sentence(error))


class LanguageDialog(_FieldDialog):
    """The language that an interpreter is needed for."""

    def __init__(self, card: PersonCard, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("LanguageDialog", "Tolkspråk"),
            primary=translate("LanguageDialog", "Spara"),
            parent=parent,
        )
        help = self.tr("Lämna tomt om ingen tolk behövs.")
        self.field = Field(self.tr("Språk"), help=help, longest=100)
        self.field.set_text(card.person.language)
        self.body.addWidget(self.field)


class DeathDialog(_FieldDialog):
    """A day of death, of which month or day may be unknown."""

    def __init__(self, card: PersonCard, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("DeathDialog", "Avliden"),
            sentence=translate("DeathDialog", "Samtal om personen kan fortfarande antecknas."),
            primary=translate("DeathDialog", "Spara"),
            parent=parent,
        )
        help = self.tr("ÅÅÅÅ-MM-DD. Okänd månad eller dag skrivs 00. Lämna tomt för att ta bort.")
        self.field = Field(self.tr("Datum"), help=help, longest=10)
        self.field.set_text(card.person.died_on)
        self.body.addWidget(self.field)


class ProtectionDialog(_FieldDialog):
    """Mark a protected identity, or take the mark away with a reason."""

    def __init__(self, card: PersonCard, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ProtectionDialog", "Skyddade personuppgifter"),
            sentence=translate(
                "ProtectionDialog", "Telefonnummer i personens samtal döljs när skyddet sätts."
            ),
            primary=translate("ProtectionDialog", "Spara"),
            parent=parent,
        )
        choices = [Choice(each, Badge(label(each))) for each in Protection]
        self.mark = ChoiceRow(self.tr("Skydd"), choices)
        self.mark.choose(card.person.protection)
        self.field = Field(
            self.tr("Varför"), help=self.tr("Behövs när skyddet tas bort."), longest=300
        )
        self.body.addWidget(self.mark)
        self.body.addWidget(self.field)
