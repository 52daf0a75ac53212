"""Whom a unit takes and whom not: the part of its form that the unit signs off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NoReturn

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.unit_cards import Criteria
from kundcenter.domain.unit_checks import OLDEST
from ui.kept_form import Fields
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

TOP = Qt.AlignmentFlag.AlignTop


class WrongField(Exception):
    """Something was said at a field; nothing is saved."""


def wrong(field: Labelled, words: str) -> NoReturn:
    """Say at a field what is wrong, go there, and stop.  Raises WrongField."""
    field.show_error(words)
    field.setFocus()
    raise WrongField


def section(column: QVBoxLayout, words: str, rows: Iterable[tuple[QWidget, QWidget]]) -> None:
    """A heading, and fields beneath it in two columns."""
    head = Text(words, Type.LEAD)
    head.setProperty("heading", True)
    column.addWidget(head)
    grid = spaced(QGridLayout(), gap="m")
    for at, pair in enumerate(rows):
        for side, field in enumerate(pair):
            grid.addWidget(field, at, side, TOP)
            grid.setColumnStretch(side, 1)
    column.addLayout(grid)


class CriteriaForm(QWidget):
    """Its fields are kept by `texts`; `criteria` reads them."""

    def __init__(self, codes: CodeSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = codes
        self.send_here = TextArea(self.tr("Skicka hit"), fewest=2, most=4, longest=2_000)
        self.not_here = TextArea(self.tr("Skicka inte hit"), fewest=2, most=4, longest=2_000)
        self.youngest = Field(self.tr("Från ålder"), longest=3)
        self.oldest = Field(self.tr("Till och med ålder"), longest=3)
        self.takes = Field(
            self.tr("Tar emot för"),
            longest=2_000,
            help=self.tr("Kontaktorsaker med komma mellan. Tomt: alla."),
        )
        self.refuses = Field(
            self.tr("Tar inte emot för"),
            longest=2_000,
            help=self.tr("Kontaktorsaker med komma mellan."),
        )
        self.signed_on = Field(
            self.tr("Godkänt av enheten den"), longest=10, placeholder=self.tr("ÅÅÅÅ-MM-DD")
        )
        self.signed_by = Field(self.tr("Godkänt av"), longest=LINE_LIMIT)
        column = spaced(QVBoxLayout(self), gap="m")
        section(
            column,
            self.tr("Vem som ska skickas hit"),
            (
                (self.send_here, self.not_here),
                (self.takes, self.refuses),
                (self.youngest, self.oldest),
                (self.signed_on, self.signed_by),
            ),
        )

    def texts(self) -> Fields:
        names = ("send_here", "not_here", "takes", "refuses", "youngest", "oldest",
                 "signed_on", "signed_by")  # fmt: skip
        return {name: getattr(self, name) for name in names}

    def show_criteria(self, criteria: Criteria) -> None:
        day = criteria.signed_off_on
        for field, text in (
            (self.send_here, criteria.send_here),
            (self.not_here, criteria.not_here),
            (self.youngest, "" if criteria.youngest is None else str(criteria.youngest)),
            (self.oldest, "" if criteria.oldest is None else str(criteria.oldest)),
            (self.takes, reasons_text(criteria.takes, self._codes)),
            (self.refuses, reasons_text(criteria.refuses, self._codes)),
            (self.signed_on, "" if day is None else day.isoformat()),
            (self.signed_by, criteria.signed_off_by),
        ):
            field.set_text(text)

    def criteria(self) -> Criteria:
        """What was written.  Raises WrongField when something is wrong, which is said there."""
        day = self.signed_on.text().strip()
        try:
            signed_on = date.fromisoformat(day) if day else None
        except ValueError:
            wrong(self.signed_on, self.tr("Skriv dagen som 2027-01-31."))
        youngest, oldest = self._age(self.youngest), self._age(self.oldest)
        if youngest is not None and oldest is not None and oldest < youngest:
            wrong(self.oldest, self.tr("Den högsta åldern är lägre än den lägsta."))
        return Criteria(
            youngest=youngest,
            oldest=oldest,
            takes=self._reasons(self.takes),
            refuses=self._reasons(self.refuses),
            send_here=self.send_here.text().strip(),
            not_here=self.not_here.text().strip(),
            signed_off_on=signed_on,
            signed_off_by=self.signed_by.text().strip(),
        )

    def _age(self, field: Field) -> int | None:
        text = field.text().strip()
        if text and not (text.isascii() and text.isdecimal() and int(text) <= OLDEST):
            wrong(field, self.tr("Skriv åldern i hela år."))
        return int(text) if text else None

    def _reasons(self, field: Field) -> frozenset[str]:
        codes = {reason.label.casefold(): reason.code for reason in self._codes.reasons}
        codes |= {reason.code.casefold(): reason.code for reason in self._codes.reasons}
        found = set()
        for part in parts(field.text()):
            if part.casefold() not in codes:
                words = self.tr("Kontaktorsaken ”{reason}” finns inte.")
                wrong(field, words.format(reason=part))
            found.add(codes[part.casefold()])
        return frozenset(found)


def reasons_text(codes: Iterable[str], known: CodeSet) -> str:
    """The contact reasons by name, with commas between."""
    names = {reason.code: reason.label for reason in known.reasons}
    return ", ".join(sorted(names.get(code, code) for code in codes))


def parts(text: str) -> tuple[str, ...]:
    """What stands between the commas."""
    told = (part.strip() for part in text.replace(";", ",").split(","))
    return tuple(part for part in told if part)
