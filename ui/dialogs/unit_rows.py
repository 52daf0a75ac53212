"""One telephone line, one notice, one relation of a unit, written in a dialog of its own."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.opening import Hours, HoursInvalid
from kundcenter.domain.opening_text import hours_text, read_hours
from kundcenter.domain.phone_numbers import PhoneNumberInvalid, parse
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_cards import (
    LineFunction,
    Notice,
    PhoneLine,
    RelatedUnit,
    RelationKind,
)
from ui.dialogs.operator import RoleBoxes
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.moments import read_moment
from ui.texts import sentence
from ui.theme.look import current
from ui.theme.space import spaced
from ui.times import day_and_time
from ui.unit_finder import UnitFinder
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.text_area import TextArea

WIDE = 620  # pixels
TOP = Qt.AlignmentFlag.AlignTop


def read_number(field: Field, *, needed: bool = True) -> str | None:
    """The number of a field in E.164, or a short one; None when it is none, which is said."""
    if not needed and not field.text().strip():
        return ""
    try:
        number = parse(field.text())
    except PhoneNumberInvalid as error:
        field.show_error(sentence(error))
        field.setFocus()
        return None
    if number is None:
        field.show_error(QCoreApplication.translate("UnitRows", "Skriv ett nummer."))
        field.setFocus()
        return None
    return number.value


def read_hours_of(field: Field | TextArea) -> Hours | None:
    """The hours of a field; None when they cannot be read, which is said at the field."""
    try:
        return read_hours(field.text())
    except HoursInvalid as error:
        field.show_error(sentence(error))
        field.setFocus()
        return None


class LineDialog(Dialog):
    """A telephone line: what it is for, its hours, who may see it."""

    def __init__(self, line: PhoneLine | None = None, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("LineDialog", "Telefonlinje"),
            primary=translate("LineDialog", "Klart"),
            parent=parent,
        )
        self.function = Combo(
            self.tr("Vad den är till för"),
            [Option(each, label(each)) for each in LineFunction],
        )
        self.number = Field(self.tr("Nummer"), longest=32)
        self.hours = Field(
            self.tr("Telefontider"), help=self.tr("Som mån-fre 08:00-11:00; lör 10:00-12:00")
        )
        self.comment = Field(self.tr("Kommentar"), longest=LINE_LIMIT)
        self.roles = RoleBoxes(line.roles if line else frozenset())
        first = spaced(QHBoxLayout(), gap="m")
        first.addWidget(self.function, 1, TOP)
        first.addWidget(self.number, 1, TOP)
        self.body.addLayout(first)
        for field in (self.hours, self.comment, self.roles):
            self.body.addWidget(field)
        self.roles.set_help(self.tr("Visas bara för dem som kryssas här. Utan kryss: för alla."))
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.function.choose(line.function if line else LineFunction.ADVICE)
        if line is not None:
            self.number.set_text(line.number)
            self.hours.set_text(hours_text(line.hours))
            self.comment.set_text(line.comment)

    def line(self) -> PhoneLine | None:
        """What was written; None when something is wrong, which is said at its field."""
        number = read_number(self.number)
        hours = read_hours_of(self.hours) if number is not None else None
        if number is None or hours is None:
            return None
        function = LineFunction(self.function.value or LineFunction.OTHER)
        return PhoneLine(function, number, hours, self.roles.chosen, self.comment.text().strip())


class NoticeDialog(Dialog):
    """Temporary information with its beginning and its end."""

    def __init__(
        self, now: datetime, notice: Notice | None = None, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("NoticeDialog", "Tillfällig information"),
            primary=translate("NoticeDialog", "Klart"),
            parent=parent,
        )
        self._now = now
        self.text = TextArea(self.tr("Text"), fewest=2, most=4, longest=LINE_LIMIT)
        self.starts = Field(self.tr("Gäller från"), longest=20)
        self.ends = Field(
            self.tr("Gäller till"), longest=20, help=self.tr("Tomt: tills den tas bort.")
        )
        self.body.addWidget(self.text)
        row = spaced(QHBoxLayout(), gap="m")
        row.addWidget(self.starts, 1, TOP)
        row.addWidget(self.ends, 1, TOP)
        self.body.addLayout(row)
        self.starts.set_text(day_and_time(notice.starts_at if notice else now))
        if notice is not None:
            self.text.set_text(notice.text)
            self.ends.set_text(day_and_time(notice.ends_at) if notice.ends_at else "")

    def notice(self) -> Notice | None:
        """What was written; None when something is wrong, which is said at its field."""
        if not self.text.text().strip():
            self._wrong(self.text, self.tr("Skriv vad som gäller."))
            return None
        moments: list[datetime | None] = []
        for field in (self.starts, self.ends):
            written = field.text().strip()
            try:
                moments.append(read_moment(written, self._now) if written else None)
            except ValueError:
                self._wrong(field, self.tr("Skriv tiden som 2026-11-21 18:00."))
                return None
        starts, ends = moments
        starts = starts or self._now
        if ends is not None and ends <= starts:
            self._wrong(self.ends, self.tr("Slutet ligger före början."))
            return None
        return Notice(self.text.text().strip(), starts, ends)

    def _wrong(self, field: Labelled, words: str) -> None:
        field.show_error(words)
        field.setFocus()


class RelationDialog(Dialog):
    """How this unit stands to another."""

    def __init__(self, keeper: DirectoryKeeper, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RelationDialog", "Annan enhet"),
            primary=translate("RelationDialog", "Klart"),
            parent=parent,
        )
        self.kind = Combo(
            self.tr("Hur de hör ihop"), [Option(each, label(each)) for each in RelationKind]
        )
        self.kind.choose(RelationKind.TAKES_OVER)
        self.unit = UnitFinder(self.tr("Enhet"), keeper)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.unit)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))

    def related(self) -> RelatedUnit | None:
        """What was chosen; None when nothing was, which is said."""
        unit = self.unit.unit
        if unit is None:
            self.unit.show_error(self.tr("Sök och välj en enhet."))
            return None
        kind = RelationKind(self.kind.value or RelationKind.SAME_HOUSE)
        return RelatedUnit(kind, unit.unit.hsa_id)
