"""One line of the table that has to hold: a need, and what must come first."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.routing.rules import Case
from kundcenter.domain.triage import CodeSet
from ui.rule_words import read_age
from ui.widgets.beside import Beside
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page

WIDE, HIGH = 720, 450  # pixels


class CaseDialog(Dialog):
    """`written` carries the Case."""

    written = Signal(object)

    def __init__(self, codes: CodeSet, case: Case, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CaseDialog", "Fall"),
            sentence=translate(
                "CaseDialog", "Måste stämma innan reglerna kan publiceras. Tomt: spelar ingen roll."
            ),
            primary=translate("CaseDialog", "Klar"),
            parent=parent,
        )
        outcomes = [Option(each.code, each.label) for each in codes.outcomes]
        reasons = [Option(each.code, each.label) for each in codes.reasons]
        anything = Option("", self.tr("Vad som helst"))
        self.name = Field(self.tr("Namn"), longest=100)
        self.urgency = Combo(
            self.tr("Hur bråttom"),
            [Option(each.code, f"{each.code} {each.label}") for each in codes.urgencies],
        )
        self.at = Field(self.tr("Tid"), longest=16, placeholder="2026-11-21 22:30")
        self.age = Field(self.tr("Ålder"), longest=3)
        self.reason = Combo(self.tr("Kontaktorsak"), [Option("", self.tr("Ingen")), *reasons])
        self.listed = Field(self.tr("Listad enhet, HSA-id"), longest=64)
        self.municipality = Field(self.tr("Kommun"), longest=100)
        self.first = Combo(self.tr("Först ska komma"), [anything, *outcomes])
        self.unit = Field(self.tr("Första enheten, HSA-id"), longest=64)
        self.never = Field(
            self.tr("Får aldrig erbjudas"), help=self.tr("Koder med mellanslag, som NARAKUT.")
        )
        self.name.set_text(case.name)
        self.urgency.choose(case.urgency)
        self.at.set_text(f"{local(case.at):%Y-%m-%d %H:%M}")
        self.age.set_text("" if case.age is None else str(case.age))
        self.reason.choose(case.reason)
        self.listed.set_text(case.listed)
        self.municipality.set_text(case.municipality)
        self.first.choose(case.first)
        self.unit.set_text(case.unit)
        self.never.set_text(" ".join(case.never))
        page = Page("none", "m")
        for part in (
            self.name,
            Beside(self.urgency, self.at),
            Beside(self.age, self.reason),
            Beside(self.listed, self.municipality),
            Beside(self.first, self.unit),
            self.never,
        ):
            page.body.addWidget(part)
        page.body.addStretch()
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self.confirmed.connect(self._write)

    def _write(self) -> None:
        try:
            at = _read_time(self.at.text())
        except ValueError:
            self._wrong(self.at, self.tr("Skriv tiden som 2026-11-21 22:30."))
            return
        try:
            age = read_age(self.age.text())
        except ValueError:
            self._wrong(self.age, self.tr("Skriv hela år."))
            return
        self.written.emit(
            Case(
                name=self.name.text(),
                urgency=self.urgency.value or "",
                at=at,
                age=age,
                reason=self.reason.value or "",
                listed=self.listed.text().strip(),
                municipality=self.municipality.text().strip(),
                first=self.first.value or "",
                unit=self.unit.text().strip(),
                never=tuple(self.never.text().upper().split()),
            )
        )
        self.accept()

    def _wrong(self, field: Field, words: str) -> None:
        field.show_error(words)
        field.setFocus()


def new_case(now: datetime) -> Case:
    """A line to begin with: now, and nothing asked for."""
    return Case(name="", urgency="U3", at=now.astimezone(UTC).replace(second=0, microsecond=0))


def _read_time(text: str) -> datetime:
    """2026-11-21 22:30 by a Swedish clock.  Raises ValueError."""
    day, _, clock = text.strip().partition(" ")
    meant = datetime.strptime(clock.strip(), "%H:%M").time()  # noqa: DTZ007 (a clock alone)
    try:
        return at_clock(date.fromisoformat(day), meant)
    except OverflowError as error:
        raise ValueError(text) from error
