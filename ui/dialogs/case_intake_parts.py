"""The parts of the form in which a matter is taken in: what was said, by whom, about what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseKind,
    Complainant,
    Duty,
    Injury,
    Said,
)
from kundcenter.domain.case_fields import (
    ADDRESS_LIMIT,
    EMAIL_LIMIT,
    LANGUAGE_LIMIT,
    SUMMARY_LIMIT,
    WANTED_LIMIT,
)
from kundcenter.domain.case_routing import Wish
from kundcenter.domain.case_terms import Category
from kundcenter.domain.people import Person
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.unit_source import DirectoryUnits
from ui.widgets.beside import Beside
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.field import Field
from ui.widgets.found_box import FoundCombo
from ui.widgets.text_area import TextArea
from ui.widgets.tick_row import TickRow

KINDS = (CaseKind.COMPLAINT, CaseKind.VIEW, CaseKind.PRAISE, CaseKind.QUESTION)
_WISH_KEYS = {
    Wish.HELP_FROM_BOARD: "h",
    Wish.COMPENSATION: "e",
    Wish.DRUG: "l",
    Wish.AUTHORITY: "m",
    Wish.OWN_CENTRE: "o",
}
_DUTY_KEYS = {
    Duty.EVENT: "h",
    Duty.MEASURES: "g",
    Duty.COMPLAIN: "k",
    Duty.PATIENT_BOARD: "p",
    Duty.IVO: "i",
    Duty.COMPENSATION: "e",
}
# What a complainant is told of anyway; all six are due after a care injury (PSL 3 kap. 8 §).
ALWAYS_TOLD = (Duty.COMPLAIN, Duty.PATIENT_BOARD, Duty.IVO, Duty.COMPENSATION)
Kept = Field | TextArea | ChoiceRow | TickRow | Combo


@dataclass(frozen=True, slots=True)
class IntakeAbout:
    """What the card knows.  `number` is the caller's, E.164; `person` whom the part is about."""

    call_id: UUID | None = None
    person: Person | None = None
    number: str = ""
    unit_id: UUID | None = None


class Part(QWidget):
    """Fields under one another; `changed` when anything is said in one of them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = spaced(QVBoxLayout(self), gap="m")

    def lay(self, *rows: QWidget) -> None:
        """Put them in from the top."""
        for row in rows:
            self.column.addWidget(row)

    def hear(self, parts: Iterable[Kept]) -> None:
        """Tell of what is said in these."""
        for part in parts:
            heard = part.chosen if isinstance(part, ChoiceRow | Combo) else part.changed
            heard.connect(lambda *_: self.changed.emit())


class Telling(Part):
    """What sort of matter, the caller's own words, the neutral summary, what they want."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ChoiceRow(
            self.tr("Vad är det?"), [Choice(each, Badge(label(each))) for each in KINDS],
            dense=True,
        )  # fmt: skip
        self.kind.choose(CaseKind.COMPLAINT)
        self.words = TextArea(
            self.tr("Med egna ord"),
            help=self.tr("Som den som ringer säger det. Rätta inget."),
            fewest=3,
            most=8,
            longest=NOTE_LIMIT,
        )
        self.summary = TextArea(
            self.tr("Din neutrala sammanfattning"), fewest=2, most=6, longest=SUMMARY_LIMIT
        )
        self.wanted = TextArea(
            self.tr("Vad vill du ska hända?"), fewest=2, most=6, longest=WANTED_LIMIT
        )
        self.wishes = TickRow(
            self.tr("Vill den som ringer också"),
            [(each, label(each), key) for each, key in _WISH_KEYS.items()],
        )
        self.lay(self.kind, self.words, Beside(self.summary, self.wanted), self.wishes)
        self.hear((self.kind, self.words, self.summary, self.wanted, self.wishes))


class Who(Part):
    """Who complains, on whose behalf, and whether the patient agrees."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.complainant = ChoiceRow(
            self.tr("Vem klagar eller tycker?"),
            [Choice(each, Badge(label(each))) for each in Complainant if each],
            dense=True,
        )
        self.name = Field(self.tr("Namn"), longest=LINE_LIMIT)
        self.relation = Field(
            self.tr("Relation till patienten"), longest=LINE_LIMIT, help=self.tr("Som mor, son.")
        )
        self.consent = yes_or_no(self.tr("Samtycker patienten?"))
        self.patient = Field(
            self.tr("Patienten"),
            longest=LINE_LIMIT,
            help=self.tr("Namn, om patienten inte finns på kortet."),
        )
        self.child = yes_or_no(self.tr("Gäller det ett barn?"))
        self.protected = yes_or_no(self.tr("Skyddade personuppgifter?"))
        self.language = Field(self.tr("Språk, om inte svenska"), longest=LANGUAGE_LIMIT)
        self._named = Beside(self.name, self.relation)
        self.lay(
            self.complainant,
            self._named,
            self.consent,
            self.patient,
            Beside(self.child, self.protected),
            self.language,
        )
        self.hear((
            self.complainant, self.name, self.relation, self.consent, self.patient, self.child,
            self.protected, self.language,
        ))  # fmt: skip

    @property
    def anonymous(self) -> bool:
        return self.complainant.value == Complainant.ANONYMOUS

    def show_parts(self, *, known: bool) -> None:
        """Ask what is to be asked of this complainant; `known`: the patient is a person here."""
        who = self.complainant.value
        other = who in {Complainant.RELATIVE, Complainant.OTHER}
        self.name.setVisible(other)
        self.relation.setVisible(who == Complainant.RELATIVE)
        self._named.setVisible(other)
        self.consent.setVisible(other)
        self.patient.setVisible(not known and not self.anonymous)


class What(Part):
    """When and where it happened, whether anybody was harmed, what has been answered and told."""

    def __init__(self, keeper: DirectoryKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.happened = Field(
            self.tr("När hände det?"),
            longest=40,
            help=self.tr("Som 2026-11-20, november 2026 eller bara 2026."),
        )
        self.unit = FoundCombo(self.tr("Enhet"), placeholder=self.tr("Skriv en del av namnet"))
        self.unit.find_in(DirectoryUnits(keeper.directory))
        self.provider = Field(
            self.tr("Annan vårdgivare"),
            longest=LINE_LIMIT,
            help=self.tr("Om enheten inte finns i katalogen."),
        )
        self.heard = yes_or_no(self.tr("Har vårdgivaren svarat?"))
        self.injury = ChoiceRow(
            self.tr("Kan patienten ha skadats i vården?"),
            [
                Choice(Injury.NO, Badge(label(Injury.NO))),
                Choice(Injury.SUSPECTED, Badge(label(Injury.SUSPECTED), ToneName.WARNING)),
                Choice(Injury.SERIOUS, Badge(label(Injury.SERIOUS), ToneName.DANGER, "warning")),
            ],
            dense=True,
        )
        self.category = Combo(self.tr("Kategori"), placeholder=self.tr("Skriv en del av ordet"))
        self.duties = TickRow(
            self.tr("Informerat om"),
            [(each, label(each), key) for each, key in _DUTY_KEYS.items()],
            help=self.tr("Kryssa för det du har sagt."),
        )
        self.lay(
            self.injury,
            Beside(self.happened, self.unit),
            Beside(self.provider, self.category),
            self.heard,
            self.duties,
        )
        self.hear(
            (self.happened, self.unit, self.provider, self.heard, self.injury, self.category,
             self.duties)
        )  # fmt: skip

    def offer(self, categories: Iterable[Category]) -> None:
        """The categories in force, by number."""
        options = [Option(each.code, f"{each.code} {each.label}") for each in categories]
        self.category.set_options(options)

    def show_parts(self, *, injured: bool, complaint: bool) -> None:
        """What the patient is told of promptly is more after a care injury."""
        self.duties.show_only(tuple(Duty) if injured else ALWAYS_TOLD)
        self.duties.setVisible(injured or complaint)
        self.heard.setVisible(complaint)


class Answer(Part):
    """How the answer goes, and where to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer_by = ChoiceRow(
            self.tr("Hur vill du ha svar?"),
            [Choice(each, Badge(label(each))) for each in AnswerBy if each],
            dense=True,
        )
        self.number = Field(self.tr("Telefon"), longest=32)
        self.email = Field(self.tr("E-post"), longest=EMAIL_LIMIT)
        self.address = TextArea(self.tr("Adress"), fewest=2, most=4, longest=ADDRESS_LIMIT)
        self.confirm = ChoiceRow(
            self.tr("Bekräftelse på att det har kommit in"),
            [
                Choice(AnswerBy.TELEPHONE, Badge(self.tr("Sägs nu"), icon="headset")),
                Choice(AnswerBy.LETTER, Badge(self.tr("Skrivs ut nu"), icon="print")),
                Choice(AnswerBy.UNSAID, Badge(self.tr("Senare"), icon="clock")),
            ],
            dense=True,
        )
        self.lay(self.answer_by, Beside(self.number, self.email), self.address, self.confirm)
        self.hear((self.answer_by, self.number, self.email, self.address, self.confirm))

    def show_parts(self, *, anonymous: bool, protected: bool, answerable: bool) -> None:
        """Nobody who is anonymous is asked where to; of a protected one no address is written."""
        self.answer_by.setVisible(not anonymous)
        for field in (self.number, self.email):
            field.setVisible(not anonymous)
        by_letter = self.answer_by.value == AnswerBy.LETTER
        self.address.setVisible(not anonymous and by_letter and not protected)
        self.confirm.setVisible(answerable)
        mediated = self.tr("Brevet går genom Skatteverkets förmedling. Skriv ingen adress.")
        self.answer_by.set_help(mediated if protected and by_letter else "")


def yes_or_no(words: str) -> ChoiceRow:
    """A question that need not have been asked."""
    translate = QCoreApplication.translate
    yes, no = translate("CaseIntake", "Ja"), translate("CaseIntake", "Nej")
    choices = [Choice(Said.YES, Badge(yes)), Choice(Said.NO, Badge(no))]
    return ChoiceRow(words, choices, marks=("j", "n"), dense=True)
